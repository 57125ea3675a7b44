/* test-row-model.c: rows as a list of objects, and which of them are selected
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-event.h"
#include "ent-generator.h"
#include "ent-row-model.h"

#include <libglib-testing/signal-logger.h>

/* What was told of since the last time, such as "items-changed 0 0 5; selection-changed 1 1". */
static void
assert_told (GtSignalLogger *logger,
             const char     *expected)
{
  g_autoptr (GString) told = g_string_new (NULL);

  while (gt_signal_logger_get_n_emissions (logger) > 0)
    {
      g_autoptr (GtSignalLoggerEmission) emission = NULL;
      g_autofree char *name = NULL;
      guint position;
      guint a;
      guint b;

      gt_signal_logger_pop_emission (logger, NULL, NULL, &name, &emission);
      if (told->len > 0)
        g_string_append (told, "; ");
      if (g_str_equal (name, "items-changed"))
        {
          gt_signal_logger_emission_get_params (emission, &position, &a, &b);
          g_string_append_printf (told, "items %u -%u +%u", position, a, b);
        }
      else
        {
          gt_signal_logger_emission_get_params (emission, &position, &a);
          g_string_append_printf (told, "selected %u %u", position, a);
        }
    }
  g_assert_cmpstr (told->str, ==, expected);
}

static GtSignalLogger *
log_model (EntRowModel *model)
{
  GtSignalLogger *logger = gt_signal_logger_new ();

  gt_signal_logger_connect (logger, model, "items-changed");
  gt_signal_logger_connect (logger, model, "selection-changed");
  return logger;
}

static char *
describe_selected (EntRowModel *model)
{
  g_autoptr (GArray) rows = ent_row_model_get_selected (model);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", g_array_index (rows, guint32, i));
  return g_string_free (text, FALSE);
}

static void
assert_selected (EntRowModel *model,
                 const char  *expected)
{
  g_autofree char *selected = describe_selected (model);

  g_assert_cmpstr (selected, ==, expected);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      GtkBitset *range = gtk_selection_model_get_selection_in_range (GTK_SELECTION_MODEL (model), i, 1);

      g_assert_cmpint (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (model), i), ==,
                       gtk_bitset_contains (range, i));
      gtk_bitset_unref (range);
    }
}

static void
test_items (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (10, 1);
  g_autoptr (EntRowModel) model = ent_row_model_new ();
  static const guint32 rows[] = { 7, 0, 3 };
  EntEvent *event;

  g_assert_true (g_type_is_a (ENT_TYPE_EVENT, g_list_model_get_item_type (G_LIST_MODEL (model))));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 0));
  g_assert_cmpuint (ent_row_model_find (model, 0), ==, GTK_INVALID_LIST_POSITION);

  ent_row_model_set_rows (model, dataset, rows, G_N_ELEMENTS (rows));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (EntEvent) item = g_list_model_get_item (G_LIST_MODEL (model), i);

      g_assert_cmpuint (ent_event_get_row (item), ==, rows[i]);
      g_assert_true (ent_event_get_dataset (item) == dataset);
      g_assert_cmpuint (ent_row_model_get_row (model, i), ==, rows[i]);
      g_assert_cmpuint (ent_row_model_find (model, rows[i]), ==, i);
    }
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 3));
  g_assert_cmpuint (ent_row_model_get_row (model, 3), ==, ENT_ROW_NONE);
  g_assert_cmpuint (ent_row_model_find (model, 1), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (ent_row_model_find (model, ENT_ROW_NONE), ==, GTK_INVALID_LIST_POSITION);

  /* Nobody keeps an event but who asked for it. */
  event = g_list_model_get_item (G_LIST_MODEL (model), 1);
  g_object_add_weak_pointer (G_OBJECT (event), (gpointer *) &event);
  g_object_unref (event);
  g_assert_null (event);
}

static void
test_changes (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (10, 1);
  g_autoptr (EntDataset) other = ent_generator_dataset (10, 2);
  g_autoptr (EntRowModel) model = ent_row_model_new ();
  g_autoptr (GtSignalLogger) logger = log_model (model);
  static const guint32 rows[] = { 0, 1, 2, 3, 4, 5 };
  static const guint32 less[] = { 0, 1, 4, 5 };
  static const guint32 moved[] = { 0, 4, 1, 5 };

  ent_row_model_set_rows (model, NULL, NULL, 0);
  assert_told (logger, "");
  ent_row_model_set_rows (model, dataset, rows, 6);
  assert_told (logger, "items 0 -0 +6");
  ent_row_model_set_rows (model, dataset, rows, 6);
  assert_told (logger, "");
  ent_row_model_set_rows (model, dataset, less, 4);
  assert_told (logger, "items 2 -2 +0");
  ent_row_model_set_rows (model, dataset, moved, 4);
  assert_told (logger, "items 1 -2 +2");
  ent_row_model_set_rows (model, dataset, less, 4);
  ent_row_model_set_rows (model, dataset, rows, 6);
  assert_told (logger, "items 1 -2 +2; items 2 -0 +2");
  ent_row_model_set_rows (model, dataset, rows, 3);
  assert_told (logger, "items 3 -3 +0");
  /* The rows of another dataset are others. */
  ent_row_model_set_rows (model, other, rows, 3);
  assert_told (logger, "items 0 -3 +3");
  ent_row_model_set_rows (model, NULL, NULL, 0);
  assert_told (logger, "items 0 -3 +0");
}

static void
test_selection (void)
{
  g_autoptr (EntDataset) dataset = ent_generator_dataset (10, 1);
  g_autoptr (EntDataset) other = ent_generator_dataset (10, 2);
  g_autoptr (EntRowModel) model = ent_row_model_new ();
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (model);
  g_autoptr (GtSignalLogger) logger = NULL;
  static const guint32 rows[] = { 5, 4, 3, 2, 1, 0 };
  static const guint32 chosen[] = { 2, 9, 4 };

  ent_row_model_set_rows (model, dataset, rows, 6);
  logger = log_model (model);

  g_assert_true (gtk_selection_model_select_item (selection, 1, TRUE));
  assert_selected (model, "4");
  assert_told (logger, "selected 1 1");
  g_assert_true (gtk_selection_model_select_item (selection, 3, TRUE));
  assert_selected (model, "2");
  assert_told (logger, "selected 1 3");
  g_assert_true (gtk_selection_model_select_item (selection, 3, TRUE));
  assert_told (logger, "");
  g_assert_true (gtk_selection_model_select_item (selection, 0, FALSE));
  assert_selected (model, "5 2");
  assert_told (logger, "selected 0 1");
  g_assert_true (gtk_selection_model_select_range (selection, 1, 2, TRUE));
  assert_selected (model, "4 3");
  assert_told (logger, "selected 0 4");
  g_assert_true (gtk_selection_model_unselect_item (selection, 2));
  assert_selected (model, "4");
  assert_told (logger, "selected 2 1");
  g_assert_true (gtk_selection_model_select_all (selection));
  assert_selected (model, "5 4 3 2 1 0");
  assert_told (logger, "selected 0 6");
  g_assert_true (gtk_selection_model_unselect_all (selection));
  assert_selected (model, "");
  assert_told (logger, "selected 0 6");

  /* By row, in the list or not. */
  ent_row_model_set_selected (model, chosen, 3);
  assert_selected (model, "4 2");
  assert_told (logger, "selected 1 3");
  ent_row_model_set_selected (model, chosen, 3);
  assert_told (logger, "");

  /* What is selected stays so in another order, and while it is not in the list. */
  ent_row_model_set_rows (model, dataset, &rows[2], 4);
  assert_selected (model, "2");
  ent_row_model_set_rows (model, dataset, chosen, 3);
  assert_selected (model, "2 9 4");
  ent_row_model_set_rows (model, other, rows, 6);
  assert_selected (model, "");
}

static void
test_many_selected (void)
{
  guint n = ENT_ROW_MODEL_MAX_SELECTED + 1;
  g_autoptr (EntDataset) dataset = ent_generator_dataset (n, 1);
  g_autoptr (EntRowModel) model = ent_row_model_new ();
  g_autofree guint32 *rows = g_new (guint32, n);

  for (guint i = 0; i < n; i++)
    rows[i] = i;
  ent_row_model_set_rows (model, dataset, rows, n);
  g_assert_false (gtk_selection_model_select_all (GTK_SELECTION_MODEL (model)));
  assert_selected (model, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/row-model/items", test_items);
  g_test_add_func ("/row-model/changes", test_changes);
  g_test_add_func ("/row-model/selection", test_selection);
  g_test_add_func ("/row-model/many-selected", test_many_selected);
  return g_test_run ();
}
