/* akn_text_line.c - one paragraph: text, looks and calls as they come. */
#include "input/akn_text.h"

#include <string.h>

/* Taking brackets out costs a look at the whole paragraph: one with more calls
 * than this keeps them. Real ones have a dozen. */
#define MAX_BRACKETED 1000u

void
akn_line_init(struct akn_line *line)
{
	*line = (struct akn_line){
	    .s = g_string_sized_new(2048),
	    .spans = g_array_new(FALSE, FALSE, sizeof(struct rc_span)),
	    .calls = g_array_new(FALSE, FALSE, sizeof(struct rc_call)),
	};
}

void
akn_line_done(struct akn_line *line)
{
	g_string_free(line->s, TRUE);
	g_array_unref(line->spans);
	g_array_unref(line->calls);
}

void
akn_line_clear(struct akn_line *line)
{
	g_string_truncate(line->s, 0);
	g_array_set_size(line->spans, 0);
	g_array_set_size(line->calls, 0);
	line->marker = line->tab = 0;
	line->gap = line->gap_tab = FALSE;
}

gboolean
akn_line_is_bare(const struct akn_line *line)
{
	return line->s->len == line->marker && !line->calls->len;
}

static gboolean
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* What stands at a paragraph's edge without being printed. */
static gboolean
is_unprinted(gunichar c)
{
	return c == 0x00A0 || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF;
}

static const char *
skip_unprinted(const char *s)
{
	while (is_blank(*s) ||
	    ((guchar)*s >= 0x80 && is_unprinted(g_utf8_get_char(s))))
		s = g_utf8_next_char(s);
	return s;
}

/* The end of what can be copied as it is: no white space but single blanks
 * within. */
static const char *
copied_to(const char *s)
{
	for (; *s; s++)
		if (is_blank(*s) && (*s != ' ' || is_blank(s[1]) || !s[1]))
			return s;
	return s;
}

/* Write the blank that is due. */
static void
put_gap(struct akn_line *line)
{
	if (!line->gap)
		return;
	if (line->gap_tab && !line->tab)
		line->tab = line->s->len;
	line->gap = line->gap_tab = FALSE;
	if (line->s->str[line->s->len - 1] != '\n')
		g_string_append_c(line->s, ' ');
}

/* Mark what was written since `from` (or since `seam`, with the blank before
 * it, if that only goes on in the same look). */
static void
put_span(struct akn_line *line, guint32 seam, guint32 from, guint style,
    const char *href)
{
	struct rc_span span = {.start = from, .end = line->s->len,
	    .style = style, .href = href};
	struct rc_span *last;

	if (!style || span.start >= span.end)
		return;
	last = line->spans->len ? &g_array_index(line->spans, struct rc_span,
	                              line->spans->len - 1)
	                        : NULL;
	if (last && last->style == style && last->end == seam &&
	    (seam == from || !(style & RC_LINK)) &&
	    g_strcmp0(last->href, href) == 0)
		last->end = span.end;
	else
		g_array_append_val(line->spans, span);
}

/* The white space at s as the blank that is due; gives its end. */
static const char *
take_blanks(struct akn_line *line, const char *s)
{
	for (; is_blank(*s); s++) {
		line->gap |= line->s->len > 0;
		line->gap_tab |= line->s->len > 0 && *s == '\t';
	}
	return s;
}

void
akn_line_text(struct akn_line *line, const char *s, guint style,
    const char *href)
{
	while (*(s = take_blanks(line, s))) {
		const char *end;
		guint32 seam = line->s->len, from;

		if (line->s->len == line->marker) {
			end = skip_unprinted(s);
			if (end > s) {
				s = end;
				continue;
			}
		}
		end = copied_to(s);
		put_gap(line);
		from = line->s->len;
		g_string_append_len(line->s, s, end - s);
		put_span(line, seam, from, style, href);
		s = end;
	}
}

void
akn_line_gap(struct akn_line *line)
{
	line->gap |= line->s->len > 0;
}

void
akn_line_break(struct akn_line *line)
{
	line->gap = line->gap_tab = FALSE;
	if (line->s->len && line->s->str[line->s->len - 1] != '\n')
		g_string_append_c(line->s, '\n');
}

void
akn_line_call(struct akn_line *line, guint note)
{
	struct rc_call call = {.at = line->s->len, .note = note};

	g_array_append_val(line->calls, call);
}

/* Cut the end off at `len`. */
static void
cut_at(struct akn_line *line, guint32 len)
{
	g_string_truncate(line->s, len);
	for (guint i = line->spans->len; i-- > 0;) {
		struct rc_span *span =
		    &g_array_index(line->spans, struct rc_span, i);

		if (span->end <= len)
			break;
		span->end = len;
		if (span->start >= len)
			g_array_set_size(line->spans, i);
	}
	for (guint i = 0; i < line->calls->len; i++) {
		struct rc_call *call =
		    &g_array_index(line->calls, struct rc_call, i);

		call->at = MIN(call->at, len);
	}
}

static void
trim_end(struct akn_line *line)
{
	const char *s = line->s->str, *end = s + line->s->len;

	while (end > s) {
		const char *last = g_utf8_prev_char(end);

		if (!is_blank(*last) && !is_unprinted(g_utf8_get_char(last)))
			break;
		end = last;
	}
	cut_at(line, end - s);
	line->gap = line->gap_tab = FALSE;
}

void
akn_line_number(struct akn_line *line)
{
	trim_end(line);
	line->marker = line->s->len;
	line->tab = 0;
	line->gap = line->marker > 0;
}

gboolean
akn_line_ends_in(const struct akn_line *line, const char *set)
{
	const char *s = line->s->str;

	return line->s->len &&
	    g_utf8_strchr(set, -1,
	        g_utf8_get_char(g_utf8_prev_char(s + line->s->len)));
}

static guint32
moved(guint32 x, guint32 at, guint32 n)
{
	return x <= at ? x : x - MIN(n, x - at);
}

void
akn_line_erase(struct akn_line *line, guint32 at, guint32 n)
{
	guint kept = 0;

	g_string_erase(line->s, at, n);
	for (guint i = 0; i < line->spans->len; i++) {
		struct rc_span span =
		    g_array_index(line->spans, struct rc_span, i);

		span.start = moved(span.start, at, n);
		span.end = moved(span.end, at, n);
		if (span.start < span.end)
			g_array_index(line->spans, struct rc_span, kept++) =
			    span;
	}
	g_array_set_size(line->spans, kept);
	for (guint i = 0; i < line->calls->len; i++) {
		struct rc_call *call =
		    &g_array_index(line->calls, struct rc_call, i);

		call->at = moved(call->at, at, n);
	}
	line->marker = moved(line->marker, at, n);
	line->tab = moved(line->tab, at, n);
}

/* Where the bracket `open` stands before `at`, blanks between; -1. */
static gssize
bracket_before(const struct akn_line *line, guint32 at, char open)
{
	const char *s = line->s->str;

	while (at > line->marker && s[at - 1] == ' ')
		at--;
	return at > line->marker && s[at - 1] == open ? (gssize)at - 1 : -1;
}

static gssize
bracket_after(const struct akn_line *line, guint32 at, char close)
{
	while (line->s->str[at] == ' ')
		at++;
	return line->s->str[at] == close ? (gssize)at : -1;
}

/* Brackets round a call are the mark's own print. After a bracket of the
 * text the two before it come out swapped: "(2016()1)" prints "(2016)(1)". */
static gboolean
drop_brackets(struct akn_line *line, const struct rc_call *call)
{
	gssize open = bracket_before(line, call->at, '(');
	gssize swapped = bracket_before(line, call->at, ')');
	gssize close = bracket_after(line, call->at, ')');
	const char *s;

	if (swapped > 0 && line->s->str[swapped - 1] == '(' && close >= 0) {
		line->s->str[swapped - 1] = ')'; /* which is not raised */
		open = swapped;
	}
	if (open < 0 || close < 0)
		return FALSE;
	akn_line_erase(line, close, 1);
	akn_line_erase(line, open, 1);
	s = line->s->str + call->at;
	if (call->at && s[-1] == ' ' && *s == ' ')
		akn_line_erase(line, call->at, 1);
	return TRUE;
}

void
akn_line_finish(struct akn_line *line)
{
	guint n = line->calls->len > MAX_BRACKETED ? 0 : line->calls->len;

	for (guint i = 0; i < n; i++)
		while (drop_brackets(line, &g_array_index(line->calls,
		                               struct rc_call, i)))
			;
	trim_end(line);
}

struct rc_para
akn_line_para(const struct akn_line *line, struct rc_text *text)
{
	struct rc_para para = rc_para_make(text, line->s->str, line->s->len,
	    &line->at);

	para.marker = line->marker;
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
