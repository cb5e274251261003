/* json_read.h - the object model of resconv-json(7) as the tree it tells. */
#ifndef RC_INPUT_JSON_READ_H
#define RC_INPUT_JSON_READ_H

#include <jansson.h>
#include <libxml/tree.h>

#include "base/diag.h"

/* The tree, yours, or NULL. model is an object; data is the text it was read
 * from, for the places of errors and findings. */
xmlDoc *rc_json_tree(const json_t *model, const char *data, gsize size,
    struct rc_diags *diags, GError **error);

#endif
