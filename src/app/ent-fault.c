/* ent-fault.c: why a file could not be opened, told to people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-fault.h"

#include "ent-format.h"
#include "ent-json-reader.h"
#include "ent-phrase.h"

#include <glib/gi18n.h>
#include <string.h>

/* So much of a line is shown before and after the place, in characters. */
#define SHOWN_BEFORE 48
#define SHOWN_AFTER 32

/* What is before the message of the reader for the sake of scripts. */
#define FOR_SCRIPTS "JSON syntax: "

G_DEFINE_BOXED_TYPE (EntFault, ent_fault, ent_fault_ref, ent_fault_unref)

static const char *
choose_title (const GError *error)
{
  if (error->domain == ENT_JSON_ERROR)
    switch (error->code)
      {
      case ENT_JSON_ERROR_EMPTY:
        return _("This File Is Empty");
      case ENT_JSON_ERROR_DEPTH:
        return _("This File Is Nested Too Deeply");
      case ENT_JSON_ERROR_UTF8:
      case ENT_JSON_ERROR_UTF16:
        return _("This File Is Not UTF-8");
      default:
        return _("This File Is Not Valid JSON");
      }
  if (error->domain == ENT_FORMAT_ERROR && error->code == ENT_FORMAT_ERROR_VERSION)
    return _("This Version Cannot Be Read");
  if (error->domain == ENT_FORMAT_ERROR)
    return _("This File Is Not a Timeline");
  return _("This File Cannot Be Opened");
}

/* Begins like a sentence. */
static char *
sentence (const char *message)
{
  g_autofree char *valid = NULL;

  if (g_str_has_prefix (message, FOR_SCRIPTS))
    message += strlen (FOR_SCRIPTS);
  valid = g_utf8_make_valid (message, -1);
  return ent_phrase_capitalize (valid);
}

/* Characters @from … @to of a line, each in one cell, with … where something is left out. */
static char *
cut (const char *line,
     gsize       length,
     glong       from,
     glong       to)
{
  g_autofree char *copy = g_strndup (line, length);
  g_autofree char *valid = g_utf8_make_valid (copy, (gssize) length);
  GString *shown = g_string_new (from > 0 ? "…" : "");
  glong n = 0;

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c), n++)
    {
      gunichar character = g_utf8_get_char (c);

      if (n < from)
        continue;
      if (n >= to)
        {
          g_string_append (shown, "…");
          break;
        }
      /* What has no width, or turns the direction, would move the mark away. */
      if (!g_unichar_isprint (character) || g_unichar_iszerowidth (character))
        character = g_unichar_isspace (character) || g_unichar_iscntrl (character) ? ' ' : 0xfffd;
      g_string_append_unichar (shown, character);
    }
  return g_string_free (shown, FALSE);
}

/* How many characters belong to what stands at a place. */
static guint
measure_word (const char *text)
{
  gboolean quoted = *text == '"';
  guint n = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (quoted && n > 0 && *c == '"')
        return n + 1;
      if (!quoted && !g_unichar_isalnum (g_utf8_get_char (c)) && strchr ("+-._", *c) == NULL)
        break;
      n++;
    }
  return MAX (n, 1);
}

/* The line that begins at @from, without what ends it. */
static gsize
line_length (const char *text,
             gsize       length,
             gsize       from)
{
  const char *end = from < length ? memchr (text + from, '\n', length - from) : NULL;
  gsize to = end != NULL ? (gsize) (end - text) : length;

  /* No more of a file without lines than can be shown, and what precedes it. */
  return to - from;
}

static void
quote_lines (EntFault *self,
             GBytes   *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  gsize previous = 0;
  gsize from = length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  glong column = (glong) self->column - 1;
  glong start;
  gsize place;

  for (guint64 line = 1; line < self->line; line++)
    {
      previous = from;
      from += line_length (text, length, from) + 1;
      if (from > length)
        return;
    }
  /* Only what is near the place is looked at: the line may be the whole file. */
  place = from;
  for (glong n = 0; n < column && place < length; place++)
    if (place + 1 >= length || ((guchar) text[place + 1] & 0xc0) != 0x80)
      n++;
  start = MAX (column - SHOWN_BEFORE, 0);
  if (start > 0)
    {
      gsize back = place;

      for (glong n = 0; n < SHOWN_BEFORE + 1 && back > from; n++)
        do
          back--;
        while (back > from && ((guchar) text[back] & 0xc0) == 0x80);
      from = back;
      self->at = cut (text + from, MIN (line_length (text, length, from), 4 * (SHOWN_BEFORE + SHOWN_AFTER)), 1,
                      1 + SHOWN_BEFORE + SHOWN_AFTER);
      self->mark = SHOWN_BEFORE + 1; /* the … */
    }
  else
    {
      self->at = cut (text + from, MIN (line_length (text, length, from), 4 * (SHOWN_BEFORE + SHOWN_AFTER)), 0,
                      column + SHOWN_AFTER);
      self->mark = (guint) column;
    }
  if (self->line > 1 && start == 0)
    self->before = cut (text + previous, MIN (line_length (text, length, previous), 4 * (SHOWN_BEFORE + SHOWN_AFTER)),
                        0, SHOWN_BEFORE + SHOWN_AFTER);
  if (self->mark >= (guint) g_utf8_strlen (self->at, -1))
    {
      /* The end of the text: there is nothing to mark but a place. */
      char *longer = g_strconcat (self->at, " ", NULL);

      g_free (self->at);
      self->at = longer;
      self->mark = (guint) g_utf8_strlen (longer, -1) - 1;
    }
  self->mark_length = measure_word (g_utf8_offset_to_pointer (self->at, self->mark));
}

/**
 * ent_fault_new:
 * @error: why
 * @diagnostics: (nullable): where the reader has reported it, with its place
 * @bytes: (nullable): the text it is about
 *
 * Returns: (transfer full): the fault; it keeps nothing of what it was made from
 */
EntFault *
ent_fault_new (const GError   *error,
               EntDiagnostics *diagnostics,
               GBytes         *bytes)
{
  EntFault *self = g_atomic_rc_box_new0 (EntFault);

  self->title = g_strdup (choose_title (error));
  self->message = sentence (error->message);
  self->mark_length = 1;
  for (guint i = diagnostics != NULL ? ent_diagnostics_get_size (diagnostics) : 0; i > 0; i--)
    {
      EntDiagnostic diagnostic;

      ent_diagnostics_get (diagnostics, i - 1, &diagnostic);
      if (diagnostic.level == ENT_DIAGNOSTIC_ERROR && g_str_equal (diagnostic.message, error->message))
        {
          self->line = diagnostic.line;
          self->column = diagnostic.column;
          break;
        }
    }
  if (self->line > 0 && bytes != NULL && g_bytes_get_size (bytes) > 0)
    quote_lines (self, bytes);
  return self;
}

/** ent_fault_ref: (skip): one more owner */
EntFault *
ent_fault_ref (EntFault *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  EntFault *self = data;

  g_free (self->title);
  g_free (self->message);
  g_free (self->before);
  g_free (self->at);
}

/** ent_fault_unref: (skip): one owner less */
void
ent_fault_unref (EntFault *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * ent_fault_get_place:
 * @self: a fault
 *
 * Returns: (transfer full): the message, with the line and the column before it when there are any
 */
char *
ent_fault_get_place (const EntFault *self)
{
  g_autofree char *line = g_strdup_printf ("%" G_GUINT64_FORMAT, self->line);
  g_autofree char *column = g_strdup_printf ("%" G_GUINT64_FORMAT, self->column);

  if (self->line == 0)
    return g_strdup_printf (_("%s."), self->message);
  /* TRANSLATORS: a line number, a column number, and a message without a full stop */
  return g_strdup_printf (_("Line %s, column %s: %s."), line, column, self->message);
}

/**
 * ent_fault_describe:
 * @self: a fault
 * @name: the file's name
 *
 * Returns: (transfer full): all that is known, to be sent to whoever made the file
 */
char *
ent_fault_describe (const EntFault *self,
                    const char     *name)
{
  GString *text = g_string_new (name);

  if (self->line > 0)
    g_string_append_printf (text, ":%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, self->line, self->column);
  g_string_append_printf (text, ": %s\n", self->message);
  if (self->before != NULL)
    g_string_append_printf (text, "%" G_GUINT64_FORMAT "  %s\n", self->line - 1, self->before);
  if (self->at != NULL)
    g_string_append_printf (text, "%" G_GUINT64_FORMAT "  %s\n", self->line, self->at);
  return g_string_free (text, FALSE);
}
