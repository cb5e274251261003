/* batch.h - many documents in one run: what its files share. */
#ifndef RC_CLI_BATCH_H
#define RC_CLI_BATCH_H

#include "cli/cli.h"

/* ---- queue.c ---- */

/* What is done with the pieces of a run. take() and emit() are each called by
 * one thread at a time, work() by many, each with the state of its thread. */
struct queue_work {
	gpointer (*start)(gpointer payload); /* the state of a thread */
	void (*end)(gpointer state);
	gpointer (*take)(gpointer payload); /* the next piece; NULL: no more */
	void (*work)(gpointer payload, gpointer state, gpointer piece);
	void (*emit)(gpointer payload, gpointer piece); /* takes the piece */
};

/* Run until take() gives no more and all is emitted. Pieces are emitted in the
 * order in which they were taken, or, unordered, as they come. No more pieces
 * than a few a thread are in work, however slow one of them is. */
void queue_run(const struct queue_work *work, gpointer payload, guint n_threads,
    gboolean ordered);

/* ---- stop.c ---- */

/* From now on SIGINT and SIGTERM ask for a stop; a second one kills. */
void stop_catch(void);
/* The signal that asked for it, or 0. */
int stop_signal(void);
/* Die of the signal, as whoever sent it expects. Comes back if there was
 * none. */
void stop_obey(void);

/* ---- gather.c ---- */

/* A document to be read: a file, or one of an archive. */
struct source {
	char *name;    /* what findings call it: the file's path, or the
	                  archive's, a slash and the path in it */
	guint base;    /* where in name the part begins that {folder} is of */
	guint archive; /* bytes of name that are the archive's path; or 0 */
	char *trouble; /* why it cannot be read, a sentence; mostly NULL */
	enum exit_status status; /* what the trouble comes to */
};

/* All documents of the inputs, the list and the folders, in a fixed order: as
 * named, and below a folder by bytes of their names. NULL: the list cannot be
 * read, which was said. */
GArray *gather(const struct options *options, resconv *rc);
/* Whether a path is of a zip or tar file, by its suffix. */
gboolean is_archive(const char *path);

/* ---- fetch.c ---- */

/* Reads the sources of a list one after another. */
struct fetch {
	resconv *rc;
	resconv_archive *archive; /* open at the source that comes next */
	char *path;               /* of it */
	gboolean broken;          /* nothing more comes from it */
};

/* The bytes of the next source if it is in an archive: files are left to
 * fetch_file(), which needs no order. FALSE: *trouble says why not. */
gboolean fetch_member(struct fetch *fetch, const struct source *source,
    char **data, gsize *size, char **trouble);
gboolean fetch_file(const char *path, char **data, gsize *size,
    char **trouble);
void fetch_done(struct fetch *fetch);

/* ---- naming.c ---- */

/* What an output's name is made of. */
struct naming {
	const char *pattern; /* "{folder}/{name}" */
	const char *folder;  /* -o */
};

/* Facts that a pattern's fields stand for; NULL is not known. */
struct facts {
	const struct source *source;
	const char *symbol, *language;
	const resconv_format *format;
};

/* Whether all fields of a pattern are known; a sentence is printed if not. */
gboolean naming_check(const char *pattern);
/* Whether names are known before a document was read. */
gboolean naming_is_static(const char *pattern);
/* Whether the pattern has a field, as "format". */
gboolean naming_has(const char *pattern, const char *field);
/* The name of an output below the folder, with its format's suffix. Whatever
 * the facts are, it does not lead out of there. */
char *naming_make(const struct naming *naming, const struct facts *facts);

/* ---- outcome.c ---- */

struct count {
	char *slug;
	resconv_level level;
	guint n;
};

struct output {
	const resconv_format *format;
	char *data; /* the library's, until it is in the file */
	gsize size;
	char *name; /* below the folder */
	char *digest;
	struct fresh *file; /* not yet of that name; or NULL */
};

struct stage {
	const char *name;
	gint64 us;
};

/* What became of one document. */
struct outcome {
	const struct source *source;
	enum exit_status status;
	gboolean kept;       /* done by an earlier run, and still there */
	const char *format;  /* it was read in; or NULL */
	char *digest;        /* "sha256:…" of its bytes; or NULL */
	char *symbol, *language;
	char *message;       /* why there is no output, or not all; or NULL */
	GString *told;       /* lines for standard error */
	GArray *counts;      /* of struct count, by slug */
	GArray *outputs;     /* of struct output */
	GArray *stages;      /* of struct stage */
	int error;           /* the errno of a file that was not written */
};

struct outcome *outcome_new(const struct source *source);
void outcome_free(struct outcome *outcome);
void outcome_count(struct outcome *outcome, const resconv_diag *diag);
/* Put a failure down: its status, unless a graver one is there, and its
 * sentence, which is taken. */
void outcome_fail(struct outcome *outcome, enum exit_status status,
    char *message);
/* Keep how long a stage took, from a time of g_get_monotonic_time(). */
void outcome_time(struct outcome *outcome, const char *stage, gint64 since);
/* "sha256:" and 64 digits. */
char *digest_of(const char *data, gsize size);
/* "clean", "warnings", "errors", "no-output", "usage", "system", "fault". */
const char *status_name(enum exit_status status);

/* ---- record.c ---- */

/* The outcome as a line of the report, with its newline. */
char *record_line(const struct outcome *outcome, const char *options_digest);

/* ---- journal.c ---- */

/* A report that is being written, and what it held before. */
struct journal;

/* Open a report. Afresh, or, to resume, to go on behind its last whole line.
 * NULL: a sentence that says why was printed. */
struct journal *journal_open(const char *path, gboolean resume);
/* Add a line, whole or not at all. Zero, or an errno. */
int journal_add(struct journal *journal, const char *line);
/* The last line about an input from before, not ended by NUL; or NULL. */
const char *journal_find(const struct journal *journal, const char *input,
    gsize *len);
/* One line an input, in the order of the sources, in place of those of several
 * runs. Zero, or an errno. */
int journal_tidy(struct journal *journal, const GArray *sources);
/* Close it; its lines are on the disk then. Zero, or an errno. NULL is fine. */
int journal_close(struct journal *journal);

/* ---- resume.c ---- */

/* Whether a document with that digest is done, says an earlier run, by these
 * options and this version, and its outputs are still what they were. Their
 * names and its status are put down then. */
gboolean resume_is_done(const struct journal *journal, const char *folder,
    const char *options_digest, struct outcome *outcome);
/* Remove what runs that were killed left below a folder. */
void resume_sweep(const char *folder);

/* ---- document.c ---- */

struct batch {
	const struct options *options;
	GArray *sources;
	struct naming naming;
	struct journal *journal; /* NULL: no report */
	char *options_digest;
	gboolean syncs; /* each output for itself, not all at the end */
};

/* Convert one document, whose bytes are data or in the file of its source, to
 * all formats; the outputs do not have their names yet. */
void document_convert(const struct batch *batch, struct outcome *outcome,
    resconv *rc, const char *data, gsize size);

/* ---- progress.c ---- */

struct progress {
	gboolean bar;   /* standard error is a terminal */
	gboolean drawn; /* a bar stands there */
	guint total, done, failed, kept;
	gint64 begun, drawn_at;
};

void progress_begin(struct progress *progress, guint total, gboolean quiet);
/* Print lines above the bar. */
void progress_say(struct progress *progress, const char *lines);
/* One document more. */
void progress_count(struct progress *progress, const struct outcome *outcome);
void progress_end(struct progress *progress);

/* ---- summary.c ---- */

/* What the documents of a run come to. */
struct summary {
	guint n[EXIT_FAULT + 1], kept;
	GHashTable *findings; /* slug to a number */
	GHashTable *stages;   /* name to microseconds, gint64 * */
	gint64 begun;
};

void summary_begin(struct summary *summary);
void summary_count(struct summary *summary, const struct outcome *outcome);
/* The table for the end of a run, in a new string. */
char *summary_text(const struct summary *summary);
void summary_done(struct summary *summary);

/* ---- batch.c, stream.c, summarise.c ---- */

enum exit_status batch_run(const struct options *options, resconv *rc);
enum exit_status stream_run(const struct options *options, resconv *rc);
enum exit_status summarise_run(const struct options *options);

#endif
