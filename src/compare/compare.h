/* compare.h - two resolutions, paragraph by paragraph: what stayed, changed,
 * moved, came and went. Knows of no format that it is written in. */
#ifndef RC_COMPARE_COMPARE_H
#define RC_COMPARE_COMPARE_H

#include <glib.h>
#include <libxml/tree.h>

/* ---- what is compared ---- */

enum rc_part {
	RC_PART_COVER, /* cover page, preface, closing lines */
	RC_PART_TEXT,  /* paragraphs and points */
	RC_PART_HEADING,
	RC_PART_ROW,   /* of a table; a tab stands between its cells */
	RC_PART_NOTE,
};

enum rc_style { /* bits */
	RC_STYLE_ITALIC = 1 << 0,
	RC_STYLE_BOLD = 1 << 1,
	RC_STYLE_SUP = 1 << 2,
	RC_STYLE_SUB = 1 << 3,
};

/* From a byte of a text on it has a style. */
struct rc_run {
	gsize at;
	guint style; /* of enum rc_style */
};

/* The smallest piece that is compared as one: a block of the tree, or a row of
 * a table. Blanks of any kind are single spaces,
 * and hyphens that keep a word together are others; notes are units of their own,
 * and their marks are not compared. */
struct rc_unit {
	enum rc_part part;
	const char *id;   /* eId of the nearest element with one; NULL: none */
	const char *kind; /* tag of the element that it is the text of */
	const char *role; /* in RC_PART_COVER: tag of its first element, or "" */
	char *number;     /* as printed, or the mark of a note; NULL: none */
	char *text;
	GArray *runs; /* struct rc_run, rising; the first is at 0 */
	guint depth;  /* of lists, 0 outside */
};

/* All units of a tree in its order, an array of struct rc_unit that frees them.
 * ids and kinds are the tree's. */
GArray *rc_units(const xmlDoc *doc);

/* ---- what came of them ---- */

enum rc_change { RC_SAME, RC_REMOVED, RC_ADDED };

/* Text that is in both, in the old or in the new one only. */
struct rc_piece {
	enum rc_change change;
	guint style;
	char *text;
};

/* A unit of the old document and that of the new one that it became. */
struct rc_pair {
	int old, new;     /* -1: none */
	gboolean changed; /* the texts differ */
	gboolean moved;   /* it stands before what it stood behind, or so */
	gboolean renumbered;
	GArray *pieces; /* struct rc_piece: the same and removed ones give the
	                   old text, the same and added ones the new */
};

struct rc_comparison {
	GArray *old, *new; /* struct rc_unit */
	GArray *pairs;     /* struct rc_pair in the order of the new document;
	                      what was removed stands where it stood */
	guint same, changed, added, removed, moved, renumbered;
};

/* Compare two trees. They must live as long as the comparison. */
struct rc_comparison *rc_compare(const xmlDoc *old, const xmlDoc *new);
void rc_comparison_free(struct rc_comparison *c); /* NULL is fine */

/* ---- as a tree, for outputs and stylesheets ---- */

/* <comparison>, described in xsl/README.md. Yours. */
xmlDoc *rc_comparison_tree(const struct rc_comparison *c, const xmlDoc *old,
    const xmlDoc *new);
/* <parallel> with a copy of each tree. Yours. */
xmlDoc *rc_parallel_tree(const xmlDoc *const *docs, guint n);

#endif
