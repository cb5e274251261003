/* pdf_order.c - the words of a printed line in the order in which they are read,
 * among Arabic too, and between which of them no blank stands. */
#include "input/pdf.h"

#include <string.h>

#define FIGURE_GAP 0.1 /* ems, between Arabic letters and figures */

/* What parts two words, by what they are written in. */
static float
gap_between(guint a, guint b)
{
	if (a == PDF_RIGHT && b == PDF_RIGHT)
		return PDF_ARABIC_GAP;
	if ((a == PDF_RIGHT && b == PDF_FIGURES) ||
	    (a == PDF_FIGURES && b == PDF_RIGHT))
		return FIGURE_GAP;
	return PDF_WORD_GAP;
}

static gboolean
is_glued(const struct pdf_word *a, const struct pdf_word *b, float size)
{
	return pdf_gap(a, b) < gap_between(a->script, b->script) * size;
}

static void
glue_words(struct pdf_word *words, guint n, float size)
{
	for (guint i = 1; i < n; i++)
		words[i].glued = is_glued(&words[i - 1], &words[i], size);
}

static void
reverse(struct pdf_word *words, guint n)
{
	for (guint i = 0; i < n / 2; i++) {
		struct pdf_word word = words[i];

		words[i] = words[n - 1 - i];
		words[n - 1 - i] = word;
	}
}

static gunichar
only_char(const struct pdf_reading *r, const struct pdf_word *word)
{
	return word->n == 1 ? PDF_AT(r->chars, pdf_char, word->first)->c : 0;
}

static gboolean
is_next(const struct pdf_word *a, const struct pdf_word *b)
{
	return pdf_gap(a, b) < FIGURE_GAP * a->size;
}

/* Past the run of words that are read from the left, seen from the right:
 * from the first with letters or figures to the last of them; but figures before
 * a bracket follow Arabic: "2022 (A/99/1)". Figures alone are read from the
 * right: official Arabic texts have "000 3" for what they print as "3 000". */
static guint
left_run(const struct pdf_reading *r, const struct pdf_word *words, guint first,
    guint n)
{
	guint end = first + 1;
	gboolean letters = words[first].script == PDF_LEFT;

	for (guint i = first + 1; i < n && words[i].script != PDF_RIGHT &&
	     words[i].raised == words[first].raised; i++) {
		if (!letters && only_char(r, &words[i]) == '(')
			break;
		if (words[i].script == PDF_NEUTRAL)
			continue;
		letters |= words[i].script == PDF_LEFT;
		if (letters)
			end = i + 1;
	}
	return end;
}

/* Whether the bracket that closes at first, seen from the right, is opened by
 * the Latin words before *end or next to them, which then goes past it. */
static gboolean
is_opened(const struct pdf_reading *r, const struct pdf_word *words,
    guint first, guint *end, guint n)
{
	gint depth = 0;

	for (guint i = first; i < MIN(*end + 1, n); i++) {
		gunichar c = only_char(r, &words[i]);

		depth += (c == ')') - (c == '(');
		if (depth)
			continue;
		*end = MAX(*end, i + 1);
		return TRUE;
	}
	return FALSE;
}

/* Past the words from i on that are read from the left; i: none. */
static guint
run_end(const struct pdf_reading *r, const struct pdf_word *words, guint i,
    guint n)
{
	guint end;

	if (words[i].script == PDF_LEFT || words[i].script == PDF_FIGURES)
		return left_run(r, words, i, n);
	if (only_char(r, &words[i]) != ')' || i + 1 == n ||
	    words[i + 1].script != PDF_LEFT || !is_next(&words[i], &words[i + 1]))
		return i;
	end = left_run(r, words, i + 1, n);
	return is_opened(r, words, i, &end, n) ? end : i;
}

/* Whether a line, seen from the right, has letters and all of them are Latin:
 * such a line is set from the left as a whole, but for the mark of a note before
 * it, unless what ends a sentence stands at its left. */
static gboolean
is_latin(const struct pdf_reading *r, const struct pdf_word *words, guint n)
{
	gunichar last = only_char(r, &words[n - 1]);
	gboolean letters = FALSE;

	for (guint i = 0; i < n; i++) {
		if (words[i].script == PDF_RIGHT)
			return FALSE;
		letters |= words[i].script == PDF_LEFT;
	}
	return letters && !(last && last < 128 && strchr(".,;:)]", (int)last));
}

/* Words from left to right become words as they are read. */
void
pdf_order_words(const struct pdf_reading *r, struct pdf_word *words, guint n,
    float size)
{
	guint mark = 0;

	if (!r->rtl) {
		glue_words(words, n, size);
		return;
	}
	reverse(words, n);
	if (is_latin(r, words, n)) {
		while (mark < n && words[mark].raised)
			mark++;
		reverse(words + mark, n - mark);
		glue_words(words, n, size);
		return;
	}
	for (guint i = 0, last = 0; i < n;) {
		guint end = MAX(run_end(r, words, i, n), i + 1);
		gboolean glued =
		    i && is_glued(&words[last], &words[i], size);

		reverse(words + i, end - i);
		glue_words(words + i, end - i, size);
		words[i].glued = glued;
		last = i;
		i = end;
	}
}
