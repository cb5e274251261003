/* unruled.c - notes at the foot of a page without the rule above them.
 *
 * Some extractions lose the row of underscores. Then a page ends with notes
 * where a line that is set apart begins with the number of the note to come,
 * and the text above it calls that number. Where no line is set apart, the call
 * must stand close behind a word, and the number be the next one. */
#include "parse/furniture.h"

#include <string.h>

#include "text/char.h"

#define YEAR 4 /* figures */
#define MAX_AHEAD 3u /* numbers that may be missing before a note */

/* Whether what ends before s can be what a note is called from: a word, a
 * bracket, a mark of punctuation or a year, but no number and no symbol. */
static gboolean
is_callable(const char *start, const char *s)
{
	gunichar c = rc_char_before(start, s);
	const char *end = c == '.' || c == ',' ? s - 1 : s, *figures = end;

	while (figures > start && g_ascii_isdigit(figures[-1]))
		figures--;
	if (figures < end)
		return end - figures == YEAR;
	return end > start && c != '/' && c != '-' && (g_unichar_isalpha(c) ||
	    g_unichar_ismark(c) || g_unichar_ispunct(c));
}

/* Whether digits end there and stand behind such, or a blank behind it. */
static gboolean
is_call(const char *start, const char *s, const char *end, gsize n,
    gboolean close)
{
	if (s + n < end && (g_ascii_isdigit(s[n]) || s[n] == '/'))
		return FALSE;
	return is_callable(start, !close && s > start && s[-1] == ' ' ? s - 1
	                                                             : s);
}

static gboolean
calls(const struct rc_para *para, guint number, gboolean close)
{
	char digits[16];
	gsize n = g_snprintf(digits, sizeof(digits), "%u", number);
	const char *end = para->text + para->len, *s = para->text;

	for (; (s = g_strstr_len(s, end - s, digits)); s++)
		if (is_call(para->text, s, end, n, close))
			return TRUE;
	return FALSE;
}

static gboolean
is_called(const struct pages *g, guint from, guint to, guint number,
    gboolean close)
{
	for (guint i = from; i < to; i++) {
		const struct line *line = rc_line(g->lines, i);

		if ((line->kind == LINE_TEXT || line->kind == LINE_HEAD) &&
		    calls(line->para, number, close))
			return TRUE; /* of a title, too */
	}
	return FALSE;
}

/* The number of the note that a line may begin with, or 0: it follows those
 * before, and is neither that of a paragraph ("1 - ...") nor a date. */
static guint
note_number(const struct pages *g, const struct line *line)
{
	const struct rc_para *para = line->para;
	guint number;
	gsize skip = rc_note_number(para, &number);

	if (!skip || number <= g->note || number > g->note + MAX_AHEAD ||
	    (*para->text == '(' && !rc_lang_rtl(g->p->lang)) ||
	    !rc_is_running(line) || para->text[skip] == '-' ||
	    rc_is_closing_text(g->p, para->text, para->len))
		return 0;
	return number;
}

static gboolean
has_gaps(const struct pages *g, guint from, guint to)
{
	for (guint i = from + 1; i < to; i++)
		if (rc_line(g->lines, i)->para->gap)
			return TRUE;
	return FALSE;
}

/* The number of the note that a line may begin with, or 0. */
static guint
number_at(const struct pages *g, guint i)
{
	const struct line *line = rc_line(g->lines, i);

	return line->kind == LINE_TEXT ? note_number(g, line) : 0;
}

/* The first line of the notes of a page, or `to`. Without gaps a line of the text
 * may begin with the number too ("1 D-1, 3 P-5"): the last one is the note's. */
static guint
first_note(const struct pages *g, guint from, guint to)
{
	gboolean close = !has_gaps(g, from, to);
	guint first = to;

	for (guint i = from + 1; i < to && (close || first == to); i++) {
		guint number = number_at(g, i);

		if (number && (close ? number == g->note + 1
		                     : rc_line(g->lines, i)->para->gap > 0) &&
		    is_called(g, from, i, number, close))
			first = i;
	}
	return first;
}

guint
rc_unruled_notes(struct pages *g, guint from, guint to)
{
	guint first = first_note(g, from, to);

	for (guint i = first; i < to; i++) {
		guint number = number_at(g, i);

		if (number)
			g->note = number;
	}
	return first;
}
