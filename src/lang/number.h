/* number.h - numbers in words and numerals. Only for src/lang. */
#ifndef RC_LANG_NUMBER_H
#define RC_LANG_NUMBER_H

#include "lang/lang.h"
#include "lang/words.h"

#define RC_MAX_ORDINAL 9999999u /* meetings of the Security Council: 10,000 */

/* A number of several words of a set ("ordinals", "sections") at the start of
 * text: bytes it covers, or 0. The pack's words must be there. */
gsize rc_number_words(const struct rc_lang *lang, const struct rc_words *words,
    const char *text, gsize len, guint *value);
/* The same in Chinese numerals. */
gsize rc_number_numerals(const struct rc_lang *lang, const char *text,
    gsize len, guint *value);

#endif
