/* pictures.c: scenes to look at, and what must hold in each of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "pictures.h"

#include "ent-as-of.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#include "ent-font-set.h"
#include "ent-format.h"
#include "ent-timeline.h"

/* Rounding, not overlap. */
#define TOUCH 0.01

#define BUNDLED "/io/github/entente/Entente/timelines/us-china-cyber.entente.json"

/* Says what is wrong and goes on, so that one run shows all there is. */
static void G_GNUC_PRINTF (1, 2)
complain (const char *format,
          ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_test_message ("WRONG: %s", message);
  g_test_fail ();
}


static EntDataset *
read_bytes (GBytes *bytes)
{
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (bytes);
  g_autoptr (GError) error = NULL;
  EntDataset *dataset = ent_native_format.read (bytes, diagnostics, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ent_diagnostics_get_errors (diagnostics), ==, 0);
  return dataset;
}

EntDataset *
pictures_open_bundled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (BUNDLED, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  return read_bytes (bytes);
}

/* A dataset of the events in @json, a list without its brackets. */
EntDataset *
pictures_read (const char *json)
{
  char *text = g_strdup_printf ("{\"format\":\"entente\",\"version\":1,\"language\":\"en\",\"events\":[%s]}", json);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return read_bytes (bytes);
}

/* A dataset of a whole file with one %s for its events. */
EntDataset *
pictures_read_whole (const char *format,
                     const char *events)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  char *text = g_strconcat (parts[0], events, parts[1], NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return read_bytes (bytes);
}

EntTextMeasure *
pictures_new_measure (gboolean real)
{
  PangoContext *context;
  EntTextMeasure *measure;

  if (!real)
    return ent_text_measure_new_fixed ();
  context = ent_font_set_create_context ();
  measure = ent_text_measure_new_pango (context, ENT_FONT_FAMILIES, "en");
  g_object_unref (context);
  return measure;
}

/* @height is what the timeline took. */
EntScene *
pictures_draw (const Picture *picture,
               double        *height)
{
  EntTimelineRequest request = {
    .dataset = picture->dataset,
    .span = picture->span,
    .basis = picture->basis,
    .x = picture->x,
    .y = picture->y,
    .width = picture->width,
    .height = picture->height,
    .style = picture->style,
    .selected = picture->selected,
    .n_selected = picture->n_selected,
  };
  g_autoptr (EntWords) words = ent_words_new (picture->language);
  g_autoptr (EntTimeline) timeline = ent_timeline_new (&request, picture->measure, words, picture->language);
  EntDrawing drawing = {
    .dataset = picture->dataset,
    .measure = picture->measure,
    .words = words,
    .theme = ent_theme_find ("light"),
    .style = picture->style,
    .row = ENT_ITEM_NO_ROW,
    .lane = 255,
  };

  *height = ent_timeline_get_height (timeline);
  drawing.builder = ent_scene_builder_new (picture->x * 2 + picture->width, picture->y * 2 + *height,
                                           picture->language);
  ent_timeline_draw (timeline, &drawing);
  return ent_scene_builder_end (drawing.builder);
}

typedef struct
{
  double x0, y0, x1, y1;
  guint  item;
} Box;

/* Letters reach from 0.75 em above the baseline to 0.22 em below. */
static Box
letters_of (const EntItem *item,
            guint          index)
{
  return (Box){ item->x, item->y - 0.75 * item->height, item->x + item->width, item->y + 0.22 * item->height, index };
}

static int
compare_boxes (gconstpointer a,
               gconstpointer b)
{
  const Box *left = a;
  const Box *right = b;

  return (left->x0 > right->x0) - (left->x0 < right->x0);
}

/* @boxes are sorted from left to right. */
static void
check_apart (const EntScene *scene,
             const EntItem  *items,
             GArray         *boxes)
{
  g_array_sort (boxes, compare_boxes);
  for (guint i = 0; i < boxes->len; i++)
    {
      const Box *a = &g_array_index (boxes, Box, i);

      for (guint j = i + 1; j < boxes->len; j++)
        {
          const Box *b = &g_array_index (boxes, Box, j);

          if (b->x0 >= a->x1 - TOUCH)
            break;
          if (b->y0 < a->y1 - TOUCH && a->y0 < b->y1 - TOUCH)
            complain ("the %s “%s” (%.1f,%.1f–%.1f,%.1f) meets the %s “%s” (%.1f,%.1f–%.1f,%.1f)",
                     ent_role_to_string (items[a->item].role), ent_scene_get_item_text (scene, &items[a->item]), a->x0,
                     a->y0, a->x1, a->y1, ent_role_to_string (items[b->item].role),
                     ent_scene_get_item_text (scene, &items[b->item]), b->x0, b->y0, b->x1, b->y1);
        }
    }
}

/* No text stands on another, whatever the two say. */
static void
check_texts_apart (const EntScene *scene)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  guint n_items;
  const EntItem *items = ent_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].type == ENT_ITEM_TEXT)
      {
        Box box = letters_of (&items[i], i);

        g_array_append_val (boxes, box);
      }
  check_apart (scene, items, boxes);
}

/**
 * pictures_check_items: what holds of every scene: numbers that any painter can hold, items by layer, texts that do
 * not meet.
 */
void
pictures_check_items (const EntScene *scene)
{
  guint n_items;
  const EntItem *items = ent_scene_get_items (scene, &n_items);
  double limit = 2 * (ent_scene_get_width (scene) + ent_scene_get_height (scene)) + 1000;

  for (guint i = 0; i < n_items; i++)
    {
      const EntItem *item = &items[i];
      double x0, y0, x1, y1;

      ent_item_get_bounds (item, &x0, &y0, &x1, &y1);
      if (!(x0 > -limit && y0 > -limit && x1 < limit && y1 < limit))
        complain ("a %s reaches from (%g,%g) to (%g,%g)", ent_role_to_string (item->role), x0, y0, x1, y1);
      g_assert_cmpfloat (item->stroke_width, >=, 0);
      g_assert_cmpfloat (item->radius, >=, 0);
      g_assert_true (isfinite (item->stroke_width) && isfinite (item->radius) && isfinite (item->pitch));
      g_assert_true (item->opacity > 0 && item->opacity <= 1);
      g_assert_true (i == 0 || items[i - 1].layer <= item->layer);
      if (item->type == ENT_ITEM_TEXT)
        g_assert_true (g_utf8_validate (ent_scene_get_item_text (scene, item), -1, NULL));
    }
  check_texts_apart (scene);
}

/* Events in view, by row, counted without the code that is tested; and how many of each lane. */
static guint
find_in_view (const Picture *picture,
              gboolean      *in_view,
              guint         *n_of_style)
{
  guint n_events = ent_dataset_get_n_events (picture->dataset);
  EntSpan span = { picture->span.start, ent_dataset_cut (picture->dataset, picture->span.end) };
  guint n_in_view = 0;

  for (guint row = 0; row < n_events; row++)
    {
      EntDate date;

      if (!ent_dataset_get_date (picture->dataset, row, picture->basis, &date) || !ent_date_is_placed (&date) ||
          !ent_date_may_overlap (&date, &span))
        continue;
      in_view[row] = TRUE;
      n_of_style[ent_kind_style (ent_dataset_get_kind_word (picture->dataset, row))]++;
      n_in_view++;
    }
  return n_in_view;
}

/* Σ marks + folds + columns = events in view, lane by lane, and no event is marked twice. */
static void
check_counts (const Picture  *picture,
              const EntScene *scene,
              Shown          *shown)
{
  g_autofree gboolean *in_view = g_new0 (gboolean, ent_dataset_get_n_events (picture->dataset) + 1);
  guint n_of_style[ENT_N_KIND_STYLES] = { 0 };
  guint64 n_of_lane[256] = { 0 };
  guint n_in_view = find_in_view (picture, in_view, n_of_style);
  guint n_items;
  const EntItem *items = ent_scene_get_items (scene, &n_items);
  guint lane = 0;

  for (guint i = 0; i < n_items; i++)
    {
      const EntItem *item = &items[i];

      if (item->count == 0)
        continue;
      n_of_lane[item->lane] += item->count;
      switch ((EntRole) item->role)
        {
        case ENT_ROLE_MARK:
          g_assert_cmpuint (item->count, ==, 1);
          g_assert_cmpuint (item->row, !=, ENT_ITEM_NO_ROW);
          g_assert_true (in_view[item->row]);
          in_view[item->row] = FALSE; /* only once */
          shown->n_marks++;
          break;
        case ENT_ROLE_FOLD:
          /* One event alone is drawn as an event. */
          g_assert_cmpuint (item->count, >, 1);
          g_assert_cmpuint (item->row, ==, ENT_ITEM_NO_ROW);
          shown->n_folded += item->count;
          break;
        case ENT_ROLE_DENSITY:
          shown->n_counted += item->count;
          break;
        default:
          g_assert_not_reached ();
        }
    }
  g_assert_cmpuint (shown->n_marks + shown->n_folded + shown->n_counted, ==, n_in_view);
  g_assert_cmpuint (ent_scene_count_events (scene), ==, n_in_view);
  for (guint style = 0; style < ENT_N_KIND_STYLES; style++)
    if (n_of_style[style] > 0 && style != ENT_KIND_OTHER)
      g_assert_cmpuint (n_of_lane[lane++], ==, n_of_style[style]);
}

/* No name hides another event's mark, nor that it is denied. */
static void
check_marks_free (const EntScene *scene)
{
  guint n_items;
  const EntItem *items = ent_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    {
      Box box = letters_of (&items[i], i);

      if (items[i].role != ENT_ROLE_LABEL || items[i].type != ENT_ITEM_TEXT)
        continue;
      for (guint j = 0; j < n_items; j++)
        {
          double x0, y0, x1, y1;

          if (!(items[j].role == ENT_ROLE_MARK && items[j].type == ENT_ITEM_SHAPE) && items[j].role != ENT_ROLE_DENIAL)
            continue;
          if (items[j].row == items[i].row)
            continue;
          ent_item_get_bounds (&items[j], &x0, &y0, &x1, &y1);
          if (x0 < box.x1 - 1 && box.x0 < x1 - 1 && y0 < box.y1 - 1 && box.y0 < y1 - 1)
            complain ("the label “%s” (%.1f,%.1f–%.1f,%.1f) hides the %s of row %u (%.1f,%.1f–%.1f,%.1f)",
                      ent_scene_get_item_text (scene, &items[i]), box.x0, box.y0, box.x1, box.y1,
                      ent_role_to_string (items[j].role), items[j].row, x0, y0, x1, y1);
        }
    }
}

/* All that is written stands between the sides of the view. */
static void
check_sides (const Picture  *picture,
             const EntScene *scene)
{
  guint n_items;
  const EntItem *items = ent_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].type == ENT_ITEM_TEXT &&
        (items[i].x < picture->x - TOUCH || items[i].x + items[i].width > picture->x + picture->width + TOUCH))
      complain ("the %s “%s” (%.1f–%.1f) leaves the view from %.1f to %.1f", ent_role_to_string (items[i].role),
                ent_scene_get_item_text (scene, &items[i]), items[i].x, items[i].x + items[i].width, picture->x,
                picture->x + picture->width);
}

/* Labels are inside the view, each of an event, none empty. */
static void
check_labels (const Picture  *picture,
              const EntScene *scene,
              double          height,
              Shown          *shown)
{
  guint n_items;
  const EntItem *items = ent_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].role == ENT_ROLE_LABEL && items[i].type == ENT_ITEM_TEXT)
      {
        Box box = letters_of (&items[i], i);

        if (box.x0 < picture->x || box.x1 > picture->x + picture->width || box.y0 < picture->y ||
            box.y1 > picture->y + height)
          complain ("the label “%s” (%.1f,%.1f–%.1f,%.1f) leaves the view of %.1f × %.1f",
                   ent_scene_get_item_text (scene, &items[i]), box.x0, box.y0, box.x1, box.y1, picture->width, height);
        g_assert_cmpuint (items[i].row, !=, ENT_ITEM_NO_ROW);
        g_assert_cmpstr (ent_scene_get_item_text (scene, &items[i]), !=, "");
        shown->n_labels++;
      }
}

/* What one points at is what is drawn there. */
static void
check_hits (const EntScene *scene)
{
  guint n_items;
  const EntItem *items = ent_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].count > 0)
      {
        double x0, y0, x1, y1;
        const EntItem *hit;

        ent_item_get_bounds (&items[i], &x0, &y0, &x1, &y1);
        hit = ent_scene_hit (scene, (x0 + x1) / 2, (y0 + y1) / 2);
        g_assert_nonnull (hit);
        if (items[i].row == ENT_ITEM_NO_ROW ? hit != &items[i] : hit->row != items[i].row)
          complain ("at (%.1f,%.1f), the middle of a %s of row %u, a %s of row %u is found", (x0 + x1) / 2,
                   (y0 + y1) / 2, ent_role_to_string (items[i].role), items[i].row, ent_role_to_string (hit->role),
                   hit->row);
      }
}

/**
 * pictures_check: all that must hold of a timeline, whatever it shows and however large it is.
 */
void
pictures_check (const Picture  *picture,
                const EntScene *scene,
                double          height,
                Shown          *shown)
{
  *shown = (Shown){ 0 };
  pictures_check_items (scene);
  check_counts (picture, scene, shown);
  check_labels (picture, scene, height, shown);
  check_sides (picture, scene);
  check_marks_free (scene);
  check_hits (scene);
}

/* splitmix64 */
guint64
dice_next (Dice *dice)
{
  guint64 z = (dice->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

double
dice_between (Dice  *dice,
              double low,
              double high)
{
  return low + (high - low) * ((dice_next (dice) >> 11) * 0x1p-53);
}

/* From a second to a thousand million years about the start of some event; all lengths are as likely. */
void
dice_span (Dice       *dice,
           EntDataset *dataset,
           EntSpan    *span)
{
  guint n_dated;
  const guint32 *order = ent_dataset_get_order (dataset, ENT_BASIS_OCCURRED, &n_dated);
  double length = exp (dice_between (dice, 0, log (1e9 * ENT_SECONDS_PER_YEAR)));
  gint64 time = 0;
  EntDate date;

  if (dice_next (dice) % 3 != 0)
    length = exp (dice_between (dice, log (86400.0), log (100 * ENT_SECONDS_PER_YEAR)));
  if (n_dated > 0 && ent_dataset_get_date (dataset, order[dice_next (dice) % n_dated], ENT_BASIS_OCCURRED, &date) &&
      date.earliest_start.kind == ENT_BOUND_KNOWN)
    time = date.earliest_start.time;
  span->start = time - (gint64) (length * dice_between (dice, 0, 1));
  span->end = span->start + MAX ((gint64) length, 1);
}

/**
 * pictures_compare_golden: (skip): compares with tests/data/NAME.dump; with ENT_UPDATE_GOLDEN=1 in the environment
 * that file is written instead
 */
void
pictures_compare_golden (const char *name,
                         const char *text)
{
  g_autofree char *file = g_strconcat (name, ".dump", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("ENT_SOURCE_ROOT"), "tests", "data", file, NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (g_getenv ("ENT_UPDATE_GOLDEN"), "1") == 0)
    {
      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
      return;
    }
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  if (!g_str_equal (expected, text))
    {
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      g_auto (GStrv) wanted = g_strsplit (expected, "\n", -1);
      guint i = 0;

      while (g_strcmp0 (lines[i], wanted[i]) == 0)
        i++;
      g_test_message ("%s:%u: wanted: %s", file, i + 1, wanted[i]);
      g_test_message ("%s:%u: drawn:  %s", file, i + 1, lines[i]);
      g_test_message ("after looking at the difference, run again with ENT_UPDATE_GOLDEN=1");
      g_test_fail ();
    }
}
