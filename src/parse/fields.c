/* fields.c - the metadata that the masthead and the closing line print. */
#include "parse/parser.h"

#include <string.h>

#include "parse/inline.h"
#include "parse/account.h"
#include "parse/symbol.h"
#include "parse/write.h"

static const char *
keep(struct parser *p, const char *s, gsize len)
{
	return g_string_chunk_insert_len(p->chunk, s, len);
}

/* "Agenda item" and its number may have a no-break space between them. */
static const char *
keep_text(struct parser *p, const struct block *b, guint32 from, guint32 to)
{
	g_autoptr(GString) text = g_string_new(NULL);
	const char *s;

	rc_plain_text(p, b, from, to, text);
	s = g_strstrip(text->str);
	while (g_str_has_prefix(s, "\xC2\xA0"))
		s = g_strchug((char *)s + 2);
	return keep(p, s, strlen(s));
}

const char *
rc_iso_date(struct parser *p, const struct rc_date *date)
{
	char text[16];

	g_snprintf(text, sizeof(text), "%04u-%02u-%02u", date->year, date->month,
	    date->day);
	return keep(p, text, strlen(text));
}

static const char *
actor_name(enum rc_organ organ)
{
	static const char *const names[] = {
	    NULL, "unga", "unsc", "unecosoc", "unga-hrc"};

	return names[organ];
}

static void
read_organ(struct parser *p, const struct block *b)
{
	static const struct {
		enum rc_phrase phrase;
		enum rc_organ organ;
	} rows[] = {{RC_PH_ORGAN_GA, RC_ORGAN_GA}, {RC_PH_ORGAN_SC, RC_ORGAN_SC},
	    {RC_PH_ORGAN_ECOSOC, RC_ORGAN_ECOSOC},
	    {RC_PH_ORGAN_HRC, RC_ORGAN_HRC}};

	for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
		if (rc_is_whole(p, rows[i].phrase, b))
			p->meta.actor = actor_name(rows[i].organ);
}

static void
set_symbol(struct parser *p, const char *symbol)
{
	static const char *const prefixes[][2] = {{"A/HRC/", "unga-hrc"},
	    {"A/", "unga"}, {"S/", "unsc"}, {"E/", "unecosoc"}};

	p->meta.symbol = symbol;
	for (guint i = 0; i < G_N_ELEMENTS(prefixes); i++)
		if (g_str_has_prefix(p->meta.symbol, prefixes[i][0])) {
			p->meta.actor = prefixes[i][1];
			return;
		}
}

/* "2023 session", "Seventy-seventh session", "57º período". */
static void
read_session(struct parser *p, const struct block *b)
{
	const char *s = b->text, *end = b->text + b->len;
	gboolean edge = TRUE;

	p->meta.session_text = keep_text(p, b, 0, b->len);
	for (; s < end; s = g_utf8_next_char(s)) {
		guint value = 0;
		gunichar c = g_utf8_get_char(s);

		if (edge && g_ascii_isdigit(*s) && end - s >= 4 &&
		    g_ascii_isdigit(s[3]))
			value = strtoul(s, NULL, 10);
		else if (edge)
			rc_lang_ordinal(p->lang, s, end - s, &value);
		if (value) {
			char text[16];

			g_snprintf(text, sizeof(text), "%u", value);
			p->meta.session = keep(p, text, strlen(text));
			return;
		}
		edge = g_unichar_isspace(c) || c > 0x2E80;
	}
	rc_diag(p->diags, RC_D_SESSION_UNREAD, &b->at, p->meta.session_text);
}

/* What stands between "Agenda item" and "de l'ordre du jour". */
static void
read_agenda_item(struct parser *p, const struct block *b)
{
	gsize from = rc_lang_starts(p->lang, RC_PH_AGENDA_ITEM, b->text, b->len);
	gsize size, to = b->len;
	gssize tail = rc_lang_finds(p->lang, RC_PH_AGENDA_TAIL, b->text + from,
	    b->len - from, &size);

	if (tail >= 0)
		to = from + tail;
	if (p->meta.n_agenda_items < AKN_MAX_AGENDA_ITEMS)
		p->meta.agenda_items[p->meta.n_agenda_items++] =
		    keep_text(p, b, from, to);
}

static gboolean
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

/* Where the blanks before an offset begin, no-break spaces among them. */
static guint32
before_blanks(const char *text, guint32 at)
{
	while (at) {
		if (is_blank(text[at - 1]))
			at--;
		else if (at > 1 && memcmp(text + at - 2, "\xC2\xA0", 2) == 0)
			at -= 2;
		else
			break;
	}
	return at;
}

gboolean
rc_meeting_find(const struct parser *p, const struct block *b, guint32 *from,
    guint32 *to)
{
	gsize size;
	gssize at = rc_lang_finds(p->lang, RC_PH_MEETING, b->text, b->len,
	    &size);
	guint32 start, end;

	if (at < 0)
		return FALSE;
	/* the number stands before the word, or after it; in Chinese without a
	 * blank */
	if (at && g_ascii_isdigit(b->text[at - 1])) {
		for (start = at; start && g_ascii_isdigit(b->text[start - 1]);)
			start--;
		*from = start;
		*to = at + size;
		return TRUE;
	}
	start = before_blanks(b->text, at);
	while (start && (gssize)start < at &&
	    before_blanks(b->text, start) == start)
		start--;
	/* "48th (resumed) plenary meeting" */
	if (start < (guint32)at && b->text[start] == '(') {
		while (start && is_blank(b->text[start - 1]))
			start--;
		while (start && !is_blank(b->text[start - 1]))
			start--;
	}
	for (end = at + size; end < b->len && is_blank(b->text[end]); end++)
		continue;
	if (g_ascii_isdigit(b->text[start])) {
		*from = start;
		*to = at + size;
		return TRUE;
	}
	*from = at;
	for (*to = end; *to < b->len && g_ascii_isdigit(b->text[*to]); ++*to)
		continue;
	return *to > end;
}

static void
read_adoption(struct parser *p, const struct block *b)
{
	struct rc_date date;
	guint32 from, to;
	gsize size;

	if (rc_lang_date_in(p->lang, b->text, b->len, &date, &size) >= 0)
		p->meta.adopted = rc_iso_date(p, &date);
	if (!p->meta.number && rc_is_council_number(p, b)) {
		const char *s = b->text;
		const char *close = strchr(s, ')');

		while (*s && !g_ascii_isdigit(*s))
			s++;
		if (close && close > s)
			p->meta.number = keep_text(p, b, s - b->text,
			    close + 1 - b->text);
	} else if (!p->meta.meeting && rc_meeting_find(p, b, &from, &to)) {
		p->meta.meeting = keep_text(p, b, from, to);
	}
}

static void
read_title(struct parser *p, const struct block *b)
{
	gsize title, n = rc_title_number(p->lang, b->text, b->len, &title);

	if (n && !p->meta.number)
		p->meta.number = keep_text(p, b, 0, n);
}

void
rc_job_read(struct parser *p, const char *text, gsize len)
{
	gsize n = rc_job_take(text, len);

	if (n && (!p->meta.job || n > strlen(p->meta.job)))
		p->meta.job = keep(p, text, n);
}

static void
read_issued(struct parser *p, const struct block *b)
{
	struct rc_date date;
	gsize size;

	if (rc_lang_date_in(p->lang, b->text, b->len, &date, &size) >= 0)
		p->meta.issued = rc_iso_date(p, &date);
}

/* The meeting and, if the adoption line had none, the date. */
static void
read_conclusion(struct parser *p, const struct block *b)
{
	const char *line = memchr(b->text, '\n', b->len);
	struct rc_date date;
	gsize size;

	if (!p->meta.meeting && rc_lang_finds(p->lang, RC_PH_MEETING, b->text,
	        b->len, &size) >= 0)
		p->meta.meeting = keep_text(p, b, 0,
		    line ? line - b->text : b->len);
	if (rc_lang_date_in(p->lang, b->text, b->len, &date, &size) < 0)
		return;
	if (!p->meta.adopted) {
		p->meta.adopted = rc_iso_date(p, &date);
	} else {
		const char *closing = rc_iso_date(p, &date);
		if (strcmp(closing, p->meta.adopted) != 0)
			rc_diag(p->diags, RC_D_DATE_DIFFERS, &b->at, closing,
			    p->meta.adopted);
	}
}

static void
read_cover(struct parser *p, const struct block *b)
{
	switch (b->role) {
	case RC_ROLE_SYMBOL:
		if (!p->meta.symbol)
			set_symbol(p, keep_text(p, b, 0, b->len));
		break;
	case RC_ROLE_ORGAN:
	case RC_ROLE_BODY:
		read_organ(p, b);
		break;
	case RC_ROLE_ISSUED:
		read_issued(p, b);
		break;
	case RC_ROLE_DISTRIBUTION: /* on its line, where one was joined to it */
		if (!p->meta.issued)
			read_issued(p, b);
		break;
	case RC_ROLE_SESSION:
		read_session(p, b);
		break;
	case RC_ROLE_AGENDA_ITEM:
		read_agenda_item(p, b);
		break;
	case RC_ROLE_AGENDA_TITLE:
		if (p->meta.n_agenda_titles < AKN_MAX_AGENDA_ITEMS)
			p->meta.agenda_titles[p->meta.n_agenda_titles++] =
			    keep_text(p, b, 0, b->len);
		break;
	case RC_ROLE_ADOPTION:
		read_adoption(p, b);
		break;
	case RC_ROLE_TITLE:
		read_title(p, b);
		break;
	case RC_ROLE_JOB:
		rc_account_leave(p, b, 0, b->len, RC_FATE_JOB);
		rc_job_read(p, b->text, b->len);
		break;
	default:
		break;
	}
}

/* The number that a symbol ends with: "77/36" of A/RES/77/36, "A/77/L.5". */
static const char *
number_of_symbol(struct parser *p)
{
	const char *at = strstr(p->meta.symbol, "/RES/");

	if (!at)
		at = strstr(p->meta.symbol, "/DEC/");
	return at ? keep(p, at + 5, strlen(at + 5)) : p->meta.symbol;
}

/* The symbol with the letters of its parts: "A/RES/75/254 A-C". */
static const char *
add_parts(struct parser *p, const char *series)
{
	g_autoptr(GString) symbol = g_string_new(series);
	char first = 0, last = 0;

	for (guint i = p->body; i < p->blocks->len; i++) {
		const struct block *b = block_at(p, i);

		if (b->kind != BLOCK_PART || !b->mark.value)
			continue;
		last = 'A' + (char)b->mark.value - 1;
		first = first ? first : last;
	}
	g_string_append(symbol, p->meta.number);
	if (first)
		g_string_append_printf(symbol, " %c", first);
	if (last != first)
		g_string_append_printf(symbol, "-%c", last);
	return keep(p, symbol->str, symbol->len);
}

/* Whether a symbol or number is printed so, but for blanks; the letter of the
 * language may follow a job number. */
static gboolean
is_same(const char *a, const char *b, gboolean whole)
{
	while (*a || (*b && whole)) {
		while (*a && !g_ascii_isalnum(*a))
			a++;
		while (*b && !g_ascii_isalnum(*b))
			b++;
		if (*a != *b)
			return FALSE;
		a += *a != '\0';
		b += *b != '\0';
	}
	return TRUE;
}

/* What the format says beside the text, where the text is silent. */
static void
take_facts(struct parser *p)
{
	const struct rc_facts *facts = &p->in->facts;
	const struct {
		const char *what, *said, *printed;
	} rows[] = {{"symbol", facts->symbol, p->meta.symbol},
	    {"job number", facts->job, p->meta.job}};

	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		if (!rows[i].said)
			continue;
		if (!rows[i].printed)
			rc_diag(p->diags, RC_D_PROPERTY_TAKEN, NULL,
			    rows[i].what, rows[i].said);
		else if (!is_same(rows[i].said, rows[i].printed, i == 0))
			rc_diag(p->diags, RC_D_PROPERTY_DIFFERS, NULL,
			    rows[i].said, rows[i].printed);
	}
	if (!p->meta.symbol && facts->symbol)
		set_symbol(p, facts->symbol);
	if (!p->meta.job)
		p->meta.job = facts->job;
}

static void
complete(struct parser *p)
{
	struct akn_meta *m = &p->meta;
	const char *series = "A/RES/";
	gboolean decision = g_strcmp0(m->name, "decision") == 0;

	if (m->symbol && !m->number)
		m->number = number_of_symbol(p);
	if (!m->number) {
		rc_diag(p->diags, RC_D_NO_NUMBER, NULL);
		return;
	}
	if (m->symbol)
		return;
	if (g_strcmp0(m->actor, "unsc") == 0)
		series = "S/RES/";
	else if (g_strcmp0(m->actor, "unecosoc") == 0)
		series = decision ? "E/DEC/" : "E/RES/";
	else if (g_strcmp0(m->actor, "unga-hrc") == 0)
		series = decision ? "A/HRC/DEC/" : "A/HRC/RES/";
	else if (decision)
		series = "A/DEC/";
	m->symbol = add_parts(p, series);
	rc_diag(p->diags, RC_D_NO_SYMBOL, NULL, m->symbol);
}

static gboolean
is_decision(const struct parser *p)
{
	for (guint i = 0; i < p->body; i++) {
		const struct block *b = block_at(p, i);

		if (b->role == RC_ROLE_DOCTYPE || (b->role == RC_ROLE_ADOPTION &&
		        rc_lang_starts(p->lang, RC_PH_DECISION_GA, b->text,
		            b->len)))
			return TRUE;
	}
	return FALSE;
}

/* What the text is: the symbol tells, or the words of the masthead. */
static const char *
statement_name(const struct parser *p)
{
	const char *symbol = p->meta.symbol;

	if ((symbol && strstr(symbol, "/DEC/")) || is_decision(p))
		return "decision";
	if (symbol && (strstr(symbol, "/L.") || (!strstr(symbol, "/RES/") &&
	        g_str_has_prefix(symbol, "S/"))))
		return "resolutionDraft";
	return "resolution";
}

void
rc_head_fields(struct parser *p)
{
	gsize size;

	p->meta.language = rc_lang_code3(p->lang);
	for (guint i = 0; i < p->blocks->len; i++) {
		const struct block *b = block_at(p, i);

		if (b->kind == BLOCK_COVER)
			read_cover(p, b);
	}
	for (guint i = 0; i < p->blocks->len; i++) {
		const struct block *b = block_at(p, i);

		if (b->kind == BLOCK_CONCLUSION)
			read_conclusion(p, b);
		if (b->kind == BLOCK_FORMULA && !p->meta.actor)
			p->meta.actor = actor_name(rc_lang_formula(p->lang,
			    b->text, b->len, &size));
	}
	take_facts(p);
	p->meta.name = statement_name(p);
	complete(p);
	/* of a draft the date that it bears, akn4un.md §2.3 */
	if (!p->meta.adopted && strcmp(p->meta.name, "resolutionDraft") == 0) {
		p->meta.adopted = p->meta.issued;
		p->meta.adopted_name = "draft";
	}
	if (!p->meta.adopted)
		rc_diag(p->diags, RC_D_NO_DATE, NULL);
}
