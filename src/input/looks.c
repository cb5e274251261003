/* looks.c - what bytes look like that are no text of ours. */
#include "input/encoding.h"

#include <string.h>

#include "input/docx_kind.h"

#define READ_FIRST "have its text recognised first (OCR)"
#define UNPACK_FIRST "unpack it first"

#define SIGNATURE(bytes, what, remedy) \
	{bytes, sizeof(bytes) - 1, "looks like " what ": " remedy}

struct signature {
	const char *bytes;
	gsize len;
	const char *sentence;
};

/* The first bytes of files that people try; the formats' own documents say
 * them. */
static const struct signature binary[] = {
    SIGNATURE("%PDF-", "a PDF", "read it with -f pdf"),
    SIGNATURE("\xFFWPC", "a WordPerfect file", "save it as plain text"),
    SIGNATURE("\x89PNG", "an image", READ_FIRST),
    SIGNATURE("\xFF\xD8\xFF", "an image", READ_FIRST),
    SIGNATURE("GIF8", "an image", READ_FIRST),
    SIGNATURE("II*\0", "an image", READ_FIRST),
    SIGNATURE("MM\0*", "an image", READ_FIRST),
    SIGNATURE("RIFF", "an image or sound", READ_FIRST),
    SIGNATURE("\x1F\x8B", "a gzip file", UNPACK_FIRST),
    SIGNATURE("BZh", "a bzip2 file", UNPACK_FIRST),
    SIGNATURE("\xFD" "7zXZ", "an xz file", UNPACK_FIRST),
    SIGNATURE("7z\xBC\xAF", "a 7-Zip archive", UNPACK_FIRST),
    SIGNATURE("Rar!", "a RAR archive", UNPACK_FIRST),
};

static const struct signature marked_up[] = {
    SIGNATURE("<!doctype html", "an HTML page",
        "save it as plain text or Markdown"),
    SIGNATURE("<html", "an HTML page", "save it as plain text or Markdown"),
    SIGNATURE("<?xml", "XML, but no Akoma Ntoso",
        "save it as plain text or Markdown"),
    SIGNATURE("<!doctype", "XML, but no Akoma Ntoso",
        "save it as plain text or Markdown"),
    SIGNATURE("{\\rtf", "an RTF file", "save it as plain text or .docx"),
    SIGNATURE("{\"", "JSON", "take its text out first"),
    SIGNATURE("[{\"", "JSON", "take its text out first"),
};

const char *
rc_looks_binary(const char *data, gsize size)
{
	enum docx_kind kind = docx_kind(data, size);

	if (kind != DOCX_NOT)
		return docx_sentence(kind);
	for (guint i = 0; i < G_N_ELEMENTS(binary); i++)
		if (size >= binary[i].len &&
		    memcmp(data, binary[i].bytes, binary[i].len) == 0)
			return binary[i].sentence;
	return NULL;
}

static gboolean
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Whether a text begins so, in any case of letters and with any blanks
 * before and between. */
static gboolean
begins(const char *s, const char *end, const struct signature *wanted)
{
	const char *bytes = wanted->bytes;

	while (s < end && is_space(*s))
		s++;
	while (s < end && *bytes && g_ascii_tolower(*s) == *bytes) {
		s++;
		bytes++;
		while (s < end && *bytes && !is_space(*bytes) && is_space(*s))
			s++;
	}
	return !*bytes;
}

const char *
rc_looks_marked_up(const char *data, gsize size)
{
	for (guint i = 0; i < G_N_ELEMENTS(marked_up); i++)
		if (begins(data, data + size, &marked_up[i]))
			return marked_up[i].sentence;
	return NULL;
}
