/* ent-as-of-text.c: what is said of a timeline as of a day
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-as-of-text.h"

#include <glib/gi18n.h>

#include "ent-as-of.h"
#include "ent-date-text.h"
#include "ent-phrase.h"

/**
 * ent_as_of_text_day:
 * @view: a view as of a day
 *
 * Returns: (transfer full): "As of 19 September 2015"
 */
char *
ent_as_of_text_day (const EntView *view)
{
  g_autofree char *day = ent_date_text_words (ent_slice_from_string (ent_view_get_as_of_text (view)), ENT_DATE_STYLE_FULL);

  /* TRANSLATORS: the day as of which all is told, as in “As of 19 September 2015” */
  return ent_phrase_fill (_("As of {day}"), "day", day, NULL);
}

/**
 * ent_as_of_text_begun:
 * @dataset: a dataset
 *
 * Returns: (transfer full) (nullable): how many events had begun by the day and were not known; %NULL if none had
 */
char *
ent_as_of_text_begun (EntDataset *dataset)
{
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;
  guint surely;
  guint perhaps;

  ent_dataset_get_begun (dataset, &surely, &perhaps);
  if (surely + perhaps == 0)
    return NULL;
  least = ent_words_number (ent_phrase_words (), surely);
  most = ent_words_number (ent_phrase_words (), surely + perhaps);
  if (perhaps == 0)
    return ent_phrase_fill (ngettext ("{number} more had begun", "{number} more had begun", surely), "number", least, NULL);
  /* TRANSLATORS: from so many to so many, as the dates leave it open */
  return ent_phrase_fill (_("{least} to {most} more had begun"), "least", least, "most", most, NULL);
}

/* In the order in which they are said. */
static const struct
{
  EntAsOfNotes note;
  const char  *sentence;
} sentences[] = {
  { ENT_AS_OF_MAY_BE_LATER, N_("May not have been known by then: the dates leave it open.") },
  { ENT_AS_OF_FIRST_TOLD, N_("When it was disclosed is not recorded; the first that tells of it counts.") },
  { ENT_AS_OF_ASSUMED, N_("When it was disclosed is not recorded; it is assumed to have been known from its start.") },
  { ENT_AS_OF_END_LATER, N_("How it would end was not known yet.") },
  { ENT_AS_OF_ATTRIBUTION_MAY_BE_LATER, N_("May have been attributed only later: the dates leave it open.") },
  { ENT_AS_OF_ATTRIBUTION_UNDATED, N_("When it was attributed is not recorded; it counts from when all that is recorded of it was over.") },
  { ENT_AS_OF_CONFIDENCE_UNDATED, N_("How firmly it was attributed by then is not recorded; the least is shown.") },
  { ENT_AS_OF_DENIAL_UNDATED, N_("When it was denied is not recorded; it counts from when all that is recorded of it was over.") },
};

/**
 * ent_as_of_text_notes:
 * @dataset: a dataset
 * @row: an event
 *
 * Returns: (transfer full) (element-type utf8): sentences on what is sure of the event as of the day, the last of them that
 *   it is told with hindsight; none in a dataset that is not as of a day
 */
GPtrArray *
ent_as_of_text_notes (EntDataset *dataset,
                      guint32     row)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  EntAsOfNotes found;

  if (ent_dataset_get_as_of (dataset) == NULL)
    return notes;
  found = ent_dataset_get_as_of_notes (dataset, row);
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    if ((found & sentences[i].note) != 0)
      g_ptr_array_add (notes, g_strdup (_(sentences[i].sentence)));
  g_ptr_array_add (notes, g_strdup (_("Told with what is known today.")));
  return notes;
}
