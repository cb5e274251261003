/* json_comparison.h - a comparison told in JSON. */
#ifndef RC_OUTPUT_JSON_COMPARISON_H
#define RC_OUTPUT_JSON_COMPARISON_H

#include <libxml/tree.h>

#include "output/json_write.h"

/* Write the members of a <comparison> into the object that is open. */
void json_comparison(struct json_writer *w, const xmlNode *comparison);

#endif
