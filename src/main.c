/* main.c: hand the arguments to the command table, or else start the application
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-application.h"
#include "ent-cli.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (EntApplication) application = NULL;

  if (ent_cli_is_asked (argc, argv))
    return ent_cli_run (argc, argv);
  ent_cli_set_up_locale ();
  application = ent_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
