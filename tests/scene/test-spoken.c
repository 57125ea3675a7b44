/* test-spoken.c: events linked to the selected one have marks and names where they can
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-timeline.h"
#include "pictures.h"

#include <math.h>

/* 1 January 2013, four years. */
#define START G_GINT64_CONSTANT (1356998400)
#define END G_GINT64_CONSTANT (1483228800)

typedef struct
{
  EntDataset     *dataset;
  EntTextMeasure *measure;
  EntWords       *words;
  EntTimeline    *timeline;
  EntSpan         span;
  double          width;
} Window;

static void
window_set_up (Window *window,
               double  width,
               double  height)
{
  EntTimelineRequest request = { 0 };

  *window = (Window){ .span = { START, END }, .width = width };
  window->dataset = pictures_open_bundled ();
  window->measure = pictures_new_measure (FALSE);
  window->words = ent_words_new ("en");
  request.dataset = window->dataset;
  request.span = window->span;
  request.width = width;
  request.height = height;
  request.steady = TRUE;
  request.style = ENT_STYLE_SCREEN;
  window->timeline = ent_timeline_new (&request, window->measure, window->words, "en");
}

static void
window_clear (Window *window)
{
  ent_timeline_free (window->timeline);
  ent_words_free (window->words);
  ent_text_measure_free (window->measure);
  g_object_unref (window->dataset);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Window, window_clear)

static EntScene *
draw (const Window          *window,
      const EntTimelineLook *look)
{
  EntDrawing drawing = { 0 };

  drawing.builder = ent_scene_builder_new (window->width, 2000, "en");
  drawing.dataset = window->dataset;
  drawing.measure = window->measure;
  drawing.words = window->words;
  drawing.theme = ent_theme_find ("light");
  drawing.style = ENT_STYLE_SCREEN;
  drawing.row = ENT_ITEM_NO_ROW;
  drawing.lane = 255;
  drawing.x1 = window->width;
  ent_timeline_draw_look (window->timeline, &drawing, look);
  return ent_scene_builder_end (drawing.builder);
}

static gboolean
is_linked (EntDataset *dataset,
           guint32     from,
           guint32     row)
{
  for (int back = 0; back < 2; back++)
    {
      guint n_links;
      const EntLink *links = back ? ent_dataset_get_links_to (dataset, from, &n_links)
                                  : ent_dataset_get_links (dataset, from, &n_links);

      for (guint i = 0; i < n_links; i++)
        if (links[i].target == row)
          return TRUE;
    }
  return FALSE;
}

static gboolean
overlaps (const EntItem *a,
          const EntItem *b)
{
  double a0, b0, a1, b1, c0, d0, c1, d1;

  ent_item_get_bounds (a, &a0, &b0, &a1, &b1);
  ent_item_get_bounds (b, &c0, &d0, &c1, &d1);
  return a0 < c1 && c0 < a1 && b0 < d1 && d0 < b1;
}

/* Whether a plate in the colour of the ground lies over all of a name. */
static gboolean
is_hidden (const EntItem *items,
           guint          n_items,
           const EntItem *name)
{
  for (guint i = 0; i < n_items; i++)
    if (items[i].role == ENT_ROLE_MOAT && items[i].layer == ENT_LAYER_OVER && items[i].type == ENT_ITEM_RECT &&
        items[i].y < name->y - name->height / 2 && items[i].y + items[i].height > name->y)
      {
        double x0, y0, x1, y1;

        ent_item_get_bounds (name, &x0, &y0, &x1, &y1);
        if (items[i].x <= x0 && items[i].x + items[i].width >= x1)
          return TRUE;
      }
  return FALSE;
}

/* What is linked to the selected event speaks: it has a mark where it belongs, at most one name, and that covers no other
 * name or mark that speaks. Only the selected name is bold, and that of the goal. */
static void
test_spoken (gconstpointer data)
{
  const double *size = data;
  g_auto (Window) window = { 0 };
  guint n_marks = 0;
  guint n_names = 0;
  guint n_hidden = 0;
  guint n_covered = 0;
  guint n_scraps = 0;

  window_set_up (&window, size[0], size[1]);
  for (guint32 row = 0; row < ent_dataset_get_n_events (window.dataset); row++)
    {
      g_autoptr (EntScene) scene = NULL;
      g_autoptr (GPtrArray) names = g_ptr_array_new ();
      g_autoptr (GPtrArray) heads = g_ptr_array_new ();
      guint32 goal = ENT_ROW_NONE;
      EntTimelineLook look;
      EntTimelineSpot spot;
      const EntItem *items;
      guint n_items;
      guint n_links;
      const EntLink *links = ent_dataset_get_links (window.dataset, row, &n_links);

      if (n_links == 0 || !ent_timeline_locate (window.timeline, &window.span, row, ENT_LANE_ANY, &spot) || spot.x < 0 ||
          spot.x > size[0])
        continue;
      if (row % 2 == 0)
        goal = links[0].target;
      ent_timeline_look_init (&look, &window.span);
      look.selected = &row;
      look.n_selected = 1;
      look.goal = goal;
      scene = draw (&window, &look);
      items = ent_scene_get_items (scene, &n_items);
      for (guint i = 0; i < n_items; i++)
        {
          if (items[i].row == ENT_ITEM_NO_ROW || !is_linked (window.dataset, row, items[i].row))
            continue;
          if (items[i].role == ENT_ROLE_LABEL)
            {
              g_assert_cmphex (items[i].fill, ==, ent_theme_find ("light")->ink);
              g_assert_cmpint (items[i].bold, ==, items[i].row == goal);
              g_ptr_array_add (names, (gpointer) &items[i]);
            }
          if (items[i].role == ENT_ROLE_MARK && items[i].type == ENT_ITEM_SHAPE)
            g_ptr_array_add (heads, (gpointer) &items[i]);
        }
      for (guint i = 0; i < names->len; i++)
        {
          const EntItem *name = g_ptr_array_index (names, i);

          g_assert_cmpuint (ent_scene_hit (scene, name->x + name->width / 2, name->y - 3)->row, ==, name->row);
          for (guint j = 0; j < i; j++)
            {
              const EntItem *other = g_ptr_array_index (names, j);

              g_assert_cmpuint (name->row, !=, other->row);
              g_assert_false (overlaps (name, other));
            }
          for (guint j = 0; j < heads->len; j++)
            {
              const EntItem *head = g_ptr_array_index (heads, j);

              g_assert_true (head->row == name->row || !overlaps (name, head));
            }
        }
      /* Of what recedes no scraps are left beside a name. */
      for (guint i = 0; i < n_items; i++)
        for (guint j = 0; j < names->len; j++)
          if (items[i].role == ENT_ROLE_LABEL && items[i].row != row && !is_linked (window.dataset, row, items[i].row) &&
              overlaps (&items[i], g_ptr_array_index (names, j)))
            {
              n_covered++;
              n_scraps += !is_hidden (items, n_items, &items[i]);
            }
      for (guint i = 0; i < n_links; i++)
        {
          gboolean marked = FALSE;
          EntDate date;

          if (!ent_dataset_get_date (window.dataset, links[i].target, ENT_BASIS_OCCURRED, &date) ||
              !ent_timeline_locate (window.timeline, &window.span, links[i].target, ENT_LANE_ANY, &spot) || spot.x < 0 ||
              spot.x > size[0] || !(spot.folded || spot.in_column))
            continue;
          for (guint j = 0; j < heads->len; j++)
            {
              const EntItem *head = g_ptr_array_index (heads, j);

              marked = marked || (head->row == links[i].target && fabs (head->x - spot.x) < 0.01 &&
                                  fabs (head->y - spot.y) < 0.01);
            }
          n_hidden += !marked;
          n_marks += marked;
        }
      n_names += names->len;
    }
  g_test_message ("%u names, %u marks beside folds and columns, %u not", n_names, n_marks, n_hidden);
  g_assert_cmpuint (n_names, >, 100);
  g_assert_cmpuint (n_marks, >, 0);
  g_assert_cmpuint (n_hidden, ==, 0);
  /* Only where a plate would hide what speaks. */
  g_test_message ("%u receding names covered, %u of them in part", n_covered, n_scraps);
  g_assert_cmpuint (n_scraps, <, n_covered);
}

int
main (int    argc,
      char **argv)
{
  static const double sizes[][2] = { { 1260, 790 }, { 890, 620 }, { 340, 510 } };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/spoken/%.0f", sizes[i][0]);

      g_test_add_data_func (path, sizes[i], test_spoken);
    }

  return g_test_run ();
}
