/* ent-cli-input.c: opening a dataset for a subcommand, and telling what is wrong with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-cli-input.h"

#include "ent-cli-progress.h"
#include "ent-format.h"
#include "ent-limits.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUNDLED_PATH "/io/github/entente/Entente/timelines/us-china-cyber.entente.json"

/* What a terminal, or a reader, could be fooled with: controls, and what turns
 * the direction of the text that follows. */
static gboolean
is_dangerous (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x61c || (c >= 0x200b && c <= 0x200f)
         || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || c == 0xfffe || c == 0xffff;
}

/**
 * ent_cli_escape:
 * @text: any bytes, ended by NUL
 *
 * Makes a text safe for a terminal: control characters and what directs text
 * become `\u…`, bytes that are not UTF-8 `\x…`.
 *
 * Returns: (transfer full): valid UTF-8 on one line
 */
char *
ent_cli_escape (const char *text)
{
  GString *safe = g_string_new (NULL);

  while (*text != '\0')
    {
      gunichar c = g_utf8_get_char_validated (text, -1);

      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          g_string_append_printf (safe, "\\x%02x", (guchar) *text);
          text++;
          continue;
        }
      if (is_dangerous (c))
        g_string_append_printf (safe, "\\u%04x", c);
      else
        g_string_append_unichar (safe, c);
      text = g_utf8_next_char (text);
    }
  return g_string_free (safe, FALSE);
}

static gboolean G_GNUC_PRINTF (3, 4)
fail (GError        **error,
      GFileError      code,
      const char     *format,
      ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (G_FILE_ERROR, (int) code, format, args);
  va_end (args);
  return FALSE;
}

/* Reads all there is into memory: a map would change, or break off, with the file. */
static gboolean
read_all (int         fd,
          const char *name,
          GBytes    **bytes,
          GError    **error)
{
  g_autofree char *text = NULL;
  guint64 limit = ENT_LIMIT_STREAM_BYTES;
  gsize capacity = 64 * 1024;
  gsize length = 0;
  struct stat status;

  if (fstat (fd, &status) == 0 && S_ISDIR (status.st_mode))
    return fail (error, G_FILE_ERROR_ISDIR, _("could not open “%s”: %s"), name, g_strerror (EISDIR));
  if (S_ISREG (status.st_mode))
    {
      limit = ENT_LIMIT_FILE_BYTES;
      if ((guint64) status.st_size > limit)
        return fail (error, G_FILE_ERROR_FAILED, _("“%s” is larger than %u GiB"), name, (guint) (limit >> 30));
      capacity = (gsize) status.st_size + 1;
    }

  text = g_try_malloc (capacity);
  while (text != NULL)
    {
      gssize n = read (fd, text + length, capacity - length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail (error, g_file_error_from_errno (errno), _("could not read “%s”: %s"), name, g_strerror (errno));
      if (n == 0)
        {
          *bytes = g_bytes_new_take (g_steal_pointer (&text), length);
          return TRUE;
        }
      length += (gsize) n;
      if (length > limit)
        return fail (error, G_FILE_ERROR_FAILED, _("“%s” is larger than %u GiB"), name, (guint) (limit >> 30));
      if (length == capacity)
        {
          char *larger = g_try_realloc (text, capacity * 2);

          if (larger == NULL)
            break;
          text = larger;
          capacity *= 2;
        }
    }
  return fail (error, G_FILE_ERROR_NOMEM, _("“%s” is larger than the memory"), name);
}

static GBytes *
read_input (const char *path,
            GError    **error)
{
  g_autofree char *name = ent_cli_escape (path);
  GBytes *bytes = NULL;
  int fd;

  if (g_str_equal (path, ENT_FORMAT_BUNDLED))
    return g_resources_lookup_data (BUNDLED_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (g_str_equal (path, "-"))
    return read_all (STDIN_FILENO, name, &bytes, error) ? bytes : NULL;
  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY, 0);
  if (fd < 0)
    {
      fail (error, g_file_error_from_errno (errno), _("could not open “%s”: %s"), name, g_strerror (errno));
      return NULL;
    }
  read_all (fd, name, &bytes, error);
  close (fd);
  return bytes;
}

/* Puts the place before the message of a reader, which has reported it as well. */
static void
prefix_place (GError        **error,
              const char     *path,
              EntDiagnostics *diagnostics)
{
  g_autofree char *name = ent_cli_escape (path);

  for (guint i = ent_diagnostics_get_size (diagnostics); i > 0; i--)
    {
      EntDiagnostic diagnostic;

      ent_diagnostics_get (diagnostics, i - 1, &diagnostic);
      if (diagnostic.level == ENT_DIAGNOSTIC_ERROR && g_str_equal (diagnostic.message, (*error)->message))
        {
          g_prefix_error (error, "%s:%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ": ", name,
                          diagnostic.line, diagnostic.column);
          return;
        }
    }
  g_prefix_error (error, "%s: ", name);
}

/**
 * ent_cli_open:
 * @path: (type filename): a file, `-` for the standard input, or %ENT_FORMAT_BUNDLED
 * @diagnostics: (out) (transfer full) (nullable): what is wrong in it; %NULL when it could not be read at all
 * @error: return location for an error, with the file's name in its message, and the place when it is of the text
 *
 * Reads a whole file into memory, tells its format and makes a dataset of it.
 * Nothing but local files is ever opened.
 *
 * Returns: (transfer full) (nullable): the dataset, or %NULL on an error
 */
EntDataset *
ent_cli_open (const char      *path,
              EntDiagnostics **diagnostics,
              GError         **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  EntCliProgress *progress;
  const EntFormat *format;
  EntDataset *dataset;

  *diagnostics = NULL;
  bytes = read_input (path, error);
  if (bytes == NULL)
    return NULL;

  *diagnostics = ent_diagnostics_new (bytes);
  format = ent_format_for_data (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  progress = ent_cli_progress_begin (path);
  dataset = format->read (bytes, *diagnostics, NULL, ent_cli_progress_get_value (progress), &local_error);
  ent_cli_progress_end (progress);
  if (dataset == NULL)
    {
      prefix_place (&local_error, path, *diagnostics);
      g_propagate_error (error, g_steal_pointer (&local_error));
    }
  return dataset;
}

/**
 * ent_cli_report:
 * @stream: where to
 * @path: (type filename): the file
 * @diagnostics: what is wrong in it
 *
 * Prints `FILE:LINE:COLUMN: error|warning: message` for each.
 */
void
ent_cli_report (FILE           *stream,
                const char     *path,
                EntDiagnostics *diagnostics)
{
  g_autofree char *name = ent_cli_escape (path);
  guint64 count = ent_diagnostics_get_errors (diagnostics) + ent_diagnostics_get_warnings (diagnostics);
  guint size = ent_diagnostics_get_size (diagnostics);

  for (guint i = 0; i < size; i++)
    {
      g_autofree char *message = NULL;
      EntDiagnostic diagnostic;

      ent_diagnostics_get (diagnostics, i, &diagnostic);
      message = ent_cli_escape (diagnostic.message);
      /* The first two words of a line are for scripts, hence not translated. */
      fprintf (stream, "%s:%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ": %s: %s\n", name,
               MAX (diagnostic.line, 1), MAX (diagnostic.column, 1),
               diagnostic.level == ENT_DIAGNOSTIC_ERROR ? "error" : "warning", message);
    }
  if (count > size)
    {
      g_autofree char *more = g_strdup_printf ("%" G_GUINT64_FORMAT, count - size);

      /* TRANSLATORS: a file's name, and how many further messages are not shown */
      g_autofree char *line = g_strdup_printf (_("%s: %s more are not shown"), name, more);

      fprintf (stream, "%s\n", line);
    }
}

/**
 * ent_cli_accept:
 * @path: (type filename): the file
 * @diagnostics: what is wrong in it
 * @strict: whether a file with faults is refused
 *
 * Prints on standard error what is wrong with a file that could be opened, and
 * says whether to go on. After the output is written ent_cli_print_faults()
 * says how much was affected.
 *
 * Returns: %FALSE when there are errors and @strict
 */
gboolean
ent_cli_accept (const char     *path,
                EntDiagnostics *diagnostics,
                gboolean        strict)
{
  ent_cli_report (stderr, path, diagnostics);
  if (!strict || ent_diagnostics_get_errors (diagnostics) == 0)
    return TRUE;
  ent_cli_print_faults (path, diagnostics);
  return FALSE;
}

/**
 * ent_cli_print_faults:
 * @path: (type filename): the file
 * @diagnostics: what is wrong in it
 *
 * Prints the last line a subcommand prints about a file with errors, on
 * standard error; nothing when there are none.
 */
void
ent_cli_print_faults (const char     *path,
                      EntDiagnostics *diagnostics)
{
  if (ent_diagnostics_get_errors (diagnostics) > 0)
    /* Not translated: scripts read it. */
    fprintf (stderr, "%" G_GUINT64_FORMAT " events incomplete, %" G_GUINT64_FORMAT " left out\n",
             ent_diagnostics_get_incomplete (diagnostics), ent_diagnostics_get_left_out (diagnostics));
}
