/* stretched.c - justified lines whose blanks are as wide as those between the
 * columns of a table: "by    means    of    telecommunications", in languages
 * of long words above all. */
#include "parse/pages.h"

#include <string.h>

#define FEWEST 2u    /* wide blanks in such a line */
#define WIDEST 9u    /* blanks between two words */
#define UNEVEN 4u    /* blanks that one may be wider than another */
#define SHORT 6u     /* columns that it may end before the line beside it */

/* The runs of blanks of a line, a mark of a paragraph before it aside. */
struct blanks {
	guint wide, narrow;
	guint most, least; /* of the wide ones */
	guint words, small; /* small: that begin with a small letter */
};

static struct blanks
look(const struct rc_para *para)
{
	struct blanks b = {.least = G_MAXUINT};
	const char *s = para->text, *end = s + para->len;

	while (s < end) {
		gboolean mark = !b.words && g_unichar_isdigit(*s);
		guint n = 0;

		b.words++;
		b.small += g_unichar_islower(g_utf8_get_char(s));
		while (s < end && *s != ' ')
			s++;
		while (s < end && *s == ' ')
			s++, n++;
		if (s == end || (mark && s[-(int)n - 1] == '.'))
			continue;
		b.narrow += n == 1;
		b.wide += n > 1;
		if (n > 1) {
			b.most = MAX(b.most, n);
			b.least = MIN(b.least, n);
		}
	}
	return b;
}

/* A line of the text beside it, whole: it tells the measure. */
static gboolean
is_beside(const GArray *lines, guint i, guint other)
{
	const struct line *line = rc_line(lines, i), *by;

	if (other >= lines->len)
		return FALSE;
	by = rc_line(lines, other);
	return by->kind == LINE_TEXT && by->page == line->page &&
	    !rc_line(lines, MAX(i, other))->para->gap &&
	    by->para->len >= RC_LONG_LINE &&
	    (by->stretched || rc_is_running(by)) &&
	    by->width <= line->width + SHORT;
}

static gboolean
is_stretched(const GArray *lines, guint i)
{
	const struct line *line = rc_line(lines, i);
	struct blanks b;

	if (line->kind != LINE_TEXT || line->para->len < RC_LONG_LINE ||
	    !strstr(line->para->text, "  "))
		return FALSE;
	b = look(line->para);
	return b.wide >= FEWEST && b.wide >= b.narrow && b.most <= WIDEST &&
	    b.most - b.least <= UNEVEN && b.small * 2 > b.words &&
	    ((i > 0 && is_beside(lines, i, i - 1)) ||
	        is_beside(lines, i, i + 1));
}

void
rc_find_stretched(GArray *lines, guint from, guint to)
{
	for (guint i = from; i < to; i++)
		rc_line(lines, i)->stretched = is_stretched(lines, i);
}
