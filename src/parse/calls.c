/* calls.c - where notes are called, in text whose raised numbers have become
 * plain digits: "2021,1 the", "2021, 1 the", "Abierta1, y", "(1)".
 *
 * A digit may be a call or a number. Each place that may be the call of a
 * note gets a score by what stands around it; the calls are the places that
 * stand in the order of the notes and score most together. */
#include "parse/calls.h"

#include <string.h>

#define MAX_PLACES 64u   /* that are looked at for one note */
#define GLUED 16         /* "Group,1 and": hardly ever a number */
#define LOOSE 8          /* "Group, 1 and" */
#define SUFFIX 1       /* "73/4419" */
#define WEAK 2           /* "2021,1 ", "paragraph 1," */

struct place {
	struct block *block;
	guint32 start, end; /* what is cut out */
	guint note;
	guint position;     /* in the text, counted */
	int score, total;
	gint before;        /* the place of an earlier note, -1 for none */
};

struct calls {
	struct parser *p;
	GArray *places;
	guint position;
	gint *best;         /* Fenwick tree: the place of the greatest total up
	                       to a position */
};

static gunichar
char_before(const struct block *b, guint32 at)
{
	return at ? g_utf8_get_char(g_utf8_prev_char(b->text + at)) : 0;
}

/* What stands behind a call; a blank before ";" or ":", as French has it, is
 * none. */
static gunichar
char_after(const struct block *b, guint32 at)
{
	const char *s = b->text + at, *end = b->text + b->len;
	gunichar c = s < end ? g_utf8_get_char(s) : 0;

	if ((c == ' ' || c == 0xA0 || c == 0x202F) &&
	    g_utf8_next_char(s) < end) {
		gunichar next = g_utf8_get_char(g_utf8_next_char(s));

		if (next == ';' || next == ':')
			return next;
	}
	return c;
}

static gboolean
ends_call(gunichar c)
{
	return !c || c == ' ' || c == '\n' || c == ',' || c == ';' || c == '.' ||
	    c == ':' || c == ')' || c == ']' || c == 0xA0 || c == 0x060C ||
	    c == 0x061B || c == 0xBB || c == 0x201D || c >= 0x2E80;
}

/* Marks after which English and Chinese print a call. */
static gboolean
is_mark(gunichar c)
{
	return c == ',' || c == ';' || c == '.' || c == ':' || c == ')' ||
	    c == 0x201D || c == 0x2019 || c == 0xBB || c == 0x3002 ||
	    c == 0xFF0C || c == 0xFF1B || c == 0x300B || c == 0x060C || c == ']' ||
	    c == 0x3001;
}

/* Whether four digits end here that are a year: a call may stand directly
 * behind them ("2021" and 1 are "20211"). */
static gboolean
ends_year(const struct block *b, guint32 at)
{
	const char *s = b->text + at - 4;

	if (at < 4 || (at > 4 && g_ascii_isdigit(s[-1])))
		return FALSE;
	for (guint i = 0; i < 4; i++)
		if (!g_ascii_isdigit(s[i]))
			return FALSE;
	return (s[0] == '1' && s[1] == '9') || (s[0] == '2' && s[1] == '0');
}

/* Whether a number of one or two digits ends here: "3" of "3.2". */
static gboolean
is_short_number(const struct block *b, guint32 at)
{
	guint32 from = at;

	while (from && g_ascii_isdigit(b->text[from - 1]))
		from--;
	return at > from && at - from < 3;
}

/* What a number directly behind a character is. */
static int
score_glued(const struct block *b, guint32 at, gunichar before)
{
	gunichar earlier = char_before(b, g_utf8_prev_char(b->text + at) - b->text);

	/* "2021" and 1 are "20211"; "73/44" and 19 are "73/4419" */
	if (g_unichar_isdigit(before))
		return ends_year(b, at) ? LOOSE : SUFFIX;
	if (is_mark(before) && g_unichar_isdigit(earlier))
		return before == '.' && is_short_number(b, at - 1) ? SUFFIX : LOOSE;
	if (is_mark(before))
		return GLUED;
	if (!g_unichar_isalpha(before))
		return 0;
	if (before >= 0x2E80)
		return LOOSE;
	/* "G20", "COVID19" are names */
	return g_unichar_isupper(before) ? WEAK : GLUED;
}

static gboolean
is_closing(gunichar c)
{
	return c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0xBB ||
	    c == 0x300B;
}

/* Whether a number ends a list's member: "2, 3 and 4". */
static gboolean
ends_member(const struct block *b, guint32 at)
{
	return at > 1 && b->text[at - 1] == ',' &&
	    g_ascii_isdigit(b->text[at - 2]);
}

static int
score_loose(const struct calls *c, const struct block *b, guint32 at,
    gunichar after)
{
	gboolean first = rc_lang_note_before_punctuation(c->p->lang);
	gunichar before = char_before(b, at);

	if (ends_member(b, at))
		return WEAK;
	if (is_mark(before))
		return first && !is_closing(before) ? WEAK : LOOSE;
	if (g_unichar_isdigit(before)) /* "2015–2030 2 applies" */
		return WEAK;
	if (!g_unichar_isalpha(before))
		return 0;
	if (is_mark(after) && after != ')')
		return first ? LOOSE : WEAK;
	return WEAK;
}

/* Whether a number at s is the marker and nothing more. */
static gboolean
is_marker(const char *s, const char *end, const char *marker, gsize len)
{
	return (gsize)(end - s) >= len && memcmp(s, marker, len) == 0 &&
	    (s + len == end || !g_ascii_isdigit(s[len]));
}

static void
add_place(struct calls *c, struct block *b, guint32 start, guint32 end,
    guint note, int score)
{
	struct place place = {.block = b, .start = start, .end = end,
	    .note = note, .position = ++c->position, .score = score,
	    .before = -1};

	g_array_append_val(c->places, place);
}

/* The place at a digit run, if it may call the note. No call stands between
 * the mark of a paragraph, which ends at an offset, and its text. */
static void
try_place(struct calls *c, struct block *b, guint32 from, guint32 at,
    guint note, gsize len)
{
	guint32 start = at, end = at + len;
	gunichar before = char_before(b, at), after;
	int score;

	after = char_after(b, end);
	if (after == '/' && before == ' ' && ends_call(char_after(b, end + 1))) {
		add_place(c, b, start - 1, end + 1, note, GLUED); /* "Water 1/ to" */
		return;
	}
	if (before == '(' && after == ')' && rc_lang_rtl(c->p->lang)) {
		start--;
		end++;
		if (char_before(b, start) == ' ')
			start--;
		if (start)
			add_place(c, b, start, end, note, GLUED);
		return;
	}
	if (!before || !ends_call(after) || rc_is_counted(before, after) ||
	    ((after == '.' || after == ',') &&
	        g_ascii_isdigit(b->text[end + 1])))
		return; /* a number, or a part of "2.991.700" */
	if (before != ' ' && before != '\n') {
		score = score_glued(b, at, before);
	} else {
		start--;
		if (start <= from)
			return;
		score = start ? score_loose(c, b, start, after) : 0;
	}
	if (score)
		add_place(c, b, start, end, note, score);
}

/* The notes of a page are called on it; a text without page breaks is one. */
static gboolean
is_on_page(const struct block *b, const struct note *note)
{
	guint first = MAX(b->at.page, 1), last = MAX(b->last_page, first);

	return !note->page || (first <= note->page && last >= note->page);
}

/* The first note of the pages that a block stands on, or of one behind: notes
 * are in the order of their pages. */
static guint
first_on_page(const struct parser *p, const struct block *b)
{
	guint page = MAX(b->at.page, 1), lo = 0, hi = p->notes->len;

	while (lo < hi) {
		guint mid = lo + (hi - lo) / 2;

		if (note_at(p, mid)->page < page)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

static void
scan_block(struct calls *c, struct block *b, guint32 from)
{
	const char *end = b->text + b->len;
	guint first = first_on_page(c->p, b), n = c->p->notes->len;

	if (first == n || !is_on_page(b, note_at(c->p, first)))
		return;
	for (guint32 at = from; at < b->len; at++) {
		if (!g_ascii_isdigit(b->text[at]))
			continue;
		for (guint i = first; i < n && i < first + MAX_PLACES &&
		     is_on_page(b, note_at(c->p, i)); i++) {
			const char *marker = note_at(c->p, i)->marker;
			gsize len = strlen(marker);

			if (is_marker(b->text + at, end, marker, len))
				try_place(c, b, from, at, i, len);
		}
	}
}

static void
scan(struct calls *c)
{
	struct parser *p = c->p;

	for (guint i = 0; i < p->blocks->len; i++) {
		struct block *b = block_at(p, i);
		struct mark mark;
		guint32 from = 0;

		if (b->kind == BLOCK_GONE || b->role == RC_ROLE_CONCLUSION ||
		    (b->kind == BLOCK_COVER && b->role != RC_ROLE_TITLE))
			continue;
		for (guint k = 0; k < b->n_cells; k++)
			scan_block(c, &g_array_index(p->cells, struct block,
			    b->cell + k), 0);
		if (b->n_cells)
			continue;
		if (rc_mark_take(p->lang, b->text, b->len, &mark))
			from = mark.len;
		scan_block(c, b, from);
	}
}

/* ---- the best order ---- */

static int
compare_notes(gconstpointer a, gconstpointer b)
{
	const struct place *x = a, *y = b;

	if (x->note != y->note)
		return x->note < y->note ? -1 : 1;
	return x->position < y->position ? -1 : x->position > y->position;
}

static struct place *
place_at(const struct calls *c, gint i)
{
	return &g_array_index(c->places, struct place, i);
}

static gint
best_below(const struct calls *c, guint position)
{
	gint best = -1;

	for (guint i = position - 1; i; i &= i - 1)
		if (c->best[i] >= 0 && (best < 0 ||
		        place_at(c, c->best[i])->total > place_at(c, best)->total))
			best = c->best[i];
	return best;
}

static void
enter_place(struct calls *c, gint place)
{
	for (guint i = place_at(c, place)->position; i <= c->position;
	     i += i & -i)
		if (c->best[i] < 0 || place_at(c, place)->total >
		    place_at(c, c->best[i])->total)
			c->best[i] = place;
}

/* Each note has one call, after those of the notes before it. */
static void
choose(struct calls *c)
{
	guint n = c->places->len;

	g_array_sort(c->places, compare_notes);
	c->best = g_new(gint, c->position + 1);
	for (guint i = 0; i <= c->position; i++)
		c->best[i] = -1;
	for (guint i = 0, end; i < n; i = end) {
		for (end = i; end < n && place_at(c, end)->note ==
		     place_at(c, i)->note; end++) {
			struct place *place = place_at(c, end);

			place->before = best_below(c, place->position);
			place->total = place->score + (place->before < 0 ? 0 :
			    place_at(c, place->before)->total);
		}
		for (guint k = i; k < end; k++)
			enter_place(c, k);
	}
}

static void
cut_calls(struct calls *c)
{
	g_autoptr(GArray) chosen = g_array_new(FALSE, FALSE, sizeof(gint));
	gint at = best_below(c, c->position + 1);

	for (; at >= 0; at = place_at(c, at)->before)
		g_array_append_val(chosen, at);
	for (guint i = chosen->len; i-- > 0;) {
		struct place *place = place_at(c,
		    g_array_index(chosen, gint, i));

		rc_block_cut(c->p, place->block, place->start, place->end,
		    place->note);
		note_at(c->p, place->note)->called = TRUE;
	}
}

void
rc_calls_find(struct parser *p)
{
	struct calls c = {.p = p,
	    .places = g_array_new(FALSE, FALSE, sizeof(struct place))};

	scan(&c);
	if (c.places->len) {
		choose(&c);
		cut_calls(&c);
	}
	g_free(c.best);
	g_array_unref(c.places);
}
