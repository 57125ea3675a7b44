/* ent-cli-health.c: data health, printed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-cli-health.h"

#include "ent-cli-input.h"

#include <stdio.h>

/* How many events of a finding are printed, unless all are asked for. */
#define FEW_ITEMS 20

/**
 * ent_cli_print_health:
 * @path: (type filename): the file
 * @health: what of it is worth another look
 * @all: whether to print every event, and not only the first
 *
 * Prints `FILE: N findings, M of K events`, then each finding on a line with its events indented below.
 */
void
ent_cli_print_health (const char      *path,
                      const EntHealth *health,
                      gboolean         all)
{
  g_autofree char *name = ent_cli_escape (path);
  g_autofree char *report = ent_health_report (health, name, all ? G_MAXUINT : FEW_ITEMS, ent_cli_escape);

  fputs (report, stdout);
}

static void
write_slice (EntJsonWriter *writer,
             const char    *name,
             EntSlice       slice)
{
  if (slice.text == NULL)
    return;
  ent_json_writer_name (writer, name, -1);
  ent_json_writer_string (writer, slice.text, (gssize) slice.length);
}

static void
write_string (EntJsonWriter *writer,
              const char    *name,
              const char    *text)
{
  write_slice (writer, name, ent_slice_from_string (text));
}

static void
write_number (EntJsonWriter *writer,
              const char    *name,
              guint64        number)
{
  ent_json_writer_name (writer, name, -1);
  ent_json_writer_int64 (writer, (gint64) number);
}

static void
write_item (EntJsonWriter          *writer,
            const EntHealth        *health,
            const EntHealthFinding *finding,
            guint                   i)
{
  EntDataset *dataset = ent_health_get_dataset (health);
  const EntHealthItem *item = &finding->items[i];
  g_autofree char *words = ent_health_describe_item (health, finding, i);

  ent_json_writer_begin_object (writer, ENT_JSON_INLINE);
  if (item->row == ENT_ROW_NONE)
    {
      write_slice (writer, "actor", ent_dataset_get_actor_id (dataset, item->number));
    }
  else
    {
      g_autofree char *date = ent_health_dup_date (dataset, item->row);

      write_slice (writer, "id", ent_dataset_get_id (dataset, item->row));
      write_slice (writer, "title", ent_dataset_get_event_text (dataset, item->row, ENT_TEXT_TITLE, NULL));
      write_string (writer, "date", date);
    }
  if (item->other != ENT_ROW_NONE)
    write_slice (writer, "other", ent_dataset_get_id (dataset, item->other));
  if (finding->kind == ENT_HEALTH_LOOK_ALIKE || finding->kind == ENT_HEALTH_CIRCULAR_LINK)
    write_number (writer, "group", item->number + 1);
  write_string (writer, "detail", words);
  ent_json_writer_end_object (writer);
}

static void
write_finding (EntJsonWriter          *writer,
               const EntHealth        *health,
               const EntHealthFinding *finding)
{
  g_autofree char *sentence = ent_health_describe (finding);

  ent_json_writer_begin_object (writer, ENT_JSON_LINES);
  write_string (writer, "kind", ent_health_kind_get_id (finding->kind));
  write_string (writer, "concern", ent_health_concern_get_id (finding->concern));
  write_string (writer, "sentence", sentence);
  write_number (writer, "events", finding->n_events);
  write_number (writer, "found", finding->n_found);
  write_number (writer, "of", finding->n_considered);
  if (finding->expected > 0)
    {
      ent_json_writer_name (writer, "expected", -1);
      ent_json_writer_double (writer, finding->expected);
    }
  ent_json_writer_name (writer, "limited", -1);
  ent_json_writer_boolean (writer, finding->limited);
  ent_json_writer_name (writer, "items", -1);
  ent_json_writer_begin_array (writer, ENT_JSON_LINES);
  for (guint i = 0; i < finding->n_items; i++)
    write_item (writer, health, finding, i);
  ent_json_writer_end_array (writer);
  ent_json_writer_end_object (writer);
}

static void
write_diagnostics (EntJsonWriter  *writer,
                   EntDiagnostics *diagnostics)
{
  ent_json_writer_name (writer, "diagnostics", -1);
  ent_json_writer_begin_array (writer, ENT_JSON_LINES);
  for (guint i = 0; i < ent_diagnostics_get_size (diagnostics); i++)
    {
      EntDiagnostic diagnostic;

      ent_diagnostics_get (diagnostics, i, &diagnostic);
      ent_json_writer_begin_object (writer, ENT_JSON_INLINE);
      write_string (writer, "level", diagnostic.level == ENT_DIAGNOSTIC_ERROR ? "error" : "warning");
      write_number (writer, "line", diagnostic.line);
      write_number (writer, "column", diagnostic.column);
      write_string (writer, "message", diagnostic.message);
      ent_json_writer_end_object (writer);
    }
  ent_json_writer_end_array (writer);
}

/**
 * ent_cli_write_health:
 * @writer: where an object may begin
 * @path: (type filename): the file
 * @diagnostics: what is wrong in it
 * @health: (nullable): what of it is worth another look; %NULL when it could not be opened
 *
 * Writes all of it as one object.
 */
void
ent_cli_write_health (EntJsonWriter   *writer,
                      const char      *path,
                      EntDiagnostics  *diagnostics,
                      const EntHealth *health)
{
  g_autofree char *name = g_filename_display_name (path);

  ent_json_writer_begin_object (writer, ENT_JSON_LINES);
  write_string (writer, "file", name);
  write_number (writer, "events", health != NULL ? ent_dataset_get_n_events (ent_health_get_dataset (health)) : 0);
  write_number (writer, "errors", ent_diagnostics_get_errors (diagnostics));
  write_number (writer, "warnings", ent_diagnostics_get_warnings (diagnostics));
  write_diagnostics (writer, diagnostics);
  ent_json_writer_name (writer, "findings", -1);
  ent_json_writer_begin_array (writer, ENT_JSON_LINES);
  for (guint i = 0; health != NULL && i < ent_health_get_size (health); i++)
    write_finding (writer, health, ent_health_get (health, i));
  ent_json_writer_end_array (writer);
  ent_json_writer_end_object (writer);
}
