/* match.c - fixed phrases: whether one starts here, and where it is found. */
#include "lang/pack.h"

#define BIT(phrase) (G_GUINT64_CONSTANT(1) << (phrase))

/* The phrases that may begin at `at`, by its first bytes. */
static guint64
starts_at(const struct rc_lang *lang, const char *at, const char *end)
{
	if (at < end && (guchar)*at < 0x80)
		return lang->ascii[(guchar)*at];
	return end - at >= 2 ? lang->wide[RC_WIDE(at)] : 0;
}

/* The longest phrase of the set at `at`: its own phrases, or 0. hard: it ends
 * at a word's edge in Chinese too. */
static guint64
longest(const struct rc_lang *lang, guint64 set, const char *at,
    const char *end, gboolean hard, gsize *size)
{
	struct rc_fold f = {rc_fold_skip_marks(at, end), end, lang->bare};
	guint64 found = 0;
	guint node = 0;
	guint32 c;

	if (!(starts_at(lang, f.at, end) & set))
		return 0;
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
	guint64 found;

	if (len && (guchar)*text < 0x80 && !(lang->ascii[(guchar)*text] & set))
		return FALSE; /* as most texts begin */
	found = longest(lang, set, text, text + len, FALSE, size);
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

/* The next place from `at` on where a phrase of the set may begin, or NULL. */
static const char *
next_start(const struct rc_lang *lang, guint64 set, const char *at,
    const char *end)
{
	const guchar *s = (const guchar *)at, *stop = (const guchar *)end;

	for (;;) {
		while (s < stop && *s < 0x80 && !(lang->ascii[*s] & set))
			s++;
		if (s == stop || *s < 0x80)
			break;
		if (stop - s >= 2 && (lang->wide[RC_WIDE(s)] & set))
			break;
		s += *s < 0xC0 ? 1 : *s < 0xE0 ? 2 : *s < 0xF0 ? 3 : 4;
		s = MIN(s, stop);
	}
	return s < stop ? (const char *)s : NULL;
}

/* Past a place where no phrase begins, and what is left of the word there. */
static const char *
past(const struct rc_lang *lang, const char *at, const char *end)
{
	at++;
	while (at < end && ((guchar)*at & 0xC0) == 0x80)
		at++;
	while (!lang->bare && at < end && g_ascii_isalpha(*at))
		at++;
	return at;
}

gssize
rc_lang_finds_any(const struct rc_lang *lang, guint64 set, const char *text,
    gsize len, gsize *size, enum rc_phrase *which)
{
	const char *end = text + len, *at = text;
	guint64 found;

	while ((at = next_start(lang, set, at, end))) {
		if ((lang->bare || rc_fold_begins(text, at)) &&
		    (found = longest(lang, set, at, end, FALSE, size))) {
			if (which)
				*which = lowest(found);
			return at - text;
		}
		at = past(lang, at, end);
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
	found = longest(lang, set, text, text + len, TRUE, size);
	for (guint i = 0; i < G_N_ELEMENTS(formulas); i++)
		if (found & BIT(formulas[i].phrase))
			return formulas[i].organ;
	return RC_ORGAN_UNKNOWN;
}
