/* headline.c - lines of headings, and lines below them. */
#include "parse/joiner.h"

#define MAX_ANNEX 40        /* bytes of "Annex II" */
#define TITLE_LEAST 50u     /* per cent of the measure that a title's line has */
#define TITLE_MOST 75u

/* "II.     Means": the number of a level, set apart from its heading. */
gboolean
rc_begins_level(const struct joiner *j, const struct line *line)
{
	return rc_line_label(j->p->lang, line) && (line->para->gap ||
	    rc_ended_early(j, line) || rc_ends_paragraph(rc_last_of(j->before)));
}

/* Whether what stands so far is the heading below "Article 14". */
gboolean
rc_is_below_label(const struct joiner *j)
{
	const GArray *blocks = j->p->blocks;
	const struct block *b = blocks->len ? block_at(j->p, blocks->len - 1)
	                                    : NULL;
	struct level_label label;

	if (!b || b->kind != BLOCK_TEXT || j->block.len > RC_HEADING_BYTES)
		return FALSE;
	label = rc_level_take(j->p->lang, b->text, b->len);
	return label.level != LEVEL_NONE && label.heading == b->len;
}

/* Whether a line goes on in the title of an annex, whose lines are shorter than
 * those of paragraphs and may begin with a capital each. */
gboolean
rc_is_in_title(const struct joiner *j, const struct line *line)
{
	const GArray *blocks = j->p->blocks;
	gunichar last = rc_last_of(j->before);
	guint before = rc_line_width(j->before) * 100;
	const struct block *label = blocks->len
	    ? block_at(j->p, blocks->len - 1) : NULL;

	return label && !j->measure.indented && label->kind == BLOCK_TEXT &&
	    label->len <= MAX_ANNEX && rc_lang_starts(j->p->lang, RC_PH_ANNEX,
	        label->text, label->len) &&
	    j->block.len < RC_HEADING_BYTES &&
	    (last == ':' || !rc_is_terminal(last)) &&
	    !rc_is_comma(rc_last_of(line)) &&
	    before >= j->measure.columns * TITLE_LEAST &&
	    before <= j->measure.columns * TITLE_MOST &&
	    rc_line_width(line) * 100 <= j->measure.columns * TITLE_MOST &&
	    rc_line_lead(j, line) == RC_LEAD_NONE;
}

/* Whether a line of a heading begins below the first word that stands behind
 * the heading's number: "II. Our changed world" and the lines it turns over. */
gboolean
rc_hangs(const struct joiner *j, const struct line *line)
{
	const struct rc_para *head = j->begun->para;
	int column;

	if ((j->label.level != LEVEL_ROMAN && j->label.level != LEVEL_LETTER) ||
	    j->label.heading == head->len || head->indent < 0 ||
	    rc_is_terminal(rc_last_of(j->before)))
		return FALSE;
	column = head->indent + (int)rc_columns(head->text, j->label.heading);
	return ABS(line->para->indent - column) <= 1;
}
