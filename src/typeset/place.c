/* place.c - what a paragraph looks like, by where it stands in the tree. */
#include <string.h>

#include "typeset/flow_private.h"

#define NO_BREAK_SPACE "\xc2\xa0"
#define LINE_BREAK "\xe2\x80\xa8" /* U+2028 */

/* ---- the cover ---- */

static gboolean
has_inline(const xmlNode *block, const char *name)
{
	struct akn_iter it;

	akn_iter_init(&it, block);
	while (akn_iter_next(&it) != AKN_END)
		if (it.event == AKN_ENTER && it.kind == AKN_INLINE_ &&
		    g_strcmp0(akn_get(it.node, "name"), name) == 0)
			return TRUE;
	return FALSE;
}

static gboolean
has_refers(const xmlNode *block, enum akn_kind kind, const char *term)
{
	const xmlNode *node = akn_find(block, kind);

	return node && akn_refers(node, term);
}

/* A part of a document that a block stands in, or NULL. */
static const xmlNode *
ancestor(const xmlNode *node, enum akn_kind kind)
{
	for (; node; node = node->parent)
		if (akn_kind_of(node) == kind)
			return node;
	return NULL;
}

static const xmlNode *
here(const struct rc_flow *f, const xmlNode *block)
{
	return block ? block : f->it.node;
}

/* The publisher or the organ; the council below the masthead is neither. */
static gboolean
is_authority(const xmlNode *block)
{
	const xmlNode *container = ancestor(block, AKN_CONTAINER);

	return akn_find(block, AKN_DOC_AUTHORITY) &&
	    !akn_find(block, AKN_DOC_TITLE) &&
	    !has_refers(block, AKN_DOC_AUTHORITY, "subsidiaryBody") &&
	    (!container || g_strcmp0(akn_get(container, "name"), "meeting"));
}

/* Cover pages that collections keep apart stand partly in the preface. */
gboolean
rc_flow_is_masthead(const struct rc_flow *f, const xmlNode *block)
{
	static const char *const inlines[] = {"akn4un:distribution",
	    "akn4un:originalLanguage", "akn4un:languageOfExpression"};

	if (!ancestor(block, AKN_COVER_PAGE))
		return FALSE;
	for (guint i = 0; i < G_N_ELEMENTS(inlines); i++)
		if (has_inline(block, inlines[i]))
			return TRUE;
	return akn_find(block, AKN_DOC_STATUS) ||
	    has_refers(block, AKN_DOC_NUMBER, "symbol") ||
	    has_refers(block, AKN_DOC_DATE, "dateOfIssuance") ||
	    is_authority(block);
}

static gboolean
begins_with(const xmlNode *block, const char *mark)
{
	g_autoptr(GString) text = g_string_new(NULL);

	akn_content(block, text);
	return g_str_has_prefix(g_strchug(text->str), mark);
}

/* A block of the session and adoption lines, or RC_STYLE_N. */
static enum rc_style
place_meeting(struct rc_flow *f, const xmlNode *block)
{
	if (akn_find(block, AKN_SESSION))
		return RC_STYLE_SESSION;
	if (has_inline(block, "akn4un:agendaItemTitle"))
		return f->titles++ > 0 ? RC_STYLE_AGENDA_FURTHER
		                       : RC_STYLE_AGENDA_TITLE;
	if (has_inline(block, "akn4un:agendaItem"))
		return RC_STYLE_AGENDA;
	if (begins_with(block, "["))
		return RC_STYLE_BRACKET;
	if (akn_find(block, AKN_DOC_TITLE) &&
	    !has_refers(block, AKN_DOC_TITLE, "resolutionTitle") &&
	    akn_find(block, AKN_DOC_DATE))
		return RC_STYLE_ADOPTION;
	if (akn_find(block, AKN_DOC_PROPONENT))
		return RC_STYLE_SPONSORS;
	return RC_STYLE_N;
}

static enum rc_style
place_cover(struct rc_flow *f, const xmlNode *block)
{
	enum rc_style style = place_meeting(f, block);

	if (style != RC_STYLE_N)
		return style;
	if (akn_find(block, AKN_DOC_AUTHORITY) &&
	    !akn_find(block, AKN_DOC_TITLE))
		return RC_STYLE_COUNCIL;
	if (akn_find(block, AKN_DOC_TITLE))
		return RC_STYLE_ADOPTION;
	return RC_STYLE_AGENDA;
}

static enum rc_style
place_preface(struct rc_flow *f, const xmlNode *block)
{
	enum rc_style style;

	if (f->annexes > 0)
		return akn_find(block, AKN_DOC_TITLE) ? RC_STYLE_ANNEX_TITLE
		                                      : RC_STYLE_ANNEX;
	style = place_meeting(f, block);
	if (style != RC_STYLE_N)
		return style;
	if (akn_find(block, AKN_DOC_TITLE))
		return RC_STYLE_TITLE;
	if (has_refers(block, AKN_DOC_NUMBER, "partLetter"))
		return RC_STYLE_PART_LETTER;
	if (akn_find(block, AKN_DOC_TYPE) && akn_find(block, AKN_DOC_NUMBER))
		return RC_STYLE_SC_NUMBER;
	return akn_find(block, AKN_DOC_DATE) ? RC_STYLE_SC_ADOPTION
	                                     : RC_STYLE_TITLE;
}

void
rc_flow_break_before_date(struct rc_para *para)
{
	const char *text = para->text->str, *word;
	gsize at;

	rc_para_trim(para);
	while (g_str_has_suffix(para->text->str, NO_BREAK_SPACE))
		g_string_truncate(para->text, para->text->len - 2);
	if (para->text->len == 0)
		return;
	word = strrchr(text, ' ');
	at = word ? (gsize)(word - text) : 0;
	/* "on", "el", "le": too short to end a line */
	if (!word || g_utf8_strlen(word + 1, -1) > 3) {
		rc_para_break(para);
		return;
	}
	g_string_erase(para->text, at, 1);
	g_string_insert(para->text, at, LINE_BREAK);
	g_string_append_c(para->text, ' ');
}

/* Since 2023 the outer brackets of the line under the adoption are upright. */
void
rc_flow_straighten(struct rc_para *para)
{
	gsize len = para->text->len;

	if (len < 2 || para->text->str[0] != '[' ||
	    para->text->str[len - 1] != ']')
		return;
	rc_para_mark(para, 0, 1, RC_MARK_ROMAN);
	rc_para_mark(para, len - 1, len, RC_MARK_ROMAN);
}

void
rc_flow_slant(struct rc_para *label)
{
	const char *text = label->text->str;

	for (const char *p = text; *p; p = g_utf8_next_char(p))
		if (g_unichar_isalpha(g_utf8_get_char(p)))
			rc_para_mark(label, p - text,
			    g_utf8_next_char(p) - text, RC_MARK_ITALIC);
}

/* ---- the body ---- */

/* The last character that a block prints, or 0. */
static gunichar
last_character(const xmlNode *block)
{
	g_autoptr(GString) text = g_string_new(NULL);
	const char *end;

	akn_content(block, text);
	g_strchomp(text->str);
	end = g_utf8_find_prev_char(text->str,
	    text->str + strlen(text->str));
	return end ? g_utf8_get_char(end) : 0;
}

gboolean
rc_flow_is_operative(const xmlNode *annex)
{
	gint balance = 0;
	struct akn_iter it;

	akn_iter_init(&it, annex);
	while (akn_iter_next(&it) != AKN_END) {
		if (it.event != AKN_ENTER || it.kind != AKN_PARAGRAPH ||
		    !akn_child(it.node, AKN_NUM))
			continue;
		switch (last_character(it.node)) {
		case ';': case 0x61b: case 0xff1b: /* Arabic, Chinese */
			balance++;
			break;
		case '.': case 0x3002:
			balance--;
			break;
		}
		akn_iter_skip(&it);
	}
	return balance > 0;
}

/* The style of the n-th level of points, from 1. */
static enum rc_style
nth(enum rc_style first, guint n, guint most)
{
	return first + MIN(n, most) - 1;
}

static enum rc_style
place_labelled(const struct rc_flow *f)
{
	gunichar c = g_utf8_get_char(f->label->text->str);

	if (f->points > 0)
		return nth(RC_STYLE_POINT_1, f->points, 4);
	return f->annexes > 0 && !f->operative && g_unichar_isdigit(c)
	    ? RC_STYLE_NUMBERED_OUT : RC_STYLE_NUMBERED;
}

static enum rc_style
place_plain(const struct rc_flow *f, const xmlNode *block)
{
	const char *class = block ? akn_get(block, "class") : NULL;

	if (f->points > 1)
		return nth(RC_STYLE_INNER_2, f->points - 1, 3);
	if (class && strstr(class, "noindent"))
		return RC_STYLE_FLUSH;
	if (akn_kind_of(block) == AKN_LIST_WRAP_UP ||
	    ancestor(block, AKN_WRAP_UP))
		return RC_STYLE_FLUSH;
	return RC_STYLE_BODY;
}

static enum rc_style
place_heading(const xmlNode *block)
{
	const char *class = akn_get(block, "class");

	return akn_kind_of(block) == AKN_SUBHEADING ||
	    (class && strstr(class, "italic")) ? RC_STYLE_HEADING_ITALIC
	                                       : RC_STYLE_HEADING;
}

static gboolean
is_point_like(enum akn_kind kind)
{
	return kind == AKN_PARAGRAPH || kind == AKN_POINT || kind == AKN_ITEM ||
	    kind == AKN_ALINEA || kind == AKN_LIST;
}

/* The style of a block by its own kind, or RC_STYLE_N. */
static enum rc_style
place_kind(const struct rc_flow *f, const xmlNode *block)
{
	enum akn_kind parent = akn_kind_of(block ? block->parent : NULL);

	switch (akn_kind_of(block)) {
	case AKN_CAPTION:
		return RC_STYLE_CAPTION;
	case AKN_SUBHEADING:
		return place_heading(block);
	case AKN_HEADING:
		if (parent == AKN_ATTACHMENT)
			return RC_STYLE_ANNEX_TITLE;
		return is_point_like(parent) ? RC_STYLE_N
		                             : place_heading(block);
	case AKN_CROSS_HEADING:
		return akn_refers(block, "preambleConcept")
		    ? RC_STYLE_BODY : place_heading(block);
	case AKN_BLOCK_:
		return g_strcmp0(akn_get(block, "name"), "heading") == 0
		    ? RC_STYLE_HEADING : RC_STYLE_N;
	case AKN_NUM:
		if (is_point_like(parent))
			return RC_STYLE_BODY;
		return akn_next(block, AKN_HEADING) ? RC_STYLE_LEVEL_NUMBER
		                                    : RC_STYLE_HEADING;
	default:
		return RC_STYLE_N;
	}
}

enum rc_style
rc_flow_place(struct rc_flow *f, const xmlNode *block)
{
	const xmlNode *at = here(f, block);
	enum rc_style style;

	if (f->note >= 0)
		return RC_STYLE_NOTE;
	if (f->table)
		return f->in_table_note ? RC_STYLE_TABLE_NOTE
		                        : rc_table_style(f->table);
	style = place_kind(f, block);
	if (style != RC_STYLE_N)
		return style;
	if (ancestor(at, AKN_COVER_PAGE))
		return place_cover(f, at);
	if (ancestor(at, AKN_PREFACE))
		return place_preface(f, at);
	if (ancestor(at, AKN_CONCLUSIONS))
		return akn_find(at, AKN_VOTE) ? RC_STYLE_VOTE
		                              : RC_STYLE_CLOSING;
	if (ancestor(at, AKN_FORMULA) && f->points == 0 && !f->label)
		return RC_STYLE_FORMULA;
	return f->label ? place_labelled(f) : place_plain(f, block);
}

/* "I" over its heading, "Article 1"; but "A." before its heading. */
gboolean
rc_flow_stands_alone(const xmlNode *num, const struct rc_para *text)
{
	enum akn_kind parent = akn_kind_of(num->parent);
	gsize len = text->text->len;

	if (is_point_like(parent))
		return FALSE;
	if (!akn_next(num, AKN_HEADING))
		return TRUE;
	return len == 0 || len > 6 || text->text->str[len - 1] != '.';
}
