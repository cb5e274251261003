/* hyphens.c - hyphens that an extraction took away where a line ended. */
#include "parse/words.h"

#include <string.h>

#include "lang/lang.h"

#define MIN_PART 3 /* bytes of half a compound that stands nowhere else */
#define MIN_HALF 2 /* bytes of half a compound */

/* Where a capital stands within a word, behind a small letter, and both halves
 * are words: "SecretaryGeneral". 0 for nowhere. */
static gsize
capital_within(const struct rc_mend *mend, const char *s, const char *e)
{
	for (gsize i = MIN_HALF; i + MIN_HALF <= (gsize)(e - s); i++)
		if (g_ascii_isupper(s[i]))
			return g_ascii_islower(s[i - 1]) &&
			    rc_words_count(mend, s, i) && rc_words_count(mend, s + i, e - s - i) ?
			    i : 0;
	return 0;
}

static gboolean
is_any(const char *const *words, const char *s, gsize len)
{
	for (; *words; words++)
		if (strlen(*words) == len &&
		    g_ascii_strncasecmp(s, *words, len) == 0)
			return TRUE;
	return FALSE;
}

/* Whether an English word is of the small ones that others begin or end with,
 * and no hyphen stands there: "throughout", "preventable". */
static gboolean
is_affix(const char *s, gsize len, gboolean begins)
{
	static const char *const suffixes[] = {"able", "ful", "ing", "less",
	    "ment", "ness", "ship", "ward", "wards", "wise", NULL};
	static const char *const prefixes[] = {"with", "through", "under",
	    "over", "out", "there", "where", "here", "some", "any", "every",
	    "for", "how", "what", "when", "who", "not", "can", "may", "other",
	    "more", "never", "further", "fur", "inter", "its", "the", "but", NULL};

	return is_any(begins ? prefixes : suffixes, s, len);
}

/* Where a word that stands nowhere else is two that do: "costefficiency". 0 for
 * nowhere. */
static gsize
words_within(const struct rc_mend *mend, const char *s, const char *e,
    gboolean after_hyphen)
{
	gsize best = 0;
	guint most = 0;

	if (!mend->english || rc_words_count(mend, s, e - s))
		return 0;
	for (gsize i = MIN_PART; i + MIN_PART <= (gsize)(e - s); i++) {
		guint n = MIN(rc_words_count(mend, s, i), rc_words_count(mend, s + i, e - s - i));

		if (n > most && (after_hyphen || !is_affix(s, i, TRUE)) &&
		    !is_affix(s + i, e - s - i, FALSE)) {
			most = n;
			best = i;
		}
	}
	return best;
}

/* The compound that a word is without its hyphen, to be freed, or NULL; joined
 * if it stands where two lines were. */
static char *
compound_of(const struct rc_mend *mend, const char *text,
    const struct rc_word *word, gboolean joined)
{
	const struct rc_word *compound = rc_words_compound(mend, word);
	const char *s = word->head, *e = s + word->head_len;
	gsize at = capital_within(mend, s, e);

	if (!at && joined && !compound)
		at = words_within(mend, s, e, s > text && s[-1] == '-');
	if (at)
		return g_strdup_printf("%.*s-%.*s", (int)at, s,
		    (int)(e - s - at), s + at);
	if (!compound || rc_words_count_of(mend, word) > 1)
		return NULL;
	return g_strndup(compound->head,
	    compound->tail + compound->tail_len - compound->head);
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
	const char *stop = e < end && *e == ' ' ? rc_word_end(e + 1, end) : e;
	const struct rc_word *compound;
	struct rc_word head, tail, whole;

	if (stop <= e + 1)
		return FALSE;
	head = rc_word_of(s, e - s);
	tail = rc_word_of(e + 1, stop - e - 1);
	whole = rc_word_joined(&head, &tail);
	compound = rc_words_compound(mend, &whole);
	return compound && compound->head_len == whole.head_len;
}

void
rc_mend_hyphens(const struct rc_mend *mend, struct parser *p,
    struct block *block, guint joint)
{
	const char *text = block->text, *end = text + block->len, *e;
	const char *kept = text;
	g_autoptr(GString) out = NULL;

	for (const char *s = text; s < end; s = e) {
		struct rc_word word = rc_word_read(s, end);
		g_autofree char *compound = NULL;
		gboolean joined;

		e = s + word.head_len;
		if (e == s) {
			e = g_utf8_next_char(s);
			continue;
		}
		joined = joint && rc_is_at_joint(text, s, e, joint);
		compound = compound_of(mend, text, &word, joined);
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
	rc_mend_set(p, block, out);
}
