/* ent-health-titles.c: titles as their words, to see which are nearly the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Titles are alike when they are the same as a search compares them; when of all words that either has, both have
 * three in five; or when they differ in a letter or two, as by a slip. A word with a digit in it that only one of
 * them has tells them apart in any case: round 1 is not round 2.
 *
 * Words are numbered from the rarest on, and each title has its own in that order. If two titles have three in five
 * words in common, they have one in common among the rarest of each, as many as could be missing and one more: so
 * only there need it be looked for (the prefix filter of set joins).
 */
#include "config.h"

#include "ent-health-titles.h"

#include "ent-limits.h"
#include "ent-text-fold.h"
#include "ent-vocabulary.h"

#include <stdlib.h>

/* Titles are alike by words when `common / all` is at least this. */
#define LIKENESS_COMMON 3
#define LIKENESS_ALL 5

/* Letters that a slip may change, of a title that has so many. */
#define SHORTEST_WITH_ONE_SLIP 12
#define SHORTEST_WITH_TWO_SLIPS 20
#define MAX_SLIPS 2
#define LONGEST_WITH_SLIPS 256

/* Titles with a slip are looked for among those that begin, or end, with as many equal letters. In none that is long
 * enough do the two overlap, so that one slip leaves one of them. */
#define END_LETTERS 6

struct _EntHealthTitles
{
  guint    n_rows;
  guint32 *titles;        /* (owned): by row: number of the folded title */
  GArray  *words;         /* (owned) of guint32: of all rows, the rarest of each first */
  guint32 *first_word;    /* (owned): where a row's words begin: rows + 1 */
  guint   *counts;        /* (owned): by word: how many titles have it */
  guint8  *has_digit;     /* (owned): by word */
  GString *letters;       /* (owned): of all rows, without what stands between words */
  guint   *first_letter;  /* (owned): in bytes; rows + 1 */
};

typedef struct
{
  EntHealthTitles *self;
  EntVocabulary   *vocabulary;
  GByteArray      *has_digit; /* by number of the vocabulary */
} Making;

void
ent_health_titles_free (EntHealthTitles *self)
{
  g_free (self->titles);
  g_array_unref (self->words);
  g_free (self->first_word);
  g_free (self->counts);
  g_free (self->has_digit);
  g_string_free (self->letters, TRUE);
  g_free (self->first_letter);
  g_free (self);
}

/* Scripts that put no space between words: there two letters make one. */
static gboolean
has_no_spaces (gunichar ch)
{
  switch (g_unichar_get_script (ch))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
add_word (Making     *making,
          const char *from,
          const char *to,
          gboolean    digit)
{
  guint32 number = ent_vocabulary_intern (making->vocabulary, (EntSlice){ from, (gsize) (to - from) });
  guint8 has_digit = digit;

  if (number == making->has_digit->len)
    g_byte_array_append (making->has_digit, &has_digit, 1);
  g_array_append_val (making->self->words, number);
}

/* Adds the words of a folded text, some of them more than once. */
static void
add_words (Making     *making,
           const char *folded)
{
  const char *at = folded;

  while (*at != '\0')
    {
      const char *from = at;
      const char *last = at;
      gboolean dense = has_no_spaces (g_utf8_get_char (at));
      gboolean digit = FALSE;
      guint n = 0;

      for (; *at != '\0'; at = g_utf8_next_char (at))
        {
          gunichar ch = g_utf8_get_char (at);

          if (!g_unichar_isalnum (ch) || has_no_spaces (ch) != dense)
            break;
          digit = digit || g_unichar_isdigit (ch);
          if (dense && n > 0)
            add_word (making, last, g_utf8_next_char (at), FALSE);
          last = at;
          n++;
        }
      if (n == 0)
        {
          at = g_utf8_next_char (at);
          continue;
        }
      g_string_append_len (making->self->letters, from, at - from);
      if (!dense || n == 1)
        add_word (making, from, at, digit);
    }
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint32 left = *(const guint32 *) a;
  guint32 right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

static void
keep_each_once (GArray *words,
                guint   first)
{
  guint n = first;

  qsort ((guint32 *) words->data + first, words->len - first, sizeof (guint32), compare_numbers);
  for (guint i = first; i < words->len; i++)
    if (i == first || g_array_index (words, guint32, i) != g_array_index (words, guint32, n - 1))
      g_array_index (words, guint32, n++) = g_array_index (words, guint32, i);
  g_array_set_size (words, n);
}

typedef struct
{
  guint   count;
  guint32 number;
} Frequency;

static int
compare_frequencies (gconstpointer a,
                     gconstpointer b)
{
  const Frequency *left = a;
  const Frequency *right = b;

  if (left->count != right->count)
    return left->count > right->count ? 1 : -1;
  return (left->number > right->number) - (left->number < right->number);
}

/* Numbers words anew, from the rarest on. */
static void
sort_words (Making *making)
{
  EntHealthTitles *self = making->self;
  guint n_words = ent_vocabulary_get_size (making->vocabulary);
  g_autofree Frequency *frequencies = g_new0 (Frequency, MAX (n_words, 1));
  g_autofree guint32 *ranks = g_new (guint32, MAX (n_words, 1));

  for (guint32 i = 0; i < n_words; i++)
    frequencies[i].number = i;
  for (guint i = 0; i < self->words->len; i++)
    frequencies[g_array_index (self->words, guint32, i)].count++;
  qsort (frequencies, n_words, sizeof (Frequency), compare_frequencies);
  self->counts = g_new (guint, MAX (n_words, 1));
  self->has_digit = g_new (guint8, MAX (n_words, 1));
  for (guint32 rank = 0; rank < n_words; rank++)
    {
      ranks[frequencies[rank].number] = rank;
      self->counts[rank] = frequencies[rank].count;
      self->has_digit[rank] = making->has_digit->data[frequencies[rank].number];
    }
  for (guint i = 0; i < self->words->len; i++)
    g_array_index (self->words, guint32, i) = ranks[g_array_index (self->words, guint32, i)];
  for (guint row = 0; row < self->n_rows; row++)
    qsort ((guint32 *) self->words->data + self->first_word[row], self->first_word[row + 1] - self->first_word[row],
           sizeof (guint32), compare_numbers);
}

/**
 * ent_health_titles_new:
 * @dataset: a dataset
 * @cancellable: (nullable): to give up early
 *
 * Takes all titles apart, in the dataset's own language; of long ones only the beginning counts.
 *
 * Returns: (transfer full) (nullable): the titles, or %NULL when cancelled
 */
EntHealthTitles *
ent_health_titles_new (EntDataset   *dataset,
                       GCancellable *cancellable)
{
  g_autoptr (EntHealthTitles) self = g_new0 (EntHealthTitles, 1);
  g_autoptr (EntVocabulary) titles = ent_vocabulary_new ();
  g_autoptr (EntVocabulary) vocabulary = ent_vocabulary_new ();
  g_autoptr (GByteArray) has_digit = g_byte_array_new ();
  Making making = { self, vocabulary, has_digit };

  self->n_rows = ent_dataset_get_n_events (dataset);
  self->titles = g_new (guint32, MAX (self->n_rows, 1));
  /* Never NULL, even if no title has a word. */
  self->words = g_array_sized_new (FALSE, FALSE, sizeof (guint32), MAX (self->n_rows, 1));
  self->first_word = g_new0 (guint32, self->n_rows + 1);
  self->letters = g_string_new (NULL);
  self->first_letter = g_new0 (guint, self->n_rows + 1);
  for (guint32 row = 0; row < self->n_rows; row++)
    {
      EntSlice title = ent_dataset_get_event_text (dataset, row, ENT_TEXT_TITLE, NULL);
      g_autofree char *folded = ent_text_fold (ent_slice_cut (title, ENT_LIMIT_COMPARED_TITLE));

      if (row % 256 == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;
      self->titles[row] = ent_vocabulary_intern (titles, ent_slice_from_string (folded));
      add_words (&making, folded);
      keep_each_once (self->words, self->first_word[row]);
      self->first_word[row + 1] = self->words->len;
      self->first_letter[row + 1] = (guint) self->letters->len;
    }
  sort_words (&making);
  return g_steal_pointer (&self);
}

/** ent_health_titles_get_number: (skip): a number that only those have whose titles a search does not tell apart */
guint32
ent_health_titles_get_number (const EntHealthTitles *self,
                              guint32                row)
{
  return self->titles[row];
}

static const guint32 *
words_of (const EntHealthTitles *self,
          guint32                row,
          guint                 *n_words)
{
  *n_words = self->first_word[row + 1] - self->first_word[row];
  return (const guint32 *) self->words->data + self->first_word[row];
}

/**
 * ent_health_titles_get_rare:
 * @self: the titles
 * @row: an event
 * @n_words: (out): how many there are
 *
 * Returns: (transfer none): words of which every title that is alike by words has one among its own, without those
 *   that no other title has
 */
const guint32 *
ent_health_titles_get_rare (const EntHealthTitles *self,
                            guint32                row,
                            guint                 *n_words)
{
  guint n_all;
  const guint32 *words = words_of (self, row, &n_all);
  /* As many as may be missing, which is all less three in five, rounded up; and one more. */
  guint n_rare = MIN (n_all, n_all - (n_all * LIKENESS_COMMON + LIKENESS_ALL - 1) / LIKENESS_ALL + 1);
  guint from = 0;

  while (from < n_rare && self->counts[words[from]] == 1)
    from++;
  *n_words = n_rare - from;
  return words + from;
}

static EntSlice
letters_of (const EntHealthTitles *self,
            guint32                row)
{
  return (EntSlice){ self->letters->str + self->first_letter[row],
                     self->first_letter[row + 1] - self->first_letter[row] };
}

/**
 * ent_health_titles_get_ends:
 * @self: the titles
 * @row: an event
 * @head: (out): a number that those have whose first letters are the same, and hardly others
 * @tail: (out): likewise of the last letters
 *
 * Two titles that differ by a slip have one of them in common; with two slips, unless one is in the head and one in
 * the tail.
 *
 * Returns: whether the title is long enough for a slip to tell anything
 */
gboolean
ent_health_titles_get_ends (const EntHealthTitles *self,
                            guint32                row,
                            guint32               *head,
                            guint32               *tail)
{
  EntSlice letters = letters_of (self, row);
  const char *end = letters.text + letters.length;
  const char *after_head = letters.text;
  const char *before_tail = end;

  /* One more slip can take one more letter away. */
  if (g_utf8_strlen (letters.text, (gssize) letters.length) < SHORTEST_WITH_ONE_SLIP - 1)
    return FALSE;
  for (guint i = 0; i < END_LETTERS; i++)
    {
      after_head = g_utf8_next_char (after_head);
      before_tail = g_utf8_prev_char (before_tail);
    }
  *head = ent_slice_hash ((EntSlice){ letters.text, (gsize) (after_head - letters.text) });
  *tail = ent_slice_hash ((EntSlice){ before_tail, (gsize) (end - before_tail) });
  return TRUE;
}

static gsize
decode (EntSlice letters,
        gunichar decoded[LONGEST_WITH_SLIPS])
{
  gsize n = 0;

  for (const char *at = letters.text; at < letters.text + letters.length; at = g_utf8_next_char (at))
    {
      if (n == LONGEST_WITH_SLIPS)
        return n + 1;
      decoded[n++] = g_utf8_get_char (at);
    }
  return n;
}

/* Whether so few letters put in, left out, exchanged or swapped with the next make one of the other. Where the two go
 * apart, each way on is tried: with two slips these are sixteen at the most. */
static gboolean
differ_by_slips (const gunichar *a,
                 gsize           n_a,
                 const gunichar *b,
                 gsize           n_b,
                 guint           slips)
{
  while (n_a > 0 && n_b > 0 && *a == *b)
    {
      a++;
      b++;
      n_a--;
      n_b--;
    }
  if (n_a == 0 || n_b == 0)
    return MAX (n_a, n_b) <= slips;
  if (slips == 0)
    return FALSE;
  if (n_a > 1 && n_b > 1 && a[0] == b[1] && a[1] == b[0] && differ_by_slips (a + 2, n_a - 2, b + 2, n_b - 2, slips - 1))
    return TRUE;
  return differ_by_slips (a + 1, n_a - 1, b + 1, n_b - 1, slips - 1) ||
         differ_by_slips (a + 1, n_a - 1, b, n_b, slips - 1) ||
         differ_by_slips (a, n_a, b + 1, n_b - 1, slips - 1);
}

static gboolean
are_near (EntSlice a,
          EntSlice b)
{
  gunichar decoded_a[LONGEST_WITH_SLIPS];
  gunichar decoded_b[LONGEST_WITH_SLIPS];
  gsize n_a;
  gsize n_b;
  gsize longer;

  /* No letter has more than four bytes. */
  if (MAX (a.length, b.length) - MIN (a.length, b.length) > MAX_SLIPS * 4)
    return FALSE;
  n_a = decode (a, decoded_a);
  n_b = decode (b, decoded_b);
  longer = MAX (n_a, n_b);
  if (longer < SHORTEST_WITH_ONE_SLIP || longer > LONGEST_WITH_SLIPS)
    return FALSE;
  return differ_by_slips (decoded_a, n_a, decoded_b, n_b, longer < SHORTEST_WITH_TWO_SLIPS ? 1 : MAX_SLIPS);
}

/** ent_health_titles_are_alike: (skip): whether the titles of two events are nearly the same */
gboolean
ent_health_titles_are_alike (const EntHealthTitles *self,
                             guint32                a,
                             guint32                b)
{
  guint n_a;
  guint n_b;
  const guint32 *words_a = words_of (self, a, &n_a);
  const guint32 *words_b = words_of (self, b, &n_b);
  guint n_common = 0;
  guint i = 0;
  guint j = 0;

  if (self->titles[a] == self->titles[b])
    return TRUE;
  while (i < n_a || j < n_b)
    if (i < n_a && j < n_b && words_a[i] == words_b[j])
      {
        n_common++;
        i++;
        j++;
      }
    else
      {
        guint32 odd = j == n_b || (i < n_a && words_a[i] < words_b[j]) ? words_a[i++] : words_b[j++];

        if (self->has_digit[odd])
          return FALSE;
      }
  if (n_common > 0 && n_common * LIKENESS_ALL >= (n_a + n_b - n_common) * LIKENESS_COMMON)
    return TRUE;
  return are_near (letters_of (self, a), letters_of (self, b));
}
