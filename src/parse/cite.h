/* cite.h - numbers and symbols found in a text, before it is known where they
 * lead. */
#ifndef RC_PARSE_CITE_H
#define RC_PARSE_CITE_H

#include "parse/refs.h"

/* A number found, before it is known where it leads. */
struct cite {
	guint32 start, end;
	enum { CITE_SESSION, CITE_YEAR, CITE_OLD, CITE_COUNCIL, CITE_SYMBOL,
	    CITE_WEB } form;
	gboolean decision;
	guint8 special;    /* 1 special, 2 emergency session, told in Arabic */
	guint8 session;    /* of an old number, told in Arabic: (د-15) */
	enum rc_organ organ;
	struct rc_date date;
	guint32 date_end; /* where a date that follows it ends; 0 for none */
	const char *href; /* what the input linked it to; NULL or "" */
};

struct scan {
	struct parser *p;
	const char *text, *end;
	const struct block *block;
	GArray *cites;     /* of the parser */
	GString *href, *number; /* of the cite that is resolved */
	guint32 word;      /* end of the last word "resolution", 0 none */
	gboolean decision; /* it was "decision" */
	gboolean alive;    /* it still governs what follows */
};

/* cite.c: find the numbers and symbols from an offset on, with their organs
 * and dates. */
void rc_cites_find(struct scan *s, guint32 from);

/* A blank at s passed over. */
const char *rc_skip_blank(const char *s, const char *end);

#endif
