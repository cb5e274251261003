/* masthead.c - the printed lines of the masthead, and what running heads repeat of
 * them: symbol and title. */
#include "parse/furniture.h"

#include <string.h>

#include "parse/symbol.h"

#define MAX_HEAD_LINES 120u
#define MAX_TITLE_LINES 6u   /* behind a gap in a title */
#define MAX_HEAD_BYTES 8192u /* of a masthead that heads are looked up in */

static gboolean
is_formula(const struct parser *p, const struct rc_para *para, gboolean titled)
{
	struct block block = {.text = para->text, .len = para->len};

	return para->len && rc_is_formula(p, &block, titled);
}

/* The masthead ends at the formula, or with the title where there is none; a
 * title may have gaps between its lines. */
static guint
find_head(const struct pages *g)
{
	guint n = MIN(g->lines->len, MAX_HEAD_LINES), title = 0, end = 0;
	gsize at;

	for (guint i = 0; i < n; i++) {
		const struct rc_para *para = rc_line(g->lines, i)->para;
		const char *text = para->text;

		if (is_formula(g->p, para, title))
			return i;
		if (!title && rc_title_number(g->p->lang, text, para->len, &at))
			title = i + 1 + (at >= para->len);
		else if (title && !end && i >= title && (para->gap ||
		             rc_opens_decision(g->p, text, para->len))) {
			end = i; /* no formula: a decision */
			n = MIN(n, i + MAX_TITLE_LINES);
		}
	}
	return end;
}

/* The symbol that a cell is, or that stands behind a blank at its end: "United
 * Nations A/RES/77/36". */
static void
read_symbol(struct pages *g, const char *cell, gsize len)
{
	const char *end = cell + len;

	if (len && end[-1] == '*')
		end--; /* it was reissued */
	while (cell && rc_symbol_take(cell, end - cell) != (gsize)(end - cell))
		if ((cell = memchr(cell, ' ', end - cell)))
			cell++;
	if (cell)
		rc_append_squeezed(g->symbol, cell, end - cell);
}

/* The symbol of a resolution of that number which a line begins or ends with;
 * bytes, or 0. */
static gsize
symbol_at_edge(const struct rc_para *para, const char *number, gsize len,
    const char **symbol)
{
	const char *blank = g_strrstr_len(para->text, para->len, " ");
	const char *edges[] = {para->text, blank ? blank + 1 : para->text};

	for (guint i = 0; i < G_N_ELEMENTS(edges); i++) {
		const char *s = edges[i], *end = para->text + para->len;
		gsize n = rc_symbol_take(s, end - s);

		*symbol = s;
		if (n > len && (s + n == end || s[n] == ' ') &&
		    s[n - len - 1] == '/' && memcmp(s + n - len, number, len) == 0)
			return n;
	}
	return 0;
}

/* Where the masthead has none, or one that an extraction tore: the running heads
 * have the symbol, whose end is the number before the title. */
static void
find_symbol(struct pages *g, guint head)
{
	const char *number = NULL, *symbol;
	gsize len = 0, n, at;

	for (guint i = 0; i < head && !len; i++) {
		number = rc_line(g->lines, i)->para->text;
		len = rc_title_number(g->p->lang, number,
		    rc_line(g->lines, i)->para->len, &at);
	}
	for (guint i = head; len && i < g->lines->len; i++) {
		n = symbol_at_edge(rc_line(g->lines, i)->para, number, len,
		    &symbol);
		if (n) {
			rc_append_squeezed(g->symbol, symbol, n);
			return;
		}
	}
}

void
rc_read_masthead(struct pages *g)
{
	guint n = find_head(g);

	for (guint i = 0; i < n; i++) {
		const struct rc_para *para = rc_line(g->lines, i)->para;

		rc_line(g->lines, i)->kind = LINE_HEAD;
		rc_append_squeezed(g->head, para->text,
		    MIN(para->len, MAX_HEAD_BYTES - MIN(g->head->len,
		        MAX_HEAD_BYTES)));
		for (gsize at = 0, next; at < para->len && !g->symbol->len;
		     at = next) {
			gsize len = rc_line_cell(para->text + at,
			    para->len - at, RC_HEAD_CELL, &next);

			read_symbol(g, para->text + at, len);
			next += at;
		}
	}
	if (n && !g->symbol->len)
		find_symbol(g, n);
}
