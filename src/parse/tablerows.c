/* tablerows.c - the lines of a table as rows.
 *
 * A line goes on in the row above when none of its cells could have stood on
 * the line before. Where blanks were folded to two, each line is a row. */
#include "parse/tables.h"

#include <string.h>

#include "base/error.h"

#define MAX_TAIL 4u  /* letters of a word's end that a narrow column cut off */

/* ---- cells ---- */

static guint
width(const struct rc_para *cell)
{
	return rc_columns(cell->text, cell->len);
}

/* Figures are never broken over two lines. */
static gboolean
is_figure(const struct rc_para *cell)
{
	const char *s = cell->text;

	/* "(1 200)", but not "(2021–2024)" */
	return g_ascii_isdigit(*s) || (*s == '(' && g_ascii_isdigit(s[1]) &&
	    !memchr(s, 0xE2, cell->len)) ||
	    (cell->len == 3 && (guchar)*s == 0xE2);
}

static void
cut_folded(const struct rc_table *t, const struct line *line, struct rc_para *cells)
{
	const char *s = line->para->text, *end = s + line->para->len;

	for (guint c = 0; c < t->n && s < end; c++) {
		gsize next, len = rc_line_cell(s, end - s, RC_CELL_BLANKS, &next);

		if (c + 1 == t->n)
			len = end - s;
		cells[c].text = s;
		cells[c].len = len;
		s += next;
	}
}

/* Cut a line into its cells; a cell without text has len 0. */
static void
cut_line(const struct rc_table *t, const struct line *line, struct rc_para *cells)
{
	guint at = rc_table_indent(line), column = 0;
	const char *s = line->para->text, *end = s + line->para->len;

	for (guint c = 0; c < t->n; c++)
		cells[c] = (struct rc_para){.text = "", .at = line->para->at};
	if (t->folded) {
		cut_folded(t, line, cells);
		return;
	}
	while (s < end) {
		gsize next, len = rc_line_cell(s, end - s, RC_CELL_BLANKS, &next);

		while (column + 1 < t->n && t->columns[column].to <= at)
			column++;
		if (cells[column].len) { /* two cells in one strip */
			cells[column].len = s + len - cells[column].text;
		} else {
			cells[column].text = s;
			cells[column].len = len;
		}
		at += rc_columns(s, next);
		s += next;
	}
}

gboolean
rc_cell_is_bracketed(const struct rc_para *cell)
{
	gunichar first = g_utf8_get_char(cell->text);
	gunichar last = g_utf8_get_char(
	    g_utf8_prev_char(cell->text + cell->len));

	return (first == '(' || first == 0xFF08) &&
	    (last == ')' || last == 0xFF09);
}

static guint
n_cells(const struct rc_table *t, const struct rc_para *cells)
{
	guint n = 0;

	for (guint c = 0; c < t->n; c++)
		n += cells[c].len > 0;
	return n;
}

/* Whether a cell could not have stood on the line before, behind another; what
 * begins with a small letter could, but is no row. */
static gboolean
is_more(const struct rc_table *t, guint c, const struct rc_para *cell)
{
	guint room = t->columns[c].to - t->columns[c].from;
	gunichar first = g_utf8_get_char(cell->text);

	return ((t->folded || c) && g_unichar_islower(first)) ||
	    width(&t->before[c]) + !g_unichar_iswide(first) +
	    rc_first_word(cell->text, cell->len) > room;
}

/* A lone cell of a folded line is more of a cell above it that it could not
 * have stood beside: of several, that which fills its column best. */
static void
place_lone(const struct rc_table *t, struct rc_para *cells)
{
	const struct rc_para cell = cells[0];
	guint best = t->n, least = 0;

	if (!t->folded || t->last < 0 || (t->n > 1 && cells[1].len) ||
	    rc_cell_is_bracketed(&cell))
		return;
	for (guint c = 0; c < t->n; c++) {
		const struct rc_para *before = &t->before[c];
		guint room = t->columns[c].to - t->columns[c].from;
		guint used = MIN(width(before), room);

		if (!before->len || is_figure(before) || !is_more(t, c, &cell) ||
		    (best < t->n && room - used >= least))
			continue;
		best = c;
		least = room - used;
	}
	if (best == t->n)
		return;
	cells[0].len = 0;
	cells[best] = cell;
}

/* A figure that stands beside the second line of a row's text: its cell is
 * empty so far, and the text goes on. */
static gboolean
is_beside(const struct parser *p, const struct rc_table *t, guint c,
    const struct rc_para *cells)
{
	return c && !cells[0].len && !t->folded && is_figure(&cells[c]) &&
	    n_cells(t, cells) > 1 &&
	    !g_array_index(p->cells, struct block,
	        block_at(p, t->last)->cell + c).len;
}

/* Whether a line is of the head of a table, whose texts stand on the last of
 * its lines: above, the first column is empty, and below all are filled. */
static gboolean
is_of_head(struct rc_table *t, const struct rc_para *cells)
{
	gboolean open = t->in_head;

	for (guint c = 0; c < t->n; c++)
		if (cells[c].len && is_figure(&cells[c]))
			return t->in_head = FALSE;
	t->in_head = !cells[0].len && n_cells(t, cells) > 1 &&
	    (open || t->last < 0);
	return open && (t->in_head || n_cells(t, cells) == t->n);
}

/* Whether no cell of a line could have stood on the line before. */
static gboolean
goes_on(const struct parser *p, const struct rc_table *t,
    const struct rc_para *cells)
{
	if (t->last < 0 || !t->pressed || (t->folded &&
	        (n_cells(t, cells) > 1 || rc_cell_is_bracketed(&cells[0]))))
		return FALSE;
	for (guint c = 0; c < t->n; c++) {
		const struct rc_para *before = &t->before[c];

		if (!cells[c].len || is_beside(p, t, c, cells))
			continue;
		if (!before->len ||
		    (is_figure(&cells[c]) && (c || is_figure(before))) ||
		    !is_more(t, c, &cells[c]))
			return FALSE;
	}
	return TRUE;
}

/* ---- rows ---- */

static struct block
cell_block(struct parser *p, const struct line *line,
    const struct rc_para *cell)
{
	struct rc_para para = *cell;

	para.text = g_string_chunk_insert_len(p->chunk, cell->text, cell->len);
	if (cell->len && line->para->len) {
		gsize from = cell->text - line->para->text;

		para.at = line->para->at;
		para.at.column += g_utf8_strlen(line->para->text, from);
		para.at.offset += from;
	}
	return rc_block_make(p, &para);
}

static gboolean
add_row(struct parser *p, struct rc_table *t, const struct line *line,
    const struct rc_para *cells, GError **error)
{
	struct block row = {.text = "", .kind = BLOCK_ROW,
	    .cell = p->cells->len, .n_cells = t->n, .indent = -1,
	    .hint = -1, .at = line->para->at, .last_page = line->page + 1};

	if (p->cells->len + t->n > RC_MAX_TABLE_CELLS)
		return rc_fail(error, RESCONV_E_LIMIT,
		    "more than %u table cells; split the input",
		    RC_MAX_TABLE_CELLS);
	for (guint c = 0; c < t->n; c++) {
		struct block cell = cell_block(p, line, &cells[c]);

		cell.last_page = line->page + 1;
		g_array_append_val(p->cells, cell);
	}
	t->last = p->blocks->len;
	g_array_append_val(p->blocks, row);
	return TRUE;
}

/* Whether the column was too narrow for a word: its head fills the column
 * alone, and the rest is the short end of it. */
static gboolean
is_cut_word(const struct rc_table *t, guint c, const struct rc_para *rest,
    const struct rc_mend *mend)
{
	const struct rc_para *head = &t->before[c];
	gsize tail = 0;

	if (width(head) < t->columns[c].to - t->columns[c].from ||
	    !g_unichar_islower(g_utf8_get_char(rest->text)))
		return FALSE;
	for (gsize i = head->len; i-- > 0;)
		if (head->text[i] == ' ')
			return FALSE;
	while (tail < rest->len &&
	    g_unichar_isalpha(g_utf8_get_char(rest->text + tail)))
		tail = g_utf8_next_char(rest->text + tail) - rest->text;
	return rc_mend_is_cut(mend, head->text, head->len, rest->text, tail,
	    g_utf8_strlen(rest->text, tail) <= MAX_TAIL);
}

static void
add_to_row(struct parser *p, struct rc_table *t, const struct line *line,
    const struct rc_para *cells, const struct rc_mend *mend)
{
	const struct block *row = block_at(p, t->last);

	for (guint c = 0; c < t->n; c++) {
		struct block rest;

		if (!cells[c].len)
			continue;
		rest = cell_block(p, line, &cells[c]);
		rc_block_join(p, &g_array_index(p->cells, struct block,
		    row->cell + c), &rest, is_cut_word(t, c, &cells[c], mend));
	}
}

/* A line that is a cell, or more of one. */
static gboolean
add_listed(struct parser *p, struct rc_table *t, const struct line *line,
    GError **error)
{
	struct rc_para cells[RC_MAX_TABLE_COLUMNS];
	struct block rest, *cell;

	for (guint c = 0; c < t->n; c++)
		cells[c] = (struct rc_para){.text = "", .at = line->para->at};
	if (line->row || t->last < 0) {
		cells[line->column] = *line->para;
		return add_row(p, t, line, cells, error);
	}
	rest = cell_block(p, line, line->para);
	cell = &g_array_index(p->cells, struct block,
	    block_at(p, t->last)->cell + line->column);
	if (cell->len)
		rc_block_join(p, cell, &rest, FALSE);
	else
		*cell = rest;
	return TRUE;
}

gboolean
rc_table_row(struct parser *p, struct rc_table *t, const struct rc_mend *mend,
    const struct line *line, GError **error)
{
	struct rc_para cells[RC_MAX_TABLE_COLUMNS];

	if (t->listed)
		return add_listed(p, t, line, error);
	cut_line(t, line, cells);
	place_lone(t, cells);
	if (is_of_head(t, cells) || goes_on(p, t, cells))
		add_to_row(p, t, line, cells, mend);
	else if (!add_row(p, t, line, cells, error))
		return FALSE;
	memcpy(t->before, cells, sizeof(cells[0]) * t->n);
	return TRUE;
}
