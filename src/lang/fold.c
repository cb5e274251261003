/* fold.c - characters as comparisons see them. */
#include "lang/fold.h"

#include <string.h>

#define DROPPED 0u
#define SPACE 0x20u
#define BROKEN 0xFFFDu

/* The base letters of U+00C0-00FF and U+0100-017F. */
static const char latin1[] =
    "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo/ouuuuypy";
static const char extended[] =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

_Static_assert(sizeof(latin1) == 0x40 + 1, "one base letter each");
_Static_assert(sizeof(extended) == 0x80 + 1, "one base letter each");

static gboolean
is_trail(const char *at, const char *end)
{
	return at < end && ((guchar)*at & 0xC0) == 0x80;
}

guint32
rc_fold_decode(const char **at, const char *end)
{
	const char *s = *at;
	guint32 c = (guchar)*s++;
	guint n = c < 0x80 ? 0 : c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : 1;

	*at = s;
	if (n == 0)
		return c;
	if (c < 0xC2 || c > 0xF4)
		return BROKEN;
	c &= 0x3Fu >> n;
	for (; n > 0; n--, s++) {
		if (!is_trail(s, end))
			return BROKEN;
		c = c << 6 | ((guchar)*s & 0x3Fu);
	}
	*at = s;
	return c;
}

/* Of 0x20 and on the capitals are made small and ` is '. */
const guint8 rc_fold_ascii[128] =
    "                                "
    " !\"#$%&'()*+,-./0123456789:;<=>?"
    "@abcdefghijklmnopqrstuvwxyz[\\]^_"
    "'abcdefghijklmnopqrstuvwxyz{|}~ ";

static guint32
fold_latin(guint32 c)
{
	if (c >= 0x100)
		return (guchar)extended[c - 0x100];
	if (c >= 0xC0)
		return (guchar)latin1[c - 0xC0];
	switch (c) {
	case 0xA0: return SPACE;
	case 0xAA: return 'a';
	case 0xAD: return DROPPED;
	case 0xB4: return '\'';
	case 0xBA: return 'o';
	default: return c < 0xA0 ? SPACE : c;
	}
}

static guint32
fold_cyrillic(guint32 c)
{
	if (c >= 0x410 && c <= 0x42F)
		c += 0x20;
	else if (c >= 0x400 && c <= 0x40F)
		c += 0x50;
	if (c == 0x451) /* ё */
		return 0x435;
	return c == 0x439 ? 0x438 : c; /* й, which may be и and a breve */
}

static guint32
fold_arabic(guint32 c)
{
	if ((c >= 0x610 && c <= 0x61A) || (c >= 0x64B && c <= 0x65F))
		return DROPPED;
	if (c >= 0x660 && c <= 0x669)
		return c - 0x660 + '0';
	if (c >= 0x6F0 && c <= 0x6F9)
		return c - 0x6F0 + '0';
	if (c >= 0x6D6 && c <= 0x6ED)
		return DROPPED;
	switch (c) {
	case 0x61C: case 0x640: case 0x670: return DROPPED;
	case 0x622: case 0x623: case 0x625: case 0x671: return 0x627;
	case 0x624: return 0x648;
	case 0x626: case 0x649: case 0x6CC: return 0x64A;
	case 0x6A9: return 0x643;
	default: return c;
	}
}

static guint32
fold_punctuation(guint32 c)
{
	if (c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F ||
	    c == 0x205F)
		return SPACE;
	if (c <= 0x200F || (c >= 0x202A && c <= 0x202E) || c >= 0x2060)
		return DROPPED;
	if (c == 0x2010 || c == 0x2011)
		return '-';
	if (c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x2032)
		return '\'';
	return c;
}

static guint32
fold_rest(guint32 c)
{
	if (c >= 0xFF01 && c <= 0xFF5E)
		return rc_fold_ascii[c - 0xFF00 + 0x20];
	if (c >= 0xFE00 && c <= 0xFE0F)
		return DROPPED;
	switch (c) {
	case 0x02B0: return 'h';
	case 0x02B3: return 'r';
	case 0x02BC: return '\'';
	case 0x1D43: return 'a';
	case 0x1D48: return 'd';
	case 0x1D49: return 'e';
	case 0x1D52: return 'o';
	case 0x1D57: return 't';
	case 0x3000: return SPACE;
	case 0xFEFF: return DROPPED;
	default: return c;
	}
}

guint32
rc_fold_one(guint32 c)
{
	if (c < 0x80)
		return rc_fold_ascii[c];
	if (c < 0x180)
		return fold_latin(c);
	if (c >= 0x300 && c <= 0x36F)
		return DROPPED;
	if (c >= 0x400 && c <= 0x45F)
		return fold_cyrillic(c);
	if (c >= 0x600 && c <= 0x6FF)
		return fold_arabic(c);
	if (c >= 0x2000 && c <= 0x206F)
		return fold_punctuation(c);
	return fold_rest(c);
}

const char *
rc_fold_skip_space(const char *at, const char *end)
{
	while (at < end) {
		const char *next = at;
		guint32 c = rc_fold_one(rc_fold_decode(&next, end));

		if (c != SPACE && c != DROPPED)
			break;
		at = next;
	}
	return at;
}

const char *
rc_fold_skip_wide_marks(const char *at, const char *end)
{
	while (at < end && (guchar)*at >= 0x80) {
		const char *next = at;

		if (rc_fold_one(rc_fold_decode(&next, end)) != DROPPED)
			break;
		at = next;
	}
	return at;
}

/* Decode and fold one character. */
static inline guint32
take(struct rc_fold *f)
{
	guint32 c = rc_fold_two_at(f->at, f->end);

	if (!c)
		return rc_fold_one(rc_fold_decode(&f->at, f->end));
	f->at += 2;
	return c;
}

guint32
rc_fold_next_wide(struct rc_fold *f)
{
	if (!f->bare && f->end - f->at > 1 && *f->at == ' ' &&
	    (guchar)f->at[1] > ' ' && (guchar)f->at[1] < 0x7F) {
		f->at++;
		return SPACE;
	}
	while (f->at < f->end) {
		guint32 c = take(f);

		if (c == DROPPED || (c == SPACE && f->bare))
			continue;
		if (c == SPACE)
			f->at = rc_fold_skip_space(f->at, f->end);
		return c;
	}
	return 0;
}

gboolean
rc_fold_is_wide_letter(guint32 c)
{
	if (c < 0x600)
		return c >= 0xC0;
	if (c < 0x700)
		return c >= 0x620 && !(c >= 0x66A && c <= 0x66D) && c != 0x6D4;
	if (c < 0x2000)
		return TRUE;
	return c == 0x3005 || c == 0x3007 || (c >= 0x3041 && c <= 0x30FF) ||
	    (c >= 0x3400 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFDFF) ||
	    (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0x20000 && c != BROKEN);
}

gboolean
rc_fold_ends(const char *at, const char *end)
{
	if (at < end && (guchar)*at < 0x80)
		return !rc_fold_is_letter(rc_fold_ascii[(guchar)*at]);
	at = rc_fold_skip_marks(at, end);
	if (at == end)
		return TRUE;
	return !rc_fold_is_letter(rc_fold_one(rc_fold_decode(&at, end)));
}

/* The two bytes before a place, where they are surely a letter: Cyrillic, and
 * Arabic but for its marks. */
static gboolean
is_sure_letter(const char *at)
{
	guchar c = at[-2], trail = at[-1];

	return c == 0xD0 || c == 0xD1 || (c == 0xD8 && trail >= 0xA0) ||
	    (c == 0xD9 && trail >= 0x81 && trail <= 0x8A);
}

gboolean
rc_fold_begins_wide(const char *text, const char *at)
{
	if (at - text >= 2 && is_sure_letter(at))
		return FALSE;
	while (at > text) {
		const char *end = at;
		const char *s;
		guint32 c;

		for (s = --at; s > text && is_trail(s, end); s--)
			;
		at = s;
		c = rc_fold_one(rc_fold_decode(&s, end));
		if (c != DROPPED)
			return !rc_fold_is_letter(c);
	}
	return TRUE;
}
