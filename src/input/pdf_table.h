/* pdf_table.h - what the sources of tables in PDFs share. */
#ifndef RC_INPUT_PDF_TABLE_H
#define RC_INPUT_PDF_TABLE_H

#include "input/pdf.h"

/* Words without a wide gap. */
struct piece {
	guint line, first, n; /* words of a line */
	float x0, x1;
};

struct column {
	float x0, x1;
};

struct table {
	struct pdf_reading *r;
	GArray *notes;       /* struct pdf_note */
	guint first, end;    /* lines */
	GArray *pieces;      /* struct piece */
	GArray *columns;     /* struct column, from left to right */
};

static inline struct pdf_line *
line_at(const struct pdf_reading *r, guint i)
{
	return PDF_AT(r->lines, pdf_line, i);
}

static inline const struct pdf_word *
word_at(const struct pdf_reading *r, const struct pdf_line *line, guint i)
{
	return PDF_AT(r->words, pdf_word, line->word + i);
}

/* Whether two lines stand on one baseline. */
gboolean pdf_same_row(const struct pdf_line *a, const struct pdf_line *b);
/* Past the lines on one baseline. */
guint pdf_row_end(const struct pdf_reading *r, guint i);

/* Cut the lines of a table into pieces, and find its columns by them. */
void pdf_find_columns(struct table *t);
/* The columns that a piece stands in: first, and past the last. */
void pdf_columns_of(const struct table *t, const struct piece *piece,
    guint *first, guint *end);

#endif
