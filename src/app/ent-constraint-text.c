/* ent-constraint-text.c: conditions of a query in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-constraint-text.h"

#include <glib/gi18n.h>

#include "ent-date-text.h"
#include "ent-facet-text.h"
#include "ent-phrase.h"
#include "ent-query-conjuncts.h"

/* More names than this are counted. */
#define MAX_NAMED 3

static const EntQuery *
get_positive (const EntQuery *conjunct,
              gboolean       *negated)
{
  *negated = ent_query_get_node_type (conjunct) == ENT_QUERY_NOT;
  return *negated ? ent_query_get_child (conjunct, 0) : conjunct;
}

static char *
quote (const char *text)
{
  g_autofree char *clean = ent_phrase_clean_line (ent_slice_from_string (text));

  /* TRANSLATORS: a text that was searched for, in quotation marks */
  return ent_phrase_fill (_("“{text}”"), "text", clean, NULL);
}

/**
 * ent_constraint_text_range:
 * @from: (nullable): the least
 * @to: (nullable): the most
 *
 * Returns: (transfer full): "3–5", "3" when both are the same, "From 3" and "Until 5" without one of them
 */
char *
ent_constraint_text_range (const char *from,
                           const char *to)
{
  if (from == NULL && to == NULL)
    return g_strdup ("");
  if (to == NULL)
    return ent_phrase_fill (C_("range", "From {first}"), "first", from, NULL);
  if (from == NULL)
    return ent_phrase_fill (C_("range", "Until {last}"), "last", to, NULL);
  if (g_str_equal (from, to))
    return g_strdup (from);
  return ent_phrase_fill (C_("range", "{first}–{last}"), "first", from, "last", to, NULL);
}

static char *
date_words (const char *edtf)
{
  return ent_date_text_words (ent_slice_from_string (edtf), ENT_DATE_STYLE_SHORT);
}

/**
 * ent_constraint_text_date:
 * @edtf: a date, perhaps an interval with open ends
 *
 * Returns: (transfer full): "From 1980", "Until 2015", "2013 – 2016"
 */
char *
ent_constraint_text_date (const char *edtf)
{
  if (g_str_has_suffix (edtf, "/.."))
    {
      g_autofree char *start = g_strndup (edtf, strlen (edtf) - 3);
      g_autofree char *words = date_words (start);

      return ent_constraint_text_range (words, NULL);
    }
  if (g_str_has_prefix (edtf, "../"))
    {
      g_autofree char *words = date_words (edtf + 3);

      return ent_constraint_text_range (NULL, words);
    }
  return date_words (edtf);
}

/**
 * ent_constraint_get_severity:
 * @conjunct: a condition
 * @mask: (out): which severities it lets through: a bit 1 << severity each
 *
 * Returns: whether it is one on the severity
 */
gboolean
ent_constraint_get_severity (const EntQuery *conjunct,
                             guint          *mask)
{
  gboolean negated;
  const EntQuery *positive = get_positive (conjunct, &negated);
  EntQueryOperator operator;
  const EntQueryValue *values;
  guint n_values;

  *mask = 0;
  if (g_strcmp0 (ent_query_get_field (positive), "severity") != 0)
    return FALSE;
  operator = ent_query_get_operator (positive);
  values = ent_query_get_values (positive, &n_values);
  for (guint i = 0; i < n_values; i++)
    for (int severity = 1; severity <= 5; severity++)
      {
        int from = atoi (values[i].text);
        int to = values[i].to != NULL ? atoi (values[i].to) : from;
        gboolean holds = operator == ENT_QUERY_AT_LEAST  ? severity >= from
                         : operator == ENT_QUERY_AT_MOST ? severity <= from
                         : operator == ENT_QUERY_MORE    ? severity > from
                         : operator == ENT_QUERY_LESS    ? severity < from
                                                         : severity >= from && severity <= to;

        if (holds)
          *mask |= 1u << severity;
      }
  if (negated)
    *mask = ~*mask & 0x3e;
  return TRUE;
}

static char *
describe_severity (guint mask)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int severity = 1; severity <= 5; severity++)
    {
      int last = severity;
      g_autofree char *from = g_strdup_printf ("%d", severity);
      g_autofree char *to = NULL;
      g_autofree char *range = NULL;

      if (!(mask & (1u << severity)))
        continue;
      while (last < 5 && mask & (1u << (last + 1)))
        last++;
      to = g_strdup_printf ("%d", last);
      range = ent_constraint_text_range (from, to);
      if (text->len > 0)
        g_string_append (text, C_("list", ", "));
      g_string_append (text, range);
      severity = last;
    }
  if (text->len == 0)
    return g_strdup (_("No severity"));
  return ent_phrase_fill (_("Severity {range}"), "range", text->str, NULL);
}

static char *
describe_dates (const EntQuery *positive)
{
  guint n_values;
  const EntQueryValue *values = ent_query_get_values (positive, &n_values);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < n_values; i++)
    {
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      switch (ent_query_get_operator (positive))
        {
        case ENT_QUERY_AT_LEAST:
          from = date_words (values[i].text);
          g_ptr_array_add (items, ent_constraint_text_range (from, NULL));
          break;
        case ENT_QUERY_AT_MOST:
          to = date_words (values[i].text);
          g_ptr_array_add (items, ent_constraint_text_range (NULL, to));
          break;
        case ENT_QUERY_MORE:
          from = date_words (values[i].text);
          g_ptr_array_add (items, ent_phrase_fill (C_("range", "After {date}"), "date", from, NULL));
          break;
        case ENT_QUERY_LESS:
          to = date_words (values[i].text);
          g_ptr_array_add (items, ent_phrase_fill (C_("range", "Before {date}"), "date", to, NULL));
          break;
        case ENT_QUERY_IS:
        case ENT_QUERY_EXACTLY:
        default:
          if (values[i].to == NULL)
            {
              g_ptr_array_add (items, ent_constraint_text_date (values[i].text));
              break;
            }
          from = date_words (values[i].text);
          to = date_words (values[i].to);
          g_ptr_array_add (items, ent_constraint_text_range (from, to));
          break;
        }
    }
  list = ent_phrase_list (items, C_("list", " or "));
  if (g_str_equal (ent_query_get_field (positive), "surely"))
    return ent_phrase_fill (C_("range", "Surely: {dates}"), "dates", list, NULL);
  return g_steal_pointer (&list);
}

static char *
describe_is (const char *text)
{
  static const struct
  {
    const char *text;
    const char *name;
  } states[] = {
    { "undated", NC_("is", "Undated") },
    { "selected", NC_("is", "Selected") },
    { "starred", NC_("is", "Starred") },
    { "noted", NC_("is", "With a note") },
    { "contested", NC_("is", "Denied") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i].text, text))
      return g_strdup (g_dpgettext2 (NULL, "is", states[i].name));
  return ent_phrase_name (text);
}

static char *
describe_value (EntDataset     *dataset,
                const EntFacet *facet,
                const char     *field,
                const char     *text,
                const char     *language)
{
  if (facet != NULL)
    return ent_facet_text_said (dataset, facet, text, language);
  if (g_str_equal (field, "has"))
    return ent_facet_text_thing (text);
  if (g_str_equal (field, "is"))
    return describe_is (text);
  return quote (text);
}

/* Values of these speak for themselves. */
static gboolean
is_plain (const char     *field,
          const EntFacet *facet)
{
  static const char *const plain[] = { "kind", "category", "actor", "pair", "place", "tag", "attribution", "sector", "is",
                                       NULL };

  return g_strv_contains (plain, field) && (facet != NULL || g_str_equal (field, "is"));
}

static char *
describe_values (EntDataset     *dataset,
                 const EntQuery *positive,
                 const char     *language)
{
  const char *field = ent_query_get_field (positive);
  const EntFacet *facet = dataset != NULL ? ent_facets_find (ent_dataset_get_facets (dataset), field) : NULL;
  guint n_values;
  const EntQueryValue *values = ent_query_get_values (positive, &n_values);
  guint n_named = n_values > MAX_NAMED ? MAX_NAMED - 1 : n_values;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < n_named; i++)
    g_ptr_array_add (items, describe_value (dataset, facet, field, values[i].text, language));
  if (n_named < n_values)
    {
      g_autofree char *rest = ent_words_number (ent_phrase_words (), n_values - n_named);

      /* TRANSLATORS: how many values are not named, after some that are */
      g_ptr_array_add (items, g_strdup_printf (ngettext ("%s more", "%s more", n_values - n_named), rest));
    }
  list = ent_phrase_list (items, C_("list", ", "));
  if (is_plain (field, facet))
    return g_steal_pointer (&list);
  name = ent_facet_text_field (field);
  /* TRANSLATORS: a field and its values: "Target: China" */
  return ent_phrase_fill (C_("facet", "{field}: {values}"), "field", name, "values", list, NULL);
}

static gboolean
can_be_said (const EntQuery *positive)
{
  static const char *const foreign[] = { "id", "link", NULL };

  return ent_query_get_node_type (positive) == ENT_QUERY_FIELD && ent_query_get_operator (positive) == ENT_QUERY_IS &&
         !g_strv_contains (foreign, ent_query_get_field (positive)) &&
         (ent_query_is_facet_conjunct (positive, NULL));
}

/**
 * ent_constraint_text:
 * @dataset: (nullable): what is asked
 * @conjunct: a condition
 * @language: (nullable): of what the data names itself
 * @verbatim: (out) (optional): whether there are no words for it
 *
 * Returns: (transfer full): the condition in a few words, "Severity 3–5", "Not Espionage"; else as queries are written
 */
char *
ent_constraint_text (EntDataset     *dataset,
                     const EntQuery *conjunct,
                     const char     *language,
                     gboolean       *verbatim)
{
  gboolean negated;
  const EntQuery *positive = get_positive (conjunct, &negated);
  const char *field = ent_query_get_field (positive);
  g_autofree char *words = NULL;
  guint mask;

  if (verbatim != NULL)
    *verbatim = FALSE;
  if (ent_constraint_get_severity (conjunct, &mask))
    return describe_severity (mask);
  if (ent_query_get_node_type (positive) == ENT_QUERY_TEXT)
    words = quote (ent_query_get_text (positive));
  else if (field != NULL && (g_str_equal (field, "date") || g_str_equal (field, "surely")))
    words = describe_dates (positive);
  else if (can_be_said (positive))
    words = describe_values (dataset, positive, language);
  else
    {
      if (verbatim != NULL)
        *verbatim = TRUE;
      return ent_query_print (conjunct);
    }
  if (negated)
    /* TRANSLATORS: a condition that must not hold */
    return ent_phrase_fill (_("Not {condition}"), "condition", words, NULL);
  return g_steal_pointer (&words);
}
