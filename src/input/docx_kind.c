/* docx_kind.c - files of office programs, told apart by their bytes. */
#define _GNU_SOURCE 1 /* memmem */
#include "input/docx_kind.h"

#include <string.h>

#define ZIP "PK\x03\x04"
#define OLE "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
#define MIME "mimetypeapplication/vnd.oasis.opendocument"
#define MIME_AT 30 /* behind the first local header, APPNOTE.TXT 4.3.7 */

static gboolean
begins(const char *data, gsize size, const char *with, gsize n)
{
	return size >= n && memcmp(data, with, n) == 0;
}

/* Whether a name is anywhere in the file. Those of a ZIP archive stand in front
 * of each entry and in the directory at the end; either may be cut off. */
static gboolean
holds(const char *data, gsize size, const char *name)
{
	return data && memmem(data, size, name, strlen(name)) != NULL;
}

static enum docx_kind
kind_of_zip(const char *data, gsize size)
{
	gboolean types = holds(data, size, "[Content_Types].xml");

	if (holds(data, size, "word/document") && types)
		return DOCX_WORD;
	if (types && (holds(data, size, "xl/workbook") ||
	        holds(data, size, "ppt/presentation")))
		return DOCX_SHEET;
	if (holds(data, size, "word/") && (types ||
	        holds(data, size, "_rels/.rels")))
		return DOCX_WORD;
	if (size > MIME_AT && begins(data + MIME_AT, size - MIME_AT, MIME,
	        sizeof(MIME) - 1))
		return DOCX_OPEN;
	return DOCX_ZIP;
}

/* The name of a stream is UTF-16, little-endian. */
static const char encrypted[] =
    "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

enum docx_kind
docx_kind(const char *data, gsize size)
{
	if (begins(data, size, ZIP, sizeof(ZIP) - 1))
		return kind_of_zip(data, size);
	if (!begins(data, size, OLE, sizeof(OLE) - 1))
		return DOCX_NOT;
	return data && memmem(data, size, encrypted, sizeof(encrypted) - 1)
	    ? DOCX_ENCRYPTED : DOCX_OLE;
}

const char *
docx_sentence(enum docx_kind kind)
{
	static const char *const sentences[] = {
		[DOCX_NOT] = "is no Word file (.docx); name its format with -f",
		[DOCX_WORD] = "is a Word file; read it with -f docx",
		[DOCX_SHEET] = "holds a spreadsheet or slides and no text; "
		    "save its text as .docx",
		[DOCX_OPEN] = "is an OpenDocument file; convert it first: "
		    "libreoffice --headless --convert-to docx FILE",
		[DOCX_ZIP] = "is a ZIP archive and no Word file (.docx); "
		    "unpack it first",
		[DOCX_ENCRYPTED] = "is an encrypted Word file; open it with "
		    "its password and save it without one",
		[DOCX_OLE] = "is a Word 97-2003 file; convert it first: "
		    "libreoffice --headless --convert-to docx FILE",
	};

	return sentences[kind];
}
