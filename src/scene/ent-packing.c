/* ent-packing.c: first fit of events and labels into the rows of a lane
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-packing.h"

#include <math.h>

#include "ent-label.h"

/* How wide a label first asks to be, in em of its size: points, chains, the gravest, the selected. */
#define ASK_POINT 18.0
#define ASK_CHAIN 22.5
#define ASK_GRAVE 26.0
#define ASK_SELECTED 28.75

typedef struct
{
  double left;
  double right;
} Stretch;

/* A way to set a label: what block it takes, and where the label begins. */
typedef struct
{
  guint8      side;
  const char *label;
  double      width;
  Stretch     block;
  double      label_x;
} Candidate;

#define MAX_CANDIDATES (3 * ENT_N_ASKS)

typedef struct
{
  const EntLanesRequest *request;
  EntTextMeasure        *measure;
  GPtrArray             *lines; /* (owned) of GArray of Stretch, apart and sorted */
  double                 gap;
  double                 neighbour;
  double                 edge;
  gboolean               shorten;
} Packer;

static Packer
new_packer (const EntLanesRequest *request,
            EntTextMeasure        *measure,
            gboolean               shorten)
{
  return (Packer){
    .request = request,
    .measure = measure,
    .lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref),
    .gap = ent_style_label_gap (&request->style),
    .neighbour = ent_style_neighbour_gap (&request->style),
    .edge = ent_style_edge_gap (&request->style),
    .shorten = shorten,
  };
}

/* Where in a sorted row a block would stand, or G_MAXUINT if it meets another. */
static guint
find_gap (const GArray *line,
          Stretch       block,
          double        apart)
{
  guint low = 0;
  guint high = line->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (line, Stretch, middle).left < block.left)
        low = middle + 1;
      else
        high = middle;
    }
  if (low > 0 && g_array_index (line, Stretch, low - 1).right + apart > block.left)
    return G_MAXUINT;
  if (low < line->len && block.right + apart > g_array_index (line, Stretch, low).left)
    return G_MAXUINT;
  return low;
}

/* Cleans and cuts an event's title, once however often its lane is packed. */
static void
prepare_asks (const Packer *packer,
              EntPlaced    *item)
{
  static const double shares[ENT_N_ASKS] = { 1, 0.8, 0.62 };
  const EntLanesRequest *request = packer->request;
  double size = request->style.label;
  gboolean grave = ent_dataset_get_severity (request->dataset, item->place.row) == 5;
  double ask = (item->bold                              ? ASK_SELECTED
                : grave                                 ? ASK_GRAVE
                : item->place.form == ENT_PLACE_CHAIN ? ASK_CHAIN
                                                        : ASK_POINT) * size;
  EntSlice text;

  if (item->title != NULL)
    return;
  text = ent_dataset_get_event_text (request->dataset, item->place.row, ENT_TEXT_TITLE, request->language);
  item->title = ent_label_clean (text.text, text.length);
  ask = fmin (ask, request->names1 - request->names0 - 2 * packer->edge);
  for (int i = 0; i < ENT_N_ASKS; i++)
    {
      EntAsk *this = &item->asks[i];

      this->label = ent_label_cut (packer->measure, item->title, size, item->bold, ask * shares[i], &this->width);
      /* A title short enough already is not asked for again. */
      if (i > 0 && g_strcmp0 (this->label, item->asks[i - 1].label) == 0)
        {
          g_clear_pointer (&this->label, g_free);
          return;
        }
    }
}

/**
 * ent_pack_label_on_x:
 * @item: an event whose bar is in view
 * @x0: left edge of the view
 * @x1: right edge
 * @style: the sizes of text and marks
 *
 * Returns: where a label on the bar begins: right of the mark if that is in view
 */
double
ent_pack_label_on_x (const EntPlaced *item,
                     double           x0,
                     double           x1,
                     const EntStyle  *style)
{
  const EntPlace *place = &item->place;

  if (place->x >= x0 && place->x <= x1)
    return place->x + ent_kind_half_width (place->kind, place->radius) + ent_style_label_gap (style);
  return fmax (item->left, x0) + 8 * ent_style_label_gap (style);
}

static gboolean
make_candidate (const Packer    *packer,
                Candidate       *candidate,
                const EntPlaced *item,
                const EntAsk    *ask,
                EntLabelSide     side)
{
  const EntLanesRequest *request = packer->request;

  candidate->side = side;
  candidate->label = ask->label;
  candidate->width = ask->width;
  candidate->block = (Stretch){ item->left, item->right };
  switch (side)
    {
    case ENT_LABEL_RIGHT:
      candidate->label_x = item->right + packer->gap;
      candidate->block.right = candidate->label_x + candidate->width;
      break;
    case ENT_LABEL_LEFT:
      candidate->label_x = item->left - packer->gap - candidate->width;
      candidate->block.left = candidate->label_x;
      break;
    case ENT_LABEL_ABOVE:
      /* From the chain's left end, drawn back where the right edge would cut it. */
      candidate->label_x = fmax (item->left, request->names0 + packer->edge);
      if (item->bold && item->place.x >= request->x0 && item->place.x <= request->x1)
        candidate->label_x = fmax (candidate->label_x, item->place.x + 7 * request->style.mark); /* off the ring's tip */
      candidate->label_x = fmin (candidate->label_x, request->names1 - packer->edge - candidate->width);
      candidate->block.left = fmin (item->left, candidate->label_x);
      candidate->block.right = fmax (item->right, candidate->label_x + candidate->width);
      break;
    case ENT_LABEL_ON:
      /* After the mark, which it must not cover; a set has marks everywhere. */
      if (item->place.form == ENT_PLACE_SET)
        return FALSE;
      candidate->label_x = ent_pack_label_on_x (item, request->x0, request->x1, &request->style);
      if (!(item->right - candidate->label_x > candidate->width + 8 * packer->gap))
        return FALSE;
      break;
    case ENT_LABEL_NONE:
    default:
      return FALSE;
    }
  /* Without edges there is still no room beside a bar that has no end. */
  return isfinite (candidate->label_x) && candidate->label_x >= request->names0 + packer->edge - 0.01 &&
         candidate->label_x + candidate->width <= request->names1 - packer->edge + 0.01;
}

/* The ways a label can be set, the best first: right of the mark, left of it, on a bar that fills the view;
 * a chain's above it. */
static guint
find_candidates (const Packer *packer,
                 EntPlaced    *item,
                 Candidate     candidates[MAX_CANDIDATES])
{
  static const EntLabelSide sides[] = { ENT_LABEL_RIGHT, ENT_LABEL_LEFT, ENT_LABEL_ON };
  guint n_candidates = 0;

  prepare_asks (packer, item);
  for (int i = 0; i < (packer->shorten ? ENT_N_ASKS : 1) && item->asks[i].label != NULL; i++)
    {
      if (item->place.form == ENT_PLACE_CHAIN)
        {
          if (make_candidate (packer, &candidates[n_candidates], item, &item->asks[i], ENT_LABEL_ABOVE))
            n_candidates++;
          continue;
        }
      for (gsize j = 0; j < G_N_ELEMENTS (sides); j++)
        if (make_candidate (packer, &candidates[n_candidates], item, &item->asks[i], sides[j]))
          n_candidates++;
    }
  return n_candidates;
}

static void
take (Packer          *packer,
      EntPlaced       *item,
      guint            line,
      guint            position,
      Stretch          block,
      const Candidate *candidate)
{
  g_array_insert_val ((GArray *) g_ptr_array_index (packer->lines, line), position, block);
  item->line = line;
  if (candidate == NULL)
    return;
  item->side = candidate->side;
  item->label = g_strdup (candidate->label);
  item->label_width = candidate->width;
  item->label_x = candidate->label_x;
}

static GArray *
line_at (Packer *packer,
         guint   index)
{
  if (index == packer->lines->len)
    g_ptr_array_add (packer->lines, g_array_new (FALSE, FALSE, sizeof (Stretch)));
  return g_ptr_array_index (packer->lines, index);
}

static gboolean
set_with_label (Packer    *packer,
                EntPlaced *item,
                guint      max_lines)
{
  Candidate candidates[MAX_CANDIDATES];
  guint n_candidates = find_candidates (packer, item, candidates);

  for (guint i = 0; n_candidates > 0 && i < MIN (max_lines, packer->lines->len + 1); i++)
    {
      const GArray *line = line_at (packer, i);

      for (guint j = 0; j < n_candidates; j++)
        {
          guint position = find_gap (line, candidates[j].block, packer->neighbour);

          if (position != G_MAXUINT)
            {
              take (packer, item, i, position, candidates[j].block, &candidates[j]);
              return TRUE;
            }
        }
    }
  return FALSE;
}

static gboolean
set_without_label (Packer    *packer,
                   EntPlaced *item,
                   guint      max_lines)
{
  const Stretch block = { item->left, item->right };
  double apart = 3 * packer->request->style.mark;

  for (guint i = 0; i < MIN (max_lines, packer->lines->len + 1); i++)
    {
      guint position = find_gap (line_at (packer, i), block, apart);

      if (position != G_MAXUINT)
        {
          take (packer, item, i, position, block, NULL);
          return TRUE;
        }
    }
  return FALSE;
}

static int
compare_importance (gconstpointer a,
                    gconstpointer b)
{
  const EntPlaced *left = *(const EntPlaced *const *) a;
  const EntPlaced *right = *(const EntPlaced *const *) b;

  if (left->importance != right->importance)
    return left->importance > right->importance ? -1 : 1;
  return (left > right) - (left < right); /* their order in the array: by time */
}

typedef struct
{
  EntPlaced *item;
  Stretch    block;
} Occupied;

static int
compare_occupied (gconstpointer a,
                  gconstpointer b)
{
  const Occupied *left = a;
  const Occupied *right = b;

  if (left->item->line != right->item->line)
    return left->item->line < right->item->line ? -1 : 1;
  return (left->block.left > right->block.left) - (left->block.left < right->block.left);
}

static Stretch
stretch_of_fold (const EntLanesRequest *request,
                 const EntFold         *fold)
{
  double reach = ENT_FOLD_REACH * request->style.mark;

  return (Stretch){ fold->x - reach, fold->x + reach };
}

static Stretch
block_of (const EntPlaced *item)
{
  Stretch block = { item->left, item->right };

  if (item->label != NULL)
    {
      block.left = fmin (block.left, item->label_x);
      block.right = fmax (block.right, item->label_x + item->label_width);
    }
  return block;
}

/* A label that was cut takes what room its row has left. */
static void
grow_labels (Packer *packer,
             GArray *placed)
{
  const EntLanesRequest *request = packer->request;
  g_autoptr (GArray) occupied = g_array_new (FALSE, FALSE, sizeof (Occupied));

  for (guint i = 0; i < placed->len; i++)
    {
      EntPlaced *item = &g_array_index (placed, EntPlaced, i);
      Occupied entry = { item, block_of (item) };

      if (item->line != G_MAXUINT)
        g_array_append_val (occupied, entry);
    }
  g_array_sort (occupied, compare_occupied);

  for (guint i = 0; i < occupied->len; i++)
    {
      Occupied *entry = &g_array_index (occupied, Occupied, i);
      EntPlaced *item = entry->item;
      double from = request->names0 + packer->edge;
      double to = request->names1 - packer->edge;
      g_autofree char *longer = NULL;
      double room;
      double width;

      if (item->label == NULL || item->side == ENT_LABEL_ON || g_str_equal (item->label, item->title))
        continue;
      if (i > 0 && entry[-1].item->line == item->line)
        from = fmax (from, entry[-1].block.right + packer->neighbour);
      if (i + 1 < occupied->len && entry[1].item->line == item->line)
        to = fmin (to, entry[1].block.left - packer->neighbour);

      room = item->side == ENT_LABEL_LEFT ? item->left - packer->gap - from : to - item->label_x;
      longer = ent_label_cut (packer->measure, item->title, request->style.label, item->bold, room, &width);
      if (longer == NULL || width <= item->label_width)
        continue;
      g_free (item->label);
      item->label = g_steal_pointer (&longer);
      if (item->side == ENT_LABEL_LEFT)
        item->label_x = item->left - packer->gap - width;
      item->label_width = width;
      entry->block = block_of (item);
    }
}

/**
 * ent_pack:
 * @request: what is in view and how large text is
 * @measure: measures labels
 * @placed: (element-type EntPlaced): the events of a lane by time; they get lines and labels
 * @max_lines: at most so many rows; at least 1
 * @order: who chooses first
 * @shorten: whether labels may give up words for a row further up
 *
 * First fit: an event and its label are one block. One that finds no room gives up its label, and its
 * mark stands in any row where it keeps 3 px from others; one that finds none is left over.
 *
 * Returns: what came of it
 */
EntPackResult
ent_pack (const EntLanesRequest *request,
          EntTextMeasure        *measure,
          GArray                *placed,
          guint                  max_lines,
          EntPackOrder           order,
          gboolean               shorten)
{
  Packer packer = new_packer (request, measure, shorten);
  G_GNUC_UNUSED g_autoptr (GPtrArray) lines = packer.lines;
  g_autoptr (GPtrArray) turn = g_ptr_array_sized_new (placed->len);
  g_autoptr (GPtrArray) mute = g_ptr_array_new ();
  EntPackResult result = { 0 };

  for (guint i = 0; i < placed->len; i++)
    {
      EntPlaced *item = &g_array_index (placed, EntPlaced, i);

      item->line = G_MAXUINT;
      item->side = ENT_LABEL_NONE;
      g_clear_pointer (&item->label, g_free);
      g_ptr_array_add (turn, item);
    }
  if (order == ENT_PACK_BY_IMPORTANCE)
    g_ptr_array_sort (turn, compare_importance);

  for (guint i = 0; i < turn->len; i++)
    {
      EntPlaced *item = g_ptr_array_index (turn, i);

      if (set_with_label (&packer, item, max_lines))
        result.n_labelled++;
      else
        g_ptr_array_add (mute, item);
    }
  for (guint i = 0; i < mute->len; i++)
    if (!set_without_label (&packer, g_ptr_array_index (mute, i), max_lines))
      result.n_left_over++;

  grow_labels (&packer, placed);
  result.n_lines = lines->len;
  return result;
}

/**
 * ent_pack_sort_lines:
 * @placed: (element-type EntPlaced): events that ent_pack() gave lines, by time
 *
 * Orders the rows by the earliest event of each, which makes a cascade of them; what shares a row still does.
 *
 * Returns: how many rows there are
 */
guint
ent_pack_sort_lines (GArray *placed)
{
  g_autoptr (GHashTable) lines = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < placed->len; i++)
    {
      EntPlaced *item = &g_array_index (placed, EntPlaced, i);
      gpointer line = GUINT_TO_POINTER (item->line);

      if (item->line == G_MAXUINT)
        continue;
      if (!g_hash_table_contains (lines, line))
        g_hash_table_insert (lines, line, GUINT_TO_POINTER (g_hash_table_size (lines)));
      item->line = GPOINTER_TO_UINT (g_hash_table_lookup (lines, line));
    }
  return g_hash_table_size (lines);
}

/**
 * ent_pack_last_line:
 * @request: what is in view and how large text is
 * @measure: measures labels
 * @placed: (element-type EntPlaced): the events of a lane by time
 * @folds: (element-type EntFold): what stands in the last row
 * @line: the last row
 *
 * Events that are alone in a fold stand in the last row as in any other where there is room, with their names
 * if there is room for those; their folds are then empty.
 */
void
ent_pack_last_line (const EntLanesRequest *request,
                    EntTextMeasure        *measure,
                    GArray                *placed,
                    GArray                *folds,
                    guint                  line)
{
  Packer packer = new_packer (request, measure, TRUE);
  g_autoptr (GPtrArray) lines = packer.lines;
  g_autoptr (GPtrArray) turn = g_ptr_array_new ();
  GArray *stretches = line_at (&packer, 0);

  for (guint i = 0; i < folds->len; i++)
    {
      Stretch stretch = stretch_of_fold (request, &g_array_index (folds, EntFold, i));

      g_array_append_val (stretches, stretch);
    }
  for (guint i = 0; i < placed->len; i++)
    {
      EntPlaced *item = &g_array_index (placed, EntPlaced, i);

      if (item->standing == ENT_STANDING_FOLDED && g_array_index (folds, EntFold, item->fold).count == 1)
        g_ptr_array_add (turn, item);
    }
  g_ptr_array_sort (turn, compare_importance);

  for (guint i = 0; i < turn->len; i++)
    {
      EntPlaced *item = g_ptr_array_index (turn, i);
      EntFold *fold = &g_array_index (folds, EntFold, item->fold);
      Stretch own = stretch_of_fold (request, fold);
      guint at = 0;

      while (g_array_index (stretches, Stretch, at).left != own.left)
        at++;
      g_array_remove_index (stretches, at);
      if (!set_with_label (&packer, item, 1) && !set_without_label (&packer, item, 1))
        {
          g_array_insert_val (stretches, at, own);
          continue;
        }
      item->line = line;
      item->standing = ENT_STANDING_ROW;
      fold->count = 0;
    }
}
