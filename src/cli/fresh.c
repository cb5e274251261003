/* fresh.c - a new file that is complete before it has its name. */
#define _GNU_SOURCE 1 /* flock */
#include "cli/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#define OPEN_MODE 0666   /* less the umask, as for any new file */
#define FOLDER_MODE 0777 /* likewise */

struct fresh {
	char *path; /* the name that it is to have */
	char *temporary;
	int fd; /* open and locked until it has it, see fresh_sweep() */
};

int
write_all(int fd, const char *data, size_t size)
{
	while (size > 0) {
		ssize_t n = write(fd, data, size);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return errno;
		data += n;
		size -= n;
	}
	return 0;
}

static char *
template_beside(const char *path)
{
	g_autofree char *folder = g_path_get_dirname(path);

	return g_build_filename(folder, FRESH_PREFIX "XXXXXX", NULL);
}

/* Open a new file beside path, in a folder that is made if need be. */
static int
open_beside(struct fresh *file)
{
	file->temporary = template_beside(file->path);
	file->fd = g_mkstemp_full(file->temporary, O_WRONLY | O_CLOEXEC,
	    OPEN_MODE);
	if (file->fd >= 0)
		return 0;
	return errno;
}

/* Lock it, as long as it has no name of its own. Whoever sweeps up may have
 * been quicker, and removed it. */
static gboolean
lock(struct fresh *file)
{
	struct stat st;

	while (flock(file->fd, LOCK_EX) != 0 && errno == EINTR)
		;
	return fstat(file->fd, &st) != 0 || st.st_nlink > 0;
}

static void
fresh_free(struct fresh *file)
{
	if (file->fd >= 0)
		close(file->fd);
	g_free(file->path);
	g_free(file->temporary);
	g_free(file);
}

static int
open_locked(struct fresh *file)
{
	int error;

	while (!(error = open_beside(file)) && !lock(file)) {
		close(file->fd);
		g_free(file->temporary);
	}
	return error;
}

int
fresh_write(const char *path, const char *data, size_t size,
    struct fresh **file)
{
	struct fresh *made = g_new0(struct fresh, 1);
	int error;

	made->path = g_strdup(path);
	error = open_locked(made);
	if (error) {
		fresh_free(made);
		return error;
	}
	error = write_all(made->fd, data, size);
	if (error)
		fresh_drop(made);
	else
		*file = made;
	return error;
}

int
fresh_sync(struct fresh *file)
{
	return fsync(file->fd) == 0 ? 0 : errno;
}

int
fresh_commit(struct fresh *file)
{
	int error = 0;

	if (rename(file->temporary, file->path) != 0)
		error = errno;
	if (error)
		unlink(file->temporary);
	fresh_free(file);
	return error;
}

void
fresh_drop(struct fresh *file)
{
	if (!file)
		return;
	unlink(file->temporary);
	fresh_free(file);
}

int
fresh_folder(const char *path)
{
	g_autofree char *folder = g_path_get_dirname(path);

	return g_mkdir_with_parents(folder, FOLDER_MODE) == 0 ? 0 : errno;
}

gboolean
fresh_sweep(const char *path)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
	gboolean left = fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0;

	if (left)
		unlink(path);
	if (fd >= 0)
		close(fd);
	return left;
}
