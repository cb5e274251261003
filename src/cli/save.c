/* save.c - a file appears whole or not at all. */
#include "cli/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

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

/* A new file beside it takes its name once it is complete. */
static int
save_beside(const char *path, const char *data, size_t size)
{
	struct fresh *file = NULL;
	int error = fresh_write(path, data, size, &file);

	if (!error)
		error = fresh_sync(file);
	if (!error)
		return fresh_commit(file);
	fresh_drop(file);
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
