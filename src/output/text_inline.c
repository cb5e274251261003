/* text_inline.c - plain text: what stands within a paragraph, and notes. */
#include "output/text.h"

#include <string.h>

gboolean
text_has_class(const xmlNode *node, const char *word)
{
	const char *class = akn_get(node, "class");

	return class && strstr(class, word);
}

/* ---- inline content ---- */

void
text_set_look(struct text *t)
{
	guint look = t->base;

	if (t->bold)
		look |= LINE_BOLD;
	if (t->italic)
		look |= LINE_ITALIC;
	t->line.look = look;
}

static void
count_looks(struct text *t, const xmlNode *node, enum akn_kind kind, int by)
{
	if (kind == AKN_B || text_has_class(node, "bold"))
		t->bold += by;
	if (kind == AKN_I || text_has_class(node, "italic"))
		t->italic += by;
	text_set_look(t);
}

static void
add_attribute(struct text *t, const xmlNode *node, const char *name)
{
	const char *value = akn_get(node, name);

	if (value)
		line_add(&t->line, value);
}

const char *
text_marker(const xmlNode *note)
{
	const char *marker = akn_get(note, "marker");

	return marker ? marker : "*";
}

gboolean
text_is_of_table(const xmlNode *note)
{
	return akn_get(note, "placementBase") != NULL;
}

static void
call_note(struct text *t, const xmlNode *node)
{
	const char *marker = text_marker(node);

	t->line.space = FALSE;
	line_add_call(&t->line, marker);
	if (!node->children)
		return;
	g_ptr_array_add(t->notes, (gpointer)node);
	if (!text_is_of_table(node))
		g_hash_table_add(t->markers, (gpointer)marker);
}

void
text_enter_inline(struct text *t, struct akn_iter *it)
{
	count_looks(t, it->node, it->kind, 1);
	add_attribute(t, it->node, "startQuote");
	if (it->kind == AKN_EOL)
		line_break(&t->line);
	if (it->kind == AKN_AUTHORIAL_NOTE) {
		call_note(t, it->node);
		akn_iter_skip(it);
	}
}

/* Structure inside may have ended the paragraph that the mark belongs to. */
void
text_leave_inline(struct text *t, struct akn_iter *it)
{
	const char *end = akn_get(it->node, "endQuote");

	if (end && !t->line.out->len && t->out->len)
		g_string_append(t->out, end);
	else if (end)
		line_add(&t->line, end);
	count_looks(t, it->node, it->kind, -1);
}

void
text_add(struct text *t, const xmlNode *node)
{
	if (akn_kind_of(node->parent) == AKN_SUP)
		line_add_raised(&t->line, (const char *)node->content);
	else
		line_add(&t->line, (const char *)node->content);
}

void
text_inline(struct text *t, const xmlNode *node)
{
	struct akn_iter it;

	akn_iter_init(&it, node);
	akn_iter_next(&it);
	while (akn_iter_next(&it) != AKN_END) {
		gboolean inside = akn_traits(it.kind) & AKN_INLINE;

		if (it.event == AKN_TEXT)
			text_add(t, it.node);
		else if (it.event == AKN_ENTER && inside)
			text_enter_inline(t, &it);
		else if (it.event == AKN_LEAVE && inside)
			text_leave_inline(t, &it);
		else if (it.event == AKN_LEAVE)
			line_add(&t->line, " ");
	}
}

void
text_notes(struct text *t, guint i)
{
	guint first = i, lists = t->lists;

	t->lists = 0;
	for (; i < t->notes->len; i++) {
		const xmlNode *note = g_ptr_array_index(t->notes, i);

		line_add_call(&t->line, text_marker(note));
		line_add(&t->line, " ");
		text_inline(t, note);
		text_flush(t);
	}
	t->lists = lists;
	g_ptr_array_set_size(t->notes, first);
}
