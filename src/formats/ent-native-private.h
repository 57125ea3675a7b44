/* ent-native-private.h: what the parts of the native reader share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ent-dataset-builder.h"
#include "ent-json-reader.h"
#include "ent-vocabulary.h"

G_BEGIN_DECLS

/* A reading under way. */
typedef struct
{
  EntJsonReader json;
  const char *data;
  EntDatasetBuilder *builder;
  EntDiagnostics *diagnostics;
  GStringChunk *decoded; /* (owned): strings with escapes, until the event is read */
  char *language; /* (owned) (nullable): the dataset's own, whose texts go without a tag */
} EntNativeReader;

/* A name that is known in an object. */
typedef struct
{
  const char *text;
  gsize length;
} EntNativeName;

#define ENT_NATIVE_NAME(text) { text, sizeof (text) - 1 }

/* How many unknown names of an object are compared one by one. */
#define ENT_NATIVE_N_UNKNOWN 16

/* Walks through an object and finds names that occur twice. */
typedef struct
{
  const EntNativeName *names;
  guint n_names;
  guint next; /* the name that probably follows: files keep an order */
  guint32 seen; /* a bit a name */
  guint n_unknown;
  EntSlice unknown[ENT_NATIVE_N_UNKNOWN];
  EntVocabulary *more; /* (owned) (nullable): further unknown names */
  EntJsonString name;
} EntNativeObject;

#define ENT_NATIVE_END     (-1) /* no member is left, or the text is broken */
#define ENT_NATIVE_UNKNOWN (-2)

void     ent_native_object_enter (EntNativeReader      *self,
                                  EntNativeObject      *object,
                                  const EntNativeName  *names,
                                  guint                 n_names);
int      ent_native_object_next  (EntNativeReader      *self,
                                  EntNativeObject      *object);

void     ent_native_report       (EntNativeReader      *self,
                                  EntDiagnosticLevel    level,
                                  gsize                 offset,
                                  const char           *name,
                                  const char           *message);
gboolean ent_native_expect       (EntNativeReader      *self,
                                  EntJsonType           type,
                                  const char           *name);
void     ent_native_refuse       (EntNativeReader      *self,
                                  const char           *name,
                                  EntJsonSpan           span,
                                  const char           *expected);

/* Takes a text in a language; @target tells of what. */
typedef void (*EntNativeTextFunc) (EntDatasetBuilder *builder,
                                   guint32            target,
                                   EntSlice           language,
                                   EntSlice           text);

gboolean ent_native_read_texts   (EntNativeReader      *self,
                                  const char           *name,
                                  gboolean              required,
                                  EntNativeTextFunc     func,
                                  guint32               target);
gboolean ent_native_read_string  (EntNativeReader      *self,
                                  const char           *name,
                                  EntSlice             *text,
                                  EntJsonSpan          *span);
gboolean ent_native_read_term    (EntNativeReader      *self,
                                  const char           *name,
                                  EntTermList           list,
                                  int                  *value);
gboolean ent_native_read_date    (EntNativeReader      *self,
                                  const char           *name,
                                  EntDate              *date,
                                  EntSlice             *text,
                                  EntJsonSpan          *span);

void     ent_native_read_event   (EntNativeReader      *self);
EntView *ent_native_read_view    (EntNativeReader      *self,
                                  const char           *name);

G_END_DECLS
