/* ent-timeline-packer.c: packs timelines and keeps some of them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-timeline-packer.h"

#include "ent-cairo-painter.h"
#include "ent-drawing.h"
#include "ent-font-set.h"
#include "ent-limits.h"
#include "ent-loader.h"
#include "ent-picture-language.h"
#include "ent-theme.h"

#include <gio/gio.h>

/* How many packings are kept: all that one passes in a zoom through centuries, and fewer of large ones. */
#define MAX_KEPT 24
#define MAX_KEPT_EVENTS 400000

/* Of the first view, CSS pixels. */
#define LIKELY_WIDTH 940
#define LIKELY_HEIGHT 615

typedef struct
{
  EntPackingKey key;      /* with what it points to owned */
  EntTimeline  *timeline; /* (owned) */
} Kept;

typedef struct
{
  EntTimelinePacker *packer; /* (nullable): gone before the thread was done */
  EntPackingKey      key;    /* likewise owned */
} Job;

struct _EntTimelinePacker
{
  GSourceFunc     packed;
  gpointer        data;
  GPtrArray      *kept;     /* (owned) of Kept, the last used last */
  Job            *running;  /* (nullable): owned by its task */
  gboolean        waiting;  /* whether `wanted` is to be packed when the thread is done */
  EntPackingKey   wanted;   /* likewise owned */
  PangoContext   *context;  /* (owned) */
  EntTextMeasure *measure;  /* (owned) (nullable) */
  EntWords       *words;    /* (owned) (nullable) */
  const char     *language; /* of both */
};

/** ent_packing_key_equal: (skip): whether one packing serves for both */
gboolean
ent_packing_key_equal (const EntPackingKey *a,
                       const EntPackingKey *b)
{
  return a->dataset == b->dataset && a->rows == b->rows && ent_grouping_equal (a->grouping, b->grouping) &&
         a->language == b->language && a->basis == b->basis && a->step == b->step &&
         a->height == b->height && a->today == b->today;
}

/* A copy of a key that keeps what it points to. */
static EntPackingKey
key_ref (const EntPackingKey *key)
{
  EntPackingKey copy = *key;

  g_object_ref (copy.dataset);
  if (copy.rows != NULL)
    ent_row_set_ref (copy.rows);
  if (copy.grouping != NULL)
    ent_grouping_ref (copy.grouping);
  return copy;
}

static void
key_clear (EntPackingKey *key)
{
  g_clear_object (&key->dataset);
  g_clear_pointer (&key->rows, ent_row_set_unref);
  g_clear_pointer (&key->grouping, ent_grouping_unref);
}

static void
kept_free (gpointer data)
{
  Kept *self = data;

  ent_timeline_free (self->timeline);
  key_clear (&self->key);
  g_free (self);
}

static void
job_free (gpointer data)
{
  Job *self = data;

  key_clear (&self->key);
  g_free (self);
}

static EntTimeline *
pack (const EntPackingKey *key,
      EntTextMeasure      *measure,
      const EntWords      *words)
{
  double scale = ent_zoom_step_scale (key->step);
  EntTimelineRequest request = {
    .dataset = key->dataset,
    .rows = key->rows,
    .grouping = key->grouping,
    .basis = key->basis,
    .width = ENT_PACKING_WIDTH,
    .height = key->height,
    .steady = TRUE,
    .style = ENT_STYLE_SCREEN,
    .has_today = TRUE,
    .today = key->today,
  };

  /* Any span serves whose scale is of the step; one a little above the least, where rounding does no harm. */
  request.span.end = (gint64) CLAMP (ENT_PACKING_WIDTH / (scale * 1.2), 1, 9e18);
  return ent_timeline_new (&request, measure, words, key->language);
}

static Kept *
find (EntTimelinePacker   *self,
      const EntPackingKey *key)
{
  for (guint i = self->kept->len; i-- > 0;)
    {
      Kept *kept = g_ptr_array_index (self->kept, i);

      if (!ent_packing_key_equal (&kept->key, key))
        continue;
      g_ptr_array_add (self->kept, g_ptr_array_steal_index (self->kept, i));
      return kept;
    }
  return NULL;
}

/* Takes the timeline. */
static void
keep (EntTimelinePacker   *self,
      const EntPackingKey *key,
      EntTimeline         *timeline)
{
  guint n_events = MAX (ent_dataset_get_n_events (key->dataset), 1);
  guint most = CLAMP (MAX_KEPT_EVENTS / n_events, 2, MAX_KEPT);
  Kept *kept = g_new0 (Kept, 1);

  kept->key = key_ref (key);
  kept->timeline = timeline;
  g_ptr_array_add (self->kept, kept);
  while (self->kept->len > most)
    g_ptr_array_remove_index (self->kept, 0);
}

static void start_thread (EntTimelinePacker   *self,
                          const EntPackingKey *key);

static void
packed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  EntTimeline *timeline = g_task_propagate_pointer (G_TASK (result), NULL);
  EntTimelinePacker *self = job->packer;

  if (self == NULL)
    {
      ent_timeline_free (timeline);
      return;
    }
  self->running = NULL;
  keep (self, &job->key, timeline);
  if (self->waiting)
    {
      self->waiting = FALSE;
      if (find (self, &self->wanted) == NULL)
        start_thread (self, &self->wanted);
      key_clear (&self->wanted);
    }
  self->packed (self->data);
}

static void
pack_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Job *job = task_data;
  PangoContext *context = ent_font_set_create_context ();
  EntTextMeasure *measure = ent_text_measure_new_pango (context, ENT_FONT_FAMILIES, job->key.language);
  g_autoptr (EntWords) words = ent_words_new (job->key.language);

  g_task_return_pointer (task, pack (&job->key, measure, words), (GDestroyNotify) ent_timeline_free);
  ent_text_measure_free (measure);
  g_object_unref (context);
}

/* One at a time: of those asked for meanwhile only the last is packed. What comes out is kept in any case. */
static void
start_thread (EntTimelinePacker   *self,
              const EntPackingKey *key)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, packed_cb, NULL);
  Job *job = g_new0 (Job, 1);

  job->packer = self;
  job->key = key_ref (key);
  self->running = job;
  g_task_set_source_tag (task, start_thread);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, pack_in_thread);
}

/* What a packer begins with, made before there is a window. */
typedef struct
{
  PangoContext   *context;  /* (owned) */
  EntTextMeasure *measure;  /* (owned) (nullable) */
  EntWords       *words;    /* (owned) (nullable) */
  const char     *language; /* of both */
} Preparation;

/* Taken by the first packer. */
static GThread *preparation_thread;

/* Paints what a window of a usual size will show. Nobody looks at it: what counts are the fonts that were found for it,
 * the widths of names and the letters. */
static void
rehearse (const Preparation *preparation,
          EntDataset        *dataset)
{
  EntPackingKey key = { .dataset = dataset, .language = preparation->language, .height = LIKELY_HEIGHT };
  EntDrawing drawing = { .dataset = dataset,
                         .measure = preparation->measure,
                         .words = preparation->words,
                         .theme = ent_theme_find ("light"),
                         .style = ENT_STYLE_SCREEN,
                         .row = ENT_ITEM_NO_ROW,
                         .lane = 255,
                         .x1 = LIKELY_WIDTH };
  EntTimelineLook look;
  EntSpan span;
  EntTimeScale scale;
  g_autoptr (EntTimeline) timeline = NULL;
  g_autoptr (EntScene) scene = NULL;
  /* Letters are made wherever they fall. */
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  cairo_t *cr = cairo_create (surface);

  ent_timeline_whole_span (dataset, NULL, key.basis, &span);
  scale = ent_time_scale_fit (&span, 0, LIKELY_WIDTH);
  key.step = ent_zoom_step (scale.px_per_second);
  timeline = pack (&key, preparation->measure, preparation->words);
  ent_timeline_look_init (&look, &span);
  look.bottom = ent_timeline_get_height (timeline);
  drawing.builder = ent_scene_builder_new (LIKELY_WIDTH, look.bottom, preparation->language);
  ent_timeline_draw_look (timeline, &drawing, &look);
  scene = ent_scene_builder_end (drawing.builder);
  ent_cairo_painter_paint (scene, cr, NULL, preparation->context);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static gpointer
prepare (gpointer data)
{
  g_autoptr (GBytes) bytes = data;
  g_autoptr (EntLoaded) loaded = ent_loader_load_bytes (bytes);
  Preparation *preparation = g_new0 (Preparation, 1);

  preparation->context = ent_font_set_create_context ();
  if (loaded->dataset == NULL)
    return preparation;
  preparation->language = ent_picture_language (loaded->dataset, ent_dataset_get_view (loaded->dataset));
  preparation->measure = ent_text_measure_new_pango (preparation->context, ENT_FONT_FAMILIES, preparation->language);
  preparation->words = ent_words_new (preparation->language);
  rehearse (preparation, loaded->dataset);
  return preparation;
}

/**
 * ent_timeline_packer_prepare:
 * @likely: what may well be shown first, in the native format
 *
 * Begins, in a thread, with what the first window will want: fonts, widths of names, letters. At the start of the
 * program there is a while until the display has answered. What is shown in the end may be something else; its fonts
 * and most of its letters are the same.
 */
void
ent_timeline_packer_prepare (GBytes *likely)
{
  if (preparation_thread == NULL)
    preparation_thread = g_thread_new ("preparation", prepare, g_bytes_ref (likely));
}

static void
take_preparation (EntTimelinePacker *self)
{
  g_autofree Preparation *preparation = NULL;

  if (preparation_thread == NULL)
    {
      self->context = ent_font_set_create_context ();
      return;
    }
  preparation = g_thread_join (g_steal_pointer (&preparation_thread));
  self->context = preparation->context;
  self->measure = preparation->measure;
  self->words = preparation->words;
  self->language = preparation->language;
}

/**
 * ent_timeline_packer_new:
 * @packed: called when a packing that was asked for has been made; its answer is of no interest
 * @data: given to @packed
 *
 * Returns: (transfer full): a packer
 */
EntTimelinePacker *
ent_timeline_packer_new (GSourceFunc packed,
                         gpointer    data)
{
  EntTimelinePacker *self = g_new0 (EntTimelinePacker, 1);

  self->packed = packed;
  self->data = data;
  self->kept = g_ptr_array_new_with_free_func (kept_free);
  take_preparation (self);
  return self;
}

void
ent_timeline_packer_free (EntTimelinePacker *self)
{
  if (self->running != NULL)
    self->running->packer = NULL;
  if (self->waiting)
    key_clear (&self->wanted);
  g_ptr_array_unref (self->kept);
  g_clear_pointer (&self->measure, ent_text_measure_free);
  g_clear_pointer (&self->words, ent_words_free);
  g_object_unref (self->context);
  g_free (self);
}

/** ent_timeline_packer_get_context: (skip): (transfer none): what texts are measured and painted with */
PangoContext *
ent_timeline_packer_get_context (EntTimelinePacker *self)
{
  return self->context;
}

static void
use_language (EntTimelinePacker *self,
              const char        *language)
{
  if (self->words != NULL && self->language == language)
    return;
  g_clear_pointer (&self->measure, ent_text_measure_free);
  g_clear_pointer (&self->words, ent_words_free);
  self->measure = ent_text_measure_new_pango (self->context, ENT_FONT_FAMILIES, language);
  self->words = ent_words_new (language);
  self->language = language;
}

/** ent_timeline_packer_get_measure: (skip): (transfer none): measures texts of @language, which is interned */
EntTextMeasure *
ent_timeline_packer_get_measure (EntTimelinePacker *self,
                                 const char        *language)
{
  use_language (self, language);
  return self->measure;
}

/** ent_timeline_packer_get_words: (skip): (transfer none): the words of a picture in @language, which is interned */
const EntWords *
ent_timeline_packer_get_words (EntTimelinePacker *self,
                               const char        *language)
{
  use_language (self, language);
  return self->words;
}

/** ent_timeline_packer_peek: (skip): (transfer none) (nullable): the packing, if it is kept; valid until the next is asked for */
EntTimeline *
ent_timeline_packer_peek (EntTimelinePacker   *self,
                          const EntPackingKey *key)
{
  Kept *kept = key->dataset != NULL ? find (self, key) : NULL;

  return kept != NULL ? kept->timeline : NULL;
}

/**
 * ent_timeline_packer_get:
 * @self: a packer
 * @key: what is wanted, with a dataset
 *
 * Returns: (transfer none) (nullable): the packing, valid until the next is asked for; %NULL if it takes its time
 */
EntTimeline *
ent_timeline_packer_get (EntTimelinePacker   *self,
                         const EntPackingKey *key)
{
  EntTimeline *timeline = ent_timeline_packer_peek (self, key);

  if (timeline != NULL)
    return timeline;
  if (ent_dataset_get_n_events (key->dataset) <= ENT_LIMIT_PACKED_LANE)
    {
      use_language (self, key->language);
      timeline = pack (key, self->measure, self->words);
      keep (self, key, timeline);
      return timeline;
    }
  if (self->running == NULL)
    start_thread (self, key);
  else if (!ent_packing_key_equal (&self->running->key, key))
    {
      if (self->waiting)
        key_clear (&self->wanted);
      self->waiting = TRUE;
      self->wanted = key_ref (key);
    }
  else if (self->waiting)
    {
      /* What is being packed is wanted again, and nothing else. */
      self->waiting = FALSE;
      key_clear (&self->wanted);
    }
  return NULL;
}

/** ent_timeline_packer_forget: (skip): keeps nothing any longer, as when the dataset is another */
void
ent_timeline_packer_forget (EntTimelinePacker *self)
{
  g_ptr_array_set_size (self->kept, 0);
}
