/* encoding.c - bytes in any of the encodings met, as UTF-8. */
#include "input/encoding.h"

#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/plain.h"
#include "text/char.h"

/* A text has fewer control characters than one in so many bytes; a handful
 * are forgiven however short it is. */
#define BYTES_A_CONTROL 50u
#define CONTROLS_FORGIVEN 8u
/* Of UTF-16 without a mark, every other byte is often NUL: at least one pair
 * in so many, for blanks and digits are the same in all languages. */
#define PAIRS_A_NUL 10u
#define NULS_AT_LEAST 4u
/* So many good sequences of UTF-8 outweigh a bad byte. */
#define GOOD_A_BAD 4u

static const struct {
	const char *bytes;
	guint len;
	const char *codepage; /* NULL is UTF-8 */
} marks[] = {
    {"\xEF\xBB\xBF", 3, NULL},
    {"\xFF\xFE\0\0", 4, "UTF-32LE"}, /* before UTF-16LE, its beginning */
    {"\0\0\xFE\xFF", 4, "UTF-32BE"},
    {"\xFF\xFE", 2, "UTF-16LE"},
    {"\xFE\xFF", 2, "UTF-16BE"},
};

/* Windows-1252 from 0x80 to 0x9F; from 0xA0 on it is Unicode. What it leaves
 * free is U+FFFD. Of unicode.org's CP1252.TXT. */
static const gunichar western[32] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

gunichar
rc_western(guint8 byte)
{
	return western[byte - 0x80];
}

/* What a text is made of. */
struct tally {
	gsize good, bad;         /* UTF-8 sequences of two bytes or more; bytes
	                            that are part of none */
	gsize nuls[2], controls; /* nuls at even and odd offsets */
	gsize first_bad;
	gboolean cut;            /* all that is bad is a sequence cut short */
};

static gboolean
is_control(guchar c)
{
	return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
}

static gboolean
is_noncharacter(const char *s, guint len)
{
	return len == 3 && (guchar)s[0] == 0xEF && (guchar)s[1] == 0xBF &&
	    (guchar)s[2] >= 0xBE;
}

static inline guint
sequence(const char *s, const char *end)
{
	const guchar *c = (const guchar *)s;
	gsize left = end - s;
	guint n = c[0] < 0x80 ? 1 : c[0] < 0xC2 ? 0 : c[0] < 0xE0 ? 2 :
	    c[0] < 0xF0 ? 3 : c[0] < 0xF5 ? 4 : 0;

	if (n < 2 || left < n)
		return n <= left ? n : 0;
	if ((c[0] == 0xE0 && c[1] < 0xA0) || (c[0] == 0xED && c[1] > 0x9F) ||
	    (c[0] == 0xF0 && c[1] < 0x90) || (c[0] == 0xF4 && c[1] > 0x8F))
		return 0;
	for (guint i = 1; i < n; i++)
		if (c[i] < 0x80 || c[i] > 0xBF)
			return 0;
	return n;
}

guint
rc_utf8_sequence(const char *s, const char *end)
{
	return sequence(s, end);
}

/* Whether the text ends within the sequence that begins at s. */
static gboolean
is_cut(const char *s, const char *end)
{
	if ((guchar)*s < 0xC2 || end - s >= g_utf8_skip[(guchar)*s])
		return FALSE;
	while (++s < end)
		if (((guchar)*s & 0xC0) != 0x80)
			return FALSE;
	return TRUE;
}

static void
tally_control(struct tally *tally, const char *s, gsize at)
{
	if (*s)
		tally->controls++;
	else
		tally->nuls[at % 2]++;
}

static void
tally_bad(struct tally *tally, const char *s, const char *end, gsize at)
{
	if (tally->bad++)
		return;
	tally->first_bad = at;
	tally->cut = is_cut(s, end);
}

static struct tally
take_tally(const char *data, gsize size)
{
	struct tally tally = {0};
	const char *s = rc_plain_end(data, data + size), *end = data + size;

	for (; s < end; s = rc_plain_end(s, end)) {
		guint n = sequence(s, end);

		if (n == 0)
			tally_bad(&tally, s, end, s - data);
		else if (n > 1 && !is_noncharacter(s, n))
			tally.good++;
		else if (n > 1 || is_control(*s))
			tally_control(&tally, s, s - data);
		s += MAX(n, 1);
	}
	return tally;
}

static struct rc_place
place_of(const char *s, gsize at)
{
	struct rc_place place = {0, 1, 1, at};

	for (gsize i = 0; i < at; i++) {
		if (s[i] == '\n') {
			place.line++;
			place.column = 1;
		} else if (((guchar)s[i] & 0xC0) != 0x80) {
			place.column++;
		}
	}
	return place;
}

/* ---- to UTF-8 ---- */

static void
own(struct rc_utf8 *text, char *s, gsize len)
{
	g_free(text->owned);
	text->owned = s;
	text->s = s;
	text->len = len;
}

static gboolean
convert(struct rc_utf8 *text, const char *codepage)
{
	gsize len;
	char *s = g_convert(text->s, text->len, "UTF-8", codepage, &(gsize){0},
	    &len, NULL);

	if (s)
		own(text, s, len);
	return s != NULL;
}

/* Put each bad byte as windows-1252 has it; all high bytes are bad if the
 * text is not UTF-8 at all. A sequence that the end cuts short becomes one
 * U+FFFD. */
static void
mend(struct rc_utf8 *text, gboolean is_utf8)
{
	GString *out = g_string_sized_new(text->len + text->len / 8 + 8);
	const char *s = text->s, *end = s + text->len;

	while (s < end) {
		guint n = is_utf8 || (guchar)*s < 0x80 ?
		    rc_utf8_sequence(s, end) : 0;

		if (n) {
			g_string_append_len(out, s, n);
			s += n;
			continue;
		}
		if (is_utf8 && is_cut(s, end)) {
			g_string_append_unichar(out, 0xFFFD);
			break;
		}
		g_string_append_unichar(out, (guchar)*s < 0xA0 ?
		    western[(guchar)*s - 0x80] : (guchar)*s);
		s++;
	}
	text->len = out->len;
	own(text, g_string_free(out, FALSE), text->len);
}

/* Read a text whose bytes are not UTF-8, or not all. */
static void
decode(struct rc_utf8 *text, const struct tally *tally, struct rc_diags *diags)
{
	struct rc_place at = place_of(text->s, tally->first_bad);
	gboolean cut = tally->cut && tally->good;
	gboolean is_utf8 = cut || tally->good >= tally->bad * GOOD_A_BAD;
	const char *codepage = "UTF-8 with single bytes of windows-1252";

	at.offset += text->skipped;
	if (cut)
		codepage = "UTF-8 whose last character is cut off";
	else if (!is_utf8)
		codepage = rc_guess_codepage(text->s, text->len);
	rc_diag(diags, RC_D_NOT_UTF8, &at, codepage);
	if (is_utf8 || g_str_equal(codepage, "WINDOWS-1252") ||
	    !convert(text, codepage))
		mend(text, is_utf8);
}

/* UTF-16 that has no byte-order mark: NULs at one half of the offsets. */
static const char *
wide_codepage(const struct tally *tally, gsize size)
{
	for (guint odd = 0; odd < 2; odd++)
		if (!tally->nuls[!odd] && tally->nuls[odd] >= NULS_AT_LEAST &&
		    tally->nuls[odd] * 2 * PAIRS_A_NUL > size)
			return odd ? "UTF-16LE" : "UTF-16BE";
	return NULL;
}

/* The code page that a byte-order mark tells, which is cut off. */
static const char *
take_mark(struct rc_utf8 *text)
{
	for (guint i = 0; i < G_N_ELEMENTS(marks); i++) {
		guint n = marks[i].len;

		if (text->len < n || memcmp(text->s, marks[i].bytes, n) != 0)
			continue;
		text->s += n;
		text->len -= n;
		text->skipped = n;
		return marks[i].codepage;
	}
	return NULL;
}

/* ---- what cannot stand in a text ---- */

static void
tell_character(struct rc_diags *diags, const struct rc_utf8 *text,
    const char *s)
{
	struct rc_place at = place_of(text->s, s - text->s);

	at.offset += text->skipped;
	rc_diag(diags, RC_D_BAD_CHARACTER, &at, g_utf8_get_char(s));
}

/* Leave out control characters; a vertical tab is a blank. */
static void
leave_out(struct rc_utf8 *text, struct rc_diags *diags)
{
	const char *s = text->s, *end = s + text->len;
	char *out = g_malloc(text->len + 1);
	gboolean told = FALSE;
	gsize len = 0;

	while (s < end) {
		guint n = rc_utf8_sequence(s, end);
		gboolean bad = is_control(*s) || is_noncharacter(s, n);

		if (bad && *s != '\v' && !told) {
			tell_character(diags, text, s);
			told = TRUE;
		}
		if (*s == '\v')
			out[len++] = ' ';
		for (guint i = 0; !bad && i < n; i++)
			out[len++] = s[i];
		s += n;
	}
	own(text, out, len);
}

static gboolean
is_binary(const struct tally *tally, gsize size)
{
	gsize n = tally->nuls[0] + tally->nuls[1] + tally->controls;

	return n > CONTROLS_FORGIVEN && n * BYTES_A_CONTROL > size;
}

static gboolean
is_all_blank(const struct rc_utf8 *text)
{
	for (const char *s = text->s, *end = s + text->len; s < end;
	    s += g_utf8_skip[(guchar)*s])
		if (!rc_is_blank(rc_char_at(s, end)))
			return FALSE;
	return TRUE;
}

static gboolean
check_bytes(const char *data, gsize size, GError **error)
{
	const char *sentence;

	if (!size)
		return rc_fail(error, RESCONV_E_FORMAT, "the input is empty");
	if (size > RC_MAX_INPUT_BYTES)
		return rc_fail(error, RESCONV_E_LIMIT,
		    "the input is larger than %u MiB; split it",
		    RC_MAX_INPUT_BYTES >> 20);
	sentence = rc_looks_binary(data, size);
	if (sentence)
		return rc_fail(error, RESCONV_E_FORMAT, "%s", sentence);
	return TRUE;
}

static gboolean
read_wide(struct rc_utf8 *text, const char *codepage, GError **error)
{
	if (convert(text, codepage))
		return TRUE;
	return rc_fail(error, RESCONV_E_FORMAT,
	    "looks like %s, but is damaged: save it as UTF-8", codepage);
}

/* Text in UTF-8 and its tally. */
static gboolean
read_text(struct rc_utf8 *text, struct tally *tally, struct rc_diags *diags,
    GError **error)
{
	const char *codepage = take_mark(text);

	if (!codepage) {
		*tally = take_tally(text->s, text->len);
		codepage = wide_codepage(tally, text->len);
		if (codepage)
			rc_diag(diags, RC_D_NOT_UTF8, &(struct rc_place){0},
			    codepage);
	}
	if (codepage) {
		if (!read_wide(text, codepage, error))
			return FALSE;
		*tally = take_tally(text->s, text->len);
	}
	if (is_binary(tally, text->len))
		return rc_fail(error, RESCONV_E_FORMAT,
		    "looks like binary data: give a text, in UTF-8 if it can be");
	if (tally->bad) {
		decode(text, tally, diags);
		*tally = take_tally(text->s, text->len);
	}
	return TRUE;
}

gboolean
rc_utf8_read(const char *data, gsize size, struct rc_diags *diags,
    struct rc_utf8 *ret, GError **error)
{
	struct rc_utf8 text = {.s = data, .len = size};
	struct tally tally;

	if (!check_bytes(data, size, error))
		return FALSE;
	if (!read_text(&text, &tally, diags, error)) {
		rc_utf8_done(&text);
		return FALSE;
	}
	if (tally.controls || tally.nuls[0] || tally.nuls[1])
		leave_out(&text, diags);
	if (is_all_blank(&text)) {
		rc_utf8_done(&text);
		return rc_fail(error, RESCONV_E_FORMAT,
		    "the input is empty, but for blanks");
	}
	*ret = text;
	return TRUE;
}

void
rc_utf8_done(struct rc_utf8 *text)
{
	g_free(text->owned);
	*text = (struct rc_utf8){0};
}
