/* linehead.c - headings among printed lines, which have no look. */
#include "parse/joiner.h"

#include <string.h>

#define MAX_HEADING 280   /* characters */
#define MAX_QUESTION 80   /* characters of one that is a heading */
#define MAX_TOGETHER 4u   /* headings, one below the other */

/* "Article 2" alone on its line: a heading follows. */
static gboolean
is_label(const struct joiner *j, const struct block *block)
{
	struct level_label label = rc_level_take(j->p->lang, block->text,
	    block->len);

	return label.level != LEVEL_NONE && label.heading == block->len;
}

/* "Part I General matters": the word of a level, and its heading. */
static gboolean
is_labelled(const struct joiner *j, const struct block *block)
{
	struct level_label label = rc_level_take(j->p->lang, block->text,
	    block->len);

	return label.level == LEVEL_PART || label.level == LEVEL_CHAPTER ||
	    label.level == LEVEL_SECTION_WORD;
}

static gboolean
is_annex(const struct joiner *j, const struct block *block)
{
	return rc_is_whole(j->p, RC_PH_ANNEX, block) ||
	    rc_is_whole(j->p, RC_PH_APPENDIX, block);
}

static gboolean
ends_sentence(const struct joiner *j, const struct block *block)
{
	return block && block->kind == BLOCK_TEXT &&
	    rc_is_terminal(rc_block_last(j->p, block));
}

static gboolean
is_numbered(const struct joiner *j, const struct block *block)
{
	struct mark mark;

	return block && block->kind == BLOCK_TEXT &&
	    rc_mark_take(j->p->lang, block->text, block->len, &mark) &&
	    mark.style == MARK_NUMBER && mark.value > 1;
}

/* "What do island States want?": a short question heads what answers it. */
static gboolean
is_question(const struct joiner *j, const struct block *block)
{
	gunichar last = rc_block_last(j->p, block);

	return (last == '?' || last == 0x61F || last == 0xFF1F) &&
	    g_utf8_strlen(block->text, block->len) <= MAX_QUESTION;
}

/* Whether a heading may be indented here. */
static gboolean
may_be_indented(const struct joiner *j, const struct block *block,
    const struct block *before, const struct block *after)
{
	return !j->measure.indented || is_labelled(j, block) ||
	    (before && (is_label(j, before) || is_annex(j, before))) ||
	    (ends_sentence(j, before) && (ends_sentence(j, after) ||
	        (after && after->kind == BLOCK_ROW)));
}

/* A short paragraph that ends like no sentence and begins with a capital; it
 * is not indented where paragraphs are, but below a label or alone between
 * sentences it may be. Above an operative paragraph it may begin with the word
 * of a lead phrase. */
static gboolean
looks_like_heading(const struct joiner *j, const struct block *block,
    const struct block *before, const struct block *after)
{
	const struct parser *p = j->p;
	struct mark mark;
	enum rc_lead lead;

	if (block->role != RC_ROLE_UNKNOWN || !block->len ||
	    (rc_is_terminal(rc_block_last(p, block)) &&
	        !is_question(j, block)) ||
	    g_unichar_islower(g_utf8_get_char(block->text)) ||
	    g_utf8_strlen(block->text, block->len) > MAX_HEADING ||
	    rc_whole_formula(p, block) || memchr(block->text, '|', block->len))
		return FALSE;
	if (block->indent >= (gint16)RC_FIRST_INDENT &&
	    (block->indent >= (gint16)RC_RIGHT_INDENT ||
	        !may_be_indented(j, block, before, after)))
		return FALSE;
	if (rc_mark_take(p->lang, block->text, block->len, &mark) ||
	    rc_is_closing_text(p, block->text, block->len) ||
	    rc_lang_starts(p->lang, RC_PH_ANNEX, block->text, block->len) ||
	    rc_lang_starts(p->lang, RC_PH_APPENDIX, block->text, block->len))
		return FALSE;
	return !rc_lang_lead(p->lang, block->text, block->len, &lead) ||
	    (ends_sentence(j, before) && is_numbered(j, after));
}

/* How many blocks from one on look like headings. */
static guint
headings_at(const struct joiner *j, guint first, guint from)
{
	guint n = j->p->blocks->len, i = first;

	for (; i < n; i++) {
		struct block *b = block_at(j->p, i);

		if (b->kind != BLOCK_TEXT || !looks_like_heading(j, b,
		        i > from ? b - 1 : NULL, i + 1 < n ? b + 1 : NULL))
			break;
	}
	return i - first;
}

void
rc_name_headings(const struct joiner *j, guint from)
{
	for (guint i = from, n; i < j->p->blocks->len; i += n + !n) {
		n = headings_at(j, i, from);
		if (n > MAX_TOGETHER)
			continue; /* a list: it heads nothing */
		for (guint k = i; k < i + n; k++) {
			struct block *b = block_at(j->p, k);

			b->role = RC_ROLE_HEADING;
			rc_diag(j->p->diags, RC_D_HEADING_GUESSED, &b->at,
			    b->text);
		}
	}
}
