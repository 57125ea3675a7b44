/* ent-window-title.c: the title of a window: what is open, and how much of it is in view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-navigation.h"
#include "ent-phrase.h"
#include "ent-results.h"
#include "ent-span-text.h"
#include "ent-window-private.h"

#include <glib/gi18n.h>

/* A movement changes the view each frame; nobody reads so fast. In milliseconds. */
#define DELAY 60

static char *
describe (EntWindow  *self,
          EntDataset *dataset)
{
  EntResults *results = ent_session_get_results (self->session);
  guint n_events = ent_dataset_get_n_events (dataset);
  guint n_matching = n_events;
  g_autofree char *all = ent_words_number (ent_phrase_words (), n_events);
  g_autofree char *counted = NULL;
  g_autofree char *when = NULL;
  EntSpan known;
  EntSpan span;

  if (n_events == 0)
    {
      ent_window_update_hint (self, 0);
      return g_strdup (_("No events"));
    }
  if (ent_results_get_dataset (results) == dataset)
    n_matching = ent_row_set_count (ent_results_get_matching (results));
  counted = ent_words_number (ent_phrase_words (), n_matching);
  /* Where nothing is dated there is no time in view to speak of. */
  if (!ent_navigation_get_span (self->session, &span))
    {
      ent_window_update_hint (self, 0);
      if (n_matching == n_events)
        return g_strdup_printf (ngettext ("%s event", "%s events", n_events), all);
      /* TRANSLATORS: how many events match, of how many */
      return g_strdup_printf (ngettext ("%s of %s event", "%s of %s events", n_events), counted, all);
    }
  ent_window_update_hint (self, ent_results_count (results, &span));
  when = ent_span_text (ent_phrase_words (), &span, ent_results_get_known (results, &known) ? &known : NULL);
  if (n_matching == n_events)
    /* TRANSLATORS: how many events there are, and the time in view */
    return g_strdup_printf (ngettext ("%s event · %s", "%s events · %s", n_events), all, when);
  if (ent_adaptive_get_narrow (self->adaptive))
    /* TRANSLATORS: as short as can be: how many events match, of how many, and the time in view */
    return g_strdup_printf (_("%s of %s · %s"), counted, all, when);
  /* TRANSLATORS: how many events match, of how many, and the time in view */
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
  if (self->heading != NULL)
    {
      title = g_strdup (self->heading);
      subtitle = g_strdup (self->subheading);
    }
  else if (dataset != NULL)
    {
      EntSlice text = ent_dataset_get_text (dataset, ENT_TEXT_TITLE, ent_view_get_language (view));

      if (text.length > 0)
        title = ent_phrase_clean_line (text);
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
  g_signal_connect_object (self->session, "notify::view", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::dataset", G_CALLBACK (ent_window_update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (ent_session_get_results (self->session), "notify::filter", G_CALLBACK (view_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

/** ent_window_dispose_title: (skip): safe to call twice */
void
ent_window_dispose_title (EntWindow *self)
{
  g_clear_handle_id (&self->title_timeout, g_source_remove);
}
