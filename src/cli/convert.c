/* convert.c - one input becomes one output. */
#include "cli/cli.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <glib/gstdio.h>

/* What the findings of one input come to. */
struct tally {
	const struct options *options;
	gboolean counts;    /* one was told that counts */
	gboolean explained; /* a fatal one was shown: no more need be said */
};

gboolean
is_shown(const struct options *options, const resconv_diag *diag)
{
	return !options->quiet && (diag->level >= options->shows ||
	    strcmp(diag->slug, "account") == 0); /* it was asked for */
}

static void
take_finding(void *payload, const resconv_diag *diag)
{
	struct tally *tally = payload;
	const struct options *options = tally->options;

	tally->counts |= diag->level >= options->counts;
	if (!is_shown(options, diag))
		return;
	tally->explained |= diag->level == RESCONV_FATAL;
	report_finding(diag);
}

enum exit_status
exit_of_status(resconv_status status)
{
	switch (status) {
	case RESCONV_OK:
		return EXIT_CLEAN;
	case RESCONV_E_FORMAT:
	case RESCONV_E_LIMIT:
	case RESCONV_E_STRICT:
		return EXIT_NO_OUTPUT;
	case RESCONV_E_ARG:
	case RESCONV_E_UNKNOWN:
		return EXIT_USAGE;
	case RESCONV_E_IO:
	case RESCONV_E_NOMEM:
	case RESCONV_E_DISABLED:
		return EXIT_SYSTEM;
	default:
		return EXIT_FAULT;
	}
}

static enum exit_status
failed(resconv_status status, const struct tally *tally, const resconv *rc)
{
	if (status != RESCONV_E_FORMAT || !tally->explained)
		complain("%s", resconv_message(rc));
	return exit_of_status(status);
}

resconv_status
read_input(const char *input, const char *from, resconv *rc, resconv_doc **doc)
{
	if (strcmp(input, "-") == 0)
		return resconv_read_stream(rc, stdin, from, "<stdin>", doc);
	return resconv_read_file(rc, input, from, doc);
}

/* Findings decide, now that there is output. */
static enum exit_status
settle(const struct tally *tally, const resconv *rc)
{
	if (!tally->counts)
		return EXIT_CLEAN;
	return resconv_worst(rc) >= RESCONV_ERROR ? EXIT_ERRORS : EXIT_WARNINGS;
}

static enum exit_status
save_output(const struct job *job, const char *data, size_t size)
{
	int error = save(job->output, data, size);

	if (!error)
		return EXIT_CLEAN;
	complain("%s: cannot be written: %s",
	    job->output ? job->output : "standard output", g_strerror(error));
	return EXIT_SYSTEM;
}

static enum exit_status
write_output(const struct job *job, const struct tally *tally,
    const resconv_doc *doc, resconv *rc)
{
	const struct options *options = tally->options;
	enum exit_status worst, saved;
	resconv_status status;
	char *data;
	size_t size;

	status = resconv_write_memory(rc, doc, options->to->name, &data, &size);
	if (status != RESCONV_OK)
		return failed(status, tally, rc);
	worst = settle(tally, rc);
	if (worst != EXIT_CLEAN && options->stops) {
		complain("%s: not converted, for a finding was told that "
			 "stops it",
		    job->input);
		saved = EXIT_NO_OUTPUT;
	} else {
		saved = save_output(job, data, size);
		if (saved == EXIT_CLEAN)
			saved = save_assets(job->output, options->to, rc);
	}
	resconv_memory_free(data);
	return MAX(worst, saved);
}

enum exit_status
convert(const struct job *job, const struct options *options, resconv *rc)
{
	struct tally tally = {.options = options};
	resconv_doc *doc = NULL;
	resconv_status status;
	enum exit_status exit;

	resconv_forget(rc);
	resconv_on_diag(rc, take_finding, &tally);
	status = is_edition(options) ?
	    edition_read(options, rc, &doc) :
	    read_input(job->input, options->from, rc, &doc);
	if (status == RESCONV_OK)
		exit = write_output(job, &tally, doc, rc);
	else
		exit = failed(status, &tally, rc);
	resconv_doc_free(doc);
	resconv_on_diag(rc, NULL, NULL);
	return exit;
}
