/* pdf.h - a PDF as paragraphs of the text model: what its sources share.
 *
 * pdf_page.c takes characters off a page, pdf_line.c makes words and printed
 * lines of them, whose words pdf_order.c puts in order, pdf_column.c reads pages
 * in two columns, pdf_zone.c tells heads, feet and notes from the text,
 * pdf_table.c finds the rows of tables, pdf_strip.c their columns, pdf_para.c joins
 * lines to paragraphs, pdf_text.c writes them into the text model.
 *
 * Lengths are points; x runs from the left edge of a page, y from its top edge
 * down. */
#ifndef RC_INPUT_PDF_H
#define RC_INPUT_PDF_H

#include <poppler.h>

#include "base/diag.h"
#include "text/text.h"

/* A face at a size, as characters have it. */
struct pdf_face {
	float size;
	guint8 style;       /* RC_BOLD, RC_ITALIC */
};

struct pdf_char {
	gunichar c;
	float x0, x1, y0, y1;
	guint32 face;       /* into faces */
	gint32 link;        /* into links; -1 none */
};

/* What a word is made of, for the order that words have on a line. */
enum pdf_script {
	PDF_NEUTRAL,        /* marks of punctuation */
	PDF_FIGURES,
	PDF_LEFT,           /* letters written from left to right */
	PDF_RIGHT,          /* Arabic */
};

/* Characters without a gap, in the order in which they are read. */
struct pdf_word {
	guint32 first, n;   /* into chars */
	float x0, x1, y0, y1;
	float base, size;   /* of most of its characters */
	guint8 script;      /* enum pdf_script */
	guint8 raised;      /* RC_SUPER, RC_SUB or 0, against its line */
	guint8 glued;       /* no blank before it, as it is read */
};

/* Words on one baseline, while lines are made. */
struct pdf_row {
	float base, size;
	GArray *words;      /* struct pdf_word, owned */
};

enum pdf_zone {
	PDF_TEXT,
	PDF_MASTHEAD,
	PDF_HEAD,           /* of the page, or its foot: furniture */
	PDF_JOB,            /* the job number */
	PDF_NOTE,
	PDF_GONE,           /* dealt with, or nothing to read */
};

/* Words on one baseline, or a part of them with a wide gap at either end. */
struct pdf_line {
	guint32 page;       /* from 0 */
	guint32 word, n;    /* into words, in the order they are read */
	float x0, x1, y0, y1;
	float base, size;
	guint8 zone;        /* enum pdf_zone */
	guint8 style;       /* what all its letters have */
	guint8 table;       /* part of a table */
	guint8 full;        /* from one side of the column to the other */
	guint32 number;     /* of the line in the document, from 1 */
};

struct pdf_page {
	float width, height;
	guint32 line, n_lines; /* into lines, from top to bottom */
};

/* One document that is being read. */
struct pdf_reading {
	struct rc_text *text;
	struct rc_diags *diags;
	GError **error;
	GArray *faces, *chars, *words, *lines, *pages; /* of the structs above */
	GPtrArray *links;   /* const char *, in the text's chunk */
	float size;         /* of the type that most of the text has */
	float left, right;  /* of the column */
	float leading;      /* from one baseline of it to the next */
	gboolean rtl;       /* lines begin at the right */
};

#define PDF_AT(array, type, i) (&g_array_index((array), struct type, (i)))

/* ---- pdf_guard.c ---- */

/* Whether no stream of a file unpacks to more than RC_MAX_PDF_STREAM. */
gboolean pdf_is_within_limits(const char *data, gsize size, GError **error);

/* ---- pdf_page.c ---- */

/* Add the page's characters. FALSE when a limit is reached. */
gboolean pdf_take_page(struct pdf_reading *r, PopplerPage *page);

/* ---- pdf_line.c ---- */

/* In ems: what has less between it is of one word; of a million gaps of 30
 * official files none between words is less than 0.17, and none within words
 * more than 0.15. */
#define PDF_WORD_GAP 0.155
#define PDF_ARABIC_GAP 0.2

/* Make lines of the characters from one on, which are of one page, the last of
 * pages. */
void pdf_make_lines(struct pdf_reading *r, guint first_char);
/* The width of the blank between two neighbours of a line, as they stand. */
float pdf_gap(const struct pdf_word *a, const struct pdf_word *b);
/* The text of a line's words, without style; g_free it. */
char *pdf_line_text(const struct pdf_reading *r, const struct pdf_line *line);

/* ---- pdf_order.c ---- */

/* Put the words of a line, which are from left to right, in the order in which
 * they are read, and say which are glued. size: the line's. */
void pdf_order_words(const struct pdf_reading *r, struct pdf_word *words,
    guint n, float size);

/* ---- pdf_column.c ---- */

/* The rows of a page in the order in which they are read; they are taken, and
 * the array given is to be used instead. width: the page's. */
GArray *pdf_in_columns(GArray *rows, float width);

/* ---- pdf_zone.c ---- */

/* Find the size of the text, its column and direction. */
void pdf_measure(struct pdf_reading *r);
/* Say what each line is, and find the leading; what is cut away is told. */
void pdf_find_zones(struct pdf_reading *r);

/* ---- pdf_table.c ---- */

/* Mark the lines of tables. */
void pdf_find_tables(struct pdf_reading *r);
/* Add the rows of the table that begins at a line to the text, with calls of
 * notes (struct pdf_note); gives the line past it, or 0 when a limit is
 * reached. */
guint pdf_add_table(struct pdf_reading *r, GArray *notes, guint first);

/* ---- pdf_para.c ---- */

/* Add all paragraphs, rows and notes to the text. */
gboolean pdf_add_paragraphs(struct pdf_reading *r);

/* ---- pdf_text.c ---- */

/* A note, while calls are looked for. */
struct pdf_note {
	guint32 note;       /* into the text's notes */
	guint32 page;
	const char *marker;
	gboolean called;
};

/* A paragraph that is being written. */
struct pdf_writing {
	struct pdf_reading *r;
	GString *s;
	GArray *spans;      /* struct rc_span */
	GArray *calls;      /* struct rc_call */
	GArray *notes;      /* struct pdf_note; NULL within notes */
	struct rc_place at; /* of its first line */
};

void pdf_write_line(struct pdf_writing *w, const struct pdf_line *line,
    guint first, guint n);
/* What was written as a paragraph, not yet added; w is empty after it. */
struct rc_para pdf_written(struct pdf_writing *w);

#endif
