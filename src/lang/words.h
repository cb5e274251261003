/* words.h - a set of folded words and phrases, each with a value, to find the
 * longest that a text starts with. A tree of characters in one array. */
#ifndef RC_LANG_WORDS_H
#define RC_LANG_WORDS_H

#include <glib.h>

#include "lang/fold.h"

#define RC_WORDS_BUCKETS 256
/* The character that stands for " * " of a row: a place where adverbs may
 * come between its words; no text folds to it. A node before such a place has
 * the bit in its value. */
#define RC_WORDS_SLOT 1u
#define RC_WORDS_HAS_SLOT 0x8000u

struct rc_node {
	guint16 c;     /* the folded character that leads here */
	guint16 child; /* the first below, or 0 */
	guint16 next;  /* the next beside it, or 0 */
	guint16 value; /* 0 where no word ends */
};

struct rc_words {
	gboolean bare; /* white space is not there: see struct rc_fold */
	struct rc_node *nodes; /* NULL is an empty set; the first is the root */
	guint n_nodes, room;
	guint16 first[RC_WORDS_BUCKETS]; /* the root's children by low byte */
};

/* Put a value into the place of a word. */
typedef void rc_words_put(guint16 *place, guint value, gpointer data);

/* Add what a row says: "séptim[o|a]" is two words, "calls * upon" has a slot.
 * Rows are ours, so a bad one is asserted. */
void rc_words_add(struct rc_words *words, const char *row, rc_words_put *put,
    guint value, gpointer data);
/* What puts: the value alone, or its bits to those that are there. */
void rc_words_set(guint16 *place, guint value, gpointer data);
void rc_words_or(guint16 *place, guint value, gpointer data);

static inline const struct rc_node *
rc_words_node(const struct rc_words *words, guint node)
{
	return &words->nodes[node];
}

/* The child of a node by character, or 0. The root is 0. */
static inline guint
rc_words_child(const struct rc_words *words, guint node, guint32 c)
{
	guint at;

	if (!words->nodes)
		return 0;
	at = node ? rc_words_node(words, node)->child
		  : words->first[c % RC_WORDS_BUCKETS];
	while (at && words->nodes[at].c != c)
		at = words->nodes[at].next;
	return at;
}

/* The longest word that text starts with and that ends at a word's edge (in a
 * bare text, anywhere): its value, or 0; its bytes in *size. */
guint rc_words_longest(const struct rc_words *words, const char *text,
    const char *end, gsize *size);

#endif
