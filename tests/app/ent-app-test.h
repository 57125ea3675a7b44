/* ent-app-test.h: a real window in the test's own process
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-window.h"

G_BEGIN_DECLS

typedef gboolean (*EntCondition) (gpointer data);

EntWindow *ent_app_test_window (void);
void       ent_app_test_do     (EntWindow   *window,
                                const char  *action,
                                GVariant    *parameter);
void       ent_app_test_wait   (EntCondition condition,
                                gpointer     data,
                                const char  *what);
void       ent_app_test_rest   (guint        milliseconds);
char      *ent_app_test_dump   (EntWindow   *window);

G_END_DECLS
