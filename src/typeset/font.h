/* font.h - the faces that text is set in: the private fontconfig set-up, and
 * one font map a thread that is kept.
 *
 * Only the families of family.def are seen. The first call makes the private
 * configuration the process's current one (before pango starts). */
#ifndef RC_TYPESET_FONT_H
#define RC_TYPESET_FONT_H

#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <pango/pango.h>

#include "typeset/typeset.h"

struct rc_face {
	enum rc_font font;
	hb_font_t *hb;       /* in font units */
	double upem;         /* font units an em */
	double factor;       /* of a style's size */
	gboolean fits;       /* whether scale and tracking apply */
	gint space;          /* advance of U+0020 in font units */
	guint space_glyph;
};

struct rc_fonts;

/* The fonts of this thread, made on the first call and kept; borrowed. NULL and
 * RESCONV_E_DISABLED when the Latin family is not installed. */
struct rc_fonts *rc_fonts_get(GError **error);
/* FALSE and RESCONV_E_DISABLED when what a script needs is not installed; TRUE
 * for a script that none of our families serves. */
gboolean rc_fonts_serve(struct rc_fonts *fonts, GUnicodeScript script,
    GError **error);
/* The context to itemise with. */
PangoContext *rc_fonts_context(struct rc_fonts *fonts);
/* The face of an item; never NULL. */
const struct rc_face *rc_fonts_face(struct rc_fonts *fonts, PangoFont *font);
/* Words shaped in this thread, kept with the fonts. */
GHashTable *rc_fonts_words(struct rc_fonts *fonts);
/* What fontconfig finds for a face: borrowed, lives as long as the process.
 * NULL when its family is not installed. */
FcPattern *rc_font_pattern(enum rc_font font);

#endif
