/* ent-limits.h: every limit of Entente, by name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A limit is there so that no input can crash the program, hang it or eat the
 * memory. Whatever goes beyond one is refused or cut with a message that names
 * it, never silently.
 */
#pragma once

#include <glib.h>

/* JSON: how deep objects and arrays may be nested, in what is read and what is written. */
#define ENT_LIMIT_JSON_DEPTH 200

/* Pictures: how many characters of a title are drawn, at the most. */
#define ENT_LIMIT_DRAWN_TITLE 1000

/* Pictures: lanes with more events in view pack no labels but those of the most important. */
#define ENT_LIMIT_PACKED_LANE 5000

/* Input: the size of a file, and of what comes without a size (a pipe, a device). */
#define ENT_LIMIT_FILE_BYTES (G_GUINT64_CONSTANT (4) << 30)
#define ENT_LIMIT_STREAM_BYTES (G_GUINT64_CONSTANT (1) << 30)

/* Actors: how many may stand one above the other. */
#define ENT_LIMIT_ACTOR_DEPTH 64

/* Facets: how many initiators, and how many targets, of one event make pairs. */
#define ENT_LIMIT_PAIRED_ACTORS 100

/* Facets: how many further fields are looked at. */
#define ENT_LIMIT_FURTHER_FIELDS 1000

/* Queries: how long one is, how deep its parentheses stand in one another, and how many terms and
 * values it has. */
#define ENT_LIMIT_QUERY_BYTES (64 * 1024)
#define ENT_LIMIT_QUERY_DEPTH 100
#define ENT_LIMIT_QUERY_TERMS 10000

/* Session: how many steps one can go back. */
#define ENT_LIMIT_HISTORY 200

/* State: of how many timelines it is kept how they were left; of how many, if the user has added stars, notes
 * or filters to them; how large that may be, and of how many selected events. */
#define ENT_LIMIT_STATES 200
#define ENT_LIMIT_STATES_ANNOTATED 2000
#define ENT_LIMIT_STATE_BYTES (8 * 1024 * 1024)
#define ENT_LIMIT_STATE_SELECTION 10000

/* What a user adds to a timeline: how long a note, the name of a filter and its query are, in characters,
 * how many filters there are, and how much all is together as it is written. */
#define ENT_LIMIT_NOTE 10000
#define ENT_LIMIT_FILTER_NAME 100
#define ENT_LIMIT_FILTER_QUERY 10000
#define ENT_LIMIT_FILTERS 200
#define ENT_LIMIT_ANNOTATIONS_BYTES (4 * 1024 * 1024)

/* How many changes of these can still be taken back. */
#define ENT_LIMIT_ANNOTATIONS_UNDO 16

/* Health: how many bytes of a title are compared with others, and of events at one time that have something in their
 * titles in common, with how many of those that begin next each is. */
#define ENT_LIMIT_COMPARED_TITLE 1000
#define ENT_LIMIT_COMPARED_EVENTS 64
