/* docx_style.c - styles.xml. */
#include "input/docx_style.h"

#include <string.h>

enum {
	RAW,
	OPEN,   /* seen on the way up: a circle if it is met again */
	WHOLE,
};

struct reading {
	struct docx_styles *styles;
	struct docx_style *style;
	gboolean defaults;
};

static void
style_free(struct docx_style *style)
{
	g_free(style->id);
	g_free(style->based_on);
	g_free(style);
}

static void
begin_style(struct reading *r, struct docx_xml *x)
{
	const char *id = docx_get(x, "styleId"), *type = docx_get(x, "type");
	const char *is_default = docx_get(x, "default");

	if (!id || g_hash_table_size(r->styles->all) >= RC_MAX_STYLES) {
		docx_xml_skip(x);
		return;
	}
	r->style = g_new0(struct docx_style, 1);
	r->style->id = g_strdup(id);
	r->style->list = r->style->level = r->style->outline = -1;
	g_hash_table_replace(r->styles->all, r->style->id, r->style);
	r->style->is_default = is_default && strcmp(is_default, "0") != 0 &&
	    strcmp(is_default, "false") != 0 && type &&
	    strcmp(type, "paragraph") == 0;
}

static void
read_property(struct reading *r, struct docx_xml *x, enum docx_tag tag)
{
	struct docx_style *style = r->style;

	switch (tag) {
	case DOCX_BASED_ON:
		g_free(style->based_on);
		style->based_on = g_strdup(docx_get(x, "val"));
		break;
	case DOCX_NUM_ID:
		style->list = docx_get_number(x, "val", 0, G_MAXINT, -1);
		break;
	case DOCX_ILVL:
		style->level = docx_get_number(x, "val", 0, 8, -1);
		break;
	case DOCX_OUTLINE_LVL:
		style->outline = docx_get_number(x, "val", 0, 9, -1);
		break;
	default:
		docx_look_read(&style->look, x, tag);
	}
}

static void
on_start(gpointer payload, struct docx_xml *x, enum docx_tag tag)
{
	struct reading *r = payload;

	switch (tag) {
	case DOCX_STYLE:
		begin_style(r, x);
		break;
	case DOCX_R_PR_DEFAULT:
		r->defaults = TRUE;
		break;
	case DOCX_R_PR_CHANGE:
	case DOCX_P_PR_CHANGE:
	case DOCX_TBL_PR: /* of tables: rows and cells */
	case DOCX_TC_PR:
		docx_xml_skip(x);
		break;
	case DOCX_OTHER: /* w:tblStylePr: of some rows or columns only */
		if (r->style && strcmp(x->name, "tblStylePr") == 0)
			docx_xml_skip(x);
		break;
	default:
		if (r->style)
			read_property(r, x, tag);
		else if (r->defaults)
			docx_look_read(&r->styles->defaults, x, tag);
	}
}

static void
on_end(gpointer payload, struct docx_xml *x, enum docx_tag tag)
{
	struct reading *r = payload;

	if (tag == DOCX_STYLE)
		r->style = NULL;
	else if (tag == DOCX_R_PR_DEFAULT)
		r->defaults = FALSE;
}

/* Take over what a style inherits. A circle ends where it closes. */
static void
complete(const struct docx_styles *styles, struct docx_style *style)
{
	g_autoptr(GPtrArray) line = g_ptr_array_new();
	struct docx_style *above = NULL;

	while (style && style->state == RAW) {
		style->state = OPEN;
		g_ptr_array_add(line, style);
		style = style->based_on
		    ? g_hash_table_lookup(styles->all, style->based_on) : NULL;
	}
	above = style && style->state == WHOLE ? style : NULL;
	for (guint i = line->len; i-- > 0; above = style) {
		style = line->pdata[i];
		style->state = WHOLE;
		if (!above)
			continue;
		style->look = docx_look_over(above->look, style->look);
		style->level = style->level < 0 && style->list < 0
		    ? above->level : style->level;
		style->list = style->list < 0 ? above->list : style->list;
		style->outline = style->outline < 0 ? above->outline
		                                    : style->outline;
	}
}

/* What Word would do with styles that are not in the file is half of the part
 * and says nothing of the text: cut it out, for reading it costs. */
static void
cut_latent(const struct docx_file *file, const char *part)
{
	static const char open[] = "<w:latentStyles", close[] =
	    "</w:latentStyles>";
	gsize size;
	const char *data = g_bytes_get_data(
	    g_hash_table_lookup(file->parts, part), &size);
	const char *from = docx_find(data, size, open);
	const char *to = from ? docx_find(from, data + size - from, close)
	                      : NULL;
	GString *kept;

	if (!to)
		return;
	to += strlen(close);
	kept = g_string_sized_new(size);
	g_string_append_len(kept, data, from - data);
	g_string_append_len(kept, to, data + size - to);
	g_hash_table_insert(file->parts, g_strdup(part),
	    g_string_free_to_bytes(kept));
}

gboolean
docx_styles_read(struct docx_styles *styles, const struct docx_file *file,
    const char *part, GError **error)
{
	static const struct docx_teller teller = {
	    .start = on_start, .end = on_end};
	struct reading r = {.styles = styles};
	struct docx_style *style;
	GHashTableIter it;

	*styles = (struct docx_styles){.all = g_hash_table_new_full(g_str_hash,
	    g_str_equal, NULL, (GDestroyNotify)style_free)};
	if (part)
		cut_latent(file, part);
	if (part && !docx_xml_read(file, part, &teller, &r, error))
		return FALSE;
	g_hash_table_iter_init(&it, styles->all);
	while (g_hash_table_iter_next(&it, NULL, (gpointer *)&style)) {
		complete(styles, style);
		if (style->is_default && (!styles->normal ||
		        strcmp(style->id, styles->normal->id) < 0))
			styles->normal = style;
	}
	return TRUE;
}

void
docx_styles_done(struct docx_styles *styles)
{
	if (styles->all)
		g_hash_table_unref(styles->all);
	styles->all = NULL;
}

const struct docx_style *
docx_style_find(const struct docx_styles *styles, const char *id)
{
	return id ? g_hash_table_lookup(styles->all, id) : NULL;
}
