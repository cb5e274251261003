/* test_input_encoding.c - encodings, and what is no text. */
#include "reading.h"

#include "base/error.h"
#include "base/limits.h"
#include "input/encoding.h"

/* Words of no document, enough to tell a language by. */
#define RUSSIAN "Генеральная Ассамблея, ссылаясь на свою резолюцию, просит " \
	"государства принять меры"
#define ARABIC "إن الجمعية العامة، إذ تشير إلى قرارها، تطلب إلى الدول الأعضاء" \
	" اتخاذ التدابير"
#define CHINESE "大会，回顾其决议，请会员国采取措施。"
#define FRENCH "L’Assemblée générale, réaffirmant sa résolution « été »,"

static void
assert_decodes(const char *bytes, gsize size, const char *expected,
    const char *told)
{
	struct reading reading;

	reading_init(&reading, "plain", bytes, size);
	assert_true(reading.ok);
	assert_int_equal(reading.text.paras->len, 1);
	assert_string_equal(rc_text_para(&reading.text, 0)->text, expected);
	assert_string_equal(reading.told->str, told);
	reading_done(&reading);
}

static void
assert_converts(const char *text, const char *codepage, const char *mark,
    gsize mark_len, const char *told)
{
	gsize len;
	g_autofree char *bytes = g_convert(text, -1, codepage, "UTF-8", NULL,
	    &len, NULL);
	g_autoptr(GString) all = g_string_new_len(mark, mark_len);

	assert_non_null(bytes);
	g_string_append_len(all, bytes, len);
	assert_decodes(all->str, all->len, text, told);
}

static void
byte_order_marks_tell_the_encoding(void **state)
{
	assert_converts(RUSSIAN, "UTF-8", "\xEF\xBB\xBF", 3, "");
	assert_converts(RUSSIAN, "UTF-16LE", "\xFF\xFE", 2, "");
	assert_converts(CHINESE, "UTF-16BE", "\xFE\xFF", 2, "");
	assert_converts(ARABIC, "UTF-32LE", "\xFF\xFE\0\0", 4, "");
	assert_converts(FRENCH, "UTF-32BE", "\0\0\xFE\xFF", 4, "");
}

static void
utf_16_without_a_mark_is_seen_by_its_nuls(void **state)
{
	assert_converts(FRENCH, "UTF-16LE", "", 0, "not-utf8 ");
	assert_converts(RUSSIAN, "UTF-16BE", "", 0, "not-utf8 ");
}

static void
code_pages_are_told_by_their_letters(void **state)
{
	assert_converts(FRENCH, "WINDOWS-1252", "", 0, "not-utf8 ");
	assert_converts(RUSSIAN, "WINDOWS-1251", "", 0, "not-utf8 ");
	assert_converts(ARABIC, "WINDOWS-1256", "", 0, "not-utf8 ");
	assert_converts(CHINESE, "GB18030", "", 0, "not-utf8 ");
}

static void
single_wrong_bytes_are_read_as_windows_1252(void **state)
{
	assert_decodes("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 \x93x\x94 \xC3\xA8"
	    "\xC3\xA8\xC3\xA8\xC3\xA8", 21, "éééé “x” èèèè", "not-utf8 ");
	assert_decodes("x \xE9 y\x81z", 7, "x é y\xEF\xBF\xBDz", "not-utf8 ");
}

static void
a_cut_end_loses_one_character(void **state)
{
	assert_decodes("\xC3\xA9 caf\xE2\x80", 8, "é caf\xEF\xBF\xBD",
	    "not-utf8 ");
}

static void
the_first_wrong_byte_is_told(void **state)
{
	struct reading reading;

	reading_init(&reading, "plain", "one\n\xC3\xA9\xC3\xA9 \xFF", 11 - 1);
	assert_int_equal(reading.line, 2);
	assert_int_equal(reading.column, 4);
	reading_done(&reading);
}

static void
overlong_forms_and_surrogates_are_no_utf_8(void **state)
{
	static const char *const bad[] = {"\xC0\x80", "\xE0\x80\x80",
	    "\xED\xA0\x80", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\x80",
	    "\xC3", "\xF8\x88\x80\x80\x80"};

	for (guint i = 0; i < G_N_ELEMENTS(bad); i++)
		assert_int_equal(rc_utf8_sequence(bad[i],
		    bad[i] + strlen(bad[i])), 0);
	assert_int_equal(rc_utf8_sequence("\xF4\x8F\xBF\xBF", (const char *)
	    "\xF4\x8F\xBF\xBF" + 4) != 0, 1);
}

static void
control_characters_are_left_out(void **state)
{
	assert_decodes("a\x02" "b\0c\x0B" "d\xEF\xBF\xBF", 10, "abc d",
	    "bad-character ");
}

static void
assert_refused(const char *bytes, gsize size, const char *says)
{
	struct reading reading;
	g_autoptr(GError) error = NULL;

	assert_null(rc_input_sniff(bytes, size, "x.txt", &error));
	assert_int_equal(error->code, RESCONV_E_FORMAT);
	assert_non_null(strstr(error->message, says));
	reading_init(&reading, "markdown", bytes, size);
	assert_false(reading.ok);
	assert_non_null(strstr(reading.error->message, says));
	reading_done(&reading);
}

static void
what_is_no_text_is_refused_by_name(void **state)
{
	char rubbish[256];

	for (guint i = 0; i < sizeof(rubbish); i++)
		rubbish[i] = i * 7;
	assert_refused("PK\x03\x04\x14", 5, "no Word file (.docx)");
	assert_refused("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8,
	    "a Word 97-2003 file; convert it first");
	assert_refused("\x89PNG\r\n", 6, "an image");
	assert_refused("\x1F\x8B\x08", 3, "a gzip file");
	assert_refused(rubbish, sizeof(rubbish), "binary data");
	assert_refused("", 0, "the input is empty");
	assert_refused(" \n\t\xC2\xA0\n", 6, "the input is empty");
	assert_refused("\xEF\xBB\xBF", 3, "the input is empty");
}

static void
a_damaged_utf_16_text_is_refused(void **state)
{
	assert_refused("\xFF\xFE\x00\xDC" "a\0", 6, "damaged");
}

static void
other_markup_is_no_text_of_ours(void **state)
{
	static const char *const rows[][2] = {
	    {"<!DOCTYPE note><note/>", "XML"}, {"{\\rtf1 x}", "RTF"}};

	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GError) error = NULL;

		assert_null(rc_input_sniff(rows[i][0], strlen(rows[i][0]),
		    NULL, &error));
		assert_non_null(strstr(error->message, rows[i][1]));
	}
}

static void
too_large_an_input_is_refused(void **state)
{
	g_autofree char *bytes = g_malloc(RC_MAX_INPUT_BYTES + 1);
	g_autoptr(GError) error = NULL;
	struct rc_utf8 text;

	memset(bytes, 'a', RC_MAX_INPUT_BYTES + 1);
	assert_false(rc_utf8_read(bytes, RC_MAX_INPUT_BYTES + 1, NULL, &text,
	    &error));
	assert_int_equal(error->code, RESCONV_E_LIMIT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(byte_order_marks_tell_the_encoding),
	    cmocka_unit_test(utf_16_without_a_mark_is_seen_by_its_nuls),
	    cmocka_unit_test(code_pages_are_told_by_their_letters),
	    cmocka_unit_test(single_wrong_bytes_are_read_as_windows_1252),
	    cmocka_unit_test(a_cut_end_loses_one_character),
	    cmocka_unit_test(the_first_wrong_byte_is_told),
	    cmocka_unit_test(overlong_forms_and_surrogates_are_no_utf_8),
	    cmocka_unit_test(control_characters_are_left_out),
	    cmocka_unit_test(what_is_no_text_is_refused_by_name),
	    cmocka_unit_test(a_damaged_utf_16_text_is_refused),
	    cmocka_unit_test(other_markup_is_no_text_of_ours),
	    cmocka_unit_test(too_large_an_input_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
