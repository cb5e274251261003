/* words.c - the words of a text, counted. */
#include "parse/words.h"

#include <string.h>

#include "text/char.h"

#define JOINT 25   /* columns that the first of two joined lines lacks at most */
#define MIN_HALF 2 /* bytes of half a compound */

gboolean
rc_in_word(gunichar c)
{
	if (c < 0x80) /* what most are */
		return g_ascii_isalnum(c);
	return c < 0x2E80 && g_unichar_isalnum(c);
}

static inline gboolean
is_in_word(const char *s)
{
	if ((guchar)*s < 0x80)
		return g_ascii_isalnum(*s);
	return rc_char_is_letter(s) || rc_in_word(g_utf8_get_char(s));
}

const char *
rc_word_end(const char *s, const char *end)
{
	while (s < end && is_in_word(s))
		s = g_utf8_next_char(s);
	return s;
}

const char *
rc_word_start(const char *text, const char *s)
{
	while (s > text) {
		const char *before = rc_char_start(s);

		if (!is_in_word(before))
			break;
		s = before;
	}
	return s;
}

struct rc_word
rc_word_read(const char *s, const char *end)
{
	struct rc_word word = {.head = s};

	for (;;) {
		while (s < end && g_ascii_isalnum(*s))
			word.hash = word.hash * RC_WORD_FACTOR + (guchar)*s++;
		if (s == end || (guchar)*s < 0x80 || !is_in_word(s))
			break;
		do
			word.hash = word.hash * RC_WORD_FACTOR + (guchar)*s++;
		while (((guchar)*s & 0xC0) == 0x80);
	}
	word.head_len = s - word.head;
	return word;
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
	struct rc_word head, tail, word;

	if (hyphen == end || *hyphen != '-')
		return;
	e = rc_word_end(next, end);
	if ((e < end && *e == '-') || (s > text && s[-1] == '-'))
		return; /* "state-of-the-art" */
	if (hyphen - s < MIN_HALF || e - next < MIN_HALF ||
	    g_ascii_isdigit(*s) || g_ascii_isdigit(*next))
		return;
	head = rc_word_of(s, hyphen - s);
	tail = rc_word_of(next, e - next);
	word = rc_word_joined(&head, &tail);
	rc_tally_add(&m->compounds, &word)->word = word; /* the last one */
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

static void
count_word(struct rc_mend *m, const char *text, const struct rc_word *word,
    const char *end, guint joint)
{
	const char *s = word->head, *e = s + word->head_len;

	add_compound(m, text, s, e, end);
	if (!is_letter_of_list(text, s, e, end) &&
	    !(joint && rc_is_at_joint(text, s, e, joint)))
		rc_tally_add(&m->words, word)->count++;
}

static void
count_words(struct rc_mend *m, const struct rc_para *para, guint joint)
{
	const char *s = para->text, *end = s + para->len;

	while (s < end) {
		struct rc_word word = rc_word_read(s, end);

		if (word.head_len)
			count_word(m, para->text, &word, end, joint);
		s = word.head_len ? s + word.head_len : g_utf8_next_char(s);
	}
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
	for (guint i = 0; i < lines->len; i++) {
		const struct line *line = rc_line(lines, i);

		count_semicolons(m, line->para->text,
		    line->para->text + line->para->len);
		count_words(m, line->para, rc_line_joint(measure, line));
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
	rc_tally_done(&mend->words);
	rc_tally_done(&mend->compounds);
	g_free(mend);
}

guint
rc_words_count_of(const struct rc_mend *mend, const struct rc_word *word)
{
	const struct rc_tally_row *row = rc_tally_find(&mend->words, word);

	return row ? row->count : 0;
}

guint
rc_words_count(const struct rc_mend *mend, const char *s, gsize len)
{
	struct rc_word word = rc_word_of(s, len);

	return rc_words_count_of(mend, &word);
}

const struct rc_word *
rc_words_compound(const struct rc_mend *mend, const struct rc_word *word)
{
	const struct rc_tally_row *row = rc_tally_find(&mend->compounds, word);

	return row ? &row->word : NULL;
}

gboolean
rc_mend_knows(const struct rc_mend *mend, const struct rc_word *word)
{
	return rc_words_count_of(mend, word) > 0;
}

gboolean
rc_mend_is_compound(const struct rc_mend *mend, const struct rc_word *word)
{
	return rc_words_compound(mend, word) != NULL;
}

gboolean
rc_mend_is_cut(const struct rc_mend *mend, const char *head, gsize head_len,
    const char *tail, gsize tail_len, gboolean is_short)
{
	const char *from = rc_word_start(head, head + head_len);
	gsize len = head + head_len - from;
	struct rc_word first = rc_word_of(from, len);
	struct rc_word second = rc_word_of(tail, tail_len);
	struct rc_word whole = rc_word_joined(&first, &second);

	if (!len || !tail_len)
		return FALSE;
	if (rc_mend_knows(mend, &whole))
		return TRUE;
	return is_short && rc_words_count_of(mend, &first) <= RC_RARE &&
	    rc_words_count_of(mend, &second) <= RC_RARE;
}
