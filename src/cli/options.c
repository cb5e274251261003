/* options.c - the command line, read and checked before any input is. */
#include "cli/batch.h"

#include <string.h>

#define MAX_JOBS 1024

/* The words as they stand on the command line. File names are bytes: nothing
 * is taken for text of a locale. */
struct raw_options {
	char *from, *output;
	char **to, **settings, **warnings, **inputs;
	char *files_from, *pattern, *report;
	GPtrArray *formats;
	int jobs;
	gboolean recursive, resume, stream, summarise, unordered, verbose;
	gboolean quiet, help, version;
	gboolean list_formats, list_options, list_findings;
	gboolean compare, parallel;
};

static char *standard_input[] = {(char *)"-", NULL}, *nothing[] = {NULL};

/* The words with "-j2" as "-j" and "2", which GLib does not part. */
static char **
part_jobs(int argc, char **argv)
{
	g_autoptr(GStrvBuilder) words = g_strv_builder_new();
	gboolean over = FALSE; /* "--" ends the options */

	for (int i = 0; i < argc; i++) {
		over |= strcmp(argv[i], "--") == 0;
		if (!over && argv[i][0] == '-' && argv[i][1] == 'j' &&
		    g_ascii_isdigit(argv[i][2])) {
			g_strv_builder_add(words, "-j");
			g_strv_builder_add(words, argv[i] + 2);
		} else {
			g_strv_builder_add(words, argv[i]);
		}
	}
	return g_strv_builder_end(words);
}

/* Those for many documents. */
static void
add_batch_entries(GOptionContext *context, struct raw_options *raw)
{
	const GOptionEntry entries[] = {
	    {"recursive", 'r', 0, G_OPTION_ARG_NONE, &raw->recursive, NULL,
		NULL},
	    {"files-from", 0, 0, G_OPTION_ARG_FILENAME, &raw->files_from, NULL,
		NULL},
	    {"name", 0, 0, G_OPTION_ARG_FILENAME, &raw->pattern, NULL, NULL},
	    {"jobs", 'j', 0, G_OPTION_ARG_INT, &raw->jobs, NULL, NULL},
	    {"report", 0, 0, G_OPTION_ARG_FILENAME, &raw->report, NULL, NULL},
	    {"resume", 0, 0, G_OPTION_ARG_NONE, &raw->resume, NULL, NULL},
	    {"verbose", 'v', 0, G_OPTION_ARG_NONE, &raw->verbose, NULL, NULL},
	    {"stream", 0, 0, G_OPTION_ARG_NONE, &raw->stream, NULL, NULL},
	    {"unordered", 0, 0, G_OPTION_ARG_NONE, &raw->unordered, NULL, NULL},
	    {"summarise", 0, 0, G_OPTION_ARG_NONE, &raw->summarise, NULL, NULL},
	    G_OPTION_ENTRY_NULL,
	};

	g_option_context_add_main_entries(context, entries, NULL);
}

static gboolean
read_words(struct raw_options *raw, int argc, char **argv)
{
	const GOptionEntry entries[] = {
	    {"from", 'f', 0, G_OPTION_ARG_FILENAME, &raw->from, NULL, NULL},
	    {"to", 't', 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->to, NULL, NULL},
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
	g_auto(GStrv) words = part_jobs(argc, argv);

	g_option_context_set_help_enabled(context, FALSE);
	g_option_context_add_main_entries(context, entries, NULL);
	add_batch_entries(context, raw);
	if (g_option_context_parse_strv(context, &words, &error))
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

/* One of the words of -t, which may be "akn,json". */
static gboolean
add_formats(GPtrArray *formats, const char *word, resconv *rc)
{
	g_auto(GStrv) names = g_strsplit(word, ",", -1);

	for (char **name = names; *name; name++) {
		const resconv_format *format = resconv_find_writer(rc, *name);

		if (!format) {
			complain("%s", resconv_message(rc));
			return FALSE;
		}
		if (!g_ptr_array_find(formats, format, NULL))
			g_ptr_array_add(formats, (gpointer)format);
	}
	return TRUE;
}

static gboolean
choose_formats(struct options *options, resconv *rc)
{
	struct raw_options *raw = options->raw;
	const resconv_format *format;

	options->from = raw->from;
	if (raw->from && !resconv_find_reader(rc, raw->from)) {
		complain("%s", resconv_message(rc));
		return FALSE;
	}
	raw->formats = g_ptr_array_new();
	for (char **word = raw->to; word && *word; word++)
		if (!add_formats(raw->formats, *word, rc))
			return FALSE;
	if (!raw->to && (format = format_of_suffix(raw->output)))
		g_ptr_array_add(raw->formats, (gpointer)format);
	if (raw->formats->len == 0) {
		complain("no format to write is named; say -t FORMAT, "
			 "see resconv --list-formats");
		return FALSE;
	}
	g_ptr_array_add(raw->formats, NULL);
	options->formats = (const resconv_format *const *)raw->formats->pdata;
	options->to = options->formats[0];
	return TRUE;
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

/* ---- many documents ---- */

static gboolean
say_no(const char *sentence)
{
	complain("%s", sentence);
	return FALSE;
}

static gboolean
read_batch(struct options *options)
{
	const struct raw_options *raw = options->raw;

	options->files_from = raw->files_from;
	options->pattern = raw->pattern ? raw->pattern : "{folder}/{name}";
	options->report = raw->report;
	options->jobs = raw->jobs;
	options->recursive = raw->recursive;
	options->resume = raw->resume;
	options->verbose = raw->verbose;
	options->unordered = raw->unordered;
	if (raw->files_from && !raw->inputs)
		options->inputs = nothing;
	if (raw->summarise)
		options->mode = MODE_SUMMARISE;
	if (raw->jobs < 0 || raw->jobs > MAX_JOBS)
		return say_no("-j: say a number of threads from 1 to 1024");
	if (raw->resume && !raw->report)
		return say_no("--resume: say --report FILE too, which tells "
			      "what is done");
	if (raw->summarise && (!raw->inputs || g_strv_length(raw->inputs) > 2))
		return say_no("--summarise: name one report, or two to be "
			      "compared");
	return naming_check(options->pattern);
}

/* Whether something was said that only makes sense for many files. */
static gboolean
asks_batch(const struct options *options)
{
	return options->files_from || options->recursive || options->report ||
	    options->raw->pattern;
}

static gboolean
check_stream(struct options *options)
{
	options->mode = MODE_STREAM;
	if (!options->raw->inputs && !options->output && !asks_batch(options))
		return TRUE;
	return say_no("--stream reads standard input and writes standard "
		      "output; leave out files, -o, --report and what goes "
		      "with them");
}

/* Several inputs, one output. */
static gboolean
check_edition(const struct options *options, gboolean asked)
{
	if (!edition_check(options))
		return FALSE;
	if (!asked && !options->raw->stream &&
	    !(options->output && names_folder(options->output)))
		return TRUE;
	return say_no("--compare and --parallel make one file; say -o FILE and "
		      "one format, and leave out what is for many");
}

/* How many documents there are to be, and where they can go. */
static gboolean
check_mode(struct options *options)
{
	const char *output = options->output;
	gboolean asked = asks_batch(options) || options->formats[1];

	if (is_edition(options))
		return check_edition(options, asked);
	if (options->raw->stream)
		return check_stream(options);
	if (!asked && !(output && names_folder(output)) &&
	    !is_archive(options->inputs[0]) && !options->inputs[1])
		return TRUE;
	options->mode = MODE_BATCH;
	if (!output || strcmp(output, "-") == 0 ||
	    (!asked && !names_folder(output)))
		return say_no(options->formats[1] ?
		    "several formats need a folder to go to: -o DIR/" :
		    "several inputs need a folder to go to: -o DIR/");
	for (char **input = options->inputs; *input; input++)
		if (strcmp(*input, "-") == 0) {
			complain("standard input has no name to be written "
				 "under in %s; say -o FILE",
			    output);
			return FALSE;
		}
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
	if (!read_batch(options))
		return FALSE;
	return options->mode == MODE_SUMMARISE ||
	    (read_lists(options, rc) && choose_formats(options, rc) &&
	        check_mode(options));
}

resconv *
options_again(const struct options *options)
{
	const struct raw_options *raw = options->raw;
	resconv *rc = resconv_new();

	if (!rc)
		return NULL;
	for (char **word = raw->settings; word && *word; word++) {
		const char *equals = strchr(*word, '=');
		g_autofree char *key = g_strndup(*word, equals - *word);

		resconv_set(rc, key, equals + 1);
	}
	for (char **word = raw->warnings; word && *word; word++)
		if (g_str_has_prefix(*word, "no-"))
			resconv_silence(rc, *word + strlen("no-"));
	if (options->stops)
		resconv_stop_at(rc, options->counts);
	return rc;
}

/* Every word that can change an output or whether there is one. */
char *
options_digest(const struct options *options)
{
	const struct raw_options *raw = options->raw;
	g_autoptr(GString) all = g_string_new(NULL);
	g_autofree char *hex = NULL;

	g_string_append_printf(all, "from %s\nname %s\n",
	    raw->from ? raw->from : "", options->pattern);
	for (guint i = 0; options->formats[i]; i++)
		g_string_append_printf(all, "to %s\n",
		    options->formats[i]->name);
	for (char **word = raw->settings; word && *word; word++)
		g_string_append_printf(all, "option %s\n", *word);
	for (char **word = raw->warnings; word && *word; word++)
		g_string_append_printf(all, "warn %s\n", *word);
	hex = g_compute_checksum_for_string(G_CHECKSUM_SHA256, all->str,
	    all->len);
	return g_strconcat("sha256:", hex, NULL);
}

void
options_done(struct options *options)
{
	struct raw_options *raw = options->raw;

	if (!raw)
		return;
	g_free(raw->from);
	g_free(raw->output);
	g_free(raw->files_from);
	g_free(raw->pattern);
	g_free(raw->report);
	g_clear_pointer(&raw->formats, g_ptr_array_unref);
	g_strfreev(raw->to);
	g_strfreev(raw->settings);
	g_strfreev(raw->warnings);
	g_strfreev(raw->inputs);
	g_free(raw);
}
