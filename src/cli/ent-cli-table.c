/* ent-cli-table.c: text in columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-cli-table.h"

#include "ent-cli-input.h"

/* Longer cells are cut. */
#define MAX_WIDTH 48

/* Between columns. */
#define GAP 2

struct _EntCliTable
{
  guint      n_columns;
  GPtrArray *rows;   /* (owned) of GStrv; one cell alone is a line */
  guint     *widths; /* (owned), by column */
};

/* Columns of a terminal that a character takes. */
static guint
width_of_character (gunichar c)
{
  return g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
}

static guint
width_of (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    width += width_of_character (g_utf8_get_char (text));
  return width;
}

/* What a terminal can be shown, cut to the widest there is. */
static char *
make_cell (const char *text)
{
  g_autofree char *safe = ent_cli_escape (text);
  const char *end = safe;
  guint width = 0;

  if (width_of (safe) <= MAX_WIDTH)
    return g_steal_pointer (&safe);
  while (width + width_of_character (g_utf8_get_char (end)) < MAX_WIDTH)
    {
      width += width_of_character (g_utf8_get_char (end));
      end = g_utf8_next_char (end);
    }
  return g_strdup_printf ("%.*s…", (int) (end - safe), safe);
}

/**
 * ent_cli_table_new:
 * @n_columns: how many there are, two at least
 *
 * Returns: (transfer full): a table without rows
 */
EntCliTable *
ent_cli_table_new (guint n_columns)
{
  EntCliTable *self;

  g_return_val_if_fail (n_columns >= 2, NULL);

  self = g_new0 (EntCliTable, 1);
  self->n_columns = n_columns;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->widths = g_new0 (guint, n_columns);
  return self;
}

/** ent_cli_table_free: (skip): frees a table */
void
ent_cli_table_free (EntCliTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self->widths);
  g_free (self);
}

/** ent_cli_table_add_line: (skip): adds a line that has no columns; what a terminal could not show is escaped */
void
ent_cli_table_add_line (EntCliTable *self,
                        const char  *text)
{
  char **row = g_new0 (char *, 2);

  row[0] = ent_cli_escape (text);
  g_ptr_array_add (self->rows, row);
}

/**
 * ent_cli_table_add_row:
 * @self: a table
 * @cells: (array zero-terminated=1): one a column, any text
 *
 * Adds a row. What a terminal could not show is escaped, and long cells are cut.
 */
void
ent_cli_table_add_row (EntCliTable       *self,
                       const char *const *cells)
{
  char **row = g_new0 (char *, self->n_columns + 1);

  for (guint i = 0; i < self->n_columns; i++)
    {
      row[i] = make_cell (cells[i]);
      self->widths[i] = MAX (self->widths[i], width_of (row[i]));
    }
  g_ptr_array_add (self->rows, row);
}

static void
append_spaces (GString *text,
               guint    n)
{
  g_string_append_printf (text, "%*s", (int) n, "");
}

/**
 * ent_cli_table_print:
 * @self: a table
 * @text: what it is added to
 *
 * Writes its rows as lines, without spaces at their ends.
 */
void
ent_cli_table_print (const EntCliTable *self,
                     GString           *text)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      char **row = g_ptr_array_index (self->rows, i);

      g_string_append (text, row[0]);
      for (guint j = 1; row[j] != NULL; j++)
        {
          append_spaces (text, j == 1 ? self->widths[0] - width_of (row[0]) + GAP : GAP);
          append_spaces (text, self->widths[j] - width_of (row[j]));
          g_string_append (text, row[j]);
        }
      while (text->len > 0 && text->str[text->len - 1] == ' ')
        g_string_truncate (text, text->len - 1);
      g_string_append_c (text, '\n');
    }
}
