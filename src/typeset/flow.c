/* flow.c - the tree, paragraph after paragraph, into the galley. One walk, a
 * handler for each kind of element; what a paragraph looks like is decided when
 * it begins, in place.c. */
#include "typeset/flow.h"

#include <string.h>

#include "typeset/flow_private.h"

/* ---- paragraphs ---- */

/* What was otherwise in the documents of another era. */
static void
date_back(struct rc_flow *f)
{
	enum rc_style style = f->para->style;
	gboolean of_part = f->galley->last == RC_STYLE_PART_LETTER_2010;

	if (f->galley->page.era != RC_ERA_2010)
		return;
	f->para->style = rc_style_2010(style, f->label != NULL, of_part);
	if (style == RC_STYLE_POINT_1 && f->label) /* "(f)" with italic f */
		rc_flow_slant(f->label);
}

void
rc_flow_finish(struct rc_flow *f)
{
	f->run_in = FALSE;
	if (!f->para)
		return;
	rc_para_trim(f->para);
	if (f->para->text->len == 0 && !f->label) {
		g_clear_pointer(&f->para, rc_para_free);
		return;
	}
	if (f->note >= 0) {
		rc_galley_add_note(f->galley, f->note, f->para, f->label);
	} else if (f->table) {
		rc_table_add(f->table, g_steal_pointer(&f->para),
		    g_steal_pointer(&f->label));
	} else {
		if (f->para->style == RC_STYLE_BRACKET)
			rc_flow_straighten(f->para);
		date_back(f);
		rc_galley_add(f->galley, f->para, f->label);
	}
	g_clear_pointer(&f->para, rc_para_free);
	g_clear_pointer(&f->label, rc_para_free);
}

/* A paragraph of the node at hand; what stands within a paragraph is of that. */
static struct rc_para *
new_para(struct rc_flow *f, enum rc_style style)
{
	struct rc_para *para = rc_para_new(style);

	para->node = f->it.node;
	if (para->node && para->node->type == XML_TEXT_NODE)
		para->node = para->node->parent;
	while (para->node && (akn_traits(akn_kind_of(para->node)) & AKN_INLINE))
		para->node = para->node->parent;
	return para;
}

void
rc_flow_begin(struct rc_flow *f, enum rc_style style)
{
	rc_flow_finish(f);
	f->para = new_para(f, style);
}

/* A label that no text follows is a paragraph of its own. */
static void
flush_label(struct rc_flow *f)
{
	rc_flow_finish(f);
	if (!f->label)
		return;
	f->para = new_para(f, rc_flow_place(f, NULL));
	rc_flow_finish(f);
}

/* ---- inline ---- */

struct inline_state {
	guint marks;
	gint link;
};

static guint
marks_of_class(const char *class)
{
	guint marks = 0;

	if (class && strstr(class, "italic"))
		marks |= RC_MARK_ITALIC;
	if (class && strstr(class, "bold"))
		marks |= RC_MARK_BOLD;
	return marks;
}

static guint
marks_of(const xmlNode *node, enum akn_kind kind)
{
	guint marks = marks_of_class(akn_get(node, "class"));

	switch (kind) {
	case AKN_B:
		return marks | RC_MARK_BOLD;
	case AKN_I:
		return marks | RC_MARK_ITALIC;
	case AKN_SUP:
		return marks | RC_MARK_SUPER;
	case AKN_SUB:
		return marks | RC_MARK_SUB;
	default:
		return marks;
	}
}

static gint
link_of(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	GPtrArray *links = f->galley->pages->links;
	char *address = NULL;

	if (kind == AKN_A || kind == AKN_REF)
		address = rc_facts_address(f->facts, akn_get(node, "href"));
	if (!address)
		return f->link;
	g_ptr_array_add(links, address);
	return links->len - 1;
}

static void
push(struct rc_flow *f, guint marks, gint link)
{
	struct inline_state state = {f->marks, f->link};

	g_array_append_val(f->stack, state);
	f->marks = marks;
	f->link = link;
}

static void
pop(struct rc_flow *f)
{
	struct inline_state *state;

	if (f->stack->len == 0)
		return;
	state = &g_array_index(f->stack, struct inline_state,
	    f->stack->len - 1);
	f->marks = state->marks;
	f->link = state->link;
	g_array_set_size(f->stack, f->stack->len - 1);
}

static gboolean
is_blank(const char *text)
{
	return text[strspn(text, " \t\r\n")] == '\0';
}

static void
add_text(struct rc_flow *f, const char *text)
{
	if ((!f->para && is_blank(text)) || (f->hidden && f->note < 0))
		return;
	if (!f->para)
		f->para = new_para(f, rc_flow_place(f, NULL));
	rc_para_add(f->para, text, f->marks, f->link);
}

static void
enter_inline(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	const char *quote = akn_get(node, "startQuote");

	push(f, f->marks | marks_of(node, kind), link_of(f, node, kind));
	if (quote)
		add_text(f, quote);
}

static void
leave_inline(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	const char *quote = akn_get(node, "endQuote");

	if (quote)
		add_text(f, quote);
	pop(f);
}

static void
enter_break(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	if (f->para)
		rc_para_break(f->para);
}

/* The title of a resolution: what stands before it is its number. */
static void
enter_title(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	if (f->para && f->para->style == RC_STYLE_TITLE &&
	    f->para->text->len > 0 && !f->label) {
		rc_para_trim(f->para);
		f->label = g_steal_pointer(&f->para);
		f->para = new_para(f, RC_STYLE_TITLE);
	}
	enter_inline(f, node, kind);
}

/* The date of the adoption line begins a line, with the short word before it
 * ("on", "el", "le"). */
static void
enter_date(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	if (f->para && f->para->style == RC_STYLE_ADOPTION &&
	    f->galley->page.era == RC_ERA_CURRENT)
		rc_flow_break_before_date(f->para);
	enter_inline(f, node, kind);
}

/* ---- blocks ---- */

/* A block that the masthead says: only the notes that it calls are set, at the
 * foot of the page that the next line stands on. */
static void
hide(struct rc_flow *f, const xmlNode *node)
{
	rc_flow_begin(f, RC_STYLE_BODY);
	f->hidden = node;
}

static void
drop_hidden(struct rc_flow *f)
{
	GArray *spans = f->para->spans;

	for (guint i = 0; i < spans->len; i++) {
		gint note = g_array_index(spans, struct rc_span, i).note;

		if (note >= 0)
			g_array_append_val(f->galley->calls, note);
	}
	g_clear_pointer(&f->para, rc_para_free);
	f->hidden = NULL;
}

static void
enter_block(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	if (f->run_in && f->para)
		f->run_in = FALSE;
	else if (rc_flow_is_masthead(f, node))
		hide(f, node);
	else
		rc_flow_begin(f, rc_flow_place(f, node));
	push(f, f->para && f->para->style == RC_STYLE_HEADING_ITALIC ? 0 :
	    marks_of_class(akn_get(node, "class")), -1);
}

static void
leave_block(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	if (f->hidden == node)
		drop_hidden(f);
	rc_flow_finish(f);
	pop(f);
}

static void
enter_num(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	flush_label(f);
	f->para = new_para(f, rc_flow_place(f, node));
	push(f, 0, -1);
}

static void
leave_num(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	pop(f);
	if (!f->para)
		return;
	rc_para_trim(f->para);
	if (rc_flow_stands_alone(node, f->para)) {
		rc_flow_finish(f);
		return;
	}
	f->label = g_steal_pointer(&f->para);
}

/* The heading of a paragraph or point runs into its text. */
static void
enter_heading(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	enum akn_kind parent = akn_kind_of(node->parent);

	enter_block(f, node, kind);
	f->run_in = parent == AKN_POINT || parent == AKN_PARAGRAPH ||
	    parent == AKN_ITEM;
}

static void
leave_heading(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	pop(f);
	if (!f->run_in)
		rc_flow_finish(f);
	else
		rc_para_add(f->para, " ", 0, -1);
}

/* A note's mark as printed: Arabic has figures in parentheses. */
static char *
printed_mark(const struct rc_flow *f, const xmlNode *node)
{
	const char *marker = akn_get(node, "marker");

	if (!marker)
		marker = "*";
	return f->galley->locale.rtl && g_ascii_isdigit(*marker)
	    ? g_strdup_printf("(%s)", marker) : g_strdup(marker);
}

static void
enter_note(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	g_autofree char *mark = printed_mark(f, node);
	gboolean of_table = f->table && akn_get(node, "placementBase");
	gboolean repeated = akn_get(node, "alternativeTo") != NULL;

	if (f->note >= 0 || f->in_table_note) { /* a note within a note */
		enter_inline(f, node, kind);
		return;
	}
	if (!f->para)
		f->para = new_para(f, rc_flow_place(f, NULL));
	rc_para_call(f->para, mark, f->marks,
	    of_table || repeated ? -1 : (gint)f->n_notes);
	if (repeated) {
		akn_iter_skip(&f->it);
		push(f, f->marks, f->link);
		return;
	}
	f->outer = g_steal_pointer(&f->para);
	f->outer_label = g_steal_pointer(&f->label);
	f->in_table_note = of_table;
	if (!of_table)
		f->note = f->n_notes++;
	f->label = rc_para_new(RC_STYLE_NOTE);
	rc_para_call(f->label, mark, 0, -1);
	f->noted = node;
	push(f, 0, -1);
}

static void
leave_note(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	if (f->noted == node) {
		flush_label(f);
		f->note = -1;
		f->in_table_note = FALSE;
		f->noted = NULL;
		f->para = g_steal_pointer(&f->outer);
		f->label = g_steal_pointer(&f->outer_label);
	}
	pop(f);
}

/* ---- levels ---- */

static void
enter_point(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	flush_label(f);
	f->points++;
}

static void
leave_point(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	flush_label(f);
	f->points--;
}

static void
enter_level(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	flush_label(f);
}

/* A part of a numbered paragraph: the first has the number. */
static void
enter_part(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	rc_flow_finish(f);
}

static void
enter_attachment(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	flush_label(f);
	f->annexes++;
	f->operative = rc_flow_is_operative(node);
}

static void
leave_attachment(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	flush_label(f);
	f->annexes--;
}

static void
skip(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	akn_iter_skip(&f->it);
}

/* ---- tables ---- */

static void
enter_table(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	if (f->tables++ > 0 || f->note >= 0)
		return;
	flush_label(f);
	f->table = rc_table_new(f->galley);
}

static void
leave_table(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	flush_label(f);
	if (--f->tables > 0 || !f->table)
		return;
	rc_table_set(f->table);
	g_clear_pointer(&f->table, rc_table_free);
}

static gboolean
in_own_table(const struct rc_flow *f)
{
	return f->table && f->tables == 1;
}

static void
enter_row(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	flush_label(f);
	if (in_own_table(f))
		rc_table_row(f->table, akn_get(node, "class"));
}

static void
enter_cell(struct rc_flow *f, const xmlNode *node, enum akn_kind kind)
{
	flush_label(f);
	if (in_own_table(f))
		rc_table_cell(f->table, kind == AKN_TH, akn_get(node, "class"),
		    akn_get(node, "colspan"), akn_get(node, "rowspan"));
}

/* ---- the walk ---- */

typedef void (*step)(struct rc_flow *, const xmlNode *, enum akn_kind);

static const struct {
	step enter, leave;
} steps[AKN_N_KINDS] = {
	[AKN_META_] = {skip, NULL},
	[AKN_DOCUMENT_REF] = {skip, NULL},
	[AKN_IMG] = {skip, NULL},
	[AKN_EOL] = {enter_break, NULL},
	[AKN_P] = {enter_block, leave_block},
	[AKN_BLOCK_] = {enter_block, leave_block},
	[AKN_CROSS_HEADING] = {enter_block, leave_block},
	[AKN_LIST_INTRODUCTION] = {enter_block, leave_block},
	[AKN_LIST_WRAP_UP] = {enter_block, leave_block},
	[AKN_CAPTION] = {enter_block, leave_block},
	[AKN_SUBHEADING] = {enter_block, leave_block},
	[AKN_HEADING] = {enter_heading, leave_heading},
	[AKN_NUM] = {enter_num, leave_num},
	[AKN_PARAGRAPH] = {enter_level, enter_level},
	[AKN_ALINEA] = {enter_part, enter_part},
	[AKN_SECTION] = {enter_level, enter_level},
	[AKN_DIVISION] = {enter_level, enter_level},
	[AKN_ARTICLE] = {enter_level, enter_level},
	[AKN_POINT] = {enter_point, leave_point},
	[AKN_ITEM] = {enter_point, leave_point},
	[AKN_ATTACHMENT] = {enter_attachment, leave_attachment},
	[AKN_AUTHORIAL_NOTE] = {enter_note, leave_note},
	[AKN_DOC_TITLE] = {enter_title, leave_inline},
	[AKN_DOC_DATE] = {enter_date, leave_inline},
	[AKN_TABLE] = {enter_table, leave_table},
	[AKN_TR] = {enter_row, NULL},
	[AKN_TH] = {enter_cell, NULL},
	[AKN_TD] = {enter_cell, NULL},
};

static gboolean
is_inline(enum akn_kind kind)
{
	return (akn_traits(kind) & AKN_INLINE) && !steps[kind].enter &&
	    kind != AKN_EMBEDDED_STRUCTURE && kind != AKN_QUOTED_STRUCTURE;
}

static void
walk(struct rc_flow *f)
{
	enum akn_event event;

	while ((event = akn_iter_next(&f->it)) != AKN_END) {
		const xmlNode *node = f->it.node;
		enum akn_kind kind = f->it.kind;

		if (event == AKN_TEXT)
			add_text(f, (const char *)node->content);
		else if (event == AKN_ENTER && steps[kind].enter)
			steps[kind].enter(f, node, kind);
		else if (event == AKN_LEAVE && steps[kind].leave)
			steps[kind].leave(f, node, kind);
		else if (is_inline(kind))
			(event == AKN_ENTER ? enter_inline
			                    : leave_inline)(f, node, kind);
	}
}

void
rc_flow(struct rc_galley *galley, const struct rc_facts *facts,
    const xmlNode *root)
{
	struct rc_flow f = {.galley = galley, .facts = facts, .link = -1,
	    .note = -1};

	f.stack = g_array_new(FALSE, FALSE, sizeof(struct inline_state));
	akn_iter_init(&f.it, root);
	walk(&f);
	flush_label(&f);
	g_array_unref(f.stack);
	g_clear_pointer(&f.table, rc_table_free);
	rc_para_free(f.outer);
	rc_para_free(f.outer_label);
}
