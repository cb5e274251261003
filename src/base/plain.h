/* plain.h - past what most of a text is and needs no look: visible ASCII and
 * blanks, eight bytes at a time. */
#ifndef RC_BASE_PLAIN_H
#define RC_BASE_PLAIN_H

#include <glib.h>
#include <string.h>

/* Whether eight bytes are all ASCII and no control character. */
static inline gboolean
rc_plain_eight(const char *s)
{
	const guint64 ones = ~(guint64)0 / 0xFF;
	guint64 word;

	memcpy(&word, s, sizeof(word));
	return !(((word - 0x20 * ones) | word) & (0x80 * ones));
}

static inline gboolean
rc_is_plain(char c)
{
	return (guchar)c >= 0x20 && (guchar)c < 0x80;
}

/* The next byte from s on that is a control character or none of ASCII. */
static inline const char *
rc_plain_end(const char *s, const char *end)
{
	if (s == end || (guchar)*s >= 0x80)
		return s; /* as within words of most scripts */
	while (end - s >= 8 && rc_plain_eight(s))
		s += 8;
	while (s < end && rc_is_plain(*s))
		s++;
	return s;
}

#endif
