/* ent-bin-range.c: counts in a row, with two handles on them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-bin-range.h"

#include <math.h>

#include "ent-palette.h"

/* CSS pixels. Plain counts are few and wide, with a track below; coloured ones many and narrow. */
#define PLAIN_HEIGHT 56
#define PLAIN_BARS 30
#define PLAIN_TRACK 36
#define PLAIN_TEXT 11.5
#define COLOURED_HEIGHT 64
#define COLOURED_BARS 42
#define COLOURED_BASE 44
#define COLOURED_TEXT 10.5
#define KNOB 7.0
#define LEAST_WIDTH 120
#define HANDLE_WIDTH 20
#define CLICK 3.0

/* How far Page Up and Page Down go. */
#define PAGE 5

/**
 * EntBinRange:
 *
 * Bars for bins, and a range of them between two handles. A handle is dragged, or moved by Left, Right, Page Up, Page
 * Down, Home and End when it has the focus; a click on a bar takes this bin alone, a drag over bars those it passes.
 *
 * "moved" comes while the range is dragged, "changed" when it has been changed by hand.
 *
 * # CSS nodes
 *
 * `binrange` with two nodes `handle`.
 *
 * # Accessibility
 *
 * Each handle is a slider with a name and a text for its value.
 */
struct _EntBinRange
{
  GtkWidget           parent_instance;
  EntBinRangeTextFunc text;
  gpointer            user_data;
  GtkWidget          *handles[2]; /* (owned) */
  GArray             *bins;       /* (owned) of EntBin */
  guint               range[2];   /* the first and the last bin, both in it */
  gboolean            coloured;

  int                 held;       /* the handle that is dragged; −1: none, 2: bars */
  double              from;       /* where that began */
  gboolean            moved;
  guint               before[2];
};

enum
{
  MOVED,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntBinRange, ent_bin_range, GTK_TYPE_WIDGET)

/* A place along the bars, from 0 to their number, in pixels; from the right where one reads so. */
static double
to_x (EntBinRange *self,
      double       place)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double x = self->bins->len > 0 ? place / self->bins->len * width : 0;

  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? width - x : x;
}

static double
to_place (EntBinRange *self,
          double       x)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x;
  return width > 0 ? CLAMP (x / width, 0, 1) * self->bins->len : 0;
}

static void
tell_values (EntBinRange *self)
{
  for (int i = 0; i < 2 && self->bins->len > 0; i++)
    {
      g_autofree char *text = self->text (self->range[i], i != 0, self->user_data);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->handles[i]),
                                      GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                      GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) self->bins->len - 1,
                                      GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) self->range[i],
                                      GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
      gtk_widget_set_tooltip_text (self->handles[i], text);
    }
}

static gboolean
change (EntBinRange *self,
        guint        first,
        guint        last)
{
  if (self->bins->len == 0 || (first == self->range[0] && last == self->range[1]))
    return FALSE;
  self->range[0] = first;
  self->range[1] = last;
  tell_values (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

static guint
get_bin (EntBinRange *self,
         double       x)
{
  return (guint) MIN (floor (to_place (self, x)), self->bins->len - 1.0);
}

/* Moves one handle to a bin; it does not pass the other. */
static gboolean
move_handle (EntBinRange *self,
             int          handle,
             double       bin)
{
  guint last = self->bins->len - 1;

  if (handle == 0)
    return change (self, (guint) CLAMP (bin, 0, self->range[1]), self->range[1]);
  return change (self, self->range[0], (guint) CLAMP (bin, self->range[0], last));
}

static gboolean
key_cb (EntBinRange           *self,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        GtkEventControllerKey *keys)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  int handle = widget == self->handles[1];
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double bin = self->range[handle];

  if (self->bins->len == 0 || state & gtk_accelerator_get_default_mod_mask ())
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      bin += rtl ? 1 : -1;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      bin += rtl ? -1 : 1;
      break;
    case GDK_KEY_Page_Up:
      bin += PAGE;
      break;
    case GDK_KEY_Page_Down:
      bin -= PAGE;
      break;
    case GDK_KEY_Home:
      bin = 0;
      break;
    case GDK_KEY_End:
      bin = self->bins->len - 1.0;
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  if (move_handle (self, handle, bin))
    g_signal_emit (self, signals[CHANGED], 0);
  return GDK_EVENT_STOP;
}

static void
drag_begun_cb (EntBinRange *self,
               double       x,
               double       y,
               GtkGesture  *drag)
{
  double nearest = HANDLE_WIDTH / 2.0;

  self->held = self->bins->len > 0 ? 2 : -1;
  self->from = x;
  self->moved = FALSE;
  memcpy (self->before, self->range, sizeof self->range);
  for (int i = 0; i < 2; i++)
    {
      double distance = fabs (to_x (self, self->range[i] + i) - x);

      /* Where both stand on one another, the pointer's side tells which is meant. */
      if (distance <= nearest)
        {
          nearest = distance;
          self->held = i;
        }
    }
  gtk_gesture_set_state (drag, GTK_EVENT_SEQUENCE_CLAIMED);
  if (self->held < 2 && self->held >= 0)
    gtk_widget_grab_focus (self->handles[self->held]);
}

static void
drag_moved_cb (EntBinRange *self,
               double       dx,
               double       dy)
{
  double x = self->from + dx;
  gboolean changed = FALSE;

  if (self->held < 0 || (!self->moved && fabs (dx) < CLICK))
    return;
  self->moved = TRUE;
  if (self->held == 0)
    changed = move_handle (self, 0, round (to_place (self, x)));
  else if (self->held == 1)
    changed = move_handle (self, 1, round (to_place (self, x)) - 1);
  else
    {
      guint one = get_bin (self, self->from);
      guint other = get_bin (self, x);

      changed = change (self, MIN (one, other), MAX (one, other));
    }
  if (changed)
    g_signal_emit (self, signals[MOVED], 0);
}

static void
drag_ended_cb (EntBinRange *self,
               double       dx,
               double       dy)
{
  if (self->held == 2 && !self->moved)
    {
      guint bin = get_bin (self, self->from);

      change (self, bin, bin);
    }
  self->held = -1;
  if (memcmp (self->before, self->range, sizeof self->range) != 0)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
drag_cancelled_cb (EntBinRange *self)
{
  if (self->held < 0)
    return;
  self->held = -1;
  change (self, self->before[0], self->before[1]);
  g_signal_emit (self, signals[MOVED], 0);
}

static void
ent_bin_range_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH
                        : ENT_BIN_RANGE (widget)->coloured        ? COLOURED_HEIGHT
                                                                  : PLAIN_HEIGHT;
}

static void
ent_bin_range_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  EntBinRange *self = ENT_BIN_RANGE (widget);

  for (int i = 0; i < 2; i++)
    {
      int x = (int) round (to_x (self, self->range[i] + i)) - HANDLE_WIDTH / 2;
      GtkAllocation allocation = { x, self->coloured ? 0 : PLAIN_TRACK - 10, HANDLE_WIDTH,
                                   self->coloured ? COLOURED_BASE + 2 : 20 };

      gtk_widget_size_allocate (self->handles[i], &allocation, -1);
    }
}

static void
fill (cairo_t  *cr,
      EntColor  color,
      double    x,
      double    y,
      double    width,
      double    height)
{
  GdkRGBA rgba = ent_palette_to_rgba (color);

  gdk_cairo_set_source_rgba (cr, &rgba);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

static void
draw_text (EntBinRange *self,
           cairo_t     *cr,
           const char  *text,
           double       size,
           gboolean     bold,
           EntColor     color,
           double       middle,
           double       top)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoFontDescription) font =
    pango_font_description_copy (pango_context_get_font_description (pango_layout_get_context (layout)));
  GdkRGBA rgba = ent_palette_to_rgba (color);
  double least = 0;
  int width;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_get_pixel_size (layout, &width, NULL);
  least = CLAMP (middle - width / 2.0, 0, gtk_widget_get_width (GTK_WIDGET (self)) - width);
  gdk_cairo_set_source_rgba (cr, &rgba);
  cairo_move_to (cr, least, top);
  pango_cairo_show_layout (cr, layout);
}

static gboolean
is_in_range (EntBinRange *self,
             guint        bin)
{
  return bin >= self->range[0] && bin <= self->range[1];
}

static void
draw_plain (EntBinRange    *self,
            cairo_t        *cr,
            const EntTheme *theme,
            guint           most)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double bin_width = width / self->bins->len;
  double x0 = to_x (self, self->range[0]);
  double x1 = to_x (self, self->range[1] + 1);

  for (guint i = 0; i < self->bins->len; i++)
    {
      const EntBin *bin = &g_array_index (self->bins, EntBin, i);
      double x = fmin (to_x (self, i), to_x (self, i + 1));
      double height = most > 0 ? (double) bin->total / most * PLAIN_BARS : 0;
      gboolean in = is_in_range (self, i);

      if (bin->total > 0)
        height = fmax (height, 1);
      fill (cr, in ? theme->dim : theme->line, round (x + 8), PLAIN_BARS - height, round (bin_width - 16), height);
      if (bin->label != NULL)
        draw_text (self, cr, bin->label, PLAIN_TEXT, in, in ? theme->ink : theme->faint, x + bin_width / 2, 42);
    }
  fill (cr, theme->line, 0, PLAIN_TRACK - 2, width, 4);
  fill (cr, theme->accent, fmin (x0, x1), PLAIN_TRACK - 2, fabs (x1 - x0), 4);
}

static void
draw_coloured (EntBinRange    *self,
               cairo_t        *cr,
               const EntTheme *theme,
               guint           most)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double last = -100;

  for (guint i = 0; i < self->bins->len; i++)
    {
      const EntBin *bin = &g_array_index (self->bins, EntBin, i);
      double x = fmin (to_x (self, i), to_x (self, i + 1));
      double bar = fmax (1, width / self->bins->len - 0.8);
      gboolean in = is_in_range (self, i);
      double y = COLOURED_BASE;
      double scale = most > 0 ? (double) COLOURED_BARS / most : 0;
      GdkRGBA grey = ent_palette_to_rgba (theme->faint);

      grey.alpha = in ? 0.35f : 0.25f;
      gdk_cairo_set_source_rgba (cr, &grey);
      cairo_rectangle (cr, x, y - bin->total * scale, bar, bin->total * scale);
      cairo_fill (cr);
      for (int kind = 0; in && kind < ENT_BIN_RANGE_N_KINDS; kind++)
        {
          double height = bin->counts[kind] * scale;

          if (height > 0)
            fill (cr, theme->kind[kind], x, y - height, bar, height);
          y -= height;
        }
      if (bin->label != NULL && fabs (x - last) > 34)
        {
          draw_text (self, cr, bin->label, COLOURED_TEXT, FALSE, theme->faint, x, 50);
          last = x;
        }
    }
  fill (cr, theme->line, 0, COLOURED_BASE, width, 1);
}

static void
draw_handle (EntBinRange    *self,
             cairo_t        *cr,
             const EntTheme *theme,
             int             handle)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double x = CLAMP (to_x (self, self->range[handle] + handle), self->coloured ? 1 : 0, width - (self->coloured ? 1 : 0));
  GdkRGBA edge = ent_palette_to_rgba (theme->dim);
  GdkRGBA card = ent_palette_to_rgba (theme->view);
  GdkRGBA accent = ent_palette_to_rgba (theme->accent);
  gboolean focus = gtk_widget_has_visible_focus (self->handles[handle]);

  if (self->coloured)
    {
      fill (cr, theme->dim, x - 0.6, 0, 1.2, COLOURED_BASE + 2);
      cairo_new_sub_path (cr);
      cairo_arc (cr, x + 0.5, 17, 3, -G_PI_2, 0);
      cairo_arc (cr, x + 0.5, 29, 3, 0, G_PI_2);
      cairo_arc (cr, x - 0.5, 29, 3, G_PI_2, G_PI);
      cairo_arc (cr, x - 0.5, 17, 3, G_PI, -G_PI_2);
      cairo_close_path (cr);
    }
  else
    cairo_arc (cr, CLAMP (x, KNOB, width - KNOB), PLAIN_TRACK, KNOB, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &card);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, focus ? &accent : &edge);
  cairo_set_line_width (cr, focus ? 2.5 : 1);
  cairo_stroke (cr);
}

static void
ent_bin_range_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  EntBinRange *self = ENT_BIN_RANGE (widget);
  const EntTheme *theme = ent_palette_get_theme ();
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (-4, -2, (float) gtk_widget_get_width (widget) + 8,
                                               (float) gtk_widget_get_height (widget) + 4);
  cairo_t *cr;
  guint most = 0;

  if (self->bins->len == 0)
    return;
  for (guint i = 0; i < self->bins->len; i++)
    most = MAX (most, g_array_index (self->bins, EntBin, i).total);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  if (self->coloured)
    draw_coloured (self, cr, theme, most);
  else
    draw_plain (self, cr, theme, most);
  for (int i = 0; i < 2; i++)
    draw_handle (self, cr, theme, i);
  cairo_destroy (cr);
}

static void
ent_bin_range_dispose (GObject *object)
{
  EntBinRange *self = ENT_BIN_RANGE (object);

  for (int i = 0; i < 2; i++)
    g_clear_pointer (&self->handles[i], gtk_widget_unparent);
  G_OBJECT_CLASS (ent_bin_range_parent_class)->dispose (object);
}

static void
ent_bin_range_finalize (GObject *object)
{
  g_array_unref (ENT_BIN_RANGE (object)->bins);
  G_OBJECT_CLASS (ent_bin_range_parent_class)->finalize (object);
}

static void
ent_bin_range_class_init (EntBinRangeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ent_bin_range_dispose;
  object_class->finalize = ent_bin_range_finalize;
  widget_class->measure = ent_bin_range_measure;
  widget_class->size_allocate = ent_bin_range_size_allocate;
  widget_class->snapshot = ent_bin_range_snapshot;

  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "binrange");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ent_bin_range_init (EntBinRange *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->held = -1;
  self->bins = g_array_new (FALSE, TRUE, sizeof (EntBin));
  for (int i = 0; i < 2; i++)
    {
      GtkEventController *keys = gtk_event_controller_key_new ();

      self->handles[i] = g_object_new (GTK_TYPE_IMAGE, "css-name", "handle", "accessible-role", GTK_ACCESSIBLE_ROLE_SLIDER,
                                       "focusable", TRUE, NULL);
      gtk_widget_set_cursor_from_name (self->handles[i], "ew-resize");
      g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
      gtk_widget_add_controller (self->handles[i], keys);
      g_signal_connect_swapped (self->handles[i], "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw), self);
      gtk_widget_set_parent (self->handles[i], GTK_WIDGET (self));
    }
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_moved_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancelled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  ent_palette_connect (G_OBJECT (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * ent_bin_range_new:
 * @coloured: whether there are many bins, coloured by kind; else few, of one colour
 * @first_name: what a screen reader calls the first handle
 * @last_name: and the other
 * @text: says what a bin is called
 * @user_data: for @text
 *
 * Returns: (transfer floating): a range without bins
 */
GtkWidget *
ent_bin_range_new (gboolean             coloured,
                   const char          *first_name,
                   const char          *last_name,
                   EntBinRangeTextFunc  text,
                   gpointer             user_data)
{
  EntBinRange *self = g_object_new (ENT_TYPE_BIN_RANGE, NULL);

  self->coloured = coloured;
  self->text = text;
  self->user_data = user_data;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->handles[0]), GTK_ACCESSIBLE_PROPERTY_LABEL, first_name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->handles[1]), GTK_ACCESSIBLE_PROPERTY_LABEL, last_name, -1);
  return GTK_WIDGET (self);
}

/**
 * ent_bin_range_set_bins:
 * @self: a range
 * @bins: (array length=n_bins): what it shows; copied, but not the labels
 * @n_bins: how many
 *
 * The range is all of them when there are another number of bins.
 */
void
ent_bin_range_set_bins (EntBinRange  *self,
                        const EntBin *bins,
                        guint         n_bins)
{
  g_return_if_fail (ENT_IS_BIN_RANGE (self));

  if (n_bins != self->bins->len)
    {
      self->held = -1;
      self->range[0] = 0;
      self->range[1] = n_bins > 0 ? n_bins - 1 : 0;
    }
  g_array_set_size (self->bins, 0);
  g_array_append_vals (self->bins, bins, n_bins);
  tell_values (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * ent_bin_range_set_range:
 * @self: a range
 * @first: the first bin in it
 * @last: the last
 *
 * Does nothing while it is being dragged.
 */
void
ent_bin_range_set_range (EntBinRange *self,
                         guint        first,
                         guint        last)
{
  g_return_if_fail (ENT_IS_BIN_RANGE (self));

  if (self->held < 0 && self->bins->len > 0)
    change (self, MIN (first, self->bins->len - 1), MIN (last, self->bins->len - 1));
}

/** ent_bin_range_get_range: (skip): the first and the last bin in it */
void
ent_bin_range_get_range (EntBinRange *self,
                         guint       *first,
                         guint       *last)
{
  g_return_if_fail (ENT_IS_BIN_RANGE (self));

  *first = self->range[0];
  *last = self->range[1];
}
