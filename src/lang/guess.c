/* guess.c - the language of a text: by script, then by its fixed phrases, then
 * by its common words. */
#include "lang/pack.h"

#include <string.h>

#define LOOKED_AT 65536u /* bytes of the text that are looked at, and */
#define COUNTED 2048u    /* whose scripts or words are counted */
#define HAN_WEIGHT 3u    /* a Chinese character says as much as three letters */
#define FORMULA_WEIGHT 4u
#define WORD 5           /* bytes of " the " */

enum { AR, EN, ES, FR, RU, ZH, N_PACKS };

/* What tells a language where it begins a line. */
#define BIT_OF(phrase) (G_GUINT64_CONSTANT(1) << (phrase))
#define BIT(name) BIT_OF(RC_PH_##name)
#define FORMULAS (BIT(FORMULA_GA) | BIT(FORMULA_SC) | BIT(FORMULA_ECOSOC) | \
	BIT(FORMULA_HRC))
#define TELLING (BIT(PUBLISHER) | BIT(ORGAN_GA) | BIT(ORGAN_SC) | \
	BIT(ORGAN_ECOSOC) | BIT(ORGAN_HRC) | BIT(AGENDA_ITEM) | \
	BIT(ADOPTED_GA) | BIT(ADOPTED_SC) | BIT(ADOPTED_ECOSOC) | \
	BIT(ADOPTED_HRC) | BIT(DECISION_GA) | FORMULAS)

enum script { NONE, LATIN, CYRILLIC, ARABIC, HAN, N_SCRIPTS };

/* The script of a character by its first byte. */
static const guint8 scripts[256] = {
    ['A' ... 'Z'] = LATIN, ['a' ... 'z'] = LATIN,
    [0xD0 ... 0xD4] = CYRILLIC, [0xD8 ... 0xDB] = ARABIC,
    [0xE4 ... 0xE9] = HAN};

static enum script
script_of_most(const char *text, const char *end)
{
	guint n[N_SCRIPTS] = {0};
	guint most = LATIN;

	for (; text < end; text++)
		n[scripts[(guchar)*text]]++;
	n[HAN] *= HAN_WEIGHT;
	for (guint i = CYRILLIC; i < N_SCRIPTS; i++)
		if (n[i] > n[most])
			most = i;
	return most;
}

/* Past what stands before the words of a line: blanks, marks of Markdown, lines
 * that have nothing else. */
static const char *
line_start(const char *at, const char *end)
{
	while ((at = rc_fold_skip_space(at, end)) < end) {
		struct rc_fold f = {at, end, FALSE};
		guint32 c = rc_fold_next(&f);

		if (c == 0 || rc_fold_is_letter(c) || (c >= '0' && c <= '9'))
			break;
		at++;
		while (at < end && ((guchar)*at & 0xC0) == 0x80)
			at++;
	}
	return at;
}

/* How much the beginnings of the lines say that it is this language; more than
 * enough need not be counted. */
static guint
evidence(const struct rc_lang *lang, const char *text, const char *end,
    guint enough)
{
	enum rc_phrase which;
	guint sum = 0;
	gsize size;

	while (text < end && sum <= enough) {
		const char *at = line_start(text, end);
		const char *stop = memchr(at, '\n', end - at);
		gsize len = (stop ? stop : end) - at;

		if (rc_lang_starts_any(lang, TELLING, at, len, &size, &which))
			sum += (BIT_OF(which) & FORMULAS) ? FORMULA_WEIGHT : 1;
		text = stop ? stop + 1 : end;
	}
	return sum;
}

static guint
count_common(const struct rc_lang *lang, const char *text, const char *end)
{
	struct rc_fold f = {text, end, FALSE};
	gboolean edge = TRUE;
	guint sum = 0;
	gsize size;

	while (f.at < f.end) {
		const char *at = f.at;
		guint32 c = rc_fold_next(&f);

		if (edge && rc_words_longest(&lang->common, at, f.end, &size))
			sum++;
		edge = !rc_fold_is_letter(c);
	}
	return sum;
}

/* The language to try first, by words that only it has: building the tries of
 * a pack costs more than the counting. */
static guint
likely_latin(const char *text, const char *end)
{
	static const char words[][WORD + 1] = {" the ", " los ", " les "};
	guint best = EN, most = 0;
	guint n[G_N_ELEMENTS(words)] = {0};

	end = text + MIN((gsize)(end - text), COUNTED);
	for (; (text = memchr(text, ' ', end - text)); text++)
		for (guint i = 0; end - text >= WORD && i < G_N_ELEMENTS(n); i++)
			n[i] += memcmp(text, words[i], WORD) == 0;
	for (guint i = 0; i < G_N_ELEMENTS(n); i++)
		if (n[i] > most) {
			best = EN + i;
			most = n[i];
		}
	return best;
}

static const struct rc_lang *
guess_latin(const char *text, const char *end, gboolean *sure)
{
	guint first = likely_latin(text, end);
	const guint packs[] = {first, first == EN ? ES : EN,
	    first == FR ? ES : FR};
	guint best = EN, most = 0;

	for (guint i = 0; i < G_N_ELEMENTS(packs); i++) {
		guint n = evidence(rc_lang_nth(packs[i]), text, end,
		    FORMULA_WEIGHT);

		if (n > most) {
			best = packs[i];
			most = n;
		}
		if (n > FORMULA_WEIGHT)
			break;
	}
	*sure = most > 0;
	for (guint i = 0; i < G_N_ELEMENTS(packs) && !*sure; i++) {
		guint n = count_common(rc_lang_nth(packs[i]), text,
		    text + MIN((gsize)(end - text), COUNTED));

		if (n > most) {
			best = packs[i];
			most = n;
		}
	}
	return rc_lang_nth(best);
}

const struct rc_lang *
rc_lang_guess(const char *text, gsize len, gboolean *sure)
{
	static const guint packs[N_SCRIPTS] = {
	    [CYRILLIC] = RU, [ARABIC] = AR, [HAN] = ZH};
	const char *end = text + MIN(len, LOOKED_AT);
	enum script script = script_of_most(text, text + MIN(len, COUNTED));

	if (script == LATIN)
		return guess_latin(text, end, sure);
	*sure = evidence(rc_lang_nth(packs[script]), text, end, 0) > 0;
	return rc_lang_nth(packs[script]);
}
