/* form.c - how each element is told in JSON. */
#include "json/form.h"

#include <string.h>

#define END {NULL, NULL, HOW_ONE, NULL}

/* ---- metadata ---- */

static const struct json_member count[] = {
	{"akn4un:voters", "voters", HOW_LIST, "organization"},
	END,
};

static const struct json_member voting[] = {
	{"quorum", "quorum", HOW_ONE, NULL},
	{"count", "counts", HOW_MANY, NULL},
	END,
};

static const struct json_member parliamentary[] = {
	{"quorumVerification", "quorumVerifications", HOW_MANY, NULL},
	{"voting", "votings", HOW_MANY, NULL},
	END,
};

static const struct json_member analysis[] = {
	{"activeModifications", "activeModifications", HOW_ONE, NULL},
	{"passiveModifications", "passiveModifications", HOW_ONE, NULL},
	{"parliamentary", "parliamentary", HOW_ONE, NULL},
	{"otherReferences", "otherReferences", HOW_MANY, NULL},
	END,
};

static const struct json_member classification[] = {
	{"keyword", "keywords", HOW_MANY, NULL},
	END,
};

static const struct json_member lifecycle[] = {
	{"eventRef", "events", HOW_MANY, NULL},
	END,
};

static const struct json_member step[] = {
	{"akn4un:sponsors", "sponsors", HOW_ONE, NULL},
	END,
};

static const struct json_member workflow[] = {
	{"step", "steps", HOW_MANY, NULL},
	END,
};

/* References, modifications, and what else is but a row of things. */
static const struct json_member entries[] = {
	{NULL, "entries", HOW_REST, NULL},
	END,
};

static const struct json_member components_data[] = {
	{"componentData", "components", HOW_MANY, NULL},
	END,
};

static const struct json_member work[] = {
	{"FRBRthis", "this", HOW_ONE, "value"},
	{"FRBRuri", "uri", HOW_ONE, "value"},
	{"FRBRalias", "aliases", HOW_MANY, NULL},
	{"FRBRdate", "dates", HOW_MANY, NULL},
	{"FRBRauthor", "authors", HOW_MANY, NULL},
	{"componentInfo", "componentInfo", HOW_ONE, NULL},
	{"FRBRcountry", "country", HOW_ONE, "value"},
	{"FRBRsubtype", "subtype", HOW_ONE, "value"},
	{"FRBRnumber", "numbers", HOW_MANY, NULL},
	{"FRBRname", "names", HOW_MANY, "value"},
	{"FRBRprescriptive", "prescriptive", HOW_ONE, "value"},
	{"FRBRversionNumber", "versionNumber", HOW_ONE, "value"},
	{"FRBRauthoritative", "authoritative", HOW_ONE, "value"},
	{"FRBRmasterExpression", "masterExpression", HOW_ONE, "href"},
	{"FRBRlanguage", "languages", HOW_MANY, "language"},
	{"FRBRtranslation", "translations", HOW_MANY, NULL},
	{"FRBRformat", "format", HOW_ONE, "value"},
	END,
};

static const struct json_member identification[] = {
	{"FRBRWork", "work", HOW_ONE, NULL},
	{"FRBRExpression", "expression", HOW_ONE, NULL},
	{"FRBRManifestation", "manifestation", HOW_ONE, NULL},
	END,
};

static const struct json_member meta[] = {
	{"identification", "identification", HOW_ONE, NULL},
	{"publication", "publication", HOW_ONE, NULL},
	{"classification", "classifications", HOW_MANY, NULL},
	{"lifecycle", "lifecycles", HOW_MANY, NULL},
	{"workflow", "workflows", HOW_MANY, NULL},
	{"analysis", "analyses", HOW_MANY, NULL},
	{"temporalData", "temporalData", HOW_MANY, NULL},
	{"references", "references", HOW_MANY, NULL},
	{"notes", "notes", HOW_MANY, NULL},
	{"proprietary", "proprietary", HOW_MANY, NULL},
	{"presentation", "presentations", HOW_MANY, NULL},
	END,
};

/* ---- documents and levels ---- */

static const struct json_member root[] = {
	{"statement", "type", HOW_MERGE, NULL},
	{"doc", "type", HOW_MERGE, NULL},
	{"act", "type", HOW_MERGE, NULL},
	{"documentCollection", "type", HOW_MERGE, NULL},
	{"components", "parts", HOW_LIST, "component"},
	END,
};

static const struct json_member document[] = {
	{"meta", "metadata", HOW_ONE, NULL},
	{"coverPage", "cover", HOW_ONE, NULL},
	{"preface", "preface", HOW_ONE, NULL},
	{"preamble", "preamble", HOW_ONE, NULL},
	{"mainBody", "body", HOW_ONE, NULL},
	{"conclusions", "conclusions", HOW_ONE, NULL},
	{"attachments", "annexes", HOW_LIST, "attachment"},
	{"components", "components", HOW_LIST, "component"},
	END,
};

static const struct json_member act[] = {
	{"meta", "metadata", HOW_ONE, NULL},
	{"coverPage", "cover", HOW_ONE, NULL},
	{"preface", "preface", HOW_ONE, NULL},
	{"preamble", "preamble", HOW_ONE, NULL},
	{"body", "body", HOW_ONE, NULL},
	{"conclusions", "conclusions", HOW_ONE, NULL},
	{"attachments", "annexes", HOW_LIST, "attachment"},
	{"components", "components", HOW_LIST, "component"},
	END,
};

static const struct json_member collection[] = {
	{"meta", "metadata", HOW_ONE, NULL},
	{"coverPage", "cover", HOW_ONE, NULL},
	{"preface", "preface", HOW_ONE, NULL},
	{"preamble", "preamble", HOW_ONE, NULL},
	{"collectionBody", "collection", HOW_LIST, "component"},
	{"conclusions", "conclusions", HOW_ONE, NULL},
	{"attachments", "annexes", HOW_LIST, "attachment"},
	{"components", "components", HOW_LIST, "component"},
	END,
};

/* An attachment, or a component. */
static const struct json_member attached[] = {
	{"heading", "heading", HOW_ONE, NULL},
	{"subheading", "subheading", HOW_ONE, NULL},
	{"statement", "document", HOW_ONE, NULL},
	{"doc", "document", HOW_ONE, NULL},
	{"act", "document", HOW_ONE, NULL},
	{"documentRef", "documentRef", HOW_ONE, NULL},
	END,
};

static const struct json_member preamble[] = {
	{"formula", "formula", HOW_ONE, NULL},
	{"container", "paragraphs", HOW_MANY, NULL},
	{NULL, "children", HOW_REST, NULL},
	END,
};

static const struct json_member level[] = {
	{"num", "num", HOW_ONE, NULL},
	{"heading", "heading", HOW_ONE, NULL},
	{"subheading", "subheading", HOW_ONE, NULL},
	{"intro", "intro", HOW_ONE, NULL},
	{"content", "content", HOW_UNWRAP, NULL},
	{NULL, "children", HOW_REST, NULL},
	{"wrapUp", "wrapUp", HOW_ONE, NULL},
	END,
};

static const struct json_member block_list[] = {
	{"listIntroduction", "intro", HOW_ONE, NULL},
	{NULL, "children", HOW_REST, NULL},
	{"listWrapUp", "wrapUp", HOW_ONE, NULL},
	END,
};

/* A body, or whatever is but a row of levels. */
static const struct json_member levels[] = {
	{NULL, "children", HOW_REST, NULL},
	END,
};

static const struct json_member item[] = {
	{"num", "num", HOW_ONE, NULL},
	{"heading", "heading", HOW_ONE, NULL},
	{"subheading", "subheading", HOW_ONE, NULL},
	{"p", "content", HOW_SINGLE, NULL},
	{NULL, "blocks", HOW_REST, NULL},
	END,
};

static const struct json_member table[] = {
	{"caption", "caption", HOW_ONE, NULL},
	{"tr", "rows", HOW_MANY, NULL},
	END,
};

static const struct json_member tr[] = {
	{NULL, "cells", HOW_REST, NULL},
	END,
};

#define RECORD(table) {FORM_RECORD, NULL, NULL, table}
#define DOCUMENT(table) {FORM_RECORD, "type", NULL, table}
#define LEVEL {FORM_RECORD, "level", NULL, level}
#define TEXT(key) {FORM_TEXT, key, NULL, NULL}
#define INLINE(key, attr) {FORM_INLINE, key, attr, NULL}
#define HOLDER(key, attr) {FORM_HOLDER, key, attr, NULL}

static const struct json_row rows[AKN_N_KINDS] = {
	[AKN_ROOT] = RECORD(root),
	[AKN_STATEMENT] = DOCUMENT(document),
	[AKN_DOC] = DOCUMENT(document),
	[AKN_ACT] = DOCUMENT(act),
	[AKN_DOCUMENT_COLLECTION] = DOCUMENT(collection),
	[AKN_COMPONENT] = RECORD(attached),
	[AKN_ATTACHMENT] = RECORD(attached),

	[AKN_META_] = RECORD(meta),
	[AKN_IDENTIFICATION] = RECORD(identification),
	[AKN_WORK] = RECORD(work),
	[AKN_EXPRESSION] = RECORD(work),
	[AKN_MANIFESTATION] = RECORD(work),
	[AKN_COMPONENT_INFO] = RECORD(components_data),
	[AKN_COMPONENT_DATA] = RECORD(components_data),
	[AKN_CLASSIFICATION] = RECORD(classification),
	[AKN_WORKFLOW] = RECORD(workflow),
	[AKN_STEP] = RECORD(step),
	[AKN_ANALYSIS] = RECORD(analysis),
	[AKN_PARLIAMENTARY] = RECORD(parliamentary),
	[AKN_VOTING] = RECORD(voting),
	[AKN_COUNT] = RECORD(count),
	[AKN_REFERENCES] = RECORD(entries),
	[AKN_PRESENTATION] = RECORD(entries),

	[AKN_COVER_PAGE] = HOLDER(NULL, NULL),
	[AKN_PREFACE] = HOLDER(NULL, NULL),
	[AKN_PREAMBLE] = RECORD(preamble),
	[AKN_FORMULA] = HOLDER("formula", "name"),
	[AKN_CONTAINER] = HOLDER("container", "name"),
	[AKN_MAIN_BODY] = RECORD(levels),
	[AKN_BODY] = RECORD(levels),
	[AKN_COLLECTION_BODY] = RECORD(levels),
	[AKN_CONCLUSIONS] = HOLDER(NULL, NULL),
	[AKN_RECITALS] = LEVEL,
	[AKN_RECITAL] = HOLDER(NULL, NULL),

	[AKN_PART] = LEVEL,
	[AKN_CHAPTER] = LEVEL,
	[AKN_SECTION] = LEVEL,
	[AKN_TITLE] = LEVEL,
	[AKN_DIVISION] = LEVEL,
	[AKN_ARTICLE] = LEVEL,
	[AKN_RULE] = LEVEL,
	[AKN_LEVEL] = LEVEL,
	[AKN_PARAGRAPH] = LEVEL,
	[AKN_LIST] = LEVEL,
	[AKN_POINT] = LEVEL,
	[AKN_ALINEA] = LEVEL,
	[AKN_INTRO] = HOLDER(NULL, NULL),
	[AKN_WRAP_UP] = HOLDER(NULL, NULL),
	[AKN_CONTENT] = HOLDER(NULL, NULL),
	[AKN_BLOCK_LIST] = {FORM_RECORD, NULL, NULL, block_list},
	[AKN_ITEM] = {FORM_RECORD, NULL, NULL, item},
	[AKN_TABLE] = RECORD(table),
	[AKN_TR] = RECORD(tr),
	[AKN_TH] = HOLDER("cell", NULL),
	[AKN_TD] = HOLDER("cell", NULL),

	[AKN_CROSS_HEADING] = TEXT("crossHeading"),
	[AKN_NUM] = TEXT("num"),
	[AKN_HEADING] = TEXT("heading"),
	[AKN_SUBHEADING] = TEXT("subheading"),
	[AKN_P] = TEXT("p"),
	[AKN_BLOCK_] = TEXT("block"),
	[AKN_LIST_INTRODUCTION] = TEXT("listIntroduction"),
	[AKN_LIST_WRAP_UP] = TEXT("listWrapUp"),
	[AKN_CAPTION] = TEXT("caption"),
	[AKN_DOCKET_NUMBER] = TEXT("docketNumber"),

	[AKN_AUTHORIAL_NOTE] = HOLDER("note", "marker"),
	[AKN_REF] = INLINE("ref", "href"),
	[AKN_RREF] = INLINE("rref", NULL),
	[AKN_MREF] = INLINE("mref", NULL),
	[AKN_A] = INLINE("link", "href"),
	[AKN_INLINE_] = INLINE("inline", "name"),
	[AKN_SPAN] = INLINE("span", NULL),
	[AKN_B] = INLINE("bold", NULL),
	[AKN_I] = INLINE("italic", NULL),
	[AKN_SUP] = INLINE("sup", NULL),
	[AKN_SUB] = INLINE("sub", NULL),
	[AKN_EOL] = INLINE("break", NULL),
	[AKN_IMG] = INLINE("image", "src"),
	[AKN_DATE] = INLINE("date", "date"),
	[AKN_TIME] = INLINE("time", "time"),
	[AKN_DOC_AUTHORITY] = INLINE("docAuthority", NULL),
	[AKN_DOC_NUMBER] = INLINE("docNumber", NULL),
	[AKN_DOC_TITLE] = INLINE("docTitle", NULL),
	[AKN_DOC_TYPE] = INLINE("docType", NULL),
	[AKN_DOC_DATE] = INLINE("docDate", "date"),
	[AKN_DOC_STATUS] = INLINE("docStatus", NULL),
	[AKN_DOC_PROPONENT] = INLINE("docProponent", NULL),
	[AKN_SESSION] = INLINE("session", "value"),
	[AKN_EVENT] = INLINE("event", "refersTo"),
	[AKN_LOCATION] = INLINE("location", "refersTo"),
	[AKN_ORGANIZATION] = INLINE("organization", "refersTo"),
	[AKN_ROLE] = INLINE("role", "refersTo"),
	[AKN_PERSON] = INLINE("person", "refersTo"),
	[AKN_QUANTITY] = INLINE("quantity", "refersTo"),
	[AKN_TERM] = INLINE("term", "refersTo"),
	[AKN_DEF] = INLINE("def", NULL),
	[AKN_VOTE] = INLINE("vote", NULL),
	[AKN_OUTCOME] = INLINE("outcome", NULL),
	[AKN_EMBEDDED_TEXT] = INLINE("embeddedText", NULL),
	[AKN_QUOTED_TEXT] = INLINE("quotedText", NULL),
	[AKN_MOD] = INLINE("mod", NULL),
};

/* Elements that no kind is given to, but that a record knows. */
static const struct {
	const char *tag;
	struct json_row row;
} others[] = {
	{"activeModifications", RECORD(entries)},
	{"lifecycle", RECORD(lifecycle)},
	{"otherReferences", RECORD(entries)},
	{"passiveModifications", RECORD(entries)},
	{"proprietary", RECORD(entries)},
	{"textualMod", RECORD(entries)},
	{"akn4un:sponsors", TEXT("akn4un:sponsors")},
};

/* Whether an element is called so; "akn4un:" stands for our own name space. */
static gboolean
is_called(const xmlNode *node, const char *tag)
{
	const char *own = *tag == 'a' && g_str_has_prefix(tag, "akn4un:")
	    ? tag + strlen("akn4un:") : NULL;
	const char *ns = own ? AKN4UN_NS : AKN_NS;
	const char *name = own ? own : tag;

	if (*(const char *)node->name != *name ||
	    strcmp((const char *)node->name, name) != 0)
		return FALSE;
	return node->ns ? strcmp((const char *)node->ns->href, ns) == 0 : !own;
}

const struct json_row *
json_row_of(const xmlNode *node, enum akn_kind kind)
{
	if (kind != AKN_UNKNOWN)
		return !node->ns ||
		    strcmp((const char *)node->ns->href, AKN_NS) == 0
		    ? &rows[kind] : &rows[0];
	for (guint i = 0; i < G_N_ELEMENTS(others); i++)
		if (is_called(node, others[i].tag))
			return &others[i].row;
	return &rows[0];
}

const struct json_row *
json_row_named(const char *tag)
{
	enum akn_kind kind = akn_kind_named(tag);

	if (kind != AKN_UNKNOWN)
		return &rows[kind];
	for (guint i = 0; i < G_N_ELEMENTS(others); i++)
		if (strcmp(others[i].tag, tag) == 0)
			return &others[i].row;
	return &rows[0];
}

gboolean
json_says_tag(const char *key)
{
	static const char *const keys[] = {"element", "level", "cell", "type"};

	for (guint i = 0; i < G_N_ELEMENTS(keys); i++)
		if (strcmp(keys[i], key) == 0)
			return TRUE;
	return FALSE;
}

const struct json_row *
json_row_of_key(const char *key, const char **tag)
{
	if (json_says_tag(key))
		return NULL;
	for (guint kind = 1; kind < AKN_N_KINDS; kind++)
		if (rows[kind].key && *rows[kind].key == *key &&
		    strcmp(rows[kind].key, key) == 0) {
			*tag = akn_tag(kind);
			return &rows[kind];
		}
	for (guint i = 0; i < G_N_ELEMENTS(others); i++)
		if (g_strcmp0(others[i].row.key, key) == 0) {
			*tag = others[i].tag;
			return &others[i].row;
		}
	return NULL;
}

gboolean
json_is_plain(const xmlNode *node)
{
	return !node->properties && !node->nsDef;
}

gboolean
json_has_text(const xmlNode *node)
{
	for (const xmlNode *c = node->children; c; c = c->next)
		if (xmlNodeIsText(c) && !xmlIsBlankNode(c))
			return TRUE;
	return FALSE;
}

gboolean
json_is_single_p(const xmlNode *node)
{
	const xmlNode *p = akn_child(node, AKN_UNKNOWN);

	return p && akn_kind_of(p) == AKN_P && json_is_plain(p) &&
	    !akn_next(p, AKN_UNKNOWN);
}

gboolean
json_is_list_of(const xmlNode *node, const char *tag)
{
	const xmlNode *c;

	if (!json_is_plain(node) || json_has_text(node))
		return FALSE;
	for (c = akn_child(node, AKN_UNKNOWN); c; c = akn_next(c, AKN_UNKNOWN))
		if (!is_called(c, tag))
			return FALSE;
	return TRUE;
}

static gboolean
matches(const struct json_member *m, const xmlNode *child)
{
	if (!m->tag || !is_called(child, m->tag))
		return FALSE;
	if (m->how == HOW_UNWRAP || m->how == HOW_SINGLE)
		return json_is_plain(child) && !akn_next(child, AKN_UNKNOWN) &&
		    (m->how == HOW_SINGLE || !json_has_text(child));
	return TRUE;
}

const struct json_member *
json_step(const struct json_member *m, const xmlNode *child)
{
	for (; m->key; m++) {
		if (matches(m, child))
			return m;
		if (m->how == HOW_REST && !(m[1].key && matches(&m[1], child)
		    && !akn_next(child, AKN_UNKNOWN)))
			return m;
	}
	return NULL;
}

const struct json_member *
json_after(const struct json_member *m)
{
	const struct json_member *next = m;

	if (m->how == HOW_MANY || m->how == HOW_REST)
		return m;
	while (next->key && strcmp(next->key, m->key) == 0)
		next++;
	return next;
}

gboolean
json_fits(const struct json_member *members, const xmlNode *node)
{
	const struct json_member *m = members;

	if (json_has_text(node))
		return FALSE;
	for (const xmlNode *c = akn_child(node, AKN_UNKNOWN); c;
	     c = akn_next(c, AKN_UNKNOWN)) {
		m = json_step(m, c);
		if (!m)
			return FALSE;
		m = json_after(m);
	}
	return TRUE;
}
