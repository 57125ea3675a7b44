/* ent-cli-picture.h: what commands that write pictures share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-figure-export.h"

G_BEGIN_DECLS

const EntFigureWriter *ent_cli_picture_find_writer (const char            *output);
gboolean               ent_cli_picture_read_dpi    (const char            *text,
                                                    double                *dpi);
void                   ent_cli_picture_warn        (const EntFigureReport *report,
                                                    const char            *language);

G_END_DECLS
