/* test_output.c - the table of outputs; akn and tree; modules; the checks. */
#include "output.h"

#include <errno.h>

#include "akn/check.h"
#include "base/number.h"
#include "module/module.h"

static void
numbers_are_digits_within_bounds(void **state)
{
	guint64 n = 7;

	assert_true(rc_number_read("0", 0, 9, &n));
	assert_int_equal(n, 0);
	assert_true(rc_number_read("0012", 1, 12, &n));
	assert_int_equal(n, 12);
	assert_false(rc_number_read("", 0, 9, &n));
	assert_false(rc_number_read("-1", 0, 9, &n));
	assert_false(rc_number_read("1 ", 0, 9, &n));
	assert_false(rc_number_read("13", 1, 12, &n));
	assert_false(rc_number_read("99999999999999999999999", 0, 12, &n));
	assert_int_equal(n, 12);
}

static void
formats_are_listed_without_modules(void **state)
{
	static const char *const names[] = {
		"akn", "json", "html", "text", "pdf", "xslt", "tree", "boxes",
	};

	for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
		const struct rc_output *o = rc_output_nth(i);

		assert_non_null(o);
		assert_string_equal(o->format.name, names[i]);
		assert_ptr_equal(rc_output_find(names[i]), o);
		assert_int_equal(o->format.suffix[0], '.');
		assert_non_null(strchr(o->format.media_type, '/'));
		assert_true(*o->format.summary);
	}
	assert_null(rc_output_nth(G_N_ELEMENTS(names)));
	assert_null(rc_output_find("wordperfect"));
}

static void
missing_module_says_what_to_do(void **state)
{
	g_autoptr(GError) error = NULL;

	assert_null(rc_module_symbol("nowhere", "nothing", &error));
	assert_int_equal(error->code, RESCONV_E_DISABLED);
	assert_non_null(strstr(error->message, "resconv-nowhere.so"));
	assert_non_null(strstr(error->message, "RESCONV_MODULE_PATH"));
}

static gboolean
put_nothing(gpointer payload, const char *data, gsize size)
{
	errno = ENOSPC;
	return FALSE;
}

static void
stream_that_fails_is_told(void **state)
{
	static const char *const names[] = {"akn", "json", "text", "tree"};
	g_autoptr(xmlDoc) doc = body_tree("");

	for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autoptr(GError) error = NULL;

		assert_false(rc_output_find(names[i])->write(doc, NULL, NULL,
		    put_nothing, NULL, &error));
		assert_int_equal(error->code, RESCONV_E_IO);
		assert_non_null(strstr(error->message, g_strerror(ENOSPC)));
	}
}

static void
akn_is_indented_as_asked(void **state)
{
	g_autoptr(xmlDoc) doc = tree(ROOT "<doc><p>a <b>b</b></p></doc>"
	    "</akomaNtoso>");
	g_autofree char *two = written(doc, "akn", NULL);
	g_autofree char *none = written(doc, "akn", "indent=0");

	assert_non_null(strstr(two, "\n  <doc>\n    <p>a <b>b</b></p>\n"));
	assert_non_null(strstr(none, "\n<doc>\n<p>a <b>b</b></p>\n</doc>\n"));
}

static void
tree_shows_a_line_an_element(void **state)
{
	g_autoptr(xmlDoc) doc = tree(ROOT "<doc name='x'><meta><a/></meta>"
	    "<paragraph eId='para_1'><num>1.</num><content><p>Some  <b>text</b>"
	    "</p></content></paragraph></doc></akomaNtoso>");
	g_autofree char *shown = written(doc, "tree", "width=6");

	assert_string_equal(shown,
	    "akomaNtoso\n"
	    "  doc name=x\n"
	    "    meta\n"
	    "    paragraph #para_1\n"
	    "      num | 1.\n"
	    "      content\n"
	    "        p | Some te…\n"
	    "          b\n");
}

static void
assert_problem(const char *xml, const char *problem)
{
	g_autoptr(xmlDoc) doc = tree(xml);
	g_autoptr(GString) problems = g_string_new(NULL);

	assert_false(akn_check(doc, problems));
	if (!strstr(problems->str, problem))
		fail_msg("not \"%s\" but: %s", problem, problems->str);
	assert_int_equal(refused(doc, "akn", "check=yes"), RESCONV_E_BUG);
}

#define STATEMENT ROOT "<statement name='resolution'>" META
#define END "</statement></akomaNtoso>"

static void
good_tree_has_no_problem(void **state)
{
	g_autoptr(xmlDoc) doc = tree(STATEMENT "<mainBody eId='mainBody'>"
	    "<paragraph eId='para_1'><content><p><ref href='#para_1'>x</ref>"
	    "<ref href='/akn/un/act/x#para_9'>y</ref></p></content></paragraph>"
	    "</mainBody>" END);
	g_autoptr(GString) problems = g_string_new(NULL);
	g_autofree char *akn = NULL;

	assert_true(akn_check(doc, problems));
	assert_string_equal(problems->str, "");
	akn = written(doc, "akn", "check=yes");
	assert_true(g_str_has_prefix(akn, "<?xml"));
}

static void
dangling_reference_is_a_problem(void **state)
{
	assert_problem(STATEMENT "<mainBody><paragraph refersTo='#lost'/>"
	    "</mainBody>" END,
	    "<paragraph refersTo=\"#lost\"> reaches nothing");
	assert_problem(STATEMENT "<mainBody><p><rref from='#ga' upTo='#b'>c"
	    "</rref></p></mainBody>" END, "<rref upTo=\"#b\">");
}

static void
repeated_id_is_a_problem_but_in_parts(void **state)
{
	static const char parts[] = ROOT "<documentCollection name='x'>" META
	    "</documentCollection><components>"
	    "<component eId='a'><p eId='para_1'/></component>"
	    "<component eId='b'><p eId='para_1'/></component>"
	    "</components></akomaNtoso>";
	g_autoptr(xmlDoc) doc = tree(parts);
	g_autoptr(GString) problems = g_string_new(NULL);

	akn_check(doc, problems);
	assert_null(strstr(problems->str, "para_1"));
	assert_problem(STATEMENT "<mainBody eId='x'><p eId='x'/></mainBody>"
	    END, "eId \"x\" stands twice");
}

static void
address_of_other_parts_is_a_problem(void **state)
{
	g_auto(GStrv) pieces = g_strsplit(STATEMENT END, "2051-11-30'", 2);
	g_autofree char *date = g_strjoinv("2051-11-29'", pieces);
	g_auto(GStrv) tongues = g_strsplit(STATEMENT END, "'eng'", 2);
	g_autofree char *tongue = g_strjoinv("'fra'", tongues);

	assert_problem(date, "<FRBRuri> of <FRBRWork>");
	assert_problem(tongue, "<FRBRthis> of <FRBRExpression>");
	assert_problem(ROOT "<doc><meta/></doc></akomaNtoso>",
	    "<doc> is not identified at three levels");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_digits_within_bounds),
		cmocka_unit_test(formats_are_listed_without_modules),
		cmocka_unit_test(missing_module_says_what_to_do),
		cmocka_unit_test(stream_that_fails_is_told),
		cmocka_unit_test(akn_is_indented_as_asked),
		cmocka_unit_test(tree_shows_a_line_an_element),
		cmocka_unit_test(good_tree_has_no_problem),
		cmocka_unit_test(dangling_reference_is_a_problem),
		cmocka_unit_test(repeated_id_is_a_problem_but_in_parts),
		cmocka_unit_test(address_of_other_parts_is_a_problem),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
