/* ent-loader.c: opening files without keeping anybody waiting
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-loader.h"

#include "ent-format.h"
#include "ent-limits.h"
#include "ent-time-facts.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

G_DEFINE_QUARK (ent-loader-error-quark, ent_loader_error)

/* How much is read at once, so that it can be cancelled in between. */
#define CHUNK (256 * 1024)

/* How often progress is told, in milliseconds. */
#define TELL_EVERY 40

/* Reading takes about so much of the time, understanding the rest. */
#define READING_SHARE 0.3

/* What the thread tells the main one; each a number that is whole at any time. */
typedef struct
{
  gint size_kib;      /* 0: not known yet */
  gint read_kib;
  gint understanding; /* whether all is read */
  gint thousandths;   /* understood */
} Progress;

typedef struct
{
  char     *path;     /* (owned) (nullable): not of this computer */
  char     *name;     /* (owned): for messages */
  Progress *progress; /* (owned) */
  guint     generation;
} Request;

/**
 * EntLoader:
 *
 * Reads a file and makes a dataset of it in a thread. It has one slot: a new request cancels the one
 * before it, whose result is dropped even when it came in time. All its functions are for the main thread.
 */
struct _EntLoader
{
  GObject       parent_instance;
  GCancellable *cancellable; /* (owned) (nullable): of the request in the slot */
  Progress     *progress;    /* (owned) (nullable) */
  guint         generation;
  guint         timeout;
};

enum
{
  SIGNAL_PROGRESSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntLoader, ent_loader, G_TYPE_OBJECT)

/** ent_loaded_free: (skip): (nullable): frees what came of a request */
void
ent_loaded_free (EntLoaded *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->dataset);
  g_clear_pointer (&self->diagnostics, ent_diagnostics_unref);
  g_clear_pointer (&self->fault, ent_fault_unref);
  g_clear_error (&self->error);
  g_free (self);
}

static void
request_free (gpointer data)
{
  Request *self = data;

  g_free (self->path);
  g_free (self->name);
  g_atomic_rc_box_release (self->progress);
  g_free (self);
}

/* In the thread */

/* Takes the message. */
static gboolean
refuse (GError        **error,
        EntLoaderError  code,
        char           *message)
{
  g_set_error_literal (error, ENT_LOADER_ERROR, (int) code, message);
  g_free (message);
  return FALSE;
}

static gboolean
refuse_size (GError    **error,
             const char *name)
{
  return refuse (error, ENT_LOADER_ERROR_TOO_LARGE,
                 g_strdup_printf (_("“%s” is larger than %d GiB, the most that is read"), name,
                                  (int) (ENT_LIMIT_FILE_BYTES >> 30)));
}

static gboolean
fail_errno (GError    **error,
            const char *name,
            int         saved_errno)
{
  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (saved_errno),
               /* TRANSLATORS: a file's name, and what the system says */
               _("“%s” could not be read: %s"), name, g_strerror (saved_errno));
  return FALSE;
}

static void
stamp_of (const struct stat *status,
          EntStamp          *stamp)
{
  *stamp = (EntStamp){ status->st_dev, status->st_ino, status->st_size, status->st_mtim.tv_sec,
                       status->st_mtim.tv_nsec };
}

/* Only what is a file is read: a pipe would keep us waiting, a device may have no end. */
static gboolean
check_file (int          fd,
            const char  *name,
            struct stat *status,
            GError     **error)
{
  if (fstat (fd, status) != 0)
    return fail_errno (error, name, errno);
  if (S_ISDIR (status->st_mode))
    return refuse (error, ENT_LOADER_ERROR_NOT_A_FILE, g_strdup_printf (_("“%s” is a folder"), name));
  if (!S_ISREG (status->st_mode))
    return refuse (error, ENT_LOADER_ERROR_NOT_A_FILE,
                   g_strdup_printf (_("“%s” is a pipe or a device, and no file"), name));
  if ((guint64) status->st_size > ENT_LIMIT_FILE_BYTES)
    return refuse_size (error, name);
  return TRUE;
}

static gboolean
read_chunks (int           fd,
             Request      *request,
             gsize         size,
             GCancellable *cancellable,
             GBytes      **bytes,
             GError      **error)
{
  gsize capacity = size + 1; /* one more, to meet the end without growing */
  g_autofree char *text = g_try_malloc (capacity);
  gsize length = 0;

  while (text != NULL)
    {
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      n = read (fd, text + length, MIN (capacity - length, CHUNK));
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail_errno (error, request->name, errno);
      if (n == 0)
        {
          *bytes = g_bytes_new_take (g_steal_pointer (&text), length);
          return TRUE;
        }
      length += (gsize) n;
      g_atomic_int_set (&request->progress->read_kib, (gint) (length / 1024));
      if (length > ENT_LIMIT_FILE_BYTES)
        return refuse_size (error, request->name);
      if (length == capacity)
        {
          /* It has grown under our hands. */
          char *larger = g_try_realloc (text, capacity * 2);

          if (larger == NULL)
            break;
          text = larger;
          capacity *= 2;
        }
    }
  return refuse (error, ENT_LOADER_ERROR_TOO_LARGE,
                 g_strdup_printf (_("“%s” is larger than the memory"), request->name));
}

static GBytes *
read_file (Request      *request,
           GCancellable *cancellable,
           EntStamp     *stamp,
           GError      **error)
{
  GBytes *bytes = NULL;
  struct stat status;
  int fd;

  if (request->path == NULL)
    {
      refuse (error, ENT_LOADER_ERROR_NOT_LOCAL,
              g_strdup_printf (_("“%s” is not on this computer; only local files are opened"), request->name));
      return NULL;
    }
  /* Not to be kept waiting by a pipe that nobody writes to. */
  fd = g_open (request->path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0);
  if (fd < 0)
    {
      fail_errno (error, request->name, errno);
      return NULL;
    }
  if (check_file (fd, request->name, &status, error))
    {
      stamp_of (&status, stamp);
      g_atomic_int_set (&request->progress->size_kib, (gint) (status.st_size / 1024) + 1);
      read_chunks (fd, request, (gsize) status.st_size, cancellable, &bytes, error);
    }
  close (fd);
  return bytes;
}

static void
make_dataset (EntLoaded    *loaded,
              const char   *name,
              GBytes       *bytes,
              Progress     *progress,
              GCancellable *cancellable)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const EntFormat *format = ent_format_for_data (name, data != NULL ? data : "", length);
  EntDiagnostic first;

  loaded->diagnostics = ent_diagnostics_new (bytes);
  loaded->dataset = format->read (bytes, loaded->diagnostics, cancellable,
                                  progress != NULL ? &progress->thousandths : NULL, &loaded->error);
  if (loaded->dataset == NULL && !g_cancellable_is_cancelled (cancellable))
    loaded->fault = ent_fault_new (loaded->error, loaded->diagnostics, bytes);
  if (loaded->dataset == NULL)
    return;
  /* What would be worked out when first asked for, and then on the main thread. */
  ent_time_facts_prepare (loaded->dataset, ent_view_get_basis (ent_dataset_get_view (loaded->dataset)));
  if (ent_diagnostics_get_size (loaded->diagnostics) > 0)
    ent_diagnostics_get (loaded->diagnostics, 0, &first);
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Request *request = data;
  g_autoptr (EntLoaded) loaded = g_new0 (EntLoaded, 1);
  g_autoptr (GBytes) bytes = read_file (request, cancellable, &loaded->stamp, &loaded->error);

  if (bytes == NULL)
    loaded->fault = ent_fault_new (loaded->error, NULL, NULL);
  else
    {
      g_atomic_int_set (&request->progress->understanding, TRUE);
      make_dataset (loaded, request->name, bytes, request->progress, cancellable);
    }
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&loaded), (GDestroyNotify) ent_loaded_free);
}

/* In the main thread */

static void
clear_slot (EntLoader *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->progress, g_atomic_rc_box_release);
}

static void
ent_loader_dispose (GObject *object)
{
  EntLoader *self = ENT_LOADER (object);

  ent_loader_cancel (self);
  G_OBJECT_CLASS (ent_loader_parent_class)->dispose (object);
}

static void
ent_loader_class_init (EntLoaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_loader_dispose;

  /**
   * EntLoader::progressed:
   *
   * Emitted again and again while a file is being read, whether there is progress or not.
   */
  signals[SIGNAL_PROGRESSED] = g_signal_new ("progressed", ENT_TYPE_LOADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 0);
}

static void
ent_loader_init (EntLoader *self)
{
}

/** ent_loader_new: Returns: (transfer full): a loader with an empty slot */
EntLoader *
ent_loader_new (void)
{
  return g_object_new (ENT_TYPE_LOADER, NULL);
}

static gboolean
tell_cb (gpointer user_data)
{
  g_signal_emit (user_data, signals[SIGNAL_PROGRESSED], 0);
  return G_SOURCE_CONTINUE;
}

/**
 * ent_loader_load_async:
 * @self: a loader
 * @file: what to open
 * @callback: called when it is done, has failed, or was cancelled
 * @user_data: for @callback
 *
 * Opens a file; what was being opened is cancelled.
 */
void
ent_loader_load_async (EntLoader           *self,
                       GFile               *file,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_return_if_fail (ENT_IS_LOADER (self));
  g_return_if_fail (G_IS_FILE (file));

  ent_loader_cancel (self);
  self->cancellable = g_cancellable_new ();
  self->progress = g_atomic_rc_box_new0 (Progress);
  self->timeout = g_timeout_add (TELL_EVERY, tell_cb, self);

  request = g_new0 (Request, 1);
  request->path = g_file_is_native (file) ? g_file_get_path (file) : NULL;
  request->name = g_file_get_parse_name (file);
  request->progress = g_atomic_rc_box_acquire (self->progress);
  request->generation = self->generation;

  task = g_task_new (self, self->cancellable, callback, user_data);
  g_task_set_source_tag (task, ent_loader_load_async);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * ent_loader_load_finish:
 * @self: a loader
 * @result: what the callback was given
 * @error: return location for %G_IO_ERROR_CANCELLED: the request was, or another has come since
 *
 * Returns: (transfer full) (nullable): what came of it, or %NULL when it was cancelled
 */
EntLoaded *
ent_loader_load_finish (EntLoader     *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_autoptr (EntLoaded) loaded = NULL;
  const Request *request;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  request = g_task_get_task_data (G_TASK (result));
  loaded = g_task_propagate_pointer (G_TASK (result), error);
  if (request->generation != self->generation)
    {
      if (loaded != NULL)
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Something else was opened since"));
      return NULL;
    }
  clear_slot (self);
  return g_steal_pointer (&loaded);
}

/**
 * ent_loader_load_bytes:
 * @bytes: a whole text, small enough to be waited for
 *
 * Makes a dataset of it at once.
 *
 * Returns: (transfer full): what came of it
 */
EntLoaded *
ent_loader_load_bytes (GBytes *bytes)
{
  EntLoaded *loaded = g_new0 (EntLoaded, 1);

  make_dataset (loaded, NULL, bytes, NULL, NULL);
  return loaded;
}

/** ent_loader_cancel: (skip): empties the slot; the callback comes all the same, and soon */
void
ent_loader_cancel (EntLoader *self)
{
  g_return_if_fail (ENT_IS_LOADER (self));

  self->generation++;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  clear_slot (self);
}

/** ent_loader_get_busy: (skip): whether a file is being opened */
gboolean
ent_loader_get_busy (EntLoader *self)
{
  g_return_val_if_fail (ENT_IS_LOADER (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * ent_loader_get_progress:
 * @self: a loader
 * @progress: (out): how far it has come with what is in the slot
 */
void
ent_loader_get_progress (EntLoader         *self,
                         EntLoaderProgress *progress)
{
  g_return_if_fail (ENT_IS_LOADER (self));

  *progress = (EntLoaderProgress){ 0 };
  if (self->progress == NULL)
    return;
  progress->size = (guint64) g_atomic_int_get (&self->progress->size_kib) * 1024;
  progress->understanding = g_atomic_int_get (&self->progress->understanding) != 0;
  if (progress->size == 0)
    return;
  if (progress->understanding)
    {
      double part = g_atomic_int_get (&self->progress->thousandths) / 1000.0;

      progress->done = (guint64) (part * (double) progress->size);
      progress->fraction = READING_SHARE + (1 - READING_SHARE) * part;
    }
  else
    {
      progress->done = MIN ((guint64) g_atomic_int_get (&self->progress->read_kib) * 1024, progress->size);
      progress->fraction = READING_SHARE * (double) progress->done / (double) progress->size;
    }
}

/**
 * ent_loader_get_stamp:
 * @file: a file
 * @stamp: (out): its state
 *
 * Returns: whether there is such a file
 */
gboolean
ent_loader_get_stamp (GFile    *file,
                      EntStamp *stamp)
{
  struct stat status;
  const char *path = g_file_peek_path (file);

  if (path == NULL || stat (path, &status) != 0 || !S_ISREG (status.st_mode))
    return FALSE;
  stamp_of (&status, stamp);
  return TRUE;
}
