/* classify.h - the state of the walk that classifies blocks, and the questions
 * it asks of one. */
#ifndef RC_PARSE_CLASSIFY_H
#define RC_PARSE_CLASSIFY_H

#include "parse/parser.h"

enum zone {
	ZONE_START,    /* between title and formula */
	ZONE_PREAMBLE,
	ZONE_BODY,
	ZONE_END,      /* below a closing line */
	ZONE_ANNEX,
};

/* One list mark of each kind that is open, from the outside in. */
struct open_mark {
	guint8 style, shape;
	guint16 value;
};

struct state {
	struct parser *p;
	enum zone zone;
	guint at;
	gboolean numbers;   /* numbered paragraphs come before the next formula */
	gboolean unit;      /* a paragraph is open that text can go on in */
	gboolean recitals;  /* the section has had no operative paragraph yet */
	gboolean resolution; /* a formula has been seen */
	gboolean titled;    /* the label of an annex or a part stood before */
	gboolean lettered;  /* a decision in parts A, B ...: no formulas */
	gboolean vote;      /* a printed vote has not been closed yet */
	guint last_number;
	guint8 rank;        /* of the plain heading that is open; 0 none */
	struct open_mark open[RC_MAX_LIST_DEPTH];
	guint depth;
};

/* ---- looks.c: what a block looks like ---- */

/* Whether the printed text ends with one of the marks. */
gboolean rc_ends_with(const struct state *s, const struct block *b,
    const char *marks);
/* "Annex II", "Appendix"; nested is TRUE for what stands within an annex. */
gboolean rc_is_annex(const struct state *s, const struct block *b,
    gboolean *nested);
/* "46th plenary meeting" and the date below it, or one of them; a vote. */
gboolean rc_is_conclusion(const struct state *s, const struct block *b);
/* Whether a block is set as a heading, and below which others it stands. */
enum level rc_heading_style(const struct state *s, const struct block *b);

/* ---- listmark.c: the list marks that are open ---- */

/* Tell roman (i) from the letter, by what is open and by the mark that comes
 * next (NULL: none). */
void rc_mark_tell(const struct state *s, struct mark *mark,
    const struct block *next);
/* The depth of a mark, from 1, which is open then. */
guint rc_mark_place(struct state *s, const struct mark *mark);

#endif
