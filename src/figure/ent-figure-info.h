/* ent-figure-info.h: what a picture file says besides its picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * EntFigureError:
 * @ENT_FIGURE_ERROR_EMPTY: the picture has no area, or its size is no number
 * @ENT_FIGURE_ERROR_RESOLUTION: the resolution is not between %ENT_FIGURE_MIN_DPI and %ENT_FIGURE_MAX_DPI
 * @ENT_FIGURE_ERROR_TOO_LARGE: the picture is larger than its format or the memory holds
 * @ENT_FIGURE_ERROR_DATE: the date of creation is no date
 * @ENT_FIGURE_ERROR_LIBRARY: a library refused; the message is the library's
 */
typedef enum
{
  ENT_FIGURE_ERROR_EMPTY,
  ENT_FIGURE_ERROR_RESOLUTION,
  ENT_FIGURE_ERROR_TOO_LARGE,
  ENT_FIGURE_ERROR_DATE,
  ENT_FIGURE_ERROR_LIBRARY,
} EntFigureError;

#define ENT_FIGURE_ERROR (ent_figure_error_quark ())
GQuark ent_figure_error_quark (void);

/* Cairo's coordinates end here; larger image surfaces fail late and without a reason. */
#define ENT_FIGURE_MAX_SIDE 32767
/* An A0 poster at 300 dpi is 1.4e8; four bytes each. */
#define ENT_FIGURE_MAX_PIXELS ((guint64) 1 << 28)
/* The largest page PDF 1.5 knows, in points. */
#define ENT_FIGURE_MAX_POINTS 14400
#define ENT_FIGURE_MIN_DPI 1
#define ENT_FIGURE_MAX_DPI 9600

/**
 * EntFigureProperty:
 * @name: what it is, ASCII, at most 79 characters; "Software", "Dataset", …
 * @value: UTF-8
 *
 * One line of a picture's provenance.
 */
typedef struct
{
  const char *name;
  const char *value;
} EntFigureProperty;

/**
 * EntFigureRow:
 * @id: of the event; %NULL: its marks get no group
 * @title: (nullable): plain-language text shown for its marks
 * @url: (nullable): its first source; anything but http, https and mailto is not linked
 *
 * What the picture says of one event. The strings must live until the next call.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *url;
} EntFigureRow;

/**
 * EntFigureRowFunc:
 * @row: an event's row in its dataset
 * @out: (out): filled with %NULL before the call
 * @user_data: of the picture
 *
 * Returns: whether there is anything to say of @row
 */
typedef gboolean (*EntFigureRowFunc) (guint32       row,
                                      EntFigureRow *out,
                                      gpointer      user_data);

/**
 * EntFigureInfo:
 * @title: (nullable): of the picture
 * @description: (nullable): what it shows, in words, for who cannot see it
 * @author: (nullable): who made it
 * @keywords: (nullable): with commas between
 * @language: (nullable): tag of its texts; %NULL: the scene's
 * @families: (nullable): font families with commas between; %NULL: %ENT_FONT_FAMILIES
 * @unit: (nullable): of the size an SVG states: mm, cm, in, pt, pc; %NULL: px
 * @dpi: pixels an inch, for PNG; 0: 96
 * @editable_text: SVG texts get no textLength
 * @created: (nullable): YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS, then Z or ±HH:MM if it has a time
 * @properties: (array length=n_properties) (nullable): provenance
 * @n_properties: how many
 * @row_func: (nullable): tells of events
 * @row_data: handed to @row_func
 *
 * All strings are borrowed and UTF-8. A picture holds nothing that is not in the scene or here: no clock,
 * no host, no folder. {0} is valid.
 */
typedef struct
{
  const char              *title;
  const char              *description;
  const char              *author;
  const char              *keywords;
  const char              *language;
  const char              *families;
  const char              *unit;
  double                   dpi;
  gboolean                 editable_text;
  const char              *created;
  const EntFigureProperty *properties;
  gsize                    n_properties;
  EntFigureRowFunc         row_func;
  gpointer                 row_data;
} EntFigureInfo;

gboolean ent_figure_is_linkable (const char *url);

G_END_DECLS
