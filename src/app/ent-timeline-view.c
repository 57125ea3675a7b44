/* ent-timeline-view.c: the timeline, alive
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-timeline-view-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "ent-as-of.h"
#include "ent-chain.h"
#include "ent-event-text.h"
#include "ent-marker-text.h"
#include "ent-palette.h"
#include "ent-picture-language.h"
#include "ent-phrase.h"
#include "ent-results.h"

#define REST_MILLISECONDS 150
#define SCROLL_MILLISECONDS 220

/* What an event that is walked to keeps free of the edges, CSS pixels. */
#define REVEAL_MARGIN 40

#define HOUR_SECONDS 3600

/**
 * EntTimelineView:
 *
 * The timeline of a session: pan, zoom, hover, select and walk with pointer, touch and keys.
 * It shows what the session says and changes nothing but the session.
 *
 * # CSS nodes
 *
 * `timeline` with a `scrollbar` when there are more lanes than fit, and a `hovercard`.
 *
 * # Accessibility
 *
 * A list by role. Its label says how much is in view, its description follows the event in focus, which arrow keys
 * move from one to the next. What is drawn has no accessibles of its own; the list of the same events has.
 */
enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntTimelineView, ent_timeline_view, GTK_TYPE_WIDGET)

/* Frames */

/**
 * ent_timeline_view_get_frame: (skip):
 * @self: the widget
 * @frame: (out caller-allocates): what is to be seen now
 *
 * Returns: whether there is anything to see
 */
gboolean
ent_timeline_view_get_frame (EntTimelineView  *self,
                             EntTimelineFrame *frame)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  *frame = (EntTimelineFrame){
    .dataset = self->dataset,
    .rows = self->rows,
    .grouping = self->grouping,
    .coloring = self->coloring,
    .links = self->links,
    .chain = self->chain,
    .lit = self->lit,
    .hits = self->hits,
    .arrangement = self->arrangement,
    .language = self->language,
    .theme = ent_palette_get_theme (),
    .basis = self->basis,
    .width = gtk_widget_get_width (widget),
    .height = gtk_widget_get_height (widget),
    .scale_factor = gtk_widget_get_scale_factor (widget),
    .scroll = gtk_adjustment_get_value (self->adjustment),
    /* The one place where the clock is asked; no line is drawn anew more often. */
    .today = g_get_real_time () / G_USEC_PER_SEC / HOUR_SECONDS * HOUR_SECONDS,
    .selected = (const guint32 *) self->selected->data,
    .n_selected = self->selected->len,
    .selection = self->selection,
    .goal = self->goal,
    .focus = self->focus,
    .focus_lane = self->focus_lane,
    .ring = self->by_keys && gtk_widget_has_focus (widget),
    .hover = self->hovering ? &self->hover : NULL,
    .markers = ent_timeline_view_get_marker_lines (self),
    .marking = self->marking,
    .has_band = self->drag == ENT_TIMELINE_DRAG_BAND && self->dragging,
    .band_from = self->drag_x,
    .band_to = self->drag_to,
    .at_rest = self->at_rest,
    .animated = adw_get_enable_animations (widget),
    .time = clock != NULL ? gdk_frame_clock_get_frame_time (clock) : g_get_monotonic_time (),
  };
  if (!ent_span_motion_get (self->motion, &frame->span))
    frame->dataset = NULL;
  return frame->dataset != NULL && frame->width > 0 && frame->height > 0;
}

static gboolean
ticked_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (widget);
  gboolean glides = ent_timeline_view_glide (self, gdk_frame_clock_get_frame_time (clock));

  if (self->fading || glides)
    {
      gtk_widget_queue_draw (widget);
      return G_SOURCE_CONTINUE;
    }
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/** ent_timeline_view_need_ticks: (skip): frames go on by themselves until nothing fades or glides */
void
ent_timeline_view_need_ticks (EntTimelineView *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), ticked_cb, NULL, NULL);
}

/* Lanes */

static void
update_extent (EntTimelineView *self)
{
  EntTimelineFrame frame;
  double content;

  if (!ent_timeline_view_get_frame (self, &frame))
    return;
  content = ent_timeline_layers_get_height (self->layers, &frame);
  if (content <= 0)
    return;
  content = MAX (ceil (content), frame.height);
  if (content == gtk_adjustment_get_upper (self->adjustment) &&
      frame.height == gtk_adjustment_get_page_size (self->adjustment))
    return;
  gtk_adjustment_configure (self->adjustment, MIN (frame.scroll, content - frame.height), 0, content, 40,
                            frame.height / 2, frame.height);
  if (gtk_widget_get_child_visible (self->scrollbar) != (content > frame.height))
    {
      gtk_widget_set_child_visible (self->scrollbar, content > frame.height);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
}

static void
scrolled_to (double   value,
             gpointer data)
{
  EntTimelineView *self = data;

  gtk_adjustment_set_value (self->adjustment, value);
}

/** ent_timeline_view_scroll_to: (skip): scrolls the lanes so far, in steps or at once */
void
ent_timeline_view_scroll_to (EntTimelineView *self,
                             double           value,
                             gboolean         animated)
{
  double most = gtk_adjustment_get_upper (self->adjustment) - gtk_adjustment_get_page_size (self->adjustment);

  value = CLAMP (value, 0, MAX (most, 0));
  adw_animation_pause (self->scrolling);
  if (!animated || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      gtk_adjustment_set_value (self->adjustment, value);
      return;
    }
  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->scrolling),
                                      gtk_adjustment_get_value (self->adjustment));
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->scrolling), value);
  adw_animation_reset (self->scrolling);
  adw_animation_play (self->scrolling);
}

/* Scrolls to the lane of the event in focus, where that will stand when the view has come to rest. */
static void
reveal_focus (EntTimelineView *self)
{
  EntTimelineSpot spot;
  EntTimelineFrame frame;
  double top = ent_timeline_frame_axis_height () + REVEAL_MARGIN;

  if (!self->reveals || !ent_timeline_view_get_frame (self, &frame))
    return;
  ent_navigation_get_span (self->session, &frame.span);
  if (self->focus == ENT_ROW_NONE)
    self->reveals = FALSE;
  else if (ent_timeline_layers_locate (self->layers, &frame, self->focus, self->focus_lane, &spot))
    {
      self->reveals = ent_span_motion_is_moving (self->motion);
      if (spot.y < top)
        ent_timeline_view_scroll_to (self, frame.scroll + spot.y - top, TRUE);
      else if (spot.y > frame.height - REVEAL_MARGIN)
        ent_timeline_view_scroll_to (self, frame.scroll + spot.y - frame.height + REVEAL_MARGIN, TRUE);
    }
}

/* Rest */

static void update_label (EntTimelineView *self);

static gboolean
rested_cb (gpointer data)
{
  EntTimelineView *self = data;

  self->rest_timeout = 0;
  if (ent_span_motion_is_moving (self->motion))
    {
      self->rest_timeout = g_timeout_add (REST_MILLISECONDS, rested_cb, self);
      return G_SOURCE_REMOVE;
    }
  self->at_rest = TRUE;
  reveal_focus (self);
  update_label (self);
  ent_timeline_view_update_hover (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/** ent_timeline_view_disturb: (skip): says that what is in view moves, so that there will be another frame */
void
ent_timeline_view_disturb (EntTimelineView *self)
{
  self->at_rest = FALSE;
  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  self->rest_timeout = g_timeout_add (REST_MILLISECONDS, rested_cb, self);
  ent_timeline_view_forget_hover (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
moved_cb (gpointer data)
{
  EntTimelineView *self = data;

  update_extent (self);
  ent_timeline_view_disturb (self);
}

static void
scrolled_cb (EntTimelineView *self)
{
  ent_timeline_view_disturb (self);
}

/* Something has been packed. */
static gboolean
packed_cb (gpointer data)
{
  EntTimelineView *self = data;

  update_extent (self);
  reveal_focus (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* The picture */

static void
ent_timeline_view_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (widget);
  EntTimelineFrame frame;
  guint n_painted = ent_timeline_layers_get_painted (self->layers);

  ent_timeline_view_get_frame (self, &frame);
  self->fading = ent_timeline_layers_snapshot (self->layers, snapshot, &frame);
  if (self->fading)
    ent_timeline_view_need_ticks (self);
  /* The first picture was painted in a hurry. */
  if (n_painted == 0 && ent_timeline_layers_get_painted (self->layers) > 0 && self->rest_timeout == 0)
    self->rest_timeout = g_timeout_add (REST_MILLISECONDS, rested_cb, self);
  gtk_widget_snapshot_child (widget, self->scrollbar, snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->card), snapshot);
}

/* What is said of it */

/** ent_timeline_view_say_span: (skip): (transfer full): a stretch of time in the user's language */
char *
ent_timeline_view_say_span (EntTimelineView *self,
                            const EntSpan   *span)
{
  return ent_words_span (ent_phrase_words (), span->start, span->end);
}

static void
update_label (EntTimelineView *self)
{
  g_autofree char *label = NULL;
  g_autofree char *when = NULL;
  guint n_events;
  EntSpan span;

  if (self->dataset == NULL)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline"), -1);
      return;
    }
  ent_navigation_get_span (self->session, &span);
  n_events = ent_results_count (ent_session_get_results (self->session), &span);
  when = ent_timeline_view_say_span (self, &span);
  /* TRANSLATORS: what a screen reader says of the timeline: how many events are in view, and the time in view */
  label = g_strdup_printf (ngettext ("Timeline, %u event, %s", "Timeline, %u events, %s", n_events), n_events, when);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/** ent_timeline_view_update_description: (skip): says what is in focus, and where markers are */
void
ent_timeline_view_update_description (EntTimelineView *self)
{
  g_autofree char *focus = NULL;
  g_autofree char *markers = NULL;
  g_autofree char *text = NULL;

  if (self->focus != ENT_ROW_NONE)
    focus = ent_event_text_accessible (self->dataset, self->focus, self->basis,
                                       ent_view_get_language (ent_session_get_view (self->session)),
                                       ent_session_get_annotations (self->session));
  else
    focus = g_strdup (_("No event is in focus; arrow keys go from one to the next."));
  markers = self->session != NULL ? ent_marker_text_sentence (self->session) : NULL;
  text = markers != NULL ? g_strdup_printf ("%s %s", focus, markers) : g_steal_pointer (&focus);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* The session */

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  guint32 left = *(const guint32 *) a;
  guint32 right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

/* Whether they are others than before. */
static gboolean
take_row_set (EntRowSet **place,
              EntRowSet  *rows)
{
  if (rows == *place)
    return FALSE;
  if (rows != NULL)
    ent_row_set_ref (rows);
  g_clear_pointer (place, ent_row_set_unref);
  *place = rows;
  return TRUE;
}

/* Which events are shown, and how. What is found for a dataset that is not shown yet, or any more, says nothing of this
 * one. */
static void
take_rows (EntTimelineView *self)
{
  EntResults *results = ent_session_get_results (self->session);
  gboolean known = ent_results_get_dataset (results) == self->dataset;
  gboolean others = take_row_set (&self->rows, known ? ent_results_get_shown (results) : NULL);

  others = take_row_set (&self->lit, known ? ent_results_get_lit (results) : NULL) || others;
  /* Where only hits are shown there is nothing for them to stand out from. */
  others = take_row_set (&self->hits, self->lit != NULL ? ent_results_get_hits (results) : NULL) || others;
  if (!others)
    return;
  self->arrangement++;
  update_label (self);
}

/* What makes the lanes. The old one stays if it says the same, so that it is known to. */
static void
take_grouping (EntTimelineView *self)
{
  EntGrouping *grouping = ent_grouping_new (ent_session_get_view (self->session));

  if (ent_grouping_equal (grouping, self->grouping))
    {
      ent_grouping_unref (grouping);
      return;
    }
  g_clear_pointer (&self->grouping, ent_grouping_unref);
  self->grouping = grouping;
  self->arrangement++;
}

static void
take_coloring (EntTimelineView *self)
{
  const EntColoring *last = self->coloring;

  self->coloring = ent_coloring_renew (self->coloring, self->dataset, ent_session_get_view (self->session));
  if (self->coloring != last)
    self->arrangement++;
}

static void
take_selection (EntTimelineView *self)
{
  g_autoptr (GArray) rows = ent_navigation_get_selection (self->session);

  /* What is not shown cannot stand out, and the rest need not step back for it. */
  for (guint i = rows->len; self->rows != NULL && i > 0; i--)
    if (!ent_row_set_contains (self->rows, g_array_index (rows, guint32, i - 1)))
      g_array_remove_index_fast (rows, i - 1);
  g_array_sort (rows, compare_rows);
  if (rows->len == self->selected->len &&
      (rows->len == 0 || memcmp (rows->data, self->selected->data, rows->len * sizeof (guint32)) == 0))
    return;
  g_array_unref (self->selected);
  self->selected = g_steal_pointer (&rows);
  self->selection++;
}

/* Which links are shown, after the selection is known. */
static void
take_links (EntTimelineView *self,
            guint            last_selection)
{
  EntLinksShown links = ent_view_get_links (ent_session_get_view (self->session));

  if (links == self->links && self->selection == last_selection)
    return;
  self->links = links;
  g_clear_pointer (&self->chain, ent_row_set_unref);
  self->chain = ent_chain_find_shown (self->dataset, (const guint32 *) self->selected->data, self->selected->len, links);
  self->arrangement++;
}

static void
take_focus (EntTimelineView *self)
{
  guint32 focus = ent_navigation_get_focus (self->session);
  guint32 last = self->focus;

  if (focus == last)
    return;
  self->focus = focus;
  /* Who followed a link sees the way back. */
  self->goal = focus != ENT_ROW_NONE && last != ENT_ROW_NONE && ent_chain_are_linked (self->dataset, focus, last)
                 ? last
                 : ENT_ROW_NONE;
  self->reveals = TRUE;
  ent_timeline_view_update_description (self);
}

/* Takes over whatever has changed. */
static void
session_changed_cb (EntTimelineView *self)
{
  EntDataset *dataset = self->session != NULL ? ent_session_get_dataset (self->session) : NULL;
  guint last_selection = self->selection;
  EntSpan span;

  if (dataset != self->dataset)
    {
      /* The same events as of another day are looked at from the same place. */
      gboolean same = dataset != NULL && self->dataset != NULL &&
                      ent_dataset_get_whole (dataset) == ent_dataset_get_whole (self->dataset);

      g_set_object (&self->dataset, dataset);
      ent_timeline_layers_forget (self->layers);
      /* What the pointer was on had another number. */
      ent_timeline_view_forget_hover (self);
      self->quiet = self->menu_row = ENT_ROW_NONE;
      g_clear_pointer (&self->coloring, ent_coloring_unref);
      ent_timeline_view_stop_gliding (self);
      self->focus = self->goal = ENT_ROW_NONE;
      g_array_set_size (self->selected, 0);
      self->selection++;
      self->at_rest = TRUE;
      if (dataset != NULL && !same)
        {
          ent_navigation_get_span (self->session, &span);
          ent_span_motion_set (self->motion, &span);
          gtk_adjustment_set_value (self->adjustment, 0);
        }
      update_label (self);
      ent_timeline_view_update_description (self);
    }
  if (dataset != NULL)
    {
      const EntView *view = ent_session_get_view (self->session);

      self->language = ent_picture_language (dataset, view);
      self->basis = ent_view_get_basis (view);
      take_rows (self);
      take_grouping (self);
      take_coloring (self);
      take_selection (self);
      take_links (self, last_selection);
      take_focus (self);
      ent_timeline_view_update_markers (self);
      ent_span_motion_follow (self->motion, self->session);
      update_extent (self);
      reveal_focus (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
style_changed_cb (EntTimelineView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The widget */

static void
ent_timeline_view_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (widget);
  int ignored;

  /* Children are given what there is, but must have been asked. */
  gtk_widget_measure (self->scrollbar, orientation, -1, &ignored, &ignored, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->card), orientation, -1, &ignored, &ignored, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 500;
}

static void
ent_timeline_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (widget);
  int axis = (int) ceil (ent_timeline_frame_axis_height ());
  int bar;

  update_extent (self);
  gtk_widget_measure (self->scrollbar, GTK_ORIENTATION_HORIZONTAL, -1, &bar, NULL, NULL, NULL);
  if (gtk_widget_get_child_visible (self->scrollbar))
    gtk_widget_size_allocate (self->scrollbar,
                              &(GtkAllocation){ gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? 0 : width - bar,
                                                axis, bar, MAX (height - axis, 1) },
                              -1);
  ent_timeline_view_place_card (self, width, height);
  /* Whoever gives it a popover need not know how it is placed. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
ent_timeline_view_state_flags_changed (GtkWidget     *widget,
                                       GtkStateFlags  before)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (widget);
  GtkStateFlags flags = gtk_widget_get_state_flags (widget);

  if ((flags & GTK_STATE_FLAG_FOCUSED) == 0)
    self->by_keys = FALSE;
  else if ((flags & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0 && (before & GTK_STATE_FLAG_FOCUSED) == 0)
    {
      /* A new window gives it the focus by itself; no key was used for that. */
      self->by_keys = self->was_focused;
      self->was_focused = TRUE;
    }
  gtk_widget_queue_draw (widget);
  GTK_WIDGET_CLASS (ent_timeline_view_parent_class)->state_flags_changed (widget, before);
}

static void
ent_timeline_view_dispose (GObject *object)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (object);

  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  g_clear_handle_id (&self->card_timeout, g_source_remove);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  if (self->signals != NULL)
    g_signal_group_set_target (self->signals, NULL);
  g_clear_object (&self->signals);
  if (self->found != NULL)
    g_signal_group_set_target (self->found, NULL);
  g_clear_object (&self->found);
  g_clear_pointer (&self->rows, ent_row_set_unref);
  g_clear_pointer (&self->chain, ent_row_set_unref);
  g_clear_pointer (&self->lit, ent_row_set_unref);
  g_clear_pointer (&self->hits, ent_row_set_unref);
  g_clear_pointer (&self->grouping, ent_grouping_unref);
  g_clear_pointer (&self->coloring, ent_coloring_unref);
  if (self->scrolling != NULL)
    adw_animation_pause (self->scrolling);
  g_clear_object (&self->scrolling);
  g_clear_pointer (&self->motion, ent_span_motion_free);
  g_clear_pointer (&self->scrollbar, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->card, gtk_widget_unparent);
  ent_timeline_view_dispose_menu (self);
  ent_timeline_view_dispose_markers (self);
  /* Popovers of others. */
  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  g_clear_pointer (&self->layers, ent_timeline_layers_free);
  g_clear_object (&self->adjustment);
  g_clear_object (&self->dataset);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (ent_timeline_view_parent_class)->dispose (object);
}

static void
ent_timeline_view_finalize (GObject *object)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (object);

  g_array_unref (self->selected);
  G_OBJECT_CLASS (ent_timeline_view_parent_class)->finalize (object);
}

static void
ent_timeline_view_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ent_timeline_view_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  EntTimelineView *self = ENT_TIMELINE_VIEW (object);

  switch (property_id)
    {
    case PROP_SESSION:
      ent_timeline_view_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ent_timeline_view_class_init (EntTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_timeline_view_dispose;
  object_class->finalize = ent_timeline_view_finalize;
  object_class->get_property = ent_timeline_view_get_property;
  object_class->set_property = ent_timeline_view_set_property;
  widget_class->measure = ent_timeline_view_measure;
  widget_class->size_allocate = ent_timeline_view_size_allocate;
  widget_class->snapshot = ent_timeline_view_snapshot;
  widget_class->state_flags_changed = ent_timeline_view_state_flags_changed;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ENT_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  ent_timeline_view_class_add_actions (widget_class);
}

static void
ent_timeline_view_init (EntTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->focus = self->goal = self->quiet = ENT_ROW_NONE;
  self->focus_lane = ENT_LANE_ANY;
  self->at_rest = TRUE;
  self->selected = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->layers = ent_timeline_layers_new (packed_cb, self);
  self->motion = ent_span_motion_new (widget, moved_cb, self);
  self->adjustment = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  self->scrolling = adw_timed_animation_new (widget, 0, 0, SCROLL_MILLISECONDS,
                                             adw_callback_animation_target_new (scrolled_to, self, NULL));

  self->scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, self->adjustment);
  gtk_widget_add_css_class (self->scrollbar, "overlay-indicator");
  gtk_widget_set_child_visible (self->scrollbar, FALSE);
  gtk_widget_set_parent (self->scrollbar, widget);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scrollbar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lanes"), -1);
  self->card = ent_hover_card_new ();
  gtk_widget_set_parent (GTK_WIDGET (self->card), widget);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  ent_timeline_view_add_controllers (self);
  ent_timeline_view_init_menu (self);
  ent_palette_connect (G_OBJECT (self), G_CALLBACK (style_changed_cb));
  self->signals = g_signal_group_new (ENT_TYPE_SESSION);
  g_signal_group_connect_object (self->signals, "notify", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->signals, "annotated", G_CALLBACK (ent_timeline_view_update_description), self,
                                 G_CONNECT_SWAPPED);
  self->found = g_signal_group_new (ENT_TYPE_RESULTS);
  g_signal_group_connect_object (self->found, "notify::filter", G_CALLBACK (session_changed_cb), self,
                                 G_CONNECT_SWAPPED);
  update_label (self);
}

/** ent_timeline_view_get_axis_height: (skip): how much of it, from the top, is the axis */
int
ent_timeline_view_get_axis_height (void)
{
  return (int) ceil (ent_timeline_frame_axis_height ());
}

/** ent_timeline_view_get_session: (skip): what it shows */
EntSession *
ent_timeline_view_get_session (EntTimelineView *self)
{
  g_return_val_if_fail (ENT_IS_TIMELINE_VIEW (self), NULL);

  return self->session;
}

/**
 * ent_timeline_view_set_session:
 * @self: the widget
 * @session: (nullable): what to show from now on
 */
void
ent_timeline_view_set_session (EntTimelineView *self,
                               EntSession      *session)
{
  g_return_if_fail (ENT_IS_TIMELINE_VIEW (self));
  g_return_if_fail (session == NULL || ENT_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->found, session != NULL ? ent_session_get_results (session) : NULL);
  g_signal_group_set_target (self->signals, session);
  ent_timeline_view_follow_markers (self);
  session_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * ent_timeline_view_dup_lanes:
 * @self: the widget
 * @focus: (out) (optional): the number of the lane that the event in focus stands in; 0 if there is none
 *
 * Returns: (transfer full): what views call the lanes, from the top, ended by %NULL
 */
GStrv
ent_timeline_view_dup_lanes (EntTimelineView *self,
                             guint           *focus)
{
  EntTimelineFrame frame;
  guint ignored;

  g_return_val_if_fail (ENT_IS_TIMELINE_VIEW (self), NULL);

  if (!ent_timeline_view_get_frame (self, &frame))
    return g_new0 (char *, 1);
  return ent_timeline_layers_dup_lanes (self->layers, &frame, focus != NULL ? focus : &ignored);
}
