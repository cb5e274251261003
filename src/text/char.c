/* char.c - what characters are, told without a locale. */
#include "text/char.h"

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
