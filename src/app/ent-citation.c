/* ent-citation.c: an event as one quotes it elsewhere
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-citation.h"

#include <glib/gi18n.h>

#include "ent-event-text.h"
#include "ent-phrase.h"

/**
 * ent_citation_openable:
 * @url: an address of the data
 *
 * Returns: (transfer full) (nullable): the address if it may be opened: http, https or mailto, and shown as it is
 */
char *
ent_citation_openable (EntSlice url)
{
  static const char *const schemes[] = { "http", "https", "mailto" };
  g_autofree char *text = ent_slice_dup (url);
  g_autofree char *shown = ent_phrase_clean (url);
  g_autofree char *scheme = NULL;

  /* What has to be cleaned before it is shown is not what would be opened. */
  if (text == NULL || strlen (text) != url.length || !g_str_equal (text, shown) || strpbrk (text, " \n") != NULL ||
      !g_uri_is_valid (text, G_URI_FLAGS_PARSE_RELAXED, NULL))
    return NULL;
  scheme = g_uri_parse_scheme (text);
  for (gsize i = 0; scheme != NULL && i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strcasecmp (scheme, schemes[i]) == 0)
      return g_steal_pointer (&text);
  return NULL;
}

/**
 * ent_citation_source_name:
 * @source: a source
 *
 * Returns: (transfer full): "Publisher, Title", or what there is of it
 */
char *
ent_citation_source_name (const EntSource *source)
{
  g_autofree char *publisher = ent_phrase_clean_line (source->publisher);
  g_autofree char *title = ent_phrase_clean_line (source->title);

  if (*publisher != '\0' && *title != '\0')
    return ent_phrase_fill (C_("source", "{publisher}, {title}"), "publisher", publisher, "title", title, NULL);
  if (*publisher != '\0' || *title != '\0')
    return g_strdup (*publisher != '\0' ? publisher : title);
  return source->url.text != NULL ? ent_phrase_clean_line (source->url) : g_strdup (_("Source without a name"));
}

/**
 * ent_citation_source:
 * @source: a source
 *
 * Returns: (transfer full): all that is known of it on one line: "Publisher, Title, 19 September 2015, https://…"
 */
char *
ent_citation_source (const EntSource *source)
{
  g_autofree char *name = ent_citation_source_name (source);
  g_autofree char *url = ent_phrase_clean_line (source->url);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, g_strdup (name));
  if (source->date.text != NULL)
    g_ptr_array_add (parts, ent_date_text_words (source->date, ENT_DATE_STYLE_FULL));
  if (*url != '\0' && !g_str_equal (url, name))
    g_ptr_array_add (parts, g_strdup (url));
  return ent_phrase_list (parts, C_("list", ", "));
}

static char *
edtf_of (EntDataset *dataset,
         guint32     row)
{
  g_autofree char *date = ent_phrase_clean_line (ent_dataset_get_event_text (dataset, row, ENT_TEXT_DATE, NULL));
  g_autofree char *start = ent_phrase_clean_line (ent_dataset_get_event_text (dataset, row, ENT_TEXT_START, NULL));
  g_autofree char *end = ent_phrase_clean_line (ent_dataset_get_event_text (dataset, row, ENT_TEXT_END, NULL));

  if (*date != '\0')
    return g_steal_pointer (&date);
  return *end != '\0' ? g_strdup_printf ("%s/%s", start, end) : g_steal_pointer (&start);
}

/* What it was found in: title, edition and licence of the dataset. */
static char *
origin_of (EntDataset *dataset,
           const char *language)
{
  g_autofree char *title = ent_phrase_clean_line (ent_dataset_get_text (dataset, ENT_TEXT_TITLE, language));
  g_autofree char *edition = ent_phrase_clean_line (ent_dataset_get_text (dataset, ENT_TEXT_EDITION, NULL));
  g_autofree char *licence = ent_phrase_clean_line (ent_dataset_get_text (dataset, ENT_TEXT_LICENSE, NULL));
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (*title != '\0')
    g_ptr_array_add (parts, g_strdup (title));
  if (*edition != '\0')
    g_ptr_array_add (parts, ent_phrase_fill (C_("citation", "edition {edition}"), "edition", edition, NULL));
  if (*licence != '\0')
    g_ptr_array_add (parts, ent_phrase_fill (C_("citation", "licence {licence}"), "licence", licence, NULL));
  return parts->len > 0 ? ent_phrase_list (parts, C_("list", ", ")) : NULL;
}

/**
 * ent_citation_text:
 * @dataset: a dataset
 * @row: an event of it
 * @language: (nullable): the language wished for
 *
 * Returns: (transfer full): plain text: title; date in words and as written; where it was found; its sources
 */
char *
ent_citation_text (EntDataset *dataset,
                   guint32     row,
                   const char *language)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = ent_event_text_title (dataset, row, language);
  g_autofree char *date = ent_event_text_date (dataset, row, ENT_BASIS_OCCURRED, language);
  g_autofree char *edtf = edtf_of (dataset, row);
  g_autofree char *id = ent_phrase_clean_line (ent_dataset_get_id (dataset, row));
  g_autofree char *origin = origin_of (dataset, language);
  guint n_sources = ent_dataset_get_n_sources (dataset, row);

  g_return_val_if_fail (ENT_IS_DATASET (dataset), NULL);

  g_string_append_printf (text, "%s\n%s", title, date);
  /* The words are of one language; what stands in the data is of none. */
  if (*edtf != '\0' && !g_str_equal (edtf, date))
    g_string_append_printf (text, " (EDTF %s)", edtf);
  g_string_append_c (text, '\n');
  if (origin != NULL)
    {
      g_autofree char *line = ent_phrase_fill (C_("citation", "In: {origin}, event {id}"), "origin", origin, "id", id, NULL);

      g_string_append_printf (text, "%s\n", line);
    }
  if (n_sources > 0)
    g_string_append_printf (text, "%s\n", C_("citation", "Sources:"));
  for (guint i = 0; i < n_sources; i++)
    {
      EntSource source;
      g_autofree char *line = NULL;

      ent_dataset_get_event_source (dataset, row, i, &source);
      line = ent_citation_source (&source);
      g_string_append_printf (text, "%u. %s\n", i + 1, line);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
