/* ent-health-page.c: what of a timeline is worth another look
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-health-page.h"

#include <glib/gi18n.h>

#include "ent-compat.h"
#include "ent-event-query.h"
#include "ent-event-text.h"
#include "ent-health-model.h"
#include "ent-mark-icon.h"
#include "ent-phrase.h"
#include "ent-status-page.h"

/* How many events of a finding are copied. */
#define COPIED_ITEMS 1000

/* In pixels; all marks have the same room, so that what is beside them is in line. */
#define MARK_RADIUS 4.4
#define MARK_SIZE 14

/**
 * EntHealthPage:
 *
 * Lists what of the dataset of a session is worth another look, in the words of `entente check --report`, with the
 * events to click. It depends on nothing but the dataset, and is found in a thread once the page is seen.
 *
 * # CSS nodes
 *
 * A `.report` with a `.report-head`; in its list `.concern`, `.finding` and `.item`.
 */
struct _EntHealthPage
{
  AdwBin          parent_instance;
  EntSession     *session;     /* (owned) */
  char           *name;        /* (owned) (nullable): of the file */
  GCancellable   *cancellable; /* (owned) (nullable): of what is being found */
  EntDataset     *dataset;     /* (owned) (nullable): what was looked at, or is */
  EntHealthModel *model;       /* (owned) (nullable): what was found */

  /* The template */
  GtkLabel       *subtitle;
  GtkWidget      *copy_button;
  GtkWidget      *close_button;
  GtkStack       *pages;
  GtkSpinner     *spinner;
  GtkListView    *list;
};

G_DEFINE_FINAL_TYPE (EntHealthPage, ent_health_page, ADW_TYPE_BIN)

/* What a line is made of; all belongs to the list item. */
typedef struct
{
  EntHealthPage *page; /* not owned: the list is part of it */
  GtkWidget     *concern;
  GtkWidget     *concern_name;
  GtkWidget     *concern_note;
  GtkWidget     *finding;
  GtkWidget     *fold;
  GtkWidget     *arrow;
  GtkWidget     *sentence;
  GtkWidget     *explanation;
  GtkWidget     *show;
  GtkWidget     *item;
  GtkWidget     *mark;
  GtkWidget     *title;
  GtkWidget     *note;
  GtkListItem   *list_item;
} Line;

static Line *
line_of (gpointer object)
{
  return g_object_get_data (object, "ent-line");
}

static EntHealthLine *
bound_to (Line *line)
{
  return gtk_list_item_get_item (line->list_item);
}

static const char *
language_of (EntHealthPage *self)
{
  return ent_view_get_language (ent_session_get_view (self->session));
}

/* Showing */

/* What a stack does not show is still there for screen readers, unless it is made invisible. */
static void
show_child (EntHealthPage *self,
            const char    *name)
{
  GtkWidget *shown = gtk_stack_get_child_by_name (self->pages, name);
  gboolean busy = g_str_equal (name, "busy");

  gtk_widget_set_visible (shown, TRUE);
  gtk_stack_set_visible_child (self->pages, shown);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, child == shown);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_sensitive (self->copy_button, !busy);
}

static void
show_summary (EntHealthPage   *self,
              const EntHealth *health)
{
  g_autoptr (EntRowSet) rows = ent_health_get_rows (health, NULL);
  guint n_findings = ent_health_get_size (health);
  g_autofree char *n = ent_words_number (ent_phrase_words (), n_findings);
  g_autofree char *count = ent_words_number (ent_phrase_words (), ent_row_set_count (rows));
  g_autofree char *all = ent_words_number (ent_phrase_words (), ent_row_set_get_n_rows (rows));
  g_autofree char *findings = g_strdup_printf (ngettext ("%s finding", "%s findings", n_findings), n);
  /* TRANSLATORS: {findings} is "19 findings"; then how many events they concern, and how many there are */
  g_autofree char *text = ent_phrase_fill (_("{findings} · {count} of {all} events"), "findings", findings, "count", count,
                                           "all", all, NULL);

  gtk_label_set_label (self->subtitle, text);
}

static void
show_health (EntHealthPage *self,
             EntHealth     *health)
{
  g_autoptr (EntHealthModel) model = ent_health_model_new (health);
  g_autoptr (GtkNoSelection) selection = NULL;

  /* What one has looked into stays open, also when the file has changed. */
  for (int kind = 0; self->model != NULL && kind < ENT_N_HEALTH_KINDS; kind++)
    if (ent_health_find (ent_health_model_get_health (self->model), kind) != NULL)
      ent_health_model_set_unfolded (model, kind, ent_health_model_is_unfolded (self->model, kind));
  g_set_object (&self->model, model);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (model)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  show_summary (self, health);
  show_child (self, ent_health_get_size (health) > 0 ? "findings" : "nothing");
  /* Where the keys went while there was nothing else. */
  if (gtk_widget_has_focus (self->close_button))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Finding */

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  EntHealthPage *self = ENT_HEALTH_PAGE (source);
  EntHealth *health = g_task_propagate_pointer (G_TASK (result), NULL);

  if (health == NULL)
    return;
  if (g_task_get_cancellable (G_TASK (result)) == self->cancellable)
    {
      g_clear_object (&self->cancellable);
      show_health (self, health);
    }
  ent_health_unref (health);
}

static void
find_in_thread (GTask        *task,
                gpointer      source,
                gpointer      dataset,
                GCancellable *cancellable)
{
  GError *error = NULL;
  EntHealth *health = ent_health_new (dataset, cancellable, &error);

  if (health != NULL)
    g_task_return_pointer (task, health, (GDestroyNotify) ent_health_unref);
  else
    g_task_return_error (task, error);
}

static void
stop (EntHealthPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Only what is seen is found. */
static void
update (EntHealthPage *self)
{
  /* The health is the file's, whatever the day. */
  EntDataset *dataset = ent_session_get_whole (self->session);
  g_autoptr (GTask) task = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || dataset == self->dataset)
    return;
  stop (self);
  g_set_object (&self->dataset, dataset);
  if (dataset == NULL)
    return;
  if (self->model == NULL)
    show_child (self, "busy");
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, found_cb, NULL);
  g_task_set_source_tag (task, update);
  g_task_set_task_data (task, g_object_ref (dataset), g_object_unref);
  g_task_run_in_thread (task, find_in_thread);
}

static void
view_changed_cb (EntHealthPage *self)
{
  const char *shown = g_object_get_data (G_OBJECT (self->list), "ent-language");
  const char *language = language_of (self);

  if (g_strcmp0 (shown, language) == 0)
    return;
  g_object_set_data_full (G_OBJECT (self->list), "ent-language", g_strdup (language), g_free);
  if (self->model != NULL)
    show_health (self, ent_health_model_get_health (self->model));
}

/* Lines */

static void
name_row (Line       *line,
          const char *name)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_list_item_get_child (line->list_item));

  /* What is focused is the widget of the row, and GTK 4.8 gives it no name of its own. */
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_fold (Line    *line,
           gboolean unfolded)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (line->arrow), unfolded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (line->fold), GTK_ACCESSIBLE_STATE_EXPANDED, unfolded, -1);
}

static void
fold_clicked_cb (GtkWidget *button)
{
  Line *line = line_of (button);
  EntHealthModel *model = line->page->model;
  EntHealthKind kind = ent_health_line_get_finding (bound_to (line))->kind;
  gboolean unfolded = !ent_health_model_is_unfolded (model, kind);

  show_fold (line, unfolded);
  ent_health_model_set_unfolded (model, kind, unfolded);
}

static void
show_clicked_cb (GtkWidget *button)
{
  Line *line = line_of (button);
  EntHealthPage *self = line->page;
  EntHealth *health = ent_health_model_get_health (self->model);
  g_autoptr (EntRowSet) rows = ent_health_get_rows (health, ent_health_line_get_finding (bound_to (line)));
  g_autoptr (EntQuery) query = ent_event_query_new (ent_health_get_dataset (health), rows);

  if (query == NULL || ent_health_get_dataset (health) != ent_session_get_dataset (self->session))
    return;
  ent_event_query_show (self->session, query, rows);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.leave-report", NULL);
}

static void
bind_concern (Line            *line,
              EntHealthConcern concern)
{
  g_autofree char *name = g_strdup_printf ("%s. %s", ent_health_concern_name (concern),
                                           ent_health_concern_explain (concern));

  gtk_label_set_label (GTK_LABEL (line->concern_name), ent_health_concern_name (concern));
  gtk_label_set_label (GTK_LABEL (line->concern_note), ent_health_concern_explain (concern));
  name_row (line, name);
}

static void
bind_finding (Line                   *line,
              const EntHealthFinding *finding)
{
  EntHealthModel *model = line->page->model;
  g_autofree char *sentence = ent_health_describe (finding);
  g_autofree char *shown = ent_phrase_clean_line (ent_slice_from_string (sentence));
  g_autofree char *name = g_strdup_printf ("%s. %s", shown, ent_health_kind_explain (finding->kind));
  g_autofree char *said = NULL;
  gboolean few = finding->n_events <= ENT_EVENT_QUERY_MAX;

  gtk_label_set_label (GTK_LABEL (line->sentence), shown);
  gtk_label_set_label (GTK_LABEL (line->explanation), ent_health_kind_explain (finding->kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->fold), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  show_fold (line, ent_health_model_is_unfolded (model, finding->kind));
  gtk_widget_set_visible (line->show, finding->n_events > 0);
  gtk_widget_set_sensitive (line->show, few);
  gtk_widget_set_tooltip_text (line->show, few ? _("Show these events and no others")
                                               : _("These are too many to name in a query"));
  /* TRANSLATORS: a button; {finding} is a sentence such as "2 events end before they start" */
  said = ent_phrase_fill (_("Show: {finding}"), "finding", shown, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->show), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  name_row (line, name);
}

static char *
dup_note (EntHealthPage          *self,
          const EntHealthFinding *finding,
          guint                   index)
{
  EntHealth *health = ent_health_model_get_health (self->model);
  EntDataset *dataset = ent_health_get_dataset (health);
  guint32 row = finding->items[index].row;
  g_autofree char *words = ent_health_describe_item (health, finding, index);
  g_autofree char *date = row != ENT_ROW_NONE
                            ? ent_event_text_date (dataset, row, ENT_BASIS_OCCURRED, language_of (self)) : NULL;
  g_autofree char *note = date != NULL && words != NULL ? g_strdup_printf ("%s · %s", date, words)
                                                        : g_strdup (date != NULL ? date : words != NULL ? words : "");

  return ent_phrase_clean_line (ent_slice_from_string (note));
}

static void
bind_item (Line                   *line,
           const EntHealthFinding *finding,
           guint                   index)
{
  EntHealthPage *self = line->page;
  EntDataset *dataset = ent_health_get_dataset (ent_health_model_get_health (self->model));
  guint32 row = finding->items[index].row;
  g_autofree char *title = row != ENT_ROW_NONE
                             ? ent_event_text_title (dataset, row, language_of (self))
                             : ent_phrase_clean_line (ent_dataset_get_actor_id (dataset, finding->items[index].number));
  g_autofree char *note = dup_note (self, finding, index);
  g_autofree char *name = *note != '\0' ? g_strdup_printf ("%s, %s", title, note) : g_strdup (title);

  gtk_label_set_label (GTK_LABEL (line->title), title);
  gtk_label_set_label (GTK_LABEL (line->note), note);
  gtk_widget_set_visible (line->note, *note != '\0');
  gtk_widget_set_visible (line->mark, row != ENT_ROW_NONE);
  if (row != ENT_ROW_NONE)
    ent_mark_icon_set_event (ENT_MARK_ICON (line->mark), dataset, row, MARK_RADIUS);
  name_row (line, name);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Two lines of text, beside `icon`. */
static GtkWidget *
make_texts (GtkWidget *icon,
            GtkWidget *first,
            GtkWidget *second)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), first);
  gtk_box_append (GTK_BOX (texts), second);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), texts);
  return box;
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  Line *line = g_new0 (Line, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_object_set_data_full (G_OBJECT (item), "ent-line", line, g_free);
  line->list_item = item;

  line->concern = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  line->concern_name = make_label ("name");
  line->concern_note = make_label ("note");
  gtk_widget_set_valign (line->concern_name, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (line->concern_note, GTK_ALIGN_BASELINE);
  gtk_label_set_wrap (GTK_LABEL (line->concern_name), FALSE);
  gtk_widget_set_hexpand (line->concern_note, TRUE);
  gtk_box_append (GTK_BOX (line->concern), line->concern_name);
  gtk_box_append (GTK_BOX (line->concern), line->concern_note);
  gtk_widget_add_css_class (line->concern, "concern");

  line->finding = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  line->arrow = gtk_image_new ();
  line->sentence = make_label ("sentence");
  line->explanation = make_label ("note");
  line->fold = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (line->fold), make_texts (line->arrow, line->sentence, line->explanation));
  gtk_widget_set_hexpand (line->fold, TRUE);
  gtk_widget_add_css_class (line->fold, "flat");
  g_object_set_data (G_OBJECT (line->fold), "ent-line", line);
  g_signal_connect (line->fold, "clicked", G_CALLBACK (fold_clicked_cb), NULL);
  line->show = gtk_button_new_with_label (_("Show"));
  gtk_widget_set_valign (line->show, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (line->show, "show");
  g_object_set_data (G_OBJECT (line->show), "ent-line", line);
  g_signal_connect (line->show, "clicked", G_CALLBACK (show_clicked_cb), NULL);
  gtk_box_append (GTK_BOX (line->finding), line->fold);
  gtk_box_append (GTK_BOX (line->finding), line->show);
  gtk_widget_add_css_class (line->finding, "finding");

  line->mark = ent_mark_icon_new ();
  gtk_widget_set_size_request (line->mark, MARK_SIZE, MARK_SIZE);
  line->title = make_label ("title");
  line->note = make_label ("note");
  line->item = make_texts (line->mark, line->title, line->note);
  gtk_widget_add_css_class (line->item, "item");

  gtk_box_append (GTK_BOX (box), line->concern);
  gtk_box_append (GTK_BOX (box), line->finding);
  gtk_box_append (GTK_BOX (box), line->item);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (EntHealthPage *self,
         GtkListItem   *item)
{
  Line *line = line_of (item);
  EntHealthLine *bound = gtk_list_item_get_item (item);
  EntHealthLineType type = ent_health_line_get_line_type (bound);
  const EntHealthFinding *finding = ent_health_line_get_finding (bound);
  guint index = ent_health_line_get_index (bound);
  gboolean is_event = type == ENT_HEALTH_LINE_ITEM && finding->items[index].row != ENT_ROW_NONE;

  line->page = self;
  gtk_list_item_set_activatable (item, is_event);
  gtk_list_item_set_selectable (item, is_event);
  gtk_widget_set_visible (line->concern, type == ENT_HEALTH_LINE_CONCERN);
  gtk_widget_set_visible (line->finding, type == ENT_HEALTH_LINE_FINDING);
  gtk_widget_set_visible (line->item, type == ENT_HEALTH_LINE_ITEM);
  switch (type)
    {
    case ENT_HEALTH_LINE_CONCERN:
      bind_concern (line, finding->concern);
      break;
    case ENT_HEALTH_LINE_FINDING:
      bind_finding (line, finding);
      break;
    case ENT_HEALTH_LINE_ITEM:
    default:
      bind_item (line, finding, index);
      break;
    }
}

static void
activated_cb (EntHealthPage *self,
              guint          position)
{
  g_autoptr (EntHealthLine) bound = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  EntHealth *health = ent_health_model_get_health (self->model);
  const EntHealthFinding *finding = ent_health_line_get_finding (bound);
  g_autofree char *id = NULL;
  guint32 row;

  if (ent_health_line_get_line_type (bound) != ENT_HEALTH_LINE_ITEM)
    return;
  row = finding->items[ent_health_line_get_index (bound)].row;
  if (row == ENT_ROW_NONE)
    return;
  id = ent_slice_dup (ent_dataset_get_id (ent_health_get_dataset (health), row));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-details", "s", id);
}

/* As the program prints it, for scripts and people alike; but no character of it does anything to what it is put into. */
static char *
clean_line (const char *text)
{
  return ent_phrase_clean_line (ent_slice_from_string (text));
}

static void
copy_clicked_cb (EntHealthPage *self)
{
  g_autofree char *report = NULL;

  if (self->model == NULL)
    return;
  report = ent_health_report (ent_health_model_get_health (self->model), self->name != NULL ? self->name : "",
                              COPIED_ITEMS, clean_line);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), report);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", _("Report copied"));
}

static void
ent_health_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ent_health_page_parent_class)->map (widget);
  update (ENT_HEALTH_PAGE (widget));
}

static gboolean
ent_health_page_grab_focus (GtkWidget *widget)
{
  EntHealthPage *self = ENT_HEALTH_PAGE (widget);

  return gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD) ||
         gtk_widget_grab_focus (self->close_button);
}

static void
ent_health_page_dispose (GObject *object)
{
  EntHealthPage *self = ENT_HEALTH_PAGE (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), ENT_TYPE_HEALTH_PAGE);
  g_clear_object (&self->session);
  g_clear_object (&self->dataset);
  g_clear_object (&self->model);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (ent_health_page_parent_class)->dispose (object);
}

static void
ent_health_page_class_init (EntHealthPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ent_health_page_dispose;
  widget_class->map = ent_health_page_map;
  widget_class->grab_focus = ent_health_page_grab_focus;
  g_type_ensure (ENT_TYPE_STATUS_PAGE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.leave-report", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/entente/Entente/ui/ent-health-page.ui");
  gtk_widget_class_bind_template_child (widget_class, EntHealthPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, EntHealthPage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, EntHealthPage, close_button);
  gtk_widget_class_bind_template_child (widget_class, EntHealthPage, pages);
  gtk_widget_class_bind_template_child (widget_class, EntHealthPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, EntHealthPage, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
ent_health_page_init (EntHealthPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ent_compat_name_buttons (GTK_WIDGET (self));
}

/**
 * ent_health_page_new:
 * @session: whose dataset is looked at
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
ent_health_page_new (EntSession *session)
{
  EntHealthPage *self = g_object_new (ENT_TYPE_HEALTH_PAGE, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::dataset", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::view", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
  view_changed_cb (self);
  return GTK_WIDGET (self);
}

/** ent_health_page_set_name: (skip): says what the file is called where the report is copied to */
void
ent_health_page_set_name (EntHealthPage *self,
                          const char    *name)
{
  g_return_if_fail (ENT_IS_HEALTH_PAGE (self));

  g_free (self->name);
  self->name = g_strdup (name);
}
