/* setline.c - one line of a paragraph as runs of glyphs. */
#include "typeset/setline.h"

struct setter {
	struct rc_pages *pages;
	const struct rc_para *para;
	const struct rc_measured *measured;
	const struct rc_broken *line;
	gboolean wide;
	double extra;
};

static const struct rc_atom *
atom_at(const struct setter *s, guint i)
{
	return &g_array_index(s->measured->atoms, struct rc_atom, i);
}

static const struct rc_segment *
segment_at(const struct setter *s, guint i)
{
	return &g_array_index(s->measured->segments, struct rc_segment,
	    atom_at(s, i)->segment);
}

static struct rc_run *
run_at(struct rc_pages *pages, guint i)
{
	return &g_array_index(pages->runs, struct rc_run, i);
}

/* Whether the line stretches behind an atom. */
static gboolean
stretches(const struct setter *s, guint i)
{
	guint traits = atom_at(s, i)->traits;

	return (traits & RC_ATOM_SPACE) || (s->wide &&
	    (traits & RC_ATOM_WIDE) && i + 1 < s->line->end);
}

guint
rc_stretches(const struct rc_measured *measured, const struct rc_broken *line,
    gboolean wide)
{
	struct setter s = {.measured = measured, .line = line, .wide = wide};
	guint n = 0;

	for (guint i = line->first; i < line->end; i++)
		n += stretches(&s, i);
	return n;
}

static double
width_of(const struct setter *s, guint i)
{
	double tracking =
	    i + 1 == s->line->end ? segment_at(s, i)->tracking : 0;

	return atom_at(s, i)->width - tracking +
	    (stretches(s, i) ? s->extra : 0);
}

/* Blanks all have the glyph of the space. */
static void
add_glyphs(const struct setter *s, guint i, double x)
{
	const struct rc_atom *atom = atom_at(s, i);
	GArray *glyphs = s->pages->glyphs;

	if (atom->traits & RC_ATOM_BLANK) {
		struct rc_glyph space = {
		    .id = segment_at(s, i)->face->space_glyph, .x = x};

		g_array_append_val(glyphs, space);
		return;
	}
	for (guint k = 0; k < atom->n_glyphs; k++) {
		struct rc_glyph glyph = g_array_index(s->measured->glyphs,
		    struct rc_glyph, atom->glyph + k);

		glyph.x += x;
		g_array_append_val(glyphs, glyph);
	}
}

static void
add_clusters(const struct setter *s, guint first, guint end)
{
	for (guint i = first; i < end; i++) {
		const struct rc_atom *atom = atom_at(s, i);
		struct rc_cluster cluster = {
		    .bytes = atom->bytes,
		    .glyphs = atom->traits & RC_ATOM_BLANK ? 1 : atom->n_glyphs,
		};

		g_array_append_val(s->pages->clusters, cluster);
		g_string_append_len(s->pages->text,
		    s->para->text->str + atom->text, atom->bytes);
	}
}

/* The atoms [first, end) of one segment and link. */
static void
add_run(const struct setter *s, guint first, guint end)
{
	const struct rc_segment *segment = segment_at(s, first);
	struct rc_run run = {
	    .font = segment->face->font,
	    .size = segment->size,
	    .scale = segment->scale,
	    .tracking = segment->tracking,
	    .rise = segment->rise,
	    .rtl = segment->level & 1,
	    .link = atom_at(s, first)->link,
	    .glyph = s->pages->glyphs->len,
	    .cluster = s->pages->clusters->len,
	    .n_clusters = end - first,
	    .text = s->pages->text->len,
	};

	for (guint k = 0; k < end - first; k++) {
		guint i = run.rtl ? end - 1 - k : first + k;

		add_glyphs(s, i, run.width);
		run.width += width_of(s, i);
	}
	add_clusters(s, first, end);
	run.n_glyphs = s->pages->glyphs->len - run.glyph;
	run.text_len = s->pages->text->len - run.text;
	g_array_append_val(s->pages->runs, run);
}

/* Rule L2 of the bidirectional algorithm: from the highest level down, turn
 * round each row of runs of that level or higher. */
static void
order_visually(guint *order, const guint8 *levels, guint n)
{
	guint8 highest = 0;

	for (guint i = 0; i < n; i++)
		highest = MAX(highest, levels[i]);
	for (guint8 level = highest; level > 0; level--) {
		for (guint from = 0, to; from < n; from = to + 1) {
			to = from;
			while (to < n && levels[order[to]] >= level)
				to++;
			for (guint a = from, b = to; a + 1 < b; a++, b--) {
				guint swap = order[a];

				order[a] = order[b - 1];
				order[b - 1] = swap;
			}
		}
	}
}

static double
place_runs(struct rc_pages *pages, guint first, guint n, const guint8 *levels)
{
	g_autofree guint *order = g_new(guint, n);
	double x = 0;

	for (guint i = 0; i < n; i++)
		order[i] = i;
	order_visually(order, levels, n);
	for (guint i = 0; i < n; i++) {
		struct rc_run *run = run_at(pages, first + order[i]);

		run->x = x;
		x += run->width;
	}
	return x;
}

guint
rc_set_line(struct rc_pages *pages, const struct rc_para *para,
    const struct rc_measured *measured, const struct rc_broken *line,
    gboolean wide, double extra, double *width)
{
	struct setter s = {pages, para, measured, line, wide, extra};
	g_autoptr(GArray) levels = g_array_new(FALSE, FALSE, 1);
	guint first_run = pages->runs->len, end;

	for (guint i = line->first; i < line->end; i = end) {
		const struct rc_atom *atom = atom_at(&s, i);

		end = i + 1;
		while (end < line->end &&
		    atom_at(&s, end)->segment == atom->segment &&
		    atom_at(&s, end)->link == atom->link)
			end++;
		add_run(&s, i, end);
		g_array_append_val(levels, segment_at(&s, i)->level);
	}
	*width = place_runs(pages, first_run, levels->len,
	    (const guint8 *)levels->data);
	return levels->len;
}
