/* ent-document.c: the file a window is on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-document.h"

#define BUNDLED "/io/github/entente/Entente/timelines/us-china-cyber.entente.json"

/* Who writes a file tells of it several times; in milliseconds. */
#define SETTLE 300

/**
 * EntDocument:
 *
 * What is open: a file, or the timeline that comes with the program. It opens, notices when the file
 * is changed, replaced or deleted, and reads it again. It keeps no dataset: whoever listens to
 * #EntDocument::loaded does. As long as nothing was loaded, what is open stays what it was.
 */
struct _EntDocument
{
  GObject           parent_instance;
  EntLoader        *loader;    /* (owned) */
  GFile            *file;      /* (owned) (nullable): what is open */
  GFile            *requested; /* (owned) (nullable): what is being opened */
  GFileMonitor     *monitor;   /* (owned) (nullable): of file */
  EntStamp          stamp;     /* of file, as it was read last, in vain or not */
  EntDocumentReason reason;    /* of the request */
  guint             settling;
  gboolean          bundled;
  gboolean          gone;
};

enum
{
  SIGNAL_STARTED,
  SIGNAL_PROGRESSED,
  SIGNAL_LOADED,
  SIGNAL_FAILED,
  SIGNAL_CANCELLED,
  SIGNAL_GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntDocument, ent_document, G_TYPE_OBJECT)

static void begin (EntDocument      *self,
                   GFile            *file,
                   EntDocumentReason reason);

static gboolean
stamp_equal (const EntStamp *a,
             const EntStamp *b)
{
  return a->device == b->device && a->inode == b->inode && a->size == b->size && a->seconds == b->seconds
         && a->nanoseconds == b->nanoseconds;
}

/* What has become of the file, now that nobody writes to it any more. */
static gboolean
settled_cb (gpointer user_data)
{
  EntDocument *self = user_data;
  EntStamp stamp;

  self->settling = 0;
  if (!ent_loader_get_stamp (self->file, &stamp))
    {
      if (!self->gone)
        g_signal_emit (self, signals[SIGNAL_GONE], 0);
      self->gone = TRUE;
      return G_SOURCE_REMOVE;
    }
  /* Something else that was asked for goes before, and so does what is being read already. */
  if ((self->gone || !stamp_equal (&stamp, &self->stamp)) && !ent_loader_get_busy (self->loader))
    begin (self, self->file, ENT_DOCUMENT_RELOADED);
  self->gone = FALSE;
  return G_SOURCE_REMOVE;
}

static void
wait_for_rest (EntDocument *self)
{
  g_clear_handle_id (&self->settling, g_source_remove);
  self->settling = g_timeout_add (SETTLE, settled_cb, self);
}

static void
set_file (EntDocument *self,
          GFile       *file)
{
  if (self->file != NULL && file != NULL && g_file_equal (file, self->file))
    return;
  g_clear_handle_id (&self->settling, g_source_remove);
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->monitor, wait_for_rest, self);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
  g_set_object (&self->file, file);
  self->gone = FALSE;
  if (file == NULL)
    return;
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL) /* else it is not noticed when it changes, and Reload helps */
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (wait_for_rest), self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (EntDocument) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (EntLoaded) loaded = ent_loader_load_finish (ENT_LOADER (source), result, &error);
  g_autoptr (GFile) requested = NULL;

  if (loaded == NULL)
    return; /* who cancelled it knows */
  requested = g_steal_pointer (&self->requested);
  if (self->reason == ENT_DOCUMENT_RELOADED)
    self->stamp = loaded->stamp;
  if (loaded->dataset == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, loaded, requested, self->reason);
      return;
    }
  self->stamp = loaded->stamp;
  self->bundled = FALSE;
  set_file (self, requested);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0, loaded, self->reason);
  /* It may have changed while it was read. */
  wait_for_rest (self);
}

static void
begin (EntDocument      *self,
       GFile            *file,
       EntDocumentReason reason)
{
  g_set_object (&self->requested, file);
  self->reason = reason;
  ent_loader_load_async (self->loader, file, loaded_cb, g_object_ref (self));
  g_signal_emit (self, signals[SIGNAL_STARTED], 0);
}

static void
progressed_cb (EntDocument *self)
{
  g_signal_emit (self, signals[SIGNAL_PROGRESSED], 0);
}

static void
ent_document_dispose (GObject *object)
{
  EntDocument *self = ENT_DOCUMENT (object);

  set_file (self, NULL);
  g_clear_object (&self->requested);
  g_clear_object (&self->loader);
  G_OBJECT_CLASS (ent_document_parent_class)->dispose (object);
}

static void
ent_document_class_init (EntDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_document_dispose;

  /** EntDocument::started: a file is being opened */
  signals[SIGNAL_STARTED] = g_signal_new ("started", ENT_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  /** EntDocument::progressed: it still is */
  signals[SIGNAL_PROGRESSED] = g_signal_new ("progressed", ENT_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 0);
  /**
   * EntDocument::loaded:
   * @loaded: (type gpointer): an #EntLoaded with a dataset
   * @reason: an #EntDocumentReason
   */
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", ENT_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_INT);
  /**
   * EntDocument::failed:
   * @loaded: (type gpointer): an #EntLoaded with a fault
   * @file: what could not be opened
   * @reason: an #EntDocumentReason
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", ENT_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_FILE, G_TYPE_INT);
  /** EntDocument::cancelled: what was being opened is not any more */
  signals[SIGNAL_CANCELLED] = g_signal_new ("cancelled", ENT_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 0);
  /** EntDocument::gone: the file was deleted, or moved away */
  signals[SIGNAL_GONE] = g_signal_new ("gone", ENT_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
ent_document_init (EntDocument *self)
{
  self->loader = ent_loader_new ();
  g_signal_connect_object (self->loader, "progressed", G_CALLBACK (progressed_cb), self, G_CONNECT_SWAPPED);
}

/** ent_document_new: Returns: (transfer full): a document, with nothing open */
EntDocument *
ent_document_new (void)
{
  return g_object_new (ENT_TYPE_DOCUMENT, NULL);
}

/**
 * ent_document_open_file:
 * @self: a document
 * @file: what to open
 *
 * Begins to open it. What is open stays until it is loaded.
 */
void
ent_document_open_file (EntDocument *self,
                        GFile       *file)
{
  g_return_if_fail (ENT_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));

  begin (self, file, ENT_DOCUMENT_OPENED);
}

/** ent_document_open_bundled: opens the timeline that comes with the program, at once */
void
ent_document_open_bundled (EntDocument *self)
{
  g_autoptr (GBytes) bytes = ent_document_get_bundled ();
  g_autoptr (EntLoaded) loaded = NULL;

  g_return_if_fail (ENT_IS_DOCUMENT (self));

  ent_document_cancel (self);
  loaded = ent_loader_load_bytes (bytes);
  self->bundled = TRUE;
  set_file (self, NULL);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0, loaded, ENT_DOCUMENT_OPENED);
}

/** ent_document_reload: (skip): reads the file that is open once more */
void
ent_document_reload (EntDocument *self)
{
  g_return_if_fail (ENT_IS_DOCUMENT (self));

  if (self->file != NULL)
    begin (self, self->file, ENT_DOCUMENT_RELOADED);
}

/** ent_document_cancel: (skip): stops opening, if anything is being opened */
void
ent_document_cancel (EntDocument *self)
{
  g_return_if_fail (ENT_IS_DOCUMENT (self));

  if (!ent_loader_get_busy (self->loader))
    return;
  ent_loader_cancel (self->loader);
  g_clear_object (&self->requested);
  g_signal_emit (self, signals[SIGNAL_CANCELLED], 0);
}

/** ent_document_get_file: (skip): (transfer none) (nullable): the file that is open */
GFile *
ent_document_get_file (EntDocument *self)
{
  g_return_val_if_fail (ENT_IS_DOCUMENT (self), NULL);

  return self->file;
}

/** ent_document_is_bundled: (skip): whether the timeline that comes with the program is open */
gboolean
ent_document_is_bundled (EntDocument *self)
{
  g_return_val_if_fail (ENT_IS_DOCUMENT (self), FALSE);

  return self->bundled;
}

/** ent_document_get_requested: (skip): (transfer none) (nullable): the file that is being opened */
GFile *
ent_document_get_requested (EntDocument *self)
{
  g_return_val_if_fail (ENT_IS_DOCUMENT (self), NULL);

  return self->requested;
}

/**
 * ent_document_get_progress:
 * @self: a document
 * @progress: (out): how far opening has come
 *
 * Returns: whether anything is being opened
 */
gboolean
ent_document_get_progress (EntDocument       *self,
                           EntLoaderProgress *progress)
{
  g_return_val_if_fail (ENT_IS_DOCUMENT (self), FALSE);

  ent_loader_get_progress (self->loader, progress);
  return ent_loader_get_busy (self->loader);
}

/** ent_document_dup_name: (skip): (transfer full): the name of a file for people, without its folder */
char *
ent_document_dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base != NULL ? base : "");
}

/** ent_document_get_bundled: (skip): (transfer full): the timeline that comes with the program, as a text */
GBytes *
ent_document_get_bundled (void)
{
  return g_resources_lookup_data (BUNDLED, 0, NULL);
}
