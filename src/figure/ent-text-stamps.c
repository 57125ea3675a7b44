/* ent-text-stamps.c: texts as pictures, made once and painted often
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-text-stamps.h"
#include "ent-text-measure.h"

#include <cairo-ft.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* Places of a letter inside a pixel that are told apart, each way. */
#define N_PHASES 4
G_STATIC_ASSERT (N_PHASES == 4); /* split() shifts by two */
/* Texts are laid out at the size they are measured at, and made smaller: so there is one font of each weight to be
 * found, which takes fontconfig longer than all else, and letters stand where they were measured. */
#define LAYOUT_SIZE ENT_TEXT_MEASURE_SIZE
/* Larger letters are rare, and their outlines are as good. */
#define MAX_FONT_SIZE 160
#define MAX_STAMP_PIXELS (1 << 22)
/* All stamps are dropped when they need more: some thousand labels. */
#define MAX_BYTES (48 << 20)

typedef struct
{
  PangoFont *font; /* kept by EntTextStamps.fonts */
  guint32    glyph;
  guint8     phase_x;
  guint8     phase_y;
  float      size;
  float      stroke; /* 0: the letter; else its outline, this wide */
} GlyphKey;

/* Coverage of pixels, from (left, top) off the letter's origin. */
typedef struct
{
  int    left, top;
  int    width, height;
  guint8 data[];
} Glyph;

typedef struct
{
  const Glyph *fill; /* (nullable) */
  const Glyph *halo; /* (nullable) */
  int          x, y;
} Placement;

typedef struct
{
  char    *text; /* (owned) unless it is a question */
  float    size;
  float    halo_width;
  EntColor fill;
  EntColor halo;
  guint8   bold;
  guint8   phase;
} StampKey;

typedef struct
{
  cairo_surface_t *surface; /* (owned) (nullable): nothing to paint */
  int              left, top;
  gboolean         is_unable; /* holds what only the font's own painter can do */
} Stamp;

struct _EntTextStamps
{
  GHashTable      *stamps; /* (owned): StampKey → Stamp */
  GHashTable      *glyphs; /* (owned): GlyphKey → Glyph */
  GHashTable      *fonts;  /* (owned): PangoFont (owned) → whether it has colours */
  gsize            n_bytes;
  double           scale_x, scale_y; /* device pixels a CSS pixel; 0: not to be painted with stamps */
  double           device_x, device_y;
  char            *families;   /* (owned) */
  char            *language;   /* (owned) (nullable) */
  cairo_surface_t *scratch;    /* (owned) (nullable): square, A8, empty between uses */
  int              scratch_side;
  GArray          *placements; /* (owned) of Placement: scratch */
};

static guint
hash_float (float value)
{
  guint32 bits;

  memcpy (&bits, &value, sizeof bits);
  return bits * 2654435761u;
}

static guint
hash_glyph (gconstpointer data)
{
  const GlyphKey *key = data;

  return g_direct_hash (key->font) * 31 + key->glyph * 2654435761u +
         (guint) (key->phase_x * N_PHASES + key->phase_y) + hash_float (key->stroke) + hash_float (key->size) * 3;
}

static gboolean
equal_glyphs (gconstpointer a,
              gconstpointer b)
{
  const GlyphKey *left = a;
  const GlyphKey *right = b;

  return left->font == right->font && left->glyph == right->glyph && left->phase_x == right->phase_x &&
         left->phase_y == right->phase_y && left->size == right->size && left->stroke == right->stroke;
}

static guint
hash_stamp (gconstpointer data)
{
  const StampKey *key = data;

  return g_str_hash (key->text) + hash_float (key->size) + hash_float (key->halo_width) * 3 + key->fill * 5 +
         key->halo * 7 + key->bold * 11u + key->phase * 13u;
}

static gboolean
equal_stamps (gconstpointer a,
              gconstpointer b)
{
  const StampKey *left = a;
  const StampKey *right = b;

  return left->size == right->size && left->halo_width == right->halo_width && left->fill == right->fill &&
         left->halo == right->halo && left->bold == right->bold && left->phase == right->phase &&
         strcmp (left->text, right->text) == 0;
}

static void
free_stamp_key (gpointer data)
{
  StampKey *key = data;

  g_free (key->text);
  g_free (key);
}

static void
free_stamp (gpointer data)
{
  Stamp *stamp = data;

  g_clear_pointer (&stamp->surface, cairo_surface_destroy);
  g_free (stamp);
}

static void
forget (EntTextStamps *self)
{
  g_hash_table_remove_all (self->stamps);
  g_hash_table_remove_all (self->glyphs);
  g_hash_table_remove_all (self->fonts);
  self->n_bytes = 0;
}

static void
free_stamps (gpointer data)
{
  EntTextStamps *self = data;

  g_hash_table_unref (self->stamps);
  g_hash_table_unref (self->glyphs);
  g_hash_table_unref (self->fonts);
  g_clear_pointer (&self->scratch, cairo_surface_destroy);
  g_array_unref (self->placements);
  g_free (self->families);
  g_free (self->language);
  g_free (self);
}

/**
 * ent_text_stamps_get:
 * @context: of ent_font_set_create_context()
 *
 * Returns: (transfer none): the stamps of @context, which live as long as it
 */
EntTextStamps *
ent_text_stamps_get (PangoContext *context)
{
  EntTextStamps *self = g_object_get_data (G_OBJECT (context), "ent-text-stamps");

  if (self != NULL)
    return self;
  self = g_new0 (EntTextStamps, 1);
  self->stamps = g_hash_table_new_full (hash_stamp, equal_stamps, free_stamp_key, free_stamp);
  self->glyphs = g_hash_table_new_full (hash_glyph, equal_glyphs, g_free, g_free);
  self->fonts = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->placements = g_array_new (FALSE, FALSE, sizeof (Placement));
  g_object_set_data_full (G_OBJECT (context), "ent-text-stamps", self, free_stamps);
  return self;
}

/**
 * ent_text_stamps_begin:
 * @self: stamps
 * @cr: what will be painted on, in the scale it will have
 * @families: font families with commas between
 * @language: (nullable): tag of the texts
 *
 * Says what the next texts are painted with. Stamps of another scale, font or language are dropped.
 */
void
ent_text_stamps_begin (EntTextStamps *self,
                       cairo_t       *cr,
                       const char    *families,
                       const char    *language)
{
  cairo_matrix_t matrix;
  double scale_x = 0;
  double scale_y = 0;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (cairo_get_target (cr), &self->device_x, &self->device_y);
  /* Turned and mirrored text is left to cairo. */
  if (matrix.xy == 0 && matrix.yx == 0 && matrix.xx > 0 && matrix.yy > 0)
    {
      scale_x = matrix.xx * self->device_x;
      scale_y = matrix.yy * self->device_y;
    }
  if (scale_x == self->scale_x && scale_y == self->scale_y && g_strcmp0 (families, self->families) == 0 &&
      g_strcmp0 (language, self->language) == 0)
    return;

  forget (self);
  self->scale_x = scale_x;
  self->scale_y = scale_y;
  g_free (self->families);
  self->families = g_strdup (families);
  g_free (self->language);
  self->language = g_strdup (language);
}

/* Colour emoji and the like have no outline to speak of. */
static gboolean
has_colors (EntTextStamps *self,
            PangoFont     *font)
{
  cairo_scaled_font_t *scaled;
  gboolean has = FALSE;
  gpointer known;

  if (g_hash_table_lookup_extended (self->fonts, font, NULL, &known))
    return GPOINTER_TO_INT (known);
  scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  if (cairo_scaled_font_get_type (scaled) == CAIRO_FONT_TYPE_FT)
    {
      FT_Face face = cairo_ft_scaled_font_lock_face (scaled);

      has = face != NULL && FT_HAS_COLOR (face);
      if (face != NULL)
        cairo_ft_scaled_font_unlock_face (scaled);
    }
  g_hash_table_insert (self->fonts, g_object_ref (font), GINT_TO_POINTER (has));
  return has;
}

static void
add_glyph_path (const EntTextStamps *self,
                cairo_t             *cr,
                const GlyphKey      *key,
                double               x,
                double               y)
{
  cairo_glyph_t glyph = { .index = key->glyph };

  cairo_identity_matrix (cr);
  cairo_translate (cr, x + key->phase_x / (double) N_PHASES, y + key->phase_y / (double) N_PHASES);
  cairo_scale (cr, self->scale_x * key->size / LAYOUT_SIZE, self->scale_y * key->size / LAYOUT_SIZE);
  cairo_new_path (cr);
  cairo_glyph_path (cr, &glyph, 1);
  cairo_identity_matrix (cr);
}

static void
set_font (cairo_t   *cr,
          PangoFont *font)
{
  cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_matrix_t matrix;

  cairo_set_font_face (cr, cairo_scaled_font_get_font_face (scaled));
  cairo_scaled_font_get_font_matrix (scaled, &matrix);
  cairo_set_font_matrix (cr, &matrix);
  cairo_scaled_font_get_font_options (scaled, options);
  cairo_set_font_options (cr, options);
  cairo_font_options_destroy (options);
}

static void
ensure_scratch (EntTextStamps *self,
                int            side)
{
  if (self->scratch_side >= side)
    return;
  g_clear_pointer (&self->scratch, cairo_surface_destroy);
  self->scratch_side = MAX (side, 64);
  self->scratch = cairo_image_surface_create (CAIRO_FORMAT_A8, self->scratch_side, self->scratch_side);
}

/* Takes what was painted out of the scratch surface and leaves it empty. */
static Glyph *
lift_glyph (EntTextStamps *self,
            int            left,
            int            top,
            int            width,
            int            height)
{
  Glyph *glyph = g_malloc (sizeof (Glyph) + (gsize) width * (gsize) height);
  int stride = cairo_image_surface_get_stride (self->scratch);
  guint8 *rows;

  cairo_surface_flush (self->scratch);
  rows = cairo_image_surface_get_data (self->scratch);
  *glyph = (Glyph){ .left = left, .top = top, .width = width, .height = height };
  for (int y = 0; y < height; y++)
    {
      memcpy (glyph->data + (gsize) y * (gsize) width, rows + (gsize) y * (gsize) stride, (gsize) width);
      memset (rows + (gsize) y * (gsize) stride, 0, (gsize) width);
    }
  cairo_surface_mark_dirty (self->scratch);
  return glyph;
}

static Glyph *
make_glyph (EntTextStamps  *self,
            const GlyphKey *key)
{
  double margin = key->stroke > 0 ? key->stroke * fmax (self->scale_x, self->scale_y) / 2 + 2 : 1;
  double x0, y0, x1, y1;
  int width, height;
  cairo_t *cr;
  Glyph *glyph;

  ensure_scratch (self, 64);
  cr = cairo_create (self->scratch);
  set_font (cr, key->font);
  add_glyph_path (self, cr, key, 0, 0);
  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  if (x1 <= x0 || y1 <= y0 || x1 - x0 > 20 * MAX_FONT_SIZE || y1 - y0 > 20 * MAX_FONT_SIZE)
    {
      cairo_destroy (cr);
      return lift_glyph (self, 0, 0, 0, 0);
    }
  x0 = floor (x0 - margin);
  y0 = floor (y0 - margin);
  width = (int) (ceil (x1 + margin) - x0);
  height = (int) (ceil (y1 + margin) - y0);
  if (MAX (width, height) > self->scratch_side)
    {
      cairo_destroy (cr);
      ensure_scratch (self, MAX (width, height));
      cr = cairo_create (self->scratch);
      set_font (cr, key->font);
    }

  add_glyph_path (self, cr, key, -x0, -y0);
  if (key->stroke > 0)
    {
      cairo_scale (cr, self->scale_x, self->scale_y);
      cairo_set_line_width (cr, key->stroke);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_stroke_preserve (cr);
    }
  cairo_fill (cr);
  cairo_destroy (cr);
  glyph = lift_glyph (self, (int) x0, (int) y0, width, height);
  self->n_bytes += (gsize) width * (gsize) height;
  return glyph;
}

static const Glyph *
get_glyph (EntTextStamps *self,
           PangoFont     *font,
           guint32        index,
           int            phase_x,
           int            phase_y,
           float          size,
           float          stroke)
{
  const GlyphKey key = { font, index, (guint8) phase_x, (guint8) phase_y, size, stroke };
  Glyph *glyph = g_hash_table_lookup (self->glyphs, &key);

  if (glyph == NULL)
    {
      glyph = make_glyph (self, &key);
      g_hash_table_insert (self->glyphs, g_memdup2 (&key, sizeof key), glyph);
    }
  return glyph;
}

/* To the nearest quarter: the whole pixel and the quarters beyond it. */
static int
split (double  at,
       int    *phase)
{
  int quarters = (int) floor (at * N_PHASES + 0.5);
  int whole = quarters >> 2;

  *phase = quarters & (N_PHASES - 1);
  return whole;
}

static gboolean
place_glyphs (EntTextStamps   *self,
              PangoLayoutLine *line,
              const StampKey  *key)
{
  gboolean has_halo = key->halo_width > 0 && (key->halo & 0xff) != 0;
  double unit_x = self->scale_x * key->size / LAYOUT_SIZE / PANGO_SCALE;
  double unit_y = self->scale_y * key->size / LAYOUT_SIZE / PANGO_SCALE;
  int pen = 0;

  g_array_set_size (self->placements, 0);
  for (GSList *runs = line->runs; runs != NULL; runs = runs->next)
    {
      PangoGlyphItem *run = runs->data;
      PangoFont *font = run->item->analysis.font;

      if (font == NULL || has_colors (self, font))
        return FALSE;
      pen += run->start_x_offset;
      for (int i = 0; i < run->glyphs->num_glyphs; i++)
        {
          const PangoGlyphInfo *info = &run->glyphs->glyphs[i];
          double x = (pen + info->geometry.x_offset) * unit_x;
          double y = (info->geometry.y_offset - run->y_offset) * unit_y;
          Placement placement = { NULL };
          int phase_x, phase_y;

          pen += info->geometry.width;
          if (info->glyph == PANGO_GLYPH_EMPTY)
            continue;
          if ((info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
            return FALSE;
          placement.x = split (x + key->phase / (double) N_PHASES, &phase_x);
          placement.y = split (y, &phase_y);
          if ((key->fill & 0xff) != 0)
            placement.fill = get_glyph (self, font, info->glyph, phase_x, phase_y, key->size, 0);
          if (has_halo)
            placement.halo =
              get_glyph (self, font, info->glyph, phase_x, phase_y, key->size, key->halo_width);
          g_array_append_val (self->placements, placement);
        }
      pen += run->end_x_offset;
    }
  return TRUE;
}

typedef struct
{
  int     left, top;
  int     width, height;
  guint8 *fill; /* (owned) */
  guint8 *halo; /* (owned) */
} Canvas;

static void
extend (Canvas          *canvas,
        const Placement *placement,
        const Glyph     *glyph)
{
  int left, top, right, bottom;

  if (glyph == NULL || glyph->width == 0)
    return;
  left = placement->x + glyph->left;
  top = placement->y + glyph->top;
  right = left + glyph->width;
  bottom = top + glyph->height;
  if (canvas->width > 0)
    {
      right = MAX (right, canvas->left + canvas->width);
      bottom = MAX (bottom, canvas->top + canvas->height);
      left = MIN (left, canvas->left);
      top = MIN (top, canvas->top);
    }
  *canvas = (Canvas){ .left = left, .top = top, .width = right - left, .height = bottom - top };
}

/* Letters that touch share a pixel: what one leaves free, the other covers its part of. */
static void
blend_glyph (const Canvas    *canvas,
             guint8          *rows,
             const Placement *placement,
             const Glyph     *glyph)
{
  if (glyph == NULL)
    return;
  for (int y = 0; y < glyph->height; y++)
    {
      const guint8 *from = glyph->data + (gsize) y * (gsize) glyph->width;
      guint8 *to = rows + (gsize) (placement->y + glyph->top + y - canvas->top) * (gsize) canvas->width +
                   (placement->x + glyph->left - canvas->left);

      for (int x = 0; x < glyph->width; x++)
        to[x] = (guint8) (255 - (255 - to[x]) * (255 - from[x]) / 255);
    }
}

static guint32
scale_channel (EntColor color,
               guint    shift,
               guint32  alpha)
{
  return (((color >> shift) & 0xff) * alpha + 127) / 255;
}

/* The letters over the halo, premultiplied as cairo wants it. */
static cairo_surface_t *
merge (const Canvas   *canvas,
       const StampKey *key)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, canvas->width, canvas->height);
  int stride = cairo_image_surface_get_stride (surface);

  cairo_surface_flush (surface);
  for (int y = 0; y < canvas->height; y++)
    {
      guint32 *out =
        (guint32 *) (gpointer) (cairo_image_surface_get_data (surface) + (gsize) y * (gsize) stride);
      gsize row = (gsize) y * (gsize) canvas->width;

      for (int x = 0; x < canvas->width; x++)
        {
          guint32 over = (canvas->fill[row + (gsize) x] * (key->fill & 0xff) + 127) / 255;
          guint32 under =
            ((canvas->halo[row + (gsize) x] * (key->halo & 0xff) + 127) / 255 * (255 - over) + 127) / 255;
          guint32 pixel = (over + under) << 24;

          for (guint shift = 8; shift <= 24; shift += 8)
            pixel |= MIN (scale_channel (key->fill, shift, over) + scale_channel (key->halo, shift, under),
                          over + under)
                     << (shift - 8);
          out[x] = pixel;
        }
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

static Stamp *
make_stamp (EntTextStamps   *self,
            PangoLayoutLine *line,
            const StampKey  *key)
{
  Stamp *stamp = g_new0 (Stamp, 1);
  Canvas canvas = { 0 };
  gsize n_pixels;

  if (!place_glyphs (self, line, key))
    {
      stamp->is_unable = TRUE;
      return stamp;
    }
  for (guint i = 0; i < self->placements->len; i++)
    {
      const Placement *placement = &g_array_index (self->placements, Placement, i);

      extend (&canvas, placement, placement->fill);
      extend (&canvas, placement, placement->halo);
    }
  n_pixels = (gsize) canvas.width * (gsize) canvas.height;
  if (n_pixels > MAX_STAMP_PIXELS || canvas.width > 32767)
    stamp->is_unable = TRUE;
  if (n_pixels == 0 || stamp->is_unable)
    return stamp;

  canvas.fill = g_malloc0 (n_pixels);
  canvas.halo = g_malloc0 (n_pixels);
  for (guint i = 0; i < self->placements->len; i++)
    {
      const Placement *placement = &g_array_index (self->placements, Placement, i);

      blend_glyph (&canvas, canvas.fill, placement, placement->fill);
      blend_glyph (&canvas, canvas.halo, placement, placement->halo);
    }
  stamp->surface = merge (&canvas, key);
  stamp->left = canvas.left;
  stamp->top = canvas.top;
  self->n_bytes += 4 * n_pixels;
  g_free (canvas.fill);
  g_free (canvas.halo);
  return stamp;
}

static const Stamp *
get_stamp (EntTextStamps  *self,
           PangoLayout    *layout,
           const StampKey *key)
{
  Stamp *stamp = g_hash_table_lookup (self->stamps, key);
  StampKey *kept;

  if (stamp != NULL)
    return stamp;
  if (self->n_bytes > MAX_BYTES)
    forget (self);
  ent_text_measure_set_up_layout (layout, self->families, self->language, key->text, -1, LAYOUT_SIZE,
                                  key->bold);
  stamp = make_stamp (self, pango_layout_get_line_readonly (layout, 0), key);
  kept = g_memdup2 (key, sizeof *key);
  kept->text = g_strdup (key->text);
  g_hash_table_insert (self->stamps, kept, stamp);
  return stamp;
}

/**
 * ent_text_stamps_paint:
 * @self: stamps, after ent_text_stamps_begin()
 * @cr: what to paint on
 * @layout: a layout of the context the stamps belong to; changed
 * @item: a text, as ent_item_prepare() leaves it
 * @text: what it says, ready to be drawn
 *
 * Paints a text with its halo and opacity.
 *
 * Returns: %FALSE, with nothing painted, if this text is none for a stamp: it is very large, turned, in
 *   colours, or lacks a font
 */
gboolean
ent_text_stamps_paint (EntTextStamps *self,
                       cairo_t       *cr,
                       PangoLayout   *layout,
                       const EntItem *item,
                       const char    *text)
{
  StampKey key = { .text = (char *) text,
                   .size = (float) item->height,
                   .halo_width = (item->stroke & 0xff) != 0 ? item->stroke_width : 0,
                   .fill = item->fill,
                   .halo = item->stroke_width > 0 ? item->stroke : 0,
                   .bold = item->bold };
  double x = item->x;
  double y = item->y;
  const Stamp *stamp;
  int whole_x, phase;

  if (self->scale_x == 0 || item->height * fmax (self->scale_x, self->scale_y) > MAX_FONT_SIZE)
    return FALSE;
  cairo_user_to_device (cr, &x, &y);
  whole_x = split (x * self->device_x, &phase);
  key.phase = (guint8) phase;
  stamp = get_stamp (self, layout, &key);
  if (stamp->is_unable)
    return FALSE;
  if (stamp->surface == NULL)
    return TRUE;

  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_scale (cr, 1 / self->device_x, 1 / self->device_y);
  cairo_set_source_surface (cr, stamp->surface, whole_x + stamp->left,
                            floor (y * self->device_y + 0.5) + stamp->top);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint_with_alpha (cr, item->opacity);
  cairo_restore (cr);
  return TRUE;
}
