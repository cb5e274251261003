/* module.c - find and open a module. By dlopen(), since GLib's GModule is one
 * more library for every run to load. */
#define _GNU_SOURCE 1 /* dladdr */
#include "module/module.h"

#include <dlfcn.h>
#include <string.h>

#include "base/error.h"
#include "module/module-dir.h"

/* Where an uninstalled build keeps modules, and an installed one that was
 * moved, seen from the folder of the library or of the program. */
static const char *const beside[] = {
	".", "archive", "input", "output", "typeset", "../archive",
	"../input", "../output", "../typeset", "../../src/archive",
	"../../src/input", "../../src/output", "../../src/typeset", "resconv",
};

/* The folder of the file that this code was loaded from, or NULL. */
static char *
own_folder(void)
{
	g_autofree char *path = NULL;
	Dl_info info;

	if (dladdr(own_folder, &info) && info.dli_fname[0] == '/')
		path = g_strdup(info.dli_fname);
	else
		path = g_file_read_link("/proc/self/exe", NULL);
	return path ? g_path_get_dirname(path) : NULL;
}

static gboolean
try_folder(const char *folder, const char *file, char **path)
{
	g_autofree char *name = g_build_filename(folder, file, NULL);

	if (!g_file_test(name, G_FILE_TEST_IS_REGULAR))
		return FALSE;
	*path = g_steal_pointer(&name);
	return TRUE;
}

static gboolean
find_named(const char *file, char **path)
{
	const char *list = g_getenv("RESCONV_MODULE_PATH");
	g_auto(GStrv) folders =
	    list ? g_strsplit(list, G_SEARCHPATH_SEPARATOR_S, -1) : NULL;

	for (guint i = 0; folders && folders[i]; i++)
		if (folders[i][0] && try_folder(folders[i], file, path))
			return TRUE;
	return FALSE;
}

static gboolean
find_beside(const char *file, char **path)
{
	g_autofree char *own = own_folder();

	for (guint i = 0; own && i < G_N_ELEMENTS(beside); i++) {
		g_autofree char *folder =
		    g_build_filename(own, beside[i], NULL);
		if (try_folder(folder, file, path))
			return TRUE;
	}
	return FALSE;
}

static void *
open_module(const char *module, GError **error)
{
	g_autofree char *file = g_strdup_printf("resconv-%s.so", module);
	g_autofree char *path = NULL;
	void *opened;

	if (!find_named(file, &path) && !find_beside(file, &path) &&
	    !try_folder(RESCONV_MODULE_DIR, file, &path)) {
		rc_fail(error, RESCONV_E_DISABLED,
		    "the module %s is neither in %s nor in a folder of "
		    "RESCONV_MODULE_PATH; install it, or build resconv with "
		    "what it needs", file, RESCONV_MODULE_DIR);
		return NULL;
	}
	opened = dlopen(path, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
	if (!opened)
		rc_fail(error, RESCONV_E_DISABLED,
		    "the module %s cannot be opened, install what it needs: %s",
		    file, dlerror());
	return opened;
}

/* Modules that are open, by name. Those that failed are tried again. */
static void *
module_of(const char *name, GError **error)
{
	static GMutex lock;
	static GHashTable *opened;
	void *module;

	g_mutex_lock(&lock);
	if (!opened)
		opened = g_hash_table_new(g_str_hash, g_str_equal);
	module = g_hash_table_lookup(opened, name);
	if (!module && (module = open_module(name, error)))
		g_hash_table_insert(opened, (gpointer)name, module);
	g_mutex_unlock(&lock);
	return module;
}

gpointer
rc_module_symbol(const char *module, const char *entry, GError **error)
{
	void *opened = module_of(module, error);
	gpointer symbol = opened ? dlsym(opened, entry) : NULL;

	if (opened && !symbol)
		rc_fail(error, RESCONV_E_DISABLED, "resconv-%s.so is no module "
		    "of this version of resconv: it has no %s", module, entry);
	return symbol;
}
