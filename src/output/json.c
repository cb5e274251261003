/* json.c - the object model of resconv-json(7): the tree, told in JSON so that
 * it can be read back without loss. */
#include "output/core.h"

#include <string.h>

#include "akn/akn.h"
#include "akn/edition.h"
#include "json/form.h"
#include "output/json_comparison.h"
#include "output/json_walk.h"
#include "output/json_write.h"

#define MODEL "1"
#define MAX_INDENT 32u

static const resconv_option options[] = {
	{"indent", "N", "2", "spaces a level, 0 for one line"},
	{NULL, NULL, NULL, NULL},
};

/* ---- what is told beforehand, for who only wants to know that ---- */

static void
write_known(struct json_writer *w, const char *key, const char *value)
{
	if (value && *value)
		json_member(w, key, value);
}

static const char *
symbol_of(const xmlNode *work)
{
	const xmlNode *a;

	for (a = akn_child(work, AKN_FRBR_ALIAS); a;
	     a = akn_next(a, AKN_FRBR_ALIAS))
		if (g_strcmp0(akn_get(a, "name"), "symbol") == 0)
			return akn_get(a, "value");
	return NULL;
}

static void
write_title(struct json_writer *w, const xmlNode *document)
{
	const xmlNode *title =
	    akn_find(akn_child(document, AKN_PREFACE), AKN_DOC_TITLE);
	g_autoptr(GString) text = g_string_new(NULL);

	if (title)
		akn_content(title, text);
	write_known(w, "title", g_strstrip(text->str));
}

static void
write_summary(struct json_writer *w, const xmlNode *document)
{
	const xmlNode *identification =
	    akn_child(akn_child(document, AKN_META_), AKN_IDENTIFICATION);
	const xmlNode *work = akn_child(identification, AKN_WORK);
	const xmlNode *expression = akn_child(identification, AKN_EXPRESSION);

	write_known(w, "symbol", symbol_of(work));
	write_known(w, "number",
	    akn_get(akn_child(work, AKN_FRBR_NUMBER), "showAs"));
	write_title(w, document);
	write_known(w, "language",
	    akn_get(akn_child(expression, AKN_FRBR_LANGUAGE), "language"));
	write_known(w, "date",
	    akn_get(akn_child(work, AKN_FRBR_DATE), "date"));
}

static void
write_all(struct json_writer *w, const xmlNode *root)
{
	json_open_object(w);
	json_key(w, "resconv");
	json_open_object(w);
	json_member(w, "version", RESCONV_VERSION);
	json_key(w, "model");
	json_word(w, MODEL);
	json_close(w, 1);
	if (rc_edition_of(root->doc) == RC_COMPARISON) {
		json_comparison(w, root);
	} else {
		write_summary(w, akn_child(root, AKN_UNKNOWN));
		json_walk(w, root);
	}
	json_close(w, 1);
}

/* A tree that JSON can tell. */
static gboolean
is_told(const xmlNode *root)
{
	return rc_edition_of(root->doc) == RC_COMPARISON ||
	    (akn_kind_of(root) == AKN_ROOT && akn_child(root, AKN_UNKNOWN) &&
	        json_fits(json_row_of(root, AKN_ROOT)->members, root));
}

static gboolean
write_json(const xmlDoc *doc, const struct rc_settings *settings,
    struct rc_diags *diags, rc_write_fn put, gpointer payload, GError **error)
{
	guint indent = rc_setting_number(settings, "json", options, "indent");
	const xmlNode *root = xmlDocGetRootElement(doc);
	g_autoptr(GString) out = NULL;
	struct json_writer w;

	if (!is_told(root))
		return rc_fail(error, RESCONV_E_FORMAT,
		    "the tree has no Akoma Ntoso document at its root");
	out = g_string_sized_new(16384);
	json_writer_init(&w, out, MIN(indent, MAX_INDENT));
	write_all(&w, root);
	json_writer_done(&w);
	g_string_append_c(out, '\n');
	return rc_output_put(put, payload, out->str, out->len, error);
}

const struct rc_output rc_output_json = {
	.format = {
		.name = "json",
		.summary = "the object model of resconv-json(7)",
		.suffix = ".json",
		.media_type = "application/json",
		.options = options,
	},
	.write = write_json,
	.editions = RC_COMPARISON,
};
