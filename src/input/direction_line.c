/* direction_line.c - one line of Arabic in the order in which it is read.
 *
 * A line is first made what is seen, from left to right, then read from the
 * right: what runs from left to right (Latin letters, figures, what stands
 * between them) keeps its order, by the bidirectional algorithm of Unicode
 * (UAX #9, W2 to W7 and N1) the other way round. */
#include "input/direction_line.h"

#include <string.h>

#define LRE_BYTES "\xE2\x80\xAA"
#define RLE_BYTES "\xE2\x80\xAB"
#define CELL 2u          /* blanks between the columns of a line */
#define LONG_BRACKET 80u /* characters between brackets, at most */
#define YEAR 4u          /* figures */

gboolean
rc_is_right(gunichar c)
{
	return c >= 0x0590 && (c < 0x0900 || (c >= 0xFB1D && c <= 0xFDFF) ||
	    (c >= 0xFE70 && c <= 0xFEFC)) && c != 0x060C &&
	    !g_unichar_isdigit(c);
}

static gboolean
is_left(gunichar c)
{
	return !rc_is_right(c) && g_unichar_isalpha(c);
}

static gboolean
is_strong(gunichar c)
{
	return is_left(c) || g_unichar_isdigit(c);
}

/* What may stand between figures of one number: "3.5", "1/36", "10:00"; behind
 * Arabic letters a hyphen parts figures as a word does. */
static gboolean
joins_figures(gunichar c, gboolean arabic)
{
	return c == '.' || c == ',' || c == ':' || c == '/' || c == 0xA0 ||
	    c == 0x202F || (c == '-' && !arabic);
}

gboolean
rc_is_vowel_mark(gunichar c)
{
	return c >= 0x064B && c <= 0x0652;
}

static gunichar
mirror(gunichar c)
{
	static const gunichar brackets[] = {'(', ')', '[', ']', 0xAB, 0xBB};

	for (guint i = 0; i < G_N_ELEMENTS(brackets); i++)
		if (c == brackets[i])
			return brackets[i ^ 1];
	return c;
}

static void
reverse(GArray *chars, guint from)
{
	for (guint i = from, k = chars->len; i + 1 < k; i++) {
		gunichar c = rc_char_in(chars, i);

		k--;
		g_array_index(chars, gunichar, i) = rc_char_in(chars, k);
		g_array_index(chars, gunichar, k) = c;
	}
}

/* ---- what is seen ---- */

static void
see(struct direction *d, const char *s, const char *end)
{
	guint column = 0, left = 0; /* where they begin among what is seen */
	guint depth = 0;
	gboolean in_left = FALSE;

	g_array_set_size(d->seen, 0);
	for (; s < end; s = g_utf8_next_char(s)) {
		gunichar c = g_utf8_get_char(s);

		if (c == RC_RLE && !depth++) {
			column = d->seen->len;
		} else if (c == RC_LRE && depth && !in_left) {
			in_left = TRUE;
			left = d->seen->len;
		} else if (c == RC_PDF && in_left) {
			in_left = FALSE;
			reverse(d->seen, left); /* the column turns it back */
		} else if (c == RC_PDF && depth && !--depth) {
			reverse(d->seen, column);
		} else if (c < RC_LRE || c > RC_PDF) {
			g_array_append_val(d->seen, c);
		}
	}
	if (in_left)
		reverse(d->seen, left);
	if (depth)
		reverse(d->seen, column);
}

/* ---- what is read ---- */

/* Whether the letter before the one at i, in the same column, is Arabic. */
static gboolean
is_after_arabic(const struct direction *d, guint i)
{
	guint blanks = 0;

	while (++i < d->seen->len && blanks < CELL) {
		gunichar c = rc_char_in(d->seen, i);

		if (rc_is_right(c) || is_left(c))
			return rc_is_right(c);
		blanks = c == ' ' ? blanks + 1 : 0;
	}
	return FALSE;
}

/* Whether what stands between two stretches, at from and before to, parts them
 * so that the right one is read first. left: there are letters; arabic: behind
 * Arabic ones. */
static gboolean
parts(const struct direction *d, guint from, guint to, guint last,
    gboolean left, gboolean arabic)
{
	guint blanks = 0;
	gboolean bracket = FALSE;

	if (!left)
		return to - from > 1 ||
		    !joins_figures(rc_char_in(d->seen, from), arabic);
	for (guint i = from; i < to; i++) {
		gunichar c = rc_char_in(d->seen, i);

		blanks += c == ' ';
		bracket = bracket || c != mirror(c);
	}
	if (blanks >= CELL)
		return TRUE;
	if (rc_char_in(d->seen, last) == ')')
		return FALSE; /* "(2024)" behind a symbol */
	for (guint i = to; bracket && i <= last; i++)
		bracket = !is_left(rc_char_in(d->seen, i));
	return bracket; /* the number of a note, "(1)" */
}

static void
read_char(struct direction *d, guint i)
{
	gunichar c = rc_char_in(d->seen, i);

	if (d->mirrored)
		c = mirror(c);
	g_array_append_val(d->line, c);
}

/* Where what runs from left to right begins. */
static guint
left_begin(const struct direction *d, guint last, gboolean *left)
{
	guint first = last;

	*left = FALSE;
	for (guint i = last + 1; i > 0 && !rc_is_right(rc_char_in(d->seen, i - 1)); i--)
		if (is_strong(rc_char_in(d->seen, i - 1))) {
			*left = *left || is_left(rc_char_in(d->seen, i - 1));
			first = i - 1;
		}
	return first;
}

/* Whether a bracket closes one within what runs from left to right before it:
 * "22-00691 (A)", "S/RES/2722 (2024)". Where brackets are those that are seen
 * the same is seen of Arabic ones, unless more stands before them. */
static gboolean
closes_left(const struct direction *d, guint i)
{
	guint depth = 0, blanks = 0;
	gboolean open = FALSE, letters = FALSE, before = !d->mirrored;

	if (rc_char_in(d->seen, i) != ')' || !i ||
	    !is_strong(rc_char_in(d->seen, i - 1)))
		return FALSE;
	for (guint k = 1; k <= i && k <= LONG_BRACKET && blanks < CELL; k++) {
		gunichar c = rc_char_in(d->seen, i - k);

		if (rc_is_right(c))
			return FALSE;
		letters = letters || is_left(c);
		before = before || (open && is_strong(c));
		if (c == '(' && !depth && !open) {
			if (d->mirrored && !letters && k <= YEAR)
				return FALSE; /* the number of a note */
			open = TRUE;
		}
		if (open && letters && before)
			return TRUE;
		depth += c == ')';
		depth -= c == '(' && depth;
		blanks = open && c == ' ' ? blanks + 1 : 0;
	}
	return FALSE;
}

/* Whether a full stop belongs to what runs from left to right before it, as in a
 * note that has nothing else: "A/98/232." */
static gboolean
stops_left(const struct direction *d, guint i)
{
	return rc_char_in(d->seen, i) == '.' && i &&
	    is_strong(rc_char_in(d->seen, i - 1)) &&
	    (i + 1 == d->seen->len || rc_char_in(d->seen, i + 1) == ' ');
}

static gboolean
ends_left(const struct direction *d, guint i)
{
	return closes_left(d, i) || stops_left(d, i);
}

/* What runs from left to right and ends at the last character; what stands to
 * the left of it is next. */
static guint
read_left(struct direction *d, guint last)
{
	gboolean left, arabic = is_after_arabic(d, last);
	guint first = left_begin(d, last, &left), begin, gap;

	for (begin = last; begin > first; begin = gap - 1) {
		while (begin > first && is_strong(rc_char_in(d->seen, begin - 1)))
			begin--;
		if (begin == first)
			break;
		for (gap = begin; !is_strong(rc_char_in(d->seen, gap - 1)); gap--)
			continue;
		if (!parts(d, gap, begin, last, left, arabic))
			continue;
		g_array_append_vals(d->line, &g_array_index(d->seen, gunichar,
		    begin), last - begin + 1);
		while (begin > gap && !ends_left(d, begin - 1))
			read_char(d, --begin);
		last = begin - 1;
	}
	g_array_append_vals(d->line, &g_array_index(d->seen, gunichar, first),
	    last - first + 1);
	return first;
}

/* Marks of vowels behind their letters. */
static void
move_marks(GArray *line)
{
	for (guint i = 0, end; i < line->len; i = end) {
		gunichar c;

		end = i + 1;
		if (!rc_is_vowel_mark(rc_char_in(line, i)))
			continue;
		while (end < line->len && rc_is_vowel_mark(rc_char_in(line, end)))
			end++;
		if (end == line->len || !rc_is_right(c = rc_char_in(line, end)))
			continue;
		memmove(&g_array_index(line, gunichar, i + 1),
		    &g_array_index(line, gunichar, i),
		    (end - i) * sizeof(gunichar));
		g_array_index(line, gunichar, i) = c;
		end++;
	}
}

/* "(1) A/77/836.", without Arabic letters: PDFBox leaves such lines as they are
 * read. As it is seen, the number is at the right. */
static gboolean
is_note_in_order(const char *s, const char *end)
{
	const char *number;

	while (s < end && *s == ' ')
		s++;
	if (s == end || *s++ != '(')
		return FALSE;
	for (number = s; s < end && g_ascii_isdigit(*s); s++)
		continue;
	if (s == number || s == end || *s != ')')
		return FALSE;
	for (; s < end; s = g_utf8_next_char(s))
		if (rc_is_right(g_utf8_get_char(s)))
			return FALSE;
	return TRUE;
}

/* Where all characters stand as they are seen no line is as it is read. */
static gboolean
is_disordered(const struct direction *d, const char *s, const char *end)
{
	return (d->order == ORDER_SEEN && !is_note_in_order(s, end)) ||
	    g_strstr_len(s, end - s, LRE_BYTES) ||
	    g_strstr_len(s, end - s, RLE_BYTES);
}

gboolean
rc_direction_line(struct direction *d, const char *s, const char *end)
{
	if (!is_disordered(d, s, end))
		return FALSE;
	see(d, s, end);
	g_array_set_size(d->line, 0);
	for (guint i = d->seen->len; i > 0;)
		if (is_strong(rc_char_in(d->seen, i - 1)) ||
		    ends_left(d, i - 1))
			i = read_left(d, i - 1);
		else
			read_char(d, --i);
	if (d->marks_first)
		move_marks(d->line);
	return TRUE;
}
