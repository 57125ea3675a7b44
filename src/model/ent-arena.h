/* ent-arena.h: all text of a dataset, addressed by 8 bytes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-slice.h"

G_BEGIN_DECLS

/**
 * EntText:
 *
 * A place in an #EntArena: 40 bits of offset, 24 bits of length. Text that stands
 * unescaped in the source is addressed where it stands; only what had to be
 * decoded or made is copied, behind it.
 */
typedef guint64 EntText;

#define ENT_TEXT_NONE G_MAXUINT64

/** The longest text an arena holds, in bytes: 16 MiB less one. */
#define ENT_TEXT_MAX_LENGTH ((gsize) 0xffffff)

typedef struct _EntArena EntArena;

EntArena *ent_arena_new        (GBytes         *source);
EntArena *ent_arena_ref        (EntArena       *self);
void      ent_arena_unref      (EntArena       *self);
EntText   ent_arena_add        (EntArena       *self,
                                const char     *text,
                                gsize           length);
EntSlice  ent_arena_get        (const EntArena *self,
                                EntText         text);
GBytes   *ent_arena_get_source (const EntArena *self);
void      ent_arena_shrink     (EntArena       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntArena, ent_arena_unref)

G_END_DECLS
