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
	const struct rc_node *nodes; /* NULL: an empty set; the first: the root */
	guint n_nodes;
	const guint16 *first; /* the root's children by low byte */
};

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
