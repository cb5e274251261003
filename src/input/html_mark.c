/* html_mark.c - the marks that a browser prints before the items of lists. */
#include "input/html.h"

#include <stdlib.h>
#include <string.h>

#define BULLET 'b'
#define MAX_LABEL 5u      /* characters of "xviii" */
#define MAX_NUMBER 100000 /* beyond, numbers are no longer told apart */

/* ---- the kind of marks ---- */

static const struct {
	const char *name; /* of list-style-type */
	char kind;
} kinds[] = {
	{"none", 0}, {"decimal", '1'}, {"decimal-leading-zero", '1'},
	{"lower-alpha", 'a'}, {"lower-latin", 'a'}, {"upper-alpha", 'A'},
	{"upper-latin", 'A'}, {"lower-roman", 'i'}, {"upper-roman", 'I'},
	{"disc", BULLET}, {"circle", BULLET}, {"square", BULLET},
};

/* What style and type attribute say, else what the list has. */
static guint8
kind_of(const xmlNode *node, guint8 kind)
{
	const char *type = rc_html_get(node, "type");

	if (type && strlen(type) == 1 && strchr("1aAiI", *type))
		kind = *type;
	for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (rc_html_styled(node, "list-style-type", kinds[i].name) ||
		    rc_html_styled(node, "list-style", kinds[i].name))
			kind = kinds[i].kind;
	return kind;
}

static gint32
number_of(const xmlNode *node, const char *name, gint32 otherwise)
{
	const char *s = rc_html_get(node, name);
	glong n;
	char *end;

	if (!s)
		return otherwise;
	n = strtol(s, &end, 10);
	return end == s ? otherwise : (gint32)CLAMP(n, -MAX_NUMBER, MAX_NUMBER);
}

static gint32
count_items(const xmlNode *list)
{
	gint32 n = 0;

	for (const xmlNode *c = list->children; c; c = c->next)
		n += n < MAX_NUMBER && rc_html_is(c, "li");
	return n;
}

void
rc_html_list_begin(struct rc_html *h, const xmlNode *node)
{
	struct rc_html_frame *f = h->top;
	gboolean ordered = rc_html_is(node, "ol");
	gboolean reversed = ordered && rc_html_get(node, "reversed");

	f->kind = kind_of(node, ordered ? '1' : BULLET);
	f->step = reversed ? -1 : 1;
	f->asked = rc_html_get(node, "start") || rc_html_get(node, "type");
	f->next = number_of(node, "start", reversed ? count_items(node) : 1);
	f->depth = MIN(f->depth + 1u, RC_MAX_LIST_DEPTH);
}

/* ---- marks ---- */

/* 1 is "a", 27 "aa". */
static void
write_letter(guint n, char first, char *out)
{
	char reversed[RC_HTML_MAX_MARK];
	guint len = 0;

	for (; n > 0; n = (n - 1) / 26)
		reversed[len++] = first + (n - 1) % 26;
	while (len > 0)
		*out++ = reversed[--len];
	*out = '\0';
}

static void
write_roman(guint n, gboolean capital, char *out)
{
	static const struct {
		guint value;
		const char *digits;
	} parts[] = {
		{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
		{90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"},
		{5, "v"}, {4, "iv"}, {1, "i"},
	};

	for (guint i = 0; i < G_N_ELEMENTS(parts);) {
		if (n < parts[i].value) {
			i++;
			continue;
		}
		n -= parts[i].value;
		for (const char *d = parts[i].digits; *d; d++)
			*out++ = capital ? g_ascii_toupper(*d) : *d;
	}
	*out = '\0';
}

/* What CSS prints: letters from 1, Roman numbers from 1 to 3999, else figures
 * (CSS Counter Styles, 6). "mmmdccclxxxviii" is the longest that is written. */
static void
write_mark(char *out, guint8 kind, gint32 n, guint depth)
{
	static const char *const bullets[] = {"•", "◦", "▪"};
	gboolean roman = (kind == 'i' || kind == 'I') && n > 0 && n < 4000;

	if (kind == BULLET) {
		g_strlcpy(out, bullets[MIN(MAX(depth, 1u), 3u) - 1],
		    RC_HTML_MAX_MARK);
		return;
	}
	if (roman)
		write_roman(n, kind == 'I', out);
	else if ((kind == 'a' || kind == 'A') && n > 0)
		write_letter(n, kind, out);
	else
		g_snprintf(out, RC_HTML_MAX_MARK, "%d", n);
	g_strlcat(out, ".", RC_HTML_MAX_MARK);
}

void
rc_html_item_begin(struct rc_html *h, const xmlNode *node)
{
	struct rc_html_frame *list = h->top - 1;
	guint8 kind = kind_of(node, list->kind);
	gint32 n;

	h->mark[0] = '\0';
	if (list->tag->what != RC_HTML_LIST) /* an item without a list */
		return;
	n = number_of(node, "value", list->next);
	list->next = CLAMP(n + list->step, -MAX_NUMBER, MAX_NUMBER);
	if (kind)
		write_mark(h->mark, kind, n, list->depth);
	h->asked = list->asked || rc_html_get(node, "value");
}

static gboolean
is_one_of(gunichar c, const char *set)
{
	return c && g_utf8_strchr(set, -1, c);
}

/* A number in a circle or brackets that is one character. */
static gboolean
is_whole_mark(gunichar c)
{
	return (c >= 0x3220 && c <= 0x3229) || (c >= 0x2460 && c <= 0x24FF) ||
	    is_one_of(c, "•◦▪●○–—");
}

/* Whether a text begins with a mark of its own: "(a)", "12.", "iv)", "•". */
static gboolean
has_mark(const char *s)
{
	guint n = 0;

	s += strspn(s, " \t\r\n");
	if (is_whole_mark(g_utf8_get_char(s)) || strncmp(s, "- ", 2) == 0)
		return TRUE;
	if (is_one_of(g_utf8_get_char(s), "('‘’（"))
		s = g_utf8_next_char(s);
	for (; g_unichar_isalnum(g_utf8_get_char(s)); n++)
		s = g_utf8_next_char(s);
	return n > 0 && n <= MAX_LABEL &&
	    is_one_of(g_utf8_get_char(s), ").'‘’）、") &&
	    !g_unichar_isdigit(g_utf8_get_char(g_utf8_next_char(s)));
}

/* Whether the mark is typed in the text as well: the same one, or any where
 * the list does not ask for marks of a kind, for style sheets hide those. */
static gboolean
is_typed(const struct rc_html *h, const char *s)
{
	return has_mark(s) && (!h->asked ||
	    g_str_has_prefix(s + strspn(s, " \t\r\n"), h->mark));
}

void
rc_html_put_mark(struct rc_html *h, const char *s)
{
	if (h->line->s->len == 0 && !is_typed(h, s)) {
		akn_line_text(h->line, h->mark, 0, NULL);
		akn_line_number(h->line);
	}
	h->mark[0] = '\0';
}
