/* gather.c - which documents there are: files, folders, lists, archives. */
#include "cli/batch.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_FOLDERS_DEEP 100u

static const char *const archive_suffixes[] = {
    ".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz",
    ".tar.zst", ".tzst",
};

struct gathering {
	GArray *sources;
	resconv *rc;
	gboolean recursive;
	struct stat output, report; /* left out; st_nlink is 0 if there is none */
};

gboolean
is_archive(const char *path)
{
	gsize len = strlen(path);

	for (guint i = 0; i < G_N_ELEMENTS(archive_suffixes); i++) {
		gsize n = strlen(archive_suffixes[i]);

		if (len > n && g_ascii_strcasecmp(path + len - n,
		        archive_suffixes[i]) == 0)
			return TRUE;
	}
	return FALSE;
}

static void
add(struct gathering *all, char *name, guint base, guint archive)
{
	struct source source = {.name = name, .base = base, .archive = archive};

	g_array_append_val(all->sources, source);
}

static void
add_trouble(struct gathering *all, const char *name, enum exit_status status,
    char *trouble)
{
	struct source source = {
	    .name = g_strdup(name),
	    .status = status,
	    .trouble = trouble,
	};

	g_array_append_val(all->sources, source);
}

static void
add_archive(struct gathering *all, const char *path, guint base)
{
	resconv_archive *archive = NULL;
	const char *name = NULL;
	resconv_status status =
	    resconv_archive_open(all->rc, path, &archive);

	while (status == RESCONV_OK) {
		status = resconv_archive_next(all->rc, archive, &name);
		if (status != RESCONV_OK || !name)
			break;
		add(all, g_strconcat(path, "/", name, NULL), base,
		    strlen(path));
	}
	if (status != RESCONV_OK)
		add_trouble(all, path, exit_of_status(status),
		    g_strdup(resconv_message(all->rc)));
	resconv_archive_close(archive);
}

static void
add_file(struct gathering *all, const char *path, guint base)
{
	if (is_archive(path))
		add_archive(all, path, MIN(base, strlen(path) + 1));
	else
		add(all, g_strdup(path), base, 0);
}

static int
by_bytes(gconstpointer a, gconstpointer b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names in a folder in order, without those that are hidden. */
static GPtrArray *
list_folder(const char *path, GError **error)
{
	g_autoptr(GDir) dir = g_dir_open(path, 0, error);
	GPtrArray *names;
	const char *name;

	if (!dir)
		return NULL;
	names = g_ptr_array_new_with_free_func(g_free);
	while ((name = g_dir_read_name(dir)))
		if (*name != '.')
			g_ptr_array_add(names, g_strdup(name));
	g_ptr_array_sort(names, by_bytes);
	return names;
}

static gboolean
is_same(const struct stat *a, const struct stat *b)
{
	return b->st_nlink && a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

static void walk(struct gathering *all, const char *path, guint base,
    guint depth);

/* One entry of a folder. Links to folders are not followed: they may go round
 * in circles. Pipes and devices are no documents. */
static void
walk_entry(struct gathering *all, char *path, guint base, guint depth)
{
	struct stat st, behind;

	if (lstat(path, &st) != 0 || is_same(&st, &all->output) ||
	    is_same(&st, &all->report))
		return;
	if (S_ISDIR(st.st_mode))
		walk(all, path, base, depth + 1);
	else if (stat(path, &behind) == 0 && S_ISREG(behind.st_mode))
		add_file(all, path, base);
}

static void
walk(struct gathering *all, const char *path, guint base, guint depth)
{
	g_autoptr(GPtrArray) names = NULL;
	g_autoptr(GError) error = NULL;

	if (depth > MAX_FOLDERS_DEEP) {
		add_trouble(all, path, EXIT_NO_OUTPUT, g_strdup_printf(
		    "%s: is more than %u folders deep, the most that are "
		    "followed", path, MAX_FOLDERS_DEEP));
		return;
	}
	names = list_folder(path, &error);
	if (!names)
		add_trouble(all, path, EXIT_SYSTEM, g_strdup(error->message));
	for (guint i = 0; names && i < names->len; i++) {
		g_autofree char *entry =
		    g_build_filename(path, names->pdata[i], NULL);

		walk_entry(all, entry, base, depth);
	}
}

/* Something that was named. relative: its folder counts for {folder}. */
static void
add_named(struct gathering *all, const char *path, gboolean relative)
{
	g_autofree char *plain = g_strdup(path);
	gsize len = strlen(plain);
	gboolean folder = g_file_test(path, G_FILE_TEST_IS_DIR);
	const char *slash;

	while (len > 1 && plain[len - 1] == '/')
		plain[--len] = '\0';
	slash = strrchr(plain, '/');
	if (folder && all->recursive)
		walk(all, plain, relative ? 0 : len + 1, 0);
	else if (folder)
		add_trouble(all, path, EXIT_SYSTEM, g_strdup_printf(
		    "%s: is a folder; say --recursive to convert what is below "
		    "it", path));
	else if (is_archive(path))
		add_file(all, path, relative ? 0 : len + 1);
	else
		add_file(all, path, relative || !slash ? 0 : slash + 1 - plain);
}

/* The bytes of a list; "-" is standard input. */
static gboolean
read_list(const char *path, char **list, gsize *size, GError **error)
{
	GIOChannel *input;
	gboolean ok;

	if (strcmp(path, "-") != 0)
		return g_file_get_contents(path, list, size, error);
	input = g_io_channel_unix_new(STDIN_FILENO);
	g_io_channel_set_encoding(input, NULL, NULL);
	ok = g_io_channel_read_to_end(input, list, size, error) ==
	    G_IO_STATUS_NORMAL;
	g_io_channel_unref(input);
	return ok;
}

/* The lines of a list, or its strings where it has NULs. */
static gboolean
add_list(struct gathering *all, const char *path)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *list = NULL;
	const char *end;
	char separator;
	gsize size;

	if (!read_list(path, &list, &size, &error)) {
		complain("--files-from %s: %s", path, error->message);
		return FALSE;
	}
	if (size == 0)
		return TRUE;
	end = list + size;
	separator = memchr(list, '\0', size) ? '\0' : '\n';
	for (char *s = list; s < end;) {
		char *stop = memchr(s, separator, end - s);
		g_autofree char *name =
		    g_strndup(s, (stop ? stop : (char *)end) - s);

		if (*name)
			add_named(all, name, TRUE);
		s = stop ? stop + 1 : (char *)end;
	}
	return TRUE;
}

static void
source_clear(gpointer data)
{
	struct source *source = data;

	g_free(source->name);
	g_free(source->trouble);
}

GArray *
gather(const struct options *options, resconv *rc)
{
	struct gathering all = {
	    .rc = rc,
	    .recursive = options->recursive,
	};
	GArray *sources = g_array_new(FALSE, FALSE, sizeof(struct source));

	all.sources = sources;
	g_array_set_clear_func(sources, source_clear);
	if (stat(options->output, &all.output) != 0)
		all.output.st_nlink = 0;
	if (!options->report || stat(options->report, &all.report) != 0)
		all.report.st_nlink = 0;
	for (char **input = options->inputs; *input; input++)
		add_named(&all, *input, FALSE);
	if (options->files_from && !add_list(&all, options->files_from)) {
		g_array_unref(sources);
		return NULL;
	}
	return sources;
}
