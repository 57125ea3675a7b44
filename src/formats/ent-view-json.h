/* ent-view-json.h: views as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-diagnostics.h"
#include "ent-json-writer.h"
#include "ent-view.h"

G_BEGIN_DECLS

EntView *ent_view_from_json  (const char     *data,
                              EntJsonSpan     span,
                              const char     *name,
                              EntDiagnostics *diagnostics);
void     ent_view_write_json (const EntView  *view,
                              EntJsonWriter  *writer);

G_END_DECLS
