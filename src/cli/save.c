/* save.c - a file appears whole or not at all. */
#include "cli/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#define OPEN_MODE 0666 /* less the umask, as for any new file */

static int
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

/* Pipes and devices are written as they come: /dev/null must stay. */
static int
save_through(const char *path, const char *data, size_t size)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC), error;

	if (fd < 0)
		return errno;
	error = write_all(fd, data, size);
	if (close(fd) != 0 && !error)
		error = errno;
	return error;
}

static int
fill(int fd, const char *data, size_t size)
{
	int error = write_all(fd, data, size);

	if (!error && fsync(fd) != 0)
		error = errno;
	if (close(fd) != 0 && !error)
		error = errno;
	return error;
}

/* A new file beside it takes its name once it is complete. */
static int
save_beside(const char *path, const char *data, size_t size)
{
	g_autofree char *folder = g_path_get_dirname(path);
	g_autofree char *new =
	    g_build_filename(folder, ".resconv-XXXXXX", NULL);
	int fd, error;

	fd = g_mkstemp_full(new, O_WRONLY | O_CLOEXEC, OPEN_MODE);
	if (fd < 0)
		return errno;
	error = fill(fd, data, size);
	if (!error && rename(new, path) != 0)
		error = errno;
	if (error)
		unlink(new);
	return error;
}

static int
save_file(const char *path, const char *data, size_t size)
{
	char *real = realpath(path, NULL); /* a link stays a link */
	struct stat st;
	int error;

	if (real && stat(real, &st) == 0 && S_ISDIR(st.st_mode))
		error = EISDIR;
	else if (real && !S_ISREG(st.st_mode))
		error = save_through(real, data, size);
	else
		error = save_beside(real ? real : path, data, size);
	free(real);
	return error;
}

int
save(const char *path, const char *data, size_t size)
{
	if (!path)
		return write_all(STDOUT_FILENO, data, size);
	return save_file(path, data, size);
}
