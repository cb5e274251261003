/* json.c - the object model of resconv-json(7) as input: the structure is
 * known, so it gives the tree. */
#include "input/input.h"

#include <string.h>

#include <jansson.h>

#include "base/error.h"
#include "base/limits.h"
#include "input/encoding.h"
#include "input/json_read.h"
#include "input/json_scan.h"

#define MODEL 1 /* the newest that is read */

/* How sure sniffing is of the model itself, and of any other JSON, which only
 * this input can tell what is the matter with. */
#define OURS 100
#define OTHER 60

static const char *
skip_blanks(const char *s, const char *end)
{
	while (s < end && strchr(" \t\r\n", *s) && *s)
		s++;
	return s;
}

/* Whether an object begins at s that has a member or none. */
static gboolean
is_object(const char *s, const char *end)
{
	if (s == end || *s != '{')
		return FALSE;
	s = skip_blanks(s + 1, end);
	return s < end && (*s == '"' || *s == '}');
}

/* Whether the text has a key called "resconv". */
static gboolean
has_our_key(const char *s, const char *end)
{
	static const char key[] = "\"resconv\"";

	while (s < end && (s = memchr(s, '"', end - s))) {
		if (strncmp(s, key, MIN(strlen(key), (gsize)(end - s))) == 0) {
			const char *colon = skip_blanks(s + strlen(key), end);

			if (colon < end && *colon == ':')
				return TRUE;
		}
		s++;
	}
	return FALSE;
}

static int
sniff(const char *data, gsize size, const char *name)
{
	const char *end = data + size, *s = skip_blanks(data, end);

	if (is_object(s, end))
		return has_our_key(s, end) ? OURS : OTHER;
	if (s < end && *s == '[' && is_object(skip_blanks(s + 1, end), end))
		return OTHER;
	return name && g_str_has_suffix(name, ".json") && s < end &&
	    (*s == '{' || *s == '[') ? OTHER : 0;
}

/* JSON that others make of resolutions has the text in a member. */
static gboolean
is_other(const json_t *whole, GError **error)
{
	const json_t *text = json_object_get(whole, "text");

	if (json_is_string(text))
		return rc_fail(error, RESCONV_E_FORMAT,
		    "JSON, but not of resconv-json(7); its text can be had "
		    "with: jq -r .text");
	return rc_fail(error, RESCONV_E_FORMAT,
	    "JSON, but not of resconv-json(7): there is no member \"resconv\"; "
	    "take its text out first");
}

static gboolean
check_model(const json_t *whole, GError **error)
{
	const json_t *ours = json_object_get(whole, "resconv");
	const json_t *model = json_object_get(ours, "model");

	if (!ours)
		return is_other(whole, error);
	if (!json_is_integer(model))
		return rc_fail(error, RESCONV_E_FORMAT,
		    "resconv.model: expected the number of the object model");
	if (json_integer_value(model) < 1 || json_integer_value(model) > MODEL)
		return rc_fail(error, RESCONV_E_FORMAT,
		    "resconv.model: the object model %" JSON_INTEGER_FORMAT
		    " is another than %d, which is read here",
		    json_integer_value(model), MODEL);
	return TRUE;
}

static xmlDoc *
read_text(const struct rc_utf8 *utf8, struct rc_diags *diags, GError **error)
{
	xmlDoc *tree = NULL;
	json_error_t reason;
	json_t *whole;

	if (!rc_json_within_limits(utf8->s, utf8->len, error))
		return NULL;
	whole = json_loadb(utf8->s, utf8->len, JSON_REJECT_DUPLICATES, &reason);
	if (!whole) /* whose reason quotes the text, line ends and all */
		rc_fail(error, RESCONV_E_FORMAT,
		    "not well-formed JSON: line %d, column %d: %s",
		    reason.line, reason.column,
		    g_strdelimit(reason.text, "\r\n\t\f", ' '));
	else if (check_model(whole, error))
		tree = rc_json_tree(whole, utf8->s, utf8->len, diags, error);
	json_decref(whole);
	return tree;
}

static gboolean
read(const char *data, gsize size, const struct rc_settings *settings,
    struct rc_diags *diags, struct rc_text *text, xmlDoc **tree,
    GError **error)
{
	struct rc_utf8 utf8;
	xmlDoc *doc;

	if (size > RC_MAX_JSON_BYTES)
		return rc_fail(error, RESCONV_E_LIMIT,
		    "the JSON is larger than %u MiB, the most that is read",
		    RC_MAX_JSON_BYTES >> 20);
	if (!rc_utf8_read(data, size, diags, &utf8, error))
		return FALSE;
	doc = read_text(&utf8, diags, error);
	rc_utf8_done(&utf8);
	if (!doc)
		return FALSE;
	*tree = doc;
	return TRUE;
}

const struct rc_input rc_input_json = {
	.format = {
		.name = "json",
		.summary = "the object model of resconv-json(7)",
		.suffix = ".json",
		.media_type = "application/json",
	},
	.sniff = sniff,
	.read = read,
};
