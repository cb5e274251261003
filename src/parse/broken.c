/* broken.c - lines that were broken behind the calls of notes, as pdftotext -raw
 * does: "Sustainable Development, 1", "and recalling also the targets". */
#include "parse/pages.h"

#define MIN_BROKEN 2u /* such lines that tell */
#define WIDEST 130u   /* columns of a printed line */

/* Columns of the longest printed line, of those that have been broken, too. */
static guint
widest(const GArray *lines)
{
	guint columns = 0;

	for (guint i = 0; i < lines->len; i++) {
		const struct line *line = rc_line(lines, i);

		if (line->kind == LINE_TEXT && line->width <= WIDEST)
			columns = MAX(columns, line->width);
	}
	return columns;
}

/* Whether a line ends in the number of a note behind a word or a comma. */
static gboolean
ends_in_call(const struct rc_para *para)
{
	const char *end = para->text + para->len, *s = end;
	gunichar c;

	while (s > para->text && end - s <= 3 && g_ascii_isdigit(s[-1]))
		s--;
	if (s == end || end - s > 3 || s == para->text)
		return FALSE;
	if (s[-1] == ' ' && --s == para->text)
		return FALSE;
	c = g_utf8_get_char(g_utf8_prev_char(s));
	return c == ',' || c == ';' || g_unichar_isalpha(c) ||
	    g_unichar_type(c) == G_UNICODE_FINAL_PUNCTUATION;
}

static gboolean
is_broken(const GArray *lines, guint i, guint columns)
{
	const struct line *line = rc_line(lines, i), *next = line + 1;

	return line->kind == LINE_TEXT && next->kind == LINE_TEXT &&
	    line->page == next->page && !next->para->gap &&
	    line->para->indent <= 0 && next->para->indent <= 0 &&
	    ends_in_call(line->para) &&
	    line->width + 1u + next->width <= columns &&
	    g_unichar_islower(g_utf8_get_char(next->para->text));
}

void
rc_find_broken(GArray *lines)
{
	guint columns = widest(lines), n = 0;

	for (guint i = 0; i + 1 < lines->len; i++)
		n += is_broken(lines, i, columns);
	for (guint i = 0; n >= MIN_BROKEN && i + 1 < lines->len; i++)
		if (is_broken(lines, i, columns)) {
			struct line *line = rc_line(lines, i);

			line->broken = TRUE;
			line[1].width += line->width + 1;
		}
}
