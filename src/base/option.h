/* option.h - the settings of a run: "FORMAT.NAME" and a value, as -O says. */
#ifndef RC_BASE_OPTION_H
#define RC_BASE_OPTION_H

#include <glib.h>

#include "resconv/resconv.h"

/* What was set, by "FORMAT.NAME". Borrowed by all stages; never changed while
 * one of them runs. */
struct rc_settings {
	GHashTable *values; /* char * to char *, both owned; NULL is empty */
};

/* Check a value against its row (an argument like "yes|no" or "2010|current"
 * lists all that it can be; "N" is a number from 0 to 1,000,000) and keep it. */
gboolean rc_setting_put(struct rc_settings *settings, const char *format,
    const resconv_option *row, const char *value, GError **error);
/* The value of FORMAT.NAME, or its row's default. settings may be NULL. */
const char *rc_setting(const struct rc_settings *settings, const char *format,
    const resconv_option *rows, const char *name);
gboolean rc_setting_yes(const struct rc_settings *settings, const char *format,
    const resconv_option *rows, const char *name);
guint rc_setting_number(const struct rc_settings *settings, const char *format,
    const resconv_option *rows, const char *name);
/* The row of that name, or NULL. rows may be NULL. */
const resconv_option *rc_option_find(const resconv_option *rows,
    const char *name);
void rc_settings_done(struct rc_settings *settings);

#endif
