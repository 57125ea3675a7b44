/* events.h: made-up events for the tests of datasets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset-builder.h"

#include <string.h>

/* An event to add; what is NULL is not said. It stands in a line of its own. */
typedef struct
{
  const char *id;
  const char *title;
  const char *date;
  const char *kind;
  const char *start;
  const char *end;
  const char *links; /* ids with blanks between; "! id" links without before and after */
} Event;

static inline EntSlice
slice (const char *text)
{
  return ent_slice_from_string (text);
}

#define assert_slice(value, expected) \
  G_STMT_START \
    { \
      EntSlice value_ = (value); \
      g_autofree char *text_ = ent_slice_dup (value_); \
      g_assert_cmpstr (text_, ==, expected); \
    } \
  G_STMT_END

/* A builder over as many lines as offsets are to tell. */
static inline EntDatasetBuilder *
make_builder (EntDiagnostics **diagnostics)
{
  static const char lines[] = "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n";
  g_autoptr (GBytes) source = g_bytes_new_static (lines, sizeof lines - 1);

  *diagnostics = ent_diagnostics_new (source);
  return ent_dataset_builder_new (source, *diagnostics);
}

static inline void
set_date (EntDatasetBuilder *builder,
          const char        *text)
{
  EntDate date;

  ent_dataset_builder_add_text (builder, ENT_TEXT_DATE, ENT_SLICE_NONE, slice (text));
  if (ent_date_parse (text, -1, &date, NULL))
    ent_dataset_builder_set_date (builder, &date);
}

static inline void
fill_event (EntDatasetBuilder *builder,
            const Event       *event,
            goffset            offset)
{
  EntLinkType type = ENT_LINK_RESPONDS_TO;
  g_auto (GStrv) links = NULL;

  if (event->id != NULL)
    ent_dataset_builder_set_id (builder, slice (event->id), offset);
  if (event->kind != NULL)
    ent_dataset_builder_add_value (builder, ENT_VALUE_KIND, slice (event->kind));
  if (event->date != NULL)
    set_date (builder, event->date);
  if (event->start != NULL)
    ent_dataset_builder_add_text (builder, ENT_TEXT_START, ENT_SLICE_NONE, slice (event->start));
  if (event->end != NULL)
    ent_dataset_builder_add_text (builder, ENT_TEXT_END, ENT_SLICE_NONE, slice (event->end));
  if (event->title != NULL)
    ent_dataset_builder_add_text (builder, ENT_TEXT_TITLE, ENT_SLICE_NONE, slice (event->title));
  links = g_strsplit (event->links != NULL ? event->links : "", " ", -1);
  for (int i = 0; links[i] != NULL; i++)
    if (g_str_equal (links[i], "!"))
      type = ENT_LINK_COMPARES_TO;
    else
      ent_dataset_builder_add_link (builder, type, slice (links[i]), offset);
}

static inline void
add_event (EntDatasetBuilder *builder,
           const Event       *event,
           goffset            offset)
{
  ent_dataset_builder_begin_event (builder, offset);
  fill_event (builder, event, offset);
  ent_dataset_builder_end_event (builder, ENT_SLICE_NONE);
}

/* All that was reported, a line each, as `LINE message`. */
static inline char *
report (EntDiagnostics *diagnostics)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ent_diagnostics_get_size (diagnostics); i++)
    {
      EntDiagnostic diagnostic;

      ent_diagnostics_get (diagnostics, i, &diagnostic);
      g_assert_cmpint (diagnostic.level, ==, ENT_DIAGNOSTIC_WARNING);
      g_string_append_printf (text, "%" G_GUINT64_FORMAT " %s\n", diagnostic.line, diagnostic.message);
    }
  return g_string_free (text, FALSE);
}

static inline void
add_case (const char      *folder,
          const char      *name,
          gsize            i,
          GTestDataFunc    func)
{
  g_autofree char *path = g_strdup_printf ("/dataset/%s/%s", folder, name);

  g_test_add_data_func (path, GSIZE_TO_POINTER (i), func);
}
