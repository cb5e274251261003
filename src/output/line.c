/* line.c - a paragraph of plain text or Markdown in the making. */
#include "output/line.h"

#include <string.h>

static const struct {
	char plain;
	gunichar raised;
} raised[] = {
	{'0', 0x2070}, {'1', 0x00B9}, {'2', 0x00B2}, {'3', 0x00B3},
	{'4', 0x2074}, {'5', 0x2075}, {'6', 0x2076}, {'7', 0x2077},
	{'8', 0x2078}, {'9', 0x2079}, {'(', 0x207D}, {')', 0x207E},
	{'a', 0x1D43}, {'b', 0x1D47}, {'c', 0x1D9C}, {'d', 0x1D48},
	{'e', 0x1D49}, {'f', 0x1DA0}, {'g', 0x1D4D}, {'h', 0x02B0},
	{'i', 0x2071}, {'j', 0x02B2}, {'k', 0x1D4F}, {'l', 0x02E1},
	{'m', 0x1D50}, {'n', 0x207F}, {'o', 0x1D52}, {'p', 0x1D56},
	{'r', 0x02B3}, {'s', 0x02E2}, {'t', 0x1D57}, {'u', 0x1D58},
	{'v', 0x1D5B}, {'w', 0x02B7}, {'x', 0x02E3}, {'y', 0x02B8},
	{'z', 0x1DBB},
};

static gunichar
raised_form(gunichar c)
{
	for (guint i = 0; i < G_N_ELEMENTS(raised); i++)
		if ((gunichar)raised[i].plain == c)
			return raised[i].raised;
	return c;
}

void
line_init(struct line *line, gboolean markup)
{
	*line = (struct line){.out = g_string_new(NULL), .markup = markup};
}

void
line_done(struct line *line)
{
	g_string_free(line->out, TRUE);
}

static void
put_marks(struct line *line, guint look)
{
	if (look & LINE_BOLD)
		g_string_append(line->out, "**");
	if (look & LINE_ITALIC)
		g_string_append(line->out, "*");
}

/* Before a character of the look that is set: end the look before, write the
 * space that is due, begin the look. */
static void
turn(struct line *line)
{
	guint look = line->markup ? line->look : 0;

	if (look != line->shown)
		put_marks(line, line->shown);
	if (line->space)
		g_string_append_c(line->out, ' ');
	line->space = FALSE;
	if (look != line->shown)
		put_marks(line, look);
	line->shown = look;
}

static gboolean
is_space(gunichar c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void
put(struct line *line, const char *s, gsize len)
{
	turn(line);
	if (line->markup && (*s == '*' || *s == '\\'))
		g_string_append_c(line->out, '\\');
	g_string_append_len(line->out, s, len);
}

void
line_add(struct line *line, const char *text)
{
	const char *next;

	for (; *text; text = next) {
		next = g_utf8_next_char(text);
		if (!is_space((guchar)*text))
			put(line, text, next - text);
		else if (line->out->len &&
		    line->out->str[line->out->len - 1] != '\n')
			line->space = TRUE;
	}
}

void
line_break(struct line *line)
{
	line->space = FALSE;
	if (line->out->len)
		g_string_append_c(line->out, '\n');
}

static void
put_raised(struct line *line, const char *text, gboolean letters)
{
	guint look = line->look;

	line->look = 0;
	for (; *text; text = g_utf8_next_char(text)) {
		gunichar c = g_utf8_get_char(text);
		char utf8[6];

		if (letters || g_ascii_isdigit(c))
			c = raised_form(c);
		put(line, utf8, g_unichar_to_utf8(c, utf8));
	}
	line->look = look;
}

void
line_add_call(struct line *line, const char *marker)
{
	put_raised(line, marker, TRUE);
}

void
line_add_raised(struct line *line, const char *text)
{
	put_raised(line, text, FALSE);
}

void
line_finish(struct line *line)
{
	put_marks(line, line->shown);
	line->shown = 0;
	line->space = FALSE;
	while (line->out->len &&
	    line->out->str[line->out->len - 1] == '\n')
		g_string_truncate(line->out, line->out->len - 1);
}

void
line_clear(struct line *line)
{
	g_string_truncate(line->out, 0);
	line->look = line->shown = 0;
	line->space = FALSE;
}

guint
line_width(const char *text)
{
	guint n = 0;

	for (; *text; text = g_utf8_next_char(text)) {
		gunichar c = g_utf8_get_char(text);

		if (!g_unichar_iszerowidth(c))
			n += g_unichar_iswide(c) ? 2 : 1;
	}
	return n;
}
