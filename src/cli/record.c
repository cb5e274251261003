/* record.c - a document's line of the report. */
#include "cli/batch.h"

#include <jansson.h>

#define DIGITS 9 /* of a number of milliseconds; microseconds are counted */

/* A name of a file is bytes; what is no UTF-8 in it is shown as U+FFFD. */
static json_t *
text(const char *s)
{
	g_autofree char *valid = NULL;

	if (!s)
		return json_null();
	valid = g_utf8_make_valid(s, -1);
	return json_string(valid);
}

static json_t *
diagnostics(const struct outcome *outcome)
{
	json_t *all = json_object();

	for (guint i = 0; i < outcome->counts->len; i++) {
		const struct count *count =
		    &g_array_index(outcome->counts, struct count, i);

		json_object_set_new(all, count->slug, json_integer(count->n));
	}
	return all;
}

static json_t *
outputs(const struct outcome *outcome)
{
	json_t *all = json_array();

	for (guint i = 0; i < outcome->outputs->len; i++) {
		const struct output *output =
		    &g_array_index(outcome->outputs, struct output, i);
		json_t *one = json_object();

		json_object_set_new(one, "format", text(output->format->name));
		json_object_set_new(one, "path", text(output->name));
		json_object_set_new(one, "bytes", json_integer(output->size));
		json_object_set_new(one, "digest", text(output->digest));
		json_array_append_new(all, one);
	}
	return all;
}

static json_t *
milliseconds(const struct outcome *outcome)
{
	json_t *all = json_object();

	for (guint i = 0; i < outcome->stages->len; i++) {
		const struct stage *stage =
		    &g_array_index(outcome->stages, struct stage, i);

		json_object_set_new(all, stage->name,
		    json_real(stage->us / 1000.0));
	}
	return all;
}

char *
record_line(const struct outcome *outcome, const char *options_digest)
{
	json_t *line = json_object();
	char *printed, *with_newline;

	json_object_set_new(line, "input", text(outcome->source->name));
	json_object_set_new(line, "digest", text(outcome->digest));
	json_object_set_new(line, "format", text(outcome->format));
	json_object_set_new(line, "symbol", text(outcome->symbol));
	json_object_set_new(line, "language", text(outcome->language));
	json_object_set_new(line, "status", text(status_name(outcome->status)));
	if (outcome->message)
		json_object_set_new(line, "message", text(outcome->message));
	json_object_set_new(line, "diagnostics", diagnostics(outcome));
	json_object_set_new(line, "outputs", outputs(outcome));
	json_object_set_new(line, "ms", milliseconds(outcome));
	json_object_set_new(line, "version", text(resconv_version()));
	json_object_set_new(line, "options", text(options_digest));
	printed = json_dumps(line, JSON_COMPACT | JSON_REAL_PRECISION(DIGITS));
	with_newline = g_strconcat(printed, "\n", NULL);
	free(printed);
	json_decref(line);
	return with_newline;
}
