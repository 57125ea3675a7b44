/* test-marks.c: every sign of the vocabulary, as it was looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pictures are in tests/data as text, an event a paragraph. To change them, look at the difference, then run
 * this with ENT_UPDATE_GOLDEN=1 in the environment.
 */
#include "config.h"

#include "pictures.h"

#include <string.h>

/* A date each, as @kind. */
static void
append_dates (GString           *json,
              const char        *kind,
              const char *const *dates)
{
  for (gsize i = 0; dates[i] != NULL; i++)
    g_string_append_printf (json, "%s{\"title\":\"Dated %s\",\"kind\":\"%s\",\"date\":\"%s\"}", json->len > 0 ? "," : "",
                            dates[i], kind, dates[i]);
}

static void
make_dates (GString *json)
{
  static const char *const dates[] = {
    /* known to the day, or better */
    "2015-09-25", "2015-09-25T12:30:00Z", "2015-09-25/2015-09-25",
    /* coarse */
    "2015-09", "2015-23", "2015", "201X", "2015-XX-12", "2015-09~", "2015?", "2015-09%", "XXXX-XX-XX",
    /* intervals */
    "2014-03-01/2015-02-10", "2014-03/2015-02", "2014/2015", "2014-03-01~/2015-02-10", "2014-03-01/2015-02-10?",
    "2014-03-01%/2015-02-10%", "2014-03~/2015-02?",
    /* open and unknown ends */
    "2014-03-01/..", "../2014-03-01", "2014-03-01/", "/2014-03-01", "../..", "2014~/..",
    /* sets */
    "[2014-01-15,2014-06-15]", "{2014-01-15,2014-06-15..2014-06-17}", "[..2014-06-15]", "[2014-06..2014-08]", "{2014-06..}",
    /* beyond the edges */
    "2010/2020", "2011-06-01/2014-06-01", "2016-06-01/2018-06-01",
    NULL,
  };

  append_dates (json, "meeting", dates);
}

/* An incident's date is that of its activity. */
static void
make_incident_dates (GString *json)
{
  static const char *const dates[] = {
    "2015-09-25", "2015-09", "2015~", "2014-03-01/2015-02-10", "2014-03~/2015-02?", "2014-03-01/..", "/2014-03-01",
    "[2014-01-15,2014-06-15]", "2010/2020", NULL,
  };

  append_dates (json, "incident", dates);
}

static void
make_attribution (GString *json)
{
  static const char *const confidences[] = { "confirmed", "official-accusation", "private-assessment", "suspected",
                                             "none" };

  for (gsize i = 0; i < G_N_ELEMENTS (confidences); i++)
    for (guint denied = 0; denied < 2; denied++)
      g_string_append_printf (json,
                              "%s{\"title\":\"Attributed: %s%s\",\"kind\":\"incident\",\"date\":\"2014-%02u-10\",\"severity\":4,"
                              "\"attribution\":{\"confidence\":\"%s\"%s}}",
                              json->len > 0 ? "," : "", confidences[i], denied ? ", denied" : "", (guint) i * 2 + denied + 1,
                              confidences[i], denied ? ",\"denied_by\":[\"X\"]" : "");
  g_string_append (json, ",{\"title\":\"Nothing said of it\",\"kind\":\"incident\",\"date\":\"2015-03-10\",\"severity\":4}"
                         ",{\"title\":\"A statement that is attributed\",\"kind\":\"statement\",\"date\":\"2015-03-10\","
                         "\"attribution\":{\"confidence\":\"suspected\"}}");
}

static void
make_status (GString *json)
{
  static const char *const states[] = { "done", "ongoing", "planned", "announced", "threatened", "cancelled" };
  static const char *const kinds[] = { "incident", "meeting", "statement", "treaty" };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (kinds); j++)
      g_string_append_printf (json,
                              "%s{\"title\":\"A %s that is %s\",\"kind\":\"%s\",\"date\":\"2014-%02u-10\",\"status\":\"%s\","
                              "\"attribution\":{\"confidence\":\"confirmed\"}}",
                              json->len > 0 ? "," : "", kinds[j], states[i], kinds[j], (guint) i * 2 + 1, states[i]);
}

static void
make_kinds (GString *json)
{
  static const char *const kinds[] = { "incident", "meeting", "statement", "treaty" };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint severity = 0; severity <= 5; severity++)
      {
        g_string_append_printf (json, "%s{\"title\":\"Severity %u\",\"kind\":\"%s\",\"date\":\"2014-%02u-10\"",
                                json->len > 0 ? "," : "", severity, kinds[i], severity * 2 + 1);
        if (severity > 0)
          g_string_append_printf (json, ",\"severity\":%u", severity);
        g_string_append_c (json, '}');
      }
}

#define CHAIN(title, date, phases) \
  "{\"title\":\"" title "\",\"kind\":\"incident\",\"date\":\"" date "\",\"severity\":3,\"phases\":{" phases "}}"

static void
make_phases (GString *json)
{
  g_string_append (
    json,
    CHAIN ("Every phase", "2013-06-01/2014-06-01",
           "\"intrusion\":\"2013-03-01\",\"detection\":\"2014-01-10\",\"disclosure\":\"2014-09-01\","
           "\"attribution\":\"2015-03-01\",\"remediation\":\"2014-04-01\"") ","
    CHAIN ("Detected only", "2013-06-01/2014-06-01", "\"detection\":\"2014-01-10\"") ","
    CHAIN ("Detected some time in spring", "2013-06-01/2014-06-01", "\"detection\":\"2014-21\"") ","
    CHAIN ("Disclosed only", "2013-06-01/2014-06-01", "\"disclosure\":\"2014-09-01\"") ","
    CHAIN ("Attributed only", "2013-06-01/2014-06-01", "\"attribution\":\"2015\"") ","
    CHAIN ("Remedied over months", "2013-06-01/2014-06-01", "\"remediation\":\"2014-08-01/2014-11-01\"") ","
    CHAIN ("Intruded before it was known to", "2014-06-01", "\"intrusion\":\"2013-06~\",\"detection\":\"2014-06-01\"") ","
    CHAIN ("Struck in a day and noticed later", "2014-01-15", "\"detection\":\"2014-12-15\"") ","
    CHAIN ("Struck and noticed at once", "2014-01-15", "\"detection\":\"2014-01-16\",\"disclosure\":\"2014-01-17\"") ","
    CHAIN ("Still going on", "2014-01-15/..", "\"detection\":\"2014-12-15\"") ","
    CHAIN ("Begun before the view", "2010-01-15/2014-01-15", "\"detection\":\"2013-12-15\"") ","
    CHAIN ("Attributed after the view", "2016-01-15/2016-03-15", "\"attribution\":\"2018-12-15\""));
}

#define LINKED(id, kind, date, links) \
  "{\"id\":\"" id "\",\"title\":\"Event " id " of these\",\"kind\":\"" kind "\",\"date\":\"" date "\",\"links\":[" links "]}"
#define LINK(type, to) "{\"type\":\"" type "\",\"to\":\"" to "\"}"

/* The first is selected. */
static void
make_links (GString *json)
{
  g_string_append (json,
                   LINKED ("a", "incident", "2014-06-01", "") ","
                   LINKED ("b", "statement", "2014-07-01", LINK ("responds-to", "a")) ","
                   LINKED ("c", "statement", "2014-08-01", LINK ("attributes", "a")) ","
                   LINKED ("d", "statement", "2014-09-01", LINK ("denies", "a")) ","
                   LINKED ("e", "meeting", "2014-10-01", LINK ("implements", "a")) ","
                   LINKED ("f", "meeting", "2014-11-01", LINK ("follows", "a")) ","
                   LINKED ("g", "meeting", "2014-12-01", LINK ("part-of", "a")) ","
                   LINKED ("h", "incident", "2015-01-01", LINK ("compares-to", "a")) ","
                   LINKED ("i", "meeting", "2015-03-01", LINK ("responds-to", "b")));
}

static const struct
{
  const char *name;
  void        (*make) (GString *json);
  const char *span;
  double      width;
  double      height;
  gboolean    selected; /* the first event */
} cases[] = {
  { "dates", make_dates, "2013/2016", 1200, 1200, FALSE },
  { "dates-of-incidents", make_incident_dates, "2013/2016", 1200, 1200, FALSE },
  { "dates-by-the-hour", make_dates, "2015-09-24/2015-09-27", 1200, 1200, FALSE },
  { "dates-by-the-century", make_dates, "1000/2999", 1200, 1200, FALSE },
  { "attribution", make_attribution, "2014/2015", 1000, 1200, FALSE },
  { "status", make_status, "2014", 1200, 1200, FALSE },
  { "kinds", make_kinds, "2014", 1000, 1200, FALSE },
  { "phases", make_phases, "2013/2016", 1200, 1200, FALSE },
  { "phases-from-afar", make_phases, "1960/2026", 1200, 1200, FALSE },
  { "links", make_links, "2014/2015", 1000, 1200, TRUE },
  { "folds", make_kinds, "2000/2020", 700, 200, FALSE },
  { "columns", make_kinds, "2000/2020", 300, 260, FALSE },
};

/* An event a paragraph; the grid, which says nothing of marks, is left out. */
static char *
describe (EntDataset     *dataset,
          const EntScene *scene)
{
  g_autofree char *dump = ent_scene_dump (scene);
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
  GString *text = g_string_new ("# of no event\n");
  guint n_items;
  const EntItem *items = ent_scene_get_items (scene, &n_items);

  for (guint i = 0; i < n_items; i++)
    if (items[i].row == ENT_ITEM_NO_ROW && items[i].role != ENT_ROLE_GRID &&
        (items[i].role != ENT_ROLE_AXIS || items[i].type == ENT_ITEM_TEXT))
      g_string_append_printf (text, "%s\n", lines[i]);
  for (guint32 row = 0; row < ent_dataset_get_n_events (dataset); row++)
    {
      EntSlice title = ent_dataset_get_event_text (dataset, row, ENT_TEXT_TITLE, NULL);

      g_string_append_printf (text, "\n# %u: %.*s\n", row, (int) title.length, title.text);
      for (guint i = 0; i < n_items; i++)
        if (items[i].row == row)
          g_string_append_printf (text, "%s\n", lines[i]);
    }
  return g_string_free (text, FALSE);
}

static void
test_golden (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  const guint32 first = 0;
  GString *json = g_string_new (NULL);
  g_autoptr (EntTextMeasure) measure = pictures_new_measure (FALSE);
  g_autoptr (EntDataset) dataset = NULL;
  g_autoptr (EntScene) scene = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = g_strconcat ("marks-", cases[i].name, NULL);
  Picture picture = { .measure = measure, .width = cases[i].width, .height = cases[i].height, .style = ENT_STYLE_SCREEN };
  double height;
  Shown shown;

  cases[i].make (json);
  picture.dataset = dataset = pictures_read (json->str);
  picture.language = "en";
  ent_span_parse (cases[i].span, -1, &picture.span, &error);
  g_assert_no_error (error);
  if (cases[i].selected)
    {
      picture.selected = &first;
      picture.n_selected = 1;
    }
  scene = pictures_draw (&picture, &height);
  pictures_check (&picture, scene, height, &shown);
  text = describe (dataset, scene);
  pictures_compare_golden (name, text);
  g_string_free (json, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/marks/", cases[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_golden);
    }

  return g_test_run ();
}
