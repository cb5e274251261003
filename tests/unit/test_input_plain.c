/* test_input_plain.c - printed lines of text. */
#include "reading.h"

#include "base/limits.h"

#define assert_lines(source, expected) assert_reads("plain", source, expected)

static void
each_line_is_a_paragraph_with_its_indent(void **state)
{
	struct reading reading;
	const char *source = "United Nations      A/RES/99/1  \n\n\n"
	    "      1.   Decides *that*\n\tand\n";
	static const int indents[] = {0, 6, 8}, gaps[] = {0, 2, 0};

	assert_lines(source,
	    "T United Nations      A/RES/99/1\nT 1.   Decides *that*\nT and");
	reading_init(&reading, "plain", source, strlen(source));
	assert_true(reading.text.lines);
	for (guint i = 0; i < 3; i++) {
		const struct rc_para *para = rc_text_para(&reading.text, i);

		assert_int_equal(para->indent, indents[i]);
		assert_int_equal(para->gap, gaps[i]);
		assert_int_equal(para->at.column, i == 1 ? 7 : i == 2 ? 2 : 1);
	}
	reading_done(&reading);
}

static void
form_feeds_begin_pages(void **state)
{
	struct reading reading;
	const char *source = "one\r\n1/3\r\n\f\r\n  A/1\r\n\ftwo\r\n\f";

	assert_lines(source, "T one\nT 1/3\nP\nT A/1\nP\nT two");
	reading_init(&reading, "plain", source, strlen(source));
	assert_int_equal(rc_text_para(&reading.text, 0)->at.page, 1);
	assert_int_equal(rc_text_para(&reading.text, 2)->at.page, 2);
	assert_int_equal(rc_text_para(&reading.text, 3)->gap, 1);
	assert_int_equal(rc_text_para(&reading.text, 5)->at.page, 3);
	assert_int_equal(rc_text_para(&reading.text, 5)->at.line, 5);
	reading_done(&reading);
}

static void
a_text_without_form_feeds_has_no_pages(void **state)
{
	struct reading reading;

	reading_init(&reading, "plain", "one\n", 4);
	assert_int_equal(rc_text_para(&reading.text, 0)->at.page, 0);
	reading_done(&reading);
}

static void
raised_characters_are_marked(void **state)
{
	assert_lines("Rights\xC2\xB9, and (⁽²⁾) 46ª x\xC2\xA0y",
	    "T Rights{s:\xC2\xB9}, and ({s:⁽²⁾}) 46ª x\xC2\xA0y");
}

static void
marks_of_markdown_are_text(void **state)
{
	assert_lines("*2326243*\n# 1\n| a | b |\n[x](#) \\* &amp;",
	    "T *2326243*\nT # 1\nT | a | b |\nT [x](#) \\* &amp;");
}

static void
long_lines_are_whole_paragraphs(void **state)
{
	struct reading reading;
	g_autoptr(GString) source = g_string_new("Title\n\n");

	for (guint i = 0; i < 400; i++)
		g_string_append(source, "word ");
	g_string_append(source, "\nEnd\n");
	reading_init(&reading, "plain", source->str, source->len);
	assert_false(reading.text.lines);
	assert_int_equal(reading.text.paras->len, 3);
	reading_done(&reading);
}

static void
too_many_lines_are_refused(void **state)
{
	struct reading reading;
	g_autofree char *source = g_malloc(2 * (RC_MAX_PARAGRAPHS + 1));

	for (guint i = 0; i <= RC_MAX_PARAGRAPHS; i++)
		memcpy(source + 2 * i, "a\n", 2);
	reading_init(&reading, "plain", source, 2 * (RC_MAX_PARAGRAPHS + 1));
	assert_false(reading.ok);
	assert_int_equal(reading.error->code, RESCONV_E_LIMIT);
	reading_done(&reading);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_line_is_a_paragraph_with_its_indent),
	    cmocka_unit_test(form_feeds_begin_pages),
	    cmocka_unit_test(a_text_without_form_feeds_has_no_pages),
	    cmocka_unit_test(raised_characters_are_marked),
	    cmocka_unit_test(marks_of_markdown_are_text),
	    cmocka_unit_test(long_lines_are_whole_paragraphs),
	    cmocka_unit_test(too_many_lines_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
