/* codepage.c - which 8-bit encoding a text is in that is not UTF-8. */
#include "input/encoding.h"

#include <string.h>

/* Of the high bytes, so many in a hundred must be common letters of a script
 * (Cyrillic text has 70, Arabic 60, any other at most 35). */
#define COMMON_SHARE 50u
/* Of the pairs of GB 18030, so many in a hundred must be of its oldest part,
 * GB 2312, where all Chinese characters of official texts are. */
#define GB2312_SHARE 90u
/* Enough to judge by. */
#define SAMPLE_BYTES (1u << 20)

static const struct {
	const char *codepage;
	const char *common; /* the script's most frequent letters */
} pages[] = {
    {"WINDOWS-1251", /* о е а и н т с р в л */
        "\xEE\xE5\xE0\xE8\xED\xF2\xF1\xF0\xE2\xEB"},
    {"WINDOWS-1256", /* ا ل ي م ن و ت ر ة ب */
        "\xC7\xE1\xED\xE3\xE4\xE6\xCA\xD1\xC9\xC8"},
};

/* Bytes of the GB 18030 character at s, 0 if there is none. */
static guint
gb_sequence(const guchar *s, const guchar *end)
{
	if (*s < 0x80)
		return 1;
	if (*s == 0x80 || *s == 0xFF || s + 1 >= end)
		return 0;
	if (s[1] >= 0x40 && s[1] != 0x7F && s[1] != 0xFF)
		return 2;
	if (s + 3 < end && s[1] >= '0' && s[1] <= '9' && s[2] >= 0x81 &&
	    s[2] != 0xFF && s[3] >= '0' && s[3] <= '9')
		return 4;
	return 0;
}

static gboolean
is_gb(const guchar *s, const guchar *end)
{
	gsize pairs = 0, old = 0;

	while (s < end) {
		guint n = gb_sequence(s, end);

		if (n == 0)
			return FALSE;
		if (n == 2) {
			pairs++;
			old += s[0] >= 0xA1 && s[0] <= 0xF7 && s[1] >= 0xA1;
		}
		s += n;
	}
	return pairs && old * 100 >= pairs * GB2312_SHARE;
}

/* Cut the sample where no character of two bytes is cut: after a line. */
static gsize
sample(const char *s, gsize len)
{
	gsize n = MIN(len, SAMPLE_BYTES);

	while (n < len && n && s[n - 1] != '\n')
		n--;
	return n ? n : MIN(len, SAMPLE_BYTES);
}

const char *
rc_guess_codepage(const char *s, gsize len)
{
	gsize count[256] = {0}, high = 0;

	len = sample(s, len);
	for (gsize i = 0; i < len; i++)
		count[(guchar)s[i]]++;
	for (guint c = 0x80; c < 256; c++)
		high += count[c];
	if (is_gb((const guchar *)s, (const guchar *)s + len))
		return "GB18030";
	for (guint i = 0; i < G_N_ELEMENTS(pages); i++) {
		gsize common = 0;

		for (const char *c = pages[i].common; *c; c++)
			common += count[(guchar)*c];
		if (common * 100 > high * COMMON_SHARE)
			return pages[i].codepage;
	}
	return "WINDOWS-1252";
}
