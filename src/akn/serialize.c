/* serialize.c - the tree as XML: the same bytes for the same tree.
 *
 * Own code and not xmlSave: that indents inside mixed content or not at all,
 * and its output for empty elements depends on how they were made. */
#include "akn/akn.h"

#include <string.h>

/* Elements that hold text are set on one line with all that is inside. */
static gboolean
is_flowing(const xmlNode *node, enum akn_kind kind)
{
	if (akn_traits(kind) & (AKN_BLOCK | AKN_INLINE))
		return TRUE;
	for (const xmlNode *c = node->children; c; c = c->next)
		if (c->type == XML_TEXT_NODE && !xmlIsBlankNode(c))
			return TRUE;
	return FALSE;
}

/* As g_string_append_len(), which most of the time would take: a document is
 * written in thousands of pieces of a few bytes. */
static inline void
append(GString *out, const char *s, gsize len)
{
	if (out->len + len >= out->allocated_len) {
		g_string_append_len(out, s, len);
		return;
	}
	memcpy(out->str + out->len, s, len);
	out->len += len;
	out->str[out->len] = '\0';
}

static inline void
append_string(GString *out, const xmlChar *s)
{
	append(out, (const char *)s, strlen((const char *)s));
}

static void
append_escaped(GString *out, const xmlChar *s, gboolean attribute)
{
	const char *rest = (const char *)s;
	const char *special = attribute ? "&<>\"\t\n\r" : "&<>\r";

	for (;;) {
		gsize n = strcspn(rest, special);

		append(out, rest, n);
		rest += n;
		switch (*rest++) {
		case '\0':
			return;
		case '&':
			append(out, "&amp;", 5);
			break;
		case '<':
			append(out, "&lt;", 4);
			break;
		case '>':
			append(out, "&gt;", 4);
			break;
		case '"':
			append(out, "&quot;", 6);
			break;
		default:
			g_string_append_printf(out, "&#%d;", rest[-1]);
		}
	}
}

static void
append_name(GString *out, const xmlNs *ns, const xmlChar *name)
{
	if (ns && ns->prefix) {
		append_string(out, ns->prefix);
		g_string_append_c(out, ':');
	}
	append_string(out, name);
}

static void
append_attribute(GString *out, const xmlAttr *a)
{
	g_string_append_c(out, ' ');
	append_name(out, a->ns, a->name);
	append(out, "=\"", 2);
	for (const xmlNode *c = a->children; c; c = c->next)
		if (c->content)
			append_escaped(out, c->content, TRUE);
	g_string_append_c(out, '"');
}

static void
append_start(GString *out, const xmlNode *node)
{
	g_string_append_c(out, '<');
	append_name(out, node->ns, node->name);
	for (const xmlNs *ns = node->nsDef; ns; ns = ns->next) {
		g_string_append(out, ns->prefix ? " xmlns:" : " xmlns");
		if (ns->prefix)
			append_string(out, ns->prefix);
		append(out, "=\"", 2);
		append_escaped(out, ns->href, TRUE);
		g_string_append_c(out, '"');
	}
	for (const xmlAttr *a = node->properties; a; a = a->next)
		append_attribute(out, a);
	if (!node->children)
		g_string_append_c(out, '/');
	g_string_append_c(out, '>');
}

static void
append_end(GString *out, const xmlNode *node)
{
	if (!node->children)
		return;
	append(out, "</", 2);
	append_name(out, node->ns, node->name);
	g_string_append_c(out, '>');
}

static void
append_line(GString *out, guint spaces)
{
	static const char blanks[] = "                                ";

	g_string_append_c(out, '\n');
	for (; spaces >= sizeof(blanks); spaces -= sizeof(blanks) - 1)
		append(out, blanks, sizeof(blanks) - 1);
	append(out, blanks, spaces);
}

void
akn_serialize(const xmlDoc *doc, guint indent, GString *out)
{
	struct akn_iter it;
	const xmlNode *flow = NULL; /* the outermost element set on one line */

	g_string_append(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
	akn_iter_init(&it, xmlDocGetRootElement(doc));
	while (akn_iter_next(&it) != AKN_END) {
		if (it.event == AKN_TEXT) {
			if (flow)
				append_escaped(out, it.node->content, FALSE);
		} else if (it.event == AKN_ENTER) {
			if (!flow)
				append_line(out, indent * it.depth);
			append_start(out, it.node);
			if (!flow && is_flowing(it.node, it.kind))
				flow = it.node;
		} else {
			if (!flow && it.node->children)
				append_line(out, indent * it.depth);
			append_end(out, it.node);
			if (flow == it.node)
				flow = NULL;
		}
	}
	g_string_append_c(out, '\n');
}
