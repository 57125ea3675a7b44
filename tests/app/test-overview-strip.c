/* test-overview-strip.c: taking hold of the overview's window, and moving it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-overview-strip-geometry.h"

#define DAY G_GINT64_CONSTANT (86400)

/* A thousand days, a pixel each. */
static EntOverviewRequest
make_request (gint64 start,
              gint64 end)
{
  return (EntOverviewRequest){ .whole = { 0, 1000 * DAY }, .window = { start * DAY, end * DAY }, .x = 14, .y = 4,
                               .width = 1000, .height = 84 };
}

static EntOverviewHandle
make_handle (gint64 start,
             gint64 end)
{
  EntOverviewRequest request = make_request (start, end);
  EntStyle style = ENT_STYLE_SCREEN;

  return ent_overview_get_handle (&request, &style);
}

static void
test_parts (void)
{
  static const struct
  {
    const char  *name;
    gint64       start;
    gint64       end;
    double       x; /* in days */
    double       y;
    EntStripPart part;
  } rows[] = {
    { "far left", 400, 500, 300, 35, ENT_STRIP_GROUND },
    { "far right", 400, 500, 600, 35, ENT_STRIP_GROUND },
    { "middle", 400, 500, 450, 35, ENT_STRIP_WINDOW },
    { "top of the middle", 400, 500, 450, 5, ENT_STRIP_WINDOW },
    { "on the axis below", 400, 500, 450, 80, ENT_STRIP_WINDOW },
    { "on the start", 400, 500, 400, 35, ENT_STRIP_START },
    { "on the start, above its grip", 400, 500, 400, 6, ENT_STRIP_START },
    { "12 before the start", 400, 500, 388, 35, ENT_STRIP_START },
    { "11 after the start", 400, 500, 411, 35, ENT_STRIP_START },
    { "13 after the start", 400, 500, 413, 35, ENT_STRIP_WINDOW },
    { "on the end", 400, 500, 500, 35, ENT_STRIP_END },
    { "12 after the end", 400, 500, 512, 35, ENT_STRIP_END },
    { "middle of 30", 400, 430, 415, 35, ENT_STRIP_WINDOW },
    { "start of 30", 400, 430, 402, 35, ENT_STRIP_START },
    { "left grip of 10", 400, 410, 394, 35, ENT_STRIP_START },
    { "right grip of 10", 400, 410, 416, 35, ENT_STRIP_END },
    { "middle of 10", 400, 410, 405, 35, ENT_STRIP_WINDOW },
    { "above the left grip of 10", 400, 410, 394, 8, ENT_STRIP_WINDOW },
    { "20 before 10", 400, 410, 380, 8, ENT_STRIP_START },
    { "the window of a day", 400, 401, 400.5, 35, ENT_STRIP_WINDOW },
    { "left of a day", 400, 401, 394, 35, ENT_STRIP_START },
    { "right of a day", 400, 401, 408, 35, ENT_STRIP_END },
    { "far from a day", 400, 401, 450, 35, ENT_STRIP_GROUND },
    { "start at the edge", 0, 100, -8, 35, ENT_STRIP_START },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EntOverviewHandle handle = make_handle (rows[i].start, rows[i].end);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpint (ent_overview_strip_part_at (&handle, 14 + rows[i].x, rows[i].y), ==, rows[i].part);
    }
}

/* Whatever the window, both grips and the window itself have room for a finger. */
static void
test_room (void)
{
  for (gint64 length = 1; length < 200; length++)
    {
      EntOverviewHandle handle = make_handle (400, 400 + length);
      int room[4] = { 0 };

      for (int x = 0; x < 1000; x++)
        {
          EntStripPart top = ent_overview_strip_part_at (&handle, 14 + x + 0.5, 8);
          EntStripPart middle = ent_overview_strip_part_at (&handle, 14 + x + 0.5, handle.grip_y);

          room[top]++;
          /* What is seen is what is taken. */
          for (int side = 0; side < 2; side++)
            if (ABS (14 + x + 0.5 - handle.grip_x[side]) < handle.grip_width / 2)
              g_assert_cmpint (middle, ==, side == 0 ? ENT_STRIP_START : ENT_STRIP_END);
        }
      g_assert_cmpint (room[ENT_STRIP_START], >=, 23);
      g_assert_cmpint (room[ENT_STRIP_END], >=, 23);
      g_assert_cmpint (room[ENT_STRIP_WINDOW], >=, 15);
    }
}

static void
test_drag (void)
{
  static const struct
  {
    const char  *name;
    gint64       window[2];
    EntStripPart part;
    double       from;
    double       to;
    gint64       expected[2];
  } rows[] = {
    { "the window moves", { 400, 500 }, ENT_STRIP_WINDOW, 450, 480, { 430, 530 } },
    { "the window moves back", { 400, 500 }, ENT_STRIP_WINDOW, 450, 420, { 370, 470 } },
    { "the window stops at the start", { 400, 500 }, ENT_STRIP_WINDOW, 450, -500, { 0, 100 } },
    { "the window stops at the end", { 400, 500 }, ENT_STRIP_WINDOW, 450, 5000, { 900, 1000 } },
    { "a window outside comes no further out", { 950, 1100 }, ENT_STRIP_WINDOW, 980, 990, { 950, 1100 } },
    { "a window outside comes in", { 950, 1100 }, ENT_STRIP_WINDOW, 980, 940, { 910, 1060 } },
    { "one larger than the whole stays", { -100, 1100 }, ENT_STRIP_WINDOW, 500, 600, { -100, 1100 } },
    { "the start", { 400, 500 }, ENT_STRIP_START, 402, 422, { 420, 500 } },
    { "the start stops before the end", { 400, 500 }, ENT_STRIP_START, 400, 800, { 498, 500 } },
    { "the start stops at the strip's", { 400, 500 }, ENT_STRIP_START, 400, -50, { 0, 500 } },
    { "the end", { 400, 500 }, ENT_STRIP_END, 495, 525, { 400, 530 } },
    { "the end stops after the start", { 400, 500 }, ENT_STRIP_END, 500, 100, { 400, 402 } },
    { "the end stops at the strip's", { 400, 500 }, ENT_STRIP_END, 500, 5000, { 400, 1000 } },
    { "a short window gets no longer", { 400, 401 }, ENT_STRIP_END, 401, 300, { 400, 401 } },
    { "a new one", { 400, 500 }, ENT_STRIP_GROUND, 100, 250, { 100, 250 } },
    { "a new one, backwards", { 400, 500 }, ENT_STRIP_GROUND, 250, 100, { 100, 250 } },
    { "a new one, out of the strip", { 400, 500 }, ENT_STRIP_GROUND, 950, 1500, { 950, 1000 } },
    { "a new one of no width", { 400, 500 }, ENT_STRIP_GROUND, 200, 200, { 200, 202 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      EntOverviewRequest request = make_request (rows[i].window[0], rows[i].window[1]);
      EntSpan span;

      g_test_message ("%s", rows[i].name);
      ent_overview_strip_drag (&request, rows[i].part, 14 + rows[i].from, 14 + rows[i].to, &span);
      g_assert_cmpint (span.start, ==, rows[i].expected[0] * DAY);
      g_assert_cmpint (span.end, ==, rows[i].expected[1] * DAY);
    }
}

static void
test_center (void)
{
  EntOverviewRequest request = make_request (400, 500);
  EntSpan span;

  ent_overview_strip_center (&request, 14 + 700, &span);
  g_assert_cmpint (span.start, ==, 650 * DAY);
  g_assert_cmpint (span.end, ==, 750 * DAY);
  ent_overview_strip_center (&request, 14 + 990, &span);
  g_assert_cmpint (span.start, ==, 900 * DAY);
  g_assert_cmpint (span.end, ==, 1000 * DAY);
}

/* Of the ages of the universe: nothing overflows. */
static void
test_far (void)
{
  gint64 far = 200000000000 * G_GINT64_CONSTANT (31556952);
  EntOverviewRequest request = { .whole = { -far, far }, .window = { -1, 1 }, .x = 14, .width = 1000, .height = 84 };
  static const EntStripPart parts[] = { ENT_STRIP_GROUND, ENT_STRIP_WINDOW, ENT_STRIP_START, ENT_STRIP_END };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    for (double to = -3000; to < 4000; to += 97)
      {
        EntSpan span;

        ent_overview_strip_drag (&request, parts[i], 500, to, &span);
        g_assert_cmpint (span.start, <, span.end);
        g_assert_cmpint (span.start, >=, -far);
        g_assert_cmpint (span.end, <=, far + 1);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overview-strip/parts", test_parts);
  g_test_add_func ("/overview-strip/room", test_room);
  g_test_add_func ("/overview-strip/drag", test_drag);
  g_test_add_func ("/overview-strip/center", test_center);
  g_test_add_func ("/overview-strip/far", test_far);
  return g_test_run ();
}
