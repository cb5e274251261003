/* tally.c - words and how often each stands in a text. */
#include "parse/tally.h"

#include <string.h>

#define FIRST_ROOM 256u

struct rc_word
rc_word_of(const char *s, gsize len)
{
	struct rc_word word = {.head = s, .head_len = len};

	for (gsize i = 0; i < len; i++)
		word.hash = word.hash * RC_WORD_FACTOR + (guchar)s[i];
	return word;
}

/* The factor to a power. */
static guint32
raised(guint32 n)
{
	guint32 power = 1, factor = RC_WORD_FACTOR;

	for (; n; n >>= 1, factor *= factor)
		power *= n & 1 ? factor : 1;
	return power;
}

struct rc_word
rc_word_joined(const struct rc_word *head, const struct rc_word *tail)
{
	return (struct rc_word){head->head, tail->head, head->head_len,
	    tail->head_len, head->hash * raised(tail->head_len) + tail->hash};
}

/* Whether the word at s is that, which may be cut elsewhere. */
static gboolean
equals(const struct rc_word *a, const struct rc_word *b)
{
	guint32 len = MIN(a->head_len, b->head_len);

	if (!a->tail_len && !b->tail_len) /* as most are */
		return a->head_len == b->head_len &&
		    memcmp(a->head, b->head, len) == 0;
	if (a->head_len > b->head_len)
		return equals(b, a);
	return a->head_len + a->tail_len == b->head_len + b->tail_len &&
	    memcmp(a->head, b->head, len) == 0 &&
	    (!a->tail_len || (memcmp(a->tail, b->head + len,
	                          b->head_len - len) == 0 &&
	        (!b->tail_len || memcmp(a->tail + (b->head_len - len), b->tail,
	                             b->tail_len) == 0)));
}

/* The row of a word, or the free one where it belongs. */
static struct rc_tally_row *
row_at(const struct rc_tally *tally, const struct rc_word *word)
{
	guint32 at = (word->hash ^ word->hash >> 15) & (tally->room - 1);

	while (tally->rows[at].word.head &&
	    (tally->rows[at].word.hash != word->hash ||
	        !equals(&tally->rows[at].word, word)))
		at = (at + 1) & (tally->room - 1);
	return &tally->rows[at];
}

static void
grow(struct rc_tally *tally)
{
	struct rc_tally old = *tally;

	tally->room = old.room ? old.room * 2 : FIRST_ROOM;
	tally->rows = g_new0(struct rc_tally_row, tally->room);
	for (guint32 i = 0; i < old.room; i++)
		if (old.rows[i].word.head)
			*row_at(tally, &old.rows[i].word) = old.rows[i];
	g_free(old.rows);
}

struct rc_tally_row *
rc_tally_add(struct rc_tally *tally, const struct rc_word *word)
{
	struct rc_tally_row *row;

	if (tally->n * 2 >= tally->room)
		grow(tally);
	row = row_at(tally, word);
	if (!row->word.head) {
		row->word = *word;
		tally->n++;
	}
	return row;
}

const struct rc_tally_row *
rc_tally_find(const struct rc_tally *tally, const struct rc_word *word)
{
	const struct rc_tally_row *row;

	if (!tally->n)
		return NULL;
	row = row_at(tally, word);
	return row->word.head ? row : NULL;
}

void
rc_tally_done(struct rc_tally *tally)
{
	g_free(tally->rows);
	*tally = (struct rc_tally){0};
}
