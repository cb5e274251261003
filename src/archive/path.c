/* path.c - names from an archive are made harmless. */
#include "archive/reader.h"

#include <string.h>

#define NAMELESS "unnamed"

/* Letters that command a terminal, or that a program of Windows took for
 * something, are no part of a name. */
static char
harmless(char c)
{
	return (guchar)c < 0x20 || c == 0x7f || c == ':' ? '_' : c;
}

static gboolean
leads_down(const char *part)
{
	return *part && strcmp(part, ".") != 0 && strcmp(part, "..") != 0;
}

/* "/etc/../x\y.md" is "etc/x/y.md": roots, dots and double dots are left out,
 * a backslash parts folders as a slash does. */
char *
rc_archive_path(const char *stored)
{
	g_auto(GStrv) parts = g_strsplit_set(stored, "/\\", -1);
	GString *path = g_string_new(NULL);

	for (char **part = parts; *part; part++) {
		if (!leads_down(*part))
			continue;
		if (path->len)
			g_string_append_c(path, '/');
		for (const char *c = *part; *c; c++)
			g_string_append_c(path, harmless(*c));
	}
	if (!path->len)
		g_string_assign(path, NAMELESS);
	return g_string_free(path, FALSE);
}
