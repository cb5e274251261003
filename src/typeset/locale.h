/* locale.h - what a language changes on the page: the rows of locale.def. */
#ifndef RC_TYPESET_LOCALE_H
#define RC_TYPESET_LOCALE_H

#include <glib.h>

struct rc_locale {
	const char *code;     /* ISO 639-1 */
	const char *families; /* in order of preference */
	gboolean rtl;
	double leading;       /* over the style's */
	gboolean latin_figures;
	gboolean between;     /* lines may break between ideographs, and
	                         justified ones stretch there */
	gboolean italic;      /* styles may be; Chinese has no italic */
	gboolean unfitted;    /* widths of letters are left as they are: Geneva;
	                         never in a row of the table */
};

/* The row of a language; English's for any other. */
const struct rc_locale *rc_locale(const char *code);

#endif
