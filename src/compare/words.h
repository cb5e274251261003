/* words.h - texts as words, and what differs between two; between the files of
 * this folder. */
#ifndef RC_COMPARE_WORDS_H
#define RC_COMPARE_WORDS_H

#include "compare/compare.h"

enum rc_word_kind { RC_WORD, RC_MARK, RC_BLANK };

/* A word, a Chinese character, a punctuation mark or a run of blanks. */
struct rc_word {
	gsize at, len; /* bytes of the text */
	guint id;      /* equal words have equal ones */
	enum rc_word_kind kind;
};

/* How often a text has a word. */
struct rc_count {
	guint id, n;
};

/* The words of both documents. */
struct rc_lexicon {
	GHashTable *ids;  /* char * to id + 1 */
	GArray *units;    /* guint by id: units that have the word */
	guint n_units;    /* of both documents */
	guint64 steps;    /* left, of RC_MAX_COMPARE_STEPS */
};

void rc_lexicon_init(struct rc_lexicon *lexicon);
void rc_lexicon_done(struct rc_lexicon *lexicon);
/* What a word weighs, of which rare ones weigh more: the bits of how rare. */
guint64 rc_weight(const struct rc_lexicon *lexicon, guint id);
/* An array of struct rc_word that covers the text without gaps. */
GArray *rc_words(struct rc_lexicon *lexicon, const char *text);
/* What differs, an array of struct rc_piece that frees them. */
GArray *rc_pieces(struct rc_lexicon *lexicon, const struct rc_unit *old,
    const GArray *old_words, const struct rc_unit *new,
    const GArray *new_words);

#endif
