/* test_akn.c - the tree: builder, eIds, serialisation. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "akn/akn.h"
#include "base/auto.h"

static void
paragraph(struct akn_builder *b, const char *num)
{
	akn_open(b, AKN_PARAGRAPH);
	if (num)
		akn_leaf(b, AKN_NUM, num);
	akn_open(b, AKN_CONTENT);
	akn_leaf(b, AKN_P, "x");
	akn_close(b, AKN_CONTENT);
	akn_close(b, AKN_PARAGRAPH);
}

static void
section(struct akn_builder *b, const char *num, const char *first,
    const char *second)
{
	akn_open(b, AKN_SECTION);
	akn_leaf(b, AKN_NUM, num);
	paragraph(b, first);
	paragraph(b, second);
	akn_close(b, AKN_SECTION);
}

static xmlDoc *
body_of(const char *const *numbers)
{
	struct akn_builder *b = akn_builder_new();
	xmlDoc *doc;

	akn_open(b, AKN_ROOT);
	akn_open(b, AKN_STATEMENT);
	akn_open(b, AKN_MAIN_BODY);
	section(b, "I", numbers[0], numbers[1]);
	section(b, "II", numbers[2], numbers[3]);
	akn_close(b, AKN_MAIN_BODY);
	akn_close(b, AKN_STATEMENT);
	akn_close(b, AKN_ROOT);
	doc = akn_builder_finish(b, NULL);
	akn_builder_free(b);
	assert_non_null(doc);
	akn_number(doc);
	return doc;
}

static void
assert_ids(const xmlDoc *doc, const char *const *ids)
{
	struct akn_iter it;

	akn_iter_init(&it, xmlDocGetRootElement(doc));
	while (akn_iter_next(&it) != AKN_END)
		if (it.event == AKN_ENTER && it.kind == AKN_PARAGRAPH)
			assert_string_equal(akn_get(it.node, "eId"), *ids++);
}

static void
running_numbers_drop_the_section(void **state)
{
	const char *numbers[] = {"1.", "2.", "3.", "4."};
	const char *ids[] = {"para_1", "para_2", "para_3", "para_4"};
	g_autoptr(xmlDoc) doc = body_of(numbers);

	(void)state;
	assert_ids(doc, ids);
}

static void
restarting_numbers_keep_the_section(void **state)
{
	const char *numbers[] = {"1.", "2.", "1.", "2."};
	const char *ids[] = {"sec_I__para_1", "sec_I__para_2", "sec_II__para_1",
	    "sec_II__para_2"};
	g_autoptr(xmlDoc) doc = body_of(numbers);

	(void)state;
	assert_ids(doc, ids);
}

static void
a_number_printed_twice_gets_a_suffix(void **state)
{
	const char *numbers[] = {"1.", "2.", "3.", "3."};
	const char *ids[] = {"para_1", "para_2", "para_3", "para_3_2"};
	g_autoptr(xmlDoc) doc = body_of(numbers);

	(void)state;
	assert_ids(doc, ids);
}

static void
a_builder_that_failed_gives_the_first_reason(void **state)
{
	struct akn_builder *b = akn_builder_new();
	GError *error = NULL;

	(void)state;
	akn_open(b, AKN_ROOT);
	akn_close(b, AKN_P);
	akn_open(b, AKN_STATEMENT);
	assert_null(akn_builder_finish(b, &error));
	assert_string_equal(error->message, "<p> closed where <akomaNtoso> is open");
	g_error_free(error);
	akn_builder_free(b);
}

static void
text_is_serialised_untouched_and_controls_are_left_out(void **state)
{
	struct akn_builder *b = akn_builder_new();
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(xmlDoc) doc = NULL;

	(void)state;
	akn_open(b, AKN_P);
	akn_attr(b, "title", "a<\"b\"");
	akn_text(b, "x \001< y", -1);
	akn_leaf(b, AKN_SUP, "2");
	akn_close(b, AKN_P);
	doc = akn_builder_finish(b, NULL);
	akn_builder_free(b);
	akn_serialize(doc, 2, out);
	assert_string_equal(out->str,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<p xmlns=\"" AKN_NS "\" xmlns:akn4un=\"" AKN4UN_NS "\""
	    " title=\"a&lt;&quot;b&quot;\">x &lt; y<sup>2</sup></p>\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(running_numbers_drop_the_section),
	    cmocka_unit_test(restarting_numbers_keep_the_section),
	    cmocka_unit_test(a_number_printed_twice_gets_a_suffix),
	    cmocka_unit_test(a_builder_that_failed_gives_the_first_reason),
	    cmocka_unit_test(text_is_serialised_untouched_and_controls_are_left_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
