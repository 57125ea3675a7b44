/* ent-scalar.h: what a further field says, if it is one text, number or truth
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-slice.h"

G_BEGIN_DECLS

/** EntScalarKind: what a JSON value is. */
typedef enum
{
  ENT_SCALAR_NONE, /* null */
  ENT_SCALAR_TEXT,
  ENT_SCALAR_WORD, /* a number, true or false */
  ENT_SCALAR_NOT,  /* an array or object */
} EntScalarKind;

EntScalarKind ent_scalar_read (EntSlice  json,
                               GString  *buffer,
                               EntSlice *text);
gboolean      ent_scalar_next_element (EntSlice  json,
                                       gsize    *position,
                                       EntSlice *element);

G_END_DECLS
