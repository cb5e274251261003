/* main.c - the resconv command. */
#include "cli/cli.h"

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
convert_all(const struct options *options, resconv *rc)
{
	g_autoptr(GArray) jobs = plan_make(options);
	enum exit_status worst = EXIT_CLEAN;

	if (!jobs)
		return EXIT_USAGE;
	for (guint i = 0; i < jobs->len; i++) {
		enum exit_status exit =
		    convert(&g_array_index(jobs, struct job, i), options, rc);

		worst = MAX(worst, exit);
	}
	return worst;
}

static enum exit_status
run(int argc, char **argv, resconv *rc)
{
	g_autofree char *text = NULL;
	struct options options;
	enum exit_status exit = EXIT_USAGE;

	if (options_read(&options, rc, argc, argv)) {
		text = asked_text(&options);
		exit = text ? print(text) : convert_all(&options, rc);
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
	if (!rc) {
		complain("%s", g_strerror(ENOMEM));
		return EXIT_SYSTEM;
	}
	exit = run(argc, argv, rc);
	resconv_free(rc);
	return exit;
}
