/* table.c - tables of Markdown: pipe tables, and lines parted by tabs. */
#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "input/markdown.h"

#define LONGEST_MARKER 12 /* bytes of "ES-11/12." */

gboolean
rc_md_is_row(const struct rc_line *line)
{
	return line->len > 1 && line->s[0] == '|' &&
	    memchr(line->s + 1, '|', line->len - 1);
}

gboolean
rc_md_is_rule(const struct rc_line *line)
{
	gboolean bar = FALSE, dash = FALSE;

	for (gsize i = 0; i < line->len; i++) {
		char c = line->s[i];

		if (!strchr("|-:+= \t", c))
			return FALSE;
		bar = bar || c == '|';
		dash = dash || c == '-' || c == '=';
	}
	return bar && dash;
}

/* ---- tabs ---- */

/* Whether a cell is a number or list marker, and the tab after it no more
 * than what Word puts there: "1.", "(a)", "74/84.", "1 -". */
static gboolean
is_number(const char *s, gsize len)
{
	while (len && strchr("*_ ", *s)) {
		s++;
		len--;
	}
	while (len && strchr("*_ ", s[len - 1]))
		len--;
	return len > 1 && len <= LONGEST_MARKER && strchr(".)-", s[len - 1]) &&
	    !memchr(s, ' ', len - 2);
}

/* The same, or nothing, or a single character, such as a bullet. */
static gboolean
is_marker(const char *s, gsize len)
{
	return len <= 1 || len == g_utf8_skip[(guchar)*s] || is_number(s, len);
}

/* Cells with something in them, of those from the second on, a number after
 * an indent aside; and whether the first is a cell of a table too. */
static guint
count_cells(const struct rc_line *line, gboolean *first_counts)
{
	const char *s = line->s, *end = s + line->len;
	const char *tab = memchr(s, '\t', end - s);
	guint n = 0;

	*first_counts = tab && !is_marker(s, tab - s);
	while (tab) {
		gsize len;

		s = tab + 1;
		tab = memchr(s, '\t', end - s);
		len = rc_line_trimmed(s, (tab ? tab : end) - s);
		n += len && (n || *first_counts || !is_number(s, len));
	}
	return n;
}

gboolean
rc_md_is_tabbed(const GArray *block)
{
	guint yes = 0, no = 0, tabbed = 0;

	for (guint i = 0; i < block->len; i++) {
		const struct rc_line *line = &g_array_index(block,
		    struct rc_md_line, i).raw;
		gboolean first;
		guint cells = count_cells(line, &first);

		if (!memchr(line->s, '\t', line->len))
			continue;
		tabbed++;
		if (cells >= 2 || (first && cells == 1))
			yes++;
		else if (!first)
			no++;
	}
	return yes > no && tabbed * 2 > block->len;
}

/* ---- rows ---- */

/* Where the cell at s ends: at the bar, which a backslash makes text. */
static const char *
cell_end(const char *s, const char *end, char bar)
{
	while (s < end && *s != bar)
		s += bar == '|' && *s == '\\' && s + 1 < end ? 2 : 1;
	return MIN(s, end);
}

static gboolean
check_cells(const struct rc_md *md, guint n)
{
	if (n >= RC_MAX_TABLE_COLUMNS)
		return rc_fail(md->error, RESCONV_E_LIMIT,
		    "a table of more than %u columns; split it",
		    RC_MAX_TABLE_COLUMNS);
	if (md->text->cells->len >= RC_MAX_TABLE_CELLS)
		return rc_fail(md->error, RESCONV_E_LIMIT,
		    "more than %u cells in tables; split the input",
		    RC_MAX_TABLE_CELLS);
	return TRUE;
}

static gboolean
add_cell(struct rc_md *md, struct rc_line line, struct rc_para *row)
{
	struct rc_para cell;

	rc_line_indent(&line);
	line.len = rc_line_trimmed(line.s, line.len);
	if (!check_cells(md, row->n_cells) ||
	    !rc_inline_para(&md->in, line.s, line.len, 0, &line.at, &cell,
	        md->error))
		return FALSE;
	g_array_append_val(md->text->cells, cell);
	row->n_cells++;
	return TRUE;
}

/* Cut a row into cells. The place of each goes on from that of the one before
 * it. A bar at either end is the table's edge. */
static gboolean
fill_row(struct rc_md *md, const struct rc_line *line, char bar,
    struct rc_para *row)
{
	struct rc_line cell = *line;
	const char *end = line->s + line->len;

	if (bar == '|' && cell.len && *cell.s == bar)
		rc_line_skip(&cell, 1);
	for (;;) {
		const char *stop = cell_end(cell.s, end, bar);
		const char *s = cell.s;

		cell.len = stop - s;
		if (!add_cell(md, cell, row))
			return FALSE;
		if (stop == end)
			return TRUE;
		cell.at.column += g_utf8_strlen(s, stop - s) + 1;
		cell.at.offset += stop + 1 - s;
		cell.s = stop + 1;
		if (bar == '|' && cell.s == end)
			return TRUE;
	}
}

static gboolean
is_empty(const struct rc_md *md, const struct rc_para *row)
{
	for (guint i = 0; i < row->n_cells; i++)
		if (g_array_index(md->text->cells, struct rc_para,
		        row->cell + i).len)
			return FALSE;
	return TRUE;
}

static gboolean
add_row(struct rc_md *md, const struct rc_line *line, char bar,
    gboolean header)
{
	struct rc_para row = rc_para_make(md->text, "", 0, &line->at);

	row.kind = RC_PARA_ROW;
	row.header = header;
	row.gap = md->block_gap;
	row.cell = md->text->cells->len;
	if (!fill_row(md, line, bar, &row))
		return FALSE;
	if (header && is_empty(md, &row)) {
		g_array_set_size(md->text->cells, row.cell);
		return TRUE;
	}
	md->block_gap = 0;
	return rc_text_add(md->text, &row, md->error);
}

gboolean
rc_md_add_table(struct rc_md *md, char bar)
{
	GArray *block = md->block;
	struct rc_para end;

	for (guint i = 0; i < block->len; i++) {
		const struct rc_md_line *line = &g_array_index(block,
		    struct rc_md_line, i);
		gboolean header = bar == '|' && i == 0 && block->len > 1 &&
		    rc_md_is_rule(&line[1].line);

		if (bar == '|' && i < 2 && rc_md_is_rule(&line->line))
			continue;
		if (!add_row(md, bar == '|' ? &line->line : &line->raw, bar,
		    header))
			return FALSE;
	}
	end = rc_para_make(md->text, "", 0,
	    &g_array_index(block, struct rc_md_line, block->len - 1).line.at);
	end.kind = RC_PARA_TABLE_END;
	return rc_text_add(md->text, &end, md->error);
}
