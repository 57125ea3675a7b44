/* ent-view.h: what of a dataset is shown, and how
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "ent-date.h"
#include "ent-terms.h"

G_BEGIN_DECLS

/** EntViewParts: what two views may differ in. */
typedef enum
{
  ENT_VIEW_SPAN = 1 << 0,
  ENT_VIEW_QUERY = 1 << 1,
  ENT_VIEW_GROUP_BY = 1 << 2,
  ENT_VIEW_COLOR_BY = 1 << 3,
  ENT_VIEW_BASIS = 1 << 4,
  ENT_VIEW_AS_OF = 1 << 5,
  ENT_VIEW_LANGUAGE = 1 << 6,
  ENT_VIEW_MORE = 1 << 7,
  ENT_VIEW_LANE_ORDER = 1 << 8,
  ENT_VIEW_LANES = 1 << 9,
  ENT_VIEW_COLLAPSED = 1 << 10,
  ENT_VIEW_PAIR_AS = 1 << 11,
  ENT_VIEW_UNMATCHED = 1 << 12,
  ENT_VIEW_LINKS = 1 << 13,
} EntViewParts;

/**
 * EntView:
 *
 * A value: the span, the query and what becomes of events that it does not match,
 * what makes the lanes and how these stand, what makes the colours, which links
 * are shown, the date basis,
 * the day as of which the story is told, and the language. Whatever is
 * not set stands for the default of the one who shows it. Session, stories,
 * recipes, state and provenance all hold views.
 */
typedef struct _EntView EntView;

#define ENT_TYPE_VIEW (ent_view_get_type ())
GType          ent_view_get_type      (void);

EntView       *ent_view_new           (void);
EntView       *ent_view_copy          (const EntView  *self);
void           ent_view_free          (EntView        *self);
EntViewParts   ent_view_compare       (const EntView  *self,
                                       const EntView  *other);
gboolean       ent_view_equal         (const EntView  *self,
                                       const EntView  *other);

gboolean       ent_view_get_span      (const EntView  *self,
                                       const EntSpan  *edges,
                                       EntSpan        *span);
const gint64  *ent_view_get_start     (const EntView  *self);
const gint64  *ent_view_get_end       (const EntView  *self);
const char    *ent_view_get_span_text (const EntView  *self);
const char    *ent_view_get_query     (const EntView  *self);
const char    *ent_view_get_group_by  (const EntView  *self);
const char    *ent_view_get_color_by  (const EntView  *self);
EntLaneOrder   ent_view_get_lane_order (const EntView *self);
const char *const *ent_view_get_lanes (const EntView  *self);
const char *const *ent_view_get_collapsed (const EntView *self);
EntPairMode    ent_view_get_pair_as   (const EntView  *self);
EntUnmatched   ent_view_get_unmatched (const EntView  *self);
EntLinksShown  ent_view_get_links     (const EntView  *self);
EntBasis       ent_view_get_basis     (const EntView  *self);
const EntDate *ent_view_get_as_of     (const EntView  *self);
const char    *ent_view_get_as_of_text (const EntView *self);
const char    *ent_view_get_language  (const EntView  *self);
const char    *ent_view_get_more      (const EntView  *self);

void           ent_view_set_span      (EntView        *self,
                                       const EntSpan  *span);
void           ent_view_set_ends      (EntView        *self,
                                       const gint64   *start,
                                       const gint64   *end);
gboolean       ent_view_set_span_text (EntView        *self,
                                       const char     *text,
                                       gssize          length,
                                       GError        **error);
void           ent_view_set_query     (EntView        *self,
                                       const char     *query);
void           ent_view_set_group_by  (EntView        *self,
                                       const char     *group_by);
void           ent_view_set_color_by  (EntView        *self,
                                       const char     *color_by);
void           ent_view_set_lane_order (EntView       *self,
                                       EntLaneOrder    order);
void           ent_view_set_lanes     (EntView        *self,
                                       const char *const *lanes);
void           ent_view_set_collapsed (EntView        *self,
                                       const char *const *lanes);
void           ent_view_set_pair_as   (EntView        *self,
                                       EntPairMode     mode);
void           ent_view_set_unmatched (EntView        *self,
                                       EntUnmatched    unmatched);
void           ent_view_set_links     (EntView        *self,
                                       EntLinksShown   links);
void           ent_view_set_basis     (EntView        *self,
                                       EntBasis        basis);
gboolean       ent_view_set_as_of     (EntView        *self,
                                       const char     *text,
                                       gssize          length,
                                       GError        **error);
void           ent_view_set_language  (EntView        *self,
                                       const char     *language);
void           ent_view_set_more      (EntView        *self,
                                       const char     *more);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntView, ent_view_free)

G_END_DECLS
