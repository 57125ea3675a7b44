/* test-text-fold.c: texts as a search compares them, and where it finds them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-text-fold.h"

static const struct
{
  const char *name;
  const char *text;
  const char *folded;
} folds[] = {
  { "ascii", "Talks of 2015", "talks of 2015" },
  { "empty", "", "" },
  { "marks", "São Tomé", "sao tome" },
  { "marks-apart", "Sa\xcc\x83o", "sao" },
  { "two-marks", "Ǟ", "a" },
  { "ligature", "oﬃce", "office" },
  { "sharp-s", "STRAẞE straße", "strasse strasse" },
  { "sigma", "ΣΊΣΥΦΟΣ σίσυφος", "σισυφοσ σισυφοσ" },
  { "cyrillic", "Ёлка й", "елка и" },
  { "turkish-has-no-locale", "İI", "ii" },
  { "chinese", "习近平", "习近平" },
  { "compatibility-ideograph", "豈", "豈" },
  { "full-width", "ＣＹＢＥＲ", "cyber" },
  { "arabic-marks", "مُحَمَّد", "محمد" },
  { "hangul", "한", "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab" },
  { "roman-numeral", "Ⅳ", "iv" },
  { "space", "  a \t\n b\xc2\xa0\xe3\x80\x80" "c  ", "a b c" },
  { "control", "a\x01" "b\x7f", "a b" },
  { "signs", "C++ & <b>", "c++ & <b>" },
};

static void
test_fold (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *folded = ent_text_fold (ent_slice_from_string (folds[i].text));
  g_autofree char *again = ent_text_fold (ent_slice_from_string (folded));

  g_assert_cmpstr (folded, ==, folds[i].folded);
  g_assert_cmpstr (again, ==, folded);
}

/* What is found, in brackets. */
static char *
mark (const char        *text,
      const char *const *words)
{
  GString *marked = g_string_new (NULL);
  g_autoptr (GPtrArray) needles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ranges = NULL;
  gsize at = 0;

  for (; *words != NULL; words++)
    g_ptr_array_add (needles, ent_text_fold (ent_slice_from_string (*words)));
  g_ptr_array_add (needles, NULL);
  ranges = ent_text_find_all (ent_slice_from_string (text), (const char *const *) needles->pdata);
  for (guint i = 0; i < ranges->len; i++)
    {
      const EntTextRange *range = &g_array_index (ranges, EntTextRange, i);

      g_string_append_len (marked, text + at, (gssize) (range->start - at));
      g_string_append_printf (marked, "[%.*s]", (int) (range->end - range->start), text + range->start);
      at = range->end;
    }
  g_string_append (marked, text + at);
  return g_string_free (marked, FALSE);
}

static const struct
{
  const char *name;
  const char *text;
  const char *words[4];
  const char *marked;
} finds[] = {
  { "none", "Talks", { "x" }, "Talks" },
  { "no-needle", "Talks", { "" }, "Talks" },
  { "no-text", "", { "x" }, "" },
  { "twice", "Cyber talks on cyber norms", { "CYBER" }, "[Cyber] talks on [cyber] norms" },
  { "marks", "In São Paulo", { "sao" }, "In [São] Paulo" },
  { "marks-apart", "In Sa\xcc\x83o Paulo", { "sa" }, "In [Sa\xcc\x83]o Paulo" },
  { "at-the-end", "Ǟ", { "a" }, "[Ǟ]" },
  { "part-of-a-letter", "oﬃce", { "of" }, "[oﬃ]ce" },
  { "chinese", "奥巴马与习近平会晤", { "习近平" }, "奥巴马与[习近平]会晤" },
  { "across-lines", "no\n  cyber theft", { "no cyber" }, "[no\n  cyber] theft" },
  { "touching", "abcd", { "ab", "cd" }, "[abcd]" },
  { "overlapping", "abcd", { "abc", "bcd" }, "[abcd]" },
  { "in-order", "one two three", { "three", "one" }, "[one] two [three]" },
};

static void
test_find (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *marked = mark (finds[i].text, finds[i].words);

  g_assert_cmpstr (marked, ==, finds[i].marked);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (folds); i++)
    {
      g_autofree char *path = g_strconcat ("/text-fold/fold/", folds[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_fold);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (finds); i++)
    {
      g_autofree char *path = g_strconcat ("/text-fold/find/", finds[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_find);
    }

  return g_test_run ();
}
