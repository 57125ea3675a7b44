/* ent-as-of-blame.c: who had been said to have done it by a day, and who had denied it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-as-of-private.h"

/* ## Attribution and denial by a day
 *
 * A dataset says how firmly an incident is attributed *now*, and by whom; it says when in two places. The *attribution
 * phase* is when; failing that, the earliest dated event with a link `attributes` to the incident. An accuser who takes
 * part in such an event, itself or through one who is part of it, is one from that event on; all others are from
 * when the attribution is.
 *
 * How firm it is belongs to the attribution as it is recorded. Where somebody had named who did it before the
 * attribution phase, how firmly is not recorded, and the least is said, "suspected", until the phase.
 *
 * If neither says when, the attribution is not shown before the last thing that is recorded of the incident (the end of
 * its date and of its other phases, as far as they are known) is over: to show it earlier would be a guess drawn as
 * a fact. So it is for denials: from the earliest dated event with a link `denies` in which who denies takes part, or
 * else as late as an undated attribution. What is told of a thing of which it is not recorded when, says so. */

typedef struct
{
  EntDataset         *whole;
  const EntAsOfTable *table;
  guint32             row;
  gint64              end;
} Asking;

/** ent_as_of_has_blame: (skip): whether anything is said of who did it */
gboolean
ent_as_of_has_blame (EntDataset *whole,
                     guint32     row)
{
  guint n_actors;
  const EntActorRef *actors;

  if (ent_dataset_get_confidence (whole, row) > ENT_CONFIDENCE_NONE || ent_dataset_is_denied (whole, row))
    return TRUE;
  actors = ent_dataset_list_of_row (whole, ENT_LIST_ACTORS, row, &n_actors);
  return n_actors > 0 && actors[n_actors - 1].relation != ENT_RELATION_ROLE;
}

static gboolean
is_part_of (EntDataset *whole,
            guint32     actor,
            guint32     other)
{
  for (; actor != ENT_ROW_NONE; actor = ent_dataset_get_actor_parent (whole, actor))
    if (actor == other)
      return TRUE;
  return FALSE;
}

static gboolean
takes_part (EntDataset *whole,
            guint32     row,
            guint32     actor)
{
  guint n_refs;
  const EntActorRef *refs = ent_dataset_list_of_row (whole, ENT_LIST_ACTORS, row, &n_refs);

  for (guint i = 0; i < n_refs; i++)
    if (refs[i].relation == ENT_RELATION_ROLE && is_part_of (whole, refs[i].actor, actor) &&
        !(refs[i].word != ENT_WORD_NONE && g_str_equal (ent_dataset_get_word (whole, refs[i].word), "target")))
      return TRUE;
  return FALSE;
}

/* When the first event with such a link to the incident was there and known, if any has a date. */
static gboolean
find_first (const Asking *asking,
            EntLinkType   type,
            guint32       actor,
            EntAsOfTime  *time)
{
  guint n_links;
  const EntLink *links = ent_dataset_list_of_row (asking->whole, ENT_LIST_LINKS_TO, asking->row, &n_links);
  gboolean found = FALSE;

  for (guint i = 0; i < n_links; i++)
    {
      const EntAsOfTime *other;

      if (links[i].type != type || links[i].target == ENT_ROW_NONE ||
          (ent_dataset_event_at (asking->whole, links[i].target)->flags & ENT_EVENT_DATED) == 0 ||
          (actor != ENT_ROW_NONE && !takes_part (asking->whole, links[i].target, actor)))
        continue;
      other = &asking->table->events[links[i].target].time;
      if (found)
        ent_as_of_join (time, other);
      else
        *time = *other;
      found = TRUE;
    }
  return found;
}

static void
look_at_end (const EntDate *date,
             gint64        *last)
{
  const EntBound *bounds[] = { &date->latest_end, &date->latest_start, &date->earliest_start };

  for (gsize i = 0; i < G_N_ELEMENTS (bounds); i++)
    if (bounds[i]->kind == ENT_BOUND_KNOWN || bounds[i]->kind == ENT_BOUND_BEYOND)
      {
        *last = MAX (*last, bounds[i]->time);
        return;
      }
}

/** ent_as_of_find_last: (skip): when the last is over that is recorded of an incident; %G_MININT64 if nothing is known */
gint64
ent_as_of_find_last (EntDataset *whole,
                     guint32     row)
{
  const EntEventEntry *event = ent_dataset_event_at (whole, row);
  guint n_phases;
  const EntPhaseEntry *phases = ent_dataset_list_of_row (whole, ENT_LIST_PHASES, row, &n_phases);
  gint64 last = G_MININT64;

  if ((event->flags & ENT_EVENT_DATED) != 0)
    look_at_end (&event->date, &last);
  for (guint i = 0; i < n_phases; i++)
    look_at_end (&phases[i].date, &last);
  return last;
}

static gboolean
is_over (const Asking *asking)
{
  return ent_as_of_find_last (asking->whole, asking->row) <= asking->end;
}

static gboolean
has_come (const Asking      *asking,
          const EntAsOfTime *time)
{
  return time->earliest < asking->end;
}

static gboolean
had_accused (const Asking *asking,
             guint32       accuser,
             gboolean      attributed)
{
  EntAsOfTime time;

  return find_first (asking, ENT_LINK_ATTRIBUTES, accuser, &time) ? has_come (asking, &time) : attributed;
}

static gboolean
had_denied (const Asking *asking,
            guint32       denier,
            gboolean      named,
            EntAsOfBlame *blame)
{
  EntAsOfTime time;

  if (find_first (asking, ENT_LINK_DENIES, denier, &time))
    return has_come (asking, &time);
  blame->notes |= ENT_AS_OF_DENIAL_UNDATED;
  return named && is_over (asking);
}

/**
 * ent_as_of_find_blame: (skip)
 * @whole: a dataset that is not as of a day
 * @table: since when its events are known
 * @row: an event of it that is known by the day
 * @end: the second after the day
 * @actors: (nullable): gets the event's #EntActorRef as of the day: all roles, and accusers and deniers of the time
 * @blame: (out caller-allocates): what had been said
 */
void
ent_as_of_find_blame (EntDataset         *whole,
                      const EntAsOfTable *table,
                      guint32             row,
                      gint64              end,
                      GArray             *actors,
                      EntAsOfBlame       *blame)
{
  const Asking asking = { whole, table, row, end };
  EntConfidence recorded = ent_dataset_get_confidence (whole, row);
  guint n_refs;
  const EntActorRef *refs = ent_dataset_list_of_row (whole, ENT_LIST_ACTORS, row, &n_refs);
  gboolean has_phase;
  gboolean has_event;
  gboolean attributed;
  gboolean named;
  gboolean left_out = FALSE;
  gboolean has_deniers = FALSE;
  EntAsOfTime at_phase;
  EntAsOfTime at_event;
  EntDate phase;

  *blame = (EntAsOfBlame){ .confidence = recorded };
  has_phase = ent_dataset_get_phase (whole, row, ENT_PHASE_ATTRIBUTION, &phase, NULL);
  if (has_phase)
    ent_as_of_read_start (&phase, &at_phase);
  has_event = find_first (&asking, ENT_LINK_ATTRIBUTES, ENT_ROW_NONE, &at_event);
  attributed = has_phase ? has_come (&asking, &at_phase) : has_event ? has_come (&asking, &at_event) : is_over (&asking);
  named = attributed || (has_event && has_come (&asking, &at_event));

  for (guint i = 0; i < n_refs; i++)
    {
      gboolean kept = TRUE;

      if (refs[i].relation == ENT_RELATION_ACCUSER)
        {
          kept = had_accused (&asking, refs[i].actor, attributed);
          named = named || kept;
          left_out = left_out || !kept;
        }
      else if (refs[i].relation == ENT_RELATION_DENIER)
        {
          has_deniers = TRUE;
          kept = had_denied (&asking, refs[i].actor, named, blame);
          blame->denied = blame->denied || kept;
          if (!kept)
            blame->notes |= ENT_AS_OF_DENIAL_LATER;
        }
      if (!kept)
        continue;
      blame->n_actors++;
      if (actors != NULL)
        g_array_append_val (actors, refs[i]);
    }
  /* A denial that names nobody. */
  if (!has_deniers && ent_dataset_is_denied (whole, row))
    {
      blame->denied = had_denied (&asking, ENT_ROW_NONE, named, blame);
      if (!blame->denied)
        blame->notes |= ENT_AS_OF_DENIAL_LATER;
    }
  if (recorded <= ENT_CONFIDENCE_NONE)
    return;
  if (!has_phase && !has_event)
    blame->notes |= ENT_AS_OF_ATTRIBUTION_UNDATED;
  if (!attributed || left_out)
    blame->notes |= ENT_AS_OF_ATTRIBUTION_LATER;
  if (attributed)
    {
      const EntAsOfTime *when = has_phase ? &at_phase : &at_event;

      if ((has_phase || has_event) && when->latest > end)
        blame->notes |= ENT_AS_OF_ATTRIBUTION_MAY_BE_LATER;
      return;
    }
  /* That nobody had accused anybody is known only where it is known when somebody did. */
  blame->confidence = named                    ? ENT_CONFIDENCE_SUSPECTED
                      : has_phase || has_event ? ENT_CONFIDENCE_NONE
                                               : ENT_CONFIDENCE_NOT_GIVEN;
  if (named && recorded > ENT_CONFIDENCE_SUSPECTED)
    blame->notes |= ENT_AS_OF_CONFIDENCE_UNDATED;
}
