/* direction.c - lines of Arabic in the order in which they are read. */
#include "input/direction.h"

#include "base/plain.h"
#include "input/direction_line.h"

#define TEH_MARBUTA 0x0629 /* ends a word, begins none */
#define SURE 3u            /* words that tell the order of a text */
#define SURVEYED 65536u    /* bytes of a text that tell its order */
#define BRACKETED 12u      /* characters between brackets that are a pair */

/* The text that is made, and where the one that is read ends. */
struct writing {
	GString *text;
	const char *end;
};

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
		e->marked += c == RC_RLE;
		e->tail_first += c == TEH_MARBUTA && before == ' ';
		e->tail_last += c == ' ' && before == TEH_MARBUTA;
	}
}

/* How far behind a bracket the other one of a pair is; 0: nowhere near. */
static gboolean
is_pair(const GArray *line, guint i, gunichar other)
{
	for (guint k = i + 1; k < line->len && k <= i + BRACKETED; k++) {
		if (rc_char_in(line, k) == rc_char_in(line, i))
			return FALSE;
		if (rc_char_in(line, k) == other)
			return TRUE;
	}
	return FALSE;
}

static void
look_at_line(struct direction *d, const char *s, const char *end, gpointer arg)
{
	struct evidence *e = arg;

	if (!rc_direction_line(d, s, end))
		return;
	for (guint i = 0; i < d->line->len; i++) {
		gunichar c = rc_char_in(d->line, i);

		if (c == '(')
			e->opened += is_pair(d->line, i, ')');
		else if (c == ')')
			e->closed += is_pair(d->line, i, '(');
		if (!rc_is_vowel_mark(c))
			continue;
		e->mark_first += i == 0 || !rc_is_right(rc_char_in(d->line, i - 1));
		e->mark_last += i + 1 == d->line->len ||
		    !rc_is_right(rc_char_in(d->line, i + 1));
	}
}

/* Whether there are Arabic letters, in the usual form or in those for one place
 * in a word. */
static gboolean
has_arabic(const char *s, const char *end)
{
	for (; (s = rc_plain_end(s, end)) < end; s++) {
		guchar lead = *s;

		if (lead >= 0xD8 && lead <= 0xDB)
			return TRUE;
		if (lead == 0xEF && end - s > 1 && (guchar)s[1] >= 0xAD &&
		    (guchar)s[1] <= 0xBB)
			return TRUE;
	}
	return FALSE;
}

static void
survey(struct direction *d, const char *s, gsize len)
{
	struct evidence e = {0};

	len = MIN(len, SURVEYED);
	while (len && (s[len - 1] & 0x80))
		len--; /* no half of a character */
	if (!has_arabic(s, s + len))
		return;
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

	if (rc_direction_line(d, s, end)) {
		for (guint i = 0; i < d->line->len; i++)
			append_char(text, rc_char_in(d->line, i));
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
