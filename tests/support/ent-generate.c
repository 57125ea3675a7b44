/* ent-generate.c: writes a file of made-up events, for tests of programs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: ent-generate EVENTS SEED FILE
 */
#include "config.h"

#include "ent-generator.h"

#include <stdlib.h>

int
main (int    argc,
      char **argv)
{
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (argc != 4)
    {
      g_printerr ("Usage: ent-generate EVENTS SEED FILE\n");
      return 2;
    }
  json = ent_generator_json ((guint) strtoul (argv[1], NULL, 10), strtoull (argv[2], NULL, 10), &length);
  if (!g_file_set_contents (argv[3], json, (gssize) length, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  return 0;
}
