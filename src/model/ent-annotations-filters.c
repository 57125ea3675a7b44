/* ent-annotations-filters.c: saved filters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-annotations.h"

#include "ent-annotations-private.h"
#include "ent-limits.h"

#include <glib/gi18n.h>

static gboolean
is_query (const char  *query,
          GError     **error)
{
  return !ent_annotations_is_longer (query, ENT_LIMIT_FILTER_QUERY) ||
         ent_annotations_fail_too_long (error,
                                        g_strdup_printf (_("The query of a filter has %u characters at the most"),
                                                         (guint) ENT_LIMIT_FILTER_QUERY));
}

/** ent_annotations_get_n_filters: (skip): how many filters are saved */
guint
ent_annotations_get_n_filters (EntAnnotations *self)
{
  g_return_val_if_fail (ENT_IS_ANNOTATIONS (self), 0);

  return ent_annotations_peek_filters (self)->len;
}

/** ent_annotations_get_filter_name: Returns: the name of the filter at @position; valid until filters change */
const char *
ent_annotations_get_filter_name (EntAnnotations *self,
                                 guint           position)
{
  g_return_val_if_fail (ENT_IS_ANNOTATIONS (self), NULL);
  g_return_val_if_fail (position < ent_annotations_peek_filters (self)->len, NULL);

  return ent_saved_filters_get (ent_annotations_peek_filters (self), position)->name;
}

/** ent_annotations_get_filter_query: Returns: the query of the filter at @position; valid until filters change */
const char *
ent_annotations_get_filter_query (EntAnnotations *self,
                                  guint           position)
{
  g_return_val_if_fail (ENT_IS_ANNOTATIONS (self), NULL);
  g_return_val_if_fail (position < ent_annotations_peek_filters (self)->len, NULL);

  return ent_saved_filters_get (ent_annotations_peek_filters (self), position)->query;
}

/**
 * ent_annotations_find_filter:
 * @self: annotations
 * @name: a name
 * @position: (out) (optional): where in the list the filter of that name is
 *
 * Returns: whether there is one
 */
gboolean
ent_annotations_find_filter (EntAnnotations *self,
                             const char     *name,
                             guint          *position)
{
  g_return_val_if_fail (ENT_IS_ANNOTATIONS (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  return ent_saved_filters_find (ent_annotations_peek_filters (self), name, position);
}

/* A name is one line. NULL when there is nothing in it, or too much. */
static char *
clean_name (const char  *name,
            GError     **error)
{
  g_autofree char *clean = g_strdup (name);

  for (char *at = clean; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  g_strstrip (clean);
  if (*clean == '\0')
    {
      g_set_error_literal (error, ENT_ANNOTATIONS_ERROR, ENT_ANNOTATIONS_ERROR_EMPTY, _("A filter needs a name"));
      return NULL;
    }
  if (ent_annotations_is_longer (clean, ENT_LIMIT_FILTER_NAME))
    {
      ent_annotations_fail_too_long (error, g_strdup_printf (_("The name of a filter has %u characters at the most"),
                                             (guint) ENT_LIMIT_FILTER_NAME));
      return NULL;
    }
  return g_steal_pointer (&clean);
}

static gboolean
is_free (EntAnnotations  *self,
         const char      *name,
         GError         **error)
{
  if (!ent_saved_filters_find (ent_annotations_peek_filters (self), name, NULL))
    return TRUE;
  g_set_error (error, ENT_ANNOTATIONS_ERROR, ENT_ANNOTATIONS_ERROR_EXISTS, _("There is a filter “%s” already"), name);
  return FALSE;
}

/**
 * ent_annotations_add_filter:
 * @self: annotations
 * @name: what it is called; white space around it is left out
 * @query: the text of a query
 * @error: return location for an #EntAnnotationsError
 *
 * Saves a filter, as the last of the list.
 *
 * Returns: whether it was added
 */
gboolean
ent_annotations_add_filter (EntAnnotations  *self,
                            const char      *name,
                            const char      *query,
                            GError         **error)
{
  g_autofree char *clean = NULL;
  g_autoptr (GPtrArray) filters = NULL;

  g_return_val_if_fail (ENT_IS_ANNOTATIONS (self), FALSE);
  g_return_val_if_fail (name != NULL && g_utf8_validate (name, -1, NULL), FALSE);
  g_return_val_if_fail (query != NULL && g_utf8_validate (query, -1, NULL), FALSE);

  clean = clean_name (name, error);
  if (clean == NULL || !is_free (self, clean, error) || !is_query (query, error))
    return FALSE;
  if (ent_annotations_peek_filters (self)->len >= ENT_LIMIT_FILTERS)
    {
      g_set_error (error, ENT_ANNOTATIONS_ERROR, ENT_ANNOTATIONS_ERROR_TOO_MANY,
                   _("There are %u filters already; a timeline has no more"), (guint) ENT_LIMIT_FILTERS);
      return FALSE;
    }
  filters = ent_saved_filters_copy (ent_annotations_peek_filters (self));
  g_ptr_array_add (filters, ent_saved_filter_new (clean, query));
  return ent_annotations_set_filters (self, filters, error);
}

/**
 * ent_annotations_rename_filter:
 * @self: annotations
 * @name: the name of a filter
 * @new_name: what it is called from now on
 * @error: return location for an #EntAnnotationsError
 *
 * Returns: whether there is such a filter and it is called so now
 */
gboolean
ent_annotations_rename_filter (EntAnnotations  *self,
                               const char      *name,
                               const char      *new_name,
                               GError         **error)
{
  g_autofree char *clean = NULL;
  g_autoptr (GPtrArray) filters = NULL;
  guint position;

  g_return_val_if_fail (ENT_IS_ANNOTATIONS (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (new_name != NULL && g_utf8_validate (new_name, -1, NULL), FALSE);

  clean = clean_name (new_name, error);
  if (clean == NULL || !ent_saved_filters_find (ent_annotations_peek_filters (self), name, &position))
    return FALSE;
  if (g_str_equal (clean, name))
    return TRUE;
  if (!is_free (self, clean, error))
    return FALSE;
  filters = ent_saved_filters_copy (ent_annotations_peek_filters (self));
  ent_saved_filters_replace (filters, position, clean, ent_saved_filters_get (filters, position)->query);
  return ent_annotations_set_filters (self, filters, error);
}

/**
 * ent_annotations_set_filter_query:
 * @self: annotations
 * @name: the name of a filter
 * @query: its text from now on
 * @error: return location for an #EntAnnotationsError
 *
 * Returns: whether there is such a filter and this is its query now
 */
gboolean
ent_annotations_set_filter_query (EntAnnotations  *self,
                                  const char      *name,
                                  const char      *query,
                                  GError         **error)
{
  g_autoptr (GPtrArray) filters = NULL;
  guint position;

  g_return_val_if_fail (ENT_IS_ANNOTATIONS (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (query != NULL && g_utf8_validate (query, -1, NULL), FALSE);

  if (!ent_saved_filters_find (ent_annotations_peek_filters (self), name, &position) || !is_query (query, error))
    return FALSE;
  filters = ent_saved_filters_copy (ent_annotations_peek_filters (self));
  ent_saved_filters_replace (filters, position, name, query);
  return ent_annotations_set_filters (self, filters, error);
}

/** ent_annotations_remove_filter: (skip): removes the filter of this name; whether there was one */
gboolean
ent_annotations_remove_filter (EntAnnotations *self,
                               const char     *name)
{
  g_autoptr (GPtrArray) filters = NULL;
  guint position;

  g_return_val_if_fail (ENT_IS_ANNOTATIONS (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  if (!ent_saved_filters_find (ent_annotations_peek_filters (self), name, &position))
    return FALSE;
  filters = ent_saved_filters_copy (ent_annotations_peek_filters (self));
  g_ptr_array_remove_index (filters, position);
  return ent_annotations_set_filters (self, filters, NULL);
}

/**
 * ent_annotations_move_filter:
 * @self: annotations
 * @name: the name of a filter
 * @position: where it is to be in the list; beyond the end is the end
 *
 * Returns: whether there is such a filter
 */
gboolean
ent_annotations_move_filter (EntAnnotations *self,
                             const char     *name,
                             guint           position)
{
  g_autoptr (GPtrArray) filters = NULL;
  gpointer filter;
  guint from;

  g_return_val_if_fail (ENT_IS_ANNOTATIONS (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  if (!ent_saved_filters_find (ent_annotations_peek_filters (self), name, &from))
    return FALSE;
  filters = ent_saved_filters_copy (ent_annotations_peek_filters (self));
  filter = g_ptr_array_steal_index (filters, from);
  g_ptr_array_insert (filters, (int) MIN (position, filters->len), filter);
  return ent_annotations_set_filters (self, filters, NULL);
}
