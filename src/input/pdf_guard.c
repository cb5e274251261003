/* pdf_guard.c - how much the packed streams of a PDF unpack to, asked before
 * poppler does, which has no limit. */
#define _GNU_SOURCE 1 /* memmem */
#include "input/pdf.h"

#include <string.h>

#include <gio/gio.h>

#include "base/error.h"
#include "base/limits.h"

#define DICTIONARY 600u /* bytes before a stream that may tell of a picture */
#define DEEPEST 3u      /* packed within packed */
#define PIECE 65536u

static gboolean
looks_packed(const char *data, gsize size)
{
	guint header = size > 2 ? (guchar)data[0] << 8 | (guchar)data[1] : 1;

	return (data[0] & 0x0f) == 8 && header % 31 == 0; /* RFC 1950 */
}

/* Unpack as far as the limit goes; what is damaged is poppler's to mend. */
static GByteArray *
unpack(const char *data, gsize size)
{
	g_autoptr(GZlibDecompressor) zlib =
	    g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
	GByteArray *bytes = g_byte_array_new();
	g_autofree char *piece = g_malloc(PIECE);
	GConverterResult result = G_CONVERTER_CONVERTED;

	while (result == G_CONVERTER_CONVERTED &&
	    bytes->len <= RC_MAX_PDF_STREAM) {
		gsize read = 0, written = 0;

		result = g_converter_convert(G_CONVERTER(zlib), data, size,
		    piece, PIECE, G_CONVERTER_NO_FLAGS, &read, &written, NULL);
		if (result == G_CONVERTER_ERROR || (!read && !written))
			break;
		g_byte_array_append(bytes, (const guint8 *)piece, written);
		data += read;
		size -= read;
	}
	return bytes;
}

static gboolean
is_within(const char *data, gsize size)
{
	g_autoptr(GByteArray) bytes = NULL;

	for (guint depth = 0; depth < DEEPEST && size > 2 &&
	     looks_packed(data, size); depth++) {
		GByteArray *next = unpack(data, size);

		g_clear_pointer(&bytes, g_byte_array_unref);
		bytes = next;
		if (bytes->len > RC_MAX_PDF_STREAM)
			return FALSE;
		data = (const char *)bytes->data;
		size = bytes->len;
	}
	return TRUE;
}

/* Pictures are large, and no text: they are never unpacked for it. */
static gboolean
is_picture(const char *file, const char *stream)
{
	gsize n = MIN((gsize)(stream - file), DICTIONARY);
	const char *from = stream - n, *last = g_strrstr_len(from, n, " obj");

	last = last ? last : from;
	return g_strstr_len(last, stream - last, "/Image") != NULL ||
	    g_strstr_len(last, stream - last, "/FontFile") != NULL;
}

gboolean
pdf_is_within_limits(const char *data, gsize size, GError **error)
{
	const char *end = data + size, *s = data;

	while ((s = memmem(s, end - s, "stream", 6))) {
		const char *from = s + 6;

		if (s >= data + 3 && memcmp(s - 3, "end", 3) == 0) {
			s = from;
			continue;
		}
		while (from < end && (*from == '\r' || *from == '\n'))
			from++;
		if (from == end)
			break;
		if (!is_picture(data, s) && !is_within(from, end - from))
			return rc_fail(error, RESCONV_E_LIMIT,
			    "a stream of it unpacks to more than %u MiB, as "
			    "no text does", RC_MAX_PDF_STREAM >> 20);
		s = from;
	}
	return TRUE;
}
