/* pdf_para.c - printed lines joined to paragraphs, over ends of pages too, by
 * their places alone: the space above a line, where it begins, and whether the
 * word it begins with had found room on the line before it. */
#include "input/pdf.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/limits.h"

/* Against the leading of the text: more than this is a space between
 * paragraphs. */
#define APART 1.25
#define FAR_APART 1.6 /* within a title whose part ends in ";" */
#define SIZES 0.6        /* points; lines that differ more are no paragraph */
#define SAME_EDGE 4.0    /* points */
#define SLACK 4.0        /* points that a word must have found to spare */
#define BLANK 0.25       /* ems, of a blank that is not stretched */
#define TAB 0.8          /* ems, at least, behind a number */
#define LONGEST_NUMBER 9 /* characters of "ES-11/12." */
#define SHORT 0.25      /* of the column: a heading's number */
#define MANY 255u

struct joiner {
	struct pdf_reading *r;
	struct pdf_writing w;
	gint first, last;    /* lines of the paragraph that is open; -1: none */
	float turn;          /* where its second line begins; < 0: none yet */
	guint gap;           /* empty lines before it */
};

static struct pdf_line *
line_at(const struct pdf_reading *r, guint i)
{
	return PDF_AT(r->lines, pdf_line, i);
}

/* From one baseline to the next of lines of a size: larger type has less space
 * between its lines, 13.5 for 12 points and 15 for 14 where 10 have 12. */
static float
leading_of(const struct joiner *j, float size)
{
	const struct pdf_reading *r = j->r;

	return size > r->size ? r->leading + 0.75 * (size - r->size)
	                      : r->leading * size / r->size;
}

/* How far from the edge of the column where reading begins. */
static float
start_of(const struct pdf_reading *r, const struct pdf_line *line)
{
	return r->rtl ? r->right - line->x1 : line->x0 - r->left;
}

/* ---- numbers ---- */

static gunichar
char_of(const struct pdf_reading *r, const struct pdf_word *word, guint i)
{
	return PDF_AT(r->chars, pdf_char, word->first + i)->c;
}

/* Whether a word goes on with a number: "(", "a", ")" in Arabic, and "1 -", but
 * not "478 (1980)". */
static gboolean
is_of_number(const struct pdf_reading *r, const struct pdf_word *word)
{
	gunichar c = char_of(r, word, 0);

	return word->glued || (word->n == 1 && (c == '-' || c == 0x2013));
}

/* The words of a number or list mark at the start of a line that a tab
 * follows: "12.", "(a)", "1 -", a bullet; 0 if there is none. */
static guint
number_words(const struct pdf_reading *r, const struct pdf_line *line)
{
	guint chars = 0;

	for (guint i = 0; i + 1 < line->n && i < 4; i++) {
		const struct pdf_word *word =
		    PDF_AT(r->words, pdf_word, line->word + i);
		gunichar last = char_of(r, word, word->n - 1);

		if (word->raised || (chars += word->n) > LONGEST_NUMBER ||
		    (i && !is_of_number(r, word)))
			return 0;
		if (pdf_gap(word, word + 1) < TAB * line->size)
			continue;
		return last == '.' || last == ')' || last == '-' ||
		        last == 0x2013 || last == 0x2022 || last == 0xb7 ||
		        last == 0xff0e || last == 0x3001
		    ? i + 1 : 0;
	}
	return 0;
}

/* ---- where paragraphs begin ---- */

static float
width_of(const struct pdf_line *line)
{
	return line->x1 - line->x0;
}

/* The width of what stands before the first place where a line may end. */
static float
first_word(const struct pdf_reading *r, const struct pdf_line *line)
{
	const struct pdf_word *word = PDF_AT(r->words, pdf_word, line->word);
	float x0 = word->x0, x1 = word->x1;

	if (g_unichar_iswide(char_of(r, word, 0)))
		return line->size;
	for (guint i = 1; i < line->n && word[i].glued; i++) {
		x0 = MIN(x0, word[i].x0);
		x1 = MAX(x1, word[i].x1);
	}
	return x1 - x0;
}

/* Whether the line before was ended though there was room. */
static gboolean
had_room(const struct joiner *j, const struct pdf_line *a,
    const struct pdf_line *b)
{
	const struct pdf_reading *r = j->r;
	float room = MAX(r->right - a->x0, a->x1 - r->left);

	return !a->full && width_of(a) + BLANK * a->size + first_word(r, b) + SLACK < room;
}

static gunichar
last_char(const struct pdf_reading *r, const struct pdf_line *line)
{
	for (guint i = line->n; i-- > 0;) {
		const struct pdf_word *word =
		    PDF_AT(r->words, pdf_word, line->word + i);

		if (!word->raised)
			return char_of(r, word, word->n - 1);
	}
	return 0;
}

static gboolean
ends_clause(gunichar c)
{
	return c && (strchr(".;:", c < 128 ? (int)c : ' ') || c == 0x3002 ||
	    c == 0xff1b || c == 0xff1a || c == 0x61b);
}

/* "(xiii)" or "xiii)" may fill the room up to its text. */
static gboolean
begins_with_label(const struct pdf_reading *r, const struct pdf_line *line)
{
	const struct pdf_word *word = PDF_AT(r->words, pdf_word, line->word);
	guint n = line->n && word->n <= LONGEST_NUMBER ? word->n : 0;

	if (n < 2 || char_of(r, word, n - 1) != ')')
		return FALSE;
	for (guint i = 1; i < n; i++)
		if (char_of(r, word, i) == '(')
			return FALSE;
	return n > 2 || char_of(r, word, 0) != '(';
}

/* Whether a line stands where lines end, as meetings and dates do. */
static gboolean
is_at_end(const struct pdf_reading *r, const struct pdf_line *line)
{
	float middle = (r->left + r->right) / 2;

	return r->rtl ? line->x1 < middle : line->x0 > middle;
}

/* Whether the second of two lines in bold or italic is a heading below its number, and
 * not the rest of one heading: these are cut by hand, anywhere. */
static gboolean
begins_heading(const struct pdf_reading *r, const struct pdf_line *a,
    const struct pdf_line *b)
{
	gboolean centred =
	    fabsf(a->x0 + a->x1 - b->x0 - b->x1) < 2 * SAME_EDGE;

	return width_of(a) < SHORT * (r->right - r->left) ||
	    is_at_end(r, a) || (!centred &&
	        fabsf(start_of(r, a) - start_of(r, b)) > SAME_EDGE);
}

/* Lines of the masthead: names and titles in bold go on, others do not. */
static gboolean
begins_masthead(const struct pdf_reading *r, const struct pdf_line *a,
    const struct pdf_line *b)
{
	return !(a->style & b->style & RC_BOLD) ||
	    fabsf(start_of(r, a) - start_of(r, b)) > SAME_EDGE;
}

/* Whether a line at the top of a page does not go on with the paragraph at the
 * foot of the page before it. */
static gboolean
begins_page(const struct joiner *j, const struct pdf_line *a,
    const struct pdf_line *b)
{
	float start = start_of(j->r, b);
	float first = start_of(j->r, line_at(j->r, j->first));

	if (b->style & ~a->style &&
	    (!b->full || ends_clause(last_char(j->r, a))))
		return TRUE;
	if (ends_clause(last_char(j->r, a)) && begins_with_label(j->r, b))
		return TRUE;
	if (j->turn > -1000)
		return fabsf(start - j->turn) > SAME_EDGE;
	if (start > first + SAME_EDGE)
		return TRUE;
	return fabsf(start - first) < SAME_EDGE &&
	    (ends_clause(last_char(j->r, a)) ||
	        (first > SAME_EDGE && !number_words(j->r, a)));
}

static guint
style_at(const struct pdf_reading *r, const struct pdf_line *line, guint i)
{
	const struct pdf_word *word =
	    PDF_AT(r->words, pdf_word, line->word + i);
	const struct pdf_char *c = PDF_AT(r->chars, pdf_char, word->first);

	return PDF_AT(r->faces, pdf_face, c->face)->style;
}

/* Whether a line begins in italics below one that does not end in them, or is
 * short and ends as that one does: "In favour:" below "The voting was as
 * follows:". */
static gboolean
is_list_lead(const struct pdf_reading *r, const struct pdf_line *a,
    const struct pdf_line *b)
{
	return (style_at(r, b, 0) & ~style_at(r, a, a->n - 1) & RC_ITALIC) ||
	    (last_char(r, b) == ':' &&
	        width_of(b) < (r->right - r->left) / 2);
}

static gboolean
begins(const struct joiner *j, const struct pdf_line *a,
    const struct pdf_line *b)
{
	const struct pdf_reading *r = j->r;
	gboolean large = b->size > r->size + SIZES;

	if (a->zone != b->zone || fabsf(a->size - b->size) > SIZES)
		return TRUE;
	if (number_words(r, b))
		return TRUE;
	if (last_char(r, a) == ':' && is_list_lead(r, a, b))
		return TRUE;
	if (a->page != b->page)
		return large || had_room(j, a, b) || begins_page(j, a, b);
	if (b->base - a->base < 0.5 * b->size)
		return TRUE;
	if (b->base - a->base > APART * leading_of(j, b->size))
		return !large || last_char(r, a) != ';' ||
		    b->base - a->base > FAR_APART * leading_of(j, b->size);
	if (b->zone == PDF_MASTHEAD)
		return begins_masthead(r, a, b);
	if (large)
		return FALSE;
	if (!had_room(j, a, b))
		return FALSE;
	return !(a->style & b->style) || begins_heading(r, a, b);
}

/* ---- paragraphs ---- */

static gboolean
end_para(struct joiner *j)
{
	struct pdf_reading *r = j->r;
	const struct pdf_line *line;
	struct rc_para para;
	guint marker, bytes = 0;

	if (j->first < 0)
		return TRUE;
	line = line_at(r, j->first);
	marker = number_words(r, line);
	for (guint i = 0; i < marker; i++) {
		const struct pdf_word *word =
		    PDF_AT(r->words, pdf_word, line->word + i);

		bytes += i && !word->glued;
		for (guint k = 0; k < word->n; k++)
			bytes += g_unichar_to_utf8(char_of(r, word, k), NULL);
	}
	para = pdf_written(&j->w);
	para.gap = MIN(j->gap, MANY);
	if (line->zone == PDF_TEXT)
		para.marker = bytes;
	if (line->zone == PDF_JOB)
		para.role = RC_ROLE_JOB;
	j->first = -1;
	return rc_text_add(r->text, &para, r->error);
}

static void
begin_para(struct joiner *j, guint i)
{
	const struct pdf_line *line = line_at(j->r, i);

	j->gap = 1;
	if (j->last >= 0) {
		const struct pdf_line *last = line_at(j->r, j->last);

		j->gap = last->page == line->page &&
		        line->base - last->base <
		            APART * leading_of(j, line->size)
		    ? 0 : 1;
	}
	j->first = i;
	j->turn = -10000;
}

static gboolean
take_line(struct joiner *j, guint i)
{
	const struct pdf_line *line = line_at(j->r, i);

	if (j->first >= 0 && begins(j, line_at(j->r, j->last), line) &&
	    !end_para(j))
		return FALSE;
	if (j->first < 0)
		begin_para(j, i);
	else if (j->turn < -1000)
		j->turn = start_of(j->r, line);
	pdf_write_line(&j->w, line, 0, line->n);
	j->last = i;
	return TRUE;
}

/* The job number stands between the first page and the next; it is told at the
 * end. */
static gboolean
add_job(struct joiner *j)
{
	for (guint i = 0; i < j->r->lines->len; i++)
		if (line_at(j->r, i)->zone == PDF_JOB &&
		    (!take_line(j, i) || !end_para(j)))
			return FALSE;
	return TRUE;
}

static gboolean
add_text(struct joiner *j)
{
	struct pdf_reading *r = j->r;

	for (guint i = 0; i < r->lines->len;) {
		const struct pdf_line *line = line_at(r, i);

		if (line->table) {
			if (!end_para(j) || !(i = pdf_add_table(r, j->w.notes, i)))
				return FALSE;
			j->last = i - 1;
			continue;
		}
		if ((line->zone == PDF_TEXT || line->zone == PDF_MASTHEAD) &&
		    !take_line(j, i))
			return FALSE;
		i++;
	}
	return end_para(j) && add_job(j);
}

/* ---- notes ---- */

static void
end_note(struct joiner *j)
{
	struct rc_note *note;
	struct rc_para para;

	if (!j->w.s->len)
		return;
	para = pdf_written(&j->w);
	para.role = RC_ROLE_TEXT;
	note = PDF_AT(j->r->text->notes, rc_note, j->r->text->notes->len - 1);
	note->n_paras++;
	g_array_append_val(j->r->text->note_paras, para);
}

/* The mark at the start of a note: raised words, or an asterisk. *n: words. */
static char *
note_mark(const struct pdf_reading *r, const struct pdf_line *line, guint *n)
{
	GString *s = g_string_new(NULL);

	for (*n = 0; *n < line->n; ++*n) {
		const struct pdf_word *word =
		    PDF_AT(r->words, pdf_word, line->word + *n);

		if (word->raised != RC_SUPER &&
		    (*n || !strchr("*", (int)MIN(char_of(r, word, 0), 127))))
			break;
		for (guint i = 0; i < word->n; i++) {
			gunichar c = char_of(r, word, i);

			if (c != '(' && c != ')')
				g_string_append_unichar(s, c);
		}
	}
	return g_string_free(s, FALSE);
}

static gboolean
begin_note(struct joiner *j, GArray *known, const struct pdf_line *line,
    const char *mark)
{
	struct rc_text *text = j->r->text;
	struct rc_note note = {
	    .marker = g_string_chunk_insert(text->chunk, mark),
	    .para = text->note_paras->len,
	    .at = {line->page + 1, line->number, 1, 0}};
	struct pdf_note one = {text->notes->len, line->page, note.marker,
	    FALSE};

	if (text->notes->len >= RC_MAX_NOTES)
		return rc_fail(j->r->error, RESCONV_E_LIMIT,
		    "more than %u notes; split the input", RC_MAX_NOTES);
	g_array_append_val(text->notes, note);
	g_array_append_val(known, one);
	return TRUE;
}

/* All notes are read before the text that calls them. What stands before the
 * first is the end of one whose beginning was not found. */
static gboolean
add_notes(struct joiner *j, GArray *known)
{
	for (guint i = 0; i < j->r->lines->len; i++) {
		struct pdf_line *line = line_at(j->r, i);
		g_autofree char *mark = NULL;
		guint n;

		if (line->zone != PDF_NOTE)
			continue;
		mark = note_mark(j->r, line, &n);
		if (!n && !j->r->text->notes->len) {
			line->zone = PDF_TEXT;
			continue;
		}
		if (n) {
			end_note(j);
			if (!begin_note(j, known, line, mark))
				return FALSE;
		}
		pdf_write_line(&j->w, line, n, line->n - n);
	}
	end_note(j);
	return TRUE;
}

gboolean
pdf_add_paragraphs(struct pdf_reading *r)
{
	GArray *known = g_array_new(FALSE, FALSE, sizeof(struct pdf_note));
	struct joiner j = {.r = r, .first = -1, .last = -1,
	    .w = {.r = r, .s = g_string_new(NULL),
	        .spans = g_array_new(FALSE, FALSE, sizeof(struct rc_span)),
	        .calls = g_array_new(FALSE, FALSE, sizeof(struct rc_call))}};
	gboolean ok = add_notes(&j, known);

	j.w.notes = known;
	ok = ok && add_text(&j);
	g_string_free(j.w.s, TRUE);
	g_array_unref(j.w.spans);
	g_array_unref(j.w.calls);
	g_array_unref(known);
	return ok;
}
