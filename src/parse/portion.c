/* portion.c - parts of documents that a text cites.
 *
 * Where they are this document's own, a word says so ("above", "of the present
 * resolution"); Chinese puts it before them, and the parts of another
 * resolution behind its number. */
#include "parse/portion.h"

#include <string.h>

#define WINDOW 90u       /* bytes before a number in which its part is named */
#define MAX_BETWEEN 40u  /* from the part to the word "resolution" */
#define MAX_PARTS 3u     /* section, paragraph, annex */

struct portion {
	guint8 kind;       /* enum rc_phrase: SECTION, PARAGRAPH, ANNEX */
	guint8 style;      /* enum mark_style of the number */
	guint first, last; /* last is 0 where it is no range */
};

static const guint64 words = RC_PHRASE_BIT(RC_PH_SECTION) |
    RC_PHRASE_BIT(RC_PH_PARAGRAPH) | RC_PHRASE_BIT(RC_PH_ANNEX);

static const char *
skip_blanks(const char *s, const char *end)
{
	const char *t;

	while ((t = rc_skip_blank(s, end)) != s)
		s = t;
	return s;
}

/* A number of a part: 5, III, 三, ثالثا, الأول. Its end, or NULL. */
static const char *
take_number(const struct rc_lang *lang, const char *s, const char *end,
    guint8 *style, guint *value)
{
	const char *t = s;
	gsize n;

	for (*value = 0; t < end && g_ascii_isdigit(*t) && t - s < 4; t++)
		*value = *value * 10 + (*t - '0');
	*style = MARK_NUMBER;
	if (t > s)
		return *value && !(t < end && (*t == '/' || g_ascii_isdigit(*t))) ?
		    t : NULL;
	*style = MARK_ROMAN;
	*value = rc_lang_section(lang, s, end - s, &n);
	if (!*value && rc_lang_rtl(lang))
		n = rc_lang_ordinal(lang, s, end - s, value);
	if (!*value || (s + n < end && g_ascii_isalnum(s[n])))
		return NULL;
	return s + n;
}

/* " to 3", "-3", "至3"; "1 and 2" is a range too, "1 and 3" is not. */
static const char *
take_range(const struct rc_lang *lang, const char *s, const char *end,
    struct portion *part)
{
	const char *t = skip_blanks(s, end);
	gsize n = rc_lang_starts(lang, RC_PH_TO, t, end - t);
	gboolean and = FALSE;
	guint8 style;
	guint last;

	if (!n) {
		n = rc_lang_starts(lang, RC_PH_AND, t, end - t);
		and = n > 0;
	}
	if (!n && t < end && *t == '-')
		n = 1;
	if (!n && end - t > 3 && memcmp(t, "\xE2\x80\x93", 3) == 0)
		n = 3;
	if (!n)
		return s;
	t = take_number(lang, skip_blanks(t + n, end), end, &style, &last);
	if (!t || style != part->style || last <= part->first ||
	    (and && last != part->first + 1))
		return s;
	part->last = last;
	return t;
}

/* "section III", "paragraphs 1 to 3", "the annex". The end, or NULL. */
static const char *
take_part(const struct rc_lang *lang, const char *s, const char *end,
    struct portion *part)
{
	enum rc_phrase which;
	const char *t;
	gsize n;

	*part = (struct portion){0};
	if (!rc_lang_starts_any(lang, words, s, end - s, &n, &which))
		return NULL;
	part->kind = which;
	t = skip_blanks(s + n, end);
	t = take_number(lang, t, end, &part->style, &part->first);
	if (!t)
		return which == RC_PH_ANNEX ? s + n : NULL;
	return take_range(lang, t, end, part);
}

/* The same in Chinese: "第三节", "第1至3段", "附件一". */
static const char *
take_part_zh(const struct rc_lang *lang, const char *s, const char *end,
    struct portion *part)
{
	gsize n = rc_lang_starts(lang, RC_PH_ANNEX, s, end - s);
	const char *t;
	enum rc_phrase which;

	*part = (struct portion){.kind = RC_PH_ANNEX};
	if (n) {
		t = take_number(lang, s + n, end, &part->style, &part->first);
		return t ? t : s + n;
	}
	if (end - s < 6 || memcmp(s, "\xE7\xAC\xAC", 3) != 0)
		return NULL;
	t = take_number(lang, s + 3, end, &part->style, &part->first);
	if (!t) { /* 第三 */
		n = rc_lang_ordinal(lang, s, end - s, &part->first);
		if (!n)
			return NULL;
		t = s + n;
	}
	t = take_range(lang, t, end, part);
	if (!rc_lang_starts_any(lang, words, t, end - t, &n, &which) ||
	    which == RC_PH_ANNEX)
		return NULL;
	part->kind = which;
	return t + n;
}

/* Several parts, each within the one before it. The end, or NULL. */
static const char *
take_parts(const struct rc_lang *lang, const char *s, const char *end,
    struct portion *parts, guint *n)
{
	gboolean behind = strcmp(rc_lang_code2(lang), "zh") == 0;
	const char *at = s, *next;

	*n = 0;
	while (*n < MAX_PARTS && (next = behind ?
	           take_part_zh(lang, at, end, &parts[*n]) :
	           take_part(lang, at, end, &parts[*n]))) {
		++*n;
		s = next;
		at = skip_blanks(next, end);
		if (at < end && *at == ',')
			at = skip_blanks(at + 1, end);
	}
	return *n ? s : NULL;
}

/* ---- of another resolution ---- */

/* One part that its number names: a range or list has no one address. */
static void
append_parts(const struct portion *parts, guint n, GString *href)
{
	const char *between = "/!main~";

	for (guint i = 0; i < n; i++)
		if (parts[i].last || (parts[i].kind == RC_PH_ANNEX && n > 1))
			return;
	if (parts[0].kind == RC_PH_ANNEX) {
		g_string_append_printf(href, "/!annex_%u",
		    MAX(parts[0].first, 1));
		return;
	}
	for (guint i = 0; i < n; i++, between = "__") {
		g_string_append(href, between);
		g_string_append(href, parts[i].kind == RC_PH_SECTION ? "sec_" :
		    "para_");
		if (parts[i].style == MARK_ROMAN)
			rc_append_roman(href, parts[i].first, TRUE);
		else
			g_string_append_printf(href, "%u", parts[i].first);
	}
}

/* Whether nothing but "of its" and the word "resolution" stands between. */
static gboolean
is_of_resolution(const struct rc_lang *lang, const char *s, const char *end)
{
	gsize n;

	if (end - s > (gssize)MAX_BETWEEN)
		return FALSE;
	for (const char *t = s; t < end; t++)
		if (g_ascii_isdigit(*t) || *t == ';' || *t == '.' || *t == '(')
			return FALSE;
	return rc_lang_finds(lang, RC_PH_RESOLUTION, s, end - s, &n) >= 0 &&
	    rc_lang_finds_any(lang, words, s, end - s, &n, NULL) < 0 &&
	    rc_lang_finds(lang, RC_PH_AND, s, end - s, &n) < 0;
}

static void
portion_before(const struct scan *s, const struct cite *cite, GString *href)
{
	const struct rc_lang *lang = s->p->lang;
	const char *end = s->text + cite->start, *at = s->text;
	struct portion parts[MAX_PARTS];
	gsize size;
	gssize n;

	if (end - at > (gssize)WINDOW)
		at = end - WINDOW;
	while (at < end && ((guchar)*at & 0xC0) == 0x80)
		at++;
	while ((n = rc_lang_finds_any(lang, words, at, end - at, &size,
	            NULL)) >= 0) {
		guint n_parts;
		const char *next = take_parts(lang, at + n, end, parts, &n_parts);

		if (next && is_of_resolution(lang, next, end)) {
			append_parts(parts, n_parts, href);
			return;
		}
		at = next ? next : at + n + size;
	}
}

static void
portion_behind(const struct scan *s, const struct cite *cite, GString *href)
{
	const struct rc_lang *lang = s->p->lang;
	const char *at = s->text + cite->end;
	struct portion parts[MAX_PARTS];
	gsize n = rc_lang_starts(lang, RC_PH_RESOLUTION_SC, at, s->end - at);
	guint n_parts;

	if (!n)
		n = rc_lang_starts(lang, RC_PH_RESOLUTION, at, s->end - at);
	if (n && take_parts(lang, at + n, s->end, parts, &n_parts))
		append_parts(parts, n_parts, href);
}

void
rc_portion_of(const struct scan *s, const struct cite *cite, GString *href)
{
	if (strcmp(rc_lang_code2(s->p->lang), "zh") == 0)
		portion_behind(s, cite, href);
	else
		portion_before(s, cite, href);
}

/* ---- of this document ---- */

/* "#~own~para~5": own or main, the kind and the number; see links.c. */
static const char *
placeholder(const struct scan *s, const struct portion *part, guint number,
    gboolean main)
{
	g_autofree char *to = g_strdup_printf("#~%s~%s~%u",
	    main ? "main" : "own", part->kind == RC_PH_ANNEX ? "annex" :
	    part->kind == RC_PH_SECTION ? "sec" : "para", number);

	return g_string_chunk_insert(s->p->chunk, to);
}

static void
add_ref(const struct scan *s, const char *from, const char *to,
    const struct portion *part, gboolean main, GArray *refs)
{
	struct ref ref = {.start = from - s->text, .end = to - s->text,
	    .element = part->last ? AKN_RREF : AKN_REF};

	ref.href = placeholder(s, part, part->kind == RC_PH_ANNEX ?
	    MAX(part->first, 1) : part->first, main);
	if (part->last)
		ref.up_to = placeholder(s, part, part->last, main);
	g_array_append_val(refs, ref);
}

/* Whether "here" is a word for the whole document: "the present resolution". */
static gboolean
is_whole(const struct rc_lang *lang, const char *s, gsize len)
{
	static const guint64 names = RC_PHRASE_BIT(RC_PH_RESOLUTION) |
	    RC_PHRASE_BIT(RC_PH_DECISION);
	gsize n;

	return rc_lang_finds_any(lang, names, s, len, &n, NULL) >= 0;
}

/* A part and "above" behind it, or in Chinese before it; the end, or NULL. */
static const char *
take_here(const struct scan *s, const char *at, GArray *refs)
{
	const struct rc_lang *lang = s->p->lang;
	struct portion parts[MAX_PARTS];
	const char *end = at, *here = at;
	guint n_parts;
	gsize n;

	if (strcmp(rc_lang_code2(lang), "zh") == 0) {
		n = rc_lang_starts(lang, RC_PH_HERE, at, s->end - at);
		end = n ? take_parts(lang, at + n, s->end, parts, &n_parts) :
		    NULL;
		if (!end)
			return NULL;
	} else {
		end = take_parts(lang, at, s->end, parts, &n_parts);
		if (!end)
			return NULL;
		here = skip_blanks(end, s->end);
		if (here < s->end && *here == ',')
			here = skip_blanks(here + 1, s->end);
		n = rc_lang_starts(lang, RC_PH_HERE, here, s->end - here);
		if (!n)
			return NULL;
		end = here + n;
	}
	if (n_parts == 1) /* of a chain its section alone does not tell */
		add_ref(s, at, end, &parts[0], is_whole(lang, here, n), refs);
	return end;
}

void
rc_portions_here(const struct scan *s, guint32 from, GArray *refs)
{
	const struct rc_lang *lang = s->p->lang;
	guint64 starts = strcmp(rc_lang_code2(lang), "zh") == 0 ?
	    RC_PHRASE_BIT(RC_PH_HERE) : words;
	const char *at = s->text + from;
	gsize size;
	gssize n;

	while ((n = rc_lang_finds_any(lang, starts, at, s->end - at, &size,
	            NULL)) >= 0) {
		const char *next = take_here(s, at + n, refs);

		at = next ? next : at + n + size;
	}
}
