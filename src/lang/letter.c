/* letter.c - letters of lists, sections and parts. */
#include "lang/pack.h"

#include <string.h>

#include "lang/number.h"

#define LATIN 26u
#define MAX_ROMAN 7u    /* letters of "XXXVIII" */
#define MAX_SECTION 49u /* so that C, D, L and M are letters of parts */

/* Cyrillic letters that look like Latin ones, small. */
static const struct {
	guint16 cyrillic;
	char latin;
	gboolean listed; /* a list takes it for the Latin letter: its own place
	                    in the alphabet is past where lists end */
} twins[] = {
    {0x430, 'a', FALSE}, {0x432, 'b', FALSE}, {0x435, 'e', FALSE},
    {0x43A, 'k', FALSE}, {0x43C, 'm', FALSE}, {0x43D, 'h', FALSE},
    {0x43E, 'o', TRUE}, {0x440, 'p', TRUE}, {0x441, 'c', TRUE},
    {0x442, 't', FALSE}, {0x443, 'y', TRUE}, {0x445, 'x', TRUE},
    {0x455, 's', TRUE}, {0x456, 'i', TRUE}, {0x458, 'j', TRUE},
};

static guint
latin_value(guint32 c)
{
	return c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0;
}

static guint
alphabet_value(const struct rc_lang *lang, gunichar c)
{
	for (guint i = 0; i < lang->n_letters; i++)
		if (lang->letters[i] == c)
			return i + 1;
	return 0;
}

guint
rc_lang_letter(const struct rc_lang *lang, gunichar c)
{
	guint32 folded = rc_fold_one(c);

	for (guint i = 0; i < G_N_ELEMENTS(twins); i++)
		if (twins[i].cyrillic == folded && twins[i].listed)
			return latin_value(twins[i].latin);
	if (latin_value(folded))
		return latin_value(folded);
	if (g_unichar_tolower(c) == 0x439) /* й is no mark, though и is */
		return 0;
	return alphabet_value(lang, folded);
}

guint
rc_lang_letter_twin(const struct rc_lang *lang, gunichar c)
{
	guint32 folded = rc_fold_one(c);
	guint usual = rc_lang_letter(lang, c);

	for (guint i = 0; i < G_N_ELEMENTS(twins); i++) {
		guint latin = latin_value((guchar)twins[i].latin);
		guint other = alphabet_value(lang, twins[i].cyrillic);

		if (twins[i].cyrillic != folded &&
		    (guchar)twins[i].latin != folded)
			continue;
		other = usual == latin ? other : latin;
		return other == usual ? 0 : other;
	}
	return 0;
}

/* ---- sections ---- */

/* The Latin letter of a section or part: Х is X. */
static guint32
twin_of(guint32 c)
{
	for (guint i = 0; i < G_N_ELEMENTS(twins); i++)
		if (twins[i].cyrillic == c)
			return (guchar)twins[i].latin;
	return c;
}

static guint
roman_digit(guint32 c)
{
	switch (c) {
	case 'i': return 1;
	case 'v': return 5;
	case 'x': return 10;
	case 'l': return 50;
	case 'c': return 100;
	case 'd': return 500;
	case 'm': return 1000;
	default: return 0;
	}
}

/* The one way to write n; "IIII" and "IC" are none. */
static gboolean
is_proper(guint n, const char *roman)
{
	static const struct {
		guint value;
		const char *text;
	} parts[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"},
	    {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"},
	    {5, "v"}, {4, "iv"}, {1, "i"}};

	for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
		for (; n >= parts[i].value; n -= parts[i].value) {
			gsize size = strlen(parts[i].text);

			if (strncmp(roman, parts[i].text, size) != 0)
				return FALSE;
			roman += size;
		}
	return *roman == '\0';
}

static guint
roman_value(const char *roman)
{
	guint value = 0, last = 0;

	for (gsize i = strlen(roman); i > 0; i--) {
		guint digit = roman_digit((guchar)roman[i - 1]);

		value = digit < last ? value - digit : value + digit;
		last = MAX(last, digit);
	}
	return is_proper(value, roman) ? value : 0;
}

/* Capitals, of one letter's width each or U+2160 and on. */
static gsize
read_roman(const char *text, gsize len, guint *value)
{
	const char *at = text, *end = text + len;
	char roman[MAX_ROMAN + 1];
	guint n = 0;

	while (at < end && n < MAX_ROMAN) {
		const char *next = at;
		gunichar c = rc_fold_decode(&next, end);
		guint32 letter;

		if (n == 0 && c >= 0x2160 && c <= 0x216B) {
			*value = c - 0x2160 + 1;
			return rc_fold_ends(next, end) ? next - text : 0;
		}
		if (!g_unichar_isupper(c))
			break;
		letter = twin_of(rc_fold_one(c));
		if (!roman_digit(letter))
			break;
		roman[n++] = letter;
		at = next;
	}
	roman[n] = '\0';
	if (n == 0 || !rc_fold_ends(at, end))
		return 0;
	*value = roman_value(roman);
	return *value && *value <= MAX_SECTION ? at - text : 0;
}

guint
rc_lang_section(const struct rc_lang *lang, const char *text, gsize len,
    gsize *size)
{
	guint value = 0;

	*size = read_roman(text, len, &value);
	if (!*size)
		*size = rc_number_words(lang, &lang->sections, text, len,
		    &value);
	if (!*size) {
		*size = rc_number_numerals(lang, text, len, &value);
		if (*size && !rc_fold_ends(text + *size, text + len))
			*size = 0;
	}
	return *size ? value : 0;
}

/* ---- parts ---- */

guint
rc_lang_part(const struct rc_lang *lang, const char *text, gsize len,
    gsize *size)
{
	const char *end = text + len, *at = text;
	guint value;
	gunichar c;

	*size = 0;
	if (len == 0)
		return 0;
	c = rc_fold_decode(&at, end);
	if (g_unichar_isupper(c) && rc_fold_ends(at, end)) {
		*size = at - text;
		value = latin_value(twin_of(rc_fold_one(c)));
		return value ? value : alphabet_value(lang, rc_fold_one(c));
	}
	value = rc_words_longest(&lang->parts, text, end, size);
	if (value && !rc_fold_ends(text + *size, end))
		value = 0;
	if (!value)
		*size = 0;
	return value;
}
