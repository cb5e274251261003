/* units.c - cut a tree into what is compared as one. */
#include "compare/compare.h"

#include <string.h>

#include "akn/akn.h"

/* A unit that is open: text goes to the innermost. */
struct open_unit {
	const xmlNode *node;
	guint unit;  /* index */
	guint style; /* of the text that comes */
	guint cells; /* of a row, so far */
	GString *text;
};

struct cutter {
	GArray *units;
	GArray *open;   /* struct open_unit */
	GArray *styles; /* guint: what to go back to when an element ends */
	GString *number; /* printed before the unit that comes, "" for none */
	guint depth;     /* of lists */
	guint cover;     /* elements open that make a text that of a cover */
};

static void
free_unit(gpointer data)
{
	struct rc_unit *unit = data;

	g_free(unit->number);
	g_free(unit->text);
	g_array_unref(unit->runs);
}

static struct open_unit *
innermost(const struct cutter *c)
{
	return c->open->len ? &g_array_index(c->open, struct open_unit,
	    c->open->len - 1) : NULL;
}

static const char *
nearest_id(const xmlNode *node)
{
	const char *id = NULL;

	for (; node && node->type == XML_ELEMENT_NODE && !id;
	     node = node->parent)
		id = akn_get(node, "eId");
	return id;
}

/* The element that a block is the text of: <p> of a point is the point's. */
static const xmlNode *
owner_of(const xmlNode *node)
{
	static const char *const holders[] = {
		"p", "content", "intro", "wrapUp", "heading", "listIntroduction",
		"listWrapUp", "block", NULL,
	};

	while (node->parent->type == XML_ELEMENT_NODE &&
	    g_strv_contains(holders, (const char *)node->name))
		node = node->parent;
	return node;
}

static enum rc_part
part_of(const struct cutter *c, const xmlNode *node, enum akn_kind kind)
{
	if (kind == AKN_TR)
		return RC_PART_ROW;
	if (akn_kind_of(node->parent) == AKN_AUTHORIAL_NOTE)
		return RC_PART_NOTE;
	if (kind == AKN_HEADING || kind == AKN_SUBHEADING)
		return RC_PART_HEADING;
	return c->cover ? RC_PART_COVER : RC_PART_TEXT;
}

static const char *
role_of(const xmlNode *node)
{
	const xmlNode *first = akn_child(node, AKN_UNKNOWN);

	return first ? (const char *)first->name : "";
}

/* The number that was printed before, or the mark of a note. */
static char *
take_number(struct cutter *c, const xmlNode *node, enum rc_part part)
{
	const char *mark = NULL;
	char *number = NULL;

	if (part == RC_PART_NOTE && !akn_child(node->parent, AKN_NUM) &&
	    akn_child(node->parent, AKN_UNKNOWN) == node)
		mark = akn_get(node->parent, "marker");
	if (mark)
		return g_strdup(mark);
	if (part != RC_PART_NOTE && c->number->len) {
		number = g_strdup(c->number->str);
		g_string_truncate(c->number, 0);
	}
	return number;
}

static guint
add_unit(struct cutter *c, const xmlNode *node, enum rc_part part)
{
	struct rc_unit unit = {
	    .part = part,
	    .id = nearest_id(node),
	    .kind = (const char *)owner_of(node)->name,
	    .role = part == RC_PART_COVER ? role_of(node) : "",
	    .number = take_number(c, node, part),
	    .runs = g_array_new(FALSE, FALSE, sizeof(struct rc_run)),
	    .depth = c->depth,
	};

	g_array_append_val(c->units, unit);
	return c->units->len - 1;
}

static void
open_unit(struct cutter *c, const xmlNode *node, enum akn_kind kind)
{
	struct open_unit open = {
	    .node = node,
	    .unit = add_unit(c, node, part_of(c, node, kind)),
	    .text = g_string_new(NULL),
	};

	g_array_append_val(c->open, open);
}

static void
close_unit(struct cutter *c)
{
	struct open_unit *open = innermost(c);
	struct rc_unit *unit =
	    &g_array_index(c->units, struct rc_unit, open->unit);

	while (open->text->len && open->text->str[open->text->len - 1] == ' ')
		g_string_truncate(open->text, open->text->len - 1);
	unit->text = g_string_free(open->text, FALSE);
	g_array_set_size(c->open, c->open->len - 1);
}

/* ---- text ---- */

static gboolean
is_blank(const char *s)
{
	guchar c = *s;

	return c == ' ' || c == '\n' || c == '\t' || c == '\r' ||
	    (c >= 0xc2 && g_unichar_isspace(g_utf8_get_char(s)));
}

/* A hyphen that keeps a word on its line is one like others. */
static gboolean
is_hyphen(const char *s)
{
	gunichar c = (guchar)*s >= 0xe2 ? g_utf8_get_char(s) : 0;

	return c == 0x2010 || c == 0x2011;
}

/* Blanks of any kind become one space, and none at the start. */
static void
append_text(GString *out, const char *s)
{
	const char *next;

	for (; *s; s = next) {
		char last = out->len ? out->str[out->len - 1] : ' ';

		next = g_utf8_next_char(s);
		if (is_hyphen(s))
			g_string_append_c(out, '-');
		else if (!is_blank(s))
			g_string_append_len(out, s, next - s);
		else if (last != ' ' && last != '\t')
			g_string_append_c(out, ' ');
	}
}

static void
note_style(struct cutter *c, struct open_unit *open)
{
	GArray *runs =
	    g_array_index(c->units, struct rc_unit, open->unit).runs;
	struct rc_run run = {open->text->len, open->style};

	if (runs->len && g_array_index(runs, struct rc_run,
	        runs->len - 1).style == open->style)
		return;
	g_array_append_val(runs, run);
}

static void
add_text(struct cutter *c, const char *s)
{
	struct open_unit *open = innermost(c);

	if (!open)
		return;
	note_style(c, open);
	append_text(open->text, s);
}

/* A cell, but for the first, begins behind a tab. */
static void
begin_cell(struct cutter *c)
{
	struct open_unit *open = innermost(c);
	GString *text = open ? open->text : NULL;

	if (!open || !open->cells++)
		return;
	if (text->len && text->str[text->len - 1] == ' ')
		g_string_truncate(text, text->len - 1);
	g_string_append_c(text, '\t');
}

/* ---- the walk ---- */

static guint
style_of(const xmlNode *node, enum akn_kind kind)
{
	const char *class = akn_get(node, "class");
	guint style = 0;

	if (kind == AKN_I || (class && strstr(class, "italic")))
		style |= RC_STYLE_ITALIC;
	if (kind == AKN_B || (class && strstr(class, "bold")))
		style |= RC_STYLE_BOLD;
	if (kind == AKN_SUP)
		style |= RC_STYLE_SUP;
	if (kind == AKN_SUB)
		style |= RC_STYLE_SUB;
	return style;
}

static gboolean
is_cover(enum akn_kind kind)
{
	return kind == AKN_COVER_PAGE || kind == AKN_PREFACE ||
	    kind == AKN_CONCLUSIONS;
}

/* A row, or a block that is not within one; notes are never within. */
static gboolean
is_unit(const struct cutter *c, const xmlNode *node, enum akn_kind kind)
{
	const struct open_unit *open = innermost(c);

	if (kind == AKN_TR)
		return TRUE;
	if (!(akn_traits(kind) & AKN_BLOCK) || kind == AKN_NUM)
		return FALSE;
	return !open || akn_kind_of(open->node) != AKN_TR ||
	    akn_kind_of(node->parent) == AKN_AUTHORIAL_NOTE;
}

static void
enter(struct cutter *c, struct akn_iter *it)
{
	struct open_unit *open = innermost(c);
	guint before = open ? open->style : 0;

	if (akn_traits(it->kind) & AKN_META) {
		akn_iter_skip(it);
	} else if (it->kind == AKN_NUM) {
		if (c->number->len)
			g_string_append_c(c->number, ' ');
		akn_content(it->node, c->number);
		akn_iter_skip(it);
	} else if (is_unit(c, it->node, it->kind)) {
		open_unit(c, it->node, it->kind);
	} else if (it->kind == AKN_EOL) {
		add_text(c, " ");
	} else if (it->kind == AKN_TD || it->kind == AKN_TH) {
		begin_cell(c);
	} else if (it->kind == AKN_P) {
		add_text(c, " "); /* a further one of a cell */
	} else if (open && akn_traits(it->kind) & AKN_INLINE) {
		open->style |= style_of(it->node, it->kind);
	}
	c->depth += it->kind == AKN_LIST || it->kind == AKN_BLOCK_LIST;
	c->cover += is_cover(it->kind);
	g_array_append_val(c->styles, before);
}

/* A number of something that has no text is a unit all the same. */
static void
flush_number(struct cutter *c, const xmlNode *node)
{
	struct rc_unit *unit;
	guint i;

	if (!c->number->len || !akn_child(node, AKN_NUM))
		return;
	i = add_unit(c, node, RC_PART_TEXT);
	unit = &g_array_index(c->units, struct rc_unit, i);
	unit->text = g_strdup("");
}

static void
leave(struct cutter *c, const struct akn_iter *it)
{
	guint before =
	    g_array_index(c->styles, guint, c->styles->len - 1);
	struct open_unit *open = innermost(c);

	g_array_set_size(c->styles, c->styles->len - 1);
	if (open && open->node == it->node)
		close_unit(c);
	else if (open)
		open->style = before;
	flush_number(c, it->node);
	c->depth -= it->kind == AKN_LIST || it->kind == AKN_BLOCK_LIST;
	c->cover -= is_cover(it->kind);
}

GArray *
rc_units(const xmlDoc *doc)
{
	struct cutter c = {
	    .units = g_array_new(FALSE, FALSE, sizeof(struct rc_unit)),
	    .open = g_array_new(FALSE, FALSE, sizeof(struct open_unit)),
	    .styles = g_array_new(FALSE, FALSE, sizeof(guint)),
	    .number = g_string_new(NULL),
	};
	struct akn_iter it;

	g_array_set_clear_func(c.units, free_unit);
	akn_iter_init(&it, xmlDocGetRootElement(doc));
	while (akn_iter_next(&it) != AKN_END) {
		if (it.event == AKN_ENTER)
			enter(&c, &it);
		else if (it.event == AKN_LEAVE)
			leave(&c, &it);
		else
			add_text(&c, (const char *)it.node->content);
	}
	g_array_unref(c.open);
	g_array_unref(c.styles);
	g_string_free(c.number, TRUE);
	return c.units;
}
