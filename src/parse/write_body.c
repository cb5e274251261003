/* write_body.c - preamble and body: paragraphs with their lists, levels. */
#include "parse/write.h"

#include <string.h>

#include "base/limits.h"
#include "parse/account.h"
#include "parse/inline.h"

guint
rc_next_block(const struct parser *p, guint lo, guint hi)
{
	while (lo < hi && (block_at(p, lo)->kind == BLOCK_GONE ||
	           block_at(p, lo)->kind == BLOCK_COVER))
		lo++;
	return lo;
}

static enum block_kind
kind_at(const struct parser *p, guint i, guint hi)
{
	return i < hi ? block_at(p, i)->kind : BLOCK_GONE;
}

/* The printed number or mark. */
static void
num(struct parser *p, const struct block *b)
{
	g_autoptr(GString) text = g_string_new(NULL);

	if (!b->mark.len)
		return;
	akn_open(p->out, AKN_NUM);
	rc_plain_text(p, b, 0, b->mark.len, text);
	rc_account_write(p, b, 0, b->body);
	akn_text(p->out, text->str, text->len);
	akn_close(p->out, AKN_NUM);
}

/* The text after the mark, with its lead phrase. */
static void
text_of(struct parser *p, const struct block *b)
{
	rc_write_inline(p, b, b->body, b->len, rc_lead_end(p, b, b->body));
}

static void
paragraph_text(struct parser *p, const struct block *b)
{
	akn_open(p->out, AKN_P);
	text_of(p, b);
	akn_close(p->out, AKN_P);
}

/* ---- preamble ---- */

void
rc_write_formula(struct parser *p, const struct block *b)
{
	gsize n;

	rc_lang_formula(p->lang, b->text, b->len, &n);
	akn_open(p->out, AKN_FORMULA);
	akn_attr(p->out, "name", "enactingFormula");
	akn_open(p->out, AKN_P);
	akn_open(p->out, AKN_INLINE_);
	akn_attr(p->out, "name", "akn4un:enactingAuthority");
	akn_attr(p->out, "refersTo", rc_organ_term(p, b));
	akn_attr(p->out, "class", !rc_lang_lead_bold(p->lang) ? "italic" :
	    rc_lang_lead_italic(p->lang) ? "bold italic" : "bold");
	rc_write_plain(p, b, 0, n);
	akn_close(p->out, AKN_INLINE_);
	rc_write_plain(p, b, n, b->len);
	akn_close(p->out, AKN_P);
	akn_close(p->out, AKN_FORMULA);
}

/* <container name="Recalling">: the name is the lead phrase as printed. */
static void
open_container(struct parser *p, const struct block *b)
{
	g_autoptr(GString) name = g_string_new(NULL);
	guint32 lead = rc_lead_end(p, b, b->body);

	rc_plain_text(p, b, b->body, lead, name);
	akn_open(p->out, AKN_CONTAINER);
	akn_attr(p->out, "name", name->len ? name->str : "recital");
}

static guint items(struct parser *p, guint lo, guint hi, guint depth);

/* <blockList> of the items from lo on that are at a depth or below. The text
 * of head, if any, introduces it. */
static guint
block_list(struct parser *p, const struct block *head, guint lo, guint hi,
    guint depth)
{
	akn_open(p->out, AKN_BLOCK_LIST);
	if (head) {
		akn_open(p->out, AKN_LIST_INTRODUCTION);
		text_of(p, head);
		akn_close(p->out, AKN_LIST_INTRODUCTION);
	}
	lo = items(p, lo, hi, depth);
	if (kind_at(p, lo, hi) == BLOCK_WRAP_UP) {
		akn_open(p->out, AKN_LIST_WRAP_UP);
		text_of(p, block_at(p, lo));
		akn_close(p->out, AKN_LIST_WRAP_UP);
		lo = rc_next_block(p, lo + 1, hi);
	}
	akn_close(p->out, AKN_BLOCK_LIST);
	return lo;
}

static guint
items(struct parser *p, guint lo, guint hi, guint depth)
{
	while (kind_at(p, lo, hi) == BLOCK_ITEM &&
	    block_at(p, lo)->depth >= depth) {
		const struct block *b = block_at(p, lo);
		guint next = rc_next_block(p, lo + 1, hi);

		akn_open(p->out, AKN_ITEM);
		akn_attr(p->out, "eId", rc_mark_id(p, "item", &b->mark));
		num(p, b);
		if (depth < RC_MAX_LIST_DEPTH &&
		    kind_at(p, next, hi) == BLOCK_ITEM &&
		    block_at(p, next)->depth > b->depth)
			next = block_list(p, b, next, hi, depth + 1);
		else
			paragraph_text(p, b);
		akn_close(p->out, AKN_ITEM);
		lo = next;
	}
	return lo;
}

void
rc_write_recitals(struct parser *p, guint lo, guint hi)
{
	for (lo = rc_next_block(p, lo, hi); lo < hi;) {
		const struct block *b = block_at(p, lo);
		guint next = rc_next_block(p, lo + 1, hi);

		if (b->kind == BLOCK_ROW) {
			akn_open(p->out, AKN_CONTAINER);
			akn_attr(p->out, "name", "table");
			lo = rc_next_block(p, rc_write_table(p, lo, hi), hi);
			akn_close(p->out, AKN_CONTAINER);
			continue;
		}
		open_container(p, b);
		if (b->kind == BLOCK_ITEM) /* a list that nothing introduces */
			next = block_list(p, NULL, lo, hi, 1);
		else if (kind_at(p, next, hi) == BLOCK_ITEM)
			next = block_list(p, b, next, hi, 1);
		else
			paragraph_text(p, b);
		akn_close(p->out, AKN_CONTAINER);
		lo = next;
	}
}

/* ---- paragraphs and points ---- */

static guint members(struct parser *p, guint lo, guint hi, guint depth);

static guint
points(struct parser *p, guint lo, guint hi, guint depth)
{
	while (kind_at(p, lo, hi) == BLOCK_POINT &&
	    block_at(p, lo)->depth >= depth) {
		const struct block *b = block_at(p, lo);
		const char *id = rc_mark_id(p, "point", &b->mark);

		akn_open(p->out, AKN_POINT);
		akn_attr(p->out, "eId", id);
		num(p, b);
		lo = members(p, lo, hi, depth);
		akn_close(p->out, AKN_POINT);
	}
	return lo;
}

/* <list> of the points from lo on, introduced by head if there is one. */
static guint
list(struct parser *p, const struct block *head, guint lo, guint hi,
    guint depth)
{
	akn_open(p->out, AKN_LIST);
	if (head) {
		akn_open(p->out, AKN_INTRO);
		paragraph_text(p, head);
		akn_close(p->out, AKN_INTRO);
	}
	lo = points(p, lo, hi, depth);
	if (kind_at(p, lo, hi) == BLOCK_WRAP_UP && depth == 1) {
		akn_open(p->out, AKN_WRAP_UP);
		paragraph_text(p, block_at(p, lo));
		akn_close(p->out, AKN_WRAP_UP);
		lo = rc_next_block(p, lo + 1, hi);
	}
	akn_close(p->out, AKN_LIST);
	return lo;
}

/* A draft within: formula, preambular and operative paragraphs, which end with
 * the body. */
static guint
embedded(struct parser *p, guint lo, guint hi)
{
	guint end = lo + 1;

	akn_open(p->out, AKN_P);
	akn_open(p->out, AKN_EMBEDDED_STRUCTURE);
	rc_write_formula(p, block_at(p, lo));
	while (kind_at(p, rc_next_block(p, end, hi), hi) == BLOCK_RECITAL ||
	    kind_at(p, rc_next_block(p, end, hi), hi) == BLOCK_ITEM)
		end = rc_next_block(p, end, hi) + 1;
	rc_write_recitals(p, lo + 1, end);
	lo = rc_next_block(p, end, hi);
	for (end = lo; end < hi && block_at(p, end)->kind != BLOCK_FORMULA;
	     end++)
		continue;
	rc_write_body(p, lo, end);
	akn_close(p->out, AKN_EMBEDDED_STRUCTURE);
	akn_close(p->out, AKN_P);
	return end;
}

/* <content> with a text and the tables and drafts that follow it. */
static guint
content(struct parser *p, guint lo, guint hi)
{
	guint next = rc_next_block(p, lo + 1, hi);

	akn_open(p->out, AKN_CONTENT);
	paragraph_text(p, block_at(p, lo));
	while (next < hi) {
		if (kind_at(p, next, hi) == BLOCK_ROW)
			next = rc_write_table(p, next, hi);
		else if (kind_at(p, next, hi) == BLOCK_FORMULA)
			next = embedded(p, next, hi);
		else
			break;
		next = rc_next_block(p, next, hi);
	}
	akn_close(p->out, AKN_CONTENT);
	return next;
}

static guint
alinea(struct parser *p, guint lo, guint hi)
{
	akn_open(p->out, AKN_ALINEA);
	lo = content(p, lo, hi);
	akn_close(p->out, AKN_ALINEA);
	return lo;
}

/* Whether a block goes on in the paragraph (depth 0) or point before it. */
static gboolean
is_member(const struct parser *p, guint i, guint hi, guint depth)
{
	switch (kind_at(p, i, hi)) {
	case BLOCK_POINT:
		return block_at(p, i)->depth > depth;
	case BLOCK_ALINEA:
	case BLOCK_WRAP_UP:
		return depth == 0;
	case BLOCK_ROW:
	case BLOCK_FORMULA:
		return TRUE;
	default:
		return FALSE;
	}
}

/* A table of its own in <content>; so are rows below a heading. */
static guint
bare_table(struct parser *p, guint lo, guint hi)
{
	akn_open(p->out, AKN_CONTENT);
	lo = rc_write_table(p, lo, hi);
	akn_close(p->out, AKN_CONTENT);
	return rc_next_block(p, lo, hi);
}

/* Where the text of a block and the tables after it end. */
static guint
skip_content(const struct parser *p, guint lo, guint hi)
{
	guint next = rc_next_block(p, lo + 1, hi);

	while (kind_at(p, next, hi) == BLOCK_ROW ||
	    kind_at(p, next, hi) == BLOCK_FORMULA) {
		if (kind_at(p, next, hi) == BLOCK_FORMULA)
			return hi;
		next = rc_next_block(p, next + 1, hi);
	}
	return next;
}

/* What a paragraph or point holds besides its number: the text alone, a list
 * that it introduces, or several texts and lists. Gives the block after it. */
static guint
members(struct parser *p, guint lo, guint hi, guint depth)
{
	const struct block *head = block_at(p, lo);
	guint next = rc_next_block(p, lo + 1, hi);

	if (depth < RC_MAX_LIST_DEPTH &&
	    kind_at(p, next, hi) == BLOCK_POINT &&
	    block_at(p, next)->depth > depth) {
		lo = list(p, head, next, hi, depth + 1);
	} else if (is_member(p, skip_content(p, lo, hi), hi, depth)) {
		lo = alinea(p, lo, hi);
	} else {
		return content(p, lo, hi);
	}
	while (is_member(p, lo, hi, depth)) {
		if (kind_at(p, lo, hi) == BLOCK_POINT)
			lo = list(p, NULL, lo, hi, depth + 1);
		else if (kind_at(p, lo, hi) == BLOCK_ROW) {
			akn_open(p->out, AKN_ALINEA);
			lo = bare_table(p, lo, hi);
			akn_close(p->out, AKN_ALINEA);
		} else if (kind_at(p, lo, hi) == BLOCK_FORMULA) {
			akn_open(p->out, AKN_ALINEA);
			akn_open(p->out, AKN_CONTENT);
			lo = rc_next_block(p, embedded(p, lo, hi), hi);
			akn_close(p->out, AKN_CONTENT);
			akn_close(p->out, AKN_ALINEA);
		} else
			lo = alinea(p, lo, hi);
	}
	return lo;
}

static const char *
paragraph_id(struct parser *p, const struct block *b)
{
	return b->mark.style == MARK_NUMBER ? rc_mark_id(p, "para", &b->mark) :
	    NULL;
}

static guint
paragraph(struct parser *p, guint lo, guint hi)
{
	const struct block *b = block_at(p, lo);

	akn_open(p->out, AKN_PARAGRAPH);
	if (b->kind == BLOCK_ROW) {
		lo = bare_table(p, lo, hi);
	} else if (b->kind == BLOCK_POINT) {
		lo = list(p, NULL, lo, hi, 1);
	} else if (b->kind == BLOCK_FORMULA) {
		akn_open(p->out, AKN_CONTENT);
		lo = rc_next_block(p, embedded(p, lo, hi), hi);
		akn_close(p->out, AKN_CONTENT);
	} else {
		akn_attr(p->out, "eId", paragraph_id(p, b));
		num(p, b);
		lo = members(p, lo, hi, 0);
	}
	akn_close(p->out, AKN_PARAGRAPH);
	return lo;
}

/* ---- levels ---- */

static enum akn_kind
element_of(enum level level)
{
	static const enum akn_kind kinds[] = {[LEVEL_NONE] = AKN_DIVISION,
	    [LEVEL_PART] = AKN_PART, [LEVEL_CHAPTER] = AKN_CHAPTER,
	    [LEVEL_SECTION_WORD] = AKN_SECTION, [LEVEL_ROMAN] = AKN_SECTION,
	    [LEVEL_LETTER] = AKN_TITLE, [LEVEL_ARABIC] = AKN_CHAPTER,
	    [LEVEL_ARTICLE] = AKN_ARTICLE, [LEVEL_RULE] = AKN_RULE,
	    [LEVEL_PLAIN] = AKN_DIVISION, [LEVEL_ITALIC] = AKN_DIVISION};

	return kinds[level];
}

struct levels {
	struct parser *p;
	guint8 open[RC_MAX_LIST_DEPTH];
	guint n;
};

static void
close_level(struct levels *l)
{
	akn_close(l->p->out, element_of(l->open[--l->n]));
}

/* Close what a new level ends: one of its kind and all within; an unnumbered
 * heading never holds a numbered one. */
static void
make_room(struct levels *l, enum level level)
{
	gboolean open = FALSE;

	for (guint i = 0; i < l->n; i++)
		open |= l->open[i] == level;
	while (open && l->n && l->open[l->n - 1] != level)
		close_level(l);
	if (open) {
		close_level(l);
		return;
	}
	while (l->n && (l->open[l->n - 1] == LEVEL_ITALIC ||
	           (l->open[l->n - 1] == LEVEL_PLAIN && level != LEVEL_ITALIC)))
		close_level(l);
	if (l->n == G_N_ELEMENTS(l->open))
		close_level(l);
}

/* "sec_IV", "art_2", "title_B" in every language, whatever the script and the
 * word of the label. */
static const char *
level_id(struct parser *p, const struct block *b)
{
	static const char *const tens[] = {"", "X", "XX", "XXX"};
	static const char *const ones[] = {
	    "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
	const char *element = akn_abbreviation(element_of(b->level));
	guint n = b->mark.value;
	g_autofree char *id = NULL;

	if (!n || b->level == LEVEL_PLAIN || b->level == LEVEL_ITALIC)
		return NULL;
	if (b->mark.style == MARK_ROMAN && n < 40)
		id = g_strdup_printf("%s_%s%s", element, tens[n / 10],
		    ones[n % 10]);
	else if (b->mark.style == MARK_UPPER && n <= 26)
		id = g_strdup_printf("%s_%c", element, 'A' + (char)n - 1);
	else
		id = g_strdup_printf("%s_%u", element, n);
	return g_string_chunk_insert(p->chunk, id);
}

static void
heading(struct parser *p, const struct block *b)
{
	akn_open(p->out, AKN_HEADING);
	if (rc_block_is_all(p, b, RC_ITALIC) && !rc_block_is_all(p, b, RC_BOLD))
		akn_attr(p->out, "class", "italic");
	rc_write_plain(p, b, b->body, b->len);
	akn_close(p->out, AKN_HEADING);
}

static guint
open_level(struct levels *l, guint lo, guint hi)
{
	struct parser *p = l->p;
	const struct block *b = block_at(p, lo);
	guint next = rc_next_block(p, lo + 1, hi);

	make_room(l, b->level);
	l->open[l->n++] = b->level;
	akn_open(p->out, element_of(b->level));
	akn_attr(p->out, "eId", level_id(p, b));
	num(p, b);
	if (b->body < b->len) {
		heading(p, b);
		return next;
	}
	/* the heading of a bare "I" stands below it */
	if (kind_at(p, next, hi) == BLOCK_HEADING &&
	    !block_at(p, next)->mark.len) {
		heading(p, block_at(p, next));
		next = rc_next_block(p, next + 1, hi);
	}
	return next;
}

/* A preambular paragraph within the body. */
static void
body_recital(struct levels *l, const struct block *b)
{
	struct parser *p = l->p;

	if (!l->n) {
		akn_open(p->out, AKN_CONTAINER);
		akn_attr(p->out, "name", "preamble");
		akn_attr(p->out, "refersTo", "#preambleConcept");
		paragraph_text(p, b);
		akn_close(p->out, AKN_CONTAINER);
		return;
	}
	akn_open(p->out, AKN_CROSS_HEADING);
	akn_attr(p->out, "refersTo", "#preambleConcept");
	text_of(p, b);
	akn_close(p->out, AKN_CROSS_HEADING);
}

void
rc_write_body(struct parser *p, guint lo, guint hi)
{
	struct levels levels = {.p = p};

	for (lo = rc_next_block(p, lo, hi); lo < hi;) {
		const struct block *b = block_at(p, lo);

		if (b->kind == BLOCK_HEADING) {
			lo = open_level(&levels, lo, hi);
		} else if (b->kind == BLOCK_RECITAL) {
			body_recital(&levels, b);
			lo = rc_next_block(p, lo + 1, hi);
		} else {
			lo = paragraph(p, lo, hi);
		}
	}
	while (levels.n)
		close_level(&levels);
}
