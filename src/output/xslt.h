/* xslt.h - a tree through a stylesheet, in a cage: no network, no file but the
 * sheets' own folder. */
#ifndef RC_OUTPUT_XSLT_H
#define RC_OUTPUT_XSLT_H

#include <glib.h>
#include <libxml/tree.h>

/* Apply resconv.xsl of a folder (NULL or "": those compiled in) to a copy of
 * the tree, with the text of resconv.css as the parameter `css`. Sheets are
 * compiled once a process. The result tree is yours; NULL and an error when
 * the folder has no such sheet, or it fails. */
xmlDoc *rc_xslt_apply(const char *folder, const xmlDoc *doc, GError **error);

#endif
