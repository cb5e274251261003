/* begin.c - whether a printed line begins a paragraph.
 *
 * Where lines keep their indents, a paragraph begins where one is indented;
 * else where a line ends though the next word would have fitted, and where
 * numbering or a lead phrase begins one after punctuation. */
#include "parse/joiner.h"

#include <string.h>

#define MAX_CLOSING 100u    /* bytes of a closing line */
#define NUMBER_FIELD 6u     /* columns that the number of a paragraph takes */
#define DOUBT 8u            /* columns that an open line lacks to be an end */
#define MAX_REFERRING 2u    /* words of "sub-item", at a line's end */
#define MIN_BEFORE_MARK 8   /* bytes before a mark in running text */
#define MAX_HEADING_BYTES 280 /* a heading of some lines */
#define MAX_ANNEX 40        /* bytes of "Annex II" */
#define TITLE_LEAST 50u     /* per cent of the measure that a title's line has */
#define TITLE_MOST 75u
#define MAX_AHEAD 6u        /* lines in which the second mark is looked for */
#define MAX_AND 7           /* bytes of "and", "and/or" */
#define FIRST_LINE 6u       /* columns that a first line is indented by */

/* ---- the measure ---- */

static gboolean
is_wide(const char *s)
{
	return g_unichar_iswide(g_utf8_get_char(s));
}

static gboolean
is_closing_mark(gunichar c)
{
	GUnicodeType type = g_unichar_type(c);

	return type == G_UNICODE_CLOSE_PUNCTUATION ||
	    type == G_UNICODE_FINAL_PUNCTUATION || rc_is_terminal(c);
}

static const char *
word_end(const char *s, const char *end)
{
	while (s < end && *s != ' ' && !is_wide(s))
		s = g_utf8_next_char(s);
	return s;
}

/* Whether a blank behind a word may be one that lines do not break at, which
 * extractions make plain: "30 March", "No. 118", "mot ;", "non -nuclear". */
static gboolean
holds(const char *word, const char *blank, const char *end)
{
	if (blank + 1 >= end || *blank != ' ')
		return FALSE;
	return g_ascii_isdigit(blank[-1]) || blank[-1] == '.' ||
	    blank - word < 3 || !g_unichar_isalnum(g_utf8_get_char(blank + 1));
}

/* Columns of what a line begins with and no line end may cut: a word, or a
 * Chinese character with the punctuation behind it. */
static guint
first_word(const struct rc_para *para)
{
	const char *s = para->text, *end = s + para->len, *e;

	if (para->len && is_wide(s)) {
		for (s = g_utf8_next_char(s); s < end &&
		     is_closing_mark(g_utf8_get_char(s));)
			s = g_utf8_next_char(s);
		return rc_columns(para->text, s - para->text);
	}
	for (e = word_end(s, end); holds(s, e, end); e = word_end(s, end))
		s = e + 1;
	if (e < end && is_wide(e)) /* "2014年" */
		e = g_utf8_next_char(e);
	return rc_columns(para->text, e - para->text);
}

/* Columns that stand before the first line of a paragraph in print and are
 * lost in a text without indents: its indent, and the rest of the field of its
 * number. */
static guint
lost_columns(const struct joiner *j)
{
	struct mark mark;
	guint n;

	if (j->measure.indented || !j->first)
		return 0;
	if (!rc_mark_take(j->p->lang, j->block.text, j->block.len, &mark))
		return FIRST_LINE;
	n = rc_columns(j->block.text, mark.len) + 1;
	if (strncmp(j->before->para->text, j->block.text, mark.len) != 0)
		return FIRST_LINE + MAX(n, NUMBER_FIELD); /* on its own line */
	return FIRST_LINE + (n < NUMBER_FIELD ? NUMBER_FIELD - n : 0);
}

/* Whether the paragraph is one of a deep list, whose lines are all indented. */
static gboolean
is_deep(const struct joiner *j)
{
	struct mark mark;

	return rc_mark_take(j->p->lang, j->block.text, j->block.len, &mark) &&
	    (mark.style == MARK_ROMAN || mark.style == MARK_BULLET ||
	        mark.roman || mark.style == MARK_DIGIT);
}

/* Whether the line before ended though the first word of this one, and so many
 * columns more, would have fitted. */
static gboolean
had_room(const struct joiner *j, const struct line *line, guint more)
{
	const struct line *before = j->before;
	const char *last = before->para->text + before->para->len;
	gboolean blank = !is_wide(line->para->text) &&
	    !is_wide(g_utf8_prev_char(last));

	if (last[-1] == '-')
		return FALSE; /* a word was cut */
	return rc_line_width(before) + blank + first_word(line->para) + more <=
	    j->measure.columns;
}

static gboolean
ended_early(const struct joiner *j, const struct line *line)
{
	return had_room(j, line, lost_columns(j) + j->measure.slack);
}

/* ---- ends and beginnings ---- */

/* The last character of a line; that before the call of a note where one may
 * stand behind punctuation: "Council,1". */
static gunichar
last_of(const struct line *line)
{
	const char *text = line->para->text, *end = text + line->para->len;
	const char *s = end;

	while (s > text && end - s < 3 && g_ascii_isdigit(s[-1]))
		s--;
	if (s < end && s > text && s[-1] == ' ')
		s--;
	if (s > text && rc_is_terminal(g_utf8_get_char(g_utf8_prev_char(s))))
		end = s;
	return end > text ? g_utf8_get_char(g_utf8_prev_char(end)) : 0;
}

static gboolean
ends_paragraph(gunichar c)
{
	return rc_is_terminal(c) || c == ']' || c == 0x201D || c == '"' ||
	    c == 0xBB;
}

static gboolean
is_full_stop(gunichar c)
{
	return c == ';' || c == '.' || c == ':' || c == 0x061B || c == 0xFF1B ||
	    c == 0xFF1A || c == 0x3002;
}

static gboolean
is_comma(gunichar c)
{
	return c == ',' || c == 0x060C || c == 0xFF0C;
}

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

static enum rc_lead
lead_of(const struct joiner *j, const struct line *line)
{
	enum rc_lead lead;

	return rc_lang_lead(j->p->lang, line->para->text, line->para->len,
	    &lead) ? lead : RC_LEAD_NONE;
}

static gboolean
stands_alone(const struct joiner *j, const struct line *line)
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

/* "II.     Means": the number of a level, set apart from its heading. */
static gboolean
begins_level(const struct joiner *j, const struct line *line)
{
	return rc_line_label(j->p->lang, line) && (line->para->gap ||
	    ended_early(j, line) || ends_paragraph(last_of(j->before)));
}

/* ---- the closing block ---- */

/* "Ninth plenary meeting", "56th session": an ordinal and the word. */
static gboolean
is_ordinal_closing(const struct parser *p, const char *text, gsize len)
{
	static const guint64 words = RC_PHRASE_BIT(RC_PH_MEETING) |
	    RC_PHRASE_BIT(RC_PH_SESSION);
	guint value;
	gsize n = rc_lang_ordinal(p->lang, text, len, &value), size;

	if (!n)
		return FALSE;
	while (n < len && text[n] == ' ')
		n++;
	return rc_lang_starts_any(p->lang, words, text + n, len - n, &size,
	    NULL) && n + size == len;
}

gboolean
rc_is_closing_text(const struct parser *p, const char *text, gsize len)
{
	struct block block = {.text = text, .len = len};
	struct rc_date date;
	guint32 from, to;
	gsize n;

	if (!len || len > MAX_CLOSING)
		return FALSE;
	/* "105th plenary meeting," in old prints */
	if (g_ascii_isdigit(*text) && text[len - 1] == ',')
		block.len = --len;
	n = rc_lang_date(p->lang, text, len, &date);
	if (n && n + 2 >= len)
		return TRUE;
	if (is_ordinal_closing(p, text, len))
		return TRUE;
	return rc_meeting_find(p, &block, &from, &to) &&
	    from < MAX_CLOSING / 4 && !rc_is_terminal(text[len - 1]);
}

/* A closing line never fills the measure. */
static gboolean
is_closing(const struct joiner *j, const struct line *line)
{
	return rc_is_closing_text(j->p, line->para->text, line->para->len) &&
	    rc_columns(line->para->text, line->para->len) <
	    j->measure.columns * 3 / 4;
}

/* Whether a closing line begins here: after a full stop, or another one; the
 * bracket of a vote after one. */
static gboolean
begins_closing(const struct joiner *j, const struct line *line)
{
	gunichar last = last_of(j->before);

	if (is_closing(j, j->before) && *line->para->text == '[')
		return TRUE;
	if (!is_closing(j, line))
		return FALSE;
	return is_closing(j, j->before) || last == '.' || last == 0x3002 ||
	    last == 0x201D || last == 0xBB || g_ascii_isdigit(last);
}

/* Within a printed vote a label begins one, and the names after it. */
static gboolean
begins_in_vote(const struct joiner *j, const struct line *line)
{
	static const guint64 labels = RC_PHRASE_BIT(RC_PH_IN_FAVOUR) |
	    RC_PHRASE_BIT(RC_PH_AGAINST) | RC_PHRASE_BIT(RC_PH_ABSTAINING);
	const struct block *b = &j->block;
	gsize size;

	if (rc_lang_starts_any(j->p->lang, labels, line->para->text,
	        line->para->len, &size, NULL))
		return TRUE;
	return rc_lang_starts_any(j->p->lang, labels, b->text, b->len, &size,
	    NULL) && size + 3 >= b->len;
}

/* ---- by indents, and by the text alone ---- */

/* Whether the sentence that a list stands in goes on below its last point:
 * "(c) … omit to do;" and "with the intent of procuring". */
static gboolean
resumes(const struct joiner *j, const struct line *line)
{
	struct mark mark;

	return j->block.indent >= (gint16)RC_FIRST_INDENT &&
	    rc_mark_take(j->p->lang, j->block.text, j->block.len, &mark) &&
	    mark.style != MARK_NUMBER && ended_early(j, line) &&
	    g_unichar_islower(g_utf8_get_char(line->para->text));
}

/* A first line is indented, and so is a line set to the right; the lines of a
 * point may all be. */
static gboolean
begins_by_indent(const struct joiner *j, const struct line *line)
{
	const struct line *before = j->before;
	guint here = rc_line_indent_of(line), there = rc_line_indent_of(before);
	gunichar last = last_of(before);
	struct mark mark;

	if (here >= RC_RIGHT_INDENT || there >= RC_RIGHT_INDENT)
		return TRUE;
	if (here < RC_FIRST_INDENT) {
		if (j->measure.exact && line->top)
			return line->para->gap > 1;
		if (last == ';' && resumes(j, line))
			return TRUE;
		if (is_comma(last) && lead_of(j, line) == RC_LEAD_PREAMBULAR &&
		    g_unichar_isupper(g_utf8_get_char(line->para->text)) &&
		    ended_early(j, line))
			return TRUE; /* printed without its indent */
		return line->top && is_full_stop(last) &&
		    !g_unichar_islower(g_utf8_get_char(line->para->text)) &&
		    (ended_early(j, line) || !ends_paragraph(last_of(line)));
	}
	/* a page that is all list may have another edge than the next */
	if (here != there && !(line->top && is_deep(j) &&
	        !rc_is_terminal(last)))
		return TRUE;
	/* a heading over several lines has the indent on each, and so has a
	 * deep point that goes on at the top of a page */
	if (!rc_is_terminal(last) && (j->measure.exact ?
	        is_deep(j) && !ended_early(j, line) :
	        g_unichar_islower(g_utf8_get_char(line->para->text))))
		return FALSE;
	/* the lines of a point may all be indented; others never are */
	if (!rc_mark_take(j->p->lang, j->block.text, j->block.len, &mark) ||
	    j->block.indent != (gint16)here)
		return TRUE;
	return ended_early(j, line) && ends_paragraph(last);
}

/* Whether a line ended early beyond doubt: by columns, and with more room if
 * its end is no paragraph's. */
static gboolean
surely_ended(const struct joiner *j, const struct line *line)
{
	gunichar last = last_of(j->before);
	gboolean sure = !is_comma(last) || lead_of(j, line) != RC_LEAD_NONE;

	if (is_deep(j))
		return FALSE;
	if (ends_paragraph(last))
		return j->measure.exact && had_room(j, line, lost_columns(j) +
		    (sure ? j->measure.slack : DOUBT));
	if (g_unichar_islower(g_utf8_get_char(line->para->text)))
		return FALSE;
	return had_room(j, line, j->measure.exact ? lost_columns(j) + DOUBT :
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
	    lead_of(j, line) != RC_LEAD_NONE &&
	    j->block.len < MAX_HEADING_BYTES &&
	    g_unichar_isupper(g_utf8_get_char(j->block.text)) &&
	    !rc_lang_lead(j->p->lang, j->block.text, j->block.len, &lead) &&
	    !rc_mark_take(j->p->lang, j->block.text, j->block.len, &mark);
}

static gboolean
begins_by_text(const struct joiner *j, const struct line *line)
{
	gunichar last = last_of(j->before);
	gunichar first = g_utf8_get_char(line->para->text);
	gboolean small = g_unichar_islower(first), early;
	struct mark mark;

	if (j->measure.spaced && !line->top)
		return FALSE; /* an empty line would stand here */
	early = ended_early(j, line);
	if (surely_ended(j, line))
		return TRUE;
	/* where lead phrases have capitals, a small letter begins nothing */
	if (small && g_unichar_isupper(j->lead))
		return FALSE;
	if (line->top && is_full_stop(last) && last != '.')
		return TRUE;
	if (heads(j, line, last))
		return TRUE;
	/* a marked paragraph ends with a semicolon; with a comma only the last
	 * point of a preambular list */
	if (is_comma(last) && rc_mark_take(j->p->lang, j->block.text,
	        j->block.len, &mark) &&
	    (j->number || lead_of(j, line) != RC_LEAD_PREAMBULAR))
		return FALSE;
	if (lead_of(j, line) != RC_LEAD_NONE && ends_paragraph(last))
		return line->top || early || last == ';' || !small ||
		    g_unichar_islower(j->lead);
	if (last == ';' && g_unichar_isupper(first))
		return TRUE;
	if (line->top)
		return (last == '.' || last == ']') && !small && early;
	/* after a comma the next preambular paragraph has its lead phrase */
	if (is_comma(last) && j->lead && !j->number &&
	    lead_of(j, line) == RC_LEAD_NONE)
		return FALSE;
	return early && ends_paragraph(last);
}

/* Whether what stands so far is the heading below "Article 14". */
static gboolean
is_below_label(const struct joiner *j)
{
	const GArray *blocks = j->p->blocks;
	const struct block *b = blocks->len ? block_at(j->p, blocks->len - 1)
	                                    : NULL;
	struct level_label label;

	if (!b || b->kind != BLOCK_TEXT || j->block.len > MAX_HEADING_BYTES)
		return FALSE;
	label = rc_level_take(j->p->lang, b->text, b->len);
	return label.level != LEVEL_NONE && label.heading == b->len;
}

/* Whether a line goes on in the title of an annex, whose lines are shorter than
 * those of paragraphs and may begin with a capital each. */
static gboolean
is_in_title(const struct joiner *j, const struct line *line)
{
	const GArray *blocks = j->p->blocks;
	gunichar last = last_of(j->before);
	guint before = rc_line_width(j->before) * 100;
	const struct block *label = blocks->len
	    ? block_at(j->p, blocks->len - 1) : NULL;

	return label && !j->measure.indented && label->kind == BLOCK_TEXT &&
	    label->len <= MAX_ANNEX && rc_lang_starts(j->p->lang, RC_PH_ANNEX,
	        label->text, label->len) &&
	    j->block.len < MAX_HEADING_BYTES &&
	    (last == ':' || !rc_is_terminal(last)) &&
	    !is_comma(last_of(line)) &&
	    before >= j->measure.columns * TITLE_LEAST &&
	    before <= j->measure.columns * TITLE_MOST &&
	    rc_line_width(line) * 100 <= j->measure.columns * TITLE_MOST &&
	    lead_of(j, line) == RC_LEAD_NONE;
}

/* Whether a line of a heading begins below the first word that stands behind
 * the heading's number: "II. Our changed world" and the lines it turns over. */
static gboolean
hangs(const struct joiner *j, const struct line *line)
{
	const struct rc_para *head = j->begun->para;
	struct level_label label = rc_level_take(j->p->lang, head->text,
	    head->len);
	int column;

	if ((label.level != LEVEL_ROMAN && label.level != LEVEL_LETTER) ||
	    label.heading == head->len || head->indent < 0 ||
	    rc_is_terminal(last_of(j->before)))
		return FALSE;
	column = head->indent + (int)rc_columns(head->text, label.heading);
	return ABS(line->para->indent - column) <= 1;
}

gboolean
rc_begins(const struct joiner *j, const struct line *line)
{
	const struct line *before = j->before;
	gboolean number, mark;

	if (!j->open || !before || stands_alone(j, line) ||
	    stands_alone(j, before))
		return TRUE;
	if (line->exploded)
		return FALSE;
	mark = has_mark(j, line, &number);
	if (mark && j->listed)
		return TRUE;
	if (j->vote)
		return begins_in_vote(j, line);
	if ((line->para->gap && !line->top) || begins_closing(j, line))
		return TRUE;
	if (begins_level(j, line) || *line->para->text == '*')
		return TRUE;
	if (mark && (rc_line_label(j->p->lang, j->begun) ||
	        (number && is_below_label(j))))
		return TRUE; /* no heading runs on in a number */
	if (!mark && (hangs(j, line) || is_in_title(j, line)))
		return FALSE;
	if (mark && (!j->measure.indented ||
	        rc_line_indent_of(line) >= RC_FIRST_INDENT ||
	        is_full_stop(last_of(before)) ||
	        (number && (ends_paragraph(last_of(before)) ||
	            ended_early(j, line)))))
		return number || ends_paragraph(last_of(before)) ||
		    ends_with_and(before) || ended_early(j, line) ||
		    (j->measure.indented && !line->top);
	return j->measure.indented ? begins_by_indent(j, line) :
	    begins_by_text(j, line);
}
