/* ent-coverage.c: whether sources collect in all of a span
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-coverage.h"

typedef struct
{
  EntSlice source;
  EntSpan  span;
} Stretch;

/* An end that is not known may have been at once; an open one was not yet. */
static void
read_stretch (const EntCoverage *coverage,
              Stretch           *stretch)
{
  const EntBound *start = &coverage->span.earliest_start;
  const EntBound *end = &coverage->span.latest_end;

  stretch->source = coverage->source;
  stretch->span.start = start->kind == ENT_BOUND_OPEN ? G_MININT64 : start->time;
  stretch->span.end = end->kind == ENT_BOUND_OPEN ? G_MAXINT64 : end->time;
  if (start->kind == ENT_BOUND_UNKNOWN || end->kind == ENT_BOUND_UNKNOWN)
    stretch->span.end = stretch->span.start = 0;
}

static int
compare_sources (EntSlice a,
                 EntSlice b)
{
  int order = a.length > 0 && b.length > 0 ? memcmp (a.text, b.text, MIN (a.length, b.length)) : 0;

  return order != 0 ? order : (a.length > b.length) - (a.length < b.length);
}

static int
compare_stretches (gconstpointer a,
                   gconstpointer b)
{
  const Stretch *left = a;
  const Stretch *right = b;
  int order = compare_sources (left->source, right->source);

  return order != 0 ? order : (left->span.start > right->span.start) - (left->span.start < right->span.start);
}

/**
 * ent_coverage_spanning:
 * @coverage: (array length=n_coverage): which source collects when
 * @n_coverage: how many
 * @span: a span, not empty
 *
 * Looks for the sources that collect in all of @span. What is said of one source in several spans is put together; what
 * two sources collect, one after the other, is not, because nobody knows that they collect the same. A span that is
 * written coarsely is meant in full (`2005/2010` is six years), an open end goes on for ever, and a span with an end that
 * is not known covers nothing.
 *
 * Returns: (transfer full): their names, each once, in the order of their bytes, ended by %NULL; one that has no name is
 *   the empty string
 */
char **
ent_coverage_spanning (const EntCoverage *coverage,
                       guint              n_coverage,
                       const EntSpan     *span)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GArray) stretches = g_array_sized_new (FALSE, FALSE, sizeof (Stretch), n_coverage);
  gint64 reached = 0;

  g_return_val_if_fail (span != NULL && !ent_span_is_empty (span), NULL);

  g_array_set_size (stretches, n_coverage);
  for (guint i = 0; i < n_coverage; i++)
    read_stretch (&coverage[i], &g_array_index (stretches, Stretch, i));
  g_array_sort (stretches, compare_stretches);
  for (guint i = 0; i < n_coverage; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);

      if (i == 0 || compare_sources (stretch->source, g_array_index (stretches, Stretch, i - 1).source) != 0)
        reached = span->start;
      if (reached >= span->end || stretch->span.start > reached || stretch->span.end <= reached)
        continue;
      reached = stretch->span.end;
      if (reached >= span->end)
        {
          g_autofree char *name = ent_slice_dup (stretch->source);

          g_strv_builder_add (names, name != NULL ? name : "");
        }
    }
  return g_strv_builder_end (names);
}
