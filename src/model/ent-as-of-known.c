/* ent-as-of-known.c: since when events are known
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-as-of-private.h"

/* ## Since when an event is known
 *
 * An event cannot be known before it is there: one that surely begins after a day is not known by it. It begins with its
 * own date or its intrusion, whichever is earlier; with whatever phase is the first if it has neither.
 *
 * A meeting, a statement and whatever else has no phases is as public as its date says. An incident, and whatever has
 * phases, happens unseen and is known from when it is *disclosed*. If its disclosure is not recorded, it counts as known
 * from the earliest thing recorded that shows that it was public: its attribution, a source that is dated, or a dated
 * event that answers it, attributes it or denies it. What is earlier than the incident itself tells nothing of it. If
 * there is no such thing, it counts as known from when it began, which is an assumption and is called one.
 *
 * All of that is by bounds, since few of these dates are days: an event is left out if it was *surely* not known, and shown
 * if it *may* have been, with a word that this is not sure. Otherwise what is dated "2015" would be nowhere until that
 * year is over. By both bounds what is known by a day is known by every later one. */

/** ent_as_of_read_start: (skip): when something with a date began */
void
ent_as_of_read_start (const EntDate *date,
                      EntAsOfTime   *start)
{
  const EntBound *latest = &date->latest_start;

  /* What began nobody knows when had begun when it ended. */
  if (latest->kind == ENT_BOUND_UNKNOWN || latest->kind == ENT_BOUND_OPEN)
    latest = &date->latest_end;
  start->earliest = date->earliest_start.kind == ENT_BOUND_KNOWN || date->earliest_start.kind == ENT_BOUND_BEYOND
                      ? date->earliest_start.time
                      : G_MININT64;
  start->latest = latest->kind == ENT_BOUND_KNOWN || latest->kind == ENT_BOUND_BEYOND ? latest->time : G_MAXINT64;
}

/** ent_as_of_join: (skip): makes of @time when the first of two things was */
void
ent_as_of_join (EntAsOfTime       *time,
                const EntAsOfTime *other)
{
  time->earliest = MIN (time->earliest, other->earliest);
  time->latest = MIN (time->latest, other->latest);
}

static void
add_time (EntAsOfTime       *time,
          gboolean          *found,
          const EntAsOfTime *other)
{
  if (*found)
    ent_as_of_join (time, other);
  else
    *time = *other;
  *found = TRUE;
}

/** ent_as_of_find_begin: (skip): when an event began; of one without any date all is possible */
void
ent_as_of_find_begin (EntDataset  *whole,
                      guint32      row,
                      EntAsOfTime *begin)
{
  const EntEventEntry *event = ent_dataset_event_at (whole, row);
  guint n_phases;
  const EntPhaseEntry *phases = ent_dataset_list_of_row (whole, ENT_LIST_PHASES, row, &n_phases);
  gboolean found = FALSE;
  EntAsOfTime start;

  if ((event->flags & ENT_EVENT_DATED) != 0)
    {
      ent_as_of_read_start (&event->date, &start);
      add_time (begin, &found, &start);
    }
  for (guint i = 0; i < n_phases; i++)
    if (phases[i].phase == ENT_PHASE_INTRUSION)
      {
        ent_as_of_read_start (&phases[i].date, &start);
        add_time (begin, &found, &start);
      }
  /* What follows on the beginning says little of it, and is often known to the month alone. */
  if (found)
    return;
  for (guint i = 0; i < n_phases; i++)
    {
      ent_as_of_read_start (&phases[i].date, &start);
      add_time (begin, &found, &start);
    }
  if (!found)
    *begin = (EntAsOfTime){ G_MININT64, G_MAXINT64 };
}

/** ent_as_of_has_end: (skip): whether a date lasts until some time, and when it may be over at the earliest */
gboolean
ent_as_of_has_end (const EntDate *date,
                   gint64        *earliest)
{
  if (date->form != ENT_DATE_INTERVAL ||
      (date->earliest_end.kind != ENT_BOUND_KNOWN && date->earliest_end.kind != ENT_BOUND_BEYOND))
    return FALSE;
  *earliest = date->earliest_end.time;
  return TRUE;
}

/* Of what was surely before the incident, nothing. */
static void
hear (EntAsOfTime       *told,
      gboolean          *found,
      const EntAsOfTime *begin,
      const EntAsOfTime *start)
{
  if (start->latest > begin->earliest)
    add_time (told, found, start);
}

static gboolean
tells_of (EntLinkType type)
{
  return type == ENT_LINK_RESPONDS_TO || type == ENT_LINK_ATTRIBUTES || type == ENT_LINK_DENIES;
}

static gboolean
find_first_told (EntDataset        *whole,
                 guint32            row,
                 const EntAsOfTime *begin,
                 EntAsOfTime       *told)
{
  EntDate date;
  EntAsOfTime start;
  gboolean found = FALSE;
  guint n_links;
  const EntLink *links = ent_dataset_list_of_row (whole, ENT_LIST_LINKS_TO, row, &n_links);

  if (ent_dataset_get_phase (whole, row, ENT_PHASE_ATTRIBUTION, &date, NULL))
    {
      ent_as_of_read_start (&date, &start);
      hear (told, &found, begin, &start);
    }
  for (guint i = 0; i < ent_dataset_get_n_sources (whole, row); i++)
    {
      EntSource source;

      ent_dataset_get_event_source (whole, row, i, &source);
      if (source.date.text == NULL || !ent_date_parse (source.date.text, (gssize) source.date.length, &date, NULL))
        continue;
      ent_as_of_read_start (&date, &start);
      hear (told, &found, begin, &start);
    }
  for (guint i = 0; i < n_links; i++)
    if (links[i].target != ENT_ROW_NONE && tells_of (links[i].type) &&
        (ent_dataset_event_at (whole, links[i].target)->flags & ENT_EVENT_DATED) != 0)
      {
        ent_as_of_find_begin (whole, links[i].target, &start);
        hear (told, &found, begin, &start);
      }
  return found;
}

static void
find_known (EntDataset   *whole,
            guint32       row,
            gboolean      incident,
            EntAsOfEvent *event)
{
  EntAsOfTime begin;
  EntAsOfTime known;
  EntDate date;

  ent_as_of_find_begin (whole, row, &begin);
  *event = (EntAsOfEvent){ .time = begin, .begin = begin, .incident = incident };
  if (!incident)
    return;
  if (ent_dataset_get_phase (whole, row, ENT_PHASE_DISCLOSURE, &date, NULL))
    ent_as_of_read_start (&date, &known);
  else if (find_first_told (whole, row, &begin, &known))
    event->notes = ENT_AS_OF_FIRST_TOLD;
  else
    {
      event->notes = ENT_AS_OF_ASSUMED;
      return;
    }
  event->time.earliest = MAX (begin.earliest, known.earliest);
  event->time.latest = MAX (begin.latest, known.latest);
}

static void
wait_for (gint64 *settled,
          gint64  time)
{
  *settled = MAX (*settled, time < G_MAXINT64 ? time + 1 : time);
}

static void
wait_for_date (gint64        *settled,
               const EntDate *date)
{
  EntAsOfTime start;
  gint64 end;

  ent_as_of_read_start (date, &start);
  wait_for (settled, start.earliest);
  if (ent_as_of_has_end (date, &end))
    wait_for (settled, end);
}

/* From when on no phase, end, accuser or denier is left out. Most events of a long time have come to rest by any day that is
 * asked for, and need not be looked at again. */
static gint64
find_settled (EntDataset         *whole,
              const EntAsOfTable *table,
              guint32             row)
{
  const EntEventEntry *event = ent_dataset_event_at (whole, row);
  guint n_phases;
  const EntPhaseEntry *phases = ent_dataset_list_of_row (whole, ENT_LIST_PHASES, row, &n_phases);
  guint n_links;
  const EntLink *links = ent_dataset_list_of_row (whole, ENT_LIST_LINKS_TO, row, &n_links);
  gint64 settled = G_MININT64;

  if ((event->flags & ENT_EVENT_DATED) != 0)
    wait_for_date (&settled, &event->date);
  for (guint i = 0; i < n_phases; i++)
    wait_for_date (&settled, &phases[i].date);
  if (!ent_as_of_has_blame (whole, row))
    return settled;
  settled = MAX (settled, ent_as_of_find_last (whole, row));
  for (guint i = 0; i < n_links; i++)
    if ((links[i].type == ENT_LINK_ATTRIBUTES || links[i].type == ENT_LINK_DENIES) && links[i].target != ENT_ROW_NONE)
      wait_for (&settled, table->events[links[i].target].time.earliest);
  return settled;
}

static EntAsOfTable *
make_table (EntDataset *whole)
{
  guint n_events = whole->events->len;
  EntAsOfTable *self = g_malloc (sizeof *self + n_events * sizeof *self->events);
  guint32 incident = ent_vocabulary_lookup (whole->values[ENT_VALUE_KIND], ent_slice_from_string ("incident"));

  self->n_events = n_events;
  for (guint32 row = 0; row < n_events; row++)
    find_known (whole, row,
                ent_dataset_has_phases (whole, row) || ent_dataset_event_at (whole, row)->kind == incident,
                &self->events[row]);
  for (guint32 row = 0; row < n_events; row++)
    self->events[row].settled = find_settled (whole, self, row);
  return self;
}

/* For the dataset, when it goes. */
void
ent_as_of_table_free (EntAsOfTable *self)
{
  g_free (self);
}

/** ent_dataset_get_as_of_table: (skip): since when events are known; made when first asked for, on whichever thread asks,
 * in time linear to the dataset, and kept by it, since it does not depend on the day */
const EntAsOfTable *
ent_dataset_get_as_of_table (EntDataset *whole)
{
  if (g_once_init_enter (&whole->as_of_table))
    g_once_init_leave (&whole->as_of_table, GPOINTER_TO_SIZE (make_table (whole)));
  return GSIZE_TO_POINTER (whole->as_of_table);
}

/**
 * ent_dataset_find_disclosure:
 * @self: a dataset, whole or as of a day
 * @from: seconds UTC
 * @direction: 1 for the first that is not before @from, −1 for the last that is before it
 * @time: (out): when, at the earliest; untouched when %FALSE is returned
 *
 * Finds when an incident of the whole dataset became known, by the rules of ent_dataset_new_as_of().
 *
 * Returns: whether there is any
 */
gboolean
ent_dataset_find_disclosure (EntDataset *self,
                             gint64      from,
                             int         direction,
                             gint64     *time)
{
  const EntAsOfTable *table;
  gboolean found = FALSE;

  g_return_val_if_fail (ENT_IS_DATASET (self), FALSE);

  table = ent_dataset_get_as_of_table (ent_dataset_get_whole (self));
  for (guint32 row = 0; row < table->n_events; row++)
    {
      gint64 known = table->events[row].time.earliest;

      if (!table->events[row].incident || known == G_MININT64 || known == G_MAXINT64 ||
          (direction < 0 ? known >= from : known < from) ||
          (found && (direction < 0 ? known <= *time : known >= *time)))
        continue;
      *time = known;
      found = TRUE;
    }
  return found;
}
