/* lang.h - what the six languages say: their fixed phrases, months, ordinals,
 * lead phrases and list marks, as rows of data (ar.def en.def es.def fr.def
 * ru.def zh.def), and one algorithm to find them in a text.
 *
 * All functions compare folded: white space of any kind (U+00A0 too) is one
 * space, case and accents do not count, ’ is ', U+2010 and U+2011 are -,
 * Arabic vowel signs, tatweel, hamza on its seat and directional marks are not
 * there. The text itself is never changed; lengths given back are bytes of the
 * text as it is.
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
/* Whether the mark of a note stands before a comma or full stop (fr es ru ar)
 * or after it. */
gboolean rc_lang_note_before_punctuation(const struct rc_lang *lang);
/* The language in https://docs.un.org/LANGUAGE/SYMBOL: "es", "zh". */
const char *rc_lang_link_code(const struct rc_lang *lang);
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
/* The same for several phrases at once: set holds RC_PHRASE_BIT(phrase) of
 * each. which may be NULL; where two have the same words it is the one named
 * first in phrase.def. */
#define RC_PHRASE_BIT(phrase) (G_GUINT64_CONSTANT(1) << (phrase))
gboolean rc_lang_starts_any(const struct rc_lang *lang, guint64 set,
    const char *text, gsize len, gsize *size, enum rc_phrase *which);
gssize rc_lang_finds_any(const struct rc_lang *lang, guint64 set,
    const char *text, gsize len, gsize *size, enum rc_phrase *which);
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

/* What a session line or a mention of a session says: "Eleventh emergency
 * special session", "Session de 2023". */
struct rc_session {
	guint number;       /* 0 where only a year names it */
	guint year;         /* or 0 */
	gboolean special;   /* special, or emergency special */
	gboolean emergency;
	gboolean resumed;
};
/* FALSE when the text has no word for a session, or no number or year. */
gboolean rc_lang_session(const struct rc_lang *lang, const char *text,
    gsize len, struct rc_session *session);

/* The lead phrase at the start of text: the longest row, with the adverbs and
 * complements that may follow it ("Recordando también", "Notes with great
 * concern"). Bytes it covers, or 0; what it says in *lead. */
gsize rc_lang_lead(const struct rc_lang *lang, const char *text, gsize len,
    enum rc_lead *lead);
/* The same as the Security Council prints it: the verb and simple adverbs,
 * without the nouns after it ("Expressing" where the Assembly has "Expressing
 * deep concern"). */
gsize rc_lang_lead_brief(const struct rc_lang *lang, const char *text,
    gsize len, enum rc_lead *lead);

/* List marks: the value of a letter of the language's own alphabet as lists
 * use it (أ is 1, ب 2; а 1, б 2; a 1, b 2), or 0. Latin letters count in every
 * language. Cyrillic с, о, р, у, х are taken for the Latin letters they look
 * like, since lists do not get as far as their own places. */
guint rc_lang_letter(const struct rc_lang *lang, gunichar c);
/* Its other value, where Cyrillic and Latin letters look alike: Cyrillic е is
 * 6 by its alphabet and 5 as the Latin e it is often typed for. A list's other
 * marks decide. 0 if there is none. */
guint rc_lang_letter_twin(const struct rc_lang *lang, gunichar c);
/* The number of a section head at the start of text, or 0; its length in
 * *size: "IV", "رابعا", "حادي عشر", "四". Nothing but the number is looked
 * at: what follows tells whether it is a head. */
guint rc_lang_section(const struct rc_lang *lang, const char *text, gsize len,
    gsize *size);
/* The letter of a part at the start of text as a number, likewise: "B",
 * "باء", "乙" are 2. A Cyrillic capital that looks like a Latin one counts as
 * that (Н is H); others by their place in the alphabet. */
guint rc_lang_part(const struct rc_lang *lang, const char *text, gsize len,
    gsize *size);

#endif
