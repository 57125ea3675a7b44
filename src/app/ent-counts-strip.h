/* ent-counts-strip.h: how many events begin when, over the timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-session.h"

G_BEGIN_DECLS

#define ENT_TYPE_COUNTS_STRIP (ent_counts_strip_get_type ())
G_DECLARE_FINAL_TYPE (EntCountsStrip, ent_counts_strip, ENT, COUNTS_STRIP, GtkWidget)

EntCountsStrip *ent_counts_strip_new (EntSession *session);

G_END_DECLS
