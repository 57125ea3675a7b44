/* ent-markers.h: two places in time, and how far apart they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-duration.h"
#include "ent-session.h"

G_BEGIN_DECLS

/** EntMarkerName: which of the two. */
typedef enum
{
  ENT_MARKER_A,
  ENT_MARKER_B,
} EntMarkerName;
#define ENT_N_MARKERS 2

#define ENT_TYPE_MARKERS (ent_markers_get_type ())
G_DECLARE_FINAL_TYPE (EntMarkers, ent_markers, ENT, MARKERS, GObject)

EntMarkers *ent_markers_new         (void);
EntMarkers *ent_session_get_markers (EntSession    *session);

const char *ent_markers_get_event   (EntMarkers    *self,
                                     EntMarkerName  marker);
const char *ent_markers_get_date    (EntMarkers    *self,
                                     EntMarkerName  marker);
void        ent_markers_set_event   (EntMarkers    *self,
                                     EntMarkerName  marker,
                                     const char    *id);
gboolean    ent_markers_set_date    (EntMarkers    *self,
                                     EntMarkerName  marker,
                                     const char    *edtf);
void        ent_markers_clear       (EntMarkers    *self,
                                     EntMarkerName  marker);

gboolean    ent_markers_locate      (EntMarkers    *self,
                                     EntMarkerName  marker,
                                     EntDataset    *dataset,
                                     EntBasis       basis,
                                     EntDate       *date);
gboolean    ent_markers_measure     (EntMarkers    *self,
                                     EntDataset    *dataset,
                                     EntBasis       basis,
                                     EntDuration   *duration);

G_END_DECLS
