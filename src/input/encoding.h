/* encoding.h - bytes in any of the encodings met, as UTF-8. */
#ifndef RC_INPUT_ENCODING_H
#define RC_INPUT_ENCODING_H

#include "base/diag.h"

/* A text in UTF-8: valid, with no NUL and no control character but tab, line
 * feed, return and form feed. Not NUL-terminated. */
struct rc_utf8 {
	const char *s;
	gsize len;
	guint32 skipped; /* bytes of the input before s: a byte-order mark */
	char *owned;     /* NULL while s points into the input */
};

/* UTF-8 stays where it is. A byte-order mark, or the NULs of ASCII text, tell
 * UTF-16 and UTF-32. Bytes that are no UTF-8 are read as GB 18030 or a Windows
 * code page, whichever the letters fit, or, if only few are wrong, one by one
 * (RC_D_NOT_UTF8). Control characters are left out (RC_D_BAD_CHARACTER).
 * RESCONV_E_FORMAT if the input is empty or no text at all, with a sentence
 * that says what it looks like and what to do; RESCONV_E_LIMIT. diags may be
 * NULL. On success free it with rc_utf8_done(). */
gboolean rc_utf8_read(const char *data, gsize size, struct rc_diags *diags,
    struct rc_utf8 *text, GError **error);
void rc_utf8_done(struct rc_utf8 *text);

/* What bytes look like that are no text of ours, and what to do: "looks like
 * a PDF: ..."; NULL if they do not look like anything known. */
const char *rc_looks_binary(const char *data, gsize size);
/* The same for formats that are text but whose marks are not ours: HTML, XML,
 * RTF, JSON. */
const char *rc_looks_marked_up(const char *data, gsize size);

/* The character that a byte from 0x80 to 0x9F is in Windows-1252; U+FFFD. */
gunichar rc_western(guint8 byte);
/* The code page the high bytes of a text fit best, as iconv names it. */
const char *rc_guess_codepage(const char *s, gsize len);
/* Bytes of the valid UTF-8 sequence at s, 0 if there is none. */
guint rc_utf8_sequence(const char *s, const char *end);

#endif
