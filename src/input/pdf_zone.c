/* pdf_zone.c - what each printed line is, by its place and size: masthead,
 * heads and feet of pages, notes. Measures are those of official pages (design
 * notes "official layout", New York on Letter and Geneva on A4), as parts of
 * the page's height or of the size of its text. */
#include "input/pdf.h"

#include <math.h>
#include <string.h>

/* Baselines above HEAD are of running heads, below FOOT of feet; the first page
 * has no head, and a higher foot with the job number. */
#define HEAD 0.092
#define FOOT 0.94
#define FIRST_FOOT 0.928
/* A head is smaller than the text, or stands alone, so many lines above it. */
#define SMALLER 0.94
#define HEAD_GAP 1.6
#define NOTE_SIZE 0.93  /* of the text's, at most */
#define MASTHEAD 0.27   /* the masthead's own lines are above */
#define NAMES 0.12      /* the names of publisher and organ are above */
#define OUTSIDE 20      /* points */
#define RULE_CHARS 5u   /* of "_____", above notes */
#define INDENT 8.0      /* sizes, of a first line at most */
#define MAX_SIZE 40     /* points, of text */
#define GOOD_PART 14    /* a part of the characters: one in so many */
#define DEFAULT_SIZE 10
#define SAME_SIZE 0.6   /* points */
#define MARK_SIZE 0.75  /* of a note's mark against its line's, at most */
#define MARK_STEP 0.9   /* leadings, from the line before to a mark alone */
/* From one baseline to the next, in sizes. */
#define LEAST_LEADING 0.95
#define MOST_LEADING 1.7
#define STEPS 10        /* sizes and edges are counted in tenths */
#define MAX_WIDTH 20000

/* ---- the text's size and column ---- */

static gboolean
is_inner(const struct pdf_reading *r, const struct pdf_line *line)
{
	const struct pdf_page *page =
	    PDF_AT(r->pages, pdf_page, line->page);

	return line->base > HEAD * page->height &&
	    line->base < FOOT * page->height;
}

static gboolean
is_bold(const struct pdf_reading *r, const struct pdf_word *word)
{
	const struct pdf_char *c = PDF_AT(r->chars, pdf_char, word->first);

	return PDF_AT(r->faces, pdf_face, c->face)->style & RC_BOLD;
}

/* Whether a line is one of the names at the top of the first page. */
static gboolean
is_name(const struct pdf_reading *r, const struct pdf_line *line)
{
	return line->page == 0 && line->base < NAMES *
	    PDF_AT(r->pages, pdf_page, 0)->height;
}

/* The largest size that a good part of the characters of the first pages has
 * which are not bold: notes and tables are smaller, and may be longer; headings
 * are bold. */
static float
size_of_pages(const struct pdf_reading *r, guint pages)
{
	guint counts[MAX_SIZE * STEPS + 2] = {0}, all = 0, size;

	for (guint i = 0; i < r->lines->len; i++) {
		const struct pdf_line *line = PDF_AT(r->lines, pdf_line, i);

		if (is_name(r, line) || line->size <= 0 ||
		    line->size > MAX_SIZE || line->page >= pages)
			continue;
		for (guint k = 0; k < line->n; k++) {
			const struct pdf_word *word =
			    PDF_AT(r->words, pdf_word, line->word + k);
			guint n = is_bold(r, word) ? 0 : word->n;

			counts[(guint)(line->size * STEPS + 0.5)] += n;
			all += n;
		}
	}
	size = MAX_SIZE * STEPS;
	while (size && (counts[size] + counts[size + 1]) * GOOD_PART <= all)
		size--;
	if (size && counts[size + 1] > counts[size])
		size++;
	return all ? size / (float)STEPS : DEFAULT_SIZE;
}

/* Where tables fill the pages that follow, the first page has the text. */
static void
measure_size(struct pdf_reading *r)
{
	r->size = MAX(size_of_pages(r, 1), size_of_pages(r, r->pages->len));
}

/* The edge that most lines have; of several, the outermost. */
static guint
most(const guint *counts, guint n, gboolean last)
{
	guint best = 0;

	for (guint i = 0; i < n; i++)
		if (counts[i] > counts[best] ||
		    (last && counts[i] && counts[i] == counts[best]))
			best = i;
	return best;
}

/* The edges that most lines of that size have. */
static void
measure_column(struct pdf_reading *r)
{
	guint left[MAX_WIDTH / 4] = {0}, right[MAX_WIDTH / 4] = {0};

	for (guint i = 0; i < r->lines->len; i++) {
		const struct pdf_line *line = PDF_AT(r->lines, pdf_line, i);

		if (fabsf(line->size - r->size) > 0.3 || !is_inner(r, line) ||
		    (line->style & RC_BOLD) ||
		    line->x0 < 0 || line->x1 >= MAX_WIDTH ||
		    line->x1 - line->x0 < 10 * line->size)
			continue;
		left[(guint)(line->x0 / 4)]++;
		right[(guint)(line->x1 / 4)]++;
	}
	r->left = most(left, G_N_ELEMENTS(left), FALSE) * 4;
	r->right = most(right, G_N_ELEMENTS(right), TRUE) * 4 + 4;
}

/* Most pages, for some have a table of Latin names alone. */
static void
measure_direction(struct pdf_reading *r)
{
	guint right = 0, left = 0;

	for (guint i = 0; i < r->words->len; i++) {
		const struct pdf_word *word = PDF_AT(r->words, pdf_word, i);

		right += word->script == PDF_RIGHT ? word->n : 0;
		left += word->script == PDF_LEFT ? word->n : 0;
	}
	r->rtl = right > left;
}

void
pdf_measure(struct pdf_reading *r)
{
	measure_direction(r);
	measure_size(r);
	measure_column(r);
	for (guint i = 0; i < r->lines->len; i++) {
		struct pdf_line *line = PDF_AT(r->lines, pdf_line, i);

		line->full = r->rtl
		    ? line->x0 < r->left + r->size &&
		        line->x1 > r->right - INDENT * r->size
		    : line->x1 > r->right - r->size &&
		        line->x0 < r->left + INDENT * r->size;
	}
}

/* ---- heads and feet ---- */

static void
cut_away(struct pdf_reading *r, struct pdf_line *line)
{
	g_autofree char *text = pdf_line_text(r, line);
	struct rc_place at = {line->page + 1, line->number, 1, 0};

	line->zone = PDF_HEAD;
	rc_diag(r->diags, RC_D_FURNITURE, &at, text);
}

static struct pdf_line *
line_of(const struct pdf_reading *r, const struct pdf_page *page, guint i)
{
	return PDF_AT(r->lines, pdf_line, page->line + i);
}

/* A running head: small type at the top, or of the text's size but parted from
 * it. */
static void
find_head(struct pdf_reading *r, const struct pdf_page *page)
{
	guint n = 0;

	while (n < page->n_lines &&
	    line_of(r, page, n)->base < HEAD * page->height)
		n++;
	for (guint i = 0; i < n; i++) {
		struct pdf_line *line = line_of(r, page, i);
		gboolean parted = n == page->n_lines ||
		    line_of(r, page, n)->base - line->base >
		        HEAD_GAP * r->size;

		if (line->size < SMALLER * r->size || parted)
			cut_away(r, line);
	}
}

/* "24-24220 (E)", "GE.24-05912(E)", with the date of printing or without. */
static gboolean
is_job_number(const char *s)
{
	guint digits = 0;

	if (g_str_has_prefix(s, "GE."))
		s += 3;
	for (; g_ascii_isdigit(*s); s++)
		digits++;
	if (digits != 2 || *s != '-')
		return FALSE;
	for (s++; g_ascii_isdigit(*s); s++)
		digits++;
	return digits >= 7 && (!*s || strchr(" (*", *s));
}

static void
find_foot(struct pdf_reading *r, const struct pdf_page *page, gboolean first)
{
	float foot = (first ? FIRST_FOOT : FOOT) * page->height;

	for (guint i = page->n_lines; i-- > 0;) {
		struct pdf_line *line = line_of(r, page, i);
		g_autofree char *text = NULL;

		if (line->base < foot)
			break;
		text = pdf_line_text(r, line);
		if (line->page == 0 && is_job_number(text))
			line->zone = PDF_JOB;
		else
			cut_away(r, line);
	}
}

/* ---- notes ---- */

static gboolean
is_rule(const struct pdf_reading *r, const struct pdf_line *line)
{
	g_autofree char *text = pdf_line_text(r, line);

	return strlen(text) >= RULE_CHARS && strspn(text, "_ ") == strlen(text);
}

/* A note begins with its mark, raised or an asterisk. */
static gboolean
begins_note(const struct pdf_reading *r, const struct pdf_line *line)
{
	const struct pdf_word *word = PDF_AT(r->words, pdf_word, line->word);
	gunichar c = PDF_AT(r->chars, pdf_char, word->first)->c;

	return word->raised == RC_SUPER || c == '*' || c == 0x2020 ||
	    c == 0x2021;
}

/* Whether the last note of the pages so far is not at its end. */
static gboolean
is_note_open(const struct pdf_reading *r, guint end)
{
	for (guint i = end; i-- > 0;) {
		const struct pdf_line *line = PDF_AT(r->lines, pdf_line, i);
		g_autofree char *text = NULL;

		if (line->zone == PDF_HEAD || line->zone == PDF_JOB)
			continue;
		if (line->zone != PDF_NOTE)
			return FALSE;
		text = pdf_line_text(r, line);
		return !g_str_has_suffix(text, ".") &&
		    !g_str_has_suffix(text, "\xe3\x80\x82"); /* U+3002 */
	}
	return FALSE;
}

/* Small type from the foot of the page up, to the highest line that begins a
 * note, or goes on with that of the page before, or the rule above it. */
static void
find_notes(struct pdf_reading *r, const struct pdf_page *page, gboolean goes_on)
{
	guint first = G_MAXUINT;

	for (guint i = page->n_lines; i-- > 0;) {
		struct pdf_line *line = line_of(r, page, i);

		if (line->zone != PDF_TEXT)
			continue;
		if (is_rule(r, line)) {
			first = i;
			break;
		}
		if (line->size > NOTE_SIZE * r->size)
			break;
		if (goes_on || begins_note(r, line))
			first = i;
	}
	for (guint i = first; i < page->n_lines; i++) {
		struct pdf_line *line = line_of(r, page, i);

		if (line->zone == PDF_TEXT)
			line->zone = is_rule(r, line) ? PDF_GONE : PDF_NOTE;
	}
}

/* ---- the masthead ---- */

/* Whether a line begins outside the column, as sessions and items do. */
static gboolean
is_outside(const struct pdf_reading *r, const struct pdf_line *line)
{
	return r->rtl ? line->x1 > r->right + OUTSIDE
	              : line->x0 < r->left - OUTSIDE;
}

/* What is above the text of the first page: the upper part, and from there all
 * that begins outside the column and is no larger than the text. */
static void
find_masthead(struct pdf_reading *r, const struct pdf_page *page)
{
	for (guint i = 0; i < page->n_lines; i++) {
		struct pdf_line *line = line_of(r, page, i);

		if (line->zone != PDF_TEXT)
			continue;
		if (line->base > MASTHEAD * page->height &&
		    (!is_outside(r, line) || line->size > r->size + 0.6))
			return;
		line->zone = PDF_MASTHEAD;
	}
}

/* ---- leading ---- */

static void
measure_leading(struct pdf_reading *r)
{
	guint counts[400] = {0}, best = 0;

	for (guint i = 1; i < r->lines->len; i++) {
		const struct pdf_line *a = PDF_AT(r->lines, pdf_line, i - 1);
		const struct pdf_line *b = a + 1;
		float step = (b->base - a->base) * 10;

		if (a->page == b->page && b->zone == PDF_TEXT &&
		    fabsf(b->size - r->size) < SAME_SIZE &&
		    step > LEAST_LEADING * r->size * 10 &&
		    step < MOST_LEADING * r->size * 10 &&
		    step < G_N_ELEMENTS(counts))
			counts[(guint)(step + 0.5)]++;
	}
	for (guint i = 0; i < G_N_ELEMENTS(counts); i++)
		if (counts[i] > counts[best])
			best = i;
	r->leading = best ? best / 10.0 : 1.2 * r->size;
}

/* The mark of a note that found no room on the line before it stands alone,
 * above where its line would be. */
static void
mend_mark(struct pdf_reading *r, struct pdf_line *line)
{
	const struct pdf_line *before = line - 1;
	struct pdf_word *word = PDF_AT(r->words, pdf_word, line->word);

	if (line->zone != PDF_TEXT || before->zone != PDF_TEXT ||
	    line->page != before->page || line->n != 1 ||
	    word->script != PDF_FIGURES || !before->full ||
	    line->size > MARK_SIZE * before->size ||
	    line->base > before->base + MARK_STEP * r->leading)
		return;
	word->raised = RC_SUPER;
	line->size = before->size;
	line->base = before->base + r->leading;
}

void
pdf_find_zones(struct pdf_reading *r)
{
	for (guint i = 0; i < r->pages->len; i++) {
		const struct pdf_page *page = PDF_AT(r->pages, pdf_page, i);

		if (i)
			find_head(r, page);
		find_foot(r, page, i == 0);
		find_notes(r, page, is_note_open(r, page->line));
		if (!i)
			find_masthead(r, page);
	}
	measure_leading(r);
	for (guint i = 1; i < r->lines->len; i++)
		mend_mark(r, PDF_AT(r->lines, pdf_line, i));
}
