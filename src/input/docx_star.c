/* docx_star.c - notes that were typed: a paragraph that begins with a raised
 * star, or at the foot of page 1 with any ("* Reissued for technical reasons").
 * Raised stars elsewhere call it, or the one behind the symbol. */
#include "input/docx.h"

#include <string.h>

#define MAX_STARS 4u  /* of one mark */
#define MAX_TYPED 64u /* notes; what comes behind them stays text */
#define NO_BREAK_SPACE "\xC2\xA0"

/* Stars that a text begins with. */
static guint32
stars_of(const char *s)
{
	return (guint32)strspn(s, "*");
}

static gboolean
is_raised(const struct docx_line *line, guint32 n)
{
	const struct rc_span *span;

	if (!line->spans->len)
		return FALSE;
	span = &g_array_index(line->spans, struct rc_span, 0);
	return !span->start && (span->style & RC_SUPER) && span->end <= n;
}

gboolean
docx_star_take(struct docx_reader *r, struct docx_line *line)
{
	guint32 n = stars_of(line->s->str), skip = n;
	struct docx_star star = {.note = r->text->notes->len,
	    .para = r->area == DOCX_AREA_FOOT ? 0 : r->text->paras->len,
	    .foot = r->area == DOCX_AREA_FOOT};
	struct rc_note note = {.para = r->text->note_paras->len, .n_paras = 1,
	    .at = line->at};
	struct rc_para para;

	while (line->s->str[skip] == ' ' ||
	    g_str_has_prefix(line->s->str + skip, NO_BREAK_SPACE))
		skip = (guint32)(g_utf8_next_char(line->s->str + skip) -
		    line->s->str);
	if (!n || n > MAX_STARS || skip == line->s->len ||
	    (star.foot ? skip == n : !is_raised(line, skip)) ||
	    r->stars->len >= MAX_TYPED || r->text->notes->len >= RC_MAX_NOTES)
		return FALSE;
	note.marker = g_string_chunk_insert_len(r->text->chunk, line->s->str,
	    n);
	docx_line_cut_one(line, 0, skip);
	para = docx_line_para(line, r->text);
	g_array_append_val(r->text->note_paras, para);
	g_array_append_val(r->text->notes, note);
	g_array_append_val(r->stars, star);
	return TRUE;
}

/* ---- calls ---- */

/* The note that a star in a paragraph calls: the next of its marker, else the
 * last, else that at the foot of page 1; NULL for none. */
static struct docx_star *
star_of(const struct docx_reader *r, guint at, const char *s, guint32 n)
{
	struct docx_star *found = NULL;

	for (guint i = 0; i < r->stars->len; i++) {
		struct docx_star *star =
		    &g_array_index(r->stars, struct docx_star, i);
		const char *marker = g_array_index(r->text->notes,
		    struct rc_note, star->note).marker;

		if (strlen(marker) != n || strncmp(marker, s, n) != 0 ||
		    (star->foot && found))
			continue;
		found = star;
		if (star->para >= at)
			break;
	}
	return found;
}

/* Take [start, end) out of a paragraph that has been added and call the note
 * there. */
static void
call(struct docx_reader *r, struct rc_para *para, guint32 start, guint32 end,
    struct docx_star *star)
{
	struct rc_call added = {.at = start, .note = star->note};
	struct docx_line line;

	docx_line_init(&line);
	g_string_append_len(line.s, para->text, para->len);
	for (guint i = 0; i < para->n_spans; i++)
		g_array_append_val(line.spans, *rc_para_span(r->text, para, i));
	for (guint i = 0; i < para->n_calls; i++)
		g_array_append_val(line.calls, g_array_index(r->text->calls,
		    struct rc_call, para->call + i));
	docx_line_cut_one(&line, start, end);
	docx_line_call_at(&line, added);
	para->text = g_string_chunk_insert_len(r->text->chunk, line.s->str,
	    line.s->len);
	para->len = line.s->len;
	para->span = r->text->spans->len;
	g_array_append_vals(r->text->spans, line.spans->data, line.spans->len);
	para->n_spans = line.spans->len;
	para->call = r->text->calls->len;
	g_array_append_vals(r->text->calls, line.calls->data, line.calls->len);
	para->n_calls = line.calls->len;
	docx_line_done(&line);
	star->called = TRUE;
}

/* The first raised star of a paragraph that calls a note. */
static void
find_call(struct docx_reader *r, struct rc_para *para, guint at)
{
	for (guint i = 0; i < para->n_spans; i++) {
		const struct rc_span *span = rc_para_span(r->text, para, i);
		guint32 n = stars_of(para->text + span->start);
		struct docx_star *star;

		if (!(span->style & RC_SUPER) || !span->start ||
		    !n || n != span->end - span->start)
			continue;
		star = star_of(r, at, para->text + span->start, n);
		if (star) {
			call(r, para, span->start, span->end, star);
			return;
		}
	}
}

/* The star behind a symbol is not always raised: the first paragraph that ends
 * in one. */
static void
call_foot(struct docx_reader *r, struct docx_star *star)
{
	for (guint i = 0; i < r->text->paras->len; i++) {
		struct rc_para *para = rc_text_para(r->text, i);

		if (para->len > 1 && *para->text != '*' &&
		    para->text[para->len - 1] == '*') {
			call(r, para, para->len - 1, para->len, star);
			return;
		}
	}
}

/* A note whose star is nowhere stays where it was typed. */
static void
call_before(struct docx_reader *r, struct docx_star *star)
{
	const struct rc_note *note = &g_array_index(r->text->notes,
	    struct rc_note, star->note);
	guint i = MIN(star->para, r->text->paras->len);

	while (i > 0 && rc_text_para(r->text, i - 1)->kind != RC_PARA_TEXT)
		i--;
	if (!i || !r->text->paras->len)
		return;
	rc_diag(r->diags, RC_D_NOTE_WITHOUT_CALL, &note->at, note->marker);
	call(r, rc_text_para(r->text, i - 1), rc_text_para(r->text, i - 1)->len,
	    rc_text_para(r->text, i - 1)->len, star);
}

void
docx_stars_call(struct docx_reader *r, guint before)
{
	for (guint i = 0; i < r->stars->len; i++)
		g_array_index(r->stars, struct docx_star, i).para += before;
	for (guint i = 0; i < r->text->paras->len && r->stars->len; i++) {
		struct rc_para *para = rc_text_para(r->text, i);

		find_call(r, para, i);
		for (guint c = 0; c < para->n_cells; c++)
			find_call(r, &g_array_index(r->text->cells,
			    struct rc_para, para->cell + c), i);
	}
	for (guint i = 0; i < r->stars->len; i++) {
		struct docx_star *star =
		    &g_array_index(r->stars, struct docx_star, i);

		if (star->foot && !star->called)
			call_foot(r, star);
		if (!star->called)
			call_before(r, star);
	}
}
