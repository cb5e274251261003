/* raised.c - raised text. */
#include "parse/raised.h"

#include "base/plain.h"

/* The plain character that a superscript one stands for, 0 for none. Letters
 * are those that Unicode has raised. */
static gunichar
plain_of(gunichar c)
{
	static const struct {
		gunichar raised;
		char plain;
	} rows[] = {
	    {0x2070, '0'}, {0xB9, '1'}, {0xB2, '2'}, {0xB3, '3'},
	    {0x2074, '4'}, {0x2075, '5'}, {0x2076, '6'}, {0x2077, '7'},
	    {0x2078, '8'}, {0x2079, '9'}, {0x207D, '('}, {0x207E, ')'},
	    {0x1D43, 'a'}, {0x1D47, 'b'}, {0x1D9C, 'c'}, {0x1D48, 'd'},
	    {0x1D49, 'e'}, {0x1DA0, 'f'}, {0x1D4D, 'g'}, {0x02B0, 'h'},
	    {0x2071, 'i'}, {0x02B2, 'j'}, {0x1D4F, 'k'}, {0x02E1, 'l'},
	    {0x1D50, 'm'}, {0x207F, 'n'}, {0x1D52, 'o'}, {0x1D56, 'p'},
	    {0x02B3, 'r'}, {0x02E2, 's'}, {0x1D57, 't'}, {0x1D58, 'u'},
	    {0x1D5B, 'v'}, {0x02B7, 'w'}, {0x02E3, 'x'}, {0x02B8, 'y'},
	    {0x1DBB, 'z'},
	};

	if (c < 0xB2)
		return 0;
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
		if (rows[i].raised == c)
			return rows[i].plain;
	return 0;
}

static gsize
unicode_run(const char *s, const char *end)
{
	const char *t = s;

	while (t < end && (guchar)*t >= 0xC2 && plain_of(g_utf8_get_char(t)))
		t = g_utf8_next_char(t);
	return t - s;
}

gsize
rc_raised_take(const struct parser *p, const struct block *block, guint32 at)
{
	gsize n = unicode_run(block->text + at, block->text + block->len);
	const struct rc_span *span;
	guint i;

	if (n)
		return n;
	i = rc_block_span_at(p, block, at);
	if (i == block->n_spans)
		return 0;
	span = &g_array_index(p->spans, struct rc_span, block->span + i);
	return span->style & RC_SUPER && span->start == at ? span->end - at : 0;
}

/* The first bytes of what plain_of() knows. */
static const gboolean may_begin[256] = {[0xC2] = TRUE, [0xCA] = TRUE,
    [0xCB] = TRUE, [0xE1] = TRUE, [0xE2] = TRUE};

guint32
rc_raised_next(const struct parser *p, const struct block *block, guint32 at)
{
	const char *s, *stop;
	guint32 next = block->len;

	for (guint i = rc_block_span_at(p, block, at); i < block->n_spans; i++) {
		const struct rc_span *span = &g_array_index(p->spans,
		    struct rc_span, block->span + i);

		if (span->start > at) {
			next = span->start;
			break;
		}
	}
	for (s = block->text + at + 1, stop = block->text + next;
	     (s = rc_plain_end(s, stop)) < stop; s++)
		if (may_begin[(guchar)*s] &&
		    unicode_run(s, block->text + block->len))
			return s - block->text;
	return next;
}

void
rc_raised_plain(const char *text, gsize len, GString *out)
{
	const char *end = text + len;

	for (; text < end; text = g_utf8_next_char(text)) {
		gunichar c = g_utf8_get_char(text), plain = plain_of(c);

		c = plain ? plain : c;
		if (c != '(' && c != ')' && !g_unichar_isspace(c))
			g_string_append_unichar(out, c);
	}
}
