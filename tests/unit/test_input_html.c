/* test_input_html.c - web pages as paragraphs, notes and tables. */
#include "reading.h"

#include "base/limits.h"

#define PAGE(body) "<!DOCTYPE html><html><body>" body "</body></html>"

static void
assert_page(const char *body, const char *expected)
{
	g_autofree char *page = g_strconcat("<html><body>", body,
	    "</body></html>", NULL);

	assert_reads("html", page, expected);
}

/* The same when something is told. */
static void
assert_told(const char *page, const char *expected, const char *told)
{
	g_autofree char *dump = NULL;
	struct reading reading;

	reading_init(&reading, "html", page, strlen(page));
	assert_true(reading.ok);
	dump = reading_dump(&reading);
	assert_string_equal(dump, expected);
	assert_string_equal(reading.told->str, told);
	reading_done(&reading);
}

static void
assert_refused(const char *page, gsize size, const char *words)
{
	struct reading reading;

	reading_init(&reading, "html", page, size);
	assert_false(reading.ok);
	assert_int_equal(reading.error->code, RESCONV_E_LIMIT);
	assert_non_null(strstr(reading.error->message, words));
	reading_done(&reading);
}

static void
blocks_are_paragraphs(void **state)
{
	assert_page("<p>a<p>b <span>c</span>\n d</p><div>e<div>f</div>g</div>",
	    "T a\nT b c d\nT e\nT f\nT g");
	assert_page("<p> &nbsp;</p><p></p>a", "T a");
	assert_page("<dl><dt>a<dd>b</dl><o:p>c</o:p>", "T a\nT b\nT c");
	assert_page("<h2>a</h2>b", "T {b:a}\nT b");
}

static void
elements_and_styles_give_a_look(void **state)
{
	assert_page("<b>a</b> <em>b</em> <sup>c</sup><sub>d</sub>",
	    "T {b:a} {i:b} {s:c}{u:d}");
	assert_page("<p style='font-weight:600;font-style:italic'>a"
	    "<b style='font-weight: normal'>b</b>", "T {bi:a}{i:b}");
	assert_page("<span style='color:red; VERTICAL-ALIGN: super'>a</span>",
	    "T {s:a}");
	assert_page("<a href='https://x.example/'>a</a><a href='#b'>b</a>"
	    "<a href='javascript:c()'>c</a>", "T {l:a}bc");
	assert_page("<q>a</q>", "T “a”");
}

static void
breaks_end_lines_and_two_a_paragraph(void **state)
{
	assert_page("a<br>b<br/><br>c", "T a/b\nT c");
	assert_page("a<br> \n<br>b<br>", "T a\nT b");
	assert_page("a<pre>b\n c\n\nd</pre>the rest of the page, which is long",
	    "T a\nT b/c\nT d\nT the rest of the page, which is long");
}

static void
lists_have_their_marks(void **state)
{
	assert_page("<ol><li>a<li value=7>b<li>c</ol>", "T 1. a\nT 7. b\nT 8. c");
	assert_page("<ol type=a start=26><li>a<li>b</ol>", "T z. a\nT aa. b");
	assert_page("<ol type=I start=1998><li>a</ol>", "T MCMXCVIII. a");
	assert_page("<ol type=i start=0><li>a<li>b</ol>", "T 0. a\nT i. b");
	assert_page("<ol reversed><li>a<li>b</ol>", "T 2. a\nT 1. b");
	assert_page("<ul><li>a<ul><li>b</ul></ul>", "T • a\nT ◦ b");
	assert_page("<ol style='list-style: none'><li>a</ol>", "T a");
	assert_page("<ol><li>(a) b<li><p>2. c<li>㈢ d<li>e",
	    "T (a) b\nT 2. c\nT ㈢ d\nT 4. e");
	assert_page("<ol start=2><li>(a) b<li>3. c</ol>", "T 2. (a) b\nT 3. c");
}

static void
tables_have_rows_and_cells(void **state)
{
	assert_page("<table><tr><td>a<td>b</table><table><tr><td>c<td>d</table>",
	    "T a\nT b\nR c|d\nE");
	assert_page("<table><tr><th>a<th>b<tr><td>c<p>d</p>e<td>f</table>g",
	    "H a|b\nR c/d/e|f\nE\nT g");
	assert_page("<table><thead><tr><td>a<td>b</thead><tr><td>c<td></table>",
	    "H a|b\nR c|\nE");
	assert_page("<table><tr><td>a</table>", "T a");
	assert_page("x<table><tr><td><table><tr><td>a<td>b</table><td>c</table>",
	    "T x\nR a|b\nE\nT c");
	assert_page("<table role=presentation><tr><td>a<td>b</table>",
	    "T a\nT b");
}

static void
cells_span_columns_and_rows(void **state)
{
	static const char page[] = PAGE("x<table><tr><td colspan=3>a<td "
	    "rowspan=2 colspan=0>b<td colspan=4294967297>c</table>");
	const struct rc_para *cells;
	struct reading reading;

	reading_init(&reading, "html", page, strlen(page));
	assert_true(reading.ok);
	cells = (const struct rc_para *)reading.text.cells->data;
	assert_int_equal(cells[0].columns, 3);
	assert_int_equal(cells[1].columns, 0);
	assert_int_equal(cells[1].rows, 2);
	assert_int_equal(cells[2].columns, RC_MAX_TABLE_COLUMNS);
	reading_done(&reading);
}

/* ---- notes ---- */

/* Paragraphs, then "N mark: text" of each note and "C at note" of each call. */
static void
assert_notes(const char *body, const char *expected)
{
	g_autofree char *page = g_strconcat("<html><body>", body, NULL);
	GString *out = g_string_new(NULL);
	struct reading reading;

	reading_init(&reading, "html", page, strlen(page));
	assert_true(reading.ok);
	for (guint i = 0; i < reading.text.paras->len; i++) {
		const struct rc_para *para = rc_text_para(&reading.text, i);

		g_string_append_printf(out, "T %s\n", para->text);
		for (guint c = 0; c < para->n_calls; c++) {
			const struct rc_call *call = &g_array_index(
			    reading.text.calls, struct rc_call, para->call + c);

			g_string_append_printf(out, "C %u %u\n", call->at,
			    call->note);
		}
	}
	for (guint i = 0; i < reading.text.notes->len; i++) {
		const struct rc_note *note = &g_array_index(reading.text.notes,
		    struct rc_note, i);

		g_string_append_printf(out, "N %s:", note->marker);
		for (guint p = 0; p < note->n_paras; p++)
			g_string_append_printf(out, " %s", g_array_index(
			    reading.text.note_paras, struct rc_para,
			    note->para + p).text);
		g_string_append_c(out, '\n');
	}
	assert_string_equal(out->str, expected);
	g_string_free(out, TRUE);
	reading_done(&reading);
}

static void
links_to_blocks_are_calls_of_notes(void **state)
{
	assert_notes("<p>a<sup><a href=#n>1</a></sup> b<p id=n>1. c",
	    "T a b\nC 1 0\nN 1: c\n");
	assert_notes("<p>a<a href=#n>[1]</a><p><a name=n>[1]</a> c",
	    "T a\nC 1 0\nN 1: c\n");
	assert_notes("<p>a<a id=r href=#n>*</a><ol><li id=n>b <a href=#r>↩</a></ol>",
	    "T a\nC 1 0\nN *: b\n");
	assert_notes("<p>a<a role=doc-noteref href=#n>ii</a><div id=n>b<p>c</div>",
	    "T a\nC 1 0\nN ii: b c\n");
}

static void
a_note_may_be_called_twice_or_by_another(void **state)
{
	assert_notes("<p>a<sup><a href=#n>1</a></sup>b<sup><a href=#n>1</a></sup>"
	    "<p id=n>c", "T ab\nC 1 0\nC 2 0\nN 1: c\n");
	assert_notes("<p>a<sup><a href=#n>1</a></sup><sup><a href=#m>2</a></sup>"
	    "<p id=n>c<sup><a href=#m>2</a></sup><p id=m>d",
	    "T a\nC 1 0\nC 1 1\nN 1: c2\nN 2: d\n");
}

static void
links_that_loop_or_lead_nowhere_are_text(void **state)
{
	assert_notes("<p id=n>a<sup><a href=#n>1</a></sup>", "T a1\n");
	assert_notes("<p>a<sup><a href=#m>1</a></sup><p id=n>b", "T a1\nT b\n");
	assert_notes("<p>a <a href=#n>12</a><p id=n>b", "T a 12\nT b\n");
	assert_notes("<p>a<sup><a href=#n>Annex</a></sup><p id=n>b",
	    "T aAnnex\nT b\n");
}

static void
a_note_whose_call_was_left_out_is_text(void **state)
{
	assert_notes("<p>the text of the page, long enough to be most of it<nav>"
	    "<sup><a href=#n>1</a></sup></nav><p id=n>b",
	    "T the text of the page, long enough to be most of it\nT b\n");
}

/* ---- what is no document ---- */

static void
furniture_is_left_out_and_told(void **state)
{
	assert_told(PAGE("<nav>a</nav><p>the text itself</p><script>b</script>"
	    "<div class='cookie-bar'>c</div><div style='display:none'>d</div>"
	    "<button>e</button>"), "T the text itself",
	    "web-furniture web-furniture web-furniture web-furniture ");
	assert_told(PAGE("<header>a</header><main>the text itself</main>"),
	    "T the text itself", "web-furniture ");
	assert_told(PAGE("<p class=menu>the text itself</p>b"),
	    "T the text itself\nT b", "");
	assert_told(PAGE("<footer><a href=a>a</a> b</footer>the text itself "
	    "<footer>signed by all</footer>"),
	    "T {l:a} b\nT the text itself\nT signed by all", "");
}

static void
declarations_and_comments_are_no_text(void **state)
{
	assert_page("a<![if !x]>b<![endif]><!-- <p>c -->d<?e f?>g", "T abdg");
	assert_page("<title>a</title><style>b</style><svg><text>c</text></svg>d",
	    "T d");
}

/* ---- encodings, limits, recognition ---- */

static void
pages_say_their_encoding(void **state)
{
	assert_told("<meta charset=windows-1251><p>\xCC\xE8\xF0", "T Мир", "");
	assert_told("<meta content='text/html; charset=ISO-8859-1'><p>\x93"
	    "caf\xE9\x94", "T “café”", "");
	assert_told("<meta charset=windows-1251><p>Мир", "T Мир", "");
	assert_told("<p>&#147;&eacute;&#x4E00;&bogus;", "T “é一&bogus;", "");
}

static void
limits_are_told_by_name(void **state)
{
	GString *page = g_string_new("<html><body>");

	for (guint i = 0; i < RC_MAX_TREE_DEPTH; i++)
		g_string_append(page, "<div>");
	assert_refused(page->str, page->len, "more than 200 deep");
	g_string_assign(page, "<html><body><p ");
	for (guint i = 0; i <= RC_MAX_ATTRIBUTES; i++)
		g_string_append_printf(page, "a%u=1 ", i);
	g_string_append(page, ">x");
	assert_refused(page->str, page->len, "more than 64 attributes");
	g_string_set_size(page, RC_MAX_HTML_BYTES + 1);
	assert_refused(page->str, page->len, "larger than 16 MiB");
	g_string_free(page, TRUE);
}

static void
assert_sniffs(const char *text, const char *name, const char *format)
{
	g_autoptr(GError) error = NULL;
	const struct rc_input *input = rc_input_sniff(text, strlen(text), name,
	    &error);

	assert_non_null(input);
	assert_string_equal(input->format.name, format);
}

static void
pages_are_known_by_their_content(void **state)
{
	assert_sniffs("<!DOCTYPE html><p>a", "x.pdf", "html");
	assert_sniffs("\xEF\xBB\xBF\n<!-- a --><HTML>", "x.txt", "html");
	assert_sniffs("<?xml version='1.0'?>\n<html xmlns='x'>", "x.xml", "html");
	assert_sniffs("<p>a</p>\n<p>b</p>", NULL, "html");
	assert_sniffs("<b>a</b> is *bold* in Markdown, *too*", "x.md", "markdown");
	assert_sniffs("<akomaNtoso><p>a</p><p>b</p></akomaNtoso>", NULL, "akn");
	assert_sniffs("a\n\n<table><tr><td>b</td></tr></table>", NULL, "plain");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(blocks_are_paragraphs),
	    cmocka_unit_test(elements_and_styles_give_a_look),
	    cmocka_unit_test(breaks_end_lines_and_two_a_paragraph),
	    cmocka_unit_test(lists_have_their_marks),
	    cmocka_unit_test(tables_have_rows_and_cells),
	    cmocka_unit_test(cells_span_columns_and_rows),
	    cmocka_unit_test(links_to_blocks_are_calls_of_notes),
	    cmocka_unit_test(a_note_may_be_called_twice_or_by_another),
	    cmocka_unit_test(links_that_loop_or_lead_nowhere_are_text),
	    cmocka_unit_test(a_note_whose_call_was_left_out_is_text),
	    cmocka_unit_test(furniture_is_left_out_and_told),
	    cmocka_unit_test(declarations_and_comments_are_no_text),
	    cmocka_unit_test(pages_say_their_encoding),
	    cmocka_unit_test(limits_are_told_by_name),
	    cmocka_unit_test(pages_are_known_by_their_content),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
