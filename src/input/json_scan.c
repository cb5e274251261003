/* json_scan.c - JSON looked at as bytes: jansson gives values without their
 * places, and has no limit of its own for how many there are. */
#include "input/json_scan.h"

#include <string.h>

#include "base/error.h"
#include "base/limits.h"

/* Past the string whose first quotation mark is at s. */
static const char *
skip_string(const char *s, const char *end)
{
	for (s++; s < end && *s != '"'; s++)
		if (*s == '\\')
			s++;
	return s < end ? s + 1 : end;
}

gboolean
rc_json_within_limits(const char *data, gsize size, GError **error)
{
	const char *s = data, *end = data + size;
	guint values = 0, depth = 0;

	while (s < end) {
		if (*s == '"') {
			s = skip_string(s, end);
			continue;
		}
		if (*s == '{' || *s == '[')
			depth++;
		else if ((*s == '}' || *s == ']') && depth)
			depth--;
		values += *s == '{' || *s == '[' || *s == ',';
		if (depth > RC_MAX_JSON_DEPTH)
			return rc_fail(error, RESCONV_E_LIMIT,
			    "the JSON is nested more than %u deep",
			    RC_MAX_JSON_DEPTH);
		if (values > RC_MAX_JSON_VALUES)
			return rc_fail(error, RESCONV_E_LIMIT,
			    "the JSON has more than %u values; split it",
			    RC_MAX_JSON_VALUES);
		s++;
	}
	return TRUE;
}

/* ---- places ---- */

static const char *
skip_blanks(const char *s, const char *end)
{
	while (s < end && (*s == ' ' || *s == '\t' || *s == '\n' || *s == '\r'))
		s++;
	return s;
}

/* Past the value at s, which is well-formed. */
static const char *
skip_value(const char *s, const char *end)
{
	guint depth = 0;

	while (s < end) {
		if (*s == '"') {
			s = skip_string(s, end);
		} else if (!depth && (*s == ',' || *s == '}' || *s == ']')) {
			return s;
		} else {
			depth += *s == '{' || *s == '[';
			depth -= *s == '}' || *s == ']';
			s++;
		}
	}
	return s;
}

/* The value of number n in the object or array at s. */
static const char *
descend(const char *s, const char *end, guint n)
{
	gboolean object = s < end && *s == '{';

	for (s = skip_blanks(s + 1, end); s < end; n--) {
		if (object) {
			const char *key = s;

			s = skip_blanks(skip_string(s, end), end);
			if (!n)
				return key;
			s = skip_blanks(s + 1, end); /* the colon */
		}
		if (!n)
			return s;
		s = skip_blanks(skip_value(s, end) + 1, end);
	}
	return s;
}

/* From the key of a member to its value. */
static const char *
value_of_key(const char *s, const char *end)
{
	if (s < end && *s == '"')
		s = skip_blanks(skip_string(s, end), end) + 1;
	return skip_blanks(s, end);
}

static struct rc_place
place_at(const char *data, const char *s)
{
	struct rc_place at = {.line = 1, .offset = s - data};
	const char *line = data, *lf;

	while ((lf = memchr(line, '\n', s - line))) {
		line = lf + 1;
		at.line++;
	}
	at.column = g_utf8_strlen(line, s - line) + 1;
	return at;
}

struct rc_place
rc_json_place(const char *data, gsize size, const guint *steps, guint n_steps)
{
	const char *end = data + size, *s = skip_blanks(data, end);

	for (guint i = 0; i < n_steps; i++) {
		gboolean member = s < end && *s == '{';

		s = descend(s, end, steps[i]);
		if (member && i + 1 < n_steps)
			s = value_of_key(s, end);
	}
	return place_at(data, MIN(s, end));
}
