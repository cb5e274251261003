/* test_output_json.c - the object model, read back with jansson. */
#include "output.h"

#include <jansson.h>

/* Parse what is written, which proves that it is JSON. */
static json_t *
model(const xmlDoc *doc)
{
	g_autofree char *text = written(doc, "json", NULL);
	json_error_t error;
	json_t *json = json_loads(text, JSON_REJECT_DUPLICATES, &error);

	if (!json)
		fail_msg("line %d: %s: %s", error.line, error.text, text);
	return json;
}

/* The member of an object, or of an array by its number, down a path such as
 * "body/children/0/num"; as JSON on one line. */
static void
assert_at(const json_t *json, const char *path, const char *expected)
{
	g_auto(GStrv) steps = g_strsplit(path, "/", -1);
	g_autofree char *found = NULL;
	char *text;

	for (guint i = 0; steps[i] && json; i++)
		json = json_is_array(json)
		    ? json_array_get(json, g_ascii_strtoull(steps[i], NULL, 10))
		    : json_object_get(json, steps[i]);
	text = json_dumps(json, JSON_COMPACT | JSON_ENCODE_ANY);
	found = g_strdup(text ? text : "nothing");
	free(text);
	assert_string_equal(found, expected);
}

static void
assert_body(const char *body, const char *path, const char *expected)
{
	g_autoptr(xmlDoc) doc = body_tree(body);
	json_t *json = model(doc);
	g_autofree char *whole = g_strconcat("body/children/", path, NULL);

	assert_at(json, whole, expected);
	json_decref(json);
}

static void
document_is_known_at_once(void **state)
{
	g_autoptr(xmlDoc) doc = tree(ROOT "<statement name='resolution'>" META
	    "<preface><p><docTitle>Lamps<authorialNote marker='*'><p>x</p>"
	    "</authorialNote></docTitle></p></preface></statement>"
	    "</akomaNtoso>");
	json_t *json = model(doc);

	assert_at(json, "resconv/model", "1");
	assert_at(json, "symbol", "\"A/RES/106/9\"");
	assert_at(json, "number", "\"106/9\"");
	assert_at(json, "title", "\"Lamps\"");
	assert_at(json, "language", "\"eng\"");
	assert_at(json, "date", "\"2051-11-30\"");
	assert_at(json, "type", "\"statement\"");
	assert_at(json, "name", "\"resolution\"");
	assert_at(json, "root", "nothing");
	json_decref(json);
}

static void
metadata_is_kept_by_name(void **state)
{
	g_autoptr(xmlDoc) doc = body_tree("");
	json_t *json = model(doc);

	assert_at(json, "metadata/identification/work/country", "\"un\"");
	assert_at(json, "metadata/identification/work/numbers",
	    "[{\"value\":\"106-9\",\"showAs\":\"106/9\"}]");
	assert_at(json, "metadata/identification/expression/languages",
	    "[\"eng\"]");
	assert_at(json, "metadata/references/0/entries/1",
	    "{\"element\":\"TLCRole\",\"eId\":\"author\",\"href\":\"/akn/r\","
	    "\"showAs\":\"Author\"}");
	json_decref(json);
}

static void
votes_and_sponsors_are_kept(void **state)
{
	g_autoptr(xmlDoc) doc = tree(ROOT "<statement><meta><workflow>"
	    "<step date='2051-11-02'><akn4un:sponsors>Ruritania</akn4un:sponsors>"
	    "</step></workflow><analysis><parliamentary><voting><count value='1'>"
	    "<akn4un:voters><organization refersTo='#s'>RURITANIA</organization>"
	    "</akn4un:voters></count></voting></parliamentary></analysis></meta>"
	    "</statement></akomaNtoso>");
	json_t *json = model(doc);

	assert_at(json, "metadata/workflows/0/steps/0",
	    "{\"date\":\"2051-11-02\",\"sponsors\":\"Ruritania\"}");
	assert_at(json, "metadata/analyses/0/parliamentary/votings/0/counts/0",
	    "{\"value\":\"1\",\"voters\":[{\"refersTo\":\"#s\","
	    "\"content\":[\"RURITANIA\"]}]}");
	json_decref(json);
}

static void
paragraph_is_number_and_content(void **state)
{
	assert_body("<paragraph eId='para_1'><num>1.</num><content><p>"
	    "<inline name='akn4un:leadPhrase' class='italic'>Thanks</inline>"
	    " <ref href='/akn/x'>9/1</ref>;<eol/></p></content></paragraph>",
	    "0", "{\"level\":\"paragraph\",\"eId\":\"para_1\",\"num\":\"1.\","
	    "\"content\":[{\"inline\":\"akn4un:leadPhrase\",\"class\":\"italic\","
	    "\"content\":[\"Thanks\"]},\" \",{\"ref\":\"/akn/x\",\"content\":"
	    "[\"9/1\"]},\";\",{\"break\":true}]}");
}

static void
more_than_a_paragraph_is_blocks(void **state)
{
	assert_body("<paragraph><content><p>a</p><p class='x'>b</p></content>"
	    "</paragraph>", "0/blocks",
	    "[{\"p\":[\"a\"]},{\"class\":\"x\",\"p\":[\"b\"]}]");
	assert_body("<paragraph><content/></paragraph>", "0",
	    "{\"level\":\"paragraph\",\"blocks\":[]}");
}

static void
list_has_introduction_points_and_end(void **state)
{
	assert_body("<paragraph><list><intro><p>i</p></intro><point><num>(a)"
	    "</num><content><p>p</p></content></point><wrapUp><p>w</p></wrapUp>"
	    "</list></paragraph>", "0/children/0",
	    "{\"level\":\"list\",\"intro\":{\"content\":[\"i\"]},\"children\":["
	    "{\"level\":\"point\",\"num\":\"(a)\",\"content\":[\"p\"]}],"
	    "\"wrapUp\":{\"content\":[\"w\"]}}");
}

static void
heading_with_a_look_is_an_object(void **state)
{
	assert_body("<section><num>I</num><heading class='italic'>Oil</heading>"
	    "</section>", "0/heading",
	    "{\"class\":\"italic\",\"content\":[\"Oil\"]}");
}

static void
note_stands_where_it_is_called(void **state)
{
	assert_body("<crossHeading eId='c'>a<authorialNote marker='1' eId='n'>"
	    "<p>See <i>x</i></p></authorialNote></crossHeading>", "0",
	    "{\"eId\":\"c\",\"crossHeading\":[\"a\",{\"note\":\"1\",\"eId\":"
	    "\"n\",\"content\":[\"See \",{\"italic\":[\"x\"]}]}]}");
}

static void
table_is_rows_of_cells(void **state)
{
	assert_body("<paragraph><content><table eId='t'><caption>C</caption>"
	    "<tr class='header'><th><p>h</p></th></tr><tr><td colspan='2'/></tr>"
	    "</table></content></paragraph>", "0/blocks/0",
	    "{\"element\":\"table\",\"eId\":\"t\",\"caption\":\"C\",\"rows\":["
	    "{\"class\":\"header\",\"cells\":[{\"cell\":\"th\",\"content\":"
	    "[\"h\"]}]},{\"cells\":[{\"cell\":\"td\",\"colspan\":\"2\","
	    "\"blocks\":[]}]}]}");
}

static void
what_is_not_of_the_profile_is_kept(void **state)
{
	assert_body("<x:y xmlns:x='urn:x' a='1'>t<x:z/></x:y>", "0",
	    "{\"element\":\"x:y\",\"@a\":\"1\",\"xmlns:x\":\"urn:x\",\"mixed\":"
	    "[\"t\",{\"element\":\"x:z\"}]}");
	assert_body("<paragraph><sublist><point/></sublist></paragraph>",
	    "0/children/0", "{\"element\":\"sublist\",\"children\":"
	    "[{\"level\":\"point\"}]}");
	assert_body("<paragraph>loose<num>1</num></paragraph>", "0",
	    "{\"element\":\"paragraph\",\"mixed\":[\"loose\",{\"num\":"
	    "[\"1\"]}]}");
}

static void
attribute_never_hides_a_member(void **state)
{
	assert_body("<paragraph content='a' num='b' xml:lang='fr'><num>1</num>"
	    "<content><p>c</p></content></paragraph>", "0",
	    "{\"level\":\"paragraph\",\"@content\":\"a\",\"@num\":\"b\","
	    "\"xml:lang\":\"fr\",\"num\":\"1\",\"content\":[\"c\"]}");
}

static void
annexes_and_parts_are_documents(void **state)
{
	g_autoptr(xmlDoc) doc = tree(ROOT "<statement><meta/><attachments>"
	    "<attachment eId='att_1'><heading>H</heading><doc name='annex'/>"
	    "</attachment></attachments></statement><components><component "
	    "eId='c'><statement/></component></components></akomaNtoso>");
	json_t *json = model(doc);

	assert_at(json, "annexes", "[{\"eId\":\"att_1\",\"heading\":\"H\","
	    "\"document\":{\"type\":\"doc\",\"name\":\"annex\"}}]");
	assert_at(json, "parts",
	    "[{\"eId\":\"c\",\"document\":{\"type\":\"statement\"}}]");
	json_decref(json);
}

static void
one_line_when_not_indented(void **state)
{
	g_autoptr(xmlDoc) doc = body_tree("<p>a&#9;\"b\\&#10;c</p>");
	g_autofree char *text = written(doc, "json", "indent=0");

	assert_ptr_equal(strchr(text, '\n'), text + strlen(text) - 1);
	assert_non_null(strstr(text, "{\"p\":[\"a\\t\\\"b\\\\\\nc\"]}"));
	assert_null(strchr(text, '\t'));
}

static void
tree_without_document_is_refused(void **state)
{
	g_autoptr(xmlDoc) other = tree("<html/>");
	g_autoptr(xmlDoc) none = tree(ROOT "</akomaNtoso>");

	assert_int_equal(refused(other, "json", NULL), RESCONV_E_FORMAT);
	assert_int_equal(refused(none, "json", NULL), RESCONV_E_FORMAT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(document_is_known_at_once),
		cmocka_unit_test(metadata_is_kept_by_name),
		cmocka_unit_test(votes_and_sponsors_are_kept),
		cmocka_unit_test(paragraph_is_number_and_content),
		cmocka_unit_test(more_than_a_paragraph_is_blocks),
		cmocka_unit_test(list_has_introduction_points_and_end),
		cmocka_unit_test(heading_with_a_look_is_an_object),
		cmocka_unit_test(note_stands_where_it_is_called),
		cmocka_unit_test(table_is_rows_of_cells),
		cmocka_unit_test(what_is_not_of_the_profile_is_kept),
		cmocka_unit_test(attribute_never_hides_a_member),
		cmocka_unit_test(annexes_and_parts_are_documents),
		cmocka_unit_test(one_line_when_not_indented),
		cmocka_unit_test(tree_without_document_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
