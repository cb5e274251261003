/* json_tell.c - places in the object model, and what is told about them. */
#include "input/json_reader.h"

#include <string.h>

#include "base/error.h"
#include "input/json_scan.h"

/* Bytes that are looked at again to find the places of findings: those of a
 * file of the usual size have all one. */
#define PLACING_BYTES (256u << 20)
#define MAX_NAME 40 /* characters of a key that are told */

/* ---- where it is: for errors and findings ---- */

static guint
number_of_key(const json_t *object, const char *wanted)
{
	const char *key;
	json_t *value;
	guint n = 0;

	json_object_foreach((json_t *)object, key, value) {
		if (strcmp(key, wanted) == 0)
			return n;
		n++;
	}
	return 0;
}

/* A key, its beginning if it is long, on one line. */
static void
append_name(GString *path, const char *name)
{
	g_autofree char *shown = g_utf8_substring(name, 0,
	    MIN(g_utf8_strlen(name, -1), MAX_NAME));

	if (path->len)
		g_string_append_c(path, '.');
	g_string_append(path, g_strdelimit(shown, "\r\n\t\f", ' '));
}

/* The way to the member `key` (NULL: to the innermost itself), in words and
 * in numbers. */
static void
describe(const struct rc_json *r, const char *key, GString *path,
    GArray *steps)
{
	const struct rc_json_frame *above = NULL;

	for (guint i = 0; i <= r->frames->len; i++) {
		const struct rc_json_frame *f = i == r->frames->len ? NULL
		    : &g_array_index(r->frames, struct rc_json_frame, i);
		const char *name = f ? f->key : key;
		guint step;

		if (above && name) {
			step = number_of_key(above->value, name);
			append_name(path, name);
			g_array_append_val(steps, step);
		} else if (above && above->what != RC_JSON_OBJECT) {
			step = above->next - 1;
			g_string_append_printf(path, "[%u]", step);
			g_array_append_val(steps, step);
		}
		above = f;
	}
}

static struct rc_place
place_of(struct rc_json *r, const char *key, GString *path)
{
	g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(guint));

	describe(r, key, path, steps);
	if (r->placed > PLACING_BYTES)
		return (struct rc_place){0};
	r->placed += r->size;
	return rc_json_place(r->data, r->size, (const guint *)steps->data,
	    steps->len);
}

static const char *
what_is(const json_t *value)
{
	static const char *const names[] = {
		[JSON_OBJECT] = "an object", [JSON_ARRAY] = "an array",
		[JSON_STRING] = "a string", [JSON_INTEGER] = "a number",
		[JSON_REAL] = "a number", [JSON_TRUE] = "true",
		[JSON_FALSE] = "false", [JSON_NULL] = "null",
	};

	return value ? names[json_typeof(value)] : "nothing";
}

/* Stop: the member `key`, or the innermost itself, is not as expected. */
void
rc_json_expected(struct rc_json *r, const char *key, const char *what,
    const json_t *found)
{
	g_autoptr(GString) path = g_string_new(NULL);
	struct rc_place at = place_of(r, key, path);

	if (!r->failed)
		rc_fail(r->error, RESCONV_E_FORMAT,
		    "line %u, column %u: %s: expected %s, found %s", at.line,
		    at.column, path->len ? path->str : "the file", what,
		    what_is(found));
	r->failed = TRUE;
}

void
rc_json_unknown(struct rc_json *r, const char *key)
{
	g_autoptr(GString) path = g_string_new(NULL);
	struct rc_place at = place_of(r, key, path);

	rc_diag(r->diags, RC_D_JSON_UNKNOWN, &at, path->str);
}

void
rc_json_over(struct rc_json *r, guint limit, const char *what)
{
	if (!r->failed)
		rc_fail(r->error, RESCONV_E_LIMIT, "more than %u %s", limit,
		    what);
	r->failed = TRUE;
}

/* ---- strings ---- */

/* A string without characters that XML cannot hold. */
const char *
rc_json_clean(struct rc_json *r, const char *key, const json_t *value)
{
	const char *s = json_string_value(value);
	GString *good = NULL;

	for (const char *c = s; *c; c = g_utf8_next_char(c)) {
		gboolean bad;
		gunichar u;

		if ((guchar)*c >= 0x20 && (guchar)*c < 0x80 && !good)
			continue;
		u = g_utf8_get_char(c);
		bad = (u < 0x20 && !strchr("\t\n\r", (int)u)) ||
		    u == 0xFFFE || u == 0xFFFF;

		if (bad && !good) {
			g_autoptr(GString) path = g_string_new(NULL);
			struct rc_place at = place_of(r, key, path);

			rc_diag(r->diags, RC_D_BAD_CHARACTER, &at, u);
			good = g_string_new_len(s, c - s);
		} else if (good && !bad) {
			g_string_append_unichar(good, u);
		}
	}
	if (!good)
		return s;
	g_ptr_array_add(r->owned, good->str);
	return g_string_free(good, FALSE);
}
