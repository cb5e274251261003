/* document.c - one document of a batch becomes its outputs. */
#include "cli/batch.h"

#include <errno.h>
#include <string.h>

/* What the findings of one document come to. */
struct tally {
	const struct options *options;
	struct outcome *outcome;
	gboolean counts;    /* one was told that counts */
	gboolean explained; /* a fatal one was shown: no more need be said */
};

static void
take_finding(void *payload, const resconv_diag *diag)
{
	struct tally *tally = payload;

	tally->counts |= diag->level >= tally->options->counts;
	outcome_count(tally->outcome, diag);
	if (!is_shown(tally->options, diag))
		return;
	tally->explained |= diag->level == RESCONV_FATAL;
	add_finding(tally->outcome->told, diag);
}

/* A failure is kept, and told unless a finding did. */
static void
fail(struct outcome *outcome, enum exit_status status, gboolean tell,
    char *message)
{
	if (tell)
		g_string_append_printf(outcome->told, "resconv: %s\n", message);
	outcome_fail(outcome, status, message);
}

static void
call_failed(struct tally *tally, resconv_status status, const resconv *rc)
{
	fail(tally->outcome, exit_of_status(status),
	    status != RESCONV_E_FORMAT || !tally->explained,
	    g_strdup(resconv_message(rc)));
}

/* ---- writing ---- */

static void
keep_facts(struct outcome *outcome, const resconv_doc *doc)
{
	outcome->format = resconv_doc_format(doc);
	outcome->symbol = g_strdup(resconv_doc_symbol(doc));
	outcome->language = g_strdup(resconv_doc_language(doc));
}

static void
write_formats(struct tally *tally, const resconv_doc *doc, resconv *rc)
{
	const resconv_format *const *format = tally->options->formats;

	for (; *format; format++) {
		struct output output = {.format = *format};
		gint64 begun = g_get_monotonic_time();
		resconv_status status = resconv_write_memory(rc, doc,
		    (*format)->name, &output.data, &output.size);

		outcome_time(tally->outcome, (*format)->name, begun);
		if (status == RESCONV_OK)
			g_array_append_val(tally->outcome->outputs, output);
		else
			call_failed(tally, status, rc);
	}
}

/* Findings decide, now that there are outputs. FALSE: they stay unwritten. */
static gboolean
settle(struct tally *tally, const resconv *rc)
{
	struct outcome *outcome = tally->outcome;

	if (!tally->counts)
		return TRUE;
	outcome->status = MAX(outcome->status,
	    resconv_worst(rc) >= RESCONV_ERROR ? EXIT_ERRORS : EXIT_WARNINGS);
	if (!tally->options->stops)
		return TRUE;
	fail(outcome, EXIT_NO_OUTPUT, TRUE, g_strdup_printf(
	    "%s: not converted, for a finding was told that stops it",
	    outcome->source->name));
	return FALSE;
}

static int
write_output(const struct batch *batch, const char *path,
    struct output *output)
{
	int error =
	    fresh_write(path, output->data, output->size, &output->file);

	if (!error && batch->syncs)
		error = fresh_sync(output->file);
	return error;
}

static int
save_output(const struct batch *batch, const struct outcome *outcome,
    struct output *output)
{
	g_autofree char *path = NULL;
	int error;

	output->name = naming_make(&batch->naming, &(struct facts){
	    outcome->source, outcome->symbol, outcome->language,
	    output->format});
	path = g_build_filename(batch->naming.folder, output->name, NULL);
	error = write_output(batch, path, output);
	if (error != ENOENT)
		return error;
	error = fresh_folder(path);
	return error ? error : write_output(batch, path, output);
}

static void
save_outputs(const struct batch *batch, struct outcome *outcome)
{
	gint64 begun = g_get_monotonic_time();

	for (guint i = 0; i < outcome->outputs->len;) {
		struct output *output =
		    &g_array_index(outcome->outputs, struct output, i);
		int error = save_output(batch, outcome, output);

		if (!error && batch->journal)
			output->digest =
			    digest_of(output->data, output->size);
		resconv_memory_free(output->data);
		output->data = NULL;
		if (!error) {
			i++;
			continue;
		}
		outcome->error = error;
		fail(outcome, EXIT_SYSTEM, TRUE, g_strdup_printf(
		    "%s/%s: cannot be written: %s", batch->naming.folder,
		    output->name, g_strerror(error)));
		g_array_remove_index(outcome->outputs, i);
	}
	outcome_time(outcome, "save", begun);
}

/* ---- reading ---- */

static void
convert_bytes(const struct batch *batch, struct outcome *outcome, resconv *rc,
    const char *data, gsize size)
{
	struct tally tally = {.options = batch->options, .outcome = outcome};
	resconv_doc *doc = NULL;
	resconv_status status;
	gint64 begun = g_get_monotonic_time();

	resconv_forget(rc);
	resconv_on_diag(rc, take_finding, &tally);
	status = resconv_read(rc, data, size, batch->options->from,
	    outcome->source->name, &doc);
	outcome_time(outcome, "parse", begun);
	if (status == RESCONV_OK) {
		keep_facts(outcome, doc);
		write_formats(&tally, doc, rc);
		if (settle(&tally, rc))
			save_outputs(batch, outcome);
		else
			g_array_set_size(outcome->outputs, 0);
	} else {
		call_failed(&tally, status, rc);
	}
	resconv_doc_free(doc);
	resconv_on_diag(rc, NULL, NULL);
}

/* Leave alone what an earlier run did. */
static gboolean
is_done(const struct batch *batch, struct outcome *outcome, const char *data,
    gsize size)
{
	if (!batch->journal)
		return FALSE;
	outcome->digest = digest_of(data, size);
	outcome->kept = batch->options->resume &&
	    resume_is_done(batch->journal, batch->naming.folder,
	        batch->options_digest, outcome);
	return outcome->kept;
}

void
document_convert(const struct batch *batch, struct outcome *outcome,
    resconv *rc, const char *data, gsize size)
{
	gint64 begun = g_get_monotonic_time();
	g_autofree char *own = NULL, *trouble = NULL;

	if (outcome->source->trouble) {
		fail(outcome, outcome->source->status, TRUE,
		    g_strdup(outcome->source->trouble));
		return;
	}
	if (!data) {
		if (!fetch_file(outcome->source->name, &own, &size, &trouble)) {
			fail(outcome, EXIT_SYSTEM, TRUE,
			    g_steal_pointer(&trouble));
			return;
		}
		data = own;
	}
	outcome_time(outcome, "read", begun);
	if (!is_done(batch, outcome, data, size))
		convert_bytes(batch, outcome, rc, data, size);
}
