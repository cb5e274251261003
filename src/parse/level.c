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
    enum level *level, guint *value)
{
	gsize size;

	size = arabic(s, end, value);
	if (size) {
		*level = LEVEL_ARABIC;
		while (s + size < end && g_ascii_isupper(s[size]))
			size++;
		return size;
	}
	*value = rc_lang_section(lang, s, end - s, &size);
	if (*value) {
		*level = LEVEL_ROMAN;
		return size;
	}
	*value = rc_lang_part(lang, s, end - s, &size);
	if (*value) {
		*level = LEVEL_LETTER;
		return size;
	}
	return 0;
}

static enum level
take_word(const struct rc_lang *lang, const char *s, const char *end,
    const char **after, guint *value)
{
	for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
		gsize n = rc_lang_starts(lang, words[i].phrase, s, end - s);
		const char *t;
		enum level kind;

		if (!n)
			continue;
		t = skip_space(s + n, end);
		n = take_value(lang, t, end, &kind, value);
		if (!n)
			continue;
		*after = t + n;
		return words[i].level;
	}
	return LEVEL_NONE;
}

enum level
rc_level_take(const struct rc_lang *lang, const char *text, gsize len,
    guint32 *label, guint32 *heading, guint *value)
{
	const char *end = text + len, *after, *rest;
	enum level level = take_word(lang, text, end, &after, value);
	gsize n;

	if (level == LEVEL_NONE) {
		n = take_value(lang, text, end, &level, value);
		if (!n)
			return LEVEL_NONE;
		after = text + n;
		rest = skip_separator(after, end);
		/* a bare number, or one set off by a mark from its heading */
		if (rest == after && skip_space(after, end) != end)
			return LEVEL_NONE;
		if (level == LEVEL_ARABIC && rest == after)
			return LEVEL_NONE;
	} else {
		rest = skip_separator(after, end);
		if (rest == after && skip_space(after, end) != end &&
		    !is_space(after, end))
			return LEVEL_NONE;
	}
	rest = skip_space(rest, end);
	*label = (rest == end ? end : rest) - text;
	while (*label && (text[*label - 1] == ' ' || text[*label - 1] == '\n'))
		--*label;
	*heading = rest - text;
	return level;
}
