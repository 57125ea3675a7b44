/* ent-compare-page-private.h: what the files of the page share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-compare-page.h"
#include "ent-compare-table.h"
#include "ent-comparison.h"
#include "ent-status-page.h"

G_BEGIN_DECLS

struct _EntComparePage
{
  AdwBin           parent_instance;
  EntSession      *session;     /* (owned) */
  GFile           *file;        /* (owned) (nullable) */
  char            *pivot;       /* (owned) (nullable): an id */
  EntPeriod        period;
  guint            facet;       /* of ent_compared_facets */
  EntComparison   *comparison;  /* (owned) (nullable): what is shown */
  GCancellable    *cancellable; /* (owned) (nullable): of what is being counted */
  struct _EntCompareJob *job;   /* (owned) (nullable): what is counted, or was */
  guint            update_id;
  guint            layout_id;
  gboolean         narrow;

  /* The template */
  GtkWidget       *copy_button;
  GtkWidget       *export_button;
  GtkWidget       *close_button;
  GtkStack        *pages;
  GtkScrolledWindow *scrolled;
  EntStatusPage   *status;
  GtkWidget       *pivot_button;
  GtkLabel        *title_label;
  GtkLabel        *date_label;
  GtkBox          *windows;
  GtkEntry        *window_entry;
  GtkLabel        *window_error;
  GtkBox          *facets;
  GtkLabel        *counted_label;
  GtkLabel        *spans_label;
  GtkWidget       *all_button;
  EntCompareTable *table;
  GtkBox          *notes;
};

/* ent-compare-page-actions.c */
void        ent_compare_page_show_events (EntComparePage *self,
                                          guint32         value,
                                          EntSide         side);
void        ent_compare_page_copy        (EntComparePage *self);
void        ent_compare_page_export      (EntComparePage *self);
const char *ent_compare_page_get_language (EntComparePage *self);
const char *ent_compare_page_get_query   (EntComparePage *self);

G_END_DECLS
