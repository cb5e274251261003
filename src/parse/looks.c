/* looks.c - what a block looks like: annex, closing line, heading. */
#include "parse/classify.h"

#include <string.h>

#define MAX_CHAR 4u       /* bytes of a character */
#define MAX_HEADING 300   /* characters a heading may have */
#define MAX_TITLE 600     /* ... the title of an annex or part */
#define MAX_ITALIC_HEADING 120u
#define MAX_CONCLUSION 160u

gboolean
rc_ends_with(const struct state *s, const struct block *b, const char *marks)
{
	gunichar last = rc_block_last(s->p, b);

	return last && g_utf8_strchr(marks, -1, last);
}

gboolean
rc_is_annex(const struct state *s, const struct block *b, gboolean *nested)
{
	static const enum rc_phrase words[] = {
	    RC_PH_ANNEX, RC_PH_APPENDIX, RC_PH_ENCLOSURE};
	const struct parser *p = s->p;

	for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
		guint32 end = rc_block_end(p, b);
		gsize n = rc_lang_starts(p->lang, words[i], b->text, end);
		gsize size = 0, left = end - n;
		const char *rest = b->text + n;

		if (!n || left > 40)
			continue;
		while (left && (*rest == ' ' || *rest == '\n' ||
		           *rest == '\xC2' || *rest == '\xA0'))
			rest++, left--;
		*nested = words[i] == RC_PH_APPENDIX;
		if (!left)
			return TRUE;
		if (!rc_lang_section(p->lang, rest, left, &size) &&
		    !rc_lang_part(p->lang, rest, left, &size)) {
			guint value;
			size = rc_lang_ordinal(p->lang, rest, left, &value);
		}
		while (size < left && (g_ascii_isdigit(rest[size]) ||
		           strchr(".: ", rest[size])))
			size++;
		if (size == left)
			return TRUE;
	}
	return FALSE;
}

static gboolean
is_date_alone(const struct parser *p, const char *text, gsize len)
{
	struct rc_date date;
	gsize n = rc_lang_date(p->lang, text, len, &date);

	while (n && n < len && strchr(". ,", text[n]))
		n++;
	return n && n == len;
}

static gboolean
is_vote(const struct parser *p, const struct block *b)
{
	const char *s = b->text + (*b->text == '[');
	gsize len = b->len - (*b->text == '[');

	return rc_lang_starts(p->lang, RC_PH_NO_VOTE, s, len) ||
	    rc_lang_starts(p->lang, RC_PH_RECORDED_VOTE, s, len);
}

/* "46th plenary meeting" and the date below it, or one of them. */
gboolean
rc_is_conclusion(const struct state *s, const struct block *b)
{
	const struct parser *p = s->p;
	const char *line;
	struct rc_date date;
	gsize size;
	gssize at;

	if (s->zone == ZONE_START || s->zone == ZONE_ANNEX)
		return FALSE;
	if (s->zone == ZONE_END && (s->vote || is_vote(p, b)))
		return TRUE;
	if (b->len > MAX_CONCLUSION || b->mark.style)
		return is_vote(p, b) && *b->text == '[';
	if (is_vote(p, b))
		return TRUE;
	if (is_date_alone(p, b->text, b->len))
		return TRUE;
	at = rc_lang_finds(p->lang, RC_PH_MEETING, b->text, b->len, &size);
	if (at < 0 || at > 40)
		return FALSE;
	/* old prints have "643rd plenary meeting," */
	if (rc_ends_with(s, b, ";:；，") || (rc_ends_with(s, b, ",") &&
	        !g_ascii_isdigit(*b->text)))
		return FALSE;
	line = memchr(b->text, '\n', b->len);
	if (!line)
		return b->len < 80;
	return rc_lang_date(p->lang, line + 1, b->text + b->len - line - 1,
	    &date) > 0;
}

/* Between the paragraphs of a resolution: a line that ends like no sentence
 * and begins like none. */
static gboolean
is_open_line(const struct state *s, const struct block *b)
{
	struct mark mark;

	return b->kind == BLOCK_TEXT && b->role == RC_ROLE_UNKNOWN && b->len &&
	    !rc_is_terminal(rc_block_last(s->p, b)) &&
	    !rc_mark_take(s->p->lang, b->text, b->len, &mark);
}

/* The block before or behind, what is gone left out; NULL for none. */
static const struct block *
neighbour(const struct state *s, int step)
{
	for (gint64 i = (gint64)s->at + step;
	     i >= s->p->body && i < s->p->blocks->len; i += step)
		if (block_at(s->p, i)->kind != BLOCK_GONE)
			return block_at(s->p, i);
	return NULL;
}

static gboolean
is_bare_heading(const struct state *s, const struct block *b)
{
	const struct block *next = neighbour(s, 1), *before = neighbour(s, -1);
	enum rc_lead lead;

	/* several such lines are a list */
	if (!next || is_open_line(s, next) || next->kind == BLOCK_ROW ||
	    (before && before->kind != BLOCK_HEADING &&
	        !rc_is_terminal(rc_block_last(s->p, before))))
		return FALSE;
	return s->resolution && s->numbers && !b->n_spans &&
	    b->mark.style == MARK_NONE && b->len > 1 &&
	    !rc_is_terminal(rc_block_last(s->p, b)) &&
	    !g_unichar_islower(rc_block_first(b)) &&
	    !rc_lang_lead(s->p->lang, b->text, b->len, &lead);
}

/* "At its 89th meeting, on 29 June 2022, the General Assembly": how the text of
 * a decision begins, below the letter of its part. */
static gboolean
opens_decision(const struct state *s, const struct block *b)
{
	struct rc_date date;
	guint32 from, to;
	gsize size;

	return rc_meeting_find(s->p, b, &from, &to) &&
	    rc_lang_date_in(s->p->lang, b->text, b->len, &date, &size) >= 0;
}

/* Whether a block has more than so many characters; bytes mostly tell. */
static gboolean
is_longer(const struct block *b, guint32 n)
{
	return b->len > n && (b->len > n * MAX_CHAR ||
	    g_utf8_strlen(b->text, b->len) > n);
}

enum level
rc_heading_style(const struct state *s, const struct block *b)
{
	const struct parser *p = s->p;

	if (b->role == RC_ROLE_HEADING)
		return rc_block_is_all(p, b, RC_ITALIC) &&
		    !rc_block_is_all(p, b, RC_BOLD) ? LEVEL_ITALIC : LEVEL_PLAIN;
	if (b->role != RC_ROLE_UNKNOWN ||
	    rc_ends_with(s, b, ";,；，،؛") ||
	    is_longer(b, s->titled ? MAX_TITLE : MAX_HEADING))
		return LEVEL_NONE;
	if (s->titled && !rc_ends_with(s, b, ".。:：") &&
	    b->mark.style == MARK_NONE && !opens_decision(s, b))
		return LEVEL_PLAIN; /* the title of an annex or part */
	if (b->rank && b->mark.style == MARK_NONE &&
	    !rc_ends_with(s, b, ".。:：") && s->zone != ZONE_START)
		return LEVEL_PLAIN;
	if (rc_block_is_all(p, b, RC_BOLD) && !rc_ends_with(s, b, ".。:"))
		return LEVEL_PLAIN;
	if (s->zone == ZONE_BODY && is_bare_heading(s, b))
		return LEVEL_PLAIN;
	/* in the body a line in italics is an entry of a list (decisions) */
	if (s->zone == ZONE_ANNEX && b->len < MAX_ITALIC_HEADING &&
	    rc_block_is_all(p, b, RC_ITALIC) && !rc_ends_with(s, b, ".。:：") &&
	    b->mark.style == MARK_NONE)
		return LEVEL_ITALIC;
	return LEVEL_NONE;
}
