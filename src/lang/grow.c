/* grow.c - add words to a set, when resconv is built. */
#include "lang/grow.h"

#include <assert.h>
#include <string.h>

/* Nodes are numbered by 16 bits; the room of all is there from the first on. */
#define ROOM (G_MAXUINT16 + 1u)

/* The nodes are const to all but who adds some. */
static struct rc_node *
node_at(struct rc_words *words, guint node)
{
	return (struct rc_node *)&words->nodes[node];
}

static guint16 *
first_at(struct rc_words *words, guint32 c)
{
	return (guint16 *)&words->first[c % RC_WORDS_BUCKETS];
}

static guint
add_node(struct rc_words *words, guint32 c, guint next)
{
	assert(c <= G_MAXUINT16 && words->n_nodes < ROOM);
	*node_at(words, words->n_nodes) =
	    (struct rc_node){.c = c, .next = next};
	return words->n_nodes++;
}

static guint
child_made(struct rc_words *words, guint node, guint32 c)
{
	guint at = rc_words_child(words, node, c);

	if (at)
		return at;
	at = add_node(words, c, node ? words->nodes[node].child
	    : *first_at(words, c));
	if (node)
		node_at(words, node)->child = at;
	else
		*first_at(words, c) = at;
	return at;
}

static guint
descend(struct rc_words *words, guint node, const char *s, const char *end)
{
	struct rc_fold f = {s, end, words->bare};
	guint32 c;

	while ((c = rc_fold_next(&f)))
		node = child_made(words, node, c);
	return node;
}

struct growth {
	struct rc_words *words;
	rc_words_put *put;
	guint value;
	gpointer data;
	const char *end;
};

static void grow(const struct growth *g, guint node, const char *s);

static void
grow_choice(const struct growth *g, guint node, const char *s)
{
	const char *close = memchr(s, ']', g->end - s);

	assert(close);
	for (;;) {
		const char *bar = memchr(s, '|', close - s);
		const char *stop = bar ? bar : close;

		grow(g, descend(g->words, node, s, stop), close + 1);
		if (!bar)
			return;
		s = bar + 1;
	}
}

static void
grow_slot(const struct growth *g, guint node, const char *s)
{
	guint slot = child_made(g->words, node, RC_WORDS_SLOT);

	node_at(g->words, node)->value |= RC_WORDS_HAS_SLOT;
	grow(g, slot, s);
	grow(g, child_made(g->words, node, ' '), s);
}

static void
grow(const struct growth *g, guint node, const char *s)
{
	const char *stop = s;

	while (stop < g->end && *stop != '[' && strncmp(stop, " * ", 3) != 0)
		stop++;
	node = descend(g->words, node, s, stop);
	if (stop == g->end)
		g->put(&node_at(g->words, node)->value, g->value, g->data);
	else if (*stop == '[')
		grow_choice(g, node, stop + 1);
	else
		grow_slot(g, node, stop + 3);
}

void
rc_words_add(struct rc_words *words, const char *row, rc_words_put *put,
    guint value, gpointer data)
{
	struct growth g = {words, put, value, data, row + strlen(row)};

	if (!words->nodes) {
		words->nodes = g_new(struct rc_node, ROOM);
		words->first = g_new0(guint16, RC_WORDS_BUCKETS);
		add_node(words, 0, 0);
	}
	grow(&g, 0, row);
}

void
rc_words_set(guint16 *place, guint value, gpointer data)
{
	assert(*place == 0 || *place == value);
	*place = value;
}

void
rc_words_or(guint16 *place, guint value, gpointer data)
{
	*place |= value;
}
