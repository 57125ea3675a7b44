/* test-details-pane.c: what the details say of events, in a real window
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-app-test.h"
#include "ent-details-pane.h"
#include "ent-event-text.h"
#include "ent-format.h"

static EntWindow *window;

/* Made up, for what the bundled timeline has nothing of. */
static const char odd_timeline[] =
  "{\"format\": \"entente\", \"version\": 1, \"title\": \"Odd\", \"language\": \"en\","
  " \"actors\": {\"CN\": {\"name\": {\"en\": \"China\", \"zh-CN\": \"中国\"}},"
  "              \"Unit\": {\"name\": \"Unit 1\", \"part_of\": \"CN\"}},"
  " \"events\": ["
  "  {\"id\": \"bare\", \"title\": \"<b>Bare</b> & bold\"},"
  "  {\"id\": \"undated\", \"kind\": \"treaty\", \"date\": \"one fine day\", \"title\": \"Undated\", \"status\": \"threatened\","
  "   \"sources\": [{\"url\": \"javascript:alert(1)\"}, {\"publisher\": \"P\", \"url\": \"https://example.org/\", \"basis\": \"on-record\"}],"
  "   \"oddity\": {\"a\": [1, null]}},"
  "  {\"id\": \"coarse\", \"kind\": \"incident\", \"date\": \"198X\", \"title\": \"Coarse\","
  "   \"phases\": {\"intrusion\": \"198X\", \"detection\": \"1989-03\", \"disclosure\": \"1990?\"},"
  "   \"actors\": [{\"role\": \"initiator\", \"name\": \"Unit\"}, {\"role\": \"witness\", \"name\": \"CN\"}],"
  "   \"attribution\": {\"confidence\": \"suspected\"},"
  "   \"links\": [{\"type\": \"denies\", \"to\": \"undated\", \"note\": {\"en\": \"flatly\", \"zh-CN\": \"断然\"}},"
  "               {\"type\": \"responds-to\", \"to\": \"undated\"}]},"
  "  {\"id\": \"unnoticed\", \"kind\": \"incident\", \"date\": \"1991\", \"title\": \"Unnoticed\","
  "   \"phases\": {\"intrusion\": \"1991-01-01\", \"disclosure\": \"1991-01-11\"}} ]}";

static EntSession *
get_session (void)
{
  return ent_window_get_session (window);
}

static gboolean
is_bundled (gpointer data)
{
  EntDataset *dataset = ent_session_get_dataset (get_session ());

  return dataset != NULL && ent_dataset_get_n_events (dataset) > 100;
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static GtkWidget *
get_pane (void)
{
  GtkWidget *pane = find (GTK_WIDGET (window), ENT_TYPE_DETAILS_PANE);

  g_assert_nonnull (pane);
  return pane;
}

static void
gather (GtkWidget *widget,
        GString   *text)
{
  /* What is folded away is there, but not seen. */
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    {
      const char *words = gtk_label_get_text (GTK_LABEL (widget));

      if (*words != '\0')
        g_string_append_printf (text, "%s\n", words);
      g_assert_false (gtk_label_get_use_markup (GTK_LABEL (widget)));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gather (child, text);
}

/* All that the pane says, a line each, without the marks that isolate names. */
static char *
said (void)
{
  GString *text = g_string_new (NULL);

  gather (get_pane (), text);
  g_string_replace (text, "\u2068", "", 0);
  g_string_replace (text, "\u2069", "", 0);
  return g_string_free (text, FALSE);
}

static gboolean
says (gpointer data)
{
  g_autofree char *text = said ();

  return strstr (text, data) != NULL;
}

static void
show (const char *id,
      const char *title)
{
  ent_session_set_focus (get_session (), id);
  ent_app_test_wait (says, (gpointer) title, title);
}

static void
assert_said (const char *expected)
{
  g_autofree char *text = said ();

  g_assert_cmpstr (text, ==, expected);
}

static void
open_timeline (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (bytes);
  g_autoptr (GError) error = NULL;
  g_autoptr (EntDataset) dataset = ent_native_format.read (bytes, diagnostics, NULL, NULL, &error);

  g_assert_no_error (error);
  ent_session_open (get_session (), dataset, NULL);
}

static void
test_nothing (void)
{
  g_autofree char *text = NULL;

  ent_session_set_focus (get_session (), NULL);
  ent_app_test_wait (says, (gpointer) "Select an event to see its details", "the hint");
  text = said ();
  g_assert_nonnull (strstr (text, "← →\nFrom event to event\n"));
}

static void
test_incident (void)
{
  g_autofree char *text = NULL;

  show ("opm-2014-2015-background-files", "OPM background-investigation files stolen\n");
  text = said ();
  g_assert_true (g_str_has_prefix (text,
                                   "Incident\n· Espionage\nOPM background-investigation files stolen\n7 May 2014 – 15 April 2015\n"
                                   "Both ends known to the day\nSeverity 5 of 5\nWith a contractor's credentials "));
  g_assert_nonnull (strstr (text, "Phases\nIntrusion\n7 May 2014 – 24 Apr 2015\n343 days unseen\nDetection\n15 Apr 2015\n2 days\n"
                                  "Remediation\n17–24 Apr 2015\n48 days\nDisclosure\n4 Jun – 23 Sep 2015\n21 days\nAttribution\n"
                                  "25 Jun 2015\n"));
  g_assert_nonnull (strstr (text, "Actors\nInitiator\nChina, as attributed\nTarget\nUnited States\nOffice of Personnel Management\n"));
  g_assert_nonnull (strstr (text, "Attribution\nOfficial accusation\nDenied by China\nBy\nUnited States: government statement, "));
  g_assert_nonnull (strstr (text, "Links\n3 before · "));
  g_assert_nonnull (strstr (text, "Sources\n7\n1\nThe New York Times, U.S. and China Seek Arms Deal for Cyberspace\nSep 2015\n"));
  g_assert_nonnull (strstr (text, "Verification\nDate checked in a source\n"));
  g_assert_nonnull (strstr (text, "Context\nPlace\nWashington, United States\nSector\nGovernment\nCritical infrastructure\nNo\nTags\n"));
  g_assert_true (g_str_has_suffix (text, "\nMore\n"));
}

static void
test_other_kinds (void)
{
  g_autofree char *meeting = NULL;
  g_autofree char *statement = NULL;

  show ("us-china-sed-2011", "Third S&ED opens");
  meeting = said ();
  g_assert_null (strstr (meeting, "Phases"));
  g_assert_null (strstr (meeting, "Attribution"));
  g_assert_null (strstr (meeting, "Quote"));
  g_assert_nonnull (strstr (meeting, "Actors\nHost\nUnited States\nParticipant\nChina\n"));
  show ("china-rejects-clinton-2010", "Beijing rejects");
  statement = said ();
  g_assert_nonnull (strstr (statement, "Quote\n“We urge the US side "));
  g_assert_nonnull (strstr (statement, "on China”\n— Ma Zhaoxu\n"));
}

static void
test_compact (void)
{
  EntDetailsPane *pane = ENT_DETAILS_PANE (get_pane ());
  g_autofree char *text = NULL;

  ent_details_pane_set_compact (pane, TRUE);
  show ("opm-2014-2015-background-files", "Severity 5 of 5\nOPM");
  text = said ();
  g_assert_true (g_str_has_prefix (text,
                                   "Incident\n· Espionage · Severity 5 of 5\nOPM background-investigation files stolen\n"
                                   "7 May 2014 – 15 April 2015\n343 days unseen\nWith a contractor's credentials "));
  g_assert_nonnull (strstr (text, "about a year.\nAdd a Note\nOfficial accusation\nDenied by China\n"));
  ent_details_pane_set_compact (pane, FALSE);
  ent_app_test_wait (says, (gpointer) "Espionage\nOPM", "the wide layout");
}

static void
test_several (void)
{
  const char *const ids[] = { "opm-2014-2015-background-files", "us-china-sed-2011", "china-rejects-clinton-2010", NULL };

  ent_session_set_selection (get_session (), ids);
  ent_app_test_wait (says, (gpointer) "3 events selected\n", "the list");
  assert_said ("3 events selected\nWithin 22 January 2010 – 23 September 2015\nBeijing rejects the internet freedom speech\nJan 2010\n"
               "Third S&ED opens a Strategic Security Dialogue\nMay 2011\nOPM background-investigation files stolen\nMay 2014\n");
}

static void
text_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
}

static gboolean
is_there (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_citation (void)
{
  g_autofree char *text = NULL;

  ent_session_set_selection (get_session (), NULL);
  show ("opm-2014-2015-background-files", "Espionage\nOPM");
  ent_app_test_do (window, "win.copy-citation", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, text_read_cb, &text);
  ent_app_test_wait (is_there, &text, "the clipboard");
  g_assert_true (g_str_has_prefix (text, "OPM background-investigation files stolen\n"
                                         "7 May 2014 – 15 April 2015 (EDTF 2014-05-07/2015-04-15)\nIn: U.S.–China cyber timeline, "));
  g_assert_nonnull (strstr (text, "\n7. FCW, Exclusive: The OPM breach details you have not seen, 21 August 2015, https://fcw.com/"));
}

/* From link to link, as keys do. */
static void
test_walk (void)
{
  GtkWidget *list;
  GtkListBoxRow *row;

  show ("opm-2014-2015-background-files", "Espionage\nOPM");
  list = find (get_pane (), GTK_TYPE_LIST_BOX);
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0);
  g_assert_nonnull (row);
  gtk_widget_activate (GTK_WIDGET (row));
  ent_app_test_wait (says, (gpointer) "KeyPoint", "the event before");
  g_assert_cmpstr (ent_session_get_focus (get_session ()), ==, "keypoint-breach-2014");
  g_assert_true (ent_session_back (get_session ()));
  ent_app_test_wait (says, (gpointer) "Espionage\nOPM", "the event left");
}

static guint
count_children (GtkWidget *widget)
{
  guint count = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    count++;
  return count;
}

static gboolean
is_unfolded (gpointer data)
{
  return count_children (data) > 4;
}

static void
test_unfold (void)
{
  GtkWidget *list;
  GtkWidget *button;

  show ("opm-2014-2015-background-files", "Espionage\nOPM");
  list = find (get_pane (), GTK_TYPE_LIST_BOX);
  button = gtk_widget_get_next_sibling (list);
  g_assert_cmpuint (count_children (list), ==, 4);
  gtk_widget_activate (button);
  ent_app_test_wait (is_unfolded, list, "all links");
  g_assert_cmpuint (count_children (list), ==, 15);
  g_assert_false (gtk_widget_get_visible (button));
}

static void
test_odd (void)
{
  static const struct
  {
    const char *id;
    const char *title;
    const char *said;
  } cases[] = {
    { "bare", "Bare", "Event\n<b>Bare</b> & bold\nNo date\nAdd a Note\nCompare Before and After\nMore\n" },
    { "undated", "Undated\nThreatened",
      "treaty\nUndated\nThreatened\n“one fine day”, cannot be placed\nAdd a Note\nCompare Before and After\nLinks\n0 before · 1 after\nCoarse\ndenied in: flatly\n1980s\n"
      "Sources\n2\n1\njavascript:alert(1)\n2\nP\non record\nMore\n" },
    { "coarse", "Coarse\n1980s\nKnown",
      "Incident\nCoarse\n1980s\nKnown to the decade\nAdd a Note\nCompare Before and After\nPhases\nIntrusion\n1980s\nup to 10 years unseen\nDetection\nMar 1989\n"
      "9 to 23 months\nDisclosure\npossibly 1990\nActors\nInitiator\nUnit 1 (China), suspected\nWitness\nChina\n"
      "Attribution\nSuspected\nBy\nnot recorded\nLinks\n1 before · 0 after\nUndated\ndenies: flatly\nMore\n" },
    { "unnoticed", "Unnoticed",
      "Incident\nUnnoticed\n1991\nKnown to the year\nAdd a Note\nCompare Before and After\nPhases\nIntrusion\n1 Jan 1991\n10 days · detection not recorded\nDisclosure\n"
      "11 Jan 1991\nMore\n" },
  };

  open_timeline (odd_timeline);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      show (cases[i].id, cases[i].title);
      assert_said (cases[i].said);
    }
}

static GtkWidget *
find_class (GtkWidget  *widget,
            const char *css_class)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, css_class) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_class (child, css_class);
  return found;
}

static gboolean
is_titled (gpointer data)
{
  GtkWidget *title = find_class (get_pane (), "title");

  return GTK_IS_LABEL (title) && g_str_equal (gtk_label_get_text (GTK_LABEL (title)), data);
}

/* Whatever an event has, it can be shown; G_DEBUG makes any warning an end. */
static void
test_every_event (void)
{
  EntDataset *dataset;

  ent_window_open_bundled (window);
  ent_app_test_wait (is_bundled, NULL, "the bundled timeline");
  dataset = ent_session_get_dataset (get_session ());
  /* It is found as it was left; we want it as at first. */
  ent_session_open (get_session (), dataset, NULL);
  for (guint32 row = 0; row < ent_dataset_get_n_events (dataset); row++)
    {
      g_autofree char *id = ent_slice_dup (ent_dataset_get_id (dataset, row));
      g_autofree char *title = ent_event_text_title (dataset, row, NULL);

      ent_session_set_focus (get_session (), id);
      ent_app_test_wait (is_titled, title, title);
    }
}

/* Only what may be opened can be activated. */
static void
test_addresses (void)
{
  GtkWidget *links;
  GtkWidget *section;
  GtkWidget *sources;

  open_timeline (odd_timeline);
  show ("undated", "Undated\nThreatened");
  links = find (get_pane (), GTK_TYPE_LIST_BOX);
  section = gtk_widget_get_next_sibling (gtk_widget_get_parent (links));
  sources = find (section, GTK_TYPE_LIST_BOX);
  g_assert_false (gtk_list_box_row_get_activatable (gtk_list_box_get_row_at_index (GTK_LIST_BOX (sources), 0)));
  g_assert_true (gtk_list_box_row_get_activatable (gtk_list_box_get_row_at_index (GTK_LIST_BOX (sources), 1)));
}

/* Another basis, another language: at once. */
static void
test_view (void)
{
  g_autoptr (EntView) view = NULL;

  open_timeline (odd_timeline);
  show ("coarse", "Coarse\n1980s\nKnown");
  view = ent_view_copy (ent_session_get_view (get_session ()));
  ent_view_set_basis (view, ENT_BASIS_REMEDIATION);
  ent_view_set_language (view, "zh-CN");
  ent_session_set_view (get_session (), view);
  ent_app_test_wait (says, (gpointer) "By Remediation: not recorded, so not placed\n", "the basis");
  ent_app_test_wait (says, (gpointer) "Unit 1 (中国), suspected\n", "the language");
  ent_app_test_wait (says, (gpointer) "denies: 断然\n", "the note");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  window = ent_app_test_window ();
  g_test_add_func ("/details/nothing", test_nothing);
  g_test_add_func ("/details/incident", test_incident);
  g_test_add_func ("/details/other-kinds", test_other_kinds);
  g_test_add_func ("/details/compact", test_compact);
  g_test_add_func ("/details/several", test_several);
  g_test_add_func ("/details/citation", test_citation);
  g_test_add_func ("/details/walk", test_walk);
  g_test_add_func ("/details/unfold", test_unfold);
  g_test_add_func ("/details/odd", test_odd);
  g_test_add_func ("/details/addresses", test_addresses);
  g_test_add_func ("/details/view", test_view);
  g_test_add_func ("/details/every-event", test_every_event);
  return g_test_run ();
}
