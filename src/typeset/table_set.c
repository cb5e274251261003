/* table_set.c - a table set as strips, a row each. */
#include <stdlib.h>

#include "typeset/table_private.h"

/* Measured in A/RES/79/250: rows 14.4 apart with lines 10.5 high; 6 between
 * columns at least; notes 7.7 and 14.4 from the edge. */
#define ROW_ABOVE 2.0
#define ROW_BELOW 1.9
#define TABLE_ABOVE 7.0
#define HEAD_BELOW 3.5  /* headings and their rule */
#define BODY_ABOVE 4.0  /* that rule and the first row */
#define NOTE_MARK 10.6
#define NOTE_TEXT 14.4
#define THIN 0.5
#define THICK 1.5
/* A row higher than this may be cut between its lines. */
#define TALL 250.0

struct set_cell {
	struct rc_range lines;
	double height;
};

/* Set a cell with its top at y; gives its height. Its lines are in *lines. */
static double
set_cell(struct rc_table *table, const struct cell *cell, double y,
    struct rc_range *set)
{
	struct rc_galley *galley = table->galley;
	struct rc_measure at = {
	    .first = table->x[cell->column],
	    .turn = table->x[cell->column],
	    .end = table->x[MIN(cell->column + cell->columns,
	        table->n_columns)] - RC_TABLE_GUTTER,
	};
	double top = y;

	set->first = galley->lines->len;
	for (guint i = 0; i < cell->paras->len; i++) {
		struct rc_para *para = cell->paras->pdata[i];
		struct rc_range lines;

		para->style = rc_table_cell_style(cell);
		lines = rc_galley_lines(galley, para, NULL, at);
		rc_galley_block(galley, para->node);
		for (guint k = 0; k < lines.n; k++) {
			struct rc_line *line = &g_array_index(galley->lines,
			    struct rc_line, lines.first + k);

			line->y += y;
			line->block = galley->block;
			line->role = RC_ROLE_CELL;
		}
		y += lines.n * rc_galley_leading(galley, para->style);
	}
	set->n = galley->lines->len - set->first;
	return y - top;
}

static void
lower(struct rc_galley *galley, struct rc_range lines, double by)
{
	for (guint i = 0; i < lines.n; i++)
		g_array_index(galley->lines, struct rc_line,
		    lines.first + i).y += by;
}

static void
add_rule(struct rc_table *table, struct rc_strip *strip, double y,
    double thickness)
{
	struct rc_rule rule = {
	    .x = table->left,
	    .y = y,
	    .width = table->x[table->n_columns] - RC_TABLE_GUTTER - table->left,
	    .height = thickness,
	};

	if (strip->n_rules++ == 0)
		strip->rule = table->galley->rules->len;
	g_array_append_val(table->galley->rules, rule);
}

static int
by_place(const void *a, const void *b)
{
	const struct rc_line *one = a, *other = b;

	if (one->y != other->y)
		return one->y < other->y ? -1 : 1;
	return (one->run > other->run) - (one->run < other->run);
}

/* A row too high for a page, as strips of a line each. */
static void
add_in_bands(struct rc_table *table, struct rc_strip whole)
{
	struct rc_galley *galley = table->galley;
	double band = rc_galley_leading(galley, RC_STYLE_CELL), top = 0;
	guint line = whole.line, end = whole.line + whole.n_lines;

	qsort(&g_array_index(galley->lines, struct rc_line, line),
	    whole.n_lines, sizeof(struct rc_line), by_place);
	while (line < end) {
		struct rc_strip strip = whole;
		guint first = line;

		for (; line < end; line++) {
			struct rc_line *at = &g_array_index(galley->lines,
			    struct rc_line, line);

			if (at->y > top + band + ROW_ABOVE)
				break;
			at->y -= top;
		}
		strip.line = first;
		strip.n_lines = line - first;
		strip.height = band + (line == end ? ROW_ABOVE + ROW_BELOW : 0);
		if (top > 0)
			strip.n_calls = strip.n_rules = 0;
		g_array_append_val(galley->strips, strip);
		top += band;
	}
}

/* Set a row; gives its strip, whose number of table is still to be set. */
static struct rc_strip
set_row(struct rc_table *table, const struct row *row)
{
	struct rc_galley *galley = table->galley;
	struct rc_strip strip = {.line = galley->lines->len,
	    .call = galley->calls->len, .table = -1};
	double height = 0, above = ROW_ABOVE;
	g_autofree struct set_cell *set =
	    g_new0(struct set_cell, row->cells->len);

	if (rc_table_is_total(row))
		add_rule(table, &strip, 0, THIN);
	for (guint c = 0; c < row->cells->len; c++) {
		set[c].height = set_cell(table, cell_at(row, c), above,
		    &set[c].lines);
		height = MAX(height, set[c].height);
	}
	for (guint c = 0; c < row->cells->len; c++)
		if (cell_at(row, c)->head) /* headings stand on the rule */
			lower(galley, set[c].lines, height - set[c].height);
	strip.n_lines = galley->lines->len - strip.line;
	strip.n_calls = galley->calls->len - strip.call;
	strip.height = above + height + ROW_BELOW;
	if (rc_table_is_total(row))
		add_rule(table, &strip, strip.height, THIN);
	return strip;
}

static guint
count_heads(const struct rc_table *table)
{
	guint n = 0;

	while (n < table->rows->len && row_at(table, n)->cells->len > 0 &&
	    cell_at(row_at(table, n), 0)->head)
		n++;
	return n < table->rows->len ? n : 0;
}

static void
set_caption(struct rc_table *table)
{
	for (guint i = 0; i < table->caption->len; i++)
		rc_galley_add(table->galley, table->caption->pdata[i], NULL);
}

/* The rows above the body are told to stay together and be repeated. */
static void
set_heads(struct rc_table *table, guint n_heads, double before)
{
	struct rc_galley *galley = table->galley;
	struct rc_range heads = {galley->strips->len, n_heads};

	for (guint r = 0; r < n_heads; r++) {
		struct rc_strip strip = set_row(table, row_at(table, r));

		if (r == 0) {
			strip.before = before;
			add_rule(table, &strip, 0, THIN);
		}
		if (r > 0 || table->caption->len > 0)
			strip.traits |= RC_STRIP_NO_BREAK;
		strip.traits |= RC_STRIP_HEADING;
		if (r + 1 == n_heads) {
			strip.height += HEAD_BELOW;
			add_rule(table, &strip, strip.height, THICK);
			strip.height += BODY_ABOVE;
		}
		g_array_append_val(galley->strips, strip);
	}
	g_array_append_val(galley->heads, heads);
}

static void
set_body(struct rc_table *table, guint n_heads, double before)
{
	struct rc_galley *galley = table->galley;

	for (guint r = n_heads; r < table->rows->len; r++) {
		gboolean first = r == n_heads;
		struct rc_strip strip = set_row(table, row_at(table, r));

		strip.table = n_heads > 0 ? (gint)galley->heads->len - 1 : -1;
		if (first && n_heads == 0) {
			strip.before = before;
			add_rule(table, &strip, 0, THIN);
		} else if (first) {
			strip.traits |= RC_STRIP_NO_BREAK;
		}
		if (r + 1 == table->rows->len)
			add_rule(table, &strip, strip.height, THICK);
		if (strip.height > TALL)
			add_in_bands(table, strip);
		else
			g_array_append_val(galley->strips, strip);
	}
}

static void
set_notes(struct rc_table *table)
{
	struct rc_galley *galley = table->galley;
	struct rc_measure at = {
	    .label = table->left + NOTE_MARK,
	    .label_ends = TRUE,
	    .first = table->left + NOTE_TEXT,
	    .turn = table->left + NOTE_TEXT,
	    .end = table->x[table->n_columns] - RC_TABLE_GUTTER,
	};

	for (guint i = 0; i < table->notes->len; i++)
		rc_galley_add_at(galley, table->notes->pdata[i],
		    table->marks->pdata[i], at);
}

void
rc_table_set(struct rc_table *table)
{
	struct rc_galley *galley = table->galley;
	double before;
	guint n_heads;

	set_caption(table);
	rc_table_fit(table);
	n_heads = count_heads(table);
	before = rc_galley_space(galley, RC_STYLE_BODY) + TABLE_ABOVE;
	if (table->n_columns > 0) {
		if (n_heads > 0)
			set_heads(table, n_heads, before);
		set_body(table, n_heads, before);
		galley->last = RC_STYLE_TABLE_NOTE;
		galley->last_after = rc_style(RC_STYLE_CAPTION)->after;
	}
	set_notes(table);
	if (table->n_columns > 0)
		galley->last_after = 2 * rc_style(RC_STYLE_CAPTION)->after;
}
