/* pdf_table.c - tables: lines in small type, or cut into columns, whose words
 * stand above each other. */
#include "input/pdf_table.h"

#include <math.h>

#include "base/error.h"
#include "base/limits.h"

#define SMALLER 0.94   /* a table's type against the text's */
#define CELL_GAP 0.85  /* ems between cells, at least */
/* From one row's line to the next row's, at least: in sizes, and against the
 * text's leading, which is wide in Arabic and Chinese. */
#define ROW_STEP 1.45
#define ROW_LEADING 1.18
#define MOST_STEP 1.7
#define SAME_BASE 2.0  /* points */
#define OUTSIDE 30     /* points */
#define HEADER 0.92    /* a header's type against the rows' */

/* ---- rows of lines ---- */

/* Heads, feet and notes stand between the parts of a table on two pages. */
static gboolean
is_between(const struct pdf_line *line)
{
	return line->zone != PDF_TEXT && line->zone != PDF_MASTHEAD;
}

gboolean
pdf_same_row(const struct pdf_line *a, const struct pdf_line *b)
{
	return a->page == b->page && fabsf(a->base - b->base) < SAME_BASE;
}

guint
pdf_row_end(const struct pdf_reading *r, guint i)
{
	guint end = i + 1;

	while (end < r->lines->len &&
	    pdf_same_row(line_at(r, i), line_at(r, end)))
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
		if (i > first && pdf_same_row(line, line - 1))
			continue;
		if (word_at(r, line, 0)->raised == RC_SUPER)
			last = i;
		else if (count_pieces(r, i, pdf_row_end(r, i)) > 1)
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
	    pdf_row_end(r, first) - first > 1;
}

/* Small type without columns is no table, nor is another lone row. */
void
pdf_find_tables(struct pdf_reading *r)
{
	for (guint i = 0; i < r->lines->len;) {
		guint end = i, sure = 0, rows = 0, kind;

		while (end < r->lines->len) {
			guint next = pdf_row_end(r, end);

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

	pdf_columns_of(t, piece, &first, &end);
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

	pdf_find_columns(t);
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
