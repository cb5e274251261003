/* tablelist.c - tables of one column among printed lines: nothing but the label
 * "Table 1" above them says that their paragraphs are rows. */
#include "parse/joiner.h"

#define MIN_ROWS 3u

gboolean
rc_is_table_label(const struct rc_lang *lang, const char *text, gsize len)
{
	gsize n = rc_lang_starts(lang, RC_PH_TABLE, text, len), digits;

	if (!n)
		return FALSE;
	while (n < len && text[n] == ' ')
		n++;
	for (digits = n; n < len && g_ascii_isdigit(text[n]); n++)
		continue;
	return n == len && n > digits && n - digits < 3;
}

static gboolean
is_label(const struct parser *p, const struct block *block)
{
	return block->kind == BLOCK_TEXT &&
	    rc_is_table_label(p->lang, block->text, block->len);
}

/* A paragraph that is no sentence, and nothing that ends a table; ":" stands
 * above more of its rows. */
static gboolean
is_row(const struct parser *p, const struct block *block)
{
	gunichar last = block->len ? rc_block_last(p, block) : 0;
	gboolean colon = last == ':' || last == 0xFF1A;

	return block->kind == BLOCK_TEXT && last &&
	    (colon || !rc_is_terminal(last)) &&
	    block->role == RC_ROLE_UNKNOWN &&
	    !rc_is_closing_text(p, block->text, block->len) &&
	    !rc_is_whole(p, RC_PH_ANNEX, block) && !is_label(p, block);
}

static void
make_row(struct parser *p, struct block *block)
{
	const struct block cell = *block;

	*block = (struct block){.text = "", .kind = BLOCK_ROW,
	    .cell = p->cells->len, .n_cells = 1, .indent = -1, .hint = -1,
	    .at = cell.at, .last_page = cell.last_page};
	g_array_append_val(p->cells, cell);
}

/* The blocks below a label and its title are rows, up to one that is none. */
static void
make_rows(struct parser *p, guint from)
{
	guint end = from;

	while (end < p->blocks->len && is_row(p, block_at(p, end)))
		end++;
	if (end < from + MIN_ROWS ||
	    p->cells->len + (end - from) > RC_MAX_TABLE_CELLS)
		return;
	for (guint i = from; i < end; i++)
		make_row(p, block_at(p, i));
	for (guint i = from - 2; i < from; i++)
		block_at(p, i)->role = RC_ROLE_HEADING;
}

void
rc_name_rows(struct parser *p, guint from)
{
	for (guint i = from; i + 2 < p->blocks->len; i++)
		if (is_label(p, block_at(p, i)) &&
		    is_row(p, block_at(p, i + 1)))
			make_rows(p, i + 2);
}
