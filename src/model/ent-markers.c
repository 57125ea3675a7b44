/* ent-markers.c: two places in time, and how far apart they are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-markers.h"

/**
 * EntMarkers:
 *
 * Markers A and B of a session. Each stands at an event, whose date it has with all that is not known of it, or at a
 * date. They are no part of the history: to take one away and to set it again is a key each. "changed" is emitted once
 * for each change.
 */
struct _EntMarkers
{
  GObject parent_instance;
  char   *events[ENT_N_MARKERS]; /* (owned) (nullable): ids */
  char   *dates[ENT_N_MARKERS];  /* (owned) (nullable): EDTF; where there is no event */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntMarkers, ent_markers, G_TYPE_OBJECT)

static void
ent_markers_finalize (GObject *object)
{
  EntMarkers *self = ENT_MARKERS (object);

  for (int marker = 0; marker < ENT_N_MARKERS; marker++)
    {
      g_free (self->events[marker]);
      g_free (self->dates[marker]);
    }
  G_OBJECT_CLASS (ent_markers_parent_class)->finalize (object);
}

static void
ent_markers_class_init (EntMarkersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_markers_finalize;

  /** EntMarkers::changed: a marker stands elsewhere, or is gone */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ENT_TYPE_MARKERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
ent_markers_init (EntMarkers *self)
{
}

/** ent_markers_new: Returns: (transfer full): markers of which none is set */
EntMarkers *
ent_markers_new (void)
{
  return g_object_new (ENT_TYPE_MARKERS, NULL);
}

/** ent_session_get_markers: Returns: (transfer none): the markers of a session, made when first asked for */
EntMarkers *
ent_session_get_markers (EntSession *session)
{
  static GQuark quark;
  EntMarkers *self;

  g_return_val_if_fail (ENT_IS_SESSION (session), NULL);

  if (quark == 0)
    quark = g_quark_from_static_string ("ent-markers");
  self = g_object_get_qdata (G_OBJECT (session), quark);
  if (self == NULL)
    {
      self = ent_markers_new ();
      g_object_set_qdata_full (G_OBJECT (session), quark, self, g_object_unref);
    }
  return self;
}

/** ent_markers_get_event: (skip): (transfer none) (nullable): the id of the event that a marker stands at */
const char *
ent_markers_get_event (EntMarkers    *self,
                       EntMarkerName  marker)
{
  g_return_val_if_fail (ENT_IS_MARKERS (self) && marker < ENT_N_MARKERS, NULL);
  return self->events[marker];
}

/** ent_markers_get_date: (skip): (transfer none) (nullable): the date in EDTF that a marker stands at by itself */
const char *
ent_markers_get_date (EntMarkers    *self,
                      EntMarkerName  marker)
{
  g_return_val_if_fail (ENT_IS_MARKERS (self) && marker < ENT_N_MARKERS, NULL);
  return self->dates[marker];
}

static void
set (EntMarkers    *self,
     EntMarkerName  marker,
     const char    *event,
     const char    *date)
{
  char *old_event = self->events[marker];
  char *old_date = self->dates[marker];

  if (g_strcmp0 (event, old_event) == 0 && g_strcmp0 (date, old_date) == 0)
    return;
  self->events[marker] = g_strdup (event);
  self->dates[marker] = g_strdup (date);
  g_free (old_event);
  g_free (old_date);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * ent_markers_set_event:
 * @self: markers
 * @marker: which
 * @id: (nullable): the id of an event, there or not; %NULL to take the marker away
 */
void
ent_markers_set_event (EntMarkers    *self,
                       EntMarkerName  marker,
                       const char    *id)
{
  g_return_if_fail (ENT_IS_MARKERS (self) && marker < ENT_N_MARKERS);

  set (self, marker, id, NULL);
}

/**
 * ent_markers_set_date:
 * @self: markers
 * @marker: which
 * @edtf: (nullable): a date; %NULL to take the marker away
 *
 * Returns: %FALSE, and nothing changes, if that is no date or it has no known start
 */
gboolean
ent_markers_set_date (EntMarkers    *self,
                      EntMarkerName  marker,
                      const char    *edtf)
{
  EntDate date;

  g_return_val_if_fail (ENT_IS_MARKERS (self) && marker < ENT_N_MARKERS, FALSE);

  if (edtf != NULL && (!ent_date_parse (edtf, -1, &date, NULL) || date.earliest_start.kind != ENT_BOUND_KNOWN))
    return FALSE;
  set (self, marker, NULL, edtf);
  return TRUE;
}

/** ent_markers_clear: (skip): takes a marker away */
void
ent_markers_clear (EntMarkers    *self,
                   EntMarkerName  marker)
{
  g_return_if_fail (ENT_IS_MARKERS (self) && marker < ENT_N_MARKERS);

  set (self, marker, NULL, NULL);
}

/**
 * ent_markers_locate:
 * @self: markers
 * @marker: which
 * @dataset: (nullable): where events are looked for
 * @basis: which of their dates
 * @date: (out): where the marker stands
 *
 * Returns: %FALSE if it is not set, or stands at an event that is not there, or has no known start
 */
gboolean
ent_markers_locate (EntMarkers    *self,
                    EntMarkerName  marker,
                    EntDataset    *dataset,
                    EntBasis       basis,
                    EntDate       *date)
{
  g_return_val_if_fail (ENT_IS_MARKERS (self) && marker < ENT_N_MARKERS, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  if (self->dates[marker] != NULL)
    return ent_date_parse (self->dates[marker], -1, date, NULL);
  if (self->events[marker] != NULL && dataset != NULL)
    {
      guint32 row = ent_dataset_find (dataset, ent_slice_from_string (self->events[marker]));
      const EntDate *own = row != ENT_ROW_NONE ? ent_dataset_peek_date (dataset, row, basis) : NULL;

      if (own == NULL || own->earliest_start.kind != ENT_BOUND_KNOWN)
        return FALSE;
      *date = *own;
      return TRUE;
    }
  return FALSE;
}

/**
 * ent_markers_measure:
 * @self: markers
 * @dataset: (nullable): where events are looked for
 * @basis: which of their dates
 * @duration: (out): the time between the two, whichever is the earlier: a range unless both are exact
 *
 * Returns: %FALSE if one of them stands nowhere
 */
gboolean
ent_markers_measure (EntMarkers  *self,
                     EntDataset  *dataset,
                     EntBasis     basis,
                     EntDuration *duration)
{
  EntDate a;
  EntDate b;

  g_return_val_if_fail (ENT_IS_MARKERS (self) && duration != NULL, FALSE);

  if (!ent_markers_locate (self, ENT_MARKER_A, dataset, basis, &a) ||
      !ent_markers_locate (self, ENT_MARKER_B, dataset, basis, &b))
    return FALSE;
  return a.earliest_start.time <= b.earliest_start.time ? ent_duration_between (duration, &a, &b)
                                                         : ent_duration_between (duration, &b, &a);
}
