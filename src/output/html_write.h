/* html_write.h - a tree of HTML elements as HTML5. */
#ifndef RC_OUTPUT_HTML_WRITE_H
#define RC_OUTPUT_HTML_WRITE_H

#include <glib.h>
#include <libxml/tree.h>

/* Style and script of a page, or NULL. The tree has a character for each that no
 * document can have, since libxslt would copy such a text from variable to
 * variable; the text is put in as the page is written. */
struct rc_html_own {
	const char *css, *script;
};

#define RC_HTML_CSS "\001"
#define RC_HTML_SCRIPT "\002"

/* Append a page: <!DOCTYPE html> and the tree. An attribute that is empty is
 * left out, so is a link within a link; a paragraph that holds blocks becomes a
 * <div class="p">; text is put into its composed form (NFC), as HTML asks. */
void rc_html_write(const xmlDoc *doc, const struct rc_html_own *own,
    GString *out);

#endif
