/* rows.h - what the .def of a language says, row by row, and the sets of words
 * that are made of it when resconv is built. Only for make_packs.
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
#ifndef RC_LANG_ROWS_H
#define RC_LANG_ROWS_H

#include "lang/pack.h"

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

#define RC_MAX_MASKS 128u /* sets of phrases that share their words */
#define RC_MAX_LETTERS 40u

/* A pack with its traits, what its sets are made of, and its tables. */
struct rc_source_pack {
	struct rc_lang pack;
	const struct rc_row *rows;
	guint n_rows;
	guint64 masks[RC_MAX_MASKS], ascii[128], wide[256];
	guint8 dated[256];
	guint32 letters[RC_MAX_LETTERS];
};

extern struct rc_source_pack rc_source_packs[RC_N_PACKS];

/* Make the sets of a pack. */
void rc_fill(struct rc_source_pack *source);

#endif
