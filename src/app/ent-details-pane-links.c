/* ent-details-pane-links.c: where one can walk from an event
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-details-pane-private.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "ent-phrase.h"

/* How many links are shown before the rest is asked for. */
#define SHOWN 4

/* On either side; more than so many are no list to read. */
#define MAX_LINKS 1000

typedef struct
{
  guint32  row;
  guint    types;  /* bits by EntLinkType: two events may be linked in several ways */
  gboolean before; /* this event links to it */
} Link;

static const char *
type_words (const Link *link,
            EntLinkType type)
{
  /* From this event to one before, then from one after to this. */
  static const char *const words[][2] = {
    [ENT_LINK_RESPONDS_TO] = { NC_("link", "responds to"), NC_("link", "answered by") },
    [ENT_LINK_ATTRIBUTES] = { NC_("link", "attributes"), NC_("link", "attributed in") },
    [ENT_LINK_DENIES] = { NC_("link", "denies"), NC_("link", "denied in") },
    [ENT_LINK_IMPLEMENTS] = { NC_("link", "carries out"), NC_("link", "carried out by") },
    [ENT_LINK_PART_OF] = { NC_("link", "part of"), NC_("link", "contains") },
    [ENT_LINK_COMPARES_TO] = { NC_("link", "compared with"), NC_("link", "compared with") },
    [ENT_LINK_FOLLOWS] = { NC_("link", "follows"), NC_("link", "followed by") },
  };

  return g_dpgettext2 (NULL, "link", words[type][!link->before]);
}

static EntSlice
slice_of_member (JsonObject *object,
                 const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? ent_slice_from_string (json_node_get_string (node))
                                                                          : ENT_SLICE_NONE;
}

/* A text, by language or not; what is not in the language is taken in the first there is. */
static char *
text_of_member (JsonObject *object,
                const char *name,
                const char *language)
{
  JsonNode *node = json_object_get_member (object, name);
  EntSlice text = slice_of_member (object, name);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *texts = json_node_get_object (node);
      g_autoptr (GList) languages = json_object_get_members (texts);

      text = language != NULL ? slice_of_member (texts, language) : ENT_SLICE_NONE;
      if (text.text == NULL && languages != NULL)
        text = slice_of_member (texts, languages->data);
    }
  return text.text != NULL && text.length > 0 ? ent_phrase_clean (text) : NULL;
}

/* The columns have no notes on links: there are few, and only details show them. The text has been through
 * the strict reader, which is why a tree may be made of it. */
static char *
find_note (const EntDetails *details,
           const Link       *link,
           EntLinkType       type)
{
  guint32 from = link->before ? details->row : link->row;
  guint32 to = link->before ? link->row : details->row;
  EntSlice raw = ent_dataset_get_raw (details->dataset, from);
  EntSlice id = ent_dataset_get_id (details->dataset, to);
  g_autoptr (JsonParser) parser = NULL;
  JsonNode *root;
  JsonNode *links;

  if (raw.text == NULL || g_strstr_len (raw.text, (gssize) raw.length, "\"note\"") == NULL)
    return NULL;
  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, raw.text, (gssize) raw.length, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  links = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_object_get_member (json_node_get_object (root), "links") : NULL;
  if (links == NULL || !JSON_NODE_HOLDS_ARRAY (links))
    return NULL;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (links)); i++)
    {
      JsonNode *node = json_array_get_element (json_node_get_array (links), i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

      if (object != NULL && ent_slice_equal (slice_of_member (object, "to"), id) &&
          ent_slice_equal (slice_of_member (object, "type"),
                           ent_slice_from_string (ent_terms_word (ENT_TERMS_LINK_TYPE, (int) type))))
        return text_of_member (object, "note", details->language);
    }
  return NULL;
}

static int
compare_links (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const Link *left = a;
  const Link *right = b;
  const EntDetails *details = user_data;
  const EntDate *left_date = ent_dataset_peek_date (details->dataset, left->row, details->basis);
  const EntDate *right_date = ent_dataset_peek_date (details->dataset, right->row, details->basis);
  int order = 0;

  if (left->before != right->before)
    return left->before ? -1 : 1;
  if (left_date != NULL && right_date != NULL)
    order = ent_date_compare (left_date, right_date);
  else
    order = (left_date == NULL) - (right_date == NULL);
  return order != 0 ? order : (left->row > right->row) - (left->row < right->row);
}

static void
add_link (GArray     *links,
          guint32     row,
          EntLinkType type,
          gboolean    before)
{
  Link link = { row, 1u << type, before };

  for (guint i = 0; i < links->len; i++)
    {
      Link *known = &g_array_index (links, Link, i);

      if (known->row == row && known->before == before)
        {
          known->types |= 1u << type;
          return;
        }
    }
  g_array_append_val (links, link);
}

static GArray *
list_links (const EntDetails *details,
            guint            *n_before)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (Link));
  guint n_from;
  guint n_to;
  const EntLink *from = ent_dataset_get_links (details->dataset, details->row, &n_from);
  const EntLink *to = ent_dataset_get_links_to (details->dataset, details->row, &n_to);

  for (guint i = 0; i < MIN (n_from, MAX_LINKS); i++)
    if (from[i].target != ENT_ROW_NONE)
      add_link (links, from[i].target, (EntLinkType) from[i].type, TRUE);
  *n_before = links->len;
  for (guint i = 0; i < MIN (n_to, MAX_LINKS); i++)
    add_link (links, to[i].target, (EntLinkType) to[i].type, FALSE);
  g_array_sort_with_data (links, compare_links, (gpointer) details);
  return links;
}

static GtkWidget *
link_row (const EntDetails *details,
          const Link       *link)
{
  /* An answer is what is expected; of any other link the type is worth a line. */
  const guint plain = 1u << ENT_LINK_RESPONDS_TO | 1u << ENT_LINK_FOLLOWS;
  g_autoptr (GPtrArray) types = g_ptr_array_new ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  g_autofree char *said = NULL;
  g_autofree char *line = NULL;

  for (int type = ENT_LINK_RESPONDS_TO; type <= ENT_LINK_FOLLOWS; type++)
    if ((link->types & 1u << type) != 0)
      {
        const char *words = type_words (link, (EntLinkType) type);
        char *note = find_note (details, link, (EntLinkType) type);

        g_ptr_array_add (types, (gpointer) words);
        if (note != NULL && (plain & 1u << type) == 0)
          {
            g_ptr_array_add (lines, ent_phrase_fill (C_("link", "{type}: {note}"), "type", words, "note", note, NULL));
            g_free (note);
          }
        else if (note != NULL)
          g_ptr_array_add (lines, note);
        else if ((plain & 1u << type) == 0)
          g_ptr_array_add (lines, g_strdup (words));
      }
  list = ent_phrase_list (types, C_("list", ", "));
  said = ent_phrase_fill (link->before ? C_("link", "Before, {type}") : C_("link", "After, {type}"), "type", list, NULL);
  line = lines->len > 0 ? ent_phrase_list (lines, C_("list", ", ")) : NULL;
  return ent_details_event_row (details, link->row, link->before ? "go-previous-symbolic" : "go-next-symbolic", said, line);
}

static void
more_clicked_cb (GtkButton *button,
                 GtkWidget *list)
{
  GtkWidget *first = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (!gtk_widget_get_visible (row))
      {
        gtk_widget_set_visible (row, TRUE);
        if (first == NULL)
          first = row;
      }
  /* The button goes, and its focus with it. */
  if (first != NULL)
    gtk_widget_grab_focus (first);
  gtk_widget_set_visible (GTK_WIDGET (button), FALSE);
}

/* ent_details_links: what came before and is linked to, then what came after and links here */
GtkWidget *
ent_details_links (const EntDetails *details)
{
  g_autofree char *counts = ent_event_text_links (details->dataset, details->row);
  g_autoptr (GArray) links = NULL;
  GtkWidget *section;
  GtkWidget *list;
  GtkWidget *button;
  g_autofree char *number = NULL;
  g_autofree char *more = NULL;
  guint n_before;
  guint n_after;
  guint from;
  guint n_hidden;

  if (counts == NULL)
    return NULL;
  links = list_links (details, &n_before);
  n_after = links->len - n_before;
  section = ent_details_section (_("Links"), counts);
  list = ent_details_row_list (details, _("Links"));
  gtk_box_append (GTK_BOX (section), list);

  /* The nearest on either side: one before at least, the rest after. */
  from = n_before - MIN (n_before, MAX (1, SHOWN - MIN (SHOWN, n_after)));
  if (links->len <= SHOWN + 1)
    from = 0;
  for (guint i = 0; i < links->len; i++)
    {
      GtkWidget *row = link_row (details, &g_array_index (links, Link, i));

      gtk_widget_set_visible (row, links->len <= SHOWN + 1 || (i >= from && i < from + SHOWN));
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  if (links->len <= SHOWN + 1)
    return section;

  n_hidden = links->len - SHOWN;
  number = g_strdup_printf ("%u", n_hidden);
  more = ent_phrase_fill (ngettext ("{n} more", "{n} more", n_hidden), "n", number, NULL);
  button = gtk_button_new_with_label (more);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "unfold");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (more_clicked_cb), list, 0);
  gtk_box_append (GTK_BOX (section), button);
  return section;
}
