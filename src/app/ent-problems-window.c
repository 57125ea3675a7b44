/* ent-problems-window.c: what is wrong with a file, line by line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-problems-window.h"

#include "ent-compat.h"

#include <glib/gi18n.h>

/* One line of the list, made when it is looked at. */
#define ENT_TYPE_PROBLEM (ent_problem_get_type ())
G_DECLARE_FINAL_TYPE (EntProblem, ent_problem, ENT, PROBLEM, GObject)

struct _EntProblem
{
  GObject parent_instance;
  guint   index;
};

G_DEFINE_FINAL_TYPE (EntProblem, ent_problem, G_TYPE_OBJECT)

static void
ent_problem_class_init (EntProblemClass *klass)
{
}

static void
ent_problem_init (EntProblem *self)
{
}

#define ENT_TYPE_PROBLEM_LIST (ent_problem_list_get_type ())
G_DECLARE_FINAL_TYPE (EntProblemList, ent_problem_list, ENT, PROBLEM_LIST, GObject)

struct _EntProblemList
{
  GObject parent_instance;
  guint   n_items;
};

static GType
ent_problem_list_get_item_type (GListModel *list)
{
  return ENT_TYPE_PROBLEM;
}

static guint
ent_problem_list_get_n_items (GListModel *list)
{
  return ENT_PROBLEM_LIST (list)->n_items;
}

static gpointer
ent_problem_list_get_item (GListModel *list,
                           guint       position)
{
  EntProblem *problem;

  if (position >= ENT_PROBLEM_LIST (list)->n_items)
    return NULL;
  problem = g_object_new (ENT_TYPE_PROBLEM, NULL);
  problem->index = position;
  return problem;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = ent_problem_list_get_item_type;
  iface->get_n_items = ent_problem_list_get_n_items;
  iface->get_item = ent_problem_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (EntProblemList, ent_problem_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
ent_problem_list_class_init (EntProblemListClass *klass)
{
}

static void
ent_problem_list_init (EntProblemList *self)
{
}

/**
 * EntProblemsWindow:
 *
 * Lists what `entente check` would say of a file, in the same words.
 */
struct _EntProblemsWindow
{
  AdwWindow       parent_instance;
  EntDiagnostics *diagnostics; /* (owned) (nullable) */
  char           *path;        /* (owned) (nullable) */
  AdwWindowTitle *title;
  GtkListView    *list;
};

G_DEFINE_FINAL_TYPE (EntProblemsWindow, ent_problems_window, ADW_TYPE_WINDOW)

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *place = gtk_label_new (NULL);
  GtkWidget *message = gtk_label_new (NULL);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (place), 1);
  gtk_label_set_width_chars (GTK_LABEL (place), 9);
  gtk_widget_set_valign (place, GTK_ALIGN_START);
  gtk_widget_add_css_class (place, "numeric");
  gtk_widget_add_css_class (place, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (message), 0);
  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (message), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (message, TRUE);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), place);
  gtk_box_append (GTK_BOX (row), message);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (EntProblemsWindow *self,
         GtkListItem       *item)
{
  EntProblem *problem = gtk_list_item_get_item (item);
  GtkWidget *icon = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *place = gtk_widget_get_next_sibling (icon);
  GtkWidget *message = gtk_widget_get_next_sibling (place);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  GtkWidget *row;
  EntDiagnostic diagnostic;
  gboolean error;

  ent_diagnostics_get (self->diagnostics, problem->index, &diagnostic);
  error = diagnostic.level == ENT_DIAGNOSTIC_ERROR;
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (icon, error ? "warning" : "error");
  gtk_widget_add_css_class (icon, error ? "error" : "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  error ? _("Error") : _("Warning"), -1);
  text = g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, MAX (diagnostic.line, 1),
                          MAX (diagnostic.column, 1));
  gtk_label_set_label (GTK_LABEL (place), text);
  gtk_label_set_label (GTK_LABEL (message), diagnostic.message);

  /* What is focused is the widget of the row, and GTK 4.8 gives it no name of its own. */
  name = g_strdup_printf ("%s, %s, %s", error ? _("Error") : _("Warning"), text, diagnostic.message);
  row = gtk_widget_get_parent (gtk_list_item_get_child (item));
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
copy_clicked_cb (EntProblemsWindow *self)
{
  GString *text = g_string_new (NULL);
  guint size = ent_diagnostics_get_size (self->diagnostics);

  for (guint i = 0; i < size; i++)
    {
      EntDiagnostic diagnostic;

      ent_diagnostics_get (self->diagnostics, i, &diagnostic);
      /* As the program prints it, for scripts and people alike. */
      g_string_append_printf (text, "%s:%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ": %s: %s\n", self->path,
                              MAX (diagnostic.line, 1), MAX (diagnostic.column, 1),
                              diagnostic.level == ENT_DIAGNOSTIC_ERROR ? "error" : "warning", diagnostic.message);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
  g_string_free (text, TRUE);
}

/* A page of the window of the file, which must not lie below this one. */
static void
health_clicked_cb (EntProblemsWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_widget_activate_action (GTK_WIDGET (parent), "win.health", NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
ent_problems_window_dispose (GObject *object)
{
  EntProblemsWindow *self = ENT_PROBLEMS_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_PROBLEMS_WINDOW);
  g_clear_pointer (&self->diagnostics, ent_diagnostics_unref);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (ent_problems_window_parent_class)->dispose (object);
}

static void
ent_problems_window_class_init (EntProblemsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_problems_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ui/ent-problems-window.ui");
  gtk_widget_class_bind_template_child (widget_class, EntProblemsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, EntProblemsWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, health_clicked_cb);
}

static void
ent_problems_window_init (EntProblemsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_compat_name_buttons (GTK_WIDGET (self));
}

/**
 * ent_problems_window_new:
 * @parent: the window of the file
 * @diagnostics: what is wrong with it
 * @path: the file, as it is to be copied
 *
 * Returns: (transfer none): a window, not shown yet
 */
GtkWindow *
ent_problems_window_new (GtkWindow      *parent,
                         EntDiagnostics *diagnostics,
                         const char     *path)
{
  EntProblemsWindow *self = g_object_new (ENT_TYPE_PROBLEMS_WINDOW, "transient-for", parent, NULL);
  g_autoptr (EntProblemList) list = g_object_new (ENT_TYPE_PROBLEM_LIST, NULL);
  g_autoptr (GtkNoSelection) selection = NULL;
  guint64 count = ent_diagnostics_get_errors (diagnostics) + ent_diagnostics_get_warnings (diagnostics);
  g_autofree char *subtitle = NULL;

  self->diagnostics = ent_diagnostics_ref (diagnostics);
  self->path = g_strdup (path);
  list->n_items = ent_diagnostics_get_size (diagnostics);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (list)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  if (count > list->n_items)
    {
      g_autofree char *all = g_strdup_printf ("%" G_GUINT64_FORMAT, count);

      subtitle = g_strdup_printf (_("The first %u of %s"), list->n_items, all);
      adw_window_title_set_subtitle (self->title, subtitle);
    }
  return GTK_WINDOW (self);
}
