/* ent-diagnostics.h: what was wrong with an input, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ENT_DIAGNOSTIC_WARNING, /* the file means something, though perhaps not what was meant */
  ENT_DIAGNOSTIC_ERROR,   /* a value could not be used, or an event was left out */
} EntDiagnosticLevel;

/**
 * EntDiagnostic:
 * @level: how grave
 * @line: from 1; 0 when the whole file is meant
 * @column: in characters, from 1; 0 when the whole file is meant
 * @message: (transfer none): one sentence, translated, without a full stop
 */
typedef struct
{
  EntDiagnosticLevel level;
  guint64            line;
  guint64            column;
  const char        *message;
} EntDiagnostic;

/** At most this many messages are kept; all are counted. */
#define ENT_DIAGNOSTICS_MAX_KEPT 10000

typedef struct _EntDiagnostics EntDiagnostics;

EntDiagnostics *ent_diagnostics_new            (GBytes               *source);
EntDiagnostics *ent_diagnostics_ref            (EntDiagnostics       *self);
void            ent_diagnostics_unref          (EntDiagnostics       *self);
void            ent_diagnostics_add            (EntDiagnostics       *self,
                                                EntDiagnosticLevel    level,
                                                goffset               offset,
                                                const char           *format,
                                                ...) G_GNUC_PRINTF (4, 5);
void            ent_diagnostics_count_event    (EntDiagnostics       *self,
                                                gboolean              left_out);
guint           ent_diagnostics_get_size       (const EntDiagnostics *self);
void            ent_diagnostics_get            (EntDiagnostics       *self,
                                                guint                 index,
                                                EntDiagnostic        *diagnostic);
guint64         ent_diagnostics_get_errors     (const EntDiagnostics *self);
guint64         ent_diagnostics_get_warnings   (const EntDiagnostics *self);
guint64         ent_diagnostics_get_incomplete (const EntDiagnostics *self);
guint64         ent_diagnostics_get_left_out   (const EntDiagnostics *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntDiagnostics, ent_diagnostics_unref)

G_END_DECLS
