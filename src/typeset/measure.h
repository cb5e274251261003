/* measure.h - a paragraph as a row of clusters with their widths. */
#ifndef RC_TYPESET_MEASURE_H
#define RC_TYPESET_MEASURE_H

#include "typeset/locale.h"
#include "typeset/para.h"

enum rc_atom_trait {
	RC_ATOM_SPACE = 1 << 0,   /* U+0020: hangs at a line's end */
	RC_ATOM_END = 1 << 1,     /* a line may end after it */
	RC_ATOM_NEWLINE = 1 << 2, /* a line ends here; nothing is shown */
	RC_ATOM_WIDE = 1 << 3,    /* an ideograph: stretches like a space */
	RC_ATOM_BLANK = 1 << 4,   /* a space of any kind */
};

/* One style within a paragraph. */
struct rc_segment {
	const struct rc_face *face;
	double size, scale, tracking, rise;
	guint8 level; /* of embedding; odd: right to left */
};

/* One cluster: what a line cannot break within. */
struct rc_atom {
	guint text;          /* byte in the paragraph */
	guint glyph;         /* in glyphs */
	guint16 bytes, n_glyphs;
	guint16 segment;
	guint8 traits;
	gint link, note;     /* -1: none */
	double x;            /* where it begins in the line without end */
	double width;        /* with tracking */
};

struct rc_measured {
	GArray *segments; /* struct rc_segment */
	GArray *atoms;    /* struct rc_atom, and one behind the last */
	GArray *glyphs;   /* struct rc_glyph: x and y in points from the atom */
	guint n;          /* atoms */
};

/* Measure a paragraph. FALSE when a font that it needs is not installed; *ret
 * is to be freed all the same. */
gboolean rc_measure(struct rc_fonts *fonts, const struct rc_locale *locale,
    const struct rc_para *para, struct rc_measured *ret, GError **error);
void rc_measured_done(struct rc_measured *measured);

#endif
