/* test-links-shown.c: how far from the selected events links are drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-chain.h"
#include "ent-timeline.h"
#include "pictures.h"

#define OPM "opm-2014-2015-background-files"

static EntTimeline *
make (EntDataset     *dataset,
      EntTextMeasure *measure,
      const EntWords *words,
      const guint32  *selected,
      guint           n_selected,
      EntLinksShown   links)
{
  EntTimelineRequest request = { 0 };

  request.dataset = dataset;
  ent_timeline_known_span (dataset, NULL, ENT_BASIS_OCCURRED, &request.span);
  request.width = 4000;
  request.height = 3000;
  request.style = ENT_STYLE_SCREEN;
  request.selected = selected;
  request.n_selected = n_selected;
  request.links = links;
  return ent_timeline_new (&request, measure, words, "en");
}

static guint
count_arcs (EntDataset    *dataset,
            const guint32 *selected,
            guint          n_selected,
            EntLinksShown  links)
{
  g_autoptr (EntTextMeasure) measure = pictures_new_measure (FALSE);
  g_autoptr (EntWords) words = ent_words_new ("en");
  EntTimeline *timeline = make (dataset, measure, words, selected, n_selected, links);
  g_autoptr (EntScene) scene = NULL;
  EntDrawing drawing = { 0 };
  const EntItem *items;
  guint n_items;
  guint n_arcs = 0;

  drawing.builder = ent_scene_builder_new (4000, 3000, "en");
  drawing.dataset = dataset;
  drawing.measure = measure;
  drawing.words = words;
  drawing.theme = ent_theme_find ("light");
  drawing.style = ENT_STYLE_SCREEN;
  ent_timeline_draw (timeline, &drawing);
  scene = ent_scene_builder_end (drawing.builder);
  items = ent_scene_get_items (scene, &n_items);
  for (guint i = 0; i < n_items; i++)
    n_arcs += items[i].type == ENT_ITEM_ARC;
  ent_timeline_free (timeline);
  return n_arcs;
}

/* The farther, the more; none at all if that is wished, and of all links no more than can be told apart. */
static void
test_farther (void)
{
  static const EntLinksShown order[] = { ENT_LINKS_NONE, ENT_LINKS_DIRECT, ENT_LINKS_SECOND, ENT_LINKS_THIRD,
                                         ENT_LINKS_CHAIN };
  g_autoptr (EntDataset) dataset = pictures_open_bundled ();
  guint32 row = ent_dataset_find (dataset, ent_slice_from_string (OPM));
  guint last = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint n_arcs = count_arcs (dataset, &row, 1, order[i]);

      g_assert_cmpuint (n_arcs, >=, last);
      if (order[i] == ENT_LINKS_NONE)
        g_assert_cmpuint (n_arcs, ==, 0);
      if (order[i] == ENT_LINKS_SECOND)
        g_assert_cmpuint (n_arcs, >, last);
      last = n_arcs;
    }
  g_assert_cmpuint (count_arcs (dataset, NULL, 0, ENT_LINKS_CHAIN), ==, 0);
  g_assert_cmpuint (count_arcs (dataset, NULL, 0, ENT_LINKS_ALL), >, 100);
  g_assert_cmpuint (count_arcs (dataset, NULL, 0, ENT_LINKS_ALL), <=, 150);
}

/* What stands out are the selected events, what they are linked with, and what that is linked with. */
static void
test_found (void)
{
  g_autoptr (EntDataset) dataset = pictures_open_bundled ();
  guint32 row = ent_dataset_find (dataset, ent_slice_from_string (OPM));
  g_autoptr (EntRowSet) second = ent_chain_find_shown (dataset, &row, 1, ENT_LINKS_SECOND);
  g_autoptr (EntRowSet) chain = ent_chain_find_shown (dataset, &row, 1, ENT_LINKS_CHAIN);
  g_autoptr (EntRowSet) whole = ent_chain_find (dataset, row, G_MAXUINT);

  g_assert_null (ent_chain_find_shown (dataset, &row, 1, ENT_LINKS_DIRECT));
  g_assert_null (ent_chain_find_shown (dataset, &row, 1, ENT_LINKS_NONE));
  g_assert_null (ent_chain_find_shown (dataset, &row, 1, ENT_LINKS_ALL));
  g_assert_null (ent_chain_find_shown (dataset, NULL, 0, ENT_LINKS_CHAIN));
  g_assert_true (ent_row_set_equal (chain, whole));
  g_assert_true (ent_row_set_contains (second, row));
  for (guint32 other = G_MAXUINT32; ent_row_set_next (second, &other);)
    g_assert_true (ent_row_set_contains (chain, other));
  for (guint32 other = 0; other < ent_dataset_get_n_events (dataset); other++)
    if (ent_chain_are_linked (dataset, row, other))
      g_assert_true (ent_row_set_contains (second, other));
  g_assert_cmpuint (ent_row_set_count (second), <, ent_row_set_count (chain));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/links-shown/farther", test_farther);
  g_test_add_func ("/links-shown/found", test_found);
  return g_test_run ();
}
