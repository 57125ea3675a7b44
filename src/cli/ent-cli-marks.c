/* ent-cli-marks.c: the stars and notes of the one who runs a command
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They are made in a window, which keeps them in the state folder. Nothing is ever written there.
 */
#include "config.h"

#include "ent-cli-marks.h"

#include "ent-cli-input.h"
#include "ent-format.h"
#include "ent-state.h"

#include <glib/gi18n.h>

/* Whether any part of a query asks for stars or notes. */
static gboolean
asks_for_marks (const EntQuery *query)
{
  guint n_values = 0;
  const EntQueryValue *values;

  for (guint i = 0; i < ent_query_get_n_children (query); i++)
    if (asks_for_marks (ent_query_get_child (query, i)))
      return TRUE;
  if (ent_query_get_node_type (query) != ENT_QUERY_FIELD || !g_str_equal (ent_query_get_field (query), "is"))
    return FALSE;
  values = ent_query_get_values (query, &n_values);
  for (guint i = 0; i < n_values; i++)
    if (g_ascii_strcasecmp (values[i].text, "starred") == 0 || g_ascii_strcasecmp (values[i].text, "noted") == 0)
      return TRUE;
  return FALSE;
}

static void
warn (const char *path,
      const char *why)
{
  g_autofree char *name = ent_cli_escape (path);
  g_autofree char *reason = ent_cli_escape (why);

  /* TRANSLATORS: a file's name, and why */
  g_printerr (_("warning: stars and notes of “%s” are not known: %s\n"), name, reason);
}

/**
 * ent_cli_read_marks:
 * @marks: (out caller-allocates): what is found; nothing at all when nothing is asked for
 * @path: (type filename): the file of the dataset, as it was named to ent_cli_open()
 * @dataset: what is in it
 * @query: a query
 *
 * Finds the events that have a star or a note, if the query asks for any. What cannot be known is said on the
 * standard error and taken as none.
 */
void
ent_cli_read_marks (EntCliMarks    *marks,
                    const char     *path,
                    EntDataset     *dataset,
                    const EntQuery *query)
{
  g_autoptr (EntAnnotations) annotations = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *place = NULL;

  g_return_if_fail (marks != NULL && path != NULL && query != NULL);
  g_return_if_fail (ENT_IS_DATASET (dataset));

  *marks = (EntCliMarks){ 0 };
  if (!asks_for_marks (query))
    return;
  if (g_str_equal (path, "-"))
    {
      warn (path, _("it has no name"));
      return;
    }
  place = ent_state_dup_place (g_str_equal (path, ENT_FORMAT_BUNDLED) ? NULL : path);
  annotations = ent_state_read_annotations (place, &error);
  if (annotations == NULL)
    {
      warn (path, error != NULL ? error->message : _("it was never opened in a window"));
      return;
    }
  marks->starred = ent_annotations_get_starred_rows (annotations, dataset);
  marks->noted = ent_annotations_get_noted_rows (annotations, dataset);
}

/** ent_cli_marks_clear: (skip): frees what it holds */
void
ent_cli_marks_clear (EntCliMarks *marks)
{
  g_clear_pointer (&marks->starred, ent_row_set_unref);
  g_clear_pointer (&marks->noted, ent_row_set_unref);
}
