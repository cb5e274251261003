/* unique.h - eIds that are unique in a file of several documents. */
#ifndef RC_OUTPUT_UNIQUE_H
#define RC_OUTPUT_UNIQUE_H

#include <libxml/tree.h>

/* Parts A, B of one number count their eIds each for themselves. Put the eId
 * of its <component> before those of a part and what points to them:
 * "resolution_A__para_1". Other documents stay as they are. A prefix that is
 * not NULL is put before all, for a page of several documents. */
void rc_unique_ids(xmlDoc *doc, const char *prefix);

#endif
