/* ent-date-section.c: when events are, as a stretch of time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-date-section.h"

#include <glib/gi18n.h>

#include "ent-constraint-text.h"
#include "ent-date-bins.h"
#include "ent-navigation.h"
#include "ent-query-conjuncts.h"

/* So many bins fit into the pane, about. */
#define MOST_BINS 72

/**
 * EntDateSection:
 *
 * When events begin, with two handles that ask for those of a stretch of time, and an entry for it as EDTF. The view
 * stays where it is; a button goes there.
 *
 * A handle at the end of the bars leaves that end open, and with both there is no condition.
 */
struct _EntDateSection
{
  EntFilterSection parent_instance;
  GtkWidget       *range;
  GtkWidget       *entry;
  GtkWidget       *fault;
  GtkWidget       *show;
  EntDataset      *dataset; /* (owned) (nullable): what @bins is of */
  EntBasis         basis;
  EntDateBins     *bins;    /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (EntDateSection, ent_date_section, ENT_TYPE_FILTER_SECTION)

static EntResults *
get_results (EntDateSection *self)
{
  return ent_filter_section_get_results (ENT_FILTER_SECTION (self));
}

static char *
name_bin (guint    bin,
          gboolean last,
          gpointer user_data)
{
  EntDateSection *self = user_data;
  g_autofree char *edtf = ent_date_bins_dup_edtf (self->bins, bin, last);

  return ent_constraint_text_date (edtf);
}

/* (nullable): the stretch between the handles as EDTF; NULL when it is all. */
static char *
dup_range (EntDateSection *self)
{
  guint n_bins = ent_date_bins_get_size (self->bins);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  guint first;
  guint last;

  ent_bin_range_get_range (ENT_BIN_RANGE (self->range), &first, &last);
  if (n_bins == 0 || (first == 0 && last == n_bins - 1))
    return NULL;
  from = first > 0 ? ent_date_bins_dup_edtf (self->bins, first, FALSE) : g_strdup ("..");
  to = last < n_bins - 1 ? ent_date_bins_dup_edtf (self->bins, last, TRUE) : g_strdup ("..");
  return g_str_equal (from, to) ? g_steal_pointer (&from) : g_strconcat (from, "/", to, NULL);
}

static void
show_status (EntDateSection *self,
             const char     *edtf)
{
  g_autofree char *status = edtf != NULL && *edtf != '\0' ? ent_constraint_text_date (edtf) : NULL;

  ent_filter_section_set_status (ENT_FILTER_SECTION (self), status != NULL ? status : "");
}

static void
moved_cb (EntDateSection *self)
{
  g_autofree char *edtf = dup_range (self);

  show_status (self, edtf);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), edtf != NULL ? edtf : "");
}

static void
set_condition (EntDateSection *self,
               const char     *edtf)
{
  g_autoptr (EntQuery) query = ent_query_without_field (ent_results_get_query (get_results (self)), "date");
  EntQueryValue value = { .text = edtf };

  if (edtf != NULL && *edtf != '\0')
    {
      g_autoptr (EntQuery) condition = ent_query_new_field ("date", ENT_QUERY_IS, &value, 1);
      g_autoptr (EntQuery) without = g_steal_pointer (&query);

      query = ent_query_with_conjunct (without, condition);
    }
  ent_filter_section_set_query (ENT_FILTER_SECTION (self), g_steal_pointer (&query));
}

static void
changed_cb (EntDateSection *self)
{
  g_autofree char *edtf = dup_range (self);

  moved_cb (self);
  set_condition (self, edtf);
}

static void
set_fault (EntDateSection *self,
           const char     *fault)
{
  gtk_widget_set_visible (self->fault, fault != NULL);
  gtk_label_set_label (GTK_LABEL (self->fault), fault != NULL ? fault : "");
  if (fault != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                                 GTK_ACCESSIBLE_INVALID_TRUE, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
}

static void
entry_activated_cb (EntDateSection *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (GError) error = NULL;
  EntDate date;

  if (*text != '\0' && !ent_date_parse (text, -1, &date, &error))
    {
      set_fault (self, error->message);
      return;
    }
  set_fault (self, NULL);
  set_condition (self, text);
}

static void
entry_changed_cb (EntDateSection *self)
{
  set_fault (self, NULL);
}

/* The only condition on the date that handles can show, if there is one. */
static const EntQueryValue *
find_condition (const EntQuery   *query,
                EntQueryOperator *operator)
{
  const EntQueryValue *found = NULL;

  for (guint i = 0; i < ent_query_get_n_conjuncts (query); i++)
    {
      const EntQuery *conjunct = ent_query_get_conjunct (query, i);
      gboolean negated;
      const EntQueryValue *values;
      guint n_values;

      if (g_strcmp0 (ent_query_get_conjunct_field (conjunct, &negated), "date") != 0 || negated)
        continue;
      values = ent_query_get_values (conjunct, &n_values);
      if (found != NULL || n_values != 1)
        return NULL;
      found = values;
      *operator = ent_query_get_operator (conjunct);
    }
  return found;
}

/* What the condition says as EDTF, and as a stretch of time; empty for none. */
static char *
read_condition (const EntQuery *query,
                EntSpan        *span)
{
  EntQueryOperator operator = ENT_QUERY_IS;
  const EntQueryValue *value = find_condition (query, &operator);
  gboolean from;
  gboolean to;
  EntDate first;
  EntDate last;

  *span = (EntSpan){ G_MININT64, G_MAXINT64 };
  if (value == NULL || !ent_date_parse (value->text, -1, &first, NULL) ||
      (value->to != NULL && !ent_date_parse (value->to, -1, &last, NULL)))
    return g_strdup ("");
  if (value->to == NULL)
    last = first;
  from = operator != ENT_QUERY_AT_MOST && operator != ENT_QUERY_LESS;
  to = operator != ENT_QUERY_AT_LEAST && operator != ENT_QUERY_MORE;
  if (from && first.earliest_start.kind == ENT_BOUND_KNOWN)
    span->start = operator == ENT_QUERY_MORE ? first.latest_end.time : first.earliest_start.time;
  if (to && last.latest_end.kind == ENT_BOUND_KNOWN)
    span->end = operator == ENT_QUERY_LESS ? last.earliest_start.time : last.latest_end.time;
  if (from && to)
    return value->to != NULL ? g_strconcat (value->text, "/", value->to, NULL) : g_strdup (value->text);
  return from ? g_strconcat (value->text, "/..", NULL) : g_strconcat ("../", value->text, NULL);
}

static void
show_clicked_cb (EntDateSection *self)
{
  EntResults *results = get_results (self);
  EntSession *session = ent_results_get_session (results);
  EntSpan whole;
  EntSpan span;
  g_autofree char *edtf = read_condition (ent_results_get_query (results), &span);

  if (!ent_navigation_get_whole (session, &whole))
    return;
  if (span.start == G_MININT64)
    span.start = whole.start;
  if (span.end == G_MAXINT64)
    span.end = whole.end;
  if (span.start < span.end)
    ent_navigation_fit_span (session, &span);
}

static void
set_bins (EntDateSection *self,
          EntDataset     *dataset,
          EntBasis        basis)
{
  if (self->bins != NULL && dataset == self->dataset && basis == self->basis)
    return;
  g_set_object (&self->dataset, dataset);
  self->basis = basis;
  /* The labels of the old ones are still shown. */
  g_object_set_data_full (G_OBJECT (self), "ent-bins-before", self->bins, (GDestroyNotify) ent_date_bins_free);
  self->bins = ent_date_bins_new (dataset, basis, MOST_BINS);
}

static void
ent_date_section_update (EntFilterSection *section,
                         EntResults       *results)
{
  EntDateSection *self = ENT_DATE_SECTION (section);
  EntBasis basis = ent_view_get_basis (ent_session_get_view (ent_results_get_session (results)));
  g_autoptr (EntRowSet) beside = ent_filter_dup_rows_beside (ent_results_get_filter (results), "date");
  EntSpan span;
  g_autofree char *edtf = read_condition (ent_results_get_query (results), &span);
  guint n_bins;

  set_bins (self, ent_results_get_dataset (results), basis);
  n_bins = ent_date_bins_get_size (self->bins);
  ent_date_bins_count (self->bins, beside);
  ent_bin_range_set_bins (ENT_BIN_RANGE (self->range), ent_date_bins_get (self->bins), n_bins);
  g_object_set_data (G_OBJECT (self), "ent-bins-before", NULL);
  gtk_widget_set_visible (self->range, n_bins > 1);
  if (n_bins > 0)
    ent_bin_range_set_range (ENT_BIN_RANGE (self->range),
                             span.start == G_MININT64 ? 0 : ent_date_bins_find (self->bins, span.start),
                             span.end == G_MAXINT64 ? n_bins - 1 : ent_date_bins_find (self->bins, span.end - 1));
  show_status (self, edtf);
  if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)))) || *edtf != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), edtf);
}

static void
ent_date_section_dispose (GObject *object)
{
  EntDateSection *self = ENT_DATE_SECTION (object);

  g_clear_object (&self->dataset);
  G_OBJECT_CLASS (ent_date_section_parent_class)->dispose (object);
}

static void
ent_date_section_finalize (GObject *object)
{
  g_clear_pointer (&ENT_DATE_SECTION (object)->bins, ent_date_bins_free);
  G_OBJECT_CLASS (ent_date_section_parent_class)->finalize (object);
}

static void
ent_date_section_class_init (EntDateSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ent_date_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = ent_date_section_finalize;
  ENT_FILTER_SECTION_CLASS (klass)->update = ent_date_section_update;
}

static void
ent_date_section_init (EntDateSection *self)
{
  EntFilterSection *section = ENT_FILTER_SECTION (self);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  ent_filter_section_set_title (section, C_("facet", "Dates"));
  ent_filter_section_set_foldable (section, FALSE);
  self->range = ent_bin_range_new (TRUE, _("From"), _("Until"), name_bin, self);
  gtk_widget_add_css_class (self->range, "dates");
  gtk_widget_set_visible (self->range, FALSE);
  g_signal_connect_swapped (self->range, "moved", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (self->range, "changed", G_CALLBACK (changed_cb), self);
  ent_filter_section_add (section, self->range);

  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  /* TRANSLATORS: in an empty entry, an example of what to type into it: EDTF, and not to be translated but by another example */
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("2013/2016"));
  gtk_widget_set_tooltip_text (self->entry, _("A date or an interval: 2015, 2015-09, 2013/2016, 1980/.."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Dates"), -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  self->show = gtk_button_new_with_label (C_("dates", "Show"));
  gtk_widget_set_tooltip_text (self->show, _("Go to this time"));
  g_signal_connect_swapped (self->show, "clicked", G_CALLBACK (show_clicked_cb), self);
  gtk_widget_add_css_class (line, "date-line");
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (line), self->show);
  ent_filter_section_add (section, line);

  self->fault = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->fault), 0);
  gtk_label_set_wrap (GTK_LABEL (self->fault), TRUE);
  gtk_widget_add_css_class (self->fault, "fault");
  gtk_widget_set_visible (self->fault, FALSE);
  ent_filter_section_add (section, self->fault);
}

/** ent_date_section_new: Returns: (transfer floating): the section */
GtkWidget *
ent_date_section_new (void)
{
  return g_object_new (ENT_TYPE_DATE_SECTION, NULL);
}
