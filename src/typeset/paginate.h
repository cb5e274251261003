/* paginate.h - the galley made up into pages, notes at their feet. */
#ifndef RC_TYPESET_PAGINATE_H
#define RC_TYPESET_PAGINATE_H

#include "typeset/galley.h"

/* Fill galley->pages->pages. Sets galley->error when there are too many. */
void rc_paginate(struct rc_galley *galley);
/* An empty page, added at the end. */
struct rc_page *rc_pages_add(struct rc_pages *pages);
/* Put a copy of a line on a page with its y moved down; x is mirrored where
 * lines start at the right. */
void rc_page_line(struct rc_galley *galley, struct rc_page *page,
    const struct rc_line *line, double down);
void rc_page_rule(struct rc_galley *galley, struct rc_page *page,
    struct rc_rule rule);

#endif
