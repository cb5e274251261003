/* outcome.c - what became of one document. */
#include "cli/batch.h"

#include <string.h>

static const char *const status_names[] = {
    [EXIT_CLEAN] = "clean",
    [EXIT_WARNINGS] = "warnings",
    [EXIT_ERRORS] = "errors",
    [EXIT_NO_OUTPUT] = "no-output",
    [EXIT_USAGE] = "usage",
    [EXIT_SYSTEM] = "system",
    [EXIT_FAULT] = "fault",
};

const char *
status_name(enum exit_status status)
{
	return status_names[status];
}

static void
output_clear(gpointer data)
{
	struct output *output = data;

	resconv_memory_free(output->data);
	fresh_drop(output->file);
	g_free(output->name);
	g_free(output->digest);
}

static void
count_clear(gpointer data)
{
	g_free(((struct count *)data)->slug);
}

struct outcome *
outcome_new(const struct source *source)
{
	struct outcome *outcome = g_new0(struct outcome, 1);

	outcome->source = source;
	outcome->told = g_string_new(NULL);
	outcome->counts = g_array_new(FALSE, FALSE, sizeof(struct count));
	outcome->outputs = g_array_new(FALSE, FALSE, sizeof(struct output));
	outcome->stages = g_array_new(FALSE, FALSE, sizeof(struct stage));
	g_array_set_clear_func(outcome->counts, count_clear);
	g_array_set_clear_func(outcome->outputs, output_clear);
	return outcome;
}

void
outcome_free(struct outcome *outcome)
{
	if (!outcome)
		return;
	g_free(outcome->digest);
	g_free(outcome->symbol);
	g_free(outcome->language);
	g_free(outcome->message);
	g_string_free(outcome->told, TRUE);
	g_array_unref(outcome->counts);
	g_array_unref(outcome->outputs);
	g_array_unref(outcome->stages);
	g_free(outcome);
}

void
outcome_count(struct outcome *outcome, const resconv_diag *diag)
{
	struct count count = {NULL, diag->level, 1};
	guint i;

	for (i = 0; i < outcome->counts->len; i++) {
		struct count *c =
		    &g_array_index(outcome->counts, struct count, i);
		int order = strcmp(c->slug, diag->slug);

		if (order == 0) {
			c->n++;
			return;
		}
		if (order > 0)
			break;
	}
	count.slug = g_strdup(diag->slug);
	g_array_insert_val(outcome->counts, i, count);
}

void
outcome_fail(struct outcome *outcome, enum exit_status status, char *message)
{
	outcome->status = MAX(outcome->status, status);
	if (outcome->message || !message) {
		g_free(message); /* the first reason is the reason */
		return;
	}
	outcome->message = message;
}

void
outcome_time(struct outcome *outcome, const char *stage, gint64 since)
{
	struct stage row = {stage, g_get_monotonic_time() - since};

	g_array_append_val(outcome->stages, row);
}

char *
digest_of(const char *data, gsize size)
{
	g_autofree char *hex = g_compute_checksum_for_data(G_CHECKSUM_SHA256,
	    (const guchar *)data, size);

	return g_strconcat("sha256:", hex, NULL);
}
