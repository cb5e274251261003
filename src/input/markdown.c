/* markdown.c - Markdown as it comes out of documents: paragraphs parted by
 * empty lines, with a few marks, of which none is sure to have its partner. */
#include "input/markdown.h"

#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "input/encoding.h"
#include "input/survey.h"

#define MAX_FRONT_MATTER_LINES 200u
#define MANY_LINES 255u      /* the greatest gap */
#define DEEPEST_HEADING 6u
#define SHORTEST_RULE 3u     /* of "---", "===" and "```" */

/* ---- lines ---- */

static struct rc_md_line *
block_line(const struct rc_md *md, guint i)
{
	return &g_array_index(md->block, struct rc_md_line, i);
}

/* Cut the marks of a quotation off: "> ". */
static void
skip_quote(struct rc_line *line)
{
	struct rc_line rest = *line;

	for (;;) {
		rc_line_indent(&rest);
		if (!rest.len || *rest.s != '>')
			return;
		rc_line_skip(&rest, 1);
		if (rest.len && *rest.s == ' ')
			rc_line_skip(&rest, 1);
		*line = rest;
	}
}

static struct rc_md_line
make_line(struct rc_line raw)
{
	struct rc_md_line line;

	skip_quote(&raw);
	line.raw = line.line = raw;
	line.indent = rc_line_indent(&line.line);
	line.line.len = rc_line_trimmed(line.line.s, line.line.len);
	return line;
}

/* Whether a line is a run of one character, with n of it at least. */
static gboolean
is_ruled(const struct rc_line *line, char c, gsize n)
{
	for (gsize i = 0; i < line->len; i++)
		if (line->s[i] != c)
			return FALSE;
	return line->len >= n;
}

/* "```markdown", "~~~": the edge of a block of code, whose text counts. */
static gboolean
is_fence(const struct rc_line *line)
{
	return line->len >= SHORTEST_RULE &&
	    (memcmp(line->s, "```", 3) == 0 || memcmp(line->s, "~~~", 3) == 0);
}

/* Bytes of "## " at the start of a heading, 0 if it is none. */
static gsize
heading_mark(const struct rc_line *line)
{
	gsize n = 0;

	while (n < line->len && line->s[n] == '#')
		n++;
	return n && n <= DEEPEST_HEADING && n < line->len &&
	    (line->s[n] == ' ' || line->s[n] == '\t') ? n + 1 : 0;
}

/* ---- blocks ---- */

static gboolean
add_para(struct rc_md *md, struct rc_para *para)
{
	para->gap = md->block_gap;
	md->block_gap = 0;
	return rc_text_add(md->text, para, md->error);
}

/* The lines of the block from one to another as the source of a paragraph:
 * in place if it is one line, else joined by LF. */
static gboolean
read_lines(struct rc_md *md, guint from, guint to, guint32 style,
    struct rc_para *para)
{
	const struct rc_line *line = &block_line(md, from)->line;
	g_autoptr(GString) joined = NULL;

	if (to - from == 1)
		return rc_inline_para(&md->in, line->s, line->len, style,
		    &line->at, para, md->error);
	joined = g_string_sized_new(1024);
	for (guint i = from; i < to; i++) {
		const struct rc_line *next = &block_line(md, i)->line;

		if (i > from)
			g_string_append_c(joined, '\n');
		g_string_append_len(joined, next->s, next->len);
	}
	return rc_inline_para(&md->in, joined->str, joined->len, style,
	    &line->at, para, md->error);
}

static gboolean
add_text(struct rc_md *md, guint from, guint to)
{
	struct rc_para para;

	if (!read_lines(md, from, to, 0, &para))
		return FALSE;
	if (!para.len) { /* marks alone, such as an image */
		md->gap += md->block_gap;
		return TRUE;
	}
	if (block_line(md, from)->indent)
		para.indent = MIN(block_line(md, from)->indent, G_MAXINT16);
	return add_para(md, &para);
}

static gboolean
add_heading(struct rc_md *md)
{
	struct rc_para para;

	if (!read_lines(md, 0, md->block->len, RC_BOLD, &para))
		return FALSE;
	para.role = RC_ROLE_HEADING;
	return add_para(md, &para);
}

/* The block as paragraphs: one, but for lists and notes without empty lines. */
static gboolean
add_paragraphs(struct rc_md *md)
{
	guint from = 0, n = md->block->len;

	for (guint i = 1; i < n; i++) {
		if (!rc_md_begins_item(&block_line(md, from)->line,
		        &block_line(md, i - 1)->line, &block_line(md, i)->line))
			continue;
		if (!add_text(md, from, i))
			return FALSE;
		from = i;
	}
	return add_text(md, from, n);
}

static gboolean
is_piped(const struct rc_md *md)
{
	return rc_md_is_row(&block_line(md, 0)->line) ||
	    (md->block->len > 1 && rc_md_is_rule(&block_line(md, 1)->line));
}

static gboolean
end_block(struct rc_md *md)
{
	gboolean ok = TRUE;

	if (!md->block->len)
		return TRUE;
	if (is_piped(md))
		ok = rc_md_add_table(md, '|');
	else if (rc_md_is_tabbed(md->block))
		ok = rc_md_add_table(md, '\t');
	else
		ok = add_paragraphs(md);
	g_array_set_size(md->block, 0);
	return ok;
}

static void
begin_block(struct rc_md *md)
{
	md->block_gap = MIN(md->gap, MANY_LINES);
	md->gap = 0;
}

static gboolean
take_heading(struct rc_md *md, struct rc_md_line line)
{
	gboolean ok;

	if (!end_block(md))
		return FALSE;
	begin_block(md);
	rc_line_skip(&line.line, heading_mark(&line.line));
	rc_line_indent(&line.line);
	while (line.line.len && line.line.s[line.line.len - 1] == '#')
		line.line.len--;
	line.line.len = rc_line_trimmed(line.line.s, line.line.len);
	g_array_append_val(md->block, line);
	ok = add_heading(md);
	g_array_set_size(md->block, 0);
	return ok;
}

/* "===" below a line makes it a heading. */
static gboolean
take_underline(struct rc_md *md)
{
	gboolean ok = add_heading(md);

	g_array_set_size(md->block, 0);
	return ok;
}

/* A row ends a paragraph, and any other line ends a table. */
static gboolean
take_text(struct rc_md *md, const struct rc_md_line *line)
{
	if (md->block->len && rc_md_is_row(&line->line) !=
	    rc_md_is_row(&block_line(md, md->block->len - 1)->line) &&
	    !end_block(md))
		return FALSE;
	if (!md->block->len)
		begin_block(md);
	if (md->block->len >= RC_MAX_PARAGRAPHS)
		return rc_fail(md->error, RESCONV_E_LIMIT,
		    "more than %u lines with no empty line; split the input",
		    RC_MAX_PARAGRAPHS);
	g_array_append_val(md->block, *line);
	return TRUE;
}

static gboolean
take_line(struct rc_md *md, const struct rc_md_line *line)
{
	const struct rc_line *s = &line->line;

	if (!s->len) {
		md->gap++;
		return end_block(md);
	}
	switch (*s->s) {
	case '#':
		if (heading_mark(s))
			return take_heading(md, *line);
		break;
	case '`':
	case '~':
		if (is_fence(s))
			return end_block(md);
		break;
	case '-':
		if (is_ruled(s, '-', SHORTEST_RULE))
			return end_block(md);
		break;
	case '=':
		if (md->block->len == 1 && is_ruled(s, '=', SHORTEST_RULE))
			return take_underline(md);
		break;
	default:
		break;
	}
	return take_text(md, line);
}

/* ---- documents ---- */

/* "symbol: A/RES/77/36" */
static gboolean
is_key(const struct rc_line *line)
{
	gsize n = 0;

	while (n < line->len && (g_ascii_isalnum(line->s[n]) ||
	    line->s[n] == '_' || line->s[n] == '-'))
		n++;
	return n && n < line->len && line->s[n] == ':';
}

/* Pass a block of metadata at the start: "---", keys, "---". */
static void
skip_front_matter(struct rc_lines *lines, struct rc_diags *diags)
{
	struct rc_lines ahead = *lines;
	struct rc_line first, line;

	if (!rc_lines_next(&ahead, &first) || !is_ruled(&first, '-', 3) ||
	    !rc_lines_next(&ahead, &line) || !is_key(&line))
		return;
	for (guint i = 0; i < MAX_FRONT_MATTER_LINES; i++) {
		if (!rc_lines_next(&ahead, &line))
			return;
		line.len = rc_line_trimmed(line.s, line.len);
		if (line.len == 3 && (is_ruled(&line, '-', 3) ||
		        is_ruled(&line, '.', 3))) {
			rc_diag(diags, RC_D_FRONT_MATTER, &first.at);
			*lines = ahead;
			return;
		}
	}
}

/* A page begins at the line, which is told only when something is on it. */
static gboolean
take_page(struct rc_md *md, const struct rc_line *line)
{
	if (!md->page.line)
		md->page_gap = md->gap;
	md->page = line->at;
	md->gap = 0;
	return end_block(md);
}

static gboolean
add_page(struct rc_md *md)
{
	struct rc_para page;

	if (!md->page.line)
		return TRUE;
	page = rc_para_make(md->text, "", 0, &md->page);
	page.kind = RC_PARA_PAGE;
	page.gap = MIN(md->page_gap, MANY_LINES);
	md->page.line = 0;
	return rc_text_add(md->text, &page, md->error);
}

static gboolean
read_blocks(struct rc_md *md, struct rc_lines *lines)
{
	struct rc_line raw;

	while (rc_lines_next(lines, &raw)) {
		struct rc_md_line line = make_line(raw);

		if (raw.new_page && !take_page(md, &raw))
			return FALSE;
		if (line.line.len && !add_page(md))
			return FALSE;
		if (!take_line(md, &line))
			return FALSE;
	}
	return end_block(md);
}

static gboolean
read_markdown(const char *data, gsize size,
    const struct rc_settings *settings, struct rc_diags *diags,
    struct rc_text *text, xmlDoc **tree, GError **error)
{
	struct rc_md md = {.text = text, .error = error};
	struct rc_utf8 utf8;
	struct rc_lines lines;
	gboolean ok;

	if (!rc_utf8_read(data, size, diags, &utf8, error))
		return FALSE;
	rc_inline_init(&md.in, text);
	md.block = g_array_new(FALSE, FALSE, sizeof(struct rc_md_line));
	rc_lines_init(&lines, utf8.s, utf8.len, utf8.skipped);
	skip_front_matter(&lines, diags);
	ok = read_blocks(&md, &lines);
	g_array_unref(md.block);
	rc_inline_done(&md.in);
	rc_utf8_done(&utf8);
	return ok;
}

const struct rc_input rc_input_markdown = {
    .format = {
        .name = "markdown",
        .summary = "Markdown, as tools extract it from documents",
        .suffix = ".md",
        .media_type = "text/markdown",
    },
    .weigh = rc_survey_markdown,
    .read = read_markdown,
};
