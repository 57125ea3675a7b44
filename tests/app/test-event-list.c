/* test-event-list.c: the order of the list, and what stands in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-event-list-order.h"
#include "ent-generator.h"

#include "../model/events.h"

#define N_EVENTS 200

static guint
number_in (const EntEventListContext *context,
           guint32                    row,
           EntEventColumn             column)
{
  switch (column)
    {
    case ENT_COLUMN_SEVERITY:
      return ent_dataset_get_severity (context->dataset, row);
    case ENT_COLUMN_SOURCES:
      return ent_dataset_get_n_sources (context->dataset, row);
    case ENT_COLUMN_ATTRIBUTION:
      return ent_dataset_get_confidence (context->dataset, row);
    case ENT_COLUMN_STATUS:
      return ent_dataset_get_status (context->dataset, row);
    case ENT_COLUMN_KIND:
    case ENT_COLUMN_TITLE:
    case ENT_COLUMN_DATE:
    case ENT_COLUMN_ACTORS:
    case ENT_COLUMN_CATEGORY:
    case ENT_COLUMN_PLACE:
    case ENT_COLUMN_SECTOR:
    case ENT_COLUMN_TAGS:
    case ENT_COLUMN_VERIFICATION:
    case ENT_COLUMN_DWELL:
    case ENT_COLUMN_TO_DISCLOSURE:
    case ENT_COLUMN_TO_ATTRIBUTION:
    case ENT_COLUMN_ID:
    case ENT_COLUMN_FIELD:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_missing (const EntEventListContext *context,
            guint32                    row,
            EntEventColumn             column)
{
  g_autofree char *cell = ent_event_list_cell (context, row, column);

  if (column == ENT_COLUMN_DATE)
    return ent_dataset_peek_date (context->dataset, row, context->basis) == NULL;
  return *cell == '\0';
}

static gboolean
read_number (const char *text,
             double     *number)
{
  char *end;

  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0';
}

static double
middle_of (const EntEventListContext *context,
           guint32                    row,
           EntEventColumn             column)
{
  EntDuration duration;

  g_assert_true (ent_event_list_get_duration (context, row, column, &duration));
  return duration.has_most ? ((double) duration.least + (double) duration.most) / 2 : 1e18 + (double) duration.least;
}

/* Below 0 if the first comes first, ties apart. */
static int
compare_cells (const EntEventListContext *context,
               guint32                    a,
               guint32                    b,
               EntEventColumn             column,
               const guint               *ranks)
{
  if (column == ENT_COLUMN_DATE)
    return ranks[a] < ranks[b] ? -1 : 1;
  if (column == ENT_COLUMN_SEVERITY || column == ENT_COLUMN_SOURCES || column == ENT_COLUMN_ATTRIBUTION ||
      column == ENT_COLUMN_STATUS)
    {
      guint left = number_in (context, a, column);
      guint right = number_in (context, b, column);

      return (left > right) - (left < right);
    }
  else if (column == ENT_COLUMN_DWELL || column == ENT_COLUMN_TO_DISCLOSURE || column == ENT_COLUMN_TO_ATTRIBUTION)
    {
      double left = middle_of (context, a, column);
      double right = middle_of (context, b, column);

      return (left > right) - (left < right);
    }
  else
    {
      g_autofree char *left = ent_event_list_cell (context, a, column);
      g_autofree char *right = ent_event_list_cell (context, b, column);
      g_autofree char *left_folded = g_utf8_casefold (left, -1);
      g_autofree char *right_folded = g_utf8_casefold (right, -1);
      double left_number;
      double right_number;

      /* Numbers come first, in their own order. */
      if (column >= ENT_COLUMN_FIELD)
        {
          gboolean left_is = read_number (left, &left_number);
          gboolean right_is = read_number (right, &right_number);

          if (left_is && right_is)
            return (left_number > right_number) - (left_number < right_number);
          if (left_is || right_is)
            return left_is ? -1 : 1;
        }
      return g_utf8_collate (left_folded, right_folded);
    }
}

static void
check_order (const EntEventListContext *context,
             EntEventColumn             column,
             gboolean                   descending)
{
  guint n_dated;
  const guint32 *order = ent_dataset_get_order (context->dataset, context->basis, &n_dated);
  g_autofree guint32 *rows = ent_event_list_sort (context, column, descending, NULL);
  g_autofree guint *ranks = g_new (guint, N_EVENTS);
  g_autofree gboolean *seen = g_new0 (gboolean, N_EVENTS);

  for (guint i = 0; i < N_EVENTS; i++)
    ranks[order[i]] = i;
  for (guint i = 0; i < N_EVENTS; i++)
    {
      guint32 row = rows[i];
      guint32 next = rows[MIN (i + 1, N_EVENTS - 1)];
      gboolean missing = is_missing (context, row, column);
      int compared;

      g_assert_cmpuint (row, <, N_EVENTS);
      g_assert_false (seen[row]);
      seen[row] = TRUE;
      if (i + 1 == N_EVENTS)
        break;
      /* What says nothing comes last, whichever way. */
      g_assert_true (!missing || is_missing (context, next, column));
      if (missing != is_missing (context, next, column))
        continue;
      compared = missing ? 0 : compare_cells (context, row, next, column, ranks);
      if (column == ENT_COLUMN_ATTRIBUTION && compared == 0)
        continue; /* denied or not, below */
      g_assert_true (descending ? compared >= 0 : compared <= 0);
      if (compared == 0)
        g_assert_cmpuint (ranks[row], <, ranks[next]);
    }
}

static void
test_order (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (N_EVENTS, 3);
  static const char *const languages[] = { NULL, "en", "zh-CN" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    for (int basis = ENT_BASIS_OCCURRED; basis <= ENT_BASIS_REMEDIATION; basis++)
      for (guint column = 0; column < ent_event_list_n_columns (dataset); column++)
        for (int descending = 0; descending < 2; descending++)
          {
            EntEventListContext context = { dataset, languages[i], basis };
            g_autofree char *id = ent_event_list_column_id (dataset, column);

            g_test_message ("%s, %s, basis %d, %s", id,
                            descending ? "descending" : "ascending", basis, languages[i]);
            check_order (&context, column, descending);
          }
}

static void
test_cancel (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (N_EVENTS, 3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  EntEventListContext context = { dataset, NULL, ENT_BASIS_OCCURRED };

  g_cancellable_cancel (cancellable);
  g_assert_null (ent_event_list_sort (&context, ENT_COLUMN_TITLE, FALSE, cancellable));
}

static void
test_span (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (N_EVENTS, 3);
  EntEventListContext context = { dataset, NULL, ENT_BASIS_OCCURRED };
  g_autofree guint32 *rows = ent_event_list_sort (&context, ENT_COLUMN_TITLE, TRUE, NULL);
  g_autofree guint32 *kept = g_new (guint32, N_EVENTS);
  g_autoptr (EntRowSet) shown = ent_row_set_new (N_EVENTS);
  EntSpan span;
  guint n_kept;
  guint at = 0;

  g_assert_true (ent_span_parse ("2010/2014", -1, &span, NULL));
  n_kept = ent_event_list_keep (&context, NULL, &span, rows, N_EVENTS, kept);
  g_assert_cmpuint (n_kept, >, 0);
  g_assert_cmpuint (n_kept, <, N_EVENTS);
  for (guint i = 0; i < N_EVENTS; i++)
    if (ent_dataset_may_overlap (dataset, rows[i], ENT_BASIS_OCCURRED, &span))
      g_assert_cmpuint (kept[at++], ==, rows[i]);
  g_assert_cmpuint (at, ==, n_kept);

  /* Of those that are shown, in view or not. */
  for (guint i = 0; i < N_EVENTS; i += 3)
    ent_row_set_add (shown, i);
  n_kept = ent_event_list_keep (&context, shown, NULL, rows, N_EVENTS, kept);
  g_assert_cmpuint (n_kept, ==, ent_row_set_count (shown));
  n_kept = ent_event_list_keep (&context, shown, &span, rows, N_EVENTS, kept);
  for (guint i = at = 0; i < N_EVENTS; i++)
    if (rows[i] % 3 == 0 && ent_dataset_may_overlap (dataset, rows[i], ENT_BASIS_OCCURRED, &span))
      g_assert_cmpuint (kept[at++], ==, rows[i]);
  g_assert_cmpuint (at, ==, n_kept);
}

static EntDataset *
make_dataset (void)
{
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);

  ent_dataset_builder_begin_event (builder, 0);
  fill_event (builder, &(Event){ "a", "=SUM(A1)\tand more", "2014-05-07", "incident" }, 0);
  ent_dataset_builder_add_actor_ref (builder, ENT_RELATION_ROLE, slice ("CN"), slice ("initiator"));
  ent_dataset_builder_add_actor_ref (builder, ENT_RELATION_ROLE, slice ("US"), slice ("target"));
  ent_dataset_builder_add_actor_ref (builder, ENT_RELATION_ROLE, slice ("UK"), slice ("target"));
  ent_dataset_builder_add_actor_ref (builder, ENT_RELATION_DENIER, slice ("CN"), ENT_SLICE_NONE);
  ent_dataset_builder_add_value (builder, ENT_VALUE_PLACE, slice ("Paris"));
  ent_dataset_builder_add_field (builder, slice ("score"), slice ("1"));
  ent_dataset_builder_add_field (builder, slice ("aliases"), slice ("[ \"x\" , {\"y\": 2},3]"));
  ent_dataset_builder_end_event (builder, ENT_SLICE_NONE);
  ent_dataset_builder_begin_event (builder, 1);
  fill_event (builder, &(Event){ "b", "Undated", NULL, "statement" }, 1);
  ent_dataset_builder_add_actor_ref (builder, ENT_RELATION_ROLE, slice ("US"), slice ("target"));
  ent_dataset_builder_end_event (builder, ENT_SLICE_NONE);
  return ent_dataset_builder_finish (builder);
}

static void
assert_cell (const EntEventListContext *context,
             guint32                    row,
             EntEventColumn             column,
             const char                *expected)
{
  g_autofree char *cell = ent_event_list_cell (context, row, column);
  g_autoptr (GString) text = g_string_new (cell);

  g_string_replace (text, "\u2068", "", 0);
  g_string_replace (text, "\u2069", "", 0);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_cells (void)
{
  g_autoptr (EntDataset) dataset = make_dataset ();
  EntEventListContext context = { dataset, NULL, ENT_BASIS_OCCURRED };
  g_autofree char *line = ent_event_list_line (&context, 0);

  assert_cell (&context, 0, ENT_COLUMN_KIND, "Incident");
  assert_cell (&context, 0, ENT_COLUMN_ACTORS, "CN → US, UK");
  assert_cell (&context, 0, ENT_COLUMN_ATTRIBUTION, "Denied");
  assert_cell (&context, 0, ENT_COLUMN_SEVERITY, "");
  assert_cell (&context, 1, ENT_COLUMN_ACTORS, "→ US");
  assert_cell (&context, 1, ENT_COLUMN_DATE, "No date that can be placed");
  g_assert_cmpstr (line, ==, "7 May 2014 · Incident");
}

/* Times between phases are ranges, as coarse as their ends; where a phase is not recorded there is none. */
static void
test_durations (void)
{
  static const struct
  {
    EntPhase    phase;
    const char *date;
  } phases[] = { { ENT_PHASE_INTRUSION, "2014-05-07" }, { ENT_PHASE_DETECTION, "2015-04-15" },
                 { ENT_PHASE_DISCLOSURE, "2015-06" } };
  g_autoptr (EntDiagnostics) diagnostics = NULL;
  g_autoptr (EntDatasetBuilder) builder = make_builder (&diagnostics);
  g_autoptr (EntDataset) dataset = NULL;
  EntEventListContext context = { NULL, NULL, ENT_BASIS_OCCURRED };

  for (gsize row = 0; row < 2; row++)
    {
      ent_dataset_builder_begin_event (builder, 0);
      fill_event (builder, &(Event){ row == 0 ? "a" : "b", "T", "2014", "incident" }, 0);
      for (gsize i = row; i < G_N_ELEMENTS (phases); i++)
        {
          EntDate date;

          g_assert_true (ent_date_parse (phases[i].date, -1, &date, NULL));
          ent_dataset_builder_add_phase (builder, phases[i].phase, &date, slice (phases[i].date));
        }
      ent_dataset_builder_end_event (builder, ENT_SLICE_NONE);
    }
  context.dataset = dataset = ent_dataset_builder_finish (builder);
  assert_cell (&context, 0, ENT_COLUMN_DWELL, "343 days");
  assert_cell (&context, 0, ENT_COLUMN_TO_DISCLOSURE, "12 to 14 months");
  assert_cell (&context, 0, ENT_COLUMN_TO_ATTRIBUTION, "");
  assert_cell (&context, 1, ENT_COLUMN_DWELL, "");
}

static void
test_table (void)
{
  g_autoptr (EntDataset) dataset = make_dataset ();
  EntEventListContext context = { dataset, NULL, ENT_BASIS_OCCURRED };
  static const guint32 rows[] = { 0, 1 };
  static const guint columns[] = { 0, 1, 2, 3, 4, 5, 6, 7 };
  static const guint some[] = { ENT_COLUMN_ID, ENT_COLUMN_FIELD, ENT_COLUMN_FIELD + 1, ENT_COLUMN_PLACE };
  g_autofree char *one = ent_event_list_table (&context, columns, 8, rows, 1);
  g_autofree char *two = ent_event_list_table (&context, columns, 8, rows, 2);
  g_autofree char *others = ent_event_list_table (&context, some, 4, rows, 2);

  g_assert_cmpstr (one, ==, "Incident\t'=SUM(A1) and more\t7 May 2014\t\tCN → US, UK\t\tDenied\t\n");
  g_assert_cmpstr (two, ==,
                   "Kind\tTitle\tDate\tSeverity\tActors\tCategory\tAttribution\tSources\n"
                   "Incident\t'=SUM(A1) and more\t7 May 2014\t\tCN → US, UK\t\tDenied\t\n"
                   "Statement\tUndated\tNo date that can be placed\t\t→ US\t\t\t\n");
  g_assert_cmpstr (others, ==, "Id\tScore\tAliases\tPlace\na\t1\tx, {\"y\": 2}, 3\tParis\nb\t\t\t\n");
}

static void
test_columns (void)
{
  g_autoptr (EntDataset) dataset = make_dataset ();
  EntEventColumn column;

  g_assert_cmpuint (ent_event_list_n_columns (dataset), ==, ENT_COLUMN_FIELD + 2);
  g_assert_cmpuint (ent_event_list_n_columns (NULL), ==, ENT_COLUMN_FIELD);
  for (guint i = 0; i < ent_event_list_n_columns (dataset); i++)
    {
      g_autofree char *id = ent_event_list_column_id (dataset, i);

      g_assert_true (ent_event_list_find_column (dataset, id, &column));
      g_assert_cmpint (column, ==, i);
    }
  g_assert_false (ent_event_list_find_column (dataset, "nothing", &column));
  g_assert_false (ent_event_list_find_column (dataset, "score", &column));
  g_assert_false (ent_event_list_find_column (NULL, "field:score", &column));
  g_assert_false (ent_event_list_find_column (dataset, NULL, &column));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/event-list/order", test_order);
  g_test_add_func ("/event-list/cancel", test_cancel);
  g_test_add_func ("/event-list/span", test_span);
  g_test_add_func ("/event-list/cells", test_cells);
  g_test_add_func ("/event-list/durations", test_durations);
  g_test_add_func ("/event-list/table", test_table);
  g_test_add_func ("/event-list/columns", test_columns);
  return g_test_run ();
}
