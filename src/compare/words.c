/* words.c - texts as words, and what differs between two: the least number of
 * words that go and come (E. W. Myers, An O(ND) Difference Algorithm, 1986). */
#include "compare/words.h"

#include <string.h>

#include "base/limits.h"

void
rc_lexicon_init(struct rc_lexicon *lexicon)
{
	*lexicon = (struct rc_lexicon){
	    .ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
	    .units = g_array_new(FALSE, TRUE, sizeof(guint)),
	    .steps = RC_MAX_COMPARE_STEPS,
	};
}

void
rc_lexicon_done(struct rc_lexicon *lexicon)
{
	g_hash_table_unref(lexicon->ids);
	g_array_unref(lexicon->units);
}

/* ---- words ---- */

guint64
rc_weight(const struct rc_lexicon *lexicon, guint id)
{
	guint units = g_array_index(lexicon->units, guint, id);

	return g_bit_storage(lexicon->n_units / MAX(units, 1));
}

static guint
id_of(struct rc_lexicon *lexicon, const char *s, gsize len)
{
	g_autofree char *word = g_strndup(s, len);
	guint id = GPOINTER_TO_UINT(g_hash_table_lookup(lexicon->ids, word));

	if (id)
		return id - 1;
	id = lexicon->units->len;
	g_array_set_size(lexicon->units, id + 1);
	g_hash_table_insert(lexicon->ids, g_steal_pointer(&word),
	    GUINT_TO_POINTER(id + 1));
	return id;
}

static gboolean
is_letter(gunichar c)
{
	return g_unichar_isalnum(c) || g_unichar_ismark(c);
}

/* Scripts without blanks: each character is a word. */
static gboolean
is_ideograph(gunichar c)
{
	GUnicodeScript script = g_unichar_get_script(c);

	return script == G_UNICODE_SCRIPT_HAN ||
	    script == G_UNICODE_SCRIPT_HIRAGANA ||
	    script == G_UNICODE_SCRIPT_KATAKANA;
}

/* What joins letters to one word: 75/240, 1.5, capacity-building, l’an. */
static gboolean
is_joiner(gunichar c)
{
	return c == '/' || c == '.' || c == ',' || c == '-' || c == '\'' ||
	    c == 0x2019 || c == 0x2010 || c == 0x2011 || c == '_';
}

static gboolean
is_blank(gunichar c)
{
	return c == '\t' || g_unichar_isspace(c);
}

static const char *
end_of_letters(const char *s)
{
	for (;;) {
		gunichar c = g_utf8_get_char(s), next;

		if (is_letter(c) && !is_ideograph(c)) {
			s = g_utf8_next_char(s);
			continue;
		}
		if (!*s || !is_joiner(c))
			return s;
		next = g_utf8_get_char(g_utf8_next_char(s));
		if (!is_letter(next) || is_ideograph(next))
			return s;
		s = g_utf8_next_char(s);
	}
}

static const char *
end_of_word(const char *s, enum rc_word_kind *kind)
{
	gunichar c = g_utf8_get_char(s);

	*kind = RC_WORD;
	if (is_letter(c) && !is_ideograph(c))
		return end_of_letters(s);
	if (is_blank(c)) {
		*kind = RC_BLANK;
	} else if (!is_ideograph(c)) {
		*kind = RC_MARK;
	}
	return g_utf8_next_char(s);
}

GArray *
rc_words(struct rc_lexicon *lexicon, const char *text)
{
	GArray *words = g_array_new(FALSE, FALSE, sizeof(struct rc_word));

	for (const char *s = text; *s;) {
		struct rc_word word = {.at = s - text};
		const char *end = end_of_word(s, &word.kind);

		word.len = end - s;
		word.id = id_of(lexicon, s, word.len);
		g_array_append_val(words, word);
		s = end;
	}
	return words;
}

/* ---- what differs ---- */

/* The words of two texts, and which of them are in both. */
struct texts {
	const struct rc_word *old, *new;
	int n_old, n_new;
	gboolean *old_kept, *new_kept;
};

#define BLOCKED (-2) /* no path gets to this diagonal within the texts */

/* How far a path of d edits gets on diagonal k before anything is the same;
 * v is how far those of d - 1 got, whose diagonal 0 is at d + 1. */
static int
step(const struct texts *t, const int *v, int d, int k, gboolean *removes)
{
	int right, down;

	*removes = FALSE;
	if (d == 0)
		return 0;
	right = v[d + k] + 1; /* an old word goes */
	down = v[d + k + 2];  /* a new one comes */
	if (right <= 0 || right > t->n_old)
		right = BLOCKED;
	if (down < 0 || down - k > t->n_new)
		down = BLOCKED;
	*removes = right > down;
	return MAX(right, down);
}

static int
slide(const struct texts *t, int x, int y)
{
	while (x < t->n_old && y < t->n_new && t->old[x].id == t->new[y].id) {
		x++;
		y++;
	}
	return x;
}

static int *
new_row(int d)
{
	int n = 2 * d + 5, *row = g_new(int, n);

	for (int i = 0; i < n; i++)
		row[i] = BLOCKED;
	return row;
}

/* How far each number of edits gets on each diagonal, until the ends meet; NULL
 * when it takes too long. Row d + 1 is that of d edits; its diagonal 0 is at
 * d + 2, for step() looks two places beyond either end. */
static GPtrArray *
search(const struct texts *t, guint64 *steps)
{
	g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func(g_free);

	g_ptr_array_add(rows, new_row(0));
	for (int d = 0; d <= RC_MAX_COMPARE_EDITS && *steps; d++) {
		const int *before = g_ptr_array_index(rows, d);
		int *row = new_row(d);

		g_ptr_array_add(rows, row);
		for (int k = -d; k <= d; k += 2) {
			gboolean removes;
			int from = step(t, before, d, k, &removes), x;

			if (from == BLOCKED)
				continue;
			x = slide(t, from, from - k);
			*steps -= MIN(*steps, (guint64)(x - from) + 1);
			row[d + 2 + k] = x;
			if (x == t->n_old && x - k == t->n_new)
				return g_steal_pointer(&rows);
		}
	}
	return NULL;
}

/* Back from the end: what lies on a diagonal is in both. */
static void
mark_kept(const struct texts *t, const GPtrArray *rows)
{
	int x = t->n_old, y = t->n_new;

	for (int d = (int)rows->len - 2; d >= 0; d--) {
		gboolean removes;
		int from = step(t, g_ptr_array_index(rows, d), d, x - y,
		    &removes);

		while (x > from) {
			t->old_kept[--x] = TRUE;
			t->new_kept[--y] = TRUE;
		}
		if (removes)
			x--;
		else
			y--;
	}
}

/* What is in both at either end need not be looked for. */
static void
keep_ends(const struct texts *t, int *start, int *end)
{
	int least = MIN(t->n_old, t->n_new);

	for (*start = 0; *start < least &&
	     t->old[*start].id == t->new[*start].id; (*start)++)
		t->old_kept[*start] = t->new_kept[*start] = TRUE;
	for (*end = 0; *end < least - *start &&
	     t->old[t->n_old - 1 - *end].id == t->new[t->n_new - 1 - *end].id;
	     (*end)++) {
		t->old_kept[t->n_old - 1 - *end] = TRUE;
		t->new_kept[t->n_new - 1 - *end] = TRUE;
	}
}

static void
find_kept(const struct texts *t, guint64 *steps)
{
	g_autoptr(GPtrArray) rows = NULL;
	struct texts middle = *t;
	int start, end;

	keep_ends(t, &start, &end);
	middle.old += start;
	middle.new += start;
	middle.n_old -= start + end;
	middle.n_new -= start + end;
	middle.old_kept += start;
	middle.new_kept += start;
	if (!middle.n_old || !middle.n_new)
		return;
	rows = search(&middle, steps);
	if (rows)
		mark_kept(&middle, rows);
}

/* ---- for the reader ---- */

/* A stretch of both texts: first what differs, then what is in both. */
struct hunk {
	int old, new;           /* where it begins */
	int old_same, new_same; /* where what is in both begins */
	int n_same;             /* words in both */
	gboolean says;          /* they are not blanks alone */
};

static gboolean
next_hunk(const struct texts *t, struct hunk *h, int old, int new)
{
	*h = (struct hunk){old, new, old, new, 0, FALSE};
	while (h->old_same < t->n_old && !t->old_kept[h->old_same])
		h->old_same++;
	while (h->new_same < t->n_new && !t->new_kept[h->new_same])
		h->new_same++;
	for (int i = h->old_same, j = h->new_same;
	     i < t->n_old && j < t->n_new && t->old_kept[i] && t->new_kept[j];
	     i++, j++) {
		h->n_same++;
		h->says |= t->old[i].kind != RC_BLANK;
	}
	return old < t->n_old || new < t->n_new;
}

/* Blanks alone between two changes are no text that stayed. */
static void
join_changes(const struct texts *t)
{
	struct hunk h;

	for (int i = 0, j = 0; next_hunk(t, &h, i, j);) {
		i = h.old_same + h.n_same;
		j = h.new_same + h.n_same;
		if (h.says || (h.old_same == h.old && h.new_same == h.new) ||
		    (i == t->n_old && j == t->n_new))
			continue;
		for (int k = 0; k < h.n_same; k++)
			t->old_kept[h.old_same + k] =
			    t->new_kept[h.new_same + k] = FALSE;
	}
}

/* ---- pieces ---- */

static void
free_piece(gpointer data)
{
	g_free(((struct rc_piece *)data)->text);
}

/* The run that a byte is in: the last that begins at it or before. */
static guint
run_of(const GArray *runs, gsize at)
{
	guint low = 0, high = runs->len;

	while (low + 1 < high) {
		guint middle = (low + high) / 2;

		if (g_array_index(runs, struct rc_run, middle).at <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* Part of a text, a piece for each style. */
static void
add_pieces(GArray *pieces, enum rc_change change, const struct rc_unit *unit,
    gsize from, gsize to)
{
	const GArray *runs = unit->runs;

	while (from < to) {
		guint run = run_of(runs, from);
		gsize next = run + 1 < runs->len ?
		    g_array_index(runs, struct rc_run, run + 1).at : to;
		gsize end = MIN(next, to);
		struct rc_piece piece = {
		    .change = change,
		    .style = runs->len ?
		        g_array_index(runs, struct rc_run, run).style : 0,
		    .text = g_strndup(unit->text + from, end - from),
		};

		g_array_append_val(pieces, piece);
		from = end;
	}
}

/* Bytes of words i to j. */
static void
add_words(GArray *pieces, enum rc_change change, const struct rc_unit *unit,
    const struct rc_word *words, int i, int j)
{
	if (j > i)
		add_pieces(pieces, change, unit, words[i].at,
		    words[j - 1].at + words[j - 1].len);
}

static GArray *
make_pieces(const struct texts *t, const struct rc_unit *old,
    const struct rc_unit *new)
{
	GArray *pieces = g_array_new(FALSE, FALSE, sizeof(struct rc_piece));
	struct hunk h;

	g_array_set_clear_func(pieces, free_piece);
	for (int i = 0, j = 0; next_hunk(t, &h, i, j);) {
		i = h.old_same + h.n_same;
		j = h.new_same + h.n_same;
		add_words(pieces, RC_REMOVED, old, t->old, h.old, h.old_same);
		add_words(pieces, RC_ADDED, new, t->new, h.new, h.new_same);
		add_words(pieces, RC_SAME, new, t->new, h.new_same, j);
	}
	return pieces;
}

GArray *
rc_pieces(struct rc_lexicon *lexicon, const struct rc_unit *old,
    const GArray *old_words, const struct rc_unit *new,
    const GArray *new_words)
{
	g_autofree gboolean *old_kept = g_new0(gboolean, old_words->len + 1);
	g_autofree gboolean *new_kept = g_new0(gboolean, new_words->len + 1);
	struct texts t = {
	    (const struct rc_word *)(gpointer)old_words->data,
	    (const struct rc_word *)(gpointer)new_words->data,
	    old_words->len, new_words->len, old_kept, new_kept,
	};

	find_kept(&t, &lexicon->steps);
	join_changes(&t);
	return make_pieces(&t, old, new);
}
