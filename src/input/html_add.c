/* html_add.c - paragraphs, breaks and notes of a web page, added to the text
 * model. */
#include "input/html.h"

#include <string.h>

#include "base/error.h"
#include "input/encoding.h"

static const char nbsp[] = "\xC2\xA0";

struct rc_place
rc_html_place(const xmlNode *node)
{
	return (struct rc_place){.line = MAX(xmlGetLineNo(node), 1),
	    .column = 1};
}

void
rc_html_over(struct rc_html *h, guint limit, const char *what)
{
	if (!h->failed)
		rc_fail(h->error, RESCONV_E_LIMIT,
		    "more than %u %s; split the input", limit, what);
	h->failed = TRUE;
}

static gboolean
is_noted(const struct rc_html *h)
{
	return h->line == &h->lines[1];
}

/* ---- paragraphs ---- */

static void
add_para(struct rc_html *h)
{
	struct rc_para para;

	akn_line_finish(h->line);
	if (h->line->s->len || h->line->calls->len) {
		if (!h->line->marker)
			h->line->marker = akn_mark_before_tab(h->line);
		para = akn_line_para(h->line, h->text);
		para.role = h->top->role;
		para.gap = !h->own;
		if (h->top->depth > 1)
			para.depth = h->top->depth - 1;
		if (h->own)
			rc_html_own_para(h, &para);
		if (!h->failed && !rc_text_add(h->text, &para, h->error))
			h->failed = TRUE;
	}
	akn_line_clear(h->line);
}

/* Cut the mark off that the text of a note begins with: "1 ", "[1] ", "1. ". */
static void
cut_mark(struct akn_line *line, const char *mark)
{
	const char *s = line->s->str, *from = s;
	gsize len = strlen(mark);

	s += strspn(s, "[(");
	if (!len || strncmp(s, mark, len) != 0)
		return;
	s += len;
	if (g_unichar_isalnum(g_utf8_get_char(s)) || (*s == '/'))
		return;
	s += strspn(s, "]).");
	while (*s == ' ' || strncmp(s, nbsp, 2) == 0)
		s += *s == ' ' ? 1 : 2;
	akn_line_erase(line, 0, s - from);
}

static void
add_note_para(struct rc_html *h)
{
	guint n = h->text->notes->len - 1;
	const struct rc_html_note *note = g_ptr_array_index(h->called, n);
	const struct rc_note *open =
	    &g_array_index(h->text->notes, struct rc_note, n);
	struct rc_para para;

	akn_line_finish(h->line);
	if (h->text->note_paras->len == open->para)
		cut_mark(h->line, note->mark);
	if (h->line->s->len) {
		if (h->text->note_paras->len >= RC_MAX_PARAGRAPHS)
			rc_html_over(h, RC_MAX_PARAGRAPHS,
			    "paragraphs of notes");
		para = akn_line_para(h->line, h->text);
		para.role = RC_ROLE_TEXT;
		g_array_append_val(h->text->note_paras, para);
	}
	akn_line_clear(h->line);
}

void
rc_html_cut(struct rc_html *h)
{
	if (is_noted(h))
		add_note_para(h);
	else if (akn_line_is_bare(h->line))
		akn_line_gap(h->line);
	else if (h->cell)
		akn_line_break(h->line);
	else
		add_para(h);
}

void
rc_html_cut_all(struct rc_html *h)
{
	rc_html_cut(h);
	if (!is_noted(h) && !h->cell && h->line->s->len)
		add_para(h);
}

/* ---- text ---- */

/* The character at s that a page wrote by its number in Windows-1252, as
 * browsers read "&#150;" (HTML, 13.2.5.80); 0. */
static gunichar
western_at(const char *s)
{
	guchar second = s[1];

	return (guchar)*s == 0xC2 && second >= 0x80 && second <= 0x9F
	    ? rc_western(second) : 0;
}

/* Blanks that pages are spaced with: a run of them in which one may not break
 * a line is one blank. A single such blank stays. NULL if nothing changes. */
static char *
mend(const char *s)
{
	GString *out = NULL;

	if (!strchr(s, nbsp[0]))
		return NULL;
	out = g_string_sized_new(strlen(s));
	while (*s) {
		const char *from = s;
		guint n = 0;

		while (*s == ' ' || strncmp(s, nbsp, 2) == 0) {
			s += *s == ' ' ? 1 : 2;
			n++;
		}
		if (n == 1)
			g_string_append_len(out, from, s - from);
		else if (n > 1)
			g_string_append_c(out, ' ');
		else if (western_at(s)) {
			g_string_append_unichar(out, western_at(s));
			s += 2;
		} else
			g_string_append_c(out, *s++);
	}
	return g_string_free(out, FALSE);
}

static void
put(struct rc_html *h, const char *s)
{
	if (h->mark[0])
		rc_html_put_mark(h, s);
	if (h->quote) {
		akn_line_text(h->line, h->quote, h->top->style, NULL);
		h->quote = NULL;
	}
	akn_line_text(h->line, s, h->top->style & ~RC_LINK, NULL);
}

static void
put_styled(struct rc_html *h, const char *s)
{
	if (!s[strspn(s, " \t\r\n")]) {
		akn_line_text(h->line, s, 0, NULL);
		return;
	}
	if (!h->top->href) {
		put(h, s);
		return;
	}
	if (h->mark[0])
		rc_html_put_mark(h, s);
	akn_line_text(h->line, s, h->top->style | RC_LINK, h->top->href);
}

/* The lines of preformatted text. */
static void
put_lines(struct rc_html *h, const char *s)
{
	while (*s) {
		gsize n = strcspn(s, "\n");
		g_autofree char *line = g_strndup(s, n);

		put_styled(h, line);
		s += n;
		if (*s) {
			rc_html_break(h);
			s++;
		}
	}
}

void
rc_html_text(struct rc_html *h, const xmlNode *node)
{
	const char *s = (const char *)node->content;
	g_autofree char *folded = NULL;

	if (!s || (h->row && !h->cell))
		return;
	if (!h->line->s->len)
		h->line->at = rc_html_place(node->parent);
	if (h->top->pre) {
		put_lines(h, s);
		return;
	}
	folded = h->own ? NULL : mend(s);
	put_styled(h, folded ? folded : s);
}

void
rc_html_sign(struct rc_html *h, const char *sign, const xmlNode *node)
{
	if (h->row && !h->cell)
		return;
	if (!h->line->s->len)
		h->line->at = rc_html_place(node);
	akn_line_text(h->line, sign, h->top->style, NULL);
}

/* In a page of ours a break is a blank, and a paragraph's end where closing
 * lines stand: what the element it comes from means. */
void
rc_html_break(struct rc_html *h)
{
	const GString *s = h->line->s;

	if (h->cell && !is_noted(h))
		akn_line_break(h->line);
	else if (h->own && h->top->area == RC_HTML_CLOSING && !is_noted(h))
		rc_html_cut(h);
	else if (h->own)
		akn_line_gap(h->line);
	else if (s->len && s->str[s->len - 1] == '\n')
		rc_html_cut(h);
	else
		akn_line_break(h->line);
}

/* ---- notes ---- */

void
rc_html_call(struct rc_html *h, struct rc_html_note *note, const xmlNode *a)
{
	if (is_noted(h)) {
		akn_line_text(h->line, note->mark, RC_SUPER, NULL);
		return;
	}
	if (!h->line->s->len)
		h->line->at = rc_html_place(a);
	if (!note->number) {
		g_ptr_array_add(h->called, note);
		note->number = h->called->len;
		if (note->number > RC_MAX_NOTES)
			rc_html_over(h, RC_MAX_NOTES, "notes");
	}
	akn_line_call(h->line, note->number - 1);
}

static void
add_note(struct rc_html *h, const struct rc_html_note *called)
{
	struct rc_note note = {
		.marker = g_string_chunk_insert(h->text->chunk, called->mark),
		.para = h->text->note_paras->len,
		.at = rc_html_place(called->body),
	};

	g_array_append_val(h->text->notes, note);
	rc_html_walk(h, called->body);
	if (h->failed)
		return;
	add_note_para(h);
	g_array_index(h->text->notes, struct rc_note, h->text->notes->len - 1)
	    .n_paras = h->text->note_paras->len - note.para;
}

/* The text of a note whose call is in what was left out is text like any. */
void
rc_html_add_notes(struct rc_html *h)
{
	for (guint i = 0; i < h->notes.all->len && !h->failed; i++) {
		const struct rc_html_note *note =
		    g_ptr_array_index(h->notes.all, i);

		if (!note->number)
			rc_html_walk(h, note->body);
	}
	h->line = &h->lines[1];
	for (guint i = 0; i < h->called->len && !h->failed; i++)
		add_note(h, g_ptr_array_index(h->called, i));
	h->line = &h->lines[0];
}
