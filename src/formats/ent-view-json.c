/* ent-view-json.c: views as JSON
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A view is an object in which whatever is left out stands for its default. Its
 * span is EDTF; EDTF has no intervals with times, so one that begins or ends
 * within a day has `start` and `end` instead, the first and the last visible
 * second, as events do. Members that are not known are kept as they are.
 */
#include "config.h"

#include "ent-view-json.h"

#include "ent-calendar.h"
#include "ent-native-private.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  EntNativeReader *reader;
  const char *name; /* of the view itself */
  EntView *view;
  GString *more;
  gint64 start;
  gint64 end;
  gsize ends_offset;
  gboolean has_span;
  gboolean has_start;
  gboolean has_end;
} ViewReader;

static void
read_date (ViewReader *self,
           const char *name,
           gboolean    is_span)
{
  g_autoptr (GError) error = NULL;
  EntJsonSpan span;
  EntSlice text;
  gboolean valid;

  if (!ent_native_read_string (self->reader, name, &text, &span))
    return;
  valid = is_span ? ent_view_set_span_text (self->view, text.text, (gssize) text.length, &error)
                  : ent_view_set_as_of (self->view, text.text, (gssize) text.length, &error);
  if (!valid)
    ent_native_report (self->reader, ENT_DIAGNOSTIC_ERROR, span.offset, name, error->message);
  else if (is_span)
    self->has_span = TRUE;
}

static void
read_end (ViewReader *self,
          const char *name,
          gboolean    is_start)
{
  EntJsonSpan span;
  EntSlice text;
  EntDate date;

  if (!ent_native_read_date (self->reader, name, &date, &text, &span))
    return;
  self->ends_offset = span.offset;
  if (is_start && date.earliest_start.kind == ENT_BOUND_KNOWN)
    {
      self->start = date.earliest_start.time;
      self->has_start = TRUE;
    }
  else if (!is_start && date.latest_end.kind == ENT_BOUND_KNOWN)
    {
      self->end = date.latest_end.time;
      self->has_end = TRUE;
    }
  else
    ent_native_report (self->reader, ENT_DIAGNOSTIC_ERROR, span.offset, name, _("open, unknown or too far away"));
}

static void
settle_span (ViewReader *self)
{
  if (!self->has_start && !self->has_end)
    return;
  if (self->has_span)
    ent_native_report (self->reader, ENT_DIAGNOSTIC_ERROR, self->ends_offset, self->name,
                       _("there is a span as well as its ends; the span counts"));
  else if (self->has_start && self->has_end && self->end <= self->start)
    ent_native_report (self->reader, ENT_DIAGNOSTIC_ERROR, self->ends_offset, self->name, _("the end is before the start"));
  else
    ent_view_set_ends (self->view, self->has_start ? &self->start : NULL, self->has_end ? &self->end : NULL);
}

static void
read_text (ViewReader *self,
           const char *name,
           void      (*set) (EntView    *view,
                             const char *text))
{
  g_autofree char *copy = NULL;
  EntSlice text;

  if (!ent_native_read_string (self->reader, name, &text, NULL))
    return;
  copy = ent_slice_dup (text);
  set (self->view, copy);
}

/* Unlike the other texts a query may be empty. */
static void
read_query (ViewReader *self,
            const char *name)
{
  EntJsonString string;
  g_autofree char *copy = NULL;

  if (!ent_native_expect (self->reader, ENT_JSON_STRING, name) ||
      !ent_json_reader_read_string (&self->reader->json, &string))
    return;
  copy = g_strndup (string.text, string.length);
  ent_view_set_query (self->view, copy);
}

static int
read_term (ViewReader *self,
           const char *name,
           EntTermList list,
           int         otherwise)
{
  int value;

  return ent_native_read_term (self->reader, name, list, &value) ? value : otherwise;
}

/* Lanes by what their events have in common; the empty text is the lane of those that have nothing. */
static void
read_lanes (ViewReader *self,
            const char *name,
            void      (*set) (EntView           *view,
                              const char *const *lanes))
{
  EntJsonReader *json = &self->reader->json;
  g_autoptr (GPtrArray) lanes = g_ptr_array_new_with_free_func (g_free);
  EntJsonString string;

  if (!ent_native_expect (self->reader, ENT_JSON_ARRAY, name) || !ent_json_reader_enter_array (json))
    return;
  while (ent_json_reader_next_element (json))
    if (ent_native_expect (self->reader, ENT_JSON_STRING, name) && ent_json_reader_read_string (json, &string))
      g_ptr_array_add (lanes, g_strndup (string.text, string.length));
  g_ptr_array_add (lanes, NULL);
  set (self->view, (const char *const *) lanes->pdata);
}

static void
keep_member (ViewReader          *self,
             const EntJsonString *name)
{
  const char *data = self->reader->data;
  EntJsonSpan name_span = name->raw;
  EntJsonSpan value;

  if (!ent_json_reader_skip_value (&self->reader->json, &value))
    return;
  g_string_append (self->more, self->more->len > 0 ? ", " : "{");
  g_string_append_len (self->more, data + name_span.offset, (gssize) name_span.length);
  g_string_append (self->more, ": ");
  g_string_append_len (self->more, data + value.offset, (gssize) value.length);
}

/**
 * ent_native_read_view:
 * @self: the reader; a value is due
 * @name: the field
 *
 * Reads a view. What is wrong in it is reported, and left out.
 *
 * Returns: (transfer full) (nullable): the view, or %NULL when there is no object
 */
EntView *
ent_native_read_view (EntNativeReader *self,
                      const char      *name)
{
  enum
  {
    SPAN, START, END, QUERY, UNMATCHED, GROUP_BY, PAIR_AS, LANE_ORDER, LANES, COLLAPSED, COLOR_BY, LINKS, BASIS, AS_OF, LANGUAGE
  };
  static const EntNativeName names[] = {
    [SPAN] = ENT_NATIVE_NAME ("span"),
    [START] = ENT_NATIVE_NAME ("start"),
    [END] = ENT_NATIVE_NAME ("end"),
    [QUERY] = ENT_NATIVE_NAME ("query"),
    [UNMATCHED] = ENT_NATIVE_NAME ("unmatched"),
    [GROUP_BY] = ENT_NATIVE_NAME ("group-by"),
    [PAIR_AS] = ENT_NATIVE_NAME ("pair-as"),
    [LANE_ORDER] = ENT_NATIVE_NAME ("lane-order"),
    [LANES] = ENT_NATIVE_NAME ("lanes"),
    [COLLAPSED] = ENT_NATIVE_NAME ("collapsed"),
    [COLOR_BY] = ENT_NATIVE_NAME ("color-by"),
    [LINKS] = ENT_NATIVE_NAME ("links"),
    [BASIS] = ENT_NATIVE_NAME ("basis"),
    [AS_OF] = ENT_NATIVE_NAME ("as-of"),
    [LANGUAGE] = ENT_NATIVE_NAME ("language"),
  };
  ViewReader view = { .reader = self, .name = name };
  g_autoptr (GString) more = g_string_new (NULL);
  EntNativeObject object;
  int found;

  if (!ent_native_expect (self, ENT_JSON_OBJECT, name))
    return NULL;
  view.view = ent_view_new ();
  view.more = more;
  ent_native_object_enter (self, &object, names, G_N_ELEMENTS (names));
  while ((found = ent_native_object_next (self, &object)) != ENT_NATIVE_END)
    {
      g_autofree char *member = found >= 0 ? g_strconcat (name, ".", names[found].text, NULL) : NULL;

      switch (found)
        {
        case SPAN:
          read_date (&view, member, TRUE);
          break;
        case START:
        case END:
          read_end (&view, member, found == START);
          break;
        case QUERY:
          read_query (&view, member);
          break;
        case UNMATCHED:
          ent_view_set_unmatched (view.view, (EntUnmatched) read_term (&view, member, ENT_TERMS_UNMATCHED,
                                                                       ENT_UNMATCHED_HIDE));
          break;
        case GROUP_BY:
          read_text (&view, member, ent_view_set_group_by);
          break;
        case LINKS:
          ent_view_set_links (view.view, (EntLinksShown) read_term (&view, member, ENT_TERMS_LINKS, ENT_LINKS_DIRECT));
          break;
        case PAIR_AS:
          ent_view_set_pair_as (view.view, (EntPairMode) read_term (&view, member, ENT_TERMS_PAIR_MODE,
                                                                    ENT_PAIRS_STATES));
          break;
        case LANE_ORDER:
          ent_view_set_lane_order (view.view, (EntLaneOrder) read_term (&view, member, ENT_TERMS_LANE_ORDER,
                                                                        ENT_LANE_ORDER_NATURAL));
          break;
        case LANES:
          read_lanes (&view, member, ent_view_set_lanes);
          break;
        case COLLAPSED:
          read_lanes (&view, member, ent_view_set_collapsed);
          break;
        case COLOR_BY:
          read_text (&view, member, ent_view_set_color_by);
          break;
        case BASIS:
          ent_view_set_basis (view.view, (EntBasis) read_term (&view, member, ENT_TERMS_BASIS, ENT_BASIS_OCCURRED));
          break;
        case AS_OF:
          read_date (&view, member, FALSE);
          break;
        case LANGUAGE:
          read_text (&view, member, ent_view_set_language);
          break;
        default:
          keep_member (&view, &object.name);
        }
    }
  settle_span (&view);
  if (more->len > 0)
    {
      g_string_append_c (more, '}');
      ent_view_set_more (view.view, more->str);
    }
  return view.view;
}

/**
 * ent_view_from_json:
 * @data: a JSON text that has passed as a whole, by ent_json_check() or a reader
 * @span: a value in it
 * @name: what the value is called in messages, as `view`
 * @diagnostics: (nullable): where to report what is wrong; its places are those in @data
 *
 * Reads a view. What is wrong in it is reported, and left out.
 *
 * Returns: (transfer full) (nullable): the view, or %NULL when the value is no object
 */
EntView *
ent_view_from_json (const char     *data,
                    EntJsonSpan     span,
                    const char     *name,
                    EntDiagnostics *diagnostics)
{
  g_autoptr (EntDiagnostics) kept = diagnostics != NULL ? ent_diagnostics_ref (diagnostics) : ent_diagnostics_new (NULL);
  g_autoptr (GStringChunk) decoded = g_string_chunk_new (256);
  EntNativeReader reader = { .data = data, .diagnostics = kept, .decoded = decoded };
  EntView *view;

  g_return_val_if_fail (data != NULL && name != NULL, NULL);

  ent_json_reader_init_span (&reader.json, data, span);
  view = ent_native_read_view (&reader, name);
  ent_json_reader_clear (&reader.json);
  return view;
}

static void
write_member (EntJsonWriter *writer,
              const char    *name,
              const char    *text)
{
  if (text == NULL || *text == '\0')
    return;
  ent_json_writer_name (writer, name, -1);
  ent_json_writer_string (writer, text, -1);
}

/* A word of a list of which the first is the default. */
static void
write_term (EntJsonWriter *writer,
            const char    *name,
            EntTermList    list,
            int            value)
{
  if (value != 0)
    write_member (writer, name, ent_terms_word (list, value));
}

static void
write_lanes (EntJsonWriter     *writer,
             const char        *name,
             const char *const *lanes)
{
  if (lanes == NULL)
    return;
  ent_json_writer_name (writer, name, -1);
  ent_json_writer_begin_array (writer, ENT_JSON_INLINE);
  for (guint i = 0; lanes[i] != NULL; i++)
    ent_json_writer_string (writer, lanes[i], -1);
  ent_json_writer_end_array (writer);
}

/* Seconds have a date in years of four digits only; further out whole years are written. */
static gint64
outward (gint64   time,
         gboolean is_end)
{
  EntCalendarDate date;
  gint64 year;

  ent_calendar_from_time (is_end ? MAX (time, G_MININT64 + 1) - 1 : time, &date);
  if (date.year >= -9999 && date.year <= 9999)
    return time;
  year = CLAMP (date.year, -ENT_DATE_YEAR_LIMIT, ENT_DATE_YEAR_LIMIT);
  return ent_calendar_to_time (is_end ? year + 1 : year, 1, 1);
}

/* An end by itself: whole years when it is too far away for seconds. */
static void
write_end (EntJsonWriter *writer,
           const char    *name,
           gint64         time)
{
  g_autofree char *text = ent_time_format (time);

  if (*text == 'Y')
    text[2 + strcspn (text + 2, "-")] = '\0'; /* the year itself may have a sign */
  write_member (writer, name, text);
}

static void
write_span (EntJsonWriter *writer,
            const EntView *view)
{
  const gint64 *start = ent_view_get_start (view);
  const gint64 *end = ent_view_get_end (view);
  g_autofree char *text = g_strdup (ent_view_get_span_text (view));

  if (text == NULL && start != NULL && end != NULL)
    {
      EntSpan span = { outward (*start, FALSE), outward (*end, TRUE) };

      text = ent_span_to_edtf (&span);
    }
  write_member (writer, "span", text);
  if (text == NULL && start != NULL)
    write_end (writer, "start", outward (*start, FALSE));
  if (text == NULL && end != NULL)
    write_end (writer, "end", outward (*end, TRUE) - 1);
}

static void
write_more (EntJsonWriter *writer,
            const char    *more)
{
  g_auto (EntJsonReader) reader;
  EntJsonString name;
  EntJsonSpan value;

  ent_json_reader_init (&reader, more, strlen (more));
  ent_json_reader_enter_object (&reader);
  while (ent_json_reader_next_member (&reader, &name))
    {
      EntJsonSpan raw = name.raw;

      if (!ent_json_reader_skip_value (&reader, &value))
        break;
      ent_json_writer_raw_name (writer, more + raw.offset, raw.length);
      ent_json_writer_raw (writer, more + value.offset, value.length);
    }
}

/**
 * ent_view_write_json:
 * @view: a view
 * @writer: where a value is due
 *
 * Writes a view so that ent_view_from_json() reads an equal one: whatever is not
 * set is left out. Only a span that begins or ends beyond the year 9999, on either
 * side, is widened there to whole years.
 */
void
ent_view_write_json (const EntView *view,
                     EntJsonWriter *writer)
{
  g_return_if_fail (view != NULL && writer != NULL);

  ent_json_writer_begin_object (writer, ENT_JSON_INLINE);
  write_span (writer, view);
  write_member (writer, "query", ent_view_get_query (view));
  write_term (writer, "unmatched", ENT_TERMS_UNMATCHED, ent_view_get_unmatched (view));
  write_member (writer, "group-by", ent_view_get_group_by (view));
  write_term (writer, "pair-as", ENT_TERMS_PAIR_MODE, ent_view_get_pair_as (view));
  write_term (writer, "lane-order", ENT_TERMS_LANE_ORDER, ent_view_get_lane_order (view));
  write_lanes (writer, "lanes", ent_view_get_lanes (view));
  write_lanes (writer, "collapsed", ent_view_get_collapsed (view));
  write_member (writer, "color-by", ent_view_get_color_by (view));
  write_term (writer, "links", ENT_TERMS_LINKS, ent_view_get_links (view));
  write_term (writer, "basis", ENT_TERMS_BASIS, ent_view_get_basis (view));
  write_member (writer, "as-of", ent_view_get_as_of_text (view));
  write_member (writer, "language", ent_view_get_language (view));
  if (ent_view_get_more (view) != NULL)
    write_more (writer, ent_view_get_more (view));
  ent_json_writer_end_object (writer);
}
