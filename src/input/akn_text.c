/* akn_text.c - the walk over a published Akoma Ntoso file.
 *
 * Blocks cut the text into paragraphs; inline elements give it a look. What
 * an element is not known to be is text, so that none is lost. */
#include "input/akn_text.h"

#include <string.h>

#include "base/error.h"

/* What is done where an element begins and ends; the frame is its own. */
typedef void (*step_fn)(struct akn_reading *r, const struct akn_iter *it);

struct rule {
	guint8 cut;     /* a paragraph ends where it begins and ends */
	guint8 role;    /* enum rc_role of what is in it; 0: as around it */
	guint8 style;   /* enum rc_style of what is in it */
	gint8 lists;    /* how many lists it opens */
	step_fn enter, leave;
};

/* Elements outside the profile that are read like one of it. */
static const struct {
	const char *tag;
	enum akn_kind kind;
} aliases[] = {
	{"sublist", AKN_LIST}, {"ol", AKN_LIST}, {"ul", AKN_LIST},
	{"li", AKN_ITEM}, {"subparagraph", AKN_POINT}, {"indent", AKN_POINT},
	{"clause", AKN_POINT}, {"subclause", AKN_POINT},
	{"subsection", AKN_SECTION}, {"subchapter", AKN_CHAPTER},
	{"subtitle", AKN_TITLE}, {"subpart", AKN_PART},
	{"subdivision", AKN_DIVISION}, {"book", AKN_PART}, {"tome", AKN_PART},
	{"strong", AKN_B}, {"em", AKN_I}, {"br", AKN_EOL},
	{"longTitle", AKN_P}, {"citation", AKN_RECITAL},
	{"citations", AKN_RECITALS},
};

static enum akn_kind
kind_of(const struct akn_iter *it)
{
	if (it->kind != AKN_UNKNOWN)
		return it->kind;
	for (guint i = 0; i < G_N_ELEMENTS(aliases); i++)
		if (strcmp((const char *)it->node->name, aliases[i].tag) == 0)
			return aliases[i].kind;
	return AKN_UNKNOWN;
}

/* Within a table cell or a note. */
static gboolean
is_nested(const struct akn_reading *r)
{
	return r->cell_depth || r->line != &r->main;
}

/* ---- parts of the document ---- */

static void
enter_meta(struct akn_reading *r, const struct akn_iter *it)
{
	const xmlNode *job = akn_find(it->node, AKN_DOCKET_NUMBER);

	if (job && !r->text->paras->len && !r->job->len)
		akn_content(job, r->job);
}

static void
enter_cover(struct akn_reading *r, const struct akn_iter *it)
{
	r->top->area = AREA_COVER;
}

static void
leave_cover(struct akn_reading *r, const struct akn_iter *it)
{
	akn_add_job(r);
}

static void
enter_preface(struct akn_reading *r, const struct akn_iter *it)
{
	r->top->area = AREA_PREFACE;
	if (r->top->annex || r->top->part)
		r->top->role = RC_ROLE_HEADING;
}

static void
enter_body(struct akn_reading *r, const struct akn_iter *it)
{
	r->top->area = AREA_BODY;
	r->operative = FALSE;
}

static void
enter_conclusions(struct akn_reading *r, const struct akn_iter *it)
{
	r->top->area = AREA_CLOSING;
}

static void
enter_attachment(struct akn_reading *r, const struct akn_iter *it)
{
	r->top->annex = TRUE;
	r->top->area = AREA_BODY;
	r->annex_begins = TRUE;
}

static void
enter_component(struct akn_reading *r, const struct akn_iter *it)
{
	r->top->part = TRUE;
}

/* ---- containers ---- */

static gboolean
is_named(const xmlNode *node, const char *name)
{
	return g_strcmp0(akn_get(node, "name"), name) == 0;
}

/* A preambular paragraph, wherever it stands; an embedded text has its
 * formula in one. */
static void
enter_container(struct akn_reading *r, const struct akn_iter *it)
{
	if (r->top->area != AREA_BODY || is_named(it->node, "table"))
		return;
	r->top->role = is_named(it->node, "formula") ? RC_ROLE_FORMULA
	                                             : RC_ROLE_RECITAL;
}

static void
enter_cross_heading(struct akn_reading *r, const struct akn_iter *it)
{
	const char *refers = akn_get(it->node, "refersTo");

	r->top->role = refers && strstr(refers, "reamble") ? RC_ROLE_RECITAL
	                                                   : RC_ROLE_HEADING;
}

static void
enter_block(struct akn_reading *r, const struct akn_iter *it)
{
	if (is_named(it->node, "heading") || is_named(it->node, "subheading"))
		r->top->role = RC_ROLE_HEADING;
}

/* A number that stood alone in the paragraph before waits for its text; it
 * gets none from what has a number of its own. */
static void
enter_paragraph(struct akn_reading *r, const struct akn_iter *it)
{
	r->top->class = akn_get(it->node, "class");
	if (!r->line->s->len || is_nested(r))
		return;
	if (akn_child(it->node, AKN_NUM) || akn_child(it->node, AKN_HEADING) ||
	    akn_child(it->node, AKN_SUBHEADING))
		akn_cut_all(r);
	else if (r->top->kind == AKN_PARAGRAPH)
		rc_diag(r->diags, RC_D_NUMBER_TORN, &r->line->at,
		    r->line->s->str);
}

/* What belongs to the level above the list it is in. */
static void
enter_intro(struct akn_reading *r, const struct akn_iter *it)
{
	r->top->lists -= r->top->lists > 0;
}

static void
enter_alinea(struct akn_reading *r, const struct akn_iter *it)
{
	r->top->lists = 0;
}

/* ---- numbers and headings ---- */

static gboolean
is_level(enum akn_kind kind)
{
	return (akn_traits(kind) & AKN_HIER) && kind != AKN_PARAGRAPH &&
	    kind != AKN_LIST && kind != AKN_POINT && kind != AKN_ALINEA;
}

static void
enter_num(struct akn_reading *r, const struct akn_iter *it)
{
	if (r->line == &r->main && r->line->s->len)
		akn_cut_all(r);
	if (is_level(r->top[-1].kind))
		r->top->role = RC_ROLE_HEADING;
}

static void
leave_num(struct akn_reading *r, const struct akn_iter *it)
{
	if (is_level(r->top[-1].kind) || is_nested(r))
		akn_cut(r);
	else
		akn_line_number(r->line);
}

/* ---- tables ---- */

static void
enter_row(struct akn_reading *r, const struct akn_iter *it)
{
	if (!is_nested(r)) {
		akn_cut_all(r);
		akn_row_begin(r, it->node, it->depth);
	}
}

static void
leave_row(struct akn_reading *r, const struct akn_iter *it)
{
	if (r->row_depth == it->depth)
		akn_row_end(r, it->node);
}

static void
enter_cell(struct akn_reading *r, const struct akn_iter *it)
{
	if (!is_nested(r) && r->row_depth) {
		akn_cut_all(r);
		r->cell_depth = it->depth;
	}
}

static void
leave_cell(struct akn_reading *r, const struct akn_iter *it)
{
	if (r->cell_depth == it->depth && r->line == &r->main)
		akn_cell_end(r, it->node);
}

static void
leave_table(struct akn_reading *r, const struct akn_iter *it)
{
	if (!is_nested(r) && !r->row_depth)
		akn_table_end(r);
}

/* ---- inline elements ---- */

static void
enter_note(struct akn_reading *r, const struct akn_iter *it)
{
	if (r->line != &r->main)
		return;
	r->top->style = 0;
	r->top->href = NULL;
	akn_note_begin(r, it->node, it->depth);
}

static void
leave_note(struct akn_reading *r, const struct akn_iter *it)
{
	if (r->note_depth == it->depth)
		akn_note_end(r);
}

static void
enter_link(struct akn_reading *r, const struct akn_iter *it)
{
	const char *href = akn_get(it->node, "href");

	if (!href)
		return;
	r->top->style |= RC_LINK;
	r->top->href = g_string_chunk_insert(r->text->chunk, href);
}

/* Where closing lines break, so do paragraphs. */
static void
enter_eol(struct akn_reading *r, const struct akn_iter *it)
{
	if (r->top->area == AREA_CLOSING && !is_nested(r))
		akn_cut(r);
	else if (r->cell_depth && r->line == &r->main)
		akn_line_break(r->line);
	else
		akn_line_gap(r->line);
}

/* The votes of one side begin on a line of their own. */
static void
enter_outcome(struct akn_reading *r, const struct akn_iter *it)
{
	if (r->top->area == AREA_CLOSING && !is_nested(r))
		akn_cut(r);
}

/* Number and title of a part or annex are two lines in print. */
static void
enter_doc_title(struct akn_reading *r, const struct akn_iter *it)
{
	if (r->top->area == AREA_PREFACE && (r->top->annex || r->top->part) &&
	    !is_nested(r))
		akn_cut(r);
	akn_line_gap(r->line);
}

static void
enter_doc_number(struct akn_reading *r, const struct akn_iter *it)
{
	if (r->top->area == AREA_PREFACE)
		akn_line_gap(r->line);
}

/* Some files glue the date to the word before it: "on<docDate>". */
static void
enter_doc_date(struct akn_reading *r, const struct akn_iter *it)
{
	const GString *s = r->line->s;
	gunichar c = s->len ? g_utf8_get_char(g_utf8_prev_char(s->str + s->len))
	                    : 0;

	if (g_unichar_isalpha(c) && !g_unichar_iswide(c))
		akn_line_gap(r->line);
}

/* The dash between the two dates of a session is not in published files. */
static void
enter_date(struct akn_reading *r, const struct akn_iter *it)
{
	if (r->top->area != AREA_COVER || !r->date_end ||
	    r->date_end != r->line->s->len)
		return;
	r->line->gap = r->line->gap_tab = FALSE;
	akn_line_text(r->line, "–", 0, NULL);
}

static void
leave_date(struct akn_reading *r, const struct akn_iter *it)
{
	r->date_end = r->line->s->len;
}

/* ---- quotation marks that are attributes ---- */

static void
enter_quoted(struct akn_reading *r, const struct akn_iter *it)
{
	const char *mark = akn_get(it->node, "startQuote");

	if (mark)
		r->quote = mark;
}

static void
leave_quoted(struct akn_reading *r, const struct akn_iter *it)
{
	const char *mark = akn_get(it->node, "endQuote");
	g_autofree char *whole = NULL;
	struct rc_para *last;

	if (!mark)
		return;
	if (r->line->s->len || !r->text->paras->len) {
		r->line->gap = FALSE;
		akn_line_text(r->line, mark, r->top->style, r->top->href);
		return;
	}
	last = rc_text_para(r->text, r->text->paras->len - 1);
	whole = g_strconcat(last->text, mark, NULL);
	last->text = g_string_chunk_insert(r->text->chunk, whole);
	last->len += strlen(mark);
}

/* ---- the walk ---- */

static const struct rule rules[AKN_N_KINDS] = {
	[AKN_META_] = {.cut = TRUE, .enter = enter_meta},
	[AKN_COVER_PAGE] = {.cut = TRUE, .enter = enter_cover,
	    .leave = leave_cover},
	[AKN_PREFACE] = {.cut = TRUE, .role = RC_ROLE_TITLE,
	    .enter = enter_preface},
	[AKN_PREAMBLE] = {.cut = TRUE, .role = RC_ROLE_RECITAL,
	    .enter = enter_body},
	[AKN_MAIN_BODY] = {.cut = TRUE, .role = RC_ROLE_TEXT,
	    .enter = enter_body},
	[AKN_BODY] = {.cut = TRUE, .role = RC_ROLE_TEXT, .enter = enter_body},
	[AKN_CONCLUSIONS] = {.cut = TRUE, .role = RC_ROLE_CONCLUSION,
	    .enter = enter_conclusions},
	[AKN_ATTACHMENT] = {.cut = TRUE, .role = RC_ROLE_TEXT,
	    .enter = enter_attachment},
	[AKN_COMPONENT] = {.cut = TRUE, .role = RC_ROLE_TEXT,
	    .enter = enter_component},
	[AKN_FORMULA] = {.cut = TRUE, .role = RC_ROLE_FORMULA},
	[AKN_RECITAL] = {.cut = TRUE, .role = RC_ROLE_RECITAL},
	[AKN_CONTAINER] = {.cut = TRUE, .enter = enter_container},
	[AKN_CROSS_HEADING] = {.cut = TRUE, .enter = enter_cross_heading},
	[AKN_HEADING] = {.cut = TRUE, .role = RC_ROLE_HEADING},
	[AKN_SUBHEADING] = {.cut = TRUE, .role = RC_ROLE_HEADING},
	[AKN_CAPTION] = {.cut = TRUE, .role = RC_ROLE_HEADING},
	[AKN_BLOCK_] = {.cut = TRUE, .enter = enter_block},
	[AKN_PARAGRAPH] = {.cut = TRUE, .enter = enter_paragraph},
	[AKN_POINT] = {.cut = TRUE, .enter = enter_paragraph},
	[AKN_ITEM] = {.cut = TRUE, .enter = enter_paragraph},
	[AKN_LIST] = {.cut = TRUE, .lists = 1},
	[AKN_BLOCK_LIST] = {.cut = TRUE, .lists = 1},
	[AKN_INTRO] = {.cut = TRUE, .enter = enter_intro},
	[AKN_WRAP_UP] = {.cut = TRUE, .enter = enter_intro},
	[AKN_LIST_INTRODUCTION] = {.cut = TRUE, .enter = enter_intro},
	[AKN_LIST_WRAP_UP] = {.cut = TRUE, .enter = enter_intro},
	[AKN_ALINEA] = {.cut = TRUE, .enter = enter_alinea},
	[AKN_NUM] = {.enter = enter_num, .leave = leave_num},
	[AKN_TABLE] = {.cut = TRUE, .leave = leave_table},
	[AKN_TR] = {.cut = TRUE, .enter = enter_row, .leave = leave_row},
	[AKN_TH] = {.cut = TRUE, .enter = enter_cell, .leave = leave_cell},
	[AKN_TD] = {.cut = TRUE, .enter = enter_cell, .leave = leave_cell},
	[AKN_EMBEDDED_STRUCTURE] = {.cut = TRUE, .enter = enter_quoted,
	    .leave = leave_quoted},
	[AKN_QUOTED_STRUCTURE] = {.cut = TRUE, .enter = enter_quoted,
	    .leave = leave_quoted},
	[AKN_EMBEDDED_TEXT] = {.enter = enter_quoted, .leave = leave_quoted},
	[AKN_QUOTED_TEXT] = {.enter = enter_quoted, .leave = leave_quoted},
	[AKN_AUTHORIAL_NOTE] = {.enter = enter_note, .leave = leave_note},
	[AKN_REF] = {.enter = enter_link},
	[AKN_RREF] = {.enter = enter_link},
	[AKN_A] = {.enter = enter_link},
	[AKN_B] = {.style = RC_BOLD},
	[AKN_I] = {.style = RC_ITALIC},
	[AKN_SUP] = {.style = RC_SUPER},
	[AKN_SUB] = {.style = RC_SUB},
	[AKN_EOL] = {.enter = enter_eol},
	[AKN_OUTCOME] = {.enter = enter_outcome, .leave = enter_outcome},
	[AKN_DOC_TITLE] = {.enter = enter_doc_title},
	[AKN_DOC_NUMBER] = {.enter = enter_doc_number},
	[AKN_DOC_DATE] = {.enter = enter_doc_date},
	[AKN_DATE] = {.enter = enter_date, .leave = leave_date},
};

/* Word's classes name paragraphs; these two are what all of them mean. */
static guint
style_of(const xmlNode *node)
{
	const char *class = akn_get(node, "class");

	if (!class)
		return 0;
	return (strstr(class, "bold") ? RC_BOLD : 0) |
	    (strstr(class, "italic") ? RC_ITALIC : 0);
}

/* Blocks of the profile, and unknown elements outside of flowing text. */
static gboolean
is_cut(const struct akn_frame *frame, const struct rule *rule)
{
	if (rule->cut)
		return TRUE;
	if (frame->kind == AKN_UNKNOWN)
		return !frame->flow;
	return frame->kind != AKN_NUM &&
	    !(akn_traits(frame->kind) & AKN_INLINE);
}

/* The frame of an element from that of its parent. */
static void
set_frame(struct akn_frame *frame, const struct rule *rule,
    const xmlNode *node)
{
	guint traits = akn_traits(frame->kind);

	frame->cut = is_cut(frame, rule);
	if (rule->role)
		frame->role = rule->role;
	frame->lists = MIN(frame->lists + rule->lists, RC_MAX_LIST_DEPTH);
	frame->style |= rule->style;
	if (traits & (AKN_INLINE | AKN_BLOCK)) {
		frame->flow = TRUE;
		frame->style |= style_of(node);
	} else if (frame->kind != AKN_UNKNOWN)
		frame->flow = FALSE;
}

static void
on_enter(struct akn_reading *r, struct akn_iter *it)
{
	struct akn_frame frame = *r->top;
	const struct rule *rule;
	enum rc_role said;

	frame.kind = kind_of(it);
	rule = &rules[frame.kind];
	set_frame(&frame, rule, it->node);
	if (frame.cut)
		akn_cut(r);
	*++r->top = frame;
	if (rule->enter)
		rule->enter(r, it);
	said = akn_said(r->top, it->node);
	if (said && !r->said)
		r->said = said;
	if (frame.kind == AKN_META_)
		akn_iter_skip(it);
}

static void
on_leave(struct akn_reading *r, const struct akn_iter *it)
{
	const struct rule *rule = &rules[r->top->kind];

	if (r->top->cut)
		akn_cut(r);
	if (rule->leave)
		rule->leave(r, it);
	r->top--;
}

static void
on_text(struct akn_reading *r, const xmlNode *node)
{
	const char *s = (const char *)node->content;

	if (!s)
		return;
	if (!r->line->s->len)
		r->line->at.line = MAX(xmlGetLineNo(node->parent), 0);
	if (r->quote && s[strspn(s, " \t\r\n")]) {
		akn_line_text(r->line, r->quote, r->top->style, NULL);
		r->quote = NULL;
	}
	akn_line_text(r->line, s, r->top->style, r->top->href);
}

gboolean
rc_akn_text(const xmlNode *root, struct rc_diags *diags,
    struct rc_text *text, GError **error)
{
	struct akn_reading r;
	struct akn_iter it;
	gboolean failed;

	akn_reading_init(&r, text, diags, error);
	akn_iter_init(&it, root);
	while (!r.failed && akn_iter_next(&it) != AKN_END) {
		if (it.event == AKN_TEXT)
			on_text(&r, it.node);
		else if (it.event == AKN_ENTER)
			on_enter(&r, &it);
		else
			on_leave(&r, &it);
	}
	if (!r.failed) {
		akn_cut_all(&r);
		akn_add_job(&r);
		akn_mark_sequences(text);
	}
	failed = r.failed;
	akn_reading_done(&r);
	return !failed;
}
