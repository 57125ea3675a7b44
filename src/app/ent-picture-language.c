/* ent-picture-language.c: what language a window draws events in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ent-picture-language.h"

/**
 * ent_picture_language:
 * @dataset: what is shown
 * @view: (nullable): how
 *
 * Returns: (nullable): the view's language, else the dataset's own; interned
 */
const char *
ent_picture_language (EntDataset    *dataset,
                      const EntView *view)
{
  g_autofree char *own = NULL;

  if (view != NULL && ent_view_get_language (view) != NULL)
    return g_intern_string (ent_view_get_language (view));
  own = ent_slice_dup (ent_dataset_get_text (dataset, ENT_TEXT_LANGUAGE, NULL));
  return g_intern_string (own);
}
