/* join.c - paragraphs torn by a page break or by notes are made whole. */
#include "parse/parser.h"

#define PAGE_GAP 3u /* empty lines that stand for a page break */

/* How the first half ends: in mid sentence, or so that what follows decides. */
enum ended { ENDED_NOT, ENDED_COMMA, ENDED_CLAUSE };

static gboolean
is_comma(gunichar c)
{
	return c == ',' || c == 0x060C || c == 0xFF0C || c == 0x3001;
}

/* Whether a block can be the second half of a sentence. */
static gboolean
is_rest(const struct parser *p, const struct block *block, enum ended ended)
{
	gunichar first = g_utf8_get_char(block->text);
	struct mark mark;
	enum rc_lead lead;

	if (rc_mark_take(p->lang, block->text, block->len, &mark) ||
	    rc_block_is_all(p, block, RC_BOLD) ||
	    rc_block_is_all(p, block, RC_ITALIC) ||
	    rc_whole_formula(p, block) || rc_is_whole(p, RC_PH_ANNEX, block))
		return FALSE;
	if (g_unichar_islower(first) && !ended)
		return TRUE;
	if (ended == ENDED_CLAUSE && !g_unichar_islower(first))
		return FALSE;
	return !rc_lang_lead(p->lang, block->text, block->len, &lead);
}

static gboolean
is_half(const struct parser *p, const struct block *block, enum ended *ended)
{
	gunichar last = rc_block_last(p, block);

	*ended = is_comma(last) ? ENDED_COMMA :
	    last == ';' ? ENDED_CLAUSE : ENDED_NOT;
	if (rc_block_is_all(p, block, RC_BOLD) ||
	    rc_block_is_all(p, block, RC_ITALIC) ||
	    rc_whole_formula(p, block))
		return FALSE;
	return *ended != ENDED_NOT || !rc_is_terminal(last);
}

void
rc_join_torn(struct parser *p)
{
	struct block *before = NULL;

	for (guint i = p->body; i < p->blocks->len; i++) {
		struct block *b = block_at(p, i);
		enum ended ended;

		if (b->kind == BLOCK_GONE)
			continue;
		if (b->kind != BLOCK_TEXT || b->role != RC_ROLE_UNKNOWN) {
			before = NULL;
			continue;
		}
		if (before && (b->torn || b->gap >= PAGE_GAP) &&
		    is_half(p, before, &ended) && is_rest(p, b, ended)) {
			rc_diag(p->diags, RC_D_PARAGRAPH_JOINED, &b->at,
			    b->text);
			rc_block_join(p, before, b, FALSE);
			b->kind = BLOCK_GONE;
			continue;
		}
		before = b;
	}
}
