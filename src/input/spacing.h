/* spacing.h - texts whose blanks were doubled to justify the lines, or that have an
 * empty line behind each. */
#ifndef RC_INPUT_SPACING_H
#define RC_INPUT_SPACING_H

#include "text/text.h"

/* pdfminer sets two blanks where those of a justified line are wide, in many lines
 * of a text, which has no indents then and no columns. NULL if the text is none of
 * that kind; else all of it with one blank for two, the bytes of a line made up
 * with blanks at its end. To be freed with g_string_free(). */
GString *rc_spacing_read(const char *s, gsize len);

/* Tika sets an empty line behind each line of a text. Where all lines have one, and
 * many end in the middle of a sentence, the gaps between the paragraphs read are
 * made smaller by it. */
void rc_spacing_close(struct rc_text *text);

#endif
