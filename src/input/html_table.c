/* html_table.c - tables of a web page. */
#include "input/html.h"

#include <stdlib.h>
#include <string.h>

#define MAX_ROWSPAN 1000
/* A table with no more rows that is the first thing on a page places the
 * letterhead: a document does not begin with figures. */
#define MAX_LETTERHEAD 4u

/* Whether a cell holds what only a page has, or most of the page. */
static gboolean
holds_page(const struct rc_html *h, const xmlNode *cell)
{
	const xmlNode *node = cell->children ? cell->children : NULL;

	while (node) {
		if (node->type == XML_ELEMENT_NODE) {
			const struct rc_html_tag *tag = rc_html_tag_of(node);

			if (tag->what == RC_HTML_TABLE ||
			    (tag->what == RC_HTML_HEADING &&
			        !rc_html_is(node, "caption")) ||
			    rc_html_is(node, "hr"))
				return TRUE;
		}
		node = rc_html_next(node, cell);
	}
	return rc_html_measure(cell, h->printed) * 2 > h->printed;
}

struct shape {
	guint rows, widest, heads;
	gboolean page;    /* a cell holds a page */
	gboolean several; /* a cell holds several blocks */
};

static gboolean
holds_several(const xmlNode *cell)
{
	guint n = 0;

	for (const xmlNode *c = cell->children; c; c = c->next)
		n += c->type == XML_ELEMENT_NODE &&
		    rc_html_tag_of(c)->what != RC_HTML_INLINE &&
		    rc_html_measure(c, 1) > 0;
	return n > 1;
}

static void
look_at_row(const struct rc_html *h, const xmlNode *row, struct shape *shape)
{
	guint n = 0;

	for (const xmlNode *c = row->children; c; c = c->next) {
		if (c->type != XML_ELEMENT_NODE ||
		    rc_html_tag_of(c)->what != RC_HTML_CELL)
			continue;
		n++;
		shape->heads += rc_html_is(c, "th");
		shape->page |= !shape->page && holds_page(h, c);
		shape->several |= holds_several(c);
	}
	shape->rows++;
	shape->widest = MAX(shape->widest, n);
}

static void
look_at_rows(const struct rc_html *h, const xmlNode *node,
    struct shape *shape)
{
	for (const xmlNode *c = node->children; c; c = c->next)
		if (rc_html_is(c, "tr"))
			look_at_row(h, c, shape);
}

static gboolean
is_first(const struct rc_html *h)
{
	return !h->text->paras->len && !h->line->s->len;
}

gboolean
rc_html_is_layout(const struct rc_html *h, const xmlNode *table)
{
	const char *role = rc_html_get(table, "role");
	struct shape shape = {0};

	if (rc_html_has_word(role, "presentation") ||
	    rc_html_has_word(role, "none"))
		return TRUE;
	look_at_rows(h, table, &shape);
	for (const xmlNode *c = table->children; c; c = c->next) {
		if (rc_html_is(c, "caption"))
			return FALSE;
		shape.heads += rc_html_is(c, "thead");
		if (rc_html_is(c, "thead") || rc_html_is(c, "tbody") ||
		    rc_html_is(c, "tfoot"))
			look_at_rows(h, c, &shape);
	}
	if (shape.page || (is_first(h) && !shape.heads &&
	    shape.rows <= MAX_LETTERHEAD))
		return TRUE;
	return !shape.heads && shape.widest < 2 &&
	    (shape.rows < 2 || shape.several);
}

/* ---- rows and cells ---- */

void
rc_html_row_begin(struct rc_html *h, const xmlNode *node)
{
	rc_html_cut_all(h);
	h->row = node;
	h->first_cell = h->text->cells->len;
	h->header = TRUE;
}

/* How many columns or rows a cell spans; 0 for one. */
static guint16
span_of(const xmlNode *node, const char *name, guint limit)
{
	const char *s = rc_html_get(node, name);
	gulong value = s && g_ascii_isdigit(*s) ? strtoul(s, NULL, 10) : 1;

	return value > 1 ? MIN(value, limit) : 0;
}

void
rc_html_cell_end(struct rc_html *h, const xmlNode *node)
{
	struct rc_para cell;

	h->cell = NULL;
	if (h->text->cells->len >= RC_MAX_TABLE_CELLS)
		rc_html_over(h, RC_MAX_TABLE_CELLS, "table cells");
	if (h->text->cells->len - h->first_cell >= RC_MAX_TABLE_COLUMNS)
		rc_html_over(h, RC_MAX_TABLE_COLUMNS, "columns of a table");
	if (h->failed)
		return;
	akn_line_finish(h->line);
	h->line->at = rc_html_place(node);
	h->line->marker = 0;
	cell = akn_line_para(h->line, h->text);
	cell.role = h->top->role;
	cell.columns = span_of(node, rc_html_get(node, "data-colspan")
	    ? "data-colspan" : "colspan", RC_MAX_TABLE_COLUMNS);
	cell.rows = span_of(node, "rowspan", MAX_ROWSPAN);
	h->header &= rc_html_is(node, "th") ||
	    (node->parent && node->parent->parent &&
	        rc_html_is(node->parent->parent, "thead"));
	g_array_append_val(h->text->cells, cell);
	akn_line_clear(h->line);
}

/* Whether a row prints something; *spans: how many rows its cells reach. */
static gboolean
has_content(const struct rc_html *h, guint *spans)
{
	gboolean content = FALSE;

	for (guint i = h->first_cell; i < h->text->cells->len; i++) {
		const struct rc_para *cell = &g_array_index(h->text->cells,
		    struct rc_para, i);

		content |= cell->len || cell->n_calls;
		*spans = MAX(*spans, cell->rows);
	}
	return content;
}

/* A row that is empty is left out, unless a cell of it or above it spans
 * several rows. */
void
rc_html_row_end(struct rc_html *h, const xmlNode *node)
{
	struct rc_place at = rc_html_place(node);
	guint spans = h->rows_spanned;
	struct rc_para row;

	h->row = NULL;
	akn_line_clear(h->line);
	if (!has_content(h, &spans) && !spans) {
		g_array_set_size(h->text->cells, h->first_cell);
		return;
	}
	h->rows_spanned = spans ? spans - 1 : 0;
	row = rc_para_make(h->text, "", 0, &at);
	row.kind = RC_PARA_ROW;
	row.role = h->top->role;
	row.cell = h->first_cell;
	row.n_cells = h->text->cells->len - h->first_cell;
	row.header = h->header && row.n_cells > 0;
	h->n_rows++;
	if (!h->failed && !rc_text_add(h->text, &row, h->error))
		h->failed = TRUE;
}

void
rc_html_table_end(struct rc_html *h, const xmlNode *node)
{
	struct rc_place at = rc_html_place(node);
	struct rc_para end;

	if (h->n_rows && !h->failed) {
		end = rc_para_make(h->text, "", 0, &at);
		end.kind = RC_PARA_TABLE_END;
		end.role = h->top->role;
		h->failed = !rc_text_add(h->text, &end, h->error);
	}
	h->n_rows = h->rows_spanned = 0;
}
