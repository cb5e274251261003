/* margins.c - where the text of a page begins whose lines are nearly all of a
 * list: the other pages tell how wide the text is. */
#include "parse/pages.h"

#define MIN_PAGES 3u /* pages that tell how wide the text is */
#define MIN_LACK 3u  /* columns that the lines of a deep list lack */
#define MAX_DRIFT 2u /* columns by which the pages of one text differ */

/* The lines of a page, and how wide its text is. */
struct extent {
	guint from, to, columns;
};

static int
compare(gconstpointer a, gconstpointer b)
{
	return (int)*(const guint *)a - (int)*(const guint *)b;
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
	g_autoptr(GArray) pages = g_array_new(FALSE, FALSE, sizeof(struct extent));
	g_autoptr(GArray) widths = g_array_new(FALSE, FALSE, sizeof(guint));
	guint usual;

	for (guint i = 0, to; i < lines->len; i = to) {
		struct extent page;

		to = rc_page_end(lines, i);
		page = (struct extent){i, to, page_columns(lines, i, to)};
		if (!page.columns)
			continue;
		g_array_append_val(pages, page);
		g_array_append_val(widths, page.columns);
	}
	if (widths->len < MIN_PAGES)
		return;
	g_array_sort(widths, compare);
	usual = g_array_index(widths, guint, widths->len / 2);
	for (guint i = 0; i < pages->len; i++) {
		struct extent page = g_array_index(pages, struct extent, i);

		if (page.columns + MIN_LACK <= usual)
			widen(lines, page.from, page.to, usual - page.columns);
	}
}
