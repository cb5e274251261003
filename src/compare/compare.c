/* compare.c - two documents: units, their other ones, what differs in them. */
#include "compare/compare.h"

#include <string.h>

#include "compare/align.h"

static int
by_id(gconstpointer p, gconstpointer q)
{
	const struct rc_count *x = p, *y = q;

	return x->id < y->id ? -1 : x->id > y->id;
}

/* How often each word is there; blanks and marks are not counted. */
static GArray *
count_words(const GArray *words)
{
	GArray *counts = g_array_new(FALSE, FALSE, sizeof(struct rc_count));
	guint n = 0;

	for (guint i = 0; i < words->len; i++) {
		const struct rc_word *word =
		    &g_array_index(words, struct rc_word, i);
		struct rc_count count = {word->id, 1};

		if (word->kind == RC_WORD)
			g_array_append_val(counts, count);
	}
	g_array_sort(counts, by_id);
	for (guint i = 0; i < counts->len; i++) {
		struct rc_count *all = (struct rc_count *)(gpointer)counts->data;

		if (n && all[n - 1].id == all[i].id)
			all[n - 1].n++;
		else
			all[n++] = all[i];
	}
	g_array_set_size(counts, n);
	return counts;
}

static void
free_shape(gpointer data)
{
	struct rc_shape *shape = data;

	g_array_unref(shape->words);
	g_array_unref(shape->counts);
}

static GArray *
make_shapes(struct rc_lexicon *lexicon, const GArray *units)
{
	GArray *shapes = g_array_new(FALSE, FALSE, sizeof(struct rc_shape));

	g_array_set_clear_func(shapes, free_shape);
	for (guint i = 0; i < units->len; i++) {
		struct rc_shape shape = {
		    .unit = &g_array_index(units, struct rc_unit, i)};

		shape.words = rc_words(lexicon, shape.unit->text);
		shape.counts = count_words(shape.words);
		for (guint k = 0; k < shape.counts->len; k++)
			g_array_index(lexicon->units, guint,
			    g_array_index(shape.counts, struct rc_count, k).id)++;
		g_array_append_val(shapes, shape);
	}
	lexicon->n_units += units->len;
	return shapes;
}

/* When all words of both documents are known. */
static void
weigh(const struct rc_lexicon *lexicon, GArray *shapes)
{
	for (guint i = 0; i < shapes->len; i++) {
		struct rc_shape *shape =
		    &g_array_index(shapes, struct rc_shape, i);

		for (guint k = 0; k < shape->counts->len; k++) {
			const struct rc_count *count = &g_array_index(
			    shape->counts, struct rc_count, k);

			shape->weight += count->n *
			    rc_weight(lexicon, count->id);
		}
	}
}

/* ---- pairs ---- */

struct maker {
	struct rc_comparison *c;
	struct rc_lexicon lexicon;
	GArray *old, *new; /* struct rc_shape */
	int *to_new, *to_old;
	gboolean *moved; /* by new place */
};

static void
free_pair(gpointer data)
{
	g_array_unref(((struct rc_pair *)data)->pieces);
}

static const struct rc_shape *
shape_at(const GArray *shapes, int i)
{
	return i < 0 ? NULL : &g_array_index(shapes, struct rc_shape, i);
}

/* Notes go where their marks go. */
static gboolean
is_moved(const struct maker *m, const struct rc_pair *pair)
{
	return pair->old >= 0 && pair->new >= 0 && m->moved[pair->new] &&
	    shape_at(m->new, pair->new)->unit->part != RC_PART_NOTE;
}

static void
count_pair(struct rc_comparison *c, const struct rc_pair *pair)
{
	c->removed += pair->new < 0;
	c->added += pair->old < 0;
	c->changed += pair->old >= 0 && pair->new >= 0 && pair->changed;
	c->same += pair->old >= 0 && pair->new >= 0 && !pair->changed;
	c->moved += pair->moved;
	c->renumbered += pair->renumbered;
}

static void
add_pair(struct maker *m, int i, int j)
{
	static const struct rc_unit nothing = {.text = (char *)""};
	g_autoptr(GArray) no_words =
	    g_array_new(FALSE, FALSE, sizeof(struct rc_word));
	const struct rc_shape *old = shape_at(m->old, i);
	const struct rc_shape *new = shape_at(m->new, j);
	const struct rc_unit *before = old ? old->unit : &nothing;
	const struct rc_unit *after = new ? new->unit : &nothing;
	struct rc_pair pair = {
	    .old = i,
	    .new = j,
	    .changed = strcmp(before->text, after->text) != 0,
	    .renumbered = old && new &&
	        g_strcmp0(before->number, after->number) != 0,
	};

	pair.moved = is_moved(m, &pair);
	pair.pieces = rc_pieces(&m->lexicon, before,
	    old ? old->words : no_words, after, new ? new->words : no_words);
	count_pair(m->c, &pair);
	g_array_append_val(m->c->pairs, pair);
}

/* Old units from *next on that are in the new document no more, as far as the
 * first that is still where it was. */
static void
add_removed(struct maker *m, guint *next)
{
	for (; *next < m->old->len; (*next)++) {
		int j = m->to_new[*next];

		if (j >= 0 && !m->moved[j])
			return;
		if (j < 0)
			add_pair(m, *next, -1);
	}
}

static void
add_pairs(struct maker *m)
{
	guint next = 0;

	for (guint j = 0; j < m->new->len; j++) {
		int i = m->to_old[j];

		if (i >= 0 && !m->moved[j]) {
			add_removed(m, &next);
			next = i + 1;
		}
		add_pair(m, i, j);
	}
	for (; next < m->old->len; next++)
		if (m->to_new[next] < 0)
			add_pair(m, next, -1);
}

struct rc_comparison *
rc_compare(const xmlDoc *old, const xmlDoc *new)
{
	struct rc_comparison *c = g_new0(struct rc_comparison, 1);
	struct maker m = {.c = c};

	c->old = rc_units(old);
	c->new = rc_units(new);
	c->pairs = g_array_new(FALSE, FALSE, sizeof(struct rc_pair));
	g_array_set_clear_func(c->pairs, free_pair);
	rc_lexicon_init(&m.lexicon);
	m.old = make_shapes(&m.lexicon, c->old);
	m.new = make_shapes(&m.lexicon, c->new);
	weigh(&m.lexicon, m.old);
	weigh(&m.lexicon, m.new);
	rc_align(m.old, m.new, &m.lexicon, &m.to_new, &m.to_old);
	m.moved = g_new0(gboolean, m.new->len + 1);
	rc_find_moved(m.old, m.to_old, m.new->len, m.moved);
	add_pairs(&m);
	g_free(m.to_new);
	g_free(m.to_old);
	g_free(m.moved);
	g_array_unref(m.old);
	g_array_unref(m.new);
	rc_lexicon_done(&m.lexicon);
	return c;
}

void
rc_comparison_free(struct rc_comparison *c)
{
	if (!c)
		return;
	g_array_unref(c->old);
	g_array_unref(c->new);
	g_array_unref(c->pairs);
	g_free(c);
}
