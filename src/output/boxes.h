/* boxes.h - the output "boxes". */
#ifndef RC_OUTPUT_BOXES_H
#define RC_OUTPUT_BOXES_H

#include "output/output.h"

extern const struct rc_output rc_output_boxes;

#endif
