/* level.c - the numbers of levels: "Part I", "II", "A. Means", "Article 2". */
#include "parse/parser.h"

#include <string.h>

static const struct {
	enum rc_phrase phrase;
	enum level level;
} words[] = {
    {RC_PH_PART, LEVEL_PART},
    {RC_PH_CHAPTER, LEVEL_CHAPTER},
    {RC_PH_SECTION, LEVEL_SECTION_WORD},
    {RC_PH_ARTICLE, LEVEL_ARTICLE},
    {RC_PH_RULE, LEVEL_RULE},
};

static gboolean
is_space(const char *s, const char *end)
{
	return s < end && (*s == ' ' || *s == '\n' || *s == '\t' ||
	    (end - s >= 2 && memcmp(s, "\xC2\xA0", 2) == 0));
}

static const char *
skip_space(const char *s, const char *end)
{
	while (is_space(s, end))
		s += *s == '\xC2' ? 2 : 1;
	return s;
}

/* Punctuation between a number and its heading: ". ", "、", " - ", ": ". */
static const char *
skip_separator(const char *s, const char *end)
{
	static const char *const marks[] = {
	    ".", "\xE3\x80\x81", "-", "\xE2\x80\x93", "\xE2\x80\x94", ":",
	    "\xD8\x8C"};
	const char *t = skip_space(s, end);

	for (guint i = 0; i < G_N_ELEMENTS(marks); i++) {
		gsize n = strlen(marks[i]);

		if ((gsize)(end - t) >= n && memcmp(t, marks[i], n) == 0)
			return skip_space(t + n, end);
	}
	return s;
}

static gsize
arabic(const char *s, const char *end, guint *value)
{
	const char *t = s;

	for (*value = 0; t < end && g_ascii_isdigit(*t) && t - s < 4; t++)
		*value = *value * 10 + (*t - '0');
	return t - s;
}

/* A number of any kind: IV, 四, أولا, B, ألف, 12, 29A. */
static gsize
take_value(const struct rc_lang *lang, const char *s, const char *end,
    struct level_label *label)
{
	gsize size = arabic(s, end, &label->value);

	label->style = MARK_NUMBER;
	if (size) {
		while (s + size < end && g_ascii_isupper(s[size]))
			size++;
		return size;
	}
	label->value = rc_lang_section(lang, s, end - s, &size);
	label->style = MARK_ROMAN;
	if (label->value)
		return size;
	label->value = rc_lang_part(lang, s, end - s, &size);
	label->style = MARK_UPPER;
	return label->value ? size : 0;
}

/* An ordinal in words: parts have roman numbers, other levels arabic ones. */
static gsize
take_ordinal_word(const struct rc_lang *lang, const char *s, const char *end,
    enum level level, struct level_label *label)
{
	label->style = level == LEVEL_PART ? MARK_ROMAN : MARK_NUMBER;
	return rc_lang_ordinal(lang, s, end - s, &label->value);
}

/* Whether a text begins with any of the words: most do not. */
static gboolean
is_word(const struct rc_lang *lang, const char *s, const char *end)
{
	static const guint64 set = RC_PHRASE_BIT(RC_PH_PART) |
	    RC_PHRASE_BIT(RC_PH_CHAPTER) | RC_PHRASE_BIT(RC_PH_SECTION) |
	    RC_PHRASE_BIT(RC_PH_ARTICLE) | RC_PHRASE_BIT(RC_PH_RULE);
	gsize size;

	return rc_lang_starts_any(lang, set, s, end - s, &size, NULL);
}

/* "Part I": a word and its number. Gives where the number ends. */
static const char *
take_word(const struct rc_lang *lang, const char *s, const char *end,
    struct level_label *label)
{
	if (!is_word(lang, s, end))
		return NULL;
	for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
		gsize n = rc_lang_starts(lang, words[i].phrase, s, end - s);
		const char *t = skip_space(s + n, end);

		if (!n)
			continue;
		n = take_value(lang, t, end, label);
		if (!n) /* "Article premier", "Part One" in Arabic */
			n = take_ordinal_word(lang, t, end, words[i].level, label);
		if (!n)
			continue;
		label->level = words[i].level;
		return t + n;
	}
	return NULL;
}

/* "第1条": Chinese puts the word behind. The label has the value at s, of n
 * bytes. */
static const char *
take_ordinal(const struct rc_lang *lang, const char *s, const char *end,
    gsize n, struct level_label *label)
{
	const char *whole = s;

	if (end - s > 6 && memcmp(s, "\xE7\xAC\xAC", 3) == 0) {
		s = skip_space(s + 3, end);
		n = take_value(lang, s, end, label);
	} else if (!g_ascii_isupper(*s)) { /* "A 节" */
		return NULL;
	}
	if (!n) { /* "第一编" */
		s = whole;
		n = take_ordinal_word(lang, s, end, LEVEL_PART, label);
	}
	if (!n)
		return NULL;
	s = skip_space(s + n, end);
	if (!is_word(lang, s, end))
		return NULL;
	for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
		n = rc_lang_starts(lang, words[i].phrase, s, end - s);
		if (n) {
			label->level = words[i].level;
			return s + n;
		}
	}
	return NULL;
}

/* A bare number, or one set off by a mark from its heading. */
static const char *
take_bare(const char *s, const char *end, gsize n, struct level_label *label)
{
	const char *after = s + n, *rest;

	if (!n)
		return NULL;
	rest = skip_separator(after, end);
	if (rest == after && label->style == MARK_NUMBER)
		return NULL;
	/* or on a line of its own */
	if (rest == after && *after != '\n' && skip_space(after, end) != end)
		return NULL;
	label->level = label->style == MARK_NUMBER ? LEVEL_ARABIC :
	    label->style == MARK_ROMAN ? LEVEL_ROMAN : LEVEL_LETTER;
	return after;
}

struct level_label
rc_level_take(const struct rc_lang *lang, const char *text, gsize len)
{
	const char *end = text + len, *after, *rest;
	struct level_label label = {0};

	after = take_word(lang, text, end, &label);
	if (!after) {
		gsize n = take_value(lang, text, end, &label);
		struct level_label bare = label;

		after = take_ordinal(lang, text, end, n, &label);
		if (!after) {
			label = bare;
			after = take_bare(text, end, n, &label);
		}
	}
	if (!after)
		return (struct level_label){0};
	rest = skip_separator(after, end);
	label.apart = rest != after || (rest < end && *rest == '\n');
	rest = skip_space(rest, end);
	if (!label.apart && rest != end && rest == after)
		return (struct level_label){0}; /* "Partido": no end of a word */
	label.heading = rest - text;
	label.len = label.heading;
	while (label.len && (text[label.len - 1] == ' ' ||
	           text[label.len - 1] == '\n'))
		label.len--;
	return label;
}
