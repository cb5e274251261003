/* html_write.h - a tree of HTML elements as HTML5. */
#ifndef RC_OUTPUT_HTML_WRITE_H
#define RC_OUTPUT_HTML_WRITE_H

#include <glib.h>
#include <libxml/tree.h>

/* Append a page: <!DOCTYPE html> and the tree. An attribute that is empty is
 * left out, so is a link within a link; a paragraph that holds blocks becomes a
 * <div class="p">; text is put into its composed form (NFC), as HTML asks. */
void rc_html_write(const xmlDoc *doc, GString *out);

#endif
