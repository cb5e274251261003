/* table.c - a table: gathered cell by cell, then set as strips, a row each. */
#include "typeset/table.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"

/* Measured in A/RES/79/250: rows 14.4 apart with lines 10.5 high; 6 between
 * columns at least; notes 7.7 and 14.4 from the edge. */
#define ROW_ABOVE 2.0
#define ROW_BELOW 1.9
#define TABLE_ABOVE 7.0
#define GUTTER 6.0
#define HEAD_BELOW 3.5
#define BODY_ABOVE 0.5
#define NOTE_MARK 10.6
#define NOTE_TEXT 14.4
#define THIN 0.5
#define THICK 1.5
/* A row higher than this may be cut between its lines. */
#define TALL 250.0

struct cell {
	GPtrArray *paras; /* struct rc_para * */
	guint column, columns, rows;
	gboolean head, end;
};

struct set_cell {
	struct rc_range lines;
	double height;
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
row_at(const struct rc_table *table, guint i)
{
	return &g_array_index(table->rows, struct row, i);
}

static struct cell *
cell_at(const struct row *row, guint i)
{
	return &g_array_index(row->cells, struct cell, i);
}

static struct row *
last_row(const struct rc_table *table)
{
	return table->rows->len ? row_at(table, table->rows->len - 1) : NULL;
}

static struct cell *
last_cell(const struct rc_table *table)
{
	const struct row *row = last_row(table);

	return row && row->cells->len ? cell_at(row, row->cells->len - 1) : NULL;
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
	struct cell cell = {.paras = paras_new(), .head = head,
	    .end = has_class(class, "right")};

	if (!table->rows->len)
		rc_table_row(table, NULL);
	while (table->column < RC_MAX_TABLE_COLUMNS - 1 &&
	    table->taken[table->column] > 0)
		table->column++;
	/* past the limit, the last column has what would not fit */
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

/* ---- columns ---- */

/* "1 200", "(3.5)", "120a" with the mark of a note, "–". */
static gboolean
is_figure(const struct rc_para *para)
{
	guint digits = 0, letters = 0;

	for (const char *p = para->text->str; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		letters += g_unichar_isalpha(c) != 0;
		digits += g_unichar_isdigit(c) != 0;
	}
	return (digits > 0 && letters <= 1) || strcmp(para->text->str, "–") == 0 ||
	    strcmp(para->text->str, "-") == 0;
}

static gboolean
is_bold(const struct rc_para *para)
{
	for (guint i = 0; i < para->spans->len; i++) {
		guint marks =
		    g_array_index(para->spans, struct rc_span, i).marks;

		if (!(marks & (RC_MARK_BOLD | RC_MARK_SUPER)))
			return FALSE;
	}
	return para->spans->len > 0;
}

/* A row of totals is told to be one, or is bold in two cells or more. */
static gboolean
is_total(const struct row *row)
{
	guint n = 0;

	for (guint c = 0; c < row->cells->len; c++) {
		const struct cell *cell = cell_at(row, c);

		for (guint i = 0; i < cell->paras->len; i++, n++)
			if (!is_bold(cell->paras->pdata[i]))
				return row->total;
	}
	return row->total || n > 1;
}

/* Columns of figures are even at the end, with their headings. */
static void
align_figures(struct rc_table *table)
{
	gint balance[RC_MAX_TABLE_COLUMNS] = {0};

	for (guint r = 0; r < table->rows->len; r++) {
		for (guint c = 0; c < row_at(table, r)->cells->len; c++) {
			struct cell *cell = cell_at(row_at(table, r), c);

			if (!cell->head && cell->paras->len == 1)
				balance[cell->column] += is_figure(
				    cell->paras->pdata[0]) ? 1 : -1;
		}
	}
	for (guint r = 0; r < table->rows->len; r++) {
		struct row *row = row_at(table, r);

		for (guint c = 0; c < row->cells->len; c++) {
			struct cell *cell = cell_at(row, c);

			cell->head |= row->head;
			cell->end |= cell->column > 0 && cell->columns == 1 &&
			    balance[cell->column] > 0;
		}
	}
}

static enum rc_style
style_of(const struct cell *cell)
{
	if (cell->head)
		return cell->end ? RC_STYLE_CELL_HEAD_END : RC_STYLE_CELL_HEAD;
	return cell->end ? RC_STYLE_CELL_END : RC_STYLE_CELL;
}

static void
cell_widths(struct rc_table *table, const struct cell *cell, double *least,
    double *natural)
{
	*least = *natural = 0;
	for (guint i = 0; i < cell->paras->len; i++) {
		struct rc_para *para = cell->paras->pdata[i];
		double l, n;

		para->style = style_of(cell);
		rc_galley_widths(table->galley, para, &l, &n);
		*least = MAX(*least, l + GUTTER);
		/* headings may have three lines */
		*natural = MAX(*natural,
		    (cell->head ? MAX(l, n / 3) : n) + GUTTER);
	}
}

/* Widen the columns [first, first + n) so that they hold width together. */
static void
hold(double *widths, guint first, guint n, double width)
{
	double sum = 0;

	for (guint i = first; i < first + n; i++)
		sum += widths[i];
	for (guint i = first; sum < width && i < first + n; i++)
		widths[i] += (width - sum) / n;
}

/* What the columns need, first by cells of one column, then by wider ones. */
static void
needs(struct rc_table *table, double *least, double *natural)
{
	for (guint pass = 0; pass < 2; pass++) {
		for (guint r = 0; r < table->rows->len; r++) {
			const struct row *row = row_at(table, r);

			for (guint c = 0; c < row->cells->len; c++) {
				const struct cell *cell = cell_at(row, c);
				double l, n;

				if ((cell->columns > 1) != (pass == 1))
					continue;
				cell_widths(table, cell, &l, &n);
				hold(least, cell->column, cell->columns, l);
				hold(natural, cell->column, cell->columns, n);
			}
		}
	}
}

static double
sum_of(const double *widths, guint n)
{
	double sum = 0;

	for (guint i = 0; i < n; i++)
		sum += widths[i];
	return sum;
}

/* Share room among columns that need more together: those that need less than
 * an even share have what they need, the others what their longest words need and
 * of the rest in proportion. */
static void
share_out(struct rc_table *table, const double *least, const double *natural,
    double room)
{
	guint n = table->n_columns, open = n, before;
	double need = 0, floor = 0;

	for (guint i = 0; i < n; i++)
		table->width[i] = 0;
	do {
		double share = room / MAX(open, 1);

		before = open;
		for (guint i = 0; i < n; i++) {
			if (table->width[i] > 0 || natural[i] > share)
				continue;
			table->width[i] = natural[i];
			room -= natural[i];
			open--;
		}
	} while (open < before);
	for (guint i = 0; i < n; i++) {
		if (table->width[i] > 0)
			continue;
		need += natural[i] - least[i];
		floor += least[i];
	}
	for (guint i = 0; i < n; i++)
		if (table->width[i] <= 0)
			table->width[i] = floor >= room || need <= 0
			    ? least[i] * room / MAX(floor, 1)
			    : least[i] + (room - floor) *
			        (natural[i] - least[i]) / need;
}

/* The table is as wide as the text, or as the page if it needs that. Room above
 * what columns need goes to all in proportion. */
static void
fit_columns(struct rc_table *table)
{
	const struct rc_geometry *page = &table->galley->page;
	double least[RC_MAX_TABLE_COLUMNS] = {0};
	double natural[RC_MAX_TABLE_COLUMNS] = {0}, room, need;
	guint n = table->n_columns;

	needs(table, least, natural);
	need = sum_of(natural, n);
	table->left = page->column[0];
	room = page->column_right - page->column[0] + GUTTER;
	if (need > room) {
		table->left = page->left;
		room = page->right - page->left + GUTTER;
	}
	if (need > room)
		share_out(table, least, natural, room);
	for (guint i = 0; i < n && need <= room; i++)
		table->width[i] = natural[i] * room / MAX(need, 1);
	table->x[0] = table->left;
	for (guint i = 0; i < n; i++)
		table->x[i + 1] = table->x[i] + table->width[i];
}

/* ---- strips ---- */

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
	        table->n_columns)] - GUTTER,
	};
	double top = y;

	set->first = galley->lines->len;
	for (guint i = 0; i < cell->paras->len; i++) {
		struct rc_para *para = cell->paras->pdata[i];
		struct rc_range lines;

		para->style = style_of(cell);
		lines = rc_galley_lines(galley, para, NULL, at);
		galley->block++;
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
	    .width = table->x[table->n_columns] - GUTTER - table->left,
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
set_row(struct rc_table *table, const struct row *row, gboolean first)
{
	struct rc_galley *galley = table->galley;
	struct rc_strip strip = {.line = galley->lines->len,
	    .call = galley->calls->len, .table = -1};
	double height = 0, above = ROW_ABOVE + (first ? BODY_ABOVE : 0);
	g_autofree struct set_cell *set =
	    g_new0(struct set_cell, row->cells->len);

	if (is_total(row))
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
	if (is_total(row))
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
		struct rc_strip strip = set_row(table, row_at(table, r), FALSE);

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
		struct rc_strip strip = set_row(table, row_at(table, r), first);

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
	    .end = table->x[table->n_columns] - GUTTER,
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
	align_figures(table);
	fit_columns(table);
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
