/* ent-timeline-layers-private.h: the pictures' own affairs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-drawing.h"
#include "ent-timeline-layers.h"
#include "ent-timeline-packer.h"

G_BEGIN_DECLS

/* The one that is shown, the one that fades, and the next. */
#define ENT_N_PICTURES 3

/* All that a picture depends on but where it lies. Compared whole: filled with zeros before it is set. */
typedef struct
{
  EntPackingKey   packing;
  const EntTheme *theme;
  double          px_per_second;
  int             scale_factor;
  guint           arrangement; /* of rows, lanes and colours */
  guint           selection;
  guint32         goal;
} EntPictureKey;

/* Grid and marks of a stretch of time. */
typedef struct
{
  EntPictureKey    key;
  cairo_surface_t *surface; /* (owned) (nullable) */
  EntScene        *scene;   /* (owned) (nullable): none yet */
  EntSpan          span;
  EntSpan          view;    /* whose edges cut no label; @span while it moves */
  double           x;       /* of the span's start in the picture */
  double           width;
  double           top;     /* of the picture, in the timeline */
  double           height;
  double           content; /* height of the timeline */
  gboolean         narrow;  /* no more than the view */
  gint64           time;    /* when it was painted */
} EntPicture;

/* All that is painted over a picture depends on. Compared whole. */
typedef struct
{
  EntPictureKey picture;
  EntSpan       span;
  double        width;
  double        height;
  double        scroll;
  guint32       focus;
  guint         focus_lane;
  gboolean      ring;
  guint32       hover_row;
  double        hover[4];
  guint         marking;
  gboolean      has_band;
  double        band_from;
  double        band_to;
  gboolean      packed;
} EntOverlayKey;

/* A part of the overlay, in device pixels. */
typedef struct
{
  int              x;
  int              y;
  cairo_surface_t *surface; /* (owned) */
} EntOverlayPiece;

struct _EntTimelineLayers
{
  EntTimelinePacker *packer;                   /* (owned) */
  EntPicture         pictures[ENT_N_PICTURES]; /* used in turn */
  int                shown;                    /* of the pictures, or −1 */
  gboolean           of_another;               /* what is shown is of a dataset whose rows mean nothing any more */
  int                fading;                   /* the one that is left, or −1 */
  gint64             fade_start;
  double             shown_x;                  /* left of the shown picture in the widget */
  double             shown_scroll;
  cairo_surface_t   *canvas;                   /* (owned) (nullable): the overlay is painted here; clear between */
  GArray            *pieces;                   /* (owned) of EntOverlayPiece: what of it was painted */
  EntOverlayKey      overlay_key;
  EntScene          *held;                     /* (owned) (nullable): what of the overlay can be hit */
  guint              n_painted;
};

/* Frames and what is made of them */
void            ent_timeline_frame_get_packing (const EntTimelineFrame *frame,
                                                EntPackingKey          *key);
void            ent_timeline_frame_get_picture (const EntTimelineFrame *frame,
                                                EntPictureKey          *key);
void            ent_timeline_frame_get_look    (const EntTimelineFrame *frame,
                                                EntTimelineParts        parts,
                                                EntTimelineLook        *look);
gboolean        ent_timeline_frame_locate      (const EntTimelineFrame *frame,
                                                EntTimeline            *timeline,
                                                guint32                 row,
                                                guint                   lane,
                                                EntTimelineSpot        *spot);
gint64          ent_time_add_saturated         (gint64                  time,
                                                double                  seconds);

void            ent_timeline_layers_begin      (EntTimelineLayers      *self,
                                                const EntTimelineFrame *frame,
                                                double                  width,
                                                double                  height,
                                                EntDrawing             *drawing);
void            ent_timeline_layers_set_color  (cairo_t                *cr,
                                                EntColor                color,
                                                double                  opacity);
void            ent_overlay_piece_clear        (gpointer                piece);
void            ent_timeline_layers_append_overlay (EntTimelineLayers  *self,
                                                GtkSnapshot            *snapshot,
                                                const EntTimelineFrame *frame,
                                                EntTimeline            *timeline);

G_END_DECLS
