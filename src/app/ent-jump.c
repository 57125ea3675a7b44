/* ent-jump.c: what is meant by a date that is typed to go there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-jump.h"

#include "ent-date-text.h"
#include "ent-navigation.h"
#include "ent-phrase.h"

#include <glib/gi18n.h>
#include <string.h>

/* As people write decades and centuries: "1980s", "1900s" is the decade. */
static gboolean
is_decade (const char *text)
{
  return strlen (text) == 5 && strspn (text, "0123456789") == 4 && text[3] == '0' && text[4] == 's';
}

/**
 * ent_jump_read:
 * @text: what was typed: EDTF, or a decade such as "1980s"; white space about it does not matter
 * @date: (out): the date; untouched when %FALSE is returned
 * @words: (out) (transfer full): the date in words of the interface
 * @error: return location for an #EntDateError
 *
 * Returns: whether it is a date that has a place in time
 */
gboolean
ent_jump_read (const char  *text,
               EntDate     *date,
               char       **words,
               GError     **error)
{
  g_autofree char *edtf = NULL;
  EntDate read;

  g_return_val_if_fail (text != NULL && date != NULL && words != NULL, FALSE);

  edtf = g_strstrip (g_strdup (text));
  if (is_decade (edtf))
    strcpy (edtf + 3, "X");
  if (!ent_date_parse (edtf, -1, &read, error))
    return FALSE;
  if (read.earliest_start.kind != ENT_BOUND_KNOWN && read.latest_end.kind != ENT_BOUND_KNOWN)
    {
      g_set_error_literal (error, ENT_DATE_ERROR, ENT_DATE_ERROR_NOT_CLOSED,
                           _("expected a date with a start or an end that is known and not too far away"));
      return FALSE;
    }
  *date = read;
  *words = ent_date_text_words (ent_slice_from_string (edtf), ENT_DATE_STYLE_FULL);
  return TRUE;
}

/**
 * ent_jump_describe:
 * @session: a session
 * @date: where one would go
 * @words: the date in words
 *
 * Returns: (transfer full): the words, with what is to be known before one goes: that there is nothing so early or so
 *   late
 */
char *
ent_jump_describe (EntSession    *session,
                   const EntDate *date,
                   const char    *words)
{
  EntSpan whole;
  EntSpan span;

  g_return_val_if_fail (ENT_IS_SESSION (session), NULL);

  if (ent_navigation_get_whole (session, &whole) && ent_navigation_get_date_span (session, date, &span))
    {
      if (span.end <= whole.start)
        /* Translators: of a date one wants to go to, as in "March 1850: before all events" */
        return ent_phrase_fill (_("{date}: before all events"), "date", words, NULL);
      if (span.start >= whole.end)
        /* Translators: of a date one wants to go to, as in "March 2150: after all events" */
        return ent_phrase_fill (_("{date}: after all events"), "date", words, NULL);
    }
  return g_strdup (words);
}
