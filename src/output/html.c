/* html.c - a web page: the tree through xsl/, written as HTML5. */
#include "output/module.h"

#include <string.h>

#include "akn/edition.h"
#include "base/auto.h"
#include "output/html_parallel.h"
#include "output/html_table.h"
#include "output/html_write.h"
#include "output/options_html.h"
#include "output/xslt.h"

static gboolean
is_external(const struct rc_settings *settings)
{
	return strcmp(rc_setting(settings, "html", html_options, "assets"),
	           "external") == 0;
}

static gboolean
give_asset(const struct rc_settings *settings, guint i, const char **name,
    GString *out, GError **error)
{
	static const char *const names[] = {"resconv.css", "resconv.js"};

	if (!is_external(settings) || i >= G_N_ELEMENTS(names))
		return rc_fail(error, RESCONV_E_UNKNOWN,
		    "the page wants no more files");
	*name = names[i];
	return rc_xslt_file(
	    rc_setting(settings, "html", html_options, "stylesheet"), names[i],
	    out, error);
}

/* The page of a document, or of several. */
static xmlDoc *
make_page(const xmlDoc *doc, struct rc_xslt *xslt, struct rc_html_own *own,
    GError **error)
{
	g_autoptr(xmlDoc) rows = NULL;

	switch (rc_edition_of(doc)) {
	case RC_PARALLEL:
		rows = rc_html_rows(xslt, doc, error);
		xslt->name = "parallel.xsl";
		return rows ? rc_xslt_apply(xslt, rows, own, error) : NULL;
	case RC_COMPARISON:
		xslt->name = "compare.xsl";
		return rc_xslt_apply(xslt, doc, own, error);
	default:
		xslt->name = "resconv.xsl";
		return rc_xslt_apply(xslt, doc, own, error);
	}
}

static gboolean
write_html(const xmlDoc *doc, const struct rc_settings *settings,
    struct rc_diags *diags, rc_write_fn put, gpointer payload, GError **error)
{
	struct rc_xslt xslt = {
	    .folder = rc_setting(settings, "html", html_options, "stylesheet"),
	    .assets = is_external(settings) ? "./" : NULL,
	};
	struct rc_html_own own;
	g_autoptr(xmlDoc) page = make_page(doc, &xslt, &own, error);
	g_autoptr(GString) out = NULL;

	if (!page)
		return FALSE;
	if (!xmlDocGetRootElement(page))
		return rc_fail(error, RESCONV_E_FORMAT,
		    "the stylesheet made no page");
	rc_html_mend_tables(xmlDocGetRootElement(page));
	out = g_string_sized_new(24000);
	rc_html_write(page, &own, out);
	return rc_output_put(put, payload, out->str, out->len, error);
}

static const struct rc_output html = {HTML_FORMAT, write_html,
    RC_COMPARISON | RC_PARALLEL, give_asset};

/* ---- a sheet of the user's ---- */

/* Without a sheet, what one would be given. */
static gboolean
append_sheet(const xmlDoc *doc, const char *path, GString *out, GError **error)
{
	g_autofree char *folder = g_path_get_dirname(path);
	g_autofree char *name = g_path_get_basename(path);
	struct rc_xslt xslt = {.folder = folder, .name = name};

	return *path ? rc_xslt_text(&xslt, doc, out, error) :
	    rc_xslt_source(doc, out, error);
}

static gboolean
write_xslt(const xmlDoc *doc, const struct rc_settings *settings,
    struct rc_diags *diags, rc_write_fn put, gpointer payload, GError **error)
{
	const char *path =
	    rc_setting(settings, "xslt", xslt_options, "stylesheet");
	g_autoptr(GString) out = g_string_new(NULL);

	return append_sheet(doc, path, out, error) &&
	    rc_output_put(put, payload, out->str, out->len, error);
}

static const struct rc_output xslt = {XSLT_FORMAT, write_xslt,
    RC_COMPARISON | RC_PARALLEL, NULL};

const struct rc_output *const *
resconv_module_outputs(void)
{
	static const struct rc_output *const outputs[] = {&html, &xslt, NULL};

	return outputs;
}
