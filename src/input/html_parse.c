/* html_parse.c - libxml2's HTML parser, held to limits. */
#include "input/html_parse.h"

#include <string.h>

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>

#include "base/auto.h"
#include "base/error.h"
#include "base/limits.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(htmlParserCtxt, htmlFreeParserCtxt)

/* ---- before parsing ---- */

static gboolean
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static gboolean
begins(const char *s, const char *end, const char *word)
{
	gsize len = strlen(word);

	return (gsize)(end - s) >= len &&
	    g_ascii_strncasecmp(s, word, len) == 0;
}

/* Past the next `word`, whose first byte is looked for at s, or the end. */
static const char *
skip_to(const char *s, const char *end, const char *word)
{
	for (; s < end; s++)
		if (begins(s, end, word))
			return s + strlen(word);
	return end;
}

/* Past the value that begins at s, behind "=". */
static const char *
skip_value(const char *s, const char *end)
{
	const char *close;

	while (s < end && is_space(*s))
		s++;
	if (s < end && (*s == '"' || *s == '\'')) {
		close = memchr(s + 1, *s, end - s - 1);
		return close ? close + 1 : end;
	}
	while (s < end && !is_space(*s) && *s != '>')
		s++;
	return s;
}

/* Past the attributes of the tag whose name ends at s; *n: how many. */
static const char *
skip_attributes(const char *s, const char *end, guint *n)
{
	gboolean within = FALSE;

	for (*n = 0; s < end && *s != '>';) {
		if (*s == '=') {
			s = skip_value(s + 1, end);
			within = FALSE;
			continue;
		}
		if (is_space(*s) || *s == '/') {
			within = FALSE;
		} else {
			*n += !within;
			within = TRUE;
		}
		s++;
	}
	return s;
}

static const char *
skip_name(const char *s, const char *end)
{
	while (s < end && !is_space(*s) && *s != '>' && *s != '/' && *s != '<')
		s++;
	return s;
}

/* Past the text of a <script> or <style> whose name is at s and whose tag ends
 * at `from`; it is no markup. */
static const char *
skip_raw(const char *s, gsize len, const char *from, const char *end)
{
	if (from >= end || from[-1] == '/')
		return from;
	if (len == 6 && g_ascii_strncasecmp(s, "script", 6) == 0)
		return skip_to(from, end, "</script");
	if (len == 5 && g_ascii_strncasecmp(s, "style", 5) == 0)
		return skip_to(from, end, "</style");
	return from;
}

/* libxml2 compares each attribute of a tag with all before it, and tells
 * nobody how many there are: so they are counted beforehand. */
static gboolean
check_attributes(const char *s, const char *end, GError **error)
{
	const char *name;
	guint n;

	while (s < end && (s = memchr(s, '<', end - s))) {
		if (end - s > 4 && memcmp(s, "<!--", 4) == 0) {
			s = skip_to(s + 2, end, "-->");
			continue;
		}
		name = ++s;
		if (s == end || !g_ascii_isalpha(*s))
			continue;
		s = skip_name(s, end);
		s = skip_attributes(s, end, &n);
		if (n > RC_MAX_ATTRIBUTES)
			return rc_fail(error, RESCONV_E_LIMIT,
			    "<%.*s> has more than %u attributes",
			    (int)MIN(20, skip_name(name, end) - name), name,
			    RC_MAX_ATTRIBUTES);
		s = skip_raw(name, skip_name(name, end) - name, s, end);
	}
	return TRUE;
}

/* A copy without declarations such as Word's "<![if !supportLists]>", which
 * browsers take for comments and libxml2 for text; NULL if there are none. */
static GString *
drop_declarations(const struct rc_utf8 *text)
{
	const char *s = text->s, *end = s + text->len, *from = s;
	GString *out = NULL;

	while (s < end && (s = memchr(s, '<', end - s))) {
		if (!begins(s, end, "<!") || begins(s, end, "<!--") ||
		    begins(s, end, "<!doctype")) {
			s++;
			continue;
		}
		if (!out)
			out = g_string_sized_new(text->len);
		g_string_append_len(out, from, s - from);
		s = memchr(s, '>', end - s);
		from = s = s ? s + 1 : end;
	}
	if (out)
		g_string_append_len(out, from, end - from);
	return out;
}

/* ---- parsing ---- */

/* What the handlers of one run share; the context's _private. */
struct run {
	GError *refused;
	guint elements, attributes, complaints;
};

/* The attributes that this input looks at. Two are kept by another name, lest
 * libxml2 gather and compare them as identifiers. */
static const struct {
	const char *name, *as;
} kept[] = {
	{"aria-hidden", "aria-hidden"}, {"class", "class"},
	{"colspan", "colspan"}, {"content", "content"},
	{"data-colspan", "data-colspan"}, {"data-of", "data-of"},
	{"hidden", "hidden"},
	{"href", "href"}, {"id", "id-of"}, {"lang", "lang"},
	{"name", "name-of"}, {"reversed", "reversed"}, {"role", "role"},
	{"rowspan", "rowspan"}, {"start", "start"}, {"style", "style"},
	{"type", "type"}, {"value", "value"},
};

/* The name an attribute is kept by, or NULL. */
static const char *
kept_as(const char *name)
{
	for (guint i = 0; i < G_N_ELEMENTS(kept); i++)
		if (strcmp(kept[i].name, name) == 0)
			return kept[i].as;
	return NULL;
}

static void G_GNUC_PRINTF(2, 3)
refuse(xmlParserCtxt *ctxt, const char *format, ...)
{
	struct run *run = ctxt->_private;
	g_autofree char *what = NULL;
	va_list args;

	va_start(args, format);
	what = g_strdup_vprintf(format, args);
	va_end(args);
	if (!run->refused)
		rc_fail(&run->refused, RESCONV_E_LIMIT, "line %d: %s",
		    ctxt->input ? ctxt->input->line : 0, what);
	xmlStopParser(ctxt);
}

/* The name that an element gets: of those with a prefix, such as Word's <o:p>,
 * libxml2 would make <p>. */
static const xmlChar *
without_prefix(const xmlChar *name)
{
	return strchr((const char *)name, ':') ? BAD_CAST "span" : name;
}

static void
on_start(void *ctx, const xmlChar *name, const xmlChar **attributes)
{
	const xmlChar *some[2 * RC_MAX_ATTRIBUTES + 2];
	xmlParserCtxt *ctxt = ctx;
	struct run *run = ctxt->_private;
	guint n = 0;

	for (; attributes && *attributes; attributes += 2) {
		const char *as = kept_as((const char *)attributes[0]);

		if (!as || n == 2 * RC_MAX_ATTRIBUTES)
			continue;
		some[n++] = BAD_CAST as;
		some[n++] = attributes[1];
	}
	some[n] = NULL;
	run->attributes += n / 2;
	if ((guint)ctxt->nodeNr >= RC_MAX_TREE_DEPTH)
		refuse(ctxt, "elements are nested more than %u deep",
		    RC_MAX_TREE_DEPTH);
	else if (++run->elements > RC_MAX_HTML_ELEMENTS)
		refuse(ctxt, "the page has more than %u elements",
		    RC_MAX_HTML_ELEMENTS);
	else if (run->attributes > RC_MAX_HTML_ELEMENTS)
		refuse(ctxt, "the elements of the page have more than %u "
		    "attributes", RC_MAX_HTML_ELEMENTS);
	else
		xmlSAX2StartElement(ctx, without_prefix(name), n ? some : NULL);
}

/* Scripts and styles are no text. */
static void
on_raw(void *ctx, const xmlChar *value, int len)
{
}

/* An end tag that ends nothing costs a look at all that is open. */
static void
on_complaint(void *ctx, const char *format, ...)
{
	xmlParserCtxt *ctxt = ctx;
	struct run *run = ctxt->_private;

	if (++run->complaints > RC_MAX_HTML_ELEMENTS)
		refuse(ctxt, "the page has more than %u mistakes in its "
		    "markup", RC_MAX_HTML_ELEMENTS);
	else if (ctxt->errNo == XML_ERR_NO_MEMORY)
		refuse(ctxt, "a text is too long, or memory ran out");
}

static xmlParserCtxt *
new_context(struct run *run)
{
	xmlParserCtxt *ctxt = htmlNewParserCtxt();

	if (!ctxt)
		return NULL;
	ctxt->_private = run;
	ctxt->linenumbers = 1;
	ctxt->sax->error = on_complaint;
	ctxt->sax->warning = NULL;
	ctxt->sax->startElement = on_start;
	ctxt->sax->cdataBlock = on_raw;
	ctxt->sax->comment = NULL;
	ctxt->sax->processingInstruction = NULL;
	return ctxt;
}

xmlDoc *
rc_html_parse(const struct rc_utf8 *text, GError **error)
{
	struct run run = {0};
	g_autoptr(htmlParserCtxt) ctxt = NULL;
	g_autoptr(xmlDoc) doc = NULL;
	g_autoptr(GString) clean = drop_declarations(text);
	const char *s = clean ? clean->str : text->s;
	gsize len = clean ? clean->len : text->len;

	if (!check_attributes(s, s + len, error))
		return NULL;
	ctxt = new_context(&run);
	if (ctxt)
		doc = htmlCtxtReadMemory(ctxt, s, (int)len, NULL, "UTF-8",
		    HTML_PARSE_RECOVER | HTML_PARSE_NONET |
		        HTML_PARSE_COMPACT);
	if (run.refused) {
		g_propagate_error(error, run.refused);
		return NULL;
	}
	if (!doc || !xmlDocGetRootElement(doc)) {
		rc_fail(error, RESCONV_E_FORMAT, "the page has no element");
		return NULL;
	}
	return g_steal_pointer(&doc);
}

const char *
rc_html_get(const xmlNode *node, const char *name)
{
	const char *as = node->properties ? kept_as(name) : NULL;

	for (const xmlAttr *a = as ? node->properties : NULL; a; a = a->next)
		if (strcmp((const char *)a->name, as) == 0)
			return a->children && a->children->content
			    ? (const char *)a->children->content : "";
	return NULL;
}

gboolean
rc_html_is(const xmlNode *node, const char *tag)
{
	return node->type == XML_ELEMENT_NODE &&
	    strcmp((const char *)node->name, tag) == 0;
}
