/* lib.h - what is behind the public handles. */
#ifndef RC_LIB_LIB_H
#define RC_LIB_LIB_H

#include <libxml/tree.h>

#include "base/diag.h"
#include "base/option.h"

struct resconv {
	struct rc_settings settings;
	struct rc_diags diags; /* fn is the library's own, see context.c */
	resconv_diag_fn fn;    /* the caller's */
	void *payload;
	resconv_level worst; /* of all calls since made or forgotten */
	resconv_level stop_at;
	guint told;    /* findings of this call */
	char *message; /* NULL before the first failure */
};

struct resconv_doc {
	xmlDoc *tree;
	char *name; /* what findings call the input it was read from */
	const char *format; /* of the input it was read from */
};

/* Begin a call in which findings are about `file`. rc_end() keeps the gravest
 * in rc->worst and gives whether it is one to stop at. */
void rc_begin(resconv *rc, const char *file);
gboolean rc_end(resconv *rc);
/* The status of a call that failed: takes error, keeps its sentence. An error
 * of NULL is a fault of ours. rc may be NULL. */
resconv_status rc_failed(resconv *rc, GError *error);

#endif
