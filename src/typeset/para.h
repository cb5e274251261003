/* para.h - the text of one paragraph with emphasis, links and note marks. */
#ifndef RC_TYPESET_PARA_H
#define RC_TYPESET_PARA_H

#include <libxml/tree.h>

#include "typeset/font.h"
#include "typeset/style.h"

/* In a paragraph's text: here a line ends. */
#define RC_LINE_SEPARATOR 0x2028

enum rc_mark {
	RC_MARK_BOLD = 1 << 0,
	RC_MARK_ITALIC = 1 << 1,
	RC_MARK_SUPER = 1 << 2,
	RC_MARK_SUB = 1 << 3,
	RC_MARK_ROMAN = 1 << 4, /* neither, whatever the style is */
	RC_MARK_SERIES = 1 << 5, /* the big letter of a symbol */
};

/* From a byte of the text to the next span: marks, link (-1: none) and the
 * note called at its start (-1: none). */
struct rc_span {
	guint start;
	guint marks;
	gint link, note;
};

struct rc_para {
	enum rc_style style;
	const xmlNode *node; /* it was made of; NULL: of none */
	GString *text;
	GArray *spans; /* struct rc_span, by start; none: no marks */
};

struct rc_para *rc_para_new(enum rc_style style);
void rc_para_free(struct rc_para *para); /* NULL is fine */
/* Append text; white space but U+00A0 and its like becomes one space, none at
 * the start. marks, link and note hold for it. */
void rc_para_add(struct rc_para *para, const char *text, guint marks,
    gint link);
/* Append the mark of a note. */
void rc_para_call(struct rc_para *para, const char *mark, guint marks,
    gint note);
/* Give bytes [from, to) further marks. */
void rc_para_mark(struct rc_para *para, guint from, guint to, guint marks);
/* Break the line here. */
void rc_para_break(struct rc_para *para);
/* Cut spaces off the end. */
void rc_para_trim(struct rc_para *para);

typedef struct rc_para rc_para;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(rc_para, rc_para_free)

#endif
