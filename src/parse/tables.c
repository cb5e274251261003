/* tables.c - tables among printed lines: columns by blanks.
 *
 * Where lines keep their places, a column is a strip that no line crosses; a
 * line goes on in the row above when none of its cells could have stood on the
 * line before. Where blanks were folded to two, each line is a row. */
#include "parse/tables.h"

#include <string.h>

#include "base/limits.h"

#define CELL_BLANKS 2u   /* between two columns */
#define MAX_WIDTH 400u   /* columns of a line that are looked at */
#define MIN_SHARE 3u     /* one line in three must have several cells */

static guint
n_cells(const struct rc_para *para)
{
	guint n = 0;

	for (gsize at = 0, next; at < para->len; at = next) {
		rc_line_cell(para->text + at, para->len - at, CELL_BLANKS, &next);
		next += at;
		n++;
	}
	return n;
}

/* Several cells, of which the first is not the mark of a paragraph. */
static gboolean
is_row(const struct line *line, const struct rc_lang *lang)
{
	const struct rc_para *para = line->para;
	struct mark mark;
	guint n = n_cells(para);

	if (n < 2)
		return FALSE;
	return n > 2 || !rc_mark_take(lang, para->text, para->len, &mark);
}

/* The lines from one gap or page to the next. */
static guint
group_end(const GArray *lines, guint from)
{
	guint end = from + 1;

	while (end < lines->len && rc_line(lines, end)->kind == LINE_TEXT &&
	    !rc_line(lines, end)->para->gap &&
	    rc_line(lines, end)->page == rc_line(lines, from)->page)
		end++;
	return end;
}

/* The last row of several cells goes on in lines that hold its first column
 * alone. */
static guint
extend(const GArray *lines, guint last, guint end)
{
	const struct rc_para *row = rc_line(lines, last)->para;
	gsize next;
	guint second;

	rc_line_cell(row->text, row->len, CELL_BLANKS, &next);
	second = MAX(row->indent, 0) + rc_columns(row->text, next);
	while (last + 1 < end && rc_line(lines, last + 1)->width < second &&
	    rc_line(lines, last + 1)->para->indent == row->indent &&
	    row->indent >= 0)
		last++;
	return last;
}

static void
find_in(GArray *lines, guint from, guint end, const struct rc_lang *lang)
{
	guint rows = 0, first = end, last = from;

	for (guint i = from; i < end; i++)
		if (is_row(rc_line(lines, i), lang)) {
			first = MIN(first, i);
			last = i;
			rows++;
		}
	if (rows < 2 || (last + 1 - first) > rows * MIN_SHARE)
		return;
	/* what stands above the first row of cells heads a column */
	while (first > from && rc_line(lines, first - 1)->para->indent >
	    rc_line(lines, first - 1)->base + 8)
		first--;
	last = extend(lines, last, end);
	for (guint i = first; i <= last; i++)
		rc_line(lines, i)->kind = LINE_TABLE;
}

void
rc_tables_find(GArray *lines, const struct rc_lang *lang)
{
	for (guint i = 0, end; i < lines->len; i = end) {
		end = i + 1;
		if (rc_line(lines, i)->kind != LINE_TEXT)
			continue;
		end = group_end(lines, i);
		find_in(lines, i, end, lang);
	}
}

/* ---- columns ---- */

struct column {
	guint from, to; /* columns of characters */
};

struct table {
	struct parser *p;
	GArray *lines;
	guint from, to;
	struct column columns[RC_MAX_TABLE_COLUMNS];
	guint n;
};

static guint
advance(const char *s)
{
	return rc_columns(s, g_utf8_next_char(s) - s);
}

/* How many lines have a character in each column of characters. */
static void
project(const struct table *t, guint *counts)
{
	for (guint i = t->from; i < t->to; i++) {
		const struct rc_para *para = rc_line(t->lines, i)->para;
		guint at = MAX(para->indent, 0);
		const char *s = para->text, *end = s + para->len;

		for (; s < end && at < MAX_WIDTH; s = g_utf8_next_char(s)) {
			guint n = advance(s);

			if (*s != ' ' && *s != '\t')
				for (guint k = 0; k < n && at + k < MAX_WIDTH; k++)
					counts[at + k]++;
			/* a single blank is within a cell */
			else if (s + 1 < end && s[1] != ' ' && s > para->text &&
			    s[-1] != ' ')
				counts[at]++;
			at += n;
		}
	}
}

static void
find_columns(struct table *t)
{
	guint counts[MAX_WIDTH] = {0};
	gboolean inside = FALSE;

	project(t, counts);
	for (guint x = 0; x < MAX_WIDTH; x++) {
		if (counts[x] && !inside && t->n < RC_MAX_TABLE_COLUMNS)
			t->columns[t->n++].from = x;
		inside = counts[x] != 0;
		if (inside)
			t->columns[t->n - 1].to = x + 1;
	}
	if (!t->n) /* all of it stands beyond what is looked at */
		t->columns[t->n++].to = MAX_WIDTH;
}

/* ---- rows ---- */

/* Cut a line into its cells; a cell without text has len 0. */
static void
cut_line(const struct table *t, const struct line *line, struct rc_para *cells)
{
	const struct rc_para *para = line->para;
	guint at = MAX(para->indent, 0), column = 0;
	const char *s = para->text, *end = s + para->len;

	for (guint c = 0; c < t->n; c++)
		cells[c] = (struct rc_para){.text = "", .at = para->at};
	while (s < end) {
		gsize next, len = rc_line_cell(s, end - s, CELL_BLANKS, &next);

		while (column + 1 < t->n && t->columns[column].to <= at)
			column++;
		if (cells[column].len) { /* two cells in one strip */
			len = s + len - cells[column].text;
			cells[column].len = len;
		} else {
			cells[column].text = s;
			cells[column].len = len;
		}
		at += rc_columns(s, next);
		s += next;
	}
}

static guint
first_word(const struct rc_para *cell)
{
	const char *space = memchr(cell->text, ' ', cell->len);

	return rc_columns(cell->text, space ? (gsize)(space - cell->text) :
	    cell->len);
}

/* Figures are never broken over two lines. */
static gboolean
is_figure(const struct rc_para *cell)
{
	const char *s = cell->text;

	return g_ascii_isdigit(*s) || (*s == '(' && g_ascii_isdigit(s[1])) ||
	    (cell->len == 3 && (guchar)*s == 0xE2);
}

/* Whether no cell of a line could have stood on the line before. */
static gboolean
goes_on(const struct table *t, const struct rc_para *before,
    const struct rc_para *cells)
{
	for (guint c = 0; c < t->n; c++) {
		guint room = t->columns[c].to - t->columns[c].from;

		if (!cells[c].len)
			continue;
		if (!before[c].len || is_figure(&cells[c]) ||
		    rc_columns(before[c].text, before[c].len) + 1 +
		    first_word(&cells[c]) <= room)
			return FALSE;
	}
	return TRUE;
}

static struct block
cell_block(struct parser *p, const struct rc_para *cell)
{
	struct rc_para para = *cell;

	para.text = g_string_chunk_insert_len(p->chunk, cell->text, cell->len);
	return rc_block_make(p, &para);
}

static void
add_row(struct table *t, const struct line *line, const struct rc_para *cells)
{
	struct block row = {.text = "", .kind = BLOCK_ROW,
	    .cell = t->p->cells->len, .n_cells = t->n, .indent = -1,
	    .hint = -1, .at = line->para->at, .last_page = line->page + 1};

	for (guint c = 0; c < t->n; c++) {
		struct block cell = cell_block(t->p, &cells[c]);

		cell.last_page = line->page + 1;
		g_array_append_val(t->p->cells, cell);
	}
	g_array_append_val(t->p->blocks, row);
}

static void
add_to_row(struct table *t, const struct rc_para *cells)
{
	const struct block *row = block_at(t->p, t->p->blocks->len - 1);

	for (guint c = 0; c < t->n; c++) {
		struct block rest;

		if (!cells[c].len)
			continue;
		rest = cell_block(t->p, &cells[c]);
		rc_block_join(t->p, &g_array_index(t->p->cells, struct block,
		    row->cell + c), &rest, FALSE);
	}
}

guint
rc_table_read(struct parser *p, GArray *lines, guint from)
{
	struct table t = {.p = p, .lines = lines, .from = from, .to = from + 1};
	struct rc_para before[RC_MAX_TABLE_COLUMNS];
	struct rc_para cells[RC_MAX_TABLE_COLUMNS];

	while (t.to < lines->len && rc_line(lines, t.to)->kind == LINE_TABLE &&
	    !rc_line(lines, t.to)->para->gap)
		t.to++;
	find_columns(&t);
	for (guint i = from; i < t.to; i++) {
		const struct line *line = rc_line(lines, i);

		cut_line(&t, line, cells);
		if (i > from && goes_on(&t, before, cells))
			add_to_row(&t, cells);
		else
			add_row(&t, line, cells);
		memcpy(before, cells, sizeof(cells));
	}
	return t.to;
}
