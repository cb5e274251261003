/* html_charset.c - the encoding of a web page. */
#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "input/html_parse.h"

/* Where a page must have said its encoding (HTML, 4.2.5.4); old ones say it
 * later. */
#define LOOKED_AT 4096u
#define MAX_LABEL 24u

/* What pages call their encoding, in small letters without "-" and "_", and
 * how iconv names what they mean by it (the WHATWG's Encoding Standard, 4.2:
 * "latin1" has always been Windows-1252). */
static const struct {
	const char *label, *codepage;
} labels[] = {
	{"iso88591", "CP1252"}, {"latin1", "CP1252"}, {"usascii", "CP1252"},
	{"ascii", "CP1252"}, {"windows1252", "CP1252"}, {"cp1252", "CP1252"},
	{"iso885915", "ISO-8859-15"},
	{"windows1250", "CP1250"}, {"iso88592", "ISO-8859-2"},
	{"windows1251", "CP1251"}, {"cp1251", "CP1251"},
	{"iso88595", "ISO-8859-5"}, {"koi8r", "KOI8-R"}, {"koi8u", "KOI8-U"},
	{"windows1253", "CP1253"}, {"windows1254", "CP1254"},
	{"windows1255", "CP1255"}, {"windows1256", "CP1256"},
	{"iso88596", "ISO-8859-6"}, {"windows1257", "CP1257"},
	{"windows1258", "CP1258"}, {"gb2312", "GB18030"}, {"gbk", "GB18030"},
	{"gb18030", "GB18030"}, {"big5", "BIG5"}, {"shiftjis", "CP932"},
	{"eucjp", "EUC-JP"}, {"euckr", "CP949"},
};

/* The label that follows "charset=" or "encoding=" at s, in the form of the
 * table. */
static void
take_label(const char *s, const char *end, char label[MAX_LABEL + 1])
{
	guint n = 0;

	while (s < end && (*s == ' ' || *s == '"' || *s == '\''))
		s++;
	for (; s < end && n < MAX_LABEL; s++) {
		if (*s == '-' || *s == '_')
			continue;
		if (!g_ascii_isalnum(*s))
			break;
		label[n++] = g_ascii_tolower(*s);
	}
	label[n] = '\0';
}

/* The code page that a page names, or NULL. */
static const char *
named_codepage(const char *data, gsize size)
{
	static const char *const words[] = {"charset=", "encoding="};
	const char *end = data + MIN(size, LOOKED_AT);
	char label[MAX_LABEL + 1];

	for (guint w = 0; w < G_N_ELEMENTS(words); w++) {
		gsize len = strlen(words[w]);

		for (const char *s = data; s + len < end; s++) {
			if (g_ascii_strncasecmp(s, words[w], len) != 0)
				continue;
			take_label(s + len, end, label);
			for (guint i = 0; i < G_N_ELEMENTS(labels); i++)
				if (strcmp(labels[i].label, label) == 0)
					return labels[i].codepage;
		}
	}
	return NULL;
}

gboolean
rc_html_decode(const char *data, gsize size, struct rc_diags *diags,
    struct rc_utf8 *text, GError **error)
{
	const char *codepage;
	g_autofree char *converted = NULL;
	gsize len;

	if (size > RC_MAX_HTML_BYTES)
		return rc_fail(error, RESCONV_E_LIMIT,
		    "the page is larger than %u MiB, the most that is read",
		    RC_MAX_HTML_BYTES >> 20);
	codepage = named_codepage(data, size);
	if (!codepage || g_utf8_validate_len(data, size, NULL))
		return rc_utf8_read(data, size, diags, text, error);
	converted = g_convert_with_fallback(data, size, "UTF-8", codepage,
	    "\xEF\xBF\xBD", NULL, &len, NULL);
	if (!converted || !rc_utf8_read(converted, len, diags, text, NULL))
		return rc_utf8_read(data, size, diags, text, error);
	if (!text->owned)
		text->owned = g_steal_pointer(&converted);
	return TRUE;
}
