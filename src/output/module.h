/* module.h - the heavy outputs: shared modules, opened when first used. */
#ifndef RC_OUTPUT_MODULE_H
#define RC_OUTPUT_MODULE_H

#include "output/output.h"

/* What a module exports: its outputs, ended by NULL. */
RESCONV_API const struct rc_output *const *resconv_module_outputs(void);

typedef const struct rc_output *const *(*rc_module_outputs_fn)(void);

/* The output of that name in resconv-MODULE.so, which stays open. It is looked
 * for in the folders of RESCONV_MODULE_PATH, then beside the library or program
 * (in its build folder when it is not installed), then where modules are
 * installed. NULL and RESCONV_E_DISABLED when it is not there or what it needs
 * is not. */
const struct rc_output *rc_module_output(const char *module, const char *name,
    GError **error);

#endif
