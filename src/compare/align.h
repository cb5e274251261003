/* align.h - which unit became which; between the files of this folder. */
#ifndef RC_COMPARE_ALIGN_H
#define RC_COMPARE_ALIGN_H

#include "compare/words.h"

/* A unit as what is looked at to find its other one. */
struct rc_shape {
	const struct rc_unit *unit;
	GArray *words;  /* struct rc_word */
	GArray *counts; /* struct rc_count, by rising id */
	guint64 weight; /* of all its words */
};

/* For each old shape the new one, for each new one the old; -1: none. Both
 * arrays of int are yours. */
void rc_align(const GArray *old, const GArray *new, struct rc_lexicon *lexicon,
    int **to_new, int **to_old);
/* Of pairs in the order of the new document, the fewest letters that must have
 * moved: moved[j] for each new unit. */
void rc_find_moved(const GArray *old, const int *to_old, guint n_new,
    gboolean *moved);

#endif
