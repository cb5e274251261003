/* docx_table.c - tables: rows of cells with what they span. A table within a
 * cell gives its rows as lines of the cell. */
#include "input/docx.h"

#include <string.h>

enum { MERGE_NONE, MERGE_BEGINS, MERGE_GOES_ON };

gboolean
docx_in_cell(const struct docx_reader *r)
{
	return r->table.depth && !r->table.flat && r->para == r->paras;
}

void
docx_add_to_cell(struct docx_reader *r, const struct docx_line *line)
{
	struct docx_table *t = &r->table;

	if (docx_line_is_empty(line))
		return;
	if (t->depth > 1 && t->goes_on)
		docx_line_text(&t->cell, " ", 1, 0, NULL);
	else
		docx_line_break(&t->cell);
	docx_line_append(&t->cell, line);
	t->goes_on = TRUE;
}

static struct rc_para *
cell_at(const struct docx_reader *r, guint i)
{
	return &g_array_index(r->text->cells, struct rc_para, i);
}

/* ---- tables ---- */

/* The masthead of some templates is a table without anything before it; so is
 * the head of a page. Its cells are read as paragraphs. */
static void
begin_table(struct docx_reader *r)
{
	struct docx_table *t = &r->table;

	if (t->depth++)
		return;
	t->flat = r->area != DOCX_AREA_BODY || !r->printed ||
	    r->para > r->paras;
	t->any_header = FALSE;
	t->n_rows = 0;
	t->first_para = r->text->paras->len;
	memset(t->tops, 0, sizeof(t->tops));
}

static gboolean
is_style(const struct docx_reader *r, const struct rc_para *cell, guint style)
{
	guint32 at = 0;

	for (guint i = 0; i < cell->n_spans; i++) {
		const struct rc_span *span = rc_para_span(r->text, cell, i);

		if (!(span->style & style) || span->start > at + 1)
			return FALSE;
		at = span->end;
	}
	return at == cell->len && cell->len;
}

/* Whether all cells of a row that hold anything are in that style. */
static gboolean
is_row_of(const struct docx_reader *r, const struct rc_para *row, guint style)
{
	guint n = 0;

	for (guint i = 0; i < row->n_cells; i++) {
		const struct rc_para *cell = cell_at(r, row->cell + i);

		if (!cell->len)
			continue;
		if (!is_style(r, cell, style))
			return FALSE;
		n++;
	}
	return n > 0;
}

/* The rows at the top that are set in italics or in bold, where others below
 * are not, are the head of a table that names none. */
static void
find_head(struct docx_reader *r)
{
	guint from = r->table.first_para, to = r->text->paras->len, n = 0;

	while (from + n < to &&
	    (is_row_of(r, rc_text_para(r->text, from + n), RC_ITALIC) ||
	        is_row_of(r, rc_text_para(r->text, from + n), RC_BOLD)))
		n++;
	if (from + n == to)
		return;
	while (n-- > 0)
		rc_text_para(r->text, from + n)->header = TRUE;
}

static void
end_table(struct docx_reader *r)
{
	struct docx_table *t = &r->table;
	const struct rc_place at = {.line = MAX(r->n_paras, 1), .column = 1};
	struct rc_para end;
	GError *error = NULL;

	if (!t->depth || --t->depth)
		return;
	if (!t->flat && t->n_rows) {
		if (!t->any_header)
			find_head(r);
		end = rc_para_make(r->text, "", 0, &at);
		end.kind = RC_PARA_TABLE_END;
		if (!rc_text_add(r->text, &end, &error))
			docx_xml_fail(r->xml, error);
	}
	t->flat = FALSE;
}

/* ---- rows ---- */

static void
begin_row(struct docx_reader *r)
{
	struct docx_table *t = &r->table;

	t->goes_on = FALSE;
	if (t->depth != 1 || t->flat)
		return;
	t->header = t->gone = FALSE;
	t->column = 0;
	t->first_cell = r->text->cells->len;
}

/* A row whose cells all go on from above adds nothing. */
static void
shorten_tops(struct docx_reader *r)
{
	struct rc_para *last = NULL;

	for (guint i = 0; i < RC_MAX_TABLE_COLUMNS; i++) {
		struct rc_para *cell = r->table.tops[i]
		    ? cell_at(r, r->table.tops[i] - 1) : NULL;

		if (cell && cell != last && cell->rows)
			cell->rows -= cell->rows == 2 ? 2 : 1;
		last = cell;
	}
}

static gboolean
has_content(const struct docx_reader *r)
{
	for (guint i = r->table.first_cell; i < r->text->cells->len; i++)
		if (cell_at(r, i)->len || cell_at(r, i)->n_calls)
			return TRUE;
	for (guint i = 0; i < RC_MAX_TABLE_COLUMNS; i++)
		if (r->table.tops[i])
			return TRUE;
	return FALSE;
}

static void
end_row(struct docx_reader *r)
{
	struct docx_table *t = &r->table;
	const struct rc_place at = {.line = MAX(r->n_paras, 1), .column = 1};
	struct rc_para row;
	GError *error = NULL;

	if (t->depth != 1 || t->flat || t->gone)
		return;
	if (t->first_cell == r->text->cells->len) {
		shorten_tops(r);
		return;
	}
	if (!has_content(r)) {
		g_array_set_size(r->text->cells, t->first_cell);
		return;
	}
	row = rc_para_make(r->text, "", 0, &at);
	row.kind = RC_PARA_ROW;
	row.cell = t->first_cell;
	row.n_cells = r->text->cells->len - t->first_cell;
	row.header = t->header;
	t->any_header |= t->header;
	t->n_rows++;
	r->printed = TRUE;
	r->empty = 0;
	if (!rc_text_add(r->text, &row, &error))
		docx_xml_fail(r->xml, error);
}

/* ---- cells ---- */

static void
begin_cell(struct docx_reader *r)
{
	struct docx_table *t = &r->table;

	if (t->depth != 1 || t->flat)
		return;
	docx_line_clear(&t->cell);
	t->cell.at = (struct rc_place){.line = r->n_paras + 1, .column = 1};
	t->span = 1;
	t->merge = MERGE_NONE;
}

static void
add_cell(struct docx_reader *r)
{
	struct docx_table *t = &r->table;
	struct rc_para cell;

	if (r->text->cells->len >= RC_MAX_TABLE_CELLS) {
		docx_fail(r, RC_MAX_TABLE_CELLS, "table cells");
		return;
	}
	docx_line_finish(&t->cell);
	cell = docx_line_para(&t->cell, r->text);
	cell.columns = t->span > 1 ? t->span : 0;
	g_array_append_val(r->text->cells, cell);
}

/* Columns that the row leaves out before its cells, or after them. */
static void
skip_columns(struct docx_reader *r, guint n)
{
	struct docx_table *t = &r->table;

	if (!n || t->depth != 1 || t->flat || t->column ||
	    n >= RC_MAX_TABLE_COLUMNS)
		return;
	begin_cell(r);
	t->span = n;
	add_cell(r);
	for (t->column = 0; t->column < n; t->column++)
		t->tops[t->column] = 0;
}

static void
end_cell(struct docx_reader *r)
{
	struct docx_table *t = &r->table;
	guint top = 0, end = t->column + t->span;

	if (t->depth != 1 || t->flat || t->gone)
		return;
	if (end > RC_MAX_TABLE_COLUMNS) {
		docx_fail(r, RC_MAX_TABLE_COLUMNS, "columns of a table");
		return;
	}
	if (t->merge == MERGE_GOES_ON && t->tops[t->column]) {
		struct rc_para *above;

		top = t->tops[t->column];
		above = cell_at(r, top - 1);
		above->rows = above->rows ? MIN(above->rows + 1, G_MAXUINT16)
		                          : 2;
	} else {
		add_cell(r);
		top = t->merge ? r->text->cells->len : 0;
	}
	for (; t->column < end; t->column++)
		t->tops[t->column] = top;
	docx_line_clear(&t->cell);
}

/* ---- elements ---- */

static void
read_property(struct docx_reader *r, struct docx_xml *x, enum docx_tag tag)
{
	struct docx_table *t = &r->table;
	const char *value;

	if (t->depth != 1 || t->flat)
		return;
	switch (tag) {
	case DOCX_GRID_SPAN:
		t->span = (guint)docx_get_number(x, "val", 1, G_MAXINT16, 1);
		break;
	case DOCX_V_MERGE:
		value = docx_get(x, "val");
		t->merge = value && strcmp(value, "restart") == 0
		    ? MERGE_BEGINS : MERGE_GOES_ON;
		break;
	case DOCX_TBL_HEADER:
		t->header = docx_get_on(x);
		break;
	case DOCX_GRID_BEFORE:
		skip_columns(r, (guint)docx_get_number(x, "val", 0,
		    G_MAXINT16, 0));
		break;
	default:
		break;
	}
}

void
docx_table_start(struct docx_reader *r, struct docx_xml *x, enum docx_tag tag)
{
	switch (tag) {
	case DOCX_TBL:
		begin_table(r);
		break;
	case DOCX_TR:
		begin_row(r);
		break;
	case DOCX_TC:
		begin_cell(r);
		break;
	default:
		read_property(r, x, tag);
	}
}

void
docx_table_end(struct docx_reader *r, enum docx_tag tag)
{
	if (tag == DOCX_TBL)
		end_table(r);
	else if (tag == DOCX_TR)
		end_row(r);
	else if (tag == DOCX_TC)
		end_cell(r);
}
