/* chars.c - raised characters, of which text inputs make calls of notes. */
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
