/* table_fit.c - how wide the columns of a table are. */
#include <string.h>

#include "typeset/table_private.h"

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
	return (digits > 0 && letters <= 1) ||
	    strcmp(para->text->str, "–") == 0 ||
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
gboolean
rc_table_is_total(const struct row *row)
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

enum rc_style
rc_table_cell_style(const struct cell *cell)
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

		para->style = rc_table_cell_style(cell);
		rc_galley_widths(table->galley, para, &l, &n);
		*least = MAX(*least, l + RC_TABLE_GUTTER);
		/* headings may have three lines */
		*natural = MAX(*natural,
		    (cell->head ? MAX(l, n / 3) : n) + RC_TABLE_GUTTER);
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
 * an even share have what they need, the others what their longest words need
 * and of the rest in proportion. */
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
void
rc_table_fit(struct rc_table *table)
{
	const struct rc_geometry *page = &table->galley->page;
	double least[RC_MAX_TABLE_COLUMNS] = {0};
	double natural[RC_MAX_TABLE_COLUMNS] = {0}, room, need;
	guint n = table->n_columns;

	align_figures(table);
	needs(table, least, natural);
	need = sum_of(natural, n);
	table->left = page->column[0];
	room = page->column_right - page->column[0] + RC_TABLE_GUTTER;
	if (need > room) {
		table->left = page->left;
		room = page->right - page->left + RC_TABLE_GUTTER;
	}
	if (need > room)
		share_out(table, least, natural, room);
	for (guint i = 0; i < n && need <= room; i++)
		table->width[i] = natural[i] * room / MAX(need, 1);
	table->x[0] = table->left;
	for (guint i = 0; i < n; i++)
		table->x[i + 1] = table->x[i] + table->width[i];
}
