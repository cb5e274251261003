/* test_input_akn.c - Akoma Ntoso as input: published files as the text model,
 * our own as the tree. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "akn/akn.h"
#include "base/auto.h"
#include "base/error.h"
#include "base/limits.h"
#include "input/input.h"

#define OPEN "<akomaNtoso xmlns=\"" AKN_NS "\"><statement name=\"resolution\">"
#define CLOSE "</statement></akomaNtoso>"
#define BODY(x) OPEN "<mainBody>" x "</mainBody>" CLOSE
#define PREAMBLE(x) OPEN "<preamble>" x "</preamble>" CLOSE
#define COVER(x) OPEN "<coverPage>" x "</coverPage>" CLOSE
/* A paragraph as published files have it. */
#define PARA(class, num, text)                                              \
	"<paragraph class=\"" class "\">\n  " num "\n  <content>\n    "      \
	"<p xml:space=\"preserve\">" text "</p>\n  </content>\n</paragraph>\n"
#define NUM(n) "<num>" n "</num>"
#define NOTE(marker, text)                                                  \
	"<authorialNote marker=\"" marker "\" placement=\"bottom\">"         \
	"<p xml:space=\"preserve\">" text "</p></authorialNote>"

static const struct rc_input *
akn(void)
{
	const struct rc_input *input = rc_input_find("akn");

	assert_non_null(input);
	return input;
}

/* ---- the text model as text ----
 * A line a paragraph: role, depth if known, "[marker]" and the rest, calls as
 * {n}, what has a look as <b ...>. */

static const char *
role_name(guint role)
{
	static const char *const names[] = {
	    [RC_ROLE_UNKNOWN] = "?",
	    [RC_ROLE_PUBLISHER] = "publisher",
	    [RC_ROLE_SYMBOL] = "symbol",
	    [RC_ROLE_ORGAN] = "organ",
	    [RC_ROLE_BODY] = "body",
	    [RC_ROLE_DISTRIBUTION] = "distribution",
	    [RC_ROLE_ISSUED] = "issued",
	    [RC_ROLE_DOCTYPE] = "doctype",
	    [RC_ROLE_ORIGINAL] = "original",
	    [RC_ROLE_SESSION] = "session",
	    [RC_ROLE_SESSION_DATES] = "dates",
	    [RC_ROLE_AGENDA_ITEM] = "item",
	    [RC_ROLE_AGENDA_TITLE] = "item-title",
	    [RC_ROLE_ADOPTION] = "adoption",
	    [RC_ROLE_PROPONENT] = "proponent",
	    [RC_ROLE_TITLE] = "title",
	    [RC_ROLE_PART] = "part",
	    [RC_ROLE_FORMULA] = "formula",
	    [RC_ROLE_RECITAL] = "recital",
	    [RC_ROLE_TEXT] = "text",
	    [RC_ROLE_HEADING] = "heading",
	    [RC_ROLE_ANNEX] = "annex",
	    [RC_ROLE_CONCLUSION] = "conclusion",
	    [RC_ROLE_JOB] = "job",
	};

	return names[role];
}

static void
show_look(GString *out, const struct rc_span *span)
{
	static const char letters[] = "bi^_l";

	g_string_append_c(out, '<');
	for (guint i = 0; letters[i]; i++)
		if (span->style & 1u << i)
			g_string_append_c(out, letters[i]);
	g_string_append_c(out, ' ');
}

/* What begins or ends before the byte at `at`. */
static void
show_at(GString *out, const struct rc_text *text, const struct rc_para *para,
    guint32 at)
{
	for (guint i = 0; i < para->n_spans; i++)
		if (rc_para_span(text, para, i)->end == at)
			g_string_append_c(out, '>');
	for (guint i = 0; i < para->n_calls; i++) {
		const struct rc_call *call = &g_array_index(text->calls,
		    struct rc_call, para->call + i);

		if (call->at == at)
			g_string_append_printf(out, "{%s}",
			    g_array_index(text->notes, struct rc_note,
			        call->note).marker);
	}
	for (guint i = 0; i < para->n_spans; i++)
		if (rc_para_span(text, para, i)->start == at)
			show_look(out, rc_para_span(text, para, i));
	if (para->marker && para->marker == at)
		g_string_append_c(out, ']');
}

static void
show_text(GString *out, const struct rc_text *text,
    const struct rc_para *para)
{
	if (para->marker)
		g_string_append_c(out, '[');
	for (guint32 at = 0; at <= para->len; at++) {
		show_at(out, text, para, at);
		if (at < para->len)
			g_string_append_c(out, para->text[at]);
	}
}

static void
show_row(GString *out, const struct rc_text *text, const struct rc_para *row)
{
	g_string_append(out, row->header ? "header" : "row");
	for (guint i = 0; i < row->n_cells; i++) {
		const struct rc_para *cell = &g_array_index(text->cells,
		    struct rc_para, row->cell + i);

		g_string_append(out, " |");
		if (cell->columns || cell->rows)
			g_string_append_printf(out, "%ux%u:", cell->columns,
			    cell->rows);
		show_text(out, text, cell);
	}
}

static void
show_para(GString *out, const struct rc_text *text,
    const struct rc_para *para)
{
	if (para->kind == RC_PARA_ROW)
		show_row(out, text, para);
	else if (para->kind == RC_PARA_TABLE_END)
		g_string_append(out, "end");
	else {
		g_string_append(out, role_name(para->role));
		if (para->depth > 0)
			g_string_append_printf(out, " %d", para->depth);
		g_string_append(out, ": ");
		show_text(out, text, para);
	}
	g_string_append_c(out, '\n');
}

static void
show_notes(GString *out, const struct rc_text *text)
{
	for (guint i = 0; i < text->notes->len; i++) {
		const struct rc_note *note = &g_array_index(text->notes,
		    struct rc_note, i);

		g_string_append_printf(out, "{%s}", note->marker);
		for (guint k = 0; k < note->n_paras; k++) {
			g_string_append_c(out, ' ');
			show_text(out, text,
			    &g_array_index(text->note_paras, struct rc_para,
			        note->para + k));
		}
		g_string_append_c(out, '\n');
	}
}

static void
assert_reads(const char *xml, const char *expected)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(GError) error = NULL;
	struct rc_text text;
	xmlDoc *tree = NULL;

	rc_text_init(&text);
	if (!akn()->read(xml, strlen(xml), NULL, NULL, &text, &tree, &error))
		fail_msg("%s", error->message);
	assert_null(tree);
	assert_non_null(text.tree);
	for (guint i = 0; i < text.paras->len; i++)
		show_para(out, &text, rc_text_para(&text, i));
	show_notes(out, &text);
	assert_string_equal(out->str, expected);
	rc_text_done(&text);
}

static void
assert_refused(const char *xml, gsize size, resconv_status status,
    const char *because)
{
	g_autoptr(GError) error = NULL;
	struct rc_text text;
	xmlDoc *tree = NULL;

	rc_text_init(&text);
	assert_false(akn()->read(xml, size, NULL, NULL, &text, &tree, &error));
	assert_int_equal(error->code, status);
	if (!strstr(error->message, because))
		fail_msg("\"%s\" is not in \"%s\"", because, error->message);
	assert_null(tree);
	rc_text_done(&text);
}

/* ---- cover page and preface ---- */

static void
cover_lines_have_roles_in_print_order(void **state)
{
	assert_reads(OPEN
	    "<meta><presentation><docketNumber> 44-10101 (E) </docketNumber>"
	    "</presentation></meta><coverPage>"
	    "<p><span class=\"upperLeft\"><docAuthority "
	    "refersTo=\"#publisher\">United Nations</docAuthority></span></p>"
	    "<p><docNumber refersTo=\"#symbol\">A/RES/99/7</docNumber></p>"
	    "<p><img src=\"logo-un.jpg\"></img><docAuthority "
	    "refersTo=\"#issuingBody\">General Assembly</docAuthority></p>"
	    "<p><docStatus>Distr.: General</docStatus></p>"
	    "<p><docDate refersTo=\"#dateOfIssuance\">3 May 2045</docDate></p>"
	    "<p><inline name=\"originalLanguage\">Original: English</inline>"
	    "</p>"
	    "<p><docAuthority refersTo=\"#subsidiaryBody\">Human Rights "
	    "Council</docAuthority></p>"
	    "<p><session value=\"99\">Ninety-ninth session</session></p>"
	    "<p><inline title=\"7\" name=\"agenda item\">Agenda item 7"
	    "</inline></p>"
	    "<p><inline name=\"agenda item name\">Lamps</inline></p>"
	    "<p><docTitle>Resolution adopted by the General Assembly on 2 May "
	    "2045</docTitle></p>"
	    "<p><docProponent>[on the report of the First Committee "
	    "(<inline name=\"originating document\">A/99/3</inline>)]"
	    "</docProponent></p></coverPage><preface/><mainBody>"
	    "<p>Lamps burn.</p></mainBody>" CLOSE,
	    "publisher: United Nations\nsymbol: A/RES/99/7\n"
	    "organ: General Assembly\ndistribution: Distr.: General\n"
	    "issued: 3 May 2045\noriginal: Original: English\n"
	    "body: Human Rights Council\nsession: Ninety-ninth session\n"
	    "item: Agenda item 7\nitem-title: Lamps\n"
	    "adoption: Resolution adopted by the General Assembly on 2 May "
	    "2045\n"
	    "proponent: [on the report of the First Committee (A/99/3)]\n"
	    "job: 44-10101 (E)\ntext: Lamps burn.\n");
}

static void
job_number_without_cover_comes_last(void **state)
{
	assert_reads(OPEN "<meta><docketNumber>44-1</docketNumber></meta>"
	    "<mainBody><p>Lamps burn.</p></mainBody>" CLOSE,
	    "text: Lamps burn.\njob: 44-1\n");
}

static void
number_and_title_are_one_line_with_its_note(void **state)
{
	assert_reads(OPEN "<preface>\n<p>\n<docNumber>99/7.</docNumber>\n"
	    "<docTitle refersTo=\"#resolutionTitle\">\n<span class=\"bold\">"
	    "\tCoastal lamps</span>\n</docTitle>" NOTE("1", "\t\tBy night.")
	    "\n</p>\n</preface>" CLOSE,
	    "title: 99/7. <b Coastal lamps>{1}\n{1} By night.\n");
}

static void
council_heading_on_the_cover_is_title_and_adoption(void **state)
{
	assert_reads(COVER("<p xml:space=\"preserve\">\n  <docTitle "
	    "refersTo=\"#resolutionNumber\">\t\tResolution 9901 (2045)"
	    "</docTitle></p><p><docTitle refersTo=\"#adoption\">Adopted at its "
	    "<inline name=\"adoptionMeeting\">12001st meeting</inline>, on"
	    "<docDate refersTo=\"#adoptionDate\">2 May 2045</docDate>"
	    "</docTitle></p>"
	    "<p><docTitle refersTo=\"#resolutionNumber\"></docTitle></p>"),
	    "title: Resolution 9901 (2045)\n"
	    "adoption: Adopted at its 12001st meeting, on 2 May 2045\n");
}

static void
decision_says_so_above_its_session(void **state)
{
	assert_reads(COVER("<p><docType>Decision</docType></p><p><docProponent "
	    "refersTo=\"#noMainCommittee\">Plenary</docProponent></p><p>"
	    "<inline name=\"decision type\">Other decisions</inline></p>"),
	    "doctype: Decision\nproponent: Plenary\n?: Other decisions\n");
}

static void
sponsors_of_a_draft_are_its_proponent(void **state)
{
	assert_reads(OPEN "<preface><p><docTitle refersTo=\"sponsors\">\t\t"
	    "Ruritania: draft resolution</docTitle></p></preface>" CLOSE,
	    "proponent: Ruritania: draft resolution\n");
}

static void
dates_of_a_session_get_the_dash_between_them(void **state)
{
	assert_reads(COVER("<p><event refersTo=\"#session\">\n"
	    "<date refersTo=\"#startDate\">3 May</date>\n"
	    "<date refersTo=\"#endDate\">9 June 2045</date>\n</event></p>"),
	    "dates: 3 May–9 June 2045\n");
}

static void
parts_of_a_collection_have_letter_and_title(void **state)
{
	assert_reads("<akomaNtoso xmlns=\"" AKN_NS "\"><documentCollection>"
	    "<preface><p><docNumber>99/8.</docNumber> <docTitle>Oil</docTitle>"
	    "</p></preface></documentCollection><components><component>"
	    "<statement><preface><p>\n<docNumber>A</docNumber>\n<docTitle>"
	    "<span class=\"bold\">Lamp oil</span></docTitle></p></preface>"
	    "<preamble><formula><p>The General Assembly</p></formula>"
	    "</preamble><conclusions><p>9th meeting<eol />2 May 2045</p>"
	    "</conclusions></statement></component><component><statement>"
	    "<preface><p><docNumber>B</docNumber></p></preface></statement>"
	    "</component></components></akomaNtoso>",
	    "title: 99/8. Oil\npart: A\nheading: <b Lamp oil>\n"
	    "formula: The General Assembly\nconclusion: 9th meeting\n"
	    "conclusion: 2 May 2045\npart: B\n");
}

static void
letter_alone_in_a_preface_is_a_part(void **state)
{
	assert_reads(OPEN "<preface><p><docNumber>99/8.</docNumber><docTitle "
	    "refersTo=\"#resolutionTitle\">Oil</docTitle></p><p><docNumber "
	    "refersTo=\"#letter\"><span class=\"bold\">B</span></docNumber>"
	    NOTE("2", "99/8 becomes 99/8 A.") "</p></preface>" CLOSE,
	    "title: 99/8. Oil\npart: <b B>{2}\n{2} 99/8 becomes 99/8 A.\n");
}

/* ---- numbers ---- */

static void
num_begins_the_text_without_tabs(void **state)
{
	assert_reads(BODY(PARA("SingleTxt", NUM("\t1.\t"),
	                 "\t<span class=\"italic\">Decides </span>to sail; ")
	             PARA("SingleTxt", NUM(" 2 -\n"), "\tتقرر")),
	    "text: [1.] <i Decides> to sail;\ntext: [2 -] تقرر\n");
}

static void
number_left_in_the_text_is_known_by_its_tab(void **state)
{
	assert_reads(BODY(
	    PARA("MercuryDocument", "",
	        "\t1 -\t<span class=\"bold italic\">تؤيد</span> العمل؛")
	    PARA("MercuryDocument", "", "\t(أ)\xE2\x80\x8F\tالمصابيح؛")
	    PARA("MercuryDocument", "", "\t’1‘\tالزيت؛")
	    PARA("MercuryDocument", "", "•\tOil;")
	    PARA("MercuryDocument", "", "Lamps\tand oil;")),
	    "text: [1 -] <bi تؤيد> العمل؛\ntext: [(أ)] المصابيح؛\n"
	    "text: [’1‘] الزيت؛\ntext: [•] Oil;\ntext: Lamps and oil;\n");
}

static void
numbers_that_follow_one_another_are_known(void **state)
{
	assert_reads(BODY(PARA("", "", "\ta)\xC2\xA0lamps;")
	             PARA("", "", "\tb)\xC2\xA0oil;")
	             PARA("", "", "c. 1900 lamps burned.")),
	    "text: [a)]\xC2\xA0lamps;\ntext: [b)]\xC2\xA0oil;\n"
	    "text: c. 1900 lamps burned.\n");
}

static void
count_number_torn(void *payload, const resconv_diag *diag)
{
	guint *n = payload;

	assert_string_equal(diag->slug, "number-torn");
	assert_int_not_equal(diag->line, 0);
	++*n;
}

static void
number_alone_goes_to_the_text_after_it(void **state)
{
	const char *xml = BODY(PARA("", NUM("1."), "") PARA("", "", "Sails;")
	    PARA("", "", "(1)") PARA("", "", "lamps;"));
	g_autoptr(GError) error = NULL;
	guint n = 0;
	struct rc_diags diags = {.fn = count_number_torn, .payload = &n};
	struct rc_text text;
	xmlDoc *tree = NULL;

	assert_reads(xml, "text: [1.] Sails;\ntext: [(1)] lamps;\n");
	rc_text_init(&text);
	assert_true(akn()->read(xml, strlen(xml), NULL, &diags, &text, &tree,
	    &error));
	assert_int_equal(n, 2);
	rc_text_done(&text);
}

static void
number_alone_before_a_numbered_text_stays_alone(void **state)
{
	assert_reads(BODY(PARA("", NUM("1."), "") PARA("", NUM("2."), "Oil.")),
	    "text: [1.]\ntext: [2.] Oil.\n");
}

static void
points_have_the_depth_of_their_lists(void **state)
{
	assert_reads(BODY("<paragraph><num>1.</num><list><intro><p>\tAsks:</p>"
	    "</intro><point><num>(a)</num><content><p>\tLamps:</p></content>"
	    "</point><sublist><point><num>(i)</num><content><p>\tRed;</p>"
	    "</content></point></sublist></list></paragraph>"
	    PARA("SingleTxt", NUM("(b)"), "\tOil.")),
	    "text: [1.] Asks:\ntext 1: [(a)] Lamps:\ntext 2: [(i)] Red;\n"
	    "text: [(b)] Oil.\n");
}

/* ---- headings ---- */

static void
styled_and_bold_paragraphs_are_headings(void **state)
{
	assert_reads(BODY("<paragraph class=\"H23\"><subheading>\t\tLamps"
	    "</subheading></paragraph>"
	    PARA("H4", "", "\t\tOil")
	    PARA("MercuryDocument", "", "<span class=\"bold\">Wicks</span>")),
	    "heading: Lamps\nheading: Oil\nheading: <b Wicks>\n");
}

static void
bold_lead_or_sentence_is_no_heading(void **state)
{
	assert_reads(BODY(
	    PARA("", "", "<span class=\"bold italic\">تقرر</span>")
	    PARA("", "", "<span class=\"bold\">Lamps burn.</span>")
	    PARA("H1", "", "Lamps burn;")),
	    "text: <bi تقرر>\ntext: <b Lamps burn.>\ntext: Lamps burn;\n");
}

static void
section_has_number_and_heading_of_its_own(void **state)
{
	assert_reads(BODY("<section>\n<num>I</num>\n<subheading>Lamps"
	    "</subheading><crossHeading refersTo=\"#preamble\"><span "
	    "class=\"italic\">\tRecalling</span> the dark,</crossHeading>"
	    PARA("SingleTxt", NUM("1."), "\tAsks;") "</section>"),
	    "heading: I\nheading: Lamps\nrecital: <i Recalling> the dark,\n"
	    "text: [1.] Asks;\n");
}

/* ---- preamble ---- */

static void
recitals_keep_their_points_and_further_paragraphs(void **state)
{
	assert_reads(PREAMBLE("<formula name=\"enactingFormula\"><p>\n<span "
	    "class=\"italic\">The General Assembly</span>,</p></formula>"
	    "<container name=\"Noting\"><blockList><listIntroduction>\t<span "
	    "class=\"italic\">Noting</span>:</listIntroduction><item>"
	    "<num>(a)</num><p>\tThe dark;</p></item></blockList></container>"
	    "<container name=\"Aware\"><p>Aware,</p><p>And awake,</p>"
	    "<p> </p></container>"),
	    "formula: <i The General Assembly>,\nrecital: <i Noting>:\n"
	    "recital 1: [(a)] The dark;\nrecital: Aware,\n"
	    "recital: And awake,\n");
}

static void
operative_paragraph_in_the_preamble_is_text(void **state)
{
	assert_reads(PREAMBLE("<container><p>大会，</p></container>"
	    "<container><blockList><listIntroduction>决定：</listIntroduction>"
	    "<item><num>1.</num><p>\t点灯；</p></item></blockList></container>"
	    "<container><p>又决定：</p></container>"),
	    "recital: 大会，\nrecital: 决定：\ntext: [1.] 点灯；\n"
	    "text: 又决定：\n");
}

static void
embedded_draft_and_second_preamble_keep_their_order(void **state)
{
	assert_reads(OPEN "<mainBody>"
	    PARA("", "", "Recommends the draft:<embeddedStructure>"
	        "<container name=\"formula\"><p>The Assembly,</p></container>"
	        "<container name=\"Aware\"><p>Aware,</p></container>"
	        PARA("", NUM("1."), "Asks.") "</embeddedStructure>\n")
	    "</mainBody><components><component><statement><preamble><formula>"
	    "<p>The Council,</p></formula><container><p>Awake,</p></container>"
	    "</preamble></statement></component></components>" CLOSE,
	    "text: Recommends the draft:\nformula: The Assembly,\n"
	    "recital: Aware,\ntext: [1.] Asks.\nformula: The Council,\n"
	    "recital: Awake,\n");
}

/* ---- notes ---- */

static void
note_is_called_where_it_stands(void **state)
{
	assert_reads(BODY(PARA("", NUM("1."), "\tLamps," NOTE("1",
	        "\t\t<a href=\"https://example.org/l\">A/99/1</a>.")
	        " and oil;" NOTE("2", "2\tSee note 1."))),
	    "text: [1.] Lamps,{1} and oil;{2}\n{1} <l A/99/1>.\n"
	    "{2} See note 1.\n");
}

static void
arabic_brackets_round_a_call_are_dropped(void **state)
{
	assert_reads(BODY(PARA("", "", "\tالمصابيح<sup>(</sup>"
	        NOTE("(1)", "\t()\tالزيت.") "<sup>)</sup>، (الزيت(<sup>)</sup>"
	        NOTE("2", "\t( )\tالفتيل.") "<sup>)</sup>؛")),
	    "text: المصابيح{1}، (الزيت){2}؛\n{1} الزيت.\n{2} الفتيل.\n");
}

static void
empty_note_calls_again_and_a_bare_number_stays_raised(void **state)
{
	assert_reads(BODY(PARA("", "", "Lamps" NOTE("1", "Oil.")
	        ", wicks<authorialNote marker=\"1\"/>, hulls<sup>1</sup>.")),
	    "text: Lamps{1}, wicks{1}, hulls<^ 1>.\n{1} Oil.\n");
}

/* ---- text ---- */

static void
looks_are_spans_without_blanks_at_their_ends(void **state)
{
	assert_reads(BODY(PARA("", "", "\t<span class=\"italic\">\tNotes "
	        "</span>H<sub>2</sub>O, <b>oil</b> and "
	        "<a href=\"https://x/290\">75/</a><a href=\"https://x/290\">2"
	        "</a><a href=\"https://x/290\">90</a> A")),
	    "text: <i Notes> H<_ 2>O, <b oil> and <l 75/290> A\n");
}

static void
white_space_is_folded_and_special_characters_kept(void **state)
{
	assert_reads(BODY(PARA("", "", "\xC2\xA0\t New\xC2\xA0York\t\n  and  "
	        "S\xE2\x80\x91" "24 \xC2\xA0") "<p>\xC2\xA0</p><p/>"
	    "<!-- no text --><p>l&#x2019;eau &amp; l<![CDATA[<a>]]></p>"),
	    "text: New\xC2\xA0York and S\xE2\x80\x91" "24\n"
	    "text: l’eau & l<a>\n");
}

static void
unknown_elements_lose_no_text(void **state)
{
	assert_reads(BODY("<toc><tocItem>Oil</tocItem>Wicks</toc><p>A <novel>"
	    "lamp</novel> burns.</p>Loose."),
	    "text: Oil\ntext: Wicks\ntext: A lamp burns.\ntext: Loose.\n");
}

static void
quotation_marks_in_attributes_are_printed(void **state)
{
	assert_reads(BODY("<p>Says <embeddedText startQuote=\"“\" "
	    "endQuote=\"”\">dark</embeddedText>:</p><embeddedStructure "
	    "startQuote=\"«\" endQuote=\"»\"><p>Light.</p><p>Oil.</p>"
	    "</embeddedStructure>"),
	    "text: Says “dark”:\ntext: «Light.\ntext: Oil.»\n");
}

/* ---- tables ---- */

static void
tables_are_rows_of_cells_with_their_spans(void **state)
{
	assert_reads(BODY("<container name=\"table\"><table>\n<tr><th "
	    "colspan=\"2\"><p><span class=\"italic\">Lamps</span></p></th></tr>"
	    "<tr><th></th><th></th></tr><tr><td rowspan=\"2\"><p>Red</p>"
	    "<p>or blue</p></td><td><p>1" NOTE("a", "Lit.") "</p></td></tr>"
	    "<tr><td/></tr></table></container><table><tr><td>2</td></tr>"
	    "</table>" PARA("", "", "Oil.")),
	    "header |2x0:<i Lamps>\nrow |0x2:Red\nor blue |1{a}\nrow |\nend\n"
	    "row |2\nend\ntext: Oil.\n{a} Lit.\n");
}

/* ---- closing lines and annexes ---- */

static void
closing_lines_break_where_they_are_broken(void **state)
{
	assert_reads(OPEN "<conclusions><p>\n<event><location>9th meeting"
	    "</location>\n<eol />\n<docDate>2 May 2045</docDate></event></p>"
	    "<p><vote><outcome>[Adopted by a vote of <quantity>2</quantity> to "
	    "<quantity>1</quantity>:<outcome>In favour:<eol /><organization>"
	    "Ruritania, Syldavia</organization></outcome><outcome>Against:"
	    "<eol /><organization>Borduria]</organization></outcome></outcome>"
	    "</vote></p></conclusions>" CLOSE,
	    "conclusion: 9th meeting\nconclusion: 2 May 2045\n"
	    "conclusion: [Adopted by a vote of 2 to 1:\n"
	    "conclusion: In favour:\nconclusion: Ruritania, Syldavia\n"
	    "conclusion: Against:\nconclusion: Borduria]\n");
}

static void
annexes_have_label_heading_and_text(void **state)
{
	assert_reads(OPEN "<attachments><attachment><doc name=\"annex\">"
	    "<mainBody>"
	    PARA("H1", "", "<span class=\"bold\">\t\tAnnex I</span>")
	    PARA("H1", "", "<span class=\"bold\">\t\tRules of lamps</span>")
	    PARA("SingleTxt", NUM("1."), "\tLight.")
	    PARA("SingleTxt", "", "\tAnnex II")
	    PARA("SingleTxt", "", "\tOil.")
	    "</mainBody></doc></attachment><attachment><doc><preface><p>"
	    "<docType>Annex</docType> <docNumber>III</docNumber></p><p>"
	    "<docTitle>Wicks</docTitle></p></preface></doc></attachment>"
	    "</attachments>" CLOSE,
	    "annex: <b Annex I>\nheading: <b Rules of lamps>\n"
	    "text: [1.] Light.\nannex: Annex II\ntext: Oil.\n"
	    "annex: Annex III\nheading: Wicks\n");
}

/* ---- what is told of the whole ---- */

static void
language_and_places_come_from_the_file(void **state)
{
	const char *xml = OPEN "<meta><identification><FRBRExpression>"
	    "<FRBRlanguage language=\"fra\"/></FRBRExpression>"
	    "</identification></meta>\n<mainBody>\n<p>L’huile.</p></mainBody>"
	    CLOSE;
	struct rc_text text;
	xmlDoc *tree = NULL;

	rc_text_init(&text);
	assert_true(akn()->read(xml, strlen(xml), NULL, NULL, &text, &tree,
	    NULL));
	assert_string_equal(text.language, "fra");
	assert_int_equal(rc_text_para(&text, 0)->at.line, 3);
	rc_text_done(&text);
}

static void
other_encodings_are_read(void **state)
{
	const char *xml = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"
	    "<akomaNtoso><p>caf\xE9</p></akomaNtoso>";

	assert_reads(xml, "text: café\n");
}

/* ---- our own profile ---- */

#define OWN                                                                 \
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                       \
	"<akomaNtoso xmlns=\"" AKN_NS "\" xmlns:akn4un=\"" AKN4UN_NS "\">\n" \
	"  <statement name=\"resolution\">\n"                                \
	"    <meta>\n"                                                       \
	"      <references source=\"#source\">\n"                            \
	"        <TLCOrganization eId=\"source\" href=\"/akn/ontology/"      \
	"organization/un/markupAuthor\" showAs=\"R&amp;D\"/>\n"              \
	"      </references>\n"                                              \
	"    </meta>\n"                                                      \
	"    <mainBody>\n"                                                   \
	"      <paragraph eId=\"para_1\">\n"                                 \
	"        <num>1.</num>\n"                                            \
	"        <content>\n"                                                \
	"          <p><i>Asks</i> <b>for</b> light;<authorialNote "          \
	"marker=\"1\"><p>A </p></authorialNote> <novel> <b>x</b></novel></p>" \
	"\n"                                                                 \
	"        </content>\n"                                               \
	"      </paragraph>\n"                                               \
	"    </mainBody>\n"                                                  \
	"  </statement>\n"                                                   \
	"</akomaNtoso>\n"

static void
own_profile_is_the_tree_itself_byte_for_byte(void **state)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(xmlDoc) tree = NULL;
	struct rc_text text;

	rc_text_init(&text);
	assert_true(akn()->read(OWN, strlen(OWN), NULL, NULL, &text, &tree,
	    NULL));
	assert_int_equal(text.paras->len, 0);
	assert_null(text.tree);
	akn_serialize(tree, 2, out);
	assert_string_equal(out->str, OWN);
	rc_text_done(&text);
}

static void
white_space_between_blocks_is_no_text(void **state)
{
	const char *xml = "<akomaNtoso xmlns=\"" AKN_NS "\"><statement><meta>"
	    "<identification><FRBRWork><FRBRthis value=\"/akn/un/x/!main\"/>"
	    "<FRBRauthor href=\"#ga\"/><FRBRnumber value=\"99-7\"/></FRBRWork>"
	    "</identification></meta><mainBody> <!-- c -->\n<p>A "
	    "<authorialNote>\n <p> B</p>\n</authorialNote></p> </mainBody>"
	    "</statement></akomaNtoso>";
	g_autoptr(xmlDoc) tree = NULL;
	const xmlNode *body, *note;
	struct rc_text text;

	rc_text_init(&text);
	assert_true(akn()->read(xml, strlen(xml), NULL, NULL, &text, &tree,
	    NULL));
	body = akn_find(xmlDocGetRootElement(tree), AKN_MAIN_BODY);
	note = akn_find(body, AKN_AUTHORIAL_NOTE);
	assert_ptr_equal(body->children, body->last);
	assert_ptr_equal(note->children, note->last);
	assert_string_equal((const char *)note->children->children->content,
	    " B");
	rc_text_done(&text);
}

/* ---- what is refused ---- */

static void
xml_of_another_kind_is_refused(void **state)
{
	const char *xml = "<svg/>";

	assert_refused(xml, strlen(xml), RESCONV_E_FORMAT,
	    "<svg>, not <akomaNtoso>");
}

static void
damage_is_named_with_its_line(void **state)
{
	const char *xml = BODY("\n<p>Oil</q>");

	assert_refused(xml, strlen(xml), RESCONV_E_FORMAT, "line 2, column");
	assert_refused(xml, strlen(xml), RESCONV_E_FORMAT, "tag mismatch");
	assert_refused(xml, strlen(xml), RESCONV_E_FORMAT, "akn.recover=yes");
	assert_refused("", 0, RESCONV_E_FORMAT, "not well-formed");
}

static void
count_damage(void *payload, const resconv_diag *diag)
{
	guint *n = payload;

	assert_string_equal(diag->slug, "xml-damaged");
	assert_int_equal(diag->line, 1);
	++*n;
}

static void
damage_is_told_and_read_over_when_asked_to(void **state)
{
	const char *xml = BODY("<p>Oil</q></p><p>Lamps</p>");
	struct rc_settings settings = {0};
	guint n = 0;
	struct rc_diags diags = {.fn = count_damage, .payload = &n};
	struct rc_text text;
	xmlDoc *tree = NULL;

	assert_true(rc_setting_put(&settings, "akn", akn()->format.options,
	    "yes", NULL));
	rc_text_init(&text);
	assert_true(akn()->read(xml, strlen(xml), &settings, &diags, &text,
	    &tree, NULL));
	assert_int_equal(n, 1);
	assert_string_equal(rc_text_para(&text, 0)->text, "Oil");
	rc_text_done(&text);
	rc_settings_done(&settings);
}

static void
entities_of_the_file_are_refused(void **state)
{
	const char *bomb = "<!DOCTYPE a [<!ENTITY b \"oil\"><!ENTITY c "
	    "\"&b;&b;&b;&b;\">]><akomaNtoso><p>&c;</p></akomaNtoso>";
	const char *outside = "<!DOCTYPE a [<!ENTITY b SYSTEM \"/no/file\">]>"
	    "<akomaNtoso><p>&b;</p></akomaNtoso>";
	const char *unknown = "<!DOCTYPE a SYSTEM \"/no/file\">"
	    "<akomaNtoso><p>&b;</p></akomaNtoso>";

	assert_refused(bomb, strlen(bomb), RESCONV_E_FORMAT, "entities");
	assert_refused(outside, strlen(outside), RESCONV_E_FORMAT,
	    "entities");
	assert_refused(unknown, strlen(unknown), RESCONV_E_FORMAT,
	    "not declared");
}

static void
append_times(GString *out, const char *s, guint n)
{
	while (n--)
		g_string_append(out, s);
}

static void
limits_are_errors_of_their_own(void **state)
{
	g_autoptr(GString) deep = g_string_new("<akomaNtoso>");
	g_autoptr(GString) wide = g_string_new(
	    "<akomaNtoso><table><tr>");
	g_autoptr(GString) noted = g_string_new("<akomaNtoso><p>");

	append_times(deep, "<a>", RC_MAX_TREE_DEPTH);
	append_times(deep, "</a>", RC_MAX_TREE_DEPTH);
	g_string_append(deep, "</akomaNtoso>");
	assert_refused(deep->str, deep->len, RESCONV_E_LIMIT, "200 deep");
	append_times(wide, "<td/>", RC_MAX_TABLE_COLUMNS + 1);
	g_string_append(wide, "</tr></table></akomaNtoso>");
	assert_refused(wide->str, wide->len, RESCONV_E_LIMIT, "64 columns");
	append_times(noted, NOTE("1", "x"), RC_MAX_NOTES + 1);
	g_string_append(noted, "</p></akomaNtoso>");
	assert_refused(noted->str, noted->len, RESCONV_E_LIMIT,
	    "20000 notes");
}

static void
files_are_recognised_by_their_root(void **state)
{
	const char *plain = "The General Assembly,";
	const char *xml = "<?xml version=\"1.0\"?><akomaNtoso/>";
	const char *wide = "<\0a\0k\0o\0m\0a\0N\0t\0o\0s\0o\0";
	const char *other = "<?xml version=\"1.0\"?><svg/>";

	assert_int_equal(akn()->sniff(xml, strlen(xml), NULL), 100);
	assert_int_equal(akn()->sniff(wide, 22, NULL), 100);
	assert_in_range(akn()->sniff(other, strlen(other), NULL), 1, 50);
	assert_int_equal(akn()->sniff(plain, strlen(plain), NULL), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(cover_lines_have_roles_in_print_order),
	    cmocka_unit_test(job_number_without_cover_comes_last),
	    cmocka_unit_test(number_and_title_are_one_line_with_its_note),
	    cmocka_unit_test(
	        council_heading_on_the_cover_is_title_and_adoption),
	    cmocka_unit_test(decision_says_so_above_its_session),
	    cmocka_unit_test(sponsors_of_a_draft_are_its_proponent),
	    cmocka_unit_test(dates_of_a_session_get_the_dash_between_them),
	    cmocka_unit_test(parts_of_a_collection_have_letter_and_title),
	    cmocka_unit_test(letter_alone_in_a_preface_is_a_part),
	    cmocka_unit_test(num_begins_the_text_without_tabs),
	    cmocka_unit_test(number_left_in_the_text_is_known_by_its_tab),
	    cmocka_unit_test(numbers_that_follow_one_another_are_known),
	    cmocka_unit_test(number_alone_goes_to_the_text_after_it),
	    cmocka_unit_test(number_alone_before_a_numbered_text_stays_alone),
	    cmocka_unit_test(points_have_the_depth_of_their_lists),
	    cmocka_unit_test(styled_and_bold_paragraphs_are_headings),
	    cmocka_unit_test(bold_lead_or_sentence_is_no_heading),
	    cmocka_unit_test(section_has_number_and_heading_of_its_own),
	    cmocka_unit_test(
	        recitals_keep_their_points_and_further_paragraphs),
	    cmocka_unit_test(operative_paragraph_in_the_preamble_is_text),
	    cmocka_unit_test(
	        embedded_draft_and_second_preamble_keep_their_order),
	    cmocka_unit_test(note_is_called_where_it_stands),
	    cmocka_unit_test(arabic_brackets_round_a_call_are_dropped),
	    cmocka_unit_test(
	        empty_note_calls_again_and_a_bare_number_stays_raised),
	    cmocka_unit_test(looks_are_spans_without_blanks_at_their_ends),
	    cmocka_unit_test(
	        white_space_is_folded_and_special_characters_kept),
	    cmocka_unit_test(unknown_elements_lose_no_text),
	    cmocka_unit_test(quotation_marks_in_attributes_are_printed),
	    cmocka_unit_test(tables_are_rows_of_cells_with_their_spans),
	    cmocka_unit_test(closing_lines_break_where_they_are_broken),
	    cmocka_unit_test(annexes_have_label_heading_and_text),
	    cmocka_unit_test(language_and_places_come_from_the_file),
	    cmocka_unit_test(other_encodings_are_read),
	    cmocka_unit_test(own_profile_is_the_tree_itself_byte_for_byte),
	    cmocka_unit_test(white_space_between_blocks_is_no_text),
	    cmocka_unit_test(xml_of_another_kind_is_refused),
	    cmocka_unit_test(damage_is_named_with_its_line),
	    cmocka_unit_test(damage_is_told_and_read_over_when_asked_to),
	    cmocka_unit_test(entities_of_the_file_are_refused),
	    cmocka_unit_test(limits_are_errors_of_their_own),
	    cmocka_unit_test(files_are_recognised_by_their_root),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
