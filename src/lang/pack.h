/* pack.h - a language pack: the rows of its .def, and the sets of words that
 * are made from them at first use. Only for src/lang.
 *
 * A row's text is as print shows it; "[a|b|]" in it stands for one of several.
 * The kinds of rows:
 *   PHRASE(name, text)   a variant of a fixed phrase; the first is for print
 *   NONE(name)           the language has no such phrase
 *   MONTH(n, text)       a name of a month
 *   DATE(pattern)        D, M, N, Y: day, month, month in figures, year
 *   TAIL(text)          what may follow a year
 *   ORDINAL(n, text)     a word that may end an ordinal
 *   CARDINAL(n, text)    one that must be followed by more of it
 *   JOIN(text)           what stands between the words of an ordinal
 *   NUMERAL(n, text)     a digit or power of ten, in Chinese
 *   MARK(text)           what comes before an ordinal, in Chinese
 *   FIGURE(text)         what follows an ordinal in figures; "" for nothing
 *   SECTION(n, text)     a number of a section head in words, like ORDINAL
 *   PART(n, text)        a letter of a part that has a name
 *   LETTERS(text)        the alphabet of list marks, in order
 *   LEAD(says, text)     a lead phrase; "calls * upon" may have adverbs at *
 *   EXPRESS(says, text)  one that wants a noun: "expresses [deep concern]"
 *   VERB(says, text)     one that may have a noun: LEAD and EXPRESS
 *   TURN(text)           what makes a lead phrase preambular: "وإذ"
 *   ADVERB(text)         "also", "in this regard"
 *   BEFORE(text)        one that only stands before the verb
 *   MANNER(text)        an adverb of several words that the Council does not
 *                       count: "in the strongest terms"
 *   WITH(text)           what joins a noun to the verb: "with"
 *   DEGREE(text)         what stands with a noun: "its", "deep"
 *   NOUN(text)           "concern"
 *   AND(text)            what joins two verbs or two nouns; a "+" at the end
 *                        of this and of WITH: it is written on to the next
 *   WORD(text)           a common word, which tells the language */
#ifndef RC_LANG_PACK_H
#define RC_LANG_PACK_H

#include "lang/fold.h"
#include "lang/lang.h"
#include "lang/words.h"

enum rc_row_kind {
	RC_ROW_PHRASE,
	RC_ROW_NONE,
	RC_ROW_MONTH,
	RC_ROW_DATE,
	RC_ROW_TAIL,
	RC_ROW_ORDINAL,
	RC_ROW_CARDINAL,
	RC_ROW_JOIN,
	RC_ROW_NUMERAL,
	RC_ROW_MARK,
	RC_ROW_FIGURE,
	RC_ROW_SECTION,
	RC_ROW_PART,
	RC_ROW_LETTERS,
	RC_ROW_LEAD,
	RC_ROW_EXPRESS,
	RC_ROW_VERB,
	RC_ROW_TURN,
	RC_ROW_ADVERB,
	RC_ROW_BEFORE,
	RC_ROW_MANNER,
	RC_ROW_WITH,
	RC_ROW_DEGREE,
	RC_ROW_NOUN,
	RC_ROW_AND,
	RC_ROW_WORD,
	RC_ROW_N
};

struct rc_row {
	guint8 kind;
	guint16 value;
	const char *text;
};

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

#define RC_MAX_MASKS 128u /* sets of phrases that share their words */
#define RC_MAX_PATTERNS 8u
#define RC_MAX_LETTERS 40u

struct rc_lang {
	const char *code2, *code3, *link;
	char job;
	gboolean rtl, lead_bold, lead_italic, note_before, bare, ascending;
	gboolean degree_after; /* "preocupación profunda": a group may end so */
	const struct rc_row *rows;
	guint n_rows;

	/* Made by rc_pack_phrases(). */
	gsize phrases_ready;
	struct rc_words phrases; /* value: index into masks */
	guint64 masks[RC_MAX_MASKS];
	guint64 ascii[128]; /* the phrases that may begin with a byte, */
	guint64 wide[256];  /* or with two, by RC_WIDE() */
	const char *print[RC_PH_N];

	/* Made by rc_pack_words(). */
	gsize words_ready;
	struct rc_words months, tails, ordinals, sections, parts, joins;
	struct rc_words numerals, marks, figures, leads, common;
	const char *patterns[RC_MAX_PATTERNS];
	guint n_patterns;
	gboolean month_first;  /* a pattern begins with a month's name */
	gboolean dated[256];   /* the bytes that dates may begin with */
	guint32 letters[RC_MAX_LETTERS];
	guint n_letters;
};

/* Make the sets if they are not there yet. Threads may do it at once. The pack
 * is const to all who use it; only these write to it. */
const struct rc_lang *rc_pack_phrases(const struct rc_lang *lang);
const struct rc_lang *rc_pack_words(const struct rc_lang *lang);

#endif
