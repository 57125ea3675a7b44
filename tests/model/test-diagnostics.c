/* test-diagnostics.c: what is wrong with an input, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-diagnostics.h"

#include <string.h>

static EntDiagnostics *
make (const char *text,
      gsize       length)
{
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new (text, length) : NULL;

  return ent_diagnostics_new (bytes);
}

static void
assert_place (EntDiagnostics *diagnostics,
              guint           index,
              guint64         line,
              guint64         column)
{
  EntDiagnostic diagnostic;

  ent_diagnostics_get (diagnostics, index, &diagnostic);
  g_assert_cmpuint (diagnostic.line, ==, line);
  g_assert_cmpuint (diagnostic.column, ==, column);
}

/* Where the first # of a text is. */
static const struct
{
  const char *name;
  const char *text;
  guint64     line;
  guint64     column;
} places[] = {
  { "first", "#", 1, 1 },
  { "letters", "abc#", 1, 4 },
  { "characters", "é中𝄞#", 1, 4 },
  { "marks", "e\u0301#", 1, 3 },
  { "tab", "\t\t#", 1, 3 },
  { "second-line", "abc\n#", 2, 1 },
  { "empty-lines", "\n\n\n #", 4, 2 },
  { "carriage-return", "ab\r\nc#", 2, 2 },
  { "lone-carriage-return", "ab\rc#", 1, 5 },
  { "before-carriage-return", "ab#\r\n", 1, 3 },
  { "byte-order-mark", "\xef\xbb\xbf#", 1, 1 },
  { "byte-order-mark-line", "\xef\xbb\xbf\n#", 2, 1 },
  { "inner-byte-order-mark", "a\xef\xbb\xbf#", 1, 3 },
};

static void
test_place (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  const char *text = places[i].text;
  g_autoptr (EntDiagnostics) diagnostics = make (text, strlen (text));

  ent_diagnostics_add (diagnostics, ENT_DIAGNOSTIC_ERROR, strchr (text, '#') - text, "here");
  assert_place (diagnostics, 0, places[i].line, places[i].column);
}

static void
test_bounds (void)
{
  g_autoptr (EntDiagnostics) diagnostics = make ("ab\ncd", 5);
  g_autoptr (EntDiagnostics) empty = make ("", 0);
  g_autoptr (EntDiagnostics) none = make (NULL, 0);

  ent_diagnostics_add (diagnostics, ENT_DIAGNOSTIC_ERROR, G_MAXINT64, "far behind");
  ent_diagnostics_add (diagnostics, ENT_DIAGNOSTIC_ERROR, 5, "the end");
  ent_diagnostics_add (diagnostics, ENT_DIAGNOSTIC_ERROR, 2, "the line feed");
  ent_diagnostics_add (diagnostics, ENT_DIAGNOSTIC_ERROR, -1, "the whole file");
  assert_place (diagnostics, 0, 0, 0);
  assert_place (diagnostics, 1, 1, 3);
  assert_place (diagnostics, 2, 2, 3);
  assert_place (diagnostics, 3, 2, 3);

  ent_diagnostics_add (empty, ENT_DIAGNOSTIC_ERROR, 7, "nothing there");
  assert_place (empty, 0, 1, 1);
  ent_diagnostics_add (none, ENT_DIAGNOSTIC_ERROR, 7, "no bytes");
  assert_place (none, 0, 1, 1);
}

/* Messages stand in the order of the file, those of one place in the order they came, also when more are
 * added after some were read. */
static void
test_order (void)
{
  static const struct
  {
    goffset     offset;
    const char *message;
  } added[] = {
    { 9, "g" }, { 0, "c" }, { 4, "d" }, { -1, "a" }, { 4, "e" }, { 9, "h" }, { -1, "b" }, { 4, "f" },
  };
  g_autoptr (EntDiagnostics) diagnostics = make ("012\n45678\n", 10);
  g_autoptr (GString) order = g_string_new (NULL);
  EntDiagnostic diagnostic;

  for (gsize i = 0; i < G_N_ELEMENTS (added); i++)
    {
      ent_diagnostics_add (diagnostics, ENT_DIAGNOSTIC_WARNING, added[i].offset, "%s", added[i].message);
      ent_diagnostics_get (diagnostics, 0, &diagnostic);
    }
  for (guint i = 0; i < ent_diagnostics_get_size (diagnostics); i++)
    {
      ent_diagnostics_get (diagnostics, i, &diagnostic);
      g_string_append (order, diagnostic.message);
    }
  g_assert_cmpstr (order->str, ==, "abcdefgh");
  assert_place (diagnostics, 7, 2, 6);
  assert_place (diagnostics, 2, 1, 1);
  assert_place (diagnostics, 5, 2, 1);
}

static void
test_counts (void)
{
  g_autoptr (EntDiagnostics) diagnostics = make (NULL, 0);
  EntDiagnostic diagnostic;

  g_assert_cmpuint (ent_diagnostics_get_size (diagnostics), ==, 0);
  ent_diagnostics_add (diagnostics, ENT_DIAGNOSTIC_WARNING, -1, "%s %d%%", "warning", 5);
  ent_diagnostics_add (diagnostics, ENT_DIAGNOSTIC_ERROR, -1, "error");
  ent_diagnostics_add (diagnostics, ENT_DIAGNOSTIC_WARNING, -1, "warning");
  ent_diagnostics_count_event (diagnostics, TRUE);
  ent_diagnostics_count_event (diagnostics, FALSE);
  ent_diagnostics_count_event (diagnostics, FALSE);
  g_assert_cmpuint (ent_diagnostics_get_errors (diagnostics), ==, 1);
  g_assert_cmpuint (ent_diagnostics_get_warnings (diagnostics), ==, 2);
  g_assert_cmpuint (ent_diagnostics_get_left_out (diagnostics), ==, 1);
  g_assert_cmpuint (ent_diagnostics_get_incomplete (diagnostics), ==, 2);
  ent_diagnostics_get (diagnostics, 0, &diagnostic);
  g_assert_cmpint (diagnostic.level, ==, ENT_DIAGNOSTIC_WARNING);
  g_assert_cmpstr (diagnostic.message, ==, "warning 5%");
  ent_diagnostics_get (diagnostics, 1, &diagnostic);
  g_assert_cmpint (diagnostic.level, ==, ENT_DIAGNOSTIC_ERROR);
}

/* More than are kept, all on one endless line: each place is found, and in one walk. */
static void
test_cap (void)
{
  const gsize length = 16 << 20;
  const guint n_added = 2 * ENT_DIAGNOSTICS_MAX_KEPT;
  g_autofree char *text = g_malloc (length);
  g_autoptr (EntDiagnostics) diagnostics = NULL;

  memset (text, 'x', length);
  diagnostics = make (text, length);
  for (guint i = 0; i < n_added; i++)
    ent_diagnostics_add (diagnostics, ENT_DIAGNOSTIC_ERROR, (goffset) (n_added - i) * 800, "%u", i);
  g_assert_cmpuint (ent_diagnostics_get_size (diagnostics), ==, ENT_DIAGNOSTICS_MAX_KEPT);
  g_assert_cmpuint (ent_diagnostics_get_errors (diagnostics), ==, n_added);
  for (guint i = ENT_DIAGNOSTICS_MAX_KEPT; i > 0; i--)
    assert_place (diagnostics, i - 1, 1, (guint64) (ENT_DIAGNOSTICS_MAX_KEPT + i) * 800 + 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_strconcat ("/diagnostics/place/", places[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_place);
    }
  g_test_add_func ("/diagnostics/bounds", test_bounds);
  g_test_add_func ("/diagnostics/order", test_order);
  g_test_add_func ("/diagnostics/counts", test_counts);
  g_test_add_func ("/diagnostics/cap", test_cap);

  return g_test_run ();
}
