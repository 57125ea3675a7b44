/* ent-filter-section.h: a part of the filter pane
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-results.h"

G_BEGIN_DECLS

#define ENT_TYPE_FILTER_SECTION (ent_filter_section_get_type ())
G_DECLARE_DERIVABLE_TYPE (EntFilterSection, ent_filter_section, ENT, FILTER_SECTION, GtkWidget)

/**
 * EntFilterSectionClass:
 * @update: brings what it shows up to the answer; called while it is to be seen and not folded
 * @has_content: whether there is anything to show of a dataset; else it is hidden
 */
struct _EntFilterSectionClass
{
  GtkWidgetClass parent_class;

  void     (*update)      (EntFilterSection *self,
                           EntResults       *results);
  gboolean (*has_content) (EntFilterSection *self,
                           EntDataset       *dataset);
};

void        ent_filter_section_set_session  (EntFilterSection *self,
                                             EntSession       *session);
EntResults *ent_filter_section_get_results  (EntFilterSection *self);
void        ent_filter_section_set_title    (EntFilterSection *self,
                                             const char       *title);
const char *ent_filter_section_get_title    (EntFilterSection *self);
void        ent_filter_section_set_status   (EntFilterSection *self,
                                             const char       *status);
void        ent_filter_section_set_foldable (EntFilterSection *self,
                                             gboolean          foldable);
gboolean    ent_filter_section_get_foldable (EntFilterSection *self);
void        ent_filter_section_set_folded   (EntFilterSection *self,
                                             gboolean          folded);
gboolean    ent_filter_section_get_folded   (EntFilterSection *self);
void        ent_filter_section_add_tool     (EntFilterSection *self,
                                             GtkWidget        *tool);
void        ent_filter_section_add          (EntFilterSection *self,
                                             GtkWidget        *widget);
void        ent_filter_section_set_query    (EntFilterSection *self,
                                             EntQuery         *query);
gboolean    ent_filter_section_is_engaged   (EntFilterSection *self);
void        ent_filter_section_queue_update (EntFilterSection *self);
gboolean    ent_filter_section_update       (EntFilterSection *self);
void        ent_filter_section_reset        (EntFilterSection *self);

G_END_DECLS
