/* ent-view.c: what of a dataset is shown, and how
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-view.h"

#include <string.h>

struct _EntView
{
  char    *span_text;  /* (owned) (nullable): the ends as they were written */
  gint64   start;
  gint64   end;
  gboolean has_start;
  gboolean has_end;
  char    *query;      /* (owned) */
  char    *group_by;   /* (owned) (nullable) */
  char    *color_by;   /* (owned) (nullable) */
  EntLaneOrder lane_order;
  GStrv    lanes;      /* (owned) (nullable): not empty */
  GStrv    collapsed;  /* (owned) (nullable): sorted, not empty */
  EntPairMode  pair_as;
  EntUnmatched unmatched;
  EntLinksShown links;
  EntBasis basis;
  char    *as_of_text; /* (owned) (nullable): goes with the next */
  EntDate  as_of;
  char    *language;   /* (owned) (nullable) */
  char    *more;       /* (owned) (nullable) */
};

G_DEFINE_BOXED_TYPE (EntView, ent_view, ent_view_copy, ent_view_free)

/**
 * ent_view_new:
 *
 * Returns: (transfer full): a view with nothing set: all events, on the basis "occurred"
 */
EntView *
ent_view_new (void)
{
  EntView *self = g_new0 (EntView, 1);

  self->query = g_strdup ("");
  self->basis = ENT_BASIS_OCCURRED;
  return self;
}

/**
 * ent_view_copy:
 * @self: a view
 *
 * Returns: (transfer full): another that is equal
 */
EntView *
ent_view_copy (const EntView *self)
{
  EntView *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->span_text = g_strdup (self->span_text);
  copy->query = g_strdup (self->query);
  copy->group_by = g_strdup (self->group_by);
  copy->color_by = g_strdup (self->color_by);
  copy->lanes = g_strdupv (self->lanes);
  copy->collapsed = g_strdupv (self->collapsed);
  copy->as_of_text = g_strdup (self->as_of_text);
  copy->language = g_strdup (self->language);
  copy->more = g_strdup (self->more);
  return copy;
}

void
ent_view_free (EntView *self)
{
  if (self == NULL)
    return;
  g_free (self->span_text);
  g_free (self->query);
  g_free (self->group_by);
  g_free (self->color_by);
  g_strfreev (self->lanes);
  g_strfreev (self->collapsed);
  g_free (self->as_of_text);
  g_free (self->language);
  g_free (self->more);
  g_free (self);
}

static gboolean
same_span (const EntView *a,
           const EntView *b)
{
  return a->has_start == b->has_start && a->has_end == b->has_end &&
         (!a->has_start || a->start == b->start) && (!a->has_end || a->end == b->end);
}

static gboolean
same_as_of (const EntView *a,
            const EntView *b)
{
  return (a->as_of_text == NULL) == (b->as_of_text == NULL) &&
         (a->as_of_text == NULL || ent_date_equal (&a->as_of, &b->as_of));
}

static gboolean
same_list (const GStrv a,
           const GStrv b)
{
  return a == b || (a != NULL && b != NULL && g_strv_equal ((const char *const *) a, (const char *const *) b));
}

/**
 * ent_view_compare:
 * @self: a view
 * @other: another
 *
 * Compares what is shown. How a date is written does not count.
 *
 * Returns: in what they differ; 0 when they are equal
 */
EntViewParts
ent_view_compare (const EntView *self,
                  const EntView *other)
{
  EntViewParts parts = 0;

  g_return_val_if_fail (self != NULL && other != NULL, 0);

  if (!same_span (self, other))
    parts |= ENT_VIEW_SPAN;
  if (!g_str_equal (self->query, other->query))
    parts |= ENT_VIEW_QUERY;
  if (g_strcmp0 (self->group_by, other->group_by) != 0)
    parts |= ENT_VIEW_GROUP_BY;
  if (g_strcmp0 (self->color_by, other->color_by) != 0)
    parts |= ENT_VIEW_COLOR_BY;
  if (self->lane_order != other->lane_order)
    parts |= ENT_VIEW_LANE_ORDER;
  if (!same_list (self->lanes, other->lanes))
    parts |= ENT_VIEW_LANES;
  if (!same_list (self->collapsed, other->collapsed))
    parts |= ENT_VIEW_COLLAPSED;
  if (self->pair_as != other->pair_as)
    parts |= ENT_VIEW_PAIR_AS;
  if (self->unmatched != other->unmatched)
    parts |= ENT_VIEW_UNMATCHED;
  if (self->links != other->links)
    parts |= ENT_VIEW_LINKS;
  if (self->basis != other->basis)
    parts |= ENT_VIEW_BASIS;
  if (!same_as_of (self, other))
    parts |= ENT_VIEW_AS_OF;
  if (g_strcmp0 (self->language, other->language) != 0)
    parts |= ENT_VIEW_LANGUAGE;
  if (g_strcmp0 (self->more, other->more) != 0)
    parts |= ENT_VIEW_MORE;
  return parts;
}

/** ent_view_equal: (skip): whether ent_view_compare() finds no difference */
gboolean
ent_view_equal (const EntView *self,
                const EntView *other)
{
  return ent_view_compare (self, other) == 0;
}

/**
 * ent_view_get_span:
 * @self: a view
 * @edges: (nullable): where an end lies that the view leaves open, usually the extent of all events
 * @span: (out): the visible stretch of time; untouched when %FALSE is returned
 *
 * Returns: whether the view names a span of which something is left
 */
gboolean
ent_view_get_span (const EntView *self,
                   const EntSpan *edges,
                   EntSpan       *span)
{
  EntSpan found;

  g_return_val_if_fail (self != NULL && span != NULL, FALSE);

  if ((!self->has_start && !self->has_end) || (edges == NULL && !(self->has_start && self->has_end)))
    return FALSE;
  found.start = self->has_start ? self->start : edges->start;
  found.end = self->has_end ? self->end : edges->end;
  if (ent_span_is_empty (&found))
    return FALSE;
  *span = found;
  return TRUE;
}

/** ent_view_get_start: (skip): (nullable): the first visible second, or %NULL when open or not set */
const gint64 *
ent_view_get_start (const EntView *self)
{
  return self->has_start ? &self->start : NULL;
}

/** ent_view_get_end: (skip): (nullable): the second after the last visible one, or %NULL when open or not set */
const gint64 *
ent_view_get_end (const EntView *self)
{
  return self->has_end ? &self->end : NULL;
}

/** ent_view_get_span_text: (skip): (nullable): the EDTF text the span was given by */
const char *
ent_view_get_span_text (const EntView *self)
{
  return self->span_text;
}

/** ent_view_get_query: (skip): the query as text; empty for everything */
const char *
ent_view_get_query (const EntView *self)
{
  return self->query;
}

/** ent_view_get_group_by: (skip): (nullable): the facet that makes the lanes, or "none" */
const char *
ent_view_get_group_by (const EntView *self)
{
  return self->group_by;
}

/** ent_view_get_color_by: (skip): (nullable): the facet that makes the colours, or "none" */
const char *
ent_view_get_color_by (const EntView *self)
{
  return self->color_by;
}

/** ent_view_get_lane_order: (skip): in which order lanes stand */
EntLaneOrder
ent_view_get_lane_order (const EntView *self)
{
  return self->lane_order;
}

/** ent_view_get_lanes: (skip): (nullable): the lanes put first by hand, from the top, ended by %NULL; none is %NULL */
const char *const *
ent_view_get_lanes (const EntView *self)
{
  return (const char *const *) self->lanes;
}

/** ent_view_get_collapsed: (skip): (nullable): the lanes folded to a head, sorted, ended by %NULL; none is %NULL */
const char *const *
ent_view_get_collapsed (const EntView *self)
{
  return (const char *const *) self->collapsed;
}

/** ent_view_get_pair_as: (skip): which actors make the pairs of lanes by pair */
EntPairMode
ent_view_get_pair_as (const EntView *self)
{
  return self->pair_as;
}

/** ent_view_get_unmatched: (skip): what becomes of events that the query does not match */
EntUnmatched
ent_view_get_unmatched (const EntView *self)
{
  return self->unmatched;
}

/** ent_view_get_basis: (skip): the date that events stand at */
EntBasis
ent_view_get_basis (const EntView *self)
{
  return self->basis;
}

/** ent_view_get_as_of: (skip): (nullable): the day as of which the story is told */
const EntDate *
ent_view_get_as_of (const EntView *self)
{
  return self->as_of_text != NULL ? &self->as_of : NULL;
}

/** ent_view_get_as_of_text: (skip): (nullable): that day as EDTF, as it was given */
const char *
ent_view_get_as_of_text (const EntView *self)
{
  return self->as_of_text;
}

/** ent_view_get_language: (skip): (nullable): the tag of the language texts are shown in */
const char *
ent_view_get_language (const EntView *self)
{
  return self->language;
}

/** ent_view_get_more: (skip): (nullable): what ent_view_set_more() was given */
const char *
ent_view_get_more (const EntView *self)
{
  return self->more;
}

/**
 * ent_view_set_span:
 * @self: a view
 * @span: (nullable): the visible stretch of time, not empty; %NULL for the default
 */
void
ent_view_set_span (EntView       *self,
                   const EntSpan *span)
{
  g_return_if_fail (span == NULL || !ent_span_is_empty (span));

  ent_view_set_ends (self, span != NULL ? &span->start : NULL, span != NULL ? &span->end : NULL);
}

/**
 * ent_view_set_ends:
 * @self: a view
 * @start: (nullable): the first visible second; %NULL to begin with the first event
 * @end: (nullable): the second after the last visible one; %NULL to end with the last event
 *
 * Sets the span by its ends. It has no text then.
 */
void
ent_view_set_ends (EntView      *self,
                   const gint64 *start,
                   const gint64 *end)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->span_text, g_free);
  self->has_start = start != NULL;
  self->has_end = end != NULL;
  self->start = start != NULL ? *start : 0;
  self->end = end != NULL ? *end : 0;
}

static char *
dup_text (const char *text,
          gssize      length)
{
  return length < 0 ? g_strdup (text) : g_strndup (text, (gsize) length);
}

/**
 * ent_view_set_span_text:
 * @self: a view; unchanged when %FALSE is returned
 * @text: an EDTF date or interval; the span is from its earliest start to its latest end, each open
 *   when it is open, unknown or too far away
 * @length: in bytes, or -1 when @text is ended by NUL
 * @error: return location for an #EntDateError
 *
 * Sets the span and keeps the text.
 *
 * Returns: whether @text is a date
 */
gboolean
ent_view_set_span_text (EntView    *self,
                        const char *text,
                        gssize      length,
                        GError    **error)
{
  EntDate date;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  if (!ent_date_parse (text, length, &date, error))
    return FALSE;
  ent_view_set_ends (self, date.earliest_start.kind == ENT_BOUND_KNOWN ? &date.earliest_start.time : NULL,
                     date.latest_end.kind == ENT_BOUND_KNOWN ? &date.latest_end.time : NULL);
  self->span_text = dup_text (text, length);
  return TRUE;
}

static void
set_word (char      **place,
          const char *word)
{
  char *copy = word != NULL && *word != '\0' ? g_strdup (word) : NULL; /* may be the old one */

  g_free (*place);
  *place = copy;
}

/**
 * ent_view_set_query:
 * @self: a view
 * @query: (nullable): the query as text, valid or not; %NULL or empty for everything
 */
void
ent_view_set_query (EntView    *self,
                    const char *query)
{
  char *copy = g_strdup (query != NULL ? query : "");

  g_free (self->query);
  self->query = copy;
}

/** ent_view_set_group_by: (skip): sets the facet that makes the lanes; %NULL or empty for the default */
void
ent_view_set_group_by (EntView    *self,
                       const char *group_by)
{
  set_word (&self->group_by, group_by);
}

/** ent_view_set_color_by: (skip): sets the facet that makes the colours; %NULL or empty for the default */
void
ent_view_set_color_by (EntView    *self,
                       const char *color_by)
{
  set_word (&self->color_by, color_by);
}

/** ent_view_set_lane_order: (skip): sets in which order lanes stand */
void
ent_view_set_lane_order (EntView     *self,
                         EntLaneOrder order)
{
  self->lane_order = order;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Each once. The list may be the old one. */
static void
set_list (GStrv             *place,
          const char *const *list,
          gboolean           sorted)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) copy = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    if (g_hash_table_add (seen, (gpointer) list[i]))
      g_ptr_array_add (copy, g_strdup (list[i]));
  if (sorted)
    g_ptr_array_sort (copy, compare_texts);
  g_strfreev (*place);
  *place = NULL;
  if (copy->len == 0)
    return;
  g_ptr_array_add (copy, NULL);
  *place = (GStrv) g_ptr_array_steal (copy, NULL);
}

/**
 * ent_view_set_lanes:
 * @self: a view
 * @lanes: (nullable): values of the facet that makes the lanes, ended by %NULL: those whose lanes stand first, from the
 *   top; %NULL or empty for the order alone. "" is the lane of events without a value. What is no value counts for
 *   nothing
 */
void
ent_view_set_lanes (EntView           *self,
                    const char *const *lanes)
{
  set_list (&self->lanes, lanes, FALSE);
}

/**
 * ent_view_set_collapsed:
 * @self: a view
 * @lanes: (nullable): values of the facet that makes the lanes, in any order, ended by %NULL: those whose lanes are
 *   folded to a head; otherwise as for ent_view_set_lanes()
 */
void
ent_view_set_collapsed (EntView           *self,
                        const char *const *lanes)
{
  set_list (&self->collapsed, lanes, TRUE);
}

/** ent_view_set_pair_as: (skip): sets which actors make the pairs of lanes by pair */
void
ent_view_set_pair_as (EntView    *self,
                      EntPairMode mode)
{
  self->pair_as = mode;
}

/** ent_view_get_links: (skip): which links are shown as arcs */
EntLinksShown
ent_view_get_links (const EntView *self)
{
  return self->links;
}

/** ent_view_set_links: (skip): sets which links are shown as arcs */
void
ent_view_set_links (EntView       *self,
                    EntLinksShown  links)
{
  self->links = links;
}

/** ent_view_set_unmatched: (skip): sets what becomes of events that the query does not match */
void
ent_view_set_unmatched (EntView     *self,
                        EntUnmatched unmatched)
{
  self->unmatched = unmatched;
}

/** ent_view_set_basis: (skip): sets the date that events stand at */
void
ent_view_set_basis (EntView *self,
                    EntBasis basis)
{
  self->basis = basis;
}

/**
 * ent_view_set_as_of:
 * @self: a view; unchanged when %FALSE is returned
 * @text: (nullable): the day as of which the story is told, as EDTF; %NULL for all that is known
 * @length: in bytes, or -1 when @text is ended by NUL
 * @error: return location for an #EntDateError
 *
 * Returns: whether @text is a date, or %NULL
 */
gboolean
ent_view_set_as_of (EntView    *self,
                    const char *text,
                    gssize      length,
                    GError    **error)
{
  EntDate date = { 0 };
  char *copy;

  g_return_val_if_fail (self != NULL, FALSE);

  if (text != NULL && !ent_date_parse (text, length, &date, error))
    return FALSE;
  copy = text != NULL ? dup_text (text, length) : NULL;
  g_free (self->as_of_text);
  self->as_of_text = copy;
  self->as_of = date;
  return TRUE;
}

/** ent_view_set_language: (skip): sets the tag of the language texts are shown in; %NULL or empty for the default */
void
ent_view_set_language (EntView    *self,
                       const char *language)
{
  set_word (&self->language, language);
}

/**
 * ent_view_set_more:
 * @self: a view
 * @more: (nullable): a JSON object with what a file says of the view beyond this program's knowledge
 *
 * Keeps it, to be written again.
 */
void
ent_view_set_more (EntView    *self,
                   const char *more)
{
  set_word (&self->more, more);
}
