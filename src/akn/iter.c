/* iter.c - reading the tree: a walk without recursion, and what it is for. */
#include "akn/akn.h"

#include <string.h>

static gboolean
is_shown(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE || node->type == XML_TEXT_NODE ||
	    node->type == XML_CDATA_SECTION_NODE;
}

static const xmlNode *
first_shown(const xmlNode *node)
{
	while (node && !is_shown(node))
		node = node->next;
	return node;
}

void
akn_iter_init(struct akn_iter *it, const xmlNode *root)
{
	*it = (struct akn_iter){.root = root, .event = AKN_END};
}

static inline enum akn_event
stand_on(struct akn_iter *it, const xmlNode *node, enum akn_event event)
{
	it->node = node;
	it->kind = akn_kind_of(node);
	it->event = event;
	return event;
}

static enum akn_event
arrive(struct akn_iter *it, const xmlNode *node)
{
	return stand_on(it, node,
	    node->type == XML_ELEMENT_NODE ? AKN_ENTER : AKN_TEXT);
}

enum akn_event
akn_iter_next(struct akn_iter *it)
{
	const xmlNode *next;

	if (!it->node)
		return it->root && it->event == AKN_END ? arrive(it, it->root)
		                                        : AKN_END;
	if (it->event == AKN_ENTER) {
		next = it->skip ? NULL : first_shown(it->node->children);
		it->skip = FALSE;
		if (!next)
			return stand_on(it, it->node, AKN_LEAVE);
		it->depth++;
		return arrive(it, next);
	}
	if (it->node == it->root) {
		*it = (struct akn_iter){.event = AKN_END};
		return AKN_END;
	}
	next = first_shown(it->node->next);
	if (next)
		return arrive(it, next);
	it->depth--;
	return stand_on(it, it->node->parent, AKN_LEAVE);
}

void
akn_iter_skip(struct akn_iter *it)
{
	it->skip = it->event == AKN_ENTER;
}

static const xmlNode *
element_from(const xmlNode *node, enum akn_kind kind)
{
	for (; node; node = node->next)
		if (node->type == XML_ELEMENT_NODE &&
		    (kind == AKN_UNKNOWN || akn_kind_of(node) == kind))
			return node;
	return NULL;
}

const xmlNode *
akn_child(const xmlNode *node, enum akn_kind kind)
{
	return node ? element_from(node->children, kind) : NULL;
}

const xmlNode *
akn_next(const xmlNode *node, enum akn_kind kind)
{
	return node ? element_from(node->next, kind) : NULL;
}

const xmlNode *
akn_find(const xmlNode *node, enum akn_kind kind)
{
	struct akn_iter it;

	akn_iter_init(&it, node);
	while (akn_iter_next(&it) != AKN_END)
		if (it.event == AKN_ENTER && it.kind == kind)
			return it.node;
	return NULL;
}

const char *
akn_get(const xmlNode *node, const char *name)
{
	for (const xmlAttr *a = node ? node->properties : NULL; a; a = a->next)
		if (strcmp((const char *)a->name, name) == 0)
			return a->children ? (const char *)a->children->content : "";
	return NULL;
}

gboolean
akn_refers(const xmlNode *node, const char *term)
{
	const char *to = akn_get(node, "refersTo");

	return to && to[0] == '#' && strcmp(to + 1, term) == 0;
}

void
akn_content(const xmlNode *node, GString *out)
{
	struct akn_iter it;

	akn_iter_init(&it, node);
	while (akn_iter_next(&it) != AKN_END) {
		if (it.event == AKN_TEXT)
			g_string_append(out, (const char *)it.node->content);
		else if (it.event == AKN_ENTER && it.kind == AKN_EOL)
			g_string_append_c(out, ' ');
		else if (it.event == AKN_ENTER && it.kind == AKN_AUTHORIAL_NOTE)
			akn_iter_skip(&it);
	}
}
