/* ent-export-dialog.c: asks what a figure is to be, shows it, and writes it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-export-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ent-adaptive.h"
#include "ent-compat.h"
#include "ent-export-settings.h"
#include "ent-export-task.h"
#include "ent-figure-preview.h"

/* Quicker exports need no bar. */
#define PROGRESS_DELAY 500 /* milliseconds */
#define PROGRESS_PERIOD 100

/* As far as the parent has room; the preview is beside the form, or above it where it is narrow. */
#define WIDTH 980
#define HEIGHT 700
#define FORM_WIDTH 372

/* Where what was chosen is kept, on the session. */
#define SETTINGS_KEY "ent-export-settings"

/* In the order of the choice. */
static const char *const themes[] = { "light", "dark", "print", "contrast" };

/**
 * EntExportDialog:
 *
 * Asks for format, size and contents of a figure of what a window shows, with a preview that follows, and
 * writes it where the user says. What was chosen is remembered as long as the session lives.
 */
struct _EntExportDialog
{
  AdwWindow          parent_instance;
  EntExportSubject   subject;
  EntExportSettings *settings;    /* (owned) */
  EntSession        *session;     /* (owned) */
  char              *file_name;   /* (owned) (nullable): of the dataset */
  GFile             *input;       /* (owned) (nullable): the dataset */
  EntFigureExport   *export;      /* (owned) (nullable): what is chosen, if it can be drawn */
  GCancellable      *cancellable; /* (owned) (nullable): while something is written */
  guint              progress_source;
  gint              *progress;    /* (owned): thousandths, atomic; in an atomic rc box */
  gboolean           is_filling;  /* the form is changed by us, not by the user */

  EntAdaptive       *adaptive;
  GtkWidget         *panes;
  GtkWidget         *picture;
  EntFigurePreview  *preview;
  GtkLabel          *notes;
  GtkWidget         *separator;
  GtkWidget         *form;
  GtkWidget         *scroller;
  AdwComboRow       *format_row;
  AdwComboRow       *size_row;
  GtkWidget         *width_row;
  GtkSpinButton     *width;
  GtkWidget         *height_row;
  GtkSpinButton     *height;
  AdwComboRow       *unit_row;
  AdwActionRow      *dpi_row;
  GtkSpinButton     *dpi;
  AdwComboRow       *theme_row;
  GtkSwitch         *title_switch;
  GtkEditable       *title_row;
  GtkEditable       *caption_row;
  GtkSwitch         *legend_switch;
  GtkSwitch         *overview_switch;
  AdwActionRow      *selection_row;
  GtkSwitch         *selection_switch;
  GtkSwitch         *today_switch;
  GtkWidget         *export_button;
  GtkRevealer       *error_revealer;
  GtkLabel          *error_label;
  GtkRevealer       *progress_revealer;
  GtkProgressBar    *progress_bar;
};

G_DEFINE_FINAL_TYPE (EntExportDialog, ent_export_dialog, ADW_TYPE_WINDOW)

static void
show_error (EntExportDialog *self,
            const char      *text)
{
  if (text != NULL)
    gtk_label_set_label (self->error_label, text);
  gtk_revealer_set_reveal_child (self->error_revealer, text != NULL);
}

/* What came of the figure */

static void
add_line (GString *lines,
          char    *line)
{
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
  g_free (line);
}

static void
describe (GString               *lines,
          const EntFigureReport *report,
          const char            *language)
{
  const EntFigureSummary *summary = &report->summary;

  if (summary->n_events == 0)
    add_line (lines, g_strdup (_("No event is in view.")));
  else if (summary->n_unlabelled == 0)
    add_line (lines, g_strdup_printf (g_dngettext (ENT_GETTEXT_DOMAIN, "%u event, with its name.",
                                                   "%u events, all with their names.", summary->n_events),
                                      summary->n_events));
  else
    add_line (lines, g_strdup_printf (g_dngettext (ENT_GETTEXT_DOMAIN,
                                                   "%u of %u events has no room for its name.",
                                                   "%u of %u events have no room for their names.",
                                                   summary->n_unlabelled),
                                      summary->n_unlabelled, summary->n_events));
  if (summary->n_undated > 0)
    add_line (lines, g_strdup_printf (g_dngettext (ENT_GETTEXT_DOMAIN, "%u event has no place in time.",
                                                   "%u events have no place in time.", summary->n_undated),
                                      summary->n_undated));
  if (report->lacks_words)
    add_line (lines, g_strdup_printf (_("There are no words for the language “%s”; the picture's own are in English."),
                                      language));
  for (guint i = 0; report->missing_fonts != NULL && report->missing_fonts[i] != NULL; i++)
    add_line (lines, g_strdup_printf (_("The font “%s” is not installed; another takes its place."),
                                      report->missing_fonts[i]));
}

static void
set_notes (EntExportDialog *self,
           const char      *text)
{
  gtk_label_set_label (self->notes, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->preview), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/* How large the page is, and how many pixels that makes; of a page of free height that is known once it is drawn. */
static void
show_size (EntExportDialog *self)
{
  EntPageSize size;
  double dpi = ent_export_settings_get_dpi (self->settings, &self->subject);
  double px = 1;
  double width;
  double height;
  g_autofree char *text = NULL;
  g_autofree char *pixels = NULL;

  if (!ent_export_settings_get_size (self->settings, &self->subject, &size, NULL))
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->size_row), "");
      adw_action_row_set_subtitle (self->dpi_row, "");
      return;
    }
  for (EntExportUnit unit = ENT_EXPORT_UNIT_MM; unit <= ENT_EXPORT_UNIT_PX; unit++)
    if (g_str_equal (size.unit, ent_export_unit_to_string (unit)))
      px = ent_export_unit_to_px (unit);
  if (size.height <= 0 && ent_figure_preview_get_size (self->preview, &width, &height) &&
      fabs (width - size.width) < 0.5)
    size.height = height;
  if (size.height > 0)
    {
      /* Translators: width, height and unit of a page. */
      text = g_strdup_printf (_("%.5g × %.5g %s"), size.width / px, round (size.height / px * 10) / 10, _(size.unit));
      /* Translators: width and height of a picture. */
      pixels = g_strdup_printf (_("Pixels an inch; %.0f × %.0f in all"), size.width * dpi / 96, size.height * dpi / 96);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->size_row), text != NULL ? text : "");
  adw_action_row_set_subtitle (self->dpi_row, pixels != NULL ? pixels : _("Pixels an inch"));
}

static void
composed_cb (EntExportDialog *self)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  describe (lines, ent_figure_preview_get_report (self->preview), self->subject.language);
  set_notes (self, lines->str);
  show_size (self);
}

/* The form */

static guint
find_theme (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    if (g_str_equal (themes[i], name))
      return i;
  return 0;
}

static void
set_range (GtkSpinButton *button,
           EntExportUnit  unit,
           double         lower,
           double         value)
{
  double px = ent_export_unit_to_px (unit);
  gboolean is_long = unit == ENT_EXPORT_UNIT_CM || unit == ENT_EXPORT_UNIT_IN;

  gtk_spin_button_set_digits (button, is_long ? 2 : unit == ENT_EXPORT_UNIT_PX ? 0 : 1);
  gtk_spin_button_set_increments (button, is_long ? 0.5 : unit == ENT_EXPORT_UNIT_PX ? 10 : 1, is_long ? 5 : 100);
  gtk_spin_button_set_range (button, lower / px, 100000 / px);
  gtk_spin_button_set_value (button, value);
}

/* What follows from what was chosen. */
static void
update_form (EntExportDialog *self)
{
  gboolean is_custom = self->settings->size == ENT_EXPORT_SIZE_CUSTOM;

  self->is_filling = TRUE;
  gtk_widget_set_visible (self->width_row, is_custom);
  gtk_widget_set_visible (self->height_row, is_custom);
  gtk_widget_set_visible (GTK_WIDGET (self->unit_row), is_custom);
  gtk_widget_set_visible (GTK_WIDGET (self->dpi_row), self->settings->writer->has_pixels);
  gtk_spin_button_set_value (self->dpi, ent_export_settings_get_dpi (self->settings, &self->subject));
  adw_combo_row_set_selected (self->theme_row,
                              find_theme (ent_export_settings_get_theme (self->settings, &self->subject)));
  self->is_filling = FALSE;
  show_size (self);
}

static void
update_export (EntExportDialog *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->export, ent_figure_export_unref);
  self->export = ent_export_settings_make (self->settings, &self->subject, &error);
  if (self->export != NULL)
    ent_figure_preview_set_export (self->preview, self->export);
  else
    set_notes (self, error->message);
  gtk_widget_set_sensitive (self->export_button, self->export != NULL);
}

static void
apply (EntExportDialog *self)
{
  show_error (self, NULL);
  update_form (self);
  update_export (self);
}

static void
fill_form (EntExportDialog *self)
{
  const EntExportSettings *settings = self->settings;
  g_autoptr (GtkStringList) formats = gtk_string_list_new (NULL);
  guint format = 0;

  self->is_filling = TRUE;
  for (guint i = 0; i < ENT_N_FIGURE_WRITERS; i++)
    {
      gtk_string_list_append (formats, _(ent_figure_writer_get (i)->name));
      if (ent_figure_writer_get (i) == settings->writer)
        format = i;
    }
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (formats));
  adw_combo_row_set_selected (self->format_row, format);
  adw_combo_row_set_selected (self->size_row, settings->size);
  adw_combo_row_set_selected (self->unit_row, settings->unit);
  set_range (self->width, settings->unit, 32, settings->width);
  set_range (self->height, settings->unit, 0, settings->height);
  gtk_spin_button_set_range (self->dpi, ENT_FIGURE_MIN_DPI, ENT_FIGURE_MAX_DPI);
  gtk_switch_set_active (self->title_switch, settings->has_title);
  gtk_editable_set_text (self->title_row, settings->title != NULL ? settings->title : self->subject.title);
  gtk_editable_set_text (self->caption_row, settings->caption != NULL ? settings->caption : "");
  gtk_switch_set_active (self->legend_switch, settings->legend);
  gtk_switch_set_active (self->overview_switch, settings->overview);
  gtk_switch_set_active (self->selection_switch, settings->selection && self->subject.selected->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->selection_row), self->subject.selected->len > 0);
  adw_action_row_set_subtitle (self->selection_row, self->subject.selected->len > 0
                                                      ? _("Named first, with its links")
                                                      : _("Nothing is selected"));
  gtk_switch_set_active (self->today_switch, settings->today);
  self->is_filling = FALSE;
  apply (self);
}

static void
read_form (EntExportDialog *self)
{
  EntExportSettings *settings = self->settings;
  const char *title = gtk_editable_get_text (self->title_row);

  settings->writer = ent_figure_writer_get (adw_combo_row_get_selected (self->format_row));
  settings->size = adw_combo_row_get_selected (self->size_row);
  settings->width = gtk_spin_button_get_value (self->width);
  settings->height = gtk_spin_button_get_value (self->height);
  settings->has_title = gtk_switch_get_active (self->title_switch);
  g_free (settings->title);
  settings->title = g_str_equal (title, self->subject.title) ? NULL : g_strdup (title);
  g_free (settings->caption);
  settings->caption = g_strdup (gtk_editable_get_text (self->caption_row));
  settings->legend = gtk_switch_get_active (self->legend_switch);
  settings->overview = gtk_switch_get_active (self->overview_switch);
  /* Off for want of a selection is no choice. */
  if (self->subject.selected->len > 0)
    settings->selection = gtk_switch_get_active (self->selection_switch);
  settings->today = gtk_switch_get_active (self->today_switch);
}

static void
form_changed_cb (EntExportDialog *self)
{
  if (self->is_filling)
    return;
  read_form (self);
  apply (self);
}

/* A size of one's own begins with the one that was chosen before. */
static void
size_chosen_cb (EntExportDialog *self)
{
  EntPageSize size;

  if (self->is_filling)
    return;
  if (adw_combo_row_get_selected (self->size_row) == ENT_EXPORT_SIZE_CUSTOM &&
      ent_export_settings_get_size (self->settings, &self->subject, &size, NULL))
    {
      EntExportUnit unit = ent_page_size_is_physical (&size) ? ENT_EXPORT_UNIT_MM : ENT_EXPORT_UNIT_PX;
      double px = ent_export_unit_to_px (unit);

      self->is_filling = TRUE;
      self->settings->unit = unit;
      adw_combo_row_set_selected (self->unit_row, unit);
      set_range (self->width, unit, 32, size.width / px);
      set_range (self->height, unit, 0, size.height / px);
      self->is_filling = FALSE;
    }
  form_changed_cb (self);
}

/* The page stays as large as it is. */
static void
unit_chosen_cb (EntExportDialog *self)
{
  EntExportUnit unit = adw_combo_row_get_selected (self->unit_row);
  double factor;

  if (self->is_filling || unit == self->settings->unit)
    return;
  factor = ent_export_unit_to_px (self->settings->unit) / ent_export_unit_to_px (unit);
  self->is_filling = TRUE;
  self->settings->unit = unit;
  set_range (self->width, unit, 32, self->settings->width * factor);
  set_range (self->height, unit, 0, self->settings->height * factor);
  self->is_filling = FALSE;
  form_changed_cb (self);
}

static void
dpi_changed_cb (EntExportDialog *self)
{
  if (self->is_filling)
    return;
  self->settings->dpi = gtk_spin_button_get_value (self->dpi);
  form_changed_cb (self);
}

static void
theme_chosen_cb (EntExportDialog *self)
{
  if (self->is_filling)
    return;
  self->settings->theme = themes[adw_combo_row_get_selected (self->theme_row)];
  form_changed_cb (self);
}

/* Writing */

static AdwToastOverlay *
find_toast_overlay (GtkWidget *widget)
{
  if (ADW_IS_TOAST_OVERLAY (widget))
    return ADW_TOAST_OVERLAY (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      AdwToastOverlay *found = find_toast_overlay (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
folder_clicked_cb (AdwToast *toast,
                   GFile    *file)
{
  ent_export_show_in_folder (file);
}

static void
say_saved (EntExportDialog *self,
           GFile           *file)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  AdwToastOverlay *overlay = parent != NULL ? find_toast_overlay (GTK_WIDGET (parent)) : NULL;
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_("Saved “\u2068%s\u2069”"), name);
  /* The title of a toast is markup. */
  g_autofree char *title = g_markup_escape_text (text, -1);
  AdwToast *toast;

  if (overlay == NULL)
    return;
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _("Open _Folder"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (folder_clicked_cb), g_object_ref (file),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  adw_toast_overlay_add_toast (overlay, toast);
}

static gboolean
progress_cb (gpointer user_data)
{
  EntExportDialog *self = user_data;

  gint progress = g_atomic_int_get (self->progress);

  /* How far the page is composed nobody knows. */
  gtk_progress_bar_set_show_text (self->progress_bar, progress > 0);
  if (progress > 0)
    gtk_progress_bar_set_fraction (self->progress_bar, progress / 1000.0);
  else
    gtk_progress_bar_pulse (self->progress_bar);
  return G_SOURCE_CONTINUE;
}

static gboolean
progress_started_cb (gpointer user_data)
{
  EntExportDialog *self = user_data;

  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
  progress_cb (self);
  self->progress_source = g_timeout_add (PROGRESS_PERIOD, progress_cb, self);
  return G_SOURCE_REMOVE;
}

static void
set_writing (EntExportDialog *self,
             gboolean         is_writing)
{
  gtk_widget_set_sensitive (self->form, !is_writing);
  gtk_widget_set_sensitive (self->export_button, !is_writing && self->export != NULL);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (is_writing)
    self->progress_source = g_timeout_add (PROGRESS_DELAY, progress_started_cb, self);
  else
    gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (EntExportDialog) self = user_data;
  GFile *file = G_FILE (source);
  g_autoptr (GError) error = NULL;
  gboolean written = ent_export_write_finish (result, &error);

  g_clear_object (&self->cancellable);
  if (written)
    say_saved (self, file);
  /* It may have been closed meanwhile. */
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  set_writing (self, FALSE);
  if (written)
    gtk_window_close (GTK_WINDOW (self));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *name = g_file_get_parse_name (file);
      g_autofree char *text = error->domain == ENT_FIGURE_ERROR
                                ? g_strdup_printf (_("could not write “%s”: %s"), name, error->message)
                                : g_strdup (error->message);

      show_error (self, text);
      gtk_widget_grab_focus (self->export_button);
    }
}

/**
 * ent_export_dialog_save:
 * @self: an export dialog
 * @file: where to write to
 *
 * Makes the figure that is chosen, in the format that the name of @file ends with, and writes it. When that
 * is done the dialog closes; else it says why not.
 */
void
ent_export_dialog_save (EntExportDialog *self,
                        GFile           *file)
{
  g_autofree char *name = g_file_get_basename (file);
  const EntFigureWriter *writer = ent_figure_writer_for_name (name);

  g_return_if_fail (ENT_IS_EXPORT_DIALOG (self));

  if (self->cancellable != NULL)
    return;
  /* A name that ends as another format does is a choice, too. */
  if (writer != NULL && writer != self->settings->writer)
    {
      for (guint i = 0; i < ENT_N_FIGURE_WRITERS; i++)
        if (ent_figure_writer_get (i) == writer)
          adw_combo_row_set_selected (self->format_row, i);
    }
  if (self->export == NULL)
    return;
  show_error (self, NULL);
  self->cancellable = g_cancellable_new ();
  g_atomic_int_set (self->progress, 0);
  set_writing (self, TRUE);
  ent_export_write_async (self->export, file, self->input, self->progress, self->cancellable, written_cb,
                          g_object_ref (self));
}

static void
replace_cb (GFile    *file,
            gpointer  user_data)
{
  ent_export_dialog_save (user_data, file);
}

/* The folder of the last export of all. */
static GFile *last_folder;

/* A name without an end gets that of the format; whether such a file is there was not asked before. */
static void
named_cb (GFile    *file,
          gpointer  user_data)
{
  EntExportDialog *self = user_data;
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *full_name = NULL;
  g_autoptr (GFile) full = NULL;

  g_set_object (&last_folder, folder);
  if (ent_figure_writer_for_name (name) != NULL)
    {
      ent_export_dialog_save (self, file);
      return;
    }
  full_name = g_strconcat (name, self->settings->writer->suffix, NULL);
  full = g_file_get_child (folder, full_name);
  if (g_file_query_exists (full, NULL))
    ent_compat_ask_to_replace (GTK_WINDOW (self), full, replace_cb, self);
  else
    ent_export_dialog_save (self, full);
}

static void
export_clicked_cb (EntExportDialog *self)
{
  const EntFigureWriter *writer = self->settings->writer;
  g_autofree char *base = ent_export_subject_get_name (&self->subject, self->file_name);
  g_autofree char *name = g_strconcat (base, writer->suffix, NULL);
  g_autofree char *pattern = g_strconcat ("*", writer->suffix, NULL);
  g_autoptr (GFile) folder = last_folder != NULL ? g_object_ref (last_folder)
                             : self->input != NULL ? g_file_get_parent (self->input)
                                                   : NULL;
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->cancellable != NULL || self->export == NULL)
    return;
  gtk_file_filter_set_name (filter, _(writer->name));
  gtk_file_filter_add_mime_type (filter, writer->mime_type);
  gtk_file_filter_add_pattern (filter, pattern);
  ent_compat_name_file (GTK_WINDOW (self), _("Export"), folder, name, filter, named_cb, self);
}

static void
stop_clicked_cb (EntExportDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/* The window */

static void
layout_changed_cb (EntExportDialog *self)
{
  gboolean narrow = ent_adaptive_get_narrow (self->adaptive);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->panes),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->separator),
                                  narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_vexpand (self->picture, !narrow);
  gtk_widget_set_visible (self->picture, !narrow || !ent_adaptive_get_low (self->adaptive));
  gtk_widget_set_size_request (self->scroller, narrow ? -1 : FORM_WIDTH, -1);
}

static gboolean
ent_export_dialog_close_request (GtkWindow *window)
{
  EntExportDialog *self = ENT_EXPORT_DIALOG (window);

  stop_clicked_cb (self);
  g_object_set_data_full (G_OBJECT (self->session), SETTINGS_KEY, ent_export_settings_copy (self->settings),
                          (GDestroyNotify) ent_export_settings_free);
  return GTK_WINDOW_CLASS (ent_export_dialog_parent_class)->close_request (window);
}

static void
ent_export_dialog_dispose (GObject *object)
{
  EntExportDialog *self = ENT_EXPORT_DIALOG (object);

  stop_clicked_cb (self);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  /* A parent that is gone closes nothing, and asks nothing. */
  if (self->preview != NULL)
    ent_figure_preview_set_export (self->preview, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_EXPORT_DIALOG);
  G_OBJECT_CLASS (ent_export_dialog_parent_class)->dispose (object);
}

static void
ent_export_dialog_finalize (GObject *object)
{
  EntExportDialog *self = ENT_EXPORT_DIALOG (object);

  ent_export_subject_clear (&self->subject);
  g_clear_pointer (&self->settings, ent_export_settings_free);
  g_clear_pointer (&self->export, ent_figure_export_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->input);
  g_clear_object (&self->cancellable);
  g_atomic_rc_box_release (self->progress);
  g_free (self->file_name);
  G_OBJECT_CLASS (ent_export_dialog_parent_class)->finalize (object);
}

static void
ent_export_dialog_class_init (EntExportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = ent_export_dialog_dispose;
  object_class->finalize = ent_export_dialog_finalize;
  window_class->close_request = ent_export_dialog_close_request;

  g_type_ensure (ENT_TYPE_ADAPTIVE);
  g_type_ensure (ENT_TYPE_FIGURE_PREVIEW);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ui/ent-export-dialog.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, EntExportDialog, name)
  CHILD (adaptive);
  CHILD (panes);
  CHILD (picture);
  CHILD (preview);
  CHILD (notes);
  CHILD (separator);
  CHILD (form);
  CHILD (scroller);
  CHILD (format_row);
  CHILD (size_row);
  CHILD (width_row);
  CHILD (width);
  CHILD (height_row);
  CHILD (height);
  CHILD (unit_row);
  CHILD (dpi_row);
  CHILD (dpi);
  CHILD (theme_row);
  CHILD (title_switch);
  CHILD (title_row);
  CHILD (caption_row);
  CHILD (legend_switch);
  CHILD (overview_switch);
  CHILD (selection_row);
  CHILD (selection_switch);
  CHILD (today_switch);
  CHILD (export_button);
  CHILD (error_revealer);
  CHILD (error_label);
  CHILD (progress_revealer);
  CHILD (progress_bar);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, composed_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, size_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, dpi_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, theme_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, layout_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked_cb);
}

static void
ent_export_dialog_init (EntExportDialog *self)
{
  /* What the template says of its own choices is not what was chosen. */
  self->is_filling = TRUE;
  self->progress = g_atomic_rc_box_new0 (gint);
  gtk_widget_init_template (GTK_WIDGET (self));
  layout_changed_cb (self);
}

static const char *
window_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    return "contrast";
  return adw_style_manager_get_dark (manager) ? "dark" : "light";
}

/**
 * ent_export_dialog_present:
 * @parent: the window that shows @session
 * @session: what is to be exported; nothing happens if it has no dataset
 * @file_name: (nullable): name of the file of the dataset, without folders
 * @input: (nullable): the file of the dataset, which is never written to
 * @view_width: of the timeline in @parent, CSS pixels
 * @view_height: of the timeline in @parent
 *
 * Shows a dialog that exports what @session shows at this moment.
 */
void
ent_export_dialog_present (GtkWindow  *parent,
                           EntSession *session,
                           const char *file_name,
                           GFile      *input,
                           double      view_width,
                           double      view_height)
{
  EntExportSubject subject;
  const EntExportSettings *settings;
  EntExportDialog *self;
  int width;
  int height;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (ENT_IS_SESSION (session));
  g_return_if_fail (input == NULL || G_IS_FILE (input));

  if (!ent_export_subject_init (&subject, session, view_width, view_height, window_theme ()))
    return;
  self = g_object_new (ENT_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  self->subject = subject;
  self->session = g_object_ref (session);
  self->file_name = g_strdup (file_name);
  self->input = input != NULL ? g_object_ref (input) : NULL;
  settings = g_object_get_data (G_OBJECT (session), SETTINGS_KEY);
  self->settings = settings != NULL ? ent_export_settings_copy (settings) : ent_export_settings_new ();
  ent_export_settings_adapt (self->settings, &self->subject);
  fill_form (self);

  width = gtk_widget_get_width (GTK_WIDGET (parent));
  height = gtk_widget_get_height (GTK_WIDGET (parent));
  gtk_window_set_default_size (GTK_WINDOW (self), width > 0 ? MIN (width, WIDTH) : WIDTH,
                               height > 0 ? MIN (height, HEIGHT) : HEIGHT);
  gtk_widget_grab_focus (GTK_WIDGET (self->format_row));
  gtk_window_present (GTK_WINDOW (self));
}
