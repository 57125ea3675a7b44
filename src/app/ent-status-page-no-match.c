/* ent-status-page-no-match.c: the page of a query that finds nothing
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-status-page-no-match.h"

#include <glib/gi18n.h>

#include "ent-compat.h"
#include "ent-constraint-text.h"
#include "ent-phrase.h"
#include "ent-query-conjuncts.h"
#include "ent-results.h"
#include "ent-status-page.h"

/**
 * EntStatusPageNoMatch:
 *
 * Says of each condition of the session's query how many events there would be without it; a press takes it away. The
 * counts are true: they are those of the query without the condition.
 *
 * # CSS nodes
 *
 * A status page whose buttons have the class `.condition`, and `.none` when nothing would come back.
 */
struct _EntStatusPageNoMatch
{
  AdwBin         parent_instance;
  EntSession    *session; /* (owned) (nullable) */
  EntStatusPage *page;
  GtkBox        *conditions;
};

G_DEFINE_FINAL_TYPE (EntStatusPageNoMatch, ent_status_page_no_match, ADW_TYPE_BIN)

static void
condition_clicked_cb (EntStatusPageNoMatch *self,
                      GtkWidget            *button)
{
  EntResults *results = ent_session_get_results (self->session);
  EntQuery *query = ent_results_get_query (results);
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));

  if (index < ent_query_get_n_conjuncts (query))
    {
      g_autoptr (EntQuery) without = ent_query_without_conjunct (query, index);

      ent_results_set_query (results, without);
    }
}

static GtkWidget *
make_condition (EntStatusPageNoMatch *self,
                const EntQuery       *conjunct,
                guint                 index,
                guint                 n_back)
{
  EntDataset *dataset = ent_results_get_dataset (ent_session_get_results (self->session));
  const char *language = ent_view_get_language (ent_session_get_view (self->session));
  gboolean verbatim;
  g_autofree char *text = ent_constraint_text (dataset, conjunct, language, &verbatim);
  g_autofree char *number = ent_words_number (ent_phrase_words (), n_back);
  g_autofree char *back = n_back > 0 ? g_strdup_printf (ngettext ("%s event", "%s events", n_back), number)
                                     : g_strdup (C_("no match", "still none"));
  g_autofree char *said = NULL;
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *image = gtk_image_new_from_icon_name ("window-close-symbolic");
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *count = gtk_label_new (back);

  gtk_image_set_pixel_size (GTK_IMAGE (image), 12);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "count");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "condition");
  if (n_back == 0)
    gtk_widget_add_css_class (button, "none");
  gtk_widget_set_tooltip_text (button, text);
  /* TRANSLATORS: a button: a condition, and how many events there are without it */
  said = ent_phrase_fill (_("Without {condition}: {events}"), "condition", text, "events", back, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (condition_clicked_cb), self);
  return button;
}

static void
ent_status_page_no_match_dispose (GObject *object)
{
  g_clear_object (&ENT_STATUS_PAGE_NO_MATCH (object)->session);
  G_OBJECT_CLASS (ent_status_page_no_match_parent_class)->dispose (object);
}

static void
ent_status_page_no_match_class_init (EntStatusPageNoMatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_status_page_no_match_dispose;
  g_type_ensure (ENT_TYPE_STATUS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/entente/Entente/ui/ent-status-page-no-match.ui");
  gtk_widget_class_bind_template_child (widget_class, EntStatusPageNoMatch, page);
  gtk_widget_class_bind_template_child (widget_class, EntStatusPageNoMatch, conditions);
}

static void
ent_status_page_no_match_init (EntStatusPageNoMatch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_compat_name_buttons (GTK_WIDGET (self));
}

/**
 * ent_status_page_no_match_new:
 * @session: whose query it is about
 *
 * Returns: (transfer floating): the page; it says nothing until ent_status_page_no_match_update()
 */
GtkWidget *
ent_status_page_no_match_new (EntSession *session)
{
  EntStatusPageNoMatch *self = g_object_new (ENT_TYPE_STATUS_PAGE_NO_MATCH, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/** ent_status_page_no_match_update: (skip): says it of the query that was answered last */
void
ent_status_page_no_match_update (EntStatusPageNoMatch *self)
{
  EntResults *results;
  EntFilter *filter;
  GtkWidget *child;
  EntQuery *query;
  guint most = 0;
  guint n_conjuncts;

  g_return_if_fail (ENT_IS_STATUS_PAGE_NO_MATCH (self));

  results = ent_session_get_results (self->session);
  filter = ent_results_get_filter (results);
  query = ent_results_get_query (results);
  n_conjuncts = ent_query_get_n_conjuncts (query);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->conditions))) != NULL)
    gtk_box_remove (self->conditions, child);
  for (guint i = 0; i < n_conjuncts; i++)
    {
      g_autoptr (EntRowSet) without = ent_filter_dup_rows_without (filter, i);
      guint n_back = ent_row_set_count (without);

      most = MAX (most, n_back);
      gtk_box_append (self->conditions, make_condition (self, ent_query_get_conjunct (query, i), i, n_back));
    }
  ent_status_page_set_description (self->page, most == 0         ? _("Taking one condition away would not be enough:")
                                               : n_conjuncts > 1 ? _("Taking one condition away would bring some back:")
                                                                 : _("Taking the condition away would bring them back:"));
}
