/* ent-session.c: what is being looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-session.h"

#include "ent-as-of-cache.h"
#include "ent-as-of.h"
#include "ent-limits.h"
#include "ent-selection.h"

/**
 * EntSession:
 *
 * The dataset, the view of it, the selected events and the one in focus, and the
 * history of all that. It holds state and does no work: widgets set its
 * properties and follow their notification, which comes once for each real
 * change, after all that changes together has changed. Events are held by id,
 * since rows mean nothing outside of a dataset; only ids of the dataset are held.
 * If the view is as of a day, the dataset is the one of that day, and changes with it.
 * What the user has added to the dataset is held, too, and is no part of the
 * history.
 *
 * ## History
 *
 * A step of the history is a view, a selection and a focus, as in a browser a
 * page is: who walks along links gets back to the event before. Going back and
 * forward restores all three.
 *
 * A change is a new step, except that it goes on with the newest step when that
 * was made by a movement of the same kind and has not been committed: a drag is
 * one step, so is a word typed into the search, and so are arrow keys pressed
 * one after the other. Only what changes in small pieces goes on so: the span,
 * the query, and selection and focus, whose movement may take the span along. A
 * change of anything else is committed at once. Whoever knows that a movement
 * has come to its end, because a button was let go or some time has passed,
 * calls ent_session_commit(). A movement that ends where it began is no step.
 *
 * It belongs to one thread.
 */
struct _EntSession
{
  GObject     parent_instance;
  EntDataset *whole;     /* (owned) (nullable): with all that is known */
  EntDataset *dataset;   /* (owned) (nullable): as of the day of the view; the whole one if it has none */
  EntAsOfCache days;
  GPtrArray  *steps;     /* (owned) of Step, never empty */
  guint       at;        /* the step that is seen */
  EntAnnotations *annotations; /* (owned) */
  GSignalGroup   *annotated;   /* (owned): of the annotations */
};

/* What a step was made by, as long as it may go on. */
typedef enum
{
  MOVEMENT_NONE, /* committed */
  MOVEMENT_SPAN,
  MOVEMENT_QUERY,
  MOVEMENT_WALK, /* selection and focus, perhaps with the span */
} Movement;

typedef struct
{
  EntView   *view;      /* (owned) */
  EntSelection *selection; /* (owned) */
  char      *focus;     /* (owned) (nullable) */
  Movement   movement;
} Step;

enum
{
  PROP_0,
  PROP_DATASET,
  PROP_VIEW,
  PROP_SELECTION,
  PROP_FOCUS,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  PROP_ANNOTATIONS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  ANNOTATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntSession, ent_session, G_TYPE_OBJECT)

/* What was seen before a change. */
typedef struct
{
  Step       *step;    /* (owned): a copy */
  EntDataset *dataset; /* (owned) (nullable) */
  gboolean    can_go_back;
  gboolean    can_go_forward;
} Before;

static Step *
step_new (const EntView *view,
          EntSelection     *selection,
          const char    *focus)
{
  Step *self = g_new0 (Step, 1);

  self->view = ent_view_copy (view);
  self->selection = ent_selection_ref (selection);
  self->focus = g_strdup (focus);
  return self;
}

static void
step_free (gpointer data)
{
  Step *self = data;

  ent_view_free (self->view);
  ent_selection_unref (self->selection);
  g_free (self->focus);
  g_free (self);
}

static Step *
current (EntSession *self)
{
  return g_ptr_array_index (self->steps, self->at);
}

static void
begin_change (EntSession *self,
              Before     *before)
{
  const Step *step = current (self);

  before->step = step_new (step->view, step->selection, step->focus);
  before->dataset = self->dataset != NULL ? g_object_ref (self->dataset) : NULL;
  before->can_go_back = ent_session_get_can_go_back (self);
  before->can_go_forward = ent_session_get_can_go_forward (self);
}

/* Tells of what differs from before, each once, and of the dataset first: whoever has rows of the old one is to let go of
 * them before being told of what is selected in the new one. A queue of notifications would be emitted from its end. */
static void
end_change (EntSession *self,
            Before     *before)
{
  g_autoptr (EntSession) keep = g_object_ref (self);
  const Step *step = current (self);
  gboolean changed[N_PROPS] = { 0 };

  changed[PROP_DATASET] = self->dataset != before->dataset;
  changed[PROP_VIEW] = !ent_view_equal (step->view, before->step->view);
  changed[PROP_SELECTION] = !ent_selection_equal (step->selection, before->step->selection);
  changed[PROP_FOCUS] = g_strcmp0 (step->focus, before->step->focus) != 0;
  changed[PROP_CAN_GO_BACK] = ent_session_get_can_go_back (self) != before->can_go_back;
  changed[PROP_CAN_GO_FORWARD] = ent_session_get_can_go_forward (self) != before->can_go_forward;
  step_free (before->step);
  g_clear_object (&before->dataset);
  for (guint i = PROP_DATASET; i < N_PROPS; i++)
    if (changed[i])
      g_object_notify_by_pspec (G_OBJECT (keep), properties[i]);
}

/* A step that was made with another edition of the dataset, or as of another day. */
static void
forget_lost_ids (EntDataset *dataset,
                 Step       *step)
{
  EntSelection *known = ent_selection_new (dataset, (const char *const *) step->selection->ids);

  ent_selection_unref (step->selection);
  step->selection = known;
  if (step->focus != NULL && !ent_selection_knows (dataset, step->focus))
    g_clear_pointer (&step->focus, g_free);
}

/* Brings the dataset up to the day of the view, and has the step hold only what was known by then. */
static void
update_dataset (EntSession *self)
{
  g_autoptr (EntDataset) dataset = ent_as_of_cache_get (&self->days, self->whole, current (self)->view);

  if (g_set_object (&self->dataset, dataset))
    forget_lost_ids (self->dataset, current (self));
}

static void
add_first_step (EntSession    *self,
                const EntView *view)
{
  EntSelection *none = ent_selection_new (NULL, NULL);

  g_ptr_array_add (self->steps, step_new (view, none, NULL));
  ent_selection_unref (none);
}

static void
ent_session_finalize (GObject *object)
{
  EntSession *self = ENT_SESSION (object);

  g_clear_object (&self->dataset);
  ent_as_of_cache_clear (&self->days);
  g_clear_object (&self->whole);
  g_clear_object (&self->annotated);
  g_clear_object (&self->annotations);
  g_ptr_array_unref (self->steps);

  G_OBJECT_CLASS (ent_session_parent_class)->finalize (object);
}

static void
ent_session_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  EntSession *self = ENT_SESSION (object);

  switch (prop_id)
    {
    case PROP_DATASET:
      g_value_set_object (value, self->dataset);
      break;
    case PROP_VIEW:
      g_value_set_boxed (value, current (self)->view);
      break;
    case PROP_SELECTION:
      g_value_set_boxed (value, current (self)->selection->ids);
      break;
    case PROP_FOCUS:
      g_value_set_string (value, current (self)->focus);
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, ent_session_get_can_go_back (self));
      break;
    case PROP_CAN_GO_FORWARD:
      g_value_set_boolean (value, ent_session_get_can_go_forward (self));
      break;
    case PROP_ANNOTATIONS:
      g_value_set_object (value, self->annotations);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ent_session_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  EntSession *self = ENT_SESSION (object);

  switch (prop_id)
    {
    case PROP_DATASET:
      ent_session_set_dataset (self, g_value_get_object (value));
      break;
    case PROP_VIEW:
      ent_session_set_view (self, g_value_get_boxed (value));
      break;
    case PROP_SELECTION:
      ent_session_set_selection (self, g_value_get_boxed (value));
      break;
    case PROP_FOCUS:
      ent_session_set_focus (self, g_value_get_string (value));
      break;
    case PROP_ANNOTATIONS:
      ent_session_set_annotations (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ent_session_class_init (EntSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = ent_session_finalize;
  object_class->get_property = ent_session_get_property;
  object_class->set_property = ent_session_set_property;

  /** EntSession:dataset: (nullable): the events that are looked at */
  properties[PROP_DATASET] = g_param_spec_object ("dataset", NULL, NULL, ENT_TYPE_DATASET, writable);
  /** EntSession:view: what of them is shown, and how; never %NULL */
  properties[PROP_VIEW] = g_param_spec_boxed ("view", NULL, NULL, ENT_TYPE_VIEW, writable);
  /** EntSession:selection: the ids of the selected events, each once; never %NULL */
  properties[PROP_SELECTION] = g_param_spec_boxed ("selection", NULL, NULL, G_TYPE_STRV, writable);
  /** EntSession:focus: (nullable): the id of the event that keys move from and that details are shown of */
  properties[PROP_FOCUS] = g_param_spec_string ("focus", NULL, NULL, NULL, writable);
  /** EntSession:can-go-back: whether there is a step before this */
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, readable);
  /** EntSession:can-go-forward: whether there is a step after this */
  properties[PROP_CAN_GO_FORWARD] = g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE, readable);
  /** EntSession:annotations: what the user has added to the dataset; never %NULL */
  properties[PROP_ANNOTATIONS] = g_param_spec_object ("annotations", NULL, NULL, ENT_TYPE_ANNOTATIONS, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * EntSession::annotated:
   * @parts: #EntAnnotationParts that are other than before
   *
   * Whenever stars, notes or filters have changed, or are others: who shows them needs no more than this.
   */
  signals[ANNOTATED] = g_signal_new ("annotated", ENT_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
annotations_changed_cb (EntSession *self,
                        guint       parts)
{
  g_signal_emit (self, signals[ANNOTATED], 0, parts);
}

static void
ent_session_init (EntSession *self)
{
  g_autoptr (EntView) view = ent_view_new ();

  self->annotations = ent_annotations_new ();
  self->annotated = g_signal_group_new (ENT_TYPE_ANNOTATIONS);
  g_signal_group_connect_swapped (self->annotated, "changed", G_CALLBACK (annotations_changed_cb), self);
  g_signal_group_set_target (self->annotated, self->annotations);

  self->steps = g_ptr_array_new_with_free_func (step_free);
  add_first_step (self, view);
}

/**
 * ent_session_new:
 *
 * Returns: (transfer full): a session without a dataset
 */
EntSession *
ent_session_new (void)
{
  return g_object_new (ENT_TYPE_SESSION, NULL);
}

/** ent_session_get_dataset: (skip): (transfer none) (nullable): the events that are looked at, as of the day of the view */
EntDataset *
ent_session_get_dataset (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);
  return self->dataset;
}

/** ent_session_get_whole: (skip): (transfer none) (nullable): the events with all that is known of them, whatever the day */
EntDataset *
ent_session_get_whole (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);
  return self->whole;
}

/**
 * ent_session_set_dataset:
 * @self: a session
 * @dataset: (nullable): another edition of the same events, as after the file has changed
 *
 * View and history stay, and with the view the day as of which the dataset is seen. Of selection and focus there stays, now and in the
 * history, what @dataset has; the rest is forgotten. For another file there is
 * ent_session_open().
 */
void
ent_session_set_dataset (EntSession *self,
                         EntDataset *dataset)
{
  Before before;

  g_return_if_fail (ENT_IS_SESSION (self));
  g_return_if_fail (dataset == NULL || ENT_IS_DATASET (dataset));

  if (dataset != NULL)
    dataset = ent_dataset_get_whole (dataset);
  if (dataset == self->whole)
    return;
  begin_change (self, &before);
  g_set_object (&self->whole, dataset);
  for (guint i = 0; i < self->steps->len; i++)
    forget_lost_ids (self->whole, g_ptr_array_index (self->steps, i));
  update_dataset (self);
  end_change (self, &before);
}

/**
 * ent_session_open:
 * @self: a session
 * @dataset: (nullable): other events
 * @view: (nullable): what to see of them first; %NULL for what the dataset opens with
 *
 * Begins anew: nothing is selected, and there is nothing to go back to.
 */
void
ent_session_open (EntSession    *self,
                  EntDataset    *dataset,
                  const EntView *view)
{
  ent_session_restore (self, dataset, view, NULL, NULL);
}

/**
 * ent_session_restore:
 * @self: a session
 * @dataset: (nullable): other events
 * @view: (nullable): what to see of them first; %NULL for what the dataset opens with
 * @ids: (nullable): ids of the events that are selected, as for ent_session_set_selection()
 * @focus: (nullable): id of the event in focus, as for ent_session_set_focus()
 *
 * Begins anew as ent_session_open() does, where somebody left off.
 */
void
ent_session_restore (EntSession        *self,
                     EntDataset        *dataset,
                     const EntView     *view,
                     const char *const *ids,
                     const char        *focus)
{
  g_autoptr (EntView) first = NULL;
  Before before;
  Step *step;

  g_return_if_fail (ENT_IS_SESSION (self));
  g_return_if_fail (dataset == NULL || ENT_IS_DATASET (dataset));

  if (view == NULL && dataset != NULL)
    view = ent_dataset_get_view (dataset);
  first = view != NULL ? ent_view_copy (view) : ent_view_new ();
  begin_change (self, &before);
  if (dataset != NULL)
    dataset = ent_dataset_get_whole (dataset);
  g_set_object (&self->whole, dataset);
  g_ptr_array_set_size (self->steps, 0);
  add_first_step (self, first);
  self->at = 0;
  update_dataset (self);
  step = current (self);
  ent_selection_unref (step->selection);
  step->selection = ent_selection_new (self->dataset, ids);
  step->focus = focus != NULL && ent_selection_knows (self->dataset, focus) ? g_strdup (focus) : NULL;
  end_change (self, &before);
}

/** ent_session_get_annotations: (skip): (transfer none): what the user has added to the dataset; never %NULL */
EntAnnotations *
ent_session_get_annotations (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);
  return self->annotations;
}

/**
 * ent_session_set_annotations:
 * @self: a session
 * @annotations: what the user has added to the dataset, which others may share
 */
void
ent_session_set_annotations (EntSession     *self,
                             EntAnnotations *annotations)
{
  g_return_if_fail (ENT_IS_SESSION (self));
  g_return_if_fail (ENT_IS_ANNOTATIONS (annotations));

  if (!g_set_object (&self->annotations, annotations))
    return;
  g_signal_group_set_target (self->annotated, annotations);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ANNOTATIONS]);
  annotations_changed_cb (self, ENT_ANNOTATIONS_STARS | ENT_ANNOTATIONS_NOTES | ENT_ANNOTATIONS_FILTERS);
}

/** ent_session_get_view: (skip): (transfer none): what is shown; valid until it changes */
const EntView *
ent_session_get_view (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);
  return current (self)->view;
}

static gboolean
step_equal (const Step *a,
            const Step *b)
{
  return ent_view_equal (a->view, b->view) && ent_selection_equal (a->selection, b->selection) &&
         g_strcmp0 (a->focus, b->focus) == 0;
}

/* A new step behind the one that is seen; those that were there are gone. */
static void
push_step (EntSession *self,
           Step       *step)
{
  g_ptr_array_set_size (self->steps, (int) self->at + 1);
  g_ptr_array_add (self->steps, step);
  if (self->steps->len > ENT_LIMIT_HISTORY)
    g_ptr_array_remove_index (self->steps, 0);
  self->at = self->steps->len - 1;
}

/* Goes on with the newest step. When that leads back to the one before, it was no step. */
static void
move_step (EntSession *self,
           Step       *step)
{
  const Step *last = self->at > 0 ? g_ptr_array_index (self->steps, self->at - 1) : NULL;

  if (last != NULL && step_equal (last, step))
    {
      step_free (step);
      g_ptr_array_remove_index (self->steps, self->at--);
      return;
    }
  step_free (current (self));
  g_ptr_array_index (self->steps, self->at) = step;
}

static Movement
compare_steps (const Step *from,
               const Step *to)
{
  EntViewParts parts = ent_view_compare (from->view, to->view);

  if (!ent_selection_equal (from->selection, to->selection) || g_strcmp0 (from->focus, to->focus) != 0)
    return (parts & ~ENT_VIEW_SPAN) == 0 ? MOVEMENT_WALK : MOVEMENT_NONE;
  return parts == ENT_VIEW_SPAN ? MOVEMENT_SPAN : parts == ENT_VIEW_QUERY ? MOVEMENT_QUERY : MOVEMENT_NONE;
}

/* The one way by which what is seen changes. Takes the step. */
static void
change_to (EntSession *self,
           Step       *step)
{
  Before before;

  if (step_equal (current (self), step))
    {
      step_free (step);
      return;
    }
  step->movement = compare_steps (current (self), step);
  begin_change (self, &before);
  if (step->movement != MOVEMENT_NONE && step->movement == current (self)->movement &&
      self->at == self->steps->len - 1)
    move_step (self, step);
  else
    push_step (self, step);
  update_dataset (self);
  end_change (self, &before);
}

/**
 * ent_session_set_view:
 * @self: a session
 * @view: (nullable): what to show; %NULL for a view with nothing set
 *
 * Changes the view, and with it the history; see #EntSession.
 */
void
ent_session_set_view (EntSession    *self,
                      const EntView *view)
{
  g_autoptr (EntView) empty = NULL;
  const Step *step;

  g_return_if_fail (ENT_IS_SESSION (self));

  if (view == NULL)
    view = empty = ent_view_new ();
  step = current (self);
  change_to (self, step_new (view, step->selection, step->focus));
}

/**
 * ent_session_set_span:
 * @self: a session
 * @span: (nullable): the visible stretch of time, not empty; %NULL for the default
 *
 * Changes the span of the view and nothing else.
 */
void
ent_session_set_span (EntSession    *self,
                      const EntSpan *span)
{
  g_autoptr (EntView) view = NULL;

  g_return_if_fail (ENT_IS_SESSION (self));
  g_return_if_fail (span == NULL || !ent_span_is_empty (span));

  view = ent_view_copy (current (self)->view);
  ent_view_set_span (view, span);
  ent_session_set_view (self, view);
}

/** ent_session_get_selection: (skip): (transfer none): ids of the selected events, ended by %NULL; valid until it changes */
const char *const *
ent_session_get_selection (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);
  return (const char *const *) current (self)->selection->ids;
}

/**
 * ent_session_set_selection:
 * @self: a session
 * @ids: (nullable): ids of events, ended by %NULL; those the dataset does not have, and repetitions, are left out
 *
 * Selects events, and no others. The focus stays.
 */
void
ent_session_set_selection (EntSession        *self,
                           const char *const *ids)
{
  g_return_if_fail (ENT_IS_SESSION (self));

  ent_session_show (self, NULL, ids, current (self)->focus);
}

/** ent_session_get_focus: (skip): (transfer none) (nullable): id of the event in focus; valid until it changes */
const char *
ent_session_get_focus (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), NULL);
  return current (self)->focus;
}

/**
 * ent_session_set_focus:
 * @self: a session
 * @id: (nullable): id of the event to focus; %NULL, or one the dataset does not have, for none
 */
void
ent_session_set_focus (EntSession *self,
                       const char *id)
{
  const Step *step;

  g_return_if_fail (ENT_IS_SESSION (self));

  step = current (self);
  if (id != NULL && !ent_selection_knows (self->dataset, id))
    id = NULL;
  change_to (self, step_new (step->view, step->selection, id));
}

/**
 * ent_session_show:
 * @self: a session
 * @span: (nullable): the visible stretch of time, not empty; %NULL to leave it as it is
 * @ids: (nullable): ids of the events to select, as for ent_session_set_selection()
 * @focus: (nullable): id of the event to focus, as for ent_session_set_focus()
 *
 * Changes span, selection and focus together: one step of the history, and
 * whoever is told of one sees all three.
 */
void
ent_session_show (EntSession        *self,
                  const EntSpan     *span,
                  const char *const *ids,
                  const char        *focus)
{
  g_autoptr (EntView) view = NULL;
  EntSelection *known;
  Step *step;

  g_return_if_fail (ENT_IS_SESSION (self));
  g_return_if_fail (span == NULL || !ent_span_is_empty (span));

  view = ent_view_copy (current (self)->view);
  if (span != NULL)
    ent_view_set_span (view, span);
  known = ent_selection_new (self->dataset, ids);
  /* What is the same is shared, so that steps are compared at a glance. */
  if (ent_selection_equal (known, current (self)->selection))
    {
      ent_selection_unref (known);
      known = ent_selection_ref (current (self)->selection);
    }
  step = step_new (view, known, focus != NULL && ent_selection_knows (self->dataset, focus) ? focus : NULL);
  ent_selection_unref (known);
  change_to (self, step);
}

/** ent_session_get_can_go_back: (skip): whether there is a step before this */
gboolean
ent_session_get_can_go_back (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), FALSE);
  return self->at > 0;
}

/** ent_session_get_can_go_forward: (skip): whether there is a step after this */
gboolean
ent_session_get_can_go_forward (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), FALSE);
  return self->at + 1 < self->steps->len;
}

/**
 * ent_session_commit:
 * @self: a session
 *
 * Says that the movement has come to its end: the next change is a new step.
 */
void
ent_session_commit (EntSession *self)
{
  g_return_if_fail (ENT_IS_SESSION (self));
  current (self)->movement = MOVEMENT_NONE;
}

static gboolean
go_to (EntSession *self,
       gboolean    possible,
       int         distance)
{
  Before before;

  if (!possible)
    return FALSE;
  begin_change (self, &before);
  current (self)->movement = MOVEMENT_NONE;
  self->at += (guint) distance;
  current (self)->movement = MOVEMENT_NONE;
  update_dataset (self);
  end_change (self, &before);
  return TRUE;
}

/**
 * ent_session_back:
 * @self: a session
 *
 * Restores the view, selection and focus before this.
 *
 * Returns: whether there was one
 */
gboolean
ent_session_back (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), FALSE);
  return go_to (self, ent_session_get_can_go_back (self), -1);
}

/**
 * ent_session_forward:
 * @self: a session
 *
 * Restores what ent_session_back() left.
 *
 * Returns: whether there was one
 */
gboolean
ent_session_forward (EntSession *self)
{
  g_return_val_if_fail (ENT_IS_SESSION (self), FALSE);
  return go_to (self, ent_session_get_can_go_forward (self), 1);
}
