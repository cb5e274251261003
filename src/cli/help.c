/* help.c - what --help and the lists say, computed from the library's tables. */
#include "cli/cli.h"

#include <string.h>

#define WIDTH 79u

static const char usage[] =
    "Usage: resconv [-f FORMAT] -t FORMAT[,...] [-o FILE|DIR] [FILE...]\n"
    "       resconv --stream [-f FORMAT] -t FORMAT[,...] < RECORDS > RECORDS\n"
    "       resconv --summarise REPORT [OTHER]\n"
    "\n"
    "Convert resolutions of the United Nations. Without FILE, or when it is -,\n"
    "standard input is read; without -o standard output is written.\n"
    "\n"
    "  -f, --from FORMAT    format of the input (default: recognised)\n"
    "  -t, --to FORMAT      format of the output (default: from -o's suffix);\n"
    "                       several as a,b or with several -t, to a DIR\n"
    "  -o, --output FILE    write FILE, whole or not at all\n"
    "  -o, --output DIR/    write each input under its own name in DIR; inputs\n"
    "                       may be zip and tar files then\n"
    "  -O, --option FORMAT.KEY=VALUE\n"
    "                       set an option of a format, see below\n"
    "  -W, --warn LEVEL     show findings from this level on and let them count\n"
    "                       for the exit status: note, warning, error, fatal\n"
    "  -W LEVEL,stop        ... and make no output when there is one\n"
    "  -W no-SLUG           do not tell findings of this kind\n"
    "      --compare        what changed from the first FILE to the second\n"
    "      --parallel       two to six FILEs beside each other, as one\n"
    "  -q, --quiet          show no findings and no progress\n"
    "  -v, --verbose        a line for each document, and a table at the end\n"
    "\n"
    "Many documents, see resconv-batch(7):\n"
    "  -r, --recursive      convert what is below a folder too\n"
    "      --files-from LIST  inputs, one a line or ended by NUL; - is standard\n"
    "                       input\n"
    "      --name PATTERN   what outputs are called in DIR, made of {folder},\n"
    "                       {name}, {symbol}, {language} and {format}\n"
    "                       (default: {folder}/{name}); a suffix is added\n"
    "  -j, --jobs N         threads (default: as many as there are cores)\n"
    "      --report FILE    write what became of each document, a line of JSON\n"
    "                       each\n"
    "      --resume         leave out what the report says is done\n"
    "      --stream         records of JSON in and out, a line each\n"
    "      --unordered      ... as they come, not in the order of the input\n"
    "      --summarise      say in short what a report says, or what changed to\n"
    "                       OTHER\n"
    "\n"
    "      --list-formats   what is read and written\n"
    "      --list-options   what -O can set\n"
    "      --list-findings  what is found odd in an input, by slug\n"
    "  -h, --help           this text\n"
    "  -V, --version        the version\n";

static const char statuses[] =
    "Exit status: 0 clean, 1 warnings that count (-W), 2 errors, 3 no output for\n"
    "an input, 4 bad usage, 5 the system failed, 6 a fault of resconv's.\n"
    "More in resconv(1).\n";

/* Append text broken at blanks to lines of WIDTH, all but the first indented;
 * the first begins at column `at`. */
static void
wrap(GString *out, const char *text, guint at, guint indent)
{
	g_auto(GStrv) words = g_strsplit(text, " ", -1);

	for (char **word = words; *word; word++) {
		guint len = g_utf8_strlen(*word, -1);

		if (word > words && at + 1 + len > WIDTH) {
			g_string_append_printf(out, "\n%*s", (int)indent, "");
			at = indent;
		} else if (word > words) {
			g_string_append_c(out, ' ');
			at++;
		}
		g_string_append(out, *word);
		at += len;
	}
	g_string_append_c(out, '\n');
}

static const resconv_format *
find(const resconv_format *(*nth)(size_t i), const char *name)
{
	const resconv_format *format;

	for (size_t i = 0; (format = nth(i)); i++)
		if (strcmp(format->name, name) == 0)
			return format;
	return NULL;
}

static void
add_format(GString *out, const resconv_format *format, gboolean read,
    gboolean written)
{
	gsize start = out->len;

	g_string_append_printf(out, "%-10s%-6s%-7s%-7s", format->name,
	    read ? "read" : "-", written ? "write" : "-", format->suffix);
	wrap(out, format->summary, out->len - start, out->len - start);
}

char *
list_formats_text(void)
{
	GString *out = g_string_new(NULL);
	const resconv_format *format;

	for (size_t i = 0; (format = resconv_reader(i)); i++)
		add_format(out, format, TRUE,
		    find(resconv_writer, format->name) != NULL);
	for (size_t i = 0; (format = resconv_writer(i)); i++)
		if (!find(resconv_reader, format->name))
			add_format(out, format, FALSE, TRUE);
	return g_string_free(out, FALSE);
}

static void
add_options(GString *out, const char *format, const resconv_option *row)
{
	for (; row && row->name; row++) {
		g_string_append_printf(out, "%s.%s=%s\n    ", format, row->name,
		    row->argument);
		wrap(out, row->summary, 4, 4);
		if (row->standard && *row->standard) {
			g_string_truncate(out, out->len - 1);
			g_string_append_printf(out, " (default: %s)\n",
			    row->standard);
		}
	}
}

char *
list_options_text(void)
{
	GString *out = g_string_new(NULL);
	const resconv_format *format, *reader;

	add_options(out, "parse", resconv_parse_options());
	for (size_t i = 0; (format = resconv_reader(i)); i++)
		add_options(out, format->name, format->options);
	for (size_t i = 0; (format = resconv_writer(i)); i++) {
		reader = find(resconv_reader, format->name);
		if (!reader || reader->options != format->options)
			add_options(out, format->name, format->options);
	}
	return g_string_free(out, FALSE);
}

char *
list_findings_text(void)
{
	GString *out = g_string_new(NULL);
	resconv_diag finding;

	for (size_t i = 0; resconv_finding(i, &finding); i++) {
		g_string_append_printf(out, "%-24s%-9s", finding.slug,
		    level_name(finding.level));
		wrap(out, finding.text, 33, 33);
	}
	return g_string_free(out, FALSE);
}

char *
help_text(void)
{
	g_autofree char *formats = list_formats_text();
	g_autofree char *options = list_options_text();

	return g_strconcat(usage, "\nFormats:\n", formats, "\nOptions (-O):\n",
	    options, "\n", statuses, NULL);
}

char *
version_text(void)
{
	return g_strdup_printf("resconv %s\n", resconv_version());
}
