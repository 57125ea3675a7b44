/* ent-query-error.c: what is wrong with a query, and where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-query-private.h"

#include <glib/gi18n.h>

typedef struct
{
  guint column;
} EntQueryErrorPrivate;

static void
ent_query_error_private_init (EntQueryErrorPrivate *private)
{
  private->column = 0;
}

static void
ent_query_error_private_copy (const EntQueryErrorPrivate *source,
                              EntQueryErrorPrivate       *copy)
{
  *copy = *source;
}

static void
ent_query_error_private_clear (EntQueryErrorPrivate *private)
{
  private->column = 0;
}

G_DEFINE_EXTENDED_ERROR (EntQueryError, ent_query_error)

/**
 * ent_query_error_get_column:
 * @error: an error
 *
 * Returns: the place it names, in characters from 1; 0 when it is not of
 *   %ENT_QUERY_ERROR
 */
guint
ent_query_error_get_column (const GError *error)
{
  g_return_val_if_fail (error != NULL, 0);

  return error->domain == ENT_QUERY_ERROR ? ent_query_error_get_private (error)->column : 0;
}

/*
 * ent_query_set_error:
 * @error: return location
 * @code: what is wrong
 * @column: where, in characters from 1
 * @expected: what is expected there, in the user's language
 */
void
ent_query_set_error (GError      **error,
                     EntQueryError code,
                     guint         column,
                     const char   *expected)
{
  g_autoptr (GError) made = NULL;

  /* Translators: %u is a place in a query, %s what is expected there. */
  made = g_error_new (ENT_QUERY_ERROR, code, _("character %u: %s"), column, expected);
  ent_query_error_get_private (made)->column = column;
  g_propagate_error (error, g_steal_pointer (&made));
}
