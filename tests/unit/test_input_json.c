/* test_input_json.c - the object model, read back. */
#include "output.h"

#include "akn/akn.h"
#include "base/limits.h"
#include "input/input.h"

#define BEGIN "{\"resconv\": {\"model\": 1}, \"type\": \"statement\",\n"

static void
on_finding(void *payload, const resconv_diag *diag)
{
	g_string_append_printf(payload, "%s %u:%u %s\n", diag->slug, diag->line,
	    diag->column, diag->text);
}

static xmlDoc *
read_json(const char *text, GString *told, GError **error)
{
	struct rc_diags diags = {.fn = on_finding, .payload = told};
	struct rc_text none;
	xmlDoc *tree = NULL;

	rc_text_init(&none);
	rc_input_find("json")->read(text, strlen(text), NULL,
	    told ? &diags : NULL, &none, &tree, error);
	rc_text_done(&none);
	return tree;
}

/* A tree written as JSON, read and written again gives the same bytes. */
static void
assert_comes_back(const xmlDoc *doc)
{
	g_autofree char *json = written(doc, "json", NULL);
	g_autofree char *before = written(doc, "akn", NULL), *after = NULL;
	g_autoptr(GString) told = g_string_new(NULL);
	g_autoptr(GError) error = NULL;
	g_autoptr(xmlDoc) back = read_json(json, told, &error);

	if (!back)
		fail_msg("%s\n%s", error->message, json);
	after = written(back, "akn", NULL);
	assert_string_equal(after, before);
	assert_string_equal(told->str, "");
}

static void
assert_body(const char *body)
{
	g_autoptr(xmlDoc) doc = body_tree(body);

	assert_comes_back(doc);
}

static void
assert_fails(const char *text, const char *words)
{
	g_autoptr(GError) error = NULL;
	xmlDoc *tree = read_json(text, NULL, &error);

	assert_null(tree);
	if (!strstr(error->message, words))
		fail_msg("%s", error->message);
}

static void
levels_and_blocks_come_back(void **state)
{
	assert_body("<paragraph eId='para_1'><num>1.</num><content><p>a</p>"
	    "</content></paragraph>");
	assert_body("<paragraph><num>1.</num><content><p>a</p><p>b</p></content>"
	    "</paragraph>");
	assert_body("<paragraph><content/></paragraph><paragraph/>");
	assert_body("<paragraph><num><i>1</i></num><list><intro><p>a</p></intro>"
	    "<point><num>(a)</num><content><p>b</p></content></point>"
	    "<wrapUp><p>c</p></wrapUp></list></paragraph>");
	assert_body("<section class='x'><num>I</num><heading>a</heading>"
	    "<subheading>b</subheading><crossHeading refersTo='#x'>c"
	    "</crossHeading></section>");
	assert_body("<paragraph><content><p class='x'>a</p></content></paragraph>"
	    "<paragraph><content class='x'><p>a</p></content></paragraph>");
}

static void
inline_content_comes_back(void **state)
{
	assert_body("<paragraph><content><p>a <b>b<i>c</i></b><eol/><sup>1</sup> "
	    "<ref href='/akn/x'>d</ref><ref>e</ref><inline name='n' class='c'>f"
	    "</inline><inline>g</inline><img src='h'/><img/></p></content>"
	    "</paragraph>");
	assert_body("<paragraph><content><p>a<authorialNote marker='1' eId='n'>"
	    "<p>b</p><p>c</p></authorialNote><authorialNote marker='1'/></p>"
	    "</content></paragraph>");
	assert_body("<paragraph><content><p><event date='2051-11-30' "
	    "refersTo='#a'>b</event><docDate type='x' date='2051-11-30'>c"
	    "</docDate></p></content></paragraph>");
}

static void
tables_and_lists_come_back(void **state)
{
	assert_body("<paragraph><content><table eId='t'><caption>a</caption><tr>"
	    "<th colspan='2'><p>b</p></th></tr><tr class='x'><td><p>c</p><p>d</p>"
	    "</td><td/></tr></table></content></paragraph>");
	assert_body("<paragraph><content><blockList><listIntroduction>a"
	    "</listIntroduction><item><num>1</num><p>b</p></item><item><p "
	    "class='x'>c</p></item></blockList></content></paragraph>");
}

static void
what_fits_no_form_comes_back(void **state)
{
	assert_body("<paragraph><content><p>a</p></content><num>1.</num>"
	    "</paragraph>");
	assert_body("<unknown x='1'>a <p>b</p> c</unknown><hcontainer name='x'>"
	    "<content><p>a</p></content></hcontainer>");
	assert_body("<paragraph element='a' num='b' children='c'><num>1</num>"
	    "</paragraph>");
	assert_body("<foreign><x:a xmlns:x='urn:x' x:b='c'>d<x:e/></x:a>"
	    "</foreign><paragraph xml:lang='fr'/>");
}

static void
the_root_comes_back(void **state)
{
	g_autoptr(xmlDoc) doc = tree("<akomaNtoso xmlns='" AKN_NS "' "
	    "xmlns:x='urn:x' x:y='z'><doc name='a'><meta/><mainBody/></doc>"
	    "</akomaNtoso>");

	assert_comes_back(doc);
}

static void
the_order_of_members_means_nothing(void **state)
{
	g_autofree char *out = NULL;
	g_autoptr(xmlDoc) doc = read_json("{\"body\": {\"children\": [{"
	    "\"content\": [\"a\"], \"num\": \"1.\", \"level\": \"paragraph\"}]},"
	    "\"type\": \"doc\", \"resconv\": {\"model\": 1}}", NULL, NULL);

	assert_non_null(doc);
	out = written(doc, "akn", NULL);
	assert_non_null(strstr(out, "<num>1.</num>\n"));
	assert_true(strstr(out, "<num>") < strstr(out, "<content>"));
}

static void
what_is_no_member_is_told(void **state)
{
	g_autoptr(GString) told = g_string_new(NULL);
	g_autoptr(xmlDoc) doc = read_json(BEGIN "\"body\": {\"children\": [\n"
	    "  {\"level\": \"paragraph\", \"nmu\": \"1.\", \"@x\": \"y\"}],\n"
	    " \"more\": 2}, \"title\": \"a\"}", told, NULL);

	assert_non_null(doc);
	assert_non_null(strstr(told->str, "unknown-member 3:26 "));
	assert_non_null(strstr(told->str, "\"body.children[0].nmu\""));
	assert_non_null(strstr(told->str, "unknown-member 4:2 "));
	assert_null(strstr(told->str, "title"));
}

static void
errors_say_place_way_and_what_was_expected(void **state)
{
	assert_fails("", "empty");
	assert_fails("{\"resconv\": {\"model\": 1},\n \"type\"}", "line 2, column");
	assert_fails("{\"a\": 1, \"a\": 2}", "duplicate");
	assert_fails("{\"resconv\": {\"model\": 2}}", "object model 2");
	assert_fails("{\"resconv\": {}}", "resconv.model");
	assert_fails("{\"text\": \"a\"}", "jq -r .text");
	assert_fails("[{\"a\": 1}]", "not of resconv-json(7)");
	assert_fails("{\"resconv\": {\"model\": 1}}", "type: expected");
	assert_fails("{\"resconv\": {\"model\": 1}, \"type\": \"p\"}",
	    "type: expected statement");
	assert_fails(BEGIN "\"body\": []}", "line 2, column 1: body: expected "
	    "an object, found an array");
	assert_fails(BEGIN "\"body\": {\"children\": [{\"level\": \"point\"},\n"
	    "{\"p\": \"a\"}]}}", "line 3, column 1: body.children[1]: expected");
	assert_fails(BEGIN "\"body\": {\"children\": [{\"p\": [\"a\", 1]}]}}",
	    "body.children[0].p[1]: expected a string or an object");
	assert_fails(BEGIN "\"body\": {\"children\": [{\"element\": \"<a>\"}]}}",
	    "no name of XML");
	assert_fails(BEGIN "\"body\": {\"children\": [{\"element\": \"a:b\"}]}}",
	    "has a prefix that no name space");
}

static void
limits_are_told_by_name(void **state)
{
	GString *text = g_string_new(BEGIN "\"body\": {\"children\": [");

	for (guint i = 0; i < RC_MAX_TREE_DEPTH; i++)
		g_string_append(text, "{\"element\": \"x\", \"children\": [");
	for (guint i = 0; i < RC_MAX_TREE_DEPTH; i++)
		g_string_append(text, "]}");
	g_string_append(text, "]}}");
	assert_fails(text->str, "more than 200 deep");
	g_string_assign(text, BEGIN "\"body\": ");
	for (guint i = 0; i < RC_MAX_JSON_DEPTH; i++)
		g_string_append_c(text, '[');
	assert_fails(text->str, "more than 800 deep");
	g_string_assign(text, BEGIN "\"body\": [");
	for (guint i = 0; i < RC_MAX_JSON_VALUES; i++)
		g_string_append(text, "1,");
	assert_fails(text->str, "more than 2000000 values");
	g_string_free(text, TRUE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(levels_and_blocks_come_back),
	    cmocka_unit_test(inline_content_comes_back),
	    cmocka_unit_test(tables_and_lists_come_back),
	    cmocka_unit_test(what_fits_no_form_comes_back),
	    cmocka_unit_test(the_root_comes_back),
	    cmocka_unit_test(the_order_of_members_means_nothing),
	    cmocka_unit_test(what_is_no_member_is_told),
	    cmocka_unit_test(errors_say_place_way_and_what_was_expected),
	    cmocka_unit_test(limits_are_told_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
