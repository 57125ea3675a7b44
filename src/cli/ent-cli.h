/* ent-cli.h: the command line
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Exit statuses, the same for every subcommand. */
typedef enum
{
  ENT_EXIT_OK = 0,
  ENT_EXIT_FAILED = 1, /* not opened, not written, or (check, date) something is invalid */
  ENT_EXIT_USAGE = 2,
} EntExit;

/**
 * EntCommand:
 * @name: what is typed
 * @arguments: the arguments as shown in `--help`, untranslated
 * @summary: one line, marked with N_()
 * @run: runs it; @argv[0] is @name; returns an #EntExit
 *
 * One row of the command table.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  int       (*run) (const char *const *argv);
} EntCommand;

void     ent_cli_set_up_locale (void);
gboolean ent_cli_is_asked      (int                 argc,
                                char              **argv);
int      ent_cli_run           (int                 argc,
                                char              **argv);

gboolean ent_cli_parse_options (const EntCommand   *command,
                                const GOptionEntry *entries,
                                const char *const  *argv,
                                char             ***positional,
                                int                *status);
int      ent_cli_fail          (const char         *command,
                                const GError       *error);
int      ent_cli_usage_error   (const char         *command,
                                const char         *format,
                                ...) G_GNUC_PRINTF (2, 3);
gboolean ent_cli_is_language_tag (const char       *text);

/* One row a file of this folder. */
extern const EntCommand ent_cli_date_command;
extern const EntCommand ent_cli_check_command;
extern const EntCommand ent_cli_compare_command;
extern const EntCommand ent_cli_convert_command;
extern const EntCommand ent_cli_stats_command;
extern const EntCommand ent_cli_figure_command;

G_END_DECLS
