/* html.h - a web page as the text model: what its sources share. html.c
 * recognises and reads, html_walk.c walks the tree, html_add.c adds what it
 * finds, html_table.c makes tables, html_mark.c the marks of lists, html_own.c
 * knows the pages that we write. */
#ifndef RC_INPUT_HTML_H
#define RC_INPUT_HTML_H

#include "base/diag.h"
#include "base/limits.h"
#include "input/akn_line.h"
#include "input/html_look.h"
#include "input/html_note.h"

#define RC_HTML_MAX_MARK 24 /* bytes of a list's mark, and a NUL */

/* Where in a page of ours a line stands. */
enum rc_html_area { RC_HTML_BODY, RC_HTML_COVER, RC_HTML_CLOSING };

/* What is known of an open element; children begin with a copy. */
struct rc_html_frame {
	const struct rc_html_tag *tag;
	const char *href;    /* in the text's chunk */
	guint8 style;        /* enum rc_style */
	guint8 cut;          /* a line ends at both its ends */
	guint8 pre;          /* white space is printed */
	guint8 within_main;  /* at or below the page's <main> */
	guint8 ends_number;  /* the line's number ends with it */
	guint8 table;        /* within one that is a table of the document */
	gint32 next, step;   /* of an open list: its next number, or 0 */
	guint8 kind;         /* of its marks: one of "1aAiI", 'b'ullet, 0 */
	guint8 depth;        /* lists that are open */
	guint8 asked;        /* the list says how its marks are to be */
	/* of a page of ours */
	guint8 role;         /* enum rc_role */
	guint8 area;         /* enum rc_html_area */
	guint8 annex, part, lists;
};

struct rc_html {
	struct rc_text *text;
	struct rc_diags *diags;
	GError **error;
	gboolean failed;
	gboolean own;              /* a page that we wrote */
	const xmlNode *root;       /* of the walk: the page, or a note */
	const xmlNode *main;       /* the page's <main>, or NULL */
	gsize printed;             /* bytes of the page's text, about */
	struct rc_html_notes notes;
	GPtrArray *called;         /* struct rc_html_note, in order of number */

	struct akn_line lines[2];  /* of the text; of the note that is read */
	struct akn_line *line;     /* the one that text goes to */
	struct rc_html_frame frames[RC_MAX_TREE_DEPTH + 3];
	struct rc_html_frame *top;
	char mark[RC_HTML_MAX_MARK]; /* that the next text begins with */
	gboolean asked;            /* list or item say how it is to be */
	const char *quote;         /* the same for a quotation mark */

	const xmlNode *row, *cell; /* that are open, or NULL */
	guint first_cell, rows_spanned, n_rows;
	gboolean header;
	gboolean annex_begins;
};

/* ---- html_walk.c ---- */

/* Read an element and all in it: the page, or the text of a note. */
void rc_html_walk(struct rc_html *h, const xmlNode *root);

/* ---- html_add.c ---- */

struct rc_place rc_html_place(const xmlNode *node);
/* More than a limit allows: stop. */
void rc_html_over(struct rc_html *h, guint limit, const char *what);
/* A block begins or ends: what the line holds is a paragraph. A number alone
 * waits for its text. */
void rc_html_cut(struct rc_html *h);
/* The same, and a number alone is a paragraph. */
void rc_html_cut_all(struct rc_html *h);
/* Text of the page; blanks are folded, unless it is preformatted. */
void rc_html_text(struct rc_html *h, const xmlNode *node);
/* A sign that an element stands for: a quotation mark, a tab. */
void rc_html_sign(struct rc_html *h, const char *sign, const xmlNode *node);
/* <br>: a soft break; the second in a row ends the paragraph. */
void rc_html_break(struct rc_html *h);
/* The call of a note. */
void rc_html_call(struct rc_html *h, struct rc_html_note *note,
    const xmlNode *a);
/* Read the texts of all notes that were called. */
void rc_html_add_notes(struct rc_html *h);

/* ---- html_table.c ---- */

/* Whether a table only places things on the page: its cells are blocks. */
gboolean rc_html_is_layout(const struct rc_html *h, const xmlNode *table);
void rc_html_row_begin(struct rc_html *h, const xmlNode *node);
void rc_html_row_end(struct rc_html *h, const xmlNode *node);
void rc_html_cell_end(struct rc_html *h, const xmlNode *node);
void rc_html_table_end(struct rc_html *h, const xmlNode *node);

/* ---- html_mark.c ---- */

/* A list opens in the frame on top: its kind of marks and first number. */
void rc_html_list_begin(struct rc_html *h, const xmlNode *node);
/* An item: its mark waits for its text. */
void rc_html_item_begin(struct rc_html *h, const xmlNode *node);
/* Put the mark that waits before the text s, unless it is typed there too. */
void rc_html_put_mark(struct rc_html *h, const char *s);

/* ---- html_lines.c ---- */

/* The lines of a page that holds printed ones, with form feeds between pages; NULL
 * if it does not. To be freed with g_string_free(). */
GString *rc_html_lines(const xmlNode *root, const xmlNode *body);

/* ---- html_own.c ---- */

/* Whether we wrote the page. */
gboolean rc_html_is_own(const xmlNode *root);
/* The same for elements of such a page: set what the frame on top is, do what
 * is to be done, give FALSE if the element is to be passed over. */
gboolean rc_html_own_begin(struct rc_html *h, const xmlNode *node);
/* The role and depth of a paragraph in the frame on top. */
void rc_html_own_para(struct rc_html *h, struct rc_para *para);

#endif
