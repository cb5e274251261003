/* furniture.c - what stands on every page and is not of the text.
 *
 * A running head holds the symbol and pieces of the title, which the masthead
 * has already printed; a foot holds page label, job number and bar code. */
#include "parse/furniture.h"

#include <string.h>

#include "parse/symbol.h"

#define FOOT_LINES 8u
#define HEAD_INDENT 30u  /* columns of a head set to the right */
#define MIN_PIECE 4u     /* bytes of a piece of a running title */
#define MAX_PAGE_NUMBER 24u /* bytes of "Page 2" */
#define MAX_SCHEME 5     /* bytes of "https" */
#define MIN_STRAY 20u    /* of one that stands apart from its symbol */

void
rc_append_squeezed(GString *out, const char *text, gsize len)
{
	for (gsize i = 0; i < len; i++) {
		if (text[i] == ' ' || text[i] == '\t')
			continue;
		if ((guchar)text[i] == 0xC2 && (guchar)text[i + 1] == 0xA0) {
			i++;
			continue;
		}
		if ((guchar)text[i] == 0xC2 && ((guchar)text[i + 1] == 0xBA ||
		        (guchar)text[i + 1] == 0xAA)) {
			/* "40º" is printed as "40o" too, "46ª" as "46a" */
			g_string_append_c(out,
			    (guchar)text[++i] == 0xBA ? 'o' : 'a');
			continue;
		}
		g_string_append_c(out, text[i]);
	}
}

static void
mark(struct pages *g, guint from, guint to)
{
	for (guint i = from; i < to; i++)
		rc_line(g->lines, i)->kind = LINE_FURNITURE;
}

/* ---- feet ---- */

gboolean
rc_is_page_label(const char *s, gsize len)
{
	const char *slash = memchr(s, '/', len);

	if (!slash || slash == s || slash == s + len - 1 || len > 9)
		return FALSE;
	for (gsize i = 0; i < len; i++)
		if (s + i != slash && !g_ascii_isdigit(s[i]))
			return FALSE;
	return TRUE;
}

/* paged: labels of pages may stand here; plain: so may plain page numbers. */
static gboolean
is_foot_cell(const struct parser *p, const char *s, gsize len, gboolean paged,
    gboolean plain)
{
	gsize n = rc_job_take(s, len);

	if (n) { /* the date of printing may stand behind it: "100124" */
		while (n < len && (s[n] == ' ' || g_ascii_isdigit(s[n])))
			n++;
		return n == len;
	}
	if (len >= 8 && s[0] == '*' && s[len - 1] == '*')
		return TRUE;
	for (n = 0; n < len && g_ascii_isdigit(s[n]); n++)
		continue;
	if (n == len && (n == 6 || (plain && n && n < 4)))
		return TRUE;
	if (rc_is_page_label(s, len) && paged)
		return TRUE;
	return rc_lang_starts(p->lang, RC_PH_RECYCLE, s, len) > 0 ||
	    (len == 4 && memcmp(s, "/...", 4) == 0);
}

gboolean
rc_is_foot(const struct parser *p, const struct rc_para *para, gboolean paged,
    gboolean plain)
{
	for (gsize at = 0, next; at < para->len; at = next) {
		gsize len = rc_line_cell(para->text + at, para->len - at,
		    RC_HEAD_CELL, &next);

		next += at;
		if (!is_foot_cell(p, para->text + at, len, paged, plain))
			return FALSE;
	}
	return para->len > 0;
}

/* Whether a line is an address and nothing else. */
static gboolean
is_address(const struct rc_para *para)
{
	const char *scheme = g_strstr_len(para->text, para->len, "://");

	return scheme && scheme - para->text <= MAX_SCHEME &&
	    !memchr(para->text, ' ', para->len);
}

/* Tika lists the targets of a page's links below it, those of symbols above all;
 * another address alone may be the end of a note. */
static guint
take_addresses(struct pages *g, guint from, guint to)
{
	guint first = to;

	while (first > from && is_address(rc_line(g->lines, first - 1)->para))
		first--;
	if (first == to || (first + 1 == to &&
	        !strstr(rc_line(g->lines, first)->para->text, "://undocs.org/") &&
	        !strstr(rc_line(g->lines, first)->para->text, "://docs.un.org/")))
		return to;
	mark(g, first, to);
	return first;
}

void
rc_take_foot(struct pages *g, guint from, guint to)
{
	guint n = 0;
	gboolean plain = TRUE; /* no label "2/13" has been seen */

	to = take_addresses(g, from, to);
	while (to > from && n++ < FOOT_LINES) {
		struct line *line = rc_line(g->lines, to - 1);
		gboolean paged = line->page > 0;

		if (!rc_is_foot(g->p, line->para, paged, paged && plain))
			return;
		plain &= !memchr(line->para->text, '/', line->para->len);
		line->kind = LINE_FURNITURE;
		to--;
	}
}

/* ---- running heads ---- */

static gboolean
is_of_head(const struct pages *g, const GString *squeezed)
{
	return squeezed->len && squeezed->len <= g->head->len &&
	    strstr(g->head->str, squeezed->str) != NULL;
}

gboolean
rc_cut_symbol(const GString *symbol, GString *squeezed)
{
	gsize n = symbol->len;

	if (!n || squeezed->len < n)
		return FALSE;
	if (strncmp(squeezed->str, symbol->str, n) == 0)
		g_string_erase(squeezed, 0, n);
	else if (strcmp(squeezed->str + squeezed->len - n, symbol->str) == 0)
		g_string_truncate(squeezed, squeezed->len - n);
	else
		return FALSE;
	return TRUE;
}

/* Whether a squeezed cell is the symbol, or begins or ends with it beside a piece
 * of the title: some extractions put one blank between the two. */
static gboolean
is_symbol_cell(const struct pages *g, GString *cell)
{
	gsize n = g->symbol->len;

	if (cell->len > n && cell->len < n + MIN_PIECE)
		return FALSE;
	return rc_cut_symbol(g->symbol, cell) &&
	    (!cell->len || is_of_head(g, cell));
}

/* Whether a line is the symbol, or the symbol beside a piece of the title. */
static gboolean
has_symbol(const struct pages *g, const struct rc_para *para)
{
	gboolean found = FALSE;

	for (gsize at = 0, next; at < para->len; at = next) {
		g_autoptr(GString) cell = g_string_new(NULL);
		gsize len = rc_line_cell(para->text + at, para->len - at, 2,
		    &next);

		next += at;
		rc_append_squeezed(cell, para->text + at, len);
		if (is_symbol_cell(g, cell))
			found = TRUE;
		else if (!is_of_head(g, cell))
			return FALSE;
	}
	return found;
}

static gboolean
is_symbol_alone(const struct pages *g, const struct line *line)
{
	g_autoptr(GString) text = NULL;

	if (line->para->len < g->symbol->len)
		return FALSE;
	text = g_string_new(NULL);
	rc_append_squeezed(text, line->para->text, line->para->len);
	return text->len == g->symbol->len;
}

static gboolean
is_title_piece(const struct pages *g, guint from, guint to)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = from; i < to; i++)
		rc_append_squeezed(text, rc_line(g->lines, i)->para->text,
		    rc_line(g->lines, i)->para->len);
	return is_of_head(g, text);
}

/* Whether lines stand at the page's edges, where its text is indented: a head
 * whose title is printed otherwise than in the masthead. */
static gboolean
is_by_place(const struct pages *g, guint from, guint end, guint to)
{
	guint text = 0;

	for (guint i = end; i < to; i++) {
		int indent = rc_line(g->lines, i)->para->indent;

		text += indent > 0 && indent < (int)HEAD_INDENT;
	}
	for (guint i = from; i < end; i++) {
		int indent = rc_line(g->lines, i)->para->indent;

		if (indent > 0 && indent < (int)HEAD_INDENT)
			return FALSE;
	}
	return text * 2 > to - end;
}

/* The symbol at an edge of a line, and anything at the other. */
static gboolean
ends_head_by_place(const struct pages *g, guint i, guint to)
{
	const struct rc_para *para = rc_line(g->lines, i)->para;
	gsize at = 0, next = 0, len = 0;
	guint cells = 0;
	gboolean first = FALSE, last = FALSE;

	for (; at < para->len; at += next, cells++) {
		g_autoptr(GString) cell = g_string_new(NULL);

		len = rc_line_cell(para->text + at, para->len - at,
		    RC_HEAD_CELL, &next);
		rc_append_squeezed(cell, para->text + at, len);
		last = strcmp(cell->str, g->symbol->str) == 0;
		first |= last && !cells;
	}
	return cells == 2 && (first || last) && is_by_place(g, i, i + 1, to);
}

/* The symbol where a head begins or ends, and the title's lines with it. FALSE
 * when the page has none there. */
static gboolean
take_head_at_top(struct pages *g, guint from, guint to)
{
	guint symbol = from, end;

	while (symbol < to && symbol < from + RC_HEAD_LINES &&
	    !has_symbol(g, rc_line(g->lines, symbol)->para) &&
	    !ends_head_by_place(g, symbol, to))
		symbol++;
	if (symbol == to || symbol == from + RC_HEAD_LINES || (symbol > from &&
	        !is_title_piece(g, from, symbol) &&
	        !is_by_place(g, from, symbol, to)))
		return FALSE;
	mark(g, from, symbol + 1);
	if (symbol > from || !is_symbol_alone(g, rc_line(g->lines, symbol)))
		return TRUE;
	/* the running title stands below the symbol */
	for (end = symbol + 1; end < to && end < symbol + RC_HEAD_LINES &&
	     (end == symbol + 1 || !rc_line(g->lines, end)->para->gap); end++)
		continue;
	while (end > symbol + 1 && (!is_title_piece(g, symbol + 1, end) ||
	           rc_line(g->lines, end - 1)->para->len < MIN_PIECE))
		end--;
	mark(g, symbol + 1, end);
	return TRUE;
}

guint
rc_head_run(const struct pages *g, guint from, guint *title)
{
	guint to = MIN(from + RC_HEAD_LINES, g->lines->len), i = from;
	gboolean symbol = FALSE;

	*title = 0;
	for (; i < to && rc_line(g->lines, i)->kind == LINE_TEXT; i++) {
		const struct rc_para *para = rc_line(g->lines, i)->para;

		if (!symbol && has_symbol(g, para)) {
			symbol = TRUE;
			*title += para->len - MIN(para->len, g->symbol->len);
		} else if (para->len >= MIN_PIECE && is_title_piece(g, i, i + 1)) {
			*title += para->len;
		} else {
			break;
		}
	}
	return symbol ? i - from : 0;
}

/* ---- strays: a table's reading order put them among its cells ---- */

gboolean
rc_is_page_number(const struct parser *p, const struct rc_para *para)
{
	const char *end = para->text + para->len;
	const char *s = para->text + rc_lang_starts(p->lang, RC_PH_PAGE,
	    para->text, para->len);

	if (s == para->text || para->len > MAX_PAGE_NUMBER)
		return FALSE;
	while (s < end && (*s == ' ' || g_ascii_isdigit(*s)))
		s++;
	return s == end || rc_lang_starts(p->lang, RC_PH_PAGE, s, end - s) ==
	    (gsize)(end - s);
}

/* "3/8" on the third page, the job number, or both. */
static gboolean
is_stray_foot(const struct line *line)
{
	const char *s = line->para->text, *end = s + line->para->len;

	while (s < end) {
		const char *blank = memchr(s, ' ', end - s);
		gsize len = (blank ? blank : end) - s, job = rc_job_take(s, end - s);

		if (job > len)
			len = job; /* "22-28101 (E)" */
		else if (job != len && (!rc_is_page_label(s, len) ||
		             g_ascii_strtoull(s, NULL, 10) != line->page + 1))
			return FALSE;
		for (s += len; s < end && *s == ' '; s++)
			continue;
	}
	return line->para->len > 0;
}

/* The longest run of lines from one on that is a piece of the title. */
static guint
title_run(const struct pages *g, guint from, guint to)
{
	guint end = MIN(from + RC_HEAD_LINES, to), bytes = 0;

	while (end > from && !is_title_piece(g, from, end))
		end--;
	for (guint i = from; i < end; i++)
		bytes += rc_line(g->lines, i)->para->len;
	return bytes >= MIN_STRAY ? end : from;
}

/* The title at the top of a page that has the symbol further down. */
static void
take_stray_head(struct pages *g, guint from, guint to)
{
	for (guint i = from; i < to; i++) {
		const struct line *line = rc_line(g->lines, i);

		if (line->kind != LINE_TEXT || !is_symbol_alone(g, line) ||
		    !has_symbol(g, line->para))
			continue;
		mark(g, i, i + 1);
		while (from < i && rc_line(g->lines, from)->kind != LINE_TEXT)
			from++;
		mark(g, from, title_run(g, from, i));
		return;
	}
}

void
rc_take_head(struct pages *g, guint from, guint to)
{
	gboolean found;

	while (from < to && rc_line(g->lines, from)->kind == LINE_FURNITURE)
		from++;
	found = take_head_at_top(g, from, to);
	for (guint i = from; i < to; i++)
		if (rc_line(g->lines, i)->kind == LINE_TEXT &&
		    is_stray_foot(rc_line(g->lines, i)))
			mark(g, i, i + 1);
	if (!found)
		take_stray_head(g, from, to);
}

void
rc_take_page_numbers(struct pages *g, guint from, guint to)
{
	for (guint i = from; i < to; i++)
		if (strcmp(rc_line(g->lines, i)->para->text, "/...") == 0)
			mark(g, i, i + 1);
	for (guint i = from; i + 1 < to; i++)
		if (rc_is_page_number(g->p, rc_line(g->lines, i + 1)->para) &&
		    has_symbol(g, rc_line(g->lines, i)->para))
			mark(g, i, i + 2);
}
