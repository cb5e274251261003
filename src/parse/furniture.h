/* furniture.h - running heads and feet of printed pages. */
#ifndef RC_PARSE_FURNITURE_H
#define RC_PARSE_FURNITURE_H

#include "parse/pages.h"

#define RC_HEAD_CELL 3u  /* blanks between the cells of a head or foot */
#define RC_HEAD_LINES 8u /* a running title has up to six lines */

struct pages {
	struct parser *p;
	GArray *lines;
	GString *head;   /* the masthead, squeezed */
	GString *symbol; /* squeezed */
	gboolean ruled;  /* there is a rule above the notes of some page */
	guint note;      /* where there is none: the number of the last note */
};

/* Add a text without its blanks, for comparing what is set in other lines. */
void rc_append_squeezed(GString *out, const char *text, gsize len);
/* Cut the symbol off the start or the end of a squeezed text; FALSE if it has it at
 * neither. */
gboolean rc_cut_symbol(const GString *symbol, GString *squeezed);
/* Whether a text is "2/13". */
gboolean rc_is_page_label(const char *s, gsize len);
/* Whether a line is "Page 2", as it stood below the symbol until the 1990s. */
gboolean rc_is_page_number(const struct parser *p, const struct rc_para *para);
/* Mark the lines of the masthead, and keep its letters and the symbol. */
void rc_read_masthead(struct pages *g);
/* Tell the pages of a text without marks of them by their running heads. */
void rc_find_pages(struct pages *g);
/* Lines of the running head that begins at a line, 0 if none does, and the bytes
 * of the title in them. */
guint rc_head_run(const struct pages *g, guint from, guint *title);
/* Whether a line is of a page's foot. paged: labels of pages may stand here;
 * plain: so may plain page numbers. */
gboolean rc_is_foot(const struct parser *p, const struct rc_para *para,
    gboolean paged, gboolean plain);
/* Mark the lines of the foot, or the running head, of a page whose lines are
 * from .. to - 1. */
void rc_take_foot(struct pages *g, guint from, guint to);
void rc_take_head(struct pages *g, guint from, guint to);
/* The first line of a page's notes, if no rule stands above them; else `to`. */
guint rc_unruled_notes(struct pages *g, guint from, guint to);
/* Mark the symbol with "Page 2" below it, wherever they stand. */
void rc_take_page_numbers(struct pages *g, guint from, guint to);

#endif
