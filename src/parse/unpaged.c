/* unpaged.c - the pages of a text that has lost its form feeds, as when pages were
 * joined by line ends: each begins with its running head. */
#include "parse/furniture.h"

#include <string.h>

#define MIN_TITLE 20u  /* bytes of the title that make a head by themselves */
#define NEAR 4u        /* lines from the head in which a foot is */
#define LONG_FOOT 40u  /* bytes of a line with a label, blanks aside */

/* Whether a line has the label of a page among its words: "22-28101 2/13". */
static gboolean
has_label(const struct rc_para *para, guint page)
{
	const char *s = para->text, *end = s + para->len;
	guint bytes = 0;
	gboolean found = FALSE;

	while (s < end && bytes <= LONG_FOOT) {
		const char *blank = memchr(s, ' ', end - s);
		gsize len = (blank ? blank : end) - s;

		if (len && rc_is_page_label(s, len))
			found |= g_ascii_strtoull(s, NULL, 10) == page;
		bytes += len;
		s += len + 1;
	}
	return found && bytes <= LONG_FOOT;
}

/* Whether the foot of the page before stands above a head, or the label of its
 * own page below it: some extractions write feet behind heads. */
static gboolean
is_foot_near(const struct pages *g, guint from, guint end, guint page)
{
	guint to = MIN(end + NEAR, g->lines->len);

	for (guint i = end; i < to; i++)
		if (has_label(rc_line(g->lines, i)->para, page))
			return TRUE;
	for (guint i = from - MIN(from, NEAR); i < from; i++)
		if (rc_is_foot(g->p, rc_line(g->lines, i)->para, page > 2, FALSE))
			return TRUE;
	return FALSE;
}

/* Whether empty lines part a head from the text before it and behind it. */
static gboolean
stands_apart(const struct pages *g, guint from, guint end)
{
	return rc_line(g->lines, from)->para->gap && end < g->lines->len &&
	    rc_line(g->lines, end)->para->gap;
}

/* Whether what begins at a line, a head of n lines, begins a page. "Page 2" stood
 * below the symbol until the 1990s; notes may stand behind all pages then. */
static gboolean
begins_page(const struct pages *g, guint i, guint n, guint title, guint page)
{
	if (!n || !i || (i + n < g->lines->len && rc_is_page_number(g->p,
	        rc_line(g->lines, i + n)->para)))
		return FALSE;
	return title >= MIN_TITLE || stands_apart(g, i, i + n) ||
	    is_foot_near(g, i, i + n, page);
}

/* The next line from one on that may have the symbol, whose end may have blanks
 * ("75/254 A-C"); lines->len if none. */
static guint
next_symbol(const struct pages *g, guint i)
{
	const char *slash = strrchr(g->symbol->str, '/');
	g_autofree char *start = g_strndup(g->symbol->str,
	    slash ? slash + 1 - g->symbol->str : 1);

	while (i < g->lines->len &&
	    !strstr(rc_line(g->lines, i)->para->text, start))
		i++;
	return i;
}

void
rc_find_pages(struct pages *g)
{
	guint page = 0, symbol = 0;

	if (!g->symbol->len || !g->lines->len ||
	    rc_line(g->lines, g->lines->len - 1)->page)
		return;
	for (guint i = 0, n; i < g->lines->len; i += n) {
		guint title = 0;

		if (symbol < i)
			symbol = next_symbol(g, i);
		n = symbol - i < RC_HEAD_LINES ? rc_head_run(g, i, &title) : 0;
		if (begins_page(g, i, n, title, page + 2))
			page++;
		n = MAX(n, 1);
		for (guint k = i; k < i + n; k++)
			rc_line(g->lines, k)->page = page;
	}
}
