/* docx_number.c - automatic numbering (ISO/IEC 29500-1, 17.9). */
#include "input/docx_number.h"

#include <string.h>


#define MAX_LINKS 8      /* of styles that name lists that name styles */
#define MAX_COUNT 99999u
#define MAX_TEXT 200u    /* bytes of a number */

struct reading {
	struct docx_numbering *numbering;
	struct docx_scheme *scheme;
	struct docx_list *list;
	struct docx_level *level; /* the one open */
	int override;             /* its level, -1 for none */
};

static void
levels_done(struct docx_level *levels)
{
	for (guint i = 0; i < DOCX_LEVELS; i++) {
		g_free(levels[i].text);
		g_free(levels[i].style);
	}
}

static void
scheme_free(struct docx_scheme *scheme)
{
	levels_done(scheme->levels);
	g_free(scheme->style_link);
	g_free(scheme);
}

static void
list_free(struct docx_list *list)
{
	levels_done(list->levels);
	g_free(list);
}

/* ---- reading ---- */

static void
begin_scheme(struct reading *r, struct docx_xml *x)
{
	int id = docx_get_number(x, "abstractNumId", 0, G_MAXINT, -1);

	if (id < 0 || g_hash_table_size(r->numbering->schemes) >=
	    RC_MAX_STYLES) {
		docx_xml_skip(x);
		return;
	}
	r->scheme = g_new0(struct docx_scheme, 1);
	g_hash_table_replace(r->numbering->schemes, GINT_TO_POINTER(id),
	    r->scheme);
}

static void
begin_list(struct reading *r, struct docx_xml *x)
{
	int id = docx_get_number(x, "numId", 0, G_MAXINT, -1);

	if (id < 0 ||
	    g_hash_table_size(r->numbering->lists) >= RC_MAX_STYLES) {
		docx_xml_skip(x);
		return;
	}
	r->list = g_new0(struct docx_list, 1);
	r->list->scheme = -1;
	for (guint i = 0; i < DOCX_LEVELS; i++)
		r->list->starts[i] = -1;
	g_hash_table_replace(r->numbering->lists, GINT_TO_POINTER(id),
	    r->list);
}

static void
begin_level(struct reading *r, struct docx_xml *x)
{
	int at = docx_get_number(x, "ilvl", 0, DOCX_LEVELS - 1, 0);

	if (r->list)
		r->level = &r->list->levels[at];
	else if (r->scheme)
		r->level = &r->scheme->levels[at];
	else
		return;
	r->level->said = TRUE;
	r->level->restart = -1;
	r->level->format = DOCX_DECIMAL;
}

static void
read_level(struct docx_level *level, struct docx_xml *x, enum docx_tag tag)
{
	const char *value = docx_get(x, "val");

	switch (tag) {
	case DOCX_START:
		level->start = docx_get_number(x, "val", 0, MAX_COUNT, 0);
		break;
	case DOCX_NUM_FMT:
		level->format = docx_format_find(value);
		break;
	case DOCX_LVL_TEXT:
		g_free(level->text);
		level->text = g_strdup(value);
		break;
	case DOCX_LVL_RESTART:
		level->restart = docx_get_number(x, "val", 0, DOCX_LEVELS, -1);
		break;
	case DOCX_SUFF:
		level->glued = value && strcmp(value, "nothing") == 0;
		break;
	case DOCX_IS_LGL:
		level->legal = docx_get_on(x);
		break;
	case DOCX_P_STYLE:
		g_free(level->style);
		level->style = g_strdup(value);
		break;
	default:
		break;
	}
}

static void
on_start(gpointer payload, struct docx_xml *x, enum docx_tag tag)
{
	struct reading *r = payload;

	switch (tag) {
	case DOCX_ABSTRACT_NUM:
		begin_scheme(r, x);
		break;
	case DOCX_NUM:
		begin_list(r, x);
		break;
	case DOCX_LVL:
		begin_level(r, x);
		break;
	case DOCX_NUM_STYLE_LINK:
		if (r->scheme && !r->scheme->style_link)
			r->scheme->style_link = g_strdup(docx_get(x, "val"));
		break;
	case DOCX_ABSTRACT_NUM_ID:
		if (r->list)
			r->list->scheme = docx_get_number(x, "val", 0,
			    G_MAXINT, -1);
		break;
	case DOCX_LVL_OVERRIDE:
		r->override = docx_get_number(x, "ilvl", 0, DOCX_LEVELS - 1, 0);
		break;
	case DOCX_START_OVERRIDE:
		if (r->list && r->override >= 0)
			r->list->starts[r->override] = docx_get_number(x,
			    "val", 0, MAX_COUNT, -1);
		break;
	default:
		if (r->level)
			read_level(r->level, x, tag);
	}
}

static void
on_end(gpointer payload, struct docx_xml *x, enum docx_tag tag)
{
	struct reading *r = payload;

	if (tag == DOCX_LVL)
		r->level = NULL;
	else if (tag == DOCX_ABSTRACT_NUM)
		r->scheme = NULL;
	else if (tag == DOCX_NUM)
		r->list = NULL;
	else if (tag == DOCX_LVL_OVERRIDE)
		r->override = -1;
}

gboolean
docx_numbering_read(struct docx_numbering *numbering,
    const struct docx_file *file, const char *part, GError **error)
{
	static const struct docx_teller teller = {
	    .start = on_start, .end = on_end};
	struct reading r = {.numbering = numbering, .override = -1};

	*numbering = (struct docx_numbering){
	    .schemes = g_hash_table_new_full(NULL, NULL, NULL,
	        (GDestroyNotify)scheme_free),
	    .lists = g_hash_table_new_full(NULL, NULL, NULL,
	        (GDestroyNotify)list_free),
	};
	return !part || docx_xml_read(file, part, &teller, &r, error);
}

void
docx_numbering_done(struct docx_numbering *numbering)
{
	if (!numbering->lists)
		return;
	g_hash_table_unref(numbering->schemes);
	g_hash_table_unref(numbering->lists);
	numbering->lists = NULL;
}

/* ---- counting ---- */

/* The scheme of a list, by way of the styles that stand for another. NULL when
 * there is none or they lead round in a circle. */
static struct docx_scheme *
scheme_of(const struct docx_numbering *numbering,
    const struct docx_styles *styles, const struct docx_list *list)
{
	for (guint n = 0; list && n < MAX_LINKS; n++) {
		struct docx_scheme *scheme = g_hash_table_lookup(
		    numbering->schemes, GINT_TO_POINTER(list->scheme));
		const struct docx_style *style;

		if (!scheme || !scheme->style_link)
			return scheme;
		style = docx_style_find(styles, scheme->style_link);
		if (!style || style->list <= 0)
			return NULL;
		list = g_hash_table_lookup(numbering->lists,
		    GINT_TO_POINTER(style->list));
	}
	return NULL;
}

static const struct docx_level *
level_of(const struct docx_list *list, const struct docx_scheme *scheme,
    guint at)
{
	return list->levels[at].said ? &list->levels[at] : &scheme->levels[at];
}

/* The level that a style is tied to, 0 if none is. */
static int
level_of_style(const struct docx_list *list, const struct docx_scheme *scheme,
    const char *style)
{
	for (guint i = 0; style && i < DOCX_LEVELS; i++) {
		const struct docx_level *level = level_of(list, scheme, i);

		if (level->style && strcmp(level->style, style) == 0)
			return (int)i;
	}
	return 0;
}

static guint
first_of(const struct docx_list *list, const struct docx_scheme *scheme,
    guint at)
{
	return list->starts[at] >= 0 ? (guint)list->starts[at]
	                             : (guint)level_of(list, scheme, at)->start;
}

/* Count on at a level; those below begin anew. */
static void
count(struct docx_list *list, struct docx_scheme *scheme, guint at)
{
	guint bit = 1u << at;

	if (list->starts[at] >= 0 && !(list->started & bit))
		scheme->used &= ~bit;
	list->started |= bit;
	if (!(scheme->used & bit))
		scheme->counts[at] = first_of(list, scheme, at);
	else if (scheme->counts[at] < MAX_COUNT)
		scheme->counts[at]++;
	scheme->used |= bit;
	for (guint i = at + 1; i < DOCX_LEVELS; i++) {
		int restart = level_of(list, scheme, i)->restart;

		if (restart < 0 || (int)at < restart)
			scheme->used &= ~(1u << i);
	}
}

static void
put_count(const struct docx_list *list, const struct docx_scheme *scheme,
    guint at, gboolean legal, GString *out)
{
	const struct docx_level *level = level_of(list, scheme, at);
	guint value = scheme->used & 1u << at ? scheme->counts[at]
	                                      : first_of(list, scheme, at);

	docx_format_put(legal ? DOCX_DECIMAL : level->format, value, out);
}

/* A bullet is a character of some font of signs: what it looks like is told by
 * its place there; anything unknown is a bullet too. */
static void
put_bullet(const char *text, GString *out)
{
	gunichar c = text && *text ? g_utf8_get_char(text) : 0;

	if (c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2212)
		g_string_append(out, "–");
	else if (c)
		g_string_append(out, "•");
}

static void
put_number(const struct docx_list *list, const struct docx_scheme *scheme,
    guint at, GString *out)
{
	const struct docx_level *level = level_of(list, scheme, at);

	if (level->format == DOCX_BULLETS) {
		put_bullet(level->text, out);
		return;
	}
	for (const char *s = level->text; s && *s && out->len < MAX_TEXT;
	     s = g_utf8_next_char(s)) {
		if (*s == '%' && s[1] >= '1' && s[1] <= '9') {
			put_count(list, scheme, (guint)(s[1] - '1'),
			    level->legal, out);
			s++;
		} else {
			g_string_append_unichar(out, g_utf8_get_char(s));
		}
	}
}

gboolean
docx_number_next(struct docx_numbering *numbering,
    const struct docx_styles *styles, int list, int level, const char *style,
    GString *out)
{
	struct docx_list *l = g_hash_table_lookup(numbering->lists,
	    GINT_TO_POINTER(list));
	struct docx_scheme *scheme = scheme_of(numbering, styles, l);

	if (!scheme)
		return FALSE;
	if (level < 0)
		level = level_of_style(l, scheme, style);
	if (!level_of(l, scheme, (guint)level)->said)
		return FALSE;
	count(l, scheme, (guint)level);
	put_number(l, scheme, (guint)level, out);
	return level_of(l, scheme, (guint)level)->glued;
}
