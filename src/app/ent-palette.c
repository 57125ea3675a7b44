/* ent-palette.c: the colours of the desktop's style
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-palette.h"

/**
 * ent_palette_get_theme:
 *
 * Returns: (transfer none): the theme of pictures that goes with the desktop's style now: light or dark, each with
 *   high contrast
 */
const EntTheme *
ent_palette_get_theme (void)
{
  /* By dark, then by contrast. */
  static const char *const names[2][2] = { { "light", "contrast" }, { "dark", "contrast-dark" } };
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);
  const EntTheme *theme = ent_theme_find (names[dark][adw_style_manager_get_high_contrast (manager)]);

  return theme != NULL ? theme : ent_theme_find (names[dark][FALSE]);
}

/**
 * ent_palette_connect:
 * @object: who wants to know, usually a widget
 * @changed: called with @object when ent_palette_get_theme() may give another, as long as @object lives
 */
void
ent_palette_connect (GObject   *object,
                     GCallback  changed)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", changed, object, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", changed, object, G_CONNECT_SWAPPED);
}

/** ent_palette_to_rgba: (skip): a picture's colour as GTK has it */
GdkRGBA
ent_palette_to_rgba (EntColor color)
{
  return (GdkRGBA){ (float) ((color >> 24) & 0xff) / 255.0f, (float) ((color >> 16) & 0xff) / 255.0f,
                    (float) ((color >> 8) & 0xff) / 255.0f, (float) (color & 0xff) / 255.0f };
}
