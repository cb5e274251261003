/* ends.h - where a line may end. */
#ifndef RC_TYPESET_ENDS_H
#define RC_TYPESET_ENDS_H

#include "typeset/measure.h"

/* Whether a character is an ideograph or punctuation of its width. */
gboolean rc_is_wide(gunichar c);
/* Mark the atoms that a line may end after. Words of headings are not parted at
 * their hyphens. */
void rc_mark_ends(struct rc_measured *ret, const char *text, gboolean heading);

#endif
