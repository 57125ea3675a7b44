/* ent-fault.h: why a file could not be opened, told to people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-diagnostics.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * EntFault:
 * @title: (not nullable): what is the matter, as a heading
 * @message: what was found, and what was expected
 * @line: from 1; 0 when it is not about a place in the text
 * @column: in characters, from 1; 0 like @line
 * @before: (nullable): the line before that one, on one line and not too long
 * @at: (nullable): the line itself, likewise
 * @mark: where the fault is in @at, in characters from 0
 * @mark_length: of what is marked, in characters, at least 1
 *
 * Immutable and counted, so that the thread that met it can make it.
 */
typedef struct
{
  char   *title;
  char   *message;
  guint64 line;
  guint64 column;
  char   *before;
  char   *at;
  guint   mark;
  guint   mark_length;
} EntFault;

#define ENT_TYPE_FAULT (ent_fault_get_type ())
GType     ent_fault_get_type  (void);

EntFault *ent_fault_new       (const GError   *error,
                               EntDiagnostics *diagnostics,
                               GBytes         *bytes);
EntFault *ent_fault_ref       (EntFault       *self);
void      ent_fault_unref     (EntFault       *self);
char     *ent_fault_get_place (const EntFault *self);
char     *ent_fault_describe  (const EntFault *self,
                               const char     *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntFault, ent_fault_unref)

G_END_DECLS
