/* spacing.c - texts whose blanks were doubled to justify the lines, or that have an
 * empty line behind each. */
#include "input/spacing.h"

#include <string.h>

#define SURVEYED 16384u /* bytes that tell */
#define LONG_LINE 50u   /* bytes of a line that can be justified */
#define MIN_DOUBLED 3u  /* blanks of such a line that were doubled */
#define MIN_LINES 5u    /* such lines, and the share of long ones: */
#define SHARE 5u
#define CLOSED_SHARE 16u /* of full lines without an empty line behind them, at most */
#define OPEN_SHARE 3u    /* of those that end within a sentence, at least */

static const char *
line_end(const char *s, const char *end)
{
	const char *nl = memchr(s, '\n', end - s);

	return nl ? nl : end;
}

/* Doubled blanks of a line before small letters, which begin no cells; 0 if it is
 * indented or has wider ones. */
static guint
count_doubled(const char *s, const char *end)
{
	guint n = 0, run = 0;

	if (s < end && *s == ' ' && s + 1 < end && s[1] == ' ')
		return 0;
	for (; s < end; s++) {
		if (*s == ' ') {
			run++;
			continue;
		}
		if (run > 2 && *s != '\r')
			return 0;
		n += run == 2 && g_unichar_islower(g_utf8_get_char(s));
		run = 0;
	}
	return n;
}

static gboolean
is_doubled(const char *s, gsize len)
{
	const char *end = s + MIN(len, SURVEYED), *stop;
	guint lines = 0, doubled = 0;

	for (; s < end; s = stop + 1) {
		stop = line_end(s, end);
		if (stop - s < (gssize)LONG_LINE)
			continue;
		lines++;
		doubled += count_doubled(s, stop) >= MIN_DOUBLED;
	}
	return doubled >= MIN_LINES && doubled * SHARE >= lines;
}

static void
put_line(GString *text, const char *s, const char *end)
{
	gsize from = text->len, len = end - s;

	while (s < end) {
		g_string_append_c(text, *s++);
		while (s < end && *s == ' ' && s[-1] == ' ')
			s++;
	}
	while (text->len - from < len)
		g_string_append_c(text, ' ');
}

GString *
rc_spacing_read(const char *s, gsize len)
{
	const char *end = s + len, *stop;
	GString *text;

	if (!is_doubled(s, len))
		return NULL;
	text = g_string_sized_new(len);
	for (; s < end; s = stop + 1) {
		stop = line_end(s, end);
		put_line(text, s, stop);
		if (stop < end)
			g_string_append_c(text, '\n');
	}
	return text;
}

/* Whether a line ends like no paragraph: in a letter or a figure. */
static gboolean
ends_open(const struct rc_para *para)
{
	gunichar c = g_utf8_get_char(g_utf8_prev_char(para->text + para->len));

	return g_unichar_isalnum(c);
}

void
rc_spacing_close(struct rc_text *text)
{
	guint lines = 0, closed = 0, open = 0;

	for (guint i = 0; i + 1 < text->paras->len; i++) {
		const struct rc_para *para = rc_text_para(text, i);

		if (para->kind == RC_PARA_PAGE || para->len < LONG_LINE ||
		    para[1].kind == RC_PARA_PAGE)
			continue;
		lines++;
		closed += !para[1].gap;
		open += ends_open(para);
	}
	if (lines < MIN_LINES || closed * CLOSED_SHARE > lines ||
	    open * OPEN_SHARE < lines)
		return;
	for (guint i = 0; i < text->paras->len; i++) {
		struct rc_para *para = &g_array_index(text->paras,
		    struct rc_para, i);

		para->gap -= para->gap > 0;
	}
}
