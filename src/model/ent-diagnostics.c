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
  guint64            line;    /* this and the next once located */
  guint64            column;
  EntDiagnosticLevel level;
} Entry;

struct _EntDiagnostics
{
  gatomicrefcount ref_count;
  GBytes         *source;      /* (owned) (nullable) */
  GArray         *entries;     /* (owned) of Entry, by offset once located */
  guint64         n_errors;
  guint64         n_warnings;
  guint64         n_incomplete;
  guint64         n_left_out;
  gboolean        located;
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
  Entry entry = { NULL, offset, 0, 0, level };
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
  self->located = FALSE;
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

/* Puts the messages into the order of the file, and walks once through it. */
static void
locate (EntDiagnostics *self)
{
  gsize length = 0;
  const char *text = self->source != NULL ? g_bytes_get_data (self->source, &length) : NULL;
  guint64 line = 1;
  guint64 column = 1;
  gsize at = length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0; /* a byte order mark is no column */

  g_array_sort (self->entries, compare_entries); /* stable: those of one place stay as they came */
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);
      gsize offset;
      const char *end;

      if (entry->offset < 0)
        continue;
      offset = (gsize) MIN ((guint64) entry->offset, length);
      while (at < offset && (end = memchr (text + at, '\n', offset - at)) != NULL)
        {
          at = (gsize) (end - text) + 1;
          line++;
          column = 1;
        }
      for (; at < offset; at++)
        if (((guchar) text[at] & 0xc0) != 0x80)
          column++;
      entry->line = line;
      entry->column = column;
    }
  self->located = TRUE;
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

  if (!self->located)
    locate (self);
  entry = &g_array_index (self->entries, Entry, index);
  *diagnostic = (EntDiagnostic){ entry->level, entry->line, entry->column, entry->message };
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
