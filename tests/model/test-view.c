/* test-view.c: views as values
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-view.h"

#define DAY 86400

static void
set_span (EntView    *view,
          const char *text)
{
  const EntSpan span = { 0, *text == '1' ? DAY : 2 * DAY };

  ent_view_set_span (view, &span);
}

static void
set_basis (EntView    *view,
           const char *text)
{
  ent_view_set_basis (view, *text == '1' ? ENT_BASIS_DETECTION : ENT_BASIS_DISCLOSURE);
}

static void
set_as_of (EntView    *view,
           const char *text)
{
  g_assert_true (ent_view_set_as_of (view, *text == '1' ? "2015" : "2016", -1, NULL));
}

static void
set_lane_order (EntView    *view,
                const char *text)
{
  ent_view_set_lane_order (view, *text == '1' ? ENT_LANE_ORDER_NAME : ENT_LANE_ORDER_DATE);
}

static void
set_lanes (EntView    *view,
           const char *text)
{
  ent_view_set_lanes (view, (const char *const[]){ "b", text, "", "b", NULL });
}

/* Any order is the same. */
static void
set_collapsed (EntView    *view,
               const char *text)
{
  static gboolean turned;

  turned = !turned;
  ent_view_set_collapsed (view, turned ? (const char *const[]){ "x", text, NULL }
                                       : (const char *const[]){ text, "x", "x", NULL });
}

static void
set_pair_as (EntView    *view,
             const char *text)
{
  ent_view_set_pair_as (view, *text == '1' ? ENT_PAIRS_RECORDED : ENT_PAIRS_STATES);
}

static void
set_unmatched (EntView    *view,
               const char *text)
{
  ent_view_set_unmatched (view, *text == '1' ? ENT_UNMATCHED_DIM : ENT_UNMATCHED_HIDE);
}

static void
set_links (EntView    *view,
           const char *text)
{
  ent_view_set_links (view, *text == '1' ? ENT_LINKS_CHAIN : ENT_LINKS_NONE);
}

/* What each setter changes, and nothing else. */
static const struct
{
  const char  *name;
  void       (*set) (EntView    *view,
                     const char *text);
  EntViewParts part;
} setters[] = {
  { "span", set_span, ENT_VIEW_SPAN },
  { "query", ent_view_set_query, ENT_VIEW_QUERY },
  { "group-by", ent_view_set_group_by, ENT_VIEW_GROUP_BY },
  { "color-by", ent_view_set_color_by, ENT_VIEW_COLOR_BY },
  { "basis", set_basis, ENT_VIEW_BASIS },
  { "as-of", set_as_of, ENT_VIEW_AS_OF },
  { "language", ent_view_set_language, ENT_VIEW_LANGUAGE },
  { "lane-order", set_lane_order, ENT_VIEW_LANE_ORDER },
  { "lanes", set_lanes, ENT_VIEW_LANES },
  { "collapsed", set_collapsed, ENT_VIEW_COLLAPSED },
  { "pair-as", set_pair_as, ENT_VIEW_PAIR_AS },
  { "unmatched", set_unmatched, ENT_VIEW_UNMATCHED },
  { "links", set_links, ENT_VIEW_LINKS },
  { "more", ent_view_set_more, ENT_VIEW_MORE },
};

static void
test_setter (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (EntView) empty = ent_view_new ();
  g_autoptr (EntView) one = ent_view_new ();
  g_autoptr (EntView) two = NULL;

  setters[i].set (one, "1");
  g_assert_cmpint (ent_view_compare (one, empty), ==, setters[i].part);
  g_assert_cmpint (ent_view_compare (empty, one), ==, setters[i].part);
  two = ent_view_copy (one);
  g_assert_true (ent_view_equal (one, two));
  setters[i].set (two, "2");
  g_assert_cmpint (ent_view_compare (one, two), ==, setters[i].part);
  setters[i].set (two, "1");
  g_assert_true (ent_view_equal (one, two));
}

static void
test_all (void)
{
  g_autoptr (EntView) view = ent_view_new ();
  g_autoptr (EntView) copy = NULL;
  GValue value = G_VALUE_INIT;

  for (gsize i = 0; i < G_N_ELEMENTS (setters); i++)
    setters[i].set (view, "1");
  copy = ent_view_copy (view);
  g_assert_true (ent_view_equal (view, copy));
  g_assert_cmpstr (ent_view_get_query (copy), ==, "1");
  g_assert_cmpstr (ent_view_get_group_by (copy), ==, "1");
  g_assert_cmpstr (ent_view_get_color_by (copy), ==, "1");
  g_assert_cmpint (ent_view_get_basis (copy), ==, ENT_BASIS_DETECTION);
  g_assert_cmpstr (ent_view_get_as_of_text (copy), ==, "2015");
  g_assert_cmpint (ent_view_get_as_of (copy)->form, ==, ENT_DATE_SINGLE);
  g_assert_cmpstr (ent_view_get_language (copy), ==, "1");
  g_assert_cmpstr (ent_view_get_more (copy), ==, "1");
  g_assert_cmpint (ent_view_get_lane_order (copy), ==, ENT_LANE_ORDER_NAME);
  g_assert_cmpstrv (ent_view_get_lanes (copy), ((const char *const[]){ "b", "1", "", NULL }));
  g_assert_cmpstrv (ent_view_get_collapsed (copy), ((const char *const[]){ "1", "x", NULL }));
  g_assert_cmpint (ent_view_get_pair_as (copy), ==, ENT_PAIRS_RECORDED);
  g_assert_cmpint (ent_view_get_unmatched (copy), ==, ENT_UNMATCHED_DIM);
  g_assert_cmpint (ent_view_get_links (copy), ==, ENT_LINKS_CHAIN);

  g_value_init (&value, ENT_TYPE_VIEW);
  g_value_set_boxed (&value, view);
  g_clear_pointer (&view, ent_view_free);
  g_assert_true (ent_view_equal (g_value_get_boxed (&value), copy));
  g_value_unset (&value);
}

/* Nothing and the empty text are the same, and a setter may be given what it gave. */
static void
test_unset (void)
{
  g_autoptr (EntView) empty = ent_view_new ();
  g_autoptr (EntView) view = ent_view_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (setters); i++)
    setters[i].set (view, "1");
  ent_view_set_query (view, ent_view_get_query (view));
  ent_view_set_group_by (view, ent_view_get_group_by (view));
  g_assert_cmpstr (ent_view_get_query (view), ==, "1");
  g_assert_cmpstr (ent_view_get_group_by (view), ==, "1");

  ent_view_set_span (view, NULL);
  ent_view_set_query (view, NULL);
  ent_view_set_group_by (view, "");
  ent_view_set_color_by (view, NULL);
  ent_view_set_lanes (view, ent_view_get_lanes (view));
  g_assert_cmpstrv (ent_view_get_lanes (view), ((const char *const[]){ "b", "1", "", NULL }));
  ent_view_set_lane_order (view, ENT_LANE_ORDER_NATURAL);
  ent_view_set_lanes (view, NULL);
  ent_view_set_collapsed (view, (const char *const[]){ NULL });
  ent_view_set_pair_as (view, ENT_PAIRS_STATES);
  ent_view_set_unmatched (view, ENT_UNMATCHED_HIDE);
  ent_view_set_links (view, ENT_LINKS_DIRECT);
  ent_view_set_basis (view, ENT_BASIS_OCCURRED);
  g_assert_true (ent_view_set_as_of (view, NULL, -1, NULL));
  ent_view_set_language (view, "");
  ent_view_set_more (view, NULL);
  g_assert_true (ent_view_equal (view, empty));
  g_assert_cmpstr (ent_view_get_query (view), ==, "");
  g_assert_null (ent_view_get_group_by (view));
  g_assert_null (ent_view_get_as_of (view));
  g_assert_null (ent_view_get_as_of_text (view));
  g_assert_null (ent_view_get_start (view));
  g_assert_null (ent_view_get_end (view));
}

/* A span in days from 1970; -1 for none. The edges are the days 0 to 365. */
static const struct
{
  const char *name;
  const char *text;
  int         start;
  int         end;
  gboolean    needs_edges;
} spans[] = {
  { "day", "1970-01-03", 2, 3, FALSE },
  { "interval", "1970-01-02/1970-01-04", 1, 4, FALSE },
  { "outer-bounds", "1970-01~/1970-02?", 0, 59, FALSE },
  { "open-end", "1970-02/..", 31, 365, TRUE },
  { "open-start", "../1970-01", 0, 31, TRUE },
  { "unknown-end", "1970-02/", 31, 365, TRUE },
  { "too-far", "1970-02/Y17E700", 31, 365, TRUE },
  { "all-open", "../..", -1, -1, TRUE },
  { "beyond", "Y17E700", -1, -1, TRUE },
  { "behind-the-edges", "1971/..", -1, -1, TRUE },
  { "outside-the-edges", "1972", 730, 1096, FALSE },
};

static void
test_span (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  const EntSpan edges = { 0, 365 * DAY };
  g_autoptr (EntView) view = ent_view_new ();
  g_autoptr (EntView) same = NULL;
  g_autoptr (GError) error = NULL;
  EntSpan span = { 7, 8 };

  ent_view_set_span_text (view, spans[i].text, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ent_view_get_span_text (view), ==, spans[i].text);
  g_assert_true (ent_view_get_span (view, &edges, &span) == (spans[i].start >= 0));
  g_assert_cmpint (span.start, ==, spans[i].start >= 0 ? spans[i].start * DAY : 7);
  g_assert_cmpint (span.end, ==, spans[i].start >= 0 ? spans[i].end * DAY : 8);
  g_assert_true (ent_view_get_span (view, NULL, &span) == !spans[i].needs_edges);

  /* Ends make the same view, though it has no text. */
  same = ent_view_copy (view);
  ent_view_set_ends (same, ent_view_get_start (view), ent_view_get_end (view));
  g_assert_null (ent_view_get_span_text (same));
  g_assert_true (ent_view_equal (view, same));
}

static void
test_invalid (void)
{
  g_autoptr (EntView) view = ent_view_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (ent_view_set_span_text (view, "2015/2016 and so on", 9, NULL));
  g_assert_cmpstr (ent_view_get_span_text (view), ==, "2015/2016");
  g_assert_false (ent_view_set_span_text (view, "2016/2015", -1, &error));
  g_assert_error (error, ENT_DATE_ERROR, ENT_DATE_ERROR_REVERSED);
  g_clear_error (&error);
  g_assert_cmpstr (ent_view_get_span_text (view), ==, "2015/2016");
  g_assert_true (ent_view_set_as_of (view, "2015-06-01", -1, NULL));
  g_assert_false (ent_view_set_as_of (view, "", -1, &error));
  g_assert_error (error, ENT_DATE_ERROR, ENT_DATE_ERROR_EMPTY);
  g_assert_cmpstr (ent_view_get_as_of_text (view), ==, "2015-06-01");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (setters); i++)
    {
      g_autofree char *path = g_strconcat ("/view/setter/", setters[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_setter);
    }
  g_test_add_func ("/view/all", test_all);
  g_test_add_func ("/view/unset", test_unset);
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autofree char *path = g_strconcat ("/view/span/", spans[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_span);
    }
  g_test_add_func ("/view/invalid", test_invalid);

  return g_test_run ();
}
