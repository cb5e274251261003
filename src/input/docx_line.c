/* docx_line.c - one paragraph: text, looks and calls as they come. */
#include "input/docx_line.h"

#include <string.h>

#define MAX_LABEL 24u /* bytes before a TAB that may be a label */

void
docx_line_init(struct docx_line *line)
{
	*line = (struct docx_line){
	    .s = g_string_sized_new(1024),
	    .spans = g_array_new(FALSE, FALSE, sizeof(struct rc_span)),
	    .calls = g_array_new(FALSE, FALSE, sizeof(struct rc_call)),
	};
}

void
docx_line_done(struct docx_line *line)
{
	if (!line->s)
		return;
	g_string_free(line->s, TRUE);
	g_array_unref(line->spans);
	g_array_unref(line->calls);
	line->s = NULL;
}

void
docx_line_clear(struct docx_line *line)
{
	g_string_truncate(line->s, 0);
	g_array_set_size(line->spans, 0);
	g_array_set_size(line->calls, 0);
	line->marker = line->tab = 0;
	line->gap = FALSE;
}

gboolean
docx_line_is_empty(const struct docx_line *line)
{
	return !line->s->len && !line->calls->len;
}

static gboolean
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* What stands at a paragraph's edge without being printed. */
static gboolean
is_unprinted(const char *s)
{
	gunichar c;

	if (is_blank(*s))
		return TRUE;
	if ((guchar)*s < 0x80)
		return FALSE;
	c = g_utf8_get_char(s);
	return c == 0x00A0 || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF;
}

/* Mark what was written since from (or since seam, with the blank before it,
 * if that only goes on in the same look). */
static void
put_span(struct docx_line *line, guint32 seam, guint32 from, guint style,
    const char *href)
{
	struct rc_span span = {.start = from, .end = line->s->len,
	    .style = style, .href = href};
	struct rc_span *last;

	if (!style)
		return;
	last = line->spans->len ? &g_array_index(line->spans, struct rc_span,
	                              line->spans->len - 1)
	                        : NULL;
	if (last && last->style == style && last->end == seam &&
	    g_strcmp0(last->href, href) == 0)
		last->end = span.end;
	else
		g_array_append_val(line->spans, span);
}

void
docx_line_text(struct docx_line *line, const char *s, gsize len, guint style,
    const char *href)
{
	const char *end = s + len;

	while (s < end) {
		guint32 seam = line->s->len, from;
		const char *word = s;

		if (*s == '\t' && !line->tab)
			line->tab = line->s->len;
		if (is_blank(*s) || (!line->s->len && is_unprinted(s))) {
			line->gap |= line->s->len > 0;
			s = g_utf8_next_char(s);
			continue;
		}
		while (s < end && !is_blank(*s))
			s++;
		if (line->gap && line->s->str[line->s->len - 1] != '\n')
			g_string_append_c(line->s, ' ');
		line->gap = FALSE;
		from = line->s->len;
		g_string_append_len(line->s, word, s - word);
		put_span(line, seam, from, style, href);
	}
}

void
docx_line_break(struct docx_line *line)
{
	line->gap = FALSE;
	if (line->s->len && line->s->str[line->s->len - 1] != '\n')
		g_string_append_c(line->s, '\n');
}

void
docx_line_call(struct docx_line *line, guint note)
{
	struct rc_call call = {.at = line->s->len, .note = note};

	g_array_append_val(line->calls, call);
}

void
docx_line_call_at(struct docx_line *line, struct rc_call call)
{
	guint i = line->calls->len;

	while (i && g_array_index(line->calls, struct rc_call, i - 1).at >
	    call.at)
		i--;
	g_array_insert_val(line->calls, i, call);
}

/* ---- taking out ---- */

guint32
docx_cuts_moved(const GArray *cuts, guint32 x)
{
	guint lo = 0, hi = cuts->len;
	const struct docx_cut *cut;

	while (lo < hi) { /* the last that begins at x or before */
		guint mid = (lo + hi) / 2;

		if (g_array_index(cuts, struct docx_cut, mid).start <= x)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (!lo)
		return x;
	cut = &g_array_index(cuts, struct docx_cut, lo - 1);
	return MIN(x, cut->start) - cut->before + (x - MIN(x, cut->end));
}

static void
cut_text(GString *s, GArray *cuts)
{
	guint32 to = 0, from = 0;

	for (guint i = 0; i < cuts->len; i++) {
		struct docx_cut *cut = &g_array_index(cuts, struct docx_cut, i);

		cut->before = from - to;
		memmove(s->str + to, s->str + from, cut->start - from);
		to += cut->start - from;
		from = cut->end;
	}
	memmove(s->str + to, s->str + from, s->len - from);
	g_string_truncate(s, to + s->len - from);
}

void
docx_line_cut(struct docx_line *line, GArray *cuts)
{
	guint kept = 0;

	cut_text(line->s, cuts);
	for (guint i = 0; i < line->spans->len; i++) {
		struct rc_span span =
		    g_array_index(line->spans, struct rc_span, i);

		span.start = docx_cuts_moved(cuts, span.start);
		span.end = docx_cuts_moved(cuts, span.end);
		if (span.start < span.end)
			g_array_index(line->spans, struct rc_span, kept++) =
			    span;
	}
	g_array_set_size(line->spans, kept);
	for (guint i = 0; i < line->calls->len; i++) {
		struct rc_call *call =
		    &g_array_index(line->calls, struct rc_call, i);

		call->at = docx_cuts_moved(cuts, call->at);
	}
	line->marker = docx_cuts_moved(cuts, line->marker);
	line->tab = docx_cuts_moved(cuts, line->tab);
}

void
docx_line_cut_one(struct docx_line *line, guint32 start, guint32 end)
{
	g_autoptr(GArray) cuts = g_array_new(FALSE, FALSE,
	    sizeof(struct docx_cut));
	struct docx_cut cut = {.start = start, .end = end};

	g_array_append_val(cuts, cut);
	docx_line_cut(line, cuts);
}

void
docx_line_finish(struct docx_line *line)
{
	const char *s = line->s->str, *end = s + line->s->len;

	while (end > s && is_unprinted(g_utf8_prev_char(end)))
		end = g_utf8_prev_char(end);
	if ((gsize)(end - s) < line->s->len)
		docx_line_cut_one(line, end - s, line->s->len);
	line->gap = FALSE;
}

void
docx_line_append(struct docx_line *line, const struct docx_line *more)
{
	guint32 shift;

	if (line->gap)
		g_string_append_c(line->s, ' ');
	line->gap = FALSE;
	shift = line->s->len;
	g_string_append_len(line->s, more->s->str, more->s->len);
	for (guint i = 0; i < more->spans->len; i++) {
		struct rc_span span =
		    g_array_index(more->spans, struct rc_span, i);

		span.start += shift;
		span.end += shift;
		g_array_append_val(line->spans, span);
	}
	for (guint i = 0; i < more->calls->len; i++) {
		struct rc_call call =
		    g_array_index(more->calls, struct rc_call, i);

		call.at += shift;
		g_array_append_val(line->calls, call);
	}
}

struct rc_para
docx_line_para(const struct docx_line *line, struct rc_text *text)
{
	struct rc_para para = rc_para_make(text, line->s->str, line->s->len,
	    &line->at);

	para.marker = line->marker;
	if (!para.marker && line->tab <= MAX_LABEL)
		para.marker = line->tab;
	for (guint i = 0; i < line->spans->len; i++) {
		const struct rc_span *span =
		    &g_array_index(line->spans, struct rc_span, i);

		rc_text_span(text, &para, span->start, span->end, span->style,
		    span->href);
	}
	g_array_append_vals(text->calls, line->calls->data, line->calls->len);
	para.n_calls = line->calls->len;
	return para;
}
