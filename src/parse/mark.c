/* mark.c - numbers and list marks: 1.  1 -  (a)  a)  (أ)  (iv)  ’1‘  ㈠  • */
#include "parse/parser.h"

#include <string.h>

#include "text/char.h"

#define MAX_ROMAN 39u
#define MAX_LETTERS 64 /* bytes of the letters of a mark, stretched ones too */

/* The value of a roman number in small letters, 0 for none. */
static guint
roman_value(const char *s, gsize len)
{
	static const char *const tens[] = {"", "x", "xx", "xxx"};
	static const char *const ones[] = {
	    "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};

	if (!len || !strchr("ivx", *s))
		return 0;
	for (guint n = 1; n <= MAX_ROMAN; n++) {
		const char *ten = tens[n / 10], *one = ones[n % 10];
		gsize a = strlen(ten), b = strlen(one);

		if (a + b == len && memcmp(s, ten, a) == 0 &&
		    memcmp(s + a, one, b) == 0)
			return n;
	}
	return 0;
}

static gboolean
ends_mark(const char *s, const char *end)
{
	return s == end || *s == ' ' || *s == '\n' || *s == '\t' ||
	    (end - s >= 2 && memcmp(s, "\xC2\xA0", 2) == 0);
}

static gboolean
is_bullet(gunichar c)
{
	return c == 0x2022 || c == 0x25CF || c == 0x25AA || c == 0x2013 ||
	    c == 0x2014 || c == '-' || c == 0x2212 || c == 0x25E6 || c == 0xB7;
}

static gboolean
is_quote(gunichar c)
{
	return c == 0x2018 || c == 0x2019 || c == 0x201B || c == '\'' || c == '`';
}

static gboolean
done(struct mark *mark, enum mark_style style, char shape, guint value,
    gsize len)
{
	*mark = (struct mark){.style = style, .shape = shape, .value = value,
	    .len = len};
	return TRUE;
}

/* Letters up to a bracket: (a) (aa) (iv) (A), a Cyrillic or Arabic one. */
static gboolean
take_letters(const struct rc_lang *lang, const char *s, const char *end,
    const char *start, char shape, struct mark *mark)
{
	const char *first = s;
	guint value, n = 0, roman;
	gunichar c = 0, prior = 0;

	while (s < end && *s != ')' && *s != '.' && n < 6 &&
	    s - first < MAX_LETTERS) {
		gunichar next = rc_char(s);

		if (next == 0x0640) { /* tatweel */
			s = g_utf8_next_char(s);
			continue;
		}
		if (!rc_is_alpha(next))
			return FALSE;
		prior = c;
		c = next;
		n++;
		s = g_utf8_next_char(s);
	}
	if (s >= end || !n || (shape == '.' ? *s != '.' : *s != ')'))
		return FALSE;
	value = n == 1 || c == prior ? rc_lang_letter(lang, c) : 0;
	roman = roman_value(first, s - first);
	if (n > 1 && value)
		value += 26 * (n - 1);
	if (n > 2 && !roman)
		return FALSE;
	s++;
	if (!ends_mark(s, end) && shape != '(')
		return FALSE;
	if (n == 1 && c >= 'A' && c <= 'Z')
		return shape == '(' &&
		    done(mark, MARK_UPPER, shape, c - 'A' + 1, s - start);
	if (!value && !roman)
		return FALSE;
	done(mark, value ? MARK_LETTER : MARK_ROMAN, shape,
	    value ? value : roman, s - start);
	mark->roman = roman;
	return TRUE;
}

/* Chinese (一) and the characters U+3220 to U+3229. */
static gboolean
take_han(const struct rc_lang *lang, const char *s, const char *end,
    struct mark *mark)
{
	gunichar c = g_utf8_get_char(s);
	guint value;
	gsize size;

	if (c >= 0x3220 && c <= 0x3229)
		return done(mark, MARK_ROMAN, '(', c - 0x3220 + 1, 3);
	if ((c == '(' || c == 0xFF08) && end - s > 4) {
		const char *in = g_utf8_next_char(s);
		gunichar close;

		if (g_utf8_get_char(in) < 0x4E00)
			return FALSE;
		value = rc_lang_section(lang, in, end - in, &size);
		if (!value || in + size >= end)
			return FALSE;
		close = g_utf8_get_char(in + size);
		if (close == ')' || close == 0xFF09)
			return done(mark, MARK_ROMAN, '(', value,
			    g_utf8_next_char(in + size) - s);
	}
	return FALSE;
}

static const char *
digits(const char *s, const char *end, guint *value)
{
	guint n = 0;

	*value = 0;
	while (s < end && g_ascii_isdigit(*s) && n++ < 4)
		*value = *value * 10 + (*s++ - '0');
	return n && n < 4 ? s : NULL;
}

/* "1 -", "1-" of Arabic. */
static const char *
after_dash(const char *s, const char *end)
{
	if (s < end && *s == ' ')
		s++;
	if (s < end && *s == '-')
		return s + 1;
	if (end - s >= 3 && memcmp(s, "\xE2\x80\x93", 3) == 0)
		return s + 3;
	return NULL;
}

static gboolean
take_number(const struct rc_lang *lang, const char *s, const char *end,
    struct mark *mark)
{
	guint value, minor;
	const char *after = digits(s, end, &value), *dash;

	if (!after || !value || after == end)
		return FALSE;
	/* "1-" and a letter: the blank was lost */
	if (rc_lang_rtl(lang) && (dash = after_dash(after, end)) &&
	    (ends_mark(dash, end) || ((guchar)*dash >= 0x80 &&
	        g_unichar_isalpha(g_utf8_get_char(dash)))))
		return done(mark, MARK_NUMBER, '-', value, dash - s);
	if (*after != '.')
		return FALSE;
	after++;
	if (ends_mark(after, end))
		return done(mark, MARK_NUMBER, '.', value, after - s);
	if (g_ascii_isdigit(*after)) {
		after = digits(after, end, &minor);
		if (!after)
			return FALSE;
		if (after < end && *after == '.')
			after++;
		return ends_mark(after, end) && after < end &&
		    done(mark, MARK_DECIMAL, '.', minor, after - s);
	}
	/* "1.a", as the targets of the Sustainable Development Goals have */
	if (g_ascii_islower(*after) && after + 1 < end &&
	    ends_mark(after + 1, end))
		return done(mark, MARK_DECIMAL, '.', (guint)(*after - 'a') + 1,
		    after + 1 - s);
	/* "1.Reafirma": the blank was lost */
	if (g_unichar_isalpha(g_utf8_get_char(after)) &&
	    (guchar)*after >= 'A' && !g_ascii_islower(*after))
		return done(mark, MARK_NUMBER, '.', value, after - s);
	return FALSE;
}

static gboolean
take_bracket(const struct rc_lang *lang, const char *s, const char *end,
    struct mark *mark)
{
	guint value;
	const char *after = digits(s + 1, end, &value);

	if (after)
		return after < end && *after == ')' && value && value < 100 &&
		    done(mark, MARK_DIGIT, '(', value, after + 1 - s);
	return take_letters(lang, s + 1, end, s, '(', mark);
}

gboolean
rc_mark_take(const struct rc_lang *lang, const char *text, gsize len,
    struct mark *mark)
{
	const char *end = text + len;
	gunichar c;

	*mark = (struct mark){0};
	if (!len)
		return FALSE;
	c = g_utf8_get_char(text);
	if (g_ascii_isdigit(*text))
		return take_number(lang, text, end, mark);
	if (take_han(lang, text, end, mark))
		return TRUE;
	if (c == '(')
		return take_bracket(lang, text, end, mark);
	if (is_quote(c)) {
		guint value;
		const char *s = g_utf8_next_char(text);

		s = digits(s, end, &value);
		return s && s < end && is_quote(g_utf8_get_char(s)) &&
		    done(mark, MARK_ROMAN, '\'', value, g_utf8_next_char(s) - text);
	}
	if (is_bullet(c) && ends_mark(g_utf8_next_char(text), end) &&
	    g_utf8_next_char(text) < end)
		return done(mark, MARK_BULLET, '-', 0,
		    g_utf8_next_char(text) - text);
	return take_letters(lang, text, end, text, ')', mark) ||
	    (g_ascii_islower(*text) && len > 2 && text[1] == '.' &&
	        take_letters(lang, text, end, text, '.', mark));
}

void
rc_append_roman(GString *out, guint n, gboolean capital)
{
	static const char *const tens[] = {"", "x", "xx", "xxx", "xl"};
	static const char *const ones[] = {
	    "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
	gsize from = out->len;

	g_string_append(out, tens[MIN(n / 10, 4)]);
	g_string_append(out, ones[n % 10]);
	for (; capital && from < out->len; from++)
		out->str[from] = g_ascii_toupper(out->str[from]);
}

const char *
rc_mark_id(struct parser *p, const char *element, const struct mark *mark)
{
	g_autoptr(GString) id = g_string_new(element);

	g_string_append_c(id, '_');
	switch (mark->style) {
	case MARK_LETTER:
		for (guint n = 0; n <= (mark->value - 1u) / 26; n++)
			g_string_append_c(id, 'a' + (mark->value - 1) % 26);
		break;
	case MARK_ROMAN:
		rc_append_roman(id, mark->value, FALSE);
		break;
	case MARK_UPPER:
		g_string_append_c(id, 'A' + mark->value - 1);
		break;
	case MARK_NUMBER:
	case MARK_DIGIT:
		g_string_append_printf(id, "%u", mark->value);
		break;
	default:
		return NULL;
	}
	return g_string_chunk_insert_len(p->chunk, id->str, id->len);
}
