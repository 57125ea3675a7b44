/* ent-details-pane-private.h: what the parts of the details share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-details-pane.h"
#include "ent-event-text.h"

G_BEGIN_DECLS

/* What the details are of; lives as long as they are built. */
typedef struct
{
  EntSession *session;
  EntDataset *dataset;
  guint32     row;
  EntBasis    basis;
  const char *language;
  gboolean    compact;
} EntDetails;

/* No list in the pane is longer: who has more to read looks into the file. */
#define ENT_DETAILS_MAX_LISTED 100

/* Parts. Texts are plain, never markup. */
GtkWidget *ent_details_label      (const char       *text,
                                   const char       *css_class,
                                   gboolean          selectable);
GtkWidget *ent_details_title      (const char       *text);
GtkWidget *ent_details_aside      (const char       *text);
GtkWidget *ent_details_heading    (const char       *text,
                                   const char       *aside);
GtkWidget *ent_details_section    (const char       *title,
                                   const char       *aside);
GtkWidget *ent_details_fields     (void);
void       ent_details_add_field  (GtkWidget        *fields,
                                   const char       *name,
                                   const char       *value,
                                   gboolean          selectable);
GtkWidget *ent_details_rest       (guint             n_rest);
void       ent_details_name       (GtkWidget        *widget,
                                   const char       *name);
void       ent_details_mark_hits  (GtkWidget        *widget,
                                   const char *const *words);
GtkWidget *ent_details_event_row  (const EntDetails *details,
                                   guint32           row,
                                   const char       *icon_name,
                                   const char       *said_before,
                                   const char       *note);
GtkWidget *ent_details_row_list   (const EntDetails *details,
                                   const char       *name);

/* Sections: %NULL for what the data lacks. */
GtkWidget *ent_details_head       (const EntDetails *details);
GtkWidget *ent_details_phases     (const EntDetails *details);
GtkWidget *ent_details_actors     (const EntDetails *details);
GtkWidget *ent_details_attribution (const EntDetails *details);
GtkWidget *ent_details_quote      (const EntDetails *details);
GtkWidget *ent_details_links      (const EntDetails *details);
GtkWidget *ent_details_sources    (const EntDetails *details);
GtkWidget *ent_details_context    (const EntDetails *details);
GtkWidget *ent_details_verification (const EntDetails *details);
GtkWidget *ent_details_more       (const EntDetails *details);

/* Other states of the pane */
GtkWidget *ent_details_nothing    (void);
GtkWidget *ent_details_several    (const EntDetails *details,
                                   GArray           *rows);

G_END_DECLS
