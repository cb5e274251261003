/* cli.h - the resconv command: what its files share. It stands on the public
 * header and on nothing else of ours. */
#ifndef RC_CLI_CLI_H
#define RC_CLI_CLI_H

#include <glib.h>

#include "resconv/resconv.h"

/* What the command comes back with; the greatest of all inputs wins. */
enum exit_status {
	EXIT_CLEAN = 0, /* nothing at or above the level that counts */
	EXIT_WARNINGS,  /* warnings or notes, where they count */
	EXIT_ERRORS,    /* errors; output was made */
	EXIT_NO_OUTPUT, /* for at least one input */
	EXIT_USAGE,     /* nothing was read */
	EXIT_SYSTEM,    /* file, memory, disk, font */
	EXIT_FAULT,     /* ours */
};

/* ---- options.c ---- */

struct options {
	const char *from; /* NULL: recognise it */
	const resconv_format *to;             /* the first of formats */
	const resconv_format *const *formats; /* to write; ends with NULL */
	const char *output;   /* NULL: standard output */
	char **inputs;        /* never empty; "-" is standard input */
	resconv_level counts; /* the level that counts for the exit status */
	resconv_level shows;  /* the level from which findings are shown */
	gboolean stops;       /* no output when a finding counts */
	gboolean quiet;       /* no finding is shown */
	/* For batches, see batch.h. */
	enum mode { MODE_ONE, MODE_BATCH, MODE_STREAM, MODE_SUMMARISE } mode;
	const char *files_from; /* a list of inputs; NULL: none */
	const char *pattern;    /* what outputs are called below the folder */
	const char *report;     /* file; NULL: none */
	guint jobs;             /* threads; 0: as many as there are cores */
	gboolean recursive, resume, verbose, unordered;
	gboolean help, version, list_formats, list_options, list_findings;
	gboolean compare, parallel; /* all inputs become one output */

	struct raw_options *raw; /* the words that the fields above point to */
};

/* Read the command line; puts -O and -W into rc. FALSE: a sentence that says
 * what is wrong was printed. */
gboolean options_read(struct options *options, resconv *rc, int argc,
    char **argv);
/* Settings of another thread, with -O and -W in them; to be freed with resconv_free().
 * NULL: no memory. */
resconv *options_again(const struct options *options);
/* "sha256:…" of the options that outputs depend on, in a new string. */
char *options_digest(const struct options *options);
void options_done(struct options *options);

/* ---- plan.c ---- */

/* One conversion: where from and where to, NULL being standard output. */
struct job {
	const char *input;
	const char *output;
};

/* Whether -o names a folder: it is one, or ends in a slash. */
gboolean names_folder(const char *path);
/* What is to be done. FALSE: the output would overwrite the input, which was
 * said. */
gboolean plan_make(const struct options *options, struct job *job);

/* ---- edition.c ---- */

/* Whether all inputs become one output. */
gboolean is_edition(const struct options *options);
/* Whether there are as many inputs as --compare or --parallel takes. FALSE: a
 * sentence that says so was printed. */
gboolean edition_check(const struct options *options);
/* Read all inputs and make one document of them. */
resconv_status edition_read(const struct options *options, resconv *rc,
    resconv_doc **doc);

/* ---- convert.c ---- */

/* Read one input; "-" is standard input. */
resconv_status read_input(const char *input, const char *from, resconv *rc,
    resconv_doc **doc);

/* What a call that failed comes to. */
enum exit_status exit_of_status(resconv_status status);
/* Whether a finding is one to be shown. */
gboolean is_shown(const struct options *options, const resconv_diag *diag);
/* Convert one input. */
enum exit_status convert(const struct job *job, const struct options *options,
    resconv *rc);

/* ---- assets.c ---- */

/* Write the files that an output wants beside it; none beside standard
 * output. */
enum exit_status save_assets(const char *output, const resconv_format *format,
    resconv *rc);

/* ---- save.c ---- */

/* Write a file whole or not at all; NULL is standard output. Zero, or an
 * errno. */
int save(const char *path, const char *data, size_t size);

/* All bytes, however many calls it takes. Zero, or an errno. */
int write_all(int fd, const char *data, size_t size);

/* ---- fresh.c ---- */

/* A file that is complete before it has its name, so that whoever looks finds
 * the whole or nothing. It waits in the same folder as ".resconv-" and six
 * letters and digits. */
#define FRESH_PREFIX ".resconv-"
struct fresh;

/* Write all of it. Zero, or an errno. */
int fresh_write(const char *path, const char *data, size_t size,
    struct fresh **file);
/* Let its bytes be on the disk. Zero, or an errno. */
int fresh_sync(struct fresh *file);
/* Give it its name, in place of what bears it. Takes file; zero, or an errno,
 * and then it is gone. */
int fresh_commit(struct fresh *file);
void fresh_drop(struct fresh *file); /* remove it; NULL is fine */
/* Make the folder that path is in, and those above. Zero, or an errno. */
int fresh_folder(const char *path);
/* Remove a waiting file if no run waits with it: a lock tells, which dies with
 * the process that has it. FALSE: it is somebody's. */
gboolean fresh_sweep(const char *path);

/* ---- report.c ---- */

/* "resconv: " and a sentence, on standard error. */
void complain(const char *format, ...) G_GNUC_PRINTF(1, 2);
/* One finding as FILE:LINE:COL: level: sentence [slug], on standard error. */
void report_finding(const resconv_diag *diag);
/* Append it, with its newline. */
void add_finding(GString *out, const resconv_diag *diag);
const char *level_name(resconv_level level);
/* The level of that name; FALSE if it is none. */
gboolean level_find(const char *name, resconv_level *level);

/* ---- help.c ---- */

/* What --help, --version and the --list options print, in a new string. */
char *help_text(void);
char *version_text(void);
char *list_formats_text(void);
char *list_options_text(void);
char *list_findings_text(void);

#endif
