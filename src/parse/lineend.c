/* lineend.c - how a printed line ends: with room left, with a full stop. */
#include "parse/joiner.h"

#include <string.h>

#define NUMBER_FIELD 6u     /* columns that the number of a paragraph takes */
#define FIRST_LINE 6u       /* columns that a first line is indented by */

static gboolean
is_wide(const char *s)
{
	return g_unichar_iswide(g_utf8_get_char(s));
}

static gboolean
is_closing_mark(gunichar c)
{
	GUnicodeType type = g_unichar_type(c);

	return type == G_UNICODE_CLOSE_PUNCTUATION ||
	    type == G_UNICODE_FINAL_PUNCTUATION || rc_is_terminal(c);
}

static const char *
word_end(const char *s, const char *end)
{
	while (s < end && *s != ' ' && !is_wide(s))
		s = g_utf8_next_char(s);
	return s;
}

/* Whether a blank behind a word may be one that lines do not break at, which
 * extractions make plain: "30 March", "No. 118", "mot ;", "non -nuclear". */
static gboolean
holds(const char *word, const char *blank, const char *end)
{
	if (blank + 1 >= end || *blank != ' ')
		return FALSE;
	return g_ascii_isdigit(blank[-1]) || blank[-1] == '.' ||
	    blank - word < 3 || !g_unichar_isalnum(g_utf8_get_char(blank + 1));
}

/* Columns of what a line begins with and no line end may cut: a word, or a
 * Chinese character with the punctuation behind it. */
static guint
first_word(const struct rc_para *para)
{
	const char *s = para->text, *end = s + para->len, *e;

	if (para->len && is_wide(s)) {
		for (s = g_utf8_next_char(s); s < end &&
		     is_closing_mark(g_utf8_get_char(s));)
			s = g_utf8_next_char(s);
		return rc_columns(para->text, s - para->text);
	}
	for (e = word_end(s, end); holds(s, e, end); e = word_end(s, end))
		s = e + 1;
	if (e < end && is_wide(e)) /* "2014年" */
		e = g_utf8_next_char(e);
	return rc_columns(para->text, e - para->text);
}

/* Columns that stand before the first line of a paragraph in print and are
 * lost in a text without indents: its indent, and the rest of the field of its
 * number. */
guint
rc_lost_columns(const struct joiner *j)
{
	struct mark mark;
	guint n;

	if (j->measure.indented || !j->first)
		return 0;
	if (!rc_mark_take(j->p->lang, j->block.text, j->block.len, &mark))
		return FIRST_LINE;
	n = rc_columns(j->block.text, mark.len) + 1;
	if (strncmp(j->before->para->text, j->block.text, mark.len) != 0)
		return FIRST_LINE + MAX(n, NUMBER_FIELD); /* on its own line */
	return FIRST_LINE + (n < NUMBER_FIELD ? NUMBER_FIELD - n : 0);
}

/* Whether the line before ended though the first word of this one, and so many
 * columns more, would have fitted. */
gboolean
rc_had_room(const struct joiner *j, const struct line *line, guint more)
{
	const struct line *before = j->before;
	const char *last = before->para->text + before->para->len;
	gboolean blank = !is_wide(line->para->text) &&
	    !is_wide(g_utf8_prev_char(last));

	if (last[-1] == '-' || before->broken)
		return FALSE; /* a word was cut, or a line */
	return rc_line_width(before) + blank + first_word(line->para) + more <=
	    j->measure.columns;
}

gboolean
rc_ended_early(const struct joiner *j, const struct line *line)
{
	return rc_had_room(j, line, rc_lost_columns(j) + j->measure.slack);
}

/* The last character of a line; that before the call of a note where one may
 * stand behind punctuation: "Council,1". */
gunichar
rc_last_of(const struct line *line)
{
	const char *text = line->para->text, *end = text + line->para->len;
	const char *s = end;

	while (s > text && end - s < 3 && g_ascii_isdigit(s[-1]))
		s--;
	if (s < end && s > text && s[-1] == ' ')
		s--;
	if (s > text && rc_is_terminal(g_utf8_get_char(g_utf8_prev_char(s))))
		end = s;
	return end > text ? g_utf8_get_char(g_utf8_prev_char(end)) : 0;
}

gboolean
rc_ends_paragraph(gunichar c)
{
	return rc_is_terminal(c) || c == ']' || c == 0x201D || c == '"' ||
	    c == 0xBB;
}

gboolean
rc_is_full_stop(gunichar c)
{
	return c == ';' || c == '.' || c == ':' || c == 0x061B || c == 0xFF1B ||
	    c == 0xFF1A || c == 0x3002;
}

gboolean
rc_is_comma(gunichar c)
{
	return c == ',' || c == 0x060C || c == 0xFF0C;
}

enum rc_lead
rc_line_lead(const struct joiner *j, const struct line *line)
{
	enum rc_lead lead;

	return rc_lang_lead(j->p->lang, line->para->text, line->para->len,
	    &lead) ? lead : RC_LEAD_NONE;
}
