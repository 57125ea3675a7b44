/* test-look.c: a window's looks at a timeline: parts, pans, selections, and what is found by pointer and keys
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-generator.h"
#include "ent-timeline.h"
#include "pictures.h"

#include <math.h>
#include <stdlib.h>

#define N_PANS 40
#define SEED 20140507
#define WIDTH 1200.0
#define HEIGHT 817.0

typedef struct
{
  EntDataset     *dataset;
  EntTextMeasure *measure;
  EntWords       *words;
  EntTimeline    *timeline;
  EntSpan         span;
} Window;

typedef enum
{
  BUNDLED,
  GENERATED,
  CROWDED, /* as GENERATED, seen from so far that there are columns */
  N_WINDOWS
} WindowKind;

static EntTimeline *
new_timeline (const Window  *window,
              const EntSpan *span,
              double         width,
              double         height)
{
  EntTimelineRequest request = { 0 };

  request.dataset = window->dataset;
  request.span = *span;
  request.width = width;
  request.height = height;
  request.steady = TRUE;
  request.style = ENT_STYLE_SCREEN;
  request.has_today = TRUE;
  request.today = G_GINT64_CONSTANT (1483228800);
  return ent_timeline_new (&request, window->measure, window->words, "en");
}

static void
window_set_up (Window    *window,
               WindowKind kind)
{
  /* 1 January 2013, four years; or forty to its end. */
  gint64 end = G_GINT64_CONSTANT (1483228800);
  gint64 length = kind == CROWDED ? G_GINT64_CONSTANT (1262304000) : G_GINT64_CONSTANT (126230400);

  *window = (Window){ .span = { end - length, end } };
  window->dataset = kind == BUNDLED ? pictures_open_bundled () : ent_generator_dataset (2000, SEED);
  window->measure = pictures_new_measure (FALSE);
  window->words = ent_words_new ("en");
  window->timeline = new_timeline (window, &window->span, WIDTH, HEIGHT);
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
      const EntTimelineLook *look,
      double                 x0,
      double                 x1)
{
  EntDrawing drawing = { 0 };

  drawing.builder = ent_scene_builder_new (x1, 2000, "en");
  drawing.dataset = window->dataset;
  drawing.measure = window->measure;
  drawing.words = window->words;
  drawing.theme = ent_theme_find ("light");
  drawing.style = ENT_STYLE_SCREEN;
  drawing.row = ENT_ITEM_NO_ROW;
  drawing.lane = 255;
  drawing.x0 = x0;
  drawing.x1 = x1;
  ent_timeline_draw_look (window->timeline, &drawing, look);
  return ent_scene_builder_end (drawing.builder);
}

/* Somewhere in the middle of things, of the same length to the second. */
static EntSpan
pan (const Window *window,
     Dice         *dice)
{
  gint64 length = window->span.end - window->span.start;
  gint64 start = window->span.start + (gint64) (dice_between (dice, -2, 1) * (double) length);

  return (EntSpan){ start, start + length };
}

static EntSpan
widen (const EntSpan *span)
{
  gint64 margin = (span->end - span->start) / 2;

  return (EntSpan){ span->start - margin, span->end + margin };
}

/* One with links to both sides, or the first. */
static guint32
find_linked (EntDataset *dataset)
{
  for (guint32 row = 0; row < ent_dataset_get_n_events (dataset); row++)
    {
      guint n_links;
      guint n_back;
      EntDate date;

      ent_dataset_get_links (dataset, row, &n_links);
      ent_dataset_get_links_to (dataset, row, &n_back);
      if (n_links > 0 && n_back > 1 && ent_dataset_get_date (dataset, row, ENT_BASIS_OCCURRED, &date))
        return row;
    }
  return 0;
}

static guint
count_in_view (EntDataset    *dataset,
               const EntSpan *span)
{
  guint n_events = 0;

  for (guint32 row = 0; row < ent_dataset_get_n_events (dataset); row++)
    n_events += ent_dataset_may_overlap (dataset, row, ENT_BASIS_OCCURRED, span);
  return n_events;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static void
add_lines (GPtrArray      *lines,
           const EntScene *scene)
{
  g_autofree char *dump = ent_scene_dump (scene);
  g_auto (GStrv) split = g_strsplit (dump, "\n", -1);

  for (guint i = 0; split[i] != NULL; i++)
    if (*split[i] != '\0')
      g_ptr_array_add (lines, g_strdup (split[i]));
}

static void
test_parts (gconstpointer data)
{
  g_auto (Window) window = { 0 };
  Dice dice = { SEED };

  window_set_up (&window, GPOINTER_TO_INT (data));
  for (guint i = 0; i < N_PANS; i++)
    {
      EntSpan span = pan (&window, &dice);
      guint32 selected = i % 2 == 0 ? find_linked (window.dataset) : dice_next (&dice) % 170;
      g_autoptr (GPtrArray) whole = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) together = g_ptr_array_new_with_free_func (g_free);
      gboolean wide = i % 4 >= 2;
      EntTimelineLook look;

      ent_timeline_look_init (&look, &span);
      look.selected = &selected;
      look.n_selected = i % 3 > 0;
      if (wide)
        look.span = widen (&span);
      for (EntTimelineParts part = 1; part <= ENT_TIMELINE_ALL; part = part == 16 ? ENT_TIMELINE_ALL : 2 * part)
        {
          g_autoptr (EntScene) scene = NULL;

          look.parts = part;
          scene = draw (&window, &look, 0, wide ? 2 * WIDTH : WIDTH);
          add_lines (part == ENT_TIMELINE_ALL ? whole : together, scene);
          if (part == ENT_TIMELINE_ALL)
            break;
        }
      g_ptr_array_sort (whole, compare_lines);
      g_ptr_array_sort (together, compare_lines);
      for (guint j = 0; j < MIN (whole->len, together->len); j++)
        g_assert_cmpstr (g_ptr_array_index (whole, j), ==, g_ptr_array_index (together, j));
      g_assert_cmpuint (whole->len, ==, together->len);
    }
}

/* Every event in view counts once among marks and columns, selected or not, and not at all in the rest. */
static void
test_counts (gconstpointer data)
{
  g_auto (Window) window = { 0 };
  Dice dice = { SEED };

  window_set_up (&window, GPOINTER_TO_INT (data));
  for (guint i = 0; i < N_PANS; i++)
    {
      EntSpan span = pan (&window, &dice);
      guint32 selected = dice_next (&dice) % ent_dataset_get_n_events (window.dataset);
      guint n_events = count_in_view (window.dataset, &span);
      EntTimelineLook look;

      ent_timeline_look_init (&look, &span);
      look.selected = &selected;
      for (look.n_selected = 0; look.n_selected < 2; look.n_selected++)
        {
          g_autoptr (EntScene) marks = NULL;
          g_autoptr (EntScene) rest = NULL;
          g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
          const EntItem *items;
          guint n_items;

          look.parts = ENT_TIMELINE_MARKS | ENT_TIMELINE_HELD;
          marks = draw (&window, &look, 0, WIDTH);
          g_assert_cmpuint (ent_scene_count_events (marks), ==, n_events);
          items = ent_scene_get_items (marks, &n_items);
          for (guint j = 0; j < n_items; j++)
            if (items[j].role == ENT_ROLE_MARK && items[j].count > 0)
              g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (items[j].row + 1)));
          look.parts = ENT_TIMELINE_ALL & ~look.parts;
          rest = draw (&window, &look, 0, WIDTH);
          g_assert_cmpuint (ent_scene_count_events (rest), ==, 0);
        }
    }
}

/* What is not lit recedes, what was found has a ground, and neither changes what is counted. */
static void
test_lit (gconstpointer data)
{
  g_auto (Window) window = { 0 };
  const EntTheme *theme = ent_theme_find ("light");
  g_autoptr (EntRowSet) lit = NULL;
  g_autoptr (EntScene) before = NULL;
  g_autoptr (EntScene) after = NULL;
  guint n_grounds = 0;
  guint n_faint = 0;
  EntTimelineLook look;
  const EntItem *items;
  guint n_items;

  window_set_up (&window, GPOINTER_TO_INT (data));
  lit = ent_row_set_new (ent_dataset_get_n_events (window.dataset));
  for (guint32 row = 0; row < ent_row_set_get_n_rows (lit); row += 2)
    ent_row_set_add (lit, row);
  ent_timeline_look_init (&look, &window.span);
  before = draw (&window, &look, 0, WIDTH);
  look.lit = lit;
  look.hits = lit;
  after = draw (&window, &look, 0, WIDTH);
  g_assert_cmpuint (ent_scene_count_events (after), ==, ent_scene_count_events (before));
  items = ent_scene_get_items (after, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      if (items[i].role == ENT_ROLE_HIT && items[i].row != ENT_ITEM_NO_ROW)
        {
          g_assert_true (ent_row_set_contains (lit, items[i].row));
          g_assert_cmpuint (items[i].fill, ==, theme->hit);
          n_grounds++;
        }
      if (items[i].role == ENT_ROLE_LABEL && items[i].type == ENT_ITEM_TEXT && items[i].row != ENT_ITEM_NO_ROW)
        {
          g_assert_cmpuint (items[i].fill, ==, ent_row_set_contains (lit, items[i].row) ? theme->ink : theme->faint);
          n_faint += items[i].fill == theme->faint ? 1 : 0;
        }
    }
  g_assert_cmpuint (n_grounds, >, 0);
  g_assert_cmpuint (n_faint, >, 0);
}

static const EntItem *
find_mark (const EntScene *scene,
           const EntItem  *like,
           double          shift)
{
  guint n_items;
  const EntItem *items = ent_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].type == like->type && items[i].role == like->role && items[i].row == like->row &&
        items[i].shape == like->shape && fabs (items[i].x - shift - like->x) < 1e-6 &&
        fabs (items[i].y - like->y) < 1e-6 && items[i].radius == like->radius && items[i].fill == like->fill)
      return &items[i];
  return NULL;
}

/* A wide picture moved is the narrow one: each head and each name of the one is in the other. */
static void
test_wide (gconstpointer data)
{
  g_auto (Window) window = { 0 };
  Dice dice = { SEED };
  guint n_compared = 0;

  window_set_up (&window, GPOINTER_TO_INT (data));
  for (guint i = 0; i < N_PANS; i++)
    {
      EntSpan span = pan (&window, &dice);
      g_autoptr (EntScene) narrow = NULL;
      g_autoptr (EntScene) wide = NULL;
      EntTimelineLook look;
      const EntItem *items;
      guint n_items;

      ent_timeline_look_init (&look, &span);
      look.parts = ENT_TIMELINE_MARKS;
      narrow = draw (&window, &look, 0, WIDTH);
      look.span = look.view = widen (&span);
      wide = draw (&window, &look, 0, 2 * WIDTH);
      items = ent_scene_get_items (narrow, &n_items);
      for (guint j = 0; j < n_items; j++)
        {
          gboolean head = items[j].role == ENT_ROLE_MARK && items[j].type == ENT_ITEM_SHAPE;

          if ((!head && items[j].role != ENT_ROLE_LABEL) || items[j].x < 20 || items[j].x > WIDTH - 20)
            continue;
          g_assert_nonnull (find_mark (wide, &items[j], WIDTH / 2));
          n_compared++;
        }
    }
  g_assert_cmpuint (n_compared, >, 500);
}

/* However much is drawn besides, the columns are those of the view, and count what it has. */
static void
test_columns (gconstpointer data)
{
  g_auto (Window) window = { 0 };
  Dice dice = { SEED };
  guint n_columns = 0;

  window_set_up (&window, GPOINTER_TO_INT (data));
  for (guint i = 0; i < N_PANS; i++)
    {
      EntSpan span = pan (&window, &dice);
      g_autoptr (EntScene) narrow = NULL;
      g_autoptr (EntScene) wide = NULL;
      EntTimelineLook look;
      const EntItem *items;
      const EntItem *others;
      guint n_items;
      guint n_others;

      ent_timeline_look_init (&look, &span);
      look.parts = ENT_TIMELINE_HELD;
      narrow = draw (&window, &look, 0, WIDTH);
      look.span = widen (&span);
      wide = draw (&window, &look, 0, 2 * WIDTH);
      items = ent_scene_get_items (narrow, &n_items);
      others = ent_scene_get_items (wide, &n_others);
      g_assert_cmpuint (n_items, ==, n_others);
      for (guint j = 0; j < n_items; j++)
        if (items[j].role == ENT_ROLE_DENSITY)
          {
            g_assert_cmpuint (others[j].count, ==, items[j].count);
            g_assert_cmpfloat (fabs (others[j].x - WIDTH / 2 - items[j].x), <, 1e-6);
            g_assert_cmpfloat (fabs (others[j].width - items[j].width), <, 1e-6);
            n_columns++;
          }
    }
  g_assert_true (n_columns > 100 || GPOINTER_TO_INT (data) != CROWDED);
}

/* What is held is held inside the view, wherever that is in what is drawn. */
static void
test_held (gconstpointer data)
{
  g_auto (Window) window = { 0 };
  Dice dice = { SEED };
  guint n_labels = 0;
  guint n_edges = 0;

  window_set_up (&window, GPOINTER_TO_INT (data));
  for (guint i = 0; i < 4 * N_PANS; i++)
    {
      EntSpan span = pan (&window, &dice);
      gboolean wide = i % 2 == 1;
      double from = wide ? WIDTH / 2 : 0;
      g_autoptr (EntScene) scene = NULL;
      EntTimelineLook look;
      const EntItem *items;
      guint n_items;

      ent_timeline_look_init (&look, &span);
      look.parts = ENT_TIMELINE_HELD | ENT_TIMELINE_SELECTION | ENT_TIMELINE_AXIS;
      look.indent = 28;
      if (wide)
        look.span = widen (&span);
      scene = draw (&window, &look, 0, wide ? 2 * WIDTH : WIDTH);
      items = ent_scene_get_items (scene, &n_items);
      for (guint j = 0; j < n_items; j++)
        {
          double x0, y0, x1, y1;

          ent_item_get_bounds (&items[j], &x0, &y0, &x1, &y1);
          g_assert_cmpfloat (x0, >=, from - 1);
          g_assert_cmpfloat (x1, <=, from + WIDTH + 1);
          n_labels += items[j].role == ENT_ROLE_LABEL;
          n_edges += items[j].role == ENT_ROLE_EDGE;
        }
    }
  /* From far there are no chains. */
  if (GPOINTER_TO_INT (data) != CROWDED)
    g_assert_cmpuint (n_labels, >, 100);
  g_assert_cmpuint (n_edges, >, 100);
}

/* Selecting moves nothing; what is neither selected nor linked to that steps back, its name in grey. */
static void
test_receding (gconstpointer data)
{
  g_auto (Window) window = { 0 };
  const EntTheme *theme = ent_theme_find ("light");
  guint n_receding = 0;
  guint n_linked = 0;
  guint n_links;
  guint32 selected;
  EntTimelineLook look;
  const EntLink *links;
  const EntItem *items;
  guint n_items;
  g_autoptr (EntScene) before = NULL;
  g_autoptr (EntScene) after = NULL;
  EntTimelineSpot spot;

  window_set_up (&window, GPOINTER_TO_INT (data));
  selected = find_linked (window.dataset);
  links = ent_dataset_get_links_to (window.dataset, selected, &n_links);
  /* The view goes to it. */
  g_assert_true (ent_timeline_locate (window.timeline, &window.span, selected, ENT_LANE_ANY, &spot));
  {
    gint64 length = window.span.end - window.span.start;
    gint64 shift = (gint64) ((spot.x - WIDTH / 2) / WIDTH * (double) length);

    window.span = (EntSpan){ window.span.start + shift, window.span.end + shift };
  }
  ent_timeline_look_init (&look, &window.span);
  before = draw (&window, &look, 0, WIDTH);
  look.selected = &selected;
  look.n_selected = 1;
  after = draw (&window, &look, 0, WIDTH);
  g_assert_cmpuint (ent_scene_count_events (before), ==, ent_scene_count_events (after));

  items = ent_scene_get_items (after, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      gboolean linked = items[i].row == selected;

      for (guint j = 0; j < n_links; j++)
        linked = linked || links[j].target == items[i].row;
      if (items[i].role == ENT_ROLE_LABEL && !linked && items[i].fill == theme->faint)
        n_receding++;
      else if (items[i].role == ENT_ROLE_LABEL)
        {
          g_assert_cmphex (items[i].fill, ==, theme->ink);
          n_linked++;
        }
      g_assert_cmpfloat (items[i].role == ENT_ROLE_LABEL ? items[i].opacity : 1, ==, 1);
    }
  g_assert_cmpuint (n_receding, >, 0);
  g_assert_cmpuint (n_linked, >, 0);

  /* Heads stand where they stood. */
  items = ent_scene_get_items (before, &n_items);
  for (guint i = 0; i < n_items; i++)
    if (items[i].role == ENT_ROLE_MARK && items[i].count > 0)
      {
        guint n_after;
        const EntItem *others = ent_scene_get_items (after, &n_after);
        guint j = 0;

        while (j < n_after && !(others[j].row == items[i].row && others[j].count > 0))
          j++;
        g_assert_cmpuint (j, <, n_after);
        g_assert_cmpfloat (others[j].x, ==, items[i].x);
        g_assert_cmpfloat (others[j].y, ==, items[i].y);
      }
}

/* However it is placed, a selected event has its mark, its ring and its name. */
static void
test_selected (gconstpointer data)
{
  g_auto (Window) window = { 0 };
  guint n_folded = 0;
  guint n_in_columns = 0;
  guint n_named = 0;

  window_set_up (&window, GPOINTER_TO_INT (data));
  for (guint32 row = 0; row < ent_dataset_get_n_events (window.dataset); row++)
    {
      g_autoptr (EntScene) scene = NULL;
      EntTimelineLook look;
      EntTimelineSpot spot;
      const EntItem *items;
      guint n_items;
      guint n_names = 0;
      guint n_rings = 0;

      if (!ent_timeline_locate (window.timeline, &window.span, row, ENT_LANE_ANY, &spot) || spot.x < 0 || spot.x > WIDTH ||
          !ent_dataset_may_overlap (window.dataset, row, ENT_BASIS_OCCURRED, &window.span))
        continue;
      n_folded += spot.folded;
      n_in_columns += spot.in_column;
      ent_timeline_look_init (&look, &window.span);
      look.selected = &row;
      look.n_selected = 1;
      scene = draw (&window, &look, 0, WIDTH);
      items = ent_scene_get_items (scene, &n_items);
      for (guint i = 0; i < n_items; i++)
        {
          if (items[i].role == ENT_ROLE_LABEL && items[i].row == row)
            g_assert_cmpuint (items[i].bold, ==, TRUE);
          n_names += items[i].role == ENT_ROLE_LABEL && items[i].row == row;
          n_rings += items[i].role == ENT_ROLE_SELECTION;
        }
      g_assert_cmpuint (n_rings, ==, 1);
      g_assert_cmpuint (n_names, ==, 1);
      n_named++;
    }
  g_test_message ("%u named, %u of them folded, %u in columns", n_named, n_folded, n_in_columns);
  g_assert_cmpuint (n_named, >, 20);
}

/* Where an event is said to stand, the pointer finds it. */
static void
test_locate (gconstpointer data)
{
  g_auto (Window) window = { 0 };
  Dice dice = { SEED };
  guint n_found = 0;

  window_set_up (&window, GPOINTER_TO_INT (data));
  for (guint i = 0; i < 8; i++)
    {
      EntSpan span = pan (&window, &dice);
      g_autoptr (EntScene) scene = NULL;
      EntTimelineLook look;

      ent_timeline_look_init (&look, &span);
      scene = draw (&window, &look, 0, WIDTH);
      for (guint32 row = 0; row < ent_dataset_get_n_events (window.dataset); row++)
        {
          EntTimelineSpot spot;
          const EntItem *item;

          if (!ent_dataset_may_overlap (window.dataset, row, ENT_BASIS_OCCURRED, &span))
            continue;
          g_assert_true (ent_timeline_locate (window.timeline, &span, row, ENT_LANE_ANY, &spot));
          g_assert_cmpfloat (spot.left, <=, spot.x);
          g_assert_cmpfloat (spot.right, >=, spot.x);
          if (spot.x < 0 || spot.x > WIDTH || spot.in_column)
            continue;
          item = ent_scene_hit (scene, spot.fold_x, spot.y);
          g_assert_nonnull (item);
          if (item->row == ENT_ITEM_NO_ROW)
            {
              g_autoptr (GArray) rows = ent_timeline_list_fold (window.timeline, &span, item, NULL);
              gboolean listed = FALSE;

              g_assert_true (spot.folded);
              for (guint j = 0; j < rows->len; j++)
                listed = listed || g_array_index (rows, guint32, j) == row;
              g_assert_true (listed);
            }
          else
            g_assert_cmpuint (item->row, ==, row);
          n_found++;
        }
    }
  g_assert_cmpuint (n_found, >, 50);
}

static void
test_step (gconstpointer data)
{
  g_auto (Window) window = { 0 };
  guint n_dated;
  const guint32 *order;
  guint32 row = ENT_ROW_NONE;

  window_set_up (&window, GPOINTER_TO_INT (data));
  order = ent_dataset_get_order (window.dataset, ENT_BASIS_OCCURRED, &n_dated);
  for (guint i = 0; i < n_dated; i++)
    {
      EntTimelineSpot spot;

      row = ent_timeline_step (window.timeline, row, NULL, 1, 0);
      g_assert_cmpuint (row, ==, order[i]);
      g_assert_true (ent_timeline_locate (window.timeline, &window.span, row, ENT_LANE_ANY, &spot));
      for (int dy = -1; dy <= 1; dy += 2)
        {
          guint32 other = ent_timeline_step (window.timeline, row, NULL, 0, dy);
          EntTimelineSpot there;

          if (other == ENT_ROW_NONE)
            {
              g_assert_true (dy > 0 || spot.lane == 0);
              continue;
            }
          g_assert_true (ent_timeline_locate (window.timeline, &window.span, other, ENT_LANE_ANY, &there));
          g_assert_cmpint ((int) there.lane, ==, (int) spot.lane + dy);
        }
    }
  g_assert_cmpuint (ent_timeline_step (window.timeline, row, NULL, 1, 0), ==, ENT_ROW_NONE);
  row = ENT_ROW_NONE;
  for (guint i = n_dated; i > 0; i--)
    {
      row = ent_timeline_step (window.timeline, row, NULL, -1, 0);
      g_assert_cmpuint (row, ==, order[i - 1]);
    }
  g_assert_cmpuint (ent_timeline_step (window.timeline, row, NULL, -1, 0), ==, ENT_ROW_NONE);
  g_assert_cmpuint (ent_timeline_step (window.timeline, row, NULL, 0, 0), ==, ENT_ROW_NONE);
  g_assert_cmpuint (ent_timeline_step (window.timeline, G_MAXUINT32 - 1, NULL, 1, 0), ==, ENT_ROW_NONE);
}

/* Folds and columns know of what they count; together with the marks that is all in view. */
static void
test_lists (gconstpointer data)
{
  g_auto (Window) window = { 0 };
  Dice dice = { SEED };
  guint n_lists = 0;

  window_set_up (&window, GPOINTER_TO_INT (data));
  for (guint i = 0; i < N_PANS; i++)
    {
      EntSpan span = pan (&window, &dice);
      g_autoptr (EntScene) scene = NULL;
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      EntTimelineLook look;
      const EntItem *items;
      guint n_items;

      ent_timeline_look_init (&look, &span);
      look.parts = ENT_TIMELINE_MARKS | ENT_TIMELINE_HELD;
      scene = draw (&window, &look, 0, WIDTH);
      items = ent_scene_get_items (scene, &n_items);
      for (guint j = 0; j < n_items; j++)
        {
          EntSpan covered;
          g_autoptr (GArray) rows = ent_timeline_list_fold (window.timeline, &span, &items[j], &covered);

          if (items[j].count > 0 && items[j].role == ENT_ROLE_MARK)
            g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (items[j].row + 1)));
          if (rows == NULL)
            {
              g_assert_true (items[j].role != ENT_ROLE_FOLD && items[j].role != ENT_ROLE_DENSITY);
              continue;
            }
          g_assert_cmpuint (rows->len, ==, items[j].count);
          for (guint k = 0; k < rows->len; k++)
            {
              guint32 row = g_array_index (rows, guint32, k);

              g_assert_true (ent_dataset_may_overlap (window.dataset, row, ENT_BASIS_OCCURRED, &span));
              g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (row + 1)));
            }
          g_assert_cmpint (covered.start, <=, covered.end);
          n_lists++;
        }
      g_assert_cmpuint (g_hash_table_size (seen), ==, count_in_view (window.dataset, &span));
    }
  g_assert_cmpuint (n_lists, >, 10);
}

/* Lanes fit the window where they can; panned to, packed anew and with any selection everything stands as before. */
static void
test_height (void)
{
  static const double sizes[][2] = { { 1260, 817 }, { 990, 817 }, { 1260, 781 }, { 1000, 617 }, { 680, 617 } };
  g_auto (Window) window = { 0 };
  EntTimeline *first;

  window_set_up (&window, BUNDLED);
  first = window.timeline;
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (double years = 80; years > 0.02; years /= 1.3)
      {
        gint64 length = (gint64) (years * 31556952);
        EntSpan span = { window.span.end - length, window.span.end };
        EntSpan before = { span.start - length / 3, span.end - length / 3 };
        EntTimeline *there = new_timeline (&window, &before, sizes[i][0], sizes[i][1]);
        EntTimelineLook look;
        g_autofree char *own = NULL;
        g_autofree char *other = NULL;
        g_autoptr (EntScene) scene = NULL;
        g_autoptr (EntScene) same = NULL;

        window.timeline = new_timeline (&window, &span, sizes[i][0], sizes[i][1]);
        g_assert_cmpfloat (ent_timeline_get_height (window.timeline), <=, sizes[i][1] + 0.01);
        ent_timeline_look_init (&look, &span);
        scene = draw (&window, &look, 0, sizes[i][0]);
        own = ent_scene_dump (scene);
        ent_timeline_free (window.timeline);
        window.timeline = there;
        same = draw (&window, &look, 0, sizes[i][0]);
        other = ent_scene_dump (same);
        g_assert_cmpstr (own, ==, other);
        ent_timeline_free (there);
      }
  window.timeline = first;
}

/* With more lanes than fit each has a few rows all the same, and with less height the whole is no lower. */
static void
test_scrolls (void)
{
  g_auto (Window) window = { 0 };
  GString *json = g_string_new (NULL);
  double height;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (json, "%s{\"title\":\"Event number %u\",\"kind\":\"kind %u\",\"date\":\"2015-%02u\"}",
                            i > 0 ? "," : "", i, i % 40, i / 40 + 1);
  window_set_up (&window, BUNDLED);
  g_object_unref (window.dataset);
  ent_timeline_free (window.timeline);
  window.dataset = pictures_read (json->str);
  g_string_free (json, TRUE);
  window.timeline = new_timeline (&window, &window.span, WIDTH, 600);
  height = ent_timeline_get_height (window.timeline);
  g_assert_cmpfloat (height, >, 40 * 60);
  for (guint lane = 0; lane < 40; lane++)
    {
      EntTimelineSpot spot;

      g_assert_true (ent_timeline_locate (window.timeline, &window.span, lane, ENT_LANE_ANY, &spot));
      g_assert_cmpfloat (spot.y, <, height);
    }
}

int
main (int    argc,
      char **argv)
{
  static const char *const names[N_WINDOWS] = { "bundled", "generated", "crowded" };
  static const struct
  {
    const char   *name;
    GTestDataFunc func;
  } tests[] = {
    { "parts", test_parts },       { "counts", test_counts }, { "wide", test_wide }, { "held", test_held },
    { "columns", test_columns },
    { "lit", test_lit },           { "receding", test_receding }, { "selected", test_selected }, { "locate", test_locate }, { "step", test_step },
    { "lists", test_lists },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    for (int kind = 0; kind < N_WINDOWS; kind++)
      {
        g_autofree char *path = g_strdup_printf ("/look/%s/%s", tests[i].name, names[kind]);

        g_test_add_data_func (path, GINT_TO_POINTER (kind), tests[i].func);
      }
  g_test_add_func ("/look/height", test_height);
  g_test_add_func ("/look/scrolls", test_scrolls);

  return g_test_run ();
}
