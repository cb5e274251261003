/* module.c - find and open a module. */
#define _GNU_SOURCE 1 /* dladdr */
#include "output/module.h"

#include <dlfcn.h>
#include <string.h>

#include <gmodule.h>

#include "output/module-dir.h"

#define ENTRY "resconv_module_outputs"

/* Where an uninstalled build keeps modules, and an installed one that was
 * moved, seen from the folder of the library or of the program. */
static const char *const beside[] = {
	".", "output", "typeset", "../output", "../typeset",
	"../../src/output", "../../src/typeset", "resconv",
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

static gboolean
open_module(const char *module, rc_module_outputs_fn *outputs, GError **error)
{
	g_autofree char *file = g_strdup_printf("resconv-%s.so", module);
	g_autofree char *path = NULL;
	gpointer symbol = NULL;
	GModule *opened;

	if (!find_named(file, &path) && !find_beside(file, &path) &&
	    !try_folder(RESCONV_MODULE_DIR, file, &path))
		return rc_fail(error, RESCONV_E_DISABLED,
		    "the module %s is neither in %s nor in a folder of "
		    "RESCONV_MODULE_PATH; install it, or build resconv with "
		    "what it needs", file, RESCONV_MODULE_DIR);
	opened = g_module_open(path, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
	if (!opened)
		return rc_fail(error, RESCONV_E_DISABLED,
		    "the module %s cannot be opened, install what it needs: %s",
		    file, g_module_error());
	if (!g_module_symbol(opened, ENTRY, &symbol)) {
		g_module_close(opened);
		return rc_fail(error, RESCONV_E_DISABLED,
		    "%s is no module of resconv: it has no " ENTRY, path);
	}
	g_module_make_resident(opened);
	memcpy(outputs, &symbol, sizeof(*outputs));
	return TRUE;
}

/* Modules that are open, by name. Those that failed are tried again. */
static const struct rc_output *const *
outputs_of(const char *module, GError **error)
{
	static GMutex lock;
	static GHashTable *opened;
	const struct rc_output *const *outputs;
	rc_module_outputs_fn entry = NULL;

	g_mutex_lock(&lock);
	if (!opened)
		opened = g_hash_table_new(g_str_hash, g_str_equal);
	outputs = g_hash_table_lookup(opened, module);
	if (!outputs && open_module(module, &entry, error)) {
		outputs = entry();
		g_hash_table_insert(opened, (gpointer)module,
		    (gpointer)outputs);
	}
	g_mutex_unlock(&lock);
	return outputs;
}

const struct rc_output *
rc_module_output(const char *module, const char *name, GError **error)
{
	const struct rc_output *const *o = outputs_of(module, error);

	if (!o)
		return NULL;
	for (; *o; o++)
		if (strcmp((*o)->format.name, name) == 0)
			return *o;
	rc_fail(error, RESCONV_E_DISABLED,
	    "the module resconv-%s.so does not write %s; it is of another "
	    "version", module, name);
	return NULL;
}
