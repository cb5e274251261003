/* html_parallel.h - the versions of a parallel edition, row by row. */
#ifndef RC_OUTPUT_HTML_PARALLEL_H
#define RC_OUTPUT_HTML_PARALLEL_H

#include "output/xslt.h"

/* Of a <parallel> tree, make the rows that parallel.xsl describes: each version
 * through cells.xsl of the same folder, cells of one key side by side. Yours. */
xmlDoc *rc_html_rows(const struct rc_xslt *xslt, const xmlDoc *edition,
    GError **error);

#endif
