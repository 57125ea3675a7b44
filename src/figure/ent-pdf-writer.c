/* ent-pdf-writer.c: a scene as PDF
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-pdf-writer.h"
#include "ent-cairo-painter.h"
#include "ent-figure-text.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

#define POINTS_PER_PIXEL 0.75

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GByteArray *
paint (const EntScene       *scene,
       const EntFigureInfo  *info,
       GError              **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  double width = ent_scene_get_width (scene) * POINTS_PER_PIXEL;
  double height = ent_scene_get_height (scene) * POINTS_PER_PIXEL;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, width, height);
  cairo_status_t status;
  cairo_t *cr;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  cr = cairo_create (surface);
  cairo_scale (cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  ent_cairo_painter_paint (scene, cr, info->families, NULL);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_steal_pointer (&bytes);

  g_set_error (error, ENT_FIGURE_ERROR, ENT_FIGURE_ERROR_LIBRARY, _("Painting failed: %s"),
               cairo_status_to_string (status));
  return NULL;
}

static gboolean
take_digits (const char **at,
             guint        n_digits,
             guint        low,
             guint        high,
             GString     *out)
{
  guint value = 0;

  for (guint i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit ((*at)[i]))
        return FALSE;
      value = 10 * value + (guint) g_ascii_digit_value ((*at)[i]);
    }
  g_string_append_len (out, *at, n_digits);
  *at += n_digits;
  return value >= low && value <= high;
}

static gboolean
take (const char **at,
      char         expected)
{
  if (**at != expected)
    return FALSE;
  (*at)++;
  return TRUE;
}

static gboolean
take_zone (const char **at,
           GString     *out)
{
  char sign = **at;

  if (take (at, 'Z'))
    {
      g_string_append_c (out, 'Z');
      return TRUE;
    }
  if (!take (at, '+') && !take (at, '-'))
    return FALSE;
  g_string_append_c (out, sign);
  if (!take_digits (at, 2, 0, 23, out) || !take (at, ':'))
    return FALSE;
  g_string_append_c (out, '\'');
  return take_digits (at, 2, 0, 59, out);
}

/* 2026-11-23T21:04:27Z → D:20261123210427Z; shorter dates stay shorter. */
static char *
make_pdf_date (const char *date)
{
  g_autoptr (GString) out = g_string_new ("D:");
  const char *at = date;

  if (!take_digits (&at, 4, 0, 9999, out) ||
      (*at != '\0' && (!take (&at, '-') || !take_digits (&at, 2, 1, 12, out))) ||
      (*at != '\0' && (!take (&at, '-') || !take_digits (&at, 2, 1, 31, out))))
    return NULL;
  if (*at != '\0' && (!take (&at, 'T') || !take_digits (&at, 2, 0, 23, out) || !take (&at, ':') ||
                      !take_digits (&at, 2, 0, 59, out) || !take (&at, ':') ||
                      !take_digits (&at, 2, 0, 60, out) || !take_zone (&at, out) || *at != '\0'))
    return NULL;
  return g_strdup (out->str);
}

static void
set_text (qpdf_data   pdf,
          qpdf_oh     dictionary,
          const char *key,
          const char *value)
{
  g_autofree char *clean = NULL;

  if (value == NULL || *value == '\0')
    return;
  clean = ent_figure_text_clean (value);
  qpdf_oh_replace_key (pdf, dictionary, key, qpdf_oh_new_unicode_string (pdf, clean));
}

/* Names of our own beside the eight of the standard; what a PDF name would have to escape is left out. */
static gboolean
is_free_key (const char *name)
{
  static const char *const standard[] = { "Title",   "Author",   "Subject",      "Keywords",
                                          "Creator", "Producer", "CreationDate", "ModDate",
                                          "Trapped" };

  for (gsize i = 0; i < G_N_ELEMENTS (standard); i++)
    if (strcmp (name, standard[i]) == 0)
      return FALSE;
  for (const char *at = name; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && *at != '-' && *at != '_')
      return FALSE;
  return *name != '\0' && strlen (name) < 100;
}

static void
write_document_info (qpdf_data            pdf,
                     const EntFigureInfo *info,
                     const char          *pdf_date)
{
  qpdf_oh document = qpdf_make_indirect_object (pdf, qpdf_oh_new_dictionary (pdf));

  set_text (pdf, document, "/Title", info->title);
  set_text (pdf, document, "/Author", info->author);
  set_text (pdf, document, "/Subject", info->description);
  set_text (pdf, document, "/Keywords", info->keywords);
  set_text (pdf, document, "/Creator", "Entente " ENT_VERSION);
  set_text (pdf, document, "/Producer", "cairo");
  if (pdf_date != NULL)
    qpdf_oh_replace_key (pdf, document, "/CreationDate", qpdf_oh_new_string (pdf, pdf_date));
  for (gsize i = 0; i < info->n_properties; i++)
    {
      g_autofree char *key = g_strconcat ("/", info->properties[i].name, NULL);

      if (is_free_key (info->properties[i].name))
        set_text (pdf, document, key, info->properties[i].value);
    }
  /* A dictionary of its own: cairo's holds the time of day. */
  qpdf_oh_replace_key (pdf, qpdf_get_trailer (pdf), "/Info", document);
}

static qpdf_oh
make_stream (qpdf_data   pdf,
             const char *content)
{
  qpdf_oh stream = qpdf_oh_new_stream (pdf);

  qpdf_oh_replace_stream_data (pdf, stream, (const unsigned char *) content, strlen (content),
                               qpdf_oh_new_null (pdf), qpdf_oh_new_null (pdf));
  return stream;
}

/* All of the page becomes one element of the document's structure, a picture with words for who cannot see
 * it. Cairo 1.16 can tag, but not pictures with transparent groups, nor with words.
 */
static void
write_structure (qpdf_data   pdf,
                 qpdf_oh     root,
                 const char *words)
{
  qpdf_oh page = qpdf_get_page_n (pdf, 0);
  qpdf_oh contents = qpdf_oh_new_array (pdf);
  qpdf_oh tree = qpdf_make_indirect_object (pdf, qpdf_oh_new_dictionary (pdf));
  qpdf_oh figure = qpdf_make_indirect_object (pdf, qpdf_oh_new_dictionary (pdf));
  qpdf_oh parents = qpdf_oh_new_array (pdf);
  qpdf_oh parent_tree = qpdf_oh_new_dictionary (pdf);

  qpdf_oh_append_item (pdf, contents, make_stream (pdf, "/Figure <</MCID 0>> BDC\n"));
  qpdf_oh_append_item (pdf, contents, qpdf_oh_get_key (pdf, page, "/Contents"));
  qpdf_oh_append_item (pdf, contents, make_stream (pdf, "EMC\n"));
  qpdf_oh_replace_key (pdf, page, "/Contents", contents);
  qpdf_oh_replace_key (pdf, page, "/StructParents", qpdf_oh_new_integer (pdf, 0));

  qpdf_oh_replace_key (pdf, figure, "/Type", qpdf_oh_new_name (pdf, "/StructElem"));
  qpdf_oh_replace_key (pdf, figure, "/S", qpdf_oh_new_name (pdf, "/Figure"));
  qpdf_oh_replace_key (pdf, figure, "/P", tree);
  qpdf_oh_replace_key (pdf, figure, "/Pg", page);
  qpdf_oh_replace_key (pdf, figure, "/K", qpdf_oh_new_integer (pdf, 0));
  set_text (pdf, figure, "/Alt", words);

  /* Page 0: [the element of each marked content] */
  qpdf_oh_append_item (pdf, parents, qpdf_oh_new_integer (pdf, 0));
  qpdf_oh_append_item (pdf, parents, qpdf_oh_wrap_in_array (pdf, figure));
  qpdf_oh_replace_key (pdf, parent_tree, "/Nums", parents);

  qpdf_oh_replace_key (pdf, tree, "/Type", qpdf_oh_new_name (pdf, "/StructTreeRoot"));
  qpdf_oh_replace_key (pdf, tree, "/K", figure);
  qpdf_oh_replace_key (pdf, tree, "/ParentTree", parent_tree);
  qpdf_oh_replace_key (pdf, tree, "/ParentTreeNextKey", qpdf_oh_new_integer (pdf, 1));
  qpdf_oh_replace_key (pdf, root, "/StructTreeRoot", tree);
  qpdf_oh_replace_key (pdf, root, "/MarkInfo", qpdf_oh_parse (pdf, "<</Marked true>>"));
}

static void
write_catalog (qpdf_data            pdf,
               const EntFigureInfo *info,
               const char          *language)
{
  qpdf_oh root = qpdf_get_root (pdf);
  qpdf_oh viewer = qpdf_oh_new_dictionary (pdf);

  set_text (pdf, root, "/Lang", language);
  if (info->title != NULL)
    {
      qpdf_oh_replace_key (pdf, viewer, "/DisplayDocTitle", qpdf_oh_new_bool (pdf, TRUE));
      qpdf_oh_replace_key (pdf, root, "/ViewerPreferences", viewer);
    }
  if (info->description != NULL || info->title != NULL)
    write_structure (pdf, root, info->description != NULL ? info->description : info->title);
}

static GBytes *
finish (const GByteArray     *painted,
        const EntScene       *scene,
        const EntFigureInfo  *info,
        const char           *pdf_date,
        GError              **error)
{
  qpdf_data pdf = qpdf_init ();
  GBytes *bytes = NULL;

  qpdf_silence_errors (pdf);
  qpdf_set_suppress_warnings (pdf, TRUE);
  if (qpdf_read_memory (pdf, "figure", (const char *) painted->data, painted->len, NULL) < QPDF_ERRORS)
    {
      write_document_info (pdf, info, pdf_date);
      write_catalog (pdf, info, info->language != NULL ? info->language : ent_scene_get_language (scene));
      qpdf_init_write_memory (pdf);
      qpdf_set_deterministic_ID (pdf, TRUE);
      qpdf_set_object_stream_mode (pdf, qpdf_o_generate);
      qpdf_set_compress_streams (pdf, TRUE);
      if (qpdf_write (pdf) < QPDF_ERRORS && !qpdf_has_error (pdf))
        bytes = g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
    }
  if (bytes == NULL)
    g_set_error (error, ENT_FIGURE_ERROR, ENT_FIGURE_ERROR_LIBRARY, _("Writing PDF failed: %s"),
                 qpdf_has_error (pdf) ? qpdf_get_error_full_text (pdf, qpdf_get_error (pdf)) : "qpdf");
  qpdf_cleanup (&pdf);
  return bytes;
}

/**
 * ent_pdf_write:
 * @scene: what to write
 * @info: what the file says besides
 * @error: %ENT_FIGURE_ERROR
 *
 * Writes @scene as one page of PDF 1.5, 0.75 pt a CSS pixel, with fonts embedded and text as text. The file
 * states title, description, language and properties; its date is that of @info or none. A property whose
 * name is not made of letters, digits, - and _ is left out.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
ent_pdf_write (const EntScene       *scene,
               const EntFigureInfo  *info,
               GError              **error)
{
  double width = ent_scene_get_width (scene) * POINTS_PER_PIXEL;
  double height = ent_scene_get_height (scene) * POINTS_PER_PIXEL;
  g_autofree char *pdf_date = NULL;
  g_autoptr (GByteArray) painted = NULL;

  if (!(width > 0 && height > 0))
    {
      g_set_error (error, ENT_FIGURE_ERROR, ENT_FIGURE_ERROR_EMPTY, _("The picture has no area."));
      return NULL;
    }
  if (!(width <= ENT_FIGURE_MAX_POINTS && height <= ENT_FIGURE_MAX_POINTS))
    {
      g_set_error (error, ENT_FIGURE_ERROR, ENT_FIGURE_ERROR_TOO_LARGE,
                   _("The page would be larger than %d points (5.08 m) a side, which PDF does not allow."),
                   ENT_FIGURE_MAX_POINTS);
      return NULL;
    }
  if (info->created != NULL)
    {
      pdf_date = make_pdf_date (info->created);
      if (pdf_date == NULL)
        {
          g_set_error (error, ENT_FIGURE_ERROR, ENT_FIGURE_ERROR_DATE, _("“%s” is not a date of creation."),
                       info->created);
          return NULL;
        }
    }
  painted = paint (scene, info, error);
  if (painted == NULL)
    return NULL;
  return finish (painted, scene, info, pdf_date, error);
}
