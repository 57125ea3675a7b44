/* test-date-invalid.c: what is no EDTF date, why, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-date.h"

#include <string.h>

typedef struct
{
  const char  *text;
  EntDateError code;
  guint        character; /* from 1 */
} InvalidCase;

static const InvalidCase cases[] = {
  { "", ENT_DATE_ERROR_EMPTY, 1 },

  /* Years */
  { "-", ENT_DATE_ERROR_YEAR, 2 },
  { "1", ENT_DATE_ERROR_YEAR, 2 },
  { "19", ENT_DATE_ERROR_YEAR, 3 },
  { "198", ENT_DATE_ERROR_YEAR, 4 },
  { "-19", ENT_DATE_ERROR_YEAR, 4 },
  { "-999", ENT_DATE_ERROR_YEAR, 5 },
  { "12345", ENT_DATE_ERROR_YEAR, 5 },
  { "12345-04", ENT_DATE_ERROR_YEAR, 5 },
  { "19850412", ENT_DATE_ERROR_YEAR, 5 },
  { "+2006", ENT_DATE_ERROR_YEAR, 1 },
  { "-0000", ENT_DATE_ERROR_YEAR, 1 },
  { "-0000-01-01", ENT_DATE_ERROR_YEAR, 1 },
  { "--1985", ENT_DATE_ERROR_YEAR, 2 },
  { "abcd", ENT_DATE_ERROR_YEAR, 1 },
  { "unknown", ENT_DATE_ERROR_YEAR, 1 },
  { " 1985", ENT_DATE_ERROR_YEAR, 1 },
  { "19 85", ENT_DATE_ERROR_YEAR, 3 },
  { "199u", ENT_DATE_ERROR_YEAR, 4 },
  { "199x", ENT_DATE_ERROR_YEAR, 4 },
  { "19xx", ENT_DATE_ERROR_YEAR, 3 },
  { "19é5", ENT_DATE_ERROR_YEAR, 3 },
  { "\xff\xfe", ENT_DATE_ERROR_YEAR, 1 },
  { "Y1985", ENT_DATE_ERROR_YEAR, 1 },
  { "Y9999", ENT_DATE_ERROR_YEAR, 1 },
  { "Y-9999", ENT_DATE_ERROR_YEAR, 1 },
  { "Y00001", ENT_DATE_ERROR_YEAR, 2 },
  { "Y-012345", ENT_DATE_ERROR_YEAR, 3 },
  { "Y0E5", ENT_DATE_ERROR_YEAR, 2 },
  { "Y", ENT_DATE_ERROR_YEAR, 2 },
  { "Y-", ENT_DATE_ERROR_YEAR, 3 },
  { "Y170XX", ENT_DATE_ERROR_YEAR, 1 },
  { "y17000", ENT_DATE_ERROR_YEAR, 1 },
  { "-Y17000", ENT_DATE_ERROR_YEAR, 2 },
  { "Y17E", ENT_DATE_ERROR_YEAR, 5 },
  { "Y17E0", ENT_DATE_ERROR_YEAR, 5 },
  { "Y17E-2", ENT_DATE_ERROR_YEAR, 5 },
  { "Y17e8", ENT_DATE_ERROR_YEAR, 1 },
  { "Y1.7E8", ENT_DATE_ERROR_YEAR, 1 },
  { "1950S", ENT_DATE_ERROR_YEAR, 6 },
  { "1950S0", ENT_DATE_ERROR_YEAR, 6 },
  { "1950S-1", ENT_DATE_ERROR_YEAR, 6 },
  { "1950s2", ENT_DATE_ERROR_TRAILING, 5 },
  { "19XXS2", ENT_DATE_ERROR_TRAILING, 5 },
  { "1950S2-04", ENT_DATE_ERROR_TRAILING, 7 },
  { "Y17000-08", ENT_DATE_ERROR_TRAILING, 7 },
  { "Y17E7-12-26", ENT_DATE_ERROR_TRAILING, 6 },

  /* Months and seasons */
  { "1985-", ENT_DATE_ERROR_MONTH, 6 },
  { "1985-4", ENT_DATE_ERROR_MONTH, 7 },
  { "1985-00", ENT_DATE_ERROR_MONTH, 6 },
  { "1985-13", ENT_DATE_ERROR_MONTH, 6 },
  { "1985-20", ENT_DATE_ERROR_MONTH, 6 },
  { "1985-42", ENT_DATE_ERROR_MONTH, 6 },
  { "1985-99", ENT_DATE_ERROR_MONTH, 6 },
  { "1985-2X", ENT_DATE_ERROR_MONTH, 6 },
  { "15XX-3X-25", ENT_DATE_ERROR_MONTH, 6 },
  { "1985-xx", ENT_DATE_ERROR_MONTH, 6 },
  { "1985--04", ENT_DATE_ERROR_MONTH, 6 },
  { "1985-13-XX", ENT_DATE_ERROR_MONTH, 6 },
  { "XXXX-00-01", ENT_DATE_ERROR_MONTH, 6 },
  { "1985-Apr-12", ENT_DATE_ERROR_MONTH, 6 },
  { "2001-21^southern", ENT_DATE_ERROR_TRAILING, 8 },
  { "1985-004", ENT_DATE_ERROR_MONTH, 6 },
  { "1985-044", ENT_DATE_ERROR_TRAILING, 8 },
  { "1985-W15-5", ENT_DATE_ERROR_MONTH, 6 },

  /* Days */
  { "1985-04-", ENT_DATE_ERROR_DAY, 9 },
  { "1985-04-1", ENT_DATE_ERROR_DAY, 10 },
  { "1985-04-00", ENT_DATE_ERROR_DAY, 9 },
  { "1985-04-31", ENT_DATE_ERROR_DAY, 9 },
  { "1985-01-32", ENT_DATE_ERROR_DAY, 9 },
  { "1985-04-4X", ENT_DATE_ERROR_DAY, 9 },
  { "1985-02-29", ENT_DATE_ERROR_DAY, 9 },
  { "1900-02-29", ENT_DATE_ERROR_DAY, 9 },
  { "2100-02-29", ENT_DATE_ERROR_DAY, 9 },
  { "2000-02-30", ENT_DATE_ERROR_DAY, 9 },
  { "-0001-02-29", ENT_DATE_ERROR_DAY, 10 },
  { "2015-02-3X", ENT_DATE_ERROR_DAY, 9 },
  { "XXXX-02-30", ENT_DATE_ERROR_DAY, 9 },
  { "XXXX-XX-32", ENT_DATE_ERROR_DAY, 9 },
  { "1XXX-XX-00", ENT_DATE_ERROR_DAY, 9 },
  { "156X-09-31", ENT_DATE_ERROR_DAY, 9 },
  { "19X1-02-29", ENT_DATE_ERROR_DAY, 9 },
  { "X900-02-29", ENT_DATE_ERROR_DAY, 9 },
  { "1999-02-?30", ENT_DATE_ERROR_DAY, 9 },
  { "2001-21-05", ENT_DATE_ERROR_DAY, 9 },
  { "2001-34-XX", ENT_DATE_ERROR_DAY, 9 },
  { "1985-04-12-", ENT_DATE_ERROR_TRAILING, 11 },
  { "1985-04-123", ENT_DATE_ERROR_TRAILING, 11 },
  { "1985-04-12 ", ENT_DATE_ERROR_TRAILING, 11 },
  { "1985-04-12\n", ENT_DATE_ERROR_TRAILING, 11 },
  { "1985é", ENT_DATE_ERROR_TRAILING, 5 },
  { "1985-04-12é", ENT_DATE_ERROR_TRAILING, 11 },

  /* Qualifiers */
  { "?", ENT_DATE_ERROR_YEAR, 2 },
  { "1984??", ENT_DATE_ERROR_TRAILING, 6 },
  { "1984?~", ENT_DATE_ERROR_TRAILING, 6 },
  { "~?1984", ENT_DATE_ERROR_YEAR, 2 },
  { "1984-?~06", ENT_DATE_ERROR_MONTH, 7 },
  { "-?2004", ENT_DATE_ERROR_YEAR, 2 },
  { "2004-(06)?-11", ENT_DATE_ERROR_MONTH, 6 },
  { "20?04", ENT_DATE_ERROR_YEAR, 3 },
  { "2004-06-11?T10:00:00Z", ENT_DATE_ERROR_TIME, 12 },
  { "2004?-06-11T10:00:00Z", ENT_DATE_ERROR_TIME, 12 },
  { "2004-06-11T10:00:00Z?", ENT_DATE_ERROR_TRAILING, 21 },

  /* Times */
  { "1985T10:00:00", ENT_DATE_ERROR_TIME, 5 },
  { "1985-04T10:00:00", ENT_DATE_ERROR_TIME, 8 },
  { "1985-04-XXT10:00:00", ENT_DATE_ERROR_TIME, 11 },
  { "1985-04-12t23:20:30", ENT_DATE_ERROR_TRAILING, 11 },
  { "1985-04-12 23:20:30", ENT_DATE_ERROR_TRAILING, 11 },
  { "1985-04-12T", ENT_DATE_ERROR_TIME, 12 },
  { "1985-04-12T23", ENT_DATE_ERROR_TIME, 14 },
  { "1985-04-12T23:20", ENT_DATE_ERROR_TIME, 17 },
  { "1985-04-12T1:20:30", ENT_DATE_ERROR_TIME, 13 },
  { "1985-04-12T23:2:30", ENT_DATE_ERROR_TIME, 16 },
  { "1985-04-12T23:20:3", ENT_DATE_ERROR_TIME, 19 },
  { "1985-04-12T232030", ENT_DATE_ERROR_TIME, 14 },
  { "1985-04-12T24:00:00", ENT_DATE_ERROR_TIME, 12 },
  { "1985-04-12T25:00:00", ENT_DATE_ERROR_TIME, 12 },
  { "1985-04-12T23:60:00", ENT_DATE_ERROR_TIME, 15 },
  { "1985-04-12T23:20:60", ENT_DATE_ERROR_TIME, 18 },
  { "1985-04-12T23:59:61", ENT_DATE_ERROR_TIME, 18 },
  { "1985-04-12T23:59:60+01:00", ENT_DATE_ERROR_TIME, 18 },
  { "1985-04-12T23:20:30.5", ENT_DATE_ERROR_TRAILING, 20 },
  { "1985-04-12T23:20:30,5", ENT_DATE_ERROR_TRAILING, 20 },
  { "1985-04-12T23:20:30z", ENT_DATE_ERROR_TRAILING, 20 },
  { "1985-04-12T23:20:30Z04", ENT_DATE_ERROR_TRAILING, 21 },
  { "1985-04-12T23:20:30+4", ENT_DATE_ERROR_ZONE, 22 },
  { "1985-04-12T23:20:30+24", ENT_DATE_ERROR_ZONE, 21 },
  { "1985-04-12T23:20:30+04:", ENT_DATE_ERROR_ZONE, 24 },
  { "1985-04-12T23:20:30+04:60", ENT_DATE_ERROR_ZONE, 24 },
  { "1985-04-12T23:20:30-00:00", ENT_DATE_ERROR_ZONE, 20 },
  { "1985-04-12T23:20:30-00", ENT_DATE_ERROR_ZONE, 20 },
  { "1985-04-12T23:20:30+0430", ENT_DATE_ERROR_TRAILING, 23 },
  { "1985-04-12T23:20:30+04:30:00", ENT_DATE_ERROR_TRAILING, 26 },

  /* Intervals */
  { "1985/04/12", ENT_DATE_ERROR_YEAR, 8 },
  { "1985/1990/1995", ENT_DATE_ERROR_TRAILING, 10 },
  { "//", ENT_DATE_ERROR_YEAR, 2 },
  { "1985//1990", ENT_DATE_ERROR_YEAR, 6 },
  { "1985/ 1990", ENT_DATE_ERROR_YEAR, 6 },
  { "1985 /1990", ENT_DATE_ERROR_INTERVAL, 5 },
  { "1985/open", ENT_DATE_ERROR_YEAR, 6 },
  { "unknown/1985", ENT_DATE_ERROR_YEAR, 1 },
  { "1985/.", ENT_DATE_ERROR_YEAR, 6 },
  { "1985/...", ENT_DATE_ERROR_TRAILING, 8 },
  { "2000/12-12", ENT_DATE_ERROR_YEAR, 8 },
  { "1985-02-30/1990", ENT_DATE_ERROR_DAY, 9 },
  { "1985/1990-02-30", ENT_DATE_ERROR_DAY, 14 },
  { "1985-04-12T23:20:30Z/1990", ENT_DATE_ERROR_TIME, 11 },
  { "1985/1990-04-12T23:20:30Z", ENT_DATE_ERROR_TIME, 16 },
  { "2008/1964", ENT_DATE_ERROR_REVERSED, 6 },
  { "1985-04-12/1985-04-11", ENT_DATE_ERROR_REVERSED, 12 },
  { "1985-05/1985-04-30", ENT_DATE_ERROR_REVERSED, 9 },
  { "1000/-2000", ENT_DATE_ERROR_REVERSED, 6 },
  { "-1000/-2000", ENT_DATE_ERROR_REVERSED, 7 },
  { "0000/-0001", ENT_DATE_ERROR_REVERSED, 6 },
  { "199X/198X", ENT_DATE_ERROR_REVERSED, 6 },
  { "2012-24/2012-21", ENT_DATE_ERROR_REVERSED, 9 },
  { "Y17000/2000", ENT_DATE_ERROR_REVERSED, 8 },
  { "Y1E700/2000", ENT_DATE_ERROR_REVERSED, 8 },
  { "2000/Y-1E700", ENT_DATE_ERROR_REVERSED, 6 },
  { "Y1E700/Y-1E700", ENT_DATE_ERROR_REVERSED, 8 },
  { "Y2E700/Y1E700", ENT_DATE_ERROR_REVERSED, 8 },
  { "Y-1E700/Y-2E700", ENT_DATE_ERROR_REVERSED, 9 },
  { "Y1E701/Y9E700", ENT_DATE_ERROR_REVERSED, 8 },
  { "Y123E20/Y122999999999E11", ENT_DATE_ERROR_REVERSED, 9 },
  { "[1984]/1985", ENT_DATE_ERROR_TRAILING, 7 },
  { "1984/[1985]", ENT_DATE_ERROR_YEAR, 6 },
  { "1985-04-12/P1Y", ENT_DATE_ERROR_YEAR, 12 },

  /* Sets */
  { "[", ENT_DATE_ERROR_YEAR, 2 },
  { "[]", ENT_DATE_ERROR_YEAR, 2 },
  { "{}", ENT_DATE_ERROR_YEAR, 2 },
  { "[..]", ENT_DATE_ERROR_YEAR, 4 },
  { "[1984", ENT_DATE_ERROR_SET, 6 },
  { "{1984", ENT_DATE_ERROR_SET, 6 },
  { "[1984}", ENT_DATE_ERROR_SET, 6 },
  { "{1984]", ENT_DATE_ERROR_SET, 6 },
  { "1984]", ENT_DATE_ERROR_TRAILING, 5 },
  { "[1984]?", ENT_DATE_ERROR_TRAILING, 7 },
  { "[1984,]", ENT_DATE_ERROR_YEAR, 7 },
  { "[,1984]", ENT_DATE_ERROR_YEAR, 2 },
  { "[1667,1668, 1670..1672]", ENT_DATE_ERROR_YEAR, 12 },
  { "[1667 ,1668]", ENT_DATE_ERROR_SET, 6 },
  { "[1667;1668]", ENT_DATE_ERROR_SET, 6 },
  { "[1984,..1990]", ENT_DATE_ERROR_SET, 7 },
  { "[1984..,1990]", ENT_DATE_ERROR_SET, 8 },
  { "[..1984..]", ENT_DATE_ERROR_SET, 8 },
  { "[1984...1990]", ENT_DATE_ERROR_YEAR, 8 },
  { "[1984/1990]", ENT_DATE_ERROR_SET, 6 },
  { "[[1984]]", ENT_DATE_ERROR_YEAR, 2 },
  { "[1985-04-12T23:20:30Z]", ENT_DATE_ERROR_TIME, 12 },
  { "{2002..2001}", ENT_DATE_ERROR_REVERSED, 8 },
  { "{1987-10..1988}", ENT_DATE_ERROR_SET, 11 },
  { "[1990..1991-02]", ENT_DATE_ERROR_SET, 8 },
  { "{1980-25..1981}", ENT_DATE_ERROR_SET, 11 },
  { "{1990-01-20..2000-02}", ENT_DATE_ERROR_SET, 14 },
  { "..1984", ENT_DATE_ERROR_YEAR, 1 },
  { "1984..", ENT_DATE_ERROR_TRAILING, 5 },
  { "1984..1990", ENT_DATE_ERROR_TRAILING, 5 },
};

static void
test_invalid (gconstpointer data)
{
  const InvalidCase *item = data;
  g_autofree char *prefix = g_strdup_printf ("character %u: ", item->character);
  g_autofree char *place = NULL;
  g_autoptr (GError) error = NULL;
  EntDate untouched;
  EntDate date;

  memset (&date, 0x5a, sizeof date);
  untouched = date;
  g_assert_false (ent_date_parse (item->text, -1, &date, &error));
  g_assert_cmpmem (&date, sizeof date, &untouched, sizeof untouched);
  place = g_strndup (error->message, strlen (prefix));
  g_assert_cmpstr (place, ==, prefix);
  g_assert_error (error, ENT_DATE_ERROR, (gint) item->code);

  g_assert_null (ent_date_canonical (item->text, -1, NULL));
  g_assert_cmpuint (ent_date_members (item->text, -1, NULL, 0), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *printable = g_utf8_make_valid (cases[i].text, -1);
      g_autofree char *name = g_strdelimit (g_strescape (printable, NULL), "/", '|');
      g_autofree char *path = g_strdup_printf ("/date/invalid/%" G_GSIZE_FORMAT ":%s", i, name);

      g_test_add_data_func (path, &cases[i], test_invalid);
    }

  return g_test_run ();
}
