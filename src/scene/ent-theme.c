/* ent-theme.c: the colours of a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-theme.h"

#include <math.h>

#define RGB(hex) ((EntColor) ((0x##hex##u << 8) | 0xff))

/* Measured against `view`: text at least 4.5:1, marks 3:1; the kinds differ by ten in L*, so that grey
 * copies hold. */
static const EntTheme themes[] = {
  {
    .name = "light",
    .view = RGB (ffffff), .window = RGB (fafafa), .line = RGB (d8d6d3), .grid = RGB (e4e2df), .grid2 = RGB (f1f0ee),
    .ink = RGB (1c1c1f), .text = RGB (2e2e33), .dim = RGB (5e5c64), .faint = RGB (6f6d75), .accent = RGB (1a68c7),
    .kind = { RGB (9c1c33), RGB (2b79bf), RGB (bd8418), RGB (5e5c64) },
    .kind_text = { RGB (96192f), RGB (1d639f), RGB (805700), RGB (5e5c64) },
    .grey = { RGB (1f1f1f), RGB (6a6a6a), RGB (949494), RGB (4d4d4d) },
    .hue = { RGB (5891f3), RGB (c0285f), RGB (8f4500), RGB (028832), RGB (702c8e),
             RGB (049299), RGB (133359), RGB (3b4319), RGB (77757c), RGB (949297) },
    .hit = RGB (ffe27a), .hit_line = RGB (7a5a00),
    .arc = RGB (4a4850), .arc2 = RGB (a9a7ad), .recede = 0.30, .line_scale = 1,
  },
  {
    .name = "dark",
    .view = RGB (1e1e1e), .window = RGB (242424), .line = RGB (454545), .grid = RGB (343434), .grid2 = RGB (282828),
    .ink = RGB (ffffff), .text = RGB (e6e5e3), .dim = RGB (b5b3b0), .faint = RGB (9b9996), .accent = RGB (78aeed),
    .kind = { RGB (e75f50), RGB (6cb0f2), RGB (f3cf73), RGB (b5b3b0) },
    .kind_text = { RGB (ff8d80), RGB (8cc3f7), RGB (f3cf73), RGB (b5b3b0) },
    .grey = { RGB (f2f2f2), RGB (b0b0b0), RGB (808080), RGB (d2d2d2) },
    .hue = { RGB (9499ff), RGB (eb686d), RGB (feb760), RGB (c6f78e), RGB (fec6e6),
             RGB (09cba8), RGB (228cb1), RGB (737548), RGB (9a9896), RGB (7a7876) },
    .hit = RGB (6b5413), .hit_line = RGB (ffd866),
    .arc = RGB (cfcdca), .arc2 = RGB (6a6864), .recede = 0.34, .line_scale = 1,
  },
  {
    .name = "print",
    .view = RGB (ffffff), .window = RGB (ffffff), .line = RGB (b8b8b8), .grid = RGB (d9d9d9), .grid2 = RGB (eeeeee),
    .ink = RGB (000000), .text = RGB (1a1a1a), .dim = RGB (4d4d4d), .faint = RGB (666666), .accent = RGB (000000),
    .kind = { RGB (9c1c33), RGB (2b79bf), RGB (bd8418), RGB (4d4d4d) },
    .kind_text = { RGB (96192f), RGB (1d639f), RGB (805700), RGB (4d4d4d) },
    .grey = { RGB (1f1f1f), RGB (6a6a6a), RGB (949494), RGB (4d4d4d) },
    .hue = { RGB (5891f3), RGB (c0285f), RGB (8f4500), RGB (028832), RGB (702c8e),
             RGB (049299), RGB (133359), RGB (3b4319), RGB (77757c), RGB (949297) },
    .hit = RGB (dddddd), .hit_line = RGB (000000),
    .arc = RGB (333333), .arc2 = RGB (a3a3a3), .recede = 0.45, .line_scale = 1,
  },
  {
    .name = "contrast",
    .view = RGB (ffffff), .window = RGB (ffffff), .line = RGB (6f6d75), .grid = RGB (6f6d75), .grid2 = RGB (d8d6d3),
    .ink = RGB (000000), .text = RGB (1c1c1f), .dim = RGB (1c1c1f), .faint = RGB (2e2e33), .accent = RGB (0b4a94),
    .kind = { RGB (7a0f24), RGB (19578f), RGB (966500), RGB (2e2e33) },
    .kind_text = { RGB (6d0d20), RGB (124c80), RGB (664500), RGB (1c1c1f) },
    .grey = { RGB (000000), RGB (4a4a4a), RGB (757575), RGB (2e2e2e) },
    .hue = { RGB (4c3294), RGB (662336), RGB (803e03), RGB (07782c), RGB (c04195),
             RGB (046764), RGB (00274a), RGB (2f3207), RGB (5e5c64), RGB (6f6d75) },
    .hit = RGB (ffe27a), .hit_line = RGB (000000),
    .arc = RGB (1c1c1f), .arc2 = RGB (5e5c64), .recede = 0.55, .line_scale = 1.5,
  },
  {
    .name = "contrast-dark",
    .view = RGB (1e1e1e), .window = RGB (242424), .line = RGB (9b9996), .grid = RGB (9b9996), .grid2 = RGB (454545),
    .ink = RGB (ffffff), .text = RGB (ffffff), .dim = RGB (e6e5e3), .faint = RGB (e6e5e3), .accent = RGB (a3cbff),
    .kind = { RGB (fb7363), RGB (86c3ff), RGB (ffe79a), RGB (e6e5e3) },
    .kind_text = { RGB (ffa79b), RGB (a6d3ff), RGB (ffe79a), RGB (e6e5e3) },
    .grey = { RGB (ffffff), RGB (c4c4c4), RGB (9a9a9a), RGB (e0e0e0) },
    .hue = { RGB (858df5), RGB (eab5aa), RGB (daac44), RGB (619565), RGB (fa78bc),
             RGB (1dfbd1), RGB (90dafd), RGB (cafe90), RGB (b5b3b0), RGB (9b9996) },
    .hit = RGB (6b5413), .hit_line = RGB (ffd866),
    .arc = RGB (ffffff), .arc2 = RGB (9b9996), .recede = 0.55, .line_scale = 1.5,
  },
};

/**
 * ent_theme_find:
 * @name: "light", "dark", "print", "contrast" or, for a window, "contrast-dark"
 *
 * Returns: (nullable) (transfer none): the theme
 */
const EntTheme *
ent_theme_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    if (g_strcmp0 (name, themes[i].name) == 0)
      return &themes[i];
  return NULL;
}

/**
 * ent_color_mix:
 * @ground: what is under
 * @color: what is over
 * @amount: of @color, 0–1
 *
 * Returns: the opaque colour the two make; tints are mixed and never see-through, so that nothing
 *   shines through a bar
 */
EntColor
ent_color_mix (EntColor ground,
               EntColor color,
               double   amount)
{
  EntColor mixed = 0xff;

  for (int shift = 8; shift < 32; shift += 8)
    {
      double under = (ground >> shift) & 0xff;
      double over = (color >> shift) & 0xff;

      mixed |= (EntColor) lround (under * (1 - amount) + over * amount) << shift;
    }
  return mixed;
}

/**
 * ent_color_luminance:
 * @color: a colour
 *
 * Returns: its relative luminance as in WCAG 2.1, 0–1
 */
double
ent_color_luminance (EntColor color)
{
  static const double weights[] = { 0, 0.0722, 0.7152, 0.2126 };
  double luminance = 0;

  for (int i = 1; i < 4; i++)
    {
      double value = ((color >> (8 * i)) & 0xff) / 255.0;

      luminance += weights[i] * (value <= 0.03928 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4));
    }
  return luminance;
}

/** ent_kind_style: (skip): how an event of a kind looks */
EntKindStyle
ent_kind_style (const char *kind)
{
  if (g_str_equal (kind, "incident"))
    return ENT_KIND_INCIDENT;
  if (g_str_equal (kind, "meeting"))
    return ENT_KIND_MEETING;
  if (g_str_equal (kind, "statement"))
    return ENT_KIND_STATEMENT;
  return ENT_KIND_OTHER;
}

/** ent_kind_shape: (skip): its shape */
EntShape
ent_kind_shape (EntKindStyle kind)
{
  static const EntShape shapes[] = { ENT_SHAPE_DIAMOND, ENT_SHAPE_CIRCLE, ENT_SHAPE_PAGE, ENT_SHAPE_HEXAGON };

  return shapes[kind];
}
