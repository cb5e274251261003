/* segment.c - the text model as blocks, where it knows paragraphs.
 *
 * Careless extractions glue the lines of the masthead together; they are cut
 * apart again where the look changes and a fixed phrase begins. */
#include "parse/pages.h"

#include <string.h>

#include "base/error.h"
#include "base/limits.h"

#define MIN_LIST 3u    /* lines of a table of one column */
#define MAX_MEETING 80 /* bytes that the line of the meeting has at most */

static void
add_block(struct parser *p, const struct block *block)
{
	g_array_append_val(p->blocks, *block);
}

/* Whether a part of the masthead begins here, as fixed phrases say. */
static gboolean
begins_part(const struct parser *p, const char *s, gsize len)
{
	static const enum rc_phrase heads[] = {RC_PH_ADOPTED_GA,
	    RC_PH_ADOPTED_ECOSOC, RC_PH_ADOPTED_HRC, RC_PH_ADOPTED_SC,
	    RC_PH_DECISION_GA};
	struct rc_date date;
	gsize size, n;

	if (*s == '[' || rc_title_number(p->lang, s, len, &size) ||
	    rc_lang_starts(p->lang, RC_PH_AGENDA_ITEM, s, len))
		return TRUE;
	for (guint i = 0; i < G_N_ELEMENTS(heads); i++)
		if (rc_lang_starts(p->lang, heads[i], s, len))
			return TRUE;
	/* Chinese has the date before the phrase */
	n = rc_lang_date(p->lang, s, len, &date);
	for (guint i = 0; n && i < G_N_ELEMENTS(heads); i++)
		if (rc_lang_starts(p->lang, heads[i], s + n, len - n))
			return TRUE;
	return rc_lang_formula(p->lang, s, len, &size) != RC_ORGAN_UNKNOWN;
}

/* Whether a line is a date and nothing more. */
static gboolean
is_date(const struct parser *p, const char *line, const char *end)
{
	const char *nl = memchr(line, '\n', end - line);
	struct rc_date date;
	gsize n = rc_lang_date(p->lang, line, (nl ? nl : end) - line, &date);

	return n && line + n == (nl ? nl : end);
}

/* Put meeting and date on lines of their own where an extraction joined them: "46th
 * plenary meeting 7 December 2022". */
static void
part_closing(struct parser *p, struct block *block)
{
	struct rc_date date;
	gsize size;
	gssize meeting, at;
	char *text;

	if (block->len > 2 * MAX_MEETING || memchr(block->text, '\n', block->len))
		return;
	meeting = rc_lang_finds(p->lang, RC_PH_MEETING, block->text,
	    MIN(block->len, MAX_MEETING), &size);
	if (meeting < 0)
		return;
	meeting += size;
	at = rc_lang_date_in(p->lang, block->text, block->len, &date, &size);
	if (at != meeting + 1 || at + size != block->len ||
	    block->text[at - 1] != ' ')
		return;
	text = g_string_chunk_insert_len(p->chunk, block->text, block->len);
	text[at - 1] = '\n';
	block->text = text;
}

/* "46th plenary meeting" and what stands in the lines below it: each line is a
 * block of its own. Where the words are others, the date below tells. FALSE if
 * it is no closing block. */
static gboolean
add_closing(struct parser *p, const struct block *block)
{
	const char *nl = memchr(block->text, '\n', block->len);
	guint32 from = 0;
	gboolean dated;
	gsize size;

	if (!nl || nl - block->text > MAX_MEETING)
		return FALSE;
	dated = is_date(p, nl + 1, block->text + block->len);
	if (!dated && rc_lang_finds(p->lang, RC_PH_MEETING, block->text,
	        nl - block->text, &size) < 0)
		return FALSE;
	while (from < block->len) {
		struct block line;

		nl = memchr(block->text + from, '\n', block->len - from);
		line = rc_block_slice(p, block, from,
		    nl ? (guint32)(nl - block->text) : block->len);
		if (dated)
			line.role = RC_ROLE_CONCLUSION;
		add_block(p, &line);
		from = nl ? (guint32)(nl - block->text) + 1 : block->len;
	}
	return TRUE;
}

static guint32
line_end(const struct block *block, guint32 from)
{
	const char *nl = memchr(block->text + from, '\n', block->len - from);

	return nl ? (guint32)(nl - block->text) : block->len;
}

/* Whether the lines of a block are no wrapped text: most of them end though
 * the next word would have fitted in the longest. */
static gboolean
is_unfilled(const struct block *block)
{
	guint longest = 0, early = 0, lines = 0;
	guint32 from, end;

	for (from = 0; from < block->len; from = end + 1) {
		end = line_end(block, from);
		longest = MAX(longest, rc_columns(block->text + from,
		    end - from));
		lines++;
	}
	if (lines < MIN_LIST)
		return FALSE;
	for (from = 0; (end = line_end(block, from)) < block->len;
	     from = end + 1)
		early += rc_columns(block->text + from, end - from) + 1 +
		    rc_first_word(block->text + end + 1,
		        line_end(block, end + 1) - end - 1) <= longest;
	return early * 2 >= lines;
}

/* "In favour:" and the names below it, or the bracket around all of them. */
static gboolean
is_vote(const struct parser *p, const struct block *block)
{
	static const guint64 labels = RC_PHRASE_BIT(RC_PH_IN_FAVOUR) |
	    RC_PHRASE_BIT(RC_PH_AGAINST) | RC_PHRASE_BIT(RC_PH_ABSTAINING);
	gsize size;

	return *block->text == '[' || rc_lang_starts_any(p->lang, labels,
	    block->text, block->len, &size, NULL);
}

/* Lines within a paragraph that were not wrapped: the rows of a table of one
 * column, which has no mark of its own. FALSE if they are none. */
static gboolean
add_column(struct parser *p, const struct block *block)
{
	if (!memchr(block->text, '\n', block->len) || block->n_cuts ||
	    is_vote(p, block) || !is_unfilled(block) || p->cells->len >= RC_MAX_TABLE_CELLS)
		return FALSE;
	for (guint32 from = 0, end; from < block->len; from = end + 1) {
		struct block cell = rc_block_slice(p, block, from,
		    end = line_end(block, from));
		struct block row = {.text = "", .kind = BLOCK_ROW,
		    .cell = p->cells->len, .n_cells = 1, .indent = -1,
		    .hint = -1, .at = block->at};

		g_array_append_val(p->cells, cell);
		add_block(p, &row);
	}
	return TRUE;
}

/* Whether a link begins at an offset: a number cited, not one of its own. Looks
 * from a span on, which then is the first that ends behind the offset. */
static gboolean
begins_link(const struct parser *p, const struct block *block, guint *from,
    guint32 at)
{
	for (; *from < block->n_spans; ++*from) {
		const struct rc_span *span = &g_array_index(p->spans,
		    struct rc_span, block->span + *from);

		if (span->end > at)
			return span->start == at && (span->style & RC_LINK);
	}
	return FALSE;
}

/* Whether the title of an agenda item begins: bold behind its number. */
static gboolean
begins_agenda_title(const struct parser *p, const struct block *block,
    guint32 from, const struct rc_span *span)
{
	return (span->style & RC_BOLD) && rc_lang_starts(p->lang,
	    RC_PH_AGENDA_ITEM, block->text + from, block->len - from);
}

/* Add a block of the masthead, cut where a look begins or ends and a part
 * begins. TRUE when it is the last: it holds the title or the formula. */
static gboolean
add_head(struct parser *p, const struct block *block)
{
	guint32 from = 0, blank = 0; /* where blanks end that were passed */
	guint link = 0;
	struct block part;
	gboolean title = FALSE;
	gsize at_title;

	for (guint i = 0; i < 2 * block->n_spans; i++) {
		const struct rc_span *span = &g_array_index(p->spans,
		    struct rc_span, block->span + i / 2);
		guint32 at = i % 2 ? span->end : span->start;

		for (at = MAX(at, blank);
		     at < block->len && block->text[at] == ' '; at++)
			continue;
		blank = at;
		if (at <= from || at >= block->len ||
		    begins_link(p, block, &link, at) ||
		    (!begins_part(p, block->text + at, block->len - at) &&
		        (i % 2 || !begins_agenda_title(p, block, from, span))))
			continue;
		part = rc_block_slice(p, block, from, at);
		title |= rc_title_number(p->lang, part.text,
		    part.len, &at_title) > 0;
		rc_letterhead_add(p, &part);
		from = at;
	}
	part = from ? rc_block_slice(p, block, from, block->len) : *block;
	rc_letterhead_add(p, &part);
	title |= rc_title_number(p->lang, part.text,
		    part.len, &at_title) > 0;
	return title || rc_is_formula(p, &part, FALSE);
}

static gboolean
add_row(struct parser *p, const struct rc_para *para, GError **error)
{
	struct block row = rc_block_make(p, para);

	if (p->cells->len + para->n_cells > RC_MAX_TABLE_CELLS)
		return rc_fail(error, RESCONV_E_LIMIT,
		    "more than %u table cells; split the input",
		    RC_MAX_TABLE_CELLS);
	row.cell = p->cells->len;
	row.n_cells = para->n_cells;
	for (guint i = 0; i < para->n_cells; i++) {
		struct block cell = rc_block_make(p,
		    &g_array_index(p->in->cells, struct rc_para,
		        para->cell + i));
		g_array_append_val(p->cells, cell);
	}
	add_block(p, &row);
	return TRUE;
}

static void
add_known_notes(struct parser *p)
{
	for (guint i = 0; i < p->in->notes->len; i++) {
		const struct rc_note *from = &g_array_index(p->in->notes,
		    struct rc_note, i);
		struct note note = {.marker = from->marker,
		    .block = p->note_blocks->len,
		    .n_blocks = from->n_paras,
		    .before = G_MAXUINT32,
		    .at = from->at};

		for (guint k = 0; k < from->n_paras; k++) {
			struct block block = rc_block_make(p,
			    &g_array_index(p->in->note_paras, struct rc_para,
			        from->para + k));
			g_array_append_val(p->note_blocks, block);
		}
		g_array_append_val(p->notes, note);
	}
}

gboolean
rc_segment(struct parser *p, GError **error)
{
	gboolean head = TRUE, torn = FALSE;

	add_known_notes(p);
	for (guint i = 0; i < p->in->paras->len; i++) {
		const struct rc_para *para = rc_text_para(p->in, i);
		struct block block;

		if (para->kind == RC_PARA_PAGE) {
			torn = TRUE;
			continue;
		}
		if (para->kind == RC_PARA_TABLE_END) {
			block = (struct block){.text = "", .kind = BLOCK_GONE};
			add_block(p, &block);
			continue;
		}
		if (para->kind == RC_PARA_ROW) {
			if (!add_row(p, para, error))
				return FALSE;
			continue;
		}
		block = rc_block_make(p, para);
		block.torn = torn;
		torn = FALSE;
		if (!block.len && !block.n_cuts)
			continue;
		if (!head && block.role == RC_ROLE_UNKNOWN)
			part_closing(p, &block);
		if (block.role == RC_ROLE_TITLE || block.role == RC_ROLE_FORMULA)
			head = FALSE;
		if (head && block.role == RC_ROLE_UNKNOWN)
			head = !add_head(p, &block);
		else if (block.role != RC_ROLE_UNKNOWN ||
		    (!add_closing(p, &block) && !add_column(p, &block)))
			add_block(p, &block);
	}
	return TRUE;
}
