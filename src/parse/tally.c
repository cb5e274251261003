/* tally.c - words and how often each stands in a text. */
#include "parse/tally.h"

#include <string.h>

#define FIRST_ROOM 256u

static guint32
hash_on(guint32 hash, const char *s, guint32 len)
{
	for (guint32 i = 0; i < len; i++)
		hash = hash * 31 + (guchar)s[i];
	return hash;
}

static guint32
hash_of(const struct rc_word *word)
{
	return hash_on(hash_on(0, word->head, word->head_len), word->tail,
	    word->tail_len);
}

/* Whether the word at s is that, which may be cut elsewhere. */
static gboolean
equals(const struct rc_word *a, const struct rc_word *b)
{
	guint32 len = MIN(a->head_len, b->head_len);

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
row_at(const struct rc_tally *tally, const struct rc_word *word, guint32 hash)
{
	guint32 at = (hash ^ hash >> 15) & (tally->room - 1);

	while (tally->rows[at].word.head && (tally->rows[at].hash != hash ||
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
			*row_at(tally, &old.rows[i].word, old.rows[i].hash) =
			    old.rows[i];
	g_free(old.rows);
}

struct rc_tally_row *
rc_tally_add(struct rc_tally *tally, const struct rc_word *word)
{
	guint32 hash = hash_of(word);
	struct rc_tally_row *row;

	if (tally->n * 2 >= tally->room)
		grow(tally);
	row = row_at(tally, word, hash);
	if (!row->word.head) {
		*row = (struct rc_tally_row){.word = *word, .hash = hash};
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
	row = row_at(tally, word, hash_of(word));
	return row->word.head ? row : NULL;
}

void
rc_tally_done(struct rc_tally *tally)
{
	g_free(tally->rows);
	*tally = (struct rc_tally){0};
}
