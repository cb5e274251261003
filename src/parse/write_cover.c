/* write_cover.c - the masthead: <coverPage> and <preface>. */
#include "parse/write.h"

#include <string.h>

#include "parse/account.h"
#include "parse/inline.h"
#include "parse/symbol.h"

/* The containers of the cover page. */
enum group { GROUP_NONE, GROUP_MASTHEAD, GROUP_MEETING, GROUP_ADOPTION };

static const char *const group_names[] = {
    NULL, "masthead", "meeting", "adoption"};

static enum group
group_of(enum rc_role role)
{
	switch (role) {
	case RC_ROLE_PUBLISHER:
	case RC_ROLE_SYMBOL:
	case RC_ROLE_ORGAN:
	case RC_ROLE_DISTRIBUTION:
	case RC_ROLE_ISSUED:
	case RC_ROLE_ORIGINAL:
		return GROUP_MASTHEAD;
	case RC_ROLE_ADOPTION:
	case RC_ROLE_PROPONENT:
		return GROUP_ADOPTION;
	case RC_ROLE_TITLE:
	case RC_ROLE_JOB:
		return GROUP_NONE;
	default:
		return GROUP_MEETING;
	}
}

const char *
rc_organ_term(const struct parser *p, const struct block *b)
{
	static const struct {
		enum rc_phrase phrase;
		const char *term;
	} rows[] = {{RC_PH_ORGAN_HRC, "#hrc"}, {RC_PH_ORGAN_ECOSOC, "#ecosoc"},
	    {RC_PH_ORGAN_SC, "#sc"}, {RC_PH_ORGAN_GA, "#ga"}};
	static const char *const formulas[] = {
	    NULL, "#ga", "#sc", "#ecosoc", "#hrc"};
	gsize n;
	enum rc_organ organ = rc_lang_formula(p->lang, b->text, b->len, &n);

	if (organ)
		return formulas[organ];
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
		if (rc_lang_starts(p->lang, rows[i].phrase, b->text, b->len))
			return rows[i].term;
	return "#un";
}

const char *
rc_actor_term(const struct parser *p)
{
	g_autofree char *term = g_strconcat("#", akn_organ_term(p->meta.actor),
	    NULL);

	return g_string_chunk_insert_const(p->chunk, term);
}

/* One inline element around the whole of a block. */
static void
whole(struct parser *p, const struct block *b, enum akn_kind kind,
    const char *term)
{
	akn_open(p->out, kind);
	akn_attr(p->out, "refersTo", term);
	rc_write_plain(p, b, 0, b->len);
	akn_close(p->out, kind);
}

static void
named(struct parser *p, const struct block *b, const char *name,
    const char *title, const char *term)
{
	akn_open(p->out, AKN_INLINE_);
	akn_attr(p->out, "name", name);
	akn_attr(p->out, "title", title);
	akn_attr(p->out, "refersTo", term);
	rc_write_plain(p, b, 0, b->len);
	akn_close(p->out, AKN_INLINE_);
}

static void
dated(struct parser *p, const struct block *b, guint32 from, guint32 to,
    const struct rc_date *date, const char *term)
{
	akn_open(p->out, AKN_DOC_DATE);
	akn_attr(p->out, "date", rc_iso_date(p, date));
	akn_attr(p->out, "refersTo", term);
	rc_write_plain(p, b, from, to);
	akn_close(p->out, AKN_DOC_DATE);
}

/* Text with its date marked up. */
static void
with_date(struct parser *p, const struct block *b, guint32 from, guint32 to,
    const char *term)
{
	struct rc_date date;
	gsize size;
	gssize at = rc_lang_date_in(p->lang, b->text + from, to - from, &date,
	    &size);

	if (at < 0) {
		rc_write_plain(p, b, from, to);
		return;
	}
	at += from;
	rc_write_plain(p, b, from, at);
	dated(p, b, at, at + size, &date, term);
	rc_write_plain(p, b, at + size, to);
}

static const char *
proponent_term(const struct parser *p, const struct block *b)
{
	static const struct {
		enum rc_phrase phrase;
		const char *term;
	} rows[] = {{RC_PH_NO_COMMITTEE, "#noMainCommittee"},
	    {RC_PH_COMMITTEE_1, "#firstCommittee"},
	    {RC_PH_COMMITTEE_2, "#secondCommittee"},
	    {RC_PH_COMMITTEE_3, "#thirdCommittee"},
	    {RC_PH_COMMITTEE_4, "#fourthCommittee"},
	    {RC_PH_COMMITTEE_5, "#fifthCommittee"},
	    {RC_PH_COMMITTEE_6, "#sixthCommittee"},
	    {RC_PH_PLENARY_PROPOSAL, "#plenaryMeeting"},
	    {RC_PH_RECOMMENDATION, "#recommendation"}};
	gsize size;

	for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
		if (rc_lang_finds(p->lang, rows[i].phrase, b->text, b->len,
		        &size) >= 0)
			return rows[i].term;
	return "#proponents";
}

/* "(A/77/380, para. 11)]": what stands in the last brackets of a line leads to
 * the document that it names first. */
static gboolean
find_origin(const struct block *b, guint32 *from, guint32 *to)
{
	for (guint32 i = b->len; i-- > 0;) {
		if (b->text[i] != '(' ||
		    !rc_symbol_take(b->text + i + 1, b->len - i - 1))
			continue;
		*from = i + 1;
		for (*to = b->len; *to > *from && b->text[*to - 1] != ')';)
			--*to;
		if (*to > *from)
			--*to;
		return *to > *from;
	}
	return FALSE;
}

static void
origin(struct parser *p, const struct block *b, guint32 from, guint32 to)
{
	g_autofree char *symbol = g_strndup(b->text + from,
	    rc_symbol_take(b->text + from, to - from));
	g_auto(GStrv) parts = g_strsplit(symbol, " ", -1);
	g_autofree char *plain = g_strjoinv("", parts);
	g_autoptr(GString) text = g_string_new(NULL);

	akn_open(p->out, AKN_A);
	akn_attrf(p->out, "href", "https://docs.un.org/%s/%s",
	    rc_lang_link_code(p->lang), plain);
	rc_plain_text(p, b, from, to, text);
	rc_account_write(p, b, from, to);
	akn_text(p->out, text->str, text->len);
	akn_close(p->out, AKN_A);
}

static void
proponent(struct parser *p, const struct block *b)
{
	guint32 open = *b->text == '[', from, to, end;

	if (!find_origin(b, &from, &to)) {
		end = b->len - (open && b->text[b->len - 1] == ']');
		from = to = end;
	} else {
		end = from - 1;
		while (end > open && b->text[end - 1] == ' ')
			end--;
	}
	rc_write_plain(p, b, 0, open);
	akn_open(p->out, AKN_DOC_PROPONENT);
	akn_attr(p->out, "refersTo", proponent_term(p, b));
	rc_write_plain(p, b, open, end);
	akn_close(p->out, AKN_DOC_PROPONENT);
	if (from < to) {
		rc_write_plain(p, b, end, from);
		origin(p, b, from, to);
	}
	rc_write_plain(p, b, to, b->len);
}

static void
session(struct parser *p, const struct block *b)
{
	akn_open(p->out, AKN_SESSION);
	akn_attr(p->out, "value", p->meta.session);
	akn_attr(p->out, "refersTo", "#session");
	rc_write_plain(p, b, 0, b->len);
	akn_close(p->out, AKN_SESSION);
}

static void
adoption(struct parser *p, const struct block *b)
{
	akn_open(p->out, AKN_DOC_TITLE);
	with_date(p, b, 0, b->len, "#dateOfAdoption");
	akn_close(p->out, AKN_DOC_TITLE);
}

static void
piece(struct parser *p, const struct block *b, guint *item)
{
	struct rc_date date;

	switch (b->role) {
	case RC_ROLE_PUBLISHER:
		whole(p, b, AKN_DOC_AUTHORITY, "#un");
		break;
	case RC_ROLE_SYMBOL:
		whole(p, b, AKN_DOC_NUMBER, "#symbol");
		break;
	case RC_ROLE_ORGAN:
	case RC_ROLE_BODY:
		whole(p, b, AKN_DOC_AUTHORITY, rc_organ_term(p, b));
		break;
	case RC_ROLE_DISTRIBUTION:
		named(p, b, "akn4un:distribution", NULL,
		    rc_lang_starts(p->lang, RC_PH_DISTRIBUTION_LIMITED, b->text,
		        b->len) ? "#limitedDistribution" :
		    "#generalDistribution");
		break;
	case RC_ROLE_ISSUED:
		if (rc_lang_date(p->lang, b->text, b->len, &date))
			dated(p, b, 0, b->len, &date, "#dateOfIssuance");
		else
			rc_write_plain(p, b, 0, b->len);
		break;
	case RC_ROLE_ORIGINAL:
		named(p, b, "akn4un:originalLanguage", NULL, "#originalLanguage");
		break;
	case RC_ROLE_SESSION:
		session(p, b);
		break;
	case RC_ROLE_AGENDA_ITEM:
		named(p, b, "akn4un:agendaItem", *item < p->meta.n_agenda_items ?
		    p->meta.agenda_items[*item] : NULL, "#agenda");
		++*item;
		break;
	case RC_ROLE_AGENDA_TITLE:
		named(p, b, "akn4un:agendaItemTitle", NULL, NULL);
		break;
	case RC_ROLE_ADOPTION:
		adoption(p, b);
		break;
	case RC_ROLE_PROPONENT:
		proponent(p, b);
		break;
	default:
		rc_write_plain(p, b, 0, b->len);
	}
}

static gboolean
is_council(const struct parser *p)
{
	return g_strcmp0(p->meta.actor, "unsc") == 0;
}

/* The Security Council has its number and adoption line in the preface. */
static gboolean
is_on_cover(const struct parser *p, const struct block *b)
{
	return b->kind == BLOCK_COVER && b->role != RC_ROLE_TITLE &&
	    b->role != RC_ROLE_JOB &&
	    !(is_council(p) && b->role == RC_ROLE_ADOPTION);
}

void
rc_write_cover(struct parser *p)
{
	enum group group = GROUP_NONE;
	gboolean any = FALSE;
	guint item = 0;

	for (guint i = 0; i < p->body; i++) {
		const struct block *b = block_at(p, i);

		if (!is_on_cover(p, b))
			continue;
		if (!any)
			akn_open(p->out, AKN_COVER_PAGE);
		any = TRUE;
		if (group_of(b->role) != group) {
			if (group)
				akn_close(p->out, AKN_CONTAINER);
			group = group_of(b->role);
			akn_open(p->out, AKN_CONTAINER);
			akn_attr(p->out, "name", group_names[group]);
		}
		akn_open(p->out, AKN_P);
		piece(p, b, &item);
		akn_close(p->out, AKN_P);
	}
	if (group)
		akn_close(p->out, AKN_CONTAINER);
	if (any)
		akn_close(p->out, AKN_COVER_PAGE);
}

/* ---- preface ---- */

/* "77/36." and the title. */
static void
title(struct parser *p, const struct block *b)
{
	gsize at = 0, n = rc_title_number(p->lang, b->text, b->len, &at);

	akn_open(p->out, AKN_P);
	if (n) {
		akn_open(p->out, AKN_DOC_NUMBER);
		rc_write_plain(p, b, 0, n);
		akn_close(p->out, AKN_DOC_NUMBER);
		rc_write_plain(p, b, n, at);
	}
	if (at < b->len || b->n_cuts) {
		akn_open(p->out, AKN_DOC_TITLE);
		akn_attr(p->out, "refersTo", "#resolutionTitle");
		rc_write_plain(p, b, at, b->len);
		akn_close(p->out, AKN_DOC_TITLE);
	}
	akn_close(p->out, AKN_P);
}

/* "Resolution 2685 (2023)"; Chinese has the number within: 第2685(2023)号决议. */
static void
council_number(struct parser *p, const struct block *b)
{
	const char *s = b->text, *close;
	guint32 from, to;

	while (*s && !g_ascii_isdigit(*s))
		s++;
	close = strchr(s, ')');
	from = s - b->text;
	to = close ? close + 1 - b->text : b->len;
	akn_open(p->out, AKN_P);
	if (from) {
		guint32 end = from;

		while (end && b->text[end - 1] == ' ')
			end--;
		akn_open(p->out, AKN_DOC_TYPE);
		rc_write_plain(p, b, 0, end);
		akn_close(p->out, AKN_DOC_TYPE);
		rc_write_plain(p, b, end, from);
	}
	akn_open(p->out, AKN_DOC_NUMBER);
	rc_write_plain(p, b, from, to);
	akn_close(p->out, AKN_DOC_NUMBER);
	rc_write_plain(p, b, to, b->len);
	akn_close(p->out, AKN_P);
}

static void
council_line(struct parser *p, const struct block *b)
{
	guint32 from, to;

	if (rc_is_council_number(p, b)) {
		council_number(p, b);
		return;
	}
	akn_open(p->out, AKN_P);
	if (rc_meeting_find(p, b, &from, &to)) {
		with_date(p, b, 0, from, "#dateOfAdoption");
		akn_open(p->out, AKN_LOCATION);
		akn_attr(p->out, "refersTo", "#adoptionMeeting");
		rc_write_plain(p, b, from, to);
		akn_close(p->out, AKN_LOCATION);
		with_date(p, b, to, b->len, "#dateOfAdoption");
	} else {
		with_date(p, b, 0, b->len, "#dateOfAdoption");
	}
	akn_close(p->out, AKN_P);
}

void
rc_write_preface(struct parser *p)
{
	gboolean any = FALSE;

	akn_open(p->out, AKN_PREFACE);
	for (guint i = 0; i < p->body; i++) {
		const struct block *b = block_at(p, i);

		if (b->kind != BLOCK_COVER)
			continue;
		if (b->role == RC_ROLE_TITLE)
			title(p, b);
		else if (is_council(p) && b->role == RC_ROLE_ADOPTION)
			council_line(p, b);
		else
			continue;
		any = TRUE;
	}
	if (!any) { /* mandatory, and nothing is printed that belongs there */
		akn_open(p->out, AKN_P);
		akn_close(p->out, AKN_P);
	}
	akn_close(p->out, AKN_PREFACE);
}
