/* module_archive.c - zip and tar by libarchive, which few runs need loaded. */
#include "archive/reader.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include "base/error.h"
#include "base/limits.h"

#define READ_AT_ONCE (64u << 10)

struct reader {
	struct archive *archive;
	locale_t utf8; /* in which names are asked for; 0 if there is none */
	guint n_files;
};

static gboolean
failed(struct archive *archive, GError **error)
{
	const char *reason = archive_error_string(archive);

	return rc_fail(error, RESCONV_E_FORMAT, "is damaged: %s",
	    reason ? reason : "libarchive says no more");
}

static void
reader_close(gpointer data)
{
	struct reader *reader = data;

	archive_read_free(reader->archive);
	if (reader->utf8)
		freelocale(reader->utf8);
	g_free(reader);
}

/* What libarchive unpacks itself; it would run a program for others. */
static void
support(struct archive *archive)
{
	archive_read_support_format_zip(archive);
	archive_read_support_format_tar(archive);
	archive_read_support_format_gnutar(archive);
	archive_read_support_filter_gzip(archive);
	archive_read_support_filter_bzip2(archive);
	archive_read_support_filter_xz(archive);
	archive_read_support_filter_zstd(archive);
}

static gpointer
reader_open(const char *path, GError **error)
{
	struct reader *reader = g_new0(struct reader, 1);

	reader->archive = archive_read_new();
	reader->utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
	support(reader->archive);
	if (archive_read_open_filename(reader->archive, path, READ_AT_ONCE) ==
	    ARCHIVE_OK)
		return reader;
	rc_fail(error, RESCONV_E_FORMAT, "cannot be read as an archive: %s",
	    archive_error_string(reader->archive));
	reader_close(reader);
	return NULL;
}

static const char *
name_of(struct archive_entry *entry)
{
	const char *name = archive_entry_pathname(entry);

	return name ? name : "";
}

static gboolean
next_file(struct reader *reader, const char **name, GError **error)
{
	struct archive_entry *entry;

	for (;;) {
		int status = archive_read_next_header(reader->archive, &entry);

		if (status == ARCHIVE_EOF) {
			*name = NULL;
			return TRUE;
		}
		if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
			return failed(reader->archive, error);
		if (archive_entry_filetype(entry) != AE_IFREG)
			continue;
		if (++reader->n_files > RC_MAX_ARCHIVE_FILES)
			return rc_fail(error, RESCONV_E_LIMIT,
			    "holds more than %u files, the most that are read; "
			    "divide it", RC_MAX_ARCHIVE_FILES);
		*name = name_of(entry);
		return TRUE;
	}
}

/* libarchive makes names of the thread's locale, and loses what that cannot
 * spell; so this thread has one of UTF-8 while it looks. */
static gboolean
reader_next(gpointer data, const char **name, GError **error)
{
	struct reader *reader = data;
	locale_t old = uselocale(reader->utf8);
	gboolean ok = next_file(reader, name, error);

	uselocale(old);
	return ok;
}

static gboolean
reader_read(gpointer data, gsize most, GByteArray *out, GError **error)
{
	struct reader *reader = data;
	g_autofree guint8 *piece = g_malloc(READ_AT_ONCE);

	while (out->len < most) {
		la_ssize_t n = archive_read_data(reader->archive, piece,
		    MIN(most - out->len, READ_AT_ONCE));

		if (n < 0)
			return failed(reader->archive, error);
		if (n == 0)
			break;
		g_byte_array_append(out, piece, n);
	}
	return TRUE;
}

const struct rc_archive_reader *
resconv_module_archive(void)
{
	static const struct rc_archive_reader reader = {
	    .open = reader_open,
	    .next = reader_next,
	    .read = reader_read,
	    .close = reader_close,
	};

	return &reader;
}
