/* docx_body.c - the walk over a part with text: document, head, foot, notes.
 *
 * What an element is not known to be is passed through, so that its text is
 * read; drawings have none but in text boxes. */
#include "input/docx.h"

#include <string.h>

/* ---- paragraphs and runs ---- */

static void
begin_run(struct docx_para *para)
{
	para->run = (struct docx_look){0};
	para->run_style = NULL;
	para->marking = 0;
}

/* A property in w:pPr, or of the list in it. */
static void
read_para_property(struct docx_reader *r, struct docx_xml *x, enum docx_tag tag)
{
	struct docx_para *para = r->para;
	const struct docx_style *style;

	switch (tag) {
	case DOCX_P_STYLE:
		style = docx_style_find(&r->styles, docx_get(x, "val"));
		para->style = style ? style : para->style;
		break;
	case DOCX_NUM_ID:
		para->list = docx_get_number(x, "val", 0, G_MAXINT, -1);
		break;
	case DOCX_ILVL:
		para->level = docx_get_number(x, "val", 0, DOCX_LEVELS - 1, -1);
		break;
	case DOCX_PAGE_BREAK_BEFORE:
		if (docx_get_on(x))
			docx_page(r);
		break;
	default:
		break;
	}
}

/* Whether the element that began is a property of the paragraph's own end. */
static gboolean
is_of_mark(const struct docx_xml *x)
{
	return docx_xml_parent(x) == DOCX_R_PR && x->depth > 2 &&
	    x->tags[x->depth - 2] == DOCX_P_PR;
}

static void
read_run_property(struct docx_reader *r, struct docx_xml *x, enum docx_tag tag)
{
	if (docx_xml_parent(x) != DOCX_R_PR || x->tags[x->depth - 2] != DOCX_R)
		return;
	if (tag == DOCX_R_STYLE)
		r->para->run_style = docx_style_find(&r->styles,
		    docx_get(x, "val"));
	else
		docx_look_read(&r->para->run, x, tag);
}

/* Text that was taken out, or moved elsewhere, is not read; a paragraph whose
 * end was, goes on in the next; so is a row. */
static void
begin_deletion(struct docx_reader *r, struct docx_xml *x)
{
	r->n_changes++;
	if (is_of_mark(x))
		r->para->goes_on = TRUE;
	else if (docx_xml_parent(x) == DOCX_TR_PR)
		r->table.gone = r->table.depth == 1;
	docx_xml_skip(x);
}

/* ---- characters ---- */

static void
put_break(struct docx_reader *r, struct docx_xml *x)
{
	const char *type = docx_get(x, "type");

	if (!type || strcmp(type, "textWrapping") == 0)
		docx_put_break(r);
	else if (strcmp(type, "page") == 0)
		docx_page(r);
	else
		docx_put(r, " ", 1);
}

static void
put_symbol(struct docx_reader *r, struct docx_xml *x)
{
	const char *code = docx_get(x, "char");

	docx_put_symbol(r, docx_get(x, "font"),
	    code ? (gunichar)g_ascii_strtoull(code, NULL, 16) : 0);
}

/* Elements that stand for a character. */
static void
put_character(struct docx_reader *r, struct docx_xml *x, enum docx_tag tag)
{
	if (docx_field_hides(r))
		return;
	switch (tag) {
	case DOCX_TAB:
	case DOCX_PTAB:
		docx_put(r, "\t", 1);
		break;
	case DOCX_CR:
		docx_put_break(r);
		break;
	case DOCX_BR:
		put_break(r, x);
		break;
	case DOCX_NO_BREAK_HYPHEN:
		docx_put(r, "\xE2\x80\x91", 3);
		break;
	default:
		put_symbol(r, x);
		break;
	}
}

/* ---- sections ---- */

static void
read_edge(struct docx_reader *r, struct docx_xml *x, gboolean foot)
{
	const char *type = docx_get(x, "type"), *id = docx_get(x, "id");
	struct docx_edge edge = {.section = r->section, .foot = foot};

	if (!id || r->edges->len >= RC_MAX_ZIP_ENTRIES)
		return;
	edge.first = type && strcmp(type, "first") == 0;
	edge.even = type && strcmp(type, "even") == 0;
	edge.id = g_strdup(id);
	g_array_append_val(r->edges, edge);
}

/* ---- links ---- */

static void
begin_hyperlink(struct docx_reader *r, struct docx_xml *x)
{
	const char *id = docx_get(x, "id");
	const struct docx_rel *rel = id && r->rels
	    ? g_hash_table_lookup(r->rels, id) : NULL;

	r->para->href = rel && rel->external
	    ? g_string_chunk_insert(r->text->chunk, rel->target) : NULL;
}

/* ---- the walk ---- */

/* Elements that are not read, and what is counted of them. TRUE if it is one
 * of them. */
static gboolean
leave_out(struct docx_reader *r, struct docx_xml *x, enum docx_tag tag)
{
	switch (tag) {
	case DOCX_DEL:
	case DOCX_MOVE_FROM:
	case DOCX_CELL_DEL:
		begin_deletion(r, x);
		return TRUE;
	case DOCX_INS:
	case DOCX_MOVE_TO:
		r->n_changes++;
		return FALSE;
	case DOCX_R_PR_CHANGE:
	case DOCX_P_PR_CHANGE:
	case DOCX_SECT_PR_CHANGE:
	case DOCX_TBL_PR_CHANGE:
	case DOCX_TBL_PR_EX_CHANGE:
	case DOCX_TR_PR_CHANGE:
	case DOCX_TC_PR_CHANGE:
	case DOCX_TBL_GRID_CHANGE:
	case DOCX_NUMBERING_CHANGE:
		r->n_changes++;
		/* fall through */
	case DOCX_DEL_TEXT:
	case DOCX_DEL_INSTR_TEXT:
	case DOCX_SDT_PR:
	case DOCX_RT:
	case DOCX_TABS:
		docx_xml_skip(x);
		return TRUE;
	case DOCX_BLIP:
	case DOCX_IMAGEDATA:
	case DOCX_ALT_CHUNK:
		r->n_pictures += r->area == DOCX_AREA_BODY;
		return TRUE;
	default:
		return FALSE;
	}
}

static void
start_text(struct docx_reader *r, struct docx_xml *x, enum docx_tag tag)
{
	switch (tag) {
	case DOCX_P:
		docx_begin_para(r);
		break;
	case DOCX_R:
		begin_run(r->para);
		break;
	case DOCX_HYPERLINK:
		begin_hyperlink(r, x);
		break;
	case DOCX_FLD_CHAR:
		docx_field_char(r, x);
		break;
	case DOCX_FLD_SIMPLE:
		docx_field_begin(r, docx_get(x, "instr") ? docx_get(x, "instr")
		                                         : "");
		break;
	case DOCX_BOOKMARK_START:
		docx_mark_begin(r, x);
		break;
	case DOCX_BOOKMARK_END:
		docx_mark_end(r, x);
		break;
	case DOCX_FOOTNOTE_REFERENCE:
		docx_note_call(r, x, DOCX_FOOT);
		break;
	case DOCX_ENDNOTE_REFERENCE:
		docx_note_call(r, x, DOCX_END);
		break;
	case DOCX_TXBX_CONTENT:
		docx_box_begin(r);
		break;
	case DOCX_TAB: /* w:tabs, with its stops, is passed over */
	case DOCX_PTAB:
	case DOCX_CR:
	case DOCX_BR:
	case DOCX_NO_BREAK_HYPHEN:
	case DOCX_SYM:
		put_character(r, x, tag);
		break;
	default:
		read_para_property(r, x, tag);
		read_run_property(r, x, tag);
	}
}

static void
on_start(gpointer payload, struct docx_xml *x, enum docx_tag tag)
{
	struct docx_reader *r = payload;

	r->xml = x;
	if (tag == DOCX_OTHER || leave_out(r, x, tag))
		return;
	switch (tag) {
	case DOCX_TBL:
	case DOCX_TR:
	case DOCX_TC:
	case DOCX_GRID_SPAN:
	case DOCX_V_MERGE:
	case DOCX_TBL_HEADER:
	case DOCX_GRID_BEFORE:
		docx_table_start(r, x, tag);
		break;
	case DOCX_FOOTNOTE:
	case DOCX_ENDNOTE:
		docx_note_begin(r, x);
		break;
	case DOCX_SECT_PR:
		r->section++;
		break;
	case DOCX_TITLE_PG:
		r->title_page |= r->section == 1 && docx_get_on(x);
		break;
	case DOCX_HEADER_REFERENCE:
	case DOCX_FOOTER_REFERENCE:
		read_edge(r, x, tag == DOCX_FOOTER_REFERENCE);
		break;
	case DOCX_NUM_FMT:
	case DOCX_NUM_START:
		docx_note_property(r, x, tag);
		break;
	default:
		start_text(r, x, tag);
	}
}

static void
on_end(gpointer payload, struct docx_xml *x, enum docx_tag tag)
{
	struct docx_reader *r = payload;

	switch (tag) {
	case DOCX_P:
		docx_end_para(r);
		break;
	case DOCX_R:
		docx_end_run(r);
		break;
	case DOCX_HYPERLINK:
		r->para->href = NULL;
		break;
	case DOCX_FLD_SIMPLE:
		docx_field_end(r);
		break;
	case DOCX_TXBX_CONTENT:
		docx_box_end(r);
		break;
	case DOCX_FOOTNOTE:
	case DOCX_ENDNOTE:
		docx_note_end(r);
		break;
	case DOCX_COMMENT:
		if (++r->n_comments > RC_MAX_NOTES)
			docx_fail(r, RC_MAX_NOTES, "comments");
		docx_tell_dropped(r, RC_D_COMMENT);
		break;
	default:
		docx_table_end(r, tag);
	}
}

static void
on_text(gpointer payload, struct docx_xml *x, const char *s, gsize len)
{
	struct docx_reader *r = payload;
	enum docx_tag tag = x->depth ? x->tags[x->depth] : DOCX_OTHER;

	if (tag != DOCX_T && tag != DOCX_INSTR_TEXT)
		return;
	if (!docx_field_takes(r, tag, s, len))
		docx_put(r, s, len);
}

/* What the part before may have left open. */
static void
reset(struct docx_reader *r, enum docx_area area)
{
	r->area = area;
	r->para = r->paras;
	r->n_fields = r->n_marks = r->n_paras = r->empty = 0;
	r->table.depth = 0;
	r->table.flat = FALSE;
	r->noted = NULL;
	for (guint i = 0; i <= RC_MAX_BOXES; i++) {
		docx_line_clear(&r->paras[i].line);
		r->paras[i].line.at = (struct rc_place){.line = 1, .column = 1};
		r->paras[i].goes_on = FALSE;
		begin_run(&r->paras[i]);
	}
}

/* The relationships of the part, where its links are read. */
static gboolean
set_links(struct docx_reader *r, const char *name, enum docx_area area,
    GError **error)
{
	g_clear_pointer(&r->rels, g_hash_table_unref);
	if (area == DOCX_AREA_BODY)
		r->rels = g_hash_table_ref(r->main_rels);
	else if (area == DOCX_AREA_NOTES)
		r->rels = docx_rels_read(r->file, name, error);
	else
		return TRUE;
	return r->rels != NULL;
}

gboolean
docx_part_read(struct docx_reader *r, const char *name, enum docx_area area,
    GError **error)
{
	static const struct docx_teller teller = {
	    .start = on_start, .end = on_end, .text = on_text};

	if (!set_links(r, name, area, error))
		return FALSE;
	reset(r, area);
	if (!docx_xml_read(r->file, name, &teller, r, error))
		return FALSE;
	docx_end_para(r); /* whose end was deleted, and nothing followed */
	return TRUE;
}
