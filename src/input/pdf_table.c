/* pdf_table.c - tables: lines in small type, or cut into columns, whose words
 * stand above each other. */
#include "input/pdf.h"

#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/limits.h"

#define SMALLER 0.94   /* a table's type against the text's */
#define CELL_GAP 0.85  /* ems between cells, at least */
#define PIECE_GAP 0.5  /* the same, where no other row has anything */
/* From one row's line to the next row's, at least: in sizes, and against the
 * text's leading, which is wide in Arabic and Chinese. */
#define ROW_STEP 1.45
#define ROW_LEADING 1.18
#define MOST_STEP 1.7
#define SAME_BASE 2.0  /* points */
#define OUTSIDE 30     /* points */
#define MOST_WIDTH 4000
#define HEADER 0.92    /* a header's type against the rows' */

/* Words without a wide gap. */
struct piece {
	guint line, first, n; /* words of a line */
	float x0, x1;
};

struct column {
	float x0, x1;
};

struct table {
	struct pdf_reading *r;
	GArray *notes;       /* struct pdf_note */
	guint first, end;    /* lines */
	GArray *pieces;      /* struct piece */
	GArray *columns;     /* struct column, from left to right */
};

static struct pdf_line *
line_at(const struct pdf_reading *r, guint i)
{
	return PDF_AT(r->lines, pdf_line, i);
}

static const struct pdf_word *
word_at(const struct pdf_reading *r, const struct pdf_line *line, guint i)
{
	return PDF_AT(r->words, pdf_word, line->word + i);
}

/* ---- rows of lines ---- */

/* Heads, feet and notes stand between the parts of a table on two pages. */
static gboolean
is_between(const struct pdf_line *line)
{
	return line->zone != PDF_TEXT && line->zone != PDF_MASTHEAD;
}

static gboolean
same_row(const struct pdf_line *a, const struct pdf_line *b)
{
	return a->page == b->page && fabsf(a->base - b->base) < SAME_BASE;
}

/* Past the lines on one baseline. */
static guint
row_end(const struct pdf_reading *r, guint i)
{
	guint end = i + 1;

	while (end < r->lines->len &&
	    same_row(line_at(r, i), line_at(r, end)))
		end++;
	return end;
}

static guint
count_pieces(const struct pdf_reading *r, guint first, guint end)
{
	guint n = 0;

	for (guint i = first; i < end; i++) {
		const struct pdf_line *line = line_at(r, i);

		n++;
		for (guint k = 1; k < line->n; k++)
			n += pdf_gap(word_at(r, line, k - 1),
			         word_at(r, line, k)) >
			    CELL_GAP * line->size;
	}
	return n;
}

/* Tables are as wide as the page's head; no other small type is. */
static gboolean
is_outside(const struct pdf_reading *r, const struct pdf_line *line)
{
	return (r->rtl ? line->x1 - r->right : r->left - line->x0) > OUTSIDE;
}

/* How a row looks: no part of a table, perhaps, surely. */
static guint
looks(const struct pdf_reading *r, guint first, guint end)
{
	const struct pdf_line *line = line_at(r, first);

	if (line->zone != PDF_TEXT || line->size > r->size + 0.6)
		return 0;
	if (line->size < SMALLER * r->size)
		return count_pieces(r, first, end) > 1 || is_outside(r, line)
		    ? 2 : 1;
	return end - first > 1 ? 2 : 0;
}

/* What is above the notes of a table, each of which begins with its mark. */
static guint
above_notes(const struct pdf_reading *r, guint first, guint end)
{
	guint last = end;

	for (guint i = end; i-- > first;) {
		const struct pdf_line *line = line_at(r, i);

		if (is_between(line))
			continue;
		if (i > first && same_row(line, line - 1))
			continue;
		if (word_at(r, line, 0)->raised == RC_SUPER)
			last = i;
		else if (count_pieces(r, i, row_end(r, i)) > 1)
			break;
	}
	return last;
}

/* Whether a row is one of small type that a wide gap cuts, as the names below an
 * agreement are: it may be alone. */
static gboolean
is_cut(const struct pdf_reading *r, guint first)
{
	return line_at(r, first)->size < SMALLER * r->size &&
	    row_end(r, first) - first > 1;
}

/* Small type without columns is no table, nor is another lone row. */
void
pdf_find_tables(struct pdf_reading *r)
{
	for (guint i = 0; i < r->lines->len;) {
		guint end = i, sure = 0, rows = 0, kind;

		while (end < r->lines->len) {
			guint next = row_end(r, end);

			if (rows && is_between(line_at(r, end))) {
				end = next;
				continue;
			}
			kind = looks(r, end, next);
			if (!kind)
				break;
			sure += kind == 2;
			rows++;
			end = next;
		}
		if ((rows >= 2 && sure >= 2 && sure * 3 >= rows) ||
		    (rows == 1 && sure && is_cut(r, i)))
			for (guint k = above_notes(r, i, end); k-- > i;)
				line_at(r, k)->table = !is_between(line_at(r, k));
		i = MAX(end, i + 1);
	}
}

/* ---- columns ---- */

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
	for (guint i = t->first; i < t->end; i = row_end(t->r, i))
		p->rows += line_at(t->r, i)->table;
	for (guint i = 0; i < t->pieces->len; i++) {
		const struct piece *piece = PDF_AT(t->pieces, piece, i);
		const struct pdf_line *line = line_at(t->r, piece->line);

		count_points(p->covered, piece->x0, piece->x1);
		if (i + 1 < t->pieces->len &&
		    same_row(line, line_at(t->r, piece[1].line)))
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

static void
find_columns(struct table *t)
{
	g_autofree struct profile *p = g_new0(struct profile, 1);
	gboolean inside = FALSE;

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

/* The columns that a piece stands in: first, and past the last. */
static void
columns_of(const struct table *t, const struct piece *piece, guint *first,
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

/* ---- cells ---- */

struct cells {
	struct pdf_writing *w; /* one a column */
	guint *spans;          /* columns that the one which begins here has */
	guint n;
};

/* The column whose cell has a column: that one, or one before it whose cell spans
 * several. */
static guint
owner_of(const struct cells *cells, guint column)
{
	for (guint i = 0; i < column; i++)
		if (i + cells->spans[i] > column)
			return i;
	return column;
}

/* A cell never spans one in which something stands. */
static void
put_piece(const struct table *t, struct cells *cells, const struct piece *piece)
{
	guint first, end;

	columns_of(t, piece, &first, &end);
	first = owner_of(cells, first);
	for (guint i = first + 1; i < end; i++)
		if (cells->w[i].s->len || cells->w[i].calls->len)
			end = i;
	cells->spans[first] = MAX(cells->spans[first], end - first);
	pdf_write_line(&cells->w[first], line_at(t->r, piece->line),
	    piece->first, piece->n);
}

static gboolean
add_cell(struct table *t, struct cells *cells, guint i, guint *columns,
    struct rc_para *row)
{
	struct rc_text *text = t->r->text;
	struct rc_para cell;

	if (text->cells->len >= RC_MAX_TABLE_CELLS)
		return rc_fail(t->r->error, RESCONV_E_LIMIT,
		    "more than %u cells in tables; split the input",
		    RC_MAX_TABLE_CELLS);
	*columns = MAX(cells->spans[i], 1);
	cells->w[i].at = row->at;
	cell = pdf_written(&cells->w[i]);
	if (*columns > 1)
		cell.columns = *columns;
	g_array_append_val(text->cells, cell);
	row->n_cells++;
	return TRUE;
}

static gboolean
add_row(struct table *t, struct cells *cells, guint line, gboolean header)
{
	struct rc_place at = {line_at(t->r, line)->page + 1,
	    line_at(t->r, line)->number, 1, 0};
	struct rc_para row = rc_para_make(t->r->text, "", 0, &at);

	row.kind = RC_PARA_ROW;
	row.header = header;
	row.cell = t->r->text->cells->len;
	for (guint i = 0; i < cells->n;) {
		guint column = t->r->rtl ? cells->n - 1 - i : i;
		guint columns = 1;

		if (!add_cell(t, cells, owner_of(cells, column), &columns,
		        &row))
			return FALSE;
		i += columns;
	}
	for (guint i = 0; i < cells->n; i++)
		cells->spans[i] = 0;
	return rc_text_add(t->r->text, &row, t->r->error);
}

/* ---- rows ---- */

static float
row_step(const struct pdf_reading *r)
{
	return CLAMP(ROW_LEADING * r->leading / r->size, ROW_STEP, MOST_STEP);
}

/* Whether a line begins a row: it is lower than a cell's next line would be,
 * or of other type. */
static gboolean
begins_row(const struct pdf_reading *r, guint last, guint i)
{
	const struct pdf_line *a = line_at(r, last), *b = line_at(r, i);

	return a->page != b->page ||
	    b->base - a->base > row_step(r) * MAX(a->size, b->size) ||
	    b->base < a->base - SAME_BASE;
}

static float
largest_size(const struct table *t)
{
	float size = 0;

	for (guint i = t->first; i < t->end; i++)
		if (line_at(t->r, i)->table)
			size = MAX(size, line_at(t->r, i)->size);
	return size;
}

static guint
end_of_row(const struct table *t, guint first)
{
	guint end = first + 1;

	while (end < t->end && line_at(t->r, end)->table &&
	    !begins_row(t->r, end - 1, end))
		end++;
	return end;
}

static char *
row_text(const struct table *t, guint first, guint end)
{
	GString *s = g_string_new(NULL);

	for (guint i = first; i < end; i++) {
		g_autofree char *line = pdf_line_text(t->r, line_at(t->r, i));

		g_string_append(s, line);
	}
	return g_string_free(s, FALSE);
}

static void
tell_head(const struct table *t, guint i, const char *text)
{
	const struct pdf_line *line = line_at(t->r, i);
	struct rc_place at = {line->page + 1, line->number, 1, 0};

	rc_diag(t->r->diags, RC_D_FURNITURE, &at, text);
}

/* Heads that later pages repeat are read once. */
static gboolean
add_rows(struct table *t, struct cells *cells)
{
	g_autoptr(GHashTable) heads =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	float size = largest_size(t);
	guint piece = 0, end;
	gboolean header = TRUE;

	for (guint i = t->first; i < t->end; i = end) {
		g_autofree char *text = NULL;
		gboolean again;

		end = i + 1;
		if (!line_at(t->r, i)->table)
			continue;
		end = end_of_row(t, i);
		text = row_text(t, i, end);
		header &= line_at(t->r, i)->size < HEADER * size;
		again = !header && g_hash_table_contains(heads, text);
		for (; piece < t->pieces->len &&
		     PDF_AT(t->pieces, piece, piece)->line < end; piece++)
			if (!again)
				put_piece(t, cells,
				    PDF_AT(t->pieces, piece, piece));
		if (again)
			tell_head(t, i, text);
		else if (!add_row(t, cells, i, header))
			return FALSE;
		if (header)
			g_hash_table_add(heads, g_steal_pointer(&text));
	}
	return TRUE;
}

static void
start_cells(struct table *t, struct cells *cells)
{
	cells->n = t->columns->len;
	cells->w = g_new0(struct pdf_writing, cells->n);
	cells->spans = g_new0(guint, cells->n);
	for (guint i = 0; i < cells->n; i++)
		cells->w[i] = (struct pdf_writing){
		    .r = t->r,
		    .s = g_string_new(NULL),
		    .spans = g_array_new(FALSE, FALSE, sizeof(struct rc_span)),
		    .calls = g_array_new(FALSE, FALSE, sizeof(struct rc_call)),
		    .notes = t->notes,
		};
}

static void
end_cells(struct cells *cells)
{
	for (guint i = 0; i < cells->n; i++) {
		g_string_free(cells->w[i].s, TRUE);
		g_array_unref(cells->w[i].spans);
		g_array_unref(cells->w[i].calls);
	}
	g_free(cells->w);
	g_free(cells->spans);
}

static gboolean
add_table(struct table *t)
{
	const struct rc_place at = {line_at(t->r, t->end - 1)->page + 1,
	    line_at(t->r, t->end - 1)->number, 1, 0};
	struct cells cells = {0};
	struct rc_para end;
	gboolean ok;

	for (guint i = t->first; i < t->end; i++)
		if (line_at(t->r, i)->table)
			cut_line(t, i);
	find_columns(t);
	if (t->columns->len > RC_MAX_TABLE_COLUMNS)
		return rc_fail(t->r->error, RESCONV_E_LIMIT,
		    "a table of more than %u columns; split it",
		    RC_MAX_TABLE_COLUMNS);
	start_cells(t, &cells);
	ok = add_rows(t, &cells);
	end_cells(&cells);
	end = rc_para_make(t->r->text, "", 0, &at);
	end.kind = RC_PARA_TABLE_END;
	return ok && rc_text_add(t->r->text, &end, t->r->error);
}

guint
pdf_add_table(struct pdf_reading *r, GArray *notes, guint first)
{
	struct table t = {r, notes, first, first,
	    g_array_new(FALSE, FALSE, sizeof(struct piece)),
	    g_array_new(FALSE, FALSE, sizeof(struct column))};
	gboolean ok;

	for (guint i = first; i < r->lines->len &&
	     (line_at(r, i)->table || is_between(line_at(r, i))); i++)
		if (line_at(r, i)->table)
			t.end = i + 1;
	ok = add_table(&t);
	g_array_unref(t.pieces);
	g_array_unref(t.columns);
	return ok ? t.end : 0;
}
