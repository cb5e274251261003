/* galley.h - the text set in one long column, cut into strips that pages are
 * made up from. */
#ifndef RC_TYPESET_GALLEY_H
#define RC_TYPESET_GALLEY_H

#include "typeset/geometry.h"
#include "typeset/linebreak.h"
#include "typeset/locale.h"
#include "typeset/para.h"

enum rc_strip_trait {
	RC_STRIP_NO_BREAK = 1 << 0, /* no page may begin with it */
	RC_STRIP_ANNEX = 1 << 1,    /* needs some room below it */
	RC_STRIP_HEADING = 1 << 2,
	RC_STRIP_END_RULE = 1 << 3, /* may move up when there is little room */
};

/* A slice of the column that stays together: a line, a row of a table. Its
 * lines' and rules' y count from its top. */
struct rc_strip {
	double before;         /* space above, but at the top of a page */
	double height;
	double after;          /* space below a paragraph's last line */
	guint traits;
	guint line, n_lines;   /* in lines */
	guint rule, n_rules;   /* in rules */
	guint call, n_calls;   /* in calls */
	gint table;            /* index in heads; -1: no table */
};

/* A run of strips. */
struct rc_range {
	guint first, n;
};

struct rc_galley {
	struct rc_pages *pages;
	struct rc_fonts *fonts;
	struct rc_locale locale;
	struct rc_geometry page;
	GArray *lines;       /* struct rc_line */
	GArray *line_calls;  /* struct rc_range of calls, one a line */
	GArray *rules;       /* struct rc_rule */
	GArray *calls;       /* guint: notes called, in order */
	GArray *strips;      /* struct rc_strip: the text */
	GArray *note_strips; /* struct rc_strip: the notes */
	GArray *notes;       /* struct rc_range of note_strips */
	GArray *heads;       /* struct rc_range of strips: rows to repeat */
	enum rc_style last;  /* style of the last paragraph; RC_STYLE_N: none */
	double last_after;   /* space below what was set last */
	GArray *broken;      /* struct rc_broken, for the paragraph in work */
	guint called;        /* calls that belong to lines */
	guint block;
	GError *error;       /* the first; nothing is set after it */
};

void rc_galley_init(struct rc_galley *galley, struct rc_pages *pages,
    struct rc_fonts *fonts, const struct rc_locale *locale,
    struct rc_geometry page);
void rc_galley_done(struct rc_galley *galley);

/* Where a paragraph stands. */
struct rc_measure {
	double label;        /* where the label begins, or ends if it hangs */
	gboolean label_ends;
	double first, turn, end;
};

/* The place of a style's paragraphs on the page. */
struct rc_measure rc_galley_measure(const struct rc_galley *galley,
    enum rc_style style);

/* Set a paragraph, with the label (NULL: none) on its first line, and cut it
 * into strips. */
void rc_galley_add(struct rc_galley *galley, const struct rc_para *para,
    const struct rc_para *label);
/* The same at another place than its style's. */
void rc_galley_add_at(struct rc_galley *galley, const struct rc_para *para,
    const struct rc_para *label, struct rc_measure at);
/* The same at the end of a note's text. */
void rc_galley_add_note(struct rc_galley *galley, guint note,
    const struct rc_para *para, const struct rc_para *label);
/* Set lines only: append them to lines with y counted from the top of the
 * first, and the notes they call to calls. */
struct rc_range rc_galley_lines(struct rc_galley *galley,
    const struct rc_para *para, const struct rc_para *label,
    struct rc_measure measure);
/* The lines to come are of another block, made of a node or of none. */
void rc_galley_block(struct rc_galley *galley, const xmlNode *node);
/* One line, not broken, starting at x; gives its number in lines. */
guint rc_galley_line(struct rc_galley *galley, const struct rc_para *para,
    double x);
/* The leading of a style in this language. */
double rc_galley_leading(const struct rc_galley *galley, enum rc_style style);
/* The least and the natural width of a paragraph. */
void rc_galley_widths(struct rc_galley *galley, const struct rc_para *para,
    double *least, double *natural);
/* Space above the next strip, given the style it has. */
double rc_galley_space(const struct rc_galley *galley, enum rc_style style);

#endif
