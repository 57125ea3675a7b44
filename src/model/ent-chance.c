/* ent-chance.c: how likely it is that something comes by chance
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-chance.h"

#include <math.h>

/* A term that adds less than this to the sum so far adds nothing. */
#define NEGLIGIBLE 1e-18

/* The probability of just `found` of `trials`, by its logarithm, since its factors fit in no double. */
static double
chance_of_exactly (guint  found,
                   guint  trials,
                   double share)
{
  guint fewer = MIN (found, trials - found);
  double logarithm = found * log (share) + (trials - found) * log1p (-share);

  for (guint i = 1; i <= fewer; i++)
    logarithm += log ((double) (trials - fewer + i) / i);
  return exp (logarithm);
}

/**
 * ent_chance_of_at_least:
 * @found: how often something was found, 0 to @trials
 * @trials: out of how many, each independent of the others
 * @share: how likely it is in each; between 0 and 1, and neither
 *
 * The upper tail of the binomial distribution, summed term by term: from @found on away from the mean, where each
 * term is less than the one before. GSL's is not a number for some @found of hundreds of thousands.
 *
 * Returns: how likely it is to find it at least that often
 */
double
ent_chance_of_at_least (guint  found,
                        guint  trials,
                        double share)
{
  double odds = share / (1 - share);
  double term;
  double sum = 0;

  g_return_val_if_fail (share > 0 && share < 1, 1);
  g_return_val_if_fail (found <= trials, 0);

  if (found == 0)
    return 1;
  if (found > trials * share)
    {
      term = chance_of_exactly (found, trials, share);
      for (guint i = found; i <= trials && term > sum * NEGLIGIBLE; i++)
        {
          sum += term;
          term *= odds * (trials - i) / (i + 1.0);
        }
      return MIN (sum, 1);
    }
  term = chance_of_exactly (found - 1, trials, share);
  for (guint i = found - 1; term > sum * NEGLIGIBLE; i--)
    {
      sum += term;
      if (i == 0)
        break;
      term *= i / (odds * (trials - i + 1.0));
    }
  return MAX (1 - sum, 0);
}
