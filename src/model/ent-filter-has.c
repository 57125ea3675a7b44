/* ent-filter-has.c: which events have something at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-filter-private.h"

typedef gboolean (*HasFunc) (EntDataset *dataset,
                             guint32     row,
                             int         detail);

static gboolean
has_text (EntDataset *dataset,
          guint32     row,
          int         field)
{
  return ent_dataset_get_event_text (dataset, row, field, NULL).length > 0;
}

static gboolean
has_value (EntDataset *dataset,
           guint32     row,
           int         field)
{
  guint position = 0;
  guint32 value;

  return ent_dataset_next_value (dataset, row, field, &position, &value);
}

static gboolean
has_phase (EntDataset *dataset,
           guint32     row,
           int         phase)
{
  return ent_dataset_get_phase (dataset, row, phase, NULL, NULL);
}

static gboolean
has_phases (EntDataset *dataset,
            guint32     row,
            int         unused)
{
  return ent_dataset_has_phases (dataset, row);
}

static gboolean
has_date (EntDataset *dataset,
          guint32     row,
          int         unused)
{
  return ent_dataset_peek_date (dataset, row, ENT_BASIS_OCCURRED) != NULL;
}

/* What it answers, and what answers it. */
static gboolean
has_links (EntDataset *dataset,
           guint32     row,
           int         unused)
{
  guint n_links;
  guint n_links_to;

  ent_dataset_get_links (dataset, row, &n_links);
  ent_dataset_get_links_to (dataset, row, &n_links_to);
  return n_links + n_links_to > 0;
}

static gboolean
has_sources (EntDataset *dataset,
             guint32     row,
             int         unused)
{
  return ent_dataset_get_n_sources (dataset, row) > 0;
}

static gboolean
has_severity (EntDataset *dataset,
              guint32     row,
              int         unused)
{
  return ent_dataset_get_severity (dataset, row) > 0;
}

static gboolean
has_status (EntDataset *dataset,
            guint32     row,
            int         unused)
{
  return ent_dataset_get_status (dataset, row) != ENT_STATUS_NONE;
}

static gboolean
has_verification (EntDataset *dataset,
                  guint32     row,
                  int         unused)
{
  return ent_dataset_get_verification (dataset, row) != ENT_VERIFICATION_NONE;
}

static gboolean
has_relation (EntDataset *dataset,
              guint32     row,
              int         relation)
{
  guint n_actors;
  const EntActorRef *actors = ent_dataset_get_actors (dataset, row, &n_actors);

  for (guint i = 0; i < n_actors; i++)
    if (actors[i].relation == relation)
      return TRUE;
  return FALSE;
}

/* An event that says "by nobody yet" has an attribution, too: it is a statement of how sure one is. */
static gboolean
has_attribution (EntDataset *dataset,
                 guint32     row,
                 int         phase)
{
  return ent_dataset_get_confidence (dataset, row) != ENT_CONFIDENCE_NOT_GIVEN || has_phase (dataset, row, phase) ||
         has_relation (dataset, row, ENT_RELATION_ACCUSER);
}

static const struct
{
  const char *name;
  HasFunc     func;
  int         detail;
} things[] = {
  { "actor", has_relation, ENT_RELATION_ROLE },
  { "actors", has_relation, ENT_RELATION_ROLE },
  { "attribution", has_attribution, ENT_PHASE_ATTRIBUTION },
  { "attributed_by", has_relation, ENT_RELATION_ACCUSER },
  { "category", has_value, ENT_VALUE_CATEGORY },
  { "critical_infrastructure", has_value, ENT_VALUE_CRITICAL_INFRASTRUCTURE },
  { "date", has_date, 0 },
  { "denied_by", has_relation, ENT_RELATION_DENIER },
  { "detection", has_phase, ENT_PHASE_DETECTION },
  { "disclosure", has_phase, ENT_PHASE_DISCLOSURE },
  { "intrusion", has_phase, ENT_PHASE_INTRUSION },
  { "kind", has_value, ENT_VALUE_KIND },
  { "links", has_links, 0 },
  { "phases", has_phases, 0 },
  { "place", has_value, ENT_VALUE_PLACE },
  { "quote", has_text, ENT_TEXT_QUOTE },
  { "remediation", has_phase, ENT_PHASE_REMEDIATION },
  { "sector", has_value, ENT_VALUE_SECTOR },
  { "severity", has_severity, 0 },
  { "sources", has_sources, 0 },
  { "status", has_status, 0 },
  { "summary", has_text, ENT_TEXT_SUMMARY },
  { "tag", has_value, ENT_VALUE_TAG },
  { "tags", has_value, ENT_VALUE_TAG },
  { "verification", has_verification, 0 },
};

static gboolean
has_field (EntDataset *dataset,
           guint32     row,
           EntSlice    name)
{
  for (guint i = 0; i < ent_dataset_get_n_fields (dataset, row); i++)
    {
      EntField field;

      ent_dataset_get_field (dataset, row, i, &field);
      if (ent_slice_equal (field.name, name))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_role (EntDataset *dataset,
          guint32     row,
          const char *role)
{
  guint n_actors;
  const EntActorRef *actors = ent_dataset_get_actors (dataset, row, &n_actors);

  for (guint i = 0; i < n_actors; i++)
    if (actors[i].relation == ENT_RELATION_ROLE && actors[i].word != ENT_ROW_NONE &&
        g_str_equal (ent_dataset_get_word (dataset, actors[i].word), role))
      return TRUE;
  return FALSE;
}

static void
add_thing (EntRowSet  *rows,
           EntDataset *dataset,
           gsize       thing)
{
  for (guint32 row = 0; row < ent_row_set_get_n_rows (rows); row++)
    if (things[thing].func (dataset, row, things[thing].detail))
      ent_row_set_add (rows, row);
}

/* Roles and further fields are what the file makes them; whether there is any. */
static gboolean
add_own (EntRowSet  *rows,
         EntDataset *dataset,
         const char *name)
{
  gboolean found = FALSE;

  for (guint32 row = 0; row < ent_row_set_get_n_rows (rows); row++)
    if (has_field (dataset, row, ent_slice_from_string (name)) || has_role (dataset, row, name))
      {
        ent_row_set_add (rows, row);
        found = TRUE;
      }
  return found;
}

/* Adds what `has:` can be followed by in every dataset. */
void
ent_filter_list_things (GStrvBuilder *names)
{
  for (gsize i = 0; i < G_N_ELEMENTS (things); i++)
    g_strv_builder_add (names, things[i].name);
}

/* `has:`. */
EntRowSet *
ent_filter_find_has (const EntQuery         *term,
                     const EntFilterContext *context,
                     GError                **error)
{
  g_autoptr (EntRowSet) rows = ent_row_set_new (ent_dataset_get_n_events (context->dataset));
  guint n_asked;
  const EntQueryValue *asked = ent_query_get_values (term, &n_asked);

  for (guint i = 0; i < n_asked; i++)
    {
      gsize thing = 0;

      while (thing < G_N_ELEMENTS (things) && !g_str_equal (things[thing].name, asked[i].text))
        thing++;
      if (thing < G_N_ELEMENTS (things))
        add_thing (rows, context->dataset, thing);
      else if (!add_own (rows, context->dataset, asked[i].text))
        {
          g_auto (GStrv) names = ent_filter_list_names (context, TRUE);

          ent_filter_set_unknown (error, ENT_QUERY_ERROR_IMPOSSIBLE_VALUE, asked[i].column, asked[i].text,
                                  (const char *const *) names);
          return NULL;
        }
    }
  return g_steal_pointer (&rows);
}
