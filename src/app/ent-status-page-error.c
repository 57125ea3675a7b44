/* ent-status-page-error.c: the page that says why a file could not be opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-status-page-error.h"

#include "ent-compat.h"
#include "ent-status-page.h"

#include <glib/gi18n.h>

/**
 * EntStatusPageError:
 *
 * Says what is the matter with a file, where, and shows the place.
 *
 * # CSS nodes
 *
 * That of a status page with the class `.error-page`; in it `.source-lines` with `.line-number`
 * and `.line-mark`.
 */
struct _EntStatusPageError
{
  AdwBin         parent_instance;
  EntFault      *fault; /* (owned) (nullable) */
  char          *path;  /* (owned) (nullable) */
  EntStatusPage *page;
  GtkWidget     *unchanged_label;
  GtkWidget     *excerpt;
  GtkLabel      *before_number;
  GtkLabel      *before_label;
  GtkLabel      *at_number;
  GtkLabel      *at_label;
  GtkLabel      *mark_label;
  GtkWidget     *back_button;
  GtkWidget     *open_button;
  GtkWidget     *buttons;
};

G_DEFINE_FINAL_TYPE (EntStatusPageError, ent_status_page_error, ADW_TYPE_BIN)

static void
copy_clicked_cb (EntStatusPageError *self)
{
  g_autofree char *text = NULL;

  if (self->fault == NULL)
    return;
  text = ent_fault_describe (self->fault, self->path);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _("Copied"));
}

static void
ent_status_page_error_dispose (GObject *object)
{
  EntStatusPageError *self = ENT_STATUS_PAGE_ERROR (object);

  g_clear_pointer (&self->fault, ent_fault_unref);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (ent_status_page_error_parent_class)->dispose (object);
}

static void
ent_status_page_error_class_init (EntStatusPageErrorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_status_page_error_dispose;
  g_type_ensure (ENT_TYPE_STATUS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-status-page-error.ui");
  gtk_widget_class_bind_template_child (widget_class, EntStatusPageError, page);
  gtk_widget_class_bind_template_child (widget_class, EntStatusPageError, unchanged_label);
  gtk_widget_class_bind_template_child (widget_class, EntStatusPageError, excerpt);
  gtk_widget_class_bind_template_child (widget_class, EntStatusPageError, before_number);
  gtk_widget_class_bind_template_child (widget_class, EntStatusPageError, before_label);
  gtk_widget_class_bind_template_child (widget_class, EntStatusPageError, at_number);
  gtk_widget_class_bind_template_child (widget_class, EntStatusPageError, at_label);
  gtk_widget_class_bind_template_child (widget_class, EntStatusPageError, mark_label);
  gtk_widget_class_bind_template_child (widget_class, EntStatusPageError, back_button);
  gtk_widget_class_bind_template_child (widget_class, EntStatusPageError, open_button);
  gtk_widget_class_bind_template_child (widget_class, EntStatusPageError, buttons);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
ent_status_page_error_init (EntStatusPageError *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_compat_name_buttons (GTK_WIDGET (self));
}

/** ent_status_page_error_new: Returns: (transfer floating): the page */
GtkWidget *
ent_status_page_error_new (void)
{
  return g_object_new (ENT_TYPE_STATUS_PAGE_ERROR, NULL);
}

static void
set_number (GtkLabel *label,
            guint64   number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, number);

  gtk_label_set_label (label, text);
}

/* The place is underlined, and pointed at where all characters are of one width. */
static void
show_mark (EntStatusPageError *self,
           const EntFault     *fault)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *underline = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
  PangoAttribute *colour = pango_attr_underline_color_new (0xb3b3, 0x1212, 0x2a2a);
  const char *mark = g_utf8_offset_to_pointer (fault->at, fault->mark);
  g_autoptr (GString) below = g_string_new (NULL);

  if (adw_style_manager_get_dark (adw_style_manager_get_default ()))
    {
      pango_attribute_destroy (colour);
      colour = pango_attr_underline_color_new (0xffff, 0x8f8f, 0x8a8a);
    }
  underline->start_index = colour->start_index = (guint) (mark - fault->at);
  underline->end_index = colour->end_index = (guint) (g_utf8_offset_to_pointer (mark, fault->mark_length) - fault->at);
  pango_attr_list_insert (attributes, underline);
  pango_attr_list_insert (attributes, colour);
  gtk_label_set_attributes (self->at_label, attributes);

  for (guint i = 0; i < fault->mark; i++)
    g_string_append_c (below, ' ');
  g_string_append (below, "▲");
  gtk_label_set_label (self->mark_label, below->str);
  for (const char *c = fault->at; c < mark; c++)
    if ((guchar) *c >= 0x80 && !g_str_has_prefix (c, "…") && ((guchar) *c & 0xc0) == 0xc0)
      gtk_label_set_label (self->mark_label, "");
}

/**
 * ent_status_page_error_set_fault:
 * @self: the page
 * @fault: what is the matter
 * @path: the file, as it is to be copied
 * @way_back: whether something is open that one can go back to
 */
void
ent_status_page_error_set_fault (EntStatusPageError *self,
                                 EntFault           *fault,
                                 const char         *path,
                                 gboolean            way_back)
{
  g_autofree char *place = ent_fault_get_place (fault);

  g_return_if_fail (ENT_IS_STATUS_PAGE_ERROR (self));

  ent_fault_ref (fault);
  g_clear_pointer (&self->fault, ent_fault_unref);
  self->fault = fault;
  g_free (self->path);
  self->path = g_strdup (path);

  ent_status_page_set_title (self->page, fault->title);
  ent_status_page_set_description (self->page, place);
  gtk_widget_set_visible (self->unchanged_label, way_back);
  gtk_widget_set_visible (self->back_button, way_back);
  if (way_back)
    gtk_widget_remove_css_class (self->open_button, "suggested-action");
  else
    gtk_widget_add_css_class (self->open_button, "suggested-action");
  gtk_widget_set_visible (self->excerpt, fault->at != NULL);
  if (fault->at == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->before_number), fault->before != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->before_label), fault->before != NULL);
  gtk_label_set_label (self->before_label, fault->before != NULL ? fault->before : "");
  set_number (self->before_number, fault->line - 1);
  set_number (self->at_number, fault->line);
  gtk_label_set_label (self->at_label, fault->at);
  show_mark (self, fault);
}

/** ent_status_page_error_set_narrow: (skip): has the buttons stand one below the other, or not */
void
ent_status_page_error_set_narrow (EntStatusPageError *self,
                                  gboolean            narrow)
{
  g_return_if_fail (ENT_IS_STATUS_PAGE_ERROR (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}
