/* ent-native-values.c: objects, texts, words and dates of the native format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A value that is wrong is reported and skipped. `null` stands for a value that
 * is not there. When a name occurs twice in an object, the first one counts.
 */
#include "config.h"

#include "ent-native-private.h"

#include "ent-arena.h"
#include "ent-vocabulary.h"

#include <glib/gi18n.h>
#include <string.h>

/* How much of a wrong value is quoted. */
#define QUOTED_BYTES 60

/**
 * ent_native_report:
 * @self: the reader
 * @level: how grave
 * @offset: where, in bytes
 * @name: the field, as `quote.text`
 * @message: what is wrong with it, translated
 *
 * Reports what is wrong with a field.
 */
void
ent_native_report (EntNativeReader   *self,
                   EntDiagnosticLevel level,
                   gsize              offset,
                   const char        *name,
                   const char        *message)
{
  ent_diagnostics_add (self->diagnostics, level, (goffset) offset, "%s: %s", name, message);
}

/**
 * ent_native_refuse:
 * @self: the reader
 * @name: the field
 * @span: its value
 * @expected: what should have stood there, translated
 *
 * Reports a value that cannot be used, and quotes its beginning.
 */
void
ent_native_refuse (EntNativeReader *self,
                   const char      *name,
                   EntJsonSpan      span,
                   const char      *expected)
{
  EntSlice value = ent_slice_cut ((EntSlice){ self->data + span.offset, span.length }, QUOTED_BYTES);
  g_autofree char *quoted = NULL;

  /* What is only counted need not be put into words. */
  if (ent_diagnostics_get_size (self->diagnostics) == ENT_DIAGNOSTICS_MAX_KEPT)
    {
      ent_diagnostics_add (self->diagnostics, ENT_DIAGNOSTIC_ERROR, (goffset) span.offset, "%s", name);
      return;
    }
  quoted = g_strdup_printf ("%.*s%s", (int) value.length, value.text, value.length < span.length ? "…" : "");
  /* The place of a value that spans lines is enough. */
  g_strdelimit (quoted, "\r\n\t", ' ');
  ent_diagnostics_add (self->diagnostics, ENT_DIAGNOSTIC_ERROR, (goffset) span.offset,
                       _("%s: expected %s, found %s"), name, expected, quoted);
}

static const char *
describe (EntJsonType type)
{
  switch (type)
    {
    case ENT_JSON_OBJECT:
      return _("an object");
    case ENT_JSON_ARRAY:
      return _("a list");
    case ENT_JSON_STRING:
      return _("a string");
    case ENT_JSON_NUMBER:
      return _("a number");
    default:
      g_return_val_if_reached ("");
    }
}

/* Passes over a value that is wrong and says so. */
static void
skip_wrong (EntNativeReader *self,
            const char      *name,
            const char      *expected)
{
  EntJsonType found = ent_json_reader_peek (&self->json);
  EntJsonSpan span;

  if (found == ENT_JSON_NONE || !ent_json_reader_skip_value (&self->json, &span))
    return;
  if (found == ENT_JSON_NULL)
    ent_native_report (self, ENT_DIAGNOSTIC_WARNING, span.offset, name, _("null; taken as not given"));
  else
    ent_native_refuse (self, name, span, expected);
}

/**
 * ent_native_expect:
 * @self: the reader; a value is due
 * @type: what it should be
 * @name: the field
 *
 * Looks whether the value is what it should be. If not, it is reported and skipped.
 *
 * Returns: whether it is
 */
gboolean
ent_native_expect (EntNativeReader *self,
                   EntJsonType      type,
                   const char      *name)
{
  if (ent_json_reader_peek (&self->json) == type)
    return TRUE;
  skip_wrong (self, name, describe (type));
  return FALSE;
}

/**
 * ent_native_object_enter:
 * @self: the reader; an object is due
 * @object: (out): the walk through it
 * @names: (nullable): the names that are known in it, at most 32
 * @n_names: how many
 *
 * Goes into an object.
 */
void
ent_native_object_enter (EntNativeReader     *self,
                         EntNativeObject     *object,
                         const EntNativeName *names,
                         guint                n_names)
{
  g_assert (n_names <= 32);

  object->names = names;
  object->n_names = n_names;
  object->next = 0;
  object->seen = 0;
  object->n_unknown = 0;
  object->more = NULL;
  ent_json_reader_enter_object (&self->json);
}

static int
find_name (EntNativeObject *object)
{
  guint i = object->next;

  for (guint count = 0; count < object->n_names; count++, i++)
    {
      if (i >= object->n_names)
        i = 0;
      /* Names of a length differ in their first letter nearly always; a call costs more. */
      if (object->names[i].length == object->name.length && object->names[i].text[0] == object->name.text[0]
          && memcmp (object->names[i].text, object->name.text, object->name.length) == 0)
        return (int) i;
    }
  return ENT_NATIVE_UNKNOWN;
}

/* Whether an unknown name is new in the object. */
static gboolean
is_new (EntNativeObject *object,
        EntSlice         name)
{
  for (guint i = 0; i < object->n_unknown; i++)
    if (ent_slice_equal (object->unknown[i], name))
      return FALSE;
  /* A decoded name does not last until the next one. */
  if (object->n_unknown < ENT_NATIVE_N_UNKNOWN && !object->name.escaped && object->more == NULL)
    {
      object->unknown[object->n_unknown++] = name;
      return TRUE;
    }
  if (object->more == NULL)
    object->more = ent_vocabulary_new ();
  else if (ent_vocabulary_lookup (object->more, name) != ENT_WORD_NONE)
    return FALSE;
  ent_vocabulary_intern (object->more, name);
  return TRUE;
}

/**
 * ent_native_object_next:
 * @self: the reader
 * @object: the walk
 *
 * Goes to the next member, whose value is due then. Names that occur again are
 * reported and skipped. The walk must go on until its end.
 *
 * Returns: the number of a known name, %ENT_NATIVE_UNKNOWN or %ENT_NATIVE_END
 */
int
ent_native_object_next (EntNativeReader *self,
                        EntNativeObject *object)
{
  while (ent_json_reader_next_member (&self->json, &object->name))
    {
      EntSlice name = { object->name.text, object->name.length };
      int found = find_name (object);
      gboolean again;

      if (found >= 0)
        {
          again = (object->seen >> found) & 1;
          object->seen |= 1u << found;
          object->next = (guint) found + 1;
        }
      else
        again = !is_new (object, name);
      if (!again)
        return found;
      ent_diagnostics_add (self->diagnostics, ENT_DIAGNOSTIC_WARNING, (goffset) object->name.raw.offset,
                           _("“%.*s” is used before in this object; the first one counts"),
                           ent_slice_quoted_length (name), name.text);
    }
  g_clear_pointer (&object->more, ent_vocabulary_free);
  return ENT_NATIVE_END;
}

static void
check_length (EntNativeReader *self,
              const char      *name,
              EntJsonString   *string)
{
  if (string->length > ENT_TEXT_MAX_LENGTH)
    ent_native_report (self, ENT_DIAGNOSTIC_WARNING, string->raw.offset, name,
                       _("longer than 16 MiB; only the beginning is used"));
}

static gboolean
is_blank (const EntJsonString *string)
{
  for (gsize i = 0; i < string->length; i++)
    if (!g_ascii_isspace (string->text[i]))
      return FALSE;
  return TRUE;
}

static gboolean
read_text (EntNativeReader  *self,
           const char       *name,
           gboolean          required,
           EntNativeTextFunc func,
           guint32           target,
           EntSlice          language)
{
  EntJsonString string;

  if (!ent_json_reader_read_string (&self->json, &string))
    return FALSE;
  check_length (self, name, &string);
  if (required && is_blank (&string))
    ent_native_report (self, ENT_DIAGNOSTIC_ERROR, string.raw.offset, name, _("empty"));
  func (self->builder, target, language, (EntSlice){ string.text, string.length });
  return TRUE;
}

/**
 * ent_native_read_texts:
 * @self: the reader; a value is due
 * @name: the field
 * @required: whether to report a text of nothing but white space
 * @func: takes each text
 * @target: handed to @func
 *
 * Reads a text, or an object of texts by language.
 *
 * Returns: whether there was any, be it empty
 */
gboolean
ent_native_read_texts (EntNativeReader  *self,
                       const char       *name,
                       gboolean          required,
                       EntNativeTextFunc func,
                       guint32           target)
{
  EntNativeObject object;
  gboolean any = FALSE;

  switch (ent_json_reader_peek (&self->json))
    {
    case ENT_JSON_STRING:
      return read_text (self, name, required, func, target, ENT_SLICE_NONE);

    case ENT_JSON_OBJECT:
      ent_native_object_enter (self, &object, NULL, 0);
      while (ent_native_object_next (self, &object) != ENT_NATIVE_END)
        {
          EntSlice language = { object.name.text, object.name.length };

          if (self->language != NULL && ent_json_string_equal (&object.name, self->language))
            language = ENT_SLICE_NONE;
          if (ent_native_expect (self, ENT_JSON_STRING, name))
            any |= read_text (self, name, required, func, target, language);
        }
      return any;

    default:
      skip_wrong (self, name, _("a string, or an object with a string for each language"));
      return FALSE;
    }
}

/**
 * ent_native_read_string:
 * @self: the reader; a value is due
 * @name: the field
 * @text: (out): the string; valid until the event or other outermost value is read
 * @span: (out) (optional): where it stands
 *
 * Reads a string that is not empty.
 *
 * Returns: whether there was one
 */
gboolean
ent_native_read_string (EntNativeReader *self,
                        const char      *name,
                        EntSlice        *text,
                        EntJsonSpan     *span)
{
  EntJsonString string;

  if (!ent_native_expect (self, ENT_JSON_STRING, name) || !ent_json_reader_read_string (&self->json, &string))
    return FALSE;
  if (string.length == 0)
    {
      ent_native_report (self, ENT_DIAGNOSTIC_ERROR, string.raw.offset, name, _("empty"));
      return FALSE;
    }
  check_length (self, name, &string);
  /* Several strings of an event are used together, and the reader decodes into one buffer. */
  if (string.escaped)
    string.text = g_string_chunk_insert_len (self->decoded, string.text, (gssize) string.length);
  *text = (EntSlice){ string.text, string.length };
  if (span != NULL)
    *span = string.raw;
  return TRUE;
}

/**
 * ent_native_read_term:
 * @self: the reader; a value is due
 * @name: the field
 * @list: the words it may be
 * @value: (out): which of them it is
 *
 * Reads a word of a closed list.
 *
 * Returns: whether there was one
 */
gboolean
ent_native_read_term (EntNativeReader *self,
                      const char      *name,
                      EntTermList      list,
                      int             *value)
{
  EntSlice word;
  EntJsonSpan span;
  g_autofree char *words = NULL;
  g_autofree char *expected = NULL;

  if (!ent_native_read_string (self, name, &word, &span))
    return FALSE;
  if (ent_terms_find (list, word, value))
    return TRUE;
  words = ent_terms_all (list);
  expected = g_strdup_printf (_("one of %s"), words);
  ent_native_refuse (self, name, span, expected);
  return FALSE;
}

/**
 * ent_native_read_date:
 * @self: the reader; a value is due
 * @name: the field
 * @date: (out): the date
 * @text: (out): the date as it is written; absent when there is no string
 * @span: (out): where it stands
 *
 * Reads an EDTF date. @text is there even when it is no valid one.
 *
 * Returns: whether it is valid
 */
gboolean
ent_native_read_date (EntNativeReader *self,
                      const char      *name,
                      EntDate         *date,
                      EntSlice        *text,
                      EntJsonSpan     *span)
{
  g_autoptr (GError) error = NULL;

  *text = ENT_SLICE_NONE;
  if (!ent_native_read_string (self, name, text, span))
    return FALSE;
  if (ent_date_parse (text->text, (gssize) text->length, date, &error))
    return TRUE;
  ent_native_report (self, ENT_DIAGNOSTIC_ERROR, span->offset, name, error->message);
  return FALSE;
}
