/* fetch.c - the bytes of a source: a file, or a file of an archive. */
#include "cli/batch.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_AT_ONCE (64u << 10)

/* One byte more than is read at most tells that it is too much, which is the
 * library's to say. */
static int
slurp(int fd, GByteArray *bytes)
{
	struct stat st;
	gsize most = RESCONV_MAX_INPUT_BYTES + 1u, expected = READ_AT_ONCE;

	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0)
		expected = MIN((gsize)st.st_size + 1, most);
	while (bytes->len < most) {
		guint at = bytes->len;
		gsize want = MIN(most - at, MAX(expected, READ_AT_ONCE));
		gssize n;

		g_byte_array_set_size(bytes, at + want);
		n = read(fd, bytes->data + at, want);
		g_byte_array_set_size(bytes, at + MAX(n, 0));
		expected = READ_AT_ONCE;
		if (n == 0)
			break;
		if (n < 0 && errno != EINTR)
			return errno;
	}
	return 0;
}

gboolean
fetch_file(const char *path, char **data, gsize *size, char **trouble)
{
	GByteArray *bytes;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY), error;

	if (fd < 0) {
		*trouble = g_strdup_printf("%s: cannot be read: %s", path,
		    g_strerror(errno));
		return FALSE;
	}
	bytes = g_byte_array_new();
	error = slurp(fd, bytes);
	close(fd);
	*size = bytes->len;
	*data = (char *)g_byte_array_free(bytes, error != 0);
	if (!error)
		return TRUE;
	*trouble = g_strdup_printf("%s: cannot be read: %s", path,
	    g_strerror(error));
	return FALSE;
}

static gboolean
open_archive(struct fetch *fetch, const struct source *source, char **trouble)
{
	g_autofree char *path = g_strndup(source->name, source->archive);

	if (fetch->path && strcmp(fetch->path, path) == 0)
		return !fetch->broken;
	fetch_done(fetch);
	fetch->path = g_steal_pointer(&path);
	if (resconv_archive_open(fetch->rc, fetch->path, &fetch->archive) ==
	    RESCONV_OK)
		return TRUE;
	*trouble = g_strdup(resconv_message(fetch->rc));
	fetch->broken = TRUE;
	return FALSE;
}

gboolean
fetch_member(struct fetch *fetch, const struct source *source, char **data,
    gsize *size, char **trouble)
{
	const char *name = NULL, *wanted = source->name + source->archive + 1;

	if (!open_archive(fetch, source, trouble)) {
		if (!*trouble)
			*trouble = g_strdup_printf("%s: cannot be reached any "
			    "more in its archive", source->name);
		return FALSE;
	}
	if (resconv_archive_next(fetch->rc, fetch->archive, &name) ==
	    RESCONV_OK && name && strcmp(name, wanted) == 0 &&
	    resconv_archive_read(fetch->rc, fetch->archive, data, size) ==
	    RESCONV_OK)
		return TRUE;
	fetch->broken = TRUE;
	if (name && strcmp(name, wanted) == 0)
		*trouble = g_strdup(resconv_message(fetch->rc));
	else
		*trouble = g_strdup_printf("%s: the archive was changed while "
		    "it was read", fetch->path);
	return FALSE;
}

void
fetch_done(struct fetch *fetch)
{
	resconv_archive_close(g_steal_pointer(&fetch->archive));
	g_clear_pointer(&fetch->path, g_free);
	fetch->broken = FALSE;
}
