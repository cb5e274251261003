/* exploded.c - a justified line whose words an extraction took for columns:
 *
 *	encouraging Member        the line begins
 *	recommendations,          the line below it
 *
 *	States                    the words of the line, each by itself
 *
 *	to
 */
#include "parse/pages.h"

#include <string.h>

#define MIN_WORDS 4u /* lines of a word each, with empty lines between */
#define MAX_WORDS 40u
#define MAX_WORD 24u /* bytes of such a line: "4 December" */

static gboolean
is_word(const struct line *line)
{
	const struct rc_para *para = line->para;
	const char *blank = memchr(para->text, ' ', para->len);

	if (line->kind != LINE_TEXT || !para->gap || !para->len ||
	    para->len > MAX_WORD || rc_is_terminal(para->text[para->len - 1]))
		return FALSE;
	return !blank || (g_ascii_isdigit(*para->text) &&
	    !memchr(blank + 1, ' ', para->text + para->len - blank - 1));
}

/* The end of the words that begin at a line; few begin with capitals. */
static guint
words_end(const GArray *lines, guint from)
{
	guint i = from, small = 0;

	for (; i < lines->len && i - from < MAX_WORDS &&
	     is_word(rc_line(lines, i)); i++)
		small += g_unichar_islower(g_utf8_get_char(
		    rc_line(lines, i)->para->text));
	return i - from >= MIN_WORDS && small * 2 > i - from ? i : from;
}

/* Whether a line can have lost its end: nothing ends there. */
static gboolean
is_open(const struct line *line)
{
	const struct rc_para *para = line->para;

	return line->kind == LINE_TEXT && para->len > 0 &&
	    !rc_is_terminal(g_utf8_get_char(g_utf8_prev_char(para->text +
	        para->len)));
}

/* Put the line that stands before the words behind them. */
static void
put_behind(GArray *lines, guint at, guint end)
{
	struct line line = *rc_line(lines, at);

	memmove(rc_line(lines, at), rc_line(lines, at + 1),
	    (end - at - 1) * sizeof(line));
	*rc_line(lines, end - 1) = line;
}

void
rc_gather_exploded(GArray *lines)
{
	for (guint i = 1, end; i < lines->len; i++) {
		guint first = i;

		end = words_end(lines, i);
		if (end == i)
			continue;
		if (i > 1 && !rc_line(lines, i - 1)->para->gap &&
		    is_open(rc_line(lines, i - 2)))
			put_behind(lines, first = i - 1, end);
		else if (!is_open(rc_line(lines, i - 1)))
			continue;
		for (; first < end; first++)
			rc_line(lines, first)->exploded = TRUE;
		i = end - 1;
	}
}
