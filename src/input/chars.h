/* chars.h - the few characters that the text inputs must tell apart. */
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
/* The character that begins at s, or that ends before s; 0 at the edge. */
gunichar rc_char_at(const char *s, const char *end);
gunichar rc_char_before(const char *start, const char *s);
/* White space, and what stands for it at the edge of a text (0). */
gboolean rc_is_blank(gunichar c);
/* Punctuation that ends a clause or closes a bracket: nothing that a stretch
 * of emphasis begins with. */
gboolean rc_is_closing(gunichar c);
/* A letter or digit of a script that puts blanks between words. */
gboolean rc_is_word(gunichar c);

#endif
