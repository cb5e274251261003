/* plan.c - where one output goes, and that no input is overwritten. */
#include "cli/cli.h"

#include <string.h>
#include <sys/stat.h>

gboolean
names_folder(const char *path)
{
	return g_str_has_suffix(path, "/") ||
	    g_file_test(path, G_FILE_TEST_IS_DIR);
}

/* Files are told apart by device and number, not by the names they go by. */
static gboolean
is_same_file(const char *a, const char *b)
{
	struct stat x, y;

	return stat(a, &x) == 0 && stat(b, &y) == 0 && S_ISREG(x.st_mode) &&
	    x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

gboolean
plan_make(const struct options *options, struct job *job)
{
	const char *output = options->output;

	if (output && strcmp(output, "-") == 0)
		output = NULL;
	*job = (struct job){options->inputs[0], output};
	for (char **input = options->inputs; output && *input; input++) {
		if (!is_same_file(*input, output))
			continue;
		complain("%s: is an input and would be overwritten; say "
			 "another -o",
		    output);
		return FALSE;
	}
	return TRUE;
}
