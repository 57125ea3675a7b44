/* ent-as-of-day.h: the day as of which a session is seen, and others to go to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-session.h"

G_BEGIN_DECLS

/** EntAsOfStep: where to go from the day as of which a session is seen. */
typedef enum
{
  ENT_AS_OF_DAY_BEFORE,
  ENT_AS_OF_DAY_AFTER,
  ENT_AS_OF_MONTH_BEFORE,
  ENT_AS_OF_MONTH_AFTER,
  ENT_AS_OF_DISCLOSURE_BEFORE,
  ENT_AS_OF_DISCLOSURE_AFTER,
} EntAsOfStep;

gboolean ent_as_of_day_read      (const char  *text,
                                  char       **edtf,
                                  char       **words,
                                  GError     **error);
void     ent_as_of_day_set       (EntSession  *session,
                                  const char  *edtf);
gboolean ent_as_of_day_set_event (EntSession  *session);
gboolean ent_as_of_day_find_step (const char  *name,
                                  EntAsOfStep *step);
gboolean ent_as_of_day_step      (EntSession  *session,
                                  EntAsOfStep  step);

G_END_DECLS
