/* test-label.c: titles, made to fit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-label.h"
#include "ent-limits.h"
#include "pictures.h"

#include <string.h>

#define FSI "\u2068"
#define PDI "\u2069"
#define RLO "\u202e"
#define SIZE 10.0 /* so that a character is 6 px wide, an ideograph 10 */

static const struct
{
  const char *name;
  const char *text;
  const char *clean;
} cleans[] = {
  { "plain", "Intrusion into OPM", "Intrusion into OPM" },
  { "empty", "", "" },
  { "spaces", "  a \t\r\n b  ", "a b" },
  { "only-spaces", " \t\n ", "" },
  { "controls", "a\001b\033[31mc\177d\xc2\x85" "e", "a b [31mc d e" },
  { "separators", "a\u2028b\u2029c", "a b c" },
  { "not-characters", "a\ufffeb\uffffc\ufeffd", "abcd" },
  { "markup", "<b>&amp;</b>", "<b>&amp;</b>" },
  { "chinese", "外交部", "外交部" },
  { "arabic", "بيان", FSI "بيان" PDI },
  { "mixed", "2015: بيان", FSI "2015: بيان" PDI },
  { "override", "a" RLO "b", FSI "a" RLO "b" PDI },
  { "mark", "a\u200fb", FSI "a\u200fb" PDI },
};

static void
test_clean (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *clean = ent_label_clean (cleans[i].text, strlen (cleans[i].text));

  g_assert_cmpstr (clean, ==, cleans[i].clean);
}

/* Only so much is drawn of a title, however long it is; and no more is read than is there. */
static void
test_clean_length (void)
{
  g_autofree char *long_text = g_strnfill (5000, 'x');
  g_autofree char *clean = ent_label_clean (long_text, strlen (long_text));
  g_autofree char *part = ent_label_clean ("Intrusion", 2);

  g_assert_cmpuint (g_utf8_strlen (clean, -1), ==, ENT_LIMIT_DRAWN_TITLE);
  g_assert_cmpstr (part, ==, "In");
}

/* What isolates a title is balanced: nothing in it can end the isolation. */
static void
test_clean_balance (void)
{
  static const char *const texts[] = { "a" PDI "b" RLO "c", PDI PDI "بيان", FSI FSI "a", "\u2066a\u202e", ("\u202aa\u202cb" PDI) };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *clean = ent_label_clean (texts[i], strlen (texts[i]));
      int depth = 0;

      g_assert_true (g_str_has_prefix (clean, FSI));
      g_assert_true (g_str_has_suffix (clean, PDI));
      for (const char *at = clean; *at != '\0'; at = g_utf8_next_char (at))
        {
          gunichar c = g_utf8_get_char (at);

          if (c >= 0x2066 && c <= 0x2068)
            depth++;
          else if (c == 0x2069)
            depth--;
          g_assert_true (depth > 0 || *g_utf8_next_char (at) == '\0');
        }
      g_assert_cmpint (depth, ==, 0);
    }
}

static const struct
{
  const char *name;
  const char *text;
  double      max_width;
  const char *label; /* NULL: none fits */
} cuts[] = {
  { "whole", "Intrusion into OPM", 108, "Intrusion into OPM" },
  { "one-less", "Intrusion into OPM", 107, NULL },
  { "at-a-word", "Theft of personnel records found", 150, "Theft of personnel…" },
  { "longest", "Theft of personnel records found", 170, "Theft of personnel records…" },
  { "not-after-preposition", "Attack on the grid of Kyiv", 100, NULL },
  { "not-after-article", "Talks held over the strait", 90, "Talks held…" },
  { "weak-in-capitals", "Talks held OVER The strait now", 140, "Talks held…" },
  { "two-words-at-least", "Counterintelligence investigation announced", 150, NULL },
  { "comma-goes", "Xi, Obama, and others meet", 90, "Xi, Obama…" },
  { "nothing-fits", "Theft of personnel records", 10, NULL },
  { "one-word", "Counterintelligence", 60, NULL },
  { "chinese", "关于网络空间行为规范的磋商", 100, "关于网络空间行为规…" },
  { "chinese-few", "关于网络空间行为规范的磋商", 40, NULL },
  { "chinese-four", "关于网络空间行为规范的磋商", 46, "关于网络…" },
  { "arabic", FSI "بيان وزارة الخارجية حول الأمن" PDI, 100, FSI "بيان وزارة…" PDI },
  { "long-word", "https://example.org/archive/2015/statement", 150, "https://example.org/arch…" },
  { "long-word-later", "See https://example.org/archive/2015/statement", 168, "See https://example.org/arc…" },
  { "long-word-too-long", "https://example.org/archive/2015/statement", 120, NULL },
  { "long-word-with-marks", "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301", 132,
    "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301…" },
  { "empty", "", 10, "" },
};

static void
test_cut (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (EntTextMeasure) measure = ent_text_measure_new_fixed ();
  double width;
  g_autofree char *label = ent_label_cut (measure, cuts[i].text, SIZE, FALSE, cuts[i].max_width, &width);

  g_assert_cmpstr (label, ==, cuts[i].label);
  if (label != NULL)
    {
      g_assert_cmpfloat (width, <=, cuts[i].max_width);
      g_assert_cmpfloat_with_epsilon (width, ent_text_measure_width (measure, label, -1, SIZE, FALSE), 1e-9);
    }
}

/* Whatever the room: the label fits, begins as the title does, and with more room is not shorter. */
static void
test_cut_laws (gconstpointer data)
{
  static const char *const texts[] = {
    "Discovery of the intrusion into the personnel office, and of the theft of 4.2 million records",
    "习近平主席与奥巴马总统在安纳伯格庄园会晤 network security 网络安全",
    FSI "بيان وزارة الخارجية حول الأمن السيبراني في 2015" PDI,
    "One",
    "a the of to",
  };
  g_autoptr (EntTextMeasure) measure = pictures_new_measure (data != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gsize longest = 0;

      for (double room = 0; room < 700; room += 3.7)
        {
          double width;
          g_autofree char *label = ent_label_cut (measure, texts[i], SIZE, FALSE, room, &width);
          char *ellipsis;

          if (label == NULL)
            {
              g_assert_cmpuint (longest, ==, 0);
              continue;
            }
          g_assert_true (g_utf8_validate (label, -1, NULL));
          g_assert_cmpfloat (width, <=, room);
          g_assert_cmpuint (strlen (label), >=, longest);
          longest = strlen (label);
          ellipsis = strstr (label, "…");
          if (ellipsis == NULL)
            g_assert_cmpstr (label, ==, texts[i]);
          else
            g_assert_true (strncmp (label, texts[i], ellipsis - label) == 0);
          g_assert_cmpint (g_str_has_suffix (label, PDI), ==, g_str_has_suffix (texts[i], PDI));
        }
      g_assert_cmpuint (longest, ==, strlen (texts[i]));
    }
}

static void
test_wrap (void)
{
  static const struct
  {
    const char *text;
    double      width;
    const char *lines;
  } wraps[] = {
    { "", 100, "" },
    { "one two three", 100, "one two three" },
    { "one two three", 78, "one two three" },
    { "one two three", 77, "one two|three" },
    { "one two three", 1, "o|n|e|t|w|o|t|h|r|e|e" },
    { "Counterintelligence of two", 60, "Counterint|elligence|of two" },
    { "网络空间行为规范", 40, "网络空间|行为规范" },
    { "网络，空间", 20, "网|络，|空间" },
    { "see 网络空间 now", 50, "see 网络|空间 now" },
  };
  g_autoptr (EntTextMeasure) measure = ent_text_measure_new_fixed ();

  for (gsize i = 0; i < G_N_ELEMENTS (wraps); i++)
    {
      g_autoptr (GPtrArray) lines = ent_label_wrap (measure, wraps[i].text, SIZE, FALSE, wraps[i].width);
      g_autofree char *joined = NULL;

      g_ptr_array_add (lines, NULL);
      joined = g_strjoinv ("|", (char **) lines->pdata);
      g_assert_cmpstr (joined, ==, wraps[i].lines);
    }
}

/* No line but one of a single character is wider than asked, and no word is lost. */
static void
test_wrap_laws (void)
{
  const char *text = "Discovery of the intrusion into the personnel office, 习近平主席与奥巴马总统会晤, and 4.2 million records";
  g_autoptr (EntTextMeasure) measure = pictures_new_measure (TRUE);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autofree char *wanted = g_strjoinv ("", words);

  for (double room = 1; room < 700; room += 3.7)
    {
      g_autoptr (GPtrArray) lines = ent_label_wrap (measure, text, SIZE, FALSE, room);
      GString *all = g_string_new (NULL);

      for (guint i = 0; i < lines->len; i++)
        {
          const char *line = g_ptr_array_index (lines, i);

          g_assert_true (ent_text_measure_width (measure, line, -1, SIZE, FALSE) <= room ||
                         g_utf8_strlen (line, -1) == 1);
          for (const char *at = line; *at != '\0'; at++)
            if (*at != ' ')
              g_string_append_c (all, *at);
        }
      g_assert_cmpstr (all->str, ==, wanted);
      g_string_free (all, TRUE);
    }
}

/* 0.6 em a character, 1 em a wide one, nothing for marks; of Pango's, in proportion to the size. */
static void
test_measure (void)
{
  g_autoptr (EntTextMeasure) fixed = ent_text_measure_new_fixed ();
  g_autoptr (EntTextMeasure) pango = pictures_new_measure (TRUE);

  g_assert_cmpfloat_with_epsilon (ent_text_measure_width (fixed, "ab", -1, 10, FALSE), 12, 1e-9);
  g_assert_cmpfloat_with_epsilon (ent_text_measure_width (fixed, "ab", 1, 10, TRUE), 6, 1e-9);
  g_assert_cmpfloat_with_epsilon (ent_text_measure_width (fixed, "网络", -1, 10, FALSE), 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (ent_text_measure_width (fixed, FSI "e\u0301" PDI, -1, 10, FALSE), 6, 1e-9);
  g_assert_cmpfloat (ent_text_measure_width (fixed, "", -1, 10, FALSE), ==, 0);
  g_assert_cmpfloat (ent_text_measure_width (pango, "", -1, 10, FALSE), ==, 0);
  g_assert_cmpfloat_with_epsilon (ent_text_measure_width (pango, "Intrusion", -1, 8, FALSE) * 3,
                                  ent_text_measure_width (pango, "Intrusion", -1, 24, FALSE), 1e-9);
  g_assert_cmpfloat (ent_text_measure_width (pango, "Intrusion", -1, 8, TRUE), >,
                     ent_text_measure_width (pango, "Intrusion", -1, 8, FALSE));
  g_assert_cmpfloat_with_epsilon (ent_text_measure_width (pango, "网络", -1, 10, FALSE), 20, 0.01);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cleans); i++)
    {
      g_autofree char *path = g_strconcat ("/label/clean/", cleans[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_clean);
    }
  g_test_add_func ("/label/clean-length", test_clean_length);
  g_test_add_func ("/label/clean-balance", test_clean_balance);
  for (gsize i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      g_autofree char *path = g_strconcat ("/label/cut/", cuts[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_cut);
    }
  g_test_add_data_func ("/label/cut-laws/fixed", NULL, test_cut_laws);
  g_test_add_data_func ("/label/cut-laws/pango", "pango", test_cut_laws);
  g_test_add_func ("/label/wrap", test_wrap);
  g_test_add_func ("/label/wrap-laws", test_wrap_laws);
  g_test_add_func ("/label/measure", test_measure);

  return g_test_run ();
}
