/* assets.c - what lies beside the outputs: the style of pages. */
#include "cli/cli.h"

static enum exit_status
save_one(const char *folder, const char *name, const char *data, size_t size)
{
	g_autofree char *path = g_build_filename(folder, name, NULL);
	int error = save(path, data, size);

	if (!error)
		return EXIT_CLEAN;
	complain("%s: cannot be written: %s", path, g_strerror(error));
	return EXIT_SYSTEM;
}

enum exit_status
save_assets(const char *output, const resconv_format *format, resconv *rc)
{
	g_autofree char *folder = output ? g_path_get_dirname(output) : NULL;
	enum exit_status exit = EXIT_CLEAN;
	const char *name;
	char *data;
	size_t size;

	for (size_t i = 0; folder && exit == EXIT_CLEAN &&
	     resconv_asset(rc, format->name, i, &name, &data, &size) ==
	         RESCONV_OK;
	     i++) {
		exit = save_one(folder, name, data, size);
		resconv_memory_free(data);
	}
	return exit;
}
