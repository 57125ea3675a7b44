/* ent-results.c: what the session's query finds
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-results.h"

#include "ent-query-conjuncts.h"
#include "ent-text-fold.h"
#include "ent-time-index.h"
#include "ent-timeline.h"

/* So many events are looked through at once; more of them in a thread, while the old answer stays. */
#define AT_ONCE 20000

/**
 * EntResults:
 *
 * Follows a session: answers the query of its view whenever query, basis, dataset, or what the query asks of the
 * selection and of stars has changed, and notifies "filter" once for each answer. All widgets that show events read
 * here which, so that they cannot disagree. A query that cannot be read or answered changes nothing but "error": the
 * last answer stays.
 *
 * It belongs to the main thread.
 */
struct _EntResults
{
  GObject        parent_instance;
  EntSession    *session;     /* (nullable): that it belongs to; %NULL when that is gone */
  EntRowSet     *starred;     /* (owned) (nullable) */
  EntRowSet     *noted;       /* (owned) (nullable) */

  EntDataset    *dataset;     /* (owned) (nullable): what the answer is about */
  EntBasis       basis;
  EntQuery      *query;       /* (owned): what was answered */
  EntFilter     *filter;      /* (owned) (nullable): the answer; %NULL without a dataset */
  EntTimeCounts *counts;      /* (owned) (nullable): when the events found are; made when first asked for */
  EntSpan        whole;       /* from the first of them to the last, and a little more; goes with the next */
  EntSpan        known;       /* without that */
  int            has_whole;   /* −1: not known yet */
  GStrv          words;       /* (owned): what was searched, folded */

  char          *text;        /* (owned) (nullable): the query that was read last, well or not */
  gboolean       dims;
  GError        *error;       /* (owned) (nullable) */
  GCancellable  *cancellable; /* (owned) (nullable): of the answer that is being found */
  guint          generation;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_FILTER,
  PROP_ERROR,
  PROP_BUSY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (EntResults, ent_results, G_TYPE_OBJECT)

/* All that an answer is found from; a thread may have it. */
typedef struct
{
  EntQuery        *query;  /* (owned) */
  EntFilterContext context; /* what it points to is owned */
  EntFilter       *before; /* (owned) (nullable) */
  guint            generation;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  ent_query_unref (self->query);
  g_object_unref (self->context.dataset);
  g_clear_pointer (&self->context.selected, ent_row_set_unref);
  g_clear_pointer (&self->context.starred, ent_row_set_unref);
  g_clear_pointer (&self->context.noted, ent_row_set_unref);
  g_clear_pointer (&self->before, ent_filter_unref);
  g_free (self);
}

static EntRowSet *
find_selected (EntResults *self,
               EntDataset *dataset)
{
  EntRowSet *selected = ent_row_set_new (ent_dataset_get_n_events (dataset));
  const char *const *ids = ent_session_get_selection (self->session);

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      guint32 row = ent_dataset_find (dataset, ent_slice_from_string (ids[i]));

      if (row != ENT_ROW_NONE)
        ent_row_set_add (selected, row);
    }
  return selected;
}

/* Rows are of one edition of the dataset: stars of another have to be set anew. */
static EntRowSet *
ref_if_of (EntRowSet  *rows,
           EntDataset *dataset)
{
  return rows != NULL && ent_row_set_get_n_rows (rows) == ent_dataset_get_n_events (dataset) ? ent_row_set_ref (rows)
                                                                                            : NULL;
}

static Question *
question_new (EntResults *self,
              EntQuery   *query,
              EntDataset *dataset)
{
  Question *question = g_new0 (Question, 1);

  question->query = ent_query_ref (query);
  question->context.dataset = g_object_ref (dataset);
  question->context.basis = ent_view_get_basis (ent_session_get_view (self->session));
  question->context.selected = find_selected (self, dataset);
  question->context.starred = ref_if_of (self->starred, dataset);
  question->context.noted = ref_if_of (self->noted, dataset);
  question->before = self->filter != NULL ? ent_filter_ref (self->filter) : NULL;
  question->generation = ++self->generation;
  return question;
}

static gboolean
same_error (const GError *a,
            const GError *b)
{
  return (a == NULL) == (b == NULL) &&
         (a == NULL || (a->domain == b->domain && a->code == b->code && g_str_equal (a->message, b->message)));
}

/* Takes the error. */
static void
set_error (EntResults *self,
           GError     *error)
{
  gboolean same = same_error (self->error, error);

  g_clear_error (&self->error);
  self->error = error;
  if (!same)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static GStrv
fold_words (const EntQuery *query)
{
  g_auto (GStrv) words = ent_query_dup_words (query);
  g_autoptr (GStrvBuilder) folded = g_strv_builder_new ();

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = ent_text_fold (ent_slice_from_string (words[i]));

      if (*word != '\0')
        g_strv_builder_add (folded, word);
    }
  return g_strv_builder_end (folded);
}

/* Takes the filter, which may be NULL. */
static void
set_answer (EntResults *self,
            EntDataset *dataset,
            EntBasis    basis,
            EntQuery   *query,
            EntFilter  *filter)
{
  g_set_object (&self->dataset, dataset);
  self->basis = basis;
  query = ent_query_ref (query); /* may be the old one */
  ent_query_unref (self->query);
  self->query = query;
  g_clear_pointer (&self->filter, ent_filter_unref);
  self->filter = filter;
  g_clear_pointer (&self->counts, ent_time_counts_free);
  self->has_whole = -1;
  g_strfreev (self->words);
  self->words = fold_words (query);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

static void
stop (EntResults *self)
{
  if (self->cancellable == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* Takes filter and error. */
static void
answer (EntResults     *self,
        const Question *question,
        EntFilter      *filter,
        GError         *error)
{
  if (filter == NULL && self->dataset == question->context.dataset)
    {
      set_error (self, error);
      return;
    }
  if (filter == NULL)
    {
      /* Of a dataset that is shown for the first time there is no last good answer: everything is. */
      g_autoptr (EntQuery) all = ent_query_new_all ();

      set_answer (self, question->context.dataset, question->context.basis, all,
                  ent_filter_new (all, &question->context, NULL, NULL, NULL));
    }
  else
    set_answer (self, question->context.dataset, question->context.basis, question->query, filter);
  set_error (self, error);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  EntResults *self = ENT_RESULTS (source);
  const Question *question = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  EntFilter *filter = g_task_propagate_pointer (G_TASK (result), &error);

  if (question->generation != self->generation)
    {
      g_clear_pointer (&filter, ent_filter_unref);
      g_clear_error (&error);
      return;
    }
  g_clear_object (&self->cancellable);
  answer (self, question, filter, error);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
find_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Question *question = data;
  GError *error = NULL;
  EntFilter *filter = ent_filter_new (question->query, &question->context, question->before, cancellable, &error);

  if (filter != NULL)
    g_task_return_pointer (task, filter, (GDestroyNotify) ent_filter_unref);
  else
    g_task_return_error (task, error);
}

static void
find_later (EntResults *self,
            Question   *question)
{
  g_autoptr (GTask) task = NULL;

  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, found_cb, NULL);
  g_task_set_source_tag (task, find_later);
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, find_in_thread);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
find (EntResults *self,
      EntQuery   *query)
{
  EntDataset *dataset = ent_session_get_dataset (self->session);
  Question *question;
  EntFilter *filter;
  GError *error = NULL;

  stop (self);
  if (dataset == NULL)
    {
      self->generation++;
      set_answer (self, NULL, ENT_BASIS_OCCURRED, query, NULL);
      set_error (self, NULL);
      return;
    }
  question = question_new (self, query, dataset);
  /* Nobody can be shown what is left of another dataset. */
  if (ent_dataset_get_n_events (dataset) > AT_ONCE && self->dataset == dataset)
    {
      find_later (self, question);
      return;
    }
  filter = ent_filter_new (query, &question->context, question->before, NULL, &error);
  answer (self, question, filter, error);
  question_free (question);
}

/* Whether what does not match is shown, and recedes. */
static gboolean
dims (const EntView *view)
{
  return ent_view_get_unmatched (view) == ENT_UNMATCHED_DIM;
}

/* Answers what the view asks. */
static void
ask (EntResults *self)
{
  const EntView *view = ent_session_get_view (self->session);
  GError *error = NULL;
  g_autoptr (EntQuery) query = NULL;

  g_free (self->text);
  self->text = g_strdup (ent_view_get_query (view));
  query = ent_query_parse (self->text, &error);
  if (query != NULL)
    {
      find (self, query);
      return;
    }
  if (self->dataset != ent_session_get_dataset (self->session))
    {
      query = ent_query_new_all ();
      find (self, query);
    }
  set_error (self, error);
}

static void
view_changed_cb (EntResults *self)
{
  const EntView *view = ent_session_get_view (self->session);
  gboolean does_dim = dims (view);

  /* It changes with each frame while one pans. */
  if (g_strcmp0 (self->text, ent_view_get_query (view)) != 0 || self->basis != ent_view_get_basis (view))
    {
      self->dims = does_dim;
      ask (self);
    }
  else if (self->dims != does_dim)
    {
      self->dims = does_dim;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
    }
}

/* What `is:starred` and `is:noted` find. */
static void
update_marks (EntResults *self)
{
  EntDataset *dataset = ent_session_get_dataset (self->session);
  EntAnnotations *annotations = ent_session_get_annotations (self->session);

  g_clear_pointer (&self->starred, ent_row_set_unref);
  g_clear_pointer (&self->noted, ent_row_set_unref);
  if (dataset == NULL)
    return;
  self->starred = ent_annotations_get_starred_rows (annotations, dataset);
  self->noted = ent_annotations_get_noted_rows (annotations, dataset);
}

/* Within one notification of the session all has changed that changes together, but it comes first. */
static void
dataset_changed_cb (EntResults *self)
{
  update_marks (self);
  self->dims = dims (ent_session_get_view (self->session));
  ask (self);
}

static void
ask_again_if_needed (EntResults *self)
{
  if (self->filter != NULL && ent_filter_needs_selection (self->filter))
    ask (self);
}

static void
annotated_cb (EntResults *self,
              guint       parts)
{
  if ((parts & (ENT_ANNOTATIONS_STARS | ENT_ANNOTATIONS_NOTES)) == 0)
    return;
  update_marks (self);
  ask_again_if_needed (self);
}

static void
ent_results_dispose (GObject *object)
{
  EntResults *self = ENT_RESULTS (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->generation++;
  g_clear_object (&self->dataset);
  g_clear_pointer (&self->starred, ent_row_set_unref);
  g_clear_pointer (&self->noted, ent_row_set_unref);
  g_clear_pointer (&self->filter, ent_filter_unref);
  g_clear_pointer (&self->counts, ent_time_counts_free);

  G_OBJECT_CLASS (ent_results_parent_class)->dispose (object);
}

static void
ent_results_finalize (GObject *object)
{
  EntResults *self = ENT_RESULTS (object);

  ent_query_unref (self->query);
  g_strfreev (self->words);
  g_free (self->text);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (ent_results_parent_class)->finalize (object);
}

static void
ent_results_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  EntResults *self = ENT_RESULTS (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_FILTER:
      g_value_set_pointer (value, self->filter);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, ent_results_get_busy (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ent_results_class_init (EntResultsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ent_results_dispose;
  object_class->finalize = ent_results_finalize;
  object_class->get_property = ent_results_get_property;

  /** EntResults:session: whose query is answered */
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, ENT_TYPE_SESSION,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /** EntResults:filter: (type EntFilter) (nullable): the answer; notified when it, or what is shown of it, changes */
  properties[PROP_FILTER] = g_param_spec_pointer ("filter", NULL, NULL, flags);
  /** EntResults:error: (nullable): why the view's query is not the one that is answered */
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  /** EntResults:busy: whether an answer is being found, and the last one shown meanwhile */
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ent_results_init (EntResults *self)
{
  self->query = ent_query_new_all ();
  self->words = g_new0 (char *, 1);
  self->has_whole = -1;
}

/* The session goes; a thread may still be looking for an answer. */
static void
part_from_session (gpointer data)
{
  EntResults *self = data;

  self->session = NULL;
  self->generation++;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_object_unref (self);
}

/**
 * ent_session_get_results:
 * @session: a session
 *
 * Whoever follows the session as well is to call this before it does: it is told of a change in the order in which
 * those connect that are told, and finds here then what the change has brought.
 *
 * Returns: (transfer none): what its query finds; it is the session's, and made when first asked for
 */
EntResults *
ent_session_get_results (EntSession *session)
{
  static GQuark quark;
  EntResults *self;

  g_return_val_if_fail (ENT_IS_SESSION (session), NULL);

  if (quark == 0)
    quark = g_quark_from_static_string ("ent-results");
  self = g_object_get_qdata (G_OBJECT (session), quark);
  if (self != NULL)
    return self;
  self = g_object_new (ENT_TYPE_RESULTS, NULL);
  self->session = session;
  g_object_set_qdata_full (G_OBJECT (session), quark, self, part_from_session);
  g_signal_connect_object (session, "notify::dataset", G_CALLBACK (dataset_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::view", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selection", G_CALLBACK (ask_again_if_needed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "annotated", G_CALLBACK (annotated_cb), self, G_CONNECT_SWAPPED);
  dataset_changed_cb (self);
  return self;
}

/** ent_results_get_session: (skip): (transfer none) (nullable): whose query is answered */
EntSession *
ent_results_get_session (EntResults *self)
{
  g_return_val_if_fail (ENT_IS_RESULTS (self), NULL);
  return self->session;
}

/** ent_results_get_dataset: (skip): (transfer none) (nullable): what the answer is about */
EntDataset *
ent_results_get_dataset (EntResults *self)
{
  g_return_val_if_fail (ENT_IS_RESULTS (self), NULL);
  return self->dataset;
}

/** ent_results_get_filter: (skip): (transfer none) (nullable): the last good answer; %NULL without a dataset */
EntFilter *
ent_results_get_filter (EntResults *self)
{
  g_return_val_if_fail (ENT_IS_RESULTS (self), NULL);
  return self->filter;
}

/** ent_results_get_query: (skip): (transfer none): what the last good answer answers */
EntQuery *
ent_results_get_query (EntResults *self)
{
  g_return_val_if_fail (ENT_IS_RESULTS (self), NULL);
  return self->query;
}

/** ent_results_get_error: (skip): (transfer none) (nullable): why the view's query is not the one that is answered */
const GError *
ent_results_get_error (EntResults *self)
{
  g_return_val_if_fail (ENT_IS_RESULTS (self), NULL);
  return self->error;
}

/** ent_results_get_busy: (skip): whether an answer is being found */
gboolean
ent_results_get_busy (EntResults *self)
{
  g_return_val_if_fail (ENT_IS_RESULTS (self), FALSE);
  return self->cancellable != NULL;
}

/** ent_results_get_matching: (skip): (transfer none) (nullable): the events that match; %NULL without a dataset */
EntRowSet *
ent_results_get_matching (EntResults *self)
{
  g_return_val_if_fail (ENT_IS_RESULTS (self), NULL);
  return self->filter != NULL ? ent_filter_get_rows (self->filter) : NULL;
}

/** ent_results_get_shown: (skip): (transfer none) (nullable): the events that are shown; %NULL when that is all */
EntRowSet *
ent_results_get_shown (EntResults *self)
{
  g_return_val_if_fail (ENT_IS_RESULTS (self), NULL);
  return self->dims || ent_query_get_node_type (self->query) == ENT_QUERY_ALL ? NULL : ent_results_get_matching (self);
}

/** ent_results_get_lit: (skip): (transfer none) (nullable): those of the shown that do not recede; %NULL when none does */
EntRowSet *
ent_results_get_lit (EntResults *self)
{
  g_return_val_if_fail (ENT_IS_RESULTS (self), NULL);
  return self->dims && ent_query_get_node_type (self->query) != ENT_QUERY_ALL ? ent_results_get_matching (self) : NULL;
}

/** ent_results_get_hits: (skip): (transfer none) (nullable): those that words were found in; %NULL when none were searched */
EntRowSet *
ent_results_get_hits (EntResults *self)
{
  g_return_val_if_fail (ENT_IS_RESULTS (self), NULL);
  return self->words[0] != NULL ? ent_results_get_matching (self) : NULL;
}

/** ent_results_get_words: (skip): (transfer none): what was searched, as ent_text_fold() gives it, ended by %NULL */
const char *const *
ent_results_get_words (EntResults *self)
{
  g_return_val_if_fail (ENT_IS_RESULTS (self), NULL);
  return (const char *const *) self->words;
}

/* Looks at all events that were found, once. */
static void
look (EntResults *self)
{
  g_autoptr (GArray) rows = NULL;
  const EntRowSet *matching = ent_results_get_matching (self);
  guint n_dated;
  const guint32 *order;

  if (self->counts != NULL)
    return;
  order = ent_dataset_get_order (self->dataset, self->basis, &n_dated);
  rows = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n_dated);
  for (guint i = 0; i < n_dated; i++)
    if (ent_row_set_contains (matching, order[i]))
      g_array_append_val (rows, order[i]);
  self->counts = ent_time_counts_new (self->dataset, self->basis, (const guint32 *) rows->data, rows->len);
  self->has_whole = ent_timeline_known_span (self->dataset, matching, self->basis, &self->known);
  self->whole = self->known;
  if (self->has_whole > 0)
    ent_timeline_add_margin (&self->whole);
}

/**
 * ent_results_count:
 * @self: results
 * @span: a stretch of time
 *
 * Returns: how many of the matching events may overlap @span
 */
guint
ent_results_count (EntResults    *self,
                   const EntSpan *span)
{
  g_return_val_if_fail (ENT_IS_RESULTS (self), 0);

  if (self->filter == NULL || ent_span_is_empty (span))
    return 0;
  look (self);
  return ent_time_counts_get (self->counts, span);
}

/**
 * ent_results_get_whole:
 * @self: results
 * @whole: (out): all that is known of the matching events, and a little more
 *
 * Returns: %FALSE if none of them has a place in time
 */
gboolean
ent_results_get_whole (EntResults *self,
                       EntSpan    *whole)
{
  g_return_val_if_fail (ENT_IS_RESULTS (self), FALSE);

  if (self->filter == NULL)
    return FALSE;
  look (self);
  *whole = self->whole;
  return self->has_whole > 0;
}

/** ent_results_get_known: (skip): as ent_results_get_whole(), and no more than what is known */
gboolean
ent_results_get_known (EntResults *self,
                       EntSpan    *known)
{
  g_return_val_if_fail (ENT_IS_RESULTS (self), FALSE);

  if (self->filter == NULL)
    return FALSE;
  look (self);
  *known = self->known;
  return self->has_whole > 0;
}

/**
 * ent_results_count_facet:
 * @self: results
 * @facet: a facet of the dataset that the answer is about
 *
 * Counts as panes show it: without the conditions on the facet itself, so that one sees what another value would
 * bring; with them when all of its values are asked for.
 *
 * Returns: (transfer full): for each value how many events have it; free with g_free()
 */
guint *
ent_results_count_facet (EntResults     *self,
                         const EntFacet *facet)
{
  g_autoptr (EntRowSet) beside = NULL;
  g_auto (GStrv) values = NULL;
  gboolean all = FALSE;

  g_return_val_if_fail (ENT_IS_RESULTS (self) && self->filter != NULL, NULL);

  values = ent_query_dup_values (self->query, ent_facet_get_name (facet), FALSE, &all);
  if (all)
    return ent_facet_count (facet, ent_filter_get_rows (self->filter));
  beside = ent_filter_dup_rows_beside (self->filter, ent_facet_get_name (facet));
  return ent_facet_count (facet, beside);
}

/**
 * ent_results_set_query:
 * @self: results
 * @query: what the session is to ask
 *
 * Sets the query of the session's view; one step of its history.
 */
void
ent_results_set_query (EntResults *self,
                       EntQuery   *query)
{
  g_autoptr (EntView) view = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (ENT_IS_RESULTS (self) && query != NULL);

  text = ent_query_print (query);
  view = ent_view_copy (ent_session_get_view (self->session));
  ent_view_set_query (view, text);
  ent_session_commit (self->session);
  ent_session_set_view (self->session, view);
  ent_session_commit (self->session);
}
