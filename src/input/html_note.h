/* html_note.h - notes of a web page: calls that lead to a text elsewhere. */
#ifndef RC_INPUT_HTML_NOTE_H
#define RC_INPUT_HTML_NOTE_H

#include "input/html_parse.h"

/* A note: what a link that is the mark of a note leads to. */
struct rc_html_note {
	const xmlNode *body; /* the block that is its text */
	char *mark;          /* "1" of "[1]", "(1)" */
	guint number;        /* 1 + its place in the text model; 0 not called */
};

struct rc_html_notes {
	GHashTable *by_call; /* <a> to its note */
	GHashTable *by_body; /* element to its note */
	GTree *calls;        /* ids and names of calls: bodies lead back */
	GPtrArray *all;      /* struct rc_html_note */
};

/* Find the notes of a page. A link is the call of one if it leads to another
 * place on the page, has a mark for a text, and either says that it is a call,
 * or stands raised or in brackets, or is led back to. */
void rc_html_notes_init(struct rc_html_notes *notes, const xmlNode *root);
void rc_html_notes_done(struct rc_html_notes *notes);
/* The note that an <a> calls, or NULL. */
struct rc_html_note *rc_html_notes_called(const struct rc_html_notes *notes,
    const xmlNode *a);
/* The note whose text an element is, or NULL. */
struct rc_html_note *rc_html_notes_body(const struct rc_html_notes *notes,
    const xmlNode *node);
/* Whether an <a> in a note leads back to a call of one: it is no text. */
gboolean rc_html_notes_is_back(const struct rc_html_notes *notes,
    const xmlNode *a);

#endif
