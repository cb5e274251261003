/* paginate.c - the galley made up into pages: as many strips as fit with the
 * notes they call, back to the last place where a page may end. */
#include "typeset/paginate.h"

#include "base/error.h"
#include "base/limits.h"

/* A note is broken when it has more lines than this and at least so many of
 * them stand on either page. */
#define LONG_NOTE 5u
#define NOTE_PART 2u

/* An annex begins on a page only where it has at least this much room. */
#define ANNEX_ROOM 100.0

#define EPSILON 0.01

struct pager {
	struct rc_galley *galley;
	struct rc_page *page;
	guint next;            /* the strip that begins the next page */
	GArray *foot;          /* guint: note strips called, in order */
	guint placed;          /* of them, on pages before this */
	double top, bottom;
};

static const struct rc_strip *
strip_at(const struct pager *p, guint i)
{
	return &g_array_index(p->galley->strips, struct rc_strip, i);
}

static double
note_line_height(const struct pager *p)
{
	return rc_galley_leading(p->galley, RC_STYLE_NOTE);
}

/* Height of a foot of n lines. */
static double
foot_height(const struct pager *p, guint n)
{
	return n == 0 ? 0 : p->galley->page.separator_height +
	    n * note_line_height(p);
}

static struct rc_range
note_of(const struct pager *p, guint call)
{
	guint note = g_array_index(p->galley->calls, guint, call);

	if (note >= p->galley->notes->len)
		return (struct rc_range){0};
	return g_array_index(p->galley->notes, struct rc_range, note);
}

static guint
lines_called(const struct pager *p, const struct rc_strip *strip)
{
	guint n = 0;

	for (guint i = 0; i < strip->n_calls; i++)
		n += note_of(p, strip->call + i).n;
	return n;
}

/* The rows repeated above a strip that begins a page. */
static struct rc_range
heads_of(const struct pager *p, guint i)
{
	const struct rc_strip *strip = strip_at(p, i);

	if (strip->table < 0)
		return (struct rc_range){0};
	return g_array_index(p->galley->heads, struct rc_range, strip->table);
}

/* What stands above the first strip of a page. */
static double
heads_height(const struct pager *p, guint i)
{
	struct rc_range heads = heads_of(p, i);
	double height = 0;

	if (heads.n == 0 && p->galley->pages->pages->len > 1 &&
	    (strip_at(p, i)->traits & RC_STRIP_HEADING))
		return p->galley->page.heading_top;
	for (guint k = 0; k < heads.n; k++)
		height += strip_at(p, heads.first + k)->height;
	return height;
}

/* ---- where a page ends ---- */

static gboolean
may_begin(const struct pager *p, guint i)
{
	return i >= p->galley->strips->len ||
	    !(strip_at(p, i)->traits & RC_STRIP_NO_BREAK);
}

/* A page that cannot hold strip `full` ends at the last allowed place before
 * it; just there when nothing else is left. */
static guint
step_back(const struct pager *p, guint first, guint full)
{
	for (guint i = full; i > first; i--)
		if (may_begin(p, i))
			return i;
	return MAX(full, first + 1);
}

/* The space above a strip; none at the top of a page, but below a masthead. */
static double
space_above(const struct pager *p, guint first, guint i)
{
	return i > first || i == 0 ? strip_at(p, i)->before : 0;
}

struct fill {
	double height; /* of the text */
	double after;  /* space below it, that only notes ask for */
	guint notes;   /* lines at the foot */
};

/* What a page has when strip i is added. */
static struct fill
with_strip(const struct pager *p, struct fill fill, guint first, guint i)
{
	const struct rc_strip *strip = strip_at(p, i);

	fill.height += strip->height + space_above(p, first, i);
	fill.after = strip->after;
	fill.notes += lines_called(p, strip);
	return fill;
}

static gboolean
fits(const struct pager *p, struct fill fill)
{
	double foot = fill.notes > 0
	    ? fill.after + foot_height(p, fill.notes) : 0;

	return fill.height + foot <= p->bottom - p->top + EPSILON;
}

/* How many of the lines at the foot fit below the text. */
static guint
lines_fitting(const struct pager *p, struct fill fill)
{
	double room = p->bottom - p->top - fill.height -
	    p->galley->page.separator_height;
	gint n = room > 0 ? (gint)(room / note_line_height(p) + EPSILON) : 0;

	return MIN((guint)n, fill.notes);
}

/* Whether a strip whose notes do not all fit stands here all the same, its last
 * note broken. */
static gboolean
may_break_note(const struct pager *p, struct fill before, struct fill with,
    guint i, gboolean only)
{
	const struct rc_strip *strip = strip_at(p, i);
	guint n = lines_fitting(p, with), last;

	if (strip->n_calls == 0 || with.height > p->bottom - p->top + EPSILON)
		return FALSE;
	last = note_of(p, strip->call + strip->n_calls - 1).n;
	if (only)
		return TRUE;
	return last >= LONG_NOTE && n >= with.notes - last + NOTE_PART &&
	    n + NOTE_PART <= with.notes;
}

/* Whether an annex may begin below what the page has. */
static gboolean
has_room(const struct pager *p, struct fill fill, guint i)
{
	fill.height += strip_at(p, i)->before + ANNEX_ROOM;
	return fits(p, fill);
}

static guint
end_of_page(const struct pager *p, guint first, struct fill fill)
{
	guint n = p->galley->strips->len;

	for (guint i = first; i < n; i++) {
		struct fill with = with_strip(p, fill, first, i);
		guint traits = strip_at(p, i)->traits;

		if (i > first && (traits & RC_STRIP_ANNEX) &&
		    !has_room(p, fill, i))
			return i;
		if (!fits(p, with) && !(traits & RC_STRIP_END_RULE)) {
			if (may_break_note(p, fill, with, i, i == first))
				return i + 1;
			return step_back(p, first, i);
		}
		fill = with;
	}
	return n;
}

/* ---- placing ---- */

struct rc_page *
rc_pages_add(struct rc_pages *pages)
{
	struct rc_page *page = g_new(struct rc_page, 1);

	page->lines = g_array_new(FALSE, FALSE, sizeof(struct rc_line));
	page->rules = g_array_new(FALSE, FALSE, sizeof(struct rc_rule));
	page->images = g_array_new(FALSE, FALSE, sizeof(struct rc_image));
	g_ptr_array_add(pages->pages, page);
	return page;
}

void
rc_page_line(struct rc_galley *galley, struct rc_page *page,
    const struct rc_line *line, double down)
{
	struct rc_line placed = *line;

	placed.y += down;
	if (galley->locale.rtl)
		placed.x = galley->page.width - placed.x - placed.width;
	g_array_append_val(page->lines, placed);
}

void
rc_page_rule(struct rc_galley *galley, struct rc_page *page,
    struct rc_rule rule)
{
	if (galley->locale.rtl)
		rule.x = galley->page.width - rule.x - rule.width;
	g_array_append_val(page->rules, rule);
}

static void
place(struct pager *p, const struct rc_strip *strip, double y)
{
	struct rc_galley *galley = p->galley;

	for (guint i = 0; i < strip->n_lines; i++)
		rc_page_line(galley, p->page, &g_array_index(galley->lines,
		    struct rc_line, strip->line + i), y);
	for (guint i = 0; i < strip->n_rules; i++) {
		struct rc_rule rule = g_array_index(galley->rules,
		    struct rc_rule, strip->rule + i);

		rule.y += y;
		rc_page_rule(galley, p->page, rule);
	}
}

static void
take_notes(struct pager *p, const struct rc_strip *strip)
{
	for (guint i = 0; i < strip->n_calls; i++) {
		struct rc_range note = note_of(p, strip->call + i);

		for (guint k = 0; k < note.n; k++) {
			guint at = note.first + k;

			g_array_append_val(p->foot, at);
		}
	}
}

/* The rule at the end of the document: as far down as there is room. */
static void
place_end_rule(struct pager *p, double y)
{
	const struct rc_geometry *page = &p->galley->page;
	struct rc_rule rule = {.x = page->end_rule.x,
	    .width = page->end_rule.width, .height = page->end_rule.height};
	double room = p->bottom - foot_height(p, p->foot->len - p->placed) - y;
	double down = MIN(page->end_rule.y, room);

	if (down < page->end_rule_least)
		return;
	rule.y = y + down - 2.4; /* from the last baseline */
	rc_page_rule(p->galley, p->page, rule);
}

static void
place_strips(struct pager *p, guint first, guint end)
{
	struct rc_range heads = heads_of(p, first);
	double y = p->top;

	for (guint k = 0; k < heads.n; k++) {
		const struct rc_strip *head = strip_at(p, heads.first + k);

		place(p, head, y);
		y += head->height;
	}
	if (heads.n == 0)
		y += heads_height(p, first);
	for (guint i = first; i < end; i++) {
		const struct rc_strip *strip = strip_at(p, i);

		take_notes(p, strip);
		if (strip->traits & RC_STRIP_END_RULE) {
			place_end_rule(p, y);
			continue;
		}
		y += space_above(p, first, i);
		place(p, strip, y);
		y += strip->height;
	}
}

static void
place_separator(struct pager *p, double y)
{
	const struct rc_geometry *page = &p->galley->page;
	struct rc_rule rule = {
	    .x = page->separator.x,
	    .y = y - page->separator_rise,
	    .width = page->separator.width,
	    .height = page->separator.height,
	};

	rc_page_rule(p->galley, p->page, rule);
}

/* Notes stand on the foot of the page; what does not fit goes over. */
static void
place_foot(struct pager *p, double text_bottom)
{
	struct fill fill = {.height = text_bottom - p->top,
	    .notes = p->foot->len - p->placed};
	guint n = fits(p, fill) ? fill.notes : lines_fitting(p, fill);
	double y = p->bottom - n * note_line_height(p);

	if (n > 0)
		place_separator(p, y);
	for (guint i = 0; i < n; i++) {
		guint at = g_array_index(p->foot, guint, p->placed + i);

		place(p, &g_array_index(p->galley->note_strips,
		    struct rc_strip, at), y);
		y += note_line_height(p);
	}
	p->placed += n;
}

static double
text_bottom(const struct pager *p, guint first, guint end)
{
	double y = p->top + (first < end ? heads_height(p, first) : 0);

	for (guint i = first; i < end; i++)
		if (!(strip_at(p, i)->traits & RC_STRIP_END_RULE))
			y += strip_at(p, i)->height + space_above(p, first, i);
	return y;
}

static void
make_page(struct pager *p)
{
	const struct rc_geometry *page = &p->galley->page;
	gboolean first_page = p->galley->pages->pages->len == 0;
	guint first = p->next, n = p->galley->strips->len;
	struct fill fill = {0};

	p->page = rc_pages_add(p->galley->pages);
	p->top = first_page ? page->flow_top : page->top;
	p->bottom = first_page ? page->flow_bottom : page->bottom;
	fill.notes = p->foot->len - p->placed;
	if (first < n) {
		fill.height = heads_height(p, first);
		/* notes carried over may fill the page */
		p->next = lines_fitting(p, fill) < fill.notes
		    ? first : end_of_page(p, first, fill);
		if (p->next > first)
			place_strips(p, first, p->next);
	}
	place_foot(p, text_bottom(p, first, p->next));
}

void
rc_paginate(struct rc_galley *galley)
{
	struct pager p = {.galley = galley};

	p.foot = g_array_new(FALSE, FALSE, sizeof(guint));
	do {
		if (galley->pages->pages->len >= RC_MAX_PAGES) {
			rc_fail(&galley->error, RESCONV_E_LIMIT,
			    "the document has more than %u pages",
			    RC_MAX_PAGES);
			break;
		}
		make_page(&p);
	} while (p.next < galley->strips->len || p.placed < p.foot->len);
	g_array_unref(p.foot);
}
