/* akn_text_mark.c - numbers and headings that published files leave in the
 * text: most Arabic ones carry their numbers as "1 - TAB" in the paragraph. */
#include "input/akn_text.h"

#include <string.h>

/* The longest mark is "(xxviii)". */
#define MAX_MARK_CHARACTERS 8u
/* A heading is not longer, in characters; one with an italic phrase in it, as
 * a lead would be, is shorter. */
#define MAX_HEADING 300
#define MAX_HEADING_WITH_ITALIC 120

/* What may end a mark; bullets and enclosed numerals stand alone. */
static gboolean
ends_mark(gunichar c)
{
	return c < 0x80 ? strchr(").-'`", (int)c) != NULL
	                : c == 0x2013 || c == 0x2014 || c == 0x2018 ||
	        c == 0x2019 || c == 0x3001;
}

static gboolean
is_whole_mark(gunichar c)
{
	static const gunichar bullets[] = {0x2022, 0x25CF, 0x25AA, 0x25CB,
	    0x25E6, 0x2212, 0x00B7};

	for (guint i = 0; i < G_N_ELEMENTS(bullets); i++)
		if (c == bullets[i])
			return TRUE;
	return (c >= 0x3220 && c <= 0x3229) || (c >= 0x2460 && c <= 0x249B);
}

/* Whether bytes look like one number or list mark. */
static gboolean
is_mark(const char *s, guint32 len)
{
	const char *end = s + len;
	guint n = 0, digits = 0, letters = 0, romans = 0, signs = 0;
	gunichar c = 0;

	for (; s < end; s = g_utf8_next_char(s)) {
		c = g_utf8_get_char(s);
		if (++n > MAX_MARK_CHARACTERS)
			return FALSE;
		if (c == ' ' && s[1] != '-' && (guchar)s[1] != 0xE2)
			return FALSE;
		digits += g_unichar_isdigit(c);
		letters += g_unichar_isalpha(c);
		signs += c == '(' || c == ' ' || ends_mark(c);
		romans += c < 0x80 && c && strchr("ivxlcIVXLC", (int)c);
	}
	if (n == 1 && (is_whole_mark(c) || ends_mark(c)))
		return TRUE;
	if (digits == n)
		return n <= 3;
	return ends_mark(c) && digits + letters > 0 &&
	    digits + letters + signs == n &&
	    (letters <= 2 || romans == letters);
}

/* Take direction marks out that end the first n bytes; gives what is left. */
static guint32
drop_direction_marks(struct akn_line *line, guint32 n)
{
	while (n >= 3) {
		gunichar c = g_utf8_get_char(line->s->str + n - 3);

		if (c < 0x200B || c > 0x200F)
			break;
		n -= 3;
		akn_line_erase(line, n, 3);
	}
	return n;
}

guint32
akn_mark_before_tab(struct akn_line *line)
{
	guint32 n = drop_direction_marks(line, line->tab);

	return n && is_mark(line->s->str, n) ? n : 0;
}

gboolean
akn_is_lone_mark(const struct akn_line *line)
{
	const GString *s = line->s;

	return s->len && !line->calls->len && is_mark(s->str, s->len) &&
	    (s->str[s->len - 1] == ')' ||
	        (akn_mark_is_figure(s->str, s->len) &&
	            !g_ascii_isdigit(s->str[s->len - 1])));
}

gboolean
akn_mark_is_figure(const char *s, guint32 len)
{
	guint32 i = 0;

	while (i < len && g_ascii_isdigit(s[i]))
		i++;
	return i > 0 && (i == len || strchr(". -", s[i]));
}

/* ---- headings ---- */

/* Styles of headings in the Word files that the XML was made from, without
 * their underscores: H1, H23, HCh, H4G, Heading1, TitleH2. */
static gboolean
is_heading_style(const char *class)
{
	static const char *const styles[] = {"HCh", "Heading", "Title"};

	if (!class)
		return FALSE;
	class += strspn(class, "_ ");
	if (g_ascii_toupper(class[0]) == 'H' && g_ascii_isdigit(class[1]))
		return TRUE;
	for (guint i = 0; i < G_N_ELEMENTS(styles); i++)
		if (g_ascii_strncasecmp(class, styles[i],
		        strlen(styles[i])) == 0)
			return TRUE;
	return FALSE;
}

static gboolean
is_empty(const char *s, guint32 len)
{
	for (guint32 i = 0; i < len; i++)
		if (s[i] != ' ')
			return FALSE;
	return TRUE;
}

/* All text in bold, and none in italics. */
static gboolean
is_all_bold(const struct akn_line *line)
{
	guint32 at = 0;

	for (guint i = 0; i < line->spans->len; i++) {
		const struct rc_span *span =
		    &g_array_index(line->spans, struct rc_span, i);

		if (!(span->style & RC_BOLD) || (span->style & RC_ITALIC) ||
		    !is_empty(line->s->str + at, span->start - at))
			return FALSE;
		at = span->end;
	}
	return at > 0 && is_empty(line->s->str + at, line->s->len - at);
}

static gboolean
has_light_italic(const struct akn_line *line)
{
	for (guint i = 0; i < line->spans->len; i++) {
		guint style = g_array_index(line->spans, struct rc_span, i)
		                  .style;

		if ((style & RC_ITALIC) && !(style & RC_BOLD))
			return TRUE;
	}
	return FALSE;
}

gboolean
akn_is_heading(const struct akn_line *line, const char *class)
{
	glong n;

	if (line->s->len > MAX_HEADING * 4 ||
	    akn_line_ends_in(line, ";；؛,，،"))
		return FALSE;
	n = g_utf8_strlen(line->s->str, line->s->len);
	if (n > MAX_HEADING)
		return FALSE;
	if (is_heading_style(class))
		return n < MAX_HEADING_WITH_ITALIC || !has_light_italic(line);
	return !line->marker && is_all_bold(line) &&
	    !akn_line_ends_in(line, ".。:：");
}

/* ---- sequences ---- */

/* A mark in Latin letters or figures with no TAB after it. */
struct mark {
	guint32 len;
	char open, close; /* what is round its core: "(a)", "a)", "1." */
	gboolean figure;
	guint value, roman; /* both may hold: i is 9 and 1; 0 no such */
};

static guint
roman_value(const char *s, guint32 len)
{
	static const char letters[] = "ivxlc";
	static const guint values[] = {1, 5, 10, 50, 100};
	guint sum = 0, last = 0;

	for (guint32 i = len; i-- > 0;) {
		const char *at = strchr(letters, s[i]);
		guint value = at && *at ? values[at - letters] : 0;

		if (!value)
			return 0;
		sum = value < last ? sum - value : sum + value;
		last = MAX(last, value);
	}
	return sum;
}

static guint
letter_value(const char *s, guint32 len)
{
	for (guint32 i = 1; i < len; i++)
		if (s[i] != s[0])
			return 0;
	return len <= 2 ? (len - 1) * 26 + (guint)(s[0] - 'a') + 1 : 0;
}

static gboolean
read_core(struct mark *mark, const char *core, guint32 n)
{
	guint32 digits = 0;

	while (digits < n && g_ascii_isdigit(core[digits]))
		digits++;
	mark->figure = digits == n;
	if (mark->figure && n >= 1 && n <= 3)
		mark->value = g_ascii_strtoull(core, NULL, 10);
	if (!digits && n >= 1 && n <= 5) {
		mark->value = letter_value(core, n);
		mark->roman = roman_value(core, n);
	}
	return mark->value || mark->roman;
}

static gboolean
read_mark(const struct rc_para *para, struct mark *mark)
{
	const char *s = para->text;
	const char *core;
	guint32 n = 0;

	*mark = (struct mark){0};
	if (*s == '(')
		mark->open = *s++;
	core = s;
	while (g_ascii_isdigit(s[n]) || (s[n] >= 'a' && s[n] <= 'z'))
		n++;
	if (!n || n > 5 || !read_core(mark, core, n))
		return FALSE;
	s += n;
	mark->close = *s;
	if (*s != ')' && (*s != '.' || mark->open))
		return FALSE;
	mark->len = ++s - para->text;
	return *s == ' ' || ((guchar)s[0] == 0xC2 && (guchar)s[1] == 0xA0);
}

static gboolean
follows(const struct mark *a, const struct mark *b)
{
	return a->len && b->len && a->open == b->open &&
	    a->close == b->close && a->figure == b->figure &&
	    ((a->value && b->value == a->value + 1) ||
	        (a->roman && b->roman == a->roman + 1));
}

static gboolean
may_be_marked(const struct rc_para *para)
{
	return para->kind == RC_PARA_TEXT &&
	    (para->role == RC_ROLE_TEXT || para->role == RC_ROLE_RECITAL);
}

void
akn_mark_sequences(struct rc_text *text)
{
	struct mark last = {0};
	struct rc_para *last_para = NULL;

	for (guint i = 0; i < text->paras->len; i++) {
		struct rc_para *para = rc_text_para(text, i);
		struct mark mark = {0};

		if (!may_be_marked(para) || !read_mark(para, &mark)) {
			last = (struct mark){0};
			continue;
		}
		if (follows(&last, &mark)) {
			if (!last_para->marker)
				last_para->marker = last.len;
			if (!para->marker)
				para->marker = mark.len;
		}
		last = mark;
		last_para = para;
	}
}

/* ---- notes ---- */

/* Bytes of "()", "( )", ")(", "((" and their blanks at the start. */
static guint32
empty_brackets(const char *s)
{
	static const char *const shapes[] = {"()", "( )", ")(", ") (", "(()",
	    "(( )", "(("};
	guint32 n = 0;

	for (guint i = 0; i < G_N_ELEMENTS(shapes) && !n; i++)
		if (g_str_has_prefix(s, shapes[i]))
			n = strlen(shapes[i]);
	while (n && s[n] == ' ')
		n++;
	return n;
}

void
akn_cut_note_mark(struct akn_line *line, const char *marker)
{
	gsize n = strlen(marker);

	if (n && line->tab == n && g_str_has_prefix(line->s->str, marker))
		akn_line_erase(line, 0, n + 1);
	akn_line_erase(line, 0, empty_brackets(line->s->str));
}
