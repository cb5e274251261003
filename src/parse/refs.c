/* refs.c - where the citations of a text lead: whose a number is, its IRI. */
#include "parse/refs.h"

#include <string.h>

#include "parse/portion.h"

/* ---- whose they are ---- */

/* The General Assembly's session n began in 1945 + n; the Human Rights
 * Council has held three a year since June 2006. */
static gboolean
fits_assembly(guint session, guint year)
{
	return year + 1 >= 1945 + session && year <= 1945 + session + 2;
}

static gboolean
fits_council(guint session, guint year)
{
	return year >= 2006 && 3 * (year - 2006) <= session + 3 &&
	    session <= 3 * (year - 2006) + 4;
}

/* Where a number's date tells whose it is, words do not count. FALSE if it is
 * neither's: of some governing council. */
static gboolean
check_organ(const struct scan *s, struct cite *cite)
{
	guint session = strtoul(s->text + cite->start, NULL, 10), year;

	if (cite->form != CITE_SESSION || cite->special || !session)
		return TRUE;
	year = cite->date.year;
	if (!year) {
		year = s->p->meta.adopted ? strtoul(s->p->meta.adopted, NULL, 10)
		                          : 0;
		if (cite->organ == RC_ORGAN_HRC && year &&
		    session > 3 * (MAX(year, 2006) - 2006) + 4)
			cite->organ = RC_ORGAN_GA;
		return TRUE;
	}
	if (fits_assembly(session, year))
		cite->organ = RC_ORGAN_GA;
	else if (fits_council(session, year))
		cite->organ = RC_ORGAN_HRC;
	else
		return FALSE;
	return TRUE;
}

/* ---- where they lead ---- */

static void
append_plain(GString *out, const char *s, const char *end)
{
	for (; s < end; s++) {
		if (*s == ' ' || *s == '\n')
			continue;
		if (end - s >= 2 && memcmp(s, "\xC2\xA0", 2) == 0) {
			s++;
			continue;
		}
		if (end - s >= 3 && memcmp(s, "\xE2\x80\x91", 3) == 0) {
			g_string_append_c(out, '-');
			s += 2;
			continue;
		}
		g_string_append_c(out, *s);
	}
}

/* The number in Latin script: the letter of its part, "ES-", "(XV)". */
static void
append_number(const struct scan *s, const struct cite *cite, GString *out)
{
	const char *from = s->text + cite->start, *to = s->text + cite->end;
	const char *t;
	gsize size;
	guint value;

	if (cite->special) {
		g_string_append(out, cite->special == 1 ? "S-" : "ES-");
		while (from < to && !g_ascii_isdigit(*from))
			from++;
	}
	for (t = from; t < to && (guchar)*t < 0x80 && (!cite->session ||
	         *t != '('); t++)
		continue;
	append_plain(out, from, t);
	t = rc_skip_blank(t, to);
	value = t < to ? rc_lang_part(s->p->lang, t, to - t, &size) : 0;
	if (value && value <= 26) {
		g_string_append_c(out, 'A' + value - 1);
		t += size;
	}
	if (cite->session) {
		g_string_append_c(out, '(');
		rc_append_roman(out, cite->session, TRUE);
		g_string_append_c(out, ')');
	} else if (g_ascii_isupper(to[-1]) && t < to) {
		/* "A–C", "A to C" */
		g_string_append_c(out, '-');
		g_string_append_c(out, to[-1]);
	} else if (cite->form == CITE_OLD || cite->form == CITE_COUNCIL) {
		append_plain(out, t, to);
	}
}

static const char *
actor_of(enum rc_organ organ)
{
	static const char *const names[] = {
	    "unga", "unga", "unsc", "unecosoc", "unga-hrc"};

	return names[organ];
}

static const char *
series_of(const struct cite *cite)
{
	switch (cite->organ) {
	case RC_ORGAN_SC:
		return "S/RES/";
	case RC_ORGAN_ECOSOC:
		return cite->decision ? "E/DEC/" : "E/RES/";
	case RC_ORGAN_HRC:
		return cite->decision ? "A/HRC/DEC/" : "A/HRC/RES/";
	default:
		return cite->decision ? "A/DEC/" : "A/RES/";
	}
}

/* Of an old resolution the document holds all parts: "217 A (III)" is in
 * A/RES/217(III). */
static void
drop_old_letter(GString *number)
{
	char *open = strchr(number->str, '(');

	if (open && open > number->str && g_ascii_isupper(open[-1]))
		g_string_erase(number, open - 1 - number->str, 1);
}

/* Where documents are found by their symbols. */
static void
append_site(const struct scan *s, GString *href)
{
	g_string_append(href, "https://docs.un.org/");
	g_string_append(href, rc_lang_link_code(s->p->lang));
	g_string_append_c(href, '/');
}

static void
link_symbol(const struct scan *s, const struct cite *cite, GString *href)
{
	const char *from = s->text + cite->start, *to = s->text + cite->end;
	GString *plain = g_string_truncate(s->number, 0);
	char *joint;

	append_plain(plain, from, to);
	/* "A/77/277-S/2022/606" is one document with two symbols */
	for (joint = strchr(plain->str, '-'); joint; joint = strchr(joint + 1, '-'))
		if (g_ascii_isupper(joint[1]) && joint[2] == '/')
			g_string_truncate(plain, joint - plain->str);
	while (plain->len && plain->str[plain->len - 1] == '*')
		g_string_truncate(plain, plain->len - 1);
	append_site(s, href);
	g_string_append_len(href, plain->str, plain->len);
}

/* A number from the figure of a unit on. */
static void
append_figures(GString *out, guint n, guint unit)
{
	for (; unit; unit /= 10)
		g_string_append_c(out, '0' + n / unit % 10);
}

static void
link_number(const struct scan *s, const struct cite *cite, GString *href,
    gboolean *iri)
{
	GString *number = g_string_truncate(s->number, 0);

	append_number(s, cite, number);
	*iri = cite->date.year != 0;
	if (*iri) {
		g_string_append(href, "/akn/un/statement/deliberation/");
		g_string_append(href, actor_of(cite->organ));
		g_string_append_c(href, '/');
		append_figures(href, cite->date.year, 1000);
		g_string_append_c(href, '-');
		append_figures(href, cite->date.month, 10);
		g_string_append_c(href, '-');
		append_figures(href, cite->date.day, 10);
		g_string_append_c(href, '/');
		akn_iri_number(number->str, href);
		return;
	}
	if (cite->form == CITE_OLD)
		drop_old_letter(number);
	append_site(s, href);
	g_string_append(href, series_of(cite));
	g_string_append_len(href, number->str, number->len);
}

static void
resolve(const struct scan *s, const struct cite *cite, GArray *refs)
{
	GString *href = g_string_truncate(s->href, 0);
	struct ref ref = {.start = cite->start, .end = cite->end,
	    .element = AKN_A};
	gboolean iri = FALSE;

	if (cite->form == CITE_WEB) {
		if (s->text[cite->start] == 'w')
			g_string_append(href, "http://");
		g_string_append_len(href, s->text + cite->start,
		    cite->end - cite->start);
	} else if (cite->form == CITE_SYMBOL) {
		link_symbol(s, cite, href);
	} else {
		link_number(s, cite, href, &iri);
	}
	if (iri) {
		ref.element = AKN_REF;
		rc_portion_of(s, cite, href);
	}
	ref.href = g_string_chunk_insert_len(s->p->chunk, href->str, href->len);
	g_array_append_val(refs, ref);
}

/* The citations, and between them links of the input that lead somewhere and
 * are no symbol: these are kept as they are. */
static void
add_with_links(const struct scan *s, guint32 from, const GArray *cited,
    GArray *refs)
{
	guint at = 0;

	for (guint i = 0; i < s->block->n_spans; i++) {
		const struct rc_span *span = &g_array_index(s->p->spans,
		    struct rc_span, s->block->span + i);
		struct ref ref = {.start = span->start, .end = span->end,
		    .href = span->href, .element = AKN_A};
		const struct ref *next;

		if (!(span->style & RC_LINK) || span->start < from ||
		    !span->href || !g_str_has_prefix(span->href, "http"))
			continue;
		while (at < cited->len && (next = &g_array_index(cited,
		           struct ref, at))->end <= span->start) {
			g_array_append_val(refs, *next);
			at++;
		}
		if (at == cited->len || g_array_index(cited, struct ref,
		        at).start >= span->end)
			g_array_append_val(refs, ref);
	}
	for (; at < cited->len; at++)
		g_array_append_val(refs, g_array_index(cited, struct ref, at));
}

static int
compare_refs(gconstpointer a, gconstpointer b)
{
	const struct ref *x = a, *y = b;

	return x->start < y->start ? -1 : x->start > y->start;
}

/* Of two that overlap the first stays. */
static void
part_refs(GArray *refs)
{
	guint n = 0;

	for (guint i = 0; i < refs->len; i++) {
		struct ref *ref = &g_array_index(refs, struct ref, i);

		if (n && g_array_index(refs, struct ref, n - 1).end > ref->start)
			continue;
		g_array_index(refs, struct ref, n++) = *ref;
	}
	g_array_set_size(refs, n);
}

/* Where the numbers and symbols of a block lead, and parts of this document
 * among them, in order. */
static void
find_cited(struct scan *s, guint32 from, GArray *cited)
{
	guint n;

	g_array_set_size(s->cites, 0);
	g_array_set_size(cited, 0);
	rc_cites_find(s, from);
	s->href = g_string_new(NULL);
	s->number = g_string_new(NULL);
	for (guint i = 0; i < s->cites->len; i++) {
		struct cite *cite = &g_array_index(s->cites, struct cite, i);

		if (check_organ(s, cite))
			resolve(s, cite, cited);
	}
	g_string_free(s->href, TRUE);
	g_string_free(s->number, TRUE);
	n = cited->len;
	rc_portions_here(s, from, cited);
	if (cited->len > n)
		g_array_sort(cited, compare_refs);
	part_refs(cited);
}

void
rc_refs_find(struct parser *p, const struct block *block, guint32 from)
{
	struct scan s = {.p = p, .text = block->text,
	    .end = block->text + block->len, .block = block,
	    .cites = p->cites};

	if (!strpbrk(block->text, "0123456789") && !block->n_spans)
		return;
	find_cited(&s, from, p->cited);
	add_with_links(&s, from, p->cited, p->refs);
}
