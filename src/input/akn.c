/* akn.c - Akoma Ntoso as input.
 *
 * A file in our own profile is the tree already. Any other file of a
 * resolution, such as the United Nations' own, is read into the text model
 * (akn_text.c) and goes the way of all texts, through the parser. */
#include "input/input.h"

#include <string.h>

#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include "base/auto.h"
#include "base/error.h"
#include "base/limits.h"
#include "input/akn_text.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlParserCtxt, xmlFreeParserCtxt)

#define SNIFFED_BYTES 4096u
#define MAX_REASON 200 /* bytes of a message of libxml2 that are shown */

static const resconv_option options[] = {
	{"recover", "yes|no", "no", "read what can be read of a damaged file"},
	{NULL, NULL, NULL, NULL},
};

/* ---- recognising ---- */

/* Whether a word is in the first bytes; NULs are passed over, so that UTF-16
 * is seen too. */
static gboolean
has_word(const char *data, gsize size, const char *word)
{
	gsize matched = 0;

	for (gsize i = 0; i < MIN(size, SNIFFED_BYTES) && word[matched]; i++) {
		if (!data[i])
			continue;
		if (data[i] == word[matched])
			matched++;
		else
			matched = data[i] == word[0];
	}
	return !word[matched];
}

static gboolean
begins_with_tag(const char *data, gsize size)
{
	gsize i = size >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

	while (i < size && g_ascii_isspace(data[i]))
		i++;
	return i < size && data[i] == '<';
}

static int
sniff(const char *data, gsize size, const char *name)
{
	/* another tag may stand before it, text may not */
	if (!begins_with_tag(data, size))
		return name && g_str_has_suffix(name, ".xml") ? 10 : 0;
	if (has_word(data, size, "<akomaNtoso") ||
	    has_word(data, size, ":akomaNtoso"))
		return 100;
	if (has_word(data, MIN(size, 16), "<?xml"))
		return 20;
	return name && g_str_has_suffix(name, ".xml") ? 10 : 0;
}

/* ---- parsing ---- */

/* What the handlers of one run share; the context's _private. */
struct run {
	GError *refused;   /* what we do not read, though it be well-formed */
	char *first;       /* libxml2's first complaint, or NULL */
	struct rc_place at; /* of it */
};

static void
refuse(xmlParserCtxt *ctxt, resconv_status status, const char *what)
{
	struct run *run = ctxt->_private;

	if (!run->refused)
		rc_fail(&run->refused, status, "line %d: %s",
		    ctxt->input ? ctxt->input->line : 0, what);
	xmlStopParser(ctxt);
}

/* Entities of a document's own can grow without end or read other files; no
 * Akoma Ntoso needs them. */
static void
on_entity_decl(void *ctx, const xmlChar *name, int type,
    const xmlChar *public_id, const xmlChar *system_id, xmlChar *content)
{
	refuse(ctx, RESCONV_E_FORMAT,
	    "the file declares entities, which are not read; replace them by "
	    "their text");
}

static void
on_reference(void *ctx, const xmlChar *name)
{
	refuse(ctx, RESCONV_E_FORMAT,
	    "an entity that is not declared in the file; replace it by its "
	    "text");
}

static void
on_start(void *ctx, const xmlChar *name, const xmlChar *prefix,
    const xmlChar *uri, int n_namespaces, const xmlChar **namespaces,
    int n_attributes, int n_defaulted, const xmlChar **attributes)
{
	xmlParserCtxt *ctxt = ctx;

	if ((guint)ctxt->nodeNr >= RC_MAX_TREE_DEPTH) {
		g_autofree char *what = g_strdup_printf(
		    "elements are nested more than %u deep",
		    RC_MAX_TREE_DEPTH);

		refuse(ctxt, RESCONV_E_LIMIT, what);
		return;
	}
	xmlSAX2StartElementNs(ctx, name, prefix, uri, n_namespaces, namespaces,
	    n_attributes, n_defaulted, attributes);
}

static void
on_error(void *ctx, xmlError *error)
{
	xmlParserCtxt *ctxt = ctx;
	struct run *run = ctxt->_private;

	if (run->first || error->level < XML_ERR_ERROR)
		return;
	run->first = g_strndup(error->message ? error->message : "damaged",
	    MAX_REASON);
	g_strdelimit(g_strchomp(run->first), "\r\n", ' ');
	run->at.line = MAX(error->line, 0);
	run->at.column = MAX(error->int2, 0);
}

static xmlParserCtxt *
new_context(struct run *run)
{
	xmlParserCtxt *ctxt = xmlNewParserCtxt();

	if (!ctxt)
		return NULL;
	ctxt->_private = run;
	ctxt->sax->serror = (xmlStructuredErrorFunc)on_error;
	ctxt->sax->entityDecl = on_entity_decl;
	ctxt->sax->reference = on_reference;
	ctxt->sax->startElementNs = on_start;
	ctxt->sax->comment = NULL;
	ctxt->sax->processingInstruction = NULL;
	return ctxt;
}

static xmlDoc *
parse_with(struct run *run, const char *data, gsize size, gboolean recover,
    GError **error)
{
	g_autoptr(xmlParserCtxt) ctxt = new_context(run);
	g_autoptr(xmlDoc) doc = NULL;

	if (!ctxt) {
		rc_fail(error, RESCONV_E_NOMEM, "memory ran out");
		return NULL;
	}
	doc = xmlCtxtReadMemory(ctxt, data, (int)size, NULL, NULL,
	    XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT |
	        XML_PARSE_BIG_LINES | (recover ? XML_PARSE_RECOVER : 0));
	if (run->refused) {
		g_propagate_error(error, g_steal_pointer(&run->refused));
		return NULL;
	}
	if (!doc || !xmlDocGetRootElement(doc)) {
		rc_fail(error, RESCONV_E_FORMAT,
		    "not well-formed XML: line %u, column %u: %s%s",
		    run->at.line, run->at.column,
		    run->first ? run->first : "there is no element",
		    recover ? ""
		            : "; -O akn.recover=yes reads what it can");
		return NULL;
	}
	return g_steal_pointer(&doc);
}

static xmlDoc *
parse(const char *data, gsize size, gboolean recover, struct rc_diags *diags,
    GError **error)
{
	struct run run = {0};
	xmlDoc *doc = parse_with(&run, data, size, recover, error);

	if (doc && run.first)
		rc_diag(diags, RC_D_XML_DAMAGED, &run.at, run.first);
	g_clear_error(&run.refused);
	g_free(run.first);
	return doc;
}

/* ---- our own profile ---- */

static gboolean
ends_with(const char *s, const char *end)
{
	return s && g_str_has_suffix(s, end);
}

/* The author of the mark-up as our metadata name him. */
static gboolean
names_markup_author(const xmlNode *meta)
{
	const xmlNode *n = akn_child(meta, AKN_REFERENCES);

	for (n = akn_child(n, AKN_UNKNOWN); n; n = akn_next(n, AKN_UNKNOWN))
		if (ends_with(akn_get(n, "href"), "/markupAuthor"))
			return TRUE;
	return FALSE;
}

/* What the guidelines ask for and the published files never have: a number
 * of the Work, an author that is a reference, an IRI without a slash at its
 * end. */
static gboolean
follows_guidelines(const xmlNode *meta)
{
	const xmlNode *work = akn_find(meta, AKN_WORK);
	const char *author = akn_get(akn_child(work, AKN_FRBR_AUTHOR), "href");

	return akn_child(work, AKN_FRBR_NUMBER) && author && *author == '#' &&
	    ends_with(akn_get(akn_child(work, AKN_FRBR_THIS), "value"),
	        "/!main");
}

static gboolean
is_profile(const xmlNode *root)
{
	const xmlNode *meta = akn_find(root, AKN_META_);

	if (!root->ns || strcmp((const char *)root->ns->href, AKN_NS) != 0)
		return FALSE;
	return names_markup_author(meta) || follows_guidelines(meta);
}

static gboolean
has_text(const xmlNode *node)
{
	for (const xmlNode *n = node->children; n; n = n->next)
		if (n->type == XML_TEXT_NODE && !xmlIsBlankNode(n))
			return TRUE;
	return FALSE;
}

static void
drop_blank_text(xmlNode *node)
{
	xmlNode *next;

	for (xmlNode *n = node->children; n; n = next) {
		next = n->next;
		if (n->type == XML_TEXT_NODE && xmlIsBlankNode(n)) {
			xmlUnlinkNode(n);
			xmlFreeNode(n);
		}
	}
}

/* Whether the children of an element are blocks, so that white space between
 * them is the file's and not the document's. flow: text flows around it. */
static gboolean
holds_blocks(const struct akn_iter *it, gboolean flow)
{
	if (it->kind == AKN_AUTHORIAL_NOTE ||
	    it->kind == AKN_EMBEDDED_STRUCTURE ||
	    it->kind == AKN_QUOTED_STRUCTURE)
		return !has_text(it->node);
	if (akn_traits(it->kind) & (AKN_BLOCK | AKN_INLINE))
		return FALSE;
	return (it->kind != AKN_UNKNOWN || !flow) && !has_text(it->node);
}

/* Drop the white space between blocks. The tree is ours; the iterator only
 * promises not to change it. */
static gboolean
clean_tree(const xmlNode *root, GError **error)
{
	gboolean flow[RC_MAX_TREE_DEPTH + 2] = {FALSE};
	guint notes = 0, cells = 0;
	struct akn_iter it;

	akn_iter_init(&it, root);
	while (akn_iter_next(&it) != AKN_END) {
		gboolean blocks;

		if (it.event != AKN_ENTER)
			continue;
		notes += it.kind == AKN_AUTHORIAL_NOTE;
		cells += it.kind == AKN_TD || it.kind == AKN_TH;
		blocks = holds_blocks(&it, flow[it.depth]);
		flow[it.depth + 1] = !blocks;
		if (blocks)
			drop_blank_text((xmlNode *)it.node);
	}
	if (notes > RC_MAX_NOTES)
		return rc_fail(error, RESCONV_E_LIMIT, "more than %u notes",
		    RC_MAX_NOTES);
	if (cells > RC_MAX_TABLE_CELLS)
		return rc_fail(error, RESCONV_E_LIMIT,
		    "more than %u table cells", RC_MAX_TABLE_CELLS);
	return TRUE;
}

/* ---- reading ---- */

static gboolean
check_root(const xmlNode *root, GError **error)
{
	if (strcmp((const char *)root->name, akn_tag(AKN_ROOT)) == 0)
		return TRUE;
	return rc_fail(error, RESCONV_E_FORMAT,
	    "the root element is <%.40s>, not <akomaNtoso>: XML of another "
	    "kind, which is not read", (const char *)root->name);
}

static const char *
language_of(const xmlNode *root, struct rc_text *text)
{
	const char *s = akn_get(akn_find(root, AKN_FRBR_LANGUAGE), "language");

	return s && *s ? g_string_chunk_insert(text->chunk, s) : NULL;
}

static gboolean
read(const char *data, gsize size, const struct rc_settings *settings,
    struct rc_diags *diags, struct rc_text *text, xmlDoc **tree,
    GError **error)
{
	g_autoptr(xmlDoc) doc = NULL;
	const xmlNode *root;

	if (size > RC_MAX_INPUT_BYTES)
		return rc_fail(error, RESCONV_E_LIMIT,
		    "the input is larger than %u bytes", RC_MAX_INPUT_BYTES);
	doc = parse(data, size,
	    rc_setting_yes(settings, "akn", options, "recover"), diags, error);
	if (!doc)
		return FALSE;
	root = xmlDocGetRootElement(doc);
	if (!check_root(root, error))
		return FALSE;
	if (is_profile(root)) {
		if (!clean_tree(root, error))
			return FALSE;
		*tree = g_steal_pointer(&doc);
		return TRUE;
	}
	if (!rc_akn_text(root, diags, text, error))
		return FALSE;
	text->language = language_of(root, text);
	text->tree = g_steal_pointer(&doc);
	return TRUE;
}

const struct rc_input rc_input_akn = {
	.format = {
	    .name = "akn",
	    .summary = "Akoma Ntoso: our own, or as the United Nations publish",
	    .suffix = ".xml",
	    .media_type = "application/akn+xml",
	    .options = options,
	},
	.sniff = sniff,
	.read = read,
};
