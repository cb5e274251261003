/* akn.h - the Akoma Ntoso tree: kinds of element, builder, iterator.
 *
 * The tree is a libxml2 xmlDoc of the AKN4UN profile and the one intermediate
 * representation of a resolution. Only src/akn makes its nodes. */
#ifndef RC_AKN_AKN_H
#define RC_AKN_AKN_H

#include <glib.h>
#include <libxml/tree.h>

#define AKN_NS "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
#define AKN4UN_NS "http://un.org/akn4un"

/* How an element behaves; one bit each. */
enum akn_trait {
	AKN_META = 1 << 0,   /* within <meta>: nothing of it is printed */
	AKN_BLOCK = 1 << 1,  /* holds inline content: p, num, heading, th ... */
	AKN_INLINE = 1 << 2, /* stands within inline content */
	AKN_HIER = 1 << 3,   /* a level: section, paragraph, point ... */
	AKN_EMPTY = 1 << 4,  /* never has content: eol, img ... */
};

/* The elements of the profile, rows of kind.def: AKN_PARAGRAPH ... */
enum akn_kind {
	AKN_UNKNOWN, /* an element outside the profile, or no element */
#define KIND(name, tag, traits, abbreviation) AKN_##name,
#include "akn/kind.def"
#undef KIND
	AKN_N_KINDS
};

const char *akn_tag(enum akn_kind kind);         /* "paragraph" */
guint akn_traits(enum akn_kind kind);
/* What an eId calls it: "para", "sec"; NULL for elements that get none. */
const char *akn_abbreviation(enum akn_kind kind);
/* AKN_UNKNOWN for text and NULL. Nodes of the builder carry their kind in
 * _private, which nothing else may use. */
enum akn_kind akn_kind_read(const xmlNode *node); /* by its name */

static inline enum akn_kind
akn_kind_of(const xmlNode *node)
{
	if (!node || node->type != XML_ELEMENT_NODE)
		return AKN_UNKNOWN;
	return node->_private ? (enum akn_kind)GPOINTER_TO_UINT(node->_private)
	                      : akn_kind_read(node);
}
/* The kind of that tag, or AKN_UNKNOWN. */
enum akn_kind akn_kind_named(const char *tag);

/* ---- builder ----
 * Open and close elements as they come. When something fails it turns inert
 * and keeps the first reason, so that nothing need be checked in between. */
struct akn_builder;

struct akn_builder *akn_builder_new(void);
void akn_builder_free(struct akn_builder *b); /* NULL is fine */
void akn_open(struct akn_builder *b, enum akn_kind kind);
/* The kind must be the one that is open: a check on ourselves. */
void akn_close(struct akn_builder *b, enum akn_kind kind);
/* An attribute of the element open; NULL value: none. */
void akn_attr(struct akn_builder *b, const char *name, const char *value);
void akn_attrf(struct akn_builder *b, const char *name, const char *format,
    ...) G_GNUC_PRINTF(3, 4);
/* Text in the element open; len < 0: NUL-terminated. Characters that XML
 * cannot hold are left out. */
void akn_text(struct akn_builder *b, const char *text, gssize len);
/* Open, text, close. */
void akn_leaf(struct akn_builder *b, enum akn_kind kind, const char *text);
/* An element of our own namespace, such as akn4un:voters. */
void akn_open_own(struct akn_builder *b, const char *tag);
void akn_close_own(struct akn_builder *b);
/* An element of any name space by its name, "p" or "prefix:p", when a tree is
 * made again that was written in another form. What it declares itself, the
 * root's own name spaces too, is in spaces; prefix NULL is the default. A name
 * that is none of XML, or whose prefix is not declared, is RESCONV_E_FORMAT. */
struct akn_space {
	const char *prefix, *uri;
};
void akn_open_named(struct akn_builder *b, const char *name,
    const struct akn_space *spaces, guint n_spaces);
void akn_close_named(struct akn_builder *b);
/* An attribute by its name, with prefix if it has one: "xml:lang". */
void akn_attr_named(struct akn_builder *b, const char *name, const char *value);
/* Whether it is inert, so that who reads an input can stop. */
gboolean akn_has_failed(const struct akn_builder *b);
/* The element open, to be kept for akn_resume(): what comes next is added at
 * the end of that element, until akn_return(). */
xmlNode *akn_here(const struct akn_builder *b);
void akn_resume(struct akn_builder *b, xmlNode *node);
void akn_return(struct akn_builder *b);
/* The tree, yours, or NULL and the first reason. The builder is empty then. */
xmlDoc *akn_builder_finish(struct akn_builder *b, GError **error);

/* ---- reading ---- */

enum akn_event { AKN_ENTER, AKN_LEAVE, AKN_TEXT, AKN_END };

/* A walk over an element and all below it, in document order, without
 * recursion. Comments and processing instructions are passed over. */
struct akn_iter {
	const xmlNode *root, *node;
	enum akn_event event;
	enum akn_kind kind; /* of node; AKN_UNKNOWN for text */
	guint depth;        /* of node below root, which is 0 */
	gboolean skip;      /* akn_iter_skip() was called on it */
};

void akn_iter_init(struct akn_iter *it, const xmlNode *root);
/* Go on; gives the event, AKN_END at the end for ever. */
enum akn_event akn_iter_next(struct akn_iter *it);
/* After AKN_ENTER: pass over what is inside; AKN_LEAVE comes next. */
void akn_iter_skip(struct akn_iter *it);

/* The first child (or next sibling) element, of a kind if it is not
 * AKN_UNKNOWN; NULL if there is none. */
const xmlNode *akn_child(const xmlNode *node, enum akn_kind kind);
const xmlNode *akn_next(const xmlNode *node, enum akn_kind kind);
/* The first element of a kind at or below node in document order, or NULL. */
const xmlNode *akn_find(const xmlNode *node, enum akn_kind kind);
/* An attribute's value, borrowed, or NULL; name without prefix. */
const char *akn_get(const xmlNode *node, const char *name);
/* Whether @refersTo is "#term". */
gboolean akn_refers(const xmlNode *node, const char *term);
/* Append what an element prints, without its notes; <eol/> is a space. */
void akn_content(const xmlNode *node, GString *out);

/* ---- the tree as a whole ---- */

/* Give every element of the profile its eId (akn4un.md §5.2). An element that
 * has an @eId already, such as "point_a", keeps it as its own part, and its
 * ancestors' are put before it. */
void akn_number(xmlDoc *doc);

/* Set an attribute, which may be there. */
void akn_set(xmlNode *node, const char *name, const char *value);
/* Put the content of an element in its place, and free it. */
void akn_unwrap(xmlNode *node);

/* Append the tree as XML: UTF-8, two spaces a level, attributes in the order
 * of the tree, text content untouched. The same bytes for the same tree. */
void akn_serialize(const xmlDoc *doc, guint indent, GString *out);

#endif
