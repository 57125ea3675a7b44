/* ent-png-writer.c: a scene as PNG
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-png-writer.h"
#include "ent-cairo-painter.h"
#include "ent-figure-text.h"

#include <cairo.h>
#include <glib/gi18n.h>
#include <math.h>
#include <png.h>
#include <setjmp.h>
#include <string.h>

#define MAX_KEYWORD 79

typedef struct
{
  int    width;
  int    height;
  double dpi;
} PngSize;

static gboolean
get_size (const EntScene      *scene,
          const EntFigureInfo *info,
          PngSize             *out,
          GError             **error)
{
  double dpi = info->dpi == 0 ? 96 : info->dpi;
  double width = round (ent_scene_get_width (scene) * dpi / 96);
  double height = round (ent_scene_get_height (scene) * dpi / 96);

  if (!(dpi >= ENT_FIGURE_MIN_DPI && dpi <= ENT_FIGURE_MAX_DPI))
    {
      g_set_error (error, ENT_FIGURE_ERROR, ENT_FIGURE_ERROR_RESOLUTION,
                   _("The resolution must be between %d and %d dpi."), ENT_FIGURE_MIN_DPI, ENT_FIGURE_MAX_DPI);
      return FALSE;
    }
  if (!(width >= 1 && height >= 1))
    {
      g_set_error (error, ENT_FIGURE_ERROR, ENT_FIGURE_ERROR_EMPTY,
                   _("The picture has no area: it must be at least one pixel wide and high."));
      return FALSE;
    }
  if (!(width <= ENT_FIGURE_MAX_SIDE && height <= ENT_FIGURE_MAX_SIDE))
    {
      g_set_error (error, ENT_FIGURE_ERROR, ENT_FIGURE_ERROR_TOO_LARGE,
                   _("The picture would be %.0f × %.0f pixels; a PNG may have %d a side. Choose a smaller size or a lower resolution."),
                   fmin (width, 1e12), fmin (height, 1e12), ENT_FIGURE_MAX_SIDE);
      return FALSE;
    }
  if (width * height > ENT_FIGURE_MAX_PIXELS)
    {
      g_set_error (error, ENT_FIGURE_ERROR, ENT_FIGURE_ERROR_TOO_LARGE,
                   _("The picture would have %.0f million pixels; %d million are the limit. Choose a smaller size or a lower resolution."),
                   width * height / 1e6, (int) (ENT_FIGURE_MAX_PIXELS / 1000000));
      return FALSE;
    }
  *out = (PngSize){ (int) width, (int) height, dpi };
  return TRUE;
}

static cairo_surface_t *
paint (const EntScene      *scene,
       const EntFigureInfo *info,
       const PngSize       *size,
       GError             **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size->width, size->height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  /* Whole pixels, so that the page reaches every edge. */
  cairo_scale (cr, size->width / ent_scene_get_width (scene), size->height / ent_scene_get_height (scene));
  ent_cairo_painter_paint (scene, cr, info->families, NULL);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return surface;

  g_set_error (error, ENT_FIGURE_ERROR, ENT_FIGURE_ERROR_LIBRARY, _("Painting failed: %s"),
               cairo_status_to_string (status));
  cairo_surface_destroy (surface);
  return NULL;
}

static gboolean
is_opaque (cairo_surface_t *surface,
           const PngSize   *size)
{
  for (int y = 0; y < size->height; y++)
    {
      const guint32 *row =
        (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) +
                                           (gsize) y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < size->width; x++)
        if (row[x] < 0xff000000)
          return FALSE;
    }
  return TRUE;
}

static guint8
unmultiply (guint32 value,
            guint32 alpha)
{
  return alpha == 0 ? 0 : (guint8) MIN ((value * 255 + alpha / 2) / alpha, 255);
}

static void
convert_row (const guint32 *in,
             int            width,
             gboolean       opaque,
             guint8        *out)
{
  for (int x = 0; x < width; x++)
    {
      guint32 pixel = in[x];
      guint32 alpha = pixel >> 24;

      if (opaque)
        {
          *out++ = pixel >> 16;
          *out++ = pixel >> 8;
          *out++ = pixel;
        }
      else
        {
          *out++ = unmultiply ((pixel >> 16) & 0xff, alpha);
          *out++ = unmultiply ((pixel >> 8) & 0xff, alpha);
          *out++ = unmultiply (pixel & 0xff, alpha);
          *out++ = alpha;
        }
    }
}

/* What a keyword may be: Latin-1 that prints, no spaces at the ends or in a row. Ours are ASCII. */
static gboolean
is_keyword (const char *name)
{
  gsize length = strlen (name);

  if (length == 0 || length > MAX_KEYWORD || name[0] == ' ' || name[length - 1] == ' ' ||
      strstr (name, "  ") != NULL)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (name[i] < ' ' || name[i] > '~')
      return FALSE;
  return TRUE;
}

static void
add_text (GArray     *texts,
          GPtrArray  *owned,
          const char *language,
          const char *name,
          const char *value)
{
  png_text text = { .compression = PNG_TEXT_COMPRESSION_NONE };
  gsize n_latin;
  char *latin;
  char *clean;

  if (value == NULL || *value == '\0' || !is_keyword (name))
    return;
  clean = ent_figure_text_clean (value);
  g_ptr_array_add (owned, clean);
  text.key = (char *) name;
  latin = g_convert (clean, -1, "ISO-8859-1", "UTF-8", NULL, &n_latin, NULL);
  if (latin != NULL)
    {
      g_ptr_array_add (owned, latin);
      text.text = latin;
      text.text_length = n_latin;
    }
  else
    {
      text.compression = PNG_ITXT_COMPRESSION_NONE;
      text.text = clean;
      text.itxt_length = strlen (clean);
      text.lang = (char *) language;
      text.lang_key = (char *) "";
    }
  g_array_append_val (texts, text);
}

static void
collect_texts (const EntScene      *scene,
               const EntFigureInfo *info,
               GArray              *texts,
               GPtrArray           *owned)
{
  const char *language = info->language != NULL ? info->language : ent_scene_get_language (scene);

  if (language == NULL || !is_keyword (language))
    language = "";
  add_text (texts, owned, language, "Title", info->title);
  add_text (texts, owned, language, "Author", info->author);
  add_text (texts, owned, language, "Description", info->description);
  add_text (texts, owned, language, "Creation Time", info->created);
  for (gsize i = 0; i < info->n_properties; i++)
    add_text (texts, owned, language, info->properties[i].name, info->properties[i].value);
}

typedef struct
{
  GByteArray *bytes;  /* (owned) */
  char       *reason; /* (owned) (nullable): why it failed */
} Sink;

static void
write_cb (png_structp png,
          png_bytep   data,
          png_size_t  length)
{
  Sink *sink = png_get_io_ptr (png);

  if (sink->bytes->len > G_MAXUINT32 - length)
    png_error (png, "more than 4 GiB");
  g_byte_array_append (sink->bytes, data, length);
}

static void
flushed_cb (png_structp png)
{
}

static G_NORETURN void
failed_cb (png_structp     png,
           png_const_charp reason)
{
  Sink *sink = png_get_error_ptr (png);

  g_free (sink->reason);
  sink->reason = g_strdup (reason);
  png_longjmp (png, 1);
}

static void
warned_cb (png_structp     png,
           png_const_charp reason)
{
  g_debug ("libpng: %s", reason);
}

/* All that libpng jumps out of; nothing here owns anything. */
static gboolean
encode (png_structp      png,
        png_infop        header,
        Sink            *sink,
        cairo_surface_t *surface,
        const PngSize   *size,
        gboolean         opaque,
        GArray          *texts,
        guint8          *row)
{
  png_uint_32 per_meter = (png_uint_32) round (size->dpi / 0.0254);

  if (setjmp (png_jmpbuf (png)))
    return FALSE;

  png_set_write_fn (png, sink, write_cb, flushed_cb);
  png_set_IHDR (png, header, size->width, size->height, 8, opaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGBA,
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB (png, header, PNG_sRGB_INTENT_RELATIVE);
  png_set_pHYs (png, header, per_meter, per_meter, PNG_RESOLUTION_METER);
  png_set_text (png, header, (png_const_textp) (gconstpointer) texts->data, texts->len);
  png_set_compression_level (png, 6);
  /* Flat areas and fine lines: differences to neighbours only cost time and room. */
  png_set_filter (png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_write_info (png, header);
  for (int y = 0; y < size->height; y++)
    {
      const guint8 *in =
        cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface);

      convert_row ((const guint32 *) (gconstpointer) in, size->width, opaque, row);
      png_write_row (png, row);
    }
  png_write_end (png, NULL);
  return TRUE;
}

/**
 * ent_png_write:
 * @scene: what to write
 * @info: what the file says besides
 * @error: %ENT_FIGURE_ERROR
 *
 * Writes @scene at the resolution of @info: a CSS pixel is dpi/96 pixels, and sides are rounded to whole
 * ones. The file states its resolution and sRGB, has a transparent ground only where the scene has one, and
 * holds title, description and properties as texts. A property whose name is no PNG keyword is left out.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
ent_png_write (const EntScene       *scene,
               const EntFigureInfo  *info,
               GError              **error)
{
  g_autoptr (GArray) texts = g_array_new (FALSE, TRUE, sizeof (png_text));
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *row = NULL;
  Sink sink = { bytes, NULL };
  cairo_surface_t *surface;
  png_structp png;
  png_infop header;
  gboolean written;
  PngSize size;

  if (!get_size (scene, info, &size, error))
    return NULL;
  surface = paint (scene, info, &size, error);
  if (surface == NULL)
    return NULL;

  collect_texts (scene, info, texts, owned);
  row = g_malloc ((gsize) size.width * 4);
  png = png_create_write_struct (PNG_LIBPNG_VER_STRING, &sink, failed_cb, warned_cb);
  header = png_create_info_struct (png);
  written = encode (png, header, &sink, surface, &size, is_opaque (surface, &size), texts, row);
  png_destroy_write_struct (&png, &header);
  cairo_surface_destroy (surface);
  if (!written)
    {
      g_set_error (error, ENT_FIGURE_ERROR, ENT_FIGURE_ERROR_LIBRARY, _("Writing PNG failed: %s"), sink.reason);
      g_free (sink.reason);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
