/* ent-event-list-private.h: what the list and its columns share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-event-list-order.h"
#include "ent-event-list.h"
#include "ent-row-model.h"
#include "ent-status-page.h"

G_BEGIN_DECLS

struct _EntEventList
{
  GtkWidget        parent_instance;
  EntSession      *session; /* (owned) (nullable) */
  GSignalGroup    *signals; /* (owned) of the session */
  GSignalGroup    *found;   /* (owned) of what its query finds */
  EntRowModel     *model;   /* (owned) */

  GtkWidget       *box;
  GtkToggleButton *in_view_button;
  GtkToggleButton *all_button;
  GtkStack        *pages;
  GtkColumnView   *table;
  GtkListView     *cards;
  EntStatusPage   *empty;
  GtkWidget       *fit_button;
  GtkMenuButton   *sort_button;
  GtkMenuButton   *columns_button;

  EntListRows     *rows;     /* (owned) (nullable): what is shown */
  GCancellable    *job;      /* (owned) (nullable) */
  guint            rest;     /* source that updates */
  guint            walk;     /* source that commits */
  guint            menus;    /* source that makes the menus anew */
  guint            tick;     /* callback that scrolls */
  EntEventColumn   column;   /* sorted by this */
  gboolean         descending;
  gboolean         narrow;
  gboolean         stale;    /* to be updated when it is seen */
  gboolean         searched; /* other words than before are to stand out, or other rows to recede */
  gboolean         pushing;  /* the selection comes from here */
};

gboolean            ent_event_list_get_context   (EntEventList        *self,
                                                  EntEventListContext *context);

/* ent-event-list-scroll.c */
GtkWidget          *ent_event_list_get_shown_view (EntEventList       *self);
gboolean            ent_event_list_has_focus_within (GtkWidget        *widget);
void                ent_event_list_scroll_to_focus (EntEventList      *self,
                                                  gboolean             to_top,
                                                  gboolean             grab);

/* ent-event-list-columns.c */
guint              *ent_event_list_get_shown_columns (GtkColumnView   *view,
                                                  guint               *n_columns);
GStrv               ent_event_list_dup_shown_ids (GtkColumnView       *view,
                                                  EntDataset          *dataset);
void                ent_event_list_show_columns  (GtkColumnView       *view,
                                                  EntDataset          *dataset,
                                                  const char *const   *ids);
void                ent_event_list_update_fields (EntEventList        *self,
                                                  GtkColumnView       *view,
                                                  EntDataset          *dataset);
GMenuModel         *ent_event_list_columns_menu  (EntDataset          *dataset);
EntDataset         *ent_event_list_get_dataset   (EntEventList        *self);
void                ent_event_list_update_menus  (EntEventList        *self);
void                ent_event_list_columns_changed (EntEventList      *self);
GSimpleActionGroup *ent_event_list_columns_actions (GtkColumnView     *view);

/* ent-event-list-table.c */
EntEventColumn      ent_event_list_get_column    (gpointer             object);
void                ent_event_list_add_column    (EntEventList        *self,
                                                  GtkColumnView       *view,
                                                  EntDataset          *dataset,
                                                  EntEventColumn       number);

void                ent_event_list_add_columns   (EntEventList        *self,
                                                  GtkColumnView       *view);
gboolean            ent_event_list_get_sorting   (GtkColumnView       *view,
                                                  EntEventColumn      *column,
                                                  gboolean            *descending);
void                ent_event_list_set_sorting   (GtkColumnView       *view,
                                                  EntEventColumn       column,
                                                  gboolean             descending);
GMenuModel         *ent_event_list_sort_menu     (GtkColumnView       *view,
                                                  EntDataset          *dataset);
gboolean            ent_event_list_focus_row     (GtkWidget           *view,
                                                  guint32              row);
void                ent_event_list_update_marks  (EntEventList        *self,
                                                  GtkWidget           *view);
GtkListItemFactory *ent_event_list_card_factory  (EntEventList        *self);

G_END_DECLS
