/* number.h - whole numbers as text.
 *
 * g_ascii_string_to_unsigned() takes an errno for an error that GLib itself may have
 * set: threads that begin together wait for its C locale (EAGAIN), and a "2" is no
 * number for one of them. */
#ifndef RC_BASE_NUMBER_H
#define RC_BASE_NUMBER_H

#include <glib.h>

/* Read digits and nothing else. FALSE, and *number as it was, if they are none or not
 * between least and most. */
static inline gboolean
rc_number_read(const char *s, guint64 least, guint64 most, guint64 *number)
{
	guint64 n = 0;

	if (!*s)
		return FALSE;
	for (; *s; s++) {
		if (!g_ascii_isdigit(*s) || n > most)
			return FALSE;
		n = n * 10 + (guint64)(*s - '0');
	}
	if (n < least || n > most)
		return FALSE;
	*number = n;
	return TRUE;
}

#endif
