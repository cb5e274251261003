/* docx_number.h - automatic numbering: numbering.xml and what it has counted. */
#ifndef RC_INPUT_DOCX_NUMBER_H
#define RC_INPUT_DOCX_NUMBER_H

#include "input/docx_format.h"
#include "input/docx_style.h"

#define DOCX_LEVELS 9 /* of a list, ISO/IEC 29500-1, 17.9.6 */

struct docx_level {
	guint8 format;       /* enum docx_format */
	guint8 said;         /* it stands in the file */
	guint8 legal;        /* all numbers of it in figures */
	guint8 glued;        /* neither tab nor blank follows */
	int start;           /* the first number */
	int restart;         /* begins anew after a level up to this, from 1; 0
	                        never; -1 after any above it */
	char *text;          /* "%1.%2" */
	char *style;         /* of the paragraphs it numbers, or NULL */
};

/* What several lists share: w:abstractNum. */
struct docx_scheme {
	struct docx_level levels[DOCX_LEVELS];
	char *style_link;    /* the scheme is in the list of that style */
	guint counts[DOCX_LEVELS];
	guint used;          /* bit of a level: it has counted */
};

struct docx_list {
	int scheme;
	struct docx_level levels[DOCX_LEVELS]; /* overridden, if said */
	int starts[DOCX_LEVELS];               /* -1: not overridden */
	guint started;       /* bit of a level: its start was taken */
};

struct docx_numbering {
	GHashTable *schemes; /* id to struct docx_scheme */
	GHashTable *lists;   /* id to struct docx_list */
};

/* The part of that name, or none for NULL. FALSE: damaged. Free it with
 * docx_numbering_done() in either case. */
gboolean docx_numbering_read(struct docx_numbering *numbering,
    const struct docx_file *file, const char *part, GError **error);
void docx_numbering_done(struct docx_numbering *numbering);
/* The number of the next paragraph of a list at a level, as printed, appended;
 * nothing where there is no such list. level -1: that of the style, which may
 * be NULL. TRUE when nothing stands between it and the text. */
gboolean docx_number_next(struct docx_numbering *numbering,
    const struct docx_styles *styles, int list, int level, const char *style,
    GString *out);

#endif
