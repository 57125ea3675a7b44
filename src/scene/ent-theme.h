/* ent-theme.h: the colours of a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-scene.h"

G_BEGIN_DECLS

/** EntKindStyle: the four ways a kind looks. Every kind but the three of the design is "other". */
typedef enum
{
  ENT_KIND_INCIDENT,
  ENT_KIND_MEETING,
  ENT_KIND_STATEMENT,
  ENT_KIND_OTHER,
} EntKindStyle;
#define ENT_N_KIND_STYLES 4

/* Colours of values: eight of their own, then that of all others and that of no value, which are greys. */
#define ENT_N_HUES 10
#define ENT_N_OWN_HUES 8

/* What is drawn in: the colour of its kind; or that of a class of the colouring, its number + 1; or the grey of its kind;
 * or what says nothing of it. */
#define ENT_HUE_OF_KIND 0
#define ENT_HUE_GREY (ENT_N_HUES + 1)
#define ENT_HUE_NEUTRAL (ENT_N_HUES + 2)

/**
 * EntTheme:
 *
 * The tokens of the design's colour table. `hue` are colours of values, most frequent first: told apart by who does
 * not see red or green, too, and by how light they are; `grey` stands for `kind` where there is to be no colour.
 * `line_scale` widens rules and outlines in high contrast;
 * `recede` is the opacity of marks that step back.
 */
typedef struct
{
  const char *name;
  EntColor    view;
  EntColor    window;
  EntColor    line;
  EntColor    grid;
  EntColor    grid2;
  EntColor    ink;
  EntColor    text;
  EntColor    dim;
  EntColor    faint;
  EntColor    accent;
  EntColor    kind[ENT_N_KIND_STYLES];
  EntColor    kind_text[ENT_N_KIND_STYLES];
  EntColor    grey[ENT_N_KIND_STYLES];
  EntColor    hue[ENT_N_HUES];
  EntColor    arc;
  EntColor    arc2;
  EntColor    hit;      /* ground of what was searched and found */
  EntColor    hit_line; /* its outline */
  double      recede;
  double      line_scale;
} EntTheme;

const EntTheme *ent_theme_find      (const char *name);
EntColor        ent_color_mix       (EntColor    ground,
                                     EntColor    color,
                                     double      amount);
double          ent_color_luminance (EntColor    color);
EntKindStyle    ent_kind_style      (const char *kind);
EntShape        ent_kind_shape      (EntKindStyle kind);

G_END_DECLS
