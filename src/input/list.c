/* list.c - lists and notes of Markdown whose items no empty line parts. */
#include <string.h>

#include "input/chars.h"
#include "input/markdown.h"
#include "text/char.h"

#define LONGEST_NUMBER 3u /* digits of an item's number */

/* A list marker at the start of a line: "- ", "12. ", "(a) ", "iv) ". */
struct marker {
	gboolean open;  /* has a bracket before it */
	char close;     /* ')', '.', or the bullet itself; 0 for none */
	guint n;        /* characters of its label */
	gunichar label; /* the last of them */
	guint number;   /* of digits */
};

static gboolean
is_bullet(const char *s, const char *end)
{
	return end - s > 1 && strchr("-*+", *s) && s[1] == ' ';
}

static const char *
skip_emphasis(const char *s, const char *end)
{
	while (s < end && (*s == '*' || *s == '_'))
		s++;
	return s;
}

/* The label's characters: digits, or letters. */
static const char *
take_label(const char *s, const char *end, struct marker *marker)
{
	while (s < end && marker->n <= LONGEST_NUMBER) {
		gunichar c = rc_char_at(s, end);

		if (!rc_is_word(c))
			break;
		if (g_ascii_isdigit(*s))
			marker->number = marker->number * 10 + (*s - '0');
		marker->label = c;
		marker->n++;
		s += g_utf8_skip[(guchar)*s];
	}
	return s;
}

static struct marker
take_marker(const struct rc_line *line)
{
	const char *s = line->s, *end = s + line->len;
	struct marker marker = {0}, none = {0};

	if (is_bullet(s, end)) {
		marker.close = *s;
		return marker;
	}
	s = skip_emphasis(s, end);
	marker.open = s < end && *s == '(';
	s = take_label(s + marker.open, end, &marker);
	if (s < end && *s == '\\')
		s++;
	if (!marker.n || s == end || (*s != ')' && *s != '.'))
		return none;
	if (*s == '.' && (marker.open || !marker.number))
		return none;
	marker.close = *s;
	s = skip_emphasis(s + 1, end);
	return s < end && (*s == ' ' || *s == '\t') ? marker : none;
}

/* Whether b is what comes after a: "(b)" after "(a)", "2." after "1.". */
static gboolean
continues(const struct marker *a, const struct marker *b)
{
	if (!a->close || a->close != b->close || a->open != b->open)
		return FALSE;
	if (!b->n)
		return TRUE;
	return b->number ? b->number == a->number + 1 :
	    a->n == 1 && b->n == 1 && b->label == a->label + 1;
}

/* Whether a line ends a clause, emphasis aside. */
static gboolean
ends_clause(const struct rc_line *line)
{
	const char *s = line->s + line->len;

	while (s > line->s && (s[-1] == '*' || s[-1] == '_' || s[-1] == ' '))
		s--;
	return rc_is_closing(rc_char_before(line->s, s));
}

/* "¹ See ...", "<sup>1</sup> See ...", "^1^ See", "[^1]: See ..." */
static gboolean
is_note(const struct rc_line *line)
{
	const char *s = line->s, *end = s + line->len;

	return rc_raised(s, end) ||
	    (line->len > 5 && (memcmp(s, "<sup>", 5) == 0 ||
	        (memcmp(s, "[^", 2) == 0 &&
	            g_strstr_len(s, MIN(line->len, 24), "]:")))) ||
	    (line->len > 3 && *s == '^' &&
	        memchr(s + 1, '^', MIN(line->len - 1, 4)));
}

gboolean
rc_md_begins_item(const struct rc_line *first, const struct rc_line *last,
    const struct rc_line *next)
{
	struct marker marker, before;

	if (is_note(next))
		return TRUE;
	marker = take_marker(next);
	if (!marker.close)
		return FALSE;
	before = take_marker(first);
	return ends_clause(last) || continues(&before, &marker);
}
