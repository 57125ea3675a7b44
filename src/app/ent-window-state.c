/* ent-window-state.c: how the timeline of a window was left, and is found again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-annotation-store.h"
#include "ent-details-pane.h"
#include "ent-limits.h"
#include "ent-state.h"
#include "ent-window-private.h"

#include <glib/gi18n.h>

/* What changes goes on changing; in milliseconds. */
#define REST 1000

/* A file may say more of its view than we know; that is the file's, and not kept here. */
static EntView *
dup_view_without_more (const EntView *view)
{
  EntView *copy = ent_view_copy (view);

  ent_view_set_more (copy, NULL);
  return copy;
}

/* Stars and notes are more than how something was left: that they are not kept is seen until they are. */
static void
show_unkept (EntWindow    *self,
             const GError *error)
{
  /* TRANSLATORS: why, such as “No space left on device” */
  g_autofree char *text = g_strdup_printf (_("Stars, notes and filters cannot be kept: %s"), error->message);

  if (self->state_banner == NULL)
    {
      self->state_banner = ENT_BANNER (ent_banner_new ());
      gtk_box_append (self->banners, GTK_WIDGET (self->state_banner));
      ent_banner_set_button (self->state_banner, _("_Retry"), "win.keep-state");
    }
  ent_banner_show (self->state_banner, "dialog-warning-symbolic", text);
}

static void
tell_what_came_of_it (EntWindow            *self,
                      const EntStateReport *report)
{
  if (report->set_aside != NULL)
    {
      g_autofree char *name = g_filename_display_name (report->set_aside);
      /* TRANSLATORS: a file's name */
      g_autofree char *text = g_strdup_printf (_("What was kept of this timeline could not be read; it is now in %s"), name);

      ent_window_toast (self, text);
    }
  if (report->n_removed > 0)
    {
      g_autofree char *text = NULL;

      text = g_strdup_printf (ngettext ("Stars and notes of %u timeline were thrown away, the oldest of more than %u",
                                        "Stars and notes of %u timelines were thrown away, the oldest of more than %u",
                                        report->n_removed),
                              report->n_removed, (guint) ENT_LIMIT_STATES_ANNOTATED);
      ent_window_toast (self, text);
    }
}

static void
write_state (EntWindow *self)
{
  static gboolean told = FALSE;
  EntAnnotations *annotations = ent_session_get_annotations (self->session);
  g_autoptr (EntState) state = ent_state_new ();
  g_auto (EntStateReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  state->path = g_strdup (self->state_path);
  state->view = dup_view_without_more (ent_session_get_view (self->session));
  state->selection = g_strdupv ((char **) ent_session_get_selection (self->session));
  state->focus = g_strdup (ent_session_get_focus (self->session));
  state->page = g_strdup (gtk_stack_get_visible_child_name (self->pages));
  state->counts_shown = ent_window_get_counts (self);
  for (int marker = 0; marker < ENT_N_MARKERS; marker++)
    {
      EntMarkers *markers = ent_session_get_markers (self->session);

      state->marker_events[marker] = g_strdup (ent_markers_get_event (markers, marker));
      state->marker_dates[marker] = g_strdup (ent_markers_get_date (markers, marker));
    }
  state->details_open = ent_panes_get_pane_open (self->panes, ENT_PANE_DETAILS);
  state->filters_open = ent_panes_get_pane_open (self->panes, ENT_PANE_FILTERS);
  state->sections = ent_window_dup_sections (self);
  if (ent_state_write (state, annotations, self->state_place, &report, &error))
    {
      if (self->state_banner != NULL)
        ent_banner_hide (self->state_banner);
      tell_what_came_of_it (self, &report);
      return;
    }
  if (!ent_annotations_is_kept (annotations))
    show_unkept (self, error);
  /* How it was left is in nobody's way, and will be the same each time. */
  if (!told)
    g_printerr ("entente: %s: %s\n", _("it cannot be kept how timelines were left"), error->message);
  told = TRUE;
}

static gboolean
rested_cb (gpointer user_data)
{
  EntWindow *self = user_data;

  self->state_timeout = 0;
  write_state (self);
  return G_SOURCE_REMOVE;
}

/** ent_window_flush_state: (skip): keeps how the timeline is left, now, if that has changed */
void
ent_window_flush_state (EntWindow *self)
{
  if (self->state_timeout == 0)
    return;
  g_clear_handle_id (&self->state_timeout, g_source_remove);
  write_state (self);
}

/** ent_window_state_changed: (skip): sees to it that how the timeline is left is kept once it rests */
void
ent_window_state_changed (EntWindow *self)
{
  if (self->restoring || self->state_place == NULL)
    return;
  g_clear_handle_id (&self->state_timeout, g_source_remove);
  self->state_timeout = g_timeout_add (REST, rested_cb, self);
}

/** ent_window_keep_state: (skip): keeps how the timeline is left, now */
void
ent_window_keep_state (EntWindow *self)
{
  g_clear_handle_id (&self->state_timeout, g_source_remove);
  if (self->state_place != NULL)
    write_state (self);
}

/* What is being typed as well, and what could not be kept before. */
static void
keep_all (EntWindow *self)
{
  ent_details_pane_keep_note (ENT_DETAILS_PANE (self->details));
  if (self->state_place != NULL && !ent_annotations_is_kept (ent_session_get_annotations (self->session)))
    ent_window_keep_state (self);
  else
    ent_window_flush_state (self);
}

/* Nobody is to lose a note by closing a window: if it cannot be kept that is said, and the second time is meant. */
static gboolean
close_requested_cb (EntWindow *self)
{
  keep_all (self);
  if (self->state_place == NULL || ent_annotations_is_kept (ent_session_get_annotations (self->session)) ||
      self->closing_unkept)
    return GDK_EVENT_PROPAGATE;
  self->closing_unkept = TRUE;
  ent_window_toast (self, _("Close again to lose what could not be kept"));
  return GDK_EVENT_STOP;
}

static void
read_annotations (EntWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntAnnotations) annotations = ent_annotation_store_open (self->state_place, &error);

  ent_session_set_annotations (self->session, annotations);
  if (error != NULL)
    {
      /* TRANSLATORS: why */
      g_autofree char *text = g_strdup_printf (_("Stars, notes and filters of this timeline cannot be read: %s"),
                                               error->message);

      ent_window_toast (self, text);
    }
}

static EntState *
read_state (EntWindow *self)
{
  g_autoptr (GError) error = NULL;
  EntState *state = ent_state_read (self->state_place, &error);

  if (error != NULL)
    {
      g_autofree char *place = g_filename_display_name (self->state_place);

      /* TRANSLATORS: a file's name, and why */
      g_printerr (_("entente: what “%s” keeps is not used: %s\n"), place, error->message);
    }
  return state;
}

/* (nullable): markers are of one timeline, and those of the last say nothing here. */
static void
restore_markers (EntWindow      *self,
                 const EntState *state)
{
  EntMarkers *markers = ent_session_get_markers (self->session);

  for (int marker = 0; marker < ENT_N_MARKERS; marker++)
    {
      ent_markers_clear (markers, marker);
      if (state != NULL && state->marker_events[marker] != NULL)
        ent_markers_set_event (markers, marker, state->marker_events[marker]);
      else if (state != NULL)
        ent_markers_set_date (markers, marker, state->marker_dates[marker]);
    }
}

/**
 * ent_window_restore_state:
 * @self: a window
 * @dataset: what its document has just opened
 *
 * Shows it as it was left, or as the file has it when it is opened for the first time.
 */
void
ent_window_restore_state (EntWindow  *self,
                          EntDataset *dataset)
{
  GFile *file = ent_document_get_file (self->document);
  g_autoptr (EntState) state = NULL;

  keep_all (self);
  g_free (self->state_place);
  g_free (self->state_path);
  self->state_path = file != NULL ? g_file_get_path (file) : NULL;
  self->state_place = ent_state_dup_place (self->state_path);
  state = read_state (self);
  self->closing_unkept = FALSE;

  self->restoring = TRUE;
  restore_markers (self, state);
  ent_window_set_counts (self, state != NULL ? state->counts_shown : -1);
  read_annotations (self);
  if (state == NULL)
    {
      g_autoptr (EntView) view = ent_window_dup_first_view (self, dataset);

      ent_session_open (self->session, dataset, view);
    }
  else
    {
      if (state->view != NULL)
        ent_view_set_more (state->view, ent_view_get_more (ent_dataset_get_view (dataset)));
      ent_session_restore (self->session, dataset, state->view, (const char *const *) state->selection, state->focus);
      if (state->page != NULL)
        ent_window_show_page (self, state->page);
      if (state->details_open >= 0)
        ent_panes_set_pane_open (self->panes, ENT_PANE_DETAILS, state->details_open > 0);
      if (state->filters_open >= 0)
        ent_panes_set_pane_open (self->panes, ENT_PANE_FILTERS, state->filters_open > 0);
      ent_window_set_sections (self, (const char *const *) state->sections);
    }
  self->restoring = FALSE;
}

/** ent_window_init_state: (skip): has it kept how timelines are left */
void
ent_window_init_state (EntWindow *self)
{
  static const char *const kept[] = { "notify::view", "notify::selection", "notify::focus", "annotated" };

  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    g_signal_connect_object (self->session, kept[i], G_CALLBACK (ent_window_state_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ent_session_get_markers (self->session), "changed", G_CALLBACK (ent_window_state_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "close-request", G_CALLBACK (close_requested_cb), NULL);
  g_signal_connect_object (self->panes, "notify::details-pane-open", G_CALLBACK (ent_window_state_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panes, "notify::filters-pane-open", G_CALLBACK (ent_window_state_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pages, "notify::visible-child-name", G_CALLBACK (ent_window_state_changed), self,
                           G_CONNECT_SWAPPED);
}

/** ent_window_dispose_state: (skip): keeps what is not kept yet; safe to call twice */
void
ent_window_dispose_state (EntWindow *self)
{
  ent_window_flush_state (self);
  g_clear_pointer (&self->state_place, g_free);
  g_clear_pointer (&self->state_path, g_free);
}
