/* ent-generator.c: made-up events, the same every time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One stream of random numbers makes an event, which is then written as JSON or
 * handed to a builder, so that both tell of the same events. About 440 bytes of
 * JSON an event, on average.
 */
#include "config.h"

#include "ent-generator.h"

#include "ent-dataset-builder.h"

typedef struct
{
  const char *role;
  guint       actor;
} Part;

typedef struct
{
  char        id[16];
  const char *kind;
  char        date[64]; /* empty: none */
  char        title[256];
  char        title_zh[128]; /* empty: none */
  char        summary[512];  /* empty: none */
  char        phases[ENT_N_PHASES][24];
  Part        parts[4];
  guint       n_parts;
  EntConfidence confidence;
  guint       accuser; /* an actor, where there is a confidence */
  int         denier;  /* an actor, or −1 */
  const char *category;
  guint       severity;
  const char *status;
  EntStatus   status_value;
  const char *place;
  const char *sector;
  const char *tags[3];
  guint       n_tags;
  EntLinkType link_type;
  char        link_to[16]; /* empty: none */
  const char *publisher; /* NULL: no source */
  char        source_title[96];
  char        source_url[96];
} Event;

static const struct
{
  const char *id;
  const char *name;
  const char *name_zh;
  const char *type;
  int         parent;
} actors[] = {
  { "US", "United States", "美国", "state", -1 },
  { "CN", "China", "中国", "state", -1 },
  { "RU", "Russia", "俄罗斯", "state", -1 },
  { "IR", "Iran", "伊朗", "state", -1 },
  { "KP", "North Korea", "朝鲜", "state", -1 },
  { "IL", "Israel", "以色列", "state", -1 },
  { "GB", "United Kingdom", "英国", "state", -1 },
  { "DE", "Germany", "德国", "state", -1 },
  { "FR", "France", "法国", "state", -1 },
  { "JP", "Japan", "日本", "state", -1 },
  { "KR", "South Korea", "韩国", "state", -1 },
  { "IN", "India", "印度", "state", -1 },
  { "EE", "Estonia", "爱沙尼亚", "state", -1 },
  { "UA", "Ukraine", "乌克兰", "state", -1 },
  { "SA", "Saudi Arabia", "沙特阿拉伯", "state", -1 },
  { "EU", "European Union", "欧洲联盟", "organisation", -1 },
  { "UN", "United Nations", "联合国", "organisation", -1 },
  { "Department of State", "Department of State", "国务院", "agency", 0 },
  { "Cyber Command", "Cyber Command", "网络司令部", "agency", 0 },
  { "Ministry of State Security", "Ministry of State Security", "国家安全部", "agency", 1 },
  { "Unit 61398", "Unit 61398", "61398部队", "group", 1 },
  { "GRU", "Main Intelligence Directorate", "总参谋部情报总局", "agency", 2 },
  { "Sandworm", "Sandworm", "沙虫", "group", 21 },
  { "Lazarus", "Lazarus Group", "拉撒路集团", "group", 4 },
};
static const char *const incident_words[] = {
  "Intrusion into", "Theft of records from", "Outage at", "Destructive attack on", "Espionage against",
  "Ransom demanded of", "Denial of service against", "Supply chain compromise of", "Defacement of",
};
static const char *const targets[] = {
  "a defence contractor",      "the ministry of foreign affairs", "an electricity grid",    "a stock exchange",
  "the national health service", "a shipping company",            "an election commission", "a film studio",
  "a satellite operator",      "the personnel office",           "a steel works",          "a water utility",
};
static const char *const meeting_words[] = {
  "Talks on norms of behaviour", "Working group on cybercrime", "Summit declaration on information security",
  "Consultations on the exchange of warnings", "Dialogue of the ministers of justice",
};
static const char *const statement_words[] = {
  "Strategy for cyberspace published", "Sanctions announced over theft of trade secrets",
  "Indictment of five officers unsealed", "White paper on sovereignty in networks",
  "Denial of all involvement repeated", "Advisory on a campaign against routers",
};
static const char *const titles_zh[] = {
  "关于网络空间行为规范的磋商", "外交部发言人就网络攻击指控答记者问", "电网遭到入侵", "网络安全战略发布",
};
static const char *const sentences[] = {
  "Investigators found the same tools that had been seen two years before.",
  "The ministry called the report groundless and asked for evidence.",
  "Both sides agreed to meet again before the end of the year.",
  "Some 4.2 million records were copied; the loss was found when a certificate ran out.",
  "The operators switched to manual control and service came back after six hours.",
  "It was the first such measure against members of a foreign service.",
};
static const char *const categories[] = {
  "espionage", "sabotage", "theft", "disruption", "influence", "ransom", "norms", "sanctions", "doctrine",
};
static const char *const places[] = {
  "Washington", "Beijing", "Moscow", "Tehran", "Tallinn", "Kyiv", "London", "Berlin", "Paris", "Tokyo", "Seoul",
  "New Delhi", "Geneva", "New York", "Brussels", "Sunnylands", "Osaka", "Riyadh", "Jerusalem", "Pyongyang",
};
static const char *const sectors[] = {
  "government", "defence", "energy", "finance", "health", "media", "telecommunications", "transport", "water",
};
static const char *const tags[] = {
  "apt", "botnet", "zero-day", "wiper", "worm", "phishing", "norms", "gge", "oewg", "sanction", "indictment",
  "hotline", "export-control", "intellectual-property", "election", "infrastructure", "satellite", "5g",
};
static const char *const publishers[] = { "Reuters", "Xinhua", "The Guardian", "Federal Register" };

/* splitmix64: small, and the same on every machine. */
static guint64
next (guint64 *state)
{
  guint64 z = (*state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static guint
below (guint64 *state,
       guint    limit)
{
  return (next (state) >> 32) * limit >> 32;
}

static gboolean
chance (guint64 *state,
        guint    percent)
{
  return below (state, 100) < percent;
}

#define PICK(state, array) ((array)[below ((state), G_N_ELEMENTS (array))])

/* 1986 to 2025, more of the later years than of the early ones. */
static guint
pick_year (guint64 *state)
{
  guint a = below (state, 40);
  guint b = below (state, 40);

  return 1986 + MAX (a, b);
}

static void
make_date (guint64 *state,
           guint    year,
           char    *date,
           gsize    size)
{
  guint month = 1 + below (state, 12);
  guint day = 1 + below (state, 28);
  guint form = below (state, 100);

  if (form < 52)
    g_snprintf (date, size, "%04u-%02u-%02u", year, month, day);
  else if (form < 64)
    g_snprintf (date, size, "%04u-%02u", year, month);
  else if (form < 69)
    g_snprintf (date, size, "%04u", year);
  else if (form < 74)
    g_snprintf (date, size, "%04u-%02u~", year, month);
  else if (form < 77)
    g_snprintf (date, size, "%04u?", year);
  else if (form < 86)
    g_snprintf (date, size, "%04u-%02u-%02u/%04u-%02u-%02u", year, month, day, year + 1, 1 + below (state, 12),
                1 + below (state, 28));
  else if (form < 88)
    g_snprintf (date, size, "%04u-%02u/..", year, month);
  else if (form < 90)
    g_snprintf (date, size, "/%04u-%02u", year, month);
  else if (form < 93)
    g_snprintf (date, size, "%04u-%02u-XX", year, month);
  else if (form < 94)
    g_snprintf (date, size, "%03uX", year / 10);
  else if (form < 96)
    g_snprintf (date, size, "%04u-%02u", year, 21 + below (state, 4));
  else if (form < 97)
    g_snprintf (date, size, "[%04u-%02u,%04u-%02u]", year, month, year + 1, month);
  else if (form < 99)
    g_snprintf (date, size, "%04u-%02u-%02uT%02u:%02u:00Z", year, month, day, below (state, 24),
                below (state, 60));
  else
    date[0] = '\0';
}

static void
make_incident (guint64 *state,
               guint    year,
               Event   *event)
{
  guint initiator = 1 + below (state, 4);
  guint target = below (state, 15);

  event->kind = "incident";
  g_snprintf (event->title, sizeof event->title, "%s %s in %s", PICK (state, incident_words),
              PICK (state, targets), actors[target].name);
  event->parts[0] = (Part){ "initiator", chance (state, 30) ? 17 + below (state, 7) : initiator };
  event->parts[1] = (Part){ "target", target };
  event->n_parts = chance (state, 85) ? 2 : 1;
  event->category = categories[below (state, 6)];
  event->severity = 1 + below (state, 5);
  event->sector = PICK (state, sectors);
  if (chance (state, 60))
    {
      event->confidence = 1 + below (state, ENT_N_CONFIDENCES - 1);
      event->accuser = target;
      event->denier = chance (state, 35) ? (int) initiator : -1;
    }
  if (chance (state, 50))
    {
      guint month = 1 + below (state, 12);

      g_snprintf (event->phases[ENT_PHASE_INTRUSION], sizeof event->phases[0], "%04u-%02u~", year, month);
      g_snprintf (event->phases[ENT_PHASE_DETECTION], sizeof event->phases[0], "%04u-%02u-%02u", year + 1,
                  month, 1 + below (state, 28));
      if (chance (state, 50))
        g_snprintf (event->phases[ENT_PHASE_ATTRIBUTION], sizeof event->phases[0], "%04u", year + 2);
    }
}

static void
make_exchange (guint64    *state,
               gboolean    meeting,
               Event      *event)
{
  guint first = below (state, 17);

  event->kind = meeting ? "meeting" : "statement";
  event->category = categories[6 + below (state, 3)];
  if (meeting)
    {
      guint second = (first + 1 + below (state, 16)) % 17;

      g_snprintf (event->title, sizeof event->title, "%s between %s and %s", PICK (state, meeting_words),
                  actors[first].name, actors[second].name);
      event->parts[0] = (Part){ "host", first };
      event->parts[1] = (Part){ "participant", second };
      event->n_parts = 2;
      return;
    }
  g_snprintf (event->title, sizeof event->title, "%s by %s", PICK (state, statement_words), actors[first].name);
  event->parts[0] = (Part){ "issuer", first };
  event->n_parts = 1;
}

static void
make_event (guint64 *state,
            guint    number,
            Event   *event)
{
  guint year = pick_year (state);
  guint kind = below (state, 100);

  *event = (Event){ .denier = -1 };
  g_snprintf (event->id, sizeof event->id, "e%07u", number);
  make_date (state, year, event->date, sizeof event->date);
  if (kind < 55)
    make_incident (state, year, event);
  else
    make_exchange (state, kind < 70, event);

  if (chance (state, 12))
    g_strlcpy (event->title_zh, PICK (state, titles_zh), sizeof event->title_zh);
  if (chance (state, 45))
    g_strlcpy (event->summary, PICK (state, sentences), sizeof event->summary);
  if (chance (state, 20))
    {
      event->status_value = 1 + below (state, 6);
      event->status = ent_terms_word (ENT_TERMS_STATUS, event->status_value);
    }
  if (chance (state, 50))
    event->place = PICK (state, places);
  event->n_tags = below (state, G_N_ELEMENTS (event->tags) + 1);
  for (guint i = 0; i < event->n_tags; i++)
    event->tags[i] = tags[(below (state, 6) + i * 6) % G_N_ELEMENTS (tags)];
  if (number > 0 && chance (state, 20))
    {
      event->link_type = below (state, ENT_LINK_FOLLOWS + 1);
      g_snprintf (event->link_to, sizeof event->link_to, "e%07u", number - 1 - below (state, MIN (number, 200)));
    }
  if (chance (state, 40))
    {
      event->publisher = PICK (state, publishers);
      g_snprintf (event->source_title, sizeof event->source_title, "Report %u of %u", below (state, 1000), year);
      g_snprintf (event->source_url, sizeof event->source_url, "https://example.org/%u/%08x", year,
                  (guint) next (state));
    }
}

/* Nothing the tables hold needs an escape. */

static void
append_actors (GString *json)
{
  g_string_append (json, "\"actors\": {\n");
  for (gsize i = 0; i < G_N_ELEMENTS (actors); i++)
    {
      g_string_append_printf (json, "\"%s\": {\"name\": {\"en\": \"%s\", \"zh-CN\": \"%s\"}, \"type\": \"%s\"",
                              actors[i].id, actors[i].name, actors[i].name_zh, actors[i].type);
      if (actors[i].parent >= 0)
        g_string_append_printf (json, ", \"part_of\": \"%s\"", actors[actors[i].parent].id);
      g_string_append (json, i + 1 < G_N_ELEMENTS (actors) ? "},\n" : "}\n");
    }
  g_string_append (json, "},\n");
}

static void
append_phases (GString     *json,
               const Event *event)
{
  const char *before = ", \"phases\": {";

  for (int i = 0; i < ENT_N_PHASES; i++)
    if (event->phases[i][0] != '\0')
      {
        g_string_append_printf (json, "%s\"%s\": \"%s\"", before, ent_terms_word (ENT_TERMS_PHASE, i),
                                event->phases[i]);
        before = ", ";
      }
  if (before[2] == '\0')
    g_string_append_c (json, '}');
}

static void
append_event (GString     *json,
              const Event *event)
{
  g_string_append_printf (json, "{\"id\": \"%s\", \"kind\": \"%s\"", event->id, event->kind);
  if (event->date[0] != '\0')
    g_string_append_printf (json, ", \"date\": \"%s\"", event->date);
  if (event->title_zh[0] != '\0')
    g_string_append_printf (json, ", \"title\": {\"en\": \"%s\", \"zh-CN\": \"%s\"}", event->title,
                            event->title_zh);
  else
    g_string_append_printf (json, ", \"title\": \"%s\"", event->title);
  if (event->summary[0] != '\0')
    g_string_append_printf (json, ", \"summary\": \"%s\"", event->summary);
  if (event->status != NULL)
    g_string_append_printf (json, ", \"status\": \"%s\"", event->status);
  append_phases (json, event);

  for (guint i = 0; i < event->n_parts; i++)
    g_string_append_printf (json, "%s{\"role\": \"%s\", \"name\": \"%s\"}", i == 0 ? ", \"actors\": [" : ", ",
                            event->parts[i].role, actors[event->parts[i].actor].id);
  g_string_append_c (json, ']');
  if (event->confidence != ENT_CONFIDENCE_NOT_GIVEN)
    {
      g_string_append_printf (json,
                              ", \"attribution\": {\"confidence\": \"%s\", \"by\": [{\"name\": \"%s\", "
                              "\"basis\": \"government-statement\"}]",
                              ent_terms_word (ENT_TERMS_CONFIDENCE, event->confidence),
                              actors[event->accuser].id);
      if (event->denier >= 0)
        g_string_append_printf (json, ", \"denied_by\": [\"%s\"]", actors[event->denier].id);
      g_string_append_c (json, '}');
    }
  g_string_append_printf (json, ", \"category\": \"%s\"", event->category);
  if (event->severity > 0)
    g_string_append_printf (json, ", \"severity\": %u", event->severity);
  if (event->place != NULL)
    g_string_append_printf (json, ", \"place\": \"%s\"", event->place);
  if (event->sector != NULL)
    g_string_append_printf (json, ", \"sector\": [\"%s\"]", event->sector);
  for (guint i = 0; i < event->n_tags; i++)
    g_string_append_printf (json, "%s\"%s\"%s", i == 0 ? ", \"tags\": [" : ", ", event->tags[i],
                            i + 1 == event->n_tags ? "]" : "");
  if (event->link_to[0] != '\0')
    g_string_append_printf (json, ", \"links\": [{\"type\": \"%s\", \"to\": \"%s\"}]",
                            ent_terms_word (ENT_TERMS_LINK_TYPE, event->link_type), event->link_to);
  if (event->publisher != NULL)
    g_string_append_printf (json, ", \"sources\": [{\"publisher\": \"%s\", \"title\": \"%s\", \"url\": \"%s\"}]",
                            event->publisher, event->source_title,
                            event->source_url);
  g_string_append_c (json, '}');
}

/**
 * ent_generator_json:
 * @n_events: how many
 * @seed: events of the same seed are the same
 * @length: (out) (optional): in bytes
 *
 * Returns: (transfer full): a dataset in the native format, an event a line
 */
char *
ent_generator_json (guint    n_events,
                    guint64  seed,
                    gsize   *length)
{
  GString *json = g_string_sized_new ((gsize) n_events * 480 + 4096);
  guint64 state = seed;
  Event event;

  g_string_append (json, "{\"format\": \"entente\", \"version\": 1, \"title\": \"Made up\", \"language\": \"en\",\n");
  append_actors (json);
  g_string_append (json, "\"events\": [\n");
  for (guint i = 0; i < n_events; i++)
    {
      make_event (&state, i, &event);
      append_event (json, &event);
      g_string_append (json, i + 1 < n_events ? ",\n" : "\n");
    }
  g_string_append (json, "]}\n");
  if (length != NULL)
    *length = json->len;
  return g_string_free (json, FALSE);
}

static void
build_event (EntDatasetBuilder *builder,
             const Event       *event)
{
  EntDate date;

  ent_dataset_builder_begin_event (builder, -1);
  ent_dataset_builder_set_id (builder, ent_slice_from_string (event->id), -1);
  ent_dataset_builder_add_value (builder, ENT_VALUE_KIND, ent_slice_from_string (event->kind));
  if (event->date[0] != '\0' && ent_date_parse (event->date, -1, &date, NULL))
    {
      ent_dataset_builder_set_date (builder, &date);
      ent_dataset_builder_add_text (builder, ENT_TEXT_DATE, ENT_SLICE_NONE, ent_slice_from_string (event->date));
    }
  if (event->title_zh[0] != '\0')
    {
      ent_dataset_builder_add_text (builder, ENT_TEXT_TITLE, ent_slice_from_string ("en"),
                                    ent_slice_from_string (event->title));
      ent_dataset_builder_add_text (builder, ENT_TEXT_TITLE, ent_slice_from_string ("zh-CN"),
                                    ent_slice_from_string (event->title_zh));
    }
  else
    {
      ent_dataset_builder_add_text (builder, ENT_TEXT_TITLE, ENT_SLICE_NONE, ent_slice_from_string (event->title));
    }
  if (event->summary[0] != '\0')
    ent_dataset_builder_add_text (builder, ENT_TEXT_SUMMARY, ENT_SLICE_NONE,
                                  ent_slice_from_string (event->summary));
  if (event->status != NULL)
    ent_dataset_builder_set_status (builder, event->status_value);
  for (int i = 0; i < ENT_N_PHASES; i++)
    if (event->phases[i][0] != '\0' && ent_date_parse (event->phases[i], -1, &date, NULL))
      ent_dataset_builder_add_phase (builder, i, &date, ent_slice_from_string (event->phases[i]));
  for (guint i = 0; i < event->n_parts; i++)
    ent_dataset_builder_add_actor_ref (builder, ENT_RELATION_ROLE,
                                       ent_slice_from_string (actors[event->parts[i].actor].id),
                                       ent_slice_from_string (event->parts[i].role));
  if (event->confidence != ENT_CONFIDENCE_NOT_GIVEN)
    {
      ent_dataset_builder_set_confidence (builder, event->confidence);
      ent_dataset_builder_add_actor_ref (builder, ENT_RELATION_ACCUSER,
                                         ent_slice_from_string (actors[event->accuser].id),
                                         ent_slice_from_string ("government-statement"));
      if (event->denier >= 0)
        ent_dataset_builder_add_actor_ref (builder, ENT_RELATION_DENIER,
                                           ent_slice_from_string (actors[event->denier].id), ENT_SLICE_NONE);
    }
  ent_dataset_builder_add_value (builder, ENT_VALUE_CATEGORY, ent_slice_from_string (event->category));
  if (event->severity > 0)
    ent_dataset_builder_set_severity (builder, event->severity);
  if (event->place != NULL)
    ent_dataset_builder_add_value (builder, ENT_VALUE_PLACE, ent_slice_from_string (event->place));
  if (event->sector != NULL)
    ent_dataset_builder_add_value (builder, ENT_VALUE_SECTOR, ent_slice_from_string (event->sector));
  for (guint i = 0; i < event->n_tags; i++)
    ent_dataset_builder_add_value (builder, ENT_VALUE_TAG, ent_slice_from_string (event->tags[i]));
  if (event->link_to[0] != '\0')
    ent_dataset_builder_add_link (builder, event->link_type, ent_slice_from_string (event->link_to), -1);
  if (event->publisher != NULL)
    {
      EntSource source = {
        .publisher = ent_slice_from_string (event->publisher),
        .title = ent_slice_from_string (event->source_title),
        .url = ent_slice_from_string (event->source_url),
      };

      ent_dataset_builder_add_source (builder, &source);
    }
  ent_dataset_builder_end_event (builder, ENT_SLICE_NONE);
}

/**
 * ent_generator_dataset:
 * @n_events: how many
 * @seed: events of the same seed are the same
 *
 * The events of ent_generator_json(), made without a file.
 *
 * Returns: (transfer full): a dataset
 */
EntDataset *
ent_generator_dataset (guint   n_events,
                       guint64 seed)
{
  g_autoptr (EntDiagnostics) diagnostics = ent_diagnostics_new (NULL);
  g_autoptr (EntDatasetBuilder) builder = ent_dataset_builder_new (NULL, diagnostics);
  guint64 state = seed;
  Event event;

  ent_dataset_builder_set_text (builder, ENT_TEXT_TITLE, ENT_SLICE_NONE, ent_slice_from_string ("Made up"));
  ent_dataset_builder_set_text (builder, ENT_TEXT_LANGUAGE, ENT_SLICE_NONE, ent_slice_from_string ("en"));
  for (gsize i = 0; i < G_N_ELEMENTS (actors); i++)
    {
      guint32 actor = ent_dataset_builder_add_actor (builder, ent_slice_from_string (actors[i].id));

      ent_dataset_builder_set_actor_name (builder, actor, ent_slice_from_string ("en"),
                                          ent_slice_from_string (actors[i].name));
      ent_dataset_builder_set_actor_name (builder, actor, ent_slice_from_string ("zh-CN"),
                                          ent_slice_from_string (actors[i].name_zh));
      ent_dataset_builder_set_actor_type (builder, actor, ent_slice_from_string (actors[i].type));
      if (actors[i].parent >= 0)
        ent_dataset_builder_set_actor_parent (builder, actor, ent_slice_from_string (actors[actors[i].parent].id),
                                              -1);
    }
  for (guint i = 0; i < n_events; i++)
    {
      make_event (&state, i, &event);
      build_event (builder, &event);
    }
  return ent_dataset_builder_finish (builder);
}
