/* ent-rate-ratio.c: how much more often something happened than before, and how sure that is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of n events on two sides, each is after with the same chance p, if they come independently of each other and at one
 * rate on each side: p = λa·ta / (λb·tb + λa·ta). So the number after is binomial, Clopper and Pearson's interval of p
 * is exact, and that of the ratio λa / λb is its odds times tb / ta. R's poisson.test() does the same.
 */
#include "config.h"

#include "ent-rate-ratio.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sf_gamma.h>
#include <math.h>

/* What may lie beyond either bound. */
#define TAIL ((1 - ENT_RATE_RATIO_LEVEL) / 2)

/* Up to this number GSL finds every quantile. It aborts on some from 258 on, since its continued fraction ends after 512
 * steps, and with a hundred thousand its search may never end. */
#define MAX_GSL 200

/* Enough for any guint: the steps grow as the root of it. */
#define MAX_STEPS 200000

/* The odds of any guint are well within. */
#define MAX_LOG_ODDS 64.0

/* Lentz's way through the continued fraction of the incomplete beta function; for x below the mean. */
static double
beta_fraction (double x,
               double a,
               double b)
{
  const double tiny = 1e-300;
  double c = 1;
  double d = 1 - (a + b) * x / (a + 1);
  double value;

  d = 1 / (fabs (d) < tiny ? tiny : d);
  value = d;
  for (int i = 1; i <= MAX_STEPS; i++)
    {
      const double terms[] = {
        i * (b - i) * x / ((a + 2 * i - 1) * (a + 2 * i)),
        -(a + i) * (a + b + i) * x / ((a + 2 * i) * (a + 2 * i + 1)),
      };

      for (int j = 0; j < 2; j++)
        {
          d = 1 + terms[j] * d;
          c = 1 + terms[j] / c;
          d = 1 / (fabs (d) < tiny ? tiny : d);
          c = fabs (c) < tiny ? tiny : c;
          value *= d * c;
        }
      if (fabs (d * c - 1) < 1e-15)
        break;
    }
  return value;
}

/* The chance that a beta variable has odds below exp (@log_odds). */
static double
beta_below (double log_odds,
            double a,
            double b)
{
  double log_x = -log1p (exp (-log_odds));
  double log_y = -log1p (exp (log_odds));
  double front = exp (a * log_x + b * log_y - gsl_sf_lnbeta (a, b));

  return exp (log_x) < (a + 1) / (a + b + 2) ? front * beta_fraction (exp (log_x), a, b) / a
                                             : 1 - front * beta_fraction (exp (log_y), b, a) / b;
}

/* The odds that a beta variable has less of with the chance of a tail. */
static double
lower_odds (double a,
            double b)
{
  double low = -MAX_LOG_ODDS;
  double high = MAX_LOG_ODDS;

  if (MAX (a, b) <= MAX_GSL)
    {
      double x = gsl_cdf_beta_Pinv (TAIL, a, b);

      return x / (1 - x);
    }
  while (high - low > 1e-12)
    {
      double middle = (low + high) / 2;

      if (beta_below (middle, a, b) < TAIL)
        low = middle;
      else
        high = middle;
    }
  return exp ((low + high) / 2);
}

/**
 * ent_rate_ratio_interval:
 * @after: how many events there were after
 * @before: how many there were before
 * @time_after: how long that was, in any unit; above 0
 * @time_before: how long that was, in the same unit; above 0
 * @low: (out): the lower bound of the ratio; 0 when there are none after
 * @high: (out): the upper bound; %INFINITY when there are none before
 *
 * The exact interval of the ratio of two rates at %ENT_RATE_RATIO_LEVEL, on the condition that there were so many events
 * on both sides together. With the sides exchanged, it is the same turned upside down.
 */
void
ent_rate_ratio_interval (guint   after,
                         guint   before,
                         double  time_after,
                         double  time_before,
                         double *low,
                         double *high)
{
  g_return_if_fail (time_after > 0 && time_before > 0);
  g_return_if_fail (low != NULL && high != NULL);

  *low = after > 0 ? lower_odds (after, before + 1.0) * time_before / time_after : 0;
  *high = before > 0 ? time_before / (time_after * lower_odds (before, after + 1.0)) : INFINITY;
}

/**
 * ent_rate_ratio_compare:
 * @self: (out): what can be said
 * @after: the events after
 * @before: the events before
 * @time_after: how long that was, in any unit; above 0
 * @time_before: how long that was, in the same unit; above 0
 *
 * Takes both extremes of what is not certain, and the outer bounds of their intervals.
 */
void
ent_rate_ratio_compare (EntRateRatio   *self,
                        const EntTally *after,
                        const EntTally *before,
                        double          time_after,
                        double          time_before)
{
  double ignored;

  g_return_if_fail (self != NULL && after != NULL && before != NULL);

  /* Divided by 0, numbers are infinite, and 0 is NaN. */
  self->least = (after->surely / time_after) / (before->at_most / time_before);
  self->most = (after->at_most / time_after) / (before->surely / time_before);
  ent_rate_ratio_interval (after->surely, before->at_most, time_after, time_before, &self->low, &ignored);
  ent_rate_ratio_interval (after->at_most, before->surely, time_after, time_before, &ignored, &self->high);
  self->too_few = (guint64) after->surely + before->surely < ENT_RATE_RATIO_LEAST_EVENTS ||
                  (self->low <= ENT_RATE_RATIO_LOW && self->high >= ENT_RATE_RATIO_HIGH);
}
