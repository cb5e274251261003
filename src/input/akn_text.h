/* akn_text.h - a published Akoma Ntoso file as the text model: what its
 * sources share. akn_text.c walks the tree, akn_text_add.c adds what it finds;
 * one paragraph is akn_line.h's. */
#ifndef RC_INPUT_AKN_TEXT_H
#define RC_INPUT_AKN_TEXT_H

#include "akn/akn.h"
#include "base/diag.h"
#include "base/limits.h"
#include "input/akn_line.h"

/* Read a tree into the text model; strings are copied. The tree must not be
 * deeper than RC_MAX_TREE_DEPTH. */
gboolean rc_akn_text(const xmlNode *root, struct rc_diags *diags,
    struct rc_text *text, GError **error);

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
