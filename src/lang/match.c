/* match.c - fixed phrases: whether one starts here, and where it is found. */
#include "lang/pack.h"

#define BIT(phrase) (G_GUINT64_CONSTANT(1) << (phrase))

/* The longest phrase of the set at `at`: its own phrases, or 0. hard: it ends
 * at a word's edge in Chinese too. */
static guint64
longest(const struct rc_lang *lang, guint64 set, const char *at,
    const char *end, gboolean hard, gsize *size)
{
	struct rc_fold f = {at, end, lang->bare};
	guint64 found = 0;
	guint node = 0;
	guint32 c;

	while ((c = rc_fold_next(&f)) &&
	    (node = rc_words_child(&lang->phrases, node, c))) {
		guint mask = rc_words_node(&lang->phrases, node)->value;

		if (!(lang->masks[mask] & set))
			continue;
		if ((hard || !lang->bare) && rc_fold_is_letter(c) &&
		    !rc_fold_ends(f.at, end))
			continue;
		found = lang->masks[mask] & set;
		*size = rc_fold_skip_marks(f.at, end) - at;
	}
	return found;
}

static enum rc_phrase
lowest(guint64 set)
{
	guint phrase = 0;

	while (!(set & BIT(phrase)))
		phrase++;
	return phrase;
}

gboolean
rc_lang_starts_any(const struct rc_lang *lang, guint64 set, const char *text,
    gsize len, gsize *size, enum rc_phrase *which)
{
	guint64 found = longest(rc_pack_phrases(lang), set, text, text + len,
	    FALSE, size);

	if (found && which)
		*which = lowest(found);
	return found != 0;
}

gsize
rc_lang_starts(const struct rc_lang *lang, enum rc_phrase phrase,
    const char *text, gsize len)
{
	gsize size = 0;

	rc_lang_starts_any(lang, BIT(phrase), text, len, &size, NULL);
	return size;
}

gssize
rc_lang_finds_any(const struct rc_lang *lang, guint64 set, const char *text,
    gsize len, gsize *size, enum rc_phrase *which)
{
	struct rc_fold f = {text, text + len, FALSE};
	guint64 first = 0, found;
	gboolean edge = TRUE;

	rc_pack_phrases(lang);
	for (guint phrase = 0; phrase < RC_PH_N; phrase++)
		if (set & BIT(phrase))
			first |= lang->first[phrase];
	while (f.at < f.end) {
		const char *at = f.at;
		guint32 c = rc_fold_next(&f);

		if (edge && (first & BIT(c % 64)) &&
		    (found = longest(lang, set, at, f.end, FALSE, size))) {
			if (which)
				*which = lowest(found);
			return at - text;
		}
		edge = lang->bare || !rc_fold_is_letter(c);
	}
	return -1;
}

gssize
rc_lang_finds(const struct rc_lang *lang, enum rc_phrase phrase,
    const char *text, gsize len, gsize *size)
{
	return rc_lang_finds_any(lang, BIT(phrase), text, len, size, NULL);
}

enum rc_organ
rc_lang_formula(const struct rc_lang *lang, const char *text, gsize len,
    gsize *size)
{
	static const struct {
		enum rc_phrase phrase;
		enum rc_organ organ;
	} formulas[] = {
	    {RC_PH_FORMULA_GA, RC_ORGAN_GA},
	    {RC_PH_FORMULA_SC, RC_ORGAN_SC},
	    {RC_PH_FORMULA_ECOSOC, RC_ORGAN_ECOSOC},
	    {RC_PH_FORMULA_HRC, RC_ORGAN_HRC},
	};
	guint64 set = 0, found;

	for (guint i = 0; i < G_N_ELEMENTS(formulas); i++)
		set |= BIT(formulas[i].phrase);
	found = longest(rc_pack_phrases(lang), set, text, text + len, TRUE, size);
	for (guint i = 0; i < G_N_ELEMENTS(formulas); i++)
		if (found & BIT(formulas[i].phrase))
			return formulas[i].organ;
	return RC_ORGAN_UNKNOWN;
}
