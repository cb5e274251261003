/* resume.c - what an earlier run did and is still there. */
#include "cli/batch.h"

#include <string.h>

#include <jansson.h>

#define MAX_FOLDERS_DEEP 100u

static gboolean
says(const json_t *record, const char *key, const char *value)
{
	return g_strcmp0(json_string_value(json_object_get(record, key)),
	           value) == 0;
}

/* The file is there, whole and unchanged. */
static gboolean
stands(const json_t *output, const char *folder)
{
	const char *name = json_string_value(json_object_get(output, "path"));
	g_autofree char *path = NULL, *data = NULL, *digest = NULL;
	gsize size;

	if (!name)
		return FALSE;
	path = g_build_filename(folder, name, NULL);
	if (!g_file_get_contents(path, &data, &size, NULL))
		return FALSE;
	digest = digest_of(data, size);
	return says(output, "digest", digest);
}

static gboolean
all_stand(const json_t *outputs, const char *folder)
{
	for (gsize i = 0; i < json_array_size(outputs); i++)
		if (!stands(json_array_get(outputs, i), folder))
			return FALSE;
	return json_array_size(outputs) > 0;
}

/* Done is what has all its outputs: what failed is tried again. */
static gboolean
find_status(const json_t *record, enum exit_status *status)
{
	for (enum exit_status s = EXIT_CLEAN; s <= EXIT_ERRORS; s++)
		if (says(record, "status", status_name(s))) {
			*status = s;
			return TRUE;
		}
	return FALSE;
}

/* What is there keeps its names, which no other document may take. */
static void
keep_names(const json_t *outputs, struct outcome *outcome)
{
	for (gsize i = 0; i < json_array_size(outputs); i++) {
		struct output output = {.name = g_strdup(json_string_value(
		    json_object_get(json_array_get(outputs, i), "path")))};

		g_array_append_val(outcome->outputs, output);
	}
}

gboolean
resume_is_done(const struct journal *journal, const char *folder,
    const char *options_digest, struct outcome *outcome)
{
	gsize len;
	const char *line = journal_find(journal, outcome->source->name, &len);
	json_t *record;
	gboolean done;

	if (!line)
		return FALSE;
	record = json_loadb(line, len, 0, NULL);
	done = says(record, "digest", outcome->digest) &&
	    says(record, "version", resconv_version()) &&
	    says(record, "options", options_digest) &&
	    find_status(record, &outcome->status) &&
	    all_stand(json_object_get(record, "outputs"), folder);
	if (done)
		keep_names(json_object_get(record, "outputs"), outcome);
	else
		outcome->status = EXIT_CLEAN;
	json_decref(record);
	return done;
}

/* ---- what killed runs left ---- */

static gboolean
is_fresh_name(const char *name)
{
	gsize n = strlen(FRESH_PREFIX);

	if (strncmp(name, FRESH_PREFIX, n) != 0 || strlen(name) != n + 6)
		return FALSE;
	for (const char *c = name + n; *c; c++)
		if (!g_ascii_isalnum(*c))
			return FALSE;
	return TRUE;
}

static void
sweep(const char *folder, guint depth)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	const char *name;

	while (dir && (name = g_dir_read_name(dir))) {
		g_autofree char *path = g_build_filename(folder, name, NULL);

		if (is_fresh_name(name))
			fresh_sweep(path);
		else if (depth < MAX_FOLDERS_DEEP &&
		    !g_file_test(path, G_FILE_TEST_IS_SYMLINK) &&
		    g_file_test(path, G_FILE_TEST_IS_DIR))
			sweep(path, depth + 1);
	}
}

void
resume_sweep(const char *folder)
{
	sweep(folder, 0);
}
