/* ent-severity-section.c: how severe an event is, as a range
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-severity-section.h"

#include <glib/gi18n.h>

#include "ent-bin-range.h"
#include "ent-constraint-text.h"
#include "ent-facet-text.h"
#include "ent-query-conjuncts.h"

#define N_SEVERITIES 5

/**
 * EntSeveritySection:
 *
 * The severities with their counts, and two handles that ask for a range. The whole range is no condition, so that
 * events without a severity are shown, too.
 */
struct _EntSeveritySection
{
  EntFilterSection parent_instance;
  GtkWidget       *range;
};

G_DEFINE_FINAL_TYPE (EntSeveritySection, ent_severity_section, ENT_TYPE_FILTER_SECTION)

static const char *const digits[N_SEVERITIES] = { "1", "2", "3", "4", "5" };

static char *
name_bin (guint    bin,
          gboolean last,
          gpointer user_data)
{
  return g_strdup (digits[bin]);
}

static void
moved_cb (EntSeveritySection *self)
{
  g_autofree char *status = NULL;
  guint first;
  guint last;

  ent_bin_range_get_range (ENT_BIN_RANGE (self->range), &first, &last);
  if (first > 0 || last < N_SEVERITIES - 1)
    status = ent_constraint_text_range (digits[first], digits[last]);
  ent_filter_section_set_status (ENT_FILTER_SECTION (self), status != NULL ? status : "");
}

static EntQuery *
make_condition (guint first,
                guint last)
{
  EntQueryOperator operator = first == last            ? ENT_QUERY_IS
                              : last == N_SEVERITIES - 1 ? ENT_QUERY_AT_LEAST
                              : first == 0               ? ENT_QUERY_AT_MOST
                                                         : ENT_QUERY_IS;
  EntQueryValue value = { .text = digits[operator == ENT_QUERY_AT_MOST ? last : first] };

  if (operator == ENT_QUERY_IS && first < last)
    value.to = digits[last];
  return ent_query_new_field ("severity", operator, &value, 1);
}

static void
changed_cb (EntSeveritySection *self)
{
  EntResults *results = ent_filter_section_get_results (ENT_FILTER_SECTION (self));
  g_autoptr (EntQuery) without = ent_query_without_field (ent_results_get_query (results), "severity");
  guint first;
  guint last;

  ent_bin_range_get_range (ENT_BIN_RANGE (self->range), &first, &last);
  if (first > 0 || last < N_SEVERITIES - 1)
    {
      g_autoptr (EntQuery) condition = make_condition (first, last);
      EntQuery *query = ent_query_with_conjunct (without, condition);

      ent_filter_section_set_query (ENT_FILTER_SECTION (self), query);
    }
  else
    ent_filter_section_set_query (ENT_FILTER_SECTION (self), g_steal_pointer (&without));
  moved_cb (self);
}

/* The severities that all conditions let through. */
static guint
get_mask (const EntQuery *query)
{
  guint mask = 0x3e;

  for (guint i = 0; i < ent_query_get_n_conjuncts (query); i++)
    {
      guint one;

      if (ent_constraint_get_severity (ent_query_get_conjunct (query, i), &one))
        mask &= one;
    }
  return mask;
}

static void
ent_severity_section_update (EntFilterSection *section,
                             EntResults       *results)
{
  EntSeveritySection *self = ENT_SEVERITY_SECTION (section);
  const EntFacet *facet = ent_facets_get (ent_dataset_get_facets (ent_results_get_dataset (results)), ENT_FACET_SEVERITY);
  g_autofree guint *counts = ent_results_count_facet (results, facet);
  guint mask = get_mask (ent_results_get_query (results));
  EntBin bins[N_SEVERITIES] = { 0 };
  guint first = 0;
  guint last = N_SEVERITIES - 1;

  for (guint i = 0; i < N_SEVERITIES; i++)
    {
      guint32 value = ent_facet_find_value (facet, ent_slice_from_string (digits[i]));

      bins[i].label = digits[i];
      bins[i].total = value != ENT_FACET_VALUE_NONE ? counts[value] : 0;
    }
  while (first < last && !(mask & (2u << first)))
    first++;
  while (last > first && !(mask & (2u << last)))
    last--;
  ent_bin_range_set_bins (ENT_BIN_RANGE (self->range), bins, N_SEVERITIES);
  ent_bin_range_set_range (ENT_BIN_RANGE (self->range), first, last);
  moved_cb (self);
}

static gboolean
ent_severity_section_has_content (EntFilterSection *section,
                                  EntDataset       *dataset)
{
  return ent_facet_get_n_values (ent_facets_get (ent_dataset_get_facets (dataset), ENT_FACET_SEVERITY)) > 0;
}

static void
ent_severity_section_class_init (EntSeveritySectionClass *klass)
{
  EntFilterSectionClass *section_class = ENT_FILTER_SECTION_CLASS (klass);

  section_class->update = ent_severity_section_update;
  section_class->has_content = ent_severity_section_has_content;
}

static void
ent_severity_section_init (EntSeveritySection *self)
{
  EntFilterSection *section = ENT_FILTER_SECTION (self);
  g_autofree char *title = ent_facet_text_field ("severity");

  ent_filter_section_set_title (section, title);
  ent_filter_section_set_foldable (section, FALSE);
  self->range = ent_bin_range_new (FALSE, _("Least severity"), _("Greatest severity"), name_bin, NULL);
  gtk_widget_add_css_class (self->range, "severity");
  g_signal_connect_swapped (self->range, "moved", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (self->range, "changed", G_CALLBACK (changed_cb), self);
  ent_filter_section_add (section, self->range);
}

/** ent_severity_section_new: Returns: (transfer floating): the section */
GtkWidget *
ent_severity_section_new (void)
{
  return g_object_new (ENT_TYPE_SEVERITY_SECTION, NULL);
}
