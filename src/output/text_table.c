/* text_table.c - a table as columns of plain text, or as Markdown has it. */
#include "output/text.h"

#include <string.h>

#include "base/limits.h"
#include "base/number.h"

#define ROOM 84u       /* columns of text that a plain table may take */
#define GAP 2u         /* between two of its columns */
#define MIN_WIDTH 6u   /* no column is made narrower to get them all in */
#define MAX_PADDED 40u /* of Markdown; a wider cell pushes the next aside */

struct grid {
	GPtrArray *rows;                       /* GPtrArray of char * */
	guint carried[RC_MAX_TABLE_COLUMNS];   /* rows a cell still spans */
	guint width[RC_MAX_TABLE_COLUMNS];
	guint n_columns;
};

static guint
span(const xmlNode *cell, const char *name)
{
	const char *value = akn_get(cell, name);
	guint64 n = 1;

	if (value)
		rc_number_read(value, 1, RC_MAX_TABLE_COLUMNS, &n);
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
	g->width[n] = MAX(g->width[n], line_width(text));
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
	g_ptr_array_add(g->rows, row);
}

static const char *
cell_at(const GPtrArray *row, guint i)
{
	return i < row->len ? g_ptr_array_index(row, i) : "";
}

static void
begin_line(GString *out)
{
	if (out->len)
		g_string_append_c(out, '\n');
}

/* ---- Markdown ---- */

static guint
padded(const struct grid *g, guint i)
{
	return CLAMP(g->width[i], 3, MAX_PADDED);
}

static void
print_row(GString *out, const struct grid *g, const GPtrArray *row)
{
	begin_line(out);
	g_string_append_c(out, '|');
	for (guint i = 0; i < g->n_columns; i++) {
		const char *text = cell_at(row, i);

		g_string_append_printf(out, " %s", text);
		for (guint n = line_width(text); n <= padded(g, i); n++)
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
		for (guint n = 0; n < padded(g, i); n++)
			g_string_append_c(out, '-');
		g_string_append(out, " |");
	}
}

/* It knows one row of headings, and no table without. */
static void
print_markdown(GString *out, const struct grid *g)
{
	for (guint i = 0; i < g->rows->len; i++) {
		if (i == 1)
			print_rule(out, g);
		print_row(out, g, g_ptr_array_index(g->rows, i));
	}
}

/* ---- plain: long cells are broken into lines, figures stand right ---- */

static void
make_narrow(struct grid *g)
{
	guint room = ROOM - MIN(ROOM, GAP * (g->n_columns - 1)), sum = 0;

	for (guint i = 0; i < g->n_columns; i++) {
		g->width[i] = MIN(g->width[i], ROOM);
		sum += g->width[i];
	}
	while (sum > room) {
		guint widest = 0;

		for (guint i = 1; i < g->n_columns; i++)
			if (g->width[i] > g->width[widest])
				widest = i;
		if (g->width[widest] <= MIN_WIDTH)
			return;
		g->width[widest]--;
		sum--;
	}
}

/* Bytes of the words at s that fit, one word at least. */
static gsize
fitting(const char *s, guint width)
{
	const char *end = NULL;
	guint n = 0;

	for (const char *at = s; *at; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);

		if (c == ' ')
			end = at;
		n += g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
		if (n <= width)
			continue;
		if (end)
			return end - s;
		if (at > s && g_unichar_iswide(c))
			return at - s;
	}
	return strlen(s);
}

static gboolean
is_figure(const char *text)
{
	gboolean digit = FALSE;

	for (; *text; text = g_utf8_next_char(text)) {
		gunichar c = g_utf8_get_char(text);

		digit |= g_unichar_isdigit(c);
		if (g_unichar_isalpha(c))
			return FALSE;
	}
	return digit;
}

static void
print_spaces(GString *out, guint n)
{
	for (; n; n--)
		g_string_append_c(out, ' ');
}

/* One line of a cell; gives where the next begins. */
static const char *
print_part(GString *out, const struct grid *g, guint column, const char *s,
    gboolean figure)
{
	gsize len = fitting(s, g->width[column]);
	g_autofree char *part = g_strndup(s, len);
	guint n = line_width(part);
	guint rest = g->width[column] - MIN(n, g->width[column]);

	print_spaces(out, figure ? rest : 0);
	g_string_append(out, part);
	print_spaces(out, (figure ? 0 : rest) + GAP);
	s += len;
	return *s == ' ' ? s + 1 : s;
}

static void
print_lines(struct text *t, const struct grid *g, const GPtrArray *row)
{
	const char *at[RC_MAX_TABLE_COLUMNS];
	gboolean more = TRUE;

	for (guint i = 0; i < g->n_columns; i++)
		at[i] = cell_at(row, i);
	while (more) {
		begin_line(t->out);
		print_spaces(t->out, text_indent(t));
		more = FALSE;
		for (guint i = 0; i < g->n_columns; i++) {
			at[i] = print_part(t->out, g, i, at[i],
			    i && is_figure(cell_at(row, i)));
			more |= *at[i] != '\0';
		}
		while (t->out->str[t->out->len - 1] == ' ')
			g_string_truncate(t->out, t->out->len - 1);
	}
}

static void
print_grid(struct text *t, struct grid *g)
{
	if (g->rows->len)
		begin_line(t->out);
	if (t->markup) {
		print_markdown(t->out, g);
		return;
	}
	make_narrow(g);
	for (guint i = 0; i < g->rows->len; i++)
		print_lines(t, g, g_ptr_array_index(g->rows, i));
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
	struct grid grid = {.rows = rows, .n_columns = 1};
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
