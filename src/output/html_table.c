/* html_table.c - tables whose columns all begin somewhere. */
#include "output/html_table.h"

#include <string.h>

#include "akn/akn.h"
#include "base/limits.h"
#include "base/number.h"

/* What is known of a table's columns while its rows are read from the top. */
struct grid {
	guint below[RC_MAX_TABLE_COLUMNS];  /* rows that a cell still goes down */
	guint begins[RC_MAX_TABLE_COLUMNS]; /* cells that begin in a column */
	guint n;                            /* columns seen */
};

typedef void (*cell_fn)(xmlNode *cell, guint column, guint span,
    struct grid *grid);

static gboolean
is_named(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE &&
	    strcmp((const char *)node->name, name) == 0;
}

static guint
span_of(const xmlNode *cell, const char *name)
{
	const char *value = akn_get(cell, name);
	guint64 n = 1;

	if (value)
		rc_number_read(value, 1, 999, &n);
	return n;
}

/* Hand each cell of a row to fn, with the column it begins in. */
static void
walk_row(xmlNode *row, struct grid *grid, cell_fn fn)
{
	guint column = 0;

	for (xmlNode *cell = row->children; cell; cell = cell->next) {
		guint span, down;

		if (!is_named(cell, "td") && !is_named(cell, "th"))
			continue;
		while (column < RC_MAX_TABLE_COLUMNS && grid->below[column])
			grid->below[column++]--;
		span = MIN(span_of(cell, "colspan"),
		    RC_MAX_TABLE_COLUMNS - column);
		down = span_of(cell, "rowspan") - 1;
		if (span == 0)
			return;
		fn(cell, column, span, grid);
		for (guint i = 0; i < span; i++)
			grid->below[column++] = down;
		grid->n = MAX(grid->n, column);
	}
	for (; column < RC_MAX_TABLE_COLUMNS; column++)
		if (grid->below[column])
			grid->below[column]--;
}

static void
walk_rows(xmlNode *table, struct grid *grid, cell_fn fn)
{
	memset(grid->below, 0, sizeof(grid->below));
	for (xmlNode *part = table->children; part; part = part->next) {
		if (!is_named(part, "thead") && !is_named(part, "tbody"))
			continue;
		for (xmlNode *row = part->children; row; row = row->next)
			if (is_named(row, "tr"))
				walk_row(row, grid, fn);
	}
}

static void
count_begin(xmlNode *cell, guint column, guint span, struct grid *grid)
{
	grid->begins[column]++;
}

/* Less the columns it spans in which none begins. */
static void
narrow(xmlNode *cell, guint column, guint span, struct grid *grid)
{
	guint left = 0;
	char number[16];

	for (guint i = 0; i < span; i++)
		left += grid->begins[column + i] > 0;
	if (left == span)
		return;
	xmlNewProp(cell, BAD_CAST "data-colspan",
	    BAD_CAST akn_get(cell, "colspan"));
	g_snprintf(number, sizeof(number), "%u", left);
	if (left > 1)
		xmlSetProp(cell, BAD_CAST "colspan", BAD_CAST number);
	else
		xmlUnsetProp(cell, BAD_CAST "colspan");
}

static void
mend(xmlNode *table)
{
	struct grid grid = {{0}, {0}, 0};

	walk_rows(table, &grid, count_begin);
	for (guint i = 0; i < grid.n; i++) {
		if (grid.begins[i])
			continue;
		walk_rows(table, &grid, narrow);
		return;
	}
}

static xmlNode *
next_element(xmlNode *node, const xmlNode *top)
{
	xmlNode *next = xmlFirstElementChild(node);

	while (!next && node && node != top) {
		next = xmlNextElementSibling(node);
		node = node->parent;
	}
	return next;
}

void
rc_html_mend_tables(xmlNode *top)
{
	for (xmlNode *node = top; node; node = next_element(node, top))
		if (is_named(node, "table"))
			mend(node);
}
