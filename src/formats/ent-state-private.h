/* ent-state-private.h: the file that a state is kept in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-json-reader.h"
#include "ent-state.h"

G_BEGIN_DECLS

#define ENT_STATE_FORMAT "entente-state"
#define ENT_STATE_VERSION "1"
#define ENT_STATE_SUFFIX ".json"
#define ENT_STATE_BUNDLED "bundled" ENT_STATE_SUFFIX

/* What is known of a state; the others are those of a later day. */
typedef enum
{
  ENT_STATE_FILE,
  ENT_STATE_VIEW,
  ENT_STATE_SELECTION,
  ENT_STATE_FOCUS,
  ENT_STATE_PAGE,
  ENT_STATE_DETAILS,
  ENT_STATE_FILTER_PANE,
  ENT_STATE_SECTIONS,
  ENT_STATE_COUNTS,
  ENT_STATE_MARKERS,
  ENT_STATE_STARS, /* from here on: what was added to the timeline */
  ENT_STATE_NOTES,
  ENT_STATE_FILTERS,
  ENT_STATE_N_MEMBERS
} EntStateMember;

extern const char *const ent_state_members[ENT_STATE_N_MEMBERS];

/* A member that is not known. */
typedef struct
{
  EntJsonSpan name;
  EntJsonSpan value;
} EntStateUnknown;

/* A file that is JSON and a state, of which nothing more is known yet. {0} is valid. */
typedef struct
{
  char       *data;    /* (owned) (nullable) */
  gsize       length;
  EntJsonSpan members[ENT_STATE_N_MEMBERS]; /* of length 0: not there */
  GArray     *unknown; /* (owned) (nullable) of EntStateUnknown */
} EntStateText;

gboolean        ent_state_text_read        (EntStateText  *self,
                                            const char    *place,
                                            GError       **error);
void            ent_state_text_clear       (EntStateText  *self);
EntAnnotations *ent_state_text_annotations (EntStateText  *self,
                                            GError       **error);
gboolean        ent_state_fail             (GError       **error,
                                            EntStateError  code,
                                            const char    *message);
gboolean        ent_state_fail_errno       (GError       **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntStateText, ent_state_text_clear)

G_END_DECLS
