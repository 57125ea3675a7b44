/* ent-page-size.c: lengths and sizes as people write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-page-size.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ent-figure-info.h"

static const struct
{
  const char *name;
  double      px;
} units[] = {
  { "px", 1 }, { "mm", 96 / 25.4 }, { "cm", 96 / 2.54 }, { "in", 96 }, { "pt", 96 / 72.0 },
};

/* A number and, if there is one, its unit; −1 for none. */
static gboolean
read_length (const char **at,
             double      *number,
             int         *unit)
{
  char *end;

  if (!g_ascii_isdigit (**at) && **at != '.')
    return FALSE;
  *number = g_ascii_strtod (*at, &end);
  /* strtod reads hexadecimal; here x is what stands between two lengths. */
  if (end - *at > 2 && (*at)[0] == '0' && g_ascii_tolower ((*at)[1]) == 'x')
    {
      *number = 0;
      end = (char *) *at + 1;
    }
  if (end == *at || !isfinite (*number))
    return FALSE;
  *unit = -1;
  *at = end;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_ascii_strncasecmp (end, units[i].name, 2) == 0)
      {
        *unit = (int) i;
        *at = end + 2;
      }
  return TRUE;
}

/**
 * ent_page_size_parse:
 * @text: "1600x900", "180mm", "180x120mm", "18cm×12cm", "13.33in x 7.5in"; px where no unit is named
 * @size: (out): the size
 * @error: (out) (optional): why not
 *
 * Returns: whether @text is a size that can be drawn
 */
gboolean
ent_page_size_parse (const char   *text,
                     EntPageSize  *size,
                     GError      **error)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autofree char *plain = g_strjoinv ("", words);
  const char *at = plain;
  double width = 0;
  double height = 0;
  int width_unit = -1;
  int height_unit = -1;
  gboolean two = FALSE;
  gboolean good = read_length (&at, &width, &width_unit);

  if (good && *at != '\0')
    {
      if (g_str_has_prefix (at, "×"))
        at += strlen ("×");
      else if (*at == 'x' || *at == 'X')
        at++;
      else
        good = FALSE;
      good = good && read_length (&at, &height, &height_unit) && *at == '\0';
      two = TRUE;
    }
  if (!good || width <= 0 || (two && height <= 0))
    {
      g_set_error (error, ENT_FIGURE_ERROR, ENT_FIGURE_ERROR_EMPTY,
                   _("“%s” is no size; write a width and a height such as 1600x900, 180x120mm or 7.5in"), text);
      return FALSE;
    }
  if (width_unit < 0)
    width_unit = MAX (height_unit, 0);
  if (height_unit < 0)
    height_unit = width_unit;
  size->width = width * units[width_unit].px;
  size->height = two ? height * units[height_unit].px : 0;
  size->unit = units[width_unit].name;
  if (size->width < 32 || (two && size->height < 32) || size->width > 100000 || size->height > 100000)
    {
      g_set_error (error, ENT_FIGURE_ERROR, ENT_FIGURE_ERROR_TOO_LARGE,
                   _("a picture of %s cannot be drawn; each side is to have 32 to 100000 pixels"), text);
      return FALSE;
    }
  return TRUE;
}

/** ent_page_size_is_physical: (skip): whether it is a size on paper, not on a screen */
gboolean
ent_page_size_is_physical (const EntPageSize *size)
{
  return !g_str_equal (size->unit, "px");
}
