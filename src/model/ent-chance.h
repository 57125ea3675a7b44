/* ent-chance.h: how likely it is that something comes by chance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double ent_chance_of_at_least (guint  found,
                               guint  trials,
                               double share);

G_END_DECLS
