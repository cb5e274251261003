/* pdf_line.c - words and printed lines from the characters of a page. Only
 * their places count: poppler's blanks and line ends come and go. */
#include "input/pdf.h"

#include <math.h>
#include <stdlib.h>

/* In ems: a lone lam is no farther from its word, nor a stroke that lengthens
 * one; nor a raised mark; words on one baseline differ by no more; a gap that
 * cuts a line in two, where it also is so many times the line's common gap. */
#define PREFIX_GAP 0.235
#define STROKE_GAP 2.0
#define MARK_GAP 2.0
#define SAME_BASE 0.25
#define CUT_GAP 2.6
#define CUT_TIMES 2.5
/* Times New Roman and its equivalents reach so far below the baseline, in
 * parts of the height of a character's box, and so do ideographs; Naskh, whose
 * boxes are taller than so many sizes, reaches lower (Amiri: 0.634 of 1.758). */
#define DESCENT 0.195
#define TALL 1.6
#define TALL_DESCENT 0.36
#define OFF_BASE 0.08 /* sizes that a raised mark stands above its line */
#define SMALLER 0.95 /* the same, of a mark in another script's face */
#define SMALL 0.8  /* a mark's size against its line's */
#define BUCKET 8.0 /* points of a page that share a list of lines */

#define TATWEEL 0x640 /* a stroke that lengthens Arabic words */

/* ---- words ---- */

static enum pdf_script
script_of(gunichar c)
{
	GUnicodeScript script;

	if (g_unichar_isdigit(c))
		return PDF_FIGURES;
	if (!g_unichar_isalpha(c) && c != TATWEEL)
		return PDF_NEUTRAL;
	script = g_unichar_get_script(c);
	return script == G_UNICODE_SCRIPT_ARABIC ||
	        script == G_UNICODE_SCRIPT_HEBREW || c == TATWEEL
	    ? PDF_RIGHT : PDF_LEFT;
}

static gboolean
is_combining(gunichar c)
{
	return g_unichar_combining_class(c) != 0;
}

static float
size_of(const struct pdf_reading *r, const struct pdf_char *c)
{
	return PDF_AT(r->faces, pdf_face, c->face)->size;
}

static float
base_of(const struct pdf_reading *r, const struct pdf_char *c)
{
	float height = c->y1 - c->y0;

	return c->y1 - height * (height > TALL * size_of(r, c) ? TALL_DESCENT
	                                                       : DESCENT);
}

static gboolean
adjoins(const struct pdf_reading *r, const struct pdf_char *a,
    const struct pdf_char *b, float size)
{
	float right = b->x0 - a->x1, left = a->x0 - b->x1;

	return fabsf(base_of(r, a) - base_of(r, b)) < SAME_BASE * size / 2 &&
	    ((right < PDF_WORD_GAP * size && right > -size / 2) ||
	        (left < PDF_ARABIC_GAP * size && left > -size / 2));
}

/* Whether character i is joined to the one before over a gap: a lengthened
 * stroke, and a lone lam, which is no word; Amiri draws the joint of lam, lam,
 * kaf longer than the letters are wide. */
static gboolean
is_joined(const struct pdf_reading *r, const struct pdf_word *word, guint i)
{
	const struct pdf_char *c = PDF_AT(r->chars, pdf_char, i);
	float left = c[-1].x0 - c->x1, size = size_of(r, c);

	if (script_of(c->c) != PDF_RIGHT || left < 0 ||
	    base_of(r, c) != base_of(r, c - 1))
		return FALSE;
	if (c->c == TATWEEL || c[-1].c == TATWEEL)
		return word->script == PDF_RIGHT && left < STROKE_GAP * size;
	return c[-1].c == 0x644 && left < PREFIX_GAP * size &&
	    (word->n == 1 || (c->c == 0x644 && i + 1 < r->chars->len &&
	                         c[1].c == 0x643));
}

/* Whether a mark stands within a word that runs from the left: "A/RES/1". */
static gboolean
is_connector(const struct pdf_reading *r, guint i, float size)
{
	const struct pdf_char *a = PDF_AT(r->chars, pdf_char, i), *b = a + 1;
	enum pdf_script script;

	if (i + 1 >= r->chars->len || !adjoins(r, a, b, size) || b->x0 < a->x0)
		return FALSE;
	script = script_of(b->c);
	return script == PDF_FIGURES || script == PDF_LEFT;
}

/* Whether character i goes on with the word. */
static gboolean
goes_on(const struct pdf_reading *r, const struct pdf_word *word, guint i,
    gboolean rtl)
{
	const struct pdf_char *c = PDF_AT(r->chars, pdf_char, i);
	float size = size_of(r, c - 1);
	enum pdf_script script = script_of(c->c);

	if (is_combining(c->c)) /* on its letter, wherever its box is */
		return c->y0 < c[-1].y1 && c->y1 > c[-1].y0;
	if (rtl && is_joined(r, word, i))
		return TRUE;
	if (fabsf(size_of(r, c) - size) > 0.1 || !adjoins(r, c - 1, c, size))
		return FALSE;
	if (!rtl)
		return TRUE;
	if (script == PDF_NEUTRAL)
		return (word->script == PDF_LEFT ||
		           word->script == PDF_FIGURES) &&
		    is_connector(r, i, size);
	return word->script != PDF_NEUTRAL &&
	    (script == PDF_RIGHT) == (word->script == PDF_RIGHT);
}

static void
grow(struct pdf_word *word, const struct pdf_char *c)
{
	enum pdf_script script = script_of(c->c);

	word->n++;
	word->x0 = MIN(word->x0, c->x0);
	word->x1 = MAX(word->x1, c->x1);
	word->y0 = MIN(word->y0, c->y0);
	word->y1 = MAX(word->y1, c->y1);
	word->script = MAX(word->script, script);
}

static void
make_words(struct pdf_reading *r, guint first, gboolean rtl)
{
	for (guint i = first; i < r->chars->len; i++) {
		const struct pdf_char *c = PDF_AT(r->chars, pdf_char, i);
		struct pdf_word *word = i > first
		    ? PDF_AT(r->words, pdf_word, r->words->len - 1) : NULL;

		if (!word || !goes_on(r, word, i, rtl)) {
			struct pdf_word new = {.first = i, .x0 = c->x0,
			    .x1 = c->x1, .y0 = c->y0, .y1 = c->y1,
			    .base = base_of(r, c), .size = size_of(r, c)};

			g_array_append_val(r->words, new);
			word = PDF_AT(r->words, pdf_word, r->words->len - 1);
		}
		grow(word, c);
	}
}

static gboolean
runs_from_right(const struct pdf_reading *r, guint first)
{
	guint right = 0, left = 0;

	for (guint i = first; i < r->chars->len; i++) {
		enum pdf_script script =
		    script_of(PDF_AT(r->chars, pdf_char, i)->c);

		right += script == PDF_RIGHT;
		left += script == PDF_LEFT;
	}
	return right > left;
}

float
pdf_gap(const struct pdf_word *a, const struct pdf_word *b)
{
	return a->x0 <= b->x0 ? b->x0 - a->x1 : a->x0 - b->x1;
}

/* ---- rows: words on one baseline ---- */

struct rows {
	GArray *all;      /* struct pdf_row */
	GHashTable *near; /* place / BUCKET to a GArray of guint into all */
};

static void
row_done(gpointer data)
{
	g_array_unref(((struct pdf_row *)data)->words);
}

static gboolean
has_neighbour(const struct pdf_row *row, const struct pdf_word *word)
{
	for (guint i = 0; i < row->words->len; i++) {
		const struct pdf_word *other =
		    PDF_AT(row->words, pdf_word, i);

		if (pdf_gap(other, word) < MARK_GAP * row->size)
			return TRUE;
	}
	return FALSE;
}

/* Whether a word stands on the row's line, or is a mark of it. */
static gboolean
belongs(const struct pdf_row *row, const struct pdf_word *word)
{
	float up = row->base - word->base;

	if (fabsf(up) < SAME_BASE * MIN(word->size, row->size))
		return word->size >= SMALL * row->size ||
		    has_neighbour(row, word);
	return word->size < SMALLER * row->size && up > -0.3 * row->size && up < 0.75 * row->size &&
	    has_neighbour(row, word);
}

static void
start_row(struct rows *rows, const struct pdf_word *word)
{
	struct pdf_row row = {word->base, word->size,
	    g_array_new(FALSE, FALSE, sizeof(struct pdf_word))};
	gpointer key = GINT_TO_POINTER((gint)floorf(word->base / BUCKET));
	GArray *list = g_hash_table_lookup(rows->near, key);

	if (!list) {
		list = g_array_new(FALSE, FALSE, sizeof(guint));
		g_hash_table_insert(rows->near, key, list);
	}
	g_array_append_val(list, rows->all->len);
	g_array_append_val(row.words, *word);
	g_array_append_val(rows->all, row);
}

static void
take_word(struct rows *rows, const struct pdf_word *word)
{
	gint at = (gint)floorf(word->base / BUCKET);
	gint reach = 1 + (gint)(MIN(word->size, 100) / BUCKET);

	for (gint key = at - reach; key <= at + reach; key++) {
		GArray *list =
		    g_hash_table_lookup(rows->near, GINT_TO_POINTER(key));

		for (guint i = 0; list && i < list->len; i++) {
			struct pdf_row *row = PDF_AT(rows->all, pdf_row,
			    g_array_index(list, guint, i));

			if (!belongs(row, word))
				continue;
			g_array_append_val(row->words, *word);
			return;
		}
	}
	start_row(rows, word);
}

static int
by_size(const void *a, const void *b)
{
	const struct pdf_word *x = a, *y = b;

	if (x->size != y->size)
		return x->size < y->size ? 1 : -1;
	return x->first < y->first ? -1 : x->first > y->first;
}

static int
by_place(const void *a, const void *b)
{
	const struct pdf_word *x = a, *y = b;

	if (x->x0 != y->x0)
		return x->x0 < y->x0 ? -1 : 1;
	return x->first < y->first ? -1 : x->first > y->first;
}

static int
by_base(const void *a, const void *b)
{
	const struct pdf_row *x = a, *y = b;

	return x->base < y->base ? -1 : x->base > y->base;
}

/* ---- lines ---- */

static guint
common_style(const struct pdf_reading *r, const struct pdf_line *line)
{
	guint style = RC_BOLD | RC_ITALIC;

	for (guint i = 0; i < line->n; i++) {
		const struct pdf_word *word =
		    PDF_AT(r->words, pdf_word, line->word + i);

		for (guint k = 0; k < word->n && !word->raised; k++) {
			const struct pdf_char *c =
			    PDF_AT(r->chars, pdf_char, word->first + k);

			if (g_unichar_isalnum(c->c))
				style &= PDF_AT(r->faces, pdf_face,
				    c->face)->style;
		}
	}
	return style;
}

/* Small type on the line's own baseline is neither: "A/RES/1" behind its A. */
static guint
raised(const struct pdf_row *row, const struct pdf_word *word)
{
	float up = (row->base - word->base) / row->size;

	if (fabsf(up) < (word->size < SMALL * row->size ? OFF_BASE : SAME_BASE))
		return 0;
	return up > 0 ? RC_SUPER : RC_SUB;
}

static void
add_line(struct pdf_reading *r, const struct pdf_row *row, guint first, guint n)
{
	struct pdf_word *words = PDF_AT(row->words, pdf_word, first);
	struct pdf_line line = {.page = r->pages->len - 1,
	    .word = r->words->len, .n = n, .x0 = words[0].x0,
	    .x1 = words[0].x1, .y0 = words[0].y0, .y1 = words[0].y1,
	    .base = row->base, .size = row->size,
	    .number = r->lines->len + 1};

	for (guint i = 0; i < n; i++) {
		line.x1 = MAX(line.x1, words[i].x1);
		line.y0 = MIN(line.y0, words[i].y0);
		line.y1 = MAX(line.y1, words[i].y1);
		words[i].raised = raised(row, &words[i]);
	}
	pdf_order_words(r, words, n, row->size);
	g_array_append_vals(r->words, words, n);
	line.style = common_style(r, &line);
	g_array_append_val(r->lines, line);
}

static int
by_value(const void *a, const void *b)
{
	float x = *(const float *)a, y = *(const float *)b;

	return x < y ? -1 : x > y;
}

/* The gap that cuts the row: none of a justified line does. */
static float
cutting_gap(const struct pdf_row *row)
{
	g_autoptr(GArray) gaps = g_array_new(FALSE, FALSE, sizeof(float));
	float middle;

	for (guint i = 1; i < row->words->len; i++) {
		float gap = pdf_gap(PDF_AT(row->words, pdf_word, i - 1),
		    PDF_AT(row->words, pdf_word, i));

		if (gap >= PDF_WORD_GAP * row->size)
			g_array_append_val(gaps, gap);
	}
	if (gaps->len < 3)
		return CUT_GAP * row->size;
	g_array_sort(gaps, by_value);
	middle = g_array_index(gaps, float, gaps->len / 2);
	return MAX(CUT_GAP * row->size, CUT_TIMES * middle);
}

static void
add_row(struct pdf_reading *r, struct pdf_row *row)
{
	float cut;
	guint first = 0;

	g_array_sort(row->words, by_place);
	cut = cutting_gap(row);
	for (guint i = 1; i <= row->words->len; i++) {
		if (i < row->words->len &&
		    pdf_gap(PDF_AT(row->words, pdf_word, i - 1),
		        PDF_AT(row->words, pdf_word, i)) < cut)
			continue;
		add_line(r, row, first, i - first);
		first = i;
	}
}

void
pdf_make_lines(struct pdf_reading *r, guint first_char)
{
	struct pdf_page *page = PDF_AT(r->pages, pdf_page, r->pages->len - 1);
	struct rows rows = {g_array_new(FALSE, FALSE, sizeof(struct pdf_row)),
	    g_hash_table_new_full(NULL, NULL, NULL,
	        (GDestroyNotify)g_array_unref)};
	guint first = r->words->len;

	r->rtl = runs_from_right(r, first_char);
	make_words(r, first_char, r->rtl);
	if (r->words->len > first)
		qsort(&g_array_index(r->words, struct pdf_word, first),
		    r->words->len - first, sizeof(struct pdf_word), by_size);
	for (guint i = first; i < r->words->len; i++)
		take_word(&rows, PDF_AT(r->words, pdf_word, i));
	g_array_set_size(r->words, first);
	g_array_sort(rows.all, by_base);
	g_array_set_clear_func(rows.all, row_done);
	rows.all = pdf_in_columns(rows.all, page->width);
	g_array_set_clear_func(rows.all, row_done);
	for (guint i = 0; i < rows.all->len; i++)
		add_row(r, PDF_AT(rows.all, pdf_row, i));
	page->n_lines = r->lines->len - page->line;
	g_hash_table_unref(rows.near);
	g_array_unref(rows.all);
}

char *
pdf_line_text(const struct pdf_reading *r, const struct pdf_line *line)
{
	GString *s = g_string_new(NULL);

	for (guint i = 0; i < line->n; i++) {
		const struct pdf_word *word =
		    PDF_AT(r->words, pdf_word, line->word + i);

		if (i && !word->glued)
			g_string_append_c(s, ' ');
		for (guint k = 0; k < word->n; k++)
			g_string_append_unichar(s, PDF_AT(r->chars, pdf_char,
			    word->first + k)->c);
	}
	return g_string_free(s, FALSE);
}
