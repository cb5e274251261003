/* docx_format.h - numbers as Word prints them: w:numFmt. */
#ifndef RC_INPUT_DOCX_FORMAT_H
#define RC_INPUT_DOCX_FORMAT_H

#include <glib.h>

enum docx_format {
	DOCX_DECIMAL,
	DOCX_DECIMAL_ZERO,   /* 01 */
	DOCX_LOWER_LETTER,
	DOCX_UPPER_LETTER,
	DOCX_LOWER_ROMAN,
	DOCX_UPPER_ROMAN,
	DOCX_ORDINAL,        /* 1st */
	DOCX_RUSSIAN_LOWER,
	DOCX_RUSSIAN_UPPER,
	DOCX_ARABIC_ALPHA,   /* in the order of the alphabet */
	DOCX_ARABIC_ABJAD,   /* in the order of their values */
	DOCX_CHINESE,        /* 一 ... 十二 */
	DOCX_CIRCLED,        /* ① */
	DOCX_FULL_WIDTH,
	DOCX_CHICAGO,        /* * † ‡ § ** */
	DOCX_BULLETS,
	DOCX_NONE,
};

/* The format of that name; decimal for NULL and for those of scripts that the
 * six languages do not use. */
enum docx_format docx_format_find(const char *name);
/* Append a number, 0 to 99,999. Nothing for DOCX_BULLETS and DOCX_NONE; a
 * number that the format cannot show is decimal. */
void docx_format_put(enum docx_format format, guint value, GString *out);

#endif
