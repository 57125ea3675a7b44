/* ent-svg-output.c: elements, attributes and numbers of SVG
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-svg-private.h"
#include "ent-figure-text.h"

#include <math.h>

/**
 * ent_svg_append_number:
 * @out: what to add to
 * @value: any number that is one
 * @n_decimals: how many at most, up to 3
 *
 * Writes a number by whole-number arithmetic, so that no locale and no C library has a say in it.
 */
void
ent_svg_append_number (GString *out,
                       double   value,
                       guint    n_decimals)
{
  static const gint64 scales[] = { 1, 10, 100, 1000 };
  gint64 scale = scales[n_decimals];
  gint64 units = llround (CLAMP (value, -1e12, 1e12) * scale);
  gint64 fraction = ABS (units) % scale;

  g_string_append_printf (out, "%s%" G_GINT64_FORMAT, units < 0 ? "-" : "", ABS (units) / scale);
  if (fraction == 0)
    return;
  g_string_append_c (out, '.');
  for (gint64 digit = scale / 10; fraction > 0; digit /= 10)
    {
      g_string_append_c (out, '0' + (char) (fraction / digit));
      fraction %= digit;
    }
}

/** ent_svg_start: (skip): opens an element */
void
ent_svg_start (EntSvg     *self,
               const char *name)
{
  xmlTextWriterStartElement (self->xml, BAD_CAST name);
}

/** ent_svg_end: (skip): closes the last element */
void
ent_svg_end (EntSvg *self)
{
  xmlTextWriterEndElement (self->xml);
}

/** ent_svg_attribute: (skip): of the element just opened; @value is escaped */
void
ent_svg_attribute (EntSvg     *self,
                   const char *name,
                   const char *value)
{
  xmlTextWriterWriteAttribute (self->xml, BAD_CAST name, BAD_CAST value);
}

/** ent_svg_number: (skip): an attribute with at most @n_decimals (up to 3) decimals */
void
ent_svg_number (EntSvg     *self,
                const char *name,
                double      value,
                guint       n_decimals)
{
  g_string_truncate (self->scratch, 0);
  ent_svg_append_number (self->scratch, value, n_decimals);
  ent_svg_attribute (self, name, self->scratch->str);
}

/** ent_svg_length: (skip): an attribute in CSS pixels, to hundredths */
void
ent_svg_length (EntSvg     *self,
                const char *name,
                double      value)
{
  ent_svg_number (self, name, value, 2);
}

/** ent_svg_element: (skip): an element of nothing but @text, which is cleaned and isolated */
void
ent_svg_element (EntSvg     *self,
                 const char *name,
                 const char *text)
{
  g_autofree char *clean = ent_figure_text_isolate (text);

  xmlTextWriterWriteElement (self->xml, BAD_CAST name, BAD_CAST clean);
}
