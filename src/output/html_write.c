/* html_write.c - a tree of HTML elements as HTML5. */
#include "output/html_write.h"

#include <stdlib.h>
#include <string.h>

/* Names in order, for bsearch: elements without an end, elements whose text
 * is not escaped, elements that begin a line of the file. */
static const char *const empty[] = {
	"area", "base", "br", "col", "embed", "hr", "img", "input", "link",
	"meta", "source", "track", "wbr",
};

static const char *const raw[] = {"script", "style"};

static const char *const lines[] = {
	"article", "aside", "blockquote", "body", "caption", "details", "div",
	"dl", "fieldset", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head",
	"header", "hr", "html", "legend", "li", "link", "main", "meta", "nav", "ol", "p",
	"script", "section", "style", "summary", "table", "tbody", "td", "tfoot", "th",
	"thead", "title", "tr", "ul",
};

static int
compare(const void *name, const void *item)
{
	return strcmp(name, *(const char *const *)item);
}

#define IS_ONE_OF(node, names)                                              \
	(bsearch((node)->name, names, G_N_ELEMENTS(names),                  \
	    sizeof(names[0]), compare) != NULL)

/* Whether a mark stands on a letter: such text has several forms, and HTML
 * asks for the composed one (NFC). */
static gboolean
has_marks(const char *s)
{
	/* No byte of a character before U+0300 is that high, nor any but the
	 * first of others. */
	for (; *s; s++)
		if ((guchar)*s >= 0xcc &&
		    g_unichar_combining_class(g_utf8_get_char(s)))
			return TRUE;
	return FALSE;
}

static void
append_escaped(GString *out, const char *s, const char *special)
{
	for (;;) {
		gsize n = strcspn(s, special);

		g_string_append_len(out, s, n);
		s += n;
		if (!*s)
			return;
		g_string_append(out, *s == '&' ? "&amp;" : *s == '<' ? "&lt;" :
		    *s == '>' ? "&gt;" : "&quot;");
		s++;
	}
}

/* The composed form of a text, yours, or NULL: it has no other. */
static char *
compose(const char *s)
{
	return has_marks(s) ?
	    g_utf8_normalize(s, -1, G_NORMALIZE_DEFAULT_COMPOSE) : NULL;
}

static void
append_words(GString *out, const char *s, const char *special)
{
	g_autofree char *composed = compose(s);

	append_escaped(out, composed ? composed : s, special);
}

/* An address, with what cannot stand in one as %XX. */
static void
append_address(GString *out, const char *s)
{
	for (;;) {
		gsize n = strcspn(s, " \t\n\r&<>\"[]{}|\\^`");

		g_string_append_len(out, s, n);
		s += n;
		if (!*s)
			return;
		if (*s == '&')
			g_string_append(out, "&amp;");
		else
			g_string_append_printf(out, "%%%02X", (guchar)*s);
		s++;
	}
}

static const char *
value_of(const xmlAttr *a)
{
	return a->children && a->children->content
	    ? (const char *)a->children->content : "";
}

static gboolean
is_link(const xmlNode *node)
{
	return strcmp((const char *)node->name, "a") == 0;
}

/* A link within a link, and a span that says nothing. */
static gboolean
is_left_out(const xmlNode *node)
{
	const xmlNode *above = node->parent;

	if (is_link(node)) {
		while (above->type == XML_ELEMENT_NODE && !is_link(above))
			above = above->parent;
		return above->type == XML_ELEMENT_NODE;
	}
	if (strcmp((const char *)node->name, "span") != 0)
		return FALSE;
	for (const xmlAttr *a = node->properties; a; a = a->next)
		if (*value_of(a))
			return FALSE;
	return TRUE;
}

/* An empty attribute is left out, but for the words that stand for a picture
 * without any. */
static void
append_attribute(GString *out, const xmlAttr *a)
{
	const char *name = (const char *)a->name, *value = value_of(a);

	if (!*value && strcmp(name, "alt") != 0)
		return;
	g_string_append_c(out, ' ');
	g_string_append(out, name);
	g_string_append_len(out, "=\"", 2);
	if (strcmp(name, "href") == 0)
		append_address(out, value);
	else
		append_words(out, value, "&\"");
	g_string_append_c(out, '"');
}

/* A paragraph that holds what no paragraph of HTML can. */
static gboolean
is_torn(const xmlNode *node)
{
	if (strcmp((const char *)node->name, "p") != 0)
		return FALSE;
	for (const xmlNode *c = node->children; c; c = c->next)
		if (c->type == XML_ELEMENT_NODE && IS_ONE_OF(c, lines))
			return TRUE;
	return FALSE;
}

static void
append_start(GString *out, const xmlNode *node)
{
	if (is_left_out(node))
		return;
	if (IS_ONE_OF(node, lines))
		g_string_append_c(out, '\n');
	g_string_append_c(out, '<');
	g_string_append(out, is_torn(node) ? "div class=\"p\""
	                                   : (const char *)node->name);
	for (const xmlAttr *a = node->properties; a; a = a->next)
		if (!is_torn(node) || strcmp((const char *)a->name, "class"))
			append_attribute(out, a);
	g_string_append_c(out, '>');
}

/* "</" would end the element that the text stands in. */
static void
append_raw(GString *out, const char *text)
{
	g_autofree char *composed = compose(text);
	const char *s = composed ? composed : text, *end;

	while ((end = strstr(s, "</"))) {
		g_string_append_len(out, s, end - s);
		g_string_append(out, "<\\/");
		s = end + 2;
	}
	g_string_append(out, s);
}

static void
append_text(GString *out, const xmlNode *node, const struct rc_html_own *own)
{
	const char *s = (const char *)node->content;

	if (!node->parent || node->parent->type != XML_ELEMENT_NODE ||
	    !IS_ONE_OF(node->parent, raw)) {
		append_words(out, s, "&<>");
		return;
	}
	for (;;) {
		gsize n = strcspn(s, RC_HTML_CSS RC_HTML_SCRIPT);
		g_autofree char *before = g_strndup(s, n);

		append_raw(out, before);
		s += n;
		if (!*s)
			return;
		append_raw(out, *s++ == *RC_HTML_CSS ? own->css : own->script);
	}
}

static void
append_end(GString *out, const xmlNode *node)
{
	if (IS_ONE_OF(node, empty) || is_left_out(node))
		return;
	g_string_append(out, "</");
	g_string_append(out, is_torn(node) ? "div" : (const char *)node->name);
	g_string_append_c(out, '>');
}

void
rc_html_write(const xmlDoc *doc, const struct rc_html_own *own, GString *out)
{
	const xmlNode *root = xmlDocGetRootElement(doc), *node = root;

	g_string_append(out, "<!DOCTYPE html>");
	while (node) {
		if (node->type == XML_ELEMENT_NODE)
			append_start(out, node);
		else if (xmlNodeIsText(node))
			append_text(out, node, own);
		if (node->type == XML_ELEMENT_NODE && node->children) {
			node = node->children;
			continue;
		}
		if (node->type == XML_ELEMENT_NODE)
			append_end(out, node);
		while (node != root && !node->next) {
			node = node->parent;
			append_end(out, node);
		}
		node = node == root ? NULL : node->next;
	}
	g_string_append_c(out, '\n');
}
