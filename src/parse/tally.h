/* tally.h - words and how often each stands in a text. */
#ifndef RC_PARSE_TALLY_H
#define RC_PARSE_TALLY_H

#include <glib.h>

#define RC_WORD_FACTOR 31u

/* A word where it stands: in two pieces if something stands between them, so
 * that it is looked up without being put together. tail is NULL for one. The
 * hash is a polynomial of all bytes. */
struct rc_word {
	const char *head, *tail;
	guint32 head_len, tail_len, hash;
};

struct rc_word rc_word_of(const char *s, gsize len);
/* The word that two of one piece are together. */
struct rc_word rc_word_joined(const struct rc_word *head,
    const struct rc_word *tail);

struct rc_tally_row {
	struct rc_word word;
	guint32 count;
};

/* A closed table: so many words are looked up that a GHashTable, which wants
 * each as one string, would be most of the work. All zero is empty. */
struct rc_tally {
	struct rc_tally_row *rows; /* a power of two of them */
	guint32 room, n;
};

/* The row of a word, which is added with a count of 0 if it has none. It is
 * good until the next is added; the word's text must outlive the table. */
struct rc_tally_row *rc_tally_add(struct rc_tally *tally,
    const struct rc_word *word);
/* The row of a word, or NULL. */
const struct rc_tally_row *rc_tally_find(const struct rc_tally *tally,
    const struct rc_word *word);
void rc_tally_done(struct rc_tally *tally);

#endif
