/* ent-figure.h: a page with a timeline on it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-coloring.h"
#include "ent-dataset.h"
#include "ent-grouping.h"
#include "ent-row-set.h"
#include "ent-scene.h"
#include "ent-style.h"
#include "ent-text-measure.h"
#include "ent-theme.h"
#include "ent-words.h"

G_BEGIN_DECLS

/**
 * EntFigureRequest:
 * @dataset: the events
 * @rows: (nullable): those that are shown, as if there were no others; %NULL for all
 * @grouping: (nullable): what makes the lanes, one that is counted; %NULL for kinds
 * @coloring: (nullable): what the colours tell; %NULL for kinds
 * @hits: (nullable): what a search found: named before others and marked
 * @span: what is in view; not empty
 * @basis: which date events stand at
 * @width: of the page, CSS pixels
 * @height: of the page; 0 for as much as the events take
 * @physical: whether the size was given in a unit of length, for print, and not in pixels
 * @theme: the colours
 * @language: (nullable): of titles and words
 * @title: (nullable): %NULL for the dataset's, "" for none
 * @caption: (nullable): a paragraph below
 * @legend: whether to explain the signs
 * @overview: whether to show the whole dataset in a strip
 * @selected: rows named first and shown with their links
 * @n_selected: how many
 * @links: which links are shown
 * @has_today: whether to mark @today
 * @today: seconds UTC
 *
 * What a figure is composed of.
 */
typedef struct
{
  EntDataset     *dataset;
  EntRowSet      *rows;
  EntGrouping    *grouping;
  EntColoring    *coloring;
  EntRowSet      *hits;
  EntSpan         span;
  EntBasis        basis;
  double          width;
  double          height;
  gboolean        physical;
  const EntTheme *theme;
  const char     *language;
  const char     *title;
  const char     *caption;
  gboolean        legend;
  gboolean        overview;
  const guint32  *selected;
  guint           n_selected;
  EntLinksShown   links;
  gboolean        has_today;
  gint64          today;
} EntFigureRequest;

/** EntFigureSummary: what came of it: events in view, those of them in several lanes, those not named, and events
 * without a place in time. */
typedef struct
{
  guint n_events;
  guint n_repeated;
  guint n_unlabelled;
  guint n_undated;
} EntFigureSummary;

EntScene *ent_figure_compose (const EntFigureRequest *request,
                              EntTextMeasure         *measure,
                              const EntWords         *words,
                              EntFigureSummary       *summary);
EntStyle  ent_figure_style   (const EntFigureRequest *request);
char     *ent_figure_say_counts (const EntFigureRequest *request,
                              const EntWords         *words,
                              guint                   n_in_view,
                              guint                   n_repeated,
                              const char             *span);

G_END_DECLS
