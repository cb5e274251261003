/* module.h - the heavy formats: shared modules, opened when first used. */
#ifndef RC_MODULE_MODULE_H
#define RC_MODULE_MODULE_H

#include <glib.h>

/* What a module exports under a name: resconv-MODULE.so, which stays open. It
 * is looked for in the folders of RESCONV_MODULE_PATH, then beside the library
 * or program (in its build folder when it is not installed), then where modules
 * are installed. module is a literal. NULL and RESCONV_E_DISABLED when it is not
 * there or what it needs is not. Safe in any thread. */
gpointer rc_module_symbol(const char *module, const char *entry,
    GError **error);

#endif
