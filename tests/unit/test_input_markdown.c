/* test_input_markdown.c - Markdown: blocks, tables, places. */
#include "reading.h"

#include "base/error.h"
#include "base/limits.h"

#define assert_blocks(source, expected) \
	assert_reads("markdown", source, expected)

static void
empty_lines_part_paragraphs_and_are_counted(void **state)
{
	struct reading reading;
	const char *source = "\n\none\n\ntwo\n \n\t\n\xC2\xA0\nthree\n";

	assert_blocks(source, "T one\nT two\nT three");
	reading_init(&reading, "markdown", source, strlen(source));
	assert_int_equal(rc_text_para(&reading.text, 0)->gap, 2);
	assert_int_equal(rc_text_para(&reading.text, 1)->gap, 1);
	assert_int_equal(rc_text_para(&reading.text, 2)->gap, 3);
	assert_false(reading.text.lines);
	reading_done(&reading);
}

static void
soft_and_hard_line_breaks_stay_in_the_paragraph(void **state)
{
	assert_blocks("one  \ntwo\\\nthree\n   four", "T one/two/three/four");
	assert_blocks("*46th meeting\n7 May 2022*", "T {i:46th meeting/7 May 2022}");
}

static void
every_kind_of_line_end_is_read(void **state)
{
	assert_blocks("one\r\ntwo\r\n\r\nthree\r\n", "T one/two\nT three");
	assert_blocks("one\rtwo\r\rthree", "T one/two\nT three");
	assert_blocks("\xEF\xBB\xBFone\n\ntwo", "T one\nT two");
}

static void
places_are_exact(void **state)
{
	struct reading reading;
	const char *source =
	    "\xEF\xBB\xBFé\r\n\r\n  two\n\n> # three\n\n| é | *b* |\n";
	static const struct rc_place places[] = {
	    {0, 1, 1, 3}, {0, 3, 3, 11}, {0, 5, 5, 20}, {0, 7, 1, 27}};
	const struct rc_para *cell;

	reading_init(&reading, "markdown", source, strlen(source));
	for (guint i = 0; i < G_N_ELEMENTS(places); i++)
		assert_memory_equal(&rc_text_para(&reading.text, i)->at,
		    &places[i], sizeof(places[i]));
	cell = &g_array_index(reading.text.cells, struct rc_para, 1);
	assert_int_equal(cell->at.line, 7);
	assert_int_equal(cell->at.column, 7);
	assert_int_equal(cell->at.offset, 34);
	reading_done(&reading);
}

static void
number_signs_and_underlines_make_headings(void **state)
{
	assert_blocks("# 77/36. Title\n\n## *Part* one ##\ntext",
	    "# {b:77/36. Title}\n# {bi:Part}{b: one}\nT text");
	assert_blocks("Title\n=====\n\ntext", "# {b:Title}\nT text");
	assert_blocks("#1 is no heading", "T #1 is no heading");
}

static void
quotation_marks_of_lines_are_cut_off(void **state)
{
	assert_blocks("> one\n> two\n>\n> > three", "T one/two\nT three");
}

static void
rules_and_fences_vanish(void **state)
{
	assert_blocks("one\n\n---\n\n```markdown\n*two*\n```\n", "T one\nT {i:two}");
	assert_blocks("__________________\n\n¹ See.",
	    "T __________________\nT {s:¹} See.");
}

static void
lists_and_notes_need_no_empty_lines(void **state)
{
	assert_blocks("1. *Decides*;\n2. *Requests*:\n   (a) one;\n   (b) two.",
	    "T 1. {i:Decides};\nT 2. {i:Requests}:\nT (a) one;\nT (b) two.");
	assert_blocks("- one\n- two", "T - one\nT - two");
	assert_blocks("(a) one; and\n(b) two", "T (a) one; and\nT (b) two");
	assert_blocks("in the report of\n19. May and in paragraph\n(b) above",
	    "T in the report of/19. May and in paragraph/(b) above");
	assert_blocks("¹ See A/1.\n² See A/2.\n[^3]: See A/3.",
	    "T {s:¹} See A/1.\nT {s:²} See A/2.\nT {s:3} See A/3.");
}

static void
form_feeds_begin_pages(void **state)
{
	struct reading reading;
	const char *source = "one\n\n\f\ntwo\nthree\fthis\n\f\f\n";

	assert_blocks(source, "T one\nP\nT two/three\nP\nT this");
	reading_init(&reading, "markdown", source, strlen(source));
	assert_int_equal(rc_text_para(&reading.text, 0)->at.page, 1);
	assert_int_equal(rc_text_para(&reading.text, 2)->at.page, 2);
	assert_int_equal(rc_text_para(&reading.text, 4)->at.page, 3);
	assert_int_equal(rc_text_para(&reading.text, 4)->at.line, 5);
	assert_int_equal(rc_text_para(&reading.text, 4)->at.column, 7);
	reading_done(&reading);
}

static void
bars_make_tables_with_a_row_of_headings(void **state)
{
	assert_blocks("text\n| *Post* | No. |\n| --- | ---: |\n"
	    "| D\\|2 | 1<br>2 |\n|  | 3\n\nafter",
	    "T text\nH {i:Post}|No.\nR D|2|1/2\nR |3\nE\nT after");
	assert_blocks("a | b\n--|--\n1 | 2", "H a|b\nR 1|2\nE");
	assert_blocks("|  |  |\n|--|--|\n| 1 | 2 |", "R 1|2\nE");
	assert_blocks("| a | b |\n\n| c | d |", "R a|b\nE\nR c|d\nE");
	assert_blocks("| alone", "T | alone");
}

static void
tabs_make_tables(void **state)
{
	assert_blocks("*Post*\t*No.*\n**All**\t\nD-2\t115\nP-5\t904",
	    "R {i:Post}|{i:No.}\nR {b:All}|\nR D-2|115\nR P-5|904\nE");
	assert_blocks("\t2020\t2021\nTotal\t1 000\t2 000",
	    "R |2020|2021\nR Total|1 000|2 000\nE");
}

static void
tabs_after_a_number_make_no_table(void **state)
{
	assert_blocks("1.\tDecides;\n2.\tRequests.",
	    "T 1.\tDecides;\nT 2.\tRequests.");
	assert_blocks("ES-11/9.\tTitle", "T ES-11/9.\tTitle");
	assert_blocks("\t1.\tDecides", "T 1.\tDecides");
	assert_blocks("\tRecalling\n\tNoting", "T Recalling/Noting");
	assert_blocks("1 -\tDecides", "T 1 -\tDecides");
}

static void
front_matter_is_skipped_and_told(void **state)
{
	struct reading reading;
	const char *source =
	    "---\nsymbol: A/RES/99/1\nlanguage: EN\n---\n\n*Text*\n";
	g_autofree char *dump = NULL;

	reading_init(&reading, "markdown", source, strlen(source));
	dump = reading_dump(&reading);
	assert_string_equal(dump, "T {i:Text}");
	assert_string_equal(reading.told->str, "front-matter ");
	assert_int_equal(reading.line, 1);
	assert_int_equal(rc_text_para(&reading.text, 0)->at.line, 6);
	reading_done(&reading);
	assert_blocks("---\n\ntext\n\n---\n", "T text");
	assert_blocks("---\nkey: value\n\ntext", "T key: value\nT text");
}

static void
limits_are_told_by_name(void **state)
{
	static const struct {
		const char *unit;
		guint n;
		const char *says;
	} rows[] = {
	    {"a\n\n", RC_MAX_PARAGRAPHS + 1, "paragraphs"},
	    {"a\n", RC_MAX_PARAGRAPHS + 1, "no empty line"},
	    {"*a ", RC_MAX_MARKS + 1, "marks"},
	    {"| ", RC_MAX_TABLE_COLUMNS + 2, "columns"},
	    {"|a|b|c|d|e\n", RC_MAX_TABLE_CELLS / 5 + 1, "cells"},
	};

	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct reading reading;
		g_autoptr(GString) source = g_string_new("");

		for (guint k = 0; k < rows[i].n; k++)
			g_string_append(source, rows[i].unit);
		reading_init(&reading, "markdown", source->str, source->len);
		assert_false(reading.ok);
		assert_int_equal(reading.error->code, RESCONV_E_LIMIT);
		assert_non_null(strstr(reading.error->message, rows[i].says));
		reading_done(&reading);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(empty_lines_part_paragraphs_and_are_counted),
	    cmocka_unit_test(soft_and_hard_line_breaks_stay_in_the_paragraph),
	    cmocka_unit_test(every_kind_of_line_end_is_read),
	    cmocka_unit_test(places_are_exact),
	    cmocka_unit_test(number_signs_and_underlines_make_headings),
	    cmocka_unit_test(quotation_marks_of_lines_are_cut_off),
	    cmocka_unit_test(rules_and_fences_vanish),
	    cmocka_unit_test(lists_and_notes_need_no_empty_lines),
	    cmocka_unit_test(form_feeds_begin_pages),
	    cmocka_unit_test(bars_make_tables_with_a_row_of_headings),
	    cmocka_unit_test(tabs_make_tables),
	    cmocka_unit_test(tabs_after_a_number_make_no_table),
	    cmocka_unit_test(front_matter_is_skipped_and_told),
	    cmocka_unit_test(limits_are_told_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
