/* test-words.c: slices, arenas, vocabularies and the closed lists of words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-arena.h"
#include "ent-terms.h"
#include "ent-vocabulary.h"

static EntSlice
slice (const char *text)
{
  return ent_slice_from_string (text);
}

#define assert_slice(value, expected) \
  G_STMT_START \
    { \
      EntSlice value_ = (value); \
      EntSlice expected_ = ent_slice_from_string (expected); \
      g_assert_nonnull (value_.text); \
      g_assert_cmpmem (value_.text, value_.length, expected_.text, expected_.length); \
    } \
  G_STMT_END

static void
test_slice (void)
{
  g_autofree char *copy = ent_slice_dup ((EntSlice){ "abcd", 2 });
  g_autofree char *many = g_strnfill (100, 'x');
  g_autofree char *cut = NULL;

  g_assert_cmpstr (copy, ==, "ab");
  g_assert_null (ent_slice_dup (ENT_SLICE_NONE));
  g_assert_true (ent_slice_equal (ENT_SLICE_NONE, ENT_SLICE_NONE));
  g_assert_false (ent_slice_equal (ENT_SLICE_NONE, slice ("")));
  g_assert_true (ent_slice_equal (slice (""), (EntSlice){ "x", 0 }));
  g_assert_false (ent_slice_equal ((EntSlice){ "a\0b", 3 }, (EntSlice){ "a\0c", 3 }));

  g_assert_cmpint (ent_slice_quoted_length (ENT_SLICE_NONE), ==, 0);
  g_assert_cmpint (ent_slice_quoted_length (slice (many)), ==, 100);
  cut = g_strconcat (many, many, "x", NULL);
  g_assert_cmpint (ent_slice_quoted_length (slice (cut)), ==, 200);
  g_free (cut);
  cut = g_strconcat (many, many, NULL);
  memcpy (cut + 197, "中", 3);
  g_assert_cmpint (ent_slice_quoted_length (slice (cut)), ==, 200);
  g_free (cut);
  cut = g_strconcat (many, many, "xx", NULL);
  memcpy (cut + 198, "中", 3);
  g_assert_cmpint (ent_slice_quoted_length (slice (cut)), ==, 198);

  assert_slice (ent_slice_cut (slice ("a中b"), 5), "a中b");
  assert_slice (ent_slice_cut (slice ("a中b"), 4), "a中");
  assert_slice (ent_slice_cut (slice ("a中b"), 3), "a");
  assert_slice (ent_slice_cut (slice ("中"), 2), "");
  g_assert_null (ent_slice_cut (ENT_SLICE_NONE, 0).text);
}

/* Equal texts have equal hashes wherever they lie; a bit or a byte more makes another, but for chances of
 * one in thousands of millions. */
static void
test_hash (void)
{
  enum { LONGEST = 24 };
  char text[LONGEST + 1] = { 0 };
  char moved[LONGEST + 2] = { 0 };

  g_assert_cmpuint (ent_slice_hash (ENT_SLICE_NONE), ==, ent_slice_hash (slice ("")));
  for (gsize length = 1; length <= LONGEST; length++)
    {
      guint32 hash = ent_slice_hash ((EntSlice){ text, length });

      g_assert_cmpuint (hash, ==, ent_slice_hash ((EntSlice){ moved + 1, length }));
      g_assert_cmpuint (hash, !=, ent_slice_hash ((EntSlice){ text, length - 1 }));
      for (gsize i = 0; i < length * 8; i++)
        {
          text[i / 8] ^= (char) (1 << i % 8);
          g_assert_cmpuint (hash, !=, ent_slice_hash ((EntSlice){ text, length }));
          text[i / 8] ^= (char) (1 << i % 8);
        }
    }
}

static void
test_arena (void)
{
  static const char source_text[] = "{\"title\":\"abc\"}";
  g_autoptr (GBytes) source = g_bytes_new_static (source_text, sizeof source_text - 1);
  g_autoptr (EntArena) arena = ent_arena_new (source);
  EntText whole = ent_arena_add (arena, source_text, sizeof source_text - 1);
  EntText inside = ent_arena_add (arena, source_text + 10, 3);
  EntText at_end = ent_arena_add (arena, source_text + sizeof source_text - 1, 0);
  EntText beyond = ent_arena_add (arena, source_text + sizeof source_text - 2, 2);
  EntText own = ent_arena_add (arena, "decoded", 7);
  EntText empty = ent_arena_add (arena, "", 0);
  EntText last = ent_arena_add (arena, "a\0b", 3);

  g_assert_cmpuint (ent_arena_add (arena, NULL, 0), ==, ENT_TEXT_NONE);
  for (int i = 0; i < 2; i++)
    {
      g_assert_true (ent_arena_get (arena, whole).text == source_text);
      g_assert_true (ent_arena_get (arena, inside).text == source_text + 10);
      assert_slice (ent_arena_get (arena, inside), "abc");
      assert_slice (ent_arena_get (arena, at_end), "");
      g_assert_cmpmem (ent_arena_get (arena, beyond).text, ent_arena_get (arena, beyond).length, "}\0", 2);
      assert_slice (ent_arena_get (arena, own), "decoded");
      assert_slice (ent_arena_get (arena, empty), "");
      g_assert_cmpmem (ent_arena_get (arena, last).text, ent_arena_get (arena, last).length, "a\0b", 3);
      g_assert_null (ent_arena_get (arena, ENT_TEXT_NONE).text);
      ent_arena_shrink (arena);
    }
  g_assert_true (ent_arena_get_source (arena) == source);
}

static void
test_arena_without_source (void)
{
  g_autoptr (EntArena) arena = ent_arena_new (NULL);
  g_autoptr (EntArena) same = ent_arena_ref (arena);

  assert_slice (ent_arena_get (arena, ent_arena_add (arena, "text", 4)), "text");
  assert_slice (ent_arena_get (same, ent_arena_add (arena, "", 0)), "");
  g_assert_null (ent_arena_get_source (arena));
}

/* A text that is too long is cut, and no character with it. */
static void
test_arena_cut (void)
{
  g_autoptr (EntArena) arena = ent_arena_new (NULL);
  g_autofree char *text = g_strnfill (ENT_TEXT_MAX_LENGTH + 1, 'x');

  g_assert_cmpuint (ent_arena_get (arena, ent_arena_add (arena, text, ENT_TEXT_MAX_LENGTH)).length, ==, ENT_TEXT_MAX_LENGTH);
  g_assert_cmpuint (ent_arena_get (arena, ent_arena_add (arena, text, ENT_TEXT_MAX_LENGTH + 1)).length, ==, ENT_TEXT_MAX_LENGTH);
  memcpy (text + ENT_TEXT_MAX_LENGTH - 2, "中", 3);
  g_assert_cmpuint (ent_arena_get (arena, ent_arena_add (arena, text, ENT_TEXT_MAX_LENGTH + 1)).length, ==, ENT_TEXT_MAX_LENGTH - 2);
}

static void
test_vocabulary (void)
{
  g_autoptr (EntVocabulary) words = ent_vocabulary_new ();

  g_assert_cmpuint (ent_vocabulary_get_size (words), ==, 0);
  g_assert_cmpuint (ent_vocabulary_lookup (words, slice ("a")), ==, ENT_WORD_NONE);
  g_assert_cmpuint (ent_vocabulary_intern (words, slice ("a")), ==, 0);
  g_assert_cmpuint (ent_vocabulary_intern (words, (EntSlice){ "a\0b", 3 }), ==, 1);
  g_assert_cmpuint (ent_vocabulary_intern (words, slice ("")), ==, 2);
  g_assert_cmpuint (ent_vocabulary_intern (words, slice ("A")), ==, 3);
  g_assert_cmpuint (ent_vocabulary_intern (words, slice ("a")), ==, 0);
  g_assert_cmpuint (ent_vocabulary_lookup (words, slice ("")), ==, 2);
  g_assert_cmpuint (ent_vocabulary_lookup (words, ENT_SLICE_NONE), ==, ENT_WORD_NONE);
  g_assert_cmpuint (ent_vocabulary_get_size (words), ==, 4);
  g_assert_cmpstr (ent_vocabulary_get (words, 3), ==, "A");

  ent_vocabulary_truncate (words, 1);
  g_assert_cmpuint (ent_vocabulary_get_size (words), ==, 1);
  g_assert_cmpuint (ent_vocabulary_lookup (words, slice ("A")), ==, ENT_WORD_NONE);
  g_assert_cmpuint (ent_vocabulary_lookup (words, slice ("a")), ==, 0);
  g_assert_cmpuint (ent_vocabulary_intern (words, slice ("b")), ==, 1);
}

static const struct
{
  const char *name;
  EntTermList list;
  gboolean    has_none; /* value 0 is no word */
  const char *all;
} lists[] = {
  { "phases", ENT_TERMS_PHASE, FALSE, "intrusion, detection, disclosure, attribution, remediation" },
  { "statuses", ENT_TERMS_STATUS, TRUE, "done, ongoing, planned, announced, threatened, cancelled" },
  { "confidences", ENT_TERMS_CONFIDENCE, TRUE, "none, suspected, private-assessment, official-accusation, confirmed" },
  { "links", ENT_TERMS_LINK_TYPE, FALSE,
    "responds-to, attributes, denies, implements, part-of, compares-to, follows" },
  { "bases", ENT_TERMS_BASIS, FALSE, "occurred, intrusion, detection, disclosure, attribution, remediation" },
  { "verifications", ENT_TERMS_VERIFICATION, TRUE, "verified, recalled" },
  { "criticals", ENT_TERMS_CRITICAL, FALSE, "yes, no, contested" },
  { "source-bases", ENT_TERMS_SOURCE_BASIS, FALSE, "document, on-record, anonymous, secondary, recalled" },
};

static void
test_terms (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *all = ent_terms_all (lists[i].list);
  g_auto (GStrv) words = g_strsplit (lists[i].all, ", ", -1);
  int value = -1;

  g_assert_cmpstr (all, ==, lists[i].all);
  for (int j = 0; words[j] != NULL; j++)
    {
      g_autofree char *longer = g_strconcat (words[j], "s", NULL);

      g_assert_true (ent_terms_find (lists[i].list, slice (words[j]), &value));
      g_assert_cmpint (value, ==, j + (lists[i].has_none ? 1 : 0));
      g_assert_cmpstr (ent_terms_word (lists[i].list, value), ==, words[j]);
      g_assert_false (ent_terms_find (lists[i].list, slice (longer), &value));
      words[j][0] = g_ascii_toupper (words[j][0]);
      g_assert_false (ent_terms_find (lists[i].list, slice (words[j]), &value));
    }
  if (lists[i].has_none)
    g_assert_null (ent_terms_word (lists[i].list, 0));
  g_assert_false (ent_terms_find (lists[i].list, slice (""), &value));
  g_assert_false (ent_terms_find (lists[i].list, ENT_SLICE_NONE, &value));
}

/* The numbers in the lists are those of the enums. */
static void
test_term_values (void)
{
  g_assert_cmpstr (ent_terms_word (ENT_TERMS_PHASE, ENT_PHASE_REMEDIATION), ==, "remediation");
  g_assert_cmpstr (ent_terms_word (ENT_TERMS_STATUS, ENT_STATUS_CANCELLED), ==, "cancelled");
  g_assert_cmpstr (ent_terms_word (ENT_TERMS_CONFIDENCE, ENT_CONFIDENCE_NONE), ==, "none");
  g_assert_cmpstr (ent_terms_word (ENT_TERMS_CONFIDENCE, ENT_CONFIDENCE_CONFIRMED), ==, "confirmed");
  g_assert_cmpstr (ent_terms_word (ENT_TERMS_LINK_TYPE, ENT_LINK_FOLLOWS), ==, "follows");
  g_assert_cmpstr (ent_terms_word (ENT_TERMS_BASIS, ENT_BASIS_OCCURRED), ==, "occurred");
  g_assert_cmpstr (ent_terms_word (ENT_TERMS_BASIS, ENT_BASIS_REMEDIATION), ==, "remediation");
  g_assert_cmpstr (ent_terms_word (ENT_TERMS_VERIFICATION, ENT_VERIFICATION_RECALLED), ==, "recalled");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/slice", test_slice);
  g_test_add_func ("/words/hash", test_hash);
  g_test_add_func ("/words/arena", test_arena);
  g_test_add_func ("/words/arena-without-source", test_arena_without_source);
  g_test_add_func ("/words/arena-cut", test_arena_cut);
  g_test_add_func ("/words/vocabulary", test_vocabulary);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *path = g_strconcat ("/words/terms/", lists[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_terms);
    }
  g_test_add_func ("/words/term-values", test_term_values);

  return g_test_run ();
}
