/* direction.c - lines of Arabic in the order in which they are read.
 *
 * A line is first made what is seen, from left to right, then read from the
 * right: what runs from left to right (Latin letters, figures, what stands
 * between them) keeps its order, by the bidirectional algorithm of Unicode
 * (UAX #9, W2 to W7 and N1) the other way round. */
#include "input/direction.h"

#include <string.h>

#define LRE 0x202A /* begins what runs from left to right */
#define RLE 0x202B
#define LRE_BYTES "\xE2\x80\xAA"
#define RLE_BYTES "\xE2\x80\xAB"
#define PDF 0x202C /* ends either */
#define TEH_MARBUTA 0x0629 /* ends a word, begins none */
#define CELL 2u        /* blanks between the columns of a line */
#define SURE 3u        /* words that tell the order of a text */
#define SURVEYED 65536u /* bytes of a text that tell its order */
#define LONG_BRACKET 80u /* characters between brackets, at most */
#define YEAR 4u        /* figures */
#define BRACKETED 12u  /* characters between brackets that are a pair */

enum order { ORDER_READ, ORDER_MARKED, ORDER_SEEN };

struct direction {
	enum order order;
	gboolean marks_first;  /* marks of vowels stand before their letters */
	gboolean mirrored;     /* brackets are those that are seen */
	GArray *seen, *line;   /* gunichar */
};

/* The text that is made, and where the one that is read ends. */
struct writing {
	GString *text;
	const char *end;
};

/* ---- characters ---- */

static gunichar
char_at(const GArray *chars, guint i)
{
	return g_array_index(chars, gunichar, i);
}

/* A letter that is read from the right, the Arabic comma excepted: it is
 * neutral, as the Latin one is. */
static gboolean
is_right(gunichar c)
{
	return c >= 0x0590 && (c < 0x0900 || (c >= 0xFB1D && c <= 0xFDFF) ||
	    (c >= 0xFE70 && c <= 0xFEFC)) && c != 0x060C &&
	    !g_unichar_isdigit(c);
}

static gboolean
is_left(gunichar c)
{
	return !is_right(c) && g_unichar_isalpha(c);
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

/* A mark of a vowel, or of a letter that is doubled. */
static gboolean
is_mark(gunichar c)
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
		gunichar c = char_at(chars, i);

		k--;
		g_array_index(chars, gunichar, i) = char_at(chars, k);
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

		if (c == RLE && !depth++) {
			column = d->seen->len;
		} else if (c == LRE && depth && !in_left) {
			in_left = TRUE;
			left = d->seen->len;
		} else if (c == PDF && in_left) {
			in_left = FALSE;
			reverse(d->seen, left); /* the column turns it back */
		} else if (c == PDF && depth && !--depth) {
			reverse(d->seen, column);
		} else if (c < LRE || c > PDF) {
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
		gunichar c = char_at(d->seen, i);

		if (is_right(c) || is_left(c))
			return is_right(c);
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
		    !joins_figures(char_at(d->seen, from), arabic);
	for (guint i = from; i < to; i++) {
		gunichar c = char_at(d->seen, i);

		blanks += c == ' ';
		bracket = bracket || c != mirror(c);
	}
	if (blanks >= CELL)
		return TRUE;
	if (char_at(d->seen, last) == ')')
		return FALSE; /* "(2024)" behind a symbol */
	for (guint i = to; bracket && i <= last; i++)
		bracket = !is_left(char_at(d->seen, i));
	return bracket; /* the number of a note, "(1)" */
}

static void
read_char(struct direction *d, guint i)
{
	gunichar c = char_at(d->seen, i);

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
	for (guint i = last + 1; i > 0 && !is_right(char_at(d->seen, i - 1)); i--)
		if (is_strong(char_at(d->seen, i - 1))) {
			*left = *left || is_left(char_at(d->seen, i - 1));
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

	if (char_at(d->seen, i) != ')' || !i ||
	    !is_strong(char_at(d->seen, i - 1)))
		return FALSE;
	for (guint k = 1; k <= i && k <= LONG_BRACKET && blanks < CELL; k++) {
		gunichar c = char_at(d->seen, i - k);

		if (is_right(c))
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

/* What runs from left to right and ends at the last character; what stands to
 * the left of it is next. */
static guint
read_left(struct direction *d, guint last)
{
	gboolean left, arabic = is_after_arabic(d, last);
	guint first = left_begin(d, last, &left), begin, gap;

	for (begin = last; begin > first; begin = gap - 1) {
		while (begin > first && is_strong(char_at(d->seen, begin - 1)))
			begin--;
		if (begin == first)
			break;
		for (gap = begin; !is_strong(char_at(d->seen, gap - 1)); gap--)
			continue;
		if (!parts(d, gap, begin, last, left, arabic))
			continue;
		g_array_append_vals(d->line, &g_array_index(d->seen, gunichar,
		    begin), last - begin + 1);
		while (begin > gap && !closes_left(d, begin - 1))
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
		if (!is_mark(char_at(line, i)))
			continue;
		while (end < line->len && is_mark(char_at(line, end)))
			end++;
		if (end == line->len || !is_right(c = char_at(line, end)))
			continue;
		memmove(&g_array_index(line, gunichar, i + 1),
		    &g_array_index(line, gunichar, i),
		    (end - i) * sizeof(gunichar));
		g_array_index(line, gunichar, i) = c;
		end++;
	}
}

/* Where all characters stand as they are seen no line is as it is read. */
static gboolean
is_disordered(const struct direction *d, const char *s, const char *end)
{
	return d->order == ORDER_SEEN ||
	    g_strstr_len(s, end - s, LRE_BYTES) ||
	    g_strstr_len(s, end - s, RLE_BYTES);
}

/* FALSE: the line is as it is read. */
static gboolean
read_line(struct direction *d, const char *s, const char *end)
{
	if (!is_disordered(d, s, end))
		return FALSE;
	see(d, s, end);
	g_array_set_size(d->line, 0);
	for (guint i = d->seen->len; i > 0;)
		if (is_strong(char_at(d->seen, i - 1)) || closes_left(d, i - 1))
			i = read_left(d, i - 1);
		else
			read_char(d, --i);
	if (d->marks_first)
		move_marks(d->line);
	return TRUE;
}

/* ---- a text ---- */

typedef void (*line_fn)(struct direction *d, const char *s, const char *end,
    gpointer arg);

static void
each_line(struct direction *d, const char *s, gsize len, line_fn fn,
    gpointer arg)
{
	const char *end = s + len;

	while (s < end) {
		const char *stop = s;

		while (stop < end && *stop != '\n' && *stop != '\r' &&
		    *stop != '\f')
			stop++;
		fn(d, s, stop, arg);
		s = stop < end ? stop + 1 : end;
	}
}

/* What tells the order of a text. */
struct evidence {
	guint marked;                   /* lines with U+202B */
	guint tail_first, tail_last;    /* words with teh marbuta at either end */
	guint mark_first, mark_last;    /* words with a mark at either end */
	guint opened, closed;           /* "(1)", ")1(" */
};

static void
look_at_order(struct direction *d, const char *s, const char *end, gpointer arg)
{
	struct evidence *e = arg;
	gunichar before = ' ', c;

	for (const char *at = s; at <= end; before = c) {
		c = at < end ? g_utf8_get_char(at) : ' ';
		at = at < end ? g_utf8_next_char(at) : end + 1;
		e->marked += c == RLE;
		e->tail_first += c == TEH_MARBUTA && before == ' ';
		e->tail_last += c == ' ' && before == TEH_MARBUTA;
	}
}

/* How far behind a bracket the other one of a pair is; 0: nowhere near. */
static gboolean
is_pair(const GArray *line, guint i, gunichar other)
{
	for (guint k = i + 1; k < line->len && k <= i + BRACKETED; k++) {
		if (char_at(line, k) == char_at(line, i))
			return FALSE;
		if (char_at(line, k) == other)
			return TRUE;
	}
	return FALSE;
}

static void
look_at_line(struct direction *d, const char *s, const char *end, gpointer arg)
{
	struct evidence *e = arg;

	if (!read_line(d, s, end))
		return;
	for (guint i = 0; i < d->line->len; i++) {
		gunichar c = char_at(d->line, i);

		if (c == '(')
			e->opened += is_pair(d->line, i, ')');
		else if (c == ')')
			e->closed += is_pair(d->line, i, '(');
		if (!is_mark(c))
			continue;
		e->mark_first += i == 0 || !is_right(char_at(d->line, i - 1));
		e->mark_last += i + 1 == d->line->len ||
		    !is_right(char_at(d->line, i + 1));
	}
}

static void
survey(struct direction *d, const char *s, gsize len)
{
	struct evidence e = {0};

	len = MIN(len, SURVEYED);
	while (len && (s[len - 1] & 0x80))
		len--; /* no half of a character */
	each_line(d, s, len, look_at_order, &e);
	if (e.marked)
		d->order = ORDER_MARKED;
	else if (e.tail_first >= SURE && e.tail_first > 2 * e.tail_last)
		d->order = ORDER_SEEN;
	if (d->order == ORDER_READ)
		return;
	each_line(d, s, len, look_at_line, &e);
	d->marks_first = e.mark_first >= SURE && e.mark_first > e.mark_last;
	d->mirrored = e.closed > e.opened;
}

/* U+FB50 to U+FEFC: the letter, or letters, in the usual form. */
static void
append_char(GString *text, gunichar c)
{
	gunichar usual[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
	gsize n = 1;

	if (c < 0xFB50 || c > 0xFEFC)
		usual[0] = c;
	else
		n = g_unichar_fully_decompose(c, TRUE, usual, G_N_ELEMENTS(usual));
	for (gsize i = 0; i < n; i++)
		g_string_append_unichar(text, usual[i]);
}

/* What parted the lines is one byte, and stays. */
static void
put_line(struct direction *d, const char *s, const char *end, gpointer arg)
{
	struct writing *w = arg;
	GString *text = w->text;
	gsize from = text->len;

	if (read_line(d, s, end)) {
		for (guint i = 0; i < d->line->len; i++)
			append_char(text, char_at(d->line, i));
		while (text->len - from < (gsize)(end - s))
			g_string_append_c(text, ' ');
	} else {
		g_string_append_len(text, s, end - s);
	}
	if (end < w->end)
		g_string_append_c(text, *end);
}

GString *
rc_direction_read(const char *s, gsize len, struct rc_diags *diags)
{
	struct direction d = {
	    .seen = g_array_new(FALSE, FALSE, sizeof(gunichar)),
	    .line = g_array_new(FALSE, FALSE, sizeof(gunichar))};
	struct writing w = {.end = s + len};

	survey(&d, s, len);
	if (d.order != ORDER_READ) {
		w.text = g_string_sized_new(len);
		each_line(&d, s, len, put_line, &w);
		rc_diag(diags, RC_D_LINES_ORDERED, NULL);
	}
	g_array_unref(d.seen);
	g_array_unref(d.line);
	return w.text;
}
