/* lines.c - printed lines joined into paragraphs.
 *
 * Where lines keep their indents, a paragraph begins where one is indented;
 * else where a line ends though the next word would have fitted, and where
 * numbering or a lead phrase begins one after punctuation. */
#include "parse/mend.h"
#include "parse/pages.h"

#include <string.h>

#include "parse/symbol.h"
#include "parse/tables.h"

#define HEAD_BLANKS 3u    /* blanks between the columns of a masthead */
#define FIRST_INDENT 3u   /* columns that an indented first line has at least */
#define RIGHT_INDENT 30u  /* columns of a closing line, set to the right */
#define MAX_HEADING 200u  /* bytes */
#define MAX_CLOSING 100u  /* bytes of a closing line */

struct joiner {
	struct parser *p;
	GArray *lines;
	gboolean indented;   /* the lines keep their indents */
	gboolean spaced;     /* paragraphs are set apart by empty lines */
	guint measure;       /* columns of a full line */
	guint number;        /* the last operative number */
	const struct line *before;
	struct block block;  /* that is being made; len 0 for none */
	gboolean open;
	gboolean glue;       /* a hyphen was taken away: join without a blank */
	gunichar lead;       /* what the first lead phrase begins with */
	struct rc_mend *mend;
	guint note;          /* the last note's number */
	guint filling;       /* the note whose text is being read */
};

static struct block
block_of(struct joiner *j, const struct line *line, gsize from, gsize len)
{
	struct rc_para para = *line->para;

	para.text = g_string_chunk_insert_len(j->p->chunk,
	    line->para->text + from, len);
	para.len = len;
	para.n_spans = 0;
	return rc_block_make(j->p, &para);
}

static void
copy_spans(struct joiner *j, const struct line *line, struct block *block)
{
	struct block with = rc_block_make(j->p, line->para);

	block->span = with.span;
	block->n_spans = with.n_spans;
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
		struct block block = block_of(j, line, at, len);

		block.gap = at ? 1 : para->gap;
		next += at;
		g_array_append_val(j->p->blocks, block);
	}
}

/* ---- notes ---- */

/* The number that a line of a note begins with, if it is the next one. */
static gsize
note_marker(const struct joiner *j, const struct rc_para *para, guint *number)
{
	const char *s = para->text, *end = s + para->len;
	gboolean bracket = *s == '(';
	guint n = 0;

	s += bracket;
	for (*number = 0; s < end && g_ascii_isdigit(*s) && n < 4; s++, n++)
		*number = *number * 10 + (*s - '0');
	if (!n || *number <= j->note || *number > j->note + (j->note ? 1 : 3))
		return 0;
	if (bracket && (s >= end || *s++ != ')'))
		return 0;
	if (s < end && *s != ' ')
		return 0;
	while (s < end && *s == ' ')
		s++;
	return s - para->text;
}

static void
new_note(struct joiner *j, const struct line *line, guint number,
    const struct block *body)
{
	struct parser *p = j->p;
	char marker[8];
	struct note note = {.block = p->note_blocks->len, .n_blocks = 1,
	    .page = line->page + 1, .before = p->blocks->len + j->open,
	    .at = line->para->at};

	g_snprintf(marker, sizeof(marker), "%u", number);
	note.marker = g_string_chunk_insert(p->chunk, marker);
	g_array_append_val(p->note_blocks, *body);
	g_array_append_val(p->notes, note);
	j->note = number;
}

static struct block *
note_body(const struct joiner *j, guint i)
{
	return &g_array_index(j->p->note_blocks, struct block, i);
}

/* Text of the notes region: it goes on in the note being filled, or, where
 * the markers stand before all texts, begins the next after a full stop. */
static void
fill_note(struct joiner *j, const struct block *rest)
{
	guint n = j->p->note_blocks->len;
	struct block *body = note_body(j, j->filling);

	if (body->len && j->filling + 1 < n &&
	    rc_block_last(j->p, body) == '.')
		body = note_body(j, ++j->filling);
	if (body->len)
		rc_block_join(j->p, body, rest, FALSE);
	else
		*body = *rest;
}

static void
add_note_line(struct joiner *j, const struct line *line)
{
	guint number;
	gsize skip = note_marker(j, line->para, &number);
	struct block rest = block_of(j, line, skip, line->para->len - skip);

	if (skip) {
		new_note(j, line, number, &rest);
		if (rest.len || note_body(j, j->filling)->len)
			j->filling = j->p->note_blocks->len - 1;
	} else if (!j->p->notes->len) {
		begin(j, &rest); /* no note it could belong to: text after all */
	} else {
		fill_note(j, &rest);
	}
}

/* ---- paragraphs ---- */

static guint
indent(const struct line *line)
{
	int n = line->para->indent;

	return n > line->base ? n - line->base : 0;
}

static guint
first_word(const struct rc_para *para)
{
	const char *space = memchr(para->text, ' ', para->len);

	return rc_columns(para->text, space ? (gsize)(space - para->text) :
	    para->len);
}

/* Whether the line before ended though the first word of this one would have
 * fitted. A tenth of the measure is left for letters of other widths. */
static gboolean
ended_early(const struct joiner *j, const struct line *before,
    const struct line *line)
{
	guint width = before->width - MIN(before->base, before->width);

	return width + 1 + first_word(line->para) + j->measure / 12 <=
	    j->measure;
}

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
	return mark.style != MARK_DECIMAL;
}

static gboolean
has_lead(const struct joiner *j, const struct line *line)
{
	enum rc_lead lead;

	return rc_lang_lead(j->p->lang, line->para->text, line->para->len,
	    &lead) > 0;
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
	    rc_is_whole(j->p, RC_PH_ANNEX, &block);
}

static gboolean
is_full_stop(gunichar c)
{
	return c == ';' || c == '.' || c == ':' || c == 0x061B || c == 0xFF1B ||
	    c == 0xFF1A || c == 0x3002;
}

/* "46th plenary meeting", "7 December 2022" after the last paragraph. */
static gboolean
is_closing_text(const struct parser *p, const char *text, gsize len)
{
	struct block block = {.text = text, .len = len};
	struct rc_date date;
	guint32 from, to;

	if (!len || len > MAX_CLOSING)
		return FALSE;
	if (rc_lang_date(p->lang, text, len, &date) + 2 >= len)
		return TRUE;
	return rc_meeting_find(p, &block, &from, &to) &&
	    from < MAX_CLOSING / 4 && !rc_is_terminal(text[len - 1]);
}

static gboolean
is_closing(const struct joiner *j, const struct line *line)
{
	return is_closing_text(j->p, line->para->text, line->para->len);
}

/* Whether a closing line begins here: after a full stop, or another one. */
static gboolean
begins_closing(const struct joiner *j, const struct line *before,
    const struct line *line)
{
	gunichar last = last_of(before);

	if (!is_closing(j, line))
		return FALSE;
	return is_closing(j, before) || last == '.' || last == 0x3002 ||
	    last == 0x201D || last == 0xBB || g_ascii_isdigit(last);
}

/* By indents: a first line is indented, and so is a line set to the right;
 * the lines of a point may all be. */
static gboolean
begins_by_indent(const struct joiner *j, const struct line *before,
    const struct line *line)
{
	guint here = indent(line), there = indent(before);
	struct mark mark;

	if (here >= RIGHT_INDENT || there >= RIGHT_INDENT)
		return TRUE;
	if (here < FIRST_INDENT)
		return line->top && is_full_stop(last_of(before)) &&
		    !g_unichar_islower(g_utf8_get_char(line->para->text));
	if (here != there || line->top)
		return TRUE;
	/* the lines of a point may all be indented; others never are */
	if (!rc_mark_take(j->p->lang, j->block.text, j->block.len, &mark) ||
	    j->block.indent != (gint16)here)
		return TRUE;
	return ended_early(j, before, line) && ends_paragraph(last_of(before));
}

static gboolean
is_comma(gunichar c)
{
	return c == ',' || c == 0x060C || c == 0xFF0C;
}

static gboolean
begins_by_text(const struct joiner *j, const struct line *before,
    const struct line *line)
{
	gunichar last = last_of(before);
	gunichar first = g_utf8_get_char(line->para->text);
	gboolean small = g_unichar_islower(first);
	struct mark mark;

	if (j->spaced && !line->top)
		return FALSE; /* an empty line would stand here */
	/* where lead phrases have capitals, a small letter begins nothing */
	if (small && g_unichar_isupper(j->lead))
		return FALSE;
	if (line->top && is_full_stop(last) && last != '.')
		return TRUE;
	/* a marked paragraph ends with a semicolon, not with a comma */
	if (is_comma(last) && rc_mark_take(j->p->lang, j->block.text,
	        j->block.len, &mark))
		return FALSE;
	if (has_lead(j, line) && ends_paragraph(last))
		return line->top || before->early || last == ';' || !small ||
		    g_unichar_islower(j->lead);
	if (last == ';' && g_unichar_isupper(first))
		return TRUE;
	if (line->top)
		return (last == '.' || last == ']') && !small && before->early;
	return before->early && ends_paragraph(last);
}

static gboolean
begins(const struct joiner *j, const struct line *line)
{
	const struct line *before = j->before;
	gboolean number, mark = has_mark(j, line, &number);

	if (!j->open || !before || stands_alone(j, line) ||
	    stands_alone(j, before))
		return TRUE;
	if ((line->para->gap && !line->top) || begins_closing(j, before, line))
		return TRUE;
	if (mark && (!j->indented || indent(line) >= FIRST_INDENT ||
	        ends_paragraph(last_of(before))))
		return number || ends_paragraph(last_of(before)) ||
		    before->early || !line->top;
	if (j->indented)
		return begins_by_indent(j, before, line);
	return begins_by_text(j, before, line);
}

/* A short paragraph that ends like no sentence and begins with a capital. */
static gboolean
looks_like_heading(const struct joiner *j, const struct block *block)
{
	gunichar first = g_utf8_get_char(block->text);
	struct mark mark;
	enum rc_lead lead;

	if (block->role != RC_ROLE_UNKNOWN || !block->len ||
	    block->len > MAX_HEADING ||
	    rc_is_terminal(rc_block_last(j->p, block)) ||
	    g_unichar_islower(first) || rc_whole_formula(j->p, block) ||
	    memchr(block->text, '|', block->len))
		return FALSE;
	if (rc_mark_take(j->p->lang, block->text, block->len, &mark) ||
	    is_closing_text(j->p, block->text, block->len) ||
	    rc_lang_starts(j->p->lang, RC_PH_ANNEX, block->text, block->len) ||
	    rc_lang_starts(j->p->lang, RC_PH_APPENDIX, block->text, block->len))
		return FALSE;
	return !rc_lang_lead(j->p->lang, block->text, block->len, &lead) &&
	    block->indent < (gint16)RIGHT_INDENT;
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

/* A word cut at the line's end: whole words with a hyphen keep it, but a word
 * that stands whole elsewhere in the text was cut by the extraction. */
static void
mend_word(struct joiner *j, const struct block *rest)
{
	struct block *b = &j->block;
	gsize head, tail;
	g_autofree char *word = NULL;

	if (b->len < 2 || b->text[b->len - 1] != '-')
		return;
	head = letters_at_end(b->text, b->len - 1);
	tail = letters_at_start(rest->text);
	if (!head || !tail)
		return;
	word = g_strdup_printf("%.*s%.*s", (int)head,
	    b->text + b->len - 1 - head, (int)tail, rest->text);
	if (!rc_mend_knows(j->mend, word))
		return;
	rc_block_shorten(j->p, b, b->len - 1);
	j->glue = TRUE;
}

static void
add_text(struct joiner *j, const struct line *line)
{
	struct block block;
	struct mark mark;

	block = block_of(j, line, 0, line->para->len);
	copy_spans(j, line, &block);
	if (!block.n_spans)
		rc_mend(j->mend, j->p, &block);
	if (begins(j, line)) {
		if (rc_mark_take(j->p->lang, block.text, block.len, &mark) &&
		    mark.style == MARK_NUMBER)
			j->number = mark.value;
		if (!j->lead && has_lead(j, line))
			j->lead = g_utf8_get_char(line->para->text);
		block.indent = indent(line);
		begin(j, &block);
	} else {
		mend_word(j, &block);
		rc_block_join(j->p, &j->block, &block, j->glue);
		j->glue = FALSE;
		j->block.last_page = line->page + 1;
	}
	j->before = line;
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

static void
add_line(struct joiner *j, const struct line *line)
{
	if (is_mark_alone(j) && line->kind == LINE_TEXT) {
		struct block rest = block_of(j, line, 0, line->para->len);

		rc_diag(j->p->diags, RC_D_NUMBER_TORN, &j->block.at,
		    j->block.text);
		rc_block_join(j->p, &j->block, &rest, FALSE);
		j->before = line;
		return;
	}
	add_text(j, line);
}

/* ---- measures ---- */

static int
compare_widths(gconstpointer a, gconstpointer b)
{
	return (int)*(const guint16 *)a - (int)*(const guint16 *)b;
}

/* The measure is what most full lines reach: nine tenths of the lines are no
 * wider. */
static void
measure(struct joiner *j)
{
	g_autoptr(GArray) widths = g_array_new(FALSE, FALSE, sizeof(guint16));
	guint indents = 0, gaps = 0;

	for (guint i = 0; i < j->lines->len; i++) {
		const struct line *line = rc_line(j->lines, i);
		guint16 width = line->width - MIN(line->base, line->width);

		if (line->kind != LINE_TEXT)
			continue;
		indents += line->para->indent > 0;
		gaps += line->para->gap > 0 && !line->top;
		g_array_append_val(widths, width);
	}
	if (!widths->len)
		return;
	g_array_sort(widths, compare_widths);
	j->measure = g_array_index(widths, guint16, widths->len * 9 / 10);
	j->indented = indents * 2 > widths->len;
	j->spaced = gaps * 20 > widths->len;
	for (guint i = 1; i < j->lines->len; i++)
		rc_line(j->lines, i - 1)->early = ended_early(j,
		    rc_line(j->lines, i - 1), rc_line(j->lines, i));
}

static void
name_headings(struct joiner *j, guint from)
{
	for (guint i = from; i < j->p->blocks->len; i++) {
		struct block *b = block_at(j->p, i);

		if (b->kind != BLOCK_TEXT || !looks_like_heading(j, b))
			continue;
		b->role = RC_ROLE_HEADING;
		rc_diag(j->p->diags, RC_D_HEADING_GUESSED, &b->at, b->text);
	}
}

static gboolean
has_formula(const struct parser *p)
{
	for (guint i = 0; i < p->blocks->len; i++)
		if (rc_is_formula(p, block_at(p, i), TRUE))
			return TRUE;
	return FALSE;
}

gboolean
rc_segment_lines(struct parser *p, GError **error)
{
	struct joiner j = {.p = p, .lines = rc_pages_read(p)};
	guint body = 0;

	(void)error;
	rc_tables_find(j.lines, p->lang);
	j.mend = rc_mend_new(j.lines);
	measure(&j);
	for (guint i = 0; i < j.lines->len; i++) {
		const struct line *line = rc_line(j.lines, i);

		switch ((enum line_kind)line->kind) {
		case LINE_HEAD:
			add_head(&j, line);
			body = p->blocks->len;
			break;
		case LINE_NOTE:
			add_note_line(&j, line);
			break;
		case LINE_TEXT:
			add_line(&j, line);
			break;
		case LINE_TABLE:
			flush(&j);
			i = rc_table_read(p, j.lines, i) - 1;
			j.before = NULL;
			break;
		default:
			if (rc_job_take(line->para->text, line->para->len) &&
			    !p->meta.job)
				p->meta.job = g_string_chunk_insert_len(p->chunk,
				    line->para->text, rc_job_take(
				        line->para->text, line->para->len));
		}
	}
	flush(&j);
	if (has_formula(p)) /* the lists of decisions are no headings */
		name_headings(&j, body);
	g_array_unref(j.lines);
	rc_mend_free(j.mend);
	return TRUE;
}
