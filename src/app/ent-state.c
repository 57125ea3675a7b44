/* ent-state.c: how a timeline was left, kept until it is opened again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small file of JSON for each timeline, in the user's state folder. It is named by what the timeline's
 * path comes to when all links are followed, so that one timeline has one state; the timeline that comes
 * with the program is called by its word. Whatever is wrong with such a file, it is that one timeline
 * that opens as if for the first time.
 */
#include "config.h"

#include "ent-state.h"

#include "ent-limits.h"
#include "ent-output-file.h"
#include "ent-view-json.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

G_DEFINE_QUARK (ent-state-error-quark, ent_state_error)

#define FORMAT "entente-state"
#define VERSION "1"

#define SUFFIX ".json"
#define BUNDLED "bundled" SUFFIX
#define HASH_LENGTH 64

/* A file half written is left behind when the machine stops; after so long nobody writes to it any more. */
#define ABANDONED_SECONDS 600

/** ent_state_new: (skip): Returns: (transfer full): a state in which nothing is known */
EntState *
ent_state_new (void)
{
  EntState *self = g_new0 (EntState, 1);

  self->details_open = -1;
  return self;
}

/** ent_state_free: (skip): (nullable): frees a state */
void
ent_state_free (EntState *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->view, ent_view_free);
  g_free (self->path);
  g_strfreev (self->selection);
  g_free (self->focus);
  g_free (self->page);
  g_free (self);
}

/**
 * ent_state_dup_place:
 * @path: (nullable) (type filename): a timeline's file; %NULL for the one that comes with the program
 *
 * Links are followed, so it is to be asked while the file is there.
 *
 * Returns: (transfer full) (type filename): the file its state is kept in
 */
char *
ent_state_dup_place (const char *path)
{
  g_autofree char *canonical = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *name = NULL;

  if (path != NULL)
    {
      char *followed = realpath (path, NULL);

      canonical = followed != NULL ? g_strdup (followed) : g_canonicalize_filename (path, NULL);
      free (followed);
      hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);
      name = g_strconcat (hash, SUFFIX, NULL);
    }
  return g_build_filename (g_get_user_state_dir (), "entente", name != NULL ? name : BUNDLED, NULL);
}

/* Reading */

static gboolean
fail (GError        **error,
      EntStateError   code,
      const char     *message)
{
  g_set_error_literal (error, ENT_STATE_ERROR, (int) code, message);
  return FALSE;
}

static gboolean
fail_errno (GError **error)
{
  int saved_errno = errno;

  g_set_error_literal (error, G_FILE_ERROR, (int) g_file_error_from_errno (saved_errno), g_strerror (saved_errno));
  return FALSE;
}

/* All of it, as long as it is a file and small. */
static gboolean
read_whole (int       fd,
            char     *data,
            gsize    *length,
            GError  **error)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    return fail_errno (error);
  if (!S_ISREG (status.st_mode))
    return fail (error, ENT_STATE_ERROR_FOREIGN, _("it is no file"));
  for (*length = 0; *length <= ENT_LIMIT_STATE_BYTES;)
    {
      gssize n = read (fd, data + *length, ENT_LIMIT_STATE_BYTES + 1 - *length);

      if (n == 0)
        return TRUE;
      if (n > 0)
        *length += (gsize) n;
      else if (errno != EINTR)
        return fail_errno (error);
    }
  return fail (error, ENT_STATE_ERROR_TOO_LARGE, _("it is too large"));
}

static gboolean
read_text (EntJsonReader  *reader,
           char          **text)
{
  EntJsonString string;

  if (ent_json_reader_peek (reader) != ENT_JSON_STRING || !ent_json_reader_read_string (reader, &string))
    return FALSE;
  g_free (*text);
  *text = g_strndup (string.text, string.length);
  return TRUE;
}

static gboolean
read_view (EntState      *self,
           EntJsonReader *reader,
           const char    *data)
{
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (NULL);
  EntJsonSpan span;

  if (ent_json_reader_peek (reader) != ENT_JSON_OBJECT || !ent_json_reader_skip_value (reader, &span))
    return FALSE;
  ent_view_free (self->view);
  self->view = ent_view_from_json (data, span, "view", diagnostics);
  return self->view != NULL && ent_diagnostics_get_errors (diagnostics) == 0;
}

static gboolean
read_selection (EntState      *self,
                EntJsonReader *reader)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  if (ent_json_reader_peek (reader) != ENT_JSON_ARRAY || !ent_json_reader_enter_array (reader))
    return FALSE;
  while (ent_json_reader_next_element (reader))
    {
      g_autofree char *id = NULL;

      if (!read_text (reader, &id))
        return FALSE;
      g_strv_builder_add (ids, id);
    }
  g_strfreev (self->selection);
  self->selection = g_strv_builder_end (ids);
  return TRUE;
}

static gboolean
read_details (EntState      *self,
              EntJsonReader *reader)
{
  EntJsonType type = ent_json_reader_peek (reader);

  self->details_open = type == ENT_JSON_TRUE;
  return (type == ENT_JSON_TRUE || type == ENT_JSON_FALSE) && ent_json_reader_skip_value (reader, NULL);
}

/* A member that is not known is of a later day, and passed over. */
static gboolean
read_member (EntState            *self,
             const EntJsonString *name,
             EntJsonReader       *reader,
             const char          *data)
{
  if (ent_json_string_equal (name, "file"))
    return read_text (reader, &self->path);
  if (ent_json_string_equal (name, "view"))
    return read_view (self, reader, data);
  if (ent_json_string_equal (name, "selection"))
    return read_selection (self, reader);
  if (ent_json_string_equal (name, "focus"))
    return read_text (reader, &self->focus);
  if (ent_json_string_equal (name, "page"))
    return read_text (reader, &self->page);
  if (ent_json_string_equal (name, "details"))
    return read_details (self, reader);
  return ent_json_reader_skip_value (reader, NULL);
}

/* The text is valid. What it holds may be anything. */
static EntState *
parse (const char  *data,
       gsize        length,
       GError     **error)
{
  g_autoptr (EntState) self = ent_state_new ();
  g_auto (EntJsonReader) reader;
  g_autofree char *format = NULL;
  EntJsonString name;
  EntJsonSpan version = { 0 };

  ent_json_reader_init (&reader, data, length);
  if (ent_json_reader_peek (&reader) == ENT_JSON_OBJECT && ent_json_reader_enter_object (&reader))
    while (ent_json_reader_next_member (&reader, &name))
      {
        gboolean read;

        if (ent_json_string_equal (&name, "format"))
          read = read_text (&reader, &format);
        else if (ent_json_string_equal (&name, "version"))
          read = ent_json_reader_skip_value (&reader, &version);
        else
          read = read_member (self, &name, &reader, data);
        if (!read)
          {
            g_set_error (error, ENT_STATE_ERROR, ENT_STATE_ERROR_FOREIGN, _("“%.*s” in it is not understood"),
                         (int) name.length, name.text);
            return NULL;
          }
      }
  if (g_strcmp0 (format, FORMAT) != 0)
    {
      fail (error, ENT_STATE_ERROR_FOREIGN, _("it holds something else"));
      return NULL;
    }
  if (version.length != strlen (VERSION) || memcmp (data + version.offset, VERSION, version.length) != 0)
    {
      fail (error, ENT_STATE_ERROR_VERSION, _("it is of another version of the program"));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * ent_state_read:
 * @place: (type filename): from ent_state_dup_place()
 * @error: return location for an #EntStateError, a #GFileError or an #EntJsonError
 *
 * Reads how a timeline was left.
 *
 * Returns: (transfer full) (nullable): the state; %NULL without an error when there is none
 */
EntState *
ent_state_read (const char  *place,
                GError     **error)
{
  g_autofree char *data = NULL;
  gsize length;
  gboolean read;
  int fd;

  g_return_val_if_fail (place != NULL, NULL);

  /* Not to be kept waiting by a pipe that nobody writes to. */
  fd = g_open (place, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0);
  if (fd < 0)
    {
      if (errno != ENOENT)
        fail_errno (error);
      return NULL;
    }
  data = g_malloc (ENT_LIMIT_STATE_BYTES + 1);
  read = read_whole (fd, data, &length, error);
  close (fd);
  if (!read || !ent_json_check (data, length, NULL, error))
    return NULL;
  return parse (data, length, error);
}

/* Writing */

static void
write_text (EntJsonWriter *writer,
            const char    *name,
            const char    *text)
{
  if (text == NULL)
    return;
  ent_json_writer_name (writer, name, -1);
  ent_json_writer_string (writer, text, -1);
}

static GBytes *
to_bytes (const EntState  *self,
          gboolean         with_selection,
          GError         **error)
{
  g_autoptr (EntJsonWriter) writer = ent_json_writer_new (ENT_JSON_PRETTY, NULL, NULL);
  g_autofree char *path = self->path != NULL ? g_filename_display_name (self->path) : NULL;

  ent_json_writer_begin_object (writer, ENT_JSON_LINES);
  write_text (writer, "format", FORMAT);
  ent_json_writer_name (writer, "version", -1);
  ent_json_writer_raw (writer, VERSION, strlen (VERSION));
  write_text (writer, "file", path);
  if (self->view != NULL)
    {
      ent_json_writer_name (writer, "view", -1);
      ent_view_write_json (self->view, writer);
    }
  if (with_selection && self->selection != NULL && self->selection[0] != NULL &&
      g_strv_length (self->selection) <= ENT_LIMIT_STATE_SELECTION)
    {
      ent_json_writer_name (writer, "selection", -1);
      ent_json_writer_begin_array (writer, ENT_JSON_LINES);
      for (guint i = 0; self->selection[i] != NULL; i++)
        ent_json_writer_string (writer, self->selection[i], -1);
      ent_json_writer_end_array (writer);
    }
  write_text (writer, "focus", self->focus);
  write_text (writer, "page", self->page);
  if (self->details_open >= 0)
    {
      ent_json_writer_name (writer, "details", -1);
      ent_json_writer_boolean (writer, self->details_open > 0);
    }
  ent_json_writer_end_object (writer);
  return ent_json_writer_finish_to_bytes (writer, error);
}

typedef struct
{
  char  *path; /* (owned) */
  gint64 seconds;
  gint64 nanoseconds;
} Kept;

static void
kept_clear (gpointer data)
{
  g_free (((Kept *) data)->path);
}

/* The newest first. */
static int
compare_kept (gconstpointer a,
              gconstpointer b)
{
  const Kept *one = a;
  const Kept *other = b;

  if (one->seconds != other->seconds)
    return one->seconds > other->seconds ? -1 : 1;
  if (one->nanoseconds != other->nanoseconds)
    return one->nanoseconds > other->nanoseconds ? -1 : 1;
  return strcmp (one->path, other->path);
}

/* Whether a name begins with one of ours. */
static gsize
our_name_length (const char *name)
{
  gsize n;

  if (g_str_has_prefix (name, BUNDLED))
    return strlen (BUNDLED);
  n = strspn (name, "0123456789abcdef");
  return n == HASH_LENGTH && g_str_has_prefix (name + n, SUFFIX) ? n + strlen (SUFFIX) : 0;
}

static gboolean
is_our_name (const char *name)
{
  return our_name_length (name) > 0 && name[our_name_length (name)] == '\0';
}

/* As EntOutputFile calls what it has not finished. */
static gboolean
is_half_written (const char *name)
{
  gsize length = name[0] == '.' ? our_name_length (name + 1) : 0;

  return length > 0 && name[1 + length] == '.' && strlen (name) == 1 + length + strlen (".XXXXXX");
}

/* Takes away what was written longest ago. Files that are not ours stay. */
static void
remove_old (const char *place)
{
  g_autofree char *folder = g_path_get_dirname (place);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  g_array_set_clear_func (kept, kept_clear);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct stat status;

      if ((!is_our_name (name) && !is_half_written (name)) || lstat (path, &status) != 0 || S_ISDIR (status.st_mode))
        continue;
      if (is_our_name (name) && strcmp (path, place) != 0)
        g_array_append_vals (kept, &(Kept){ g_steal_pointer (&path), status.st_mtim.tv_sec, status.st_mtim.tv_nsec }, 1);
      else if (is_half_written (name) && status.st_mtim.tv_sec < now - ABANDONED_SECONDS)
        g_unlink (path);
    }
  g_array_sort (kept, compare_kept);
  /* The one just written is one of them, whatever the clock says. */
  for (guint i = ENT_LIMIT_STATES - 1; i < kept->len; i++)
    g_unlink (g_array_index (kept, Kept, i).path);
}

/**
 * ent_state_write:
 * @self: how a timeline was left
 * @place: (type filename): from ent_state_dup_place()
 * @error: return location for what the system refuses, as of ent_output_file_write()
 *
 * Keeps it, whole or not at all, and no more than %ENT_LIMIT_STATES of them. A selection of more than
 * %ENT_LIMIT_STATE_SELECTION events is not kept, nor one that would make more than %ENT_LIMIT_STATE_BYTES.
 *
 * Returns: whether it was written
 */
gboolean
ent_state_write (const EntState  *self,
                 const char      *place,
                 GError         **error)
{
  g_autofree char *folder = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (self != NULL && place != NULL, FALSE);

  bytes = to_bytes (self, TRUE, error);
  if (bytes != NULL && g_bytes_get_size (bytes) > ENT_LIMIT_STATE_BYTES)
    {
      g_bytes_unref (bytes);
      bytes = to_bytes (self, FALSE, error);
    }
  if (bytes == NULL)
    return FALSE;
  folder = g_path_get_dirname (place);
  /* Where somebody was reading is nobody else's business. */
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail_errno (error);
  if (!ent_output_file_write (place, NULL, bytes, error))
    return FALSE;
  remove_old (place);
  return TRUE;
}
