/* reader.h - zip and tar files: the documents in them, one after another. */
#ifndef RC_ARCHIVE_READER_H
#define RC_ARCHIVE_READER_H

#include <glib.h>

#include "resconv/resconv.h"

/* What the module resconv-archive.so exports. Errors say what is the matter
 * without the archive's name. */
struct rc_archive_reader {
	/* Open an archive of a kind that is recognised from its bytes. */
	gpointer (*open)(const char *path, GError **error);
	/* Go to the next regular file. *name gets its name as it is stored,
	 * borrowed until the next call, or NULL past the last. */
	gboolean (*next)(gpointer archive, const char **name, GError **error);
	/* Append the bytes of the file gone to, at most `most` of them. */
	gboolean (*read)(gpointer archive, gsize most, GByteArray *out,
	    GError **error);
	void (*close)(gpointer archive);
};

RESCONV_API const struct rc_archive_reader *resconv_module_archive(void);

/* A name of an archive as a relative path that leads nowhere but down: whoever
 * made the archive chose the name. Never empty. */
char *rc_archive_path(const char *stored);

#endif
