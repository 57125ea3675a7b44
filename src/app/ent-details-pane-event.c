/* ent-details-pane-event.c: what an event is, who took part, and who is held to have done it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-details-pane-private.h"

#include <glib/gi18n.h>

#include "ent-as-of-text.h"
#include "ent-mark-icon.h"
#include "ent-phase-ladder.h"
#include "ent-phrase.h"
#include "ent-vocabulary.h"

/* The first value of a field, as a name; NULL when there is none. */
static char *
first_value (const EntDetails *details,
             EntValueField     field)
{
  guint position = 0;
  guint32 value;

  if (!ent_dataset_next_value (details->dataset, details->row, field, &position, &value))
    return NULL;
  return ent_phrase_name (ent_dataset_get_value_word (details->dataset, field, value));
}

/* A field of all values, in a row. */
static char *
all_values (const EntDetails *details,
            EntValueField     field,
            gboolean          as_names)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint position = 0;
  guint32 value;

  while (words->len < ENT_DETAILS_MAX_LISTED &&
         ent_dataset_next_value (details->dataset, details->row, field, &position, &value))
    {
      const char *word = ent_dataset_get_value_word (details->dataset, field, value);

      g_ptr_array_add (words, as_names && words->len == 0 ? ent_phrase_name (word)
                                                         : ent_phrase_clean (ent_slice_from_string (word)));
    }
  if (words->len == ENT_DETAILS_MAX_LISTED)
    g_ptr_array_add (words, g_strdup ("…"));
  return words->len > 0 ? ent_phrase_list (words, C_("list", ", ")) : NULL;
}

static const char *
kind_class (const EntDetails *details)
{
  static const char *const classes[] = { "incident", "meeting", "statement", "other" };

  return classes[ent_kind_style (ent_dataset_get_kind_word (details->dataset, details->row))];
}

static void
star_toggled_cb (GtkToggleButton *button)
{
  gboolean starred = gtk_toggle_button_get_active (button);

  gtk_button_set_icon_name (GTK_BUTTON (button), starred ? "entente-starred-symbolic" : "entente-star-symbolic");
  ent_details_name (GTK_WIDGET (button), starred ? _("Starred") : _("Star"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), starred ? _("Remove the star (S)") : _("Give it a star (S)"));
}

/* It is toggled as the action is, whoever does that. */
static GtkWidget *
star_button (void)
{
  GtkWidget *button = gtk_toggle_button_new ();

  star_toggled_cb (GTK_TOGGLE_BUTTON (button));
  g_signal_connect (button, "toggled", G_CALLBACK (star_toggled_cb), NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.star");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "star");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
kind_line (const EntDetails *details)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = ent_mark_icon_new ();
  GtkWidget *label;
  GtkWidget *button;
  g_autofree char *kind = ent_event_text_kind (details->dataset, details->row);
  g_autofree char *category = first_value (details, ENT_VALUE_CATEGORY);
  g_autofree char *severity = details->compact ? ent_event_text_severity (details->dataset, details->row) : NULL;
  g_autoptr (GString) more = g_string_new (NULL);

  ent_mark_icon_set_event (ENT_MARK_ICON (mark), details->dataset, details->row, 6.2);
  gtk_widget_set_size_request (mark, 18, -1);
  gtk_box_append (GTK_BOX (box), mark);
  label = gtk_label_new (kind);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "kind");
  gtk_widget_add_css_class (label, kind_class (details));
  gtk_box_append (GTK_BOX (box), label);
  if (category != NULL)
    g_string_append_printf (more, "· %s", category);
  if (severity != NULL)
    g_string_append_printf (more, "%s· %s", more->len > 0 ? " " : "", severity);
  label = gtk_label_new (more->str);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "category");
  gtk_box_append (GTK_BOX (box), label);

  gtk_box_append (GTK_BOX (box), star_button ());
  button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "details.copy-citation");
  gtk_widget_set_tooltip_text (button, _("Copy as citation"));
  ent_details_name (button, _("Copy as citation"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "copy");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

/* On another basis an event may stand elsewhere than at its own date. */
static GtkWidget *
basis_line (const EntDetails *details)
{
  EntPhase phase;
  EntDate date;
  EntSlice text;
  g_autofree char *words = NULL;
  g_autofree char *line = NULL;

  if (details->basis == ENT_BASIS_OCCURRED ||
      (!ent_dataset_has_phases (details->dataset, details->row) &&
       !g_str_equal (ent_dataset_get_kind_word (details->dataset, details->row), "incident")))
    return NULL;
  phase = (EntPhase) (details->basis - ENT_BASIS_INTRUSION);
  words = ent_dataset_get_phase (details->dataset, details->row, phase, &date, &text)
            ? ent_date_text_words (text, ENT_DATE_STYLE_FULL)
            : g_strdup (_("not recorded, so not placed"));
  line = ent_phrase_fill (_("By {phase}: {date}"), "phase", ent_event_text_phase (phase), "date", words, NULL);
  return ent_details_label (line, "certainty", FALSE);
}

/* Whether there is nothing to say on how sure the date is: both ends known to the day. */
static gboolean
is_exact (const EntDetails *details)
{
  const EntDate *date = ent_dataset_peek_date (details->dataset, details->row, ENT_BASIS_OCCURRED);

  return date != NULL && (date->form == ENT_DATE_SINGLE || date->form == ENT_DATE_INTERVAL) &&
         date->earliest_start.kind == ENT_BOUND_KNOWN && date->latest_end.kind == ENT_BOUND_KNOWN &&
         date->start_precision <= ENT_PRECISION_DAY && date->end_precision <= ENT_PRECISION_DAY &&
         (date->earliest_start.qualifiers | date->latest_end.qualifiers) == 0;
}

static GtkWidget *
date_lines (const EntDetails *details)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label;
  g_autofree char *date = ent_event_text_date (details->dataset, details->row, ENT_BASIS_OCCURRED, details->language);
  g_autofree char *sentence = ent_phrase_capitalize (date);
  g_autofree char *certainty = ent_event_text_certainty (details->dataset, details->row, ENT_BASIS_OCCURRED, details->language);
  g_autofree char *severity = ent_event_text_severity (details->dataset, details->row);
  g_autofree char *dwell = details->compact ? ent_event_text_dwell (details->dataset, details->row) : NULL;

  gtk_widget_add_css_class (line, "dates");
  label = ent_details_label (sentence, "date", TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (line), label);
  if (dwell != NULL)
    {
      label = gtk_label_new (dwell);
      gtk_widget_add_css_class (label, "dwell");
      gtk_widget_add_css_class (label, kind_class (details));
      gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
      gtk_box_append (GTK_BOX (line), label);
    }
  gtk_box_append (GTK_BOX (lines), line);

  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  label = ent_details_label (certainty, "certainty", FALSE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  if (severity != NULL && !details->compact)
    {
      label = gtk_label_new (severity);
      gtk_widget_set_valign (label, GTK_ALIGN_START);
      gtk_widget_add_css_class (label, "certainty");
      gtk_box_append (GTK_BOX (line), label);
    }
  if (details->compact ? *certainty != '\0' && !is_exact (details) : *certainty != '\0' || severity != NULL)
    gtk_box_append (GTK_BOX (lines), line);
  else
    g_object_unref (g_object_ref_sink (line));
  return lines;
}

/* What is not sure of the event as of the day, and that it is told with hindsight. */
static GtkWidget *
as_of_notes (const EntDetails *details)
{
  g_autoptr (GPtrArray) notes = ent_as_of_text_notes (details->dataset, details->row);
  GtkWidget *box;

  if (notes->len == 0)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_add_css_class (box, "as-of");
  for (guint i = 0; i < notes->len; i++)
    gtk_box_append (GTK_BOX (box), ent_details_label (g_ptr_array_index (notes, i), "aside", FALSE));
  return box;
}

/* ent_details_head: all that is above the first rule */
GtkWidget *
ent_details_head (const EntDetails *details)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label;
  GtkWidget *line;
  g_autofree char *title = ent_event_text_title (details->dataset, details->row, details->language);
  g_autofree char *summary = ent_phrase_clean (ent_dataset_get_event_text (details->dataset, details->row, ENT_TEXT_SUMMARY,
                                                                           details->language));
  const char *status = ent_event_text_status (ent_dataset_get_status (details->dataset, details->row));

  gtk_widget_add_css_class (box, "head");
  gtk_box_append (GTK_BOX (box), kind_line (details));
  label = ent_details_title (title);
  gtk_box_append (GTK_BOX (box), label);
  if (status != NULL)
    {
      label = gtk_label_new (status);
      gtk_widget_add_css_class (label, "state");
      gtk_widget_set_halign (label, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_box_append (GTK_BOX (box), date_lines (details));
  line = basis_line (details);
  if (line != NULL)
    gtk_box_append (GTK_BOX (box), line);
  if (*summary != '\0')
    gtk_box_append (GTK_BOX (box), ent_details_label (summary, "summary", TRUE));
  line = as_of_notes (details);
  if (line != NULL)
    gtk_box_append (GTK_BOX (box), line);
  return box;
}

/* ent_details_phases: the ladder */
GtkWidget *
ent_details_phases (const EntDetails *details)
{
  GtkWidget *section;
  GtkWidget *ladder;

  if (!ent_dataset_has_phases (details->dataset, details->row))
    return NULL;
  section = ent_details_section (_("Phases"), NULL);
  ladder = ent_phase_ladder_new (details->dataset, details->row);
  ent_details_name (ladder, _("Phases"));
  gtk_box_append (GTK_BOX (section), ladder);
  return section;
}

static char *
role_name (const char *role)
{
  if (g_str_equal (role, "initiator"))
    return g_strdup (C_("role", "Initiator"));
  if (g_str_equal (role, "target"))
    return g_strdup (C_("role", "Target"));
  if (g_str_equal (role, "host"))
    return g_strdup (C_("role", "Host"));
  if (g_str_equal (role, "participant"))
    return g_strdup (C_("role", "Participant"));
  if (g_str_equal (role, "issuer"))
    return g_strdup (C_("role", "Issuer"));
  return ent_phrase_name (role);
}

static gboolean
has_actor (const EntActorRef *actors,
           guint              n_actors,
           guint32            role,
           guint32            actor)
{
  for (guint i = 0; i < n_actors; i++)
    if (actors[i].relation == ENT_RELATION_ROLE && actors[i].word == role && actors[i].actor == actor)
      return TRUE;
  return FALSE;
}

/* An actor, with what it is part of unless that stands beside it; an initiator only as what it is held to be. */
static char *
actor_value (const EntDetails  *details,
             const EntActorRef *actors,
             guint              n_actors,
             guint              i,
             gboolean           is_initiator)
{
  guint32 parent = ent_dataset_get_actor_parent (details->dataset, actors[i].actor);
  g_autofree char *name = ent_event_text_actor (details->dataset, actors[i].actor, details->language);
  g_autofree char *full = NULL;
  const char *pattern = NULL;

  if (parent != ENT_ROW_NONE && !has_actor (actors, n_actors, actors[i].word, parent))
    {
      g_autofree char *whole = ent_event_text_actor (details->dataset, parent, details->language);

      full = ent_phrase_fill (C_("actor", "{part} ({whole})"), "part", name, "whole", whole, NULL);
    }
  else
    full = g_strdup (name);
  if (!is_initiator)
    return g_steal_pointer (&full);
  switch (ent_dataset_get_confidence (details->dataset, details->row))
    {
    case ENT_CONFIDENCE_SUSPECTED:
      pattern = C_("actor", "{actor}, suspected");
      break;
    case ENT_CONFIDENCE_PRIVATE_ASSESSMENT:
    case ENT_CONFIDENCE_OFFICIAL_ACCUSATION:
      pattern = C_("actor", "{actor}, as attributed");
      break;
    case ENT_CONFIDENCE_NONE:
      pattern = C_("actor", "{actor}, not attributed");
      break;
    case ENT_CONFIDENCE_NOT_GIVEN:
      /* Of a campaign that nobody disputes the data may say who led it; of an incident it says too little. */
      if (g_str_equal (ent_dataset_get_kind_word (details->dataset, details->row), "incident"))
        pattern = C_("actor", "{actor}, attribution not recorded");
      break;
    case ENT_CONFIDENCE_CONFIRMED:
    default:
      break;
    }
  return pattern != NULL ? ent_phrase_fill (pattern, "actor", full, NULL) : g_steal_pointer (&full);
}

/* The actors of the event; never more than the pane lists. */
static const EntActorRef *
list_actors (const EntDetails *details,
             guint            *n_actors,
             guint            *n_rest)
{
  const EntActorRef *actors = ent_dataset_get_actors (details->dataset, details->row, n_actors);

  *n_rest = *n_actors - MIN (*n_actors, ENT_DETAILS_MAX_LISTED);
  *n_actors -= *n_rest;
  return actors;
}

/* ent_details_actors: who took part, by role; roles in the order in which the data first names them */
GtkWidget *
ent_details_actors (const EntDetails *details)
{
  guint n_actors;
  guint n_rest;
  const EntActorRef *actors = list_actors (details, &n_actors, &n_rest);
  GtkWidget *section = NULL;
  GtkWidget *fields = NULL;

  for (guint i = 0; i < n_actors; i++)
    {
      const char *role;
      gboolean seen = FALSE;
      g_autofree char *role_text = NULL;
      gboolean named = FALSE;

      if (actors[i].relation != ENT_RELATION_ROLE)
        continue;
      for (guint j = 0; j < i && !seen; j++)
        seen = actors[j].relation == ENT_RELATION_ROLE && actors[j].word == actors[i].word;
      if (seen)
        continue;
      if (section == NULL)
        {
          section = ent_details_section (_("Actors"), NULL);
          fields = ent_details_fields ();
          gtk_box_append (GTK_BOX (section), fields);
        }
      role = actors[i].word != ENT_WORD_NONE ? ent_dataset_get_word (details->dataset, actors[i].word) : "";
      role_text = role_name (role);
      for (guint j = i; j < n_actors; j++)
        if (actors[j].relation == ENT_RELATION_ROLE && actors[j].word == actors[i].word)
          {
            g_autofree char *value = actor_value (details, actors, n_actors, j, g_str_equal (role, "initiator"));

            ent_details_add_field (fields, named ? NULL : role_text, value, FALSE);
            named = TRUE;
          }
    }
  if (section != NULL && n_rest > 0)
    gtk_box_append (GTK_BOX (section), ent_details_rest (n_rest));
  return section;
}

/* The five steps from nothing to certainty, the present one framed. */
static GtkWidget *
confidence_scale (const EntDetails *details,
                  EntConfidence     confidence)
{
  GtkWidget *scale = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  EntKindStyle kind = ent_kind_style (ent_dataset_get_kind_word (details->dataset, details->row));

  for (int step = ENT_CONFIDENCE_NONE; step <= ENT_CONFIDENCE_CONFIRMED; step++)
    {
      GtkWidget *mark = ent_mark_icon_new ();

      ent_mark_icon_set_mark (ENT_MARK_ICON (mark), kind, (EntConfidence) step, 5.4);
      gtk_widget_set_size_request (mark, 22, 22);
      gtk_widget_set_tooltip_text (mark, ent_event_text_confidence ((EntConfidence) step));
      gtk_widget_add_css_class (mark, step == (int) confidence ? "present" : "absent");
      gtk_box_append (GTK_BOX (scale), mark);
    }
  gtk_widget_add_css_class (scale, "scale");
  gtk_widget_set_valign (scale, GTK_ALIGN_CENTER);
  return scale;
}

static void
add_accusers (const EntDetails *details,
              GtkWidget        *section,
              EntConfidence     confidence)
{
  guint n_actors;
  guint n_rest;
  const EntActorRef *actors = list_actors (details, &n_actors, &n_rest);
  GtkWidget *fields = ent_details_fields ();
  gboolean named = FALSE;

  for (guint i = 0; i < n_actors; i++)
    {
      g_autoptr (GPtrArray) bases = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *name = NULL;
      g_autofree char *list = NULL;
      g_autofree char *value = NULL;
      gboolean seen = FALSE;

      if (actors[i].relation != ENT_RELATION_ACCUSER)
        continue;
      for (guint j = 0; j < i && !seen; j++)
        seen = actors[j].relation == ENT_RELATION_ACCUSER && actors[j].actor == actors[i].actor;
      if (seen)
        continue;
      for (guint j = i; j < n_actors; j++)
        if (actors[j].relation == ENT_RELATION_ACCUSER && actors[j].actor == actors[i].actor && actors[j].word != ENT_WORD_NONE)
          {
            char *basis = ent_phrase_clean (ent_slice_from_string (ent_dataset_get_word (details->dataset, actors[j].word)));

            g_ptr_array_add (bases, g_strdelimit (basis, "-_\n", ' '));
          }
      name = ent_event_text_actor (details->dataset, actors[i].actor, details->language);
      list = bases->len > 0 ? ent_phrase_list (bases, C_("list", ", ")) : NULL;
      value = list != NULL ? ent_phrase_fill (C_("attribution", "{actor}: {basis}"), "actor", name, "basis", list, NULL)
                           : g_strdup (name);
      ent_details_add_field (fields, named ? NULL : C_("attribution", "By"), value, FALSE);
      named = TRUE;
    }
  if (!named && confidence > ENT_CONFIDENCE_NONE)
    {
      ent_details_add_field (fields, C_("attribution", "By"), C_("attribution", "not recorded"), FALSE);
      named = TRUE;
    }
  if (named)
    gtk_box_append (GTK_BOX (section), fields);
  else
    g_object_unref (g_object_ref_sink (fields));
}

static GtkWidget *
denial_line (const char *denial)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *sign = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_widget_add_css_class (sign, "denial");
  gtk_widget_set_valign (sign, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), sign);
  gtk_box_append (GTK_BOX (line), ent_details_label (denial, NULL, FALSE));
  return line;
}

/* In little room: how firmly, and who denies it, on one line without a title. */
static GtkWidget *
compact_attribution (const EntDetails *details,
                     EntConfidence     confidence,
                     const char       *denial)
{
  GtkWidget *section = ent_details_section (_("Attribution"), NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);

  gtk_widget_set_visible (gtk_widget_get_first_child (section), FALSE);
  if (confidence != ENT_CONFIDENCE_NOT_GIVEN)
    gtk_box_append (GTK_BOX (line), ent_details_label (ent_event_text_confidence (confidence), NULL, FALSE));
  if (denial != NULL)
    gtk_box_append (GTK_BOX (line), denial_line (denial));
  gtk_box_append (GTK_BOX (section), line);
  add_accusers (details, section, confidence);
  return section;
}

/* ent_details_attribution: how firmly it is attributed, by whom and on what grounds, and who denies it */
GtkWidget *
ent_details_attribution (const EntDetails *details)
{
  EntConfidence confidence = ent_dataset_get_confidence (details->dataset, details->row);
  g_autofree char *denial = ent_event_text_denial (details->dataset, details->row, details->language);
  GtkWidget *section;

  if (confidence == ENT_CONFIDENCE_NOT_GIVEN && denial == NULL)
    return NULL;
  if (details->compact)
    return compact_attribution (details, confidence, denial);
  section = ent_details_section (_("Attribution"), NULL);
  if (confidence != ENT_CONFIDENCE_NOT_GIVEN)
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      GtkWidget *label = ent_details_label (ent_event_text_confidence (confidence), NULL, FALSE);

      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (line), label);
      gtk_box_append (GTK_BOX (line), confidence_scale (details, confidence));
      gtk_box_append (GTK_BOX (section), line);
    }
  if (denial != NULL)
    gtk_box_append (GTK_BOX (section), denial_line (denial));
  add_accusers (details, section, confidence);
  return section;
}

/* ent_details_quote: what was said, and by whom */
GtkWidget *
ent_details_quote (const EntDetails *details)
{
  g_autofree char *text = ent_phrase_clean (ent_dataset_get_event_text (details->dataset, details->row, ENT_TEXT_QUOTE,
                                                                        details->language));
  g_autofree char *speaker = ent_phrase_clean (ent_dataset_get_event_text (details->dataset, details->row,
                                                                           ENT_TEXT_QUOTE_SPEAKER, details->language));
  g_autofree char *quoted = NULL;
  GtkWidget *section;
  GtkWidget *quote;

  if (*text == '\0')
    return NULL;
  section = ent_details_section (_("Quote"), NULL);
  quote = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_add_css_class (quote, "quote");
  quoted = ent_phrase_fill (C_("quote", "“{text}”"), "text", text, NULL);
  gtk_box_append (GTK_BOX (quote), ent_details_label (quoted, "summary", TRUE));
  if (*speaker != '\0')
    {
      g_autofree char *line = ent_phrase_fill (C_("quote", "— {speaker}"), "speaker", speaker, NULL);

      gtk_box_append (GTK_BOX (quote), ent_details_label (line, "aside", FALSE));
    }
  gtk_box_append (GTK_BOX (section), quote);
  return section;
}

/* ent_details_context: where, in what field, under what tags */
GtkWidget *
ent_details_context (const EntDetails *details)
{
  const struct
  {
    const char   *name;
    EntValueField field;
  } rows[] = {
    { C_("field", "Place"), ENT_VALUE_PLACE },
    { C_("field", "Sector"), ENT_VALUE_SECTOR },
    { C_("field", "Critical infrastructure"), ENT_VALUE_CRITICAL_INFRASTRUCTURE },
    { C_("field", "Tags"), ENT_VALUE_TAG },
  };
  GtkWidget *section = NULL;
  GtkWidget *fields = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *value = all_values (details, rows[i].field, rows[i].field != ENT_VALUE_TAG);

      if (value == NULL)
        continue;
      if (rows[i].field == ENT_VALUE_CRITICAL_INFRASTRUCTURE)
        {
          char *word = g_utf8_strdown (value, -1);

          g_free (value);
          value = g_strdup (g_str_equal (word, "yes")  ? C_("critical infrastructure", "Yes")
                            : g_str_equal (word, "no") ? C_("critical infrastructure", "No")
                                                       : C_("critical infrastructure", "Contested"));
          g_free (word);
        }
      if (section == NULL)
        {
          section = ent_details_section (_("Context"), NULL);
          fields = ent_details_fields ();
          gtk_box_append (GTK_BOX (section), fields);
        }
      ent_details_add_field (fields, rows[i].name, value, FALSE);
    }
  return section;
}
