/* main.c: hand the arguments to the command table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-cli.h"

int
main (int    argc,
      char **argv)
{
  return ent_cli_run (argc, argv);
}
