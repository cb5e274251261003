/* pdf_text.c - printed lines written as a paragraph: its text, what of it is
 * bold, italic, raised or a link, and the notes that it calls. */
#include "input/pdf.h"

#include <string.h>


#define IDEOGRAPHIC_GAP 0.24 /* ems; a justified line stretches less */

static gboolean
is_kept(gunichar c)
{
	return c != 0xad && (c >= 0x20 || c == '\t') && c != 0xfffe &&
	    c != 0xffff && g_unichar_validate(c);
}

/* Whether no blank parts what is on either side of the end of a line: words
 * are cut behind hyphens and dashes, and between ideographs anywhere. */
static gboolean
ends_joined(const GString *s, gunichar next)
{
	gunichar c = g_utf8_get_char(g_utf8_prev_char(s->str + s->len));
	const char *end = g_utf8_prev_char(s->str + s->len);
	gunichar before = end > s->str
	    ? g_utf8_get_char(g_utf8_prev_char(end)) : ' ';

	if (g_unichar_iswide(c) || g_unichar_iswide(next))
		return TRUE;
	return (c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013 ||
	           c == 0x2014 || c == '/') &&
	    !g_unichar_isspace(before);
}

static void
add_span(struct pdf_writing *w, guint32 start, guint style, gint32 link)
{
	struct rc_span span = {.start = start, .end = w->s->len,
	    .style = style | (link >= 0 ? RC_LINK : 0),
	    .href = link >= 0 ? w->r->links->pdata[link] : NULL};
	struct rc_span *last = w->spans->len
	    ? PDF_AT(w->spans, rc_span, w->spans->len - 1) : NULL;

	if (span.start >= span.end || !span.style)
		return;
	if (last && last->end == span.start && last->style == span.style &&
	    last->href == span.href)
		last->end = span.end;
	else
		g_array_append_val(w->spans, span);
}

/* A blank between words that look alike looks as they do. */
static void
add_blank(struct pdf_writing *w, const struct pdf_char *next)
{
	struct rc_span *last = w->spans->len
	    ? PDF_AT(w->spans, rc_span, w->spans->len - 1) : NULL;
	guint style = PDF_AT(w->r->faces, pdf_face, next->face)->style |
	    (next->link >= 0 ? RC_LINK : 0);
	const char *href = next->link >= 0
	    ? w->r->links->pdata[next->link] : NULL;

	if (last && last->end == w->s->len && last->style == style &&
	    last->href == href)
		last->end++;
	g_string_append_c(w->s, ' ');
}

static void
write_word(struct pdf_writing *w, const struct pdf_word *word)
{
	for (guint i = 0; i < word->n; i++) {
		const struct pdf_char *c =
		    PDF_AT(w->r->chars, pdf_char, word->first + i);
		guint32 start = w->s->len;

		if (!is_kept(c->c))
			continue;
		g_string_append_unichar(w->s, c->c);
		add_span(w, start, PDF_AT(w->r->faces, pdf_face,
		    c->face)->style | word->raised, c->link);
	}
}

/* ---- calls ---- */

/* The mark that raised words from one on show, without brackets; *n: words. */
static char *
mark_at(const struct pdf_reading *r, const struct pdf_line *line, guint first,
    guint *n)
{
	GString *s = g_string_new(NULL);

	for (*n = 0; first + *n < line->n; ++*n) {
		const struct pdf_word *word =
		    PDF_AT(r->words, pdf_word, line->word + first + *n);

		if (word->raised != RC_SUPER || (*n && !word->glued))
			break;
		for (guint i = 0; i < word->n; i++) {
			gunichar c = PDF_AT(r->chars, pdf_char,
			    word->first + i)->c;

			if (c != '(' && c != ')')
				g_string_append_unichar(s, c);
		}
	}
	return g_string_free(s, FALSE);
}

/* The note of that mark which the page has, called for the first time if
 * there is such a one. */
static struct pdf_note *
note_of(const struct pdf_writing *w, const char *marker, guint page)
{
	struct pdf_note *found = NULL;

	for (guint i = 0; i < w->notes->len; i++) {
		struct pdf_note *note = PDF_AT(w->notes, pdf_note, i);

		if (strcmp(note->marker, marker) != 0)
			continue;
		if (note->page == page && !note->called)
			return note;
		if (note->page == page || note->page == page + 1 ||
		    (!found && !note->called))
			found = note;
	}
	return found;
}

/* Write raised words as a call if there is such a note; gives how many. */
static guint
write_call(struct pdf_writing *w, const struct pdf_line *line, guint first)
{
	guint n;
	g_autofree char *marker = mark_at(w->r, line, first, &n);
	struct pdf_note *note;
	struct rc_call call = {.at = w->s->len};

	if (!w->notes || !n || !(note = note_of(w, marker, line->page)))
		return 0;
	note->called = TRUE;
	call.note = note->note;
	g_array_append_val(w->calls, call);
	return n;
}

/* "A/RES/78/68*": the mark stands on the line, against the symbol's end, and
 * again behind the job number. */
static void
take_star(struct pdf_writing *w, const struct pdf_line *line)
{
	struct pdf_note *note;
	struct rc_call call = {0};

	if (!w->notes || !w->s->len || w->s->str[w->s->len - 1] != '*' ||
	    (line->zone != PDF_MASTHEAD && line->zone != PDF_JOB) ||
	    !(note = note_of(w, "*", line->page)))
		return;
	g_string_truncate(w->s, w->s->len - 1);
	for (guint i = 0; i < w->spans->len; i++) {
		struct rc_span *span = PDF_AT(w->spans, rc_span, i);

		span->end = MIN(span->end, w->s->len);
	}
	if (note->called)
		return;
	note->called = TRUE;
	call.at = w->s->len;
	call.note = note->note;
	g_array_append_val(w->calls, call);
}

/* ---- lines ---- */

/* Whether a blank stands before a word. Ideographs stand farther apart where
 * their line is stretched, but for what Latin punctuation parts. */
static gboolean
is_parted(const struct pdf_writing *w, const struct pdf_line *line, guint i)
{
	const struct pdf_word *word =
	    PDF_AT(w->r->words, pdf_word, line->word + i);
	gunichar next = PDF_AT(w->r->chars, pdf_char, word->first)->c;
	gunichar last =
	    g_utf8_get_char(g_utf8_prev_char(w->s->str + w->s->len));

	if ((g_unichar_iswide(next) || g_unichar_iswide(last)) &&
	    !strchr(".,;:", last < 128 ? (int)last : 'x'))
		return pdf_gap(word - 1, word) > IDEOGRAPHIC_GAP * line->size;
	return !word->glued;
}

void
pdf_write_line(struct pdf_writing *w, const struct pdf_line *line, guint first,
    guint n)
{
	gboolean begun = FALSE;

	if (!w->s->len && !w->calls->len)
		w->at = (struct rc_place){line->page + 1, line->number, 1, 0};
	for (guint i = first; i < first + n;) {
		const struct pdf_word *word =
		    PDF_AT(w->r->words, pdf_word, line->word + i);
		guint called = word->raised == RC_SUPER
		    ? write_call(w, line, i) : 0;
		const struct pdf_char *c;

		if (called) {
			i += called;
			begun = TRUE;
			continue;
		}
		c = PDF_AT(w->r->chars, pdf_char, word->first);
		if (w->s->len && (begun ? is_parted(w, line, i)
		                        : !ends_joined(w->s, c->c)))
			add_blank(w, c);
		write_word(w, word);
		take_star(w, line);
		begun = TRUE;
		i++;
	}
}

struct rc_para
pdf_written(struct pdf_writing *w)
{
	struct rc_text *text = w->r->text;
	struct rc_para para =
	    rc_para_make(text, w->s->str, w->s->len, &w->at);

	for (guint i = 0; i < w->spans->len; i++) {
		const struct rc_span *span = PDF_AT(w->spans, rc_span, i);

		rc_text_span(text, &para, span->start, span->end, span->style,
		    span->href);
	}
	para.n_calls = w->calls->len;
	g_array_append_vals(text->calls, w->calls->data, w->calls->len);
	g_string_truncate(w->s, 0);
	g_array_set_size(w->spans, 0);
	g_array_set_size(w->calls, 0);
	return para;
}
