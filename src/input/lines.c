/* lines.c - the lines of a text, each with its place. */
#include "input/lines.h"

#include <string.h>

#define TAB_STOP 8u

static const char *
find(const struct rc_lines *lines, char c)
{
	const char *s = memchr(lines->at, c, lines->end - lines->at);

	return s ? s : lines->end;
}

void
rc_lines_init(struct rc_lines *lines, const char *s, gsize len,
    guint32 skipped)
{
	*lines = (struct rc_lines){
	    .start = s, .at = s, .end = s + len, .skipped = skipped,
	    .line = 1, .column = 1};
	lines->lf = find(lines, '\n');
	lines->cr = find(lines, '\r');
	lines->ff = find(lines, '\f');
	lines->page = lines->ff < lines->end;
}

/* Where the line or its piece ends. What was found once is kept, so that a
 * text without line feeds is not searched for them again at each return. */
static const char *
next_end(struct rc_lines *lines)
{
	if (lines->lf < lines->at)
		lines->lf = find(lines, '\n');
	if (lines->cr < lines->at)
		lines->cr = find(lines, '\r');
	if (lines->ff < lines->at)
		lines->ff = find(lines, '\f');
	return MIN(lines->lf, MIN(lines->cr, lines->ff));
}

static void
turn_page(struct rc_lines *lines, const char *end)
{
	lines->column += g_utf8_strlen(lines->at, end + 1 - lines->at);
	lines->at = end + 1;
	lines->page++;
	lines->new_page = TRUE;
}

static void
turn_line(struct rc_lines *lines, const char *end)
{
	lines->at = end;
	if (end < lines->end)
		lines->at += 1 + (end[0] == '\r' && end + 1 < lines->end &&
		    end[1] == '\n');
	lines->line++;
	lines->column = 1;
}

gboolean
rc_lines_next(struct rc_lines *lines, struct rc_line *line)
{
	const char *end = next_end(lines);

	while (end < lines->end && *end == '\f' && end == lines->at) {
		turn_page(lines, end);
		end = next_end(lines);
	}
	if (lines->at == lines->end)
		return FALSE;
	*line = (struct rc_line){
	    .s = lines->at,
	    .len = end - lines->at,
	    .new_page = lines->new_page,
	    .at = {lines->page, lines->line, lines->column,
	        lines->skipped + (lines->at - lines->start)},
	};
	lines->new_page = FALSE;
	if (end < lines->end && *end == '\f')
		turn_page(lines, end);
	else
		turn_line(lines, end);
	return TRUE;
}

gsize
rc_line_trimmed(const char *s, gsize len)
{
	for (; len; len--) {
		char c = s[len - 1];

		if (c == '\xA0' && len > 1 && s[len - 2] == '\xC2')
			len--;
		else if (c != ' ' && c != '\t' && c != '\v')
			break;
	}
	return len;
}

void
rc_line_skip(struct rc_line *line, gsize n)
{
	line->s += n;
	line->len -= n;
	line->at.column += n;
	line->at.offset += n;
}

guint
rc_line_indent(struct rc_line *line)
{
	gsize n = 0;
	guint columns = 0;

	for (; n < line->len && (line->s[n] == ' ' || line->s[n] == '\t'); n++)
		columns += line->s[n] == ' ' ? 1 :
		    TAB_STOP - columns % TAB_STOP;
	rc_line_skip(line, n);
	return columns;
}
