/* docx_zip.h - the parts of a Word file. */
#ifndef RC_INPUT_DOCX_ZIP_H
#define RC_INPUT_DOCX_ZIP_H

#include <glib.h>

/* Its XML, and the parser that reads one part after another. */
struct docx_file {
	GHashTable *parts;  /* char * to GBytes */
	struct docx_parser *parser;
};

/* Unpack the parts that are XML: a new table of lower-case names ("word/
 * document.xml") to GBytes. Pictures, fonts and themes stay packed. NULL and an
 * error when the archive is damaged, encrypted or beyond a limit. */
GHashTable *docx_unzip(const char *data, gsize size, GError **error);

/* Where a string first stands in some bytes; NULL for nowhere. */
const char *docx_find(const char *data, gsize size, const char *string);

#endif
