/* flow_private.h - where the walk over the tree stands: flow.c and place.c. */
#ifndef RC_TYPESET_FLOW_PRIVATE_H
#define RC_TYPESET_FLOW_PRIVATE_H

#include "akn/akn.h"
#include "typeset/flow.h"
#include "typeset/table.h"

struct rc_flow {
	struct rc_galley *galley;
	const struct rc_facts *facts;
	struct akn_iter it;
	struct rc_para *para;        /* being written, or NULL */
	struct rc_para *label;       /* waits for its paragraph, or NULL */
	struct rc_para *outer, *outer_label; /* the same, outside of a note */
	const xmlNode *noted;        /* the note that is open */
	const xmlNode *hidden;       /* the masthead's block that is open */
	GArray *stack;               /* marks and links of inline elements */
	guint marks;
	gint link, note;             /* -1: none */
	guint n_notes, points, annexes, titles;
	gboolean run_in, in_table_note, operative;
	struct rc_table *table;      /* being read, or NULL */
	guint tables;                /* nested */
};

/* End the paragraph being written and set it. */
void rc_flow_finish(struct rc_flow *f);
/* End it and begin one. */
void rc_flow_begin(struct rc_flow *f, enum rc_style style);

/* ---- place.c ---- */

/* The style of a paragraph that begins with a block element, or with text
 * (NULL) where the walk stands. */
enum rc_style rc_flow_place(struct rc_flow *f, const xmlNode *block);
/* Whether a block of the cover is printed in the masthead. */
gboolean rc_flow_is_masthead(const struct rc_flow *f, const xmlNode *block);
/* Whether the number of a level is printed in a line of its own. */
gboolean rc_flow_stands_alone(const xmlNode *num, const struct rc_para *text);
/* Break the line before the last word if that belongs to a date. */
void rc_flow_break_before_date(struct rc_para *para);
/* Whether an annex is one sentence, as a resolution is: most of its numbered
 * paragraphs end with a semicolon. */
gboolean rc_flow_is_operative(const xmlNode *annex);
/* Set the brackets round an italic line upright. */
void rc_flow_straighten(struct rc_para *para);
/* Set the letters of a label in italics. */
void rc_flow_slant(struct rc_para *label);

#endif
