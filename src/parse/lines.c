/* lines.c - printed lines joined into paragraphs. */
#include "parse/joiner.h"

#include <string.h>

#include "parse/account.h"
#include "parse/symbol.h"
#include "parse/tables.h"

#define MAX_TO_NUMBER 200u /* lines that may stand above the number */
#define HEAD_BLANKS 3u    /* blanks between the columns of a masthead */

struct block
rc_line_block(struct joiner *j, const struct line *line, gsize from,
    gsize len)
{
	struct rc_para para = *line->para;

	para.text = g_string_chunk_insert_len(j->p->chunk,
	    line->para->text + from, len);
	para.len = len;
	para.n_spans = 0;
	para.at.column += g_utf8_strlen(line->para->text, from);
	para.at.offset += from;
	return rc_block_make(j->p, &para);
}

static void
flush(struct joiner *j)
{
	if (j->open)
		g_array_append_val(j->p->blocks, j->block);
	j->open = FALSE;
}

static void
begin(struct joiner *j, const struct block *block)
{
	flush(j);
	j->block = *block;
	j->open = TRUE;
}

/* ---- the masthead: a block a cell ---- */

static void
add_head(struct joiner *j, const struct line *line)
{
	const struct rc_para *para = line->para;

	flush(j);
	for (gsize at = 0, next; at < para->len; at = next) {
		gsize len = rc_line_cell(para->text + at, para->len - at,
		    HEAD_BLANKS, &next);
		struct block block = rc_line_block(j, line, at, len);

		block.gap = at ? 1 : para->gap;
		next += at;
		rc_letterhead_add(j->p, &block);
	}
}

static gboolean
is_letter_at(const char *s)
{
	return g_unichar_isalpha(g_utf8_get_char(s));
}

/* The first or last letters of a text, up to what is no letter. */
static gsize
letters_at_end(const char *text, gsize len)
{
	const char *s = text + len;

	while (s > text && is_letter_at(g_utf8_prev_char(s)))
		s = g_utf8_prev_char(s);
	return text + len - s;
}

static gsize
letters_at_start(const char *text)
{
	const char *s = text;

	while (*s && is_letter_at(s))
		s = g_utf8_next_char(s);
	return s - text;
}

/* "2021–", where the next line has the other year. */
static gboolean
ends_in_range(const struct block *b)
{
	return b->len > 3 && memcmp(b->text + b->len - 3, "\xE2\x80\x93", 3) == 0 &&
	    g_ascii_isdigit(b->text[b->len - 4]);
}

/* A word cut at the line's end: whole words with a hyphen keep it, but a word
 * that stands whole elsewhere in the text was cut by the extraction. */
static void
mend_word(struct joiner *j, const struct block *rest)
{
	struct block *b = &j->block;
	struct rc_word first, second, word;
	gsize head, tail;

	if (ends_in_range(b) && g_ascii_isdigit(*rest->text))
		j->glue = TRUE;
	if (b->len < 2 || b->text[b->len - 1] != '-')
		return;
	head = letters_at_end(b->text, b->len - 1);
	tail = letters_at_start(rest->text);
	if (!head || !tail)
		return;
	first = rc_word_of(b->text + b->len - 1 - head, head);
	second = rc_word_of(rest->text, tail);
	word = rc_word_joined(&first, &second);
	if (!rc_mend_knows(j->mend, &word) && !(j->old &&
	        g_unichar_islower(g_utf8_get_char(rest->text)) &&
	        !rc_mend_is_compound(j->mend, &word)))
		return;
	rc_block_shorten(j->p, b, b->len - 1);
	j->glue = TRUE;
}

/* Whether the paragraph that is being made is of a closing block. */
static gboolean
follows_closing(const struct joiner *j)
{
	return j->open && rc_is_closing_text(j->p, j->block.text, j->block.len);
}

/* The block that a line is, its words mended. */
static struct block
mended(struct joiner *j, const struct line *line)
{
	struct block block = rc_block_make(j->p, line->para);

	if (block.n_spans)
		return block;
	rc_mend(j->mend, j->p, &block);
	/* lines that keep their indents keep their hyphens */
	if (!j->measure.indented)
		rc_mend_hyphens(j->mend, j->p, &block,
		    rc_line_joint(&j->measure, line));
	return block;
}

static void
set_before(struct joiner *j, const struct line *line, gboolean alone)
{
	j->before = line;
	j->before_alone = alone;
}

static void
add_text(struct joiner *j, const struct line *line)
{
	struct block block = mended(j, line);
	gboolean alone = rc_stands_alone(j, line);
	struct mark mark;
	enum rc_lead lead;

	if (rc_begins(j, line, alone)) {
		if (rc_mark_take(j->p->lang, block.text, block.len, &mark) &&
		    mark.style == MARK_NUMBER)
			j->number = mark.value;
		if (!j->lead && rc_lang_lead(j->p->lang, block.text, block.len,
		        &lead))
			j->lead = g_utf8_get_char(block.text);
		block.indent = rc_line_indent_of(line);
		if (*block.text == '[' && follows_closing(j))
			j->vote = TRUE;
		if (rc_is_table_label(j->p->lang, block.text, block.len))
			j->listed = TRUE;
		begin(j, &block);
		j->begun = line;
		j->label = rc_level_take(j->p->lang, line->para->text,
		    line->para->len);
		j->first = TRUE;
	} else {
		mend_word(j, &block);
		rc_block_join(j->p, &j->block, &block, j->glue);
		j->glue = FALSE;
		j->block.last_page = line->page + 1;
		j->first = FALSE;
	}
	if (j->vote)
		j->block.role = RC_ROLE_CONCLUSION;
	if (block.text[block.len - 1] == ']')
		j->vote = FALSE;
	set_before(j, line, alone);
}

/* "5." alone on its line belongs to the text after it. */
static gboolean
is_mark_alone(const struct joiner *j)
{
	struct mark mark;
	struct block b = j->block;
	g_autofree char *with = NULL;

	if (!j->open || b.len > 8)
		return FALSE;
	with = g_strconcat(b.text, " ", NULL);
	return rc_mark_take(j->p->lang, with, b.len + 1, &mark) &&
	    mark.len == b.len;
}

/* A number that stands below the first line of its paragraph: the sentence
 * goes on behind it. */
static gboolean
is_number_late(const struct joiner *j, const struct line *line)
{
	const struct line *next = line + 1;
	g_autofree char *with = NULL;
	struct mark mark;
	enum rc_lead lead;

	if (line->para->len > 6 || !j->open || !j->first ||
	    rc_is_terminal(rc_block_last(j->p, &j->block)) ||
	    !g_unichar_isupper(g_utf8_get_char(j->block.text)) ||
	    next >= rc_line(j->lines, j->lines->len) || next->kind != LINE_TEXT ||
	    !g_unichar_islower(g_utf8_get_char(next->para->text)) ||
	    rc_lang_lead(j->p->lang, next->para->text, next->para->len, &lead))
		return FALSE;
	with = g_strconcat(line->para->text, " ", NULL);
	return rc_mark_take(j->p->lang, with, strlen(with), &mark) &&
	    mark.style == MARK_NUMBER && mark.value == j->number + 1 &&
	    mark.len == line->para->len;
}

static void
put_before(struct joiner *j, const struct line *number)
{
	struct block b = rc_line_block(j, number, 0, number->para->len);

	rc_diag(j->p->diags, RC_D_NUMBER_TORN, &b.at, b.text);
	rc_block_join(j->p, &b, &j->block, FALSE);
	b.last_page = j->block.last_page;
	b.indent = j->block.indent;
	j->block = b;
	j->number++;
}

static void
add_line(struct joiner *j, const struct line *line)
{
	if (line->kind == LINE_TEXT && is_number_late(j, line)) {
		put_before(j, line);
		return;
	}
	if (is_mark_alone(j) && line->kind == LINE_TEXT) {
		struct block rest = mended(j, line);

		rc_diag(j->p->diags, RC_D_NUMBER_TORN, &j->block.at,
		    j->block.text);
		rc_block_join(j->p, &j->block, &rest, FALSE);
		set_before(j, line, rc_stands_alone(j, line));
		j->first = TRUE;
		return;
	}
	add_text(j, line);
}

static gboolean
has_formula(const struct parser *p, guint from)
{
	for (guint i = from; i < p->blocks->len; i++)
		if (rc_is_formula(p, block_at(p, i), TRUE))
			return TRUE;
	return FALSE;
}

/* "2758 (XXVI)" or "Resolution 242 (1967)" stands in the masthead. */
static gboolean
is_old(const struct parser *p, const GArray *lines)
{
	for (guint i = 0; i < MIN(lines->len, MAX_TO_NUMBER); i++) {
		struct block block = {.text = rc_line(lines, i)->para->text,
		    .len = rc_line(lines, i)->para->len};
		gsize title, n = rc_title_number(p->lang, block.text, block.len,
		    &title);
		const char *year;

		if (n && memchr(block.text, '(', n))
			return TRUE;
		if (!rc_is_council_number(p, &block))
			continue;
		year = memchr(block.text, '(', block.len);
		return year && g_ascii_strtoull(year + 1, NULL, 10) < 1990;
	}
	return FALSE;
}

gboolean
rc_segment_lines(struct parser *p, GError **error)
{
	struct joiner j = {.p = p, .lines = rc_pages_read(p)};
	struct rc_tables *tables;
	guint body = 0, noted = 0; /* pages whose notes are read */
	gboolean ok = TRUE;

	j.measure = rc_measure_take(j.lines);
	tables = rc_tables_find(j.lines, p->lang, &j.measure);
	j.measure = rc_measure_take(j.lines); /* without the tables' lines */
	j.old = is_old(p, j.lines);
	j.mend = rc_mend_new(j.lines, p->lang, &j.measure, !j.old ||
	    strcmp(rc_lang_code3(p->lang), "fra") == 0);
	for (guint i = 0; ok && i < j.lines->len; i++) {
		const struct line *line = rc_line(j.lines, i);

		switch ((enum line_kind)line->kind) {
		case LINE_HEAD:
			add_head(&j, line);
			body = p->blocks->len;
			break;
		case LINE_NOTE:
			if (noted <= line->page)
				ok = rc_notes_of_page(&j, i, error);
			noted = line->page + 1;
			if (line->kind == LINE_TEXT)
				add_line(&j, line);
			break;
		case LINE_TEXT:
			add_line(&j, line);
			break;
		case LINE_TABLE:
			flush(&j);
			if (!rc_table_line(p, tables, j.mend, line, error))
				ok = FALSE;
			j.before = NULL;
			j.listed = FALSE;
			break;
		default:
			rc_account_leave_para(p, line->para, line->para->len,
			    RC_FATE_FURNITURE);
			rc_job_read(p, line->para->text, line->para->len);
		}
	}
	flush(&j);
	rc_name_rows(p, body);
	if (has_formula(p, body)) /* the lists of decisions are no headings */
		rc_name_headings(&j, body);
	g_array_unref(j.lines);
	rc_tables_free(tables);
	rc_mend_free(j.mend);
	return ok;
}
