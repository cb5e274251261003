/* xslt.h - a tree through a stylesheet. */
#ifndef RC_OUTPUT_XSLT_H
#define RC_OUTPUT_XSLT_H

#include <glib.h>
#include <libxml/tree.h>

#include "output/html_write.h"

/* A transformation. Sheets are compiled once in a process. */
struct rc_xslt {
	const char *folder; /* of the sheets; what is not there is that which is
	                       compiled in. NULL or "": none */
	const char *name;   /* of the first sheet in it: "resconv.xsl" */
	const char *assets; /* what the page links to instead of holding its
	                       style, as a sheet's parameter; may be NULL */
	const char *prefix; /* put before every eId; may be NULL */
};

/* Apply a sheet to a copy of the tree, which is not changed. It can read no
 * other file and write none. The result is yours. own is set to what stands in
 * it for style and script, borrowed for ever; NULL: it has none. */
xmlDoc *rc_xslt_apply(const struct rc_xslt *xslt, const xmlDoc *doc,
    struct rc_html_own *own, GError **error);
/* The same with style and script, and append the result as the sheet's
 * <xsl:output> says. */
gboolean rc_xslt_text(const struct rc_xslt *xslt, const xmlDoc *doc,
    GString *out, GError **error);

/* Append the tree as a sheet is given it, as XML. */
gboolean rc_xslt_source(const xmlDoc *doc, GString *out, GError **error);

/* Append a file of the folder, or the one that is compiled in. */
gboolean rc_xslt_file(const char *folder, const char *name, GString *out,
    GError **error);

#endif
