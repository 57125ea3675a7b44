/* ent-figure-export.h: from a request to the bytes of a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "ent-figure-writer.h"
#include "ent-figure.h"

G_BEGIN_DECLS

/* Pixels an inch when none are asked for: of what is drawn for a screen, and of what is printed. */
#define ENT_FIGURE_SCREEN_DPI 96
#define ENT_FIGURE_PRINT_DPI 300

/**
 * EntFigureExport:
 *
 * A figure that is to be made: what it shows, on what page, in which format. Immutable and atomically
 * counted, so that it can be made in any thread. It makes the same bytes each time.
 */
typedef struct _EntFigureExport EntFigureExport;

/**
 * EntFigureReport:
 * @summary: what came of the figure
 * @lacks_words: there are no words for the language of the figure; those it needs are in English
 * @missing_fonts: (owned) (nullable): font families that are not installed, for which others stand in; strv
 *
 * What there is to say about a figure besides the figure. {0} is valid; ent_figure_report_clear() frees what
 * it holds.
 */
typedef struct
{
  EntFigureSummary summary;
  gboolean         lacks_words;
  char           **missing_fonts;
} EntFigureReport;

EntFigureExport *ent_figure_export_new        (const EntFigureRequest *request,
                                               const EntFigureWriter  *writer,
                                               const char             *unit,
                                               double                  dpi);
EntFigureExport *ent_figure_export_ref        (EntFigureExport        *self);
void             ent_figure_export_unref      (EntFigureExport        *self);
double           ent_figure_export_get_dpi    (const EntFigureExport  *self);
gboolean         ent_figure_export_same_page  (const EntFigureExport  *self,
                                               const EntFigureExport  *other);

EntScene        *ent_figure_export_compose    (const EntFigureExport  *self,
                                               GCancellable           *cancellable,
                                               EntFigureReport        *report,
                                               GError                **error);
GBytes          *ent_figure_export_make       (const EntFigureExport  *self,
                                               GCancellable           *cancellable,
                                               gint                   *progress,
                                               EntFigureReport        *report,
                                               GError                **error);

void             ent_figure_report_clear      (EntFigureReport        *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntFigureExport, ent_figure_export_unref)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntFigureReport, ent_figure_report_clear)

G_END_DECLS
