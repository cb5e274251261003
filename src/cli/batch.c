/* batch.c - many documents in one run, each its outcome, nothing lost. */
#define _GNU_SOURCE 1 /* syncfs */
#include "cli/batch.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A document in work. */
struct piece {
	struct outcome *outcome;
	char *data; /* of a file in an archive; NULL: still in its file */
	gsize size;
};

/* So many documents are waited for one by one until they are on the disk; for
 * more it is quicker to have all of the disk's file system written once. */
#define MAX_SYNCED 32u

struct run {
	struct batch batch;
	struct fetch fetch;
	guint next;       /* the source to be taken */
	GHashTable *names; /* stem of outputs to the input that they are of */
	GHashTable *inputs; /* identities of files that must not be lost */
	GHashTable *dressed; /* folders that have what their pages want */
	resconv *rc;        /* that gives it; NULL until there is a page */
	struct progress progress;
	struct summary summary;
	enum exit_status worst;
	volatile int halted; /* 1: nothing more is taken */
};

/* ---- the work of the threads ---- */

static gpointer
start(gpointer payload)
{
	struct run *run = payload;

	return options_again(run->batch.options);
}

static void
end(gpointer state)
{
	resconv_free(state);
}

static gpointer
take(gpointer payload)
{
	struct run *run = payload;
	const struct source *source;
	char *trouble = NULL;
	struct piece *piece;

	if (run->next == run->batch.sources->len || stop_signal() ||
	    g_atomic_int_get(&run->halted))
		return NULL;
	source = &g_array_index(run->batch.sources, struct source, run->next++);
	piece = g_new0(struct piece, 1);
	piece->outcome = outcome_new(source);
	if (source->archive && !source->trouble &&
	    !fetch_member(&run->fetch, source, &piece->data, &piece->size,
	        &trouble)) {
		g_string_append_printf(piece->outcome->told, "resconv: %s\n",
		    trouble);
		outcome_fail(piece->outcome, EXIT_NO_OUTPUT, trouble);
	}
	return piece;
}

static void
work(gpointer payload, gpointer state, gpointer data)
{
	struct run *run = payload;
	struct piece *piece = data;

	if (!piece->outcome->message && state)
		document_convert(&run->batch, piece->outcome, state,
		    piece->data, piece->size);
	else if (!state)
		outcome_fail(piece->outcome, EXIT_SYSTEM,
		    g_strdup(g_strerror(ENOMEM)));
	resconv_memory_free(piece->data);
	piece->data = NULL;
}

/* ---- what is done in order ---- */

/* Files are told apart by device and number, not by the names they go by. */
static char *
identity(const char *path)
{
	struct stat st;

	if (stat(path, &st) != 0 || !S_ISREG(st.st_mode))
		return NULL;
	return g_strdup_printf("%ju:%ju", (uintmax_t)st.st_dev,
	    (uintmax_t)st.st_ino);
}

static gboolean
is_input(const struct run *run, const char *name)
{
	g_autofree char *path =
	    g_build_filename(run->batch.naming.folder, name, NULL);
	g_autofree char *id = identity(path);

	return id && g_hash_table_contains(run->inputs, id);
}

static void
refuse(struct outcome *outcome, char *sentence)
{
	g_string_append_printf(outcome->told, "resconv: %s\n", sentence);
	outcome_fail(outcome, EXIT_NO_OUTPUT, sentence);
	g_array_set_size(outcome->outputs, 0);
	outcome->kept = FALSE;
}

/* Of two documents of one name the first has it, whichever was quicker. */
static void
check_names(struct run *run, struct outcome *outcome)
{
	for (guint i = 0; i < outcome->outputs->len; i++) {
		struct output *output =
		    &g_array_index(outcome->outputs, struct output, i);
		const char *first =
		    g_hash_table_lookup(run->names, output->name);

		if (first) {
			refuse(outcome, g_strdup_printf("%s/%s: both %s and %s "
			    "would be written there; say another --name, such "
			    "as {folder}/{name}", run->batch.naming.folder,
			    output->name, first, outcome->source->name));
			return;
		}
		if (is_input(run, output->name)) {
			refuse(outcome, g_strdup_printf("%s/%s: is an input "
			    "and would be overwritten; say another -o",
			    run->batch.naming.folder, output->name));
			return;
		}
	}
	for (guint i = 0; i < outcome->outputs->len; i++)
		g_hash_table_insert(run->names,
		    g_strdup(g_array_index(outcome->outputs, struct output, i)
		                 .name),
		    outcome->source->name);
}

static void
commit(struct run *run, struct outcome *outcome)
{
	if (!naming_is_static(run->batch.naming.pattern))
		check_names(run, outcome);
	for (guint i = 0; i < outcome->outputs->len && !outcome->kept;) {
		struct output *output =
		    &g_array_index(outcome->outputs, struct output, i);
		int error = fresh_commit(g_steal_pointer(&output->file));

		if (!error) {
			i++;
			continue;
		}
		outcome->error = error;
		g_string_append_printf(outcome->told,
		    "resconv: %s/%s: cannot be written: %s\n",
		    run->batch.naming.folder, output->name, g_strerror(error));
		outcome_fail(outcome, EXIT_SYSTEM, g_strdup_printf(
		    "%s: cannot be written: %s", output->name,
		    g_strerror(error)));
		g_array_remove_index(outcome->outputs, i);
	}
}

/* What a format wants beside its outputs is written once a folder. */
static void
dress(struct run *run, const struct output *output)
{
	g_autofree char *path = g_build_filename(run->batch.naming.folder,
	    output->name, NULL);
	g_autofree char *folder = g_path_get_dirname(path);
	g_autofree char *key =
	    g_strconcat(output->format->name, " ", folder, NULL);

	if (g_hash_table_contains(run->dressed, key))
		return;
	if (!run->rc)
		run->rc = start(run);
	if (run->rc)
		run->worst = MAX(run->worst,
		    save_assets(path, output->format, run->rc));
	g_hash_table_add(run->dressed, g_steal_pointer(&key));
}

/* A full disk is no document's fault, and the next will not fit either. */
static gboolean
is_full(int error)
{
	return error == ENOSPC || error == EDQUOT;
}

static void
halt(struct run *run, const char *sentence)
{
	if (g_atomic_int_get(&run->halted))
		return;
	g_atomic_int_set(&run->halted, 1);
	progress_end(&run->progress);
	complain("%s", sentence);
	run->worst = MAX(run->worst, EXIT_SYSTEM);
}

static void
record(struct run *run, const struct outcome *outcome)
{
	g_autofree char *line = NULL, *sentence = NULL;
	int error;

	if (!run->batch.journal || outcome->kept)
		return;
	line = record_line(outcome, run->batch.options_digest);
	error = journal_add(run->batch.journal, line);
	if (!error)
		return;
	sentence = g_strdup_printf("%s: the report cannot be written: %s; "
	    "stopped", run->batch.options->report, g_strerror(error));
	halt(run, sentence);
}

static void
tell(struct run *run, const struct outcome *outcome)
{
	g_autoptr(GString) lines = g_string_new(outcome->told->str);

	if (run->batch.options->verbose && !run->batch.options->quiet) {
		gint64 us = 0;

		for (guint i = 0; i < outcome->stages->len; i++)
			us += g_array_index(outcome->stages, struct stage, i)
			          .us;
		g_string_append_printf(lines, "%s: %s%s, %s, %s, %.1f ms\n",
		    outcome->source->name, status_name(outcome->status),
		    outcome->kept ? " before" : "",
		    outcome->symbol ? outcome->symbol : "no symbol",
		    outcome->language ? outcome->language : "no language",
		    us / 1000.0);
	}
	progress_say(&run->progress, lines->str);
}

static void
emit(gpointer payload, gpointer data)
{
	struct run *run = payload;
	struct piece *piece = data;
	struct outcome *outcome = piece->outcome;

	commit(run, outcome);
	for (guint i = 0; i < outcome->outputs->len && !outcome->kept; i++)
		dress(run, &g_array_index(outcome->outputs, struct output, i));
	tell(run, outcome);
	record(run, outcome);
	if (is_full(outcome->error))
		halt(run, "the disk is full; stopped. Make room and run the "
			  "same command again, with --resume where there is a "
			  "report");
	summary_count(&run->summary, outcome);
	progress_count(&run->progress, outcome);
	run->worst = MAX(run->worst, outcome->status);
	outcome_free(outcome);
	g_free(piece);
}

/* ---- before ---- */

/* Keep a name for an input. FALSE: it is taken, or an input's own. */
static gboolean
claim(struct run *run, const struct source *source, char *name)
{
	const char *folder = run->batch.naming.folder;
	const char *first = g_hash_table_lookup(run->names, name);

	if (first)
		complain("%s/%s: both %s and %s would be written there; rename "
			 "one, or say another --name, such as "
			 "{folder}/{name}.{format}",
		    folder, name, first, source->name);
	else if (is_input(run, name))
		complain("%s/%s: is an input and would be overwritten; say "
			 "another -o",
		    folder, name);
	else
		return g_hash_table_insert(run->names, name, source->name);
	g_free(name);
	return FALSE;
}

/* Names that are known now must differ, and spare the inputs. */
static gboolean
check_static_names(struct run *run)
{
	const resconv_format *const *formats = run->batch.options->formats;

	for (guint i = 0; i < run->batch.sources->len; i++) {
		const struct source *source =
		    &g_array_index(run->batch.sources, struct source, i);

		for (guint f = 0; !source->trouble && formats[f]; f++)
			if (!claim(run, source, naming_make(&run->batch.naming,
			        &(struct facts){.source = source,
			            .format = formats[f]})))
				return FALSE;
	}
	g_hash_table_remove_all(run->names);
	return TRUE;
}

static void
know_inputs(struct run *run)
{
	for (guint i = 0; i < run->batch.sources->len; i++) {
		const struct source *source =
		    &g_array_index(run->batch.sources, struct source, i);
		g_autofree char *path = source->archive ?
		    g_strndup(source->name, source->archive) :
		    g_strdup(source->name);
		char *id = identity(path);

		if (id)
			g_hash_table_add(run->inputs, id);
	}
}

static gboolean
spares_report(const struct run *run)
{
	const char *report = run->batch.options->report;
	g_autofree char *id = report ? identity(report) : NULL;

	if (!id || !g_hash_table_contains(run->inputs, id))
		return TRUE;
	complain("--report %s: is an input and would be overwritten; name "
		 "another",
	    report);
	return FALSE;
}

static gboolean
prepare(struct run *run)
{
	know_inputs(run);
	return spares_report(run) &&
	    (!naming_is_static(run->batch.naming.pattern) ||
	        check_static_names(run));
}

/* ---- after ---- */

/* Names and bytes of all that was written survive from here on. Before, a loss
 * of power could cost some: their digests would tell. */
static int
sync_folder(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC), error;

	if (fd < 0) /* if it is not there, nothing was written */
		return errno == ENOENT || errno == ENOTDIR ? 0 : errno;
	error = syncfs(fd) == 0 ? 0 : errno;
	close(fd);
	return error;
}

static void
say_how_to_go_on(const struct run *run)
{
	if (!stop_signal())
		return;
	complain("%s after %u of %u documents, which are complete; to go on, "
		 "run the same command again%s",
	    stop_signal() == SIGINT ? "interrupted" : "told to end",
	    run->progress.done, run->progress.total,
	    !run->batch.journal ? ", with --report and --resume it would "
	                          "leave out what is done" :
		run->batch.options->resume ? "" :
		                             " with --resume");
}

static void
finish(struct run *run)
{
	const struct options *options = run->batch.options;
	int error = 0, closed;

	if (!run->batch.syncs)
		error = sync_folder(run->batch.naming.folder);
	if (!error && run->batch.journal && options->resume &&
	    run->progress.done == run->progress.total)
		error = journal_tidy(run->batch.journal, run->batch.sources);
	closed = journal_close(run->batch.journal);
	if (!error)
		error = closed;
	progress_end(&run->progress);
	if (error) {
		complain("the outputs or the report cannot be kept: %s",
		    g_strerror(error));
		run->worst = MAX(run->worst, EXIT_SYSTEM);
	}
	if (!options->quiet && (options->verbose || run->progress.bar)) {
		g_autofree char *text = summary_text(&run->summary);

		fputs(text, stderr);
	}
	say_how_to_go_on(run);
}

static void
convert_all(struct run *run)
{
	static const struct queue_work steps = {start, end, take, work, emit};
	const struct options *options = run->batch.options;
	guint jobs = options->jobs ? options->jobs : g_get_num_processors();

	if (options->resume)
		resume_sweep(run->batch.naming.folder);
	stop_catch();
	summary_begin(&run->summary);
	progress_begin(&run->progress, run->batch.sources->len,
	    options->quiet);
	queue_run(&steps, run, MIN(jobs, MAX(run->batch.sources->len, 1)),
	    TRUE);
	finish(run);
	summary_done(&run->summary);
}

/* The folder of -o without the slash that may end it. */
static char *
folder_of(const struct options *options)
{
	char *folder = g_strdup(options->output);
	gsize len = strlen(folder);

	while (len > 1 && folder[len - 1] == '/')
		folder[--len] = '\0';
	return folder;
}

enum exit_status
batch_run(const struct options *options, resconv *rc)
{
	g_autofree char *folder = folder_of(options);
	struct run run = {
	    .batch = {
	        .options = options,
	        .naming = {options->pattern, folder},
	        .options_digest = options_digest(options),
	    },
	    .fetch = {.rc = rc},
	    .names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
	        NULL),
	    .inputs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
	        NULL),
	    .dressed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
	        NULL),
	    .worst = EXIT_USAGE,
	};

	run.batch.sources = gather(options, rc);
	run.batch.syncs = run.batch.sources &&
	    run.batch.sources->len <= MAX_SYNCED;
	if (run.batch.sources && prepare(&run)) {
		run.worst = EXIT_SYSTEM;
		if (!options->report ||
		    (run.batch.journal =
		            journal_open(options->report, options->resume))) {
			run.worst = EXIT_CLEAN;
			convert_all(&run);
		}
	}
	fetch_done(&run.fetch);
	g_hash_table_unref(run.names);
	g_hash_table_unref(run.inputs);
	g_hash_table_unref(run.dressed);
	resconv_free(run.rc);
	g_clear_pointer(&run.batch.sources, g_array_unref);
	g_free(run.batch.options_digest);
	stop_obey();
	return run.worst;
}
