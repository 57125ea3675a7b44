/* ent-event-list-text.c: what stands in the cells of the list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-event-list-text.h"

#include <glib/gi18n.h>

#include "ent-event-text.h"
#include "ent-phrase.h"

static const struct
{
  const char *id;
  const char *title;
} columns[ENT_N_COLUMNS] = {
  [ENT_COLUMN_KIND] = { "kind", NC_("column", "Kind") },
  [ENT_COLUMN_TITLE] = { "title", NC_("column", "Title") },
  [ENT_COLUMN_DATE] = { "date", NC_("column", "Date") },
  [ENT_COLUMN_SEVERITY] = { "severity", NC_("column", "Severity") },
  [ENT_COLUMN_ACTORS] = { "actors", NC_("column", "Actors") },
  [ENT_COLUMN_CATEGORY] = { "category", NC_("column", "Category") },
  [ENT_COLUMN_ATTRIBUTION] = { "attribution", NC_("column", "Attribution") },
  [ENT_COLUMN_SOURCES] = { "sources", NC_("column", "Sources") },
};

/** ent_event_list_column_id: (skip): the name of a column that is never translated */
const char *
ent_event_list_column_id (EntEventColumn column)
{
  return columns[column].id;
}

/**
 * ent_event_list_find_column:
 * @id: (nullable): a name
 * @column: (out): the column of that name
 *
 * Returns: whether there is one
 */
gboolean
ent_event_list_find_column (const char     *id,
                            EntEventColumn *column)
{
  for (guint i = 0; i < ENT_N_COLUMNS; i++)
    if (g_strcmp0 (id, columns[i].id) == 0)
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

/** ent_event_list_column_title: (skip): its heading */
const char *
ent_event_list_column_title (EntEventColumn column)
{
  return g_dpgettext2 (NULL, "column", columns[column].title);
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
categories_of (const EntEventListContext *context,
               guint32                    row)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint position = 0;
  guint32 value;

  while (ent_dataset_next_value (context->dataset, row, ENT_VALUE_CATEGORY, &position, &value))
    {
      const char *word = ent_dataset_get_value_word (context->dataset, ENT_VALUE_CATEGORY, value);

      g_ptr_array_add (words, ent_phrase_name (word));
    }
  return ent_phrase_list (words, C_("list", ", "));
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
      return categories_of (context, row);
    case ENT_COLUMN_ATTRIBUTION:
      return attribution_of (context, row);
    case ENT_COLUMN_SOURCES:
    default:
      return number_of (ent_dataset_get_n_sources (context->dataset, row));
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
 * @rows: events
 * @n_rows: how many
 *
 * Returns: (transfer full): all columns of the events, with tabs between, a line an event; with headings, when there is
 *   more than one
 */
char *
ent_event_list_table (const EntEventListContext *context,
                      const guint32             *rows,
                      guint                      n_rows)
{
  g_autoptr (GString) table = g_string_new (NULL);

  for (int column = 0; n_rows > 1 && column < ENT_N_COLUMNS; column++)
    {
      g_string_append (table, ent_event_list_column_title (column));
      g_string_append_c (table, column + 1 < ENT_N_COLUMNS ? '\t' : '\n');
    }
  for (guint i = 0; i < n_rows; i++)
    for (int column = 0; column < ENT_N_COLUMNS; column++)
      {
        g_autofree char *cell = ent_event_list_full_cell (context, rows[i], column);

        add_cell (table, cell);
        g_string_append_c (table, column + 1 < ENT_N_COLUMNS ? '\t' : '\n');
      }
  return g_string_free (g_steal_pointer (&table), FALSE);
}
