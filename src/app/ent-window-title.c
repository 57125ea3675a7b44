/* ent-window-title.c: the title of a window: what is open, and how much of it is in view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-navigation.h"
#include "ent-window-private.h"

#include <glib/gi18n.h>

/* A movement changes the view each frame; nobody reads so fast. In milliseconds. */
#define DELAY 60

/* Up to so many events are counted at once, in less than a millisecond or two. */
#define FEW 5000

/* So much of a dataset's title, in characters. */
#define LONGEST_TITLE 200

static void
count_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  EntBasis basis = (EntBasis) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (task), "basis"));

  g_task_return_pointer (task, ent_span_count_new (data, basis), (GDestroyNotify) ent_span_count_unref);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  EntWindow *self = ENT_WINDOW (source);
  EntSpanCount *count = g_task_propagate_pointer (G_TASK (result), NULL);

  if (count == NULL)
    return; /* cancelled: of a dataset that is no longer shown */
  g_clear_object (&self->counting);
  g_clear_pointer (&self->count, ent_span_count_unref);
  self->count = count;
  ent_window_update_title (self);
}

/* Sees to it that what counts is of what is shown, now or soon. */
static void
prepare_count (EntWindow *self)
{
  EntDataset *dataset = ent_session_get_dataset (self->session);
  EntBasis basis = ent_view_get_basis (ent_session_get_view (self->session));
  g_autoptr (GTask) task = NULL;

  if (dataset == self->count_dataset && basis == self->count_basis)
    return;
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_pointer (&self->count, ent_span_count_unref);
  self->count_dataset = dataset;
  self->count_basis = basis;
  if (dataset == NULL)
    return;
  if (ent_dataset_get_n_events (dataset) <= FEW)
    {
      self->count = ent_span_count_new (dataset, basis);
      return;
    }
  self->counting = g_cancellable_new ();
  task = g_task_new (self, self->counting, counted_cb, NULL);
  g_task_set_source_tag (task, count_thread);
  g_task_set_task_data (task, g_object_ref (dataset), g_object_unref);
  g_object_set_data (G_OBJECT (task), "basis", GINT_TO_POINTER ((int) basis));
  g_task_run_in_thread (task, count_thread);
}

/* A text of a file as a title: on one line, and not endless. */
static char *
tame (EntSlice text)
{
  g_autofree char *copy = ent_slice_dup (text);
  g_autofree char *valid = g_utf8_make_valid (copy, -1);
  GString *tame = g_string_new (NULL);
  glong n = 0;

  for (const char *c = valid; *c != '\0' && n < LONGEST_TITLE; c = g_utf8_next_char (c), n++)
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_iscntrl (character))
        g_string_append_c (tame, ' ');
      else
        g_string_append_unichar (tame, character);
    }
  if (n == LONGEST_TITLE)
    g_string_append (tame, "…");
  return g_string_free (tame, FALSE);
}

static char *
describe (EntWindow  *self,
          EntDataset *dataset)
{
  guint n_events = ent_dataset_get_n_events (dataset);
  g_autofree char *all = ent_words_number (self->words, n_events);
  g_autofree char *counted = NULL;
  g_autofree char *when = NULL;
  guint in_view;
  EntSpan span;

  if (n_events == 0 || self->count == NULL)
    {
      ent_window_update_hint (self, -1);
      return n_events == 0 ? g_strdup (_("No events"))
                           : g_strdup_printf (ngettext ("%s event", "%s events", n_events), all);
    }
  /* Where nothing is dated there is no time in view to speak of. */
  if (!ent_navigation_get_span (self->session, &span))
    {
      ent_window_update_hint (self, 0);
      return g_strdup_printf (ngettext ("%s event", "%s events", n_events), all);
    }
  in_view = ent_span_count_in (self->count, &span);
  ent_window_update_hint (self, (int) MIN (in_view, G_MAXINT));
  when = ent_words_span (self->words, span.start, span.end);
  counted = ent_words_number (self->words, in_view);
  if (ent_adaptive_get_narrow (self->adaptive))
    /* TRANSLATORS: as short as can be: how many events are in view, of how many, and the time in view */
    return g_strdup_printf (_("%s of %s · %s"), counted, all, when);
  /* TRANSLATORS: how many events are in view, of how many, and the time in view */
  return g_strdup_printf (ngettext ("%s of %s event · %s", "%s of %s events · %s", n_events), counted, all, when);
}

/** ent_window_update_title: (skip): says what is open and in view, at once */
void
ent_window_update_title (EntWindow *self)
{
  EntDataset *dataset = ent_session_get_dataset (self->session);
  const EntView *view = ent_session_get_view (self->session);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  g_clear_handle_id (&self->title_timeout, g_source_remove);
  prepare_count (self);
  if (self->heading != NULL)
    {
      title = g_strdup (self->heading);
      subtitle = g_strdup (self->subheading);
    }
  else if (dataset != NULL)
    {
      EntSlice text = ent_dataset_get_text (dataset, ENT_TEXT_TITLE, ent_view_get_language (view));

      if (text.length > 0)
        title = tame (text);
      subtitle = describe (self, dataset);
    }
  adw_window_title_set_title (self->title, title != NULL ? title : _("Entente"));
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _("Entente"));
}

static gboolean
update_cb (gpointer user_data)
{
  EntWindow *self = user_data;

  self->title_timeout = 0;
  ent_window_update_title (self);
  return G_SOURCE_REMOVE;
}

static void
view_changed_cb (EntWindow *self)
{
  if (self->title_timeout == 0)
    self->title_timeout = g_timeout_add (DELAY, update_cb, self);
}

/** ent_window_init_title: (skip): has the title follow the session */
void
ent_window_init_title (EntWindow *self)
{
  self->words = ent_words_new (g_get_language_names ()[0]);
  g_signal_connect_object (self->session, "notify::view", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::dataset", G_CALLBACK (ent_window_update_title), self,
                           G_CONNECT_SWAPPED);
}

/** ent_window_dispose_title: (skip): safe to call twice */
void
ent_window_dispose_title (EntWindow *self)
{
  g_clear_handle_id (&self->title_timeout, g_source_remove);
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_pointer (&self->count, ent_span_count_unref);
  g_clear_pointer (&self->words, ent_words_free);
}
