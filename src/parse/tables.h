/* tables.h - tables among printed lines. */
#ifndef RC_PARSE_TABLES_H
#define RC_PARSE_TABLES_H

#include "base/limits.h"
#include "parse/mend.h"
#include "parse/pages.h"

#define RC_CELL_BLANKS 2u /* between two columns */

#define RC_TABLE_MARGIN 64u /* columns that a table may begin left of the text */

struct column {
	guint from, to; /* columns of characters, from the page's left edge */
};

struct rc_table {
	struct column columns[RC_MAX_TABLE_COLUMNS];
	guint n;
	gboolean folded;  /* blanks were folded: the columns are not known */
	gboolean listed;  /* a cell a line: the lines know their columns */
	gboolean pressed; /* as wide as the text: cells go on in lines below */
	gboolean in_head; /* the last line was of a head that goes on below */
	gint last;        /* block of the last row; -1 before the first */
	/* the cells of the last line: they point into the text */
	struct rc_para before[RC_MAX_TABLE_COLUMNS];
};

struct rc_tables;

/* Find the tables; their lines become LINE_TABLE. */
struct rc_tables *rc_tables_find(GArray *lines, const struct rc_lang *lang,
    const struct rc_measure *measure);
void rc_tables_free(struct rc_tables *tables);
/* Add a line of a table to the blocks: a row, or more of the last one. FALSE
 * when there are too many cells. */
gboolean rc_table_line(struct parser *p, struct rc_tables *tables,
    const struct rc_mend *mend, const struct line *line, GError **error);

/* ---- figures.c ---- */

/* Find tables of figures whose cells stand on a line each, and add them. */
void rc_figures_find(GArray *lines, GPtrArray *tables,
    const struct rc_lang *lang);

/* Columns from the left edge of all tables to a line's text: one may begin to
 * the left of the text of its page. */
static inline guint
rc_table_indent(const struct line *line)
{
	int indent = (int)RC_TABLE_MARGIN + line->para->indent - line->base;

	return MAX(indent, 0);
}

/* ---- tablerows.c ---- */

/* "(United States dollars)": the unit of a table, which stands by itself. */
gboolean rc_cell_is_bracketed(const struct rc_para *cell);

gboolean rc_table_row(struct parser *p, struct rc_table *table,
    const struct rc_mend *mend, const struct line *line, GError **error);

#endif
