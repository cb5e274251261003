/* module.h - what a module of outputs exports. */
#ifndef RC_OUTPUT_MODULE_H
#define RC_OUTPUT_MODULE_H

#include "output/output.h"

/* What a module exports: its outputs, ended by NULL. */
RESCONV_API const struct rc_output *const *resconv_module_outputs(void);

#endif
