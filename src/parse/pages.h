/* pages.h - printed lines: which belong to the text, which to the page. */
#ifndef RC_PARSE_PAGES_H
#define RC_PARSE_PAGES_H

#include "parse/parser.h"

#define RC_LONG_LINE 50u /* bytes of a line that no cell of a table has */

enum line_kind {
	LINE_TEXT,
	LINE_HEAD,      /* of the masthead */
	LINE_GHOST,     /* of a note's mark: no text */
	LINE_FURNITURE, /* running head, foot of the page */
	LINE_RULE,      /* above the notes of a page */
	LINE_NOTE,
	LINE_TABLE,
};

struct line {
	const struct rc_para *para;
	guint8 kind;      /* enum line_kind */
	guint8 top;       /* the first line of text of its page */
	guint8 under_rule; /* the first line below the rule of its page's notes */
	guint8 stretched; /* its blanks are wide, as between columns, but part words */
	guint8 broken;    /* behind the call of a note: goes on in the next line */
	guint8 exploded;  /* goes on in the line before, in spite of a gap */
	guint8 row;       /* of a table with a cell a line: the first of its row */
	guint8 column;    /* the cell's column then */
	guint16 table;    /* of LINE_TABLE: which, from 0 */
	guint32 page;     /* from 0 */
	guint16 width;    /* columns from the left edge, the indent included */
	guint16 base;     /* the usual indent of its page */
	guint32 cell;     /* bytes of its first cell; all where wide blanks are
	                     nowhere */
};

/* How the lines of a text are filled. */
struct rc_measure {
	guint columns;     /* of a full line */
	guint slack;       /* columns that a full line may lack, letters being of
	                      other widths */
	gboolean exact;    /* lines were filled by columns: there is no doubt */
	gboolean indented; /* the lines keep their indents */
	gboolean spaced;   /* paragraphs are set apart by empty lines */
};

/* Columns at which a line was joined to the next where its end had a hyphen,
 * at most; 0 for a line that no other was joined to. */
static inline guint
rc_line_joint(const struct rc_measure *m, const struct line *line)
{
	return !m->exact && !m->indented && line->width > m->columns + m->slack
	    ? m->columns + m->slack : 0;
}

/* The lines of a text with their kinds, to be freed with g_array_unref(). */
GArray *rc_pages_read(struct parser *p);
/* The measure of the lines of text among them. */
struct rc_measure rc_measure_take(const GArray *lines);
/* Columns of a text: Chinese counts two, combining marks none. */
guint rc_columns(const char *text, gsize len);
/* Columns of the first word, or Chinese character, of a text. */
guint rc_first_word(const char *text, gsize len);
/* Bytes to the end of the cell that a line begins with, which is where at
 * least so many blanks begin, and the start of the next in *next; the line's
 * length if there is no other. */
gsize rc_line_cell(const char *text, gsize len, guint blanks, gsize *next);

/* The number of a note that a paragraph begins with ("1", "(1)", "1/"); bytes to
 * the text behind it, 0 if there is none. */
gsize rc_note_number(const struct rc_para *para, guint *number);

/* Where the page ends whose first line that is. */
guint rc_page_end(const GArray *lines, guint from);
/* A line of text and not of a table: without wide blanks, but behind a number
 * or list mark. */
gboolean rc_is_running(const struct line *line);
/* Mend the usual indent of the pages where nearly all lines are of a list. */
void rc_widen_lists(GArray *lines);
/* Mark the stretched lines of a page. */
void rc_find_stretched(GArray *lines, guint from, guint to);
/* Mark the lines that were broken behind the calls of notes. The next one is as wide
 * as both are. */
void rc_find_broken(GArray *lines);
/* Put the words of exploded lines in their order. */
void rc_gather_exploded(GArray *lines);
/* Whether a line begins with the number of a level ("II.", "A.") and wide
 * blanks behind it. */
gboolean rc_line_label(const struct rc_lang *lang, const struct line *line);

static inline struct line *
rc_line(const GArray *lines, guint i)
{
	return &g_array_index(lines, struct line, i);
}

/* Columns from the usual left edge of the page to a line's text, and to its
 * end. */
static inline guint
rc_line_indent_of(const struct line *line)
{
	int n = line->para->indent;

	return n > line->base ? n - line->base : 0;
}

static inline guint
rc_line_width(const struct line *line)
{
	return line->width > line->base ? line->width - line->base : 0;
}

#endif
