/* pack.h - a language pack: its traits, and the sets of words that make_packs
 * makes of the rows of its .def when resconv is built. Only for src/lang. */
#ifndef RC_LANG_PACK_H
#define RC_LANG_PACK_H

#include "lang/fold.h"
#include "lang/lang.h"
#include "lang/words.h"

/* What a word of the set `leads` can be, as bits. */
enum rc_token {
	RC_T_PREAMBULAR = 1 << 0, /* a lead phrase, of this kind ... */
	RC_T_OPERATIVE = 1 << 1,
	RC_T_ALONE = 1 << 2,      /* ... that can stand without a noun */
	RC_T_EXPRESS = 1 << 3,    /* ... that can have a noun */
	RC_T_TURN = 1 << 4,
	RC_T_ADVERB = 1 << 5,
	RC_T_WITH = 1 << 6,
	RC_T_DEGREE = 1 << 7,
	RC_T_NOUN = 1 << 8,
	RC_T_AND = 1 << 9,
	RC_T_GLUED = 1 << 10,
	RC_T_BEFORE = 1 << 11,
	RC_T_MANNER = 1 << 12,
};

/* Numbers in the sets of ordinals and sections: value << 1, and whether it may
 * end there. */
#define RC_NUMBER_ENDS 1u

/* The place of the first two bytes of a character that is not ASCII. */
#define RC_WIDE(s) (((guchar)(s)[0] << 6 | ((guchar)(s)[1] & 0x3F)) & 0xFF)

#define RC_N_PACKS 6u
#define RC_MAX_PATTERNS 8u

/* The tables are not within it: they can be mapped as they are, this cannot. */
struct rc_lang {
	const char *code2, *code3, *link;
	char job;
	gboolean rtl, lead_bold, lead_italic, note_before, bare, ascending;
	gboolean degree_after; /* "preocupación profunda": a group may end so */

	struct rc_words phrases; /* value: index into masks */
	const guint64 *masks;
	const guint64 *ascii; /* the phrases that may begin with a byte, */
	const guint64 *wide;  /* or with two, by RC_WIDE() */
	const char *print[RC_PH_N];

	struct rc_words months, tails, ordinals, sections, parts, joins;
	struct rc_words numerals, marks, figures, leads, common;
	const char *patterns[RC_MAX_PATTERNS];
	guint n_patterns;
	gboolean month_first;  /* a pattern begins with a month's name */
	const guint8 *dated;   /* whether a date may begin with a byte */
	const guint32 *letters;
	guint n_letters;
};

/* In packs.c, which make_packs writes; in the order of their codes. */
extern const struct rc_lang rc_packs[RC_N_PACKS];

#endif
