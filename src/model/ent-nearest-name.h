/* ent-nearest-name.h: what may have been meant by a name that there is not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *ent_nearest_name (const char        *name,
                              const char *const *names);

G_END_DECLS
