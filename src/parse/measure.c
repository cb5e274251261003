/* measure.c - how the lines of a text are filled. */
#include "parse/pages.h"

#include <string.h>

#define SHARE_OF_FULL 3u  /* one long line in so many is full where columns
                             count */
#define EARLY_SHARE 10u   /* and one in so many may end early there */
#define MIN_TELLING 8u    /* lines that tell it */
#define LONG 12u          /* columns that a long line lacks at most */
#define NUMBER 8u         /* columns of a number alone on its line, at most */
#define FULL 3u           /* columns that a full line may lack then */

/* How many lines have which width. */
struct widths {
	GArray *counts; /* guint, by width */
	guint n;        /* lines */
};

static void
add_width(struct widths *w, guint width)
{
	if (width >= w->counts->len)
		g_array_set_size(w->counts, width + 1);
	g_array_index(w->counts, guint, width)++;
	w->n++;
}

/* The width that so many per cent of the lines do not exceed. */
static guint
part(const struct widths *w, guint percent)
{
	guint width = 0, n = g_array_index(w->counts, guint, 0);

	while (n <= (w->n - 1) * percent / 100)
		n += g_array_index(w->counts, guint, ++width);
	return width;
}

/* How many lines lack so many columns at most. */
static guint
count_from(const struct widths *w, guint columns, guint lack)
{
	guint n = 0;

	for (guint i = columns > lack ? columns - lack : 0; i < w->counts->len;
	     i++)
		n += g_array_index(w->counts, guint, i);
	return n;
}

/* Whether the lines end near one column, and none behind it: then they were
 * filled by columns, as by a program that wraps text. */
static gboolean
is_filled(const struct widths *w, guint columns)
{
	guint full = count_from(w, columns, FULL);
	guint n = count_from(w, columns, LONG);

	return full * SHARE_OF_FULL >= n && n * SHARE_OF_FULL >= w->n;
}

/* Whether a line of several words is longer than lines filled by columns can
 * be. */
static gboolean
has_longer(const GArray *lines, guint columns)
{
	for (guint i = 0; i < lines->len; i++) {
		const struct line *line = rc_line(lines, i);

		if (line->kind == LINE_TEXT && line->width > columns + line->base &&
		    memchr(line->para->text, ' ', line->para->len))
			return TRUE;
	}
	return FALSE;
}

/* Whether many lines end though the word that begins the next had room: letters
 * of other widths filled them. A small letter shows that the sentence goes on. */
static gboolean
breaks_early(const GArray *lines, guint columns)
{
	guint n = 0, early = 0;

	for (guint i = 1; i < lines->len; i++) {
		const struct line *line = rc_line(lines, i);
		const struct line *before = rc_line(lines, i - 1);
		const struct rc_para *para = line->para;

		if (line->kind != LINE_TEXT || before->kind != LINE_TEXT ||
		    line->top || para->gap || before->para->len < RC_LONG_LINE ||
		    before->para->text[before->para->len - 1] == '-' ||
		    !g_unichar_islower(g_utf8_get_char(para->text)))
			continue;
		n++;
		early += rc_line_width(before) + 1 +
		    rc_first_word(para->text, para->len) <= columns;
	}
	return n >= MIN_TELLING && early * EARLY_SHARE > n;
}

/* Whether the ends of paragraphs, which short lines are, stand before empty
 * lines. A number alone on its line is no end. */
static gboolean
is_spaced(const GArray *lines, guint columns)
{
	guint ends = 0, gaps = 0;

	for (guint i = 1; i < lines->len; i++) {
		const struct line *line = rc_line(lines, i);
		const struct line *before = rc_line(lines, i - 1);
		guint width = rc_line_width(before);

		if (line->kind != LINE_TEXT || before->kind != LINE_TEXT ||
		    line->top || width * 3 > columns * 2 || width < NUMBER)
			continue;
		ends++;
		gaps += line->para->gap > 0;
	}
	return gaps * 3 > ends * 2;
}

/* Count the widths of the lines of text; gives how many are indented. */
static guint
count_widths(const GArray *lines, struct widths *w)
{
	guint indents = 0;

	for (guint i = 0; i < lines->len; i++) {
		const struct line *line = rc_line(lines, i);
		guint16 width = rc_line_width(line);
		const char *last = line->para->len ? g_utf8_prev_char(
		    line->para->text + line->para->len) : "";

		if (line->kind != LINE_TEXT)
			continue;
		indents += line->para->indent > 0;
		/* Chinese punctuation may hang over the line's end */
		if (g_unichar_iswide(g_utf8_get_char(last)) &&
		    rc_is_terminal(g_utf8_get_char(last)))
			width -= MIN(width, 2);
		add_width(w, width);
	}
	return indents;
}

struct rc_measure
rc_measure_take(const GArray *lines)
{
	g_autoptr(GArray) counts = g_array_new(FALSE, TRUE, sizeof(guint));
	struct widths w = {.counts = counts};
	guint indents = count_widths(lines, &w);
	struct rc_measure m = {0};

	if (!w.n)
		return m;
	m.columns = part(&w, 99);
	m.indented = indents * 2 > w.n;
	m.exact = is_filled(&w, m.columns) &&
	    !has_longer(lines, m.columns + LONG) &&
	    !(m.indented && breaks_early(lines, m.columns));
	if (!m.exact) {
		m.columns = part(&w, 90);
		m.slack = m.columns / 12;
	}
	m.spaced = is_spaced(lines, m.columns);
	return m;
}
