/* pdf_tree.h - the structure of a tagged PDF, before it is one: elements, and
 * the marked pieces of pages that they hold. */
#ifndef RC_OUTPUT_PDF_TREE_H
#define RC_OUTPUT_PDF_TREE_H

#include <glib.h>
#include <libxml/tree.h>

#include "typeset/typeset.h"

#define RC_TREE_ROOT 0u /* the element "Document" */

enum rc_kid_kind {
	RC_KID_ELEMENT, /* index in elements */
	RC_KID_PIECE,   /* index in pieces */
	RC_KID_LINK,    /* index in links */
};

struct rc_kid {
	guint8 kind; /* enum rc_kid_kind */
	guint index;
};

struct rc_element {
	const char *type;    /* "P", "H2", "TD"; not owned */
	guint parent;
	GArray *kids;        /* struct rc_kid */
	const xmlNode *node; /* of a cell, for its spans; else NULL */
	char *alt;           /* of a Figure; owned, or NULL */
	const char *lang;    /* where it is not the document's; else NULL */
};

/* A piece of a page between BDC and EMC. */
struct rc_piece {
	guint page, mcid;
	gboolean artifact;
	guint element; /* of one that is none */
};

/* An annotation: from lower left to upper right, as PDF counts. */
struct rc_link {
	guint page;
	double x0, y0, x1, y1;
	const char *address; /* not owned */
	guint element;
};

/* A heading, for the bookmarks. */
struct rc_bookmark {
	guint element, level; /* level: from 1 */
	guint page;
	double y;        /* of its first baseline, from the page's top */
	GString *title;
};

struct rc_tree {
	GArray *elements; /* struct rc_element; the first is the root */
	GArray *pieces;   /* struct rc_piece, in the order of painting */
	GArray *links;    /* struct rc_link */
	GArray *bookmarks; /* struct rc_bookmark */
	GHashTable *of_node;  /* xmlNode * to an element */
	GHashTable *list_of;  /* what holds points: xmlNode * to an L */
	GHashTable *of_block; /* number of a block to an element */
	GHashTable *label_of; /* the same to an Lbl */
	guint heading;        /* the level of the last heading */
};

struct rc_tree *rc_tree_new(void);
void rc_tree_free(struct rc_tree *tree); /* NULL is fine */

static inline struct rc_element *
rc_tree_element(const struct rc_tree *tree, guint i)
{
	return &g_array_index(tree->elements, struct rc_element, i);
}

/* A new element at the end of another. */
guint rc_tree_child(struct rc_tree *tree, guint parent, const char *type);
/* The element of a line's block, made with all around it when it is the first
 * of them. */
guint rc_tree_of_line(struct rc_tree *tree, const struct rc_pages *pages,
    const struct rc_line *line);
/* The element of the line's label: an Lbl within a list, else the same. */
guint rc_tree_of_label(struct rc_tree *tree, const struct rc_pages *pages,
    const struct rc_line *line);
/* Record a piece of an element, or an artifact, the next of its page. */
void rc_tree_piece(struct rc_tree *tree, guint page, guint mcid,
    gboolean artifact, guint element);
/* Record a line of an element, whose text goes to a bookmark if it is a
 * heading. */
void rc_tree_line(struct rc_tree *tree, const struct rc_pages *pages,
    const struct rc_line *line, guint element, guint page);
/* Record a link; the element's own, whose contents it covers. */
void rc_tree_link(struct rc_tree *tree, const struct rc_link *link);

typedef struct rc_tree rc_tree;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(rc_tree, rc_tree_free)

#endif
