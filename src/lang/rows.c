/* rows.c - the rows of the six packs, and their traits. */
#include "lang/rows.h"

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

/* The links are those of https://docs.un.org/LINK/SYMBOL. */
struct rc_source_pack rc_source_packs[RC_N_PACKS] = {
    {.pack = {.code2 = "ar", .code3 = "ara", .link = "ar", .job = 'A',
	 .rtl = TRUE, .lead_bold = TRUE, .lead_italic = TRUE,
	 .note_before = TRUE, .ascending = TRUE, .degree_after = TRUE},
	.rows = ar, .n_rows = G_N_ELEMENTS(ar)},
    {.pack = {.code2 = "en", .code3 = "eng", .link = "en", .job = 'E',
	 .lead_italic = TRUE},
	.rows = en, .n_rows = G_N_ELEMENTS(en)},
    {.pack = {.code2 = "es", .code3 = "spa", .link = "es", .job = 'S',
	 .lead_italic = TRUE, .note_before = TRUE, .degree_after = TRUE},
	.rows = es, .n_rows = G_N_ELEMENTS(es)},
    {.pack = {.code2 = "fr", .code3 = "fra", .link = "fr", .job = 'F',
	 .lead_italic = TRUE, .note_before = TRUE, .degree_after = TRUE},
	.rows = fr, .n_rows = G_N_ELEMENTS(fr)},
    {.pack = {.code2 = "ru", .code3 = "rus", .link = "ru", .job = 'R',
	 .lead_italic = TRUE, .note_before = TRUE},
	.rows = ru, .n_rows = G_N_ELEMENTS(ru)},
    {.pack = {.code2 = "zh", .code3 = "zho", .link = "zh", .job = 'C',
	 .lead_bold = TRUE, .bare = TRUE},
	.rows = zh, .n_rows = G_N_ELEMENTS(zh)},
};
