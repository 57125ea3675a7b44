/* vocabulary.c: a scene with one of everything
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "vocabulary.h"
#include "ent-figure-text.h"
#include "ent-font-set.h"
#include "ent-text-measure.h"

#include <gio/gio.h>

enum
{
  INCIDENT = 0x9c1c33ff,
  MEETING = 0x2b79bfff,
  STATEMENT = (int) 0xbd8418ff,
  OTHER = 0x5e5c64ff,
  INK = 0x1c1c1fff,
  DIM = 0x5e5c64ff,
  RULE = (int) 0xd8d6d3ff,
  WHITE = (int) 0xffffffff,
};

static EntItem *
add_shape (EntSceneBuilder *builder,
           EntLayer         layer,
           EntRole          role,
           EntShape         shape,
           double           x,
           double           y,
           double           radius,
           EntColor         fill,
           EntColor         stroke,
           double           stroke_width)
{
  EntItem *item = ent_scene_builder_add (builder, ENT_ITEM_SHAPE, layer, role);

  item->shape = shape;
  item->x = x;
  item->y = y;
  item->radius = radius;
  item->fill = fill;
  item->stroke = stroke;
  item->stroke_width = stroke_width;
  return item;
}

static EntItem *
add_rect (EntSceneBuilder *builder,
          EntLayer         layer,
          EntRole          role,
          double           x,
          double           y,
          double           width,
          double           height,
          EntColor         fill)
{
  EntItem *item = ent_scene_builder_add (builder, ENT_ITEM_RECT, layer, role);

  item->x = x;
  item->y = y;
  item->width = width;
  item->height = height;
  item->fill = fill;
  return item;
}

static EntItem *
add_line (EntSceneBuilder *builder,
          EntLayer         layer,
          EntRole          role,
          double           x,
          double           y,
          double           x2,
          double           y2,
          EntColor         stroke,
          double           width)
{
  EntItem *item = ent_scene_builder_add (builder, ENT_ITEM_LINE, layer, role);

  item->x = x;
  item->y = y;
  item->x2 = x2;
  item->y2 = y2;
  item->stroke = stroke;
  item->stroke_width = width;
  return item;
}

/* The measure is made anew for each text: tests have few. */
EntItem *
vocabulary_add_text (EntSceneBuilder *builder,
                     double           x,
                     double           y,
                     const char      *text,
                     double           size,
                     gboolean         bold)
{
  EntItem *item = ent_scene_builder_add (builder, ENT_ITEM_TEXT, ENT_LAYER_LABELS, ENT_ROLE_LABEL);
  PangoContext *context = ent_font_set_create_context ();
  g_autoptr (EntTextMeasure) measure = ent_text_measure_new_pango (context, ENT_FONT_FAMILIES, "en");
  g_autofree char *drawn = ent_figure_text_isolate (text);

  item->x = x;
  item->y = y;
  item->height = size;
  item->width = ent_text_measure_width (measure, drawn, -1, size, bold);
  item->bold = bold;
  item->fill = INK;
  item->stroke = WHITE;
  item->stroke_width = 3;
  ent_scene_builder_set_text (builder, item, text);
  g_object_unref (context);
  return item;
}

static void
add_marks (EntSceneBuilder *builder)
{
  static const float radii[] = { 3, 3.6f, 4.4f, 5.4f, 6.6f };
  static const EntShape shapes[] = { ENT_SHAPE_DIAMOND, ENT_SHAPE_CIRCLE, ENT_SHAPE_PAGE, ENT_SHAPE_HEXAGON };
  static const EntColor colors[] = { INCIDENT, MEETING, STATEMENT, OTHER };

  for (guint kind = 0; kind < 4; kind++)
    {
      double y = 30 + 20 * kind;
      EntItem *bar;

      for (guint i = 0; i < 5; i++)
        {
          EntItem *item;

          item = add_shape (builder, ENT_LAYER_MARKS, ENT_ROLE_MOAT, shapes[kind], 30 + 30 * i, y,
                            radii[i] + 1.4, WHITE, 0, 0);
          item->row = kind * 5 + i;
          item = add_shape (builder, ENT_LAYER_MARKS, ENT_ROLE_MARK, shapes[kind], 30 + 30 * i, y, radii[i],
                            colors[kind], 0, 0);
          item->row = kind * 5 + i;
          item->count = 1;
        }
      bar =
        add_rect (builder, ENT_LAYER_MARKS, ENT_ROLE_BAR, 190, y - 3, 80, 6, (colors[kind] & ~0xffu) | 0x9e);
      bar->radius = kind == 1 ? 3 : 0;
      bar->row = kind * 5 + 4;
    }
}

static void
add_ends (EntSceneBuilder *builder)
{
  static const EntFill fills[] = { ENT_FILL_FADE_IN,       ENT_FILL_FADE_OUT,       ENT_FILL_HATCH,
                                   ENT_FILL_HATCH_FADE_IN, ENT_FILL_HATCH_FADE_OUT, ENT_FILL_SOLID };

  for (guint i = 0; i < G_N_ELEMENTS (fills); i++)
    {
      EntItem *item = add_rect (builder, ENT_LAYER_MARKS, ENT_ROLE_BAR, 300, 24 + 14 * i, 90, 8, STATEMENT);

      item->fill_style = fills[i];
      item->pitch = 3;
      item->pitch_width = 1.2f;
      item->ground = WHITE;
      item->row = 30 + i;
    }
  for (guint i = 0; i < 3; i++)
    add_line (builder, ENT_LAYER_MARKS, ENT_ROLE_BAR, 396 + 5 * i, 98, 396 + 5 * i, 98, STATEMENT, 2)
      ->round_caps = TRUE;
  add_shape (builder, ENT_LAYER_MARKS, ENT_ROLE_BAR, ENT_SHAPE_BRACKET_LEFT, 420, 40, 6, 0, STATEMENT, 1.2);
  add_shape (builder, ENT_LAYER_MARKS, ENT_ROLE_BAR, ENT_SHAPE_BRACKET_RIGHT, 470, 40, 6, 0, STATEMENT, 1.2);
  add_shape (builder, ENT_LAYER_MARKS, ENT_ROLE_EDGE, ENT_SHAPE_CHEVRON_LEFT, 420, 60, 4, 0, INCIDENT, 1.4);
  add_shape (builder, ENT_LAYER_MARKS, ENT_ROLE_EDGE, ENT_SHAPE_CHEVRON_RIGHT, 450, 60, 4, 0, INCIDENT, 1.4);
  add_shape (builder, ENT_LAYER_MARKS, ENT_ROLE_EDGE, ENT_SHAPE_CHEVRON_UP, 470, 60, 4, 0, INCIDENT, 1.4)
    ->round_caps = TRUE;
  add_shape (builder, ENT_LAYER_MARKS, ENT_ROLE_EDGE, ENT_SHAPE_CHEVRON_DOWN, 490, 60, 4, 0, INCIDENT, 1.4)
    ->round_caps = TRUE;
  add_shape (builder, ENT_LAYER_MARKS, ENT_ROLE_PHASE, ENT_SHAPE_TRIANGLE_RIGHT, 424, 80, 7, INCIDENT, WHITE,
             1);
  add_shape (builder, ENT_LAYER_MARKS, ENT_ROLE_PHASE, ENT_SHAPE_TRIANGLE_UP, 450, 76, 7, INCIDENT, 0, 0);
  add_shape (builder, ENT_LAYER_MARKS, ENT_ROLE_PHASE, ENT_SHAPE_TRIANGLE_DOWN, 480, 84, 7, INCIDENT, 0, 0);
}

static void
add_confidence (EntSceneBuilder *builder)
{
  for (guint i = 0; i < 5; i++)
    {
      double x = 40 + 50 * i;
      double y = 130;
      double r = i == 4 ? 12 : 6.6;
      EntItem *item;

      add_shape (builder, ENT_LAYER_MARKS, ENT_ROLE_MOAT, ENT_SHAPE_DIAMOND, x, y, r + 1.4, WHITE, 0, 0)
        ->row = 40 + i;
      item = add_shape (builder, ENT_LAYER_MARKS, ENT_ROLE_MARK, ENT_SHAPE_DIAMOND, x, y, r - 0.5, WHITE,
                        INCIDENT, 1.1);
      item->row = 40 + i;
      item->count = 1;
      switch (i)
        {
        case 0:
          item->dash_on = 1.6f;
          item->dash_off = 1.3f;
          break;
        case 1:
          item->stroke_width = 1.6f;
          break;
        case 2:
        case 4:
          item->fill = INCIDENT;
          item->fill_style = ENT_FILL_HATCH;
          item->ground = WHITE;
          item->pitch = 2.6f;
          item->pitch_width = 1.15f;
          break;
        case 3:
        default:
          add_shape (builder, ENT_LAYER_MARKS, ENT_ROLE_MARK, ENT_SHAPE_DIAMOND, x, y, r - 2.7, INCIDENT, 0,
                     0)
            ->row = 43;
          break;
        }
      add_rect (builder, ENT_LAYER_MARKS, ENT_ROLE_DENIAL, x - r, y + 1.25 * r + 1.4, 2 * r, 1.9, INK)->row =
        40 + i;
    }
  /* The same event once more, in another place: its second group. */
  add_shape (builder, ENT_LAYER_MARKS, ENT_ROLE_MARK, ENT_SHAPE_CIRCLE, 300, 130, 6, MEETING, WHITE, 1)->row =
    40;
  for (guint i = 0; i < 4; i++)
    {
      EntItem *item = add_shape (builder, ENT_LAYER_MARKS, ENT_ROLE_FOLD, (EntShape) i, 340 + 40 * i, 130, 10,
                                 i == 1 ? MEETING : INCIDENT, WHITE, 1.4);

      item->opacity = 0.3f;
      item->count = 12;
      if (i == 3)
        {
          item->fill_style = ENT_FILL_HATCH;
          item->ground = WHITE;
          item->stroke = INCIDENT;
          item->pitch = 3;
          item->pitch_width = 1.2f;
        }
    }
}

static void
add_links (EntSceneBuilder *builder)
{
  for (guint i = 0; i < 4; i++)
    {
      EntItem *arc = ent_scene_builder_add (builder, ENT_ITEM_ARC, ENT_LAYER_ARCS, ENT_ROLE_LINK);
      double x = 30 + 120 * i;

      arc->x = x;
      arc->y = 160;
      arc->cx1 = x;
      arc->cy1 = 200;
      arc->cx2 = x + 80;
      arc->cy2 = 160;
      arc->x2 = x + 80;
      arc->y2 = 200;
      arc->stroke = 0x4a4850ff;
      arc->stroke_width = i == 2 ? 2.6f : 1.1f;
      arc->opacity = i == 0 ? 0.62f : 1;
      arc->round_caps = TRUE;
      if (i == 3)
        {
          arc->dash_on = 4;
          arc->dash_off = 3;
        }
    }
  add_line (builder, ENT_LAYER_GROUND, ENT_ROLE_GRID, 0, 150.5, 520, 150.5, RULE, 1);
  add_line (builder, ENT_LAYER_GROUND, ENT_ROLE_GRID, -5e8, 215.5, 5e8, 215.5, RULE, 1)->dash_on = 2;
}

static void
add_texts (EntSceneBuilder *builder)
{
  EntItem *item;

  vocabulary_add_text (builder, 30, 240, "Office of Personnel Management", 12, FALSE)->row = 0;
  vocabulary_add_text (builder, 30, 262, "SolarWinds: 18,000 customers", 13.5, TRUE)->row = 1;
  vocabulary_add_text (builder, 30, 290, "中美网络安全对话 2015", 20, FALSE)->row = 2;
  vocabulary_add_text (builder, 30, 312, "外交部发言人", 12, TRUE)->row = 3;
  vocabulary_add_text (builder, 300, 240, "بيان صحفي: 2015.", 20, FALSE)->row = 4;
  vocabulary_add_text (builder, 300, 262, "الأمن السيبراني", 12, TRUE);
  item = vocabulary_add_text (builder, 0, 290, "Middle", 12, FALSE);
  item->x = 400 - item->width / 2;
  item->align = ENT_ALIGN_MIDDLE;
  item = vocabulary_add_text (builder, 0, 290, "End", 12, FALSE);
  item->x = 500 - item->width;
  item->align = ENT_ALIGN_END;
  item = vocabulary_add_text (builder, 300, 312, "Receding  text, half there", 12, FALSE);
  item->opacity = 0.5f;
  item->stroke = 0xffe27aff;
  item = vocabulary_add_text (builder, 30, 330, "Small print without a halo: αβγ, Žižek, ½", 6.2, FALSE);
  item->stroke = 0;
  item->fill = DIM;
}

/** vocabulary_new: every type of item, shape, fill and stroke, on a page of 520 × 340 px times @scale */
EntScene *
vocabulary_new (double scale)
{
  EntSceneBuilder *builder = ent_scene_builder_new (520 * scale, 340 * scale, "en");

  add_rect (builder, ENT_LAYER_GROUND, ENT_ROLE_PAGE, 0, 0, 520 * scale, 340 * scale, WHITE);
  add_marks (builder);
  add_ends (builder);
  add_confidence (builder);
  add_links (builder);
  add_texts (builder);
  return ent_scene_builder_end (builder);
}

gboolean
vocabulary_get_row (guint32       row,
                    EntFigureRow *out,
                    gpointer      user_data)
{
  static const EntFigureRow rows[] = {
    { "2015-opm", "June 2015: Office of Personnel Management",
      "https://www.opm.gov/cybersecurity/?a=1&b=<2>" },
    { "2020 solar/winds", "2020: “SolarWinds” <b>&amp;", "javascript:alert(1)" },
    { "对话-2015", "中美网络安全对话", "http://www.xinhuanet.com/" },
    { "a_x20_b", NULL, "mailto:press@example.org" },
    { "بيان", "بيان صحفي", "file:///etc/passwd" },
  };

  if (row >= 40)
    {
      static char id[16];

      g_snprintf (id, sizeof id, "mark-%u", row);
      out->id = id;
      out->title = "One of five";
      return TRUE;
    }
  if (row >= G_N_ELEMENTS (rows))
    return FALSE;
  *out = rows[row];
  return TRUE;
}

void
vocabulary_set_info (EntFigureInfo *info)
{
  static const EntFigureProperty properties[] = {
    { "Software", "Entente 0.1.0" },
    { "Dataset", "us-china-cyber.entente.json" },
    { "Query", "severity>=3 标签:外交" },
    { "Résumé", "its name is no PNG keyword" },
  };

  *info = (EntFigureInfo){
    .title = "The vocabulary",
    .description = "One of everything that Entente draws.",
    .author = "Entente",
    .keywords = "timeline, test",
    .created = "2026-11-23T21:04:27Z",
    .properties = properties,
    .n_properties = G_N_ELEMENTS (properties),
    .row_func = vocabulary_get_row,
  };
}

/** vocabulary_run: runs a tool; %NULL with an error if it fails; else what it wrote */
GBytes *
vocabulary_run (GError    **error,
                GBytes     *input,
                const char *program,
                ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) output = NULL;
  const char *word;
  va_list arguments;

  va_start (arguments, program);
  for (word = program; word != NULL; word = va_arg (arguments, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (arguments);
  g_ptr_array_add (words, NULL);
  process = g_subprocess_newv ((const char *const *) words->pdata,
                               (input != NULL ? G_SUBPROCESS_FLAGS_STDIN_PIPE : G_SUBPROCESS_FLAGS_NONE) |
                                 G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE,
                               error);
  if (process == NULL || !g_subprocess_communicate (process, input, NULL, &output, NULL, error))
    return NULL;
  if (!g_subprocess_get_successful (process))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s failed: %.*s", program,
                   (int) MIN (g_bytes_get_size (output), 2000),
                   (const char *) g_bytes_get_data (output, NULL));
      return NULL;
    }
  return g_steal_pointer (&output);
}
