/* ent-export-settings.c: what a figure of the window is to be
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-export-settings.h"

#include <math.h>
#include <string.h>

#include "ent-calendar.h"
#include "ent-picture-language.h"
#include "ent-results.h"
#include "ent-timeline.h"

/* Written as for entente figure --size, so that both mean the same by it. */
static const char *const sizes[] = {
  [ENT_EXPORT_SIZE_COLUMN] = "88mm",
  [ENT_EXPORT_SIZE_PAGE] = "180mm",
  [ENT_EXPORT_SIZE_SLIDE] = "1920x1080",
};

static const struct
{
  const char *name;
  double      px;
} units[] = {
  [ENT_EXPORT_UNIT_MM] = { "mm", 96 / 25.4 },
  [ENT_EXPORT_UNIT_CM] = { "cm", 96 / 2.54 },
  [ENT_EXPORT_UNIT_IN] = { "in", 96 },
  [ENT_EXPORT_UNIT_PT] = { "pt", 96 / 72.0 },
  [ENT_EXPORT_UNIT_PX] = { "px", 1 },
};

static void
read_selection (GArray     *rows,
                EntSession *session)
{
  EntDataset *dataset = ent_session_get_dataset (session);
  const char *const *ids = ent_session_get_selection (session);

  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      guint32 row = ent_dataset_find (dataset, ent_slice_from_string (ids[i]));

      if (row != ENT_ROW_NONE)
        g_array_append_val (rows, row);
    }
}

/**
 * ent_export_subject_init:
 * @self: (out caller-allocates): filled, unless %FALSE is returned
 * @session: what is looked at
 * @width: of the timeline on the screen, CSS pixels
 * @height: of the timeline on the screen
 * @theme: the window's, a static string
 *
 * Notes what @session shows. What becomes of the session later does not matter.
 *
 * Returns: whether there is a dataset to export
 */
gboolean
ent_export_subject_init (EntExportSubject *self,
                         EntSession       *session,
                         double            width,
                         double            height,
                         const char       *theme)
{
  EntDataset *dataset = ent_session_get_dataset (session);
  EntResults *results = ent_session_get_results (session);
  const EntView *view = ent_session_get_view (session);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  if (dataset == NULL)
    return FALSE;
  *self = (EntExportSubject){ 0 };
  self->dataset = g_object_ref (dataset);
  self->basis = ent_view_get_basis (view);
  if (ent_results_get_dataset (results) == dataset && ent_results_get_shown (results) != NULL)
    self->rows = ent_row_set_ref (ent_results_get_shown (results));
  self->grouping = ent_grouping_new (view);
  self->coloring = ent_coloring_new (dataset, ent_view_get_color_by (view), ent_view_get_pair_as (view));
  if (self->rows != NULL && ent_results_get_lit (results) != NULL && ent_results_get_hits (results) != NULL)
    self->hits = ent_row_set_ref (ent_results_get_hits (results));
  self->links = ent_view_get_links (view);
  ent_timeline_whole_span (dataset, self->rows, self->basis, &self->span);
  ent_view_get_span (view, &self->span, &self->span);
  self->language = g_strdup (ent_picture_language (dataset, view));
  self->title = ent_slice_dup (ent_dataset_get_text (dataset, ENT_TEXT_TITLE, self->language));
  if (self->title == NULL)
    self->title = g_strdup ("");
  self->selected = g_array_new (FALSE, FALSE, sizeof (guint32));
  read_selection (self->selected, session);
  self->width = width;
  self->height = height;
  self->theme = theme;
  self->today = now - now % ENT_CALENDAR_DAY;
  return TRUE;
}

/** ent_export_subject_clear: (skip): frees what @self holds, which is {0} after that */
void
ent_export_subject_clear (EntExportSubject *self)
{
  g_clear_object (&self->dataset);
  g_clear_pointer (&self->rows, ent_row_set_unref);
  g_clear_pointer (&self->grouping, ent_grouping_unref);
  g_clear_pointer (&self->coloring, ent_coloring_unref);
  g_clear_pointer (&self->hits, ent_row_set_unref);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->selected, g_array_unref);
}

/* Years where they tell enough, else months; nothing for years that need signs. */
static char *
name_span (const EntSpan *span)
{
  EntCalendarDate first;
  EntCalendarDate last;

  ent_calendar_from_time (span->start, &first);
  ent_calendar_from_time (span->end - 1, &last);
  if (first.year < 0 || last.year > 9999)
    return NULL;
  if (first.year == last.year && first.month == last.month)
    return g_strdup_printf ("%04d-%02d", (int) first.year, first.month);
  if (last.year - first.year < 2 && !(first.month == 1 && last.month == 12))
    return g_strdup_printf ("%04d-%02d_%04d-%02d", (int) first.year, first.month, (int) last.year, last.month);
  if (first.year == last.year)
    return g_strdup_printf ("%04d", (int) first.year);
  return g_strdup_printf ("%04d-%04d", (int) first.year, (int) last.year);
}

/**
 * ent_export_subject_get_name:
 * @self: what there is to export
 * @file_name: (nullable) (type filename): of the dataset, without folders
 *
 * Returns: (transfer full) (type filename): a name for a file of it, without an end
 */
char *
ent_export_subject_get_name (const EntExportSubject *self,
                             const char             *file_name)
{
  static const char *const ends[] = { ".json", ".entente" };
  g_autofree char *name = g_strdup (file_name != NULL && *file_name != '\0' ? file_name : "timeline");
  g_autofree char *span = name_span (&self->span);

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (name, ends[i]) && strlen (name) > strlen (ends[i]))
      name[strlen (name) - strlen (ends[i])] = '\0';
  return span != NULL ? g_strdup_printf ("%s-%s", name, span) : g_steal_pointer (&name);
}

/** ent_export_settings_new: (skip): Returns: (transfer full): what is chosen before anything is */
EntExportSettings *
ent_export_settings_new (void)
{
  EntExportSettings *self = g_new0 (EntExportSettings, 1);

  self->writer = ent_figure_writer_get (0);
  self->width = 180;
  self->height = 120;
  self->has_title = TRUE;
  self->legend = TRUE;
  self->selection = TRUE;
  return self;
}

/** ent_export_settings_copy: (skip): Returns: (transfer full): the same again */
EntExportSettings *
ent_export_settings_copy (const EntExportSettings *self)
{
  EntExportSettings *copy = g_memdup2 (self, sizeof *self);

  copy->title = g_strdup (self->title);
  copy->caption = g_strdup (self->caption);
  copy->subject = g_strdup (self->subject);
  return copy;
}

void
ent_export_settings_free (EntExportSettings *self)
{
  g_free (self->title);
  g_free (self->caption);
  g_free (self->subject);
  g_free (self);
}

/**
 * ent_export_settings_adapt:
 * @self: what was chosen, maybe for something else
 * @subject: what there is to export
 *
 * Forgets the texts that were written for another dataset.
 */
void
ent_export_settings_adapt (EntExportSettings      *self,
                           const EntExportSubject *subject)
{
  if (g_strcmp0 (self->subject, subject->title) == 0)
    return;
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->caption, g_free);
  g_free (self->subject);
  self->subject = g_strdup (subject->title);
}

/* In the picture's own units and digits, whatever the locale's are. */
static char *
write_custom_size (const EntExportSettings *self)
{
  char width[G_ASCII_DTOSTR_BUF_SIZE];
  char height[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (width, sizeof width, "%.10g", self->width);
  g_ascii_formatd (height, sizeof height, "%.10g", self->height);
  if (self->height <= 0)
    return g_strconcat (width, units[self->unit].name, NULL);
  return g_strconcat (width, "x", height, units[self->unit].name, NULL);
}

/**
 * ent_export_settings_get_size:
 * @self: what was chosen
 * @subject: of what
 * @size: (out): the size of the page
 * @error: return location for an #EntFigureError
 *
 * Returns: whether it is a size that can be drawn
 */
gboolean
ent_export_settings_get_size (const EntExportSettings *self,
                              const EntExportSubject  *subject,
                              EntPageSize             *size,
                              GError                 **error)
{
  g_autofree char *text = NULL;

  if (self->size == ENT_EXPORT_SIZE_CUSTOM)
    text = write_custom_size (self);
  else if (self->size == ENT_EXPORT_SIZE_SCREEN)
    text = g_strdup_printf ("%dx%d", (int) fmax (round (subject->width), 32), (int) fmax (round (subject->height), 32));
  else
    text = g_strdup (sizes[self->size]);
  return ent_page_size_parse (text, size, error);
}

/* Whether it is for paper, as far as can be told of a size that may be wrong. */
static gboolean
is_physical (const EntExportSettings *self,
             const EntExportSubject  *subject)
{
  EntPageSize size;

  return ent_export_settings_get_size (self, subject, &size, NULL) && ent_page_size_is_physical (&size);
}

/**
 * ent_export_settings_get_theme:
 * @self: what was chosen
 * @subject: of what
 *
 * Returns: the name of the theme: that chosen, else that of print for paper and that of the window for screens
 */
const char *
ent_export_settings_get_theme (const EntExportSettings *self,
                               const EntExportSubject  *subject)
{
  if (self->theme != NULL)
    return self->theme;
  return is_physical (self, subject) ? "print" : subject->theme;
}

/**
 * ent_export_settings_get_dpi:
 * @self: what was chosen
 * @subject: of what
 *
 * Returns: pixels an inch: those chosen, else the usual
 */
double
ent_export_settings_get_dpi (const EntExportSettings *self,
                             const EntExportSubject  *subject)
{
  if (self->dpi > 0)
    return self->dpi;
  return is_physical (self, subject) ? ENT_FIGURE_PRINT_DPI : ENT_FIGURE_SCREEN_DPI;
}

/**
 * ent_export_settings_make:
 * @self: what was chosen
 * @subject: of what
 * @error: return location for an #EntFigureError
 *
 * Returns: (transfer full) (nullable): the figure, or %NULL when it has no size that can be drawn
 */
EntFigureExport *
ent_export_settings_make (const EntExportSettings *self,
                          const EntExportSubject  *subject,
                          GError                 **error)
{
  EntFigureRequest request = { 0 };
  EntPageSize size;

  if (!ent_export_settings_get_size (self, subject, &size, error))
    return NULL;
  request.dataset = subject->dataset;
  request.rows = subject->rows;
  request.grouping = subject->grouping;
  request.coloring = subject->coloring;
  request.hits = subject->hits;
  request.links = subject->links;
  request.span = subject->span;
  request.basis = subject->basis;
  request.width = size.width;
  request.height = size.height;
  request.physical = ent_page_size_is_physical (&size);
  request.theme = ent_theme_find (ent_export_settings_get_theme (self, subject));
  request.language = subject->language;
  request.title = self->has_title ? self->title : "";
  request.caption = self->caption;
  request.legend = self->legend;
  request.overview = self->overview;
  if (self->selection)
    {
      request.selected = (const guint32 *) subject->selected->data;
      request.n_selected = subject->selected->len;
    }
  request.has_today = self->today;
  request.today = subject->today;
  return ent_figure_export_new (&request, self->writer, size.unit, self->dpi);
}

/** ent_export_unit_to_string: (skip): the unit as it is written, static */
const char *
ent_export_unit_to_string (EntExportUnit unit)
{
  return units[unit].name;
}

/** ent_export_unit_to_px: (skip): how many CSS pixels the unit has */
double
ent_export_unit_to_px (EntExportUnit unit)
{
  return units[unit].px;
}
