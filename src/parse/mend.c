/* mend.c - blanks that an extraction put into words. */
#include "parse/mend.h"

#include "parse/account.h"

#include <string.h>

#define LONG_HALF 3    /* letters of a half that is no word by itself */
#define MAX_FRAGMENT 3 /* bytes of a piece of a word without a vowel */
#define MIN_HALF 2 /* bytes of half a compound */
#define RARE 3u /* a half of a cut word stands so often at most */

struct rc_mend {
	gboolean english, latin; /* language; letters of the text */
	GHashTable *words; /* char * to its count */
	GHashTable *compounds; /* without their hyphen, to those with it */
	guint semicolons, spaced; /* of them those behind a blank, as in French */
};

static gboolean
is_word(gunichar c)
{
	return g_unichar_isalnum(c) && c < 0x2E80;
}

static const char *
word_end(const char *s, const char *end)
{
	while (s < end && is_word(g_utf8_get_char(s)))
		s = g_utf8_next_char(s);
	return s;
}

static const char *
word_start(const char *text, const char *s)
{
	while (s > text && is_word(g_utf8_get_char(g_utf8_prev_char(s))))
		s = g_utf8_prev_char(s);
	return s;
}

static void
count_semicolons(struct rc_mend *m, const char *s, const char *end)
{
	const char *text = s;

	for (; (s = memchr(s, ';', end - s)); s++) {
		m->semicolons++;
		m->spaced += s > text && (s[-1] == ' ' || s[-1] == '\xA0');
	}
}

/* The compound that begins with a word: "non-nuclear". */
static void
add_compound(struct rc_mend *m, const char *text, const char *s,
    const char *hyphen, const char *end)
{
	const char *next = hyphen + 1, *e;

	if (hyphen == end || *hyphen != '-')
		return;
	e = word_end(next, end);
	if ((e < end && *e == '-') || (s > text && s[-1] == '-'))
		return; /* "state-of-the-art" */
	if (hyphen - s < MIN_HALF || e - next < MIN_HALF ||
	    g_ascii_isdigit(*s) || g_ascii_isdigit(*next))
		return;
	g_hash_table_replace(m->compounds, g_strdup_printf("%.*s%.*s",
	    (int)(hyphen - s), s, (int)(e - next), next),
	    g_strndup(s, e - s));
}

/* "(d)", "d)", "d.": no word. */
static gboolean
is_letter_of_list(const char *text, const char *s, const char *e,
    const char *end)
{
	return g_utf8_next_char(s) == e && e < end &&
	    ((s > text && s[-1] == '(') || *e == ')' || *e == '.');
}

struct rc_mend *
rc_mend_new(const GArray *lines, const struct rc_lang *lang,
    gboolean spaced)
{
	struct rc_mend *m = g_new0(struct rc_mend, 1);

	m->english = strcmp(rc_lang_code3(lang), "eng") == 0;
	m->latin = m->english || strcmp(rc_lang_code3(lang), "fra") == 0 ||
	    strcmp(rc_lang_code3(lang), "spa") == 0;
	m->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	m->compounds = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
	    g_free);
	for (guint i = 0; i < lines->len; i++) {
		const struct rc_para *para = rc_line(lines, i)->para;
		const char *s = para->text, *end = s + para->len;

		count_semicolons(m, s, end);
		while (s < end) {
			const char *e = word_end(s, end);
			char *word;
			guint n;

			if (e == s) {
				s = g_utf8_next_char(s);
				continue;
			}
			add_compound(m, para->text, s, e, end);
			if (is_letter_of_list(para->text, s, e, end)) {
				s = e;
				continue;
			}
			word = g_strndup(s, e - s);
			n = GPOINTER_TO_UINT(g_hash_table_lookup(m->words, word));
			g_hash_table_insert(m->words, word,
			    GUINT_TO_POINTER(n + 1));
			s = e;
		}
	}
	if (!spaced)
		m->spaced = 0;
	return m;
}

void
rc_mend_free(struct rc_mend *mend)
{
	if (!mend)
		return;
	g_hash_table_unref(mend->words);
	g_hash_table_unref(mend->compounds);
	g_free(mend);
}

static guint
count(const struct rc_mend *mend, const char *s, gsize len)
{
	g_autofree char *word = g_strndup(s, len);

	return GPOINTER_TO_UINT(g_hash_table_lookup(mend->words, word));
}

gboolean
rc_mend_knows(const struct rc_mend *mend, const char *word)
{
	return g_hash_table_contains(mend->words, word);
}

gboolean
rc_mend_is_compound(const struct rc_mend *mend, const char *word)
{
	return g_hash_table_contains(mend->compounds, word);
}

gboolean
rc_mend_is_cut(const struct rc_mend *mend, const char *head, gsize head_len,
    const char *tail, gsize tail_len, gboolean is_short)
{
	const char *from = word_start(head, head + head_len);
	gsize len = head + head_len - from;
	g_autofree char *whole = g_strdup_printf("%.*s%.*s", (int)len, from,
	    (int)tail_len, tail);

	if (!len || !tail_len)
		return FALSE;
	if (rc_mend_knows(mend, whole))
		return TRUE;
	return is_short && count(mend, from, len) <= RARE &&
	    count(mend, tail, tail_len) <= RARE;
}

/* Whether a half is a common word, so that the other of so many bytes is one
 * too: "as set" is not "asset". */
static gboolean
is_common(const struct rc_mend *mend, const char *s, gsize len, gsize other)
{
	return len > 1 && other > 2 && count(mend, s, len) > RARE;
}

static void
set_text(struct parser *p, struct block *block, const GString *text)
{
	rc_diag(p->diags, RC_D_TEXT_MENDED, &block->at, text->str);
	block->text = g_string_chunk_insert_len(p->chunk, text->str, text->len);
	block->len = text->len;
	rc_account_mended(p, block);
}

/* Whether a half stands nowhere else, or far less often than the whole. */
static gboolean
is_rare(const struct rc_mend *mend, const char *s, gsize len,
    const char *whole)
{
	guint n = count(mend, s, len);

	return n == 1 || n * 4 <= count(mend, whole, strlen(whole));
}

static gboolean
is_apostrophe(gunichar c)
{
	return c == '\'' || c == 0x2019;
}

/* "ternational": long, nowhere else, and "international" is common. */
static gboolean
is_no_word(const struct rc_mend *mend, const char *s, gsize len,
    const char *whole)
{
	return g_utf8_strlen(s, len) >= LONG_HALF && count(mend, s, len) == 1 &&
	    count(mend, whole, strlen(whole)) > RARE;
}

static gboolean
is_vowel(char c)
{
	return c && strchr("aeiouy", c);
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
	const char *from = word_start(text, s - 1);
	const char *to = e < end && *e == ' ' ? word_end(e + 1, end) : e;
	g_autofree char *with = g_strdup_printf("%.*s%.*s",
	    (int)(s - 1 - from), from, (int)(e - s), s);
	g_autofree char *other = NULL;

	if (from == s - 1)
		return FALSE;
	if (to <= e + 1 || rc_mend_knows(mend, with))
		return TRUE;
	other = g_strdup_printf("%.*s%.*s", (int)(e - s), s,
	    (int)(to - e - 1), e + 1);
	if (rc_mend_knows(mend, other))
		return FALSE;
	/* neither is known: "r emember" and "endi ng" sound like words */
	return count(mend, e + 1, to - e - 1) > 1 ||
	    (count(mend, from, s - 1 - from) == 1 &&
	        (is_vowel(s[-2]) || !is_vowel(e[1])));
}

/* Whether the words on both sides of a blank are one. */
static gboolean
is_split(const struct rc_mend *mend, const char *text, const char *blank,
    const char *end)
{
	const char *from = word_start(text, blank);
	const char *to = word_end(blank + 1, end);
	g_autofree char *whole = NULL;
	gsize a = blank - from, b = to - blank - 1;

	if (is_fragment(mend, text, blank + 1, to, end))
		return ends_word(mend, text, blank + 1, to, end);
	if (is_fragment(mend, text, from, blank, end))
		return !ends_word(mend, text, from, blank, end);
	if (!a || !b || (to < end && is_apostrophe(g_utf8_get_char(to))))
		return FALSE; /* "de s’acquitter" */
	whole = g_strdup_printf("%.*s%.*s", (int)a, from, (int)b, blank + 1);
	if (!rc_mend_knows(mend, whole))
		return FALSE;
	/* figures: "20 30" for 2030, never two true numbers */
	if (g_ascii_isdigit(*from) || g_ascii_isdigit(blank[1]))
		return a + b == 4 && a == 2 && g_ascii_isdigit(*from) &&
		    g_ascii_isdigit(blank[1]);
	return (is_rare(mend, from, a, whole) &&
	        (!is_common(mend, blank + 1, b, a) ||
	            is_no_word(mend, from, a, whole))) ||
	    (is_rare(mend, blank + 1, b, whole) &&
	        (!is_common(mend, from, a, b) ||
	            is_no_word(mend, blank + 1, b, whole)));
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

/* Whether a blank at s is none of the text's. */
static gboolean
is_stray(const struct rc_mend *mend, const char *text, const char *s,
    const char *end)
{
	gunichar before, after;

	if (s == text || s + 1 >= end)
		return FALSE;
	before = g_utf8_get_char(g_utf8_prev_char(s));
	after = g_utf8_get_char(s + 1);
	if (after == ',' || (mend->spaced * 2 < mend->semicolons &&
	        (after == ';' || (after == '.' && (s + 2 == end || s[2] == ' ')))))
		return is_word(before) || before == 0x201D || before == ')';
	if (after == ')' || (after == 0x201D && mend->english))
		return is_word(before);
	if (before == 0x2013 && g_unichar_isdigit(after)) /* "2021– 2025" */
		return s - text > 3 && g_ascii_isdigit(s[-4]);
	if (!is_word(before))
		return is_behind_hyphen(text, s, end);
	if (after == '-' || after == 0x2013 || after == 0x2011) {
		const char *next = g_utf8_next_char(s + 1);

		if (next == end) /* "decision -", and "making" on the next line */
			return after == '-' && g_ascii_islower(s[-1]);
		return next < end && (is_word(g_utf8_get_char(next)) ||
		    (after != 0x2013 && is_behind_hyphen(text, next, end))) &&
		    (after != 0x2013 || g_unichar_isdigit(before));
	}
	return is_word(after) && is_split(mend, text, s, end);
}

void
rc_mend(const struct rc_mend *mend, struct parser *p, struct block *block)
{
	const char *text = block->text, *end = text + block->len;
	g_autoptr(GString) out = NULL;
	const char *kept = text;

	for (const char *s = text; (s = memchr(s, ' ', end - s)); s++) {
		if (!is_stray(mend, text, s, end))
			continue;
		if (!out)
			out = g_string_new(NULL);
		g_string_append_len(out, kept, s - kept);
		kept = s + 1;
	}
	if (!out)
		return;
	g_string_append_len(out, kept, end - kept);
	set_text(p, block, out);
}

/* Where a capital stands within a word, behind a small letter, and both halves
 * are words: "SecretaryGeneral". 0 for nowhere. */
static gsize
capital_within(const struct rc_mend *mend, const char *s, const char *e)
{
	for (gsize i = MIN_HALF; i + MIN_HALF <= (gsize)(e - s); i++)
		if (g_ascii_isupper(s[i]))
			return g_ascii_islower(s[i - 1]) &&
			    count(mend, s, i) && count(mend, s + i, e - s - i) ?
			    i : 0;
	return 0;
}

/* The compound that the word from s to e is without its hyphen, to be freed,
 * or NULL. */
static char *
compound_of(const struct rc_mend *mend, const char *s, const char *e)
{
	g_autofree char *word = g_strndup(s, e - s);
	gsize capital = capital_within(mend, s, e);

	if (capital)
		return g_strdup_printf("%.*s-%s", (int)capital, s,
		    word + capital);
	return count(mend, s, e - s) > 1 ? NULL :
	    g_strdup(g_hash_table_lookup(mend->compounds, word));
}

/* "eighty fourth": English writes its ordinals with a hyphen. */
static gboolean
is_ordinal(const struct parser *p, const char *s, const char *e,
    const char *end)
{
	guint value;

	return e < end && *e == ' ' && e - s > 4 && e[-2] == 't' &&
	    e[-1] == 'y' && strcmp(rc_lang_code3(p->lang), "eng") == 0 &&
	    rc_lang_ordinal(p->lang, s, end - s, &value) > (gsize)(e - s) &&
	    value > 20 && value < 100;
}

/* Whether a blank at e stands for the hyphen of a compound. */
static gboolean
is_lost_hyphen(const struct rc_mend *mend, const char *s, const char *e,
    const char *end)
{
	const char *stop = e < end && *e == ' ' ? word_end(e + 1, end) : e;
	g_autofree char *whole = NULL;
	const char *compound;

	if (stop <= e + 1)
		return FALSE;
	whole = g_strdup_printf("%.*s%.*s", (int)(e - s), s,
	    (int)(stop - e - 1), e + 1);
	compound = g_hash_table_lookup(mend->compounds, whole);
	return compound && compound[e - s] == '-';
}

void
rc_mend_hyphens(const struct rc_mend *mend, struct parser *p,
    struct block *block, gboolean joined)
{
	const char *text = block->text, *end = text + block->len, *e;
	const char *kept = text;
	g_autoptr(GString) out = NULL;

	for (const char *s = text; s < end; s = e) {
		g_autofree char *compound = NULL;

		e = word_end(s, end);
		if (e == s) {
			e = g_utf8_next_char(s);
			continue;
		}
		compound = compound_of(mend, s, e);
		if (!compound && !is_ordinal(p, s, e, end) &&
		    !(joined && is_lost_hyphen(mend, s, e, end)))
			continue;
		if (!out)
			out = g_string_new(NULL);
		g_string_append_len(out, kept, (compound ? s : e) - kept);
		g_string_append(out, compound ? compound : "-");
		kept = compound ? e : e + 1;
		e = kept;
	}
	if (!out)
		return;
	g_string_append_len(out, kept, end - kept);
	set_text(p, block, out);
}
