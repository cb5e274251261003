/* galley.c - the text set in one long column, cut into strips. */
#include "typeset/galley.h"

#include "typeset/setline.h"

/* Word puts the baseline of an exact line this far down. */
#define BASELINE 0.8
/* A label and its text are at least this far apart. */
#define LABEL_GAP 2.0

void
rc_galley_init(struct rc_galley *galley, struct rc_pages *pages,
    struct rc_fonts *fonts, const struct rc_locale *locale,
    struct rc_geometry page)
{
	*galley = (struct rc_galley){
	    .pages = pages,
	    .fonts = fonts,
	    .locale = *locale,
	    .page = page,
	    .lines = g_array_new(FALSE, FALSE, sizeof(struct rc_line)),
	    .line_calls = g_array_new(FALSE, FALSE, sizeof(struct rc_range)),
	    .rules = g_array_new(FALSE, FALSE, sizeof(struct rc_rule)),
	    .calls = g_array_new(FALSE, FALSE, sizeof(guint)),
	    .strips = g_array_new(FALSE, FALSE, sizeof(struct rc_strip)),
	    .note_strips = g_array_new(FALSE, FALSE, sizeof(struct rc_strip)),
	    .notes = g_array_new(FALSE, TRUE, sizeof(struct rc_range)),
	    .heads = g_array_new(FALSE, FALSE, sizeof(struct rc_range)),
	    .broken = g_array_new(FALSE, FALSE, sizeof(struct rc_broken)),
	    .last = RC_STYLE_N,
	};
	galley->locale.unfitted = page.unfitted;
}

void
rc_galley_done(struct rc_galley *galley)
{
	g_array_unref(galley->lines);
	g_array_unref(galley->line_calls);
	g_array_unref(galley->rules);
	g_array_unref(galley->calls);
	g_array_unref(galley->strips);
	g_array_unref(galley->note_strips);
	g_array_unref(galley->notes);
	g_array_unref(galley->heads);
	g_array_unref(galley->broken);
	g_clear_error(&galley->error);
}

double
rc_galley_leading(const struct rc_galley *galley, enum rc_style style)
{
	return rc_style(style)->leading * galley->locale.leading;
}

static double
column_of(const struct rc_geometry *page, gint column)
{
	switch (column) {
	case RC_COLUMN_EDGE:
		return page->cover;
	case RC_COLUMN_HANG:
		return page->hang;
	case RC_COLUMN_HANG_HEADING:
		return page->hang_heading;
	case RC_COLUMN_MARK:
		return page->mark;
	default:
		return page->column[CLAMP(column, 0, RC_N_COLUMNS - 1)];
	}
}

struct rc_measure
rc_galley_measure(const struct rc_galley *galley, enum rc_style style)
{
	const struct rc_style_row *row = rc_style(style);
	const struct rc_geometry *page = &galley->page;

	if (row->traits & RC_TRAIT_WIDE)
		return (struct rc_measure){.first = page->left,
		    .turn = page->left, .end = page->right};
	return (struct rc_measure){
	    .label = column_of(page, row->label),
	    .label_ends = row->label <= RC_COLUMN_HANG,
	    .first = column_of(page, row->first),
	    .turn = column_of(page, row->turn),
	    .end = row->align == RC_ALIGN_NARROW ? page->narrow_right
	                                         : page->column_right,
	};
}

/* ---- lines ---- */

static struct rc_run *
run_at(struct rc_galley *galley, guint i)
{
	return &g_array_index(galley->pages->runs, struct rc_run, i);
}

static void
note_calls(struct rc_galley *galley, const struct rc_measured *measured,
    const struct rc_broken *line)
{
	for (guint i = line->first; i < line->end; i++) {
		gint note =
		    g_array_index(measured->atoms, struct rc_atom, i).note;

		if (note >= 0)
			g_array_append_val(galley->calls, note);
	}
}

/* What is left of (or, if negative, lacks) the room in a line, for each place
 * where it stretches. */
static double
extra_of(const struct rc_galley *galley, const struct rc_measured *measured,
    const struct rc_broken *line, gboolean justify)
{
	guint n;

	if (!justify || !line->full)
		return 0;
	n = rc_stretches(measured, line, galley->locale.between);
	return n > 0 ? (line->measure - line->width) / n : 0;
}

static void
add_line(struct rc_galley *galley, const struct rc_para *para,
    const struct rc_measured *measured, const struct rc_broken *broken,
    const struct rc_measure *at, gboolean first)
{
	enum rc_align align = rc_style(para->style)->align;
	struct rc_line line = {
	    .x = first ? at->first : at->turn,
	    .y = BASELINE * rc_galley_leading(galley, para->style),
	    .role = RC_ROLE_TEXT,
	    .run = galley->pages->runs->len,
	};
	struct rc_range calls = {galley->called, 0};

	line.n_runs = rc_set_line(galley->pages, para, measured, broken,
	    galley->locale.between, extra_of(galley, measured, broken,
	    align == RC_ALIGN_JUSTIFY), &line.width);
	if (align == RC_ALIGN_END)
		line.x = at->end - line.width;
	if (align == RC_ALIGN_CENTRE)
		line.x = (at->turn + at->end - line.width) / 2;
	note_calls(galley, measured, broken);
	calls.n = galley->calls->len - calls.first;
	galley->called = galley->calls->len;
	g_array_append_val(galley->lines, line);
	g_array_append_val(galley->line_calls, calls);
}

/* Put the label's runs before those of the line, which was the last set. */
static void
join_label(struct rc_galley *galley, struct rc_line *line, guint n_runs,
    double x, double width)
{
	double text_x = line->x - x, whole = text_x + line->width;
	gboolean rtl = galley->locale.rtl;

	for (guint i = 0; i < n_runs; i++)
		if (rtl)
			run_at(galley, line->run - n_runs + i)->x +=
			    whole - width;
	for (guint i = 0; i < line->n_runs; i++)
		if (!rtl)
			run_at(galley, line->run + i)->x += text_x;
	line->run -= n_runs;
	line->n_runs += n_runs;
	line->n_label = n_runs;
	line->x = x;
	line->width = whole;
}

/* Set a label; gives its runs, its width, and where text can begin after it. */
static guint
set_label(struct rc_galley *galley, const struct rc_para *label,
    struct rc_measure *at, double *width)
{
	struct rc_measured measured = {0};
	guint n = 0;

	*width = 0;
	if (rc_measure(galley->fonts, &galley->locale, label, &measured,
	    galley->error ? NULL : &galley->error) && measured.n > 0) {
		struct rc_broken line = {.end = measured.n};

		n = rc_set_line(galley->pages, label, &measured, &line, FALSE,
		    0, width);
		note_calls(galley, &measured, &line);
	}
	rc_measured_done(&measured);
	if (at->label_ends) /* a long one begins at the margin */
		at->label = MAX(at->label - *width, galley->page.left);
	for (guint i = 0; !at->label_ends && i < RC_N_COLUMNS &&
	    at->first < at->label + *width + LABEL_GAP; i++)
		at->first = MAX(at->first, galley->page.column[i]);
	at->first = MAX(at->first, at->label + *width + LABEL_GAP);
	return n;
}

static void
break_para(struct rc_galley *galley, const struct rc_para *para,
    const struct rc_measured *measured, const struct rc_measure *at)
{
	g_array_set_size(galley->broken, 0);
	rc_break_lines(measured, at->end - at->first, at->end - at->turn,
	    rc_style(para->style)->align == RC_ALIGN_JUSTIFY, galley->broken);
	if (galley->broken->len == 0) { /* a label without text */
		struct rc_broken empty = {0};

		g_array_append_val(galley->broken, empty);
	}
}

struct rc_range
rc_galley_lines(struct rc_galley *galley, const struct rc_para *para,
    const struct rc_para *label, struct rc_measure at)
{
	struct rc_measured measured = {0};
	struct rc_range range = {galley->lines->len, 0};
	double width = 0, leading = rc_galley_leading(galley, para->style);
	guint n_label;

	if (galley->error)
		return range;
	n_label = label ? set_label(galley, label, &at, &width) : 0;
	if (rc_measure(galley->fonts, &galley->locale, para, &measured,
	    galley->error ? NULL : &galley->error)) {
		break_para(galley, para, &measured, &at);
		for (guint i = 0; i < galley->broken->len; i++) {
			add_line(galley, para, &measured,
			    &g_array_index(galley->broken, struct rc_broken, i),
			    &at, i == 0);
			g_array_index(galley->lines, struct rc_line,
			    range.first + i).y += i * leading;
		}
	}
	rc_measured_done(&measured);
	range.n = galley->lines->len - range.first;
	if (n_label > 0 && range.n > 0)
		join_label(galley, &g_array_index(galley->lines,
		    struct rc_line, range.first), n_label, at.label, width);
	return range;
}

guint
rc_galley_line(struct rc_galley *galley, const struct rc_para *para, double x)
{
	struct rc_measure at = {.first = x, .turn = x, .end = x + 1e6};
	struct rc_range range = rc_galley_lines(galley, para, NULL, at);

	return range.first;
}

void
rc_galley_widths(struct rc_galley *galley, const struct rc_para *para,
    double *least, double *natural)
{
	struct rc_measured measured = {0};
	GArray *broken = galley->broken;

	*least = *natural = 0;
	if (!galley->error && rc_measure(galley->fonts, &galley->locale, para,
	    &measured, &galley->error)) {
		g_array_set_size(broken, 0);
		rc_break_lines(&measured, 1e6, 1e6, FALSE, broken);
		for (guint i = 0; i < broken->len; i++)
			*natural = MAX(*natural, g_array_index(broken,
			    struct rc_broken, i).width);
		for (guint i = 0, from = 0; i < measured.n; i++) {
			const struct rc_atom *atom = &g_array_index(
			    measured.atoms, struct rc_atom, i);

			if (atom->traits & RC_ATOM_SPACE)
				from = i + 1;
			*least = MAX(*least, atom->x + atom->width -
			    g_array_index(measured.atoms, struct rc_atom,
			    from).x);
			if (atom->traits & RC_ATOM_END)
				from = i + 1;
		}
	}
	rc_measured_done(&measured);
}

/* ---- strips ---- */

double
rc_galley_space(const struct rc_galley *galley, enum rc_style style)
{
	const struct rc_style_row *row = rc_style(style);

	if (galley->last == RC_STYLE_N)
		return row->before;
	if (rc_style(galley->last)->traits & RC_TRAIT_HEADING)
		return galley->last_after;
	return MAX(galley->last_after, row->before);
}

static struct rc_range
calls_of(const struct rc_galley *galley, guint line)
{
	return g_array_index(galley->line_calls, struct rc_range, line);
}

/* May a page begin with line i of n? At least two lines of a paragraph stand
 * on either side of a page's end. */
static gboolean
may_begin(const struct rc_style_row *style, guint i, guint n)
{
	if (style->traits & (RC_TRAIT_HEADING | RC_TRAIT_WHOLE))
		return FALSE;
	return i >= 2 && i + 2 <= n;
}

static guint
traits_of(const struct rc_galley *galley, const struct rc_style_row *style,
    guint i, guint n)
{
	gboolean after_heading = galley->last < RC_STYLE_N &&
	    (rc_style(galley->last)->traits & RC_TRAIT_HEADING);
	guint traits = style->traits & RC_TRAIT_HEADING ? RC_STRIP_HEADING : 0;

	if (i == 0 && (style->traits & RC_TRAIT_ANNEX))
		return traits | RC_STRIP_ANNEX;
	if (i > 0)
		return traits |
		    (may_begin(style, i, n) ? 0 : RC_STRIP_NO_BREAK);
	if (after_heading || (style->traits & RC_TRAIT_WHOLE))
		traits |= RC_STRIP_NO_BREAK;
	return traits;
}

static enum rc_role
role_of(enum rc_style style)
{
	if (style == RC_STYLE_NOTE)
		return RC_ROLE_NOTE;
	return rc_style(style)->traits & RC_TRAIT_HEADING ? RC_ROLE_HEADING
	                                                  : RC_ROLE_TEXT;
}

void
rc_galley_block(struct rc_galley *galley, const xmlNode *node)
{
	galley->block++;
	g_ptr_array_set_size(galley->pages->blocks, galley->block);
	g_ptr_array_add(galley->pages->blocks, (gpointer)node);
}

/* Cut a paragraph's lines into strips, a line each. */
static void
add_strips(struct rc_galley *galley, GArray *strips,
    const struct rc_para *para, struct rc_range lines, double before)
{
	enum rc_style style = para->style;
	double leading = rc_galley_leading(galley, style);

	rc_galley_block(galley, para->node);
	for (guint i = 0; i < lines.n; i++) {
		struct rc_line *line = &g_array_index(galley->lines,
		    struct rc_line, lines.first + i);
		struct rc_range calls = calls_of(galley, lines.first + i);
		struct rc_strip strip = {
		    .before = i == 0 ? before : 0,
		    .height = leading,
		    .after = i + 1 == lines.n ? rc_style(style)->after
		                              : 0,
		    .traits = traits_of(galley, rc_style(style), i, lines.n),
		    .line = lines.first + i, .n_lines = 1,
		    .call = calls.first, .n_calls = calls.n,
		    .table = -1,
		};

		line->y -= i * leading;
		line->block = galley->block;
		line->role = role_of(style);
		g_array_append_val(strips, strip);
	}
}

void
rc_galley_add_at(struct rc_galley *galley, const struct rc_para *para,
    const struct rc_para *label, struct rc_measure at)
{
	struct rc_range lines = rc_galley_lines(galley, para, label, at);

	add_strips(galley, galley->strips, para, lines,
	    rc_galley_space(galley, para->style));
	galley->last = para->style;
	galley->last_after = rc_style(para->style)->after;
}

void
rc_galley_add(struct rc_galley *galley, const struct rc_para *para,
    const struct rc_para *label)
{
	rc_galley_add_at(galley, para, label,
	    rc_galley_measure(galley, para->style));
}

void
rc_galley_add_note(struct rc_galley *galley, guint note,
    const struct rc_para *para, const struct rc_para *label)
{
	enum rc_style last = galley->last;
	guint called = galley->called;
	struct rc_range lines, *range;

	galley->called = galley->calls->len; /* no note calls another */
	lines = rc_galley_lines(galley, para, label,
	    rc_galley_measure(galley, para->style));
	galley->called = called;
	if (galley->notes->len <= note)
		g_array_set_size(galley->notes, note + 1);
	range = &g_array_index(galley->notes, struct rc_range, note);
	if (range->n == 0)
		range->first = galley->note_strips->len;
	galley->last = RC_STYLE_N;
	add_strips(galley, galley->note_strips, para, lines, 0);
	galley->last = last;
	range->n += lines.n;
}
