/* input.c - the inputs of this build, and which of them fits some bytes. */
#include "input/input.h"

#include <string.h>

#include "base/error.h"
#include "input/encoding.h"

extern const struct rc_input rc_input_akn;
extern const struct rc_input rc_input_html;
extern const struct rc_input rc_input_json;
extern const struct rc_input rc_input_markdown;
extern const struct rc_input rc_input_plain;

static const struct rc_input *const inputs[] = {
    &rc_input_akn,
    &rc_input_html,
    &rc_input_json,
    &rc_input_markdown,
    &rc_input_plain,
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

static const struct rc_input *
best(const char *data, gsize size, const char *name)
{
	const struct rc_input *found = NULL;
	int most = 0;

	for (guint i = 0; i < G_N_ELEMENTS(inputs); i++) {
		int score = inputs[i]->sniff(data, size, name);

		if (score > most) {
			most = score;
			found = inputs[i];
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
	const char *sentence;
	struct rc_utf8 text;

	if (rc_looks_binary(data, size) && (found = best(data, size, name)))
		return found;
	if (!rc_utf8_read(data, size, NULL, &text, error))
		return NULL;
	found = best(text.s, text.len, name);
	sentence = rc_looks_marked_up(text.s, text.len);
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
