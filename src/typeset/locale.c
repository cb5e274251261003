/* locale.c - what a language changes on the page: the rows of locale.def. */
#include "typeset/locale.h"

static const struct rc_locale rows[] = {
#define LOCALE(...) {__VA_ARGS__, .unfitted = FALSE},
#include "typeset/locale.def"
#undef LOCALE
};

const struct rc_locale *
rc_locale(const char *code)
{
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
		if (g_strcmp0(rows[i].code, code) == 0)
			return &rows[i];
	return &rows[0];
}
