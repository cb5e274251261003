/* para.c - the text of one paragraph with emphasis, links and note marks. */
#include "typeset/para.h"

#include <string.h>

#define LINE_BREAK "\xe2\x80\xa8" /* U+2028 */

struct rc_para *
rc_para_new(enum rc_style style)
{
	struct rc_para *para = g_new0(struct rc_para, 1);

	para->style = style;
	para->text = g_string_new(NULL);
	para->spans = g_array_new(FALSE, FALSE, sizeof(struct rc_span));
	return para;
}

void
rc_para_free(struct rc_para *para)
{
	if (!para)
		return;
	g_string_free(para->text, TRUE);
	g_array_unref(para->spans);
	g_free(para);
}

/* The span that text added now belongs to. */
static void
open_span(struct rc_para *para, guint marks, gint link, gint note)
{
	struct rc_span span = {para->text->len, marks, link, note};
	guint n = para->spans->len;

	if (n > 0 && note < 0) {
		struct rc_span *last =
		    &g_array_index(para->spans, struct rc_span, n - 1);

		if (last->marks == marks && last->link == link)
			return;
	}
	g_array_append_val(para->spans, span);
}

static gboolean
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static gboolean
ends_in_blank(const struct rc_para *para)
{
	gsize len = para->text->len;

	return len == 0 || para->text->str[len - 1] == ' ' ||
	    (len >= 3 && memcmp(para->text->str + len - 3, LINE_BREAK, 3) == 0);
}

void
rc_para_add(struct rc_para *para, const char *text, guint marks, gint link)
{
	while (*text) {
		gsize n = 0;

		if (is_blank(*text)) {
			text++;
			if (ends_in_blank(para))
				continue;
			open_span(para, marks, link, -1);
			g_string_append_c(para->text, ' ');
			continue;
		}
		while (text[n] && !is_blank(text[n]))
			n++;
		open_span(para, marks, link, -1);
		g_string_append_len(para->text, text, n);
		text += n;
	}
}

void
rc_para_call(struct rc_para *para, const char *mark, guint marks, gint note)
{
	open_span(para, marks | RC_MARK_SUPER, -1, note);
	g_string_append(para->text, mark);
}

void
rc_para_trim(struct rc_para *para)
{
	while (para->text->len > 0 &&
	    para->text->str[para->text->len - 1] == ' ')
		g_string_truncate(para->text, para->text->len - 1);
}

void
rc_para_break(struct rc_para *para)
{
	rc_para_trim(para);
	g_string_append(para->text, LINE_BREAK);
}

/* Let a span begin at a byte; gives its number. */
static guint
cut_span(struct rc_para *para, guint at)
{
	guint i = para->spans->len;
	struct rc_span span;

	while (i > 0 && g_array_index(para->spans, struct rc_span,
	    i - 1).start > at)
		i--;
	if (i == 0)
		return 0;
	span = g_array_index(para->spans, struct rc_span, i - 1);
	if (span.start == at)
		return i - 1;
	span.start = at;
	span.note = -1;
	g_array_insert_val(para->spans, i, span);
	return i;
}

void
rc_para_mark(struct rc_para *para, guint from, guint to, guint marks)
{
	guint first = cut_span(para, from);
	guint end = to < para->text->len ? cut_span(para, to)
	                                 : para->spans->len;

	for (guint i = first; i < end; i++)
		g_array_index(para->spans, struct rc_span, i).marks |= marks;
}
