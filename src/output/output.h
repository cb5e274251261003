/* output.h - an output: the tree as bytes of one file format, in one call. */
#ifndef RC_OUTPUT_OUTPUT_H
#define RC_OUTPUT_OUTPUT_H

#include <errno.h>

#include <libxml/tree.h>

#include "base/diag.h"
#include "base/error.h"
#include "base/option.h"

/* Where an output writes. FALSE: the stream failed, errno says why; the output
 * then stops and passes the error on. */
typedef gboolean (*rc_write_fn)(gpointer payload, const char *data, gsize size);

struct rc_output {
	resconv_format format;
	/* Write the tree. It is shared and must not be changed. */
	gboolean (*write)(const xmlDoc *doc, const struct rc_settings *settings,
	    struct rc_diags *diags, rc_write_fn put, gpointer payload,
	    GError **error);
	guint editions; /* what it writes beside single documents, bits of enum
	                   rc_edition */
	/* The i-th file that is wanted beside what is written: its name,
	 * static, and append its bytes. NULL when there are never any; fails
	 * with RESCONV_E_UNKNOWN past the last. */
	gboolean (*asset)(const struct rc_settings *settings, guint i,
	    const char **name, GString *out, GError **error);
};

/* The outputs in a fixed order; NULL past the last. Those of modules are
 * listed without opening the module. */
const struct rc_output *rc_output_nth(guint i);
const struct rc_output *rc_output_find(const char *name);

/* Write bytes, or say why the stream did not take them. */
static inline gboolean
rc_output_put(rc_write_fn put, gpointer payload, const char *data, gsize size,
    GError **error)
{
	if (put(payload, data, size))
		return TRUE;
	return rc_fail(error, RESCONV_E_IO, "the stream failed: %s",
	    g_strerror(errno));
}

#endif
