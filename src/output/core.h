/* core.h - the outputs that are part of the library itself. */
#ifndef RC_OUTPUT_CORE_H
#define RC_OUTPUT_CORE_H

#include "output/output.h"

extern const struct rc_output rc_output_akn;
extern const struct rc_output rc_output_json;
extern const struct rc_output rc_output_text;
extern const struct rc_output rc_output_tree;

#endif
