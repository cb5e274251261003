/* grow.h - add words to a set. Only for make_packs. */
#ifndef RC_LANG_GROW_H
#define RC_LANG_GROW_H

#include "lang/words.h"

/* Put a value into the place of a word. */
typedef void rc_words_put(guint16 *place, guint value, gpointer data);

/* Add what a row says: "séptim[o|a]" is two words, "calls * upon" has a slot.
 * Rows are ours, so a bad one is asserted. */
void rc_words_add(struct rc_words *words, const char *row, rc_words_put *put,
    guint value, gpointer data);
/* What puts: the value alone, or its bits to those that are there. */
void rc_words_set(guint16 *place, guint value, gpointer data);
void rc_words_or(guint16 *place, guint value, gpointer data);

#endif
