/* ent-event-list-text.c: what stands in the cells of the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-event-list-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ent-date-text.h"
#include "ent-event-text.h"
#include "ent-facets.h"
#include "ent-phrase.h"
#include "ent-scalar.h"

/* What a further field is called by, so that none is taken for another column. */
#define FIELD_PREFIX "field:"

static const struct
{
  const char *id;
  const char *title;
} columns[ENT_COLUMN_FIELD] = {
  [ENT_COLUMN_KIND] = { "kind", NC_("column", "Kind") },
  [ENT_COLUMN_TITLE] = { "title", NC_("column", "Title") },
  [ENT_COLUMN_DATE] = { "date", NC_("column", "Date") },
  [ENT_COLUMN_SEVERITY] = { "severity", NC_("column", "Severity") },
  [ENT_COLUMN_ACTORS] = { "actors", NC_("column", "Actors") },
  [ENT_COLUMN_CATEGORY] = { "category", NC_("column", "Category") },
  [ENT_COLUMN_ATTRIBUTION] = { "attribution", NC_("column", "Attribution") },
  [ENT_COLUMN_SOURCES] = { "sources", NC_("column", "Sources") },
  [ENT_COLUMN_PLACE] = { "place", NC_("column", "Place") },
  [ENT_COLUMN_SECTOR] = { "sector", NC_("column", "Sector") },
  [ENT_COLUMN_TAGS] = { "tags", NC_("column", "Tags") },
  [ENT_COLUMN_STATUS] = { "status", NC_("column", "Status") },
  [ENT_COLUMN_VERIFICATION] = { "verification", NC_("column", "Verification") },
  [ENT_COLUMN_DWELL] = { "dwell", NC_("column", "Time Unseen") },
  [ENT_COLUMN_TO_DISCLOSURE] = { "to-disclosure", NC_("column", "Time to Disclosure") },
  [ENT_COLUMN_TO_ATTRIBUTION] = { "to-attribution", NC_("column", "Time to Attribution") },
  [ENT_COLUMN_ID] = { "id", NC_("column", "Id") },
};

static const char *const *
fields_of (EntDataset *dataset)
{
  static const char *const none[] = { NULL };

  return dataset != NULL ? ent_facets_get_fields (ent_dataset_get_facets (dataset)) : none;
}

/** ent_event_list_n_columns: (skip): how many columns there are to choose from; without a dataset no further fields */
guint
ent_event_list_n_columns (EntDataset *dataset)
{
  return ENT_COLUMN_FIELD + g_strv_length ((char **) fields_of (dataset));
}

/** ent_event_list_column_id: (skip): (transfer full): the name of a column that is never translated */
char *
ent_event_list_column_id (EntDataset    *dataset,
                          EntEventColumn column)
{
  return column < ENT_COLUMN_FIELD ? g_strdup (columns[column].id)
                                   : g_strconcat (FIELD_PREFIX, fields_of (dataset)[column - ENT_COLUMN_FIELD], NULL);
}

/**
 * ent_event_list_find_column:
 * @dataset: (nullable): the events, for their further fields
 * @id: (nullable): a name
 * @column: (out): the column of that name
 *
 * Returns: whether there is one
 */
gboolean
ent_event_list_find_column (EntDataset     *dataset,
                            const char     *id,
                            EntEventColumn *column)
{
  const char *const *fields = fields_of (dataset);

  for (guint i = 0; i < ENT_COLUMN_FIELD; i++)
    if (g_strcmp0 (id, columns[i].id) == 0)
      {
        *column = i;
        return TRUE;
      }
  if (id == NULL || !g_str_has_prefix (id, FIELD_PREFIX))
    return FALSE;
  for (guint i = 0; fields[i] != NULL; i++)
    if (g_str_equal (id + strlen (FIELD_PREFIX), fields[i]))
      {
        *column = ENT_COLUMN_FIELD + i;
        return TRUE;
      }
  return FALSE;
}

/** ent_event_list_column_title: (skip): (transfer full): its heading; of a further field its name */
char *
ent_event_list_column_title (EntDataset    *dataset,
                             EntEventColumn column)
{
  return column < ENT_COLUMN_FIELD ? g_strdup (g_dpgettext2 (NULL, "column", columns[column].title))
                                   : ent_phrase_name (fields_of (dataset)[column - ENT_COLUMN_FIELD]);
}

static char *
title_of (const EntEventListContext *context,
          guint32                    row)
{
  return ent_event_text_title (context->dataset, row, context->language);
}

static char *
date_of (const EntEventListContext *context,
         guint32                    row,
         EntDateStyle               style)
{
  g_autofree char *date = ent_event_text_date_styled (context->dataset, row, context->basis, style);
  EntSlice written;

  if (ent_dataset_peek_date (context->dataset, row, context->basis) != NULL || context->basis != ENT_BASIS_OCCURRED)
    return g_steal_pointer (&date);
  written = ent_dataset_get_event_text (context->dataset, row, ENT_TEXT_DATE, NULL);
  if (written.text == NULL)
    written = ent_dataset_get_event_text (context->dataset, row, ENT_TEXT_START, NULL);
  if (written.text == NULL || written.length == 0)
    return g_strdup (_("No date that can be placed"));
  return ent_phrase_fill (_("{date}, cannot be placed"), "date", date, NULL);
}

/* Who did it, said it or met; then to whom. */
static char *
actors_of (const EntEventListContext *context,
           guint32                    row)
{
  g_autoptr (GPtrArray) first = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) then = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  guint n_actors;
  const EntActorRef *actors = ent_dataset_get_actors (context->dataset, row, &n_actors);

  for (guint i = 0; i < n_actors; i++)
    if (actors[i].relation == ENT_RELATION_ROLE)
      {
        const char *role = ent_dataset_get_word (context->dataset, actors[i].word);

        g_ptr_array_add (g_strcmp0 (role, "target") == 0 ? then : first,
                         ent_event_text_actor (context->dataset, actors[i].actor, context->language));
      }
  from = ent_phrase_list (first, C_("list", ", "));
  to = ent_phrase_list (then, C_("list", ", "));
  if (then->len == 0)
    return g_steal_pointer (&from);
  return first->len == 0 ? g_strconcat ("→ ", to, NULL) : g_strconcat (from, " → ", to, NULL);
}

static char *
values_of (const EntEventListContext *context,
           guint32                    row,
           EntValueField              field)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint position = 0;
  guint32 value;

  while (ent_dataset_next_value (context->dataset, row, field, &position, &value))
    {
      const char *word = ent_dataset_get_value_word (context->dataset, field, value);

      g_ptr_array_add (words, field == ENT_VALUE_CATEGORY ? ent_phrase_name (word)
                                                          : ent_phrase_clean_line (ent_slice_from_string (word)));
    }
  return ent_phrase_list (words, C_("list", ", "));
}

static char *
status_of (const EntEventListContext *context,
           guint32                    row)
{
  EntStatus status = ent_dataset_get_status (context->dataset, row);
  const char *word = ent_event_text_status (status);

  if (word == NULL && status == ENT_STATUS_DONE)
    word = C_("status", "Done");
  return g_strdup (word != NULL ? word : "");
}

static char *
verification_of (const EntEventListContext *context,
                 guint32                    row)
{
  const char *word = ent_terms_word (ENT_TERMS_VERIFICATION, ent_dataset_get_verification (context->dataset, row));

  return word != NULL ? ent_phrase_name (word) : g_strdup ("");
}

/* A list of words with commas between; what is deeper as it is written. */
static char *
json_of (EntSlice json)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) buffer = g_string_new (NULL);
  EntSlice text;
  EntSlice element;
  gsize position = 0;

  switch (ent_scalar_read (json, buffer, &text))
    {
    case ENT_SCALAR_TEXT:
    case ENT_SCALAR_WORD:
      return ent_phrase_clean_line (text);
    case ENT_SCALAR_NOT:
      if (*json.text != '[')
        return ent_phrase_clean_line (json);
      while (ent_scalar_next_element (json, &position, &element))
        g_ptr_array_add (words, ent_phrase_clean_line (
                                  ent_scalar_read (element, buffer, &text) == ENT_SCALAR_NOT || text.text == NULL
                                    ? element : text));
      return ent_phrase_list (words, C_("list", ", "));
    case ENT_SCALAR_NONE:
    default:
      return g_strdup ("");
    }
}

static char *
field_of (const EntEventListContext *context,
          guint32                    row,
          const char                *name)
{
  for (guint i = 0; i < ent_dataset_get_n_fields (context->dataset, row); i++)
    {
      EntField field;

      ent_dataset_get_field (context->dataset, row, i, &field);
      if (ent_slice_equal (field.name, ent_slice_from_string (name)))
        return json_of (field.value);
    }
  return g_strdup ("");
}

static char *
attribution_of (const EntEventListContext *context,
                guint32                    row)
{
  const char *confidence = ent_event_text_confidence (ent_dataset_get_confidence (context->dataset, row));
  gboolean denied = ent_dataset_is_denied (context->dataset, row);

  if (confidence == NULL)
    return g_strdup (denied ? _("Denied") : "");
  /* Translators: how firmly it is attributed, such as "Suspected", by one side, while another denies it */
  return denied ? ent_phrase_fill (_("{attribution}, denied"), "attribution", confidence, NULL) : g_strdup (confidence);
}

/**
 * ent_event_list_get_duration:
 * @context: of the list
 * @row: an event
 * @column: one of a time from the intrusion to another phase
 * @duration: (out caller-allocates): how long that was
 *
 * Returns: whether both phases are recorded, and something is known of the time between
 */
gboolean
ent_event_list_get_duration (const EntEventListContext *context,
                             guint32                    row,
                             EntEventColumn             column,
                             EntDuration               *duration)
{
  EntPhase phase = column == ENT_COLUMN_DWELL           ? ENT_PHASE_DETECTION
                   : column == ENT_COLUMN_TO_DISCLOSURE ? ENT_PHASE_DISCLOSURE
                                                        : ENT_PHASE_ATTRIBUTION;
  EntDate from;
  EntDate to;

  return ent_dataset_get_phase (context->dataset, row, ENT_PHASE_INTRUSION, &from, NULL) &&
         ent_dataset_get_phase (context->dataset, row, phase, &to, NULL) && ent_duration_between (duration, &from, &to) &&
         (duration->has_most || duration->least > 0);
}

static char *
duration_of (const EntEventListContext *context,
             guint32                    row,
             EntEventColumn             column)
{
  EntDuration duration;
  g_autofree char *words = NULL;

  if (!ent_event_list_get_duration (context, row, column, &duration))
    return g_strdup ("");
  words = ent_date_text_duration (&duration);
  return g_strdup (words != NULL ? words : "");
}

static char *
number_of (guint number)
{
  return number > 0 ? g_strdup_printf ("%u", number) : g_strdup ("");
}

/**
 * ent_event_list_cell:
 * @context: of the list
 * @row: an event
 * @column: a column
 *
 * Any thread may call this.
 *
 * Returns: (transfer full): what stands there, on one line; "" for nothing
 */
char *
ent_event_list_cell (const EntEventListContext *context,
                     guint32                    row,
                     EntEventColumn             column)
{
  switch (column)
    {
    case ENT_COLUMN_KIND:
      return ent_event_text_kind (context->dataset, row);
    case ENT_COLUMN_TITLE:
      return title_of (context, row);
    case ENT_COLUMN_DATE:
      return date_of (context, row, ENT_DATE_STYLE_SHORT);
    case ENT_COLUMN_SEVERITY:
      return number_of (ent_dataset_get_severity (context->dataset, row));
    case ENT_COLUMN_ACTORS:
      return actors_of (context, row);
    case ENT_COLUMN_CATEGORY:
      return values_of (context, row, ENT_VALUE_CATEGORY);
    case ENT_COLUMN_ATTRIBUTION:
      return attribution_of (context, row);
    case ENT_COLUMN_SOURCES:
      return number_of (ent_dataset_get_n_sources (context->dataset, row));
    case ENT_COLUMN_PLACE:
      return values_of (context, row, ENT_VALUE_PLACE);
    case ENT_COLUMN_SECTOR:
      return values_of (context, row, ENT_VALUE_SECTOR);
    case ENT_COLUMN_TAGS:
      return values_of (context, row, ENT_VALUE_TAG);
    case ENT_COLUMN_STATUS:
      return status_of (context, row);
    case ENT_COLUMN_VERIFICATION:
      return verification_of (context, row);
    case ENT_COLUMN_DWELL:
    case ENT_COLUMN_TO_DISCLOSURE:
    case ENT_COLUMN_TO_ATTRIBUTION:
      return duration_of (context, row, column);
    case ENT_COLUMN_ID:
      return ent_phrase_clean_line (ent_dataset_get_id (context->dataset, row));
    case ENT_COLUMN_FIELD:
    default:
      return field_of (context, row, fields_of (context->dataset)[column - ENT_COLUMN_FIELD]);
    }
}

/**
 * ent_event_list_full_cell:
 * @context: of the list
 * @row: an event
 * @column: a column
 *
 * Returns: (transfer full): the same without what is short for want of room
 */
char *
ent_event_list_full_cell (const EntEventListContext *context,
                          guint32                    row,
                          EntEventColumn             column)
{
  return column == ENT_COLUMN_DATE ? date_of (context, row, ENT_DATE_STYLE_FULL)
                                   : ent_event_list_cell (context, row, column);
}

/**
 * ent_event_list_line:
 * @context: of the list
 * @row: an event
 *
 * Returns: (transfer full): what stands below a title where there is no room for columns: date and kind
 */
char *
ent_event_list_line (const EntEventListContext *context,
                     guint32                    row)
{
  g_autofree char *date = ent_event_list_cell (context, row, ENT_COLUMN_DATE);
  g_autofree char *kind = ent_event_list_cell (context, row, ENT_COLUMN_KIND);

  return g_strconcat (date, " · ", kind, NULL);
}

/* A cell of a table that is pasted somewhere: without signs that only turn text on a screen, and so that no spreadsheet
 * takes it for a formula. */
static void
add_cell (GString    *table,
          const char *cell)
{
  const char *at = cell;

  while (g_str_has_prefix (at, "\u2068") || g_str_has_prefix (at, "\u2069"))
    at = g_utf8_next_char (at);
  if (*at != '\0' && strchr ("=+-@\t\r", *at) != NULL)
    g_string_append_c (table, '\'');
  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\t' || c == '\n' || c == '\r')
        g_string_append_c (table, ' ');
      else if (c != 0x2068 && c != 0x2069)
        g_string_append_unichar (table, c);
    }
}

/**
 * ent_event_list_table:
 * @context: of the list
 * @shown: (array length=n_columns): which columns, an #EntEventColumn each
 * @n_columns: how many
 * @rows: (array length=n_rows): events
 * @n_rows: how many
 *
 * Returns: (transfer full): these columns of the events, with tabs between, a line an event; with headings, when there
 *   is more than one
 */
char *
ent_event_list_table (const EntEventListContext *context,
                      const guint               *shown,
                      guint                      n_columns,
                      const guint32             *rows,
                      guint                      n_rows)
{
  g_autoptr (GString) table = g_string_new (NULL);

  for (guint i = 0; n_rows > 1 && i < n_columns; i++)
    {
      g_autofree char *title = ent_event_list_column_title (context->dataset, shown[i]);

      add_cell (table, title);
      g_string_append_c (table, i + 1 < n_columns ? '\t' : '\n');
    }
  for (guint i = 0; i < n_rows; i++)
    for (guint j = 0; j < n_columns; j++)
      {
        g_autofree char *cell = ent_event_list_full_cell (context, rows[i], shown[j]);

        add_cell (table, cell);
        g_string_append_c (table, j + 1 < n_columns ? '\t' : '\n');
      }
  return g_string_free (g_steal_pointer (&table), FALSE);
}
