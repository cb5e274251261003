/* test_output_html.c - the page, its module, and sheets of one's own. */
#include "output.h"

#include "compare/compare.h"

#include <glib/gstdio.h>

static char *
page_of(const char *body)
{
	g_autoptr(xmlDoc) doc = body_tree(body);

	return written(doc, "html", NULL);
}

static void
assert_has(const char *page, const char *piece)
{
	if (!strstr(page, piece))
		fail_msg("no %s in %s", piece, strstr(page, "<body") ?
		    strstr(page, "<body") : page);
}

static void
assert_page(const char *body, const char *piece)
{
	g_autofree char *page = page_of(body);

	assert_has(page, piece);
}

static void
page_stands_alone(void **state)
{
	g_autofree char *page = page_of("");

	assert_true(g_str_has_prefix(page, "<!DOCTYPE html>\n<html lang=\"en\">"));
	assert_has(page, "<meta charset=\"utf-8\">");
	assert_has(page, "<title>A/RES/106/9</title>");
	assert_has(page, "<style>");
	assert_has(page, "<h1 class=\"title\">A/RES/106/9</h1>");
	assert_null(strstr(page, "<script src"));
	assert_null(strstr(page, "src="));
	assert_null(strstr(page, "=\"\""));
}

static void
every_paragraph_has_its_id(void **state)
{
	assert_page("<paragraph eId='para_1'><num>1.</num><list eId='l'><point "
	    "eId='p'><num>(a)</num><content><p>x</p></content></point></list>"
	    "</paragraph>",
	    "<div class=\"para\" id=\"para_1\"><a class=\"cite\" "
	    "href=\"#para_1\" data-of=\"page\">General Assembly resolution "
	    "106/9, para. 1</a><span class=\"num\">1.</span> \n"
	    "<div class=\"text\">\n<ol class=\"list\" id=\"l\">\n"
	    "<li class=\"point\" id=\"p\"><a class=\"cite\" href=\"#p\" "
	    "data-of=\"page\">General Assembly resolution 106/9, para. 1 (a)"
	    "</a><span class=\"num\">(a)</span> \n"
	    "<div class=\"text\">\n<p>x</p></div></li></ol></div></div>");
}

/* A statement of an organ and a language, with one paragraph. */
static xmlDoc *
cited_tree(const char *actor, const char *language, const char *number,
    const char *body)
{
	g_autofree char *xml = g_strdup_printf(ROOT
	    "<statement name='resolution'><meta><identification><FRBRWork>"
	    "<FRBRuri value='/akn/un/statement/deliberation/%s/2051-11-30/x'/>"
	    "<FRBRalias name='symbol' value='X/1'/><FRBRnumber showAs='%s'/>"
	    "</FRBRWork><FRBRExpression><FRBRlanguage language='%s'/>"
	    "</FRBRExpression></identification></meta>%s</statement>"
	    "</akomaNtoso>", actor, number, language, body);

	return tree(xml);
}

#define PARA(num)                                                           \
	"<mainBody><paragraph eId='p'><num>" num "</num><content><p>x</p>"  \
	"</content></paragraph></mainBody>"

static void
paragraphs_are_cited_as_their_language_does(void **state)
{
	static const char *const rows[][5] = {
		{"unga", "ara", "106/9", PARA("5 -"),
		    "قرار الجمعية العامة 106/9، الفقرة 5"},
		{"unga", "eng", "106/9", PARA("5."),
		    "General Assembly resolution 106/9, para. 5"},
		{"unsc", "spa", "2999 (2051)", PARA("5."),
		    "resolución 2999 (2051) del Consejo de Seguridad, párr. 5"},
		{"unecosoc", "fra", "2051/3", PARA("5."),
		    "résolution 2051/3 du Conseil économique et social, par. 5"},
		{"unga-hrc", "rus", "99/3", PARA("5."),
		    "резолюция 99/3 Совета по правам человека, пункт 5"},
		{"unga", "zho", "106/9", PARA("5."),
		    "大会第106/9号决议，第5段"},
		{"unga-c1", "eng", "A/C.1/106/L.2", PARA("5."), "X/1, para. 5"},
		{"unga", "eng", "106/9", "<preamble><container name='x' "
		    "eId='preamble__container_7'><p>x</p></container></preamble>"
		    "<mainBody/>",
		    "General Assembly resolution 106/9, preambular para. 7"},
		{"unga", "eng", "106/9", "<mainBody><section eId='s'><num>II.</num>"
		    "<paragraph eId='p'><num>5.</num></paragraph></section>"
		    "</mainBody>",
		    "General Assembly resolution 106/9, sect. II, para. 5"},
		{"unga", "eng", "106/9", "<mainBody/><attachments><attachment>"
		    "<doc><preface><p><docType>Annex</docType> <docNumber>II"
		    "</docNumber></p></preface>" PARA("5.") "</doc></attachment>"
		    "</attachments>",
		    "General Assembly resolution 106/9, annex II, para. 5"},
	};

	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(xmlDoc) doc = cited_tree(rows[i][0], rows[i][1],
		    rows[i][2], rows[i][3]);
		g_autofree char *page = written(doc, "html", NULL);
		g_autofree char *link = g_strdup_printf("data-of=\"page\">%s</a>",
		    rows[i][4]);

		assert_has(page, link);
	}
}

static void
long_page_has_contents(void **state)
{
	g_autofree char *page = page_of("<section eId='a'><num>I.</num><heading>A"
	    "<authorialNote marker='1' eId='n'><p>no</p></authorialNote></heading>"
	    "<division eId='b'><heading>B</heading></division></section>"
	    "<section eId='c'><heading>C</heading></section>"
	    "<section eId='d'><heading>D</heading></section>");
	g_autofree char *shorter = page_of("<section eId='a'><heading>A</heading>"
	    "</section>");

	assert_has(page, "<nav class=\"toc\" aria-label=\"Contents\" "
	    "data-of=\"page\">");
	assert_has(page, "<a href=\"#a\">I. A</a>\n<ol>\n<li><a href=\"#b\">B</a>");
	assert_null(strstr(shorter, "<nav"));
}

static void
machines_are_told_in_json(void **state)
{
	g_autoptr(xmlDoc) doc = cited_tree("unga", "eng", "106/9", "<preface><p>"
	    "<docTitle>A \"\\&lt;!--&lt;script></docTitle></p></preface>"
	    "<mainBody/>");
	g_autofree char *page = written(doc, "html", NULL);

	assert_has(page, "\"name\": \"A \\u0022\\u005C\\u003C!--"
	    "\\u003Cscript>\",\n");
	assert_has(page, "\"legislationPassedBy\": {\"@type\": \"Organization\", "
	    "\"name\": \"General Assembly\"}");
}

static void
assets_can_lie_beside_the_page(void **state)
{
	g_autoptr(xmlDoc) doc = body_tree("<p>x</p>");
	g_autofree char *page = written(doc, "html", "assets=external");

	assert_has(page, "<link rel=\"stylesheet\" href=\"./resconv.css\">");
	assert_has(page, "<script src=\"./resconv.js\"></script>");
	assert_null(strstr(page, "color-scheme: light dark;"));
}

static void
text_is_composed(void **state)
{
	assert_page("<p>e\u0301</p>", "<p>\u00e9</p>");
}

static void
column_that_no_cell_begins_is_closed(void **state)
{
	g_autofree char *page = page_of("<table eId='t'><tr><td colspan='2'><p>a"
	    "</p></td><td><p>b</p></td></tr><tr><td colspan='2'><p>c</p></td>"
	    "<td><p>d</p></td></tr></table>");

	assert_has(page, "<tr>\n<td data-colspan=\"2\">\n<p>a</p></td>\n<td>");
	assert_page("<table eId='t'><tr><td colspan='2'><p>a</p></td></tr><tr>"
	    "<td><p>b</p></td><td><p>c</p></td></tr></table>",
	    "<td colspan=\"2\">\n<p>a</p>");
}

static void
headings_come_in_order(void **state)
{
	g_autofree char *page = page_of("<section><num>I</num><heading>A"
	    "</heading><division><heading class='italic'>B</heading></division>"
	    "</section>");

	assert_has(page, "<h2><span class=\"line\">I</span> "
	    "<span class=\"text\">A</span></h2>");
	assert_has(page, "<h3 class=\"italic\"><span class=\"text\">B</span></h3>");
}

static void
note_and_call_lead_to_each_other(void **state)
{
	g_autofree char *page = page_of("<p>a<authorialNote marker='1' eId='n'>"
	    "<p>See.</p></authorialNote></p>");

	assert_has(page, "<a id=\"n-call\" href=\"#n\" role=\"doc-noteref\">1</a>");
	assert_has(page, "role=\"doc-endnotes\"");
	assert_has(page, "<div class=\"note\" role=\"doc-footnote\" id=\"n\">");
	assert_has(page, "role=\"doc-backlink\" href=\"#n-call\" "
	    "aria-label=\"Back to the text\"");
}

static void
cited_documents_are_links(void **state)
{
	static const char *const rows[][2] = {
		{"statement/deliberation/unga/2039-12-19/94-300",
		    "A/RES/94/300"},
		{"statement/deliberation/unga/2039-12-19/94-300B/!main~para_1",
		    "A/RES/94/300B"},
		{"statement/deliberation/unga/1960-12-14/1514-XV",
		    "A/RES/1514(XV)"},
		{"statement/deliberation/unga/2023-02-23/ES-11-6",
		    "A/RES/ES-11/6"},
		{"statement/deliberation/unsc/2024-12-27/2767-2024",
		    "S/RES/2767(2024)"},
		{"statement/deliberation/unecosoc/2023-07-27/2024-1",
		    "E/RES/2024/1"},
		{"statement/deliberation/unga-hrc/2024-10-09/57-10",
		    "A/HRC/RES/57/10"},
		{"statement/deliberation/unga-c1/2022-10-20/A-C.1-77-L.23-Rev.1",
		    "A/C.1/77/L.23/Rev.1"},
		{"debate/record/unga/2022-03-02/A-ES-11-PV.5#item",
		    "A/ES-11/PV.5"},
		{"statement/deliberation/unsc/2025-01-02/S-2025-353",
		    "S/2025/353"},
	};

	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *body = g_strdup_printf("<p><ref href="
		    "'/akn/un/%s'>x</ref></p>", rows[i][0]);
		g_autofree char *link = g_strdup_printf("<p><a href="
		    "\"https://docs.un.org/en/%s\">x</a></p>", rows[i][1]);

		assert_page(body, link);
	}
}

static void
links_lead_nowhere_else(void **state)
{
	assert_page("<p><a href='javascript:alert(1)'>x</a></p>", "<p>x</p>");
	assert_page("<p><a href='data:text/html,x'>x</a></p>", "<p>x</p>");
	assert_page("<p><img src='https://example.org/x.png' alt='A lamp'/></p>",
	    "<p>A lamp</p>");
	assert_page("<p><a href='https://example.org/a b?&lt;\"'>x</a></p>",
	    "<a href=\"https://example.org/a%20b?%3C%22\">x</a>");
	assert_page("<p><a href='https://example.org/'>x<ref href='#y'>z</ref>"
	    "</a></p>", "<a href=\"https://example.org/\">xz</a>");
}

static void
text_is_never_markup(void **state)
{
	assert_page("<p>&lt;script&gt; &amp; \"x\"</p>",
	    "<p>&lt;script&gt; &amp; \"x\"</p>");
	assert_page("<p class='\"&gt;&lt;b&gt;'>x</p>",
	    "<p class=\"&quot;><b>\">x</p>");
}

static void
only_real_dates_are_told(void **state)
{
	assert_page("<p><date date='2051-11-30'>30 Nov</date></p>",
	    "<time datetime=\"2051-11-30\">30 Nov</time>");
	assert_page("<p><date date='soon'>soon</date></p>", "<p>soon</p>");
}

static void
table_has_scopes_and_figures(void **state)
{
	g_autofree char *page = page_of("<table eId='t'><caption>C</caption>"
	    "<tr class='header'><th><p>a</p></th><th colspan='2'><p>b</p></th>"
	    "</tr><tr><td><p>x</p></td><td><p>1 200</p></td><td/></tr></table>");

	assert_has(page, "aria-label=\"C\"");
	assert_has(page, "<thead>\n<tr class=\"header\">\n<th scope=\"col\">");
	assert_has(page, "<th scope=\"colgroup\" colspan=\"2\">");
	assert_has(page, "<tbody>\n<tr>\n<td>\n<p>x</p></td>\n"
	    "<td class=\"figure\">");
}

static void
block_in_a_paragraph_makes_no_torn_page(void **state)
{
	assert_page("<p>say: <embeddedStructure startQuote='“' endQuote='”'>"
	    "<p>x</p></embeddedStructure></p>",
	    "<div class=\"p\">say: \n<blockquote><span class=\"quote\">“</span>\n"
	    "<p>x</p><span class=\"quote\">”</span></blockquote></div>");
}

static void
parts_have_ids_of_their_own(void **state)
{
	g_autoptr(xmlDoc) doc = tree(ROOT "<documentCollection>" META
	    "</documentCollection><components><component eId='A'><statement>"
	    "<mainBody><paragraph eId='para_1'/></mainBody></statement>"
	    "</component><component eId='B'><statement><mainBody><paragraph "
	    "eId='para_1'><content><p><ref href='#para_1'>x</ref></p></content>"
	    "</paragraph></mainBody></statement></component></components>"
	    "</akomaNtoso>");
	g_autofree char *page = written(doc, "html", NULL);

	assert_has(page, "id=\"A__para_1\"");
	assert_has(page, "id=\"B__para_1\"");
	assert_has(page, "<a href=\"#B__para_1\">x</a>");
}

static void
arabic_runs_from_the_right(void **state)
{
	g_autoptr(xmlDoc) doc = tree(ROOT "<statement><meta><identification>"
	    "<FRBRExpression><FRBRlanguage language='ara'/></FRBRExpression>"
	    "</identification></meta><mainBody/></statement></akomaNtoso>");
	g_autofree char *page = written(doc, "html", NULL);

	assert_has(page, "<html lang=\"ar\" dir=\"rtl\">");
}

/* ---- editions ---- */

static void
assert_reads(const char *text, const char *pattern)
{
	if (!g_pattern_match_simple(pattern, text))
		fail_msg("not like %s: %s", pattern, text);
}

static void
comparison_marks_what_went_and_came(void **state)
{
	g_autoptr(xmlDoc) old = body_tree("<p>Lamps of <i>old</i> harbours burn "
	    "at night</p>");
	g_autoptr(xmlDoc) new = body_tree("<p>Lamps of <i>old</i> harbours burn "
	    "by day</p>");
	struct rc_comparison *c = rc_compare(old, new);
	g_autoptr(xmlDoc) doc = rc_comparison_tree(c, old, new);
	g_autofree char *page = written(doc, "html", NULL);
	g_autofree char *json = written(doc, "json", NULL);

	rc_comparison_free(c);
	assert_has(page, "<h1 class=\"title\">Comparison: A/RES/106/9 → "
	    "A/RES/106/9</h1>");
	assert_has(page, "<b>1</b> changed");
	assert_has(page, "Lamps of <span class=\"italic\">old</span> harbours "
	    "burn <del>at night</del><ins>by day</ins></p>");
	assert_reads(json, "*\"summary\": {*\"changed\": 1,*");
	assert_reads(json, "*\"pieces\": [*\"same\": \"Lamps of old harbours burn "
	    "\"*\"removed\": \"at night\"*\"added\": \"by day\"*");
}

static void
parallel_rows_have_a_cell_for_each_version(void **state)
{
	g_autoptr(xmlDoc) one = body_tree("<paragraph eId='para_1'><num>1.</num>"
	    "<content><p>x</p></content></paragraph>");
	g_autoptr(xmlDoc) two = body_tree("<paragraph eId='para_1'><num>1.</num>"
	    "<content><p>y</p></content></paragraph><paragraph eId='para_2'/>");
	const xmlDoc *docs[] = {one, two};
	g_autoptr(xmlDoc) doc = rc_parallel_tree(docs, 2);
	g_autofree char *page = written(doc, "html", NULL);

	assert_reads(page, "*<h1 class=\"title\"><bdi>A/RES/106/9</bdi></h1>*");
	assert_reads(page, "*id=\"para_1\"*id=\"v1-para_1\"*<p>x</p>*"
	    "id=\"v2-para_1\"*<p>y</p>*id=\"para_2\"*class=\"cell v1 missing\">*"
	    "Missing in this version*id=\"v2-para_2\"*");
	assert_reads(page, "*<input type=\"checkbox\" id=\"show-2\" "
	    "checked=\"checked\">*");
}

/* ---- sheets of one's own ---- */

#define SHEET(inside)                                                       \
	"<xsl:stylesheet version='1.0' "                                    \
	"xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>" inside          \
	"</xsl:stylesheet>"

static char *
folder_with(const char *sheet)
{
	char *folder = g_dir_make_tmp("resconv-XXXXXX", NULL);
	g_autofree char *path = g_build_filename(folder, "resconv.xsl", NULL);

	assert_true(g_file_set_contents(path, sheet, -1, NULL));
	return folder;
}

static void
remove_folder(const char *folder)
{
	g_autofree char *path = g_build_filename(folder, "resconv.xsl", NULL);

	g_unlink(path);
	g_rmdir(folder);
}

static void
assert_refused(const char *sheet, int status)
{
	g_autoptr(xmlDoc) doc = body_tree("");
	g_autofree char *folder = folder_with(sheet);
	g_autofree char *option = g_strconcat("stylesheet=", folder, NULL);

	assert_int_equal(refused(doc, "html", option), status);
	remove_folder(folder);
}

static void
own_sheet_replaces_ours(void **state)
{
	g_autoptr(xmlDoc) doc = body_tree("<p>x</p>");
	g_autofree char *folder = folder_with(SHEET("<xsl:import "
	    "href='resource:///resconv/xsl/resconv.xsl'/><xsl:template "
	    "name='head'><head><title>Own</title></head></xsl:template>"));
	g_autofree char *option = g_strconcat("stylesheet=", folder, NULL);
	g_autofree char *page = written(doc, "html", option);

	assert_has(page, "<title>Own</title>");
	assert_has(page, "<p>x</p>");
	remove_folder(folder);
}

static void
own_output_is_what_a_sheet_makes(void **state)
{
	g_autoptr(xmlDoc) doc = body_tree("<p>x &lt; y</p>");
	g_autofree char *folder = folder_with(SHEET("<xsl:output method='text'/>"
	    "<xsl:template match='/'>[<xsl:value-of select=\"//*[local-name() = "
	    "'p']\"/>]</xsl:template>"));
	g_autofree char *option =
	    g_strconcat("stylesheet=", folder, "/resconv.xsl", NULL);
	g_autofree char *text = written(doc, "xslt", option);
	g_autofree char *source = written(doc, "xslt", NULL);

	assert_string_equal(text, "[x < y]");
	assert_has(source, "<mainBody><p>x &lt; y</p></mainBody>");
	assert_int_equal(refused(doc, "xslt", "stylesheet=/nowhere/x.xsl"),
	    RESCONV_E_IO);
	remove_folder(folder);
}

static void
own_sheet_is_in_a_cage(void **state)
{
	assert_refused(SHEET("<xsl:include href='../other.xsl'/>"),
	    RESCONV_E_ARG);
	assert_refused(SHEET("<xsl:include href='file:///etc/passwd'/>"),
	    RESCONV_E_ARG);
	assert_refused(SHEET("<xsl:template match='/'><a><xsl:copy-of "
	    "select=\"document('file:///etc/passwd')\"/></a></xsl:template>"),
	    RESCONV_E_FORMAT);
	assert_refused(SHEET("<xsl:template match='/'><a><xsl:document "
	    "href='/tmp/resconv-never'>x</xsl:document></a></xsl:template>"),
	    RESCONV_E_FORMAT);
}

static void
bad_sheet_is_told(void **state)
{
	g_autoptr(xmlDoc) doc = body_tree("");

	assert_refused("<xsl", RESCONV_E_FORMAT);
	assert_refused(SHEET("<xsl:template match='['/>"), RESCONV_E_FORMAT);
	assert_refused(SHEET("<xsl:template match='/'><xsl:message "
	    "terminate='yes'>no</xsl:message></xsl:template>"),
	    RESCONV_E_FORMAT);
	assert_int_equal(refused(doc, "html", "stylesheet=/nowhere/at/all"),
	    RESCONV_E_IO);
}

static void
tree_stays_as_it_was(void **state)
{
	g_autoptr(xmlDoc) doc = body_tree("<p>x</p>");
	g_autofree char *before = written(doc, "akn", NULL);
	g_autofree char *page = written(doc, "html", NULL);
	g_autofree char *again = written(doc, "html", NULL);
	g_autofree char *after = written(doc, "akn", NULL);

	assert_string_equal(before, after);
	assert_string_equal(page, again);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(page_stands_alone),
		cmocka_unit_test(every_paragraph_has_its_id),
		cmocka_unit_test(paragraphs_are_cited_as_their_language_does),
		cmocka_unit_test(long_page_has_contents),
		cmocka_unit_test(machines_are_told_in_json),
		cmocka_unit_test(assets_can_lie_beside_the_page),
		cmocka_unit_test(text_is_composed),
		cmocka_unit_test(column_that_no_cell_begins_is_closed),
		cmocka_unit_test(headings_come_in_order),
		cmocka_unit_test(note_and_call_lead_to_each_other),
		cmocka_unit_test(cited_documents_are_links),
		cmocka_unit_test(links_lead_nowhere_else),
		cmocka_unit_test(text_is_never_markup),
		cmocka_unit_test(only_real_dates_are_told),
		cmocka_unit_test(table_has_scopes_and_figures),
		cmocka_unit_test(block_in_a_paragraph_makes_no_torn_page),
		cmocka_unit_test(parts_have_ids_of_their_own),
		cmocka_unit_test(arabic_runs_from_the_right),
		cmocka_unit_test(comparison_marks_what_went_and_came),
		cmocka_unit_test(parallel_rows_have_a_cell_for_each_version),
		cmocka_unit_test(own_output_is_what_a_sheet_makes),
		cmocka_unit_test(own_sheet_replaces_ours),
		cmocka_unit_test(own_sheet_is_in_a_cage),
		cmocka_unit_test(bad_sheet_is_told),
		cmocka_unit_test(tree_stays_as_it_was),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
