/* json_reader.h - the walk over the object model: where it is, and what it
 * tells about what it finds there. */
#ifndef RC_INPUT_JSON_READER_H
#define RC_INPUT_JSON_READER_H

#include <jansson.h>

#include "akn/akn.h"
#include "base/diag.h"
#include "json/form.h"

enum rc_json_what {
	RC_JSON_OBJECT, /* an element; its children are members by a table */
	RC_JSON_ITEMS,  /* an array: each item says what it is */
	RC_JSON_VALUES, /* an array of the member at m */
	RC_JSON_LISTED, /* an array of objects; the row at m has their tag */
};

/* An object or array that is being read. */
struct rc_json_frame {
	enum rc_json_what what;
	json_t *value;
	const char *key;  /* of it in the object around; NULL if it is an item
	                     or the same object once more */
	const struct json_member *m;
	size_t next;      /* of an array: the item that comes next */
	guint n_close;    /* elements that end with it */
	gboolean flows;   /* strings stand among the items */
};

/* What the reading of one file shares. */
struct rc_json {
	struct akn_builder *b;
	struct rc_diags *diags;
	GError **error;
	gboolean failed;
	const char *data;
	gsize size, placed;  /* bytes; those looked at to find places */
	GArray *frames;      /* struct rc_json_frame */
	GPtrArray *owned;    /* strings that live while it reads */
	guint notes, cells;
};

/* ---- json_tell.c ---- */

/* Stop: the member `key`, or the innermost object or array if that is NULL, is
 * not what it should be ("an array"). */
void rc_json_expected(struct rc_json *r, const char *key,
    const char *what, const json_t *found);
/* Stop: there are more than a limit allows. */
void rc_json_over(struct rc_json *r, guint limit, const char *what);
/* Tell of a member that the model has not. */
void rc_json_unknown(struct rc_json *r, const char *key);
/* A string without the characters that XML cannot hold, which are told; it
 * lives as long as the reader. */
const char *rc_json_clean(struct rc_json *r, const char *key,
    const json_t *value);

#endif
