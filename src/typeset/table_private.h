/* table_private.h - a table as it is gathered: table.c, table_fit.c and
 * table_set.c. */
#ifndef RC_TYPESET_TABLE_PRIVATE_H
#define RC_TYPESET_TABLE_PRIVATE_H

#include "base/limits.h"
#include "typeset/table.h"

/* Between columns at least; measured in A/RES/79/250. */
#define RC_TABLE_GUTTER 6.0

struct cell {
	GPtrArray *paras; /* struct rc_para * */
	guint column, columns, rows;
	gboolean head, end;
};

struct row {
	GArray *cells; /* struct cell */
	gboolean head, total;
};

struct rc_table {
	struct rc_galley *galley;
	GArray *rows;      /* struct row */
	GPtrArray *caption, *notes, *marks; /* struct rc_para * */
	guint taken[RC_MAX_TABLE_COLUMNS]; /* rows that a cell above covers */
	guint n_columns, column;
	double left, width[RC_MAX_TABLE_COLUMNS], x[RC_MAX_TABLE_COLUMNS + 1];
};

static inline struct row *
row_at(const struct rc_table *table, guint i)
{
	return &g_array_index(table->rows, struct row, i);
}

static inline struct cell *
cell_at(const struct row *row, guint i)
{
	return &g_array_index(row->cells, struct cell, i);
}

/* ---- table_fit.c ---- */

/* Place the columns: x and width of each. */
void rc_table_fit(struct rc_table *table);
/* The style of a cell's paragraphs. */
enum rc_style rc_table_cell_style(const struct cell *cell);
/* Whether a row of sums stands between rules. */
gboolean rc_table_is_total(const struct row *row);

#endif
