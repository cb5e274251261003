/* error.h - a call that fails: a resconv_status and its sentence, as GError. */
#ifndef RC_BASE_ERROR_H
#define RC_BASE_ERROR_H

#include <glib.h>

#include "resconv/resconv.h"

#define RC_ERROR (rc_error_quark())

/* The codes of this domain are resconv_status. */
GQuark rc_error_quark(void);

/* Set *error (which may be NULL) and give FALSE, so that a caller can say
 * `return rc_fail(error, RESCONV_E_IO, …)`. The sentence names what failed,
 * why, and what to do; lower case, no full stop. */
gboolean rc_fail(GError **error, resconv_status status, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

#endif
