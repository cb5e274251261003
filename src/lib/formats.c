/* formats.c - what this build can do: its formats, their options, findings. */
#include <string.h>

#include "base/error.h"
#include "input/input.h"
#include "lib/lib.h"
#include "output/output.h"
#include "parse/parse.h"

/* A name this many letters off is still taken for a slip of the finger. */
#define MAX_SLIPS 2u
#define MAX_NAME 32u

typedef const resconv_format *(*nth_fn)(size_t i);

const resconv_format *
resconv_reader(size_t i)
{
	const struct rc_input *input = rc_input_nth(i);

	return input ? &input->format : NULL;
}

const resconv_format *
resconv_writer(size_t i)
{
	const struct rc_output *output = rc_output_nth(i);

	return output ? &output->format : NULL;
}

const resconv_option *
resconv_parse_options(void)
{
	return rc_parse_options;
}

int
resconv_finding(size_t i, resconv_diag *finding)
{
	if (i >= RC_D_N || !finding)
		return 0;
	*finding = (resconv_diag){
	    .level = rc_diag_level(i),
	    .slug = rc_diag_slug(i),
	    .text = rc_diag_sentence(i),
	};
	return 1;
}

/* How many letters must be put in, left out or changed to make a of b. */
static guint
distance(const char *a, const char *b)
{
	guint row[MAX_NAME + 1], n = strlen(b);

	if (n > MAX_NAME)
		return G_MAXUINT;
	for (guint j = 0; j <= n; j++)
		row[j] = j;
	for (guint i = 1; a[i - 1]; i++) {
		guint corner = row[0];

		row[0] = i;
		for (guint j = 1; j <= n; j++) {
			guint change = corner + (a[i - 1] != b[j - 1]);

			corner = row[j];
			row[j] = MIN(MIN(corner, row[j - 1]) + 1, change);
		}
	}
	return row[n];
}

static const resconv_format *
find(nth_fn nth, const char *name)
{
	const resconv_format *format;

	for (size_t i = 0; (format = nth(i)); i++)
		if (strcmp(format->name, name) == 0)
			return format;
	return NULL;
}

/* The name that was likely meant, or NULL. */
static const char *
nearest(nth_fn nth, const char *name)
{
	const resconv_format *format;
	const char *best = NULL;
	guint least = MAX_SLIPS + 1;

	for (size_t i = 0; (format = nth(i)); i++) {
		guint d = distance(name, format->name);

		if (d < least && d < strlen(format->name)) {
			least = d;
			best = format->name;
		}
	}
	return best;
}

static const resconv_format *
find_or_say(resconv *rc, nth_fn nth, const char *name, const char *done)
{
	const resconv_format *format = name ? find(nth, name) : NULL;
	g_autoptr(GString) s = NULL;
	GError *error = NULL;
	const char *meant;

	if (format)
		return format;
	s = g_string_new(NULL);
	g_string_printf(s, "no format \"%s\" is %s; ", name ? name : "", done);
	if (name && (meant = nearest(nth, name)))
		g_string_append_printf(s, "did you mean %s? ", meant);
	g_string_append(s, "there are");
	for (size_t i = 0; (format = nth(i)); i++)
		g_string_append_printf(s, "%s %s", i ? "," : "", format->name);
	rc_fail(&error, RESCONV_E_UNKNOWN, "%s", s->str);
	rc_failed(rc, error);
	return NULL;
}

const resconv_format *
resconv_find_reader(resconv *rc, const char *name)
{
	return find_or_say(rc, resconv_reader, name, "read");
}

const resconv_format *
resconv_find_writer(resconv *rc, const char *name)
{
	return find_or_say(rc, resconv_writer, name, "written");
}

/* ---- options ---- */

/* The options of FORMAT: the reader's and the writer's, or the parser's. */
static guint
rows_of(const char *format, const resconv_option *rows[2])
{
	const resconv_format *reader = find(resconv_reader, format);
	const resconv_format *writer = find(resconv_writer, format);
	guint n = 0;

	if (strcmp(format, "parse") == 0)
		rows[n++] = rc_parse_options;
	if (reader && reader->options)
		rows[n++] = reader->options;
	if (writer && writer->options && (!n || rows[0] != writer->options))
		rows[n++] = writer->options;
	return n;
}

static void
add_names(GString *out, const char *format)
{
	const resconv_option *rows[2];
	guint n = rows_of(format, rows);

	for (guint i = 0; i < n; i++)
		for (const resconv_option *row = rows[i]; row->name; row++)
			g_string_append_printf(out, " %s.%s", format,
			    row->name);
}

/* Every option there is, for who named one that is not. */
static void
add_all_names(GString *out)
{
	const resconv_format *format;

	add_names(out, "parse");
	for (size_t i = 0; (format = resconv_reader(i)); i++)
		add_names(out, format->name);
	for (size_t i = 0; (format = resconv_writer(i)); i++)
		if (!find(resconv_reader, format->name))
			add_names(out, format->name);
}

static gboolean
no_option(const char *key, const char *format, GError **error)
{
	g_autoptr(GString) names = g_string_new(NULL);

	add_names(names, format);
	if (names->len == 0)
		add_all_names(names);
	return rc_fail(error, RESCONV_E_UNKNOWN,
	    "no option is called \"%s\"; there are%s", key, names->str);
}

static gboolean
set_option(resconv *rc, const char *key, const char *value, GError **error)
{
	const char *dot = strchr(key, '.');
	g_autofree char *format = g_strndup(key, dot ? dot - key : 0);
	const resconv_option *rows[2], *row = NULL;
	guint n = rows_of(format, rows);

	for (guint i = 0; i < n && !row; i++)
		row = rc_option_find(rows[i], dot + 1);
	if (!row)
		return no_option(key, format, error);
	return rc_setting_put(&rc->settings, format, row, value, error);
}

resconv_status
resconv_set(resconv *rc, const char *key, const char *value)
{
	GError *error = NULL;

	if (!rc || !key || !value) {
		rc_fail(&error, RESCONV_E_ARG, "an option needs key and value");
		return rc_failed(rc, error);
	}
	if (!set_option(rc, key, value, &error))
		return rc_failed(rc, error);
	return RESCONV_OK;
}
