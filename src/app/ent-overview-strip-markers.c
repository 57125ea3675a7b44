/* ent-overview-strip-markers.c: markers A and B in the overview
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-overview-strip-markers.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ent-markers.h"
#include "ent-palette.h"

/* CSS pixels. */
#define FLAG 12.0
#define FLAG_TEXT 9

/** ent_overview_strip_follow_markers: (skip): has a strip drawn anew when markers of @session (nullable) change */
void
ent_overview_strip_follow_markers (GtkWidget  *widget,
                                   EntSession *session)
{
  if (session != NULL)
    g_signal_connect_object (ent_session_get_markers (session), "changed", G_CALLBACK (gtk_widget_queue_draw), widget,
                             G_CONNECT_SWAPPED);
}

static void
append_flag (GtkWidget      *widget,
             GtkSnapshot    *snapshot,
             const char     *letter,
             double          x,
             double          y,
             const EntTheme *theme)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, letter);
  PangoFontDescription *font = pango_font_description_from_string ("Bold");
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (x - FLAG / 2), (float) y, (float) FLAG, (float) FLAG);
  GdkRGBA ink = ent_palette_to_rgba (theme->ink);
  GdkRGBA ground = ent_palette_to_rgba (theme->view);
  GskRoundedRect flag;
  int width;
  int height;

  pango_font_description_set_absolute_size (font, FLAG_TEXT * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_get_pixel_size (layout, &width, &height);
  gsk_rounded_rect_init_from_rect (&flag, &bounds, 3);
  gtk_snapshot_push_rounded_clip (snapshot, &flag);
  gtk_snapshot_append_color (snapshot, &ink, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x - width / 2.0), (float) (y + (FLAG - height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &ground);
  gtk_snapshot_restore (snapshot);
}

/**
 * ent_overview_strip_append_markers:
 * @widget: the strip
 * @session: whose markers
 * @snapshot: what to add to
 * @request: where the strip stands
 *
 * Shows lines where markers stand, with their letters at the top.
 */
void
ent_overview_strip_append_markers (GtkWidget                *widget,
                                   EntSession               *session,
                                   GtkSnapshot              *snapshot,
                                   const EntOverviewRequest *request)
{
  const char *const letters[ENT_N_MARKERS] = { C_("marker", "A"), C_("marker", "B") };
  const EntTheme *theme = ent_palette_get_theme ();
  GdkRGBA ink = ent_palette_to_rgba (theme->ink);
  EntTimeScale scale = ent_overview_get_scale (request);
  EntStyle style = ENT_STYLE_SCREEN;
  EntOverviewHandle handle = ent_overview_get_handle (request, &style);
  double last = -HUGE_VAL;

  for (int marker = 0; marker < ENT_N_MARKERS; marker++)
    {
      EntDate date;
      double x;
      double y = handle.top;

      if (!ent_markers_locate (ent_session_get_markers (session), marker, ent_session_get_dataset (session),
                               request->basis, &date))
        continue;
      x = round (ent_time_scale_to_x (&scale, date.earliest_start.time)) + 0.5;
      if (x < request->x || x > request->x + request->width)
        continue;
      /* At the same place, one below the other. */
      if (fabs (x - last) < FLAG)
        y += FLAG + 1;
      gtk_snapshot_append_color (snapshot, &ink,
                                 &GRAPHENE_RECT_INIT ((float) (x - 0.5), (float) handle.top, (float) theme->line_scale,
                                                      (float) (handle.base - handle.top)));
      append_flag (widget, snapshot, letters[marker], x, y, theme);
      last = x;
    }
}
