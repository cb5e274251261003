/* symbol.c - symbols of documents as they are printed. */
#include "parse/symbol.h"

#include <string.h>

static gboolean
is_symbol_char(char c)
{
	return g_ascii_isalnum(c) || c == '.' || c == '-' || c == '*';
}

/* Bytes of a U+2011 or U+2010, which print as a hyphen. */
static gsize
hyphen(const char *s, const char *end)
{
	return end - s >= 3 && (memcmp(s, "\xE2\x80\x91", 3) == 0 ||
	    memcmp(s, "\xE2\x80\x90", 3) == 0) ? 3 : 0;
}

static const char *
skip_part(const char *s, const char *end)
{
	gsize n;

	while (s < end) {
		n = is_symbol_char(*s) ? 1 : hyphen(s, end);
		if (!n)
			break;
		s += n;
	}
	return s;
}

/* " (Vol. I)", " (Part I)", "(Sect. 3)/Add.1" after the last part. */
static const char *
take_volume(const char *s, const char *end)
{
	static const char *const words[] = {"Vol.", "Vol ", "Part ", "Part\xC2",
	    "Sect.", "Introduction", "SUPP"};
	const char *t = s, *close;

	if (t < end && *t == ' ')
		t++;
	else if (end - t >= 2 && memcmp(t, "\xC2\xA0", 2) == 0)
		t += 2;
	if (t >= end || *t != '(')
		return s;
	close = memchr(t, ')', MIN(end - t, 24));
	for (guint i = 0; close && i < G_N_ELEMENTS(words); i++)
		if (g_str_has_prefix(t + 1, words[i])) {
			close++;
			while (end - close > 1 && *close == '/' &&
			    is_symbol_char(close[1]))
				close = skip_part(close + 1, end);
			while (close[-1] == '.' || close[-1] == '-')
				close--;
			return close;
		}
	return s;
}

/* " (2020)", "(1967)", " (Part I)", " A-C", " B" after the last part. */
static const char *
take_tail(const char *s, const char *end)
{
	const char *t = s;

	if (t < end && *t == ' ')
		t++;
	else if (end - t >= 2 && memcmp(t, "\xC2\xA0", 2) == 0)
		t += 2;
	if (end - t >= 6 && *t == '(' && g_ascii_isdigit(t[1]) &&
	    g_ascii_isdigit(t[4]) && t[5] == ')')
		return t + 6;
	if (t == s || t >= end || !g_ascii_isupper(*t))
		return s;
	t++;
	if (end - t >= 2 && (*t == '-') && g_ascii_isupper(t[1]))
		t += 2;
	if (t < end && (g_ascii_isalnum(*t) || (guchar)*t >= 0x80))
		return s;
	return t;
}

gsize
rc_symbol_take(const char *text, gsize len)
{
	const char *s = text, *end = text + len, *last;
	guint slashes = 0, digits = 0;

	while (s < end && g_ascii_isupper(*s))
		s++;
	if (s == text || s - text > 8 || s >= end || *s != '/')
		return 0;
	while (s < end && *s == '/') {
		last = skip_part(s + 1, end);
		if (last == s + 1)
			break;
		for (const char *c = s + 1; c < last; c++)
			digits += g_ascii_isdigit(*c) != 0;
		s = last;
		slashes++;
	}
	while (s > text && (s[-1] == '.' || s[-1] == '-' || s[-1] == '*'))
		s--;
	if (!slashes || !digits)
		return 0;
	last = take_volume(s, end);
	if (last != s)
		return last - text;
	return (slashes > 1 ? take_tail(s, end) : s) - text;
}

gsize
rc_job_take(const char *text, gsize len)
{
	const char *s = text, *end = text + len;
	guint n = 0;

	if (end - s > 3 && memcmp(s, "GE.", 3) == 0)
		s += 3;
	if (end - s < 8 || !g_ascii_isdigit(s[0]) || !g_ascii_isdigit(s[1]) ||
	    s[2] != '-')
		return 0;
	for (s += 3; s < end && g_ascii_isdigit(*s); s++)
		n++;
	if (n < 5 || n > 6)
		return 0;
	if (end - s >= 4 && s[0] == ' ' && s[1] == '(' && s[3] == ')')
		s += 4;
	else if (end - s >= 3 && s[0] == '(' && s[2] == ')')
		s += 3;
	else if (s < end && (g_ascii_isalnum(*s) || *s == '/'))
		return 0;
	return s - text;
}
