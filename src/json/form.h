/* form.h - how each element is told in JSON: rows of data that writing
 * and reading share. The model is described in resconv-json(7). */
#ifndef RC_JSON_FORM_H
#define RC_JSON_FORM_H

#include "akn/akn.h"

enum json_form {
	/* {"element": tag, "children": [...]}, or "mixed" where text stands
	 * between: what has no form, or does not fit its own. */
	FORM_OTHER,
	/* An object whose members are the children, by a table. */
	FORM_RECORD,
	/* Holds blocks: "content" is the inline content of the one plain <p>
	 * inside, "blocks" are all else. */
	FORM_HOLDER,
	/* Holds inline content: {"p": [...]}; a string where it is a member
	 * and nothing but text. */
	FORM_TEXT,
	/* {"ref": href, "content": [...]}, or {"bold": [...]}. */
	FORM_INLINE,
};

enum json_how {
	HOW_ONE,    /* at most once */
	HOW_MANY,   /* an array, of those that follow each other */
	HOW_LIST,   /* the element is left out, its children are an array */
	HOW_MERGE,  /* its members become members of its parent */
	HOW_UNWRAP, /* <content>: what it holds is held by its parent */
	HOW_SINGLE, /* a plain <p> that comes last: its inline content */
	HOW_REST,   /* an array of all that fits no other row */
};

struct json_member {
	const char *tag;   /* NULL: any */
	const char *key;   /* NULL ends a table */
	enum json_how how;
	const char *value; /* ONE, MANY: the attribute that stands for all if it
	                      is the only one; LIST: the children's tag */
};

struct json_row {
	enum json_form form;
	const char *key;  /* of the first member in an array; NULL "element" */
	const char *attr; /* whose value it has; NULL the tag, or the content */
	const struct json_member *members; /* FORM_RECORD */
};

/* The row of an element of any name space. */
const struct json_row *json_row_of(const xmlNode *node, enum akn_kind kind);
/* The row of a kind, or of a tag that has none: "akn4un:sponsors". */
const struct json_row *json_row_named(const char *tag);
/* The row whose items have that key before their value or content ("p",
 * "note"), and its tag; NULL if it is none. */
const struct json_row *json_row_of_key(const char *key, const char **tag);
/* Whether a key has the tag of its item for a value: "element", "level". */
gboolean json_says_tag(const char *key);
/* Whether Akoma Ntoso has an attribute of that name; any with a prefix may
 * be one. */
gboolean json_is_attribute(const char *name);
/* The member that a child becomes when those before m are behind; NULL if the
 * record cannot hold it. */
const struct json_member *json_step(const struct json_member *m,
    const xmlNode *child);
/* Where to go on after a member: past it, and all others of its key. */
const struct json_member *json_after(const struct json_member *m);
/* Whether an element is but a row of children of one name. */
gboolean json_is_list_of(const xmlNode *node, const char *tag);
/* Whether a record can hold all children of an element. */
gboolean json_fits(const struct json_member *members, const xmlNode *node);
/* Whether text that is not blank stands directly inside. */
gboolean json_has_text(const xmlNode *node);
/* Whether an element has no attributes and declares no name space. */
gboolean json_is_plain(const xmlNode *node);
/* The one child, if it is a plain <p> and no text stands beside it. */
gboolean json_is_single_p(const xmlNode *node);

#endif
