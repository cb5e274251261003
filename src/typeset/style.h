/* style.h - how each kind of paragraph is set: the rows of style.def. */
#ifndef RC_TYPESET_STYLE_H
#define RC_TYPESET_STYLE_H

#include <glib.h>

enum rc_style {
#define STYLE(name, ...) RC_STYLE_##name,
#include "typeset/style.def"
#undef STYLE
	RC_STYLE_N
};

enum rc_align {
	RC_ALIGN_JUSTIFY, /* lines broken by the official rule */
	RC_ALIGN_RAGGED,  /* first fit, the start side even */
	RC_ALIGN_END,     /* first fit, the end side even */
	RC_ALIGN_CENTRE,  /* first fit, both sides uneven */
	RC_ALIGN_NARROW,  /* ragged, in the left part of the page */
};

/* Where something begins that is not a column of the page, from 0. */
enum {
	RC_COLUMN_NO = -1,   /* nowhere: no label; cells have their own */
	RC_COLUMN_EDGE = -2, /* where the cover's lines begin */
	RC_COLUMN_HANG = -3, /* before the column, its end at geometry's hang */
	RC_COLUMN_HANG_HEADING = -4, /* the same for headings */
	RC_COLUMN_MARK = -5, /* the same for notes */
};

enum rc_style_trait {
	RC_TRAIT_HEADING = 1 << 0, /* stays on the page of what follows */
	RC_TRAIT_WHOLE = 1 << 1,   /* stays on one page, with the line before */
	RC_TRAIT_ANNEX = 1 << 2,   /* begins an annex */
	RC_TRAIT_WIDE = 1 << 3,    /* over the page, not the column */
};

struct rc_style_row {
	double size, scale, tracking, leading, before, after;
	gboolean bold, italic;
	gint label, first, turn;
	enum rc_align align;
	guint traits;
};

const struct rc_style_row *rc_style(enum rc_style style);
/* The style that took a style's place in documents of 2010-2016; of a heading
 * with or without a label, below a part's letter or not. */
enum rc_style rc_style_2010(enum rc_style style, gboolean labelled,
    gboolean of_part);

#endif
