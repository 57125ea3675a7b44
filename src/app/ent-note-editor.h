/* ent-note-editor.h: the note on an event, read and written in place
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "ent-annotations.h"

G_BEGIN_DECLS

#define ENT_TYPE_NOTE_EDITOR (ent_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (EntNoteEditor, ent_note_editor, ENT, NOTE_EDITOR, GtkWidget)

GtkWidget  *ent_note_editor_new     (EntAnnotations *annotations,
                                     const char     *id);
const char *ent_note_editor_get_id  (EntNoteEditor  *self);
gboolean    ent_note_editor_is_used (EntNoteEditor  *self,
                                     int            *offset);
void        ent_note_editor_edit    (EntNoteEditor  *self,
                                     int             offset);
void        ent_note_editor_keep    (EntNoteEditor  *self);

G_END_DECLS
