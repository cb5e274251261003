/* closing.c - lines of the closing block: the meeting, the date, the vote. */
#include "parse/joiner.h"

#define MAX_CLOSING 100u    /* bytes of a closing line */
#define OPENING 80u         /* bytes in which a decision names its meeting */
#define NUMBER_BEHIND 5u    /* bytes of a number behind the word, in Arabic */

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

/* A closing line never fills the measure. Few lines are so short, and text is
 * dear to ask. */
static gboolean
is_closing(const struct joiner *j, const struct line *line)
{
	return line->width - MAX(line->para->indent, 0) <
	    (int)j->measure.columns * 3 / 4 &&
	    rc_is_closing_text(j->p, line->para->text, line->para->len);
}

/* Whether a closing line begins here: after a full stop, or another one; the
 * bracket of a vote after one. */
gboolean
rc_begins_closing(const struct joiner *j, const struct line *line)
{
	gunichar last;

	if (*line->para->text == '[' && is_closing(j, j->before))
		return TRUE;
	if (!is_closing(j, line))
		return FALSE;
	last = rc_last_of(j->before);
	return is_closing(j, j->before) || last == '.' || last == 0x3002 ||
	    last == 0x201D || last == 0xBB || g_ascii_isdigit(last);
}

/* Within a printed vote a label begins one, and the names after it. */
gboolean
rc_begins_in_vote(const struct joiner *j, const struct line *line)
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

gboolean
rc_opens_decision(const struct parser *p, const char *text, gsize len)
{
	gsize size;
	gssize at = rc_lang_finds(p->lang, RC_PH_MEETING, text,
	    MIN(len, OPENING), &size);

	if (at < 0)
		return FALSE;
	len = MIN(len, (gsize)at + size + NUMBER_BEHIND);
	for (gsize i = 0; i < len; i++)
		if (g_ascii_isdigit(text[i]))
			return TRUE;
	return FALSE;
}
