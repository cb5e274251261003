/* html_own.c - the pages that we write: identifiers and classes say what each
 * line is, as elements do in the tree that the page was made of. */
#include "input/html.h"

#include <string.h>

#define GENERATOR "resconv"
/* What a label such as "Annex II" has at most, in characters. */
#define MAX_LABEL 24

/* A mark in the head, or, where a page has lost its head, the cover and the
 * identifier of the body. */
gboolean
rc_html_is_own(const xmlNode *root)
{
	const xmlNode *node = root;
	gboolean cover = FALSE;

	while (node) {
		if (rc_html_is_made_by(node, GENERATOR))
			return TRUE;
		cover |= rc_html_is(node, "header") &&
		    g_strcmp0(rc_html_get(node, "class"), "cover") == 0;
		if (cover && rc_html_is(node, "div") &&
		    g_strcmp0(rc_html_get(node, "id"), "mainBody") == 0)
			return TRUE;
		node = rc_html_next(node, root);
	}
	return FALSE;
}

/* ---- what an element is ---- */

/* By the last part of an eId without its number, or by a word of @class. */
static const struct {
	const char *part, *class;
	guint8 role, area;
	gboolean list, annex, component, flat;
} parts[] = {
	{.class = "cover", .area = RC_HTML_COVER},
	{.part = "preamble", .role = RC_ROLE_RECITAL},
	{.part = "formula", .role = RC_ROLE_FORMULA},
	{.part = "recital", .role = RC_ROLE_RECITAL},
	{.part = "rec", .role = RC_ROLE_RECITAL},
	{.part = "mainBody", .role = RC_ROLE_TEXT},
	{.part = "body", .role = RC_ROLE_TEXT},
	{.part = "conclusions", .role = RC_ROLE_CONCLUSION,
	    .area = RC_HTML_CLOSING},
	{.class = "annex", .role = RC_ROLE_TEXT, .annex = TRUE},
	{.class = "component", .role = RC_ROLE_TEXT, .component = TRUE},
	{.part = "list", .list = TRUE},
	{.part = "al", .flat = TRUE},
	{.class = "subheading", .role = RC_ROLE_HEADING},
	{.class = "run-in", .role = RC_ROLE_HEADING},
};

static const struct {
	const char *class;
	guint8 role;
} lines[] = {
	{"publisher", RC_ROLE_PUBLISHER},
	{"symbol", RC_ROLE_SYMBOL},
	{"organ", RC_ROLE_ORGAN},
	{"session", RC_ROLE_SESSION},
	{"adopted", RC_ROLE_ADOPTION},
	{"proponent", RC_ROLE_PROPONENT},
};

/* Whether the last part of an eId ("para_1__list_1") is of that kind. */
static gboolean
is_part(const char *id, const char *part)
{
	const char *s = id ? strrchr(id, '_') : NULL;
	gsize len = strlen(part);

	while (s > id && !(s[0] == '_' && s[1] == '_'))
		s--;
	s = !id ? "" : s > id ? s + 2 : id;
	return strncmp(s, part, len) == 0 && (!s[len] || s[len] == '_');
}

static void
set_part(struct rc_html *h, const xmlNode *node, guint i)
{
	struct rc_html_frame *f = h->top;

	if (parts[i].role && f->area != RC_HTML_COVER)
		f->role = parts[i].role;
	if (parts[i].area)
		f->area = parts[i].area;
	if (parts[i].area == RC_HTML_COVER)
		f->role = RC_ROLE_UNKNOWN;
	if (parts[i].annex || parts[i].component)
		f->area = RC_HTML_BODY;
	f->lists = parts[i].flat ? 0
	    : MIN(f->lists + (parts[i].list ? 1u : 0u), RC_MAX_LIST_DEPTH);
	f->annex |= parts[i].annex;
	f->part |= parts[i].component;
	h->annex_begins |= parts[i].annex;
}

/* A preambular paragraph, but on the cover and in the closing lines, whose
 * lines are in containers too. */
static gboolean
is_recital(const struct rc_html *h, const char *id, const char *class)
{
	return h->top->area == RC_HTML_BODY &&
	    (is_part(id, "container") || rc_html_has_word(class, "container"));
}

static void
set_block(struct rc_html *h, const xmlNode *node)
{
	const char *id = rc_html_get(node, "id");
	const char *class = rc_html_get(node, "class");

	for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
		if (parts[i].part ? is_part(id, parts[i].part)
		                  : rc_html_has_word(class, parts[i].class))
			set_part(h, node, i);
	if (is_recital(h, id, class) && h->top->role != RC_ROLE_FORMULA)
		h->top->role = RC_ROLE_RECITAL;
	if (h->top->area != RC_HTML_COVER)
		return;
	for (guint i = 0; i < G_N_ELEMENTS(lines); i++)
		if (rc_html_has_word(class, lines[i].class))
			h->top->role = lines[i].role;
}

/* A title without an identifier is the page's own: the document has none. */
static gboolean
set_heading(struct rc_html *h, const xmlNode *node)
{
	gboolean title = rc_html_has_word(rc_html_get(node, "class"), "title");

	if (title && !rc_html_get(node, "id"))
		return FALSE;
	h->top->style &= ~(guint)RC_BOLD;
	h->top->role = title && !h->top->annex && !h->top->part
	    ? RC_ROLE_TITLE : RC_ROLE_HEADING;
	return TRUE;
}

/* ---- elements within a line ---- */

/* A quotation mark is printed with the text it stands at, which may be in
 * another block. */
static void
take_quote(struct rc_html *h, const xmlNode *node)
{
	const xmlNode *text = node->children;
	const char *mark = text && text->content ? (const char *)text->content
	                                         : "";
	g_autofree char *whole = NULL;
	struct rc_para *last;

	if (!node->prev || (!node->prev->prev && xmlIsBlankNode(node->prev))) {
		h->quote = mark;
		return;
	}
	if (h->line->s->len || !h->text->paras->len) {
		h->line->gap = FALSE;
		akn_line_text(h->line, mark, h->top->style, NULL);
		return;
	}
	last = rc_text_para(h->text, h->text->paras->len - 1);
	whole = g_strconcat(last->text, mark, NULL);
	last->text = g_string_chunk_insert(h->text->chunk, whole);
	last->len += strlen(mark);
}

/* Number and heading of a level, lines of a title: each a paragraph. A number
 * elsewhere is that of the paragraph which it stands in, or of a note, which
 * has it as its mark. */
static gboolean
begin_span(struct rc_html *h, const xmlNode *node)
{
	const char *class = rc_html_get(node, "class");
	gboolean heading = h->top[-1].tag->what == RC_HTML_HEADING;

	if (rc_html_has_word(class, "quote")) {
		take_quote(h, node);
		return FALSE;
	}
	if (heading && (rc_html_has_word(class, "line") ||
	        rc_html_has_word(class, "num") ||
	        rc_html_has_word(class, "text"))) {
		rc_html_cut_all(h);
		h->top->cut = TRUE;
	} else if (rc_html_has_word(class, "num")) {
		if (rc_html_notes_body(&h->notes, node->parent))
			return FALSE;
		if (h->line->s->len)
			rc_html_cut_all(h);
		h->top->ends_number = TRUE;
	} else if (rc_html_has_word(class, "bold")) {
		h->top->style |= RC_BOLD;
	}
	if (rc_html_has_word(class, "italic"))
		h->top->style |= RC_ITALIC;
	return TRUE;
}

/* <em>: the lead phrase, in italics only if it says so. */
static void
begin_lead(struct rc_html *h, const xmlNode *node)
{
	const char *class = rc_html_get(node, "class");

	if (rc_html_has_word(class, "lead") &&
	    !rc_html_has_word(class, "italic"))
		h->top->style = h->top[-1].style;
	if (rc_html_has_word(class, "bold"))
		h->top->style |= RC_BOLD;
}

/* The foot of the page: symbol and, last, the number of the print job. */
static void
add_job(struct rc_html *h, const xmlNode *foot)
{
	const xmlNode *p = foot->children, *job;
	struct rc_place at = rc_html_place(foot);
	struct rc_para para;

	while (p && !rc_html_is(p, "p"))
		p = p->next;
	job = p ? p->last : NULL;
	if (!job || !rc_html_is(job, "span") || !job->prev || !job->children ||
	    !job->children->content)
		return;
	para = rc_para_make(h->text, (const char *)job->children->content, -1,
	    &at);
	para.role = RC_ROLE_JOB;
	if (!rc_text_add(h->text, &para, h->error))
		h->failed = TRUE;
}

gboolean
rc_html_own_begin(struct rc_html *h, const xmlNode *node)
{
	if (rc_html_is(node, "footer")) {
		add_job(h, node);
		return FALSE;
	}
	if (rc_html_is(node, "span"))
		return begin_span(h, node);
	if (h->top->tag->what == RC_HTML_HEADING)
		return set_heading(h, node);
	if (rc_html_is(node, "em"))
		begin_lead(h, node);
	else if (h->top->cut)
		set_block(h, node);
	return TRUE;
}

/* ---- paragraphs ---- */

static gboolean
is_annex(struct rc_html *h, const struct rc_para *para)
{
	gboolean begins = h->annex_begins;

	h->annex_begins = FALSE;
	return begins && (para->role == RC_ROLE_HEADING ||
	    g_utf8_strlen(para->text, para->len) <= MAX_LABEL);
}

void
rc_html_own_para(struct rc_html *h, struct rc_para *para)
{
	const struct rc_html_frame *f = h->top;

	if (f->area == RC_HTML_COVER) {
		para->depth = 0;
		return;
	}
	if (f->annex && (para->role == RC_ROLE_TEXT ||
	    para->role == RC_ROLE_HEADING) && is_annex(h, para))
		para->role = RC_ROLE_ANNEX;
	if (f->lists)
		para->depth = f->lists;
	else if (para->marker)
		para->depth = akn_mark_is_figure(para->text, para->marker)
		    ? 0 : -1;
	else
		para->depth = para->role == RC_ROLE_TEXT ? -1 : 0;
}
