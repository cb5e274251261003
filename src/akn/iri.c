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
akn_work_iri(const struct akn_meta *meta, GString *out)
{
	g_string_append_printf(out, "/akn/un/statement/deliberation/%s/%s/",
	    meta->actor ? meta->actor : "un",
	    meta->adopted ? meta->adopted : UNKNOWN_DATE);
	akn_iri_number(meta->number ? meta->number : "unnumbered", out);
	if (meta->part)
		g_string_append(out, meta->part);
}
