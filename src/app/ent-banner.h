/* ent-banner.h: a line above the picture that says something, and offers to do something about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ENT_TYPE_BANNER (ent_banner_get_type ())
G_DECLARE_FINAL_TYPE (EntBanner, ent_banner, ENT, BANNER, AdwBin)

GtkWidget *ent_banner_new          (void);
void       ent_banner_show         (EntBanner  *self,
                                    const char *icon_name,
                                    const char *text);
void       ent_banner_hide         (EntBanner  *self);
void       ent_banner_set_button   (EntBanner  *self,
                                    const char *label,
                                    const char *action);
void       ent_banner_set_fraction (EntBanner  *self,
                                    double      fraction);

G_END_DECLS
