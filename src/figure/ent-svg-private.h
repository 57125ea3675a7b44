/* ent-svg-private.h: what the parts of the SVG writer share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-figure-info.h"
#include "ent-scene.h"

#include <libxml/xmlwriter.h>

G_BEGIN_DECLS

/** EntSvg: an SVG file while it is written. */
typedef struct
{
  const EntScene      *scene;
  const EntFigureInfo *info;
  xmlTextWriterPtr     xml;
  double               width;
  double               height;
  const char          *language; /* (nullable) */
  char                *families; /* (owned): as a CSS list */
  GHashTable          *fades;    /* (owned): description → number, as pointer */
  GHashTable          *ids;      /* (owned): ids in use */
  GHashTable          *rows;     /* (owned): row → its first id (owned) */
  GString             *scratch;  /* (owned): overwritten by ent_svg_number() and ent_svg_length() */
  GArray              *points;   /* (owned) of EntPoint: scratch */
  GArray              *lengths;  /* (owned) of guint: scratch */
} EntSvg;

/* ent-svg-output.c: elements, attributes and numbers */
void ent_svg_start         (EntSvg     *self,
                            const char *name);
void ent_svg_end           (EntSvg     *self);
void ent_svg_attribute     (EntSvg     *self,
                            const char *name,
                            const char *value);
void ent_svg_number        (EntSvg     *self,
                            const char *name,
                            double      value,
                            guint       n_decimals);
void ent_svg_length        (EntSvg     *self,
                            const char *name,
                            double      value);
void ent_svg_element       (EntSvg     *self,
                            const char *name,
                            const char *text);
void ent_svg_append_number (GString    *out,
                            double      value,
                            guint       n_decimals);

/* ent-svg-items.c: the items of a scene */
void ent_svg_write_defs (EntSvg        *self);
void ent_svg_write_item (EntSvg        *self,
                         const EntItem *item);

G_END_DECLS
