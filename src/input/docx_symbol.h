/* docx_symbol.h - characters of fonts that are no letters. */
#ifndef RC_INPUT_DOCX_SYMBOL_H
#define RC_INPUT_DOCX_SYMBOL_H

#include <glib.h>

#include "input/docx_look.h"

/* The character that a place (0x20 to 0xFF, or the same above U+F000) of a
 * font of signs stands for; 0 if it is not known. */
gunichar docx_symbol(enum docx_font font, gunichar c);

#endif
