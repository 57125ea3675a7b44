/* test-cli-figure-options.c: the options of entente figure, good and bad
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-run.h"

static const char dataset[] =
  "{\"format\":\"entente\",\"version\":1,\"events\":["
  "{\"id\":\"a\",\"title\":\"A\",\"date\":\"2015-03\",\"team\":1},"
  "{\"id\":\"b,c\",\"title\":\"B\",\"date\":\"2015-04\",\"team\":1},"
  "{\"id\":\"d\",\"title\":\"D\",\"date\":\"2015-05\",\"team\":2}]}";

static const struct
{
  const char *name;
  const char *option;
  int         status;
  const char *message; /* (nullable): what is said; NULL for nothing */
} rows[] = {
  { "dpi", "--dpi=300", 0, NULL },
  { "dpi-none", "--dpi=", 2, "--dpi is a number from 1 to 9600" },
  { "dpi-zero", "--dpi=0", 2, "--dpi is a number from 1 to 9600" },
  { "dpi-negative", "--dpi=-96", 2, "--dpi is a number from 1 to 9600" },
  { "dpi-no-number", "--dpi=nan", 2, "--dpi is a number from 1 to 9600" },
  { "dpi-infinite", "--dpi=inf", 2, "--dpi is a number from 1 to 9600" },
  { "dpi-and-more", "--dpi=96dpi", 2, "--dpi is a number from 1 to 9600" },
  { "lang", "--lang=zh-CN", 0, NULL },
  { "lang-none", "--lang=", 2, "“” is no language tag; write one such as en or zh-CN" },
  { "lang-path", "--lang=../en", 2, "“../en” is no language tag; write one such as en or zh-CN" },
  { "lang-for-a-terminal", "--lang=\033[2J", 2, "“\\u001b[2J” is no language tag; write one such as en or zh-CN" },
  { "from", "--from=2015-02", 0, NULL },
  { "from-no-date", "--from=2015-13", 2, "--from: character 6: expected a month, 01 to 12, or a season, 21 to 41" },
  { "to-open", "--to=2015/..", 2, "--to: “2015/..” has no known end" },
  { "as-of", "--as-of=2015-04", 0, NULL },
  { "as-of-before-all", "--as-of=1066", 0, NULL },
  { "as-of-no-date", "--as-of=2015-13", 2, "--as-of: character 6: expected a month, 01 to 12, or a season, 21 to 41" },
  { "as-of-none", "--as-of=", 0, NULL },
  { "as-of-open", "--as-of=2015/..", 2, "--as-of: “2015/..” has no known end" },
  { "group-by", "--group-by=actor", 0, NULL },
  { "group-by-field", "--group-by=team", 0, NULL },
  { "group-by-none", "--group-by=none", 0, NULL },
  { "color-by", "--color-by=category", 0, NULL },
  { "color-by-none", "--color-by=none", 0, NULL },
  { "lane-order", "--lane-order=date", 0, NULL },
  { "lane-order-unknown", "--lane-order=size", 2, "--lane-order is count, name or date" },
  { "group-by-unknown", "--group-by=teem", 2, "--group-by: nothing in this file is called “teem”; the nearest is “team”" },
  { "color-by-unknown", "--color-by=xyzzy", 2, "--color-by: nothing in this file is called “xyzzy”" },
  { "select", "--select=a", 0, NULL },
  { "select-two", "--select=a, d", 0, NULL },
  { "select-comma-in-id", "--select=b,c", 0, NULL },
  { "select-twice", "--select=a,a", 0, NULL },
  { "select-none", "--select=", 2, "there is no event “” to select" },
  { "select-unknown", "--select=a,x", 2, "there is no event “x” to select" },
};

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *expected = g_strdup_printf ("entente figure: %s\n", rows[i].message);
  g_auto (Run) run = { 0 };

  RUN (&run, "/", dataset, "figure", rows[i].option, "-", "-o", "-");
  g_assert_cmpstr (run.err, ==, rows[i].message != NULL ? expected : "");
  g_assert_cmpint (run.status, ==, rows[i].status);
  g_assert_cmpint (g_str_has_suffix (run.out, "</svg>\n"), ==, rows[i].status == 0);
}

/* A file may say as of when it is seen, and who draws it something else. */
static void
test_own_day (void)
{
  static const char of_2015[] = "{\"format\":\"entente\",\"version\":1,\"view\":{\"as-of\":\"2015\"},\"events\":["
                                "{\"id\":\"a\",\"title\":\"A\",\"date\":\"2015-03\"},"
                                "{\"id\":\"b\",\"title\":\"B\",\"date\":\"2016-03\"}]}";
  static const struct
  {
    const char *option;
    const char *words; /* NULL: nothing of a day */
  } cases[] = {
    { "--legend=no", "as of 31 Dec 2015" },
    { "--as-of=2015-06-07", "as of 7 Jun 2015" },
    { "--as-of=", NULL },
    { "--all", NULL },
  };
  g_auto (Run) select = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Run) run = { 0 };

      RUN (&run, "/", of_2015, "figure", cases[i].option, "--title=T", "-", "-o", "-");
      g_assert_cmpint (run.status, ==, 0);
      g_assert_true ((strstr (run.out, "as of") != NULL) == (cases[i].words != NULL));
      g_assert_true (cases[i].words == NULL || strstr (run.out, cases[i].words) != NULL);
      g_assert_true ((strstr (run.out, "ev-b") != NULL) == (cases[i].words == NULL));
    }
  RUN (&select, "/", of_2015, "figure", "--select=a,b", "-", "-o", "-");
  g_assert_cmpint (select.status, ==, 2);
  g_assert_cmpstr (select.err, ==, "entente figure: the event “b” to select was not known by that day\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/figure/", rows[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }

  g_test_add_func ("/cli/figure/own-day", test_own_day);
  return g_test_run ();
}
