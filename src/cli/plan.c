/* plan.c - which input becomes which file, and what must not be overwritten. */
#include "cli/cli.h"

#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

/* More letters than this after the last dot are no suffix but a name. */
#define MAX_SUFFIX 8u

static gboolean
is_standard_input(const char *input)
{
	return strcmp(input, "-") == 0;
}

static gboolean
names_folder(const char *path)
{
	return g_str_has_suffix(path, "/") ||
	    g_file_test(path, G_FILE_TEST_IS_DIR);
}

/* Where a file name's suffix begins: "A_RES_99_901.es.md" at ".md". */
static gsize
stem_length(const char *base)
{
	const char *dot = strrchr(base, '.');

	if (!dot || dot == base || strlen(dot + 1) > MAX_SUFFIX)
		return strlen(base);
	return dot - base;
}

/* DIR/NAME.SUFFIX for an input PATH/NAME.whatever. */
static char *
name_in_folder(const char *folder, const char *input, const char *suffix)
{
	g_autofree char *base = g_path_get_basename(input);
	g_autofree char *name = NULL;

	base[stem_length(base)] = '\0';
	name = g_strconcat(base, suffix, NULL);
	return g_build_filename(folder, name, NULL);
}

static gboolean
check_shape(const struct options *options)
{
	gboolean folder = options->output && names_folder(options->output);

	if (is_edition(options) && !edition_check(options))
		return FALSE;
	if (!folder && options->inputs[1] && !is_edition(options)) {
		complain("several inputs need a folder to go to: -o DIR/");
		return FALSE;
	}
	for (char **input = options->inputs; folder && *input; input++) {
		if (!is_standard_input(*input))
			continue;
		complain("standard input has no name to be written under in "
			 "%s; say -o FILE",
		    options->output);
		return FALSE;
	}
	return TRUE;
}

/* Files are told apart by device and number, not by the names they go by. */
static char *
identity(const char *path)
{
	struct stat st;

	if (stat(path, &st) != 0 || !S_ISREG(st.st_mode))
		return NULL;
	return g_strdup_printf("%ju:%ju", (uintmax_t)st.st_dev,
	    (uintmax_t)st.st_ino);
}

static gboolean
spares_inputs(const struct options *options, const GArray *jobs)
{
	g_autoptr(GHashTable) inputs =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (char **input = options->inputs; *input; input++) {
		char *id = identity(*input);

		if (id)
			g_hash_table_add(inputs, id);
	}
	for (guint i = 0; i < jobs->len; i++) {
		const char *output = g_array_index(jobs, struct job, i).output;
		g_autofree char *id = output ? identity(output) : NULL;

		if (!id || !g_hash_table_contains(inputs, id))
			continue;
		complain("%s: is an input and would be overwritten; say "
			 "another -o",
		    output);
		return FALSE;
	}
	return TRUE;
}

static gboolean
names_differ(const GArray *jobs)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

	for (guint i = 0; i < jobs->len; i++) {
		struct job *job = &g_array_index(jobs, struct job, i);
		const char *first;

		if (!job->output)
			continue;
		first = g_hash_table_lookup(seen, job->output);
		if (first) {
			complain("%s: both %s and %s would be written there; "
				 "rename one",
			    job->output, first, job->input);
			return FALSE;
		}
		g_hash_table_insert(seen, job->output, (char *)job->input);
	}
	return TRUE;
}

static void
free_job(gpointer job)
{
	g_free(((struct job *)job)->output);
}

GArray *
plan_make(const struct options *options)
{
	g_autoptr(GArray) jobs = g_array_new(FALSE, FALSE, sizeof(struct job));
	const char *output = options->output;
	gboolean folder = output && names_folder(output);

	g_array_set_clear_func(jobs, free_job);
	if (!check_shape(options))
		return NULL;
	if (output && is_standard_input(output))
		output = NULL;
	for (char **input = options->inputs; *input; input++) {
		struct job job = {.input = *input};

		job.folder = folder ? output : NULL;
		job.output = folder ?
		    name_in_folder(output, *input, options->to->suffix) :
		    g_strdup(output);
		g_array_append_val(jobs, job);
		if (is_edition(options))
			break; /* one output, named after the first */
	}
	if (!names_differ(jobs) || !spares_inputs(options, jobs))
		return NULL;
	return g_steal_pointer(&jobs);
}
