/* ent-diagnostics.c: what was wrong with an input, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-diagnostics.h"

#include <string.h>

typedef struct
{
  char              *message; /* (owned) */
  goffset            offset;  /* −1: the whole file */
  EntDiagnosticLevel level;
} Entry;

struct _EntDiagnostics
{
  gatomicrefcount ref_count;
  GBytes         *source;      /* (owned) (nullable) */
  GArray         *entries;     /* (owned) of Entry, by offset once sorted */
  GArray         *lines;       /* (owned) (nullable) of gsize: where lines begin, made when first asked */
  guint64         n_errors;
  guint64         n_warnings;
  guint64         n_incomplete;
  guint64         n_left_out;
  gsize           last_offset; /* the place found last: on one endless line counting starts there */
  guint64         last_line;
  guint64         last_column;
  gboolean        sorted;
};

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_free (entry->message);
}

/**
 * ent_diagnostics_new:
 * @source: (nullable): the bytes that offsets count in; kept, to tell lines and columns
 *
 * Returns: (transfer full): an empty list
 */
EntDiagnostics *
ent_diagnostics_new (GBytes *source)
{
  EntDiagnostics *self = g_new0 (EntDiagnostics, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->source = source != NULL ? g_bytes_ref (source) : NULL;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  return self;
}

EntDiagnostics *
ent_diagnostics_ref (EntDiagnostics *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ent_diagnostics_unref (EntDiagnostics *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->source, g_bytes_unref);
  g_array_unref (self->entries);
  g_clear_pointer (&self->lines, g_array_unref);
  g_free (self);
}

/**
 * ent_diagnostics_add:
 * @self: the list
 * @level: how grave
 * @offset: the byte it is about, or −1
 * @format: what is wrong and what was expected, translated, without a full stop
 *
 * Adds a message; beyond %ENT_DIAGNOSTICS_MAX_KEPT it is only counted.
 */
void
ent_diagnostics_add (EntDiagnostics    *self,
                     EntDiagnosticLevel level,
                     goffset            offset,
                     const char        *format,
                     ...)
{
  Entry entry = { NULL, offset, level };
  va_list args;

  if (level == ENT_DIAGNOSTIC_ERROR)
    self->n_errors++;
  else
    self->n_warnings++;
  if (self->entries->len >= ENT_DIAGNOSTICS_MAX_KEPT)
    return;

  va_start (args, format);
  entry.message = g_strdup_vprintf (format, args);
  va_end (args);
  g_array_append_val (self->entries, entry);
  self->sorted = FALSE;
}

/**
 * ent_diagnostics_count_event:
 * @self: the list
 * @left_out: %TRUE for an event that could not be kept, %FALSE for one kept without a field
 *
 * Counts an event that did not arrive whole.
 */
void
ent_diagnostics_count_event (EntDiagnostics *self,
                             gboolean        left_out)
{
  if (left_out)
    self->n_left_out++;
  else
    self->n_incomplete++;
}

/** ent_diagnostics_get_size: (skip): how many messages are kept */
guint
ent_diagnostics_get_size (const EntDiagnostics *self)
{
  return self->entries->len;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *left = a;
  const Entry *right = b;

  return (left->offset > right->offset) - (left->offset < right->offset);
}

static void
index_lines (EntDiagnostics *self)
{
  gsize length = 0;
  const char *text = self->source != NULL ? g_bytes_get_data (self->source, &length) : NULL;
  gsize start = 0;

  self->lines = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_array_append_val (self->lines, start);
  for (const char *at = text; at != NULL && at < text + length;)
    {
      at = memchr (at, '\n', length - (at - text));
      if (at == NULL)
        break;
      at++;
      start = at - text;
      g_array_append_val (self->lines, start);
    }
}

static void
locate (EntDiagnostics *self,
        gsize           offset,
        EntDiagnostic  *diagnostic)
{
  gsize length = 0;
  const char *text = self->source != NULL ? g_bytes_get_data (self->source, &length) : NULL;
  guint low = 0;
  guint high;
  gsize start;

  if (self->lines == NULL)
    index_lines (self);
  offset = MIN (offset, length);
  high = self->lines->len;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->lines, gsize, middle) <= offset)
        low = middle;
      else
        high = middle;
    }
  start = g_array_index (self->lines, gsize, low);
  diagnostic->line = low + 1;
  diagnostic->column = 1;
  if (self->last_line == diagnostic->line && self->last_offset <= offset)
    {
      start = self->last_offset;
      diagnostic->column = self->last_column;
    }
  for (gsize i = start; i < offset; i++)
    if (((guchar) text[i] & 0xc0) != 0x80)
      diagnostic->column++;
  self->last_offset = offset;
  self->last_line = diagnostic->line;
  self->last_column = diagnostic->column;
}

/**
 * ent_diagnostics_get:
 * @self: the list
 * @index: below ent_diagnostics_get_size()
 * @diagnostic: (out caller-allocates): the message there, in the order of the file
 */
void
ent_diagnostics_get (EntDiagnostics *self,
                     guint           index,
                     EntDiagnostic  *diagnostic)
{
  const Entry *entry;

  g_return_if_fail (index < self->entries->len);

  if (!self->sorted)
    {
      g_array_sort (self->entries, compare_entries); /* stable: GLib merges */
      self->sorted = TRUE;
    }
  entry = &g_array_index (self->entries, Entry, index);
  *diagnostic = (EntDiagnostic){ entry->level, 0, 0, entry->message };
  if (entry->offset >= 0)
    locate (self, entry->offset, diagnostic);
}

/** ent_diagnostics_get_errors: (skip): how many errors there were, those not kept among them */
guint64
ent_diagnostics_get_errors (const EntDiagnostics *self)
{
  return self->n_errors;
}

/** ent_diagnostics_get_warnings: (skip): how many warnings there were, those not kept among them */
guint64
ent_diagnostics_get_warnings (const EntDiagnostics *self)
{
  return self->n_warnings;
}

/** ent_diagnostics_get_incomplete: (skip): events kept without one of their fields */
guint64
ent_diagnostics_get_incomplete (const EntDiagnostics *self)
{
  return self->n_incomplete;
}

/** ent_diagnostics_get_left_out: (skip): events that could not be kept */
guint64
ent_diagnostics_get_left_out (const EntDiagnostics *self)
{
  return self->n_left_out;
}
