/* ent-state-write.c: how a timeline was left, and what was added to it, as it is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a timeline was left is written over what was there. What the user has added must not be lost by that,
 * whoever else writes to the same file: it is read again just before, by one program at a time, and what is
 * not understood is never written over.
 */
#include "config.h"

#include "ent-state.h"

#include "ent-json-writer.h"
#include "ent-limits.h"
#include "ent-output-file.h"
#include "ent-state-private.h"
#include "ent-view-json.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define HASH_LENGTH 64

/* A file half written is left behind when the machine stops; after so long nobody writes to it any more. */
#define ABANDONED_SECONDS 600

/* How often another program is given time to finish, and how long, in microseconds. */
#define MAX_WAITS 40
#define WAIT 5000

/* How many files that are not understood are set aside in one place. */
#define MAX_SET_ASIDE 9

/* The text of a state */

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

/* Nothing for what is not known. */
static void
write_open (EntJsonWriter *writer,
            EntStateMember member,
            int            open)
{
  if (open < 0)
    return;
  ent_json_writer_name (writer, ent_state_members[member], -1);
  ent_json_writer_boolean (writer, open > 0);
}

static void
write_ids (EntJsonWriter     *writer,
           const char        *name,
           const char *const *ids)
{
  if (ids == NULL || ids[0] == NULL)
    return;
  ent_json_writer_name (writer, name, -1);
  ent_json_writer_begin_array (writer, ENT_JSON_LINES);
  for (guint i = 0; ids[i] != NULL; i++)
    ent_json_writer_string (writer, ids[i], -1);
  ent_json_writer_end_array (writer);
}

static void
write_annotations (EntJsonWriter  *writer,
                   EntAnnotations *annotations)
{
  g_auto (GStrv) starred = ent_annotations_dup_starred (annotations);
  g_auto (GStrv) noted = ent_annotations_dup_noted (annotations);
  guint n_filters = ent_annotations_get_n_filters (annotations);

  write_ids (writer, ent_state_members[ENT_STATE_STARS], (const char *const *) starred);
  if (noted[0] != NULL)
    {
      ent_json_writer_name (writer, ent_state_members[ENT_STATE_NOTES], -1);
      ent_json_writer_begin_object (writer, ENT_JSON_LINES);
      for (guint i = 0; noted[i] != NULL; i++)
        write_text (writer, noted[i], ent_annotations_get_note (annotations, noted[i]));
      ent_json_writer_end_object (writer);
    }
  if (n_filters > 0)
    {
      ent_json_writer_name (writer, ent_state_members[ENT_STATE_FILTERS], -1);
      ent_json_writer_begin_array (writer, ENT_JSON_LINES);
      for (guint i = 0; i < n_filters; i++)
        {
          ent_json_writer_begin_object (writer, ENT_JSON_INLINE);
          write_text (writer, "name", ent_annotations_get_filter_name (annotations, i));
          write_text (writer, "query", ent_annotations_get_filter_query (annotations, i));
          ent_json_writer_end_object (writer);
        }
      ent_json_writer_end_array (writer);
    }
}

static void
write_markers (EntJsonWriter  *writer,
               const EntState *self)
{
  static const char *const names[ENT_N_MARKERS] = { "a", "b" };
  gboolean begun = FALSE;

  for (int marker = 0; marker < ENT_N_MARKERS; marker++)
    {
      if (self->marker_events[marker] == NULL && self->marker_dates[marker] == NULL)
        continue;
      if (!begun)
        {
          ent_json_writer_name (writer, ent_state_members[ENT_STATE_MARKERS], -1);
          ent_json_writer_begin_object (writer, ENT_JSON_LINES);
        }
      begun = TRUE;
      ent_json_writer_name (writer, names[marker], -1);
      ent_json_writer_begin_object (writer, ENT_JSON_INLINE);
      write_text (writer, "event", self->marker_events[marker]);
      write_text (writer, "date", self->marker_events[marker] == NULL ? self->marker_dates[marker] : NULL);
      ent_json_writer_end_object (writer);
    }
  if (begun)
    ent_json_writer_end_object (writer);
}

/* As it stands in the file that is replaced. */
static void
copy_value (EntJsonWriter      *writer,
            const EntStateText *text,
            EntStateMember      member)
{
  EntJsonSpan value = text->members[member];

  if (value.length == 0)
    return;
  ent_json_writer_name (writer, ent_state_members[member], -1);
  ent_json_writer_raw (writer, text->data + value.offset, value.length);
}

static GBytes *
to_bytes (const EntState      *self,
          EntAnnotations      *annotations,
          const EntStateText  *before,
          gboolean             with_selection,
          GError             **error)
{
  g_autoptr (EntJsonWriter) writer = ent_json_writer_new (ENT_JSON_PRETTY, NULL, NULL);
  g_autofree char *path = self->path != NULL ? g_filename_display_name (self->path) : NULL;

  ent_json_writer_begin_object (writer, ENT_JSON_LINES);
  write_text (writer, "format", ENT_STATE_FORMAT);
  ent_json_writer_name (writer, "version", -1);
  ent_json_writer_raw (writer, ENT_STATE_VERSION, strlen (ENT_STATE_VERSION));
  write_text (writer, ent_state_members[ENT_STATE_FILE], path);
  if (self->view != NULL)
    {
      ent_json_writer_name (writer, ent_state_members[ENT_STATE_VIEW], -1);
      ent_view_write_json (self->view, writer);
    }
  if (with_selection && self->selection != NULL && g_strv_length (self->selection) <= ENT_LIMIT_STATE_SELECTION)
    write_ids (writer, ent_state_members[ENT_STATE_SELECTION], (const char *const *) self->selection);
  write_text (writer, ent_state_members[ENT_STATE_FOCUS], self->focus);
  write_text (writer, ent_state_members[ENT_STATE_PAGE], self->page);
  write_open (writer, ENT_STATE_DETAILS, self->details_open);
  write_open (writer, ENT_STATE_FILTER_PANE, self->filters_open);
  if (self->sections != NULL)
    write_ids (writer, ent_state_members[ENT_STATE_SECTIONS], (const char *const *) self->sections);
  write_open (writer, ENT_STATE_COUNTS, self->counts_shown);
  write_markers (writer, self);
  if (annotations != NULL)
    write_annotations (writer, annotations);
  for (EntStateMember member = ENT_STATE_STARS; annotations == NULL && member < ENT_STATE_N_MEMBERS; member++)
    copy_value (writer, before, member);
  for (guint i = 0; before->unknown != NULL && i < before->unknown->len; i++)
    {
      const EntStateUnknown *unknown = &g_array_index (before->unknown, EntStateUnknown, i);

      ent_json_writer_raw_name (writer, before->data + unknown->name.offset, unknown->name.length);
      ent_json_writer_raw (writer, before->data + unknown->value.offset, unknown->value.length);
    }
  ent_json_writer_end_object (writer);
  return ent_json_writer_finish_to_bytes (writer, error);
}

/* Not too many of them */

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

  if (g_str_has_prefix (name, ENT_STATE_BUNDLED))
    return strlen (ENT_STATE_BUNDLED);
  n = strspn (name, "0123456789abcdef");
  return n == HASH_LENGTH && g_str_has_prefix (name + n, ENT_STATE_SUFFIX) ? n + strlen (ENT_STATE_SUFFIX) : 0;
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

/* Whether there may be something in a file that somebody would miss: stars, notes, filters, or what is not
 * understood. */
static gboolean
is_annotated (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (EntAnnotations) annotations = ent_state_read_annotations (path, &error);

  return error != NULL || (annotations != NULL && !ent_annotations_is_empty (annotations));
}

/* Takes away what was written longest ago. Files that are not ours stay. Returns how many were annotated. */
static guint
remove_old (const char *place)
{
  g_autofree char *folder = g_path_get_dirname (place);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (Kept));
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  guint n_stay = 1; /* the one just written is one of them, whatever the clock says */
  guint n_removed = 0;
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
  for (guint i = 0; i < kept->len; i++)
    {
      const char *path = g_array_index (kept, Kept, i).path;
      gboolean annotated = n_stay >= ENT_LIMIT_STATES && is_annotated (path);

      if (n_stay < ENT_LIMIT_STATES || (annotated && n_stay < ENT_LIMIT_STATES_ANNOTATED))
        n_stay++;
      else if (g_unlink (path) == 0)
        n_removed += annotated;
    }
  return n_removed;
}

/* One program at a time */

/* From reading what is there until it is written anew nobody else does so. Who holds it too long is not
 * waited for: a program that was stopped must not stop others. */
static int
lock (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  for (guint i = 0; fd >= 0 && i < MAX_WAITS && flock (fd, LOCK_EX | LOCK_NB) != 0; i++)
    g_usleep (WAIT);
  return fd;
}

static void
unlock (int fd)
{
  if (fd >= 0)
    close (fd);
}

/* Gives what cannot be read another name, so that it is not written over. */
static gboolean
set_aside (const char      *place,
           EntStateReport  *report,
           GError         **error)
{
  for (guint i = 1; i <= MAX_SET_ASIDE; i++)
    {
      g_autofree char *aside = i == 1 ? g_strconcat (place, "~", NULL) : g_strdup_printf ("%s~%u", place, i);
      struct stat status;

      if (lstat (aside, &status) == 0)
        continue;
      if (g_rename (place, aside) != 0)
        return ent_state_fail_errno (error);
      g_free (report->set_aside);
      report->set_aside = g_steal_pointer (&aside);
      return TRUE;
    }
  return ent_state_fail (error, ENT_STATE_ERROR_FOREIGN, _("what is there cannot be read, and is not written over"));
}

/* Reads what is there, and has the annotations take over what of them was changed in it. */
static gboolean
read_before (EntAnnotations  *annotations,
             const char      *place,
             EntStateText    *before,
             EntStateReport  *report,
             GError         **error)
{
  g_autoptr (EntAnnotations) theirs = NULL;
  g_autoptr (GError) local = NULL;

  if (ent_state_text_read (before, place, &local) && annotations != NULL)
    theirs = ent_state_text_annotations (before, &local);
  if (theirs != NULL)
    ent_annotations_take_over (annotations, theirs);
  if (local == NULL)
    return TRUE;
  /* What the system does not let us read may well be as it should. */
  if (local->domain == G_FILE_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  ent_state_text_clear (before);
  *before = (EntStateText){ 0 };
  return set_aside (place, report, error);
}

static gboolean
write_locked (const EntState  *self,
              EntAnnotations  *annotations,
              const char      *place,
              EntStateReport  *report,
              GError         **error)
{
  g_auto (EntStateText) before = { 0 };
  g_autoptr (GBytes) bytes = NULL;

  if (!read_before (annotations, place, &before, report, error))
    return FALSE;
  bytes = to_bytes (self, annotations, &before, TRUE, error);
  if (bytes != NULL && g_bytes_get_size (bytes) > ENT_LIMIT_STATE_BYTES)
    {
      g_bytes_unref (bytes);
      bytes = to_bytes (self, annotations, &before, FALSE, error);
    }
  if (bytes == NULL)
    return FALSE;
  if (g_bytes_get_size (bytes) > ENT_LIMIT_STATE_BYTES)
    return ent_state_fail (error, ENT_STATE_ERROR_TOO_LARGE, _("it would be too large"));
  if (!ent_output_file_write (place, NULL, bytes, error))
    return FALSE;
  if (annotations != NULL)
    ent_annotations_set_kept (annotations);
  /* Otherwise there are no more than before. */
  if (before.data == NULL)
    report->n_removed = remove_old (place);
  return TRUE;
}

/**
 * ent_state_write:
 * @self: how a timeline was left
 * @annotations: (nullable): what was added to it; %NULL to leave that as it is
 * @place: (type filename): from ent_state_dup_place()
 * @report: (out caller-allocates) (optional): what else came of it
 * @error: return location for what the system refuses, as of ent_output_file_write(), or an #EntStateError
 *
 * Keeps it, whole or not at all. The annotations take over what somebody else has kept of them since, and
 * are kept then. Members that are not known stay as they are; a file that is not understood is set aside.
 *
 * Of %ENT_LIMIT_STATES timelines it is kept how they were left, the last ones; of others only if there is
 * something added to them, and of no more than %ENT_LIMIT_STATES_ANNOTATED. A selection of more than
 * %ENT_LIMIT_STATE_SELECTION events is not kept, nor one that would make more than %ENT_LIMIT_STATE_BYTES.
 *
 * Returns: whether it was written
 */
gboolean
ent_state_write (const EntState  *self,
                 EntAnnotations  *annotations,
                 const char      *place,
                 EntStateReport  *report,
                 GError         **error)
{
  g_auto (EntStateReport) unheard = { 0 };
  g_autofree char *folder = NULL;
  gboolean written;
  int fd;

  g_return_val_if_fail (self != NULL && place != NULL, FALSE);
  g_return_val_if_fail (annotations == NULL || ENT_IS_ANNOTATIONS (annotations), FALSE);

  if (report != NULL)
    *report = (EntStateReport){ 0 };
  folder = g_path_get_dirname (place);
  /* Where somebody was reading is nobody else's business. */
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return ent_state_fail_errno (error);
  fd = lock (folder);
  written = write_locked (self, annotations, place, report != NULL ? report : &unheard, error);
  unlock (fd);
  return written;
}
