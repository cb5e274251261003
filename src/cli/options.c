/* options.c - the command line, read and checked before any input is. */
#include "cli/cli.h"

#include <string.h>

/* The words as they stand on the command line. File names are bytes: nothing
 * is taken for text of a locale. */
struct raw_options {
	char *from, *to, *output;
	char **settings, **warnings, **inputs;
	gboolean quiet, help, version;
	gboolean list_formats, list_options, list_findings;
	gboolean compare, parallel;
};

static char *standard_input[] = {(char *)"-", NULL};

static gboolean
read_words(struct raw_options *raw, int argc, char **argv)
{
	const GOptionEntry entries[] = {
	    {"from", 'f', 0, G_OPTION_ARG_FILENAME, &raw->from, NULL, NULL},
	    {"to", 't', 0, G_OPTION_ARG_FILENAME, &raw->to, NULL, NULL},
	    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &raw->output, NULL, NULL},
	    {"option", 'O', 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->settings,
		NULL, NULL},
	    {"warn", 'W', 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->warnings, NULL,
		NULL},
	    {"quiet", 'q', 0, G_OPTION_ARG_NONE, &raw->quiet, NULL, NULL},
	    {"help", 'h', 0, G_OPTION_ARG_NONE, &raw->help, NULL, NULL},
	    {"version", 'V', 0, G_OPTION_ARG_NONE, &raw->version, NULL, NULL},
	    {"compare", 0, 0, G_OPTION_ARG_NONE, &raw->compare, NULL, NULL},
	    {"parallel", 0, 0, G_OPTION_ARG_NONE, &raw->parallel, NULL, NULL},
	    {"list-formats", 0, 0, G_OPTION_ARG_NONE, &raw->list_formats, NULL,
		NULL},
	    {"list-options", 0, 0, G_OPTION_ARG_NONE, &raw->list_options, NULL,
		NULL},
	    {"list-findings", 0, 0, G_OPTION_ARG_NONE, &raw->list_findings,
		NULL, NULL},
	    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY,
		&raw->inputs, NULL, NULL},
	    G_OPTION_ENTRY_NULL,
	};
	g_autoptr(GOptionContext) context = g_option_context_new(NULL);
	g_autoptr(GError) error = NULL;

	g_option_context_set_help_enabled(context, FALSE);
	g_option_context_add_main_entries(context, entries, NULL);
	if (g_option_context_parse(context, &argc, &argv, &error))
		return TRUE;
	complain("%s; see resconv --help", error->message);
	return FALSE;
}

/* -O FORMAT.KEY=VALUE */
static gboolean
read_setting(const char *word, resconv *rc)
{
	const char *equals = strchr(word, '=');
	g_autofree char *key = NULL;

	if (!equals) {
		complain("-O %s: say FORMAT.KEY=VALUE", word);
		return FALSE;
	}
	key = g_strndup(word, equals - word);
	if (resconv_set(rc, key, equals + 1) == RESCONV_OK)
		return TRUE;
	complain("-O %s: %s", word, resconv_message(rc));
	return FALSE;
}

static gboolean
silence(const char *slug, resconv *rc)
{
	if (resconv_silence(rc, slug) == RESCONV_OK)
		return TRUE;
	complain("-W no-%s: %s; see resconv --list-findings", slug,
	    resconv_message(rc));
	return FALSE;
}

/* -W LEVEL, -W LEVEL,stop, -W no-SLUG */
static gboolean
read_warning(const char *word, struct options *options, resconv *rc)
{
	const char *comma = strchr(word, ',');
	g_autofree char *level = NULL;

	if (g_str_has_prefix(word, "no-"))
		return silence(word + strlen("no-"), rc);
	level = g_strndup(word, comma ? comma - word : strlen(word));
	if (!level_find(level, &options->counts) ||
	    (comma && strcmp(comma, ",stop") != 0)) {
		complain("-W %s: say note, warning, error or fatal, "
			 "LEVEL,stop or no-SLUG",
		    word);
		return FALSE;
	}
	options->shows = options->counts;
	options->stops = comma != NULL;
	return TRUE;
}

/* The format whose files end like this one, the first of them; or NULL. */
static const resconv_format *
format_of_suffix(const char *path)
{
	const resconv_format *format;

	for (size_t i = 0; path && (format = resconv_writer(i)); i++)
		if (g_str_has_suffix(path, format->suffix))
			return format;
	return NULL;
}

static gboolean
choose_formats(struct options *options, resconv *rc)
{
	const struct raw_options *raw = options->raw;

	options->from = raw->from;
	if (raw->from && !resconv_find_reader(rc, raw->from)) {
		complain("%s", resconv_message(rc));
		return FALSE;
	}
	options->to = raw->to ? resconv_find_writer(rc, raw->to) :
				format_of_suffix(raw->output);
	if (options->to)
		return TRUE;
	if (raw->to)
		complain("%s", resconv_message(rc));
	else
		complain("no format to write is named; say -t FORMAT, "
			 "see resconv --list-formats");
	return FALSE;
}

static gboolean
read_lists(struct options *options, resconv *rc)
{
	const struct raw_options *raw = options->raw;

	for (char **word = raw->settings; word && *word; word++)
		if (!read_setting(*word, rc))
			return FALSE;
	for (char **word = raw->warnings; word && *word; word++)
		if (!read_warning(*word, options, rc))
			return FALSE;
	if (options->stops)
		resconv_stop_at(rc, options->counts);
	return TRUE;
}

gboolean
options_read(struct options *options, resconv *rc, int argc, char **argv)
{
	struct raw_options *raw = g_new0(struct raw_options, 1);

	*options = (struct options){
	    .counts = RESCONV_ERROR,
	    .shows = RESCONV_WARNING,
	    .raw = raw,
	};
	if (!read_words(raw, argc, argv))
		return FALSE;
	options->help = raw->help;
	options->version = raw->version;
	options->list_formats = raw->list_formats;
	options->list_options = raw->list_options;
	options->list_findings = raw->list_findings;
	options->compare = raw->compare;
	options->parallel = raw->parallel;
	options->quiet = raw->quiet;
	options->output = raw->output;
	options->inputs = raw->inputs ? raw->inputs : standard_input;
	if (raw->help || raw->version || raw->list_formats ||
	    raw->list_options || raw->list_findings)
		return TRUE;
	return read_lists(options, rc) && choose_formats(options, rc);
}

void
options_done(struct options *options)
{
	struct raw_options *raw = options->raw;

	if (!raw)
		return;
	g_free(raw->from);
	g_free(raw->to);
	g_free(raw->output);
	g_strfreev(raw->settings);
	g_strfreev(raw->warnings);
	g_strfreev(raw->inputs);
	g_free(raw);
}
