/* ent-output-file.c: a file that is written whole or not at all
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-output-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

G_DEFINE_QUARK (ent-output-error-quark, ent_output_error)

/* As many links as the kernel follows. */
#define MAX_LINKS 40

struct _EntOutputFile
{
  char *path;            /* (owned): as given, for messages */
  char *target;          /* (owned): where links lead */
  char *temporary;       /* (owned) (nullable): NULL when written in place, or done */
  GOutputStream *stream; /* (owned) */
  int fd;                /* -1: closed, or not ours */
  gboolean replaces;
};

static void
set_errno_error (GError    **error,
                 const char *path,
                 int         saved_errno)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (saved_errno),
               _("could not write “%s”: %s"), name, g_strerror (saved_errno));
}

/* Where the links at the end of a path lead, be there a file or not. */
static char *
follow_links (const char *path)
{
  char *target = g_strdup (path);

  for (int i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *link = g_file_read_link (target, NULL);
      g_autofree char *folder = NULL;
      char *next;

      if (link == NULL)
        break;
      folder = g_path_get_dirname (target);
      next = g_path_is_absolute (link) ? g_strdup (link) : g_build_filename (folder, link, NULL);
      g_free (target);
      target = next;
    }
  return target;
}

static gboolean
is_standard (const char *path)
{
  return path[0] == '-' && path[1] == '\0';
}

static void
set_same_error (const char *path,
                GError    **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, ENT_OUTPUT_ERROR, ENT_OUTPUT_ERROR_SAME, _("“%s” is the input; write to another file"), name);
}

static gboolean
is_same_file (const struct stat *file,
              const char        *input)
{
  struct stat other;

  if (is_standard (input) ? fstat (STDIN_FILENO, &other) != 0 : stat (input, &other) != 0)
    return FALSE;
  return S_ISREG (file->st_mode) && file->st_dev == other.st_dev && file->st_ino == other.st_ino;
}

/* A temporary file beside the target, with the mode it is to have. */
static gboolean
open_temporary (EntOutputFile     *self,
                const struct stat *old)
{
  g_autofree char *folder = g_path_get_dirname (self->target);
  g_autofree char *base = g_path_get_basename (self->target);
  g_autofree char *name = g_strdup_printf (".%.200s.XXXXXX", base);
  g_autofree char *template = g_build_filename (folder, name, NULL);

  self->fd = g_mkstemp_full (template, O_WRONLY | O_CLOEXEC, 0666);
  if (self->fd < 0)
    return FALSE;
  self->temporary = g_steal_pointer (&template);
  if (old == NULL)
    return TRUE;
  /* Somebody else's file stays theirs where we may do that. */
  if ((old->st_uid != geteuid () || old->st_gid != getegid ()) && fchown (self->fd, old->st_uid, old->st_gid) != 0)
    g_debug ("the owner of %s could not be kept", self->target);
  return fchmod (self->fd, old->st_mode & 07777) == 0;
}

static gboolean
open_target (EntOutputFile *self,
             const char    *input,
             GError       **error)
{
  struct stat old;

  /* As given: what /dev/stdout leads to may have no name that could be followed. */
  if (stat (self->path, &old) != 0)
    {
      if (errno == ENOENT && open_temporary (self, NULL))
        return TRUE;
      set_errno_error (error, self->path, errno);
      return FALSE;
    }
  if (input != NULL && is_same_file (&old, input))
    {
      set_same_error (self->path, error);
      return FALSE;
    }
  self->replaces = TRUE;
  if (S_ISDIR (old.st_mode))
    errno = EISDIR;
  else if (!S_ISREG (old.st_mode))
    {
      /* A pipe or a device is no thing to put another in the place of. */
      self->fd = g_open (self->path, O_WRONLY | O_CLOEXEC, 0);
      if (self->fd >= 0)
        return TRUE;
    }
  /* Renaming would not ask. */
  else if (access (self->target, W_OK) == 0 && open_temporary (self, &old))
    return TRUE;
  set_errno_error (error, self->path, errno);
  return FALSE;
}

/**
 * ent_output_file_new:
 * @path: (type filename): where to write; `-` is the standard output
 * @input: (nullable) (type filename): a file that @path must not be, `-` for the standard input
 * @error: return location for an #EntOutputError or a #GFileError
 *
 * Begins to write a file.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL on an error
 */
EntOutputFile *
ent_output_file_new (const char  *path,
                     const char  *input,
                     GError     **error)
{
  g_autoptr (EntOutputFile) self = g_new0 (EntOutputFile, 1);

  self->path = g_strdup (path);
  self->fd = -1;
  if (is_standard (path))
    {
      struct stat status;

      /* Appending to what is read would spoil it as well. */
      if (input != NULL && fstat (STDOUT_FILENO, &status) == 0 && is_same_file (&status, input))
        {
          set_same_error (path, error);
          return NULL;
        }
      self->stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      return g_steal_pointer (&self);
    }
  self->target = follow_links (path);
  if (!open_target (self, input, error))
    return NULL;
  self->stream = g_unix_output_stream_new (self->fd, FALSE);
  return g_steal_pointer (&self);
}

/**
 * ent_output_file_free:
 * @self: (transfer full): the file
 *
 * Frees the file. When it was not committed nothing is left of it.
 */
void
ent_output_file_free (EntOutputFile *self)
{
  g_clear_object (&self->stream);
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->target);
  g_free (self->path);
  g_free (self);
}

/**
 * ent_output_file_get_stream:
 * @self: the file
 *
 * Returns: (transfer none): where to write
 */
GOutputStream *
ent_output_file_get_stream (EntOutputFile *self)
{
  return self->stream;
}

/**
 * ent_output_file_commit:
 * @self: the file; only ent_output_file_free() may follow
 * @error: return location for a #GFileError
 *
 * Puts what was written in its place.
 *
 * Returns: whether it is there now
 */
gboolean
ent_output_file_commit (EntOutputFile  *self,
                        GError        **error)
{
  int fd = self->fd;

  if (fd < 0)
    return TRUE;
  self->fd = -1;
  /* Else a crash of the machine could leave an empty file where there was a full one. */
  if (self->temporary != NULL && self->replaces && fsync (fd) != 0)
    {
      set_errno_error (error, self->path, errno);
      close (fd);
      return FALSE;
    }
  if (close (fd) != 0 || (self->temporary != NULL && g_rename (self->temporary, self->target) != 0))
    {
      set_errno_error (error, self->path, errno);
      return FALSE;
    }
  g_clear_pointer (&self->temporary, g_free);
  return TRUE;
}

/**
 * ent_output_file_write:
 * @path: (type filename): where to write; `-` is the standard output
 * @input: (nullable) (type filename): a file that @path must not be, `-` for the standard input
 * @bytes: what to write
 * @error: return location for an #EntOutputError, a #GFileError or a #GIOErrorEnum
 *
 * Writes a file at once.
 *
 * Returns: whether it is there now
 */
gboolean
ent_output_file_write (const char  *path,
                       const char  *input,
                       GBytes      *bytes,
                       GError     **error)
{
  g_autoptr (EntOutputFile) file = ent_output_file_new (path, input, error);
  g_autofree char *name = g_filename_display_name (path);

  if (file == NULL)
    return FALSE;
  if (!g_output_stream_write_all (file->stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                  NULL, NULL, error))
    {
      g_prefix_error (error, _("could not write “%s”: "), name);
      return FALSE;
    }
  return ent_output_file_commit (file, error);
}
