/* ent-cli-progress.c: how far a long work has come, on a terminal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-cli-progress.h"

#include "ent-cli-input.h"

#include <stdio.h>
#include <unistd.h>

/* Shorter works are not worth a word; longer ones get a new one so often. */
#define FIRST_WAIT (700 * G_TIME_SPAN_MILLISECOND)
#define NEXT_WAIT (200 * G_TIME_SPAN_MILLISECOND)

struct _EntCliProgress
{
  char *what;      /* (owned) */
  GThread *thread; /* (owned) (nullable): NULL when there is nobody to look */
  GMutex mutex;
  GCond ended;
  gboolean is_over; /* under the mutex */
  gint value;       /* thousandths, atomic */
};

static gpointer
show (gpointer data)
{
  EntCliProgress *self = data;
  gint64 next = g_get_monotonic_time () + FIRST_WAIT;
  gboolean shown = FALSE;

  g_mutex_lock (&self->mutex);
  while (!self->is_over)
    {
      if (g_cond_wait_until (&self->ended, &self->mutex, next))
        continue;
      fprintf (stderr, "\r%s: %d %%\033[K", self->what, g_atomic_int_get (&self->value) / 10);
      fflush (stderr);
      shown = TRUE;
      next += NEXT_WAIT;
    }
  g_mutex_unlock (&self->mutex);
  if (shown)
    {
      fputs ("\r\033[K", stderr);
      fflush (stderr);
    }
  return NULL;
}

/**
 * ent_cli_progress_begin:
 * @what: what is worked on, a file for example
 *
 * Begins to show how far a work is.
 *
 * Returns: (transfer full): what is shown, to be ended with ent_cli_progress_end()
 */
EntCliProgress *
ent_cli_progress_begin (const char *what)
{
  EntCliProgress *self = g_new0 (EntCliProgress, 1);

  self->what = ent_cli_escape (what);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->ended);
  if (isatty (STDERR_FILENO))
    self->thread = g_thread_new ("progress", show, self);
  return self;
}

/**
 * ent_cli_progress_get_value:
 * @self: what is shown
 *
 * Returns: (transfer none): where the work puts its thousandths done, atomically
 */
gint *
ent_cli_progress_get_value (EntCliProgress *self)
{
  return &self->value;
}

/**
 * ent_cli_progress_end:
 * @self: (transfer full): what is shown
 *
 * Ends it and takes what was shown off the terminal.
 */
void
ent_cli_progress_end (EntCliProgress *self)
{
  if (self->thread != NULL)
    {
      g_mutex_lock (&self->mutex);
      self->is_over = TRUE;
      g_cond_signal (&self->ended);
      g_mutex_unlock (&self->mutex);
      g_thread_join (self->thread);
    }
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->ended);
  g_free (self->what);
  g_free (self);
}
