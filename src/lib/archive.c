/* archive.c - the documents in a zip or tar file, for callers. */
#include "archive/reader.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/error.h"
#include "base/limits.h"
#include "lib/lib.h"
#include "module/module.h"

struct resconv_archive {
	const struct rc_archive_reader *reader;
	gpointer archive;
	char *path;
	char *name; /* of the file gone to, made harmless */
};

/* What a failure is about comes first. */
static resconv_status
failed_about(resconv *rc, const char *path, GError *error)
{
	if (error)
		g_prefix_error(&error, "%s: ", path);
	return rc_failed(rc, error);
}

static resconv_status
no_argument(resconv *rc)
{
	GError *error = NULL;

	rc_fail(&error, RESCONV_E_ARG, "no archive to read from");
	return rc_failed(rc, error);
}

static const struct rc_archive_reader *
find_reader(GError **error)
{
	__typeof__(&resconv_module_archive) entry = NULL;
	gpointer symbol =
	    rc_module_symbol("archive", "resconv_module_archive", error);

	if (!symbol)
		return NULL;
	memcpy(&entry, &symbol, sizeof(entry));
	return entry();
}

resconv_status
resconv_archive_open(resconv *rc, const char *path, resconv_archive **archive)
{
	const struct rc_archive_reader *reader;
	gpointer opened = NULL;
	GError *error = NULL;

	if (!rc || !path || !archive)
		return no_argument(rc);
	if (g_access(path, R_OK) != 0)
		rc_fail(&error, RESCONV_E_IO, "cannot be read: %s",
		    g_strerror(errno));
	reader = error ? NULL : find_reader(&error);
	if (reader)
		opened = reader->open(path, &error);
	if (!opened)
		return failed_about(rc, path, error);
	*archive = g_new0(resconv_archive, 1);
	(*archive)->reader = reader;
	(*archive)->archive = opened;
	(*archive)->path = g_strdup(path);
	return RESCONV_OK;
}

resconv_status
resconv_archive_next(resconv *rc, resconv_archive *archive, const char **name)
{
	const char *stored = NULL;
	GError *error = NULL;

	if (!rc || !archive || !name)
		return no_argument(rc);
	if (!archive->reader->next(archive->archive, &stored, &error))
		return failed_about(rc, archive->path, error);
	g_free(archive->name);
	archive->name = stored ? rc_archive_path(stored) : NULL;
	*name = archive->name;
	return RESCONV_OK;
}

resconv_status
resconv_archive_read(resconv *rc, resconv_archive *archive, char **data,
    size_t *size)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	GError *error = NULL;

	if (!rc || !archive || !data || !size)
		return no_argument(rc);
	if (!archive->reader->read(archive->archive, RC_MAX_INPUT_BYTES + 1,
		bytes, &error))
		return failed_about(rc, archive->path, error);
	*size = bytes->len;
	*data = (char *)g_byte_array_free(g_steal_pointer(&bytes), FALSE);
	return RESCONV_OK;
}

void
resconv_archive_close(resconv_archive *archive)
{
	if (!archive)
		return;
	archive->reader->close(archive->archive);
	g_free(archive->path);
	g_free(archive->name);
	g_free(archive);
}
