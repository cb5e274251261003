/* test_input_inline.c - Markdown: marks within a paragraph. */
#include "reading.h"

#define assert_line(source, expected) \
	assert_reads("markdown", source, "T " expected)

static void
stars_and_lines_make_italic_and_bold(void **state)
{
	assert_line("*one* two", "{i:one} two");
	assert_line("_one_ two", "{i:one} two");
	assert_line("**one** two", "{b:one} two");
	assert_line("__one__ two", "{b:one} two");
	assert_line("***one*** two", "{bi:one} two");
	assert_line("*a **b** c*", "{i:a }{bi:b}{i: c}");
	assert_line("**a *b***", "{b:a }{bi:b}");
	assert_line("***a* b**", "{bi:a}{b: b}");
}

static void
three_stars_end_one_style_and_begin_the_other(void **state)
{
	assert_line("Item**Adopted\non 7 May***[on the report]***1. Title***The "
	    "Assembly,*",
	    "Item{b:Adopted/on 7 May}{i:[on the report]}{b:1. Title}"
	    "{i:The Assembly,}");
}

static void
glued_stretches_of_one_style_stay_two(void **state)
{
	assert_line("**on 9 May****1. Title**", "{b:on 9 May}{b:1. Title}");
	assert_line("*a**b* c", "{i:a}{i:b} c");
	assert_line("**(****[S/1](#)****)**, c",
	    "{b:(}{bl:S/1}{b:)}, c");
}

static void
emphasis_in_mid_word_is_read(void **state)
{
	assert_line("rates*b* rise", "rates{i:b} rise");
	assert_line("大会*回顾*其决议", "大会{i:回顾}其决议");
	assert_line("a*,* b", "a{i:,} b");
	assert_line("Nations*, Series*, vol. 1", "Nations{i:, Series}, vol. 1");
}

static void
low_lines_within_words_and_ruled_lines_are_text(void **state)
{
	assert_line("A_RES_77_36.docx", "A_RES_77_36.docx");
	assert_line("__________________", "__________________");
	assert_line("name (____) here", "name (____) here");
}

static void
a_mark_without_partner_is_text(void **state)
{
	assert_line("Iraq:* draft resolution", "Iraq:* draft resolution");
	assert_line("* On behalf of the States", "* On behalf of the States");
	assert_line("*Recalling its resolution", "*Recalling its resolution");
	assert_line("**Recalling its resolution", "**Recalling its resolution");
	assert_line("**Iraq:*** draft", "{b:Iraq:}* draft");
	assert_line("a * b ** c *** d", "a * b ** c *** d");
	assert_line("* * *", "* * *");
	assert_line("**a***b", "{b:a}*b");
	assert_line("***a** b", "*{b:a} b");
	assert_line("*******", "*******");
}

static void
note_marks_of_a_list_of_names_are_text(void **state)
{
	assert_line("Ann (Peru)* , Ben (Chad)**, Cid (Togo)** y Dan (Fiji)*.",
	    "Ann (Peru)* , Ben (Chad)**, Cid (Togo)** y Dan (Fiji)*.");
	assert_line("甲(秘鲁)、* 乙(乍得)、** 丙(多哥)*和丁(斐济)。*",
	    "甲(秘鲁)、* 乙(乍得)、** 丙(多哥)*和丁(斐济)。*");
}

static void
a_blank_on_the_wrong_side_of_an_end_is_forgiven(void **state)
{
	assert_line("*Recalling *its resolution", "{i:Recalling }its resolution");
	assert_line("Ann* and *Ben* say", "Ann* and {i:Ben} say");
}

static void
bold_with_nothing_in_it_vanishes(void **state)
{
	assert_line("**** **Fiji: draft**", " {b:Fiji: draft}");
	assert_reads("markdown", "one\n\n****\n\ntwo", "T one\nT two");
}

static void
links_keep_text_and_target(void **state)
{
	struct reading reading;
	const char *source = "see [75/240](#), [S/1](https://a.b/c(2)) and [x]( )";

	assert_line("see [75/240](#).", "see {l:75/240}.");
	assert_line("**[1/2](#)** [*3/4*](#)", "{bl:1/2} {il:3/4}");
	assert_line("[on the report (A/1)]", "[on the report (A/1)]");
	assert_line("[a](b c [d", "[a](b c [d");
	assert_line("[a [b](x) c](y)", "{l:a }{l:b}{l: c}");
	assert_line("![seal](seal.png) text", "seal text");
	assert_line("<https://a.b/c> d", "{l:https://a.b/c} d");
	assert_line("[a](x \"title\") b", "{l:a} b");
	reading_init(&reading, "markdown", source, strlen(source));
	assert_string_equal(rc_para_span(&reading.text,
	    rc_text_para(&reading.text, 0), 0)->href, "");
	assert_string_equal(rc_para_span(&reading.text,
	    rc_text_para(&reading.text, 0), 1)->href, "https://a.b/c(2)");
	reading_done(&reading);
}

static void
note_calls_become_raised_text(void **state)
{
	assert_line("Rights<sup>1</sup>, and", "Rights{s:1}, and");
	assert_line("Rights^12^, and", "Rights{s:12}, and");
	assert_line("Rights[^3], and", "Rights{s:3}, and");
	assert_line("Rights\xC2\xB9, \xE2\x81\xB4\xE2\x81\xB5 and",
	    "Rights{s:\xC2\xB9}, {s:\xE2\x81\xB4\xE2\x81\xB5} and");
	assert_line("(⁽¹⁾) 46ª sesión, 1º", "({s:⁽¹⁾}) 46ª sesión, 1º");
	assert_line("[^1]: See A/1.", "{s:1} See A/1.");
	assert_line("a&sup2;", "a{s:²}");
	assert_line("2^3 and ^ alone", "2^3 and ^ alone");
}

static void
a_backslash_makes_punctuation_text(void **state)
{
	assert_line("1\\. Decides \\*that\\*", "1. Decides *that*");
	assert_line("**Iraq:\\* draft**", "{b:Iraq:* draft}");
	assert_line("\\[a\\](b)", "[a](b)");
	assert_line("C:\\path", "C:\\path");
	assert_line("end\\", "end\\");
}

static void
entities_become_characters(void **state)
{
	assert_line("A &amp; B&nbsp;C &lt;b&gt; &#8217; &#x2019;",
	    "A & B\xC2\xA0" "C <b> ’ ’");
	assert_line("&unknown; & &; &#0; &#xD800; &#1114112; &#; &amp",
	    "&unknown; & &; &#0; &#xD800; &#1114112; &#; &amp");
	assert_line("s&eacute;ance", "séance");
}

static void
html_tags_style_and_break(void **state)
{
	assert_line("<b>one</b> <STRONG>two</STRONG> <em>x</em><i>y</i>",
	    "{b:one} {b:two} {i:x}{i:y}");
	assert_line("H<sub>2</sub>O<br>next<br/>last", "H{u:2}O/next/last");
	assert_line("<sup id=\"f1\">1</sup>", "{s:1}");
	assert_line("a <u>b</u> <!-- c -->d", "a b d");
	assert_line("<b>one", "<b>one");
	assert_line("one</b> <p>two</p> 1 < 2", "one</b> <p>two</p> 1 < 2");
	assert_line("<!-- never ended", "<!-- never ended");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(stars_and_lines_make_italic_and_bold),
	    cmocka_unit_test(three_stars_end_one_style_and_begin_the_other),
	    cmocka_unit_test(glued_stretches_of_one_style_stay_two),
	    cmocka_unit_test(emphasis_in_mid_word_is_read),
	    cmocka_unit_test(low_lines_within_words_and_ruled_lines_are_text),
	    cmocka_unit_test(a_mark_without_partner_is_text),
	    cmocka_unit_test(note_marks_of_a_list_of_names_are_text),
	    cmocka_unit_test(a_blank_on_the_wrong_side_of_an_end_is_forgiven),
	    cmocka_unit_test(bold_with_nothing_in_it_vanishes),
	    cmocka_unit_test(links_keep_text_and_target),
	    cmocka_unit_test(note_calls_become_raised_text),
	    cmocka_unit_test(a_backslash_makes_punctuation_text),
	    cmocka_unit_test(entities_become_characters),
	    cmocka_unit_test(html_tags_style_and_break),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
