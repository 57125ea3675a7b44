/* test-theme.c: colours that can be read, and told apart in grey
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-theme.h"

#include <math.h>
#include <stdlib.h>

static const char *const names[] = { "light", "dark", "print", "contrast", "contrast-dark" };

static double
contrast (EntColor a,
          EntColor b)
{
  double light = ent_color_luminance (a);
  double dark = ent_color_luminance (b);

  return (fmax (light, dark) + 0.05) / (fmin (light, dark) + 0.05);
}

/* CIE L*, 0–100. */
static double
lightness (EntColor color)
{
  double y = ent_color_luminance (color);

  return y > 216.0 / 24389 ? 116 * cbrt (y) - 16 : y * 24389 / 27;
}

static void
test_known (void)
{
  g_assert_cmpfloat_with_epsilon (ent_color_luminance (0xffffffff), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (ent_color_luminance (0x000000ff), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (contrast (0xffffffff, 0x000000ff), 21, 1e-9);
  /* Two that WCAG's calculators agree on. */
  g_assert_cmpfloat_with_epsilon (contrast (0xffffffff, 0x767676ff), 4.54, 0.005);
  g_assert_cmpfloat_with_epsilon (contrast (0xff0000ff, 0xffffffff), 4.00, 0.005);
  g_assert_cmpfloat_with_epsilon (lightness (0x777777ff), 50.03, 0.05);
}

static void
check_contrast (const EntTheme *theme,
                const char     *what,
                EntColor        color,
                double          least)
{
  double value = contrast (color, theme->view);

  if (value < least - 0.005)
    {
      g_test_message ("%s: %s has %.2f:1 against the view, %.1f:1 is needed", theme->name, what, value, least);
      g_test_fail ();
    }
}

/* Text 4.5:1, marks and arcs 3:1; what is only ruled off needs to be seen no more than that. */
static void
test_contrast (gconstpointer data)
{
  const EntTheme *theme = ent_theme_find (data);

  g_assert_nonnull (theme);
  g_assert_cmpstr (theme->name, ==, data);
  check_contrast (theme, "ink", theme->ink, 7);
  check_contrast (theme, "text", theme->text, 7);
  check_contrast (theme, "dim", theme->dim, 4.5);
  check_contrast (theme, "faint", theme->faint, 4.5);
  check_contrast (theme, "accent", theme->accent, 4.5);
  check_contrast (theme, "arc", theme->arc, 3);
  for (int kind = 0; kind < ENT_N_KIND_STYLES; kind++)
    {
      g_autofree char *mark = g_strdup_printf ("the mark of kind %d", kind);
      g_autofree char *word = g_strdup_printf ("the word of kind %d", kind);

      check_contrast (theme, mark, theme->kind[kind], 3);
      check_contrast (theme, word, theme->kind_text[kind], 4.5);
    }
  g_assert_cmpfloat (theme->recede, >=, 0.3);
  g_assert_cmpfloat (theme->recede, <, 1);
  g_assert_cmpfloat (theme->line_scale, >=, 1);
}

/* Incident, meeting and statement stay apart in a grey copy, by ten of L* in whole numbers; the fourth is told by its shape. */
static void
test_grey (gconstpointer data)
{
  const EntTheme *theme = ent_theme_find (data);

  for (int a = 0; a < ENT_KIND_OTHER; a++)
    for (int b = a + 1; b < ENT_KIND_OTHER; b++)
      {
        double apart = fabs (round (lightness (theme->kind[a])) - round (lightness (theme->kind[b])));

        if (apart < 10)
          {
            g_test_message ("%s: kinds %d and %d differ by %.0f in L*", theme->name, a, b, apart);
            g_test_fail ();
          }
      }
}

typedef struct
{
  double l;
  double a;
  double b;
} Lab;

static double
unfold (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (t * 24389 / 27 + 16) / 116;
}

/* As one sees it who does not see red or green: Machado, Oliveira and Fernandes 2009, full strength, on linear light. */
static Lab
see (EntColor      color,
     const double *eye)
{
  double linear[3];
  double seen[3];
  double x, y, z;

  for (int i = 0; i < 3; i++)
    {
      double value = ((color >> (24 - 8 * i)) & 0xff) / 255.0;

      linear[i] = value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
    }
  for (int i = 0; i < 3; i++)
    seen[i] = eye == NULL ? linear[i]
                          : CLAMP (eye[3 * i] * linear[0] + eye[3 * i + 1] * linear[1] + eye[3 * i + 2] * linear[2], 0, 1);
  x = unfold ((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
  y = unfold (0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
  z = unfold ((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
  return (Lab){ 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

static int
compare_doubles (const void *a,
                 const void *b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

/* Colours of values reach what marks need, and are told apart by anyone, and by how light they are. */
static void
test_hues (gconstpointer data)
{
  static const double green[] = { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501,
                                  0.047413, -0.011820, 0.042940, 0.968881 };
  static const double red[] = { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281,
                                0.099216, -0.003882, -0.048116, 1.051998 };
  const double *const eyes[] = { NULL, green, red };
  const EntTheme *theme = ent_theme_find (data);
  double steps[ENT_N_OWN_HUES];

  for (int i = 0; i < ENT_N_HUES; i++)
    {
      g_autofree char *what = g_strdup_printf ("hue %d", i);

      check_contrast (theme, what, theme->hue[i], 3);
    }
  for (int i = 0; i < ENT_N_KIND_STYLES; i++)
    check_contrast (theme, "a grey", theme->grey[i], 3);
  for (int i = 0; i < ENT_N_OWN_HUES; i++)
    steps[i] = lightness (theme->hue[i]);
  qsort (steps, ENT_N_OWN_HUES, sizeof (double), compare_doubles);
  for (int i = 1; i < ENT_N_OWN_HUES; i++)
    g_assert_cmpfloat (steps[i] - steps[i - 1], >=, 4);
  for (gsize eye = 0; eye < G_N_ELEMENTS (eyes); eye++)
    for (int a = 0; a < ENT_N_OWN_HUES; a++)
      for (int b = 0; b < a; b++)
        {
          Lab one = see (theme->hue[a], eyes[eye]);
          Lab two = see (theme->hue[b], eyes[eye]);
          double apart = sqrt (pow (one.l - two.l, 2) + pow (one.a - two.a, 2) + pow (one.b - two.b, 2));

          if (apart < (eye == 0 ? 30 : 14))
            {
              g_test_message ("%s: hues %d and %d are %.1f apart to eye %zu", theme->name, a, b, apart, eye);
              g_test_fail ();
            }
        }
  check_contrast (theme, "the outline of a hit", theme->hit_line, 4.5);
  g_assert_cmpfloat (contrast (theme->ink, theme->hit), >=, 7);
}

/* Greys of the kinds are as far apart as their colours. */
static void
test_greys (gconstpointer data)
{
  const EntTheme *theme = ent_theme_find (data);

  for (int a = 0; a < ENT_KIND_OTHER; a++)
    for (int b = a + 1; b < ENT_KIND_OTHER; b++)
      g_assert_cmpfloat (fabs (lightness (theme->grey[a]) - lightness (theme->grey[b])), >=, 10);
}

/* What the text of a theme says about high contrast. */
static void
check_high_contrast (const EntTheme *plain,
                     const EntTheme *high)
{
  g_assert_cmpfloat (high->line_scale, ==, 1.5);
  g_assert_cmpfloat (high->recede, ==, 0.55);
  g_assert_cmpfloat (contrast (high->line, high->view), >=, 3);
  for (int kind = 0; kind < ENT_N_KIND_STYLES; kind++)
    {
      g_assert_cmpfloat (contrast (high->kind[kind], high->view), >, contrast (plain->kind[kind], plain->view));
      g_assert_cmpfloat (contrast (high->kind_text[kind], high->view), >=, 7);
    }
}

static void
test_high_contrast (void)
{
  check_high_contrast (ent_theme_find ("light"), ent_theme_find ("contrast"));
  check_high_contrast (ent_theme_find ("dark"), ent_theme_find ("contrast-dark"));
}

static void
test_mix (void)
{
  g_assert_cmphex (ent_color_mix (0xffffffff, 0x000000ff, 0), ==, 0xffffffff);
  g_assert_cmphex (ent_color_mix (0xffffffff, 0x000000ff, 1), ==, 0x000000ff);
  g_assert_cmphex (ent_color_mix (0x102030ff, 0x304050ff, 0.5), ==, 0x203040ff);
  /* The mixture is opaque whatever was mixed. */
  g_assert_cmphex (ent_color_mix (0xffffff00, 0x00000000, 0.25), ==, 0xbfbfbfff);
}

static void
test_names (void)
{
  g_assert_null (ent_theme_find ("Light"));
  g_assert_null (ent_theme_find (""));
  g_assert_null (ent_theme_find (NULL));
  g_assert_cmpint (ent_kind_style ("incident"), ==, ENT_KIND_INCIDENT);
  g_assert_cmpint (ent_kind_style ("meeting"), ==, ENT_KIND_MEETING);
  g_assert_cmpint (ent_kind_style ("statement"), ==, ENT_KIND_STATEMENT);
  g_assert_cmpint (ent_kind_style ("event"), ==, ENT_KIND_OTHER);
  g_assert_cmpint (ent_kind_style ("Incident"), ==, ENT_KIND_OTHER);
  for (int a = 0; a < ENT_N_KIND_STYLES; a++)
    for (int b = 0; b < a; b++)
      g_assert_cmpint (ent_kind_shape (a), !=, ent_kind_shape (b));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/theme/known", test_known);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *readable = g_strdup_printf ("/theme/contrast/%s", names[i]);
      g_autofree char *hues = g_strdup_printf ("/theme/hues/%s", names[i]);
      g_autofree char *greys = g_strdup_printf ("/theme/greys/%s", names[i]);
      g_autofree char *grey = g_strdup_printf ("/theme/grey/%s", names[i]);

      g_test_add_data_func (readable, names[i], test_contrast);
      g_test_add_data_func (grey, names[i], test_grey);
      g_test_add_data_func (hues, names[i], test_hues);
      g_test_add_data_func (greys, names[i], test_greys);
    }
  g_test_add_func ("/theme/high-contrast", test_high_contrast);
  g_test_add_func ("/theme/mix", test_mix);
  g_test_add_func ("/theme/names", test_names);

  return g_test_run ();
}
