/* chars.h - raised characters, of which text inputs make calls of notes. */
#ifndef RC_INPUT_CHARS_H
#define RC_INPUT_CHARS_H

#include <glib.h>

/* Bytes of the raised character (a digit, letter or bracket that Unicode has
 * as a superscript: U+00B9, U+2074, U+1D43 ...) at s; 0 if it is none. The
 * ordinal indicators U+00AA and U+00BA are none: they are part of a word. */
guint rc_raised(const char *s, const char *end);
/* The next place from s on where one may begin, or end. */
const char *rc_raised_from(const char *s, const char *end);
/* Bytes of the run of them at s. */
gsize rc_raised_run(const char *s, const char *end);

#endif
