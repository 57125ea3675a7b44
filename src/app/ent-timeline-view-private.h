/* ent-timeline-view-private.h: the timeline's own affairs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ent-hover-card.h"
#include "ent-marker-lines.h"
#include "ent-markers.h"
#include "ent-navigation.h"
#include "ent-span-motion.h"
#include "ent-timeline-layers.h"
#include "ent-timeline-view.h"

G_BEGIN_DECLS

/** EntTimelineDrag: (skip): what a drag does. */
typedef enum
{
  ENT_TIMELINE_DRAG_NONE,
  ENT_TIMELINE_DRAG_PAN,
  ENT_TIMELINE_DRAG_BAND,
  ENT_TIMELINE_DRAG_MARKER,
} EntTimelineDrag;

struct _EntTimelineView
{
  GtkWidget          parent_instance;
  EntSession        *session;    /* (owned) (nullable) */
  GSignalGroup      *signals;    /* (owned) of the session */
  GSignalGroup      *found;      /* (owned) of what its query finds */
  EntRowSet         *rows;       /* (owned) (nullable): the events that are shown; NULL for all */
  EntGrouping       *grouping;   /* (owned) (nullable) */
  EntColoring       *coloring;   /* (owned) (nullable) */
  EntLinksShown      links;      /* and what they bring */
  EntRowSet         *chain;      /* (owned) (nullable): what stands out with the selected events */
  EntRowSet         *lit;        /* (owned) (nullable): the events that match, where the others are shown, too */
  EntRowSet         *hits;       /* (owned) (nullable): those that are marked */
  guint              arrangement; /* of all these */
  EntTimelineLayers *layers;     /* (owned) */
  EntSpanMotion     *motion;     /* (owned) */
  GtkAdjustment     *adjustment; /* (owned): how far the lanes are scrolled */
  AdwAnimation      *scrolling;  /* (owned) */
  GtkWidget         *scrollbar;
  EntHoverCard      *card;

  /* What the session says, as far as frames depend on it. */
  EntDataset        *dataset;    /* (owned) (nullable) */
  const char        *language;   /* interned */
  EntBasis           basis;
  GArray            *selected;   /* (owned) of guint32, ascending */
  guint              selection;
  guint32            focus;
  guint              focus_lane; /* that it was last reached in; a hint */
  guint32            goal;

  guint              rest_timeout;
  gboolean           at_rest;
  gboolean           reveals;    /* the focus, as soon as it is known where it stands */
  guint              tick;
  gboolean           fading;
  gboolean           by_keys;    /* whether the focus is used, and so shown */
  gboolean           was_focused;

  /* The pointer */
  gboolean           has_pointer;
  double             pointer_x;
  double             pointer_y;
  gboolean           hovering;
  EntTimelineHit     hover;
  guint              card_timeout;
  guint32            quiet;      /* the event that was clicked, which the pointer has not left: no card says more */

  EntTimelineDrag    drag;
  gboolean           dragging;   /* far enough to be one */
  double             drag_x;
  double             drag_y;
  double             drag_to;
  double             drag_scroll;
  EntSpan            drag_span;
  gboolean           click_was_step;

  /* Markers: ent-timeline-view-markers.c. */
  EntMarkerLines     lines;
  char              *between;    /* (owned) (nullable): of @lines */
  guint              marking;    /* another number for other markers */
  EntMarkerName      held_marker;
  char              *held_event; /* (owned) (nullable): where that was, as the next */
  char              *held_date;  /* (owned) (nullable) */

  /* The menu: ent-timeline-view-menu.c. */
  GtkWidget         *menu;       /* (nullable): made when first asked for */
  guint32            menu_row;   /* the event it is about, if there is one */
  double             menu_x;

  double             speed_x;    /* of what glides on, CSS pixels a second */
  double             speed_y;
  double             glide_x;
  gint64             glide_time;
  EntSpan            glide_span;

  EntSpan            pinch_span;
  gint64             pinch_time;
};

gboolean ent_timeline_view_get_frame    (EntTimelineView      *self,
                                         EntTimelineFrame     *frame);
void     ent_timeline_view_disturb      (EntTimelineView      *self);
void     ent_timeline_view_need_ticks   (EntTimelineView      *self);
char    *ent_timeline_view_say_span     (EntTimelineView      *self,
                                         const EntSpan        *span);
void     ent_timeline_view_scroll_to    (EntTimelineView      *self,
                                         double                value,
                                         gboolean              animated);

void     ent_timeline_view_update_description (EntTimelineView *self);

/* Markers */
void     ent_timeline_view_follow_markers (EntTimelineView    *self);
void     ent_timeline_view_dispose_markers (EntTimelineView   *self);
void     ent_timeline_view_update_markers (EntTimelineView    *self);
const EntMarkerLines *ent_timeline_view_get_marker_lines (EntTimelineView *self);
int      ent_timeline_view_hit_marker   (EntTimelineView      *self,
                                         double                x,
                                         double                y);
void     ent_timeline_view_begin_marker_drag (EntTimelineView *self,
                                         int                   marker);
void     ent_timeline_view_drag_marker  (EntTimelineView      *self,
                                         double                x);
void     ent_timeline_view_restore_marker (EntTimelineView    *self);
void     ent_timeline_view_toggle_a     (EntTimelineView      *self);
void     ent_timeline_view_toggle_b     (EntTimelineView      *self);
void     ent_timeline_view_clear_a      (EntTimelineView      *self);
void     ent_timeline_view_clear_b      (EntTimelineView      *self);
void     ent_timeline_view_move_a_left  (EntTimelineView      *self);
void     ent_timeline_view_move_a_right (EntTimelineView      *self);
void     ent_timeline_view_move_b_left  (EntTimelineView      *self);
void     ent_timeline_view_move_b_right (EntTimelineView      *self);
void     ent_timeline_view_copy_between (EntTimelineView      *self);
void     ent_timeline_view_put_marker   (EntTimelineView      *self,
                                         EntMarkerName         marker,
                                         double                x);

/* The menu */
void     ent_timeline_view_init_menu    (EntTimelineView      *self);
void     ent_timeline_view_dispose_menu (EntTimelineView      *self);
void     ent_timeline_view_popup_menu   (EntTimelineView      *self);
gboolean ent_timeline_view_popup_lane_menu (EntTimelineView   *self,
                                         double                x,
                                         double                y);

/* The pointer */
void     ent_timeline_view_add_controllers (EntTimelineView   *self);
void     ent_timeline_view_update_hover (EntTimelineView      *self);
void     ent_timeline_view_forget_hover (EntTimelineView      *self);
void     ent_timeline_view_place_card   (EntTimelineView      *self,
                                         int                   width,
                                         int                   height);
gboolean ent_timeline_view_glide        (EntTimelineView      *self,
                                         gint64                time);
void     ent_timeline_view_stop_gliding (EntTimelineView      *self);

/* Keys */
void     ent_timeline_view_class_add_actions (GtkWidgetClass  *widget_class);

G_END_DECLS
