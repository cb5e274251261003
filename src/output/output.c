/* output.c - the table of outputs. A new one is a line here. */
#include "output/output.h"

#include <string.h>

#include "akn/edition.h"
#include "base/error.h"
#include "module/module.h"
#include "output/core.h"
#include "output/module.h"
#include "output/options_html.h"
#include "output/options_pdf.h"

/* The output of that name in a module, or NULL and an error. */
static const struct rc_output *
output_of(const char *module, const char *name, GError **error)
{
	__typeof__(&resconv_module_outputs) entry = NULL;
	gpointer symbol =
	    rc_module_symbol(module, "resconv_module_outputs", error);

	if (!symbol)
		return NULL;
	memcpy(&entry, &symbol, sizeof(entry));
	for (const struct rc_output *const *o = entry(); *o; o++)
		if (strcmp((*o)->format.name, name) == 0)
			return *o;
	rc_fail(error, RESCONV_E_DISABLED,
	    "the module resconv-%s.so does not write %s; it is of another "
	    "version", module, name);
	return NULL;
}

/* An output of a module, opened when it first writes. */
#define MODULE_WRITE(name, module)                                          \
	static gboolean write_##name(const xmlDoc *doc,                     \
	    const struct rc_settings *settings, struct rc_diags *diags,     \
	    rc_write_fn put, gpointer payload, GError **error)              \
	{                                                                   \
		const struct rc_output *o =                                 \
		    output_of(module, #name, error);                        \
		return o && o->write(doc, settings, diags, put, payload,    \
		                error);                                     \
	}

static gboolean
asset_html(const struct rc_settings *settings, guint i, const char **name,
    GString *out, GError **error)
{
	const struct rc_output *o = output_of("html", "html", error);

	return o && o->asset(settings, i, name, out, error);
}

MODULE_WRITE(html, "html")
MODULE_WRITE(xslt, "html")
MODULE_WRITE(pdf, "pdf")
MODULE_WRITE(boxes, "pdf")

static const struct rc_output html = {HTML_FORMAT, write_html,
    RC_COMPARISON | RC_PARALLEL, asset_html};
static const struct rc_output xslt = {XSLT_FORMAT, write_xslt,
    RC_COMPARISON | RC_PARALLEL, NULL};
static const struct rc_output pdf = {PDF_FORMAT, write_pdf, 0, NULL};
static const struct rc_output boxes = {BOXES_FORMAT, write_boxes, 0, NULL};

static const struct rc_output *const outputs[] = {
	&rc_output_akn, &rc_output_json, &html, &rc_output_text,
	&pdf, &xslt, &rc_output_tree, &boxes,
};

const struct rc_output *
rc_output_nth(guint i)
{
	return i < G_N_ELEMENTS(outputs) ? outputs[i] : NULL;
}

const struct rc_output *
rc_output_find(const char *name)
{
	for (guint i = 0; i < G_N_ELEMENTS(outputs); i++)
		if (strcmp(outputs[i]->format.name, name) == 0)
			return outputs[i];
	return NULL;
}
