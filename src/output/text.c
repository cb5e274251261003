/* text.c - UTF-8 text to read, and for our own inputs `plain` and `markdown`
 * to read back: a paragraph a line, an empty line between them, notes at the
 * end. */
#include "output/text.h"

#include <string.h>

#include "output/core.h"

#define LIST_INDENT 4u /* spaces a level; Markdown has none: they mean code */

static const resconv_option options[] = {
	{"markup", "yes|no", "no", "bold and italic as in Markdown"},
	{NULL, NULL, NULL, NULL},
};

guint
text_indent(const struct text *t)
{
	return t->markup ? 0 : LIST_INDENT * t->lists;
}

void
text_flush(struct text *t)
{
	guint indent = text_indent(t);

	line_finish(&t->line);
	if (!t->line.out->len)
		return;
	if (t->out->len)
		g_string_append(t->out, "\n\n");
	for (const char *s = t->line.out->str; *s;) {
		gsize len = strcspn(s, "\n");

		len += s[len] != '\0';
		for (guint i = 0; i < indent; i++)
			g_string_append_c(t->out, ' ');
		g_string_append_len(t->out, s, len);
		s += len;
	}
	line_clear(&t->line);
}

/* ---- blocks ---- */

/* How the print shows a paragraph of the cover, preface or conclusions. */
static guint
look_of_paragraph(const struct text *t, const xmlNode *p)
{
	static const enum akn_kind bold[] = {
		AKN_SESSION, AKN_DOC_TITLE, AKN_DOC_TYPE,
	};
	const xmlNode *authority = akn_child(p, AKN_DOC_AUTHORITY);

	if (t->part == AKN_CONCLUSIONS)
		return LINE_ITALIC;
	if (t->part != AKN_COVER_PAGE && t->part != AKN_PREFACE)
		return 0;
	if (akn_child(p, AKN_DOC_PROPONENT))
		return LINE_ITALIC;
	for (guint i = 0; i < G_N_ELEMENTS(bold); i++)
		if (akn_child(p, bold[i]))
			return LINE_BOLD;
	if (t->part == AKN_PREFACE)
		return akn_child(p, AKN_DOC_NUMBER) ? LINE_BOLD : 0;
	return authority && !akn_refers(authority, "un") &&
	    !akn_refers(authority, "publisher") ? LINE_BOLD : 0;
}

static guint
look_of(const struct text *t, const xmlNode *node, enum akn_kind kind)
{
	if (kind == AKN_HEADING || kind == AKN_SUBHEADING)
		return text_has_class(node, "italic") ? LINE_ITALIC : LINE_BOLD;
	return kind == AKN_P ? look_of_paragraph(t, node) : 0;
}

static void
enter_block(struct text *t, struct akn_iter *it)
{
	if (t->blocks++)
		text_flush(t);
	t->base = look_of(t, it->node, it->kind);
	text_set_look(t);
}

static void
leave_block(struct text *t, struct akn_iter *it)
{
	t->blocks--;
	text_flush(t);
	t->base = 0;
}

static void
leave_num(struct text *t, struct akn_iter *it)
{
	const xmlNode *next = akn_next(it->node, AKN_UNKNOWN);
	const GString *out = t->line.out;

	t->blocks--;
	if (akn_kind_of(next) == AKN_HEADING && out->len &&
	    out->str[out->len - 1] != '.')
		text_flush(t);
	else
		line_add(&t->line, " ");
}

/* The number of a unit stands alone when nothing follows it in the unit, but
 * the first of a list follows it on the same line: "2. (a) ...". */
static void
leave_level(struct text *t, struct akn_iter *it)
{
	text_flush(t);
}

static void
enter_list(struct text *t, struct akn_iter *it)
{
	t->lists++;
}

static void
leave_list(struct text *t, struct akn_iter *it)
{
	text_flush(t);
	t->lists--;
}

/* What introduces or ends a list belongs to the level above it. */
static void
enter_around(struct text *t, struct akn_iter *it)
{
	if (t->lists)
		t->lists--;
	if (akn_traits(it->kind) & AKN_BLOCK)
		enter_block(t, it);
}

static void
leave_around(struct text *t, struct akn_iter *it)
{
	enum akn_kind above = akn_kind_of(it->node->parent);

	if (akn_traits(it->kind) & AKN_BLOCK)
		leave_block(t, it);
	if (above == AKN_LIST || above == AKN_BLOCK_LIST)
		t->lists++;
}

static void
enter_part(struct text *t, struct akn_iter *it)
{
	t->part = it->kind;
}

static void
leave_part(struct text *t, struct akn_iter *it)
{
	t->part = AKN_UNKNOWN;
}

/* Notes stand at the end of all, but where a document's marks start anew they
 * would not be told apart. */
static void
enter_document(struct text *t, struct akn_iter *it)
{
	struct akn_iter inner;

	akn_iter_init(&inner, it->node);
	while (g_hash_table_size(t->markers) &&
	    akn_iter_next(&inner) != AKN_END) {
		if (inner.event != AKN_ENTER ||
		    inner.kind != AKN_AUTHORIAL_NOTE ||
		    !g_hash_table_contains(t->markers, text_marker(inner.node)))
			continue;
		text_notes(t, 0);
		g_hash_table_remove_all(t->markers);
	}
}

static void
pass_over(struct text *t, struct akn_iter *it)
{
	akn_iter_skip(it);
}

static void
enter_table(struct text *t, struct akn_iter *it)
{
	text_flush(t);
	text_table(t, it->node);
	akn_iter_skip(it);
}

typedef void (*rule_fn)(struct text *t, struct akn_iter *it);

/* What to do at an element's begin and end; where a row is empty its traits
 * decide. */
static const struct rule {
	rule_fn enter, leave;
} rules[AKN_N_KINDS] = {
	[AKN_META_] = {pass_over, NULL},
	[AKN_DOCUMENT_REF] = {pass_over, NULL},
	[AKN_STATEMENT] = {enter_document, NULL},
	[AKN_DOC] = {enter_document, NULL},
	[AKN_ACT] = {enter_document, NULL},
	[AKN_COVER_PAGE] = {enter_part, leave_part},
	[AKN_PREFACE] = {enter_part, leave_part},
	[AKN_CONCLUSIONS] = {enter_part, leave_part},
	[AKN_NUM] = {enter_block, leave_num},
	[AKN_LIST] = {enter_list, leave_list},
	[AKN_BLOCK_LIST] = {enter_list, leave_list},
	[AKN_INTRO] = {enter_around, leave_around},
	[AKN_LIST_INTRODUCTION] = {enter_around, leave_around},
	[AKN_WRAP_UP] = {enter_around, leave_around},
	[AKN_LIST_WRAP_UP] = {enter_around, leave_around},
	[AKN_ITEM] = {NULL, leave_level},
	[AKN_TABLE] = {enter_table, NULL},
};

static struct rule
rule_of(enum akn_kind kind)
{
	guint traits = akn_traits(kind);

	if (rules[kind].enter || rules[kind].leave)
		return rules[kind];
	if (traits & AKN_HIER)
		return (struct rule){NULL, leave_level};
	if (traits & AKN_BLOCK)
		return (struct rule){enter_block, leave_block};
	if (traits & AKN_INLINE)
		return (struct rule){text_enter_inline, text_leave_inline};
	return (struct rule){NULL, NULL};
}

/* ---- the document ---- */

static void
print_tree(struct text *t, const xmlDoc *doc)
{
	struct akn_iter it;

	akn_iter_init(&it, xmlDocGetRootElement(doc));
	while (akn_iter_next(&it) != AKN_END) {
		struct rule rule = rule_of(it.kind);

		if (it.event == AKN_TEXT)
			text_add(t, it.node);
		else if (it.event == AKN_ENTER && rule.enter)
			rule.enter(t, &it);
		else if (it.event == AKN_LEAVE && rule.leave)
			rule.leave(t, &it);
	}
	text_flush(t);
}

/* The number of the print job is no part of the text, but is printed; before
 * the notes, as on a page. */
static void
print_job(struct text *t, const xmlDoc *doc)
{
	const xmlNode *job =
	    akn_find(xmlDocGetRootElement(doc), AKN_DOCKET_NUMBER);

	if (job)
		text_inline(t, job);
	text_flush(t);
}

static gboolean
write_text(const xmlDoc *doc, const struct rc_settings *settings,
    struct rc_diags *diags, rc_write_fn put, gpointer payload, GError **error)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(GPtrArray) notes = g_ptr_array_new();
	g_autoptr(GHashTable) markers =
	    g_hash_table_new(g_str_hash, g_str_equal);
	struct text t = {.out = out, .notes = notes, .markers = markers};

	t.markup = rc_setting_yes(settings, "text", options, "markup");
	line_init(&t.line, t.markup);
	print_tree(&t, doc);
	print_job(&t, doc);
	text_notes(&t, 0);
	line_done(&t.line);
	g_string_append_c(out, '\n');
	return rc_output_put(put, payload, out->str, out->len, error);
}

const struct rc_output rc_output_text = {
	.format = {
		.name = "text",
		.summary = "plain text, or Markdown",
		.suffix = ".txt",
		.media_type = "text/plain",
		.options = options,
	},
	.write = write_text,
};
