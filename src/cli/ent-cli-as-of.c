/* ent-cli-as-of.c: the day as of which a command tells
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-cli-as-of.h"

#include <glib/gi18n.h>

#include "ent-as-of.h"

/**
 * ent_cli_check_as_of:
 * @text: (nullable): what `--as-of` says; %NULL if it was not given, empty for all that is known, whatever the file says
 * @error: return location for an #EntDateError, prefixed with the option
 *
 * Returns: whether it is a day, or whatever else has an end
 */
gboolean
ent_cli_check_as_of (const char *text,
                     GError    **error)
{
  EntDate date;
  gint64 end;

  if (text == NULL || *text == '\0')
    return TRUE;
  if (!ent_date_parse (text, -1, &date, error))
    {
      g_prefix_error_literal (error, "--as-of: ");
      return FALSE;
    }
  if (ent_as_of_get_end (&date, &end))
    return TRUE;
  g_set_error (error, ENT_DATE_ERROR, ENT_DATE_ERROR_NOT_CLOSED, _("--as-of: “%s” has no known end"), text);
  return FALSE;
}

/** ent_cli_set_as_of: (skip): makes of a dataset that of a day that ent_cli_check_as_of() lets pass */
void
ent_cli_set_as_of (EntDataset **dataset,
                   const char  *text)
{
  g_autoptr (EntDataset) whole = *dataset;
  g_autoptr (EntView) view = ent_view_new ();

  if (text != NULL && *text != '\0')
    ent_view_set_as_of (view, text, -1, NULL);
  *dataset = ent_dataset_new_of_view (whole, view);
}
