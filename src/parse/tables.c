/* tables.c - which printed lines are of tables, and their columns.
 *
 * Where lines keep their places, a column is a strip that no line crosses.
 * Lines beside those of several cells are of the table when they keep to its
 * strips; so are those on the next page. */
#include "parse/tables.h"

#include <string.h>

#include "text/char.h"

#define MAX_WIDTH 400u   /* columns of a line that are looked at */
#define MIN_SHARE 4u     /* one line in four must have several cells */
#define PRESSED 85u      /* per cent of the measure */

struct rc_tables {
	GPtrArray *tables; /* struct rc_table */
	GArray *lines;
	const struct rc_lang *lang;
	const struct rc_measure *measure;
};

static guint
n_cells(const struct rc_para *para)
{
	guint n = 0;

	for (gsize at = 0, next; at < para->len; at = next) {
		rc_line_cell(para->text + at, para->len - at, RC_CELL_BLANKS,
		    &next);
		next += at;
		n++;
	}
	return n;
}

/* Whether a cell ends in the call of a note and the sentence goes on in the next:
 * "Development, 1  and recalling". Some extractions set two blanks there. */
static gboolean
runs_past_call(const char *cell, gsize len, const char *next)
{
	const char *s = cell + len;

	while (s > cell && cell + len - s < 3 && g_ascii_isdigit(s[-1]))
		s--;
	if (s == cell + len || s == cell)
		return FALSE;
	s -= s[-1] == ' ' && s > cell + 1;
	return !g_ascii_isdigit(s[-1]) &&
	    (g_unichar_islower(g_utf8_get_char(next)) ||
	        (rc_is_terminal(rc_char(rc_char_start(s))) &&
	            g_unichar_isalpha(g_utf8_get_char(next))));
}

/* Whether two blanks, no more, stand between words of a sentence. */
static gboolean
runs_on(const char *cell, gsize len, const char *next)
{
	gunichar last = len ? rc_char(rc_char_start(cell + len)) : 0;

	return next == cell + len + 2 && (last == ',' || g_unichar_islower(last)) &&
	    g_unichar_islower(g_utf8_get_char(next));
}

/* Whether all wide blanks of a line stand behind calls or, where it is as long as
 * lines of the text are, within a sentence. */
static gboolean
is_sentence(const struct rc_para *para)
{
	gboolean full = para->len >= RC_LONG_LINE;

	for (gsize at = 0, next; at < para->len; at += next) {
		const char *cell = para->text + at;
		gsize len = rc_line_cell(cell, para->len - at, RC_CELL_BLANKS,
		    &next);

		if (at + next < para->len &&
		    !runs_past_call(cell, len, cell + next) &&
		    !(full && runs_on(cell, len, cell + next)))
			return FALSE;
	}
	return TRUE;
}

/* Several cells, of which the first is not the mark of a paragraph or the
 * number of a heading. */
static gboolean
is_row(const struct line *line, const struct rc_lang *lang)
{
	const struct rc_para *para = line->para;
	struct mark mark;
	guint n = n_cells(para);

	if (n < 2 || line->stretched || is_sentence(para))
		return FALSE;
	return n > 2 || !(rc_mark_take(lang, para->text, para->len, &mark) ||
	    rc_line_label(lang, line));
}

/* The lines from one gap or page to the next. */
static guint
group_end(const GArray *lines, guint from)
{
	guint end = from + 1;

	while (end < lines->len && rc_line(lines, end)->kind == LINE_TEXT &&
	    !rc_line(lines, end)->para->gap &&
	    rc_line(lines, end)->page == rc_line(lines, from)->page)
		end++;
	return end;
}

/* ---- columns ---- */

static guint
advance(const char *s)
{
	return rc_columns(s, g_utf8_next_char(s) - s);
}

/* Count a line's characters in each column of characters; a single blank is
 * within a cell. */
static void
project(const struct line *line, guint *counts)
{
	guint at = rc_table_indent(line);
	const char *s = line->para->text, *end = s + line->para->len;

	for (; s < end && at < MAX_WIDTH; s = g_utf8_next_char(s)) {
		guint n = advance(s);

		if (*s != ' ' && *s != '\t')
			for (guint k = 0; k < n && at + k < MAX_WIDTH; k++)
				counts[at + k]++;
		else if (s + 1 < end && s[1] != ' ' && s > line->para->text &&
		    s[-1] != ' ')
			counts[at]++;
		at += n;
	}
}

static void
set_columns(struct rc_table *t, const guint *counts)
{
	gboolean inside = FALSE;

	t->n = 0;
	for (guint x = 0; x < MAX_WIDTH; x++) {
		if (counts[x] && !inside && t->n < RC_MAX_TABLE_COLUMNS)
			t->columns[t->n++].from = x;
		inside = counts[x] != 0;
		if (inside)
			t->columns[t->n - 1].to = x + 1;
	}
	if (!t->n) /* all of it stands beyond what is looked at */
		t->columns[t->n++] = (struct column){0, MAX_WIDTH};
}

/* Where blanks were folded, cells are told by their number in the line. */
static void
set_folded_columns(struct rc_table *t, const GArray *lines, guint from,
    guint end)
{
	guint widths[RC_MAX_TABLE_COLUMNS] = {0}, at = 0;

	t->n = 0;
	for (guint i = from; i < end; i++) {
		const char *s = rc_line(lines, i)->para->text;
		const char *stop = s + rc_line(lines, i)->para->len;

		if (rc_cell_is_bracketed(rc_line(lines, i)->para))
			continue; /* it spans the columns */
		for (guint c = 0; s < stop && c < RC_MAX_TABLE_COLUMNS; c++) {
			gsize next, len = rc_line_cell(s, stop - s,
			    RC_CELL_BLANKS, &next);

			widths[c] = MAX(widths[c], rc_columns(s, len));
			t->n = MAX(t->n, c + 1);
			s += next;
		}
	}
	for (guint c = 0; c < t->n; c++) {
		t->columns[c] = (struct column){at, at + widths[c]};
		at += widths[c] + RC_CELL_BLANKS;
	}
}

static gboolean
is_within(const struct rc_table *t, guint from, guint to)
{
	for (guint c = 0; c < t->n; c++)
		if (from >= t->columns[c].from && to <= t->columns[c].to)
			return from == t->columns[c].from ||
			    to == t->columns[c].to || c > 0;
	return FALSE;
}

/* Whether all cells of a line keep to the strips of a table. */
static gboolean
fits(const struct rc_table *t, const struct line *line)
{
	guint at = rc_table_indent(line);
	const char *s = line->para->text, *end = s + line->para->len;

	if (line->kind != LINE_TEXT || t->folded)
		return FALSE; /* nothing tells a cell from a line of text */
	while (s < end) {
		gsize next, len = rc_line_cell(s, end - s, RC_CELL_BLANKS, &next);

		if (!is_within(t, at, at + rc_columns(s, len)))
			return FALSE;
		at += rc_columns(s, next);
		s += next;
	}
	return TRUE;
}

/* ---- lines ---- */

static void
take(struct rc_tables *all, guint from, guint end)
{
	for (guint i = from; i < end; i++) {
		struct line *line = rc_line(all->lines, i);

		line->kind = LINE_TABLE;
		line->table = all->tables->len - 1;
	}
}

static gboolean
has_wide_blank(const struct line *line)
{
	gsize next, len = rc_line_cell(line->para->text, line->para->len,
	    RC_CELL_BLANKS + 1, &next);

	return len < line->para->len;
}

/* Whether the first column is so narrow that its texts go on in lines of their
 * own: most such lines could not have stood on the line before. */
static gboolean
goes_on_below(const struct rc_tables *all, const struct rc_table *t,
    guint from, guint end)
{
	guint room = t->columns[0].to - t->columns[0].from, on = 0, apart = 0;

	for (guint i = from + 1; i < end; i++) {
		const struct rc_para *para = rc_line(all->lines, i)->para;
		const struct rc_para *before = rc_line(all->lines, i - 1)->para;
		gsize next, len = rc_line_cell(before->text, before->len,
		    RC_CELL_BLANKS, &next);

		if (n_cells(para) > 1)
			continue;
		if (rc_columns(before->text, len) + 1 +
		    rc_first_word(para->text, para->len) > room)
			on++;
		else
			apart++;
	}
	return on > 1 && on > apart;
}

static void
measure(struct rc_tables *all, struct rc_table *t, guint from, guint end)
{
	guint counts[MAX_WIDTH] = {0};
	gboolean wide = all->measure->indented;

	for (guint i = from; i < end; i++) {
		project(rc_line(all->lines, i), counts);
		wide |= has_wide_blank(rc_line(all->lines, i));
	}
	t->folded = !wide;
	if (t->folded)
		set_folded_columns(t, all->lines, from, end);
	else
		set_columns(t, counts);
	t->pressed = (t->columns[t->n - 1].to - t->columns[0].from) * 100 >=
	    all->measure->columns * PRESSED ||
	    (t->folded && goes_on_below(all, t, from, end));
}

/* The table of the lines before a group at the top of a page, if it can go on
 * there; what stands between is of the page. */
static struct rc_table *
going_on(const struct rc_tables *all, guint from)
{
	const struct line *line = rc_line(all->lines, from);
	guint i = from;

	if (!line->top || !all->tables->len)
		return NULL;
	while (i > 0 && rc_line(all->lines, i - 1)->kind != LINE_TEXT &&
	    rc_line(all->lines, i - 1)->kind != LINE_TABLE)
		i--;
	if (!i || rc_line(all->lines, i - 1)->kind != LINE_TABLE)
		return NULL;
	return g_ptr_array_index(all->tables,
	    rc_line(all->lines, i - 1)->table);
}

/* "a See A/75/383.": a note below a table. */
static gboolean
is_note(const struct line *line)
{
	const struct rc_para *para = line->para;

	return para->len > 3 && para->text[1] == ' ' &&
	    g_ascii_islower(para->text[0]) &&
	    !g_unichar_islower(g_utf8_get_char(para->text + 2));
}

/* Whether a line is more of the first cell of a folded table. */
static gboolean
is_tail(const struct rc_table *t, const struct line *line)
{
	return n_cells(line->para) == 1 && !is_note(line) && rc_columns(line->para->text,
	    line->para->len) <= t->columns[0].to - t->columns[0].from;
}

static guint
go_on(struct rc_tables *all, struct rc_table *t, guint from, guint end)
{
	guint i = from;

	while (t->folded && i < end && is_tail(t, rc_line(all->lines, i)))
		i++;
	if (i > from && i < end && !is_note(rc_line(all->lines, i)))
		return from; /* what ends otherwise is no tail */
	while (i < end && fits(t, rc_line(all->lines, i)))
		i++;
	take(all, from, i);
	return i;
}

/* Make the columns of a folded table those of another at the top of the next
 * page too. FALSE where they are not one table. */
static gboolean
widen(struct rc_table *t, const struct rc_table *next)
{
	guint at = 0;

	if (!t || !t->folded || !next->folded || t->n != next->n)
		return FALSE;
	for (guint c = 0; c < t->n; c++) {
		guint width = MAX(t->columns[c].to - t->columns[c].from,
		    next->columns[c].to - next->columns[c].from);

		t->columns[c] = (struct column){at, at + width};
		at += width + RC_CELL_BLANKS;
	}
	t->pressed |= next->pressed;
	return TRUE;
}

/* Whether the lines between rows of several cells keep to the strips that
 * these have, three or more: texts that are folded deep. */
static gboolean
keeps_to_rows(const struct rc_tables *all, guint from, guint end)
{
	guint counts[MAX_WIDTH] = {0};
	struct rc_table t = {0};

	if (!all->measure->indented)
		return FALSE;
	for (guint i = from; i < end; i++)
		if (is_row(rc_line(all->lines, i), all->lang))
			project(rc_line(all->lines, i), counts);
	set_columns(&t, counts);
	for (guint i = from; i < end && t.n >= 3; i++)
		if (!fits(&t, rc_line(all->lines, i)))
			return FALSE;
	return t.n >= 3;
}

/* Whether a folded table can go on here, at the top of a page. */
static gboolean
goes_on_folded(const struct rc_tables *all, guint from)
{
	const struct rc_table *before = going_on(all, from);

	return before && before->folded;
}

static void
find_in(struct rc_tables *all, guint from, guint end)
{
	guint rows = 0, first = end, last = from;
	struct rc_table *t;

	for (guint i = from; i < end; i++)
		if (is_row(rc_line(all->lines, i), all->lang)) {
			first = MIN(first, i);
			last = i;
			rows++;
		}
	if (rows < 2 && !(rows && goes_on_folded(all, from)))
		return;
	if ((last + 1 - first) > rows * MIN_SHARE &&
	    !keeps_to_rows(all, first, last + 1))
		return;
	t = g_new0(struct rc_table, 1);
	t->last = -1;
	g_ptr_array_add(all->tables, t);
	measure(all, t, first, last + 1);
	/* what stands above the first row of cells heads a column */
	while (first > from && (fits(t, rc_line(all->lines, first - 1)) ||
	        rc_line_indent_of(rc_line(all->lines, first - 1)) > 8))
		first--;
	while (last + 1 < end && fits(t, rc_line(all->lines, last + 1)))
		last++;
	if (t->folded) /* nothing but empty lines tells its ends */
		first = from, last = end - 1;
	measure(all, t, first, last + 1);
	if (first == from && widen(going_on(all, from), t))
		g_ptr_array_set_size(all->tables, all->tables->len - 1);
	take(all, first, last + 1);
}

struct rc_tables *
rc_tables_find(GArray *lines, const struct rc_lang *lang,
    const struct rc_measure *measure)
{
	struct rc_tables *all = g_new0(struct rc_tables, 1);

	*all = (struct rc_tables){g_ptr_array_new_with_free_func(g_free), lines,
	    lang, measure};
	rc_figures_find(lines, all->tables, lang);
	for (guint i = 0, end; i < lines->len; i = end) {
		struct rc_table *before;

		end = i + 1;
		if (rc_line(lines, i)->kind != LINE_TEXT)
			continue;
		end = group_end(lines, i);
		before = going_on(all, i);
		if (before)
			i = go_on(all, before, i, end);
		if (i < end)
			find_in(all, i, end);
	}
	return all;
}

void
rc_tables_free(struct rc_tables *tables)
{
	g_ptr_array_unref(tables->tables);
	g_free(tables);
}

gboolean
rc_table_line(struct parser *p, struct rc_tables *tables,
    const struct rc_mend *mend, const struct line *line, GError **error)
{
	return rc_table_row(p, g_ptr_array_index(tables->tables, line->table),
	    mend, line, error);
}
