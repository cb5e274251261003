/* margins.c - where the text of a page begins whose lines are nearly all of a
 * list: the other pages tell how wide the text is. */
#include "parse/pages.h"

#define MIN_PAGES 3u /* pages that tell how wide the text is */
#define MIN_LACK 3u  /* columns that the lines of a deep list lack */
#define MAX_DRIFT 2u /* columns by which the pages of one text differ */

static int
compare(gconstpointer a, gconstpointer b)
{
	return (int)*(const guint *)a - (int)*(const guint *)b;
}

static guint
end_of_page(const GArray *lines, guint from)
{
	guint page = rc_line(lines, from)->page, to = from + 1;

	while (to < lines->len && rc_line(lines, to)->page == page)
		to++;
	return to;
}

/* Columns of the widest line of running text of a page, its indent left out. */
static guint
page_columns(const GArray *lines, guint from, guint to)
{
	guint columns = 0;

	for (guint i = from; i < to; i++) {
		const struct line *line = rc_line(lines, i);

		if (line->kind == LINE_TEXT && line->para->len >= RC_LONG_LINE &&
		    rc_is_running(line))
			columns = MAX(columns, rc_line_width(line));
	}
	return columns;
}

/* Give a page whose lines lack some columns the indent of its outermost line,
 * if the missing columns stand before it. */
static void
widen(GArray *lines, guint from, guint to, guint lacks)
{
	guint base = rc_line(lines, from)->base, least = base;

	for (guint i = from; i < to; i++) {
		const struct line *line = rc_line(lines, i);
		int indent = line->para->indent;

		if (line->kind == LINE_TEXT && rc_is_running(line) &&
		    indent + (int)(lacks + MAX_DRIFT) >= (int)base)
			least = MIN(least, (guint)MAX(indent, 0));
	}
	for (guint i = from; i < to; i++)
		rc_line(lines, i)->base = least;
}

void
rc_widen_lists(GArray *lines)
{
	g_autoptr(GArray) widths = g_array_new(FALSE, FALSE, sizeof(guint));
	guint usual;

	for (guint i = 0, to; i < lines->len; i = to) {
		guint columns;

		to = end_of_page(lines, i);
		columns = page_columns(lines, i, to);
		if (columns)
			g_array_append_val(widths, columns);
	}
	if (widths->len < MIN_PAGES)
		return;
	g_array_sort(widths, compare);
	usual = g_array_index(widths, guint, widths->len / 2);
	for (guint i = 0, to; i < lines->len; i = to) {
		guint columns;

		to = end_of_page(lines, i);
		columns = page_columns(lines, i, to);
		if (columns && columns + MIN_LACK <= usual)
			widen(lines, i, to, usual - columns);
	}
}
