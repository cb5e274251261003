/* table.c - a table, gathered cell by cell. */
#include "typeset/table.h"

#include <string.h>

#include "typeset/table_private.h"

static void
row_clear(gpointer data)
{
	struct row *row = data;

	for (guint i = 0; i < row->cells->len; i++)
		g_ptr_array_unref(
		    g_array_index(row->cells, struct cell, i).paras);
	g_array_unref(row->cells);
}

static GPtrArray *
paras_new(void)
{
	return g_ptr_array_new_with_free_func((GDestroyNotify)rc_para_free);
}

struct rc_table *
rc_table_new(struct rc_galley *galley)
{
	struct rc_table *table = g_new0(struct rc_table, 1);

	table->galley = galley;
	table->rows = g_array_new(FALSE, FALSE, sizeof(struct row));
	g_array_set_clear_func(table->rows, row_clear);
	table->caption = paras_new();
	table->notes = paras_new();
	table->marks = paras_new();
	return table;
}

void
rc_table_free(struct rc_table *table)
{
	if (!table)
		return;
	g_array_unref(table->rows);
	g_ptr_array_unref(table->caption);
	g_ptr_array_unref(table->notes);
	g_ptr_array_unref(table->marks);
	g_free(table);
}

/* ---- gathering ---- */

static struct row *
last_row(const struct rc_table *table)
{
	return table->rows->len ? row_at(table, table->rows->len - 1) : NULL;
}

static struct cell *
last_cell(const struct rc_table *table)
{
	const struct row *row = last_row(table);

	return row && row->cells->len ? cell_at(row, row->cells->len - 1)
	                              : NULL;
}

static gboolean
has_class(const char *class, const char *word)
{
	return class && strstr(class, word) != NULL;
}

void
rc_table_row(struct rc_table *table, const char *class)
{
	struct row row = {
	    .cells = g_array_new(FALSE, TRUE, sizeof(struct cell)),
	    .head = has_class(class, "header"),
	    .total = has_class(class, "total"),
	};

	for (guint i = 0; i < RC_MAX_TABLE_COLUMNS; i++)
		table->taken[i] -= table->taken[i] > 0;
	table->column = 0;
	g_array_append_val(table->rows, row);
}

/* A span as written: from 1 to the limit. */
static guint
span_of(const char *text, guint most)
{
	guint64 n = text ? g_ascii_strtoull(text, NULL, 10) : 1;

	return CLAMP(n, 1, MAX(most, 1));
}

void
rc_table_cell(struct rc_table *table, gboolean head, const char *class,
    const char *colspan, const char *rowspan)
{
	struct cell cell = {.head = head, .end = has_class(class, "right")};

	if (!table->rows->len)
		rc_table_row(table, NULL);
	while (table->column < RC_MAX_TABLE_COLUMNS &&
	    table->taken[table->column] > 0)
		table->column++;
	/* past the limit, the last cell has what would not fit */
	if (table->column >= RC_MAX_TABLE_COLUMNS && last_cell(table))
		return;
	cell.paras = paras_new();
	cell.column = MIN(table->column, RC_MAX_TABLE_COLUMNS - 1);
	cell.columns = span_of(colspan, RC_MAX_TABLE_COLUMNS - cell.column);
	cell.rows = span_of(rowspan, G_MAXUINT16);
	for (guint i = 0; i < cell.columns; i++)
		table->taken[cell.column + i] = cell.rows;
	table->column = cell.column + cell.columns;
	table->n_columns = MAX(table->n_columns, table->column);
	g_array_append_val(last_row(table)->cells, cell);
}

static gboolean
is_head(const struct rc_table *table)
{
	const struct row *row = last_row(table);
	const struct cell *cell = last_cell(table);

	return (row && row->head) || (cell && cell->head);
}

enum rc_style
rc_table_style(const struct rc_table *table)
{
	if (!table->rows->len)
		return RC_STYLE_CAPTION;
	return is_head(table) ? RC_STYLE_CELL_HEAD : RC_STYLE_CELL;
}

void
rc_table_add(struct rc_table *table, struct rc_para *para,
    struct rc_para *label)
{
	struct cell *cell = last_cell(table);

	if (para->style == RC_STYLE_TABLE_NOTE) {
		g_ptr_array_add(table->notes, para);
		g_ptr_array_add(table->marks, label);
		return;
	}
	if (label) { /* a number in a cell */
		GPtrArray *paras = cell ? cell->paras : table->caption;

		label->style = para->style;
		g_ptr_array_add(paras, label);
	}
	g_ptr_array_add(cell ? cell->paras : table->caption, para);
}
