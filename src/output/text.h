/* text.h - plain text in the making: what its parts share. */
#ifndef RC_OUTPUT_TEXT_H
#define RC_OUTPUT_TEXT_H

#include "akn/akn.h"
#include "output/line.h"

struct text {
	GString *out;     /* paragraphs that are done */
	struct line line; /* the one in the making */
	GPtrArray *notes; /* const xmlNode *: called, not yet printed */
	GHashTable *markers; /* of those notes */
	guint lists;      /* that are open: how deep to indent */
	guint bold, italic; /* elements open that make it so */
	guint blocks;     /* that are open */
	guint base;       /* LINE_… of the block */
	enum akn_kind part; /* cover, preface, conclusions or neither */
	gboolean markup;
};

/* Spaces that a paragraph begins with. */
guint text_indent(const struct text *t);
/* End the paragraph in the making, if there is one. */
void text_flush(struct text *t);
/* Text, and the begin and end of an inline element. */
void text_add(struct text *t, const xmlNode *node);
void text_enter_inline(struct text *t, struct akn_iter *it);
void text_leave_inline(struct text *t, struct akn_iter *it);
/* The look of what comes next, by the block and the elements open. */
void text_set_look(struct text *t);
gboolean text_has_class(const xmlNode *node, const char *word);
/* The mark of a note, "*" where it has none. */
const char *text_marker(const xmlNode *note);
/* Whether a note is printed below its table. */
gboolean text_is_of_table(const xmlNode *note);
/* Print what is inside an inline or block element into the line; notes are
 * called and kept for later. */
void text_inline(struct text *t, const xmlNode *node);
/* Print the notes kept from the i-th on, a paragraph each. */
void text_notes(struct text *t, guint i);
/* A table as columns, then the notes that belong to it. */
void text_table(struct text *t, const xmlNode *table);

#endif
