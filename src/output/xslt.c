/* xslt.c - a tree through a stylesheet; nothing else of ours knows libxslt.
 *
 * While sheets are compiled libxslt has to be told by global hooks where they
 * are and where its complaints go. They are set and put back under a lock. */
#include "output/xslt.h"

#include <string.h>

#include <libxml/parser.h>
#include <libxslt/documents.h>
#include <libxslt/imports.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltutils.h>

#include "base/auto.h"
#include "base/error.h"
#include "output/sheets.h"
#include "output/unique.h"

/* What sheets call each other by: those compiled in, and those of a folder. */
#define INNER "resource:///resconv/xsl/"
#define OUTER "folder:///"
#define MAX_SHEET_BYTES (4u << 20) /* one file of a user's folder */

struct sheet {
	xsltStylesheet *style;
	struct rc_html_own own; /* the files of its folder */
};

/* ---- files of a folder, or of those compiled in ---- */

/* A file name and nothing more: a sheet cannot leave its folder. */
static gboolean
is_plain_name(const char *name)
{
	return *name && !strpbrk(name, "/\\") && name[0] != '.';
}

static GBytes *
read_outer(const char *path, GError **error)
{
	g_autoptr(GError) reason = NULL;
	char *data = NULL;
	gsize size;

	if (!g_file_get_contents(path, &data, &size, &reason)) {
		rc_fail(error, RESCONV_E_IO, "%s", reason->message);
		return NULL;
	}
	if (size > MAX_SHEET_BYTES) {
		g_free(data);
		rc_fail(error, RESCONV_E_LIMIT,
		    "%s: a stylesheet may have %u bytes", path,
		    MAX_SHEET_BYTES);
		return NULL;
	}
	return g_bytes_new_take(data, size);
}

static GBytes *
read_inner(const char *name, GError **error)
{
	const struct rc_sheet_file *file;

	for (file = rc_sheet_files; file->name; file++)
		if (strcmp(file->name, name) == 0)
			return g_bytes_new_static(file->data, file->size);
	rc_fail(error, RESCONV_E_ARG, "there is no stylesheet %s", name);
	return NULL;
}

/* What the folder ("" is none) does not have is that which is compiled in.
 * NULL and an error when neither has it. */
static GBytes *
read_sheet(const char *folder, const char *name, GError **error)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);

	if (!is_plain_name(name)) {
		rc_fail(error, RESCONV_E_ARG, "a stylesheet asks for \"%s\", "
		    "which is not a file of its folder", name);
		return NULL;
	}
	if (*folder && g_file_test(path, G_FILE_TEST_EXISTS))
		return read_outer(path, error);
	return read_inner(name, error);
}

gboolean
rc_xslt_file(const char *folder, const char *name, GString *out, GError **error)
{
	g_autoptr(GBytes) bytes = read_sheet(folder, name, error);
	gsize size;
	const char *data = bytes ? g_bytes_get_data(bytes, &size) : NULL;

	if (data)
		g_string_append_len(out, data, size);
	return data != NULL;
}

static xmlDoc *
parse_sheet(const char *folder, const char *name, xmlDict *dict,
    GError **error)
{
	g_autoptr(GBytes) bytes = read_sheet(folder, name, error);
	g_autofree char *uri =
	    g_strconcat(*folder ? OUTER : INNER, name, NULL);
	xmlParserCtxt *parser;
	xmlDoc *doc;
	gsize size;

	if (!bytes)
		return NULL;
	parser = xmlNewParserCtxt();
	if (dict) {
		xmlDictFree(parser->dict);
		parser->dict = dict;
		xmlDictReference(dict);
	}
	doc = xmlCtxtReadMemory(parser, g_bytes_get_data(bytes, &size),
	    g_bytes_get_size(bytes), uri, NULL, XML_PARSE_NONET |
	    XML_PARSE_NOCDATA | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
	if (!doc)
		rc_fail(error, RESCONV_E_FORMAT,
		    "the stylesheet %s is no XML: line %d: %s", name,
		    parser->lastError.line, parser->lastError.message);
	xmlFreeParserCtxt(parser);
	return doc;
}

/* ---- compiling ---- */

/* What the hooks of libxslt need while a sheet is compiled. */
static struct {
	GMutex lock;
	const char *folder;
	GError *error;    /* the first */
	GString *message; /* what libxslt complained of */
} compiling;

static void G_GNUC_PRINTF(2, 3)
complain(void *payload, const char *format, ...)
{
	GString *message = payload;
	va_list args;

	va_start(args, format);
	if (message)
		g_string_append_vprintf(message, format, args);
	va_end(args);
}

/* A sheet of a folder may import one that is compiled in by its address. */
static xmlDoc *
load(const xmlChar *uri, xmlDict *dict, int options, void *context,
    xsltLoadType type)
{
	const char *name = (const char *)uri;
	const char *folder = compiling.folder;

	if (type != XSLT_LOAD_STYLESHEET || compiling.error)
		return NULL;
	if (g_str_has_prefix(name, INNER)) {
		name += strlen(INNER);
		folder = "";
	} else if (g_str_has_prefix(name, OUTER)) {
		name += strlen(OUTER);
	}
	return parse_sheet(folder, name, dict, &compiling.error);
}

static xsltStylesheet *
compile(xmlDoc *doc)
{
	xsltStylesheet *style;

	xsltSetLoaderFunc(load);
	xsltSetGenericErrorFunc(compiling.message, complain);
	style = xsltParseStylesheetDoc(doc);
	xsltSetGenericErrorFunc(NULL, NULL);
	xsltSetLoaderFunc(NULL);
	if (!style) {
		xmlFreeDoc(doc);
	} else if (style->errors || compiling.error) {
		xsltFreeStylesheet(style);
		style = NULL;
	}
	return style;
}

static xsltStylesheet *
compile_named(const char *folder, const char *name, GError **error)
{
	g_autoptr(GString) message = g_string_new(NULL);
	xmlDoc *doc = parse_sheet(folder, name, NULL, error);
	xsltStylesheet *style;

	if (!doc)
		return NULL;
	compiling.folder = folder;
	compiling.message = message;
	style = compile(doc);
	compiling.message = NULL;
	if (compiling.error) {
		g_propagate_error(error, g_steal_pointer(&compiling.error));
		return NULL;
	}
	if (!style)
		rc_fail(error, RESCONV_E_FORMAT,
		    "the stylesheet cannot be compiled: %s",
		    g_strstrip(message->str));
	return style;
}

/* A file that goes into the page as it is, or NULL: there is none, or nothing
 * in it. */
static char *
read_asset(const char *folder, const char *name)
{
	g_autoptr(GBytes) bytes = read_sheet(folder, name, NULL);
	gsize size;
	const char *data = bytes ? g_bytes_get_data(bytes, &size) : NULL;

	return data && size > 0 ? g_strndup(data, size) : NULL;
}

/* The same sheet for every call; the lock is held. */
static struct sheet *
make_sheet(const char *folder, const char *name, GError **error)
{
	struct sheet *sheet;
	xsltStylesheet *style;

	if (*folder && !g_file_test(folder, G_FILE_TEST_IS_DIR)) {
		rc_fail(error, RESCONV_E_IO, "%s: no folder of stylesheets",
		    folder);
		return NULL;
	}
	style = compile_named(folder, name, error);
	if (!style)
		return NULL;
	sheet = g_new0(struct sheet, 1);
	sheet->style = style;
	sheet->own.css = read_asset(folder, "resconv.css");
	sheet->own.script = read_asset(folder, "resconv.js");
	return sheet;
}

static const struct sheet *
sheet_of(const struct rc_xslt *xslt, GError **error)
{
	static GHashTable *sheets; /* by folder and name; never freed */
	const char *folder = xslt->folder ? xslt->folder : "";
	g_autofree char *key = g_strconcat(folder, "\n", xslt->name, NULL);
	struct sheet *sheet;

	g_mutex_lock(&compiling.lock);
	if (!sheets)
		sheets = g_hash_table_new(g_str_hash, g_str_equal);
	sheet = g_hash_table_lookup(sheets, key);
	if (!sheet && (sheet = make_sheet(folder, xslt->name, error)))
		g_hash_table_insert(sheets, g_steal_pointer(&key), sheet);
	g_mutex_unlock(&compiling.lock);
	return sheet;
}

/* ---- applying ---- */

/* A copy whose names are those of the sheet, if there is one, so that libxslt
 * finds them equal at once. */
static xmlDoc *
copy_for(const xsltStylesheet *style, const xmlDoc *doc, const char *prefix)
{
	g_autoptr(xmlDoc) copy = xmlNewDoc(BAD_CAST "1.0");
	xmlNode *root;

	if (!copy)
		return NULL;
	if (style)
		copy->dict = xmlDictCreateSub(style->dict);
	root = xmlDocCopyNode(xmlDocGetRootElement(doc), copy, 1);
	if (!root)
		return NULL;
	xmlDocSetRootElement(copy, root);
	rc_unique_ids(copy, prefix);
	return g_steal_pointer(&copy);
}

static xsltSecurityPrefs *
cage(void)
{
	static const xsltSecurityOption forbidden[] = {
		XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE,
		XSLT_SECPREF_CREATE_DIRECTORY, XSLT_SECPREF_READ_NETWORK,
		XSLT_SECPREF_WRITE_NETWORK,
	};
	xsltSecurityPrefs *prefs = xsltNewSecurityPrefs();

	for (guint i = 0; prefs && i < G_N_ELEMENTS(forbidden); i++)
		xsltSetSecurityPrefs(prefs, forbidden[i], xsltSecurityForbid);
	return prefs;
}

/* Parameters are text, not expressions. */
static void
set_parameters(xsltTransformContext *context, const struct rc_xslt *xslt,
    const struct rc_html_own *own)
{
	const char *const pairs[] = {
		"assets", xslt->assets, "css", xslt->assets ? NULL : own->css,
		"script", xslt->assets ? NULL : own->script,
	};

	for (guint i = 0; i < G_N_ELEMENTS(pairs); i += 2)
		if (pairs[i + 1])
			xsltQuoteOneUserParam(context, BAD_CAST pairs[i],
			    BAD_CAST pairs[i + 1]);
}

static xmlDoc *
transform(const struct rc_xslt *xslt, const struct sheet *sheet,
    const struct rc_html_own *own, xmlDoc *copy, GString *message)
{
	xsltTransformContext *context =
	    xsltNewTransformContext(sheet->style, copy);
	xsltSecurityPrefs *prefs = cage();
	xmlDoc *result = NULL;
	gboolean ok = FALSE;

	if (context && prefs &&
	    xsltSetCtxtSecurityPrefs(prefs, context) == 0) {
		xsltSetTransformErrorFunc(context, message, complain);
		set_parameters(context, xslt, own);
		result = xsltApplyStylesheetUser(sheet->style, copy, NULL, NULL,
		    NULL, context);
		ok = context->state == XSLT_STATE_OK;
	}
	if (context)
		xsltFreeTransformContext(context);
	if (prefs)
		xsltFreeSecurityPrefs(prefs);
	if (!ok)
		g_clear_pointer(&result, xmlFreeDoc);
	return result;
}

static xmlDoc *
apply(const struct rc_xslt *xslt, const struct sheet *sheet,
    const struct rc_html_own *own, const xmlDoc *doc, GError **error)
{
	g_autoptr(GString) message = g_string_new(NULL);
	g_autoptr(xmlDoc) copy = copy_for(sheet->style, doc, xslt->prefix);
	xmlDoc *result;

	if (!copy) {
		rc_fail(error, RESCONV_E_NOMEM, "memory ran out");
		return NULL;
	}
	result = transform(xslt, sheet, own, copy, message);
	if (!result)
		rc_fail(error, RESCONV_E_FORMAT, "the stylesheet failed: %s",
		    g_strstrip(message->str));
	return result;
}

xmlDoc *
rc_xslt_apply(const struct rc_xslt *xslt, const xmlDoc *doc,
    struct rc_html_own *own, GError **error)
{
	const struct sheet *sheet = sheet_of(xslt, error);
	struct rc_html_own marks = {NULL, NULL};

	if (!sheet)
		return NULL;
	if (own) {
		*own = sheet->own;
		marks.css = own->css ? RC_HTML_CSS : NULL;
		marks.script = own->script ? RC_HTML_SCRIPT : NULL;
	}
	return apply(xslt, sheet, &marks, doc, error);
}

gboolean
rc_xslt_text(const struct rc_xslt *xslt, const xmlDoc *doc, GString *out,
    GError **error)
{
	const struct sheet *sheet = sheet_of(xslt, error);
	g_autoptr(xmlDoc) result =
	    sheet ? apply(xslt, sheet, &sheet->own, doc, error) : NULL;
	xmlChar *text = NULL;
	int size = 0;

	if (!result)
		return FALSE;
	if (xsltSaveResultToString(&text, &size, result, sheet->style) != 0)
		return rc_fail(error, RESCONV_E_NOMEM, "memory ran out");
	if (text)
		g_string_append_len(out, (const char *)text, size);
	xmlFree(text);
	return TRUE;
}

gboolean
rc_xslt_source(const xmlDoc *doc, GString *out, GError **error)
{
	g_autoptr(xmlDoc) copy = copy_for(NULL, doc, NULL);
	xmlChar *text = NULL;
	int size = 0;

	if (copy)
		xmlDocDumpMemoryEnc(copy, &text, &size, "UTF-8");
	if (!text)
		return rc_fail(error, RESCONV_E_NOMEM, "memory ran out");
	g_string_append_len(out, (const char *)text, size);
	xmlFree(text);
	return TRUE;
}
