/* json_scan.h - the bytes of a JSON file: how many values, and where. */
#ifndef RC_INPUT_JSON_SCAN_H
#define RC_INPUT_JSON_SCAN_H

#include "base/place.h"

/* Whether a file has no more values, and none nested deeper, than the limits
 * allow: to be asked before memory is taken for them. Any bytes will do. */
gboolean rc_json_within_limits(const char *data, gsize size, GError **error);

/* Where a value of well-formed JSON begins: in the outermost object or array
 * the member or item of number steps[0], in that the one of number steps[1],
 * and so on, counted from 0 as they are written. */
struct rc_place rc_json_place(const char *data, gsize size, const guint *steps,
    guint n_steps);

#endif
