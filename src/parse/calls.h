/* calls.h - where notes are called, in text that lost its raised numbers. */
#ifndef RC_PARSE_CALLS_H
#define RC_PARSE_CALLS_H

#include "parse/parser.h"

/* Cut the calls of the notes out of the blocks. Notes that are called nowhere
 * stay uncalled. */
void rc_calls_find(struct parser *p);

#endif
