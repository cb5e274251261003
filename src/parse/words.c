/* words.c - the words of a text, counted. */
#include "parse/words.h"

#include <string.h>

#define JOINT 25   /* columns that the first of two joined lines lacks at most */
#define MIN_HALF 2 /* bytes of half a compound */

gboolean
rc_in_word(gunichar c)
{
	return g_unichar_isalnum(c) && c < 0x2E80;
}

const char *
rc_word_end(const char *s, const char *end)
{
	while (s < end && rc_in_word(g_utf8_get_char(s)))
		s = g_utf8_next_char(s);
	return s;
}

const char *
rc_word_start(const char *text, const char *s)
{
	while (s > text && rc_in_word(g_utf8_get_char(g_utf8_prev_char(s))))
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
	e = rc_word_end(next, end);
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

gboolean
rc_is_at_joint(const char *text, const char *s, const char *e, guint joint)
{
	return rc_columns(text, s - text) <= joint &&
	    rc_columns(text, e - text) + JOINT >= joint;
}

struct rc_mend *
rc_mend_new(const GArray *lines, const struct rc_lang *lang,
    const struct rc_measure *measure, gboolean spaced)
{
	struct rc_mend *m = g_new0(struct rc_mend, 1);

	m->english = strcmp(rc_lang_code3(lang), "eng") == 0;
	m->chinese = strcmp(rc_lang_code3(lang), "zho") == 0;
	m->latin = m->english || strcmp(rc_lang_code3(lang), "fra") == 0 ||
	    strcmp(rc_lang_code3(lang), "spa") == 0;
	m->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	m->compounds = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
	    g_free);
	for (guint i = 0; i < lines->len; i++) {
		const struct rc_para *para = rc_line(lines, i)->para;
		const char *s = para->text, *end = s + para->len;
		guint joint = rc_line_joint(measure, rc_line(lines, i));

		count_semicolons(m, s, end);
		while (s < end) {
			const char *e = rc_word_end(s, end);
			char *word;
			guint n;

			if (e == s) {
				s = g_utf8_next_char(s);
				continue;
			}
			add_compound(m, para->text, s, e, end);
			if (is_letter_of_list(para->text, s, e, end) ||
			    (joint && rc_is_at_joint(para->text, s, e, joint))) {
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

guint
rc_words_count(const struct rc_mend *mend, const char *s, gsize len)
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
	const char *from = rc_word_start(head, head + head_len);
	gsize len = head + head_len - from;
	g_autofree char *whole = g_strdup_printf("%.*s%.*s", (int)len, from,
	    (int)tail_len, tail);

	if (!len || !tail_len)
		return FALSE;
	if (rc_mend_knows(mend, whole))
		return TRUE;
	return is_short && rc_words_count(mend, from, len) <= RC_RARE &&
	    rc_words_count(mend, tail, tail_len) <= RC_RARE;
}
