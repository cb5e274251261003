/* main.c - the resconv command. */
#include "cli/batch.h"

#include <errno.h>
#include <signal.h>
#include <string.h>

/* What --help and its like print, or NULL. */
static char *
asked_text(const struct options *options)
{
	if (options->help)
		return help_text();
	if (options->version)
		return version_text();
	if (options->list_formats)
		return list_formats_text();
	if (options->list_options)
		return list_options_text();
	if (options->list_findings)
		return list_findings_text();
	return NULL;
}

static enum exit_status
print(const char *text)
{
	int error = save(NULL, text, strlen(text));

	if (!error)
		return EXIT_CLEAN;
	complain("standard output cannot be written: %s", g_strerror(error));
	return EXIT_SYSTEM;
}

static enum exit_status
convert_one(const struct options *options, resconv *rc)
{
	struct job job;

	if (!plan_make(options, &job))
		return EXIT_USAGE;
	return convert(&job, options, rc);
}

static enum exit_status
do_it(const struct options *options, resconv *rc)
{
	switch (options->mode) {
	case MODE_BATCH:
		return batch_run(options, rc);
	case MODE_STREAM:
		return stream_run(options, rc);
	case MODE_SUMMARISE:
		return summarise_run(options);
	default:
		return convert_one(options, rc);
	}
}

static enum exit_status
run(int argc, char **argv, resconv *rc)
{
	g_autofree char *text = NULL;
	struct options options;
	enum exit_status exit = EXIT_USAGE;

	if (options_read(&options, rc, argc, argv)) {
		text = asked_text(&options);
		exit = text ? print(text) : do_it(&options, rc);
	}
	options_done(&options);
	return exit;
}

int
main(int argc, char **argv)
{
	resconv *rc = resconv_new();
	enum exit_status exit;

	signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error of writing */
	signal(SIGXFSZ, SIG_IGN); /* so is a file that may not grow */
	if (!rc) {
		complain("%s", g_strerror(ENOMEM));
		return EXIT_SYSTEM;
	}
	exit = run(argc, argv, rc);
	resconv_free(rc);
	return exit;
}
