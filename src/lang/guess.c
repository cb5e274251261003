/* guess.c - the language of a text: by script, then by its fixed phrases, then
 * by its common words. */
#include "lang/pack.h"

#include <string.h>

#define LOOKED_AT 65536u /* bytes of the text that are looked at */
#define HAN_WEIGHT 3u    /* a Chinese character says as much as three letters */
#define FORMULA_WEIGHT 4u

enum { AR, EN, ES, FR, RU, ZH, N_PACKS };

/* What tells a language where it begins a line. */
#define BIT(name) (G_GUINT64_CONSTANT(1) << RC_PH_##name)
#define TELLING (BIT(PUBLISHER) | BIT(ORGAN_GA) | BIT(ORGAN_SC) | \
	BIT(ORGAN_ECOSOC) | BIT(ORGAN_HRC) | BIT(AGENDA_ITEM) | \
	BIT(ADOPTED_GA) | BIT(ADOPTED_SC) | BIT(ADOPTED_ECOSOC) | \
	BIT(ADOPTED_HRC) | BIT(DECISION_GA))

struct letters {
	guint arabic, han, cyrillic, latin;
};

static void
count_letters(const char *text, const char *end, struct letters *n)
{
	while (text < end) {
		guint32 c = rc_fold_decode(&text, end);

		if (c < 0x250)
			n->latin += (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
		else if (c >= 0x400 && c <= 0x52F)
			n->cyrillic++;
		else if ((c >= 0x620 && c <= 0x6FF) || (c >= 0xFB50 && c <= 0xFEFC))
			n->arabic++;
		else if (c >= 0x3400 && c <= 0x9FFF)
			n->han += HAN_WEIGHT;
	}
}

/* Past what stands before the words of a line: blanks, marks of Markdown. */
static const char *
line_start(const char *at, const char *end)
{
	while (at < end && *at != '\n') {
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

/* How much the beginnings of the lines say that it is this language. */
static guint
evidence(const struct rc_lang *lang, const char *text, const char *end)
{
	guint sum = 0;
	gsize size;

	while (text < end) {
		const char *at = line_start(text, end);
		const char *stop = memchr(at, '\n', end - at);
		gsize len = (stop ? stop : end) - at;

		if (len > 0 && rc_lang_formula(lang, at, len, &size))
			sum += FORMULA_WEIGHT;
		else if (len > 0 && rc_lang_starts_any(lang, TELLING, at, len,
		    &size, NULL))
			sum++;
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

	rc_pack_words(lang);
	while (f.at < f.end) {
		const char *at = f.at;
		guint32 c = rc_fold_next(&f);

		if (edge && rc_words_longest(&lang->common, at, end, &size))
			sum++;
		edge = !rc_fold_is_letter(c);
	}
	return sum;
}

static const struct rc_lang *
guess_latin(const char *text, const char *end, gboolean *sure)
{
	static const guint packs[] = {EN, ES, FR};
	guint best = EN, most = 0;

	for (guint i = 0; i < G_N_ELEMENTS(packs); i++) {
		guint n = evidence(rc_lang_nth(packs[i]), text, end);

		if (n > most) {
			best = packs[i];
			most = n;
		}
	}
	*sure = most > 0;
	for (guint i = 0; i < G_N_ELEMENTS(packs) && !*sure; i++) {
		guint n = count_common(rc_lang_nth(packs[i]), text, end);

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
	const char *end = text + MIN(len, LOOKED_AT);
	struct letters n = {0};
	guint most, pack;

	count_letters(text, end, &n);
	most = MAX(MAX(n.arabic, n.han), MAX(n.cyrillic, n.latin));
	if (most == n.latin)
		return guess_latin(text, end, sure);
	pack = most == n.arabic ? AR : most == n.han ? ZH : RU;
	*sure = evidence(rc_lang_nth(pack), text, end) > 0;
	return rc_lang_nth(pack);
}
