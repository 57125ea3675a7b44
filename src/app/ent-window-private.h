/* ent-window-private.h: what the files of the window share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-adaptive.h"
#include "ent-banner.h"
#include "ent-document.h"
#include "ent-panes.h"
#include "ent-view-button.h"
#include "ent-window.h"

G_BEGIN_DECLS

struct _EntWindow
{
  AdwApplicationWindow parent_instance;
  EntSession          *session;      /* (owned) */

  /* The file: ent-window-document.c. */
  EntDocument         *document;     /* (owned) */
  EntDiagnostics      *diagnostics;  /* (owned) (nullable): of what is open */
  char                *heading;      /* (owned) (nullable): in the place of the dataset's title */
  char                *subheading;   /* (owned) (nullable): goes with it */
  guint                patience;
  gboolean             impatient;    /* it takes so long to open that one must be told */
  EntBanner           *progress_banner; /* (nullable): these are made when first shown */
  EntBanner           *problems_banner; /* (nullable) */
  EntBanner           *file_banner;  /* (nullable) */

  /* What the title says: ent-window-title.c. */
  guint                title_timeout;

  /* What stands in the place of timeline and list: ent-window-reports.c. */
  const char          *report;       /* (nullable): static */

  /* The panes: ent-window-filters.c. */
  gboolean             filters_put_away; /* with the key for both */
  gboolean             details_put_away;
  GStrv                sections;     /* (owned) (nullable): those to unfold once the filters are shown */

  /* What is kept of it: ent-window-state.c. */
  char                *state_place;  /* (owned) (nullable): where; goes with the next */
  char                *state_path;   /* (owned) (nullable): of what */
  guint                state_timeout;
  EntBanner           *state_banner; /* (nullable) */
  gboolean             closing_unkept; /* it was said that closing loses something */
  gboolean             restoring;

  /* The template */
  EntAdaptive         *adaptive;
  AdwToastOverlay     *toasts;
  AdwHeaderBar        *header;
  AdwWindowTitle      *title;
  GtkWidget           *open_button;
  GtkMenuButton       *recent_button;
  GtkPopover          *recent_popover;
  GtkWidget           *filters_button;
  GtkWidget           *search_button;
  GtkWidget           *back_button;
  GtkWidget           *forward_button;
  GtkMenuButton       *menu_button;
  GtkWidget           *details_button;
  GtkWidget           *export_button;
  GtkBox              *banners;
  GtkStack            *screens;
  EntPanes            *panes;
  GtkWidget           *view_bar;
  GtkWidget           *compare_tab;
  GtkWidget           *health_tab;
  EntViewButton       *lanes_button;
  EntViewButton       *colors_button;
  EntViewButton       *basis_button;
  EntViewButton       *links_button;
  GtkWidget           *zoom_buttons;
  GtkStack            *answers;
  GtkStack            *pages;
  GtkBox              *timeline_page;
  GtkOverlay          *timeline_overlay;
  GtkWidget           *timeline;
  GtkWidget           *overview;
  GtkWidget           *details;
  GtkWidget           *counts;       /* over the timeline; not of the template */
  int                  counts_chosen; /* 1 to show it, 0 not to, −1 as there is room */
  GtkPopover          *as_of;        /* (nullable): of the header bar; made when first asked for */
  GtkPopover          *jump;         /* (nullable): of the timeline; made when first asked for */
  GtkWidget           *hint;         /* (nullable): over the timeline; not of the template */
  GMenu               *main_menu;
  GMenu               *narrow_menu;
  GMenu               *narrow_view;  /* of that: what the buttons of the bar offer */
  GMenu               *recent_files;
  guint                menu_idle;

  /* Stars and notes: ent-window-annotations.c. */
  AdwToast            *undo_toast;   /* (nullable) (weak): offers to take back the last change of them */
};

/* ent-window-actions.c */
void ent_window_init_actions      (EntWindow  *self);
void ent_window_update_actions    (EntWindow  *self);
void ent_window_set_action_state  (EntWindow  *self,
                                   const char *name,
                                   GVariant   *state);

/* ent-window-annotations.c */
void ent_window_init_annotations  (EntWindow  *self);
void ent_window_dispose_annotations (EntWindow *self);
void ent_window_update_annotations (EntWindow *self);

/* ent-window-as-of.c */
void ent_window_init_as_of        (EntWindow  *self);
void ent_window_dispose_as_of     (EntWindow  *self);

/* ent-window-colors.c */
void ent_window_init_colors       (EntWindow  *self);
void ent_window_update_colors     (EntWindow  *self,
                                   gboolean    open);

/* ent-window-links.c */
void ent_window_init_links        (EntWindow  *self);
void ent_window_update_links      (EntWindow  *self,
                                   gboolean    open);

/* ent-window-counts.c */
void ent_window_init_counts       (EntWindow  *self);
void ent_window_update_counts     (EntWindow  *self);
int  ent_window_get_counts        (EntWindow  *self);
void ent_window_set_counts        (EntWindow  *self,
                                   int         chosen);

/* ent-window-document.c */
void ent_window_init_document     (EntWindow  *self);
void ent_window_dispose_document  (EntWindow  *self);
void ent_window_show_document     (EntWindow  *self);
void ent_window_show_problems     (EntWindow  *self);

/* ent-window-filters.c */
void ent_window_init_filters      (EntWindow  *self);
void ent_window_update_filters    (EntWindow  *self,
                                   gboolean    open);
void ent_window_filters_opened    (EntWindow  *self);
void ent_window_update_answer     (EntWindow  *self);
GStrv ent_window_dup_sections     (EntWindow  *self);
void ent_window_set_sections      (EntWindow  *self,
                                   const char *const *sections);

/* ent-window-hint.c */
void ent_window_update_hint       (EntWindow  *self,
                                   guint       in_view);

/* ent-window-places.c */
void ent_window_init_places       (EntWindow  *self);

/* ent-window-lanes.c */
void ent_window_init_lanes        (EntWindow  *self);
void ent_window_update_lanes      (EntWindow  *self,
                                   gboolean    open);

/* ent-window-preferences.c */
void ent_window_init_preferences  (EntWindow  *self);
EntView *ent_window_dup_first_view (EntWindow *self,
                                   EntDataset *dataset);

/* ent-window-recent.c */
void ent_window_remember_file     (EntWindow  *self,
                                   GFile      *file);
void ent_window_fill_recent       (EntWindow  *self);
void ent_window_clear_recent      (EntWindow  *self);

/* ent-window-reports.c */
void ent_window_init_reports      (EntWindow  *self);
void ent_window_update_reports    (EntWindow  *self,
                                   gboolean    open);
const char *ent_window_get_report (EntWindow  *self);
gboolean ent_window_set_report    (EntWindow  *self,
                                   const char *name);

/* ent-window-state.c */
void ent_window_init_state        (EntWindow  *self);
void ent_window_dispose_state     (EntWindow  *self);
void ent_window_restore_state     (EntWindow  *self,
                                   EntDataset *dataset);
void ent_window_state_changed     (EntWindow  *self);
void ent_window_flush_state       (EntWindow  *self);
void ent_window_keep_state        (EntWindow  *self);

/* ent-window-title.c */
void ent_window_init_title        (EntWindow  *self);
void ent_window_dispose_title     (EntWindow  *self);
void ent_window_update_title      (EntWindow  *self);

/* ent-window.c */
void ent_window_update_layout     (EntWindow  *self);
void ent_window_show_page         (EntWindow  *self,
                                   const char *page);
void ent_window_focus_page        (EntWindow  *self);
void ent_window_toast             (EntWindow  *self,
                                   const char *text);

G_END_DECLS
