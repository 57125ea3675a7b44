/* ent-export-task.c: a figure made and written in a thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-export-task.h"

#include <glib/gi18n.h>

#include "ent-output-file.h"

/* What the thread needs. */
typedef struct
{
  EntFigureExport *export;   /* (owned) */
  char            *target;   /* (owned): a path */
  char            *input;    /* (owned) (nullable): a path */
  gint            *progress; /* (owned) (nullable): an atomic rc box */
} Job;

static void
job_free (Job *job)
{
  ent_figure_export_unref (job->export);
  g_free (job->target);
  g_free (job->input);
  g_clear_pointer (&job->progress, g_atomic_rc_box_release);
  g_free (job);
}

static void
work_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;
  g_auto (EntFigureReport) report = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  bytes = ent_figure_export_make (job->export, cancellable, job->progress, &report, &error);
  /* Whoever stopped the work was told that nothing would be written; from here on it is. */
  if (bytes != NULL && !g_task_set_return_on_cancel (task, FALSE))
    return;
  g_task_set_check_cancellable (task, bytes == NULL);
  if (bytes == NULL || !ent_output_file_write (job->target, job->input, bytes, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * ent_export_write_async:
 * @export: the figure
 * @target: where to write it
 * @input: (nullable): the file of the dataset, which @target must not be
 * @progress: (nullable): an atomically counted box; set to thousandths done, atomically
 * @cancellable: (nullable): stops the work at once, as far as can be seen; but not once it is being written
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Makes a figure and writes it, whole or not at all.
 */
void
ent_export_write_async (EntFigureExport     *export,
                        GFile               *target,
                        GFile               *input,
                        gint                *progress,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (target, cancellable, callback, user_data);
  g_autofree char *path = g_file_get_path (target);
  Job *job;

  g_task_set_source_tag (task, ent_export_write_async);
  if (path == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (target);

      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                               _("could not write “%s”: %s"), name, _("it is not on this computer"));
      return;
    }
  job = g_new0 (Job, 1);
  job->export = ent_figure_export_ref (export);
  job->target = g_steal_pointer (&path);
  job->input = input != NULL ? g_file_get_path (input) : NULL;
  job->progress = progress != NULL ? g_atomic_rc_box_acquire (progress) : NULL;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, work_in_thread);
}

/**
 * ent_export_write_finish:
 * @result: what the callback was given
 * @error: return location for an #EntFigureError, an #EntOutputError, a #GFileError or a #GIOErrorEnum
 *
 * Returns: whether the file is there
 */
gboolean
ent_export_write_finish (GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    g_message ("no folder could be opened: %s", error->message);
}

static void
open_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    g_app_info_launch_default_for_uri_async (uri, NULL, NULL, launched_cb, NULL);
}

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GFile) file = user_data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  /* No file manager answers to that name; any that opens folders will do. */
  if (answer == NULL)
    open_folder (file);
}

static void
connected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GFile) file = user_data;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);
  g_autofree char *uri = g_file_get_uri (file);
  const char *uris[] = { uri, NULL };

  if (bus == NULL)
    {
      open_folder (file);
      return;
    }
  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems", g_variant_new ("(^ass)", uris, ""), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, shown_cb, g_steal_pointer (&file));
}

/**
 * ent_export_show_in_folder:
 * @file: a file
 *
 * Opens the folder of @file, with the file selected where the file manager can do that.
 */
void
ent_export_show_in_folder (GFile *file)
{
  g_bus_get (G_BUS_TYPE_SESSION, NULL, connected_cb, g_object_ref (file));
}
