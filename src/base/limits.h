/* limits.h - how large, deep and many an input may make things. Reaching one
 * is RESCONV_E_LIMIT with the limit's name; none is silent. The largest real
 * resolution is 347 k characters long, its deepest list six levels. */
#ifndef RC_BASE_LIMITS_H
#define RC_BASE_LIMITS_H

#include "resconv/resconv.h"

#define RC_MAX_INPUT_BYTES RESCONV_MAX_INPUT_BYTES /* one document, unpacked */
#define RC_MAX_ARCHIVE_FILES 10000000u   /* of one zip or tar file */
#define RC_MAX_PARAGRAPHS 400000u        /* lines or paragraphs of the text model */
#define RC_MAX_NOTES 20000u
#define RC_MAX_TABLE_CELLS 200000u       /* of one document */
#define RC_MAX_TABLE_COLUMNS 64u
#define RC_MAX_MARKS 2000000u            /* of emphasis, links ... in a text */
#define RC_MAX_LIST_DEPTH 16u
#define RC_MAX_TREE_DEPTH 200u           /* elements, from the root */
#define RC_MAX_PAGES 20000u              /* of one typeset document */

#endif
