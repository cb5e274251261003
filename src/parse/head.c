/* head.c - the masthead: which block is what, by fixed phrases and by place. */
#include "parse/parser.h"

#include <string.h>

#include "parse/account.h"
#include "parse/symbol.h"

#define MAX_HEAD_BLOCKS 80u    /* a masthead's printed lines; Rev. drafts with
                                  long lists of sponsors have some sixty */
#define MAX_PREPOSITION 8      /* bytes of "of " before a date */
#define LONG_SESSION 20        /* bytes of " A (S-XXVIII)" */
#define LONG_PARAGRAPH 60u     /* bytes; no line of a masthead that begins
                                  with a lead phrase is longer */

static gboolean
is_punctuation_only(const char *s, gsize len)
{
	const char *end = s + len;

	for (; s < end; s = g_utf8_next_char(s)) {
		gunichar c = g_utf8_get_char(s);

		if (!g_unichar_ispunct(c) && !g_unichar_isspace(c))
			return FALSE;
	}
	return TRUE;
}

gboolean
rc_is_whole(const struct parser *p, enum rc_phrase phrase,
    const struct block *block)
{
	gsize n = rc_lang_starts(p->lang, phrase, block->text, block->len);

	return n && is_punctuation_only(block->text + n, block->len - n);
}

/* What may follow a formula: its comma and raised marks of notes. */
static gboolean
is_comma_only(const char *s, gsize len)
{
	const char *end = s + len;

	for (; s < end; s = g_utf8_next_char(s)) {
		gunichar c = g_utf8_get_char(s);

		if (c != ',' && c != 0x060C && c != 0xFF0C && c != '*' &&
		    !g_unichar_isspace(c))
			return FALSE;
	}
	return TRUE;
}

enum rc_organ
rc_whole_formula(const struct parser *p, const struct block *block)
{
	gsize n;
	enum rc_organ organ = rc_lang_formula(p->lang, block->text, block->len, &n);

	if (!organ || g_unichar_islower(g_utf8_get_char(block->text)))
		return RC_ORGAN_UNKNOWN;
	return is_comma_only(block->text + n, block->len - n) ? organ :
	    RC_ORGAN_UNKNOWN;
}

/* "ES-", "S-", and what Arabic prints for them, before a number. */
static gsize
session_prefix(const char *s, const char *end)
{
	const char *t = s;

	for (; t < end && t - s < 16; t = g_utf8_next_char(t)) {
		gunichar c = g_utf8_get_char(t);

		if (c == '-' || c == 0x2011)
			return g_utf8_next_char(t) - s;
		if (!g_unichar_isalpha(c) && c != ' ')
			break;
		if (c < 0x80 && c != 'E' && c != 'S')
			break;
	}
	return 0;
}

static const char *
skip_digits(const char *s, const char *end, guint max)
{
	const char *t = s;

	while (t < end && t - s <= (gssize)max && g_ascii_isdigit(*t))
		t++;
	return t > s && t - s <= (gssize)max ? t : NULL;
}

/* " (XXVI)" or " A (XXI)" after an old number. */
static const char *
old_session(const char *s, const char *end)
{
	const char *t = s;

	if (t < end && *t == ' ')
		t++;
	if (end - t > 2 && g_ascii_isupper(*t) && t[1] == ' ')
		t += 2;
	if (t >= end || *t != '(')
		return NULL;
	for (t++; t < end && t - s < LONG_SESSION && strchr("IVXLCES-", *t); t++)
		continue;
	return t < end && *t == ')' && t[-1] != '(' ? t + 1 : NULL;
}

static const char *
part_letters(const struct rc_lang *lang, const char *s, const char *end)
{
	const char *t = s;
	gsize size;

	if (t < end && *t == ' ')
		t++;
	if (t > s && rc_lang_rtl(lang) && rc_lang_part(lang, t, end - t, &size))
		return t + size;
	if (t >= end || !g_ascii_isupper(*t))
		return s;
	t++;
	if (end - t >= 2 && *t == '-' && g_ascii_isupper(t[1]))
		t += 2;
	return t == end || *t == '.' ? t : s;
}

gsize
rc_title_number(const struct rc_lang *lang, const char *text, gsize len,
    gsize *title)
{
	const char *end = text + len, *s = text + session_prefix(text, end), *t;

	s = skip_digits(s, end, 4);
	if (!s)
		return 0;
	if (s < end && *s == '/') {
		s = skip_digits(s + 1, end, 3);
		if (!s)
			return 0;
		s = part_letters(lang, s, end);
	} else {
		s = old_session(s, end);
		if (!s)
			return 0;
	}
	t = s;
	if (t < end && *t == '.')
		t++;
	else if (t < end && *t != ' ' && *t != '\n' && *t != '\t' &&
	    *t != '\xC2')
		return 0;
	while (t < end && (*t == ' ' || *t == '\n' || *t == '\t' || *t == '-'))
		t++;
	*title = t - text;
	return s - text;
}

/* Footer of the first page: job number, its date, bar code. */
static gboolean
is_bar_code(const struct block *block)
{
	const char *s = block->text;

	if (block->len >= 8 && *s == '*') {
		s = skip_digits(s + 1, block->text + block->len, 9);
		return s && s == block->text + block->len - 1 && *s == '*';
	}
	s = skip_digits(s, block->text + block->len, 6);
	return s && s - block->text == 6 && block->len == 6;
}

struct seen {
	gboolean organ, issued, session, agenda, adoption, title, proponent,
	    decision;
};

gboolean
rc_is_council_number(const struct parser *p, const struct block *block)
{
	const char *open = memchr(block->text, '(', block->len);
	gsize n;

	return block->len < 64 && open && g_ascii_isdigit(open[1]) &&
	    rc_lang_finds(p->lang, RC_PH_RESOLUTION_SC, block->text, block->len,
	        &n) >= 0;
}

static enum rc_role
role_of_adoption(const struct parser *p, const struct block *block)
{
	static const enum rc_phrase heads[] = {RC_PH_ADOPTED_GA,
	    RC_PH_ADOPTED_ECOSOC, RC_PH_ADOPTED_HRC, RC_PH_ADOPTED_SC,
	    RC_PH_DECISION_GA};
	struct rc_date date;
	gsize n;

	for (guint i = 0; i < G_N_ELEMENTS(heads); i++)
		if (rc_lang_starts(p->lang, heads[i], block->text, block->len))
			return RC_ROLE_ADOPTION;
	if (rc_is_council_number(p, block))
		return RC_ROLE_ADOPTION;
	/* in Chinese the date comes first, or in the middle */
	if (block->len < 160 && rc_lang_date_in(p->lang, block->text, block->len,
	        &date, &n) >= 0) {
		for (guint i = 0; i < G_N_ELEMENTS(heads); i++)
			if (rc_lang_finds(p->lang, heads[i], block->text,
			        block->len, &n) >= 0)
				return RC_ROLE_ADOPTION;
	}
	return RC_ROLE_UNKNOWN;
}

/* "Resolution adopted by the Human Rights", where the next line goes on with
 * "Council on 11 October 2023". */
static gboolean
begins_adoption(const struct parser *p, guint i)
{
	static const guint64 heads = RC_PHRASE_BIT(RC_PH_ADOPTED_GA) |
	    RC_PHRASE_BIT(RC_PH_ADOPTED_ECOSOC) |
	    RC_PHRASE_BIT(RC_PH_ADOPTED_HRC) |
	    RC_PHRASE_BIT(RC_PH_ADOPTED_SC) | RC_PHRASE_BIT(RC_PH_DECISION_GA);
	g_autofree char *both = NULL;
	gsize size;

	if (!p->in->lines || i + 1 >= p->blocks->len)
		return FALSE;
	both = g_strconcat(block_at(p, i)->text, " ", block_at(p, i + 1)->text,
	    NULL);
	return rc_lang_starts_any(p->lang, heads, both, strlen(both), &size,
	    NULL) && size > block_at(p, i)->len;
}

static enum rc_role
role_of_letterhead(const struct parser *p, const struct block *block,
    const struct seen *seen)
{
	static const enum rc_phrase organs[] = {RC_PH_ORGAN_GA, RC_PH_ORGAN_SC,
	    RC_PH_ORGAN_ECOSOC, RC_PH_ORGAN_HRC};
	gsize n = rc_symbol_take(block->text, block->len);
	struct rc_date date;

	if (n && is_punctuation_only(block->text + n, block->len - n))
		return RC_ROLE_SYMBOL;
	if (rc_is_whole(p, RC_PH_PUBLISHER, block))
		return RC_ROLE_PUBLISHER;
	for (guint i = 0; i < G_N_ELEMENTS(organs); i++)
		if (rc_is_whole(p, organs[i], block))
			return seen->organ ? RC_ROLE_BODY : RC_ROLE_ORGAN;
	if (rc_lang_starts(p->lang, RC_PH_DISTRIBUTION, block->text, block->len))
		return RC_ROLE_DISTRIBUTION;
	if (rc_lang_starts(p->lang, RC_PH_ORIGINAL, block->text, block->len))
		return RC_ROLE_ORIGINAL;
	n = rc_lang_date(p->lang, block->text, block->len, &date);
	if (n && !seen->issued && !seen->adoption &&
	    is_punctuation_only(block->text + n, block->len - n))
		return RC_ROLE_ISSUED;
	if ((n = rc_job_take(block->text, block->len)))
		return RC_ROLE_JOB;
	return RC_ROLE_UNKNOWN;
}

static gboolean
is_session_line(const struct parser *p, const struct block *block)
{
	gsize n;

	return block->len < 160 &&
	    rc_lang_finds(p->lang, RC_PH_SESSION, block->text, block->len, &n) >= 0;
}

static enum rc_role
recognise(const struct parser *p, const struct block *block,
    const struct seen *seen)
{
	enum rc_role role = role_of_letterhead(p, block, seen);
	gsize n;

	if (role == RC_ROLE_UNKNOWN && !seen->title)
		role = role_of_adoption(p, block);
	if (role != RC_ROLE_UNKNOWN)
		return role;
	if (rc_is_whole(p, RC_PH_DECISION, block) && !seen->title)
		return RC_ROLE_DOCTYPE;
	if (*block->text == '[' && !seen->title)
		return RC_ROLE_PROPONENT;
	if (!seen->title && rc_title_number(p->lang, block->text, block->len, &n))
		return RC_ROLE_TITLE;
	if (rc_lang_starts(p->lang, RC_PH_AGENDA_ITEM, block->text, block->len) &&
	    !seen->adoption)
		return RC_ROLE_AGENDA_ITEM;
	if (!seen->session && !seen->adoption && is_session_line(p, block))
		return RC_ROLE_SESSION;
	if (rc_lang_finds(p->lang, RC_PH_DRAFT_RESOLUTION, block->text,
	        block->len, &n) >= 0 && !seen->title && seen->agenda)
		return RC_ROLE_PROPONENT;
	if (seen->decision && !seen->session)
		return RC_ROLE_PROPONENT; /* "Fifth Committee", "Plenary" */
	if (seen->agenda && !seen->adoption && !seen->title && seen->decision)
		return RC_ROLE_UNKNOWN; /* "Other decisions" */
	if (seen->agenda && !seen->adoption && !seen->title && !seen->proponent)
		return RC_ROLE_AGENDA_TITLE;
	if (seen->session && !seen->agenda && strpbrk(block->text, "0123456789"))
		return RC_ROLE_SESSION_DATES;
	if (seen->proponent && !seen->title && !seen->decision)
		return RC_ROLE_TITLE;
	return RC_ROLE_UNKNOWN;
}

/* A role that the format gives, where its words say another: official files
 * have agenda items marked up as sessions, and the Council's lines as titles. */
static enum rc_role
check_role(const struct parser *p, const struct block *b, enum rc_role role)
{
	if (role == RC_ROLE_TITLE && role_of_adoption(p, b) != RC_ROLE_UNKNOWN)
		return RC_ROLE_ADOPTION;
	if (role == RC_ROLE_SESSION && rc_lang_starts(p->lang,
	        RC_PH_AGENDA_ITEM, b->text, b->len))
		return RC_ROLE_AGENDA_ITEM;
	if (role == RC_ROLE_PROPONENT && *b->text != '[' &&
	    is_session_line(p, b))
		return RC_ROLE_SESSION;
	return role;
}

static void
see(struct seen *seen, enum rc_role role)
{
	seen->organ |= role == RC_ROLE_ORGAN;
	seen->issued |= role == RC_ROLE_ISSUED;
	seen->session |= role == RC_ROLE_SESSION;
	seen->agenda |= role == RC_ROLE_AGENDA_ITEM;
	seen->adoption |= role == RC_ROLE_ADOPTION;
	seen->title |= role == RC_ROLE_TITLE;
	seen->proponent |= role == RC_ROLE_PROPONENT;
	seen->decision |= role == RC_ROLE_DOCTYPE;
}

static gboolean
is_part_letter(const struct parser *p, const struct block *block)
{
	struct level_label label = rc_level_take(p->lang, block->text,
	    block->len);

	return label.level == LEVEL_LETTER && label.heading == block->len;
}

/* "of 22 November 1967": a date with a word before it. */
static gboolean
is_of_date(const struct parser *p, const struct block *block)
{
	struct rc_date date;
	gsize n;
	gssize at = rc_lang_date_in(p->lang, block->text, block->len, &date, &n);

	return at > 0 && at <= MAX_PREPOSITION && at + n == block->len;
}

/* Whether a title goes on behind a gap: it ends in a comma or a semicolon, or what
 * follows begins with a small letter. */
static gboolean
is_unended(const struct block *title, const struct block *block)
{
	gunichar last = g_utf8_get_char(g_utf8_prev_char(title->text + title->len));

	return last == ';' || last == ',' ||
	    g_unichar_islower(g_utf8_get_char(block->text));
}

/* Whether a block goes on in the piece of the masthead before it, which an
 * extraction by lines has torn. */
static gboolean
goes_on(const struct parser *p, const struct block *before,
    const struct block *block, enum rc_role role)
{
	struct rc_date date;
	gsize n;

	switch (before->role) {
	case RC_ROLE_ADOPTION:
		if (role != RC_ROLE_UNKNOWN && role != RC_ROLE_ISSUED &&
		    role != RC_ROLE_AGENDA_TITLE)
			return FALSE;
		if (rc_is_council_number(p, before))
			return is_of_date(p, block);
		return rc_lang_date_in(p->lang, before->text, before->len,
		    &date, &n) < 0;
	case RC_ROLE_PROPONENT:
		return *before->text == '[' && !strchr(before->text, ']');
	case RC_ROLE_AGENDA_TITLE:
		return p->in->lines && role == RC_ROLE_AGENDA_TITLE &&
		    !block->gap;
	case RC_ROLE_TITLE:
		if (rc_title_number(p->lang, before->text, before->len, &n) &&
		    n + 1 >= before->len)
			return !is_part_letter(p, block);
		return p->in->lines && (!block->gap ||
		    is_unended(before, block)) &&
		    !rc_opens_decision(p, block->text, block->len);
	default:
		return FALSE;
	}
}

/* The formula, and not the organ's name in the masthead, which Russian and
 * Chinese print alike: it has a comma, or the title stands above it. */
gboolean
rc_is_formula(const struct parser *p, const struct block *block,
    gboolean titled)
{
	gunichar last;

	if (!block->len || !rc_whole_formula(p, block))
		return FALSE;
	last = g_utf8_get_char(g_utf8_prev_char(block->text + block->len));
	return titled || last == ',' || last == 0x060C || last == 0xFF0C;
}

/* Whether a block can only stand below a masthead. */
static gboolean
is_below(const struct parser *p, const struct block *b, gboolean titled)
{
	struct mark mark;
	enum rc_lead lead;

	if (b->role == RC_ROLE_FORMULA || (b->role >= RC_ROLE_RECITAL &&
	        b->role != RC_ROLE_JOB))
		return TRUE;
	if (b->role != RC_ROLE_UNKNOWN)
		return FALSE;
	if (rc_is_formula(p, b, titled))
		return TRUE;
	if (rc_mark_take(p->lang, b->text, b->len, &mark) &&
	    mark.style == MARK_NUMBER && mark.value == 1)
		return TRUE;
	return b->len > LONG_PARAGRAPH &&
	    rc_lang_lead(p->lang, b->text, b->len, &lead) &&
	    lead == RC_LEAD_PREAMBULAR;
}

/* The block below which nothing is of the masthead. Text with no such block
 * has none unless it has a title. */
static guint
find_limit(const struct parser *p, gboolean *has_title)
{
	guint n = MIN(p->blocks->len, MAX_HEAD_BLOCKS), limit = 0;
	gsize size;

	*has_title = FALSE; /* or the adoption line, which the Council has */
	for (guint i = 0; i < n; i++) {
		const struct block *b = block_at(p, i);

		if (is_below(p, b, *has_title))
			return i;
		*has_title |= role_of_adoption(p, b) != RC_ROLE_UNKNOWN;
		if (b->role == RC_ROLE_TITLE || (b->role == RC_ROLE_UNKNOWN &&
		        rc_title_number(p->lang, b->text, b->len, &size))) {
			*has_title = TRUE;
			limit = n;
		}
	}
	return limit;
}

/* Markdown may make headings of lines of the masthead: of those above the formula,
 * or above the number where there is none. */
static void
demote_headings(struct parser *p)
{
	guint n = MIN(p->blocks->len, MAX_HEAD_BLOCKS), first = 0, end = 0;
	gsize size;

	while (first < n && block_at(p, first)->role != RC_ROLE_HEADING)
		first++;
	for (guint i = 0; first < n && i < n; i++) {
		const struct block *b = block_at(p, i);

		if (!end && rc_title_number(p->lang, b->text, b->len, &size))
			end = i + 1;
		if (!rc_is_formula(p, b, end))
			continue;
		end = i;
		break;
	}
	for (guint i = first; i < end; i++)
		if (block_at(p, i)->role == RC_ROLE_HEADING)
			block_at(p, i)->role = RC_ROLE_UNKNOWN;
}

void
rc_head_read(struct parser *p)
{
	struct seen seen = {0};
	struct block *before = NULL;
	gboolean has_title;
	guint limit, i;

	demote_headings(p);
	limit = find_limit(p, &has_title);
	for (i = 0; i < limit; i++) {
		struct block *b = block_at(p, i);
		enum rc_role role = b->role;

		if (role == RC_ROLE_UNKNOWN && is_bar_code(b)) {
			rc_account_leave(p, b, 0, b->len, RC_FATE_FURNITURE);
			b->kind = BLOCK_GONE;
		}
		if (b->kind == BLOCK_ROW && seen.title)
			break; /* no masthead has tables */
		if (b->kind != BLOCK_TEXT)
			continue;
		role = role == RC_ROLE_UNKNOWN ? recognise(p, b, &seen) :
		    check_role(p, b, role);
		if (!seen.adoption && (role == RC_ROLE_UNKNOWN ||
		        role == RC_ROLE_AGENDA_TITLE) && begins_adoption(p, i))
			role = RC_ROLE_ADOPTION;
		if (before && b->role == RC_ROLE_UNKNOWN &&
		    goes_on(p, before, b, role)) {
			rc_block_join(p, before, b, FALSE);
			b->kind = BLOCK_GONE;
			continue;
		}
		if (seen.title && (b->role == RC_ROLE_UNKNOWN ||
		        b->role == RC_ROLE_PART))
			break;
		b->role = role;
		b->kind = BLOCK_COVER;
		see(&seen, role);
		before = b;
	}
	p->body = i;
}
