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
	const resconv_format *to;
	const char *output;   /* NULL: standard output */
	char **inputs;        /* never empty; "-" is standard input */
	resconv_level counts; /* the level that counts for the exit status */
	resconv_level shows;  /* the level from which findings are shown */
	gboolean stops;       /* no output when a finding counts */
	gboolean quiet;       /* no finding is shown */
	gboolean help, version, list_formats, list_options, list_findings;
	gboolean compare, parallel; /* all inputs become one output */

	struct raw_options *raw; /* the words that the fields above point to */
};

/* Read the command line; puts -O and -W into rc. FALSE: a sentence that says
 * what is wrong was printed. */
gboolean options_read(struct options *options, resconv *rc, int argc,
    char **argv);
void options_done(struct options *options);

/* ---- plan.c ---- */

/* One conversion: where from and where to, NULL being standard output. */
struct job {
	const char *input;
	char *output;
	const char *folder; /* of output, to be made if need be; or NULL */
};

/* What is to be done, an array of struct job. NULL: it cannot be done without
 * loss (two outputs of one name, an output over an input); a sentence that
 * says so was printed. */
GArray *plan_make(const struct options *options);

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

/* Convert one input. */
enum exit_status convert(const struct job *job, const struct options *options,
    resconv *rc);

/* ---- assets.c ---- */

/* Write the files that an output wants beside it; none beside standard
 * output. */
enum exit_status save_assets(const struct job *job,
    const struct options *options, resconv *rc);

/* ---- save.c ---- */

/* Write a file whole or not at all; NULL is standard output. Zero, or an
 * errno. */
int save(const char *path, const char *data, size_t size);

/* ---- report.c ---- */

/* "resconv: " and a sentence, on standard error. */
void complain(const char *format, ...) G_GNUC_PRINTF(1, 2);
/* One finding as FILE:LINE:COL: level: sentence [slug]. */
void report_finding(const resconv_diag *diag);
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
