/* make_folds.c - write the table of characters of two bytes, folded, as C, when
 * resconv is built: making it would cost every run. */
#include <stdio.h>

#include "lang/fold.h"

/* What this program makes; rc_fold_one() does not look into it. */
const guint16 rc_fold_two_bytes[RC_FOLD_TWO_BYTES];

int
main(void)
{
	printf("#include \"lang/fold.h\"\n\n"
	       "const guint16 rc_fold_two_bytes[RC_FOLD_TWO_BYTES] = {");
	for (guint32 c = 0; c < RC_FOLD_TWO_BYTES; c++)
		printf("%s%u,", c % 16 ? "" : "\n", rc_fold_one(c));
	printf("\n};\n");
	return 0;
}
