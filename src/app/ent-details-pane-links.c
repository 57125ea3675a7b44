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

/* Bytes of an event of which no tree is made for its notes: none is so large by reason. */
#define MAX_NOTED (1 << 20)

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

/* The columns have no notes on links: there are few, and only details show them. So trees are made of events, one
 * at a time; their text has been through the strict reader. */
typedef struct
{
  JsonParser *parser; /* (owned) (nullable) */
  guint32     row;    /* of what it has read */
} Notes;

static JsonArray *
read_links (Notes      *notes,
            EntDataset *dataset,
            guint32     row)
{
  JsonNode *root;
  JsonNode *links;

  if (notes->parser == NULL || notes->row != row)
    {
      EntSlice raw = ent_dataset_get_raw (dataset, row);

      g_clear_object (&notes->parser);
      notes->parser = json_parser_new_immutable ();
      notes->row = row;
      if (raw.text != NULL && raw.length <= MAX_NOTED && g_strstr_len (raw.text, (gssize) raw.length, "\"note\"") != NULL)
        json_parser_load_from_data (notes->parser, raw.text, (gssize) raw.length, NULL);
    }
  root = json_parser_get_root (notes->parser);
  links = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_object_get_member (json_node_get_object (root), "links") : NULL;
  return links != NULL && JSON_NODE_HOLDS_ARRAY (links) ? json_node_get_array (links) : NULL;
}

static char *
find_note (Notes            *notes,
           const EntDetails *details,
           const Link       *link,
           EntLinkType       type)
{
  guint32 from = link->before ? details->row : link->row;
  guint32 to = link->before ? link->row : details->row;
  EntSlice id = ent_dataset_get_id (details->dataset, to);
  EntSlice word = ent_slice_from_string (ent_terms_word (ENT_TERMS_LINK_TYPE, (int) type));
  JsonArray *links = read_links (notes, details->dataset, from);

  for (guint i = 0; links != NULL && i < json_array_get_length (links); i++)
    {
      JsonNode *node = json_array_get_element (links, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

      if (object != NULL && ent_slice_equal (slice_of_member (object, "to"), id) &&
          ent_slice_equal (slice_of_member (object, "type"), word))
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
            guint            *n_before,
            guint            *n_left_out)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (Link));
  guint n_from;
  guint n_to;
  const EntLink *from = ent_dataset_get_links (details->dataset, details->row, &n_from);
  const EntLink *to = ent_dataset_get_links_to (details->dataset, details->row, &n_to);

  *n_left_out = n_from + n_to - MIN (n_from, ENT_DETAILS_MAX_LISTED) - MIN (n_to, ENT_DETAILS_MAX_LISTED);
  for (guint i = 0; i < MIN (n_from, ENT_DETAILS_MAX_LISTED); i++)
    if (from[i].target != ENT_ROW_NONE)
      add_link (links, from[i].target, (EntLinkType) from[i].type, TRUE);
  *n_before = links->len;
  for (guint i = 0; i < MIN (n_to, ENT_DETAILS_MAX_LISTED); i++)
    add_link (links, to[i].target, (EntLinkType) to[i].type, FALSE);
  g_array_sort_with_data (links, compare_links, (gpointer) details);
  return links;
}

static GtkWidget *
link_row (const EntDetails *details,
          Notes            *notes,
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
        char *note = find_note (notes, details, link, (EntLinkType) type);

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

/* Rows from one link up to another. A row is a handful of widgets, each of which a screen reader is told of: none
 * is made before it is asked for. */
static void
fill_list (const EntDetails *details,
           GArray           *links,
           guint             from,
           guint             to,
           GtkWidget        *list)
{
  Notes notes = { NULL, ENT_ROW_NONE };

  for (guint i = from; i < to; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), link_row (details, &notes, &g_array_index (links, Link, i)));
  g_clear_object (&notes.parser);
}

/* What is left of the details when only the links can be seen of them. */
typedef struct
{
  EntDetails details;
  char      *language; /* (owned) (nullable) */
  guint      from;     /* the first that was shown */
} Folded;

static void
folded_free (Folded *folded)
{
  g_object_unref (folded->details.session);
  g_object_unref (folded->details.dataset);
  g_free (folded->language);
  g_free (folded);
}

static void
more_clicked_cb (GtkButton *button,
                 GtkWidget *list)
{
  const Folded *folded = g_object_get_data (G_OBJECT (button), "ent-folded");
  g_autoptr (GArray) links = NULL;
  GtkWidget *row;
  guint n_before;
  guint n_left_out;

  links = list_links (&folded->details, &n_before, &n_left_out);
  while ((row = gtk_widget_get_first_child (list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), row);
  fill_list (&folded->details, links, 0, links->len, list);
  if (n_left_out > 0)
    gtk_box_append (GTK_BOX (gtk_widget_get_parent (list)), ent_details_rest (n_left_out));
  /* The button goes, and its focus with it: to the first that was not shown before. */
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), folded->from > 0 ? 0 : SHOWN)));
  gtk_widget_set_visible (GTK_WIDGET (button), FALSE);
}

static GtkWidget *
more_button (const EntDetails *details,
             guint             from,
             guint             n_hidden,
             GtkWidget        *list)
{
  g_autofree char *number = g_strdup_printf ("%u", n_hidden);
  g_autofree char *more = ent_phrase_fill (ngettext ("{n} more", "{n} more", n_hidden), "n", number, NULL);
  GtkWidget *button = gtk_button_new_with_label (more);
  Folded *folded = g_new0 (Folded, 1);

  folded->language = g_strdup (details->language);
  folded->from = from;
  folded->details = *details;
  folded->details.language = folded->language;
  g_object_ref (details->session);
  g_object_ref (details->dataset);
  g_object_set_data_full (G_OBJECT (button), "ent-folded", folded, (GDestroyNotify) folded_free);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "unfold");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (more_clicked_cb), list, 0);
  return button;
}

/* ent_details_links: what came before and is linked to, then what came after and links here */
GtkWidget *
ent_details_links (const EntDetails *details)
{
  g_autofree char *counts = ent_event_text_links (details->dataset, details->row);
  g_autoptr (GArray) links = NULL;
  GtkWidget *section;
  GtkWidget *list;
  guint n_before;
  guint n_after;
  guint n_left_out;
  guint from;

  if (counts == NULL)
    return NULL;
  links = list_links (details, &n_before, &n_left_out);
  n_after = links->len - n_before;
  section = ent_details_section (_("Links"), counts);
  list = ent_details_row_list (details, _("Links"));
  gtk_box_append (GTK_BOX (section), list);
  if (links->len <= SHOWN + 1)
    {
      fill_list (details, links, 0, links->len, list);
      return section;
    }
  /* The nearest on either side: one before at least, the rest after. */
  from = n_before - MIN (n_before, MAX (1, SHOWN - MIN (SHOWN, n_after)));
  fill_list (details, links, from, from + SHOWN, list);
  gtk_box_append (GTK_BOX (section), more_button (details, from, links->len - SHOWN, list));
  return section;
}
