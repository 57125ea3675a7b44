/* ent-application.h: the program as a desktop sees it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "ent-window.h"

G_BEGIN_DECLS

#define ENT_APPLICATION_ID "io.github.entente.Entente"
#define ENT_APPLICATION_PATH "/io/github/entente/Entente"

#define ENT_TYPE_APPLICATION (ent_application_get_type ())
G_DECLARE_FINAL_TYPE (EntApplication, ent_application, ENT, APPLICATION, AdwApplication)

EntApplication *ent_application_new       (void);
void            ent_application_open_file (EntApplication *self,
                                           GFile          *file,
                                           EntWindow      *window);

G_END_DECLS
