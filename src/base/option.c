/* option.c - the settings of a run. */
#include "base/option.h"

#include <string.h>

#include "base/error.h"
#include "base/number.h"

#define MAX_NUMBER 1000000u

const resconv_option *
rc_option_find(const resconv_option *rows, const char *name)
{
	for (; rows && rows->name; rows++)
		if (strcmp(rows->name, name) == 0)
			return rows;
	return NULL;
}

/* Whether a value is one that "yes|no" lists; any is where nothing is listed. */
static gboolean
is_allowed(const char *argument, const char *value)
{
	g_auto(GStrv) words = NULL;
	guint64 number;

	if (strcmp(argument, "N") == 0)
		return rc_number_read(value, 0, MAX_NUMBER, &number);
	if (!strchr(argument, '|'))
		return TRUE;
	words = g_strsplit(argument, "|", -1);
	return g_strv_contains((const char *const *)words, value);
}

gboolean
rc_setting_put(struct rc_settings *settings, const char *format,
    const resconv_option *row, const char *value, GError **error)
{
	if (!is_allowed(row->argument, value))
		return rc_fail(error, RESCONV_E_ARG,
		    "%s.%s cannot be \"%s\"; it takes %s", format, row->name,
		    value, row->argument);
	if (!settings->values)
		settings->values = g_hash_table_new_full(g_str_hash,
		    g_str_equal, g_free, g_free);
	g_hash_table_insert(settings->values,
	    g_strconcat(format, ".", row->name, NULL), g_strdup(value));
	return TRUE;
}

const char *
rc_setting(const struct rc_settings *settings, const char *format,
    const resconv_option *rows, const char *name)
{
	const resconv_option *row = rc_option_find(rows, name);
	const char *value = NULL;

	if (settings && settings->values) {
		g_autofree char *key = g_strconcat(format, ".", name, NULL);
		value = g_hash_table_lookup(settings->values, key);
	}
	if (value)
		return value;
	return row ? row->standard : NULL;
}

gboolean
rc_setting_yes(const struct rc_settings *settings, const char *format,
    const resconv_option *rows, const char *name)
{
	return g_strcmp0(rc_setting(settings, format, rows, name), "yes") == 0;
}

guint
rc_setting_number(const struct rc_settings *settings, const char *format,
    const resconv_option *rows, const char *name)
{
	const char *value = rc_setting(settings, format, rows, name);
	guint64 number = 0;

	if (value)
		rc_number_read(value, 0, MAX_NUMBER, &number);
	return number;
}

void
rc_settings_done(struct rc_settings *settings)
{
	g_clear_pointer(&settings->values, g_hash_table_unref);
}
