/* pdf_column.c - pages of old volumes whose text is in two columns: the left
 * one is read before the right one, between lines that go over both. */
#include "input/pdf.h"

/* The gutter is in this part of the page; so many rows stand on either side of
 * it, of which most fill their column; a column is so wide at least, in parts of
 * the page; and so few rows of a hundred cross it. */
#define FROM 0.35
#define TO 0.65
#define FEWEST 15u
#define FILLED 0.75
#define MOSTLY 0.6
#define WIDE 0.28
#define CROSSING 15u
#define WIDEST 4000 /* points, of a page; a box of a file may say anything */

struct side {
	float x0, x1;    /* of all its words */
	guint n, filled; /* rows */
};

struct gutter {
	float x;
	guint crossing;
	struct side left, right;
};

static struct pdf_row *
row_at(const GArray *rows, guint i)
{
	return PDF_AT(rows, pdf_row, i);
}

static const struct pdf_word *
word_at(const struct pdf_row *row, guint i)
{
	return PDF_AT(row->words, pdf_word, i);
}

static gboolean
crosses(const struct pdf_row *row, float x)
{
	for (guint i = 0; i < row->words->len; i++)
		if (word_at(row, i)->x0 < x && word_at(row, i)->x1 > x)
			return TRUE;
	return FALSE;
}

/* What of a row is on one side of x; FALSE: nothing. */
static gboolean
extent(const struct pdf_row *row, float x, gboolean left, float *x0, float *x1)
{
	*x0 = G_MAXFLOAT;
	*x1 = -G_MAXFLOAT;
	for (guint i = 0; i < row->words->len; i++) {
		const struct pdf_word *word = word_at(row, i);

		if ((word->x1 <= x) != left)
			continue;
		*x0 = MIN(*x0, word->x0);
		*x1 = MAX(*x1, word->x1);
	}
	return *x0 < *x1;
}

static struct side
measure_side(const GArray *rows, float x, gboolean left)
{
	struct side side = {.x0 = G_MAXFLOAT};
	float x0, x1;

	for (guint i = 0; i < rows->len; i++) {
		if (crosses(row_at(rows, i), x) ||
		    !extent(row_at(rows, i), x, left, &x0, &x1))
			continue;
		side.x0 = MIN(side.x0, x0);
		side.x1 = MAX(side.x1, x1);
		side.n++;
	}
	for (guint i = 0; i < rows->len; i++)
		side.filled += !crosses(row_at(rows, i), x) &&
		    extent(row_at(rows, i), x, left, &x0, &x1) &&
		    x1 - x0 > FILLED * (side.x1 - side.x0);
	return side;
}

static gboolean
is_column(const struct side *side, float width)
{
	return side->n >= FEWEST && side->filled > MOSTLY * side->n &&
	    side->x1 - side->x0 > WIDE * width;
}

/* The place that fewest rows cross; FALSE when it parts no columns. */
static gboolean
find_gutter(const GArray *rows, float width, struct gutter *gutter)
{
	*gutter = (struct gutter){.crossing = G_MAXUINT};
	if (rows->len < 2 * FEWEST || width > WIDEST)
		return FALSE;
	for (float x = FROM * width; x < TO * width; x += 2) {
		guint n = 0;

		for (guint i = 0; i < rows->len; i++)
			n += crosses(row_at(rows, i), x);
		if (n < gutter->crossing) {
			gutter->crossing = n;
			gutter->x = x;
		}
	}
	if (gutter->crossing * 100 > CROSSING * rows->len)
		return FALSE;
	gutter->left = measure_side(rows, gutter->x, TRUE);
	gutter->right = measure_side(rows, gutter->x, FALSE);
	return is_column(&gutter->left, width) &&
	    is_column(&gutter->right, width);
}

/* A part of a row as a row; the right column moves to where the left one is, so
 * that what follows sees one. */
static void
add_part(GArray *to, const struct pdf_row *row, const struct gutter *gutter,
    gboolean left)
{
	float moved = left ? 0 : gutter->right.x0 - gutter->left.x0;
	struct pdf_row part = {row->base, row->size,
	    g_array_new(FALSE, FALSE, sizeof(struct pdf_word))};

	for (guint i = 0; i < row->words->len; i++) {
		struct pdf_word word = *word_at(row, i);

		if ((word.x1 <= gutter->x) != left)
			continue;
		word.x0 -= moved;
		word.x1 -= moved;
		g_array_append_val(part.words, word);
	}
	if (part.words->len)
		g_array_append_val(to, part);
	else
		g_array_unref(part.words);
}

static void
flush(GArray *to, GArray *right)
{
	g_array_append_vals(to, right->data, right->len);
	g_array_set_size(right, 0);
}

GArray *
pdf_in_columns(GArray *rows, float width)
{
	GArray *ordered, *right;
	struct gutter gutter;

	if (!find_gutter(rows, width, &gutter))
		return rows;
	ordered = g_array_new(FALSE, FALSE, sizeof(struct pdf_row));
	right = g_array_new(FALSE, FALSE, sizeof(struct pdf_row));
	for (guint i = 0; i < rows->len; i++) {
		const struct pdf_row *row = row_at(rows, i);

		if (crosses(row, gutter.x)) {
			struct pdf_row whole = {row->base, row->size,
			    g_array_ref(row->words)};

			flush(ordered, right);
			g_array_append_val(ordered, whole);
			continue;
		}
		add_part(ordered, row, &gutter, TRUE);
		add_part(right, row, &gutter, FALSE);
	}
	flush(ordered, right);
	g_array_unref(right);
	g_array_unref(rows);
	return ordered;
}
