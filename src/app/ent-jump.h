/* ent-jump.h: what is meant by a date that is typed to go there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-session.h"

G_BEGIN_DECLS

gboolean ent_jump_read     (const char    *text,
                            EntDate       *date,
                            char         **words,
                            GError       **error);
char    *ent_jump_describe (EntSession    *session,
                            const EntDate *date,
                            const char    *words);

G_END_DECLS
