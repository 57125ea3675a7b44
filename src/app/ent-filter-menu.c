/* ent-filter-menu.c: saved filters, what becomes of the rest, and how to ask
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-filter-menu.h"

#include <glib/gi18n.h>

#include "ent-phrase.h"
#include "ent-results.h"

/**
 * EntFilterMenu:
 *
 * A button with a popover: the filters that were saved with the dataset, to be asked again, renamed and deleted; a
 * name to save the present one by; whether what does not match is hidden or dimmed; and examples of the language of
 * queries, each to be tried by a press.
 *
 * "example" is emitted with the text of an example that was pressed.
 *
 * # CSS nodes
 *
 * `filtermenu`, with a menu button.
 */
struct _EntFilterMenu
{
  AdwBin        parent_instance;
  EntSession   *session;  /* (owned) (nullable) */
  GSignalGroup *signals;  /* (owned) of the session */
  GtkMenuButton *button;
  GtkPopover   *popover;
  GtkStack     *pages;
  GtkBox       *list;
  GtkWidget    *list_scroller;
  GtkWidget    *none;
  GtkWidget    *name;
  GtkWidget    *save;
  GtkWidget    *hide;
  GtkWidget    *dim;
  GtkBox       *examples;
  char         *renaming; /* (owned) (nullable): the filter that gets another name */
  gboolean      updating;
};

enum
{
  EXAMPLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (EntFilterMenu, ent_filter_menu, ADW_TYPE_BIN)

/* What can be asked, and how. */
static const struct
{
  const char *text;
  const char *means;
} examples[] = {
  { "cyber norms", N_("Both words, anywhere") },
  { "\"arms control\"", N_("These words together") },
  { "kind:meeting", N_("A field and its value") },
  { "actor:US,CN", N_("Either of two values") },
  { "actor:US actor:CN", N_("Both of two values") },
  { "severity>=4", N_("A comparison") },
  { "date:2013/2016", N_("Perhaps in these years") },
  { "surely:2015-09", N_("Certainly in this month") },
  { "-category:espionage", N_("Not this value") },
  { "has:quote (title:Xi OR title:Obama)", N_("A quote, and either word") },
};

static EntAnnotations *
get_annotations (EntFilterMenu *self)
{
  return ent_session_get_annotations (self->session);
}

static void
toast (EntFilterMenu *self,
       const char    *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

/* Saved filters */

static void
apply_clicked_cb (EntFilterMenu *self,
                  GtkWidget     *button)
{
  const char *name = g_object_get_data (G_OBJECT (button), "name");
  g_autoptr (EntQuery) query = NULL;
  g_autoptr (GError) error = NULL;
  guint position;

  if (!ent_annotations_find_filter (get_annotations (self), name, &position))
    return;
  query = ent_query_parse (ent_annotations_get_filter_query (get_annotations (self), position), &error);
  gtk_popover_popdown (self->popover);
  if (query != NULL)
    ent_results_set_query (ent_session_get_results (self->session), query);
  else
    toast (self, error->message);
}

static void
start_renaming (EntFilterMenu *self,
                const char    *name)
{
  char *copy = g_strdup (name);

  g_free (self->renaming);
  self->renaming = copy;
  gtk_editable_set_text (GTK_EDITABLE (self->name), name != NULL ? name : "");
  gtk_button_set_label (GTK_BUTTON (self->save), name != NULL ? C_("filter", "Rename") : C_("filter", "Save"));
}

static void
rename_clicked_cb (EntFilterMenu *self,
                   GtkWidget     *button)
{
  start_renaming (self, g_object_get_data (G_OBJECT (button), "name"));
  gtk_widget_grab_focus (self->name);
}

static void
delete_clicked_cb (EntFilterMenu *self,
                   GtkWidget     *button)
{
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (button), "name"));
  g_autofree char *text = ent_phrase_fill (_("“{name}” was deleted"), "name", name, NULL);

  /* What takes it back is behind the popover. */
  gtk_popover_popdown (self->popover);
  if (ent_annotations_remove_filter (get_annotations (self), name))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "(st)", text,
                                ent_annotations_get_last_change (get_annotations (self)));
}

static GtkWidget *
make_icon_button (EntFilterMenu *self,
                  const char    *icon,
                  const char    *pattern,
                  const char    *name,
                  GCallback      callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *said = ent_phrase_fill (pattern, "name", name, NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (name), g_free);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static void
add_filter (EntFilterMenu *self,
            const char    *name,
            const char    *query)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *apply = gtk_button_new ();
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (apply), label);
  gtk_widget_set_hexpand (apply, TRUE);
  gtk_widget_add_css_class (apply, "flat");
  gtk_widget_set_tooltip_text (apply, query);
  gtk_accessible_update_property (GTK_ACCESSIBLE (apply), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (apply), "name", g_strdup (name), g_free);
  g_signal_connect_swapped (apply, "clicked", G_CALLBACK (apply_clicked_cb), self);
  gtk_box_append (GTK_BOX (line), apply);
  gtk_box_append (GTK_BOX (line), make_icon_button (self, "document-edit-symbolic", _("Rename “{name}”"), name,
                                                    G_CALLBACK (rename_clicked_cb)));
  gtk_box_append (GTK_BOX (line), make_icon_button (self, "user-trash-symbolic", _("Delete “{name}”"), name,
                                                    G_CALLBACK (delete_clicked_cb)));
  gtk_box_append (self->list, line);
}

static void
name_changed_cb (EntFilterMenu *self)
{
  const char *query = self->session != NULL ? ent_view_get_query (ent_session_get_view (self->session)) : NULL;
  gboolean named = *gtk_editable_get_text (GTK_EDITABLE (self->name)) != '\0';

  gtk_widget_set_sensitive (self->save, named && (self->renaming != NULL || (query != NULL && *query != '\0')));
}

static void
update_filters (EntFilterMenu *self)
{
  EntAnnotations *annotations = get_annotations (self);
  guint n_filters = ent_annotations_get_n_filters (annotations);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  for (guint i = 0; i < n_filters; i++)
    add_filter (self, ent_annotations_get_filter_name (annotations, i), ent_annotations_get_filter_query (annotations, i));
  gtk_widget_set_visible (self->none, n_filters == 0);
  gtk_widget_set_visible (self->list_scroller, n_filters > 0);
}

static void
annotated_cb (EntFilterMenu *self,
              guint          parts)
{
  if (parts & ENT_ANNOTATIONS_FILTERS && gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    update_filters (self);
}

static void
save_cb (EntFilterMenu *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  g_autofree char *query = ent_query_print (ent_results_get_query (ent_session_get_results (self->session)));
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!gtk_widget_get_sensitive (self->save))
    return;
  done = self->renaming != NULL ? ent_annotations_rename_filter (get_annotations (self), self->renaming, name, &error)
                                : ent_annotations_add_filter (get_annotations (self), name, query, &error);
  if (done)
    start_renaming (self, NULL);
  else
    toast (self, error->message);
}

/* The rest */

static void
rest_toggled_cb (EntFilterMenu *self)
{
  g_autoptr (EntView) view = NULL;

  if (self->updating)
    return;
  view = ent_view_copy (ent_session_get_view (self->session));
  ent_view_set_unmatched (view, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->dim)) ? ENT_UNMATCHED_DIM
                                                                                          : ENT_UNMATCHED_HIDE);
  ent_session_set_view (self->session, view);
}

static void
help_clicked_cb (EntFilterMenu *self)
{
  gtk_stack_set_visible_child_name (self->pages, "help");
  gtk_widget_child_focus (GTK_WIDGET (self->examples), GTK_DIR_TAB_FORWARD);
}

static void
example_clicked_cb (EntFilterMenu *self,
                    GtkWidget     *button)
{
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[EXAMPLE], 0, g_object_get_data (G_OBJECT (button), "text"));
}

static void
clear_clicked_cb (EntFilterMenu *self)
{
  gtk_popover_popdown (self->popover);
}

/* Made anew each time it is shown, when all is where it belongs. */
static void
mapped_cb (EntFilterMenu *self)
{
  if (ent_annotations_get_n_filters (get_annotations (self)) == 0)
    gtk_widget_grab_focus (self->name);
}

static void
shown_cb (EntFilterMenu *self)
{
  gboolean dim = ent_view_get_unmatched (ent_session_get_view (self->session)) == ENT_UNMATCHED_DIM;

  gtk_stack_set_visible_child_name (self->pages, "menu");
  start_renaming (self, NULL);
  update_filters (self);
  name_changed_cb (self);
  self->updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (dim ? self->dim : self->hide), TRUE);
  self->updating = FALSE;
}

static void
make_examples (EntFilterMenu *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      GtkWidget *button = gtk_button_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *text = gtk_label_new (examples[i].text);
      GtkWidget *means = gtk_label_new (_(examples[i].means));

      gtk_label_set_xalign (GTK_LABEL (text), 0);
      gtk_widget_add_css_class (text, "query");
      gtk_label_set_xalign (GTK_LABEL (means), 0);
      gtk_widget_add_css_class (means, "means");
      gtk_box_append (GTK_BOX (box), text);
      gtk_box_append (GTK_BOX (box), means);
      gtk_button_set_child (GTK_BUTTON (button), box);
      gtk_widget_add_css_class (button, "flat");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, examples[i].text,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _(examples[i].means), -1);
      g_object_set_data (G_OBJECT (button), "text", (gpointer) examples[i].text);
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (example_clicked_cb), self);
      gtk_box_append (self->examples, button);
    }
}

static void
ent_filter_menu_dispose (GObject *object)
{
  EntFilterMenu *self = ENT_FILTER_MENU (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->renaming, g_free);
  G_OBJECT_CLASS (ent_filter_menu_parent_class)->dispose (object);
}

static void
ent_filter_menu_class_init (EntFilterMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_filter_menu_dispose;
  /** EntFilterMenu::example: an example of a query was pressed */
  signals[EXAMPLE] = g_signal_new ("example", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ui/ent-filter-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, EntFilterMenu, button);
  gtk_widget_class_bind_template_child (widget_class, EntFilterMenu, popover);
  gtk_widget_class_bind_template_child (widget_class, EntFilterMenu, pages);
  gtk_widget_class_bind_template_child (widget_class, EntFilterMenu, list);
  gtk_widget_class_bind_template_child (widget_class, EntFilterMenu, list_scroller);
  gtk_widget_class_bind_template_child (widget_class, EntFilterMenu, none);
  gtk_widget_class_bind_template_child (widget_class, EntFilterMenu, name);
  gtk_widget_class_bind_template_child (widget_class, EntFilterMenu, save);
  gtk_widget_class_bind_template_child (widget_class, EntFilterMenu, hide);
  gtk_widget_class_bind_template_child (widget_class, EntFilterMenu, dim);
  gtk_widget_class_bind_template_child (widget_class, EntFilterMenu, examples);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, rest_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, help_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "filtermenu");
}

static void
ent_filter_menu_init (EntFilterMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_examples (self);
  self->signals = g_signal_group_new (ENT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "annotated", G_CALLBACK (annotated_cb), self);
}

/**
 * ent_filter_menu_set_session:
 * @self: the button
 * @session: (nullable): whose filters it is about
 */
void
ent_filter_menu_set_session (EntFilterMenu *self,
                             EntSession    *session)
{
  g_return_if_fail (ENT_IS_FILTER_MENU (self));

  if (g_set_object (&self->session, session))
    g_signal_group_set_target (self->signals, session);
}
