/* test_input_sniff.c - which input fits a text. */
#include "reading.h"

#define MARKDOWN "**Ninth session**\n\n*The General Assembly*,\n\n" \
	"1. *Decides* to meet, as in resolution [98/2](#).\n"
#define LAYOUT "        United Nations                 A/RES/99/1\n\n" \
	"        1.   Decides to hold the meeting of the group at the seat of\n" \
	"        the organization;\n\n 99-00001 (E)\n *9900001*\n\f" \
	"A/RES/99/1\n\n        2.   Requests a report.\n"
#define BARE "A/RES/99/1\n\nUnited Nations\n\nThe General Assembly,\n" \
	"Recalling its resolution 98/2 of 5 May 2098, in which it decided to\n" \
	"meet,\n1. Decides to hold the meeting of the group at the seat of\n" \
	"the organization.\n\n*9900001*\n"

static void
assert_sniffs(const char *text, const char *name, const char *format)
{
	const struct rc_input *input = rc_input_sniff(text, strlen(text), name,
	    NULL);

	assert_non_null(input);
	assert_string_equal(input->format.name, format);
}

static void
marks_tell_markdown(void **state)
{
	assert_sniffs(MARKDOWN, NULL, "markdown");
	assert_sniffs("\n\n" MARKDOWN, "x.txt", "markdown");
	assert_sniffs("# Title\n\ntext", NULL, "markdown");
	assert_sniffs("| a | b |\n|---|---|\n| 1 | 2 |\n", NULL, "markdown");
	assert_sniffs("\xEF\xBB\xBF" MARKDOWN, NULL, "markdown");
}

static void
pages_and_indents_tell_printed_lines(void **state)
{
	assert_sniffs(LAYOUT, "x.txt", "plain");
	assert_sniffs(BARE, "x.txt", "plain");
	assert_sniffs("one line", NULL, "plain");
}

static void
content_goes_before_the_name(void **state)
{
	assert_sniffs(LAYOUT, "x.md", "plain");
	assert_sniffs(MARKDOWN, "x.text", "markdown");
}

static void
hard_wrapped_markdown_is_markdown(void **state)
{
	assert_sniffs("*Recalling* its resolution 98/2 of 5 May 2098, in which\n"
	    "it decided to hold the meeting of the group at the seat of the\n"
	    "organization and to request a report,\n\n"
	    "*Noting* the report, which says how the meeting was held and\n"
	    "what was said there by the members of the group,\n", NULL,
	    "markdown");
}

static void
a_text_in_utf_16_is_sniffed_too(void **state)
{
	g_autofree char *bytes = NULL;
	gsize size;

	bytes = g_convert("\xEF\xBB\xBF" MARKDOWN, -1, "UTF-16LE", "UTF-8",
	    NULL, &size, NULL);
	assert_string_equal(rc_input_sniff(bytes, size, NULL,
	    NULL)->format.name, "markdown");
}

static void
inputs_are_found_by_name(void **state)
{
	for (guint i = 0; rc_input_nth(i); i++)
		assert_ptr_equal(rc_input_find(rc_input_nth(i)->format.name),
		    rc_input_nth(i));
	assert_non_null(rc_input_find("akn"));
	assert_non_null(rc_input_find("plain"));
	assert_null(rc_input_find("nothing"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(marks_tell_markdown),
	    cmocka_unit_test(pages_and_indents_tell_printed_lines),
	    cmocka_unit_test(content_goes_before_the_name),
	    cmocka_unit_test(hard_wrapped_markdown_is_markdown),
	    cmocka_unit_test(a_text_in_utf_16_is_sniffed_too),
	    cmocka_unit_test(inputs_are_found_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
