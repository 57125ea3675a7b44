/* ent-health-report.c: all that was found, as a text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-health.h"

#include <glib/gi18n.h>

/* How much of an id, a title, a date is said. */
#define TEXT_BYTES 200

static char *
dup_cut (EntSlice slice)
{
  g_autofree char *text = ent_slice_dup (ent_slice_cut (slice, TEXT_BYTES));

  return g_strconcat (text != NULL ? text : "", slice.length > TEXT_BYTES ? "…" : "", NULL);
}

/**
 * ent_health_dup_date:
 * @dataset: a dataset
 * @row: one of its events
 *
 * Returns: (transfer full) (nullable): its date as it stands in the file, start and end with a stroke between; %NULL when
 *   there is none
 */
char *
ent_health_dup_date (EntDataset *dataset,
                     guint32     row)
{
  EntSlice date = ent_dataset_get_event_text (dataset, row, ENT_TEXT_DATE, NULL);
  g_autofree char *from = ent_slice_dup (ent_dataset_get_event_text (dataset, row, ENT_TEXT_START, NULL));
  g_autofree char *to = ent_slice_dup (ent_dataset_get_event_text (dataset, row, ENT_TEXT_END, NULL));

  if (date.text != NULL)
    return ent_slice_dup (date);
  if (to == NULL)
    return g_steal_pointer (&from);
  return g_strdup_printf ("%s/%s", from != NULL ? from : "", to);
}

/**
 * ent_health_describe_line:
 * @self: what was found
 * @finding: one of it
 * @index: which of its items
 *
 * Names an event, or an actor, with what the finding's own sentence leaves open of it.
 *
 * Returns: (transfer full): `ID: title (date); words`, as it stands in the file
 */
char *
ent_health_describe_line (const EntHealth        *self,
                          const EntHealthFinding *finding,
                          guint                   index)
{
  EntDataset *dataset = ent_health_get_dataset (self);
  g_autofree char *words = ent_health_describe_item (self, finding, index);
  g_autofree char *named = NULL;
  const EntHealthItem *item;

  g_return_val_if_fail (finding != NULL && index < finding->n_items, NULL);

  item = &finding->items[index];
  if (item->row == ENT_ROW_NONE)
    {
      named = dup_cut (ent_dataset_get_actor_id (dataset, item->number));
    }
  else
    {
      g_autofree char *id = dup_cut (ent_dataset_get_id (dataset, item->row));
      g_autofree char *title = dup_cut (ent_dataset_get_event_text (dataset, item->row, ENT_TEXT_TITLE, NULL));
      g_autofree char *written = ent_health_dup_date (dataset, item->row);
      g_autofree char *date = written != NULL ? dup_cut (ent_slice_from_string (written)) : NULL;

      named = date != NULL ? g_strdup_printf ("%s: %s (%s)", id, title, date) : g_strdup_printf ("%s: %s", id, title);
    }
  return words != NULL ? g_strdup_printf ("%s; %s", named, words) : g_steal_pointer (&named);
}

static void
append_item (GString            *report,
             EntHealthEscapeFunc escape,
             const char         *line)
{
  g_autofree char *clean = escape (line);

  g_string_append_printf (report, "    %s\n", clean);
}

/**
 * ent_health_report:
 * @self: what was found
 * @name: what the dataset is called in it, on one line
 * @most: how many events of a finding are named; of the rest their number is
 * @escape: makes one line of a text of the dataset, safe for where it goes
 *
 * Says `NAME: N findings, M of K events`, then each finding on a line with its events indented below.
 *
 * Returns: (transfer full): the report
 */
char *
ent_health_report (const EntHealth    *self,
                   const char         *name,
                   guint               most,
                   EntHealthEscapeFunc escape)
{
  g_autoptr (EntRowSet) rows = NULL;
  GString *report;

  g_return_val_if_fail (self != NULL && name != NULL && escape != NULL, NULL);

  report = g_string_new (NULL);
  rows = ent_health_get_rows (self, NULL);
  /* Not translated, here and in the words before each sentence: scripts read it. */
  g_string_append_printf (report, "%s: %u findings, %u of %u events\n", name, ent_health_get_size (self),
                          ent_row_set_count (rows), ent_row_set_get_n_rows (rows));
  for (guint i = 0; i < ent_health_get_size (self); i++)
    {
      const EntHealthFinding *finding = ent_health_get (self, i);
      g_autofree char *sentence = ent_health_describe (finding);
      guint n = MIN (finding->n_items, most);

      g_string_append_printf (report, "%s: %s: %s: %s\n", name, ent_health_concern_get_id (finding->concern),
                              ent_health_kind_get_id (finding->kind), sentence);
      for (guint j = 0; j < n; j++)
        {
          g_autofree char *line = ent_health_describe_line (self, finding, j);

          append_item (report, escape, line);
        }
      if (n < finding->n_items)
        {
          guint rest = finding->n_items - n;
          g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", rest), rest);

          append_item (report, escape, more);
        }
    }
  return g_string_free (report, FALSE);
}
