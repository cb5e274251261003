/* json_walk.h - the tree as members and items of JSON. */
#ifndef RC_OUTPUT_JSON_WALK_H
#define RC_OUTPUT_JSON_WALK_H

#include <libxml/tree.h>

#include "output/json_write.h"

/* Write into the object that is open what the element <akomaNtoso> and all
 * inside say. Its children must fit the row of that element. */
void json_walk(struct json_writer *w, const xmlNode *root);

#endif
