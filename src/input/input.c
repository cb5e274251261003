/* input.c - the inputs of this build, and which of them fits some bytes. */
#include "input/input.h"

#include <string.h>

#include "base/error.h"
#include "input/encoding.h"
#include "input/format_docx.h"
#include "input/format_pdf.h"
#include "input/module.h"
#include "module/module.h"

extern const struct rc_input rc_input_akn;
extern const struct rc_input rc_input_html;
extern const struct rc_input rc_input_json;
extern const struct rc_input rc_input_markdown;
extern const struct rc_input rc_input_plain;

/* The input that a module has, or NULL and an error. */
static const struct rc_input *
input_of(const char *module, GError **error)
{
	__typeof__(&resconv_module_input) entry = NULL;
	gpointer symbol =
	    rc_module_symbol(module, "resconv_module_input", error);

	if (!symbol)
		return NULL;
	memcpy(&entry, &symbol, sizeof(entry));
	return entry();
}

/* An input of a module, opened when it first reads. */
#define MODULE_READ(name, module)                                           \
	static gboolean read_##name(const char *data, gsize size,           \
	    const struct rc_settings *settings, struct rc_diags *diags,     \
	    struct rc_text *text, xmlDoc **tree, GError **error)            \
	{                                                                   \
		const struct rc_input *i = input_of(module, error);         \
		return i && i->read(data, size, settings, diags, text,      \
		                tree, error);                               \
	}

MODULE_READ(pdf, "read-pdf")

/* Some bytes may stand before the header. */
#define PDF_HEADER_WITHIN 1024

static int
sniff_pdf(const char *data, gsize size, const char *name)
{
	return g_strstr_len(data, MIN(size, PDF_HEADER_WITHIN), "%PDF-")
	    ? 100 : 0;
}

/* A PDF may have attached what its pages were set from: then that is read. */
static gboolean
read_pdf_or_tree(const char *data, gsize size,
    const struct rc_settings *settings, struct rc_diags *diags,
    struct rc_text *text, xmlDoc **tree, GError **error)
{
	gconstpointer bytes;
	gsize n;

	if (!read_pdf(data, size, settings, diags, text, tree, error))
		return FALSE;
	if (!text->akn)
		return TRUE;
	bytes = g_bytes_get_data(text->akn, &n);
	return rc_input_akn.read(bytes, n, settings, diags, text, tree, error);
}

static const struct rc_input pdf = {
    .format = PDF_INPUT_FORMAT,
    .sniff = sniff_pdf,
    .bytes = TRUE,
    .read = read_pdf_or_tree,
};
MODULE_READ(docx, "read-docx")

static const struct rc_input docx = {
    .format = DOCX_FORMAT,
    .sniff = sniff_docx,
    .bytes = TRUE,
    .read = read_docx,
};

static const struct rc_input *const inputs[] = {
    &rc_input_akn,
    &docx,
    &rc_input_html,
    &rc_input_json,
    &rc_input_markdown,
    &rc_input_plain,
    &pdf,
};

const struct rc_input *
rc_input_nth(guint i)
{
	return i < G_N_ELEMENTS(inputs) ? inputs[i] : NULL;
}

const struct rc_input *
rc_input_find(const char *name)
{
	for (guint i = 0; i < G_N_ELEMENTS(inputs); i++)
		if (strcmp(inputs[i]->format.name, name) == 0)
			return inputs[i];
	return NULL;
}

/* survey: of a text; NULL for bytes. */
static const struct rc_input *
best(const char *data, gsize size, const char *name,
    const struct rc_survey *survey)
{
	const struct rc_input *found = NULL;
	int most = 0;

	for (guint i = 0; i < G_N_ELEMENTS(inputs); i++) {
		const struct rc_input *input = inputs[i];
		int score;

		if (input->bytes != !survey)
			continue;
		score = input->weigh ? input->weigh(survey, name)
		                     : input->sniff(data, size, name);
		if (score > most) {
			most = score;
			found = input;
		}
	}
	return found;
}

/* Formats of bytes are asked first: an archive is no text. Then the same is
 * asked of the text in UTF-8, for a byte-order mark or a code page hides
 * nothing from a reader. */
const struct rc_input *
rc_input_sniff(const char *data, gsize size, const char *name, GError **error)
{
	const struct rc_input *found = NULL;
	struct rc_survey survey = {0};
	const char *sentence;
	struct rc_utf8 text;

	if ((found = best(data, size, name, NULL)))
		return found;
	if (!rc_utf8_read(data, size, NULL, &text, error))
		return NULL;
	sentence = rc_looks_marked_up(text.s, text.len);
	if (!sentence && !rc_looks_binary(text.s, text.len))
		survey = rc_survey_take(text.s, text.len);
	found = best(text.s, text.len, name, &survey);
	rc_utf8_done(&text);
	if (!found)
		rc_fail(error, RESCONV_E_FORMAT, "%s", sentence ? sentence :
		    "in no known format; name one, for example -f plain");
	return found;
}

/* ---- what the name says ---- */

/* How files of a format, named as in the table of inputs, end their names.
 * Both kinds of text are one, for neither has a name of its own. */
static const struct {
	const char *suffix, *format;
} suffixes[] = {
	{".akn", "akn"}, {".doc", "doc"}, {".docx", "docx"},
	{".htm", "html"}, {".html", "html"}, {".json", "json"},
	{".markdown", "text"}, {".md", "text"}, {".pdf", "pdf"},
	{".rtf", "rtf"}, {".text", "text"}, {".txt", "text"},
	{".xhtml", "html"}, {".xml", "akn"},
};

static const char *
kind_of(const struct rc_input *input)
{
	const char *name = input->format.name;

	return strcmp(name, "markdown") == 0 || strcmp(name, "plain") == 0
	    ? "text" : name;
}

void
rc_input_tell_name(const struct rc_input *input, const char *name,
    struct rc_diags *diags)
{
	const char *dot = name ? strrchr(name, '.') : NULL;

	for (guint i = 0; dot && i < G_N_ELEMENTS(suffixes); i++)
		if (g_ascii_strcasecmp(dot, suffixes[i].suffix) == 0 &&
		    strcmp(suffixes[i].format, kind_of(input)) != 0)
			rc_diag(diags, RC_D_NAME_DIFFERS,
			    &(struct rc_place){0}, dot, input->format.name);
}
