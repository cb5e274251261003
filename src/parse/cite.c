/* cite.c - the numbers and symbols that a text cites.
 *
 * A symbol ("A/77/380") is cited wherever it stands. A number ("36/103",
 * "1325 (2000)", "217 A (III)") is one of a resolution or a decision when the
 * word stands before it, near and in the same sentence, in running lists too. */
#include "parse/cite.h"

#include <string.h>

#include "parse/symbol.h"
#include "text/char.h"

#define REACH 420u       /* bytes a list of numbers may go on without the word */
#define ORGAN_BEFORE 110u /* bytes before a number in which its organ is named */
#define ORGAN_AFTER 48u
#define DATE_AFTER 24u   /* bytes between a number and its date */


/* What a byte may be of: a word or number that goes on behind it; the first of
 * a number, a symbol, a web address. */
enum { JOINS = 1 << 0, NUMBER = 1 << 1, SYMBOL = 1 << 2, WEB = 1 << 3 };

static const guint8 classes[256] = {
    ['0' ... '9'] = JOINS | NUMBER, ['/'] = JOINS, ['-'] = JOINS,
    ['.'] = JOINS, ['A' ... 'D'] = JOINS | SYMBOL,
    ['E'] = JOINS | SYMBOL | NUMBER, ['F' ... 'R'] = JOINS | SYMBOL,
    ['S'] = JOINS | SYMBOL | NUMBER, ['T' ... 'Z'] = JOINS | SYMBOL,
    ['a' ... 'g'] = JOINS, ['h'] = JOINS | WEB, ['i' ... 'v'] = JOINS,
    ['w'] = JOINS | WEB, ['x' ... 'z'] = JOINS, [0xD8] = NUMBER};

static gboolean
is_word_char(const char *text, const char *s)
{
	gunichar c;

	if (s <= text)
		return FALSE;
	if ((guchar)s[-1] < 0x80) /* what most are */
		return (classes[(guchar)s[-1]] & JOINS) != 0;
	s = rc_char_start(s);
	if (rc_char_is_letter(s))
		return TRUE;
	c = g_utf8_get_char(s);
	return (g_unichar_isalnum(c) && c < 0x2E80) || c == '/' || c == '-' ||
	    c == '.';
}

static const char *
digits(const char *s, const char *end, guint max)
{
	const char *t = s;

	while (t < end && g_ascii_isdigit(*t))
		t++;
	return t > s && t - s <= (gssize)max ? t : NULL;
}

const char *
rc_skip_blank(const char *s, const char *end)
{
	if (s < end && (*s == ' ' || *s == '\n'))
		return s + 1;
	if (end - s >= 2 && memcmp(s, "\xC2\xA0", 2) == 0)
		return s + 2;
	return s;
}

/* "(د-15)": the session of an old number as Arabic prints it. */
static const char *
arabic_session(const char *s, const char *end, guint8 *session)
{
	const char *t, *u;

	if (end - s < 6 || memcmp(s, "(\xD8\xAF", 3) != 0)
		return NULL;
	t = s + 3;
	while (t < end && (*t == '-' || *t == ' '))
		t++;
	u = digits(t, end, 2);
	if (!u || u >= end || *u != ')')
		return NULL;
	*session = strtoul(t, NULL, 10);
	return u + 1;
}

/* "دإ-", "دإط-" before the number of a special or emergency session. */
static const char *
arabic_special(const char *s, const char *end, guint8 *special)
{
	const char *t = s;
	guint letters = 0;

	for (; t < end && t - s < 12; t = g_utf8_next_char(t)) {
		gunichar c = g_utf8_get_char(t);

		if (c == '-' || c == 0x2011)
			break;
		if (c == 0x062F || c == 0x0625 || c == 0x0627 || c == 0x0637)
			letters++;
		else if (c != ' ')
			return NULL;
	}
	if (letters < 2 || t >= end || t - s >= 12)
		return NULL;
	*special = letters - 1;
	return g_utf8_next_char(t);
}

/* "-C", "–C", " to C" after the letter of a part. */
static const char *
letter_range(const struct scan *s, const char *at)
{
	const char *t = at;
	gsize n;

	if (t < s->end && *t == '-') {
		t++;
	} else if (s->end - t > 3 && memcmp(t, "\xE2\x80\x93", 3) == 0) {
		t += 3;
	} else {
		t = rc_skip_blank(t, s->end);
		n = rc_lang_starts(s->p->lang, RC_PH_TO, t, s->end - t);
		t = n ? rc_skip_blank(t + n, s->end) : s->end;
	}
	return t < s->end && g_ascii_isupper(*t) && (t + 1 == s->end ||
	    !g_ascii_isalnum(t[1])) ? t + 1 : at;
}

/* Letter of a part after a number: " H", " A-C", "B"; also Arabic " حاء". */
static const char *
part_letter(const struct scan *s, const char *at)
{
	const char *t = rc_skip_blank(at, s->end), *u;
	gsize size;

	if (t < s->end && g_ascii_isupper(*t)) {
		u = t + 1;
		u = letter_range(s, u);
		if (u == s->end || (!g_ascii_isalnum(*u) && (guchar)*u < 0x80 &&
		        *u != '/' && *u != '.'))
			return u;
		if (u < s->end && (guchar)*u >= 0x80 && *u != '\xD0' &&
		    *u != '\xC3')
			return u;
	}
	if (t > at && rc_lang_rtl(s->p->lang) &&
	    rc_lang_part(s->p->lang, t, s->end - t, &size))
		return t + size;
	return at;
}

/* "(XXI)", "(S-IV)", "(2000)" */
static const char *
bracketed(const char *s, const char *end, gboolean *year)
{
	const char *t = s + 1;

	if (s >= end || *s != '(')
		return NULL;
	*year = FALSE;
	if (end - t > 4 && t[4] == ')' && digits(t, end, 4) == t + 4) {
		*year = (t[0] == '1' && t[1] == '9') ||
		    (t[0] == '2' && t[1] == '0');
		return *year ? t + 5 : NULL;
	}
	while (t < end && strchr("IVXLCES-", *t))
		t++;
	return t < end && *t == ')' && t > s + 1 ? t + 1 : NULL;
}

static gboolean
is_year(const char *s, const char *end)
{
	return end - s == 4 && ((s[0] == '1' && s[1] == '9') ||
	    (s[0] == '2' && s[1] == '0'));
}

/* A number of a resolution at s: its end, or NULL. */
static const char *
take_number(const struct scan *scan, const char *s, struct cite *cite)
{
	const char *end = scan->end, *t = s, *u;
	gboolean year;

	if (rc_lang_rtl(scan->p->lang) &&
	    (u = arabic_special(t, end, &cite->special)))
		t = u;
	else if (end - t > 3 && memcmp(t, "ES-", 3) == 0)
		t += 3;
	else if (end - t > 2 && memcmp(t, "S-", 2) == 0)
		t += 2;
	u = digits(t, end, 4);
	if (!u)
		return NULL;
	if (u < end && *u == '/') {
		const char *n = digits(u + 1, end, 3);
		if (!n || (n < end && (*n == '/' || g_ascii_isalpha(*n))))
			return NULL;
		cite->form = is_year(t, u) ? CITE_YEAR : CITE_SESSION;
		return part_letter(scan, n);
	}
	if (t != s)
		return NULL;
	u = rc_skip_blank(part_letter(scan, u), end);
	cite->form = CITE_OLD;
	if (rc_lang_rtl(scan->p->lang) &&
	    (t = arabic_session(u, end, &cite->session)))
		return t;
	u = bracketed(u, end, &year);
	if (u && year)
		cite->form = CITE_COUNCIL;
	return u;
}

/* The last organ that a stretch of text names. */
static enum rc_organ
organ_in(const struct scan *s, const char *from, const char *to)
{
	static const struct {
		enum rc_phrase phrase;
		enum rc_organ organ;
	} rows[] = {{RC_PH_ORGAN_GA, RC_ORGAN_GA}, {RC_PH_ORGAN_SC, RC_ORGAN_SC},
	    {RC_PH_ORGAN_ECOSOC, RC_ORGAN_ECOSOC},
	    {RC_PH_ORGAN_HRC, RC_ORGAN_HRC}};
	static const guint64 all = RC_PHRASE_BIT(RC_PH_ORGAN_GA) |
	    RC_PHRASE_BIT(RC_PH_ORGAN_SC) | RC_PHRASE_BIT(RC_PH_ORGAN_ECOSOC) |
	    RC_PHRASE_BIT(RC_PH_ORGAN_HRC);
	enum rc_organ organ = RC_ORGAN_UNKNOWN;
	const char *last = from;
	gsize first;

	if (rc_lang_finds_any(s->p->lang, all, from, to - from, &first, NULL) < 0)
		return organ; /* as between the numbers of a list */
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		const char *at = from;
		gsize size;
		gssize n;

		while (at < to && (n = rc_lang_finds(s->p->lang, rows[i].phrase,
		                       at, to - at, &size)) >= 0) {
			at += n + MAX(size, 1);
			if (at > last) {
				last = at;
				organ = rows[i].organ;
			}
		}
	}
	return organ;
}

static const char *
char_start(const char *text, const char *s)
{
	while (s > text && ((guchar)*s & 0xC0) == 0x80)
		s--;
	return s;
}

static enum rc_organ
own_organ(const struct parser *p)
{
	const char *actor = p->meta.actor;

	if (g_strcmp0(actor, "unga-hrc") == 0)
		return RC_ORGAN_HRC;
	if (g_strcmp0(actor, "unecosoc") == 0)
		return RC_ORGAN_ECOSOC;
	return RC_ORGAN_GA;
}

/* Whose resolution a number is: the form tells, or the words around it. */
static enum rc_organ
organ_of(const struct scan *s, const struct cite *cite)
{
	const char *start = s->text + cite->start, *end = s->text + cite->end;
	const char *from = s->text, *to = s->end;
	const struct cite *before = s->cites->len ? &g_array_index(s->cites,
	    struct cite, s->cites->len - 1) : NULL;
	enum rc_organ organ;

	if (cite->form == CITE_COUNCIL)
		return RC_ORGAN_SC;
	if (cite->form == CITE_YEAR)
		return RC_ORGAN_ECOSOC;
	if (before && before->end > s->word)
		from = s->text + before->end;
	else if (start - from > (gssize)ORGAN_BEFORE)
		from = char_start(s->text, start - ORGAN_BEFORE);
	organ = organ_in(s, from, start);
	if (organ == RC_ORGAN_UNKNOWN && before && before->end > s->word &&
	    before->form == cite->form)
		organ = before->organ;
	if (organ == RC_ORGAN_UNKNOWN && to - end > (gssize)ORGAN_AFTER) {
		to = char_start(s->text, end + ORGAN_AFTER);
		for (const char *t = end; t < to; t++)
			if (g_ascii_isdigit(*t) || *t == ';' || *t == '.')
				to = t;
		organ = organ_in(s, end, to);
	}
	if (organ == RC_ORGAN_UNKNOWN || organ == RC_ORGAN_SC)
		organ = own_organ(s->p);
	if (organ == RC_ORGAN_ECOSOC && cite->form == CITE_SESSION)
		organ = RC_ORGAN_GA;
	return organ;
}

/* ---- finding ---- */

/* The link that the input has over a place: its href, NULL for none. */
static const char *
linked(const struct scan *s, guint32 at, guint32 *end)
{
	guint i = rc_block_span_at(s->p, s->block, at);
	const struct rc_span *span;

	if (i == s->block->n_spans)
		return NULL;
	span = &g_array_index(s->p->spans, struct rc_span, s->block->span + i);
	if (span->start > at || !(span->style & RC_LINK))
		return NULL;
	*end = span->end;
	return span->href ? span->href : "";
}

static void
add_cite(struct scan *s, struct cite *cite)
{
	cite->decision = s->alive && s->decision && cite->form != CITE_COUNCIL &&
	    cite->form != CITE_SYMBOL && cite->form != CITE_WEB;
	if (cite->form == CITE_SESSION || cite->form == CITE_YEAR ||
	    cite->form == CITE_OLD || cite->form == CITE_COUNCIL)
		cite->organ = organ_of(s, cite);
	g_array_append_val(s->cites, *cite);
}

/* Whether the word "resolution" governs a number here; Chinese puts it
 * behind. */
static gboolean
is_governed(const struct scan *s, const char *at, const struct cite *cite)
{
	const struct cite *last = s->cites->len ? &g_array_index(s->cites,
	    struct cite, s->cites->len - 1) : NULL;
	guint32 near = s->word;
	guint32 unused;

	if (linked(s, at - s->text, &unused))
		return TRUE;
	if (at - s->text >= 3 && memcmp(at - 3, "\xE7\xAC\xAC", 3) == 0)
		return cite->form != CITE_OLD || TRUE; /* 第 */
	if (!s->alive)
		return FALSE;
	if (last && last->end > near && last->form != CITE_WEB)
		near = last->end;
	return (guint32)(at - s->text) - near < REACH;
}

static gboolean
take_web(struct scan *s, const char *at)
{
	struct cite cite = {.start = at - s->text, .form = CITE_WEB};
	const char *t = at;

	if (!g_str_has_prefix(at, "http://") &&
	    !g_str_has_prefix(at, "https://") && !g_str_has_prefix(at, "www."))
		return FALSE;
	while (t < s->end && (guchar)*t > 0x20 && (guchar)*t < 0x7F &&
	    !strchr("<>\"", *t))
		t++;
	while (t > at && strchr(".,;:)]", t[-1]))
		t--;
	cite.end = t - s->text;
	if (t - at < 8)
		return FALSE;
	add_cite(s, &cite);
	return TRUE;
}

static gboolean
take_symbol(struct scan *s, const char *at)
{
	struct cite cite = {.start = at - s->text, .form = CITE_SYMBOL};
	gsize n = rc_symbol_take(at, s->end - at);

	if (!n)
		return FALSE;
	cite.end = cite.start + n;
	add_cite(s, &cite);
	return TRUE;
}

static gboolean
take_cited(struct scan *s, const char *at)
{
	struct cite cite = {.start = at - s->text};
	const char *end = take_number(s, at, &cite);

	if (!end || !is_governed(s, at, &cite))
		return FALSE;
	cite.end = end - s->text;
	add_cite(s, &cite);
	return TRUE;
}

/* Note the words that govern numbers, and the sentence's end that ends it. */
static gsize
take_word(struct scan *s, const char *at)
{
	static const guint64 words = RC_PHRASE_BIT(RC_PH_RESOLUTION) |
	    RC_PHRASE_BIT(RC_PH_DECISION);
	enum rc_phrase which;
	gsize n;

	if (!rc_lang_starts_any(s->p->lang, words, at, s->end - at, &n, &which))
		return 0;
	s->decision = which == RC_PH_DECISION;
	s->word = at + n - s->text;
	s->alive = TRUE;
	return n;
}

static gboolean
ends_sentence(const struct scan *s, const char *at)
{
	return *at == ';' || (*at == '.' && at + 2 < s->end && at[1] == ' ' &&
	    g_unichar_isupper(g_utf8_get_char(at + 2)) &&
	    !(at > s->text && g_ascii_isupper(at[-1])));
}

static gboolean
take_cite(struct scan *s, const char *at)
{
	guint class = classes[(guchar)*at];

	return (class & NUMBER && take_cited(s, at)) ||
	    (class & SYMBOL && take_symbol(s, at)) ||
	    (class & WEB && take_web(s, at));
}

/* Past letters and figures: within a word nothing begins, and no sentence
 * ends. */
static const char *
skip_word(const char *s, const char *end)
{
	while (s < end && (g_ascii_isalnum(*s) || rc_char_is_letter(s)))
		s = g_utf8_next_char(s);
	return s;
}

static void
scan_text(struct scan *s, guint32 from)
{
	const char *at = s->text + from;
	gboolean edge = TRUE;

	while (at < s->end) {
		gsize n = 0;

		if (edge && take_cite(s, at)) {
			at = s->text + g_array_index(s->cites, struct cite,
			    s->cites->len - 1).end;
			edge = FALSE;
			continue;
		}
		if (edge && (guchar)*at >= 'A')
			n = take_word(s, at);
		if (!n && ends_sentence(s, at))
			s->alive = FALSE;
		at = n ? at + n : g_utf8_next_char(at);
		edge = at < s->end && !is_word_char(s->text, at);
		if (!edge)
			at = skip_word(at, s->end);
	}
}

/* ---- dates ---- */

/* Whether a date can be that of a number with its year: "2624 (2022)". */
static gboolean
fits_year(const struct scan *s, const struct cite *cite)
{
	const char *open = memchr(s->text + cite->start, '(',
	    cite->end - cite->start);

	return cite->form != CITE_COUNCIL || !open ||
	    g_ascii_strtoull(open + 1, NULL, 10) == cite->date.year;
}

/* The date that follows a number: " of 9 December 1981", " от 9 декабря ...". */
static gboolean
date_after(const struct scan *s, struct cite *cite, guint32 next)
{
	const char *at = s->text + cite->end;
	const char *stop = s->text + MIN(next, cite->end + DATE_AFTER);

	for (; at < stop && at < s->end; at = g_utf8_next_char(at)) {
		gsize n;

		if (!g_ascii_isdigit(*at))
			continue;
		n = rc_lang_date(s->p->lang, at, s->end - at, &cite->date);
		if (n && !fits_year(s, cite))
			n = 0;
		if (!n)
			cite->date = (struct rc_date){0};
		cite->date_end = n ? at - s->text + n : 0;
		return n > 0;
	}
	return FALSE;
}

/* Chinese puts the date before: 1981年12月9日第36/103号. */
static gboolean
date_before(const struct scan *s, struct cite *cite)
{
	const char *number = s->text + cite->start, *at;

	if (cite->start < 16 || memcmp(number - 3, "\xE7\xAC\xAC", 3) != 0)
		return FALSE;
	for (guint back = 28; back > 12; back--) {
		at = number - 3 - back;
		if (at < s->text || !g_ascii_isdigit(*at) ||
		    (at > s->text && g_ascii_isdigit(at[-1])))
			continue;
		if (rc_lang_date(s->p->lang, at, number - at, &cite->date) ==
		    back)
			return TRUE;
	}
	return FALSE;
}

/* Two numbers with nothing but "and" or a comma between them share a date. */
static gboolean
is_joined(const struct scan *s, const struct cite *a, const struct cite *b)
{
	const char *from = s->text + a->end, *to = s->text + b->start;
	gsize n;

	while (from < to && (*from == ' ' || *from == ','))
		from++;
	n = rc_lang_starts(s->p->lang, RC_PH_AND, from, to - from);
	from += n;
	while (from < to && (*from == ' ' || *from == '\n'))
		from++;
	return from == to;
}

static void
find_dates(struct scan *s)
{
	for (guint i = s->cites->len; i-- > 0;) {
		struct cite *c = &g_array_index(s->cites, struct cite, i);
		struct cite *next = i + 1 < s->cites->len ? c + 1 : NULL;

		if (c->form == CITE_WEB || c->form == CITE_SYMBOL)
			continue;
		if (date_before(s, c) || date_after(s, c, next ? next->start :
		        (guint32)(s->end - s->text)))
			continue;
		if (next && next->date.year && next->form == c->form &&
		    is_joined(s, c, next))
			c->date = next->date;
	}
}

void
rc_cites_find(struct scan *s, guint32 from)
{
	scan_text(s, from);
	find_dates(s);
}
