/* akn_text.h - a published Akoma Ntoso file as the text model: what its
 * sources share. akn_text.c walks the tree, akn_text_add.c adds what it finds,
 * akn_text_line.c makes one paragraph, akn_text_mark.c looks at its start. */
#ifndef RC_INPUT_AKN_TEXT_H
#define RC_INPUT_AKN_TEXT_H

#include "akn/akn.h"
#include "base/diag.h"
#include "base/limits.h"
#include "text/text.h"

/* Read a tree into the text model; strings are copied. The tree must not be
 * deeper than RC_MAX_TREE_DEPTH. */
gboolean rc_akn_text(const xmlNode *root, struct rc_diags *diags,
    struct rc_text *text, GError **error);

/* ---- akn_text_line.c: a paragraph that is being made ---- */

/* White space is folded to single blanks and cut at both ends, with it what
 * has no print there (U+00A0, direction marks). */
struct akn_line {
	GString *s;
	GArray *spans;        /* struct rc_span */
	GArray *calls;        /* struct rc_call */
	guint32 marker;       /* bytes of the number it begins with; 0 none */
	guint32 tab;          /* where the first TAB within it stood; 0 none */
	gboolean gap, gap_tab; /* a blank is due; there was a TAB in it */
	struct rc_place at;
};

void akn_line_init(struct akn_line *line);
void akn_line_done(struct akn_line *line);
void akn_line_clear(struct akn_line *line);
/* Nothing but a number is in it, if that. */
gboolean akn_line_is_bare(const struct akn_line *line);
/* Add text; href is kept by reference. */
void akn_line_text(struct akn_line *line, const char *s, guint style,
    const char *href);
void akn_line_gap(struct akn_line *line);
/* A soft line break, unless it is empty or ends in one. */
void akn_line_break(struct akn_line *line);
void akn_line_call(struct akn_line *line, guint note);
/* What it holds now is the number of the paragraph. */
void akn_line_number(struct akn_line *line);
/* Whether one of the characters of `set` ends it. */
gboolean akn_line_ends_in(const struct akn_line *line, const char *set);
/* Take bytes out; spans, calls and the rest move along. */
void akn_line_erase(struct akn_line *line, guint32 at, guint32 n);
/* Nothing more comes: cut its end, and the brackets that Arabic prints round
 * the calls of notes. */
void akn_line_finish(struct akn_line *line);
/* The line as a paragraph of the text model, not yet added. */
struct rc_para akn_line_para(const struct akn_line *line,
    struct rc_text *text);

/* ---- akn_text_mark.c: numbers and headings that are not marked up ---- */

/* Bytes of a number or list mark that a TAB follows ("1 -", "(a)", "•"); 0. */
guint32 akn_mark_before_tab(struct akn_line *line);
/* Whether it is nothing but "(1)" or "5.", which are no headings. */
gboolean akn_is_lone_mark(const struct akn_line *line);
/* Whether the number counts in figures, as paragraphs do and points do not. */
gboolean akn_mark_is_figure(const char *s, guint32 len);
/* Whether a paragraph of that class is a heading: styled as one, or all in
 * bold that is no lead phrase. */
gboolean akn_is_heading(const struct akn_line *line, const char *class);
/* Give markers to paragraphs whose numbers follow one another: "a)" "b)". */
void akn_mark_sequences(struct rc_text *text);
/* Cut the mark that the body of a note repeats: "1 TAB", "()", ")(". */
void akn_cut_note_mark(struct akn_line *line, const char *marker);

/* ---- akn_text_add.c: where things go ---- */

enum akn_area {
	AREA_BODY,
	AREA_COVER,
	AREA_PREFACE,
	AREA_CLOSING,
};

/* What is known of an open element; children begin with a copy. */
struct akn_frame {
	guint8 kind;         /* enum akn_kind, aliases resolved */
	guint8 area, role;   /* enum akn_area, enum rc_role */
	guint8 lists;        /* how many are open */
	guint8 style;        /* enum rc_style */
	guint8 annex, part;  /* within an attachment; a component */
	guint8 flow;         /* text flows here: within p, heading ... */
	guint8 cut;          /* a paragraph ends at both its ends */
	const char *href;    /* in the text's chunk */
	const char *class;   /* of the paragraph; borrowed from the tree */
};

struct akn_reading {
	struct rc_text *text;
	struct rc_diags *diags;
	GError **error;
	gboolean failed;
	struct akn_line main, noted;
	struct akn_line *line;     /* the one that text goes to */
	struct akn_frame frames[RC_MAX_TREE_DEPTH + 2];
	struct akn_frame *top;     /* of the innermost open element */
	enum rc_role said;         /* what an inline said the line is */
	guint32 date_end;          /* where a date of the session ended */
	GString *job;              /* the job number, until it is printed */
	const char *quote;         /* a mark that the next text begins with */

	struct rc_note note;       /* the one open, if noted is in use */
	guint note_depth;
	GHashTable *markers;       /* of the notes; index + 1 */

	guint cell_depth;          /* 0: no cell is open */
	guint row_depth, first_cell, rows_spanned, n_rows;
	gboolean header;

	gboolean operative;        /* the preamble has run on into the body */
	gboolean annex_begins;     /* nothing of the attachment was added yet */
	GString *annex_stem;       /* "Annex", as the first one prints it */
};

void akn_reading_init(struct akn_reading *r, struct rc_text *text,
    struct rc_diags *diags, GError **error);
void akn_reading_done(struct akn_reading *r);
/* A block begins or ends: what the line holds is added with the role that
 * its place gives. A number alone waits for its text. */
void akn_cut(struct akn_reading *r);
/* The same, and a number alone becomes a paragraph. */
void akn_cut_all(struct akn_reading *r);
void akn_add_job(struct akn_reading *r);
void akn_note_begin(struct akn_reading *r, const xmlNode *node, guint depth);
void akn_note_end(struct akn_reading *r);
void akn_row_begin(struct akn_reading *r, const xmlNode *node, guint depth);
void akn_row_end(struct akn_reading *r, const xmlNode *node);
void akn_cell_end(struct akn_reading *r, const xmlNode *node);
void akn_table_end(struct akn_reading *r);

/* ---- akn_text_cover.c: cover page and preface ---- */

/* What an inline element says about the line it is in, by its place; 0. */
enum rc_role akn_said(const struct akn_frame *frame, const xmlNode *node);

#endif
