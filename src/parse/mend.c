/* mend.c - blanks that an extraction put into words. */
#include "parse/words.h"

#include <string.h>

#include "parse/account.h"
#include "text/char.h"

#define LONG_HALF 3    /* letters of a half that is no word by itself */
#define MAX_FRAGMENT 3 /* bytes of a piece of a word without a vowel */

/* Whether a half is a common word, so that the other of so many bytes is one
 * too: "as set" is not "asset". */
static gboolean
is_common(const struct rc_mend *mend, const char *s, gsize len, gsize other)
{
	return len > 1 && other > 1 && rc_words_count(mend, s, len) > RC_RARE;
}

void
rc_mend_set(struct parser *p, struct block *block, const GString *text)
{
	rc_diag(p->diags, RC_D_TEXT_MENDED, &block->at, text->str);
	block->text = g_string_chunk_insert_len(p->chunk, text->str, text->len);
	block->len = text->len;
	rc_account_mended(p, block);
}

/* Whether a half stands nowhere else, or far less often than the whole does. */
static gboolean
is_rare(const struct rc_mend *mend, const char *s, gsize len, guint whole)
{
	guint n = rc_words_count(mend, s, len);

	return n == 1 || n * 4 <= whole;
}

static gboolean
is_apostrophe(gunichar c)
{
	return c == '\'' || c == 0x2019;
}

/* "ternational": long, nowhere else, and "international" is common. */
static gboolean
is_no_word(const struct rc_mend *mend, const char *s, gsize len, guint whole)
{
	return whole > RC_RARE && g_utf8_strlen(s, len) >= LONG_HALF &&
	    rc_words_count(mend, s, len) == 1;
}

static gboolean
is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' ||
	    c == 'y';
}

/* Small letters that are no word by themselves: none of them a vowel, or in
 * English one that is not "a". Behind a figure they are a unit. */
static gboolean
is_fragment(const struct rc_mend *mend, const char *text, const char *s,
    const char *e, const char *end)
{
	gsize len = e - s;

	if (!mend->latin || !len || len > MAX_FRAGMENT || s == text || s[-1] != ' ' ||
	    (e < end && *e != ' ' && *e != ',' && *e != ';') ||
	    (s - text > 1 && g_ascii_isdigit(s[-2])))
		return FALSE;
	if (len == 1 && mend->english)
		return g_ascii_islower(*s) && *s != 'a';
	for (; s < e; s++)
		if (!g_ascii_islower(*s) || is_vowel(*s))
			return FALSE;
	return TRUE;
}

/* Whether a fragment is the end of the word before it, or else the beginning
 * of that behind it. */
static gboolean
ends_word(const struct rc_mend *mend, const char *text, const char *s,
    const char *e, const char *end)
{
	const char *from = rc_word_start(text, s - 1);
	const char *to = e < end && *e == ' ' ? rc_word_end(e + 1, end) : e;
	struct rc_word before = rc_word_of(from, s - 1 - from), behind;
	struct rc_word fragment = rc_word_of(s, e - s), whole;

	if (from == s - 1)
		return FALSE;
	whole = rc_word_joined(&before, &fragment);
	if (to <= e + 1 || rc_mend_knows(mend, &whole))
		return TRUE;
	behind = rc_word_of(e + 1, to - e - 1);
	whole = rc_word_joined(&fragment, &behind);
	if (rc_mend_knows(mend, &whole))
		return FALSE;
	/* neither is known: "r emember" and "endi ng" sound like words */
	return rc_words_count_of(mend, &behind) > 1 ||
	    (rc_words_count_of(mend, &before) == 1 &&
	        (is_vowel(s[-2]) || !is_vowel(e[1])));
}

/* Whether two words with a blank between them are one that stands whole so
 * often. */
static gboolean
is_one(const struct rc_mend *mend, const struct rc_word *from,
    const struct rc_word *to, guint whole)
{
	const char *s = from->head, *t = to->head;
	gsize a = from->head_len, b = to->head_len;

	/* figures: "20 30" for 2030, never two true numbers */
	if (g_ascii_isdigit(*s) || g_ascii_isdigit(*t))
		return a + b == 4 && a == 2 && g_ascii_isdigit(*s) &&
		    g_ascii_isdigit(*t);
	return (is_rare(mend, s, a, whole) && (!is_common(mend, t, b, a) ||
	            is_no_word(mend, s, a, whole))) ||
	    (is_rare(mend, t, b, whole) && (!is_common(mend, s, a, b) ||
	            is_no_word(mend, t, b, whole)));
}

/* Whether the words on both sides of a blank are one. last is the word that
 * was read last, which may be that before it. */
static gboolean
is_split(const struct rc_mend *mend, const char *text, const char *blank,
    const char *end, struct rc_word *last)
{
	struct rc_word from = *last, to = rc_word_read(blank + 1, end), whole;
	const char *stop = to.head + to.head_len;
	guint n;

	if (from.head + from.head_len != blank) {
		const char *s = rc_word_start(text, blank);

		from = rc_word_of(s, blank - s);
	}
	*last = to;
	if (is_fragment(mend, text, to.head, stop, end))
		return ends_word(mend, text, to.head, stop, end);
	if (is_fragment(mend, text, from.head, blank, end))
		return !ends_word(mend, text, from.head, blank, end);
	if (!from.head_len || !to.head_len ||
	    (stop < end && is_apostrophe(rc_char(stop))))
		return FALSE; /* "de s’acquitter" */
	whole = rc_word_joined(&from, &to);
	n = rc_words_count_of(mend, &whole);
	return n && is_one(mend, &from, &to, n);
}

/* Behind a hyphen that a stray blank stands before: "small - scale". Arabic
 * and Russian print dashes so. */
static gboolean
is_behind_hyphen(const char *text, const char *s, const char *end)
{
	const char *dash = g_utf8_prev_char(s);
	gunichar c = g_utf8_get_char(dash);

	if ((c != '-' && c != 0x2011) || dash - text < 2 || dash[-1] != ' ')
		return FALSE;
	return g_ascii_islower(s[1]) && g_ascii_islower(dash[-2]);
}

static gboolean
is_letter_of_han(gunichar c)
{
	return g_unichar_iswide(c) && g_unichar_isalpha(c);
}

/* Whether letters and figures can be the number of a note that was raised. */
static gboolean
is_number_of_note(const char *text, const char *s, const char *end)
{
	return end - s <= 2 && g_ascii_isdigit(*s) &&
	    (s == text || !strchr("/.,-", s[-1]));
}

/* Whether a number from one place to another is of a date or of a paragraph, and
 * calls no note, which stands close behind what it is called from. */
static gboolean
is_counted(const char *text, const char *from, const char *to, const char *end)
{
	const char *before = from > text && from[-1] == ' ' ? from - 1 : from;
	gunichar c = rc_char_before(text, before);

	if (!g_ascii_isdigit(*from) || (c && !is_letter_of_han(c)))
		return FALSE;
	if (before == from && from > text)
		return rc_is_counted(c, 0);
	to += to < end && *to == ' ';
	return rc_is_counted(c, rc_char_at(to, end));
}

/* Chinese sets no blank beside Latin letters and figures; where a page parts
 * them a little, an extraction has one. "报告1 以及" calls a note. */
static gboolean
is_stray_in_chinese(const char *text, const char *s, const char *end)
{
	const char *from = s, *to = s + 1;
	gunichar before = g_utf8_get_char(g_utf8_prev_char(s));
	gunichar after = g_utf8_get_char(s + 1);

	while (from > text && g_ascii_isalnum(from[-1]))
		from--;
	while (to < end && g_ascii_isalnum(*to))
		to++;
	if (is_letter_of_han(before))
		return to > s + 1 && ((to < end && *to != ' ') ||
		    is_counted(text, s + 1, to, end) ||
		    !is_number_of_note(text, s + 1, to));
	return (is_letter_of_han(after) || (after > 0x7F && rc_is_closing(after))) &&
	    from < s && (is_counted(text, from, s, end) ||
	        (from > text && !is_number_of_note(text, from, s)));
}

/* Whether a blank at s is none of the text's. last is as in is_split(). */
static gboolean
is_stray(const struct rc_mend *mend, const char *text, const char *s,
    const char *end, struct rc_word *last)
{
	gunichar before, after;

	if (s == text || s + 1 >= end)
		return FALSE;
	before = rc_char(rc_char_start(s));
	after = rc_char(s + 1);
	if (mend->chinese && is_stray_in_chinese(text, s, end))
		return TRUE;
	if (after == ',' || (mend->spaced * 2 < mend->semicolons &&
	        (after == ';' || (after == '.' && (s + 2 == end || s[2] == ' ')))))
		return rc_in_word(before) || before == 0x201D || before == ')';
	if (after == ')' || (after == 0x201D && mend->english))
		return rc_in_word(before);
	if (before == 0x2013 && g_unichar_isdigit(after)) /* "2021– 2025" */
		return s - text > 3 && g_ascii_isdigit(s[-4]);
	if (!rc_in_word(before))
		return is_behind_hyphen(text, s, end);
	if (after == '-' || after == 0x2013 || after == 0x2011) {
		const char *next = g_utf8_next_char(s + 1);

		if (next == end) /* "decision -", and "making" on the next line */
			return after == '-' && g_ascii_islower(s[-1]);
		return next < end && (rc_in_word(g_utf8_get_char(next)) ||
		    (after != 0x2013 && is_behind_hyphen(text, next, end))) &&
		    (after != 0x2013 || g_unichar_isdigit(before));
	}
	return rc_in_word(after) && is_split(mend, text, s, end, last);
}

void
rc_mend(const struct rc_mend *mend, struct parser *p, struct block *block)
{
	const char *text = block->text, *end = text + block->len;
	struct rc_word last = {.head = text};
	g_autoptr(GString) out = NULL;
	const char *kept = text;

	for (const char *s = text; (s = memchr(s, ' ', end - s)); s++) {
		if (!is_stray(mend, text, s, end, &last))
			continue;
		if (!out)
			out = g_string_new(NULL);
		g_string_append_len(out, kept, s - kept);
		kept = s + 1;
	}
	if (!out)
		return;
	g_string_append_len(out, kept, end - kept);
	rc_mend_set(p, block, out);
}
