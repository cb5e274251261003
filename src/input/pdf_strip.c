/* pdf_strip.c - the columns of a table, by the strips between the pieces of its
 * rows. */
#include "input/pdf_table.h"

#include <math.h>
#include <stdlib.h>

#define PIECE_GAP 0.5   /* ems between pieces, at least */
#define MOST_WIDTH 4000 /* points */

/* A number in a cell of its own is read from the left among Arabic text too:
 * "86 769 400". */
static void
order_figures(const struct pdf_reading *r, const struct pdf_line *line,
    guint first, guint n)
{
	struct pdf_word *words = PDF_AT(r->words, pdf_word, line->word + first);

	for (guint k = 0; k < n; k++)
		if (words[k].script != PDF_FIGURES || words[k].raised)
			return;
	for (guint k = 0; k < n / 2; k++) {
		struct pdf_word word = words[k];

		words[k] = words[n - 1 - k];
		words[n - 1 - k] = word;
	}
}

static void
add_piece(struct table *t, guint i, guint first, guint n)
{
	const struct pdf_line *line = line_at(t->r, i);
	struct piece piece = {i, first, n, MOST_WIDTH, 0};

	if (t->r->rtl)
		order_figures(t->r, line, first, n);

	for (guint k = first; k < first + n; k++) {
		piece.x0 = MIN(piece.x0, word_at(t->r, line, k)->x0);
		piece.x1 = MAX(piece.x1, word_at(t->r, line, k)->x1);
	}
	g_array_append_val(t->pieces, piece);
}

static void
cut_line(struct table *t, guint i)
{
	const struct pdf_line *line = line_at(t->r, i);
	guint first = 0;

	for (guint k = 1; k <= line->n; k++) {
		if (k < line->n && pdf_gap(word_at(t->r, line, k - 1),
		        word_at(t->r, line, k)) <= PIECE_GAP * line->size)
			continue;
		add_piece(t, i, first, k - first);
		first = k;
	}
}

/* What each point of the page's width has, over the rows of a table; while they
 * are counted, how many more than the point before it. */
struct profile {
	guint covered[MOST_WIDTH]; /* pieces */
	guint parted[MOST_WIDTH];  /* rows with a strip there between two pieces */
	guint crossed[MOST_WIDTH]; /* rows with other pieces and one there */
	float end[MOST_WIDTH];     /* the first of those that begin there or later */
	guint rows;
};

static guint
point_of(float x)
{
	return CLAMP(x, 0, MOST_WIDTH - 1);
}

static void
count_points(guint *counts, float x0, float x1)
{
	guint from = point_of(x0), to = point_of(ceilf(x1));

	if (from >= to)
		return;
	counts[from]++;
	counts[to]--;
}

static void
add_up(guint *counts)
{
	for (guint x = 1; x < MOST_WIDTH; x++)
		counts[x] += counts[x - 1];
}

static void
find_ends(const struct table *t, struct profile *p)
{
	for (guint x = 0; x < MOST_WIDTH; x++)
		p->end[x] = G_MAXFLOAT;
	for (guint i = 0; i < t->pieces->len; i++) {
		const struct piece *piece = PDF_AT(t->pieces, piece, i);
		guint x = point_of(piece->x0);

		p->end[x] = MIN(p->end[x], piece->x1);
	}
	for (guint x = MOST_WIDTH - 1; x-- > 0;)
		p->end[x] = MIN(p->end[x], p->end[x + 1]);
}

/* Whether some row has a piece within a strip of another: it is a column whose
 * cells are mostly empty. */
static gboolean
holds_piece(const struct profile *p, float x0, float x1)
{
	return p->end[point_of(x0 + 1)] <= x1;
}

static int
by_place(const void *a, const void *b)
{
	const struct piece *const *x = a, *const *y = b;

	return (*x)->x0 < (*y)->x0 ? -1 : (*x)->x0 > (*y)->x0;
}

/* The strips between the pieces of one row; a piece alone is a heading, or what
 * a cell goes on with. */
static void
count_strips(const struct table *t, struct profile *p, guint first, guint n)
{
	g_autoptr(GPtrArray) row = g_ptr_array_new();

	for (guint i = 0; i < n; i++)
		g_ptr_array_add(row, PDF_AT(t->pieces, piece, first + i));
	qsort(row->pdata, n, sizeof(gpointer), by_place);
	for (guint i = 1; i < n; i++) {
		const struct piece *a = row->pdata[i - 1], *b = row->pdata[i];

		count_points(p->crossed, b->x0, b->x1);
		if (i == 1)
			count_points(p->crossed, a->x0, a->x1);
		if (!holds_piece(p, a->x1, b->x0))
			count_points(p->parted, a->x1 + 1, b->x0);
	}
}

static void
make_profile(const struct table *t, struct profile *p)
{
	guint first = 0;

	find_ends(t, p);
	for (guint i = t->first; i < t->end; i = pdf_row_end(t->r, i))
		p->rows += line_at(t->r, i)->table;
	for (guint i = 0; i < t->pieces->len; i++) {
		const struct piece *piece = PDF_AT(t->pieces, piece, i);
		const struct pdf_line *line = line_at(t->r, piece->line);

		count_points(p->covered, piece->x0, piece->x1);
		if (i + 1 < t->pieces->len &&
		    pdf_same_row(line, line_at(t->r, piece[1].line)))
			continue;
		count_strips(t, p, first, i + 1 - first);
		first = i + 1;
	}
	add_up(p->covered);
	add_up(p->parted);
	add_up(p->crossed);
}

/* Whether a point is of a column: few pieces cover those that part them, of
 * heads that span several, and fewer than there are rows which it parts. */
static gboolean
is_of_column(const struct profile *p, guint x)
{
	if (p->covered[x] <= p->rows / 12)
		return FALSE;
	return p->parted[x] < 2 || p->parted[x] <= p->crossed[x];
}

void
pdf_find_columns(struct table *t)
{
	g_autofree struct profile *p = g_new0(struct profile, 1);
	gboolean inside = FALSE;

	for (guint i = t->first; i < t->end; i++)
		if (line_at(t->r, i)->table)
			cut_line(t, i);
	make_profile(t, p);
	for (guint x = 0; x < MOST_WIDTH; x++) {
		gboolean full = is_of_column(p, x);
		struct column column = {x, x};

		if (full && !inside)
			g_array_append_val(t->columns, column);
		if (full)
			PDF_AT(t->columns, column,
			    t->columns->len - 1)->x1 = x;
		inside = full;
	}
}

void
pdf_columns_of(const struct table *t, const struct piece *piece, guint *first,
    guint *end)
{
	float middle = (piece->x0 + piece->x1) / 2, nearest = MOST_WIDTH;

	*first = *end = 0;
	for (guint i = 0; i < t->columns->len; i++) {
		const struct column *column = PDF_AT(t->columns, column, i);
		float away = middle < column->x0 ? column->x0 - middle
		    : middle > column->x1 ? middle - column->x1 : 0;

		if (piece->x0 < column->x1 && piece->x1 > column->x0) {
			*first = *end ? *first : i;
			*end = i + 1;
		} else if (!*end && away < nearest) {
			nearest = away;
			*first = i;
		}
	}
	if (!*end)
		*end = *first + 1;
}
