/* ent-provenance.h: what a picture says of the dataset it was made from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "ent-dataset.h"
#include "ent-figure-info.h"

G_BEGIN_DECLS

/** More properties than these no picture has. */
#define ENT_PROVENANCE_MAX 12

/**
 * EntProvenance:
 * @title: (nullable): of the dataset
 * @edition: (nullable): of it
 * @license: (nullable): of it
 * @created: (nullable): when the data were made, where the dataset says so with a plain date
 * @hash: (nullable): of the file
 * @properties: of these, and of what was added
 * @n_properties: how many
 *
 * All strings are owned, but for what was added. ent_provenance_clear() frees them.
 */
typedef struct
{
  char             *title;
  char             *edition;
  char             *license;
  char             *created;
  char             *hash;
  EntFigureProperty properties[ENT_PROVENANCE_MAX];
  gsize             n_properties;
} EntProvenance;

void  ent_provenance_init  (EntProvenance *self,
                            EntDataset    *dataset,
                            const char    *language,
                            const char    *hash);
void  ent_provenance_add   (EntProvenance *self,
                            const char    *name,
                            const char    *value);
void  ent_provenance_tell  (EntProvenance *self,
                            EntFigureInfo *info);
void  ent_provenance_clear (EntProvenance *self);

char *ent_provenance_hash  (EntDataset    *dataset,
                            GCancellable  *cancellable);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EntProvenance, ent_provenance_clear)

G_END_DECLS
