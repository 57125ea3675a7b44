/* ent-provenance.c: what a picture says of the dataset it was made from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-provenance.h"

#include <string.h>

/* So much is hashed between two looks whether to go on. */
#define HASH_STEP (1 << 20)

/**
 * ent_provenance_hash:
 * @dataset: a dataset
 * @cancellable: (nullable): looked at between the steps
 *
 * Returns: (transfer full) (nullable): the SHA-256 of the file the dataset was read from; %NULL when it was read from none,
 *   or cancelled
 */
char *
ent_provenance_hash (EntDataset   *dataset,
                     GCancellable *cancellable)
{
  GBytes *source = ent_dataset_get_source (dataset);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const guint8 *data;
  gsize length;

  if (source == NULL)
    return NULL;
  data = g_bytes_get_data (source, &length);
  for (gsize at = 0; at < length; at += HASH_STEP)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      g_checksum_update (checksum, data + at, (gssize) MIN (length - at, HASH_STEP));
    }
  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * ent_provenance_init:
 * @self: (out caller-allocates): what is said
 * @dataset: a dataset
 * @language: (nullable): of its title
 * @hash: (nullable): what ent_provenance_hash() says
 *
 * Names the program, and what the dataset says of itself.
 */
void
ent_provenance_init (EntProvenance *self,
                     EntDataset    *dataset,
                     const char    *language,
                     const char    *hash)
{
  EntDate date;

  *self = (EntProvenance){
    .title = ent_slice_dup (ent_dataset_get_text (dataset, ENT_TEXT_TITLE, language)),
    .edition = ent_slice_dup (ent_dataset_get_text (dataset, ENT_TEXT_EDITION, NULL)),
    .license = ent_slice_dup (ent_dataset_get_text (dataset, ENT_TEXT_LICENSE, NULL)),
    .created = ent_slice_dup (ent_dataset_get_text (dataset, ENT_TEXT_CREATED, NULL)),
    .hash = g_strdup (hash),
  };
  /* Only a plain date says when the data were made; anything vaguer is left out of the file's own date. */
  if (self->created != NULL &&
      !(ent_date_parse (self->created, -1, &date, NULL) && date.level == 0 && date.form == ENT_DATE_SINGLE))
    g_clear_pointer (&self->created, g_free);
  ent_provenance_add (self, "Software", "entente " ENT_VERSION);
  ent_provenance_add (self, "Dataset", self->title);
  ent_provenance_add (self, "Edition", self->edition);
  ent_provenance_add (self, "License", self->license);
  ent_provenance_add (self, "SHA-256", self->hash);
}

/** ent_provenance_add: (skip): adds a line, of borrowed strings; none when @value is %NULL */
void
ent_provenance_add (EntProvenance *self,
                    const char    *name,
                    const char    *value)
{
  g_return_if_fail (self->n_properties < ENT_PROVENANCE_MAX);

  if (value != NULL)
    self->properties[self->n_properties++] = (EntFigureProperty){ name, value };
}

/** ent_provenance_tell: (skip): has a picture say it, as long as @self lives */
void
ent_provenance_tell (EntProvenance *self,
                     EntFigureInfo *info)
{
  info->created = self->created;
  info->properties = self->properties;
  info->n_properties = self->n_properties;
}

/** ent_provenance_clear: (skip): frees what @self holds, which is {0} after that */
void
ent_provenance_clear (EntProvenance *self)
{
  g_free (self->title);
  g_free (self->edition);
  g_free (self->license);
  g_free (self->created);
  g_free (self->hash);
  memset (self, 0, sizeof *self);
}
