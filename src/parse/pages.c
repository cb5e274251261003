/* pages.c - printed lines: what belongs to the page and not to the text.
 *
 * A running head holds the symbol and pieces of the title, which the masthead
 * has already printed; a foot holds page label, job number and bar code; notes
 * stand below a row of underscores. */
#include "parse/furniture.h"

#include <string.h>

#include "base/plain.h"
#include "text/char.h"

#define RULE_MIN 10u     /* underscores; 15 and 18 are usual */
#define MAX_FIRST_INDENT 12u
#define MAX_MARK 7u      /* bytes of a number or list mark */
#define MIN_RUNNING 3u   /* lines of text that tell the indent of a page */
#define FIRST_ODD 0x300u /* all characters before it have one column */

guint
rc_columns(const char *text, gsize len)
{
	const char *end = text + len;
	guint n = 0;

	for (;;) {
		const char *plain = rc_plain_end(text, end);
		gunichar c;

		n += plain - text;
		if (plain == end)
			return n;
		text = plain;
		c = rc_char(text);
		if (c < FIRST_ODD || rc_char_is_letter(text))
			n++;
		else if (!g_unichar_iszerowidth(c))
			n += g_unichar_iswide(c) ? 2 : 1;
		text = g_utf8_next_char(text);
	}
}

guint
rc_first_word(const char *text, gsize len)
{
	const char *space = memchr(text, ' ', len);

	if (len && g_unichar_iswide(g_utf8_get_char(text)))
		return 2;
	return rc_columns(text, space ? (gsize)(space - text) : len);
}

static gboolean
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* So many blanks together have one among every so many bytes. */
gsize
rc_line_cell(const char *text, gsize len, guint blanks, gsize *next)
{
	for (gsize i = blanks - 1, from; i < len; i += blanks) {
		if (!is_blank(text[i]))
			continue;
		for (from = i; from > 0 && is_blank(text[from - 1]); from--)
			continue;
		while (i < len && is_blank(text[i]))
			i++;
		*next = i;
		if (i - from >= blanks)
			return from;
	}
	*next = len;
	return len;
}

gboolean
rc_line_label(const struct rc_lang *lang, const struct line *line)
{
	const struct rc_para *para = line->para;
	struct level_label label;

	if (line->cell == para->len)
		return FALSE;
	label = rc_level_take(lang, para->text, line->cell);
	return label.heading == line->cell &&
	    (label.level == LEVEL_ROMAN || label.level == LEVEL_LETTER);
}

static void
collect(struct pages *g)
{
	guint page = 0;

	for (guint i = 0; i < g->p->in->paras->len; i++) {
		const struct rc_para *para = rc_text_para(g->p->in, i);
		struct line line = {.para = para, .page = page};
		gsize next;

		if (para->kind == RC_PARA_PAGE) {
			page += i > 0 || para->at.page > 1;
			continue;
		}
		line.page = para->at.page ? para->at.page - 1 : page;
		line.width = MIN(MAX(para->indent, 0) +
		    rc_columns(para->text, para->len), G_MAXUINT16);
		line.cell = rc_line_cell(para->text, para->len, RC_HEAD_CELL,
		    &next);
		g_array_append_val(g->lines, line);
	}
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

/* Where the notes below a rule end: the closing lines of the text may stand
 * below them, and "*", "**" ... are explained in its text. */
static guint
notes_end(const struct pages *g, guint from, guint to)
{
	guint stars = to;

	for (guint i = from; i < to; i++) {
		const struct rc_para *para = rc_line(g->lines, i)->para;

		if (para->gap && rc_is_closing_text(g->p, para->text, para->len))
			return MIN(stars, i);
		if (*para->text != '*')
			continue;
		if (para->text[1] == '*')
			return MIN(stars, i);
		stars = MIN(stars, i);
	}
	return to;
}

static void
take_notes(struct pages *g, guint from, guint to)
{
	guint rule = to, first;

	for (guint i = from; g->ruled && i < to; i++)
		if (is_rule(rc_line(g->lines, i)->para))
			rule = i;
	first = g->ruled ? rule + 1 : rc_unruled_notes(g, from, to);
	to = notes_end(g, first, to);
	for (guint i = MIN(rule, first); i < to; i++) {
		struct line *line = rc_line(g->lines, i);

		if (line->kind != LINE_TEXT)
			continue;
		line->under_rule = i == first;
		if (i == rule)
			line->kind = LINE_RULE;
		else /* the page's foot may stand among the notes */
			line->kind = rc_is_foot(g->p, line->para, line->page > 0,
			    FALSE) ? LINE_FURNITURE : LINE_NOTE;
	}
}

/* ---- measures ---- */

gboolean
rc_is_running(const struct line *line)
{
	const struct rc_para *para = line->para;
	gsize from = line->cell, next;

	if (line->stretched || from == para->len)
		return TRUE;
	if (!from || from > MAX_MARK || !strchr(".)-", para->text[from - 1]))
		return FALSE;
	while (is_blank(para->text[from]))
		from++;
	return from + rc_line_cell(para->text + from, para->len - from,
	    RC_HEAD_CELL, &next) == para->len;
}

static gboolean
has_running(const struct pages *g, guint from, guint to)
{
	guint n = 0;

	for (guint i = from; i < to; i++)
		n += rc_line(g->lines, i)->kind == LINE_TEXT &&
		    rc_line(g->lines, i)->para->len >= RC_LONG_LINE &&
		    rc_is_running(rc_line(g->lines, i));
	return n >= MIN_RUNNING;
}

/* Where the title stands behind its number, or 0. */
static guint
title_indent(const struct pages *g, const struct rc_para *para)
{
	gsize title;

	if (para->indent < 0 || !rc_title_number(g->p->lang, para->text,
	        para->len, &title) || title >= para->len)
		return 0;
	return para->indent + rc_columns(para->text, title);
}

/* The indent that most lines of the masthead have, of those that are indented:
 * that of the text below them. 0 for none. */
static guint
head_indent(const struct pages *g, guint from, guint to)
{
	guint counts[64] = {0}, best = 0;

	for (guint i = from; i < to; i++) {
		const struct line *line = rc_line(g->lines, i);
		int indent;

		if (line->kind != LINE_HEAD)
			continue;
		indent = MAX(line->para->indent,
		    (int)title_indent(g, line->para));
		if (indent > 0 && indent < 64 &&
		    ++counts[indent] > counts[best])
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
		    (all || rc_is_running(line))) {
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
	rc_take_foot(g, from, to);
	while (to > from && rc_line(g->lines, to - 1)->kind == LINE_FURNITURE)
		to--;
	if (g->symbol->len)
		rc_take_page_numbers(g, from, to);
	if (rc_line(g->lines, from)->page > 0 && g->symbol->len)
		rc_take_head(g, from, to);
	rc_find_stretched(g->lines, from, to);
	take_notes(g, from, to);
	measure(g, from, to);
}

/* "*" and "* *" above an editor's remark in a bound volume. */
static gboolean
is_asterism(const struct rc_para *para)
{
	guint n = 0;

	for (guint32 i = 0; i < para->len; i++) {
		if (para->text[i] != '*' && para->text[i] != ' ')
			return FALSE;
		n += para->text[i] == '*';
	}
	return n > 1;
}

/* The three stars of an asterism, on two lines. */
static void
take_asterisms(struct pages *g)
{
	for (guint i = 1; i < g->lines->len; i++) {
		struct line *line = rc_line(g->lines, i);

		if (!is_asterism(line->para))
			continue;
		line->kind = LINE_FURNITURE;
		if (strcmp(rc_line(g->lines, i - 1)->para->text, "*") == 0)
			rc_line(g->lines, i - 1)->kind = LINE_FURNITURE;
	}
}

/* "0F", "1F" ... on lines of their own: what a word processor of the 2000s
 * left of the marks of notes, counted in hexadecimal digits or others. */
static void
take_ghosts(struct pages *g)
{
	guint n = 0;

	for (guint i = 0; i < g->lines->len; i++) {
		struct line *line = rc_line(g->lines, i);
		char dec[16], hex[16];

		if (!line->para->len ||
		    line->para->text[line->para->len - 1] != 'F')
			continue;
		g_snprintf(dec, sizeof(dec), "%uF", n);
		g_snprintf(hex, sizeof(hex), "%XF", n);
		if (strcmp(line->para->text, dec) != 0 &&
		    strcmp(line->para->text, hex) != 0)
			continue;
		n++;
		line->kind = LINE_GHOST;
		rc_diag(g->p->diags, RC_D_GHOST_MARK, &line->para->at,
		    line->para->text);
	}
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

guint
rc_page_end(const GArray *lines, guint from)
{
	guint page = rc_line(lines, from)->page, to = from + 1;

	while (to < lines->len && rc_line(lines, to)->page == page)
		to++;
	return to;
}

GArray *
rc_pages_read(struct parser *p)
{
	struct pages g = {.p = p,
	    .lines = g_array_sized_new(FALSE, TRUE, sizeof(struct line),
	        p->in->paras->len),
	    .head = g_string_new(NULL),
	    .symbol = g_string_new(NULL)};

	collect(&g);
	for (guint i = 0; i < g.lines->len && !g.ruled; i++)
		g.ruled = is_rule(rc_line(g.lines, i)->para);
	rc_read_masthead(&g);
	rc_find_pages(&g);
	for (guint i = 0, end; i < g.lines->len; i = end) {
		end = rc_page_end(g.lines, i);
		read_page(&g, i, end);
	}
	rc_widen_lists(g.lines);
	rc_gather_exploded(g.lines);
	rc_find_broken(g.lines);
	take_asterisms(&g);
	take_ghosts(&g);
	report_furniture(&g);
	g_string_free(g.head, TRUE);
	g_string_free(g.symbol, TRUE);
	return g.lines;
}
