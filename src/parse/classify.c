/* classify.c - what the blocks below the masthead are: by position, numbering
 * and punctuation; words confirm. */
#include "parse/classify.h"

#include <string.h>

#include "parse/symbol.h"

#define MAX_LABELLED 80   /* characters of "Article 2 Residual functions" */

static const struct block *
next_block(const struct state *s)
{
	for (guint i = s->at + 1; i < s->p->blocks->len; i++)
		if (block_at(s->p, i)->kind != BLOCK_GONE)
			return block_at(s->p, i);
	return NULL;
}

static void
read_mark(struct state *s, struct block *b)
{
	if (b->kind != BLOCK_TEXT ||
	    !rc_mark_take(s->p->lang, b->text, b->len, &b->mark)) {
		b->body = 0;
		return;
	}
	b->body = b->mark.len;
	while (b->body < b->len && (b->text[b->body] == ' ' ||
	           b->text[b->body] == '\n'))
		b->body++;
}

/* A label without an end to its heading ("Part I Political affairs") is kept
 * as one heading, as it is printed. */
static void
set_label(struct block *b, const struct level_label *label, guint32 end)
{
	gboolean whole = label->heading < end && !label->apart;

	b->level = label->level;
	b->mark = (struct mark){.style = label->style, .value = label->value,
	    .len = whole ? 0 : label->len};
	b->body = whole ? 0 : label->heading;
}

/* By its style a heading may stand below the plain one before it. The title of
 * an annex has nothing below it. */
static enum level
level_by_rank(struct state *s, const struct block *b, enum level level)
{
	if (!b->rank || s->titled || level != LEVEL_PLAIN)
		return level;
	if (s->rank && b->rank > s->rank)
		return LEVEL_ITALIC;
	s->rank = b->rank;
	return level;
}

static gboolean
take_heading(struct state *s, struct block *b)
{
	enum level style = rc_heading_style(s, b);
	guint32 end = rc_block_end(s->p, b);
	struct level_label label = rc_level_take(s->p->lang, b->text, end);

	label.apart |= b->marker && b->marker == label.len;
	/* a bare "I", "A", "Article 2" needs no look; "A. Means" does */
	if (label.level != LEVEL_NONE && style == LEVEL_NONE &&
	    (b->role != RC_ROLE_UNKNOWN || label.level == LEVEL_ARABIC ||
	        (label.heading < end && (label.level != LEVEL_ARTICLE ||
	            g_utf8_strlen(b->text, b->len) > MAX_LABELLED))))
		return FALSE;
	if (label.level == LEVEL_NONE && (style == LEVEL_NONE ||
	        b->mark.style == MARK_LETTER || b->mark.style == MARK_ROMAN))
		return FALSE;
	b->kind = BLOCK_HEADING;
	if (label.level) {
		set_label(b, &label, end);
	} else {
		b->level = level_by_rank(s, b, style);
		b->mark = (struct mark){0};
		b->body = 0;
	}
	return TRUE;
}

/* ---- the walk ---- */

/* Whether numbered paragraphs follow before the next formula or annex. */
static gboolean
numbers_follow(const struct state *s)
{
	for (guint i = s->at + 1; i < s->p->blocks->len; i++) {
		const struct block *b = block_at(s->p, i);
		struct mark mark;
		gboolean nested;

		if (b->kind != BLOCK_TEXT)
			continue;
		if (rc_whole_formula(s->p, b) || rc_is_annex(s, b, &nested))
			return FALSE;
		if (rc_mark_take(s->p->lang, b->text, b->len, &mark) &&
		    mark.style == MARK_NUMBER)
			return TRUE;
	}
	return FALSE;
}

static void
enter_formula(struct state *s, struct block *b)
{
	gboolean comma = rc_ends_with(s, b, ",،，");

	b->kind = BLOCK_FORMULA;
	s->resolution = TRUE;
	s->numbers = numbers_follow(s);
	s->depth = 0;
	s->last_number = 0;
	s->rank = 0;
	s->unit = FALSE;
	s->recitals = comma;
	if (s->zone != ZONE_ANNEX)
		s->zone = comma ? ZONE_PREAMBLE : ZONE_BODY;
}

static void
enter_heading(struct state *s, struct block *b)
{
	s->depth = 0;
	s->unit = FALSE;
	s->recitals = TRUE;
	if (s->zone == ZONE_PREAMBLE || (s->zone == ZONE_START &&
	        b->role != RC_ROLE_PART)) {
		if (s->zone == ZONE_PREAMBLE)
			s->recitals = TRUE;
		s->zone = s->zone == ZONE_PREAMBLE ? ZONE_BODY : s->zone;
	}
}

static void
enter_number(struct state *s, struct block *b)
{
	guint value = b->mark.value;

	b->kind = BLOCK_PARAGRAPH;
	if (s->last_number && value > s->last_number + 1)
		rc_diag(s->p->diags, RC_D_NUMBER_GAP, &b->at, value,
		    s->last_number);
	s->last_number = value;
	s->depth = 0;
	s->unit = TRUE;
	s->recitals = FALSE;
	if (s->zone == ZONE_PREAMBLE || s->zone == ZONE_START)
		s->zone = ZONE_BODY;
}

static void
enter_point(struct state *s, struct block *b)
{
	rc_mark_tell(s, &b->mark, next_block(s));
	b->depth = rc_mark_place(s, &b->mark);
	b->kind = s->zone == ZONE_PREAMBLE ? BLOCK_ITEM : BLOCK_POINT;
	if (s->zone != ZONE_PREAMBLE)
		s->unit = TRUE;
	if (s->zone == ZONE_START)
		s->zone = ZONE_BODY;
}

/* Whether an unmarked block of the preamble is the first operative one of a
 * text without numbers. */
static gboolean
is_operative(const struct state *s, const struct block *b)
{
	enum rc_lead lead;

	if (b->role == RC_ROLE_RECITAL)
		return FALSE;
	if (b->role == RC_ROLE_TEXT)
		return TRUE;
	if (!rc_lang_lead(s->p->lang, b->text, b->len, &lead))
		lead = RC_LEAD_NONE;
	/* "Resolves that, for 2021:" introduces the numbered paragraphs */
	if (s->numbers)
		return lead == RC_LEAD_OPERATIVE && rc_ends_with(s, b, ":：");
	if (lead == RC_LEAD_OPERATIVE || lead == RC_LEAD_PREAMBULAR)
		return lead == RC_LEAD_OPERATIVE;
	return rc_ends_with(s, b, ".。;；؛:：");
}

/* A preambular paragraph within the body: below a heading, before the first
 * operative one. */
static gboolean
is_section_recital(const struct state *s, const struct block *b)
{
	enum rc_lead lead;

	if (b->role == RC_ROLE_RECITAL)
		return TRUE;
	if (!s->recitals || s->zone != ZONE_BODY ||
	    !rc_ends_with(s, b, ",،，"))
		return FALSE;
	return rc_lang_lead(s->p->lang, b->text, b->len, &lead) &&
	    (lead == RC_LEAD_PREAMBULAR || lead == RC_LEAD_EITHER);
}

static gboolean
goes_on(const struct state *s, const struct block *b)
{
	return s->depth && g_unichar_islower(rc_block_first(b)) &&
	    b->role == RC_ROLE_UNKNOWN;
}

static void
enter_text(struct state *s, struct block *b)
{
	enum rc_lead lead;

	if (s->zone == ZONE_PREAMBLE && is_operative(s, b)) {
		s->zone = ZONE_BODY;
		s->unit = FALSE;
	}
	if (s->zone == ZONE_PREAMBLE || is_section_recital(s, b)) {
		b->kind = BLOCK_RECITAL;
		if (!goes_on(s, b))
			s->depth = 0;
		return;
	}
	if (s->zone == ZONE_START)
		s->zone = ZONE_BODY;
	if (goes_on(s, b)) {
		b->kind = BLOCK_WRAP_UP;
		s->depth = 0;
		return;
	}
	s->depth = 0;
	if (s->unit && s->last_number &&
	    !(rc_lang_lead(s->p->lang, b->text, b->len, &lead) &&
	        lead == RC_LEAD_OPERATIVE)) {
		b->kind = BLOCK_ALINEA;
		return;
	}
	b->kind = BLOCK_PARAGRAPH;
	s->unit = TRUE;
	if (!rc_ends_with(s, b, ",،，"))
		s->recitals = FALSE;
}

/* Whether a formula comes soon: a part has one, a section of an annex none. */
static gboolean
formula_follows(const struct state *s)
{
	for (guint i = s->at + 1, n = 0; i < s->p->blocks->len && n < 5; i++) {
		const struct block *next = block_at(s->p, i);

		if (next->kind == BLOCK_GONE)
			continue;
		if (next->role == RC_ROLE_FORMULA ||
		    rc_whole_formula(s->p, next))
			return TRUE;
		n++;
	}
	return FALSE;
}

/* Letter and title of a part, before its formula. */
static gboolean
take_part(struct state *s, struct block *b)
{
	guint32 end = rc_block_end(s->p, b);
	struct level_label label = rc_level_take(s->p->lang, b->text, end);

	if (s->zone != ZONE_START && s->zone != ZONE_END)
		return FALSE;
	if (b->role != RC_ROLE_PART && (label.level != LEVEL_LETTER ||
	        label.heading < end))
		return FALSE;
	if (b->role != RC_ROLE_PART && !formula_follows(s) && !s->lettered)
		return FALSE;
	b->kind = BLOCK_PART;
	b->mark = (struct mark){.len = label.len ? label.len : end,
	    .value = label.value};
	b->body = label.len ? label.heading : end;
	s->zone = ZONE_START;
	s->p->n_parts++;
	return TRUE;
}

static void
enter_conclusion(struct state *s, struct block *b)
{
	b->kind = BLOCK_CONCLUSION;
	b->body = 0;
	b->mark = (struct mark){0};
	s->zone = ZONE_END;
	s->unit = FALSE;
	if (*b->text == '[')
		s->vote = TRUE;
	if (b->text[b->len - 1] == ']')
		s->vote = FALSE;
}

/* The job number where the last page's foot was kept as text. */
static gboolean
take_job(struct state *s, struct block *b)
{
	if (!b->len || rc_job_take(b->text, b->len) != b->len)
		return FALSE;
	b->kind = BLOCK_COVER;
	b->role = RC_ROLE_JOB;
	return TRUE;
}

static void
classify(struct state *s, struct block *b)
{
	gboolean nested = FALSE;

	if (b->role == RC_ROLE_FORMULA || (b->role == RC_ROLE_UNKNOWN &&
	        rc_whole_formula(s->p, b))) {
		enter_formula(s, b);
	} else if (b->role == RC_ROLE_ANNEX || (b->role == RC_ROLE_UNKNOWN &&
	        s->zone != ZONE_START && rc_is_annex(s, b, &nested))) {
		b->kind = BLOCK_ANNEX;
		b->depth = nested;
		b->body = 0;
		s->zone = ZONE_ANNEX;
		s->unit = FALSE;
		s->depth = 0;
		s->last_number = 0;
	} else if (b->role == RC_ROLE_CONCLUSION ||
	    (b->role == RC_ROLE_UNKNOWN && rc_is_conclusion(s, b))) {
		enter_conclusion(s, b);
	} else if (take_part(s, b)) {
		return;
	} else if (take_heading(s, b)) {
		enter_heading(s, b);
	} else if (b->mark.style == MARK_NUMBER) {
		enter_number(s, b);
	} else if (b->mark.style != MARK_NONE) {
		enter_point(s, b);
	} else {
		enter_text(s, b);
	}
}

static void
see(struct state *s, struct block *b)
{
	read_mark(s, b);
	if (b->role == RC_ROLE_UNKNOWN && take_job(s, b))
		return;
	classify(s, b);
	s->titled = b->kind == BLOCK_ANNEX || b->kind == BLOCK_PART;
	if (s->titled)
		s->rank = 0;
}

/* A resolution needs an operative part: where nothing told it from the
 * preamble, its last paragraph is it. */
static void
ensure_operative(struct parser *p, guint from, guint to)
{
	struct block *last = NULL;

	for (guint i = from; i < to; i++) {
		struct block *b = block_at(p, i);

		if (b->kind == BLOCK_RECITAL)
			last = b;
		else if (b->kind != BLOCK_GONE && b->kind != BLOCK_FORMULA &&
		    b->kind != BLOCK_ITEM && b->kind != BLOCK_PART)
			return;
	}
	if (last) {
		last->kind = BLOCK_PARAGRAPH;
		rc_diag(p->diags, RC_D_UNNUMBERED, &last->at);
	}
}

/* Whether a text without any formula has letters alone on their line, and a
 * closing line after each: parts of a decision. */
static gboolean
is_lettered(const struct parser *p)
{
	guint letters = 0;

	for (guint i = p->body; i < p->blocks->len; i++) {
		const struct block *b = block_at(p, i);
		guint32 end = rc_block_end(p, b);
		struct level_label label;

		if (b->kind != BLOCK_TEXT)
			continue;
		if (rc_whole_formula(p, b))
			return FALSE;
		label = rc_level_take(p->lang, b->text, end);
		letters += label.level == LEVEL_LETTER && label.heading == end;
	}
	return letters > 1;
}

void
rc_classify(struct parser *p)
{
	struct state s = {
	    .p = p, .zone = ZONE_START, .lettered = is_lettered(p)};

	for (s.at = p->body; s.at < p->blocks->len; s.at++) {
		struct block *b = block_at(p, s.at);

		if (b->role == RC_ROLE_JOB) {
			b->kind = BLOCK_COVER;
			continue;
		}
		if (b->kind == BLOCK_TEXT)
			see(&s, b);
	}
	ensure_operative(p, p->body, p->blocks->len);
}
