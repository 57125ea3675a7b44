/* ent-session.h: what is being looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-annotations.h"
#include "ent-dataset.h"
#include "ent-view.h"

G_BEGIN_DECLS

#define ENT_TYPE_SESSION (ent_session_get_type ())
G_DECLARE_FINAL_TYPE (EntSession, ent_session, ENT, SESSION, GObject)

EntSession        *ent_session_new            (void);

EntDataset        *ent_session_get_dataset    (EntSession        *self);
EntDataset        *ent_session_get_whole      (EntSession        *self);
void               ent_session_set_dataset    (EntSession        *self,
                                               EntDataset        *dataset);
void               ent_session_open           (EntSession        *self,
                                               EntDataset        *dataset,
                                               const EntView     *view);
void               ent_session_restore        (EntSession        *self,
                                               EntDataset        *dataset,
                                               const EntView     *view,
                                               const char *const *ids,
                                               const char        *focus);

EntAnnotations    *ent_session_get_annotations (EntSession       *self);
void               ent_session_set_annotations (EntSession       *self,
                                               EntAnnotations    *annotations);

const EntView     *ent_session_get_view       (EntSession        *self);
void               ent_session_set_view       (EntSession        *self,
                                               const EntView     *view);
void               ent_session_set_span       (EntSession        *self,
                                               const EntSpan     *span);

const char *const *ent_session_get_selection  (EntSession        *self);
void               ent_session_set_selection  (EntSession        *self,
                                               const char *const *ids);
const char        *ent_session_get_focus      (EntSession        *self);
void               ent_session_set_focus      (EntSession        *self,
                                               const char        *id);
void               ent_session_show           (EntSession        *self,
                                               const EntSpan     *span,
                                               const char *const *ids,
                                               const char        *focus);

gboolean           ent_session_get_can_go_back (EntSession       *self);
gboolean           ent_session_get_can_go_forward (EntSession    *self);
void               ent_session_commit         (EntSession        *self);
gboolean           ent_session_back           (EntSession        *self);
gboolean           ent_session_forward        (EntSession        *self);

G_END_DECLS
