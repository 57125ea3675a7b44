/* slow-read.c: a disk so slow that one can see a file being opened
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Linked into the program, it takes the place of the C library's read(): of a large file each piece
 * takes as many milliseconds as ENT_TEST_READ_DELAY says.
 */
#include "config.h"

#include <glib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* A file read in pieces so large is no font and no cache. */
#define LARGE_FILE (4 << 20)
#define LARGE_PIECE (64 << 10)

ssize_t
read (int    fd,
      void  *buffer,
      size_t length)
{
  const char *delay = g_getenv ("ENT_TEST_READ_DELAY");
  struct stat status;

  if (delay != NULL && length >= LARGE_PIECE && fstat (fd, &status) == 0 && S_ISREG (status.st_mode) &&
      status.st_size >= LARGE_FILE)
    g_usleep ((gulong) g_ascii_strtoull (delay, NULL, 10) * 1000);
  return syscall (SYS_read, fd, buffer, length);
}
