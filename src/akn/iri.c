/* iri.c - IRIs of works, by akn4un.md §2. */
#include "akn/meta.h"

#include <string.h>

#define UNKNOWN_DATE "1900-01-01" /* [P1/110]: the date of what has none */

void
akn_iri_number(const char *number, GString *out)
{
	for (const char *s = number; *s; s++) {
		/* "2767 (2024)" -> "2767-2024", "(XXI)" likewise */
		if (*s == '(' || *s == '/') {
			if (out->len && out->str[out->len - 1] != '-')
				g_string_append_c(out, '-');
		} else if (*s != ' ' && *s != ')' && *s != '\n' &&
		    strncmp(s, "\xC2\xA0", 2) != 0 && *s != '\xA0') {
			g_string_append_c(out, *s);
		}
	}
}

void
akn_meta_number(const struct akn_meta *meta, GString *value)
{
	const char *number = meta->number ? meta->number : "unnumbered";

	if (meta->collection && meta->symbol) {
		/* "A/RES/75/254 A-C" without its letters */
		const char *space = strchr(meta->symbol, ' ');
		g_autofree char *plain = space ? g_strndup(meta->symbol,
		    space - meta->symbol) : g_strdup(meta->symbol);

		akn_iri_number(plain, value);
		return;
	}
	akn_iri_number(number, value);
	if (meta->part)
		g_string_append(value, meta->part);
}

void
akn_work_iri(const struct akn_meta *meta, GString *out)
{
	const char *day = meta->collection && meta->issued ? meta->issued :
	    meta->adopted;

	g_string_append_printf(out, "/akn/un/%s/%s/%s/", meta->collection ?
	    "documentCollection/publication" : "statement/deliberation",
	    meta->actor ? meta->actor : "un", day ? day : UNKNOWN_DATE);
	akn_meta_number(meta, out);
}
