/* test_typeset.c - what stands where on the pages of invented resolutions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <libxml/parser.h>

#include "base/auto.h"
#include "base/error.h"
#include "typeset/facts.h"
#include "typeset/typeset.h"

#define AKN "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

/* Measured on official pages. */
#define COLUMN 123.35
#define STEP_1 147.1
#define STEP_2 170.9
#define COLUMN_END 488.65

static xmlDoc *
tree_of(const char *lang, const char *parts)
{
	g_autofree char *xml = g_strdup_printf(
	    "<akomaNtoso xmlns='" AKN "'><statement name='resolution'><meta>"
	    "<identification><FRBRWork><FRBRuri value='/akn/un/statement/"
	    "deliberation/unga/2044-12-07/99-7'/><FRBRdate date='2044-12-07' "
	    "name='adoption'/></FRBRWork><FRBRExpression><FRBRdate "
	    "date='2024-12-14' name='publication'/><FRBRlanguage "
	    "language='%s'/></FRBRExpression></identification></meta>"
	    "%s</statement></akomaNtoso>", lang, parts);

	return xmlReadMemory(xml, strlen(xml), "test", NULL, 0);
}

static struct rc_pages *
set_lang(const char *lang, const char *parts)
{
	g_autoptr(xmlDoc) doc = tree_of(lang, parts);
	g_autoptr(GError) error = NULL;
	struct rc_pages *pages = rc_typeset(doc, RC_ERA_CURRENT, &error);

	if (error)
		fail_msg("%s", error->message);
	return pages;
}

static struct rc_pages *
set(const char *format, ...)
{
	g_autofree char *parts = NULL;
	va_list args;

	va_start(args, format);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	parts = g_strdup_vprintf(format, args);
#pragma GCC diagnostic pop
	va_end(args);
	return set_lang("eng", parts);
}

static const struct rc_page *
page_at(const struct rc_pages *pages, guint i)
{
	assert_true(i < pages->pages->len);
	return pages->pages->pdata[i];
}

static const struct rc_line *
line_at(const struct rc_page *page, guint i)
{
	return &g_array_index(page->lines, struct rc_line, i);
}

static const struct rc_run *
run_at(const struct rc_pages *pages, const struct rc_line *line, guint i)
{
	return &g_array_index(pages->runs, struct rc_run, line->run + i);
}

static void
add_line_text(const struct rc_pages *pages, const struct rc_line *line,
    GString *out)
{
	for (guint i = 0; i < line->n_runs; i++) {
		const struct rc_run *run = run_at(pages, line, i);

		g_string_append_len(out, pages->text->str + run->text,
		    run->text_len);
	}
}

/* The first line on a page that starts with a text, or NULL. */
static const struct rc_line *
find_on(const struct rc_pages *pages, guint number, const char *start)
{
	const struct rc_page *page = page_at(pages, number);

	for (guint i = 0; i < page->lines->len; i++) {
		g_autoptr(GString) text = g_string_new(NULL);

		add_line_text(pages, line_at(page, i), text);
		if (g_str_has_prefix(text->str, start))
			return line_at(page, i);
	}
	return NULL;
}

static const struct rc_line *
find(const struct rc_pages *pages, const char *start)
{
	const struct rc_line *line = NULL;

	for (guint i = 0; i < pages->pages->len && !line; i++)
		line = find_on(pages, i, start);
	if (!line)
		fail_msg("no line starts with \"%s\"", start);
	return line;
}

static void
assert_near(double got, double expected)
{
	if (got < expected - 0.05 || got > expected + 0.05)
		fail_msg("%.3f is not %.2f", got, expected);
}

static void
assert_run(const struct rc_pages *pages, const struct rc_line *line, guint i,
    double x)
{
	assert_true(i < line->n_runs);
	assert_near(line->x + run_at(pages, line, i)->x, x);
}

/* Words without meaning, the n-th always the same. */
static char *
words(guint n)
{
	static const char *const list[] = {"lamp", "keeper", "harbour", "of",
	    "the", "signal", "coastal", "and", "oil", "lighthouse", "register"};
	GString *out = g_string_new("Word");

	for (guint i = 0; i < n; i++)
		g_string_append_printf(out, " %s",
		    list[(i * 7 + i / 3) % G_N_ELEMENTS(list)]);
	return g_string_free(out, FALSE);
}

static char *
paragraphs(guint n, guint length)
{
	GString *out = g_string_new("<mainBody>");

	for (guint i = 1; i <= n; i++) {
		g_autofree char *text = words(length + i % 17);

		g_string_append_printf(out, "<paragraph><num>%u.</num><content>"
		    "<p>%s;</p></content></paragraph>", i, text);
	}
	g_string_append(out, "</mainBody>");
	return g_string_free(out, FALSE);
}

/* ---- places ---- */

static void
number_of_title_hangs_before_the_column(void **state)
{
	g_autoptr(rc_pages) pages = set("<preface><p><docNumber>99/7</docNumber>"
	    ". <docTitle refersTo='#resolutionTitle'>Lights</docTitle></p>"
	    "</preface>");
	const struct rc_line *line = find(pages, "99/7.");
	const struct rc_run *number = run_at(pages, line, 0);

	assert_near(line->x + number->x + number->width, 111.1);
	assert_run(pages, line, 1, COLUMN);
	assert_int_equal(number->font, RC_FONT_SERIF_BOLD);
	assert_string_equal(pages->title, "Lights");
}

static void
numbered_paragraph_turns_over_to_the_column(void **state)
{
	g_autofree char *text = words(60);
	g_autoptr(rc_pages) pages = set("<mainBody><paragraph><num>1.</num>"
	    "<content><p>%s.</p></content></paragraph></mainBody>", text);
	const struct rc_line *line = find(pages, "1.");

	assert_run(pages, line, 0, STEP_1);
	assert_run(pages, line, 1, STEP_2);
	assert_near(line->x + line->width, COLUMN_END);
	assert_run(pages, line + 1, 0, COLUMN);
	assert_near(line[1].x + line[1].width, COLUMN_END);
	assert_near(line[1].y - line->y, 12);
}

static void
points_hang_a_step_from_the_second_level(void **state)
{
	g_autofree char *text = words(40);
	g_autoptr(rc_pages) pages = set("<mainBody><paragraph><num>1.</num>"
	    "<list><intro><p>Asks:</p></intro><point><num>(a)</num><list><intro>"
	    "<p>One %s:</p></intro><point><num>(i)</num><content><p>Two %s;</p>"
	    "</content></point></list></point></list></paragraph></mainBody>",
	    text, text);
	const struct rc_line *a = find(pages, "(a)");
	const struct rc_line *i = find(pages, "(i)");

	assert_run(pages, a, 0, STEP_1);
	assert_run(pages, a, 1, STEP_2);
	assert_near(a[1].x, COLUMN);
	assert_run(pages, i, 0, STEP_1);
	assert_run(pages, i, 1, STEP_2);
	assert_near(i[1].x, STEP_1);
}

static void
numbers_of_annexes_stand_further_out(void **state)
{
	g_autoptr(rc_pages) pages = set("<mainBody><p>x</p></mainBody>"
	    "<attachments><attachment><doc name='annex'><preface><p><docType>"
	    "Annex</docType></p></preface><mainBody><paragraph><num>1.</num>"
	    "<content><p>We met.</p></content></paragraph></mainBody></doc>"
	    "</attachment></attachments>");
	const struct rc_line *line = find(pages, "1.");

	assert_run(pages, line, 0, COLUMN);
	assert_run(pages, line, 1, STEP_1);
}

static void
annex_of_one_sentence_is_set_as_a_resolution(void **state)
{
	g_autoptr(rc_pages) pages = set("<mainBody><p>x</p></mainBody>"
	    "<attachments><attachment><doc name='annex'><mainBody><paragraph>"
	    "<num>1.</num><content><p>Commit to oil;</p></content></paragraph>"
	    "</mainBody></doc></attachment></attachments>");

	assert_run(pages, find(pages, "1."), 0, STEP_1);
}

static void
date_of_adoption_begins_a_line(void **state)
{
	g_autoptr(rc_pages) pages = set("<coverPage><container name='adoption'>"
	    "<p><docTitle>Resolution adopted by the General Assembly on "
	    "<docDate date='2044-12-07'>7 December 2044</docDate></docTitle>"
	    "</p></container></coverPage>");
	const struct rc_line *line = find(pages, "Resolution");

	assert_ptr_equal(find(pages, "on 7 December"), line + 1);
	assert_near(line[1].y - line->y, 15);
}

static void
closing_lines_are_even_at_the_end(void **state)
{
	g_autoptr(rc_pages) pages = set("<mainBody><p>x.</p></mainBody>"
	    "<conclusions><container name='conclusion'><p>61st plenary meeting"
	    "<eol/>7 December 2044</p></container></conclusions>");
	const struct rc_line *line = find(pages, "61st");

	assert_near(line->x + line->width, COLUMN_END);
	assert_near(line[1].x + line[1].width, COLUMN_END);
	assert_near(line->y - find(pages, "x.")->y, 24);
	assert_int_equal(run_at(pages, line, 0)->font, RC_FONT_SERIF_ITALIC);
}

static void
other_paragraphs_of_a_number_have_none(void **state)
{
	g_autoptr(rc_pages) pages = set("<mainBody><paragraph><num>3.</num>"
	    "<alinea><content><p>First;</p></content></alinea><alinea><content>"
	    "<p>Second;</p></content></alinea></paragraph></mainBody>");

	assert_run(pages, find(pages, "3.First"), 1, STEP_2);
	assert_near(find(pages, "Second")->x, STEP_1);
}

/* ---- pages ---- */

static gboolean
is_block(const struct rc_line *line, guint block)
{
	return line->block == block && line->role == RC_ROLE_TEXT;
}

static guint
lines_of_block(const struct rc_page *page, guint block)
{
	guint n = 0;

	for (guint i = 0; i < page->lines->len; i++)
		n += is_block(line_at(page, i), block);
	return n;
}

static void
no_line_of_a_paragraph_is_alone_on_a_page(void **state)
{
	g_autofree char *body = paragraphs(80, 90);
	g_autoptr(rc_pages) pages = set("%s", body);
	guint broken = 0;

	assert_true(pages->pages->len > 5);
	for (guint i = 0; i + 1 < pages->pages->len; i++) {
		const struct rc_page *page = page_at(pages, i);

		for (guint k = 0; k < page->lines->len; k++) {
			guint block = line_at(page, k)->block;
			guint over = lines_of_block(page_at(pages, i + 1),
			    block);

			if (line_at(page, k)->role != RC_ROLE_TEXT || !over)
				continue;
			assert_true(over >= 2);
			assert_true(lines_of_block(page, block) >= 2);
			broken++;
		}
	}
	assert_true(broken > 0);
}

static void
lines_stay_between_head_and_foot(void **state)
{
	g_autofree char *body = paragraphs(60, 30);
	g_autoptr(rc_pages) pages = set("%s", body);

	for (guint i = 0; i < pages->pages->len; i++) {
		const struct rc_page *page = page_at(pages, i);

		for (guint k = 0; k < page->lines->len; k++) {
			const struct rc_line *line = line_at(page, k);

			if (line->role != RC_ROLE_TEXT)
				continue;
			assert_true(line->y > (i ? 80 : 212));
			assert_true(line->y < (i ? 732.2 : 703.5));
		}
	}
}

static void
heading_goes_with_what_follows(void **state)
{
	for (guint n = 10; n < 30; n++) {
		g_autofree char *text = words(20);
		GString *body = g_string_new("<mainBody>");
		g_autoptr(rc_pages) pages = NULL;
		const struct rc_page *page;

		for (guint i = 0; i < n; i++)
			g_string_append_printf(body, "<p>%s</p>", text);
		g_string_append_printf(body, "<division><heading>Head</heading>"
		    "<paragraph><content><p>%s</p></content></paragraph>"
		    "</division></mainBody>", text);
		pages = set("%s", body->str);
		g_string_free(body, TRUE);
		page = page_at(pages, 0);
		for (guint i = 0; i < page->lines->len; i++)
			if (line_at(page, i)->role == RC_ROLE_HEADING)
				assert_true(i + 2 < page->lines->len &&
				    line_at(page, i + 1)->role == RC_ROLE_TEXT);
	}
}

static void
notes_stand_on_the_page_of_their_call(void **state)
{
	GString *body = g_string_new("<mainBody>");
	g_autoptr(rc_pages) pages = NULL;

	for (guint i = 1; i <= 60; i++) {
		g_autofree char *text = words(25);

		g_string_append_printf(body, "<p>Call%u %s,<authorialNote "
		    "marker='%u'><p>Note%u %s.</p></authorialNote></p>", i,
		    text, i, i, i % 3 ? "short" : text);
	}
	g_string_append(body, "</mainBody>");
	pages = set("%s", body->str);
	g_string_free(body, TRUE);
	for (guint i = 1; i <= 60; i++) {
		g_autofree char *call = g_strdup_printf("Call%u ", i);
		g_autofree char *note = g_strdup_printf("%uNote%u ", i, i);
		gboolean seen = FALSE;

		for (guint k = 0; k < pages->pages->len; k++) {
			const struct rc_line *line = find_on(pages, k, call);

			/* the call is in the last line of its paragraph */
			if (!line)
				continue;
			seen = TRUE;
			assert_true(find_on(pages, k, note) ||
			    find_on(pages, k + 1, note));
		}
		assert_true(seen);
		assert_int_equal(find(pages, note)->role, RC_ROLE_NOTE);
	}
}

static void
note_longer_than_a_page_goes_on_over_pages(void **state)
{
	g_autofree char *text = words(3000);
	g_autoptr(rc_pages) pages = set("<mainBody><p>x<authorialNote "
	    "marker='1'><p>%s END.</p></authorialNote></p><p>after.</p>"
	    "</mainBody>", text);
	guint n = 0;

	for (guint i = 0; i < pages->pages->len; i++) {
		const struct rc_page *page = page_at(pages, i);

		for (guint k = 0; k < page->lines->len; k++)
			n += line_at(page, k)->role == RC_ROLE_NOTE;
	}
	assert_true(pages->pages->len > 2);
	assert_true(n > 100);
	find(pages, "after.");
}

static void
pages_are_numbered_at_the_outer_edge(void **state)
{
	g_autofree char *body = paragraphs(60, 30);
	g_autoptr(rc_pages) pages = set("%s", body);
	guint n = pages->pages->len;
	g_autofree char *second = g_strdup_printf("2/%u", n);
	g_autofree char *third = g_strdup_printf("3/%u", n);
	const struct rc_line *line;

	assert_true(n >= 3);
	line = find_on(pages, 1, second);
	assert_near(line->x, 60);
	assert_near(line->y, 755.3);
	line = find_on(pages, 2, third);
	assert_near(line->x + line->width, 552.1);
}

/* ---- tables ---- */

static void
rows_above_the_body_are_repeated(void **state)
{
	GString *body = g_string_new("<mainBody><table><tr class='header'>"
	    "<th><p>Light</p></th><th><p>Height</p></th></tr>");
	g_autoptr(rc_pages) pages = NULL;

	for (guint i = 0; i < 120; i++)
		g_string_append_printf(body, "<tr><td><p>Light %u of many</p>"
		    "</td><td><p>%u</p></td></tr>", i, 100 + i);
	g_string_append(body, "</table></mainBody>");
	pages = set("%s", body->str);
	g_string_free(body, TRUE);
	assert_true(pages->pages->len >= 3);
	for (guint i = 0; i < pages->pages->len; i++)
		assert_non_null(find_on(pages, i, "Height"));
	for (guint i = 0; i < 120; i++) {
		g_autofree char *cell = g_strdup_printf("Light %u of", i);

		find(pages, cell);
	}
}

static void
cell_higher_than_a_page_loses_nothing(void **state)
{
	g_autofree char *text = words(2500);
	g_autoptr(rc_pages) pages = set("<mainBody><table><tr><td><p>A</p></td>"
	    "<td><p>%s</p></td><td><p>%s</p></td></tr></table></mainBody>",
	    text, text);
	GString *all = g_string_new(NULL);
	guint n = 0;

	for (guint i = 0; i < pages->pages->len; i++) {
		const struct rc_page *page = page_at(pages, i);

		for (guint k = 0; k < page->lines->len; k++) {
			const struct rc_line *line = line_at(page, k);

			if (line->role != RC_ROLE_CELL)
				continue;
			assert_true(line->y < 735);
			assert_true(line->x + line->width < 553);
			add_line_text(pages, line, all);
			g_string_append_c(all, ' ');
		}
	}
	for (const char *p = all->str; (p = strstr(p, "lamp")) != NULL; p++)
		n++;
	for (const char *p = text; (p = strstr(p, "lamp")) != NULL; p++)
		n -= 2;
	assert_int_equal(n, 0);
	g_string_free(all, TRUE);
}

static void
long_word_is_cut_within_its_cell(void **state)
{
	GString *word = g_string_new(NULL);
	g_autoptr(rc_pages) pages = NULL;
	guint letters = 0;

	for (guint i = 0; i < 600; i++)
		g_string_append_c(word, 'm');
	pages = set("<mainBody><table><tr><td><p>%s</p></td><td><p>%s</p></td>"
	    "</tr></table></mainBody>", word->str, word->str);
	g_string_free(word, TRUE);
	for (guint i = 0; i < page_at(pages, 0)->lines->len; i++) {
		const struct rc_line *line = line_at(page_at(pages, 0), i);

		if (line->role != RC_ROLE_CELL)
			continue;
		assert_true(line->x + line->width < 553);
		letters += run_at(pages, line, 0)->text_len;
	}
	assert_int_equal(letters, 1200);
}

static void
figures_are_even_at_the_end(void **state)
{
	g_autoptr(rc_pages) pages = set("<mainBody><table>"
	    "<tr><td><p>Oil</p></td><td><p>7</p></td></tr>"
	    "<tr><td><p>Wick</p></td><td><p>1 200</p></td></tr>"
	    "</table></mainBody>");
	const struct rc_line *one = find(pages, "7");
	const struct rc_line *other = find(pages, "1 200");

	assert_near(one->x + one->width, COLUMN_END);
	assert_near(other->x + other->width, COLUMN_END);
	assert_near(other->y - one->y, 14.4);
}

static void
spans_past_the_limits_are_kept_within(void **state)
{
	g_autoptr(rc_pages) pages = set("<mainBody><table><tr>"
	    "<td colspan='99999' rowspan='4294967299'><p>wide</p></td>"
	    "<td><p>next</p></td></tr><tr><td colspan='-3'><p>third</p></td>"
	    "</tr></table></mainBody>");

	find(pages, "wide");
	find(pages, "next");
	find(pages, "third");
}

/* ---- text, links, languages ---- */

static void
every_word_comes_back_in_order(void **state)
{
	g_autofree char *text = words(400);
	g_autoptr(rc_pages) pages = set("<mainBody><p>%s</p></mainBody>", text);
	GString *all = g_string_new(NULL);

	for (guint i = 0; i < pages->pages->len; i++) {
		const struct rc_page *page = page_at(pages, i);

		for (guint k = 0; k < page->lines->len; k++) {
			if (line_at(page, k)->role != RC_ROLE_TEXT)
				continue;
			if (all->len)
				g_string_append_c(all, ' ');
			add_line_text(pages, line_at(page, k), all);
		}
	}
	assert_string_equal(all->str, text);
	g_string_free(all, TRUE);
}

static void
links_lead_to_the_symbol(void **state)
{
	g_autoptr(rc_pages) pages = set("<mainBody><p>See <ref href='/akn/un/"
	    "statement/deliberation/unga/1999-12-06/54-49'>54/49</ref>.</p>"
	    "</mainBody>");
	const struct rc_line *line = find(pages, "See");

	assert_int_equal(line->n_runs, 3);
	assert_int_equal(run_at(pages, line, 0)->link, -1);
	assert_int_equal(run_at(pages, line, 1)->link, 0);
	assert_string_equal(pages->links->pdata[0],
	    "https://docs.un.org/en/A/RES/54/49");
}

static void
addresses_are_formed_from_iris(void **state)
{
	static const struct {
		const char *href, *address;
	} rows[] = {
		{"/akn/un/statement/deliberation/unga/1960-12-14/1514-XV",
		    "https://docs.un.org/en/A/RES/1514(XV)"},
		{"/akn/un/statement/deliberation/unsc/2024-12-27/2767-2024",
		    "https://docs.un.org/en/S/RES/2767(2024)"},
		{"/akn/un/statement/deliberation/unga-hrc/2024-10-09/57-10",
		    "https://docs.un.org/en/A/HRC/RES/57/10"},
		{"/akn/un/statement/deliberation/unga/2022-10-12/ES-11-4",
		    "https://docs.un.org/en/A/RES/ES-11/4"},
		{"/akn/un/debateReport/report/unga-c1/2022-11-14/A-77-380/"
		 "!main~para_11", "https://docs.un.org/en/A/77/380"},
		{"https://example.org/x", "https://example.org/x"},
		{"#att_1", NULL}, {"!annex_1", NULL}, {"", NULL},
		{"/akn/un", NULL},
	};
	struct rc_facts facts = {.lang = (char *)"en"};

	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *address =
		    rc_facts_address(&facts, rows[i].href);

		if (rows[i].address)
			assert_string_equal(address, rows[i].address);
		else
			assert_null(address);
	}
}

static void
arabic_lines_start_at_the_right(void **state)
{
	g_autoptr(rc_pages) pages = set_lang("ara", "<coverPage><container>"
	    "<p><docNumber refersTo='#symbol'>A/RES/99/7</docNumber></p>"
	    "</container></coverPage><mainBody><paragraph><num>1 -</num>"
	    "<content><p>تقرر أن تضيء المنارات؛</p></content></paragraph>"
	    "</mainBody>");
	const struct rc_line *line = find(pages, "1 -");
	const struct rc_run *number = run_at(pages, line, 0);
	const struct rc_line *symbol = find(pages, "A/RES");

	assert_near(line->x + number->x + number->width, 612 - STEP_1);
	assert_true(run_at(pages, line, line->n_runs - 1)->rtl);
	assert_near(symbol->x, 612 - 552.3);
	assert_false(run_at(pages, symbol, 0)->rtl);
}

static void
chinese_breaks_between_characters(void **state)
{
	GString *body = g_string_new("<mainBody><p>");
	g_autoptr(rc_pages) pages = NULL;
	const struct rc_line *line;

	for (guint i = 0; i < 60; i++)
		g_string_append(body, "灯塔，");
	g_string_append(body, "</p></mainBody>");
	pages = set_lang("zho", body->str);
	g_string_free(body, TRUE);
	line = find(pages, "灯塔");
	assert_near(line->x + line->width, COLUMN_END);
	for (guint i = 0; line[i].role == RC_ROLE_TEXT && i < 4; i++) {
		g_autoptr(GString) text = g_string_new(NULL);

		add_line_text(pages, &line[i], text);
		assert_false(g_str_has_prefix(text->str, "，"));
	}
}

static void
empty_tree_is_no_document(void **state)
{
	g_autoptr(xmlDoc) doc = xmlNewDoc((const xmlChar *)"1.0");
	g_autoptr(GError) error = NULL;

	assert_null(rc_typeset(doc, RC_ERA_CURRENT, &error));
	assert_true(g_error_matches(error, RC_ERROR, RESCONV_E_FORMAT));
}

static void
statement_without_parts_is_one_page(void **state)
{
	g_autoptr(rc_pages) pages = set("<mainBody/>");

	assert_int_equal(pages->pages->len, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(number_of_title_hangs_before_the_column),
		cmocka_unit_test(numbered_paragraph_turns_over_to_the_column),
		cmocka_unit_test(points_hang_a_step_from_the_second_level),
		cmocka_unit_test(numbers_of_annexes_stand_further_out),
		cmocka_unit_test(annex_of_one_sentence_is_set_as_a_resolution),
		cmocka_unit_test(date_of_adoption_begins_a_line),
		cmocka_unit_test(closing_lines_are_even_at_the_end),
		cmocka_unit_test(other_paragraphs_of_a_number_have_none),
		cmocka_unit_test(no_line_of_a_paragraph_is_alone_on_a_page),
		cmocka_unit_test(lines_stay_between_head_and_foot),
		cmocka_unit_test(heading_goes_with_what_follows),
		cmocka_unit_test(notes_stand_on_the_page_of_their_call),
		cmocka_unit_test(note_longer_than_a_page_goes_on_over_pages),
		cmocka_unit_test(pages_are_numbered_at_the_outer_edge),
		cmocka_unit_test(rows_above_the_body_are_repeated),
		cmocka_unit_test(cell_higher_than_a_page_loses_nothing),
		cmocka_unit_test(long_word_is_cut_within_its_cell),
		cmocka_unit_test(figures_are_even_at_the_end),
		cmocka_unit_test(spans_past_the_limits_are_kept_within),
		cmocka_unit_test(every_word_comes_back_in_order),
		cmocka_unit_test(links_lead_to_the_symbol),
		cmocka_unit_test(addresses_are_formed_from_iris),
		cmocka_unit_test(arabic_lines_start_at_the_right),
		cmocka_unit_test(chinese_breaks_between_characters),
		cmocka_unit_test(empty_tree_is_no_document),
		cmocka_unit_test(statement_without_parts_is_one_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
