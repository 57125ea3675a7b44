/* ent-native-reader.c: reads a dataset of the native format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One pass over the text. Events are read as they come when what they depend on
 * (format, version, language) stands before them, as it does in every file
 * written by Entente; else they are passed over and read last.
 */
#include "config.h"

#include "ent-native.h"

#include "ent-json-number.h"
#include "ent-native-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* How many bytes are read between two looks at the cancellable. */
#define CHUNK (64 * 1024)

enum
{
  FORMAT, VERSION, EDITION, TITLE, DESCRIPTION, LANGUAGE, LICENSE, CREATED, VIEW, ACTORS, COVERAGE, EVENTS, STORIES,
};

static const EntNativeName dataset_names[] = {
  [FORMAT] = ENT_NATIVE_NAME ("format"),
  [VERSION] = ENT_NATIVE_NAME ("version"),
  [EDITION] = ENT_NATIVE_NAME ("edition"),
  [TITLE] = ENT_NATIVE_NAME ("title"),
  [DESCRIPTION] = ENT_NATIVE_NAME ("description"),
  [LANGUAGE] = ENT_NATIVE_NAME ("language"),
  [LICENSE] = ENT_NATIVE_NAME ("license"),
  [CREATED] = ENT_NATIVE_NAME ("created"),
  [VIEW] = ENT_NATIVE_NAME ("view"),
  [ACTORS] = ENT_NATIVE_NAME ("actors"),
  [COVERAGE] = ENT_NATIVE_NAME ("coverage"),
  [EVENTS] = ENT_NATIVE_NAME ("events"),
  [STORIES] = ENT_NATIVE_NAME ("stories"),
};

#define BEFORE_EVENTS (1u << FORMAT | 1u << VERSION | 1u << LANGUAGE)

static void
set_dataset_text (EntDatasetBuilder *builder,
                  guint32            field,
                  EntSlice           language,
                  EntSlice           text)
{
  ent_dataset_builder_set_text (builder, (EntTextField) field, language, text);
}

static void
set_actor_name (EntDatasetBuilder *builder,
                guint32            actor,
                EntSlice           language,
                EntSlice           name)
{
  ent_dataset_builder_set_actor_name (builder, actor, language, name);
}

/* Whether a text is JSON at all matters more than what it says. */
static gboolean
refuse_syntax (EntNativeReader *self,
               GError         **error)
{
  g_autoptr (GError) syntax_error = NULL;
  EntJsonReader json;
  gboolean refused;

  ent_json_reader_init (&json, self->data, (gsize) (self->json.end - self->data));
  refused = !ent_json_reader_finish (&json, &syntax_error);
  if (refused)
    {
      ent_diagnostics_add (self->diagnostics, ENT_DIAGNOSTIC_ERROR, (goffset) ent_json_reader_get_error_offset (&json),
                           "%s", syntax_error->message);
      g_propagate_error (error, g_steal_pointer (&syntax_error));
    }
  ent_json_reader_clear (&json);
  return refused;
}

/* Reports why the text is no dataset of ours, and stops. */
static void G_GNUC_PRINTF (5, 6)
refuse (EntNativeReader *self,
        GError         **error,
        EntFormatError   code,
        gsize            offset,
        const char      *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list args;

  if (refuse_syntax (self, error))
    return;
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  ent_diagnostics_add (self->diagnostics, ENT_DIAGNOSTIC_ERROR, (goffset) offset, "%s", message);
  g_set_error_literal (error, ENT_FORMAT_ERROR, (int) code, message);
}

static gboolean
check_format (EntNativeReader *self,
              GError         **error)
{
  gsize offset = ent_json_reader_get_offset (&self->json);
  EntJsonString string;

  if (ent_json_reader_peek (&self->json) == ENT_JSON_STRING)
    {
      if (!ent_json_reader_read_string (&self->json, &string) || ent_json_string_equal (&string, "entente"))
        return TRUE;
    }
  else if (ent_json_reader_peek (&self->json) == ENT_JSON_NONE)
    return TRUE;
  refuse (self, error, ENT_FORMAT_ERROR_OTHER, offset, _("not an Entente timeline: “format” is not “entente”"));
  return FALSE;
}

static gboolean
check_version (EntNativeReader *self,
               GError         **error)
{
  EntJsonSpan span;
  gint64 version;

  if (ent_json_reader_peek (&self->json) == ENT_JSON_NUMBER)
    {
      if (!ent_json_reader_read_number (&self->json, &span)
          || (ent_json_number_to_int64 (self->data + span.offset, span.length, &version) && version == 1))
        return TRUE;
    }
  else if (ent_json_reader_peek (&self->json) == ENT_JSON_NONE || !ent_json_reader_skip_value (&self->json, &span))
    return TRUE;
  refuse (self, error, ENT_FORMAT_ERROR_VERSION, span.offset,
          _("“version” is %.*s; this program reads version 1"), (int) MIN (span.length, 20), self->data + span.offset);
  return FALSE;
}

static void
read_dataset_string (EntNativeReader *self,
                     const char      *name,
                     EntTextField     field)
{
  EntSlice text;

  if (ent_native_read_string (self, name, &text, NULL))
    ent_dataset_builder_set_text (self->builder, field, ENT_SLICE_NONE, text);
}

static void
read_language (EntNativeReader *self)
{
  EntSlice language;

  if (!ent_native_read_string (self, "language", &language, NULL))
    return;
  ent_dataset_builder_set_text (self->builder, ENT_TEXT_LANGUAGE, ENT_SLICE_NONE, language);
  self->language = ent_slice_dup (language);
}

static void
read_created (EntNativeReader *self)
{
  EntJsonSpan span;
  EntSlice text;
  EntDate date;

  ent_native_read_date (self, "created", &date, &text, &span);
  if (text.text != NULL)
    ent_dataset_builder_set_text (self->builder, ENT_TEXT_CREATED, ENT_SLICE_NONE, text);
}

static void
read_view (EntNativeReader *self)
{
  gsize offset = ent_json_reader_get_offset (&self->json);
  g_autoptr (EntView) view = ent_native_read_view (self, "view");

  if (view != NULL && !ent_json_reader_failed (&self->json))
    ent_dataset_builder_set_view (self->builder,
                                  (EntSlice){ self->data + offset, ent_json_reader_get_offset (&self->json) - offset },
                                  view);
}

static void
read_actor (EntNativeReader     *self,
            const EntJsonString *id)
{
  enum { NAME, TYPE, PART_OF };
  static const EntNativeName names[] = {
    [NAME] = ENT_NATIVE_NAME ("name"),
    [TYPE] = ENT_NATIVE_NAME ("type"),
    [PART_OF] = ENT_NATIVE_NAME ("part_of"),
  };
  EntNativeObject object;
  EntJsonSpan span;
  EntSlice text;
  guint32 actor;
  int found;

  if (id->length == 0)
    {
      ent_native_report (self, ENT_DIAGNOSTIC_ERROR, id->raw.offset, "actors", _("an actor without an id"));
      return;
    }
  actor = ent_dataset_builder_add_actor (self->builder, (EntSlice){ id->text, id->length });
  if (!ent_native_expect (self, ENT_JSON_OBJECT, "actors"))
    return;
  ent_native_object_enter (self, &object, names, G_N_ELEMENTS (names));
  while ((found = ent_native_object_next (self, &object)) != ENT_NATIVE_END)
    switch (found)
      {
      case NAME:
        ent_native_read_texts (self, "actors.name", TRUE, set_actor_name, actor);
        break;
      case TYPE:
        if (ent_native_read_string (self, "actors.type", &text, NULL))
          ent_dataset_builder_set_actor_type (self->builder, actor, text);
        break;
      case PART_OF:
        if (ent_native_read_string (self, "actors.part_of", &text, &span))
          ent_dataset_builder_set_actor_parent (self->builder, actor, text, (goffset) span.offset);
        break;
      }
}

static void
read_actors (EntNativeReader *self)
{
  EntNativeObject object;

  if (!ent_native_expect (self, ENT_JSON_OBJECT, "actors"))
    return;
  ent_native_object_enter (self, &object, NULL, 0);
  while (ent_native_object_next (self, &object) != ENT_NATIVE_END)
    read_actor (self, &object.name);
}

static void
read_coverage (EntNativeReader *self)
{
  enum { SOURCE, SPAN };
  static const EntNativeName names[] = {
    [SOURCE] = ENT_NATIVE_NAME ("source"),
    [SPAN] = ENT_NATIVE_NAME ("span"),
  };

  if (!ent_native_expect (self, ENT_JSON_ARRAY, "coverage") || !ent_json_reader_enter_array (&self->json))
    return;
  while (ent_json_reader_next_element (&self->json))
    {
      gsize offset = ent_json_reader_get_offset (&self->json);
      EntSlice source = ENT_SLICE_NONE;
      gboolean has_span = FALSE;
      EntNativeObject object;
      EntJsonSpan place;
      EntSlice text;
      EntDate span;
      int found;

      if (!ent_native_expect (self, ENT_JSON_OBJECT, "coverage"))
        continue;
      ent_native_object_enter (self, &object, names, G_N_ELEMENTS (names));
      while ((found = ent_native_object_next (self, &object)) != ENT_NATIVE_END)
        if (found == SOURCE)
          ent_native_read_string (self, "coverage.source", &source, NULL);
        else if (found == SPAN)
          has_span = ent_native_read_date (self, "coverage.span", &span, &text, &place);
      if (source.text != NULL && has_span)
        ent_dataset_builder_add_coverage (self->builder, source, text, &span);
      else if (object.seen != 3)
        ent_native_report (self, ENT_DIAGNOSTIC_ERROR, offset, "coverage", _("needs “source” and “span”"));
    }
}

static void
read_stories (EntNativeReader *self)
{
  EntJsonSpan span;

  if (ent_native_expect (self, ENT_JSON_ARRAY, "stories") && ent_json_reader_skip_value (&self->json, &span))
    ent_dataset_builder_set_stories (self->builder, (EntSlice){ self->data + span.offset, span.length });
}

/* FALSE when the reading was cancelled. */
static gboolean
read_events (EntNativeReader *self,
             GCancellable    *cancellable,
             gint            *progress,
             GError         **error)
{
  const gsize whole = (gsize) (self->json.end - self->data);
  gsize next_look = 0;

  if (!ent_native_expect (self, ENT_JSON_ARRAY, "events") || !ent_json_reader_enter_array (&self->json))
    return TRUE;
  while (ent_json_reader_next_element (&self->json))
    {
      gsize offset = ent_json_reader_get_offset (&self->json);

      if (offset >= next_look)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (progress != NULL)
            g_atomic_int_set (progress, (gint) ((double) offset / (double) whole * 1000));
          next_look = offset + CHUNK;
        }
      ent_native_read_event (self);
    }
  return TRUE;
}

/* FALSE when the text is refused or the reading cancelled; a syntax error is left to the caller. */
static gboolean
read_dataset (EntNativeReader *self,
              EntJsonSpan     *postponed,
              GCancellable    *cancellable,
              gint            *progress,
              GError         **error)
{
  gsize offset = ent_json_reader_get_offset (&self->json);
  EntNativeObject object;
  gboolean valid = TRUE;
  int found;

  ent_native_object_enter (self, &object, dataset_names, G_N_ELEMENTS (dataset_names));
  while ((found = ent_native_object_next (self, &object)) != ENT_NATIVE_END)
    {
      switch (found)
        {
        case FORMAT:
          valid = valid && check_format (self, error);
          break;
        case VERSION:
          valid = valid && check_version (self, error);
          break;
        case EDITION:
          read_dataset_string (self, "edition", ENT_TEXT_EDITION);
          break;
        case TITLE:
          ent_native_read_texts (self, "title", FALSE, set_dataset_text, ENT_TEXT_TITLE);
          break;
        case DESCRIPTION:
          ent_native_read_texts (self, "description", FALSE, set_dataset_text, ENT_TEXT_DESCRIPTION);
          break;
        case LANGUAGE:
          read_language (self);
          break;
        case LICENSE:
          read_dataset_string (self, "license", ENT_TEXT_LICENSE);
          break;
        case CREATED:
          read_created (self);
          break;
        case VIEW:
          read_view (self);
          break;
        case ACTORS:
          read_actors (self);
          break;
        case COVERAGE:
          read_coverage (self);
          break;
        case EVENTS:
          if ((object.seen & BEFORE_EVENTS) == BEFORE_EVENTS)
            valid = valid && read_events (self, cancellable, progress, error);
          else
            ent_json_reader_skip_value (&self->json, postponed);
          break;
        case STORIES:
          read_stories (self);
          break;
        }
      g_string_chunk_clear (self->decoded);
      if (!valid)
        {
          g_clear_pointer (&object.more, ent_vocabulary_free);
          return FALSE;
        }
    }
  if (ent_json_reader_failed (&self->json))
    return TRUE;

  if ((object.seen & 1u << FORMAT) == 0)
    refuse (self, error, ENT_FORMAT_ERROR_OTHER, offset, _("not an Entente timeline: there is no “format”"));
  else if ((object.seen & 1u << VERSION) == 0)
    refuse (self, error, ENT_FORMAT_ERROR_VERSION, offset, _("there is no “version”; this program reads version 1"));
  else
    {
      if ((object.seen & 1u << EVENTS) == 0)
        ent_diagnostics_add (self->diagnostics, ENT_DIAGNOSTIC_ERROR, (goffset) offset, _("there are no “events”"));
      return TRUE;
    }
  return FALSE;
}

static EntDataset *
finish (EntNativeReader *self,
        gboolean         valid,
        EntJsonSpan      postponed,
        GCancellable    *cancellable,
        gint            *progress,
        GError         **error)
{
  g_autoptr (GError) syntax_error = NULL;

  if (!valid)
    return NULL;
  if (!ent_json_reader_finish (&self->json, &syntax_error))
    {
      ent_diagnostics_add (self->diagnostics, ENT_DIAGNOSTIC_ERROR,
                           (goffset) ent_json_reader_get_error_offset (&self->json), "%s", syntax_error->message);
      g_propagate_error (error, g_steal_pointer (&syntax_error));
      return NULL;
    }
  if (postponed.length > 0)
    {
      ent_json_reader_clear (&self->json);
      ent_json_reader_init_span (&self->json, self->data, postponed);
      if (!read_events (self, cancellable, progress, error))
        return NULL;
    }
  if (progress != NULL)
    g_atomic_int_set (progress, 1000);
  return ent_dataset_builder_finish (self->builder);
}

/**
 * ent_native_read:
 * @source: a whole text; the dataset keeps it and points into it
 * @diagnostics: where to report what is wrong
 * @cancellable: (nullable): stops the reading
 * @progress: (nullable): set to thousandths done, atomically
 * @error: return location for an #EntJsonError, an #EntFormatError or %G_IO_ERROR_CANCELLED
 *
 * Reads a dataset of the native format. May run in any thread.
 *
 * Returns: (transfer full) (nullable): the dataset, or %NULL when the text is no
 *   JSON, of another format or version, or the reading was cancelled
 */
EntDataset *
ent_native_read (GBytes         *source,
                 EntDiagnostics *diagnostics,
                 GCancellable   *cancellable,
                 gint           *progress,
                 GError        **error)
{
  EntNativeReader self = { .diagnostics = diagnostics };
  EntJsonSpan postponed = { 0, 0 };
  EntDataset *dataset = NULL;
  gboolean valid = TRUE;
  gsize length;

  self.data = g_bytes_get_data (source, &length);
  if (self.data == NULL)
    self.data = "";
  self.builder = ent_dataset_builder_new (source, diagnostics);
  self.decoded = g_string_chunk_new (4096);
  ent_json_reader_init (&self.json, self.data, length);

  switch (ent_json_reader_peek (&self.json))
    {
    case ENT_JSON_OBJECT:
      valid = read_dataset (&self, &postponed, cancellable, progress, error);
      break;
    case ENT_JSON_NONE:
      break;
    default:
      refuse (&self, error, ENT_FORMAT_ERROR_OTHER, ent_json_reader_get_offset (&self.json),
              _("not an Entente timeline: expected an object"));
      valid = FALSE;
    }
  dataset = finish (&self, valid, postponed, cancellable, progress, error);

  ent_json_reader_clear (&self.json);
  ent_dataset_builder_free (self.builder);
  g_string_chunk_free (self.decoded);
  g_free (self.language);
  return dataset;
}

/* An object is likely, one with our format's name near its beginning certain. */
static guint
sniff (const char *data,
       gsize       length)
{
  const gsize look = MIN (length, 4096);
  gsize i = length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  while (i < look && g_ascii_isspace (data[i]))
    i++;
  if (i == look || data[i] != '{')
    return 0;
  return g_strstr_len (data, (gssize) look, "\"entente\"") != NULL ? 100 : 20;
}

static const char *const suffixes[] = { ".entente.json", ".json", NULL };

const EntFormat ent_native_format = {
  .id = "entente",
  .name = N_("Entente timeline"),
  .suffixes = suffixes,
  .mime_type = "application/vnd.entente+json",
  .sniff = sniff,
  .read = ent_native_read,
  .write = ent_native_write,
};
