/* ent-preferences.c: what a new window begins with
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-preferences.h"

#define SCHEMA_ID "io.github.entente.Entente"

/* What holds without a schema; the same as in it. */
#define WIDTH 1280
#define HEIGHT 800

/* The schema beside the program, in the build tree or wherever it was installed, else the system's. */
static GSettingsSchema *
find_schema (void)
{
  static const char *const places[] = { "../data", "../share/glib-2.0/schemas" };
  GSettingsSchemaSource *system = g_settings_schema_source_get_default ();
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;

  for (gsize i = 0; folder != NULL && i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *place = g_build_filename (folder, places[i], NULL);
      g_autofree char *compiled = g_build_filename (place, "gschemas.compiled", NULL);
      g_autoptr (GSettingsSchemaSource) source = NULL;
      GSettingsSchema *schema;

      if (!g_file_test (compiled, G_FILE_TEST_IS_REGULAR))
        continue;
      source = g_settings_schema_source_new_from_directory (place, system, TRUE, NULL);
      schema = source != NULL ? g_settings_schema_source_lookup (source, SCHEMA_ID, FALSE) : NULL;
      if (schema != NULL)
        return schema;
    }
  return system != NULL ? g_settings_schema_source_lookup (system, SCHEMA_ID, TRUE) : NULL;
}

/* A schema of another version, or of somebody else, may lack a key or have it of another type, or have no path; asking
 * for what is not there ends the program. */
static gboolean
is_ours (GSettingsSchema *schema)
{
  static const struct
  {
    const char *key;
    const char *type;
  } keys[] = { { "window-width", "i" }, { "window-height", "i" }, { "window-maximized", "b" },
               { "page", "s" },         { "details-open", "b" },  { "language", "s" } };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GSettingsSchemaKey) key = NULL;

      if (!g_settings_schema_has_key (schema, keys[i].key))
        return FALSE;
      key = g_settings_schema_get_key (schema, keys[i].key);
      if (!g_variant_type_equal (g_settings_schema_key_get_value_type (key), keys[i].type))
        return FALSE;
    }
  return g_settings_schema_get_path (schema) != NULL;
}

/* NULL when there is no schema: then nothing is kept. */
static GSettings *
get_settings (void)
{
  static GSettings *settings;
  static gboolean looked;

  if (!looked)
    {
      g_autoptr (GSettingsSchema) schema = find_schema ();

      looked = TRUE;
      if (schema != NULL && is_ours (schema))
        settings = g_settings_new_full (schema, NULL, NULL);
    }
  return settings;
}

/** ent_preferences_load: Returns: (transfer full): the last choices, or what holds when there are none */
EntPreferences *
ent_preferences_load (void)
{
  EntPreferences *self = g_new0 (EntPreferences, 1);
  GSettings *settings = get_settings ();

  if (settings == NULL)
    {
      *self = (EntPreferences){ WIDTH, HEIGHT, FALSE, g_strdup ("timeline"), TRUE, g_strdup ("") };
      return self;
    }
  self->width = g_settings_get_int (settings, "window-width");
  self->height = g_settings_get_int (settings, "window-height");
  self->maximized = g_settings_get_boolean (settings, "window-maximized");
  self->page = g_settings_get_string (settings, "page");
  self->details_open = g_settings_get_boolean (settings, "details-open");
  self->language = g_settings_get_string (settings, "language");
  return self;
}

/** ent_preferences_free: (skip): (nullable): frees the choices */
void
ent_preferences_free (EntPreferences *self)
{
  if (self == NULL)
    return;
  g_free (self->page);
  g_free (self->language);
  g_free (self);
}

/**
 * ent_preferences_save:
 * @self: the choices
 *
 * Keeps them for the next window, if there is a way to.
 */
void
ent_preferences_save (const EntPreferences *self)
{
  GSettings *settings = get_settings ();

  if (settings == NULL)
    return;
  g_settings_delay (settings);
  g_settings_set_int (settings, "window-width", MAX (self->width, 1));
  g_settings_set_int (settings, "window-height", MAX (self->height, 1));
  g_settings_set_boolean (settings, "window-maximized", self->maximized);
  g_settings_set_string (settings, "page", g_str_equal (self->page, "list") ? "list" : "timeline");
  g_settings_set_boolean (settings, "details-open", self->details_open);
  g_settings_set_string (settings, "language", self->language);
  g_settings_apply (settings);
}
