/* docx_xml.c - libxml2's parser on a part of a Word file: known elements are
 * told by number, alternatives chosen, entities refused as in akn.c. */
#include "input/docx_xml.h"

#include <stdlib.h>
#include <string.h>

#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include "base/error.h"
#include "input/docx_zip.h"

#define KNOWN_NAMES 256u /* a power of two */

/* The parser keeps names once, so that their addresses tell them apart. */
struct name {
	const void *name, *uri;
	enum docx_tag tag;
};

struct docx_parser {
	xmlParserCtxt *ctxt;
	struct name names[KNOWN_NAMES];
};

/* An attribute of SAX2 is five pointers. */
#define NAME(x, i) ((const char *)(x)->attributes[5 * (i)])
#define VALUE(x, i) ((const char *)(x)->attributes[5 * (i) + 3])
#define VALUE_END(x, i) ((const char *)(x)->attributes[5 * (i) + 4])

static const char *const tags[] = {
#define TAG(name, string) string,
#include "input/docx_tag.def"
#undef TAG
};

/* The namespaces whose elements we know, in their two forms (ECMA-376 and
 * ISO/IEC 29500 strict). Drawings, VML and extensions are passed through. */
static const char *const namespaces[] = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "http://schemas.openxmlformats.org/package/2006/relationships",
    ("http://schemas.openxmlformats.org/officeDocument/2006/"
     "custom-properties"),
    "http://purl.oclc.org/ooxml/officeDocument/customProperties",
    "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes",
};
static const char math[] =
    "http://schemas.openxmlformats.org/officeDocument/2006/math";

static gboolean
is_known(const char *uri)
{
	for (guint i = 0; i < G_N_ELEMENTS(namespaces); i++)
		if (strcmp(uri, namespaces[i]) == 0)
			return TRUE;
	return FALSE;
}

static int
compare_tags(const void *a, const void *b)
{
	return strcmp(a, *(const char *const *)b);
}

/* Pictures are told by the elements of theirs that name a file. */
static enum docx_tag
find_tag(const char *name, const char *uri)
{
	const char *const *found;

	if (!uri)
		return DOCX_OTHER;
	if (!is_known(uri)) {
		if (strcmp(uri, math) == 0 && strcmp(name, "t") == 0)
			return DOCX_T;
		return strcmp(name, "blip") == 0 ? DOCX_BLIP :
		    strcmp(name, "imagedata") == 0 ? DOCX_IMAGEDATA : DOCX_OTHER;
	}
	found = bsearch(name, tags, G_N_ELEMENTS(tags), sizeof(*tags),
	    compare_tags);
	return found ? DOCX_OTHER + 1 + (enum docx_tag)(found - tags)
	             : DOCX_OTHER;
}

static enum docx_tag
tag_of(struct docx_parser *parser, const void *name, const void *uri)
{
	struct name *known = &parser->names[(GPOINTER_TO_SIZE(name) / 8) %
	    KNOWN_NAMES];

	if (known->name != name || known->uri != uri)
		*known = (struct name){name, uri, find_tag(name, uri)};
	return known->tag;
}

void
docx_xml_skip(struct docx_xml *x)
{
	if (!x->skipped)
		x->skipped = x->depth;
}

void
docx_xml_fail(struct docx_xml *x, GError *error)
{
	if (x->refused)
		g_error_free(error);
	else
		x->refused = error;
	x->skipped = 1;
	xmlStopParser(x->parser->ctxt);
}

static void
refuse(struct docx_xml *x, resconv_status status, const char *what)
{
	GError *error = NULL;

	rc_fail(&error, status, "%s", what);
	docx_xml_fail(x, error);
}

/* ---- attributes ---- */

const char *
docx_get(struct docx_xml *x, const char *name)
{
	for (int i = 0; i < x->n_attributes; i++) {
		GString *value;

		if (strcmp(NAME(x, i), name) != 0)
			continue;
		value = x->values[x->turn++ % G_N_ELEMENTS(x->values)];
		g_string_truncate(value, 0);
		g_string_append_len(value, VALUE(x, i),
		    VALUE_END(x, i) - VALUE(x, i));
		return value->str;
	}
	return NULL;
}

int
docx_get_number(struct docx_xml *x, const char *name, int least, int most,
    int other)
{
	const char *s = docx_get(x, name);
	char *end;
	gint64 value = s ? g_ascii_strtoll(s, &end, 10) : 0;

	if (!s || end == s)
		return other;
	return (int)CLAMP(value, least, most);
}

gboolean
docx_get_on(struct docx_xml *x)
{
	const char *value = docx_get(x, "val");

	return !value || !(strcmp(value, "0") == 0 ||
	    strcmp(value, "false") == 0 || strcmp(value, "off") == 0);
}

enum docx_tag
docx_xml_parent(const struct docx_xml *x)
{
	return x->depth > 1 ? x->tags[x->depth - 1] : DOCX_OTHER;
}

/* ---- handlers ---- */

/* Of alternatives the first is read: Word's own, where a fallback says the
 * same once more. */
static gboolean
is_alternative_left(struct docx_xml *x, enum docx_tag tag)
{
	gboolean *chosen = &x->chosen[x->depth - 1];
	gboolean was = *chosen;

	if ((tag != DOCX_CHOICE && tag != DOCX_FALLBACK) ||
	    docx_xml_parent(x) != DOCX_ALTERNATE_CONTENT)
		return FALSE;
	*chosen = TRUE;
	return was;
}

static void
on_start(void *ctx, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *uri, int n_namespaces, const xmlChar **declared,
    int n_attributes, int n_defaulted, const xmlChar **attributes)
{
	struct docx_xml *x = ((xmlParserCtxt *)ctx)->_private;
	enum docx_tag tag;

	if (x->depth >= RC_MAX_TREE_DEPTH) {
		g_autofree char *what = g_strdup_printf("elements are nested "
		    "more than %u deep", RC_MAX_TREE_DEPTH);

		refuse(x, RESCONV_E_LIMIT, what);
		return;
	}
	x->depth++;
	if (x->skipped)
		return;
	tag = tag_of(x->parser, name, uri);
	x->tags[x->depth] = tag;
	x->chosen[x->depth] = FALSE;
	x->name = (const char *)name;
	x->attributes = attributes;
	x->n_attributes = n_attributes;
	if (is_alternative_left(x, tag))
		docx_xml_skip(x);
	else if (x->teller->start)
		x->teller->start(x->payload, x, tag);
	x->n_attributes = 0;
}

static void
on_end(void *ctx, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *uri)
{
	struct docx_xml *x = ((xmlParserCtxt *)ctx)->_private;

	if (x->refused || !x->depth)
		return;
	if (x->skipped == x->depth)
		x->skipped = 0;
	else if (!x->skipped && x->teller->end)
		x->teller->end(x->payload, x, x->tags[x->depth]);
	x->depth--;
}

static void
on_text(void *ctx, const xmlChar *s, int len)
{
	struct docx_xml *x = ((xmlParserCtxt *)ctx)->_private;

	if (!x->skipped && x->teller->text)
		x->teller->text(x->payload, x, (const char *)s, len);
}

/* Entities of a file's own can grow without end or read other files; ECMA-376
 * forbids the declarations that make them (part 2, 6.2.5). */
static void
on_entity_decl(void *ctx, const xmlChar *name, int type,
    const xmlChar *public_id, const xmlChar *system_id, xmlChar *content)
{
	refuse(((xmlParserCtxt *)ctx)->_private, RESCONV_E_FORMAT,
	    "it declares entities, which are not read");
}

static void
on_reference(void *ctx, const xmlChar *name)
{
	refuse(((xmlParserCtxt *)ctx)->_private, RESCONV_E_FORMAT,
	    "it has an entity that is not declared");
}

static void
on_error(void *ctx, xmlError *error)
{
}

static void
set_handlers(xmlSAXHandler *sax)
{
	sax->serror = (xmlStructuredErrorFunc)on_error;
	sax->entityDecl = on_entity_decl;
	sax->reference = on_reference;
	sax->startElementNs = on_start;
	sax->endElementNs = on_end;
	sax->characters = sax->ignorableWhitespace = on_text;
	sax->cdataBlock = on_text;
	sax->comment = NULL;
	sax->processingInstruction = NULL;
}

struct docx_parser *
docx_parser_new(void)
{
	struct docx_parser *parser = g_new0(struct docx_parser, 1);

	parser->ctxt = xmlNewParserCtxt();
	if (!parser->ctxt) {
		g_free(parser);
		return NULL;
	}
	set_handlers(parser->ctxt->sax);
	return parser;
}

void
docx_parser_free(struct docx_parser *parser)
{
	if (!parser)
		return;
	xmlFreeParserCtxt(parser->ctxt);
	g_free(parser);
}

static gboolean
parse(struct docx_xml *x, GBytes *bytes, const char *part, GError **error)
{
	xmlParserCtxt *ctxt = x->parser->ctxt;
	const xmlError *last;
	gsize size;
	const char *data = g_bytes_get_data(bytes, &size);
	xmlDoc *doc;

	ctxt->_private = x;
	doc = xmlCtxtReadMemory(ctxt, data ? data : "", (int)size, NULL, NULL,
	    XML_PARSE_NONET | XML_PARSE_NOENT);
	if (doc)
		xmlFreeDoc(doc);
	if (x->refused) {
		g_propagate_prefixed_error(error, g_steal_pointer(&x->refused),
		    "the part %s of the Word file: ", part);
		return FALSE;
	}
	last = xmlCtxtGetLastError(ctxt);
	if (ctxt->wellFormed)
		return TRUE;
	return rc_fail(error, RESCONV_E_FORMAT,
	    "the part %s of the Word file is not well-formed XML (line %d); "
	    "open the file in a word processor and save it anew", part,
	    last ? last->line : 0);
}

gboolean
docx_xml_read(const struct docx_file *file, const char *part,
    const struct docx_teller *teller, gpointer payload, GError **error)
{
	struct docx_xml x = {.teller = teller, .payload = payload,
	    .parser = file->parser};
	GBytes *bytes = g_hash_table_lookup(file->parts, part);
	gboolean ok;

	if (!bytes)
		return rc_fail(error, RESCONV_E_FORMAT, "the part %.80s of the "
		    "Word file is missing; fetch it again", part);
	for (guint i = 0; i < G_N_ELEMENTS(x.values); i++)
		x.values[i] = g_string_new(NULL);
	ok = parse(&x, bytes, part, error);
	for (guint i = 0; i < G_N_ELEMENTS(x.values); i++)
		g_string_free(x.values[i], TRUE);
	g_clear_error(&x.refused);
	return ok;
}
