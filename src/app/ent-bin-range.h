/* ent-bin-range.h: counts in a row, with two handles on them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ENT_TYPE_BIN_RANGE (ent_bin_range_get_type ())
G_DECLARE_FINAL_TYPE (EntBinRange, ent_bin_range, ENT, BIN_RANGE, GtkWidget)

#define ENT_BIN_RANGE_N_KINDS 4

/**
 * EntBin:
 * @total: how many there are in all
 * @counts: how many of them are found, by what they are coloured by
 * @label: (nullable): what stands below it; not copied
 */
typedef struct
{
  guint       total;
  guint       counts[ENT_BIN_RANGE_N_KINDS];
  const char *label;
} EntBin;

/**
 * EntBinRangeTextFunc:
 * @bin: a bin
 * @last: whether as the last of the chosen ones, else as the first
 *
 * Returns: (transfer full): what the bin is called at an end of the range
 */
typedef char *(*EntBinRangeTextFunc) (guint    bin,
                                      gboolean last,
                                      gpointer user_data);

GtkWidget *ent_bin_range_new       (gboolean             coloured,
                                    const char          *first_name,
                                    const char          *last_name,
                                    EntBinRangeTextFunc  text,
                                    gpointer             user_data);
void       ent_bin_range_set_bins  (EntBinRange         *self,
                                    const EntBin        *bins,
                                    guint                n_bins);
void       ent_bin_range_set_range (EntBinRange         *self,
                                    guint                first,
                                    guint                last);
void       ent_bin_range_get_range (EntBinRange         *self,
                                    guint               *first,
                                    guint               *last);

G_END_DECLS
