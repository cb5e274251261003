/* error.c - a call that fails. */
#include "base/error.h"

#include <stdarg.h>

G_DEFINE_QUARK(resconv-error, rc_error)

gboolean
rc_fail(GError **error, resconv_status status, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	if (error)
		*error = g_error_new_valist(RC_ERROR, status, format, args);
	va_end(args);
	return FALSE;
}
