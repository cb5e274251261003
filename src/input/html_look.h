/* html_look.h - what an element of a web page looks like, and whether it is
 * part of the document at all. */
#ifndef RC_INPUT_HTML_LOOK_H
#define RC_INPUT_HTML_LOOK_H

#include "input/html_parse.h"

/* What is done with an element. */
enum rc_html_do {
	RC_HTML_INLINE,  /* it stands within a line; so does what is unknown */
	RC_HTML_BLOCK,   /* a line ends where it begins and ends */
	RC_HTML_HEADING,
	RC_HTML_LIST, RC_HTML_ITEM,
	RC_HTML_TABLE, RC_HTML_ROW, RC_HTML_CELL,
	RC_HTML_BREAK,
	RC_HTML_PRE,
	RC_HTML_QUOTE,   /* <q>: quotation marks are printed round it */
	RC_HTML_DROP,    /* never printed as text: script, picture */
	RC_HTML_CONTROL, /* printed, but to be worked with: button, menu */
};

struct rc_html_tag {
	const char *name;
	guint8 what;  /* enum rc_html_do */
	guint8 style; /* enum rc_style that it adds */
};

/* The row of an element; never NULL. */
const struct rc_html_tag *rc_html_tag_of(const xmlNode *node);
/* The style within an element, by its own tag and style attribute, from that
 * around it. */
guint rc_html_style(const xmlNode *node, guint around);
/* Whether a word stands in a list of words, such as that of @class. */
gboolean rc_html_has_word(const char *list, const char *word);
/* Whether the style attribute of an element has such a value for a property:
 * "display", "none"; value NULL: any. */
gboolean rc_html_styled(const xmlNode *node, const char *property,
    const char *value);
/* Whether the element is not shown. */
gboolean rc_html_is_hidden(const xmlNode *node);
/* Whether tag, role, class or id say that an element is furniture of the page:
 * navigation, search, a notice about cookies. */
gboolean rc_html_is_furniture(const xmlNode *node);
/* Bytes of shown text in an element that are no blanks, counted up to most. */
gsize rc_html_measure(const xmlNode *node, gsize most);
/* The next node behind one and all that is inside, below root; NULL. */
const xmlNode *rc_html_behind(const xmlNode *node, const xmlNode *root);
/* The same, what is inside first. */
const xmlNode *rc_html_next(const xmlNode *node, const xmlNode *root);
/* Whether it is the <meta> that names the program which wrote the page. */
gboolean rc_html_is_made_by(const xmlNode *node, const char *program);

#endif
