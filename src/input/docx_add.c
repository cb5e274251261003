/* docx_add.c - text, numbers and paragraphs of a Word file, added to the text
 * model or wherever else they belong. */
#include "input/docx.h"

#include <string.h>

#include "base/error.h"
#include "input/docx_symbol.h"

#define MAX_SHOWN 80u  /* bytes of what a finding cites */
#define MAX_HIDDEN 400u

void
docx_fail(struct docx_reader *r, guint limit, const char *what)
{
	GError *error = NULL;

	rc_fail(&error, RESCONV_E_LIMIT, "more than %u %s; split the input",
	    limit, what);
	docx_xml_fail(r->xml, error);
}

/* ---- text ---- */

static struct docx_look
look_of(const struct docx_reader *r)
{
	const struct docx_para *para = r->para;
	const struct docx_look none = {0};

	return docx_look_mix(r->styles.defaults,
	    para->style ? para->style->look : none,
	    para->run_style ? para->run_style->look : none, para->run);
}

static void
put_character(struct docx_reader *r, enum docx_font font, gunichar c,
    GString *out)
{
	gunichar known = c >= 0xF000 && c <= 0xF0FF && font == DOCX_FONT_TEXT
	    ? docx_symbol(DOCX_FONT_SYMBOL, c) : docx_symbol(font, c);

	if (!known) {
		rc_diag(r->diags, RC_D_UNKNOWN_SYMBOL, &r->para->line.at, c,
		    font == DOCX_FONT_DINGBATS ? "Wingdings" : "Symbol");
		known = 0xFFFD;
	}
	g_string_append_unichar(out, known);
}

/* Text in a font of signs, or in capitals, as it is printed. */
static void
put_changed(struct docx_reader *r, struct docx_look look, const char *s,
    gsize len, const char *href)
{
	g_autoptr(GString) out = g_string_sized_new(len);

	for (const char *end = s + len; s < end; s = g_utf8_next_char(s)) {
		gunichar c = g_utf8_get_char(s);

		if (look.on & DOCX_CAPITALS)
			c = g_unichar_toupper(c);
		put_character(r, look.font, c, out);
	}
	docx_line_text(&r->para->line, out->str, out->len,
	    docx_look_style(look) | (href ? RC_LINK : 0), href);
}

static gboolean
has_private(const char *s, gsize len)
{
	for (const char *end = s + len; s < end; s++)
		if ((guchar)*s == 0xEF && (guchar)s[1] >= 0x80 &&
		    (guchar)s[1] <= 0x83)
			return TRUE; /* U+F000 to U+F0FF */
	return FALSE;
}

void
docx_put(struct docx_reader *r, const char *s, gsize len)
{
	struct docx_look look = look_of(r);
	const char *href;

	if (look.on & DOCX_HIDDEN) {
		if (r->hidden->len + len <= MAX_HIDDEN)
			g_string_append_len(r->hidden, s, len);
		return;
	}
	if (docx_note_mark(r, s, len))
		return;
	docx_number_para(r);
	href = docx_href(r);
	if (look.on & DOCX_CAPITALS || look.font > DOCX_FONT_TEXT ||
	    has_private(s, len))
		put_changed(r, look, s, len, href);
	else
		docx_line_text(&r->para->line, s, len,
		    docx_look_style(look) | (href ? RC_LINK : 0), href);
}

void
docx_put_symbol(struct docx_reader *r, const char *font, gunichar c)
{
	g_autoptr(GString) out = g_string_new(NULL);
	gboolean dingbats = font && (strstr(font, "ings") || strstr(font, "INGS"));

	if (!c || c > 0xFFFF || (c >= 0xD800 && c < 0xE000))
		return;
	put_character(r, dingbats ? DOCX_FONT_DINGBATS : DOCX_FONT_SYMBOL, c,
	    out);
	docx_put(r, out->str, out->len);
}

void
docx_put_break(struct docx_reader *r)
{
	if (!(look_of(r).on & DOCX_HIDDEN))
		docx_line_break(&r->para->line);
}

/* Tell the beginning of a text that is left out, whole characters of it. */
static void
tell(struct docx_reader *r, enum rc_diag_kind kind, GString *s,
    const struct rc_place *at)
{
	gsize n = MIN(s->len, MAX_SHOWN);

	while (n && n < s->len && ((guchar)s->str[n] & 0xC0) == 0x80)
		n--;
	g_string_truncate(s, n);
	g_strstrip(g_strdelimit(s->str, "\n", ' '));
	if (*s->str)
		rc_diag(r->diags, kind, at, s->str);
	g_string_truncate(s, 0);
}

void
docx_tell_dropped(struct docx_reader *r, enum rc_diag_kind kind)
{
	tell(r, kind, r->dropped, NULL);
}

void
docx_end_run(struct docx_reader *r)
{
	if (r->hidden->len && r->area != DOCX_AREA_DROPPED)
		tell(r, RC_D_HIDDEN_TEXT, r->hidden, &r->para->line.at);
}

/* ---- numbers ---- */

/* The lists of the file, read now unless they were, and by a parser of their
 * own, for that of the text is at work. */
static gboolean
has_lists(struct docx_reader *r)
{
	struct docx_file file = *r->file;
	GError *error = NULL;
	gboolean ok;

	if (r->numbering.lists)
		return TRUE;
	file.parser = docx_parser_new();
	ok = file.parser && docx_numbering_read(&r->numbering, &file,
	    r->numbers, &error);
	docx_parser_free(file.parser);
	if (!file.parser)
		rc_fail(&error, RESCONV_E_NOMEM, "memory ran out");
	if (!ok)
		docx_xml_fail(r->xml, error);
	return ok;
}

/* The number of a paragraph: its own list, else that of its style. */
void
docx_number_para(struct docx_reader *r)
{
	struct docx_para *para = r->para;
	const struct docx_style *style = para->style;
	int list = para->list, level = para->level;
	g_autoptr(GString) number = NULL;
	gboolean glued;

	if (para->numbered)
		return;
	para->numbered = TRUE;
	if (list < 0 && style) {
		list = style->list;
		level = level < 0 ? style->level : level;
	}
	if (list <= 0 || r->area == DOCX_AREA_DROPPED || !has_lists(r))
		return;
	number = g_string_new(NULL);
	glued = docx_number_next(&r->numbering, &r->styles, list, level,
	    style ? style->id : NULL, number);
	if (!number->len)
		return;
	docx_line_text(&para->line, number->str, number->len, 0, NULL);
	para->line.marker = para->line.s->len;
	if (!glued)
		docx_line_text(&para->line, " ", 1, 0, NULL);
}

/* ---- paragraphs ---- */

void
docx_begin_para(struct docx_reader *r)
{
	struct docx_para *para = r->para;
	gboolean goes_on = para->goes_on;

	para->style = r->styles.normal;
	para->list = para->level = -1;
	para->goes_on = FALSE;
	para->numbered = goes_on && !docx_line_is_empty(&para->line);
	para->href = NULL;
	r->n_paras++;
	if (!para->numbered)
		para->line.at = (struct rc_place){
		    .line = r->n_paras, .column = 1};
}

static gboolean
add(struct docx_reader *r, struct rc_para *para)
{
	GError *error = NULL;

	para->gap = MIN(r->empty, G_MAXUINT8);
	r->empty = 0;
	r->printed |= r->area == DOCX_AREA_BODY;
	if (rc_text_add(r->text, para, &error))
		return TRUE;
	docx_xml_fail(r->xml, error);
	return FALSE;
}

static void
add_note_para(struct docx_reader *r, struct docx_line *line)
{
	struct rc_para para;

	if (!r->noted || docx_line_is_empty(line))
		return;
	if (r->text->note_paras->len >= RC_MAX_PARAGRAPHS) {
		docx_fail(r, RC_MAX_PARAGRAPHS, "paragraphs of notes");
		return;
	}
	docx_cut_own_mark(line);
	para = docx_line_para(line, r->text);
	g_array_append_val(r->text->note_paras, para);
}

/* What the foot of a page says of the text begins with a number (of the job,
 * 17-21702) or a star (the bar code, a note on a new issue); the rest is about
 * paper. */
static gboolean
is_of_paper(const struct docx_reader *r, const struct docx_line *line)
{
	return r->area == DOCX_AREA_FOOT && !g_ascii_isdigit(*line->s->str) &&
	    *line->s->str != '*';
}

/* The role that a style of the Secretariat's templates gives. Only the title's
 * is true wherever it is used first: others stand at headings too. */
static enum rc_role
role_of(struct docx_reader *r)
{
	const struct docx_style *style = r->para->style;

	if (r->area != DOCX_AREA_BODY || r->titled || !style ||
	    strcmp(style->id, "TitleH1") != 0)
		return RC_ROLE_UNKNOWN;
	r->titled = TRUE;
	return RC_ROLE_TITLE;
}

static void
add_line(struct docx_reader *r, struct docx_line *line)
{
	struct rc_para para;

	if (docx_line_is_empty(line)) {
		r->empty++;
		return;
	}
	if (is_of_paper(r, line)) {
		g_string_assign(r->dropped, line->s->str);
		docx_tell_dropped(r, RC_D_FURNITURE);
		return;
	}
	if ((r->area == DOCX_AREA_BODY || r->area == DOCX_AREA_FOOT) &&
	    docx_star_take(r, line))
		return;
	para = docx_line_para(line, r->text);
	para.role = role_of(r);
	if (r->area == DOCX_AREA_BODY && r->para->style)
		para.rank = (guint8)(r->para->style->outline + 1);
	add(r, &para);
}

void
docx_deliver(struct docx_reader *r, struct docx_line *line)
{
	if (r->text->spans->len > RC_MAX_MARKS) {
		docx_fail(r, RC_MAX_MARKS, "changes of look");
		return;
	}
	if (docx_in_cell(r)) {
		docx_add_to_cell(r, line);
	} else if (r->area == DOCX_AREA_NOTES) {
		add_note_para(r, line);
	} else if (r->area == DOCX_AREA_DROPPED) {
		if (r->dropped->len && line->s->len)
			g_string_append_c(r->dropped, ' ');
		g_string_append_len(r->dropped, line->s->str, line->s->len);
	} else {
		add_line(r, line);
	}
}

static void
end_line(struct docx_reader *r)
{
	struct docx_line *line = &r->para->line;

	docx_line_finish(line);
	docx_find_calls(r, line);
	if (r->para > r->paras) {
		struct docx_line *boxed = g_new(struct docx_line, 1);

		if (docx_line_is_empty(line)) {
			g_free(boxed);
			return;
		}
		*boxed = *line;
		docx_line_init(line);
		line->at = boxed->at;
		g_ptr_array_add(r->boxed, boxed);
		return;
	}
	docx_deliver(r, line);
	docx_line_clear(line);
}

static void
add_page(struct docx_reader *r)
{
	struct rc_para page;

	if (r->area != DOCX_AREA_BODY || r->para > r->paras || docx_in_cell(r))
		return;
	page = rc_para_make(r->text, "", 0, &r->para->line.at);
	page.kind = RC_PARA_PAGE;
	if (r->printed)
		add(r, &page);
}

void
docx_end_para(struct docx_reader *r)
{
	if (r->para->goes_on)
		return;
	docx_number_para(r);
	end_line(r);
	if (r->para == r->paras)
		docx_box_flush(r);
}

/* A page begins here. What stands before it in the paragraph is one of its own,
 * for the parser joins what a page tears. */
void
docx_page(struct docx_reader *r)
{
	if (r->area != DOCX_AREA_BODY || r->para > r->paras || docx_in_cell(r)) {
		docx_line_text(&r->para->line, " ", 1, 0, NULL);
		return;
	}
	if (!docx_line_is_empty(&r->para->line))
		end_line(r);
	add_page(r);
}
