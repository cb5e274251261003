/* akn.c - Akoma Ntoso: the tree as it is. */
#include "output/core.h"

#include "akn/akn.h"
#include "akn/check.h"

#define MOST_BYTES 32768 /* of most documents */

static const resconv_option options[] = {
	{"indent", "N", "2", "spaces a level"},
	{"check", "yes|no", "no", "write nothing if references dangle, eIds "
	    "repeat or IRIs differ from their parts"},
	{NULL, NULL, NULL, NULL},
};

static gboolean
write_akn(const xmlDoc *doc, const struct rc_settings *settings,
    struct rc_diags *diags, rc_write_fn put, gpointer payload, GError **error)
{
	g_autoptr(GString) out = g_string_sized_new(MOST_BYTES);

	if (rc_setting_yes(settings, "akn", options, "check") &&
	    !akn_check(doc, out))
		return rc_fail(error, RESCONV_E_BUG,
		    "the tree is not as it should be: %s", out->str);
	akn_serialize(doc,
	    rc_setting_number(settings, "akn", options, "indent"), out);
	return rc_output_put(put, payload, out->str, out->len, error);
}

const struct rc_output rc_output_akn = {
	.format = {
		.name = "akn",
		.summary = "Akoma Ntoso, profile AKN4UN",
		.suffix = ".xml",
		.media_type = "application/akn+xml",
		.options = options,
	},
	.write = write_akn,
};
