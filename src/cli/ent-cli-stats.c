/* ent-cli-stats.c: entente stats, which counts events by facet and by year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An event with several values of a facet counts once for each of them. Its
 * year is that of its earliest start.
 */
#include "config.h"

#include "ent-calendar.h"
#include "ent-cli-input.h"
#include "ent-cli.h"
#include "ent-json-reader.h"
#include "ent-json-writer.h"
#include "ent-limits.h"
#include "ent-output-file.h"
#include "ent-vocabulary.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* A further field is a facet when it has so many different values, one of them twice. */
#define MIN_FIELD_VALUES 2
#define MAX_FIELD_VALUES 200

/* Longer ones are no values to count by. */
#define MAX_VALUE_BYTES 200

/* How often each value of a facet occurs. */
typedef struct
{
  char *name;            /* (owned) */
  EntVocabulary *values; /* (owned) */
  GArray *counts;        /* (owned) of guint, by value */
  GArray *last_rows;     /* (owned) of guint32: the row a value was last counted for */
  gboolean is_field;
  gboolean is_scalar;    /* a field that is a text, a number or a truth wherever it occurs */
} Facet;

static Facet *
facet_new (const char *name,
           gboolean    is_field)
{
  Facet *self = g_new0 (Facet, 1);

  self->name = g_strdup (name);
  self->values = ent_vocabulary_new ();
  self->counts = g_array_new (FALSE, TRUE, sizeof (guint));
  self->last_rows = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->is_field = is_field;
  self->is_scalar = TRUE;
  return self;
}

static void
facet_free (gpointer data)
{
  Facet *self = data;

  g_free (self->name);
  ent_vocabulary_free (self->values);
  g_array_unref (self->counts);
  g_array_unref (self->last_rows);
  g_free (self);
}

static void
facet_count (Facet   *self,
             guint32  row,
             EntSlice value)
{
  guint32 number = ent_vocabulary_intern (self->values, value);

  if (number == self->counts->len)
    {
      g_array_set_size (self->counts, number + 1);
      g_array_set_size (self->last_rows, number + 1);
    }
  else if (g_array_index (self->last_rows, guint32, number) == row)
    return;
  g_array_index (self->counts, guint, number)++;
  g_array_index (self->last_rows, guint32, number) = row;
}

static void
facet_count_word (Facet      *self,
                  guint32     row,
                  const char *word)
{
  if (word != NULL)
    facet_count (self, row, ent_slice_from_string (word));
}

static gboolean
facet_is_worth_it (const Facet *self)
{
  guint size = ent_vocabulary_get_size (self->values);

  if (!self->is_field)
    return size > 0;
  if (!self->is_scalar || size < MIN_FIELD_VALUES || size > MAX_FIELD_VALUES)
    return FALSE;
  for (guint i = 0; i < size; i++)
    if (g_array_index (self->counts, guint, i) > 1)
      return TRUE;
  return FALSE;
}

enum
{
  KIND, CATEGORY, ACTOR, INITIATOR, TARGET, PAIR, PLACE, TAG, SEVERITY, ATTRIBUTION, STATUS, SECTOR, VERIFICATION,
  N_FACETS,
};

static const char *const facet_names[N_FACETS + 1] = {
  [KIND] = "kind",
  [CATEGORY] = "category",
  [ACTOR] = "actor",
  [INITIATOR] = "initiator",
  [TARGET] = "target",
  [PAIR] = "pair",
  [PLACE] = "place",
  [TAG] = "tag",
  [SEVERITY] = "severity",
  [ATTRIBUTION] = "attribution",
  [STATUS] = "status",
  [SECTOR] = "sector",
  [VERIFICATION] = "verification",
};

typedef struct
{
  EntDataset *dataset;
  GPtrArray *facets;      /* (owned) of Facet: the fixed ones, then further fields */
  GHashTable *fields;     /* (owned): Facet by name; owns nothing */
  Facet *years;           /* (owned) */
  guint n_undated;
  gboolean has_more_fields; /* than are looked at */
  gboolean has_more_actors; /* than make pairs */
} Tally;

static void
count_values (Tally        *self,
              guint32       row,
              EntValueField field,
              guint         facet)
{
  guint position = 0;
  guint32 value;

  while (ent_dataset_next_value (self->dataset, row, field, &position, &value))
    facet_count_word (self->facets->pdata[facet], row, ent_dataset_get_value_word (self->dataset, field, value));
}

/* Dyads join those at the top: a unit of the army stands for its state. */
static guint32
topmost (EntDataset *dataset,
         guint32     actor)
{
  guint32 parent;

  while ((parent = ent_dataset_get_actor_parent (dataset, actor)) != ENT_ROW_NONE)
    actor = parent;
  return actor;
}

static gboolean
has_role (EntDataset        *dataset,
          const EntActorRef *ref,
          const char        *role)
{
  return ref->relation == ENT_RELATION_ROLE && ref->word != ENT_WORD_NONE
         && g_str_equal (ent_dataset_get_word (dataset, ref->word), role);
}

/* Those at the top of an event's actors of one role, each once. Returns how many. */
static guint
list_topmost (Tally      *self,
              guint32     row,
              const char *role,
              guint32     tops[ENT_LIMIT_PAIRED_ACTORS])
{
  guint n_refs;
  const EntActorRef *refs = ent_dataset_get_actors (self->dataset, row, &n_refs);
  guint n_tops = 0;

  for (guint i = 0; i < n_refs; i++)
    if (has_role (self->dataset, &refs[i], role))
      {
        guint32 top = topmost (self->dataset, refs[i].actor);
        guint j = 0;

        while (j < n_tops && tops[j] != top)
          j++;
        if (j == ENT_LIMIT_PAIRED_ACTORS)
          self->has_more_actors = TRUE;
        else if (j == n_tops)
          tops[n_tops++] = top;
      }
  return n_tops;
}

static void
count_pairs (Tally   *self,
             guint32  row)
{
  guint32 initiators[ENT_LIMIT_PAIRED_ACTORS];
  guint32 targets[ENT_LIMIT_PAIRED_ACTORS];
  guint n_initiators = list_topmost (self, row, "initiator", initiators);
  guint n_targets = list_topmost (self, row, "target", targets);

  for (guint i = 0; i < n_initiators; i++)
    for (guint j = 0; j < n_targets; j++)
      {
        EntSlice from = ent_dataset_get_actor_id (self->dataset, initiators[i]);
        EntSlice to = ent_dataset_get_actor_id (self->dataset, targets[j]);
        g_autoptr (GString) pair = g_string_new_len (from.text, (gssize) from.length);

        g_string_append_c (pair, '>');
        g_string_append_len (pair, to.text, (gssize) to.length);
        facet_count (self->facets->pdata[PAIR], row, (EntSlice){ pair->str, pair->len });
      }
}

static void
count_actors (Tally   *self,
              guint32  row)
{
  guint n_refs;
  const EntActorRef *refs = ent_dataset_get_actors (self->dataset, row, &n_refs);

  for (guint i = 0; i < n_refs; i++)
    {
      EntSlice id = ent_dataset_get_actor_id (self->dataset, refs[i].actor);

      if (refs[i].relation != ENT_RELATION_ROLE)
        continue;
      facet_count (self->facets->pdata[ACTOR], row, id);
      if (has_role (self->dataset, &refs[i], "initiator"))
        facet_count (self->facets->pdata[INITIATOR], row, id);
      if (has_role (self->dataset, &refs[i], "target"))
        facet_count (self->facets->pdata[TARGET], row, id);
    }
  count_pairs (self, row);
}

static void
count_field (Tally   *self,
             guint32  row,
             EntField field)
{
  g_autofree char *name = ent_slice_dup (field.name);
  g_auto (EntJsonReader) reader = { NULL };
  EntJsonString string;
  Facet *facet;

  /* Its name means the facet. */
  if (g_strv_contains (facet_names, name))
    return;
  facet = g_hash_table_lookup (self->fields, name);
  if (facet == NULL)
    {
      if (g_hash_table_size (self->fields) >= ENT_LIMIT_FURTHER_FIELDS)
        {
          self->has_more_fields = TRUE;
          return;
        }
      facet = facet_new (name, TRUE);
      g_ptr_array_add (self->facets, facet);
      g_hash_table_insert (self->fields, facet->name, facet);
    }
  /* Once there are too many values it cannot become a facet again. */
  if (!facet->is_scalar || ent_vocabulary_get_size (facet->values) > MAX_FIELD_VALUES)
    return;

  ent_json_reader_init (&reader, field.value.text, field.value.length);
  switch (ent_json_reader_peek (&reader))
    {
    case ENT_JSON_STRING:
      if (ent_json_reader_read_string (&reader, &string) && string.length <= MAX_VALUE_BYTES)
        facet_count (facet, row, (EntSlice){ string.text, string.length });
      else
        facet->is_scalar = FALSE;
      break;
    case ENT_JSON_NUMBER:
    case ENT_JSON_TRUE:
    case ENT_JSON_FALSE:
      if (field.value.length <= MAX_VALUE_BYTES)
        facet_count (facet, row, field.value);
      break;
    case ENT_JSON_NULL:
      break;
    default:
      facet->is_scalar = FALSE;
    }
}

static void
count_year (Tally   *self,
            guint32  row)
{
  g_autofree char *name = NULL;
  const EntDate *date = ent_dataset_peek_date (self->dataset, row, ENT_BASIS_OCCURRED);
  EntCalendarDate calendar;

  if (date == NULL || date->earliest_start.kind != ENT_BOUND_KNOWN)
    {
      self->n_undated++;
      return;
    }
  ent_calendar_from_time (date->earliest_start.time, &calendar);
  name = g_strdup_printf ("%" G_GINT64_FORMAT, calendar.year);
  facet_count_word (self->years, row, name);
}

static void
count_event (Tally   *self,
             guint32  row)
{
  guint severity = ent_dataset_get_severity (self->dataset, row);
  guint n_fields = ent_dataset_get_n_fields (self->dataset, row);

  facet_count_word (self->facets->pdata[KIND], row, ent_dataset_get_kind_word (self->dataset, row));
  count_values (self, row, ENT_VALUE_CATEGORY, CATEGORY);
  count_values (self, row, ENT_VALUE_PLACE, PLACE);
  count_values (self, row, ENT_VALUE_TAG, TAG);
  count_values (self, row, ENT_VALUE_SECTOR, SECTOR);
  count_actors (self, row);
  if (severity > 0)
    {
      const char digit[] = { (char) ('0' + severity), '\0' };

      facet_count_word (self->facets->pdata[SEVERITY], row, digit);
    }
  facet_count_word (self->facets->pdata[ATTRIBUTION], row,
                    ent_terms_word (ENT_TERMS_CONFIDENCE, ent_dataset_get_confidence (self->dataset, row)));
  facet_count_word (self->facets->pdata[STATUS], row,
                    ent_terms_word (ENT_TERMS_STATUS, ent_dataset_get_status (self->dataset, row)));
  facet_count_word (self->facets->pdata[VERIFICATION], row,
                    ent_terms_word (ENT_TERMS_VERIFICATION, ent_dataset_get_verification (self->dataset, row)));
  for (guint i = 0; i < n_fields; i++)
    {
      EntField field;

      ent_dataset_get_field (self->dataset, row, i, &field);
      count_field (self, row, field);
    }
  count_year (self, row);
}

typedef struct
{
  const char *value;
  guint count;
} Count;

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const Count *left = a;
  const Count *right = b;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  return strcmp (left->value, right->value);
}

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  gint64 left = g_ascii_strtoll (((const Count *) a)->value, NULL, 10);
  gint64 right = g_ascii_strtoll (((const Count *) b)->value, NULL, 10);

  return (left > right) - (left < right);
}

static GArray *
sorted (const Facet *facet,
        GCompareFunc compare)
{
  guint size = ent_vocabulary_get_size (facet->values);
  GArray *counts = g_array_sized_new (FALSE, FALSE, sizeof (Count), size);

  for (guint i = 0; i < size; i++)
    {
      Count count = { ent_vocabulary_get (facet->values, i), g_array_index (facet->counts, guint, i) };

      g_array_append_val (counts, count);
    }
  g_array_sort (counts, compare);
  return counts;
}

static void
print_facet (GString     *text,
             const Facet *facet,
             GCompareFunc compare)
{
  g_autoptr (GArray) counts = sorted (facet, compare);
  g_autofree char *name = ent_cli_escape (facet->name);

  g_string_append_printf (text, "\n%s\n", name);
  for (guint i = 0; i < counts->len; i++)
    {
      const Count *count = &g_array_index (counts, Count, i);
      g_autofree char *value = ent_cli_escape (count->value);

      g_string_append_printf (text, "%8u  %s\n", count->count, value);
    }
}

static GBytes *
print (const Tally *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%u events, %u undated\n", ent_dataset_get_n_events (self->dataset), self->n_undated);
  for (guint i = 0; i < self->facets->len; i++)
    if (facet_is_worth_it (self->facets->pdata[i]))
      print_facet (text, self->facets->pdata[i], compare_counts);
  if (facet_is_worth_it (self->years))
    print_facet (text, self->years, compare_years);
  return g_string_free_to_bytes (text);
}

static void
write_facet (EntJsonWriter *writer,
             const Facet   *facet,
             GCompareFunc   compare)
{
  g_autoptr (GArray) counts = sorted (facet, compare);

  ent_json_writer_name (writer, facet->name, -1);
  ent_json_writer_begin_array (writer, ENT_JSON_LINES);
  for (guint i = 0; i < counts->len; i++)
    {
      const Count *count = &g_array_index (counts, Count, i);

      ent_json_writer_begin_object (writer, ENT_JSON_INLINE);
      ent_json_writer_name (writer, "value", -1);
      ent_json_writer_string (writer, count->value, -1);
      ent_json_writer_name (writer, "count", -1);
      ent_json_writer_int64 (writer, count->count);
      ent_json_writer_end_object (writer);
    }
  ent_json_writer_end_array (writer);
}

static GBytes *
print_json (const Tally *self)
{
  g_autoptr (EntJsonWriter) writer = ent_json_writer_new (ENT_JSON_PRETTY, NULL, NULL);

  ent_json_writer_begin_object (writer, ENT_JSON_LINES);
  ent_json_writer_name (writer, "events", -1);
  ent_json_writer_int64 (writer, ent_dataset_get_n_events (self->dataset));
  ent_json_writer_name (writer, "undated", -1);
  ent_json_writer_int64 (writer, self->n_undated);
  ent_json_writer_name (writer, "facets", -1);
  ent_json_writer_begin_object (writer, ENT_JSON_LINES);
  for (guint i = 0; i < self->facets->len; i++)
    if (facet_is_worth_it (self->facets->pdata[i]))
      write_facet (writer, self->facets->pdata[i], compare_counts);
  ent_json_writer_end_object (writer);
  write_facet (writer, self->years, compare_years);
  ent_json_writer_end_object (writer);
  return ent_json_writer_finish_to_bytes (writer, NULL);
}

static GBytes *
tally (EntDataset *dataset,
       gboolean    json)
{
  Tally self = { .dataset = dataset };
  GBytes *bytes;

  self.facets = g_ptr_array_new_with_free_func (facet_free);
  self.fields = g_hash_table_new (g_str_hash, g_str_equal);
  self.years = facet_new ("years", FALSE);
  for (guint i = 0; i < N_FACETS; i++)
    g_ptr_array_add (self.facets, facet_new (facet_names[i], FALSE));
  for (guint32 row = 0; row < ent_dataset_get_n_events (dataset); row++)
    count_event (&self, row);

  if (self.has_more_fields)
    g_printerr (_("Only the first %d further fields are counted.\n"), ENT_LIMIT_FURTHER_FIELDS);
  if (self.has_more_actors)
    g_printerr (_("Only the first %d initiators and the first %d targets of an event make pairs.\n"),
                ENT_LIMIT_PAIRED_ACTORS, ENT_LIMIT_PAIRED_ACTORS);
  bytes = json ? print_json (&self) : print (&self);
  g_hash_table_unref (self.fields);
  g_ptr_array_unref (self.facets);
  facet_free (self.years);
  return bytes;
}

static int
run (const char *const *argv)
{
  g_auto (GStrv) files = NULL;
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDataset) dataset = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gboolean json = FALSE;
  gboolean strict = FALSE;
  int status;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { "strict", 0, 0, G_OPTION_ARG_NONE, &strict, N_("Print nothing when the input has errors"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!ent_cli_parse_options (&ent_cli_stats_command, entries, argv, &files, &status))
    return status;
  if (files[0] == NULL || files[1] != NULL)
    return ent_cli_usage_error (argv[0], _("one file must be given"));

  dataset = ent_cli_open (files[0], &diagnostics, &error);
  if (dataset != NULL && !ent_cli_accept (files[0], diagnostics, strict))
    return ENT_EXIT_FAILED;
  if (dataset != NULL)
    {
      bytes = tally (dataset, json);
      ent_output_file_write ("-", NULL, bytes, &error);
    }
  if (error != NULL)
    return ent_cli_fail (argv[0], error);
  ent_cli_print_faults (files[0], diagnostics);
  return ENT_EXIT_OK;
}

const EntCommand ent_cli_stats_command = {
  .name = "stats",
  .arguments = "FILE",
  .summary = N_("Count events by facet and by year"),
  .run = run,
};
