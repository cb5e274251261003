/* chars.c - the few characters that the text inputs must tell apart. */
#include "input/chars.h"

#include "base/plain.h"

static const struct {
	gunichar first, last;
} raised[] = {
    {0x00B2, 0x00B3}, {0x00B9, 0x00B9}, /* Latin-1 */
    {0x02B0, 0x02B8}, {0x02E0, 0x02E4}, /* modifier letters */
    {0x1D2C, 0x1D6A}, {0x1D78, 0x1D78}, {0x1D9B, 0x1DBF},
    {0x2070, 0x207F},                   /* superscripts */
};

static const gunichar closing[] = {
    '!', ')', ',', '.', ':', ';', '?', ']', '}', 0x00BB, 0x201D,
    0x2026, 0x060C, 0x061B, 0x061F, 0x3001, 0x3002, 0x300B, 0xFF09, 0xFF0C,
    0xFF1A, 0xFF1B, 0xFF1F};

#define FIRST_IDEOGRAPH 0x2E80

gunichar
rc_char_at(const char *s, const char *end)
{
	if (s >= end)
		return 0;
	return (guchar)*s < 0x80 ? (gunichar)*s : g_utf8_get_char(s);
}

gunichar
rc_char_before(const char *start, const char *s)
{
	if (s <= start)
		return 0;
	return (guchar)s[-1] < 0x80 ? (gunichar)s[-1] :
	    g_utf8_get_char(g_utf8_prev_char(s));
}

/* The bytes that can lead a raised character; most text has none. */
static const gboolean may_raise[256] = {[0xC2] = TRUE, [0xCA] = TRUE,
    [0xCB] = TRUE, [0xE1] = TRUE, [0xE2] = TRUE};

const char *
rc_raised_from(const char *s, const char *end)
{
	while ((s = rc_plain_end(s, end)) < end && !may_raise[(guchar)*s])
		s++;
	return s;
}

guint
rc_raised(const char *s, const char *end)
{
	gunichar c;

	if (s >= end || !may_raise[(guchar)*s])
		return 0;
	c = g_utf8_get_char(s);
	for (guint i = 0; i < G_N_ELEMENTS(raised); i++)
		if (c >= raised[i].first && c <= raised[i].last)
			return g_utf8_skip[(guchar)*s];
	return 0;
}

gsize
rc_raised_run(const char *s, const char *end)
{
	const char *at = s;
	guint n;

	while ((n = rc_raised(at, end)))
		at += n;
	return at - s;
}

gboolean
rc_is_blank(gunichar c)
{
	return c == 0 || c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 ||
	    c == 0x202F || c == 0x3000;
}

gboolean
rc_is_closing(gunichar c)
{
	for (gsize i = 0; i < G_N_ELEMENTS(closing); i++)
		if (closing[i] == c)
			return TRUE;
	return FALSE;
}

gboolean
rc_is_word(gunichar c)
{
	return c < FIRST_IDEOGRAPH && g_unichar_isalnum(c);
}
