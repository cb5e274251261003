/* begin.c - whether a printed line begins a paragraph.
 *
 * Where lines keep their indents, a paragraph begins where one is indented;
 * else where a line ends though the next word would have fitted, and where
 * numbering or a lead phrase begins one after punctuation. */
#include "parse/joiner.h"

#include <string.h>

#define DOUBT 8u            /* columns that an open line lacks to be an end */
#define MAX_REFERRING 2u    /* words of "sub-item", at a line's end */
#define MIN_BEFORE_MARK 8   /* bytes before a mark in running text */
#define MAX_AHEAD 6u        /* lines in which the second mark is looked for */
#define MAX_AND 7           /* bytes of "and", "and/or" */

/* ---- ends and beginnings ---- */

/* Whether a line ends with a word that a number or letter follows in the same
 * sentence: "in accordance with subparagraph". */
static gboolean
refers(const struct joiner *j, const struct line *before)
{
	static const guint64 words = RC_PHRASE_BIT(RC_PH_PARAGRAPH) |
	    RC_PHRASE_BIT(RC_PH_SUBPARAGRAPH) | RC_PHRASE_BIT(RC_PH_SECTION) |
	    RC_PHRASE_BIT(RC_PH_ARTICLE) | RC_PHRASE_BIT(RC_PH_ANNEX);
	const char *text = before->para->text, *end = text + before->para->len;
	const char *s = end;
	gsize size;

	for (guint n = 0; n < MAX_REFERRING; n++) {
		while (s > text && s[-1] != ' ')
			s--;
		if (s == text)
			return FALSE; /* a word alone in its line is a label */
		if (rc_lang_starts_any(j->p->lang, words, s, end - s, &size,
		        NULL) && size == (gsize)(end - s))
			return TRUE;
		s--;
	}
	return FALSE;
}

/* Whether the paragraph has the mark before this one in its running text:
 * "should (i) be brief, (ii) be clear". */
static gboolean
runs_on(const struct joiner *j, const struct mark *mark)
{
	const char *s = j->block.text, *end = s + j->block.len;
	struct mark inner;

	if (mark->value < 2 || mark->style == MARK_NUMBER || !mark->shape)
		return FALSE;
	while ((s = memchr(s, ' ', end - s)) && ++s < end)
		if (rc_mark_take(j->p->lang, s, end - s, &inner) &&
		    inner.style == mark->style && inner.shape == mark->shape &&
		    inner.value + 1 == mark->value &&
		    s - j->block.text > MIN_BEFORE_MARK)
			return TRUE;
	return FALSE;
}

/* Whether a line has the mark after this one within its text. */
static gboolean
has_next_within(const struct joiner *j, const struct line *line,
    const struct mark *mark)
{
	const char *s = line->para->text, *end = s + line->para->len;
	struct mark inner;

	while ((s = memchr(s, ' ', end - s)) && ++s < end)
		if (rc_mark_take(j->p->lang, s, end - s, &inner) &&
		    inner.style == mark->style && inner.shape == mark->shape &&
		    inner.value == mark->value + 1)
			return TRUE;
	return FALSE;
}

/* Whether a first mark has the second one behind it in running text, on the
 * same line or one of the next: "(i) brief; (ii) clear". */
static gboolean
runs_ahead(const struct joiner *j, const struct line *line,
    const struct mark *mark)
{
	const struct line *end = rc_line(j->lines, j->lines->len);
	struct mark first;

	if (mark->value != 1 || mark->style == MARK_NUMBER || !mark->shape)
		return FALSE;
	for (guint n = 0; n < MAX_AHEAD && line + n < end; n++) {
		const struct rc_para *para = line[n].para;

		if (n && (line[n].kind != LINE_TEXT || rc_mark_take(
		              j->p->lang, para->text, para->len, &first)))
			return FALSE;
		if (has_next_within(j, line + n, mark))
			return TRUE;
	}
	return FALSE;
}

/* Whether a line ends the last but one point of a list: "; and". */
static gboolean
ends_with_and(const struct line *before)
{
	const char *text = before->para->text;
	const char *s = text + before->para->len;

	while (s > text && s[-1] != ' ')
		s--;
	return s - text > 1 && text + before->para->len - s <= MAX_AND &&
	    (s[-2] == ';' || s[-2] == ',');
}

/* A number or list mark that can begin a paragraph here: the next number, or
 * a first one. */
static gboolean
has_mark(const struct joiner *j, const struct line *line, gboolean *number)
{
	const struct rc_para *para = line->para;
	struct mark mark;

	*number = FALSE;
	if (!rc_mark_take(j->p->lang, para->text, para->len, &mark))
		return FALSE;
	if (mark.style == MARK_NUMBER) {
		*number = TRUE;
		return mark.value == 1 || (mark.value > j->number &&
		    mark.value <= j->number + 3);
	}
	return mark.style != MARK_DECIMAL && !runs_on(j, &mark) &&
	    !runs_ahead(j, line, &mark) &&
	    !refers(j, j->before);
}

gboolean
rc_stands_alone(const struct joiner *j, const struct line *line)
{
	struct block block = {.text = line->para->text, .len = line->para->len};
	struct level_label label = rc_level_take(j->p->lang, block.text,
	    block.len);

	if (label.level != LEVEL_NONE && label.heading == block.len &&
	    label.level != LEVEL_ARABIC)
		return TRUE;
	return rc_whole_formula(j->p, &block) ||
	    (rc_is_whole(j->p, RC_PH_ANNEX, &block) &&
	        !g_unichar_islower(g_utf8_get_char(block.text)));
}

/* ---- by indents, and by the text alone ---- */

/* Whether the paragraph is one of a deep list, whose lines are all indented. */
static gboolean
is_deep(const struct joiner *j)
{
	struct mark mark;

	return rc_mark_take(j->p->lang, j->block.text, j->block.len, &mark) &&
	    (mark.style == MARK_ROMAN || mark.style == MARK_BULLET ||
	        mark.roman || mark.style == MARK_DIGIT);
}

/* Whether the sentence that a list stands in goes on below its last point:
 * "(c) … omit to do;" and "with the intent of procuring". */
static gboolean
resumes(const struct joiner *j, const struct line *line)
{
	struct mark mark;

	return j->block.indent >= (gint16)RC_FIRST_INDENT &&
	    rc_mark_take(j->p->lang, j->block.text, j->block.len, &mark) &&
	    mark.style != MARK_NUMBER && rc_ended_early(j, line) &&
	    g_unichar_islower(g_utf8_get_char(line->para->text));
}

static gboolean
is_semicolon(gunichar c)
{
	return c == ';' || c == 0x061B || c == 0xFF1B;
}

/* A first line is indented, and so is a line set to the right; the lines of a
 * point may all be. */
static gboolean
begins_by_indent(const struct joiner *j, const struct line *line)
{
	const struct line *before = j->before;
	guint here = rc_line_indent_of(line), there = rc_line_indent_of(before);
	gunichar last = rc_last_of(before);
	struct mark mark;

	if (here >= RC_RIGHT_INDENT || there >= RC_RIGHT_INDENT)
		return TRUE;
	if (here < RC_FIRST_INDENT) {
		if (j->measure.exact && line->top)
			return line->para->gap > 1;
		if (last == ';' && resumes(j, line))
			return TRUE;
		if (rc_is_comma(last) && rc_line_lead(j, line) == RC_LEAD_PREAMBULAR &&
		    g_unichar_isupper(g_utf8_get_char(line->para->text)) &&
		    rc_ended_early(j, line))
			return TRUE; /* printed without its indent */
		if (line->top && is_semicolon(last) && rc_ended_early(j, line) &&
		    !g_unichar_islower(g_utf8_get_char(line->para->text)))
			return TRUE; /* a heading */
		return line->top && rc_is_full_stop(last) &&
		    !g_unichar_islower(g_utf8_get_char(line->para->text)) &&
		    (rc_ended_early(j, line) || !rc_ends_paragraph(rc_last_of(line)));
	}
	/* a page that is all list may have another edge than the next */
	if (here != there && !(line->top && is_deep(j) &&
	        !rc_is_terminal(last)))
		return TRUE;
	/* a heading over several lines has the indent on each, and so has a
	 * deep point that goes on at the top of a page */
	if (!rc_is_terminal(last) && (j->measure.exact ?
	        is_deep(j) && !rc_ended_early(j, line) :
	        g_unichar_islower(g_utf8_get_char(line->para->text))))
		return FALSE;
	/* the lines of a point may all be indented; others never are */
	if (!rc_mark_take(j->p->lang, j->block.text, j->block.len, &mark) ||
	    j->block.indent != (gint16)here)
		return TRUE;
	return rc_ended_early(j, line) && rc_ends_paragraph(last);
}

/* Whether a line ended early beyond doubt: by columns, and with more room if
 * its end is no paragraph's. */
static gboolean
surely_ended(const struct joiner *j, const struct line *line)
{
	gunichar last = rc_last_of(j->before);
	gboolean sure = !rc_is_comma(last) || rc_line_lead(j, line) != RC_LEAD_NONE;
	enum rc_lead lead;

	if (is_deep(j))
		return FALSE;
	if (rc_ends_paragraph(last))
		return j->measure.exact && rc_had_room(j, line, rc_lost_columns(j) +
		    (sure ? j->measure.slack : DOUBT));
	if (g_unichar_islower(g_utf8_get_char(line->para->text)) ||
	    (j->block.len > RC_HEADING_BYTES && rc_lang_lead(j->p->lang,
	        j->block.text, j->block.len, &lead)))
		return FALSE;
	return rc_had_room(j, line, j->measure.exact ? rc_lost_columns(j) + DOUBT :
	    j->measure.columns / 5); /* no heading is indented */
}

/* Whether what stands so far is a heading, and a lead phrase begins the first
 * paragraph below it; told where both have capitals. */
static gboolean
heads(const struct joiner *j, const struct line *line, gunichar last)
{
	enum rc_lead lead;
	struct mark mark;

	return !rc_is_terminal(last) && last != '-' &&
	    g_unichar_isupper(j->lead) &&
	    g_unichar_isupper(g_utf8_get_char(line->para->text)) &&
	    rc_line_lead(j, line) != RC_LEAD_NONE &&
	    j->block.len < RC_HEADING_BYTES &&
	    g_unichar_isupper(g_utf8_get_char(j->block.text)) &&
	    !rc_lang_lead(j->p->lang, j->block.text, j->block.len, &lead) &&
	    !rc_mark_take(j->p->lang, j->block.text, j->block.len, &mark);
}

static gboolean
begins_by_text(const struct joiner *j, const struct line *line)
{
	gunichar last = rc_last_of(j->before);
	gunichar first = g_utf8_get_char(line->para->text);
	gboolean small = g_unichar_islower(first), early;
	struct mark mark;

	if (j->measure.spaced && !line->top)
		return FALSE; /* an empty line would stand here */
	early = rc_ended_early(j, line);
	if (surely_ended(j, line))
		return TRUE;
	/* where lead phrases have capitals, a small letter begins nothing */
	if (small && g_unichar_isupper(j->lead))
		return FALSE;
	if (line->top && rc_is_full_stop(last) && last != '.')
		return TRUE;
	if (heads(j, line, last))
		return TRUE;
	/* a marked paragraph ends with a semicolon; with a comma only the last
	 * point of a preambular list */
	if (rc_is_comma(last) && rc_mark_take(j->p->lang, j->block.text,
	        j->block.len, &mark) &&
	    (j->number || rc_line_lead(j, line) != RC_LEAD_PREAMBULAR))
		return FALSE;
	if (rc_line_lead(j, line) != RC_LEAD_NONE && rc_ends_paragraph(last))
		return line->top || early || last == ';' || !small ||
		    g_unichar_islower(j->lead);
	if (last == ';' && g_unichar_isupper(first))
		return TRUE;
	if (line->top)
		return (last == '.' || last == ']') && !small && early;
	/* after a comma the next preambular paragraph has its lead phrase */
	if (rc_is_comma(last) && j->lead && !j->number &&
	    rc_line_lead(j, line) == RC_LEAD_NONE)
		return FALSE;
	return early && rc_ends_paragraph(last);
}

/* A note marked by a star, and not the mark of a name within a sentence. */
static gboolean
begins_with_star(const struct joiner *j, const struct line *line)
{
	gunichar last = rc_last_of(j->before);

	if (rc_is_comma(last) || last == 0x3001) /* in a list of names */
		return FALSE;
	return *line->para->text == '*' && (rc_ends_paragraph(last) ||
	    last == '*' || rc_ended_early(j, line));
}

/* Whether a sentence goes on behind a gap, as where a line has another indent for
 * pdfminer: the line before is full, and what follows begins with a small letter
 * where paragraphs have capitals. */
static gboolean
goes_over_gap(const struct joiner *j, const struct line *line)
{
	gunichar last = rc_last_of(j->before);

	return g_unichar_isupper(j->lead) &&
	    g_unichar_islower(g_utf8_get_char(line->para->text)) &&
	    line->para->len > 1 && line->para->text[1] != ' ' && /* "a Of these" */
	    j->before->para->len >= RC_LONG_LINE && !rc_is_terminal(last) &&
	    !rc_ended_early(j, line);
}

gboolean
rc_begins(const struct joiner *j, const struct line *line, gboolean alone)
{
	const struct line *before = j->before;
	gboolean number, mark;

	if (!j->open || !before || alone || j->before_alone)
		return TRUE;
	if (line->exploded)
		return FALSE;
	mark = has_mark(j, line, &number);
	if (mark && j->listed)
		return TRUE;
	if (j->vote)
		return rc_begins_in_vote(j, line);
	if ((line->para->gap && !line->top && !goes_over_gap(j, line)) ||
	    rc_begins_closing(j, line))
		return TRUE;
	if (rc_begins_level(j, line) || begins_with_star(j, line))
		return TRUE;
	if (mark && (rc_line_label(j->p->lang, j->begun) ||
	        (number && rc_is_below_label(j))))
		return TRUE; /* no heading runs on in a number */
	if (!mark && (rc_hangs(j, line) || rc_is_in_title(j, line)))
		return FALSE;
	if (mark && (!j->measure.indented ||
	        rc_line_indent_of(line) >= RC_FIRST_INDENT ||
	        rc_is_full_stop(rc_last_of(before)) ||
	        (number && (rc_ends_paragraph(rc_last_of(before)) ||
	            rc_ended_early(j, line)))))
		return number || rc_ends_paragraph(rc_last_of(before)) ||
		    ends_with_and(before) || rc_ended_early(j, line) ||
		    (j->measure.indented && !line->top);
	return j->measure.indented ? begins_by_indent(j, line) :
	    begins_by_text(j, line);
}
