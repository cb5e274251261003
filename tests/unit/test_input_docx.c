/* test_input_docx.c - what a file of Word is by its bytes, and numbers as Word
 * prints them. The reading itself is tested by golden cases and hostile files. */
#include "reading.h"

#include "input/docx_format.h"
#include "input/docx_kind.h"

#define ZIP "PK\x03\x04"
#define OLE "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
#define UTF_16 "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e"

#define KIND(literal) docx_kind(literal, sizeof(literal) - 1)

static void
entries_tell_what_an_archive_is(void **state)
{
	assert_int_equal(KIND(ZIP "[Content_Types].xml word/document.xml"),
	    DOCX_WORD);
	assert_int_equal(KIND(ZIP "_rels/.rels [Content_Types].xml "
	                          "word/document2.xml"), DOCX_WORD);
	assert_int_equal(KIND(ZIP "word/styles.xml _rels/.rels"), DOCX_WORD);
	assert_int_equal(KIND(ZIP "[Content_Types].xml xl/workbook.xml"),
	    DOCX_SHEET);
	assert_int_equal(KIND(ZIP "12345678901234567890123456mimetype"
	                          "application/vnd.oasis.opendocument.text"),
	    DOCX_OPEN);
	assert_int_equal(KIND(ZIP "word/document.xml"), DOCX_ZIP);
	assert_int_equal(KIND(ZIP), DOCX_ZIP);
}

static void
streams_tell_what_a_container_is(void **state)
{
	assert_int_equal(KIND(OLE "some stream"), DOCX_OLE);
	assert_int_equal(KIND(OLE "12345" UTF_16 "\0"), DOCX_ENCRYPTED);
	assert_int_equal(KIND("text"), DOCX_NOT);
	assert_int_equal(docx_kind("", 0), DOCX_NOT);
}

static void
assert_refused(const char *data, gsize size, const char *with)
{
	g_autoptr(GError) error = NULL;

	assert_null(rc_input_sniff(data, size, "x.docx", &error));
	assert_non_null(error);
	assert_non_null(strstr(error->message, with));
}

static void
bytes_are_asked_and_not_the_name(void **state)
{
	static const char word[] = ZIP "[Content_Types].xml word/document.xml";
	static const char other[] = ZIP "a.txt", old[] = OLE "stream";
	static const char closed[] = OLE "123456" UTF_16 "\0";

	assert_string_equal(rc_input_sniff(word, sizeof(word) - 1, "x.DOC",
	    NULL)->format.name, "docx");
	assert_string_equal(rc_input_sniff(word, sizeof(word) - 1, "x.pdf",
	    NULL)->format.name, "docx");
	assert_refused(other, sizeof(other) - 1, "unpack it first");
	assert_refused(old, sizeof(old) - 1, "--convert-to docx");
	assert_refused(closed, sizeof(closed) - 1, "password");
}

static void
numbers_have_their_form(void **state)
{
	static const struct {
		const char *format;
		guint value;
		const char *printed;
	} rows[] = {
	    {"decimal", 12, "12"}, {"decimalZero", 7, "07"},
	    {"lowerLetter", 1, "a"}, {"lowerLetter", 26, "z"},
	    {"lowerLetter", 28, "bb"}, {"upperLetter", 3, "C"},
	    {"lowerRoman", 4, "iv"}, {"upperRoman", 1999, "MCMXCIX"},
	    {"upperRoman", 5000, "5000"}, {"lowerRoman", 0, "0"},
	    {"ordinal", 1, "1st"}, {"ordinal", 12, "12th"},
	    {"ordinal", 23, "23rd"}, {"russianLower", 3, "в"},
	    {"arabicAbjad", 3, "ج"}, {"arabicAlpha", 3, "ت"},
	    {"chineseCounting", 10, "十"}, {"chineseCounting", 12, "十二"},
	    {"chineseCounting", 20, "二十"}, {"chineseCounting", 99, "九十九"},
	    {"decimalEnclosedCircle", 3, "③"}, {"decimalFullWidth", 10, "１０"},
	    {"chicago", 2, "†"}, {"chicago", 5, "**"}, {"bullet", 1, ""},
	    {"none", 1, ""}, {"hindiVowels", 3, "3"}, {NULL, 3, "3"},
	};

	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GString) out = g_string_new(NULL);

		docx_format_put(docx_format_find(rows[i].format),
		    rows[i].value, out);
		assert_string_equal(out->str, rows[i].printed);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(entries_tell_what_an_archive_is),
	    cmocka_unit_test(streams_tell_what_a_container_is),
	    cmocka_unit_test(bytes_are_asked_and_not_the_name),
	    cmocka_unit_test(numbers_have_their_form),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
