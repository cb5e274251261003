/* shape.h - words as glyphs, shaped once and kept. */
#ifndef RC_TYPESET_SHAPE_H
#define RC_TYPESET_SHAPE_H

#include "typeset/font.h"

/* One glyph, in font units. */
struct rc_word_glyph {
	guint32 id;
	gint32 advance;  /* of the glyph alone */
	gint32 kern;     /* what its neighbours add to it */
	gint32 x, y;     /* offset */
};

/* A word: its clusters in the order of the text, the glyphs of a cluster in
 * visual order. */
struct rc_word {
	guint n_clusters;
	gint32 before, after; /* what the word adds to a space beside it */
	struct rc_cluster *clusters;
	struct rc_word_glyph *glyphs; /* clusters' glyphs, one after another */
};

/* What a word is shaped as. */
struct rc_shaping {
	const struct rc_face *face;
	GUnicodeScript script;
	gboolean rtl;
};

/* Shape len bytes without U+0020. left, right: whether a
 * space of the same style stands there; kerning reaches over it. Borrowed,
 * until the next rc_words_trim(). */
const struct rc_word *rc_shape_word(struct rc_fonts *fonts,
    const struct rc_shaping *how, const char *text, gsize len, gboolean left,
    gboolean right);

/* An empty store of words. */
GHashTable *rc_words_new(void);
/* Forget all words when they have become very many. Between documents only. */
void rc_words_trim(struct rc_fonts *fonts);

#endif
