/* html_parse.h - a web page as libxml2's tree. */
#ifndef RC_INPUT_HTML_PARSE_H
#define RC_INPUT_HTML_PARSE_H

#include <libxml/tree.h>

#include "base/diag.h"
#include "input/encoding.h"

/* The text of a page in UTF-8. What says its encoding: a byte-order mark; that
 * it is valid UTF-8; the charset that a <meta> or an XML declaration names, if
 * it is one of those the web uses; else the guess of rc_utf8_read(). */
gboolean rc_html_decode(const char *data, gsize size, struct rc_diags *diags,
    struct rc_utf8 *text, GError **error);

/* The tree of a page, yours: elements with those of their attributes that this
 * input looks at, and text. Nothing is fetched. RESCONV_E_LIMIT where it has
 * more elements or attributes, or nests them deeper, than the limits allow. */
xmlDoc *rc_html_parse(const struct rc_utf8 *text, GError **error);

/* An attribute's value, borrowed, or NULL. */
const char *rc_html_get(const xmlNode *node, const char *name);
/* Whether an element is called so. */
gboolean rc_html_is(const xmlNode *node, const char *tag);

#endif
