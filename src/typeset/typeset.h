/* typeset.h - the tree as pages of boxes: where each glyph, rule and picture
 * of the printed resolution stands. Plain data; nothing is painted here.
 *
 * Lengths are PostScript points (1/72 in); x runs from the left edge of the
 * page, y from its top edge down. Everything in a page is an index into the
 * arrays of its rc_pages. */
#ifndef RC_TYPESET_TYPESET_H
#define RC_TYPESET_TYPESET_H

#include <glib.h>
#include <libxml/tree.h>

/* The faces that can be asked for, rows of face.def. */
enum rc_font {
#define FACE(name, label, family, weight, slant, factor, fits) RC_FONT_##name,
#include "typeset/face.def"
#undef FACE
	RC_FONT_N
};

/* What a line is to a reader who cannot see it. */
enum rc_role {
	RC_ROLE_FURNITURE, /* running head, page number, job number */
	RC_ROLE_TEXT,
	RC_ROLE_HEADING,
	RC_ROLE_NOTE,
	RC_ROLE_CELL,
};

struct rc_glyph {
	guint32 id;   /* in the face */
	float x, y;   /* from the run's x and the line's baseline, y up */
};

/* bytes of the run's text that so many glyphs of it show; in the order of the
 * text, so against the glyphs' order where the run is right to left. */
struct rc_cluster {
	guint16 bytes, glyphs;
};

/* Glyphs of one face and size on one line. */
struct rc_run {
	enum rc_font font;
	double size;             /* of the face, in points */
	double scale;            /* of the glyphs' widths: 1.03 */
	double tracking;         /* added to each character, in points */
	double x, width;         /* x: from the line's x */
	double rise;             /* above the baseline: note marks */
	gboolean rtl;
	gint link;               /* index in links; -1: none */
	guint glyph, n_glyphs;
	guint cluster, n_clusters;
	guint text, text_len;    /* bytes in text */
};

struct rc_line {
	double x, y, width;      /* y: the baseline */
	enum rc_role role;
	guint block;             /* lines of one paragraph have the same */
	guint run, n_runs;       /* from left to right as they are read */
	guint n_label;           /* the first of them are its number or mark */
	const char *lang;        /* where it is not the document's; static */
};

/* A black rectangle, x and y its upper left corner. */
struct rc_rule {
	double x, y, width, height;
};

enum rc_picture {
	RC_PICTURE_EMBLEM,
	RC_PICTURE_RECYCLE,
	RC_PICTURE_CODE39,
	RC_PICTURE_QR,
};

struct rc_image {
	enum rc_picture picture;
	double x, y, width, height;
	guint rect, n_rects;     /* black parts of a code, in rects */
	guint text, text_len;    /* what a code says, an emblem stands for */
};

struct rc_page {
	GArray *lines;  /* struct rc_line, in reading order */
	GArray *rules;  /* struct rc_rule */
	GArray *images; /* struct rc_image */
};

struct rc_pages {
	double width, height;
	GPtrArray *pages;    /* struct rc_page *, owned */
	GArray *runs;        /* struct rc_run */
	GArray *glyphs;      /* struct rc_glyph */
	GArray *clusters;    /* struct rc_cluster */
	GArray *rects;       /* struct rc_rule: the bars of codes */
	GPtrArray *links;    /* char *, owned: addresses */
	GPtrArray *blocks;   /* const xmlNode *: what each block was set from;
	                        NULL for what is of the page */
	GString *text;
	char *title;         /* of the resolution; may be empty */
	char *symbol;        /* "A/RES/99/901"; may be empty */
	char *date;          /* issued, else adopted: "2044-12-14"; or empty */
	char *lang;          /* "en" */
};

/* How the Secretariat set its documents: now, and in the years to 2016. */
enum rc_era {
	RC_ERA_CURRENT,
	RC_ERA_2010,
};

/* The era that an option names: "current", "2010". */
enum rc_era rc_era_named(const char *name);

/* Set the tree. NULL and an error when a font is not installed
 * (RESCONV_E_DISABLED), a limit is reached, or the tree has no document. */
struct rc_pages *rc_typeset(const xmlDoc *doc, enum rc_era era, GError **error);
void rc_pages_free(struct rc_pages *pages); /* NULL is fine */

/* "serif-bold". */
const char *rc_font_name(enum rc_font font);

typedef struct rc_pages rc_pages;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(rc_pages, rc_pages_free)

#endif
