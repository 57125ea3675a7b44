/* ent-annotation-store.h: what was added to a timeline, once in the program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-annotations.h"

G_BEGIN_DECLS

EntAnnotations *ent_annotation_store_open (const char  *place,
                                           GError     **error);

G_END_DECLS
