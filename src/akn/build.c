/* build.c - the tree builder: open, close, attribute, text. */
#include "akn/akn.h"

#include <stdarg.h>
#include <string.h>

#include <libxml/dict.h>

#include "base/auto.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/plain.h"

#define MAX_RESUMED 8
#define MAX_NAME 80 /* characters of a bad one that are told */

struct akn_builder {
	xmlDoc *doc;
	xmlNs *ns, *own;
	xmlNode *here;
	GString *text;                 /* of here's end, not yet in the tree */
	xmlNode *resumed[MAX_RESUMED]; /* where akn_return() goes back to */
	guint n_resumed, depth;
	GError *error;                 /* the first; the builder is inert then */
	const xmlChar *tags[AKN_N_KINDS]; /* in the dictionary; NULL not yet */
};

struct akn_builder *
akn_builder_new(void)
{
	struct akn_builder *b = g_new0(struct akn_builder, 1);

	b->text = g_string_new(NULL);
	b->doc = xmlNewDoc(BAD_CAST "1.0");
	if (b->doc)
		b->doc->dict = xmlDictCreate();
	if (!b->doc || !b->doc->dict)
		rc_fail(&b->error, RESCONV_E_NOMEM, "memory ran out");
	return b;
}

void
akn_builder_free(struct akn_builder *b)
{
	if (!b)
		return;
	if (b->doc)
		xmlFreeDoc(b->doc);
	g_string_free(b->text, TRUE);
	g_clear_error(&b->error);
	g_free(b);
}

/* Text is kept until an element begins or ends: added piece by piece to a
 * text node, it would be measured and copied each time. */
static void
put_text(struct akn_builder *b)
{
	xmlNode *last = b->here ? b->here->last : NULL;
	xmlNode *node;

	if (!b->text->len)
		return;
	if (last && last->type == XML_TEXT_NODE) {
		xmlTextConcat(last, BAD_CAST b->text->str, b->text->len);
	} else {
		node = xmlNewDocTextLen(b->doc, BAD_CAST b->text->str,
		    b->text->len);
		if (node)
			xmlAddChild(b->here, node);
		else
			rc_fail(&b->error, RESCONV_E_NOMEM, "memory ran out");
	}
	g_string_truncate(b->text, 0);
}

static void
add_node(struct akn_builder *b, xmlNode *node)
{
	if (!node) {
		rc_fail(&b->error, RESCONV_E_NOMEM, "memory ran out");
		return;
	}
	if (b->here)
		xmlAddChild(b->here, node);
	else
		xmlDocSetRootElement(b->doc, node);
	b->here = node;
	if (++b->depth > RC_MAX_TREE_DEPTH)
		rc_fail(&b->error, RESCONV_E_LIMIT,
		    "elements are nested more than %u deep", RC_MAX_TREE_DEPTH);
}

static xmlNode *
new_node(struct akn_builder *b, xmlNs *ns, const xmlChar *tag)
{
	return tag ? xmlNewDocNodeEatName(b->doc, ns, (xmlChar *)tag, NULL)
	           : NULL;
}

static const xmlChar *
tag_of(struct akn_builder *b, enum akn_kind kind)
{
	if (!b->tags[kind])
		b->tags[kind] = xmlDictLookup(b->doc->dict,
		    BAD_CAST akn_tag(kind), -1);
	return b->tags[kind];
}

void
akn_open(struct akn_builder *b, enum akn_kind kind)
{
	if (b->error)
		return;
	put_text(b);
	add_node(b, new_node(b, b->ns, tag_of(b, kind)));
	if (!b->error)
		b->here->_private = GUINT_TO_POINTER(kind);
	if (!b->error && !b->ns) {
		b->ns = xmlNewNs(b->here, BAD_CAST AKN_NS, NULL);
		b->own = xmlNewNs(b->here, BAD_CAST AKN4UN_NS, BAD_CAST "akn4un");
		xmlSetNs(b->here, b->ns);
	}
}

void
akn_open_own(struct akn_builder *b, const char *tag)
{
	if (b->error)
		return;
	put_text(b);
	add_node(b, new_node(b, b->own,
	    xmlDictLookup(b->doc->dict, BAD_CAST tag, -1)));
}

static void
close_here(struct akn_builder *b)
{
	put_text(b);
	b->here = b->here->parent;
	if (b->here && b->here->type != XML_ELEMENT_NODE)
		b->here = NULL;
	b->depth--;
}

void
akn_close_own(struct akn_builder *b)
{
	if (!b->error)
		close_here(b);
}

void
akn_close(struct akn_builder *b, enum akn_kind kind)
{
	if (b->error)
		return;
	if (!b->here || akn_kind_of(b->here) != kind) {
		rc_fail(&b->error, RESCONV_E_BUG, "<%s> closed where <%s> is open",
		    akn_tag(kind), b->here ? (const char *)b->here->name : "");
		return;
	}
	close_here(b);
}

void
akn_attr(struct akn_builder *b, const char *name, const char *value)
{
	if (b->error || !value)
		return;
	if (!xmlNewProp(b->here, BAD_CAST name, BAD_CAST value))
		rc_fail(&b->error, RESCONV_E_NOMEM, "memory ran out");
}

void
akn_attrf(struct akn_builder *b, const char *name, const char *format, ...)
{
	g_autofree char *value = NULL;
	va_list args;

	if (b->error)
		return;
	va_start(args, format);
	value = g_strdup_vprintf(format, args);
	va_end(args);
	akn_attr(b, name, value);
}

/* Bytes that cannot stand in XML, or may begin U+FFFE and U+FFFF, which
 * cannot. */
static const gboolean doubtful[256] = {
    [0 ... 0x08] = TRUE, [0x0B ... 0x0C] = TRUE, [0x0E ... 0x1F] = TRUE,
    [0xEF] = TRUE};

/* Bytes of s that can stand in XML as they are. */
static gsize
clean_length(const char *s, gsize len)
{
	const char *at = s, *end = s + len;

	for (; (at = rc_plain_end(at, end)) < end; at++)
		if (doubtful[(guchar)*at] && ((guchar)*at != 0xEF ||
		        (end - at > 2 && (guchar)at[1] == 0xBF &&
		            (guchar)at[2] >= 0xBE)))
			break;
	return at - s;
}

void
akn_text(struct akn_builder *b, const char *text, gssize len)
{
	gsize left = len < 0 ? strlen(text) : (gsize)len;

	while (!b->error && left) {
		gsize n = clean_length(text, left);
		gsize bad = n == left ? 0 : (guchar)text[n] == 0xEF ? 3 : 1;

		if (n)
			g_string_append_len(b->text, text, n);
		text += n + bad;
		left -= n + bad;
	}
}

/* ---- elements of any name space ---- */

/* The beginning of the name, on one line, and what is the matter. */
static void
bad_name(struct akn_builder *b, const char *name, const char *sentence)
{
	g_autofree char *shown = g_utf8_substring(name, 0,
	    MIN(g_utf8_strlen(name, -1), MAX_NAME));

	rc_fail(&b->error, RESCONV_E_FORMAT, "\"%s\" %s",
	    g_strdelimit(shown, "\r\n\t\f", ' '), sentence);
}

/* The part of a name behind its prefix, and the name space of the prefix in
 * the element open; NULL and an error for what is no name. An attribute
 * without prefix is in no name space. */
static const char *
local_name(struct akn_builder *b, const char *name, gboolean attribute,
    xmlNs **ns)
{
	const char *colon = strchr(name, ':');
	const char *local = colon ? colon + 1 : name;
	g_autofree char *prefix = colon ? g_strndup(name, colon - name) : NULL;

	*ns = NULL;
	if (xmlValidateNCName(BAD_CAST local, 0) != 0) {
		bad_name(b, name, "is no name of XML");
		return NULL;
	}
	if (prefix || !attribute)
		*ns = xmlSearchNs(b->doc, b->here, BAD_CAST prefix);
	if (prefix && !*ns) {
		bad_name(b, name, "has a prefix that no name space declares");
		return NULL;
	}
	return local;
}

static void
declare(struct akn_builder *b, const struct akn_space *space)
{
	xmlNs *ns;

	if (space->prefix && xmlValidateNCName(BAD_CAST space->prefix, 0)) {
		bad_name(b, space->prefix, "is no prefix of XML");
		return;
	}
	ns = xmlNewNs(b->here, BAD_CAST space->uri, BAD_CAST space->prefix);
	if (!ns)
		bad_name(b, space->uri, "cannot be declared as a name space");
	else if (!b->ns && strcmp(space->uri, AKN_NS) == 0)
		b->ns = ns;
	else if (!b->own && strcmp(space->uri, AKN4UN_NS) == 0)
		b->own = ns;
}

void
akn_open_named(struct akn_builder *b, const char *name,
    const struct akn_space *spaces, guint n_spaces)
{
	const char *local;
	xmlNs *ns;

	if (b->error)
		return;
	put_text(b);
	add_node(b, new_node(b, NULL, xmlDictLookup(b->doc->dict,
	    BAD_CAST "unnamed", -1)));
	for (guint i = 0; i < n_spaces && !b->error; i++)
		declare(b, &spaces[i]);
	if (b->error || !(local = local_name(b, name, FALSE, &ns)))
		return;
	b->here->name = xmlDictLookup(b->doc->dict, BAD_CAST local, -1);
	b->here->ns = ns;
}

void
akn_close_named(struct akn_builder *b)
{
	akn_close_own(b);
}

void
akn_attr_named(struct akn_builder *b, const char *name, const char *value)
{
	const char *local;
	xmlNs *ns;

	if (b->error || !(local = local_name(b, name, TRUE, &ns)))
		return;
	if (!xmlNewNsProp(b->here, ns, BAD_CAST local, BAD_CAST value))
		rc_fail(&b->error, RESCONV_E_NOMEM, "memory ran out");
}

gboolean
akn_has_failed(const struct akn_builder *b)
{
	return b->error != NULL;
}

void
akn_leaf(struct akn_builder *b, enum akn_kind kind, const char *text)
{
	akn_open(b, kind);
	akn_text(b, text, -1);
	akn_close(b, kind);
}

xmlNode *
akn_here(const struct akn_builder *b)
{
	return b->error ? NULL : b->here;
}

void
akn_resume(struct akn_builder *b, xmlNode *node)
{
	if (b->error)
		return;
	g_assert(b->n_resumed < MAX_RESUMED);
	put_text(b);
	b->resumed[b->n_resumed++] = b->here;
	b->here = node;
}

void
akn_return(struct akn_builder *b)
{
	if (b->error)
		return;
	put_text(b);
	b->here = b->resumed[--b->n_resumed];
}

xmlDoc *
akn_builder_finish(struct akn_builder *b, GError **error)
{
	if (b->error) {
		g_propagate_error(error, g_steal_pointer(&b->error));
		return NULL;
	}
	return g_steal_pointer(&b->doc);
}

/* ---- a tree that is there ---- */

void
akn_set(xmlNode *node, const char *name, const char *value)
{
	if (akn_get(node, name))
		xmlSetProp(node, BAD_CAST name, BAD_CAST value);
	else
		xmlNewProp(node, BAD_CAST name, BAD_CAST value);
}

void
akn_unwrap(xmlNode *node)
{
	xmlNode *before;

	while (node->children) {
		xmlNode *child = node->children;

		xmlUnlinkNode(child);
		xmlAddPrevSibling(node, child); /* text becomes one with text */
	}
	before = node->prev;
	if (before && before->type == XML_TEXT_NODE && node->next &&
	    node->next->type == XML_TEXT_NODE) {
		xmlNode *next = node->next;

		xmlUnlinkNode(node);
		xmlTextMerge(before, next);
	} else {
		xmlUnlinkNode(node);
	}
	xmlFreeNode(node);
}
