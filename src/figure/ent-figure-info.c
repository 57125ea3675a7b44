/* ent-figure-info.c: what a picture file says besides its picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-figure-info.h"

#include <string.h>

G_DEFINE_QUARK (ent-figure-error-quark, ent_figure_error)

/**
 * ent_figure_is_linkable:
 * @url: (nullable): an address from a dataset
 *
 * Returns: whether a picture may link to @url: it is http, https or mailto, and holds neither spaces nor
 *   control characters
 */
gboolean
ent_figure_is_linkable (const char *url)
{
  static const char *const schemes[] = { "http://", "https://", "mailto:" };

  if (url == NULL || !g_utf8_validate (url, -1, NULL))
    return FALSE;
  for (const char *at = url; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_iscntrl (c) || g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_FORMAT ||
          (c & 0xfffe) == 0xfffe)
        return FALSE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      gsize length = strlen (schemes[i]);

      if (g_ascii_strncasecmp (url, schemes[i], length) == 0)
        return url[length] != '\0';
    }
  return FALSE;
}
