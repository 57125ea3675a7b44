/* ent-marker-text.h: where markers stand, and how far apart, in words; and where one is put
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-markers.h"

G_BEGIN_DECLS

char *ent_marker_text_date     (gint64         time,
                                double         px_per_second);
char *ent_marker_text_next     (gint64         time,
                                double         px_per_second,
                                int            direction);
char *ent_marker_text_place    (EntSession    *session,
                                EntMarkerName  marker);
char *ent_marker_text_between  (EntSession    *session);
char *ent_marker_text_sentence (EntSession    *session);

G_END_DECLS
