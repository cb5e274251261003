/* text_table.c - plain text: a table as columns, the form of Markdown. */
#include "output/text.h"

#include <string.h>

#include "base/limits.h"

#define MAX_PADDED 40u /* columns; a wider cell pushes the next aside */

struct grid {
	GPtrArray *rows;                       /* GPtrArray of char * */
	guint carried[RC_MAX_TABLE_COLUMNS];   /* rows a cell still spans */
	guint width[RC_MAX_TABLE_COLUMNS];
	guint n_columns, n_headers;
};

static guint
span(const xmlNode *cell, const char *name)
{
	const char *value = akn_get(cell, name);
	guint64 n = 1;

	if (value)
		g_ascii_string_to_unsigned(value, 10, 1, RC_MAX_TABLE_COLUMNS,
		    &n, NULL);
	return n;
}

static char *
cell_text(struct text *t, const xmlNode *cell)
{
	char *text;

	text_inline(t, cell);
	line_finish(&t->line);
	text = g_strdelimit(g_strdup(t->line.out->str), "\n", ' ');
	line_clear(&t->line);
	return text;
}

static void
add_cell(struct grid *g, GPtrArray *row, char *text, guint rows)
{
	guint n = row->len;

	if (n >= RC_MAX_TABLE_COLUMNS) {
		g_free(text);
		return;
	}
	g_ptr_array_add(row, text);
	g->carried[n] = MAX(g->carried[n], rows - 1);
	g->width[n] = MAX(g->width[n], CLAMP(line_width(text), 3, MAX_PADDED));
	g->n_columns = MAX(g->n_columns, row->len);
}

/* Empty cells where one of a row above reaches down. */
static void
add_carried(struct grid *g, GPtrArray *row)
{
	while (row->len < RC_MAX_TABLE_COLUMNS && g->carried[row->len]) {
		guint rows = g->carried[row->len];

		g->carried[row->len] = 0;
		add_cell(g, row, g_strdup(""), rows);
	}
}

static void
add_row(struct text *t, struct grid *g, const xmlNode *tr)
{
	GPtrArray *row = g_ptr_array_new_with_free_func(g_free);
	const xmlNode *cell;

	for (cell = akn_child(tr, AKN_UNKNOWN); cell;
	     cell = akn_next(cell, AKN_UNKNOWN)) {
		guint rows = span(cell, "rowspan");

		add_carried(g, row);
		add_cell(g, row, cell_text(t, cell), rows);
		for (guint n = span(cell, "colspan"); n > 1; n--)
			add_cell(g, row, g_strdup(""), rows);
	}
	add_carried(g, row);
	if (g->n_headers == g->rows->len && akn_child(tr, AKN_TH))
		g->n_headers++;
	g_ptr_array_add(g->rows, row);
}

static void
print_row(GString *out, const struct grid *g, const GPtrArray *row)
{
	g_string_append(out, "\n|");
	for (guint i = 0; i < g->n_columns; i++) {
		const char *text =
		    i < row->len ? g_ptr_array_index(row, i) : "";

		g_string_append_printf(out, " %s", text);
		for (guint n = line_width(text); n <= g->width[i]; n++)
			g_string_append_c(out, ' ');
		g_string_append_c(out, '|');
	}
}

static void
print_rule(GString *out, const struct grid *g)
{
	g_string_append(out, "\n|");
	for (guint i = 0; i < g->n_columns; i++) {
		g_string_append_c(out, ' ');
		for (guint n = 0; n < g->width[i]; n++)
			g_string_append_c(out, '-');
		g_string_append(out, " |");
	}
}

/* Markdown knows one row of headings and no table without. */
static void
print_grid(struct text *t, const struct grid *g)
{
	guint rule = t->markup ? 1 : g->n_headers;

	if (g->rows->len && t->out->len)
		g_string_append_c(t->out, '\n');
	for (guint i = 0; i < g->rows->len; i++) {
		if (i && i == rule)
			print_rule(t->out, g);
		print_row(t->out, g, g_ptr_array_index(g->rows, i));
	}
}

/* Print the table's own notes; those of the page wait. */
static void
print_notes(struct text *t, guint first)
{
	g_autoptr(GPtrArray) others = g_ptr_array_new();
	guint kept = first;

	for (guint i = first; i < t->notes->len; i++) {
		gpointer note = g_ptr_array_index(t->notes, i);

		if (text_is_of_table(note))
			g_ptr_array_index(t->notes, kept++) = note;
		else
			g_ptr_array_add(others, note);
	}
	g_ptr_array_set_size(t->notes, kept);
	text_notes(t, first);
	g_ptr_array_extend(t->notes, others, NULL, NULL);
}

void
text_table(struct text *t, const xmlNode *table)
{
	g_autoptr(GPtrArray) rows =
	    g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
	struct grid grid = {.rows = rows};
	const xmlNode *caption = akn_child(table, AKN_CAPTION), *tr;
	guint notes = t->notes->len;

	if (caption)
		text_inline(t, caption);
	text_flush(t);
	for (tr = akn_child(table, AKN_TR); tr; tr = akn_next(tr, AKN_TR))
		add_row(t, &grid, tr);
	print_grid(t, &grid);
	print_notes(t, notes);
}
