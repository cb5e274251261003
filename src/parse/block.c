/* block.c - blocks: paragraphs made whole, with their spans. */
#include "parse/account.h"

#include <string.h>

/* Blanks that carry no meaning of their own; U+00A0 does. */
static gboolean
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\v' || c == '\r';
}

/* Bytes of an invisible character at s that is no text: U+FEFF, U+200B. */
static gsize
invisible(const char *s)
{
	return memcmp(s, "\xEF\xBB\xBF", 3) == 0 ||
	        memcmp(s, "\xE2\x80\x8B", 3) == 0 ? 3 : 0;
}

/* Blanks, those that always give way to one, and what may begin an invisible
 * character. */
enum { BLANK = 1, GIVES_WAY, INVISIBLE };

static const guint8 untidy[256] = {[' '] = BLANK, ['\n'] = BLANK,
    ['\v'] = BLANK, ['\t'] = GIVES_WAY, ['\r'] = GIVES_WAY,
    [0xE2] = INVISIBLE, [0xEF] = INVISIBLE};

static gboolean
is_tidy(const char *s, gsize len)
{
	if (len && (is_blank(s[0]) || is_blank(s[len - 1])))
		return FALSE;
	for (gsize i = 0; i < len; i++) {
		guint what = untidy[(guchar)s[i]];

		if (!what)
			continue;
		if (what == GIVES_WAY ||
		    (what == BLANK && untidy[(guchar)s[i + 1]] == BLANK) ||
		    (what == INVISIBLE && i + 2 < len && invisible(s + i)))
			return FALSE;
	}
	return TRUE;
}

/* A new offset for each old one. Runs of blanks become one: a line break if
 * there was one among them. */
static char *
tidy(const char *s, gsize len, guint32 *moved, gsize *new_len)
{
	char *out = g_malloc(len + 1);
	gsize n = 0;

	for (gsize i = 0; i < len;) {
		gsize skip = i + 2 < len ? invisible(s + i) : 0;

		for (gsize k = 0; k < skip; k++)
			moved[i++] = n;
		if (skip)
			continue;
		moved[i] = n;
		if (!is_blank(s[i])) {
			out[n++] = s[i++];
			continue;
		}
		if (n && !is_blank(out[n - 1]))
			out[n++] = s[i] == '\n' ? '\n' : ' ';
		else if (n && s[i] == '\n')
			out[n - 1] = '\n';
		i++;
	}
	while (n && is_blank(out[n - 1]))
		n--;
	moved[len] = n;
	out[n] = '\0';
	*new_len = n;
	return out;
}

static void
copy_spans(struct parser *p, struct block *block, const struct rc_para *para,
    const guint32 *moved)
{
	block->span = p->spans->len;
	for (guint i = 0; i < para->n_spans; i++) {
		struct rc_span span = g_array_index(p->in->spans,
		    struct rc_span, para->span + i);

		if (moved) {
			span.start = MIN(moved[span.start], block->len);
			span.end = MIN(moved[span.end], block->len);
		}
		if (span.start < span.end) {
			g_array_append_val(p->spans, span);
			block->n_spans++;
		}
	}
}

/* The calls of notes that the format knows are cuts of no length. */
static void
copy_calls(struct parser *p, struct block *block, const struct rc_para *para,
    const guint32 *moved)
{
	for (guint i = 0; i < para->n_calls; i++) {
		const struct rc_call *call = &g_array_index(p->in->calls,
		    struct rc_call, para->call + i);
		guint32 at = MIN(call->at, para->len);

		if (moved)
			at = moved[at];
		rc_block_cut(p, block, MIN(at, block->len), MIN(at, block->len),
		    call->note);
		note_at(p, call->note)->called = TRUE;
	}
}

struct block
rc_block_make(struct parser *p, const struct rc_para *para)
{
	struct block block = {
	    .text = para->text,
	    .len = para->len,
	    .kind = para->kind == RC_PARA_ROW ? BLOCK_ROW : BLOCK_TEXT,
	    .role = para->role,
	    .gap = para->gap,
	    .header = para->header,
	    .rank = para->rank,
	    .indent = para->indent,
	    .hint = para->depth,
	    .columns = para->columns,
	    .rows = para->rows,
	    .marker = para->marker,
	    .at = para->at,
	};
	g_autofree guint32 *moved = NULL;
	g_autofree char *text = NULL;
	gsize len;

	if (!is_tidy(para->text, para->len)) {
		moved = g_new(guint32, para->len + 1);
		text = tidy(para->text, para->len, moved, &len);
		block.text = g_string_chunk_insert_len(p->chunk, text, len);
		block.len = len;
		block.marker = moved[MIN(para->marker, para->len)];
	}
	copy_spans(p, &block, para, moved);
	copy_calls(p, &block, para, moved);
	rc_account_made(p, &block, para);
	return block;
}

static gboolean
is_han(gunichar c)
{
	return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
	    (c >= 0xFF00 && c <= 0xFFEF);
}

/* What stands between two halves: nothing after a hyphen and beside a Chinese
 * character; but "peace- and security-related". */
static const char *
seam(const struct parser *p, const struct block *a, const struct block *b)
{
	gunichar last, first;

	if (!a->len || !b->len)
		return "";
	last = g_utf8_get_char(g_utf8_prev_char(a->text + a->len));
	first = g_utf8_get_char(b->text);
	if (is_han(last) || is_han(first))
		return "";
	if ((last == '-' || last == 0x2010 || last == 0x2011) && a->len > 1 &&
	    g_unichar_isalnum(g_utf8_get_char(
	        g_utf8_prev_char(a->text + a->len - 1))))
		return rc_lang_starts(p->lang, RC_PH_AND, b->text, b->len) ?
		    " " : "";
	return " ";
}

/* The text of a block in room of its own, for len bytes: twice as much as is
 * needed, so that many small pieces cost no more than their sum. */
static char *
make_room(struct parser *p, struct block *block, guint32 len)
{
	g_autofree char *room = NULL;

	if (block->room >= len)
		return (char *)block->text;
	block->room = 2 * len;
	room = g_malloc0(block->room);
	memcpy(room, block->text, block->len);
	block->text = g_string_chunk_insert_len(p->chunk, room, block->room);
	return (char *)block->text;
}

static void
add_span(struct parser *p, struct block *block, struct rc_span span,
    guint32 shift)
{
	span.start += shift;
	span.end += shift;
	g_array_append_val(p->spans, span);
	block->n_spans++;
}

/* The spans of a block stand together; only those that are not the last are
 * copied. */
static void
join_spans(struct parser *p, struct block *block, const struct block *rest,
    guint32 shift)
{
	struct block joined = {.span = p->spans->len};
	guint end = block->span + block->n_spans;

	if (!rest->n_spans)
		return;
	if (block->n_spans && end == rest->span &&
	    rest->span + rest->n_spans == p->spans->len) {
		joined = *block;
		g_array_set_size(p->spans, end);
	} else if (block->n_spans && end == p->spans->len) {
		joined = *block;
	} else {
		for (guint i = 0; i < block->n_spans; i++)
			add_span(p, &joined, g_array_index(p->spans,
			    struct rc_span, block->span + i), 0);
	}
	for (guint i = 0; i < rest->n_spans; i++)
		add_span(p, &joined, g_array_index(p->spans, struct rc_span,
		    rest->span + i), shift);
	block->span = joined.span;
	block->n_spans = joined.n_spans;
}

static void
join_cuts(struct parser *p, struct block *block, const struct block *rest,
    guint32 shift)
{
	for (guint i = 0; i < rest->n_cuts; i++) {
		struct cut cut = g_array_index(p->cuts, struct cut,
		    rest->cut + i);

		rc_block_cut(p, block, cut.start + shift, cut.end + shift,
		    cut.note);
	}
}

void
rc_block_join(struct parser *p, struct block *block, const struct block *rest,
    gboolean glued)
{
	const char *between = glued ? "" : seam(p, block, rest);
	guint32 n = strlen(between), shift = block->len + n;
	char *text = make_room(p, block, shift + rest->len + 1);

	memcpy(text + block->len, between, n);
	memcpy(text + shift, rest->text, rest->len);
	text[shift + rest->len] = '\0';
	join_spans(p, block, rest, shift);
	join_cuts(p, block, rest, shift);
	rc_account_joined(p, block, rest, shift);
	block->len = shift + rest->len;
}

void
rc_block_shorten(struct parser *p, struct block *block, guint32 len)
{
	char *text = make_room(p, block, block->len + 1);

	text[len] = '\0';
	block->len = len;
	while (block->n_spans) {
		struct rc_span *last = &g_array_index(p->spans, struct rc_span,
		    block->span + block->n_spans - 1);

		last->end = MIN(last->end, len);
		if (last->start < last->end)
			return;
		block->n_spans--;
	}
}

struct block
rc_block_slice(struct parser *p, const struct block *block, guint32 from,
    guint32 to)
{
	struct block out = *block;

	while (from < to && is_blank(block->text[from]))
		from++;
	while (to > from && is_blank(block->text[to - 1]))
		to--;
	out.text = g_string_chunk_insert_len(p->chunk, block->text + from,
	    to - from);
	out.len = to - from;
	out.room = 0;
	out.span = p->spans->len;
	out.n_spans = 0;
	out.marker = 0;
	for (guint i = 0; i < block->n_spans; i++) {
		struct rc_span span = g_array_index(p->spans, struct rc_span,
		    block->span + i);

		span.start = MAX(span.start, from);
		span.end = MIN(span.end, to);
		if (span.start >= span.end)
			continue;
		span.start -= from;
		span.end -= from;
		g_array_append_val(p->spans, span);
		out.n_spans++;
	}
	rc_account_sliced(p, &out, block, from, to);
	return out;
}

guint32
rc_block_end(const struct parser *p, const struct block *block)
{
	guint32 end = block->len;

	for (guint i = block->n_cuts; i-- > 0;) {
		const struct cut *cut = &g_array_index(p->cuts, struct cut,
		    block->cut + i);

		while (end > cut->end && is_blank(block->text[end - 1]))
			end--;
		if (cut->end != end)
			break;
		end = cut->start;
	}
	while (end && is_blank(block->text[end - 1]))
		end--;
	return end;
}

guint
rc_block_span_at(const struct parser *p, const struct block *block, guint32 at)
{
	guint lo = 0, hi = block->n_spans;

	while (lo < hi) {
		guint mid = lo + (hi - lo) / 2;

		if (g_array_index(p->spans, struct rc_span,
		        block->span + mid).end <= at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

guint
rc_block_cut_at(const struct parser *p, const struct block *block, guint32 at)
{
	guint lo = 0, hi = block->n_cuts;

	while (lo < hi) {
		guint mid = lo + (hi - lo) / 2;

		if (g_array_index(p->cuts, struct cut,
		        block->cut + mid).start < at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

gunichar
rc_block_last(const struct parser *p, const struct block *block)
{
	guint32 end = rc_block_end(p, block);

	return end ? g_utf8_get_char(g_utf8_prev_char(block->text + end)) : 0;
}

gunichar
rc_block_first(const struct block *block)
{
	return block->body < block->len ?
	    g_utf8_get_char(block->text + block->body) : 0;
}

gboolean
rc_block_is_all(const struct parser *p, const struct block *block,
    guint32 style)
{
	guint32 at = block->body;

	if (at >= block->len)
		return FALSE;
	for (guint i = 0; i < block->n_spans; i++) {
		const struct rc_span *span = &g_array_index(p->spans,
		    struct rc_span, block->span + i);

		if (span->end <= at)
			continue;
		if (!(span->style & (style | RC_SUPER)))
			return FALSE;
		for (; at < span->start; at++)
			if (!is_blank(block->text[at]))
				return FALSE;
		at = span->end;
	}
	for (; at < block->len; at++)
		if (!is_blank(block->text[at]))
			return FALSE;
	return TRUE;
}

void
rc_block_cut(struct parser *p, struct block *block, guint32 start, guint32 end,
    gint32 note)
{
	struct cut cut = {.start = start, .end = end, .note = note};
	guint first = p->cuts->len, at;

	/* the cuts of a block stand together: after those of another they
	 * move to the end */
	if (block->n_cuts && block->cut + block->n_cuts != first) {
		for (guint i = 0; i < block->n_cuts; i++) {
			struct cut old = g_array_index(p->cuts, struct cut,
			    block->cut + i);
			g_array_append_val(p->cuts, old);
		}
		block->cut = first;
	}
	if (!block->n_cuts)
		block->cut = first;
	for (at = block->n_cuts; at; at--)
		if (g_array_index(p->cuts, struct cut,
		        block->cut + at - 1).start <= start)
			break;
	g_array_insert_val(p->cuts, block->cut + at, cut);
	block->n_cuts++;
}

gboolean
rc_is_terminal(gunichar c)
{
	switch (c) {
	case ',':
	case ';':
	case '.':
	case ':':
	case '!':
	case '?':
	case 0x060C: /* Arabic comma */
	case 0x061B: /* Arabic semicolon */
	case 0x061F:
	case 0x3001:
	case 0x3002: /* Chinese full stop */
	case 0xFF0C:
	case 0xFF1A:
	case 0xFF1B:
		return TRUE;
	default:
		return FALSE;
	}
}

gboolean
rc_is_counted(gunichar before, gunichar after)
{
	static const char counters[] = "年月日号段条届次天个名万亿项卷章页时点岁人国";

	return before == 0x7B2C ||
	    (after >= 0x2E80 && g_utf8_strchr(counters, -1, after));
}
