/* align.c - which paragraph became which. Those whose text is the same and
 * stands once in both are fixed first; between them the best order-preserving
 * assignment by likeness is taken, and what is left may have moved. */
#include "compare/align.h"

#include <string.h>

#include "base/limits.h"

/* Likeness is a part of FULL: the weight of the words that two texts share,
 * twice, in that of all their words. */
#define FULL 1000u
#define LIKE_IN_ORDER 330u /* least for paragraphs between the same neighbours */
#define LIKE_MOVED 600u    /* least for those that moved */
#define LIKE_ROLE 340u     /* of lines of the cover that say the same thing */
#define SHORT_NOTE 3u      /* words of a note that but names a document */

struct aligner {
	const GArray *old, *new;
	struct rc_lexicon *lexicon;
	int *to_new, *to_old;
};

static const struct rc_shape *
shape(const GArray *shapes, int i)
{
	return &g_array_index(shapes, struct rc_shape, i);
}

static void
match(struct aligner *a, int i, int j)
{
	a->to_new[i] = j;
	a->to_old[j] = i;
}

/* ---- likeness ---- */

static guint64
shared_weight(const struct aligner *a, const GArray *x, const GArray *y)
{
	guint64 weight = 0;
	guint i = 0, j = 0;

	while (i < x->len && j < y->len) {
		const struct rc_count *p = &g_array_index(x, struct rc_count, i);
		const struct rc_count *q = &g_array_index(y, struct rc_count, j);

		if (p->id == q->id)
			weight += MIN(p->n, q->n) * rc_weight(a->lexicon, p->id);
		i += p->id <= q->id;
		j += q->id <= p->id;
	}
	a->lexicon->steps -= MIN(a->lexicon->steps, i + j + 1);
	return weight;
}

/* Lines of a cover, such as two dates, and notes that but name a document, stand
 * for each other where their neighbours do. */
static gboolean
have_one_role(const struct rc_shape *x, const struct rc_shape *y)
{
	if (x->unit->part == RC_PART_NOTE)
		return MAX(x->counts->len, y->counts->len) <= SHORT_NOTE;
	return x->unit->part == RC_PART_COVER && *x->unit->role &&
	    strcmp(x->unit->role, y->unit->role) == 0;
}

static guint
likeness(const struct aligner *a, int i, int j)
{
	const struct rc_shape *x = shape(a->old, i), *y = shape(a->new, j);
	guint64 both = x->weight + y->weight;
	guint like;

	if (x->unit->part != y->unit->part || !a->lexicon->steps)
		return 0;
	if (!both)
		return strcmp(x->unit->text, y->unit->text) == 0 ? FULL : 0;
	if (2 * MIN(x->weight, y->weight) * FULL < LIKE_IN_ORDER * both)
		like = 0; /* too different in length to be alike */
	else
		like = 2 * FULL * shared_weight(a, x->counts, y->counts) / both;
	return have_one_role(x, y) ? MAX(like, LIKE_ROLE) : like;
}

/* ---- what is the same, once ---- */

/* Texts to index + 1, or 0 for those that are there several times. */
static GHashTable *
only_ones(const GArray *shapes)
{
	GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < shapes->len; i++) {
		char *text = shape(shapes, i)->unit->text;
		gboolean again = g_hash_table_contains(seen, text);

		g_hash_table_insert(seen, text,
		    GUINT_TO_POINTER(again ? 0 : i + 1));
	}
	return seen;
}

static void
match_same(struct aligner *a)
{
	g_autoptr(GHashTable) old = only_ones(a->old);
	g_autoptr(GHashTable) new = only_ones(a->new);

	for (guint j = 0; j < a->new->len; j++) {
		const struct rc_unit *unit = shape(a->new, j)->unit;
		guint i = GPOINTER_TO_UINT(g_hash_table_lookup(old, unit->text));

		if (i && g_hash_table_lookup(new, unit->text) &&
		    shape(a->old, i - 1)->unit->part == unit->part)
			match(a, i - 1, j);
	}
}

/* ---- what is alike, between those that are fixed ---- */

/* Units not matched yet of a stretch. */
static GArray *
free_ones(const int *to, guint from, guint end)
{
	GArray *found = g_array_new(FALSE, FALSE, sizeof(int));

	for (int i = from; i < (int)end; i++)
		if (to[i] < 0)
			g_array_append_val(found, i);
	return found;
}

/* Tables of a stretch: how alike two are, and the most that all up to them
 * can be. */
struct stretch {
	guint n, m;
	guint *like;  /* n x m; below the least it is 0 */
	guint64 *sum; /* (n + 1) x (m + 1) */
};

static void
fill(const struct aligner *a, const struct stretch *s, const int *old,
    const int *new)
{
	guint wide = s->m + 1;

	for (guint i = 0; i < s->n; i++)
		for (guint j = 0; j < s->m; j++) {
			guint like = likeness(a, old[i], new[j]);
			guint64 pair = s->sum[i * wide + j], best;

			like = like < LIKE_IN_ORDER ? 0 : like;
			s->like[i * s->m + j] = like;
			best = MAX(s->sum[i * wide + j + 1],
			    s->sum[(i + 1) * wide + j]);
			s->sum[(i + 1) * wide + j + 1] = like ?
			    MAX(best, pair + like) : best;
		}
}

static void
trace(struct aligner *a, const struct stretch *s, const int *old,
    const int *new)
{
	guint wide = s->m + 1, i = s->n, j = s->m;

	while (i && j) {
		guint64 here = s->sum[i * wide + j];
		guint like = s->like[(i - 1) * s->m + j - 1];

		if (like && here == s->sum[(i - 1) * wide + j - 1] + like)
			match(a, old[--i], new[--j]);
		else if (here == s->sum[(i - 1) * wide + j])
			i--;
		else
			j--;
	}
}

/* A stretch too large for tables is matched place by place. */
static void
match_places(struct aligner *a, const struct stretch *s, const int *old,
    const int *new)
{
	for (guint i = 0; i < MIN(s->n, s->m); i++)
		if (likeness(a, old[i], new[i]) >= LIKE_IN_ORDER)
			match(a, old[i], new[i]);
}

static void
match_stretch(struct aligner *a, guint old_from, guint old_end, guint new_from,
    guint new_end)
{
	g_autoptr(GArray) old = free_ones(a->to_new, old_from, old_end);
	g_autoptr(GArray) new = free_ones(a->to_old, new_from, new_end);
	const int *o = (const int *)(gpointer)old->data;
	const int *n = (const int *)(gpointer)new->data;
	struct stretch s = {.n = old->len, .m = new->len};

	if (!s.n || !s.m)
		return;
	if ((guint64)s.n * s.m > RC_MAX_COMPARE_PAIRS) {
		match_places(a, &s, o, n);
		return;
	}
	s.like = g_new(guint, (gsize)s.n * s.m);
	s.sum = g_new0(guint64, (gsize)(s.n + 1) * (s.m + 1));
	fill(a, &s, o, n);
	trace(a, &s, o, n);
	g_free(s.like);
	g_free(s.sum);
}

static void
match_alike(struct aligner *a)
{
	g_autofree gboolean *moved = g_new0(gboolean, a->new->len + 1);
	guint old_from = 0, new_from = 0;

	rc_find_moved(a->old, a->to_old, a->new->len, moved);
	for (guint j = 0; j < a->new->len; j++) {
		int i = a->to_old[j];

		if (i < 0 || moved[j])
			continue;
		match_stretch(a, old_from, i, new_from, j);
		old_from = i + 1;
		new_from = j + 1;
	}
	match_stretch(a, old_from, a->old->len, new_from, a->new->len);
}

/* ---- what is left may have moved ---- */

struct candidate {
	guint like;
	int old, new;
};

static int
more_alike(gconstpointer p, gconstpointer q)
{
	const struct candidate *x = p, *y = q;

	if (x->like != y->like)
		return x->like > y->like ? -1 : 1;
	if (x->new != y->new)
		return x->new < y->new ? -1 : 1;
	return x->old < y->old ? -1 : x->old > y->old;
}

static void
match_moved(struct aligner *a)
{
	g_autoptr(GArray) old = free_ones(a->to_new, 0, a->old->len);
	g_autoptr(GArray) new = free_ones(a->to_old, 0, a->new->len);
	g_autoptr(GArray) found =
	    g_array_new(FALSE, FALSE, sizeof(struct candidate));

	if ((guint64)old->len * new->len > RC_MAX_COMPARE_PAIRS)
		return;
	for (guint i = 0; i < old->len; i++)
		for (guint j = 0; j < new->len; j++) {
			struct candidate c = {0, g_array_index(old, int, i),
			    g_array_index(new, int, j)};

			c.like = likeness(a, c.old, c.new);
			if (c.like >= LIKE_MOVED)
				g_array_append_val(found, c);
		}
	g_array_sort(found, more_alike);
	for (guint i = 0; i < found->len; i++) {
		struct candidate *c =
		    &g_array_index(found, struct candidate, i);

		if (a->to_new[c->old] < 0 && a->to_old[c->new] < 0)
			match(a, c->old, c->new);
	}
}

void
rc_align(const GArray *old, const GArray *new, struct rc_lexicon *lexicon,
    int **to_new, int **to_old)
{
	struct aligner a = {old, new, lexicon, g_new(int, old->len + 1),
	    g_new(int, new->len + 1)};

	for (guint i = 0; i < old->len; i++)
		a.to_new[i] = -1;
	for (guint j = 0; j < new->len; j++)
		a.to_old[j] = -1;
	match_same(&a);
	match_alike(&a);
	match_moved(&a);
	*to_new = a.to_new;
	*to_old = a.to_old;
}

/* ---- what moved ---- */

/* The heaviest row of pairs that is in order in both documents stays; what is
 * not in it has moved. best[i] holds, as a Fenwick tree over old places, the
 * new place at which the heaviest row up to there ends. */
struct chain {
	guint64 weight;
	int end; /* new place; -1: none */
};

static struct chain
heaviest(const struct chain *tree, guint i)
{
	struct chain best = {0, -1};

	for (; i; i &= i - 1)
		if (tree[i].weight > best.weight)
			best = tree[i];
	return best;
}

void
rc_find_moved(const GArray *old, const int *to_old, guint n_new,
    gboolean *moved)
{
	g_autofree struct chain *tree = g_new0(struct chain, old->len + 1);
	g_autofree int *before = g_new(int, n_new + 1);
	struct chain best;

	for (guint j = 0; j < n_new; j++) {
		int i = to_old[j];
		struct chain chain;

		moved[j] = i >= 0;
		if (i < 0)
			continue;
		chain = heaviest(tree, i);
		before[j] = chain.end;
		chain.weight += 1 + shape(old, i)->weight;
		chain.end = j;
		for (guint k = i + 1; k <= old->len; k += k & -k)
			if (tree[k].weight < chain.weight)
				tree[k] = chain;
	}
	best = heaviest(tree, old->len);
	for (int j = best.end; j >= 0; j = before[j])
		moved[j] = FALSE;
}
