/* report.c - what the command says on standard error. */
#include "cli/cli.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *const level_names[] = {
    [RESCONV_NOTE] = "note",
    [RESCONV_WARNING] = "warning",
    [RESCONV_ERROR] = "error",
    [RESCONV_FATAL] = "fatal",
};

void
complain(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fputs("resconv: ", stderr);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	va_end(args);
}

void
add_finding(GString *line, const resconv_diag *diag)
{
	g_string_append(line, diag->file);
	if (diag->page)
		g_string_append_printf(line, "#%u", diag->page);
	if (diag->line)
		g_string_append_printf(line, ":%u", diag->line);
	if (diag->line && diag->column)
		g_string_append_printf(line, ":%u", diag->column);
	g_string_append_printf(line, ": %s: %s [%s]\n", level_name(diag->level),
	    diag->text, diag->slug);
}

void
report_finding(const resconv_diag *diag)
{
	g_autoptr(GString) line = g_string_new(NULL);

	add_finding(line, diag);
	fputs(line->str, stderr);
}

const char *
level_name(resconv_level level)
{
	return level_names[level];
}

gboolean
level_find(const char *name, resconv_level *level)
{
	for (guint i = 0; i < G_N_ELEMENTS(level_names); i++) {
		if (strcmp(level_names[i], name) != 0)
			continue;
		*level = i;
		return TRUE;
	}
	return FALSE;
}
