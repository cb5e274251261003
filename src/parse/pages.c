/* pages.c - printed lines: what belongs to the page and not to the text.
 *
 * A running head holds the symbol and pieces of the title, which the masthead
 * has already printed; a foot holds page label, job number and bar code; notes
 * stand below a row of underscores. */
#include "parse/pages.h"

#include <string.h>

#include "parse/symbol.h"

#define HEAD_LINES 8u    /* a running title has up to six lines */
#define FOOT_LINES 8u
#define RULE_MIN 10u     /* underscores; 15 and 18 are usual */
#define MAX_HEAD_LINES 120u
#define CELL_BLANKS 3u
#define MAX_FIRST_INDENT 12u
#define HEAD_INDENT 30u  /* columns of a head set to the right */
#define MIN_PIECE 4u     /* bytes of a piece of a running title */
#define LONG_LINE 50u    /* bytes of a line that no cell of a table has */
#define MAX_HEAD_BYTES 8192u /* of a masthead that heads are looked up in */

guint
rc_columns(const char *text, gsize len)
{
	const char *end = text + len;
	guint n = 0;

	for (; text < end; text = g_utf8_next_char(text)) {
		gunichar c = g_utf8_get_char(text);

		if ((guchar)*text < 0x80)
			n++;
		else if (g_unichar_iszerowidth(c))
			continue;
		else
			n += g_unichar_iswide(c) ? 2 : 1;
	}
	return n;
}

guint
rc_first_word(const char *text, gsize len)
{
	const char *space = memchr(text, ' ', len);

	if (len && g_unichar_iswide(g_utf8_get_char(text)))
		return 2;
	return rc_columns(text, space ? (gsize)(space - text) : len);
}

gsize
rc_line_cell(const char *text, gsize len, guint blanks, gsize *next)
{
	gsize run = 0;

	for (gsize i = 0; i < len; i++) {
		run = text[i] == ' ' || text[i] == '\t' ? run + 1 : 0;
		if (run < blanks)
			continue;
		*next = i + 1;
		while (*next < len && (text[*next] == ' ' || text[*next] == '\t'))
			++*next;
		return i + 1 - run;
	}
	*next = len;
	return len;
}

gboolean
rc_line_label(const struct rc_lang *lang, const struct line *line)
{
	const struct rc_para *para = line->para;
	gsize next, len = rc_line_cell(para->text, para->len, CELL_BLANKS,
	    &next);
	struct level_label label = rc_level_take(lang, para->text, len);

	return len < para->len && label.heading == len &&
	    (label.level == LEVEL_ROMAN || label.level == LEVEL_LETTER);
}

/* ---- squeezed text, for comparing what is set in other lines ---- */

static void
append_squeezed(GString *out, const char *text, gsize len)
{
	for (gsize i = 0; i < len; i++) {
		if (text[i] == ' ' || text[i] == '\t')
			continue;
		if ((guchar)text[i] == 0xC2 && (guchar)text[i + 1] == 0xA0) {
			i++;
			continue;
		}
		g_string_append_c(out, text[i]);
	}
}

struct pages {
	struct parser *p;
	GArray *lines;
	GString *head;   /* the masthead, squeezed */
	GString *symbol; /* squeezed */
};

static gboolean
is_formula(const struct parser *p, const struct rc_para *para, gboolean titled)
{
	struct block block = {.text = para->text, .len = para->len};

	return para->len && rc_is_formula(p, &block, titled);
}

static void
collect(struct pages *g)
{
	guint page = 0;

	for (guint i = 0; i < g->p->in->paras->len; i++) {
		const struct rc_para *para = rc_text_para(g->p->in, i);
		struct line line = {.para = para, .page = page};

		if (para->kind == RC_PARA_PAGE) {
			page += i > 0 || para->at.page > 1;
			continue;
		}
		line.page = para->at.page ? para->at.page - 1 : page;
		line.width = MIN(MAX(para->indent, 0) +
		    rc_columns(para->text, para->len), G_MAXUINT16);
		g_array_append_val(g->lines, line);
	}
}

/* The masthead ends at the formula, or with the title where there is none. */
static guint
find_head(const struct pages *g)
{
	guint n = MIN(g->lines->len, MAX_HEAD_LINES), title = 0;
	gsize at;

	for (guint i = 0; i < n; i++) {
		const struct rc_para *para = rc_line(g->lines, i)->para;
		const char *text = para->text;

		if (is_formula(g->p, para, title))
			return i;
		if (!title && rc_title_number(g->p->lang, text, para->len, &at))
			title = i + 1 + (at >= para->len);
		else if (title && i >= title && para->gap)
			return i; /* no formula: a decision */
	}
	return 0;
}

static void
read_head(struct pages *g)
{
	guint n = find_head(g);

	for (guint i = 0; i < n; i++) {
		const struct rc_para *para = rc_line(g->lines, i)->para;

		rc_line(g->lines, i)->kind = LINE_HEAD;
		append_squeezed(g->head, para->text,
		    MIN(para->len, MAX_HEAD_BYTES - MIN(g->head->len,
		        MAX_HEAD_BYTES)));
		for (gsize at = 0, next; at < para->len && !g->symbol->len;
		     at = next) {
			gsize len = rc_line_cell(para->text + at,
			    para->len - at, CELL_BLANKS, &next);
			const char *cell = para->text + at;

			next += at;
			if (len && cell[len - 1] == '*')
				len--; /* it was reissued */
			if (rc_symbol_take(cell, len) == len)
				append_squeezed(g->symbol, cell, len);
		}
	}
}

/* ---- feet ---- */

static gboolean
is_page_label(const char *s, gsize len)
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
	gsize n = 0;

	if (rc_job_take(s, len) == len)
		return TRUE;
	if (len >= 8 && s[0] == '*' && s[len - 1] == '*')
		return TRUE;
	for (n = 0; n < len && g_ascii_isdigit(s[n]); n++)
		continue;
	if (n == len && (n == 6 || (plain && n && n < 4)))
		return TRUE;
	if (is_page_label(s, len) && paged)
		return TRUE;
	return rc_lang_starts(p->lang, RC_PH_RECYCLE, s, len) > 0 ||
	    (len == 4 && memcmp(s, "/...", 4) == 0);
}

static gboolean
is_foot(const struct parser *p, const struct rc_para *para, gboolean paged,
    gboolean plain)
{
	for (gsize at = 0, next; at < para->len; at = next) {
		gsize len = rc_line_cell(para->text + at, para->len - at,
		    CELL_BLANKS, &next);

		next += at;
		if (!is_foot_cell(p, para->text + at, len, paged, plain))
			return FALSE;
	}
	return para->len > 0;
}

static void
take_foot(struct pages *g, guint from, guint to)
{
	guint n = 0;
	gboolean plain = TRUE; /* no label "2/13" has been seen */

	while (to > from && n++ < FOOT_LINES) {
		struct line *line = rc_line(g->lines, to - 1);
		gboolean paged = line->page > 0;

		if (!is_foot(g->p, line->para, paged, paged && plain))
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
		append_squeezed(cell, para->text + at, len);
		if (strcmp(cell->str, g->symbol->str) == 0)
			found = TRUE;
		else if (!is_of_head(g, cell))
			return FALSE;
	}
	return found;
}

static gboolean
is_symbol_alone(const struct pages *g, const struct line *line)
{
	g_autoptr(GString) text = g_string_new(NULL);

	append_squeezed(text, line->para->text, line->para->len);
	return text->len == g->symbol->len;
}

static gboolean
is_title_piece(const struct pages *g, guint from, guint to)
{
	g_autoptr(GString) text = g_string_new(NULL);

	for (guint i = from; i < to; i++)
		append_squeezed(text, rc_line(g->lines, i)->para->text,
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
		    CELL_BLANKS, &next);
		append_squeezed(cell, para->text + at, len);
		last = strcmp(cell->str, g->symbol->str) == 0;
		first |= last && !cells;
	}
	return cells == 2 && (first || last) && is_by_place(g, i, i + 1, to);
}

static void
mark(struct pages *g, guint from, guint to)
{
	for (guint i = from; i < to; i++)
		rc_line(g->lines, i)->kind = LINE_FURNITURE;
}

static void
take_head(struct pages *g, guint from, guint to)
{
	guint symbol = from, end;

	while (symbol < to && symbol < from + HEAD_LINES &&
	    !has_symbol(g, rc_line(g->lines, symbol)->para) &&
	    !ends_head_by_place(g, symbol, to))
		symbol++;
	if (symbol == to || symbol == from + HEAD_LINES || (symbol > from &&
	        !is_title_piece(g, from, symbol) &&
	        !is_by_place(g, from, symbol, to)))
		return;
	mark(g, from, symbol + 1);
	if (symbol > from || !is_symbol_alone(g, rc_line(g->lines, symbol)))
		return;
	/* the running title stands below the symbol */
	for (end = symbol + 1; end < to && end < symbol + HEAD_LINES &&
	     (end == symbol + 1 || !rc_line(g->lines, end)->para->gap); end++)
		continue;
	while (end > symbol + 1 && (!is_title_piece(g, symbol + 1, end) ||
	           rc_line(g->lines, end - 1)->para->len < MIN_PIECE))
		end--;
	mark(g, symbol + 1, end);
}

/* ---- notes ---- */

static gboolean
is_rule(const struct rc_para *para)
{
	for (guint32 i = 0; i < para->len; i++)
		if (para->text[i] != '_')
			return FALSE;
	return para->len >= RULE_MIN;
}

static void
take_notes(struct pages *g, guint from, guint to)
{
	guint rule = to;

	for (guint i = from; i < to; i++)
		if (is_rule(rc_line(g->lines, i)->para))
			rule = i;
	for (guint i = rule; i < to; i++) {
		struct line *line = rc_line(g->lines, i);

		if (line->kind != LINE_TEXT)
			continue;
		line->under_rule = i == rule + 1;
		if (i == rule)
			line->kind = LINE_RULE;
		else /* the page's foot may stand among the notes */
			line->kind = is_foot(g->p, line->para, line->page > 0,
			    FALSE) ? LINE_FURNITURE : LINE_NOTE;
	}
}

/* ---- measures ---- */

/* A line of text and not of a table: without wide blanks. */
static gboolean
is_running(const struct line *line)
{
	const struct rc_para *para = line->para;
	gsize next;

	return rc_line_cell(para->text, para->len, CELL_BLANKS, &next) ==
	    para->len;
}

static gboolean
has_running(const struct pages *g, guint from, guint to)
{
	guint n = 0;

	for (guint i = from; i < to; i++)
		n += rc_line(g->lines, i)->kind == LINE_TEXT &&
		    rc_line(g->lines, i)->para->len >= LONG_LINE &&
		    is_running(rc_line(g->lines, i));
	return n > 3;
}

/* The indent that most lines of the masthead have, of those that are indented:
 * that of the text below them. 0 for none. */
static guint
head_indent(const struct pages *g, guint from, guint to)
{
	guint counts[64] = {0}, best = 0;

	for (guint i = from; i < to; i++) {
		int indent = rc_line(g->lines, i)->para->indent;

		if (rc_line(g->lines, i)->kind == LINE_HEAD && indent > 0 &&
		    indent < 64 && ++counts[indent] > counts[best])
			best = indent;
	}
	return counts[best] > 2 ? best : 0;
}

/* The usual indent of the text of a page: the smallest that a fair part of
 * its lines has, rows of tables aside. Where all of them are first lines the
 * masthead tells. */
static void
measure(struct pages *g, guint from, guint to)
{
	guint counts[64] = {0}, n = 0, base = 0, head;
	gboolean top = TRUE, all = !has_running(g, from, to);

	for (guint i = from; i < to; i++) {
		const struct line *line = rc_line(g->lines, i);
		int indent = MAX(line->para->indent, 0);

		if (line->kind == LINE_TEXT && indent < 64 &&
		    (all || is_running(line))) {
			counts[indent]++;
			n++;
		}
	}
	while (base < 63 && counts[base] * 8 < n)
		base++;
	head = head_indent(g, from, to);
	if (head && head < base && base <= head + MAX_FIRST_INDENT)
		base = head;
	for (guint i = from; i < to; i++) {
		struct line *line = rc_line(g->lines, i);

		line->base = base;
		if (line->kind == LINE_TEXT) {
			line->top = top;
			top = FALSE;
		}
	}
}

static void
read_page(struct pages *g, guint from, guint to)
{
	take_foot(g, from, to);
	while (to > from && rc_line(g->lines, to - 1)->kind == LINE_FURNITURE)
		to--;
	if (rc_line(g->lines, from)->page > 0 && g->symbol->len)
		take_head(g, from, to);
	take_notes(g, from, to);
	measure(g, from, to);
}

static void
report_furniture(const struct pages *g)
{
	for (guint i = 0; i < g->lines->len; i++) {
		const struct line *line = rc_line(g->lines, i);

		if (line->kind == LINE_FURNITURE)
			rc_diag(g->p->diags, RC_D_FURNITURE, &line->para->at,
			    line->para->text);
	}
}

GArray *
rc_pages_read(struct parser *p)
{
	struct pages g = {.p = p,
	    .lines = g_array_new(FALSE, TRUE, sizeof(struct line)),
	    .head = g_string_new(NULL),
	    .symbol = g_string_new(NULL)};

	collect(&g);
	read_head(&g);
	for (guint i = 0, end; i < g.lines->len; i = end) {
		for (end = i + 1; end < g.lines->len &&
		     rc_line(g.lines, end)->page == rc_line(g.lines, i)->page;
		     end++)
			continue;
		read_page(&g, i, end);
	}
	report_furniture(&g);
	g_string_free(g.head, TRUE);
	g_string_free(g.symbol, TRUE);
	return g.lines;
}
