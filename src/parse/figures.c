/* figures.c - tables of figures whose cells stand on a line each.
 *
 * pdftotext without -layout prints such a table cell by cell, empty lines
 * between: "Staff costs", "12 400", "11 900", "Travel", "310", "–". A line of
 * text begins a row, and the figures below it are the row's. Where the first
 * column counts the rows ("1", "Staff costs", "12 400"), its numbers do. */
#include "parse/tables.h"

#include <string.h>

#define MIN_FIGURES 4u    /* of a table */
#define MAX_TEXTS 4u      /* cells of text without a figure between them */
#define MAX_CELL_LINES 3u /* lines of a cell of text that was folded */
#define MAX_LEAD 8u       /* cells above the first row that are looked at */
#define LONG_CELL 60u     /* columns: with a colon at its end, a sentence */
#define MIN_COUNTED 3u    /* numbers of rows that make a column of numbers */
#define MAX_COUNTED_SHARE 3u /* figures to such a number, at most */

/* A cell: lines from one gap to the next. */
struct cell {
	guint line, end;
	gboolean figure;
	guint value;     /* of a figure that may count rows; 0: it may not */
	gboolean counts; /* it does: a row begins here */
};

static gboolean
is_figure_char(gunichar c)
{
	return g_unichar_isdigit(c) || g_unichar_isspace(c) ||
	    (c < 0x80 ? strchr(",.()%-/", (int)c) != NULL :
	        (c >= 0x2010 && c <= 0x2014) || c == 0x2212 || c == 0x066B ||
	            c == 0x066C || c == 0x060C);
}

/* Digits with what stands among digits, or a dash for none. The number of a
 * paragraph ("5.", "5 -", "(5)") is none. */
static gboolean
is_figure(const struct rc_lang *lang, const struct rc_para *para)
{
	const char *s = para->text, *end = s + para->len;
	guint digits = 0, chars = 0;
	g_autofree char *with = g_strdup_printf("%.*s ", (int)para->len,
	    para->text);
	struct mark mark;

	for (; s < end; s = g_utf8_next_char(s), chars++) {
		gunichar c = g_utf8_get_char(s);

		if (!is_figure_char(c))
			return FALSE;
		digits += g_unichar_isdigit(c);
	}
	if (!digits)
		return chars == 1 && !strchr("()%,./", *para->text);
	return memchr(para->text, '/', para->len) == NULL &&
	    !(rc_mark_take(lang, with, para->len + 1, &mark) &&
	        mark.len == para->len && mark.style != MARK_DECIMAL);
}

/* A whole number of up to three digits, a letter behind it ("29A") or not;
 * else 0. */
static guint
small_number(const struct rc_para *para)
{
	guint value = 0, n = 0;

	for (const char *s = para->text; s < para->text + para->len;
	     s = g_utf8_next_char(s)) {
		gunichar c = g_utf8_get_char(s);
		int digit = g_unichar_digit_value(c);

		if (n && s + 1 == para->text + para->len && g_unichar_isupper(c))
			break;
		if (digit < 0 || ++n > 3)
			return 0;
		value = value * 10 + (guint)digit;
	}
	return value;
}

/* The line of text behind one, past what belongs to the page; lines->len if
 * a table or the masthead stands before it. */
static guint
next_text(const GArray *lines, guint i)
{
	while (++i < lines->len && rc_line(lines, i)->kind != LINE_TEXT)
		if (rc_line(lines, i)->kind == LINE_TABLE ||
		    rc_line(lines, i)->kind == LINE_HEAD)
			return lines->len;
	return i;
}

/* An empty line, the page's edge or furniture is before it. */
static gboolean
stands_apart(const GArray *lines, guint i)
{
	return !i || rc_line(lines, i)->top || rc_line(lines, i)->para->gap ||
	    rc_line(lines, i - 1)->kind == LINE_FURNITURE;
}

static gboolean
ends_with_colon(const struct rc_para *para)
{
	gunichar c = g_utf8_get_char(g_utf8_prev_char(para->text + para->len));

	return c == ':' || c == 0xFF1A;
}

static gboolean
ends_sentence(const struct rc_para *para)
{
	const char *last = g_utf8_prev_char(para->text + para->len);
	gunichar c = g_utf8_get_char(last);

	if (ends_with_colon(para))
		return rc_columns(para->text, para->len) > LONG_CELL;
	return rc_is_terminal(c);
}

/* Whether a paragraph of the text begins: the formula, or "Resolves that:". */
static gboolean
begins_text(const struct rc_lang *lang, const struct rc_para *para)
{
	enum rc_lead lead;
	gsize size;

	return rc_lang_formula(lang, para->text, para->len, &size) ||
	    (ends_with_colon(para) &&
	        rc_lang_lead(lang, para->text, para->len, &lead));
}

/* Read the cell at a line. FALSE when what stands there can be none. */
static gboolean
read_cell(const GArray *lines, const struct rc_lang *lang, guint at,
    struct cell *cell)
{
	guint next = at, n = 0;

	*cell = (struct cell){.line = at};
	do {
		const struct line *line = rc_line(lines, next);

		if (ends_sentence(line->para) || ++n > MAX_CELL_LINES ||
		    (n == 1 && begins_text(lang, line->para)) ||
		    (n > 1 && ends_with_colon(line->para)))
			return FALSE;
		cell->figure = is_figure(lang, line->para);
		if (cell->figure && n > 1)
			return FALSE;
		cell->end = next + 1;
		next = next_text(lines, next);
	} while (next < lines->len && !stands_apart(lines, next));
	if (n == 1)
		cell->value = small_number(rc_line(lines, at)->para);
	return TRUE;
}

/* ---- the cells of a table ---- */

/* All cells from a line on, as long as figures stand among them. */
static GArray *
read_cells(const GArray *lines, const struct rc_lang *lang, guint from)
{
	GArray *cells = g_array_new(FALSE, FALSE, sizeof(struct cell));
	guint texts = 0, whole = 0;
	struct cell cell;

	for (guint i = from; i < lines->len; i = next_text(lines, cell.end - 1)) {
		if (!stands_apart(lines, i) ||
		    !read_cell(lines, lang, i, &cell))
			break;
		texts = cell.figure ? 0 : texts + 1;
		if (texts > (whole ? MAX_TEXTS : MAX_LEAD))
			break;
		g_array_append_val(cells, cell);
		if (cell.figure)
			whole = cells->len;
	}
	g_array_set_size(cells, whole);
	return cells;
}

static struct cell *
cell_at(const GArray *cells, guint i)
{
	return &g_array_index(cells, struct cell, i);
}

/* Mark the numbers that count rows: 1, 2, 3 ... ("29A", "29B"), each with a
 * text and a figure behind it. FALSE when they are too few to be a column. */
static gboolean
mark_counts(GArray *cells)
{
	guint last = 0, n = 0, figures = 0;

	for (guint i = 0; i + 2 < cells->len; i++) {
		struct cell *c = cell_at(cells, i);

		figures += c->figure;
		if (c->value && !c[1].figure && c[2].figure &&
		    (c->value == last + 1 || (c->value == last && !c->figure))) {
			c->counts = TRUE;
			last = c->value;
			n++;
		}
	}
	if (n >= MIN_COUNTED && n * MAX_COUNTED_SHARE >= figures)
		return TRUE;
	for (guint i = 0; i < cells->len; i++)
		cell_at(cells, i)->counts = FALSE;
	return FALSE;
}

/* The most figures behind a text. */
static guint
most_figures(const GArray *cells)
{
	guint n = 0, most = 0;

	for (guint i = 0; i < cells->len; i++) {
		const struct cell *c = cell_at(cells, i);

		n = c->figure && !c->counts ? n + 1 : 0;
		most = MAX(most, n);
	}
	return most;
}

/* The first cell of text with a figure behind it. */
static guint
first_label(const GArray *cells)
{
	guint i = 0;

	while (i + 1 < cells->len && !(!cell_at(cells, i)->figure &&
	    cell_at(cells, i + 1)->figure && !cell_at(cells, i + 1)->counts))
		i++;
	return i;
}

/* Cells of the table's head, from a cell on: one a column, or all but the
 * corner, when the unit ("(United States dollars)") stands in its place. */
static guint
head_cells(const GArray *lines, const GArray *cells, guint from, guint label,
    guint columns)
{
	guint n = MIN(label - from, columns);

	if (n == columns && n > 1 && rc_cell_is_bracketed(rc_line(lines,
	    cell_at(cells, from + n - 1)->line)->para))
		n--;
	return n;
}

/* ---- the table ---- */

static gboolean
is_same(const GArray *lines, const struct cell *a, const struct cell *b)
{
	const struct rc_para *x = rc_line(lines, a->line)->para;
	const struct rc_para *y = rc_line(lines, b->line)->para;

	return x->len == y->len && memcmp(x->text, y->text, x->len) == 0;
}

/* Whether the head of a table stands at a cell again, as at the top of a
 * page. */
static gboolean
is_head_again(const GArray *lines, const GArray *cells, guint from,
    guint head, guint at)
{
	guint i = 0;

	while (i < head && at + i < cells->len &&
	    is_same(lines, cell_at(cells, from + i), cell_at(cells, at + i)))
		i++;
	return head > 1 && i == head && at >= from + head;
}

static void
drop(GArray *lines, const GArray *cells, guint from, guint n)
{
	for (guint i = from; i < from + n; i++)
		rc_line(lines, cell_at(cells, i)->line)->kind = LINE_FURNITURE;
}

static void
put(GArray *lines, const struct cell *cell, guint table, guint column,
    gboolean row)
{
	for (guint i = cell->line; i < cell->end; i++) {
		struct line *line = rc_line(lines, i);

		if (line->kind != LINE_TEXT)
			continue;
		line->kind = LINE_TABLE;
		line->table = table;
		line->column = column;
		line->row = row && i == cell->line;
	}
}

/* Give each cell its row and column. */
static void
place(GArray *lines, const GArray *cells, guint from, guint head,
    guint table, guint first, guint columns)
{
	guint column = 0;

	for (guint i = from; i < cells->len; i++) {
		const struct cell *c = cell_at(cells, i);
		gboolean counted = i > from && c[-1].counts;
		gboolean row = c->counts || (!c->figure && !counted);

		if (is_head_again(lines, cells, from, head, i)) {
			drop(lines, cells, i, head);
			i += head - 1;
			continue;
		}
		if (i < from + head) {
			column = i == from && first ? 0 : columns - head + i - from;
			row = i == from;
		} else if (c->counts) {
			column = 0;
		} else {
			column = c->figure ? MIN(column + 1, columns - 1) : first;
		}
		put(lines, c, table, column, row);
	}
}

/* "Annex" and the title below it are above the table. */
static guint
skip_title(const GArray *lines, const GArray *cells,
    const struct rc_lang *lang, guint label, guint columns)
{
	const struct rc_para *para = rc_line(lines, cell_at(cells, 0)->line)->para;

	if (!rc_lang_starts(lang, RC_PH_ANNEX, para->text, para->len))
		return 0;
	return label > columns ? 2 : 1;
}

static void
find_at(GArray *lines, GPtrArray *tables, const struct rc_lang *lang,
    GArray *cells)
{
	struct rc_table *t;
	guint counted, n, label, from;

	counted = mark_counts(cells) ? 1 : 0;
	n = counted + 1 + most_figures(cells);
	label = first_label(cells);
	if (n > RC_MAX_TABLE_COLUMNS || label >= cells->len)
		return;
	from = MIN(skip_title(lines, cells, lang, label, n), label);
	t = g_new0(struct rc_table, 1);
	t->listed = TRUE;
	t->n = n;
	t->last = -1;
	g_ptr_array_add(tables, t);
	/* a column of numbers has no head, or the texts have none */
	place(lines, cells, from, head_cells(lines, cells, from,
	    label > from + counted ? label - counted : label, n - counted),
	    tables->len - 1, counted, n);
}

static guint
n_figures(const GArray *cells)
{
	guint n = 0;

	for (guint i = 0; i < cells->len; i++)
		n += cell_at(cells, i)->figure;
	return n;
}

void
rc_figures_find(GArray *lines, GPtrArray *tables, const struct rc_lang *lang)
{
	for (guint i = 0, next; i < lines->len; i = next) {
		g_autoptr(GArray) cells = NULL;

		next = i + 1;
		if (rc_line(lines, i)->kind != LINE_TEXT ||
		    !stands_apart(lines, i))
			continue;
		cells = read_cells(lines, lang, i);
		if (n_figures(cells) < MIN_FIGURES)
			continue;
		find_at(lines, tables, lang, cells);
		next = cell_at(cells, cells->len - 1)->end;
	}
}
