/* ent-state.h: how a timeline was left, and what was added to it, kept until it is opened again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-annotations.h"
#include "ent-markers.h"
#include "ent-view.h"

G_BEGIN_DECLS

/**
 * EntStateError:
 * @ENT_STATE_ERROR_TOO_LARGE: the file is larger than %ENT_LIMIT_STATE_BYTES
 * @ENT_STATE_ERROR_FOREIGN: it is no file, or it holds something else
 * @ENT_STATE_ERROR_VERSION: it was written by another version of the program
 *
 * Domain %ENT_STATE_ERROR. What the system refuses is a #GFileError, what is no JSON an #EntJsonError.
 */
typedef enum
{
  ENT_STATE_ERROR_TOO_LARGE,
  ENT_STATE_ERROR_FOREIGN,
  ENT_STATE_ERROR_VERSION,
} EntStateError;

#define ENT_STATE_ERROR (ent_state_error_quark ())
GQuark ent_state_error_quark (void);

/**
 * EntState:
 * @path: (nullable) (owned): the timeline's file, for people who look into the folder; %NULL for the one
 *   that comes with the program
 * @view: (nullable) (owned): what of it was shown
 * @selection: (nullable) (owned): the ids of the selected events
 * @focus: (nullable) (owned): the id of the event in focus
 * @page: (nullable) (owned): "timeline" or "list"
 * @details_open: whether the details were shown; −1 when that is not known
 * @filters_open: whether the filters were shown; −1 when that is not known
 * @sections: (nullable) (owned): the names of the sections of the filters that were unfolded
 * @counts_shown: whether counts over time were; −1 when nobody has said
 * @marker_events: (nullable) (owned): the ids of the events that markers stand at
 * @marker_dates: (nullable) (owned): the dates in EDTF that markers stand at by themselves
 *
 * How a timeline was left.
 */
typedef struct
{
  char    *path;
  EntView *view;
  char   **selection;
  char    *focus;
  char    *page;
  int      details_open;
  int      filters_open;
  char   **sections;
  int      counts_shown;
  char    *marker_events[ENT_N_MARKERS];
  char    *marker_dates[ENT_N_MARKERS];
} EntState;

/**
 * EntStateReport:
 * @set_aside: (nullable) (owned) (type filename): where a file went that could not be read and stood in the place
 * @n_removed: of how many other timelines stars, notes and filters were thrown away, since there are more
 *   than %ENT_LIMIT_STATES_ANNOTATED
 *
 * What else came of writing. {0} is valid; ent_state_report_clear() frees what it holds.
 */
typedef struct
{
  char *set_aside;
  guint n_removed;
} EntStateReport;

EntState       *ent_state_new              (void);
void            ent_state_free             (EntState         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntState, ent_state_free)

char           *ent_state_dup_place        (const char       *path);
EntState       *ent_state_read             (const char       *place,
                                            GError          **error);
EntAnnotations *ent_state_read_annotations (const char       *place,
                                            GError          **error);
gboolean        ent_state_write            (const EntState   *self,
                                            EntAnnotations   *annotations,
                                            const char       *place,
                                            EntStateReport   *report,
                                            GError          **error);

void            ent_state_report_clear     (EntStateReport   *report);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntStateReport, ent_state_report_clear)

G_END_DECLS
