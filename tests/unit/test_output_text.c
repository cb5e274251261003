/* test_output_text.c - plain text and Markdown. */
#include "output.h"

#include "output/line.h"

static void
assert_text(const char *body, const char *option, const char *expected)
{
	g_autoptr(xmlDoc) doc = body_tree(body);
	g_autofree char *text = written(doc, "text", option);

	assert_string_equal(text, expected);
}

static void
assert_both(const char *body, const char *plain, const char *markdown)
{
	assert_text(body, NULL, plain);
	assert_text(body, "markup=yes", markdown);
}

static void
number_stands_before_its_text(void **state)
{
	assert_both("<paragraph><num>1.</num><content><p>"
	    "<inline name='akn4un:leadPhrase' class='italic'>Thanks </inline>"
	    "the\n  <b>keepers</b>;</p></content></paragraph>",
	    "1. Thanks the keepers;\n",
	    "1. *Thanks* the **keepers**;\n");
}

static void
lists_are_indented_but_in_markdown(void **state)
{
	static const char list[] =
	    "<paragraph><num>2.</num><list><intro><p>Asks:</p></intro>"
	    "<point><num>(a)</num><list><intro><p>One:</p></intro>"
	    "<point><num>(i)</num><content><p>Two;</p></content></point></list>"
	    "</point><wrapUp><p>please.</p></wrapUp></list></paragraph>";

	assert_both(list,
	    "2. Asks:\n\n    (a) One:\n\n        (i) Two;\n\nplease.\n",
	    "2. Asks:\n\n(a) One:\n\n(i) Two;\n\nplease.\n");
}

static void
list_without_introduction_begins_on_the_line(void **state)
{
	assert_text("<paragraph><num>3.</num><list><point><num>(a)</num>"
	    "<content><p>Go;</p></content></point></list></paragraph>", NULL,
	    "    3. (a) Go;\n");
}

static void
number_alone_is_kept(void **state)
{
	assert_text("<paragraph><num>1.</num></paragraph>"
	    "<paragraph><num>2.</num><content><p>x</p></content></paragraph>",
	    NULL, "1.\n\n2. x\n");
}

static void
headings_stand_alone(void **state)
{
	assert_both("<section><num>I</num><heading>Oil</heading><title><num>A."
	    "</num><heading class='italic'>Wicks</heading></title></section>",
	    "I\n\nOil\n\nA. Wicks\n", "I\n\n**Oil**\n\nA. *Wicks*\n");
}

#define NOTE(marker, text)                                                  \
	"<authorialNote marker='" marker "'><p>" text "</p></authorialNote>"

static void
notes_stand_at_the_end(void **state)
{
	assert_text("<p>One," NOTE("1", "See <i>x</i>.") " two"
	    NOTE("12", "y") NOTE("*", "z") "</p><p>end</p>", "markup=yes",
	    "One,¹ two¹²\\*\n\nend\n\n¹ See *x*.\n\n¹² y\n\n\\* z\n");
}

static void
notes_that_begin_anew_stand_before_the_annex(void **state)
{
	g_autoptr(xmlDoc) doc = tree(ROOT "<statement>" META "<mainBody><p>a"
	    NOTE("1", "first") "</p></mainBody><attachments><attachment><doc>"
	    "<mainBody><p>b" NOTE("1", "second") "</p></mainBody></doc>"
	    "</attachment></attachments></statement></akomaNtoso>");
	g_autofree char *text = written(doc, "text", NULL);

	assert_string_equal(text, "a¹\n\n¹ first\n\nb¹\n\n¹ second\n");
}

static void
table_is_columns_with_its_notes(void **state)
{
	assert_both("<table><caption>Lamps</caption>"
	    "<tr class='header'><th><p>Place</p></th><th><p>N</p></th></tr>"
	    "<tr><td rowspan='2'><p>Rock"
	    "<authorialNote marker='a' placementBase='#t'><p>Low.</p>"
	    "</authorialNote></p></td><td><p>12</p></td></tr>"
	    "<tr><td><p>3</p></td></tr>"
	    "<tr><td colspan='2'><p>All</p></td></tr></table><p>x</p>",
	    "Lamps\n\n"
	    "Place  N\n"
	    "Rockᵃ  12\n"
	    "        3\n"
	    "All\n\n"
	    "ᵃ Low.\n\nx\n",
	    "Lamps\n\n"
	    "| Place | N   |\n"
	    "| ----- | --- |\n"
	    "| Rockᵃ | 12  |\n"
	    "|       | 3   |\n"
	    "| All   |     |\n\n"
	    "ᵃ Low.\n\nx\n");
}

static void
wide_table_is_broken_into_lines(void **state)
{
	assert_text("<table><tr><td><p>one two three four five six seven eight "
	    "nine ten eleven twelve</p></td><td><p>thirteen fourteen fifteen "
	    "sixteen seventeen eighteen nineteen</p></td></tr></table>", NULL,
	    "one two three four five six seven eight    "
	    "thirteen fourteen fifteen sixteen\n"
	    "nine ten eleven twelve                     "
	    "seventeen eighteen nineteen\n");
}

static void
quotation_marks_are_written(void **state)
{
	assert_text("<p>say <embeddedText startQuote='“' endQuote='”'>light"
	    "</embeddedText>:<embeddedStructure startQuote='«' endQuote='»'>"
	    "<p>More</p><p>light</p></embeddedStructure></p>", NULL,
	    "say “light”:«\n\nMore\n\nlight»\n");
}

static void
cover_and_closing_look_as_printed(void **state)
{
	static const char xml[] = ROOT "<statement>"
	    "<meta><presentation><docketNumber>51-1 (E)</docketNumber>"
	    "</presentation></meta><coverPage><container name='masthead'>"
	    "<p><docAuthority refersTo='#un'>United Nations</docAuthority></p>"
	    "<p><docAuthority refersTo='#ga'>Assembly</docAuthority></p>"
	    "</container><p>[<docProponent>by all</docProponent>]</p>"
	    "</coverPage><preface><p><docNumber>106/9</docNumber>. <docTitle>"
	    "Lamps</docTitle></p></preface><conclusions><p><event>1st meeting"
	    "<eol/>4 May</event></p></conclusions></statement></akomaNtoso>";
	g_autoptr(xmlDoc) doc = tree(xml);
	g_autofree char *text = written(doc, "text", "markup=yes");

	assert_string_equal(text,
	    "United Nations\n\n**Assembly**\n\n*[by all]*\n\n"
	    "**106/9. Lamps**\n\n*1st meeting\n4 May*\n\n51-1 (E)\n");
}

static void
marks_do_not_stand_beside_space(void **state)
{
	struct line line;

	line_init(&line, TRUE);
	line_add(&line, "a");
	line.look = LINE_BOLD | LINE_ITALIC;
	line_add(&line, " b ");
	line.look = LINE_ITALIC;
	line_add(&line, "c ");
	line.look = 0;
	line_add(&line, "*d");
	line_finish(&line);
	assert_string_equal(line.out->str, "a ***b*** *c* \\*d");
	line_done(&line);
}

static void
columns_are_those_of_the_eye(void **state)
{
	assert_int_equal(line_width("abc"), 3);
	assert_int_equal(line_width("大会"), 4);
	assert_int_equal(line_width("e\u0301"), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(number_stands_before_its_text),
		cmocka_unit_test(lists_are_indented_but_in_markdown),
		cmocka_unit_test(list_without_introduction_begins_on_the_line),
		cmocka_unit_test(number_alone_is_kept),
		cmocka_unit_test(headings_stand_alone),
		cmocka_unit_test(notes_stand_at_the_end),
		cmocka_unit_test(notes_that_begin_anew_stand_before_the_annex),
		cmocka_unit_test(table_is_columns_with_its_notes),
		cmocka_unit_test(wide_table_is_broken_into_lines),
		cmocka_unit_test(quotation_marks_are_written),
		cmocka_unit_test(cover_and_closing_look_as_printed),
		cmocka_unit_test(marks_do_not_stand_beside_space),
		cmocka_unit_test(columns_are_those_of_the_eye),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
