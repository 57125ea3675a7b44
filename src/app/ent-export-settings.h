/* ent-export-settings.h: what a figure of the window is to be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-coloring.h"
#include "ent-figure-export.h"
#include "ent-page-size.h"
#include "ent-session.h"

G_BEGIN_DECLS

/**
 * EntExportSubject:
 * @dataset: (owned): the events
 * @rows: (owned) (nullable): those that are shown; %NULL for all
 * @grouping: (owned): what makes the lanes
 * @span: what is in view
 * @basis: which date events stand at
 * @coloring: (owned) (nullable): what the colours tell
 * @hits: (owned) (nullable): what a search found, where the rest is shown as well
 * @links: which links are shown
 * @language: (owned) (nullable): of titles and words
 * @title: (owned): of the dataset, in @language; "" for none
 * @selected: (owned): rows of the selected events, of guint32
 * @width: of the timeline on the screen, CSS pixels
 * @height: of the timeline on the screen
 * @theme: static: of the window
 * @today: the first second of today, UTC
 *
 * What there is to export: a session as it was at a moment, and how a window shows it.
 */
typedef struct
{
  EntDataset *dataset;
  EntRowSet  *rows;
  EntGrouping *grouping;
  EntColoring *coloring;
  EntRowSet  *hits;
  EntLinksShown links;
  EntSpan     span;
  EntBasis    basis;
  char       *language;
  char       *title;
  GArray     *selected;
  double      width;
  double      height;
  const char *theme;
  gint64      today;
} EntExportSubject;

gboolean ent_export_subject_init     (EntExportSubject       *self,
                                      EntSession             *session,
                                      double                  width,
                                      double                  height,
                                      const char             *theme);
void     ent_export_subject_clear    (EntExportSubject       *self);
char    *ent_export_subject_get_name (const EntExportSubject *self,
                                      const char             *file_name);

/** EntExportSize: the sizes to choose from. */
typedef enum
{
  ENT_EXPORT_SIZE_SCREEN,
  ENT_EXPORT_SIZE_COLUMN,
  ENT_EXPORT_SIZE_PAGE,
  ENT_EXPORT_SIZE_SLIDE,
  ENT_EXPORT_SIZE_CUSTOM,
} EntExportSize;

/** EntExportUnit: the units of a size of one's own, in the order of their choice. */
typedef enum
{
  ENT_EXPORT_UNIT_MM,
  ENT_EXPORT_UNIT_CM,
  ENT_EXPORT_UNIT_IN,
  ENT_EXPORT_UNIT_PT,
  ENT_EXPORT_UNIT_PX,
} EntExportUnit;

/**
 * EntExportSettings:
 * @writer: the format
 * @size: which size
 * @width: of a size of one's own, in @unit
 * @height: of a size of one's own; 0 for as much as the events take
 * @unit: of both
 * @dpi: pixels an inch; 0 for the usual
 * @theme: (nullable): static; %NULL for what suits the size
 * @has_title: whether there is a title
 * @title: (owned) (nullable): %NULL for the dataset's
 * @caption: (owned) (nullable): a paragraph below
 * @legend: whether to explain the signs
 * @overview: whether to show the whole dataset in a strip
 * @selection: whether to name the selected events first and show their links
 * @today: whether to mark today
 *
 * @subject: (owned) (nullable): title of the dataset that @title and @caption were written for
 *
 * What was chosen. The title and the caption are of a dataset, all else of any.
 */
typedef struct
{
  const EntFigureWriter *writer;
  EntExportSize          size;
  double                 width;
  double                 height;
  EntExportUnit          unit;
  double                 dpi;
  const char            *theme;
  gboolean               has_title;
  char                  *title;
  char                  *caption;
  gboolean               legend;
  gboolean               overview;
  gboolean               selection;
  gboolean               today;
  char                  *subject;
} EntExportSettings;

EntExportSettings *ent_export_settings_new            (void);
EntExportSettings *ent_export_settings_copy           (const EntExportSettings *self);
void               ent_export_settings_free           (EntExportSettings       *self);
void               ent_export_settings_adapt          (EntExportSettings       *self,
                                                       const EntExportSubject  *subject);
gboolean           ent_export_settings_get_size       (const EntExportSettings *self,
                                                       const EntExportSubject  *subject,
                                                       EntPageSize             *size,
                                                       GError                 **error);
const char        *ent_export_settings_get_theme      (const EntExportSettings *self,
                                                       const EntExportSubject  *subject);
double             ent_export_settings_get_dpi        (const EntExportSettings *self,
                                                       const EntExportSubject  *subject);
EntFigureExport   *ent_export_settings_make           (const EntExportSettings *self,
                                                       const EntExportSubject  *subject,
                                                       GError                 **error);

const char        *ent_export_unit_to_string          (EntExportUnit            unit);
double             ent_export_unit_to_px              (EntExportUnit            unit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EntExportSettings, ent_export_settings_free)

G_END_DECLS
