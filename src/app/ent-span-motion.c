/* ent-span-motion.c: how a view gets from one stretch of time to another
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-span-motion.h"

#include "ent-navigation.h"

#include <math.h>

#define MILLISECONDS 220

/* Farther than so many views away nothing is seen on the way. */
#define FAR 4

struct _EntSpanMotion
{
  AdwAnimation     *animation; /* (owned) */
  EntSpanMotionFunc moved;
  gpointer          data;
  gboolean          is_set;
  EntSpan           shown;
  EntSpan           from;
  EntSpan           to;
};

static double
length_of (const EntSpan *span)
{
  return (double) ((guint64) span->end - (guint64) span->start);
}

/**
 * ent_span_interpolate:
 * @from: where a motion begins
 * @to: where it ends
 * @progress: 0–1
 * @span: (out): where it is
 *
 * The scale changes by the same factor in the same time, and what is in the same place at both ends stays there, so
 * that a zoom is even and does not sway.
 */
void
ent_span_interpolate (const EntSpan *from,
                      const EntSpan *to,
                      double         progress,
                      EntSpan       *span)
{
  double first = length_of (from);
  double last = length_of (to);
  double length;
  double way;

  if (progress <= 0 || progress >= 1)
    {
      *span = progress <= 0 ? *from : *to;
      return;
    }
  length = first * pow (last / first, progress);
  way = fabs (last - first) < first * 1e-6 ? progress : (length - first) / (last - first);
  /* Halves, as the way from one end of time to the other has more than 64 bits. */
  span->start = from->start + 2 * (gint64) (way * ((double) to->start / 2 - (double) from->start / 2));
  /* In a pan the length is kept to the second: another would be another scale. */
  span->end = (guint64) to->end - (guint64) to->start == (guint64) from->end - (guint64) from->start
                ? (gint64) ((guint64) span->start + ((guint64) from->end - (guint64) from->start))
                : (gint64) ((guint64) span->start + (guint64) fmax (length, 1));
}

static gboolean
is_far (const EntSpan *from,
        const EntSpan *to)
{
  double longer = fmax (length_of (from), length_of (to));
  double distance = fabs (((double) to->start / 2 - (double) from->start / 2) +
                          ((double) to->end / 2 - (double) from->end / 2));

  return distance > FAR * longer;
}

static void
moved_cb (double   progress,
          gpointer data)
{
  EntSpanMotion *self = data;
  EntSpan span;

  ent_span_interpolate (&self->from, &self->to, progress, &span);
  if (ent_span_equal (&span, &self->shown))
    return;
  self->shown = span;
  self->moved (self->data);
}

/**
 * ent_span_motion_new:
 * @widget: whose span it is
 * @moved: called when the shown span has changed
 * @data: given to @moved
 *
 * Returns: (transfer full): a motion that has no span yet; free it in dispose at the latest
 */
EntSpanMotion *
ent_span_motion_new (GtkWidget         *widget,
                     EntSpanMotionFunc  moved,
                     gpointer           data)
{
  EntSpanMotion *self = g_new0 (EntSpanMotion, 1);

  self->moved = moved;
  self->data = data;
  self->animation = adw_timed_animation_new (widget, 0, 1, MILLISECONDS,
                                             adw_callback_animation_target_new (moved_cb, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_OUT_CUBIC);
  return self;
}

void
ent_span_motion_free (EntSpanMotion *self)
{
  adw_animation_pause (self->animation);
  g_object_unref (self->animation);
  g_free (self);
}

/**
 * ent_span_motion_get:
 * @self: a motion
 * @shown: (out): what is to be shown now
 *
 * Returns: %FALSE if nothing has been set
 */
gboolean
ent_span_motion_get (EntSpanMotion *self,
                     EntSpan       *shown)
{
  if (self->is_set)
    *shown = self->shown;
  return self->is_set;
}

/** ent_span_motion_is_moving: (skip): whether another span will be shown without anything being set */
gboolean
ent_span_motion_is_moving (EntSpanMotion *self)
{
  return adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING;
}

/**
 * ent_span_motion_set:
 * @self: a motion
 * @span: what to show from now on
 */
void
ent_span_motion_set (EntSpanMotion *self,
                     const EntSpan *span)
{
  if (ent_span_motion_is_moving (self))
    adw_animation_pause (self->animation);
  if (self->is_set && ent_span_equal (&self->shown, span))
    {
      self->to = *span;
      return;
    }
  self->is_set = TRUE;
  self->from = self->to = self->shown = *span;
  self->moved (self->data);
}

/**
 * ent_span_motion_go:
 * @self: a motion
 * @span: what to show in the end
 *
 * Moves there from what is shown, unless animations are off, it is so far that nothing would be seen on the way, or
 * nothing is shown yet.
 */
void
ent_span_motion_go (EntSpanMotion *self,
                    const EntSpan *span)
{
  GtkWidget *widget = adw_animation_get_widget (self->animation);

  if (self->is_set && ent_span_equal (&self->to, span))
    return;
  if (!self->is_set || is_far (&self->shown, span) || !gtk_widget_get_mapped (widget) ||
      !adw_get_enable_animations (widget))
    {
      ent_span_motion_set (self, span);
      return;
    }
  if (ent_span_motion_is_moving (self))
    adw_animation_pause (self->animation);
  self->from = self->shown;
  self->to = *span;
  adw_animation_reset (self->animation);
  adw_animation_play (self->animation);
}

/**
 * ent_span_motion_follow:
 * @self: a motion
 * @session: a session
 *
 * Goes where @session is; at once if it is moved there by hand.
 */
void
ent_span_motion_follow (EntSpanMotion *self,
                        EntSession    *session)
{
  EntSpan span;

  ent_navigation_get_span (session, &span);
  if (ent_navigation_is_by_hand (session))
    ent_span_motion_set (self, &span);
  else
    ent_span_motion_go (self, &span);
}
