/* docx_format.c - numbers in the forms of w:numFmt (ISO/IEC 29500-1, 17.18.59). */
#include "input/docx_format.h"

#include <string.h>

enum docx_format
docx_format_find(const char *name)
{
	static const struct {
		const char *name;
		enum docx_format format;
	} rows[] = {
	    {"decimal", DOCX_DECIMAL}, {"decimalZero", DOCX_DECIMAL_ZERO},
	    {"lowerLetter", DOCX_LOWER_LETTER},
	    {"upperLetter", DOCX_UPPER_LETTER},
	    {"lowerRoman", DOCX_LOWER_ROMAN}, {"upperRoman", DOCX_UPPER_ROMAN},
	    {"ordinal", DOCX_ORDINAL}, {"russianLower", DOCX_RUSSIAN_LOWER},
	    {"russianUpper", DOCX_RUSSIAN_UPPER},
	    {"arabicAlpha", DOCX_ARABIC_ALPHA},
	    {"arabicAbjad", DOCX_ARABIC_ABJAD},
	    {"chineseCounting", DOCX_CHINESE},
	    {"chineseCountingThousand", DOCX_CHINESE},
	    {"taiwaneseCounting", DOCX_CHINESE},
	    {"taiwaneseCountingThousand", DOCX_CHINESE},
	    {"japaneseCounting", DOCX_CHINESE},
	    {"ideographDigital", DOCX_CHINESE},
	    {"decimalEnclosedCircle", DOCX_CIRCLED},
	    {"decimalEnclosedCircleChinese", DOCX_CIRCLED},
	    {"decimalFullWidth", DOCX_FULL_WIDTH},
	    {"chicago", DOCX_CHICAGO}, {"bullet", DOCX_BULLETS},
	    {"none", DOCX_NONE},
	};

	for (guint i = 0; name && i < G_N_ELEMENTS(rows); i++)
		if (strcmp(name, rows[i].name) == 0)
			return rows[i].format;
	return DOCX_DECIMAL;
}

/* After the last letter they are doubled: z, aa, bb. FALSE past 20 times. */
static gboolean
put_letter(const char *letters, guint value, GString *out)
{
	guint n = (guint)g_utf8_strlen(letters, -1);
	const char *letter;
	guint times;

	if (!value || (times = (value - 1) / n + 1) > 20)
		return FALSE;
	letter = g_utf8_offset_to_pointer(letters, (value - 1) % n);
	while (times--)
		g_string_append_len(out, letter,
		    g_utf8_next_char(letter) - letter);
	return TRUE;
}

static gboolean
put_roman(gboolean capital, guint value, GString *out)
{
	static const struct {
		guint value;
		const char *small, *large;
	} rows[] = {
	    {1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"},
	    {400, "cd", "CD"}, {100, "c", "C"}, {90, "xc", "XC"},
	    {50, "l", "L"}, {40, "xl", "XL"}, {10, "x", "X"}, {9, "ix", "IX"},
	    {5, "v", "V"}, {4, "iv", "IV"}, {1, "i", "I"},
	};

	if (!value || value > 4999)
		return FALSE;
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
		for (; value >= rows[i].value; value -= rows[i].value)
			g_string_append(out, capital ? rows[i].large
			                             : rows[i].small);
	return TRUE;
}

static gboolean
put_ordinal(guint value, GString *out)
{
	static const char *const ends[] = {"th", "st", "nd", "rd"};
	guint tens = value % 100, ones = value % 10;

	g_string_append_printf(out, "%u%s", value,
	    tens / 10 == 1 || ones > 3 ? "th" : ends[ones]);
	return TRUE;
}

/* 三, 十, 十二, 二十, 九十九. */
static gboolean
put_chinese(guint value, GString *out)
{
	static const char *const digits[] = {"", "一", "二", "三", "四", "五",
	    "六", "七", "八", "九"};

	if (!value || value > 99)
		return FALSE;
	if (value >= 20)
		g_string_append(out, digits[value / 10]);
	if (value >= 10)
		g_string_append(out, "十");
	g_string_append(out, digits[value % 10]);
	return TRUE;
}

static gboolean
put_circled(guint value, GString *out)
{
	if (!value || value > 20)
		return FALSE;
	g_string_append_unichar(out, 0x2460 + value - 1);
	return TRUE;
}

static gboolean
put_full_width(guint value, GString *out)
{
	char s[16];

	g_snprintf(s, sizeof(s), "%u", value);
	for (const char *digit = s; *digit; digit++)
		g_string_append_unichar(out, 0xFF10 + (gunichar)(*digit - '0'));
	return TRUE;
}

static gboolean
put(enum docx_format format, guint value, GString *out)
{
	switch (format) {
	case DOCX_LOWER_LETTER:
		return put_letter("abcdefghijklmnopqrstuvwxyz", value, out);
	case DOCX_UPPER_LETTER:
		return put_letter("ABCDEFGHIJKLMNOPQRSTUVWXYZ", value, out);
	case DOCX_LOWER_ROMAN:
	case DOCX_UPPER_ROMAN:
		return put_roman(format == DOCX_UPPER_ROMAN, value, out);
	case DOCX_ORDINAL:
		return put_ordinal(value, out);
	case DOCX_RUSSIAN_LOWER:
		return put_letter("абвгдежзиклмнопрстуфхцчшщыэюя", value, out);
	case DOCX_RUSSIAN_UPPER:
		return put_letter("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ", value, out);
	case DOCX_ARABIC_ALPHA:
		return put_letter("أبتثجحخدذرزسشصضطظعغفقكلمنهوي", value, out);
	case DOCX_ARABIC_ABJAD:
		return put_letter("أبجدهوزحطيكلمنسعفصقرشتثخذضظغ", value, out);
	case DOCX_CHINESE:
		return put_chinese(value, out);
	case DOCX_CIRCLED:
		return put_circled(value, out);
	case DOCX_FULL_WIDTH:
		return put_full_width(value, out);
	case DOCX_CHICAGO:
		return put_letter("*†‡§", value, out);
	case DOCX_BULLETS:
	case DOCX_NONE:
		return TRUE;
	default:
		return FALSE;
	}
}

void
docx_format_put(enum docx_format format, guint value, GString *out)
{
	if (!put(format, value, out))
		g_string_append_printf(out, format == DOCX_DECIMAL_ZERO
		        ? "%02u" : "%u", value);
}
