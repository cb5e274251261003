/* lang.h - what the six languages say: their fixed phrases, months, ordinals,
 * lead phrases and list marks, as rows of data (ar.def en.def es.def fr.def
 * ru.def zh.def), and one algorithm to find them in a text.
 *
 * All functions compare folded: white space of any kind (U+00A0 too) is one
 * space, case does not count, ’ is ', U+2010 and U+2011 are -, Arabic vowel
 * signs (U+064B-0652), tatweel and directional marks are not there. The text
 * itself is never changed; lengths given back are bytes of the text as it is.
 * Nothing allocates after the first call. */
#ifndef RC_LANG_LANG_H
#define RC_LANG_LANG_H

#include <glib.h>

/* The fixed phrases. A pack may have several rows (variants) for one; the
 * first is what print shows. Phrases are what stands in the text from its
 * first word to the first variable part. */
enum rc_phrase {
#define PHRASE(name, summary) RC_PH_##name,
#include "lang/phrase.def"
#undef PHRASE
	RC_PH_N
};

enum rc_organ {
	RC_ORGAN_UNKNOWN,
	RC_ORGAN_GA,
	RC_ORGAN_SC,
	RC_ORGAN_ECOSOC,
	RC_ORGAN_HRC,
};

/* What a lead phrase says about its paragraph. */
enum rc_lead {
	RC_LEAD_NONE,
	RC_LEAD_PREAMBULAR, /* "Recalling", "وإذ تشير" */
	RC_LEAD_OPERATIVE,  /* "Decides", "تقرر" */
	RC_LEAD_EITHER,     /* Chinese 回顾, 重申: the form does not tell */
};

struct rc_date {
	guint16 year;
	guint8 month, day;
};

struct rc_lang;

/* The packs in a fixed order: ar en es fr ru zh. NULL past the last. */
const struct rc_lang *rc_lang_nth(guint i);
/* By ISO 639-1 or 639-3 code ("es", "spa", "ch" too), or NULL. */
const struct rc_lang *rc_lang_find(const char *code);
/* The language of a text, by script and by its fixed phrases (a formula counts
 * most). sure gets FALSE when only the commonness of words or the script
 * decided. Never NULL. */
const struct rc_lang *rc_lang_guess(const char *text, gsize len,
    gboolean *sure);

const char *rc_lang_code2(const struct rc_lang *lang); /* "es" */
const char *rc_lang_code3(const struct rc_lang *lang); /* "spa" */
gboolean rc_lang_rtl(const struct rc_lang *lang);
/* Whether lead phrases are bold in print (Chinese, Arabic), italic (all but
 * Chinese). */
gboolean rc_lang_lead_bold(const struct rc_lang *lang);
gboolean rc_lang_lead_italic(const struct rc_lang *lang);
/* The letter after a job number: 'E', 'F', 'S', 'R', 'C', 'A'. */
char rc_lang_job_letter(const struct rc_lang *lang);

/* The first variant of a phrase, or NULL if the pack has none. */
const char *rc_lang_phrase(const struct rc_lang *lang, enum rc_phrase phrase);
/* Bytes of text (of len bytes) that a variant of the phrase covers when text
 * starts with it at a word's end; 0 if it does not. The longest wins. */
gsize rc_lang_starts(const struct rc_lang *lang, enum rc_phrase phrase,
    const char *text, gsize len);
/* The same anywhere: the offset of the first place, its length in *size; -1 if
 * there is none. It begins and ends at a word's edge (but in Chinese, which
 * has none). */
gssize rc_lang_finds(const struct rc_lang *lang, enum rc_phrase phrase,
    const char *text, gsize len, gsize *size);
/* Which of the organs' enacting formulas text starts with ("The General
 * Assembly"), without the comma; its length in *size. */
enum rc_organ rc_lang_formula(const struct rc_lang *lang, const char *text,
    gsize len, gsize *size);

/* A date in the language's long form (or in English, which mastheads use
 * everywhere) at the start of text: bytes it covers, or 0. Knows 1er, the
 * Arabic month pairs and each of their halves, "de 2022" and "года". */
gsize rc_lang_date(const struct rc_lang *lang, const char *text, gsize len,
    struct rc_date *date);
/* The first date anywhere in text: its offset, its length in *size; or -1. */
gssize rc_lang_date_in(const struct rc_lang *lang, const char *text, gsize len,
    struct rc_date *date, gsize *size);

/* An ordinal at the start of text, in words ("Septuagésimo séptimo",
 * "第七十七", "السابعة والسبعون") or in figures ("57º", "46-е", "第46"):
 * bytes it covers, its value in *value; or 0. */
gsize rc_lang_ordinal(const struct rc_lang *lang, const char *text, gsize len,
    guint *value);

/* The lead phrase at the start of text: the longest row, with the adverbs and
 * complements that may follow it ("Recordando también", "Notes with great
 * concern"). Bytes it covers, or 0; what it says in *lead. */
gsize rc_lang_lead(const struct rc_lang *lang, const char *text, gsize len,
    enum rc_lead *lead);

/* List marks: the value of a letter of the language's own alphabet as lists
 * use it (أ is 1, ب 2; а 1, б 2; a 1, b 2), or 0. */
guint rc_lang_letter(const struct rc_lang *lang, gunichar c);

#endif
