/* direction.h - lines of Arabic in the order in which they are read. */
#ifndef RC_INPUT_DIRECTION_H
#define RC_INPUT_DIRECTION_H

#include "base/diag.h"

/* Extractions give the lines of an Arabic page in other orders than the one in
 * which they are read:
 * - marked: poppler writes the columns of a line from left to right, each
 *   between U+202B and U+202C, and in it what runs from left to right, with the
 *   punctuation to the left of it, between U+202A and U+202C, as it is seen;
 * - seen: other programs write all characters as they stand from left to right.
 * Marks of vowels may stand before their letters then, and brackets be those
 * that are seen. NULL if the text is in reading order; else all of it with its
 * lines put in order, their bytes made up with blanks, and the letters that
 * Unicode has for one place in a word made the usual ones. To be freed with
 * g_string_free(). The text is UTF-8; diags may be NULL. */
GString *rc_direction_read(const char *s, gsize len, struct rc_diags *diags);

#endif
