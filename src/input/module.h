/* module.h - what a module of an input exports. */
#ifndef RC_INPUT_MODULE_H
#define RC_INPUT_MODULE_H

#include "input/input.h"

/* The input of this module. */
RESCONV_API const struct rc_input *resconv_module_input(void);

#endif
