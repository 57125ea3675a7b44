/* ent-command-text.c: what is seen, as a command line that draws it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-command-text.h"

#include "ent-calendar.h"
#include "ent-format.h"

#include <string.h>

#define SECONDS_PER_DAY 86400

/* What a shell takes as it stands. */
#define SAFE "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./:=,+@%"

static void
add_word (GString    *command,
          const char *word)
{
  g_autofree char *quoted = NULL;

  if (*word == '\0' || strspn (word, SAFE) != strlen (word))
    quoted = g_shell_quote (word);
  if (command->len > 0)
    g_string_append_c (command, ' ');
  g_string_append (command, quoted != NULL ? quoted : word);
}

static void
add_option (GString    *command,
            const char *option,
            const char *value)
{
  add_word (command, option);
  add_word (command, value);
}

static gboolean
is_same (const char *one,
         const char *other)
{
  return g_strcmp0 (one != NULL ? one : "", other != NULL ? other : "") == 0;
}

static gboolean
is_same_time (const gint64 *one,
              const gint64 *other)
{
  return one == NULL || other == NULL ? one == other : *one == *other;
}

/* A date whose first second, or last, this is: as short as can be. */
static char *
format_end (gint64   time,
            gboolean is_end)
{
  EntCalendarDate date;
  EntCalendarDate after;
  g_autofree char *text = ent_time_format (is_end ? time - 1 : time);
  char *start = text + (*text == '-');
  gboolean far_away = *text == 'Y';

  ent_calendar_from_time (time, &after);
  ent_calendar_from_time (is_end ? time - 1 : time, &date);
  /* Only whole years are as far away as that. */
  if (far_away || (after.month == 1 && after.day == 1 && time % SECONDS_PER_DAY == 0))
    start[(far_away ? 2 : 0) + strcspn (start + (far_away ? 2 : 0), "-")] = '\0';
  else if (after.day == 1 && time % SECONDS_PER_DAY == 0)
    start[strlen ("YYYY-MM")] = '\0';
  else if (time % SECONDS_PER_DAY == 0)
    start[strlen ("YYYY-MM-DD")] = '\0';
  return g_steal_pointer (&text);
}

static void
add_span (GString       *command,
          const EntView *view,
          const EntView *own)
{
  const gint64 *start = ent_view_get_start (view);
  const gint64 *end = ent_view_get_end (view);

  if (is_same_time (start, ent_view_get_start (own)) && is_same_time (end, ent_view_get_end (own)))
    return;
  if (start == NULL && end == NULL)
    add_word (command, "--all");
  if (start != NULL)
    {
      g_autofree char *text = format_end (*start, FALSE);

      add_option (command, "--from", text);
    }
  if (end != NULL)
    {
      g_autofree char *text = format_end (*end, TRUE);

      add_option (command, "--to", text);
    }
}

/* A file of its own beside where one is. */
static char *
output_name (const char *path)
{
  g_autofree char *base = path != NULL ? g_path_get_basename (path) : g_strdup ("us-china-cyber");
  const char *const suffixes[] = { ".json", ".entente" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (base, suffixes[i]) && strlen (base) > strlen (suffixes[i]))
      base[strlen (base) - strlen (suffixes[i])] = '\0';
  /* A name that looks like an option is none here. */
  return g_strconcat (*base == '-' ? "./" : "", base, ".svg", NULL);
}

/**
 * ent_command_text:
 * @dataset: what is open
 * @path: (nullable) (type filename): its file, an absolute path; %NULL for the one that comes with the program
 * @view: what of it is seen
 * @selected: ids of the selected events; if there are more than %ENT_COMMAND_MAX_SELECTED they are left out
 *
 * Writes what is seen as a command that draws it, to be pasted into a shell in any folder. What is as the dataset
 * has it by itself is left out.
 *
 * Returns: (transfer full): one line; in what is no UTF-8 it is as @path is
 */
char *
ent_command_text (EntDataset        *dataset,
                  const char        *path,
                  const EntView     *view,
                  const char *const *selected)
{
  GString *command = g_string_new (NULL);
  const EntView *own = ent_dataset_get_view (dataset);
  g_autofree char *output = output_name (path);
  g_autofree char *language = ent_slice_dup (ent_dataset_get_text (dataset, ENT_TEXT_LANGUAGE, NULL));
  const struct
  {
    const char *option;
    const char *value;
    const char *otherwise;
  } texts[] = {
    { "--filter", ent_view_get_query (view), ent_view_get_query (own) },
    { "--group-by", ent_view_get_group_by (view), ent_view_get_group_by (own) },
    { "--color-by", ent_view_get_color_by (view), ent_view_get_color_by (own) },
    { "--links", ent_terms_word (ENT_TERMS_LINKS, ent_view_get_links (view)),
      ent_terms_word (ENT_TERMS_LINKS, ent_view_get_links (own)) },
    { "--basis", ent_terms_word (ENT_TERMS_BASIS, ent_view_get_basis (view)),
      ent_terms_word (ENT_TERMS_BASIS, ent_view_get_basis (own)) },
    { "--as-of", ent_view_get_as_of_text (view), ent_view_get_as_of_text (own) },
    { "--lang", ent_view_get_language (view), language },
  };

  add_word (command, "entente");
  add_word (command, "figure");
  add_word (command, path != NULL ? path : ENT_FORMAT_BUNDLED);
  add_option (command, "-o", output);
  add_span (command, view, own);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!is_same (texts[i].value, texts[i].otherwise) &&
        (texts[i].value != NULL || g_str_equal (texts[i].option, "--filter") || g_str_equal (texts[i].option, "--as-of")))
      add_option (command, texts[i].option, texts[i].value != NULL ? texts[i].value : "");
  if (g_strv_length ((char **) selected) <= ENT_COMMAND_MAX_SELECTED)
    for (; *selected != NULL; selected++)
      add_option (command, "--select", *selected);
  return g_string_free (command, FALSE);
}
