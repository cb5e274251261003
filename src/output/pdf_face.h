/* pdf_face.h - the faces of one document, cut down to the glyphs it uses. */
#ifndef RC_OUTPUT_PDF_FACE_H
#define RC_OUTPUT_PDF_FACE_H

#include <cairo.h>

#include "typeset/typeset.h"

typedef struct rc_faces rc_faces;

/* Cut the faces that pages use. RESCONV_E_IO when a font cannot be read. */
rc_faces *rc_faces_new(const struct rc_pages *pages, GError **error);
void rc_faces_free(rc_faces *faces); /* NULL is fine */
/* A face, borrowed; only of those that pages use. */
cairo_font_face_t *rc_faces_get(const rc_faces *faces, enum rc_font font);
/* The number that a glyph has in the cut face. */
guint rc_faces_glyph(const rc_faces *faces, enum rc_font font, guint glyph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(rc_faces, rc_faces_free)

#endif
