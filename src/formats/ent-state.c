/* ent-state.c: how a timeline was left, and what was added to it, as it is read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small file of JSON for each timeline, in the user's state folder. It is named by what the timeline's
 * path comes to when all links are followed, so that one timeline has one state; the timeline that comes
 * with the program is called by its word. Whatever is wrong with such a file, it is that one timeline
 * that opens as if for the first time. How it was left and what was added to it are read apart, so that
 * what is wrong with the one leaves the other.
 */
#include "config.h"

#include "ent-state.h"

#include "ent-limits.h"
#include "ent-state-private.h"
#include "ent-view-json.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

G_DEFINE_QUARK (ent-state-error-quark, ent_state_error)

const char *const ent_state_members[ENT_STATE_N_MEMBERS] = {
  [ENT_STATE_FILE] = "file",           [ENT_STATE_VIEW] = "view",   [ENT_STATE_SELECTION] = "selection",
  [ENT_STATE_FOCUS] = "focus",         [ENT_STATE_PAGE] = "page",   [ENT_STATE_DETAILS] = "details",
  [ENT_STATE_FILTER_PANE] = "filter-pane", [ENT_STATE_SECTIONS] = "sections",
  [ENT_STATE_COUNTS] = "counts",       [ENT_STATE_MARKERS] = "markers",
  [ENT_STATE_STARS] = "stars",         [ENT_STATE_NOTES] = "notes", [ENT_STATE_FILTERS] = "filters",
};

/** ent_state_new: (skip): Returns: (transfer full): a state in which nothing is known */
EntState *
ent_state_new (void)
{
  EntState *self = g_new0 (EntState, 1);

  self->details_open = -1;
  self->filters_open = -1;
  self->counts_shown = -1;
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
  g_strfreev (self->sections);
  g_free (self->focus);
  g_free (self->page);
  for (int marker = 0; marker < ENT_N_MARKERS; marker++)
    {
      g_free (self->marker_events[marker]);
      g_free (self->marker_dates[marker]);
    }
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
      name = g_strconcat (hash, ENT_STATE_SUFFIX, NULL);
    }
  return g_build_filename (g_get_user_state_dir (), "entente", name != NULL ? name : ENT_STATE_BUNDLED, NULL);
}

/* Reading */

/* ent_state_fail: sets the error; %FALSE */
gboolean
ent_state_fail (GError        **error,
                EntStateError   code,
                const char     *message)
{
  g_set_error_literal (error, ENT_STATE_ERROR, (int) code, message);
  return FALSE;
}

/* ent_state_fail_errno: sets what the system has just refused; %FALSE */
gboolean
ent_state_fail_errno (GError **error)
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
    return ent_state_fail_errno (error);
  if (!S_ISREG (status.st_mode))
    return ent_state_fail (error, ENT_STATE_ERROR_FOREIGN, _("it is no file"));
  for (*length = 0; *length <= ENT_LIMIT_STATE_BYTES;)
    {
      gssize n = read (fd, data + *length, ENT_LIMIT_STATE_BYTES + 1 - *length);

      if (n == 0)
        return TRUE;
      if (n > 0)
        *length += (gsize) n;
      else if (errno != EINTR)
        return ent_state_fail_errno (error);
    }
  return ent_state_fail (error, ENT_STATE_ERROR_TOO_LARGE, _("it is too large"));
}

/* The text of a file, as long as there is one. NULL without an error when there is none. */
static char *
read_file (const char  *place,
           gsize       *length,
           GError     **error)
{
  g_autofree char *data = NULL;
  gboolean read;
  int fd;

  /* Not to be kept waiting by a pipe that nobody writes to. */
  fd = g_open (place, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0);
  if (fd < 0)
    {
      if (errno != ENOENT)
        ent_state_fail_errno (error);
      return NULL;
    }
  data = g_malloc (ENT_LIMIT_STATE_BYTES + 1);
  read = read_whole (fd, data, length, error);
  close (fd);
  return read ? g_steal_pointer (&data) : NULL;
}

static int
find_member (const EntJsonString *name)
{
  for (int i = 0; i < ENT_STATE_N_MEMBERS; i++)
    if (ent_json_string_equal (name, ent_state_members[i]))
      return i;
  return -1;
}

static gboolean
is_text (const EntStateText *self,
         EntJsonSpan         span,
         const char         *text)
{
  return span.length == strlen (text) && memcmp (self->data + span.offset, text, span.length) == 0;
}

/* Finds where each member stands. The text is valid. */
static gboolean
find_members (EntStateText  *self,
              GError       **error)
{
  g_auto (EntJsonReader) reader;
  EntJsonString name;
  EntJsonSpan format = { 0 };
  EntJsonSpan version = { 0 };

  self->unknown = g_array_new (FALSE, FALSE, sizeof (EntStateUnknown));
  ent_json_reader_init (&reader, self->data, self->length);
  if (ent_json_reader_peek (&reader) == ENT_JSON_OBJECT && ent_json_reader_enter_object (&reader))
    while (ent_json_reader_next_member (&reader, &name))
      {
        EntJsonSpan raw_name = name.raw;
        gboolean is_format = ent_json_string_equal (&name, "format");
        gboolean is_version = ent_json_string_equal (&name, "version");
        int member = find_member (&name);
        EntJsonSpan value;

        if (!ent_json_reader_skip_value (&reader, &value))
          break;
        if (is_format)
          format = value;
        else if (is_version)
          version = value;
        else if (member >= 0)
          self->members[member] = value;
        else
          g_array_append_vals (self->unknown, &(EntStateUnknown){ raw_name, value }, 1);
      }
  if (!is_text (self, format, "\"" ENT_STATE_FORMAT "\""))
    return ent_state_fail (error, ENT_STATE_ERROR_FOREIGN, _("it holds something else"));
  if (!is_text (self, version, ENT_STATE_VERSION))
    return ent_state_fail (error, ENT_STATE_ERROR_VERSION, _("it is of another version of the program"));
  return TRUE;
}

/*
 * ent_state_text_read:
 * @self: (out caller-allocates): the file's text, to be cleared in any case
 * @place: from ent_state_dup_place()
 *
 * Returns: whether there is a file, and it is a state; %FALSE without an error when there is none
 */
gboolean
ent_state_text_read (EntStateText  *self,
                     const char    *place,
                     GError       **error)
{
  *self = (EntStateText){ 0 };
  self->data = read_file (place, &self->length, error);
  return self->data != NULL && ent_json_check (self->data, self->length, NULL, error) && find_members (self, error);
}

/* ent_state_text_clear: frees what it holds */
void
ent_state_text_clear (EntStateText *self)
{
  g_clear_pointer (&self->data, g_free);
  g_clear_pointer (&self->unknown, g_array_unref);
}

/* A text, which no character NUL may be in. */
static gboolean
take_string (const EntJsonString *string,
             char               **text)
{
  if (memchr (string->text, 0, string->length) != NULL)
    return FALSE;
  g_free (*text);
  *text = g_strndup (string->text, string->length);
  return TRUE;
}

static gboolean
read_text (EntJsonReader *reader,
           char         **text)
{
  EntJsonString string;

  return ent_json_reader_peek (reader) == ENT_JSON_STRING && ent_json_reader_read_string (reader, &string) &&
         take_string (&string, text);
}

static gboolean
read_texts (EntJsonReader *reader,
            char        ***texts)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (ent_json_reader_peek (reader) != ENT_JSON_ARRAY || !ent_json_reader_enter_array (reader))
    return FALSE;
  while (ent_json_reader_next_element (reader))
    {
      g_autofree char *text = NULL;

      if (!read_text (reader, &text))
        return FALSE;
      g_strv_builder_add (builder, text);
    }
  *texts = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
read_view (EntState           *self,
           const EntStateText *text,
           EntJsonReader      *reader)
{
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (NULL);
  EntJsonSpan span;

  if (ent_json_reader_peek (reader) != ENT_JSON_OBJECT || !ent_json_reader_skip_value (reader, &span))
    return FALSE;
  self->view = ent_view_from_json (text->data, text->members[ENT_STATE_VIEW], "view", diagnostics);
  return self->view != NULL && ent_diagnostics_get_errors (diagnostics) == 0;
}

static gboolean
read_open (EntJsonReader *reader,
           int           *open)
{
  EntJsonType type = ent_json_reader_peek (reader);

  *open = type == ENT_JSON_TRUE;
  return type == ENT_JSON_TRUE || type == ENT_JSON_FALSE;
}

/* One marker: {"event": id} or {"date": EDTF}; what is neither is of a later day. */
static gboolean
read_marker (EntJsonReader *reader,
             char         **event,
             char         **date)
{
  EntJsonString name;

  if (ent_json_reader_peek (reader) != ENT_JSON_OBJECT || !ent_json_reader_enter_object (reader))
    return FALSE;
  while (ent_json_reader_next_member (reader, &name))
    if (!(ent_json_string_equal (&name, "event")  ? read_text (reader, event)
          : ent_json_string_equal (&name, "date") ? read_text (reader, date)
                                                  : ent_json_reader_skip_value (reader, NULL)))
      return FALSE;
  return TRUE;
}

static gboolean
read_markers (EntState      *self,
              EntJsonReader *reader)
{
  EntJsonString name;

  if (ent_json_reader_peek (reader) != ENT_JSON_OBJECT || !ent_json_reader_enter_object (reader))
    return FALSE;
  while (ent_json_reader_next_member (reader, &name))
    {
      int marker = ent_json_string_equal (&name, "a") ? ENT_MARKER_A : ent_json_string_equal (&name, "b") ? ENT_MARKER_B : -1;

      if (!(marker >= 0 ? read_marker (reader, &self->marker_events[marker], &self->marker_dates[marker])
                        : ent_json_reader_skip_value (reader, NULL)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_member (EntState           *self,
             const EntStateText *text,
             EntStateMember      member,
             EntJsonReader      *reader)
{
  switch (member)
    {
    case ENT_STATE_FILE:
      return read_text (reader, &self->path);
    case ENT_STATE_VIEW:
      return read_view (self, text, reader);
    case ENT_STATE_SELECTION:
      return read_texts (reader, &self->selection);
    case ENT_STATE_FOCUS:
      return read_text (reader, &self->focus);
    case ENT_STATE_PAGE:
      return read_text (reader, &self->page);
    case ENT_STATE_SECTIONS:
      return read_texts (reader, &self->sections);
    case ENT_STATE_FILTER_PANE:
      return read_open (reader, &self->filters_open);
    case ENT_STATE_COUNTS:
      return read_open (reader, &self->counts_shown);
    case ENT_STATE_MARKERS:
      return read_markers (self, reader);
    case ENT_STATE_DETAILS:
    default:
      return read_open (reader, &self->details_open);
    }
}

static gboolean
fail_member (GError        **error,
             EntStateMember  member)
{
  g_set_error (error, ENT_STATE_ERROR, ENT_STATE_ERROR_FOREIGN, _("“%s” in it is not understood"),
               ent_state_members[member]);
  return FALSE;
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
  g_autoptr (EntState) self = NULL;
  g_auto (EntStateText) text = { 0 };

  g_return_val_if_fail (place != NULL, NULL);

  if (!ent_state_text_read (&text, place, error))
    return NULL;
  self = ent_state_new ();
  for (EntStateMember member = 0; member < ENT_STATE_STARS; member++)
    {
      g_auto (EntJsonReader) reader;

      ent_json_reader_init_span (&reader, text.data, text.members[member]);
      if (text.members[member].length > 0 && !read_member (self, &text, member, &reader))
        {
          fail_member (error, member);
          return NULL;
        }
    }
  return g_steal_pointer (&self);
}

/* What was added */

static gboolean
read_stars (EntAnnotations  *annotations,
            EntJsonReader   *reader,
            GError         **error)
{
  g_auto (GStrv) ids = NULL;

  return read_texts (reader, &ids) &&
         ent_annotations_set_starred (annotations, (const char *const *) ids, TRUE, error);
}

static gboolean
read_notes (EntAnnotations  *annotations,
            EntJsonReader   *reader,
            GError         **error)
{
  EntJsonString name;

  if (ent_json_reader_peek (reader) != ENT_JSON_OBJECT || !ent_json_reader_enter_object (reader))
    return FALSE;
  while (ent_json_reader_next_member (reader, &name))
    {
      g_autofree char *id = NULL;
      g_autofree char *text = NULL;

      if (!take_string (&name, &id) || !read_text (reader, &text) ||
          !ent_annotations_set_note (annotations, id, text, FALSE, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_filter (EntAnnotations  *annotations,
             EntJsonReader   *reader,
             GError         **error)
{
  g_autofree char *filter_name = NULL;
  g_autofree char *query = NULL;
  EntJsonString name;

  if (ent_json_reader_peek (reader) != ENT_JSON_OBJECT || !ent_json_reader_enter_object (reader))
    return FALSE;
  while (ent_json_reader_next_member (reader, &name))
    {
      char **text = ent_json_string_equal (&name, "name")    ? &filter_name
                    : ent_json_string_equal (&name, "query") ? &query
                                                             : NULL;

      if (text != NULL ? !read_text (reader, text) : !ent_json_reader_skip_value (reader, NULL))
        return FALSE;
    }
  return filter_name != NULL && query != NULL &&
         ent_annotations_add_filter (annotations, filter_name, query, error);
}

static gboolean
read_filters (EntAnnotations  *annotations,
              EntJsonReader   *reader,
              GError         **error)
{
  if (ent_json_reader_peek (reader) != ENT_JSON_ARRAY || !ent_json_reader_enter_array (reader))
    return FALSE;
  while (ent_json_reader_next_element (reader))
    if (!read_filter (annotations, reader, error))
      return FALSE;
  return TRUE;
}

/*
 * ent_state_text_annotations:
 * @self: from ent_state_text_read()
 *
 * Returns: (transfer full) (nullable): what was added to the timeline; %NULL when it is not understood, as a
 *   whole: what would be left out would be lost when they are written again
 */
EntAnnotations *
ent_state_text_annotations (EntStateText  *self,
                            GError       **error)
{
  static gboolean (*const read[]) (EntAnnotations *annotations, EntJsonReader *reader, GError **error) = {
    [ENT_STATE_STARS] = read_stars,
    [ENT_STATE_NOTES] = read_notes,
    [ENT_STATE_FILTERS] = read_filters,
  };
  g_autoptr (EntAnnotations) annotations = ent_annotations_new ();

  for (EntStateMember member = ENT_STATE_STARS; member < ENT_STATE_N_MEMBERS; member++)
    {
      g_auto (EntJsonReader) reader;
      g_autoptr (GError) local = NULL;

      ent_json_reader_init_span (&reader, self->data, self->members[member]);
      if (self->members[member].length > 0 && !read[member](annotations, &reader, &local))
        {
          if (local != NULL)
            ent_state_fail (error, ENT_STATE_ERROR_FOREIGN, local->message);
          else
            fail_member (error, member);
          return NULL;
        }
    }
  ent_annotations_set_kept (annotations);
  return g_steal_pointer (&annotations);
}

/**
 * ent_state_read_annotations:
 * @place: (type filename): from ent_state_dup_place()
 * @error: return location for an #EntStateError, a #GFileError or an #EntJsonError
 *
 * Reads what was added to a timeline, whether or not it is understood how the timeline was left.
 *
 * Returns: (transfer full) (nullable): stars, notes and filters; %NULL without an error when there is no state
 */
EntAnnotations *
ent_state_read_annotations (const char  *place,
                            GError     **error)
{
  g_auto (EntStateText) text = { 0 };

  g_return_val_if_fail (place != NULL, NULL);

  return ent_state_text_read (&text, place, error) ? ent_state_text_annotations (&text, error) : NULL;
}

/** ent_state_report_clear: (skip): frees what it holds */
void
ent_state_report_clear (EntStateReport *report)
{
  g_clear_pointer (&report->set_aside, g_free);
}
