/* html_lines.c - web pages that hold printed lines: all in one <pre>; a <p> for a line
 * or a few in a <div> for each page, as Tika, PDFBox and MuPDF write a PDF; or a <br>
 * behind each, as pdftohtml does. */
#include "input/html.h"

#include <string.h>

#define MOST 5u       /* fifths of what is printed, less one: nearly all */
#define MIN_PARAS 10u /* of a page of lines */

/* ---- one <pre> ---- */

/* The <pre> that holds nearly all of a page, or NULL. */
static const xmlNode *
find_pre(const xmlNode *body, gsize printed)
{
	const xmlNode *node = body;

	while (node) {
		if (rc_html_is(node, "pre") &&
		    rc_html_measure(node, printed) * MOST > printed * (MOST - 1))
			return node;
		node = rc_html_is(node, "pre") ? rc_html_behind(node, body)
		                               : rc_html_next(node, body);
	}
	return NULL;
}

static void
put_text(GString *lines, const xmlNode *root)
{
	const xmlNode *node = root;

	while (node) {
		if (rc_html_is(node, "br"))
			g_string_append_c(lines, '\n');
		if (node->type != XML_ELEMENT_NODE && node->content)
			g_string_append(lines, (const char *)node->content);
		node = rc_html_next(node, root);
	}
}

/* ---- a <div> a page ---- */

static gboolean
is_of_class(const xmlNode *node, const char *word)
{
	const char *class = rc_html_is(node, "div") ? rc_html_get(node, "class")
	                                            : NULL;

	return class && rc_html_has_word(class, word);
}

static gboolean
is_page(const xmlNode *node)
{
	const char *id;

	if (!rc_html_is(node, "div"))
		return FALSE;
	id = rc_html_get(node, "id");
	return is_of_class(node, "page") || (id && g_str_has_prefix(id, "page")) ||
	    rc_html_styled(node, "page-break-before", NULL);
}

/* What Tika writes of a page's links. */
static gboolean
is_annotation(const xmlNode *node)
{
	return is_of_class(node, "annotation");
}

/* The next node in the tree; what is in a paragraph or of a page's links is passed
 * over. */
static const xmlNode *
next_node(const xmlNode *node, const xmlNode *body)
{
	return rc_html_is(node, "p") || is_annotation(node)
	    ? rc_html_behind(node, body) : rc_html_next(node, body);
}

static gboolean
has_pages(const xmlNode *body)
{
	const xmlNode *node = body;

	while (node && !is_page(node))
		node = next_node(node, body);
	return node != NULL;
}

/* The lines of all pages; an empty one behind each paragraph that has line ends. NULL
 * if paragraphs neither end as lines do nor have their places, or if they are few. */
static GString *
read_pages(const xmlNode *body)
{
	GString *lines;
	guint pages = 0, paras = 0, ended = 0;

	if (!has_pages(body))
		return NULL;
	lines = g_string_new(NULL);
	for (const xmlNode *node = body; node; node = next_node(node, body)) {
		if (is_page(node) && pages++)
			g_string_append_c(lines, '\f');
		if (!rc_html_is(node, "p") || !node->children)
			continue;
		put_text(lines, node);
		paras++;
		ended += rc_html_styled(node, "top", NULL) ||
		    (lines->len && lines->str[lines->len - 1] == '\n');
		g_string_append(lines, "\n");
	}
	if (paras >= MIN_PARAS && ended * MOST > paras * (MOST - 1))
		return lines;
	g_string_free(lines, TRUE);
	return NULL;
}

/* ---- a <br> a line ---- */

static gboolean
is_of_pdftohtml(const xmlNode *root)
{
	const xmlNode *node = root;

	while (node && !rc_html_is(node, "body")) {
		if (rc_html_is_made_by(node, "pdftohtml"))
			return TRUE;
		node = rc_html_next(node, root);
	}
	return FALSE;
}

/* Line ends of the source are none of the page; all blanks are U+00A0. */
static void
put_blanks(GString *lines, const char *s)
{
	for (; *s; s++)
		if (s[0] == '\xC2' && s[1] == '\xA0')
			g_string_append_c(lines, ' '), s++;
		else if (*s != '\n' && *s != '\r')
			g_string_append_c(lines, *s);
}

static GString *
read_breaks(const xmlNode *body)
{
	GString *lines = g_string_new(NULL);

	for (const xmlNode *node = body; node; node =
	         rc_html_next(node, body))
		if (rc_html_is(node, "br"))
			g_string_append_c(lines, '\n');
		else if (rc_html_is(node, "hr"))
			g_string_append(lines, "\n\f");
		else if (node->type != XML_ELEMENT_NODE && node->content)
			put_blanks(lines, (const char *)node->content);
	return lines;
}

GString *
rc_html_lines(const xmlNode *root, const xmlNode *body)
{
	const xmlNode *pre;
	GString *lines;

	if (is_of_pdftohtml(root))
		return read_breaks(body);
	pre = find_pre(body, rc_html_measure(body, G_MAXUINT));
	if (!pre)
		return read_pages(body);
	lines = g_string_new(NULL);
	put_text(lines, pre);
	return lines;
}
