/* ent-health-model.c: findings and their events, line by line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-health-model.h"

/* A finding of so few events shows them from the first. */
#define FEW_ITEMS 5

/**
 * EntHealthLine:
 *
 * One line, made when it is looked at.
 */
struct _EntHealthLine
{
  GObject                 parent_instance;
  EntHealth              *health; /* (owned) */
  EntHealthLineType       type;
  const EntHealthFinding *finding; /* of @health */
  guint                   index;
};

G_DEFINE_FINAL_TYPE (EntHealthLine, ent_health_line, G_TYPE_OBJECT)

static void
ent_health_line_finalize (GObject *object)
{
  g_clear_pointer (&ENT_HEALTH_LINE (object)->health, ent_health_unref);
  G_OBJECT_CLASS (ent_health_line_parent_class)->finalize (object);
}

static void
ent_health_line_class_init (EntHealthLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_health_line_finalize;
}

static void
ent_health_line_init (EntHealthLine *self)
{
}

/** ent_health_line_get_line_type: (skip): what it is */
EntHealthLineType
ent_health_line_get_line_type (EntHealthLine *self)
{
  g_return_val_if_fail (ENT_IS_HEALTH_LINE (self), ENT_HEALTH_LINE_CONCERN);

  return self->type;
}

/** ent_health_line_get_finding: (skip): (transfer none): the finding; of a concern, the first that follows */
const EntHealthFinding *
ent_health_line_get_finding (EntHealthLine *self)
{
  g_return_val_if_fail (ENT_IS_HEALTH_LINE (self), NULL);

  return self->finding;
}

/** ent_health_line_get_index: (skip): which item of the finding */
guint
ent_health_line_get_index (EntHealthLine *self)
{
  g_return_val_if_fail (ENT_IS_HEALTH_LINE (self), 0);

  return self->index;
}

/**
 * EntHealthModel:
 *
 * What was found, as one list: before the first of each concern a line that says so, each finding, and below it its
 * items while it is unfolded.
 */
struct _EntHealthModel
{
  GObject    parent_instance;
  EntHealth *health; /* (owned) */
  gboolean   unfolded[ENT_N_HEALTH_KINDS];
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (EntHealthModel, ent_health_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static gboolean
begins_concern (const EntHealth *health,
                guint            i)
{
  return i == 0 || ent_health_get (health, i - 1)->concern != ent_health_get (health, i)->concern;
}

static guint
count_items (EntHealthModel         *self,
             const EntHealthFinding *finding)
{
  return self->unfolded[finding->kind] ? finding->n_items : 0;
}

static GType
ent_health_model_get_item_type (GListModel *list)
{
  return ENT_TYPE_HEALTH_LINE;
}

static guint
ent_health_model_get_n_items (GListModel *list)
{
  EntHealthModel *self = ENT_HEALTH_MODEL (list);
  guint n_items = 0;

  for (guint i = 0; i < ent_health_get_size (self->health); i++)
    n_items += (begins_concern (self->health, i) ? 2 : 1) + count_items (self, ent_health_get (self->health, i));
  return n_items;
}

static EntHealthLine *
make_line (EntHealthModel         *self,
           EntHealthLineType       type,
           const EntHealthFinding *finding,
           guint                   index)
{
  EntHealthLine *line = g_object_new (ENT_TYPE_HEALTH_LINE, NULL);

  line->health = ent_health_ref (self->health);
  line->type = type;
  line->finding = finding;
  line->index = index;
  return line;
}

static gpointer
ent_health_model_get_item (GListModel *list,
                           guint       position)
{
  EntHealthModel *self = ENT_HEALTH_MODEL (list);

  for (guint i = 0; i < ent_health_get_size (self->health); i++)
    {
      const EntHealthFinding *finding = ent_health_get (self->health, i);

      if (begins_concern (self->health, i) && position-- == 0)
        return make_line (self, ENT_HEALTH_LINE_CONCERN, finding, 0);
      if (position-- == 0)
        return make_line (self, ENT_HEALTH_LINE_FINDING, finding, 0);
      if (position < count_items (self, finding))
        return make_line (self, ENT_HEALTH_LINE_ITEM, finding, position);
      position -= count_items (self, finding);
    }
  return NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ent_health_model_get_item_type;
  iface->get_n_items = ent_health_model_get_n_items;
  iface->get_item = ent_health_model_get_item;
}

static void
ent_health_model_finalize (GObject *object)
{
  g_clear_pointer (&ENT_HEALTH_MODEL (object)->health, ent_health_unref);
  G_OBJECT_CLASS (ent_health_model_parent_class)->finalize (object);
}

static void
ent_health_model_class_init (EntHealthModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ent_health_model_finalize;
}

static void
ent_health_model_init (EntHealthModel *self)
{
}

/** ent_health_model_new: Returns: (transfer full): the lines of @health; findings of few events are unfolded */
EntHealthModel *
ent_health_model_new (EntHealth *health)
{
  EntHealthModel *self;

  g_return_val_if_fail (health != NULL, NULL);

  self = g_object_new (ENT_TYPE_HEALTH_MODEL, NULL);
  self->health = ent_health_ref (health);
  for (guint i = 0; i < ent_health_get_size (health); i++)
    self->unfolded[ent_health_get (health, i)->kind] = ent_health_get (health, i)->n_items <= FEW_ITEMS;
  return self;
}

/** ent_health_model_get_health: (skip): (transfer none): what was found */
EntHealth *
ent_health_model_get_health (EntHealthModel *self)
{
  g_return_val_if_fail (ENT_IS_HEALTH_MODEL (self), NULL);

  return self->health;
}

/** ent_health_model_is_unfolded: (skip): whether the items of a kind are in the list */
gboolean
ent_health_model_is_unfolded (EntHealthModel *self,
                              EntHealthKind   kind)
{
  g_return_val_if_fail (ENT_IS_HEALTH_MODEL (self) && kind < ENT_N_HEALTH_KINDS, FALSE);

  return self->unfolded[kind];
}

/**
 * ent_health_model_set_unfolded:
 * @self: the list
 * @kind: a kind
 * @unfolded: whether its items are in the list
 */
void
ent_health_model_set_unfolded (EntHealthModel *self,
                               EntHealthKind   kind,
                               gboolean        unfolded)
{
  guint position = 0;

  g_return_if_fail (ENT_IS_HEALTH_MODEL (self) && kind < ENT_N_HEALTH_KINDS);

  unfolded = !!unfolded;
  if (self->unfolded[kind] == unfolded)
    return;
  for (guint i = 0; i < ent_health_get_size (self->health); i++)
    {
      const EntHealthFinding *finding = ent_health_get (self->health, i);

      position += begins_concern (self->health, i) ? 2 : 1;
      if (finding->kind == kind)
        {
          self->unfolded[kind] = unfolded;
          g_list_model_items_changed (G_LIST_MODEL (self), position, unfolded ? 0 : finding->n_items,
                                      unfolded ? finding->n_items : 0);
          return;
        }
      position += count_items (self, finding);
    }
  self->unfolded[kind] = unfolded;
}
