/* ent-json-number.h: what a number of a JSON text amounts to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ent_json_number_is_integer (const char *text,
                                     gsize       length);
gboolean ent_json_number_to_int64   (const char *text,
                                     gsize       length,
                                     gint64     *value);
gboolean ent_json_number_to_double  (const char *text,
                                     gsize       length,
                                     double     *value);

/* Room for what ent_json_number_print() writes, NUL included. */
#define ENT_JSON_NUMBER_SIZE 32

const char *ent_json_number_print   (double      value,
                                     char        buffer[ENT_JSON_NUMBER_SIZE]);

G_END_DECLS
