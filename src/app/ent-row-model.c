/* ent-row-model.c: rows of a dataset, in some order, as a list of objects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-row-model.h"

#include "ent-event.h"

/**
 * EntRowModel:
 *
 * A list of #EntEvent over an array of row numbers, with the selected ones. An event is made when it is asked for, and
 * forgotten with who asked. What is selected are rows, not positions: it stays selected when the order changes, and
 * while it is not in the list at all.
 */
struct _EntRowModel
{
  GObject     parent_instance;
  EntDataset *dataset;   /* (owned) (nullable) */
  guint32    *rows;      /* (owned) (nullable) */
  guint       n_rows;
  guint32    *positions; /* (owned) (nullable): by row; made when first asked for */
  GtkBitset  *selected;  /* (owned): rows */
};

static GType
get_item_type (GListModel *model)
{
  return ENT_TYPE_EVENT;
}

static guint
get_n_items (GListModel *model)
{
  return ENT_ROW_MODEL (model)->n_rows;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  EntRowModel *self = ENT_ROW_MODEL (model);

  return position < self->n_rows ? ent_event_new (self->dataset, self->rows[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static gboolean
is_selected (GtkSelectionModel *model,
             guint              position)
{
  EntRowModel *self = ENT_ROW_MODEL (model);

  return position < self->n_rows && gtk_bitset_contains (self->selected, self->rows[position]);
}

/* Positions of what is selected and in the list. */
static GtkBitset *
get_selected_positions (EntRowModel *self)
{
  GtkBitset *positions = gtk_bitset_new_empty ();
  GtkBitsetIter iter;
  guint row;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, self->selected, &row); more;
       more = gtk_bitset_iter_next (&iter, &row))
    {
      guint position = ent_row_model_find (self, row);

      if (position != GTK_INVALID_LIST_POSITION)
        gtk_bitset_add (positions, position);
    }
  return positions;
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n_items)
{
  GtkBitset *selected = get_selected_positions (ENT_ROW_MODEL (model));
  GtkBitset *range = gtk_bitset_new_range (position, n_items);

  gtk_bitset_intersect (selected, range);
  gtk_bitset_unref (range);
  return selected;
}

/* Tells of the positions between the first and the last that were or are selected. */
static void
tell (EntRowModel *self,
      GtkBitset   *before)
{
  GtkBitset *changed = get_selected_positions (self);

  gtk_bitset_difference (changed, before);
  if (!gtk_bitset_is_empty (changed))
    {
      guint first = gtk_bitset_get_minimum (changed);

      gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), first,
                                             gtk_bitset_get_maximum (changed) - first + 1);
    }
  gtk_bitset_unref (changed);
}

/* As a person selects: what is not in the list is not meant. */
static gboolean
set_selection (GtkSelectionModel *model,
               GtkBitset         *selected,
               GtkBitset         *mask)
{
  EntRowModel *self = ENT_ROW_MODEL (model);
  GtkBitset *before = get_selected_positions (self);
  GtkBitset *after = gtk_bitset_copy (before);
  GtkBitset *chosen = gtk_bitset_copy (selected);
  gboolean possible;

  gtk_bitset_intersect (chosen, mask);
  gtk_bitset_subtract (after, mask);
  gtk_bitset_union (after, chosen);
  possible = gtk_bitset_get_size (after) <= ENT_ROW_MODEL_MAX_SELECTED;
  if (possible)
    {
      GtkBitsetIter iter;
      guint position;

      gtk_bitset_remove_all (self->selected);
      for (gboolean more = gtk_bitset_iter_init_first (&iter, after, &position); more && position < self->n_rows;
           more = gtk_bitset_iter_next (&iter, &position))
        gtk_bitset_add (self->selected, self->rows[position]);
      tell (self, before);
    }
  gtk_bitset_unref (before);
  gtk_bitset_unref (after);
  gtk_bitset_unref (chosen);
  return possible;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->set_selection = set_selection;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (EntRowModel, ent_row_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

static void
ent_row_model_finalize (GObject *object)
{
  EntRowModel *self = ENT_ROW_MODEL (object);

  g_clear_object (&self->dataset);
  g_free (self->rows);
  g_free (self->positions);
  gtk_bitset_unref (self->selected);
  G_OBJECT_CLASS (ent_row_model_parent_class)->finalize (object);
}

static void
ent_row_model_class_init (EntRowModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_row_model_finalize;
}

static void
ent_row_model_init (EntRowModel *self)
{
  self->selected = gtk_bitset_new_empty ();
}

/** ent_row_model_new: Returns: (transfer full): a list without rows */
EntRowModel *
ent_row_model_new (void)
{
  return g_object_new (ENT_TYPE_ROW_MODEL, NULL);
}

/** ent_row_model_get_dataset: (skip): (nullable) (transfer none): whose rows they are */
EntDataset *
ent_row_model_get_dataset (EntRowModel *self)
{
  g_return_val_if_fail (ENT_IS_ROW_MODEL (self), NULL);

  return self->dataset;
}

/**
 * ent_row_model_set_rows:
 * @self: a list
 * @dataset: (nullable): whose rows they are
 * @rows: rows, each once; copied
 * @n_rows: how many
 *
 * Replaces all rows. What is the same at the beginning and at the end stays, as far as those who look at the list are
 * told. Another dataset leaves nothing selected.
 */
void
ent_row_model_set_rows (EntRowModel   *self,
                        EntDataset    *dataset,
                        const guint32 *rows,
                        guint          n_rows)
{
  guint n_before;
  guint first = 0;
  guint last = 0;

  g_return_if_fail (ENT_IS_ROW_MODEL (self));
  g_return_if_fail (dataset != NULL || n_rows == 0);

  n_before = self->n_rows;
  if (dataset == self->dataset)
    {
      guint n_both = MIN (n_before, n_rows);

      while (first < n_both && self->rows[first] == rows[first])
        first++;
      while (last < n_both - first && self->rows[n_before - 1 - last] == rows[n_rows - 1 - last])
        last++;
      if (first == n_before && first == n_rows)
        return;
    }
  else
    gtk_bitset_remove_all (self->selected);
  g_set_object (&self->dataset, dataset);
  g_free (self->rows);
  self->rows = g_memdup2 (rows, n_rows * sizeof (guint32));
  self->n_rows = n_rows;
  g_clear_pointer (&self->positions, g_free);
  g_list_model_items_changed (G_LIST_MODEL (self), first, n_before - last - first, n_rows - last - first);
}

/** ent_row_model_get_row: (skip): the row at a position, or %ENT_ROW_NONE */
guint32
ent_row_model_get_row (EntRowModel *self,
                       guint        position)
{
  g_return_val_if_fail (ENT_IS_ROW_MODEL (self), ENT_ROW_NONE);

  return position < self->n_rows ? self->rows[position] : ENT_ROW_NONE;
}

/** ent_row_model_find: (skip): where a row stands, or %GTK_INVALID_LIST_POSITION */
guint
ent_row_model_find (EntRowModel *self,
                    guint32      row)
{
  guint n_events;

  g_return_val_if_fail (ENT_IS_ROW_MODEL (self), GTK_INVALID_LIST_POSITION);

  n_events = self->dataset != NULL ? ent_dataset_get_n_events (self->dataset) : 0;
  if (row >= n_events)
    return GTK_INVALID_LIST_POSITION;
  if (self->positions == NULL)
    {
      self->positions = g_new (guint32, n_events);
      for (guint i = 0; i < n_events; i++)
        self->positions[i] = GTK_INVALID_LIST_POSITION;
      for (guint i = 0; i < self->n_rows; i++)
        self->positions[self->rows[i]] = i;
    }
  return self->positions[row];
}

/** ent_row_model_get_selected: Returns: (transfer full) (element-type guint32): the selected rows in the list, in its order */
GArray *
ent_row_model_get_selected (EntRowModel *self)
{
  GArray *rows;
  GtkBitset *positions;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (ENT_IS_ROW_MODEL (self), NULL);

  rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  positions = get_selected_positions (self);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, positions, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_array_append_val (rows, self->rows[position]);
  gtk_bitset_unref (positions);
  return rows;
}

/**
 * ent_row_model_set_selected:
 * @self: a list
 * @rows: rows, in the list or not
 * @n_rows: how many
 *
 * Selects these and no others.
 */
void
ent_row_model_set_selected (EntRowModel   *self,
                            const guint32 *rows,
                            guint          n_rows)
{
  GtkBitset *before;

  g_return_if_fail (ENT_IS_ROW_MODEL (self));

  before = get_selected_positions (self);
  gtk_bitset_remove_all (self->selected);
  for (guint i = 0; i < n_rows; i++)
    gtk_bitset_add (self->selected, rows[i]);
  tell (self, before);
  gtk_bitset_unref (before);
}
