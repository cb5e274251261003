/* journal.c - the report as a file that a killed run leaves fit to go on. */
#define _GNU_SOURCE 1 /* flock */
#include "cli/batch.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include <jansson.h>

#define OPEN_MODE 0666 /* less the umask */

struct line {
	gsize at, len; /* in old */
};

struct journal {
	char *path;
	int fd;
	off_t end;         /* of the last whole line */
	char *old;         /* what it held when it was opened */
	GHashTable *lines; /* input to struct line *: the last one about it */
	GPtrArray *inputs; /* of old in the order of their first lines */
};

/* The input that a line of a report is about, or NULL if it is no such line. */
static char *
input_of(const char *line, gsize len)
{
	json_t *record = json_loadb(line, len, 0, NULL);
	const char *input =
	    json_string_value(json_object_get(record, "input"));
	char *copy = g_strdup(input);

	json_decref(record);
	return copy;
}

static void
index_line(struct journal *journal, gsize at, gsize len)
{
	char *input = input_of(journal->old + at, len);
	struct line *line = NULL;

	if (!input)
		return; /* torn, and lines were added behind it since */
	line = g_hash_table_lookup(journal->lines, input);
	if (line) {
		g_free(input);
	} else {
		line = g_new(struct line, 1);
		g_hash_table_insert(journal->lines, input, line);
		g_ptr_array_add(journal->inputs, input);
	}
	*line = (struct line){at, len};
}

/* The lines of a report up to the last newline: what is behind it is what a
 * killed run left of a line. */
static void
index_lines(struct journal *journal, gsize size)
{
	gsize at = 0;
	const char *end;

	while (at < size && (end = memchr(journal->old + at, '\n', size - at))) {
		gsize len = end - (journal->old + at) + 1;

		index_line(journal, at, len);
		at += len;
	}
	journal->end = at;
}

static gboolean
cannot(const char *path, const char *what, int error)
{
	complain("%s: the report cannot be %s: %s", path, what,
	    g_strerror(error));
	return FALSE;
}

static gboolean
read_old(struct journal *journal)
{
	g_autoptr(GError) error = NULL;
	gsize size = 0;

	if (!g_file_get_contents(journal->path, &journal->old, &size, &error)) {
		complain("%s: the report cannot be read: %s", journal->path,
		    error->message);
		return FALSE;
	}
	index_lines(journal, size);
	return TRUE;
}

/* One run at a time; its lock dies with it. */
static gboolean
prepare(struct journal *journal, gboolean resume)
{
	if (journal->fd < 0)
		return cannot(journal->path, "written", errno);
	if (flock(journal->fd, LOCK_EX | LOCK_NB) != 0 &&
	    errno == EWOULDBLOCK) {
		complain("%s: another run is writing this report; let it end "
			 "or name another",
		    journal->path);
		return FALSE;
	}
	if (resume && !read_old(journal))
		return FALSE;
	if (ftruncate(journal->fd, journal->end) != 0 && errno != EINVAL)
		return cannot(journal->path, "written", errno);
	return TRUE;
}

struct journal *
journal_open(const char *path, gboolean resume)
{
	struct journal *journal = g_new0(struct journal, 1);

	journal->path = g_strdup(path);
	journal->lines =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	journal->inputs = g_ptr_array_new();
	journal->fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC,
	    OPEN_MODE);
	if (prepare(journal, resume))
		return journal;
	journal_close(journal);
	return NULL;
}

int
journal_add(struct journal *journal, const char *line)
{
	gsize len = strlen(line);
	int error = write_all(journal->fd, line, len);

	if (!error)
		journal->end += len;
	else if (ftruncate(journal->fd, journal->end) != 0)
		return error; /* a torn line is understood too */
	return error;
}

/* A report names inputs in UTF-8, whatever their bytes are. */
static struct line *
line_of(const struct journal *journal, const char *input)
{
	g_autofree char *valid = g_utf8_make_valid(input, -1);

	return g_hash_table_lookup(journal->lines, valid);
}

const char *
journal_find(const struct journal *journal, const char *input, gsize *len)
{
	const struct line *line = line_of(journal, input);

	if (!line)
		return NULL;
	*len = line->len;
	return journal->old + line->at;
}

static void
move_line(struct journal *journal, const char *input, GString *out)
{
	struct line *line = line_of(journal, input);

	if (!line)
		return;
	g_string_append_len(out, journal->old + line->at, line->len);
	line->len = 0;
}

/* All lines in order; those about inputs that are no longer named come last. */
static GString *
tidied(struct journal *journal, const GArray *sources)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < sources->len; i++)
		move_line(journal,
		    g_array_index(sources, struct source, i).name, out);
	for (guint i = 0; i < journal->inputs->len; i++)
		move_line(journal, journal->inputs->pdata[i], out);
	return out;
}

int
journal_tidy(struct journal *journal, const GArray *sources)
{
	g_autoptr(GString) all = NULL;
	struct fresh *file = NULL;
	int error;

	g_hash_table_remove_all(journal->lines);
	g_ptr_array_set_size(journal->inputs, 0);
	g_clear_pointer(&journal->old, g_free);
	if (!read_old(journal))
		return EIO;
	all = tidied(journal, sources);
	error = fresh_write(journal->path, all->str, all->len, &file);
	if (!error && (error = fresh_sync(file)))
		fresh_drop(file);
	return error ? error : fresh_commit(file);
}

int
journal_close(struct journal *journal)
{
	int error = 0;

	if (!journal)
		return 0;
	if (journal->fd >= 0 && fsync(journal->fd) != 0 && errno != EINVAL)
		error = errno;
	if (journal->fd >= 0 && close(journal->fd) != 0 && !error)
		error = errno;
	g_hash_table_unref(journal->lines);
	g_ptr_array_unref(journal->inputs);
	g_free(journal->old);
	g_free(journal->path);
	g_free(journal);
	return error;
}
