/* test-timeline.c: what holds in every picture of a timeline
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-generator.h"
#include "ent-time-scale.h"
#include "pictures.h"

#include <math.h>

#define N_PICTURES 200
#define N_GENERATED 5000
#define SEED 20150925

typedef struct
{
  gboolean generated;
  gboolean real;
} Case;

static EntDataset *
open_dataset (gboolean generated)
{
  return generated ? ent_generator_dataset (N_GENERATED, SEED) : pictures_open_bundled ();
}

/* Random spans and sizes. */
static void
test_random (gconstpointer data)
{
  const Case *which = data;
  g_autoptr (EntDataset) dataset = open_dataset (which->generated);
  g_autoptr (EntTextMeasure) measure = pictures_new_measure (which->real);
  guint n_events = ent_dataset_get_n_events (dataset);
  guint64 n_marks = 0;
  guint64 n_folded = 0;
  guint64 n_counted = 0;
  guint64 n_labels = 0;
  Dice dice = { SEED };

  for (guint i = 0; i < N_PICTURES; i++)
    {
      guint32 selected[2] = { (guint32) (dice_next (&dice) % n_events), (guint32) (dice_next (&dice) % n_events) };
      Picture picture = { .dataset = dataset, .measure = measure, .style = ENT_STYLE_SCREEN, .language = "en" };
      g_autoptr (EntScene) scene = NULL;
      double height;
      Shown shown;

      dice_span (&dice, dataset, &picture.span);
      picture.width = round (exp (dice_between (&dice, log (32), log (8000))));
      picture.height = round (exp (dice_between (&dice, log (32), log (8000))));
      picture.x = picture.y = dice_next (&dice) % 40;
      if (i % 8 == 0)
        picture.height = 0;
      if (i % 4 == 1)
        picture.style = (EntStyle){ 8.8, 0.83, 1.3 };
      if (i % 5 == 0)
        {
          picture.selected = selected;
          picture.n_selected = 1 + i % 2;
        }
      g_test_message ("picture %u: %.0f × %.0f, %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, i, picture.width,
                      picture.height, picture.span.start, picture.span.end);
      scene = pictures_draw (&picture, &height);
      pictures_check (&picture, scene, height, &shown);
      if (picture.height >= 200)
        g_assert_cmpfloat (height, <=, picture.height + 0.01);
      n_marks += shown.n_marks;
      n_folded += shown.n_folded;
      n_counted += shown.n_counted;
      n_labels += shown.n_labels;
    }
  g_test_message ("%" G_GUINT64_FORMAT " marks, %" G_GUINT64_FORMAT " folded, %" G_GUINT64_FORMAT
                  " in columns, %" G_GUINT64_FORMAT " labels",
                  n_marks, n_folded, n_counted, n_labels);
  /* Every way of showing an event has been seen. */
  g_assert_cmpuint (n_marks, >, 1000);
  g_assert_cmpuint (n_folded, >, 20);
  g_assert_cmpuint (n_counted, >, 1000);
  g_assert_cmpuint (n_labels, >, 1000);
}

int
main (int    argc,
      char **argv)
{
  static const Case cases[] = { { FALSE, FALSE }, { FALSE, TRUE }, { TRUE, FALSE }, { TRUE, TRUE } };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline/random/%s/%s", cases[i].generated ? "generated" : "bundled",
                                               cases[i].real ? "pango" : "fixed");

      g_test_add_data_func (path, &cases[i], test_random);
    }

  return g_test_run ();
}
