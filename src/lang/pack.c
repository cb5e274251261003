/* pack.c - the six packs: their traits, their rows, and the sets of words made
 * of them at first use. */
#include "lang/pack.h"

#define SAYS(says) (RC_T_##says)

#define PHRASE(name, text) {RC_ROW_PHRASE, RC_PH_##name, text},
#define NONE(name) {RC_ROW_NONE, RC_PH_##name, ""},
#define MONTH(n, text) {RC_ROW_MONTH, n, text},
#define DATE(text) {RC_ROW_DATE, 0, text},
#define TAIL(text) {RC_ROW_TAIL, 1, text},
#define ORDINAL(n, text) {RC_ROW_ORDINAL, (n) << 1 | RC_NUMBER_ENDS, text},
#define CARDINAL(n, text) {RC_ROW_CARDINAL, (n) << 1, text},
#define JOIN(text) {RC_ROW_JOIN, 1, text},
#define NUMERAL(n, text) {RC_ROW_NUMERAL, (n) + 1, text},
#define MARK(text) {RC_ROW_MARK, 1, text},
#define FIGURE(text) {RC_ROW_FIGURE, 1, text},
#define SECTION(n, text) {RC_ROW_SECTION, (n) << 1 | RC_NUMBER_ENDS, text},
#define PART(n, text) {RC_ROW_PART, n, text},
#define LETTERS(text) {RC_ROW_LETTERS, 0, text},
#define LEAD(says, text) {RC_ROW_LEAD, SAYS(says) | RC_T_ALONE, text},
#define EXPRESS(says, text) {RC_ROW_EXPRESS, SAYS(says) | RC_T_EXPRESS, text},
#define VERB(says, text) \
	{RC_ROW_VERB, SAYS(says) | RC_T_ALONE | RC_T_EXPRESS, text},
#define TURN(text) {RC_ROW_TURN, RC_T_TURN, text},
#define ADVERB(text) {RC_ROW_ADVERB, RC_T_ADVERB, text},
#define BEFORE(text) {RC_ROW_BEFORE, RC_T_BEFORE, text},
#define MANNER(text) {RC_ROW_MANNER, RC_T_MANNER, text},
#define WITH(text) {RC_ROW_WITH, RC_T_WITH, text},
#define DEGREE(text) {RC_ROW_DEGREE, RC_T_DEGREE, text},
#define NOUN(text) {RC_ROW_NOUN, RC_T_NOUN, text},
#define AND(text) {RC_ROW_AND, RC_T_AND, text},
#define WORD(text) {RC_ROW_WORD, 1, text},
#define RC_T_EITHER (RC_T_PREAMBULAR | RC_T_OPERATIVE)

static const struct rc_row ar[] = {
#include "lang/ar.def"
};
static const struct rc_row en[] = {
#include "lang/en.def"
};
static const struct rc_row es[] = {
#include "lang/es.def"
};
static const struct rc_row fr[] = {
#include "lang/fr.def"
};
static const struct rc_row ru[] = {
#include "lang/ru.def"
};
static const struct rc_row zh[] = {
#include "lang/zh.def"
};
#include "lang/undef.inc"

#define ROWS(lang) .rows = lang, .n_rows = G_N_ELEMENTS(lang)

/* The links are those of https://docs.un.org/LINK/SYMBOL. */
static struct rc_lang packs[] = {
    {.code2 = "ar", .code3 = "ara", .link = "ar", .job = 'A', ROWS(ar),
	.rtl = TRUE, .lead_bold = TRUE, .lead_italic = TRUE,
	.note_before = TRUE, .ascending = TRUE, .degree_after = TRUE},
    {.code2 = "en", .code3 = "eng", .link = "en", .job = 'E', ROWS(en),
	.lead_italic = TRUE},
    {.code2 = "es", .code3 = "spa", .link = "es", .job = 'S', ROWS(es),
	.lead_italic = TRUE, .note_before = TRUE, .degree_after = TRUE},
    {.code2 = "fr", .code3 = "fra", .link = "fr", .job = 'F', ROWS(fr),
	.lead_italic = TRUE, .note_before = TRUE, .degree_after = TRUE},
    {.code2 = "ru", .code3 = "rus", .link = "ru", .job = 'R', ROWS(ru),
	.lead_italic = TRUE, .note_before = TRUE},
    {.code2 = "zh", .code3 = "zho", .link = "zh", .job = 'C', ROWS(zh),
	.lead_bold = TRUE, .bare = TRUE},
};

const struct rc_lang *
rc_lang_nth(guint i)
{
	return i < G_N_ELEMENTS(packs) ? &packs[i] : NULL;
}

/* Other codes that are met: ISO 639-2/B, and the "ch" of undocs.org. */
static const struct {
	const char *code;
	guint pack;
} aliases[] = {{"fre", 3}, {"chi", 5}, {"ch", 5}};

const struct rc_lang *
rc_lang_find(const char *code)
{
	if (!code)
		return NULL;
	for (guint i = 0; i < G_N_ELEMENTS(packs); i++)
		if (g_ascii_strcasecmp(code, packs[i].code2) == 0 ||
		    g_ascii_strcasecmp(code, packs[i].code3) == 0)
			return &packs[i];
	for (guint i = 0; i < G_N_ELEMENTS(aliases); i++)
		if (g_ascii_strcasecmp(code, aliases[i].code) == 0)
			return &packs[aliases[i].pack];
	return NULL;
}

const char *
rc_lang_code2(const struct rc_lang *lang)
{
	return lang->code2;
}

const char *
rc_lang_code3(const struct rc_lang *lang)
{
	return lang->code3;
}

const char *
rc_lang_link_code(const struct rc_lang *lang)
{
	return lang->link;
}

gboolean
rc_lang_rtl(const struct rc_lang *lang)
{
	return lang->rtl;
}

gboolean
rc_lang_lead_bold(const struct rc_lang *lang)
{
	return lang->lead_bold;
}

gboolean
rc_lang_lead_italic(const struct rc_lang *lang)
{
	return lang->lead_italic;
}

gboolean
rc_lang_note_before_punctuation(const struct rc_lang *lang)
{
	return lang->note_before;
}

char
rc_lang_job_letter(const struct rc_lang *lang)
{
	return lang->job;
}

const char *
rc_lang_phrase(const struct rc_lang *lang, enum rc_phrase phrase)
{
	return rc_pack_phrases(lang)->print[phrase];
}
