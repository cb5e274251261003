/* listmark.c - the list marks that are open, from the outside in. */
#include "parse/classify.h"

/* The depth of an open mark of that kind, from 1; 0 for none. */
static guint
depth_of(const struct state *s, guint style, guint shape)
{
	for (guint i = 0; i < s->depth; i++)
		if (s->open[i].style == style && s->open[i].shape == shape)
			return i + 1;
	return 0;
}

static guint
last_value(const struct state *s, guint style, guint shape)
{
	guint depth = depth_of(s, style, shape);

	return depth ? s->open[depth - 1].value : 0;
}

/* (i) is a letter after (h) and a roman number else; what comes next decides
 * where both go on. */
void
rc_mark_tell(const struct state *s, struct mark *mark,
    const struct block *next)
{
	struct mark after = {0};
	guint roman = mark->roman;
	gboolean is_roman;

	if (mark->style != MARK_LETTER || !roman)
		return;
	if (next && next->kind == BLOCK_TEXT)
		rc_mark_take(s->p->lang, next->text, next->len, &after);
	if (roman > 1 && last_value(s, MARK_ROMAN, mark->shape) == roman - 1)
		is_roman = TRUE;
	else if (mark->value > 1 &&
	    last_value(s, MARK_LETTER, mark->shape) == mark->value - 1u)
		is_roman = roman == 1 && after.roman == 2;
	else
		is_roman = roman == 1;
	if (is_roman) {
		mark->style = MARK_ROMAN;
		mark->value = roman;
	}
}

guint
rc_mark_place(struct state *s, const struct mark *mark)
{
	guint depth = depth_of(s, mark->style, mark->shape);

	if (!depth) {
		if (s->depth == G_N_ELEMENTS(s->open))
			s->depth--;
		depth = ++s->depth;
	}
	s->depth = depth;
	s->open[depth - 1] = (struct open_mark){.style = mark->style,
	    .shape = mark->shape, .value = mark->value};
	return depth;
}
