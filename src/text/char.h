/* char.h - the characters of UTF-8 text that most of it is made of, told
 * without a call. */
#ifndef RC_TEXT_CHAR_H
#define RC_TEXT_CHAR_H

#include <glib.h>

static inline gunichar
rc_char(const char *s)
{
	return (guchar)*s < 0x80 ? (guchar)*s : g_utf8_get_char(s);
}

/* The start of the character that ends before s. */
static inline const char *
rc_char_start(const char *s)
{
	do
		s--;
	while (((guchar)*s & 0xC0) == 0x80);
	return s;
}

static inline gboolean
rc_is_alpha(gunichar c)
{
	return c < 0x80 ? g_ascii_isalpha(c) : g_unichar_isalpha(c);
}

/* Whether a character of two bytes, U+0400-047F or U+0620-064A, is surely a
 * letter. Others of Cyrillic and Arabic may be one. */
static inline gboolean
rc_char_is_letter(const char *s)
{
	guchar lead = s[0], trail = s[1];

	return lead == 0xD0 || lead == 0xD1 || (lead == 0xD8 && trail >= 0xA0) ||
	    (lead == 0xD9 && trail <= 0x8A);
}

/* The character that begins at s, or that ends before s; 0 at the edge. */
gunichar rc_char_at(const char *s, const char *end);
gunichar rc_char_before(const char *start, const char *s);
/* White space, and what stands for it at the edge of a text (0). */
gboolean rc_is_blank(gunichar c);
/* Punctuation that ends a clause or closes a bracket: nothing that a stretch
 * of emphasis begins with. */
gboolean rc_is_closing(gunichar c);
/* A letter or digit of a script that puts blanks between words. */
gboolean rc_is_word(gunichar c);

#endif
