/* words.h - the words of a text and how often each stands in it: for mend.c and
 * hyphens.c. */
#ifndef RC_PARSE_WORDS_H
#define RC_PARSE_WORDS_H

#include "parse/mend.h"

#define RC_RARE 3u /* a word of the text may stand so often and be a piece */

struct rc_mend {
	gboolean english, chinese; /* language */
	gboolean latin;            /* letters of the text */
	struct rc_tally words;
	struct rc_tally compounds; /* the hyphen is between the two pieces */
	guint semicolons, spaced; /* of them those behind a blank, as in French */
};

gboolean rc_in_word(gunichar c);
/* The end of the word that begins at s, the start of that which ends there. */
const char *rc_word_end(const char *s, const char *end);
const char *rc_word_start(const char *text, const char *s);
/* The word that begins at s; of no bytes if none does. */
struct rc_word rc_word_read(const char *s, const char *end);
guint rc_words_count(const struct rc_mend *mend, const char *s, gsize len);
guint rc_words_count_of(const struct rc_mend *mend, const struct rc_word *word);
/* The compound that a word is without its hyphen, or NULL: from head to the
 * end of tail. */
const struct rc_word *rc_words_compound(const struct rc_mend *mend,
    const struct rc_word *word);
/* Whether a word may be what was joined when the hyphen at a line's end was
 * taken away. */
gboolean rc_is_at_joint(const char *text, const char *s, const char *e,
    guint joint);
/* Give a block its mended text, and tell. */
void rc_mend_set(struct parser *p, struct block *block, const GString *text);

#endif
