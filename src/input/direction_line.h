/* direction_line.h - one line of Arabic in the order in which it is read; for
 * direction.c only. */
#ifndef RC_INPUT_DIRECTION_LINE_H
#define RC_INPUT_DIRECTION_LINE_H

#include <glib.h>

#define RC_LRE 0x202A /* begins what runs from left to right */
#define RC_RLE 0x202B
#define RC_PDF 0x202C /* ends either */

enum order { ORDER_READ, ORDER_MARKED, ORDER_SEEN };

/* How the lines of a text stand, and room for one of them. */
struct direction {
	enum order order;
	gboolean marks_first; /* marks of vowels stand before their letters */
	gboolean mirrored;    /* brackets are those that are seen */
	GArray *seen, *line;  /* gunichar: from the left; as it is read */
};

/* Put a line into d->line. FALSE: it is as it is read already. */
gboolean rc_direction_line(struct direction *d, const char *s, const char *end);

/* A letter that is read from the right, the Arabic comma excepted: it is
 * neutral, as the Latin one is. */
gboolean rc_is_right(gunichar c);
/* A mark of a vowel, or of a letter that is doubled. */
gboolean rc_is_vowel_mark(gunichar c);

static inline gunichar
rc_char_in(const GArray *chars, guint i)
{
	return g_array_index(chars, gunichar, i);
}

#endif
