/* docx.c - Word files as input: Office Open XML (ISO/IEC 29500), a ZIP archive
 * of XML parts. The text model gets what page 1 prints at its head and foot,
 * then the text; notes stand where they are called. */
#include "input/docx.h"

#include <string.h>

#include "base/error.h"
#include "input/docx_zip.h"
#include "input/format_docx.h"
#include "input/module.h"

/* ---- the reader ---- */

static void
edge_clear(struct docx_edge *edge)
{
	g_free(edge->id);
}

static void
line_free(struct docx_line *line)
{
	docx_line_done(line);
	g_free(line);
}

static void
reader_init(struct docx_reader *r, const struct docx_file *file,
    struct rc_text *text, struct rc_diags *diags)
{
	memset(r, 0, sizeof(*r));
	r->text = text;
	r->diags = diags;
	r->file = file;
	for (guint i = 0; i <= RC_MAX_BOXES; i++)
		docx_line_init(&r->paras[i].line);
	docx_line_init(&r->table.cell);
	docx_notes_init(&r->notes[DOCX_FOOT], DOCX_DECIMAL);
	docx_notes_init(&r->notes[DOCX_END], DOCX_LOWER_ROMAN);
	r->para = r->paras;
	r->boxed = g_ptr_array_new_with_free_func((GDestroyNotify)line_free);
	r->marked = g_hash_table_new(g_str_hash, g_str_equal);
	r->by_marker = g_hash_table_new(g_str_hash, g_str_equal);
	r->edges = g_array_new(FALSE, FALSE, sizeof(struct docx_edge));
	g_array_set_clear_func(r->edges, (GDestroyNotify)edge_clear);
	r->stars = g_array_new(FALSE, FALSE, sizeof(struct docx_star));
	r->dropped = g_string_new(NULL);
	r->hidden = g_string_new(NULL);
}

static void
reader_done(struct docx_reader *r)
{
	for (guint i = 0; i <= RC_MAX_BOXES; i++)
		docx_line_done(&r->paras[i].line);
	docx_line_done(&r->table.cell);
	for (guint i = 0; i < DOCX_NOTE_KINDS; i++)
		docx_notes_done(&r->notes[i]);
	for (guint i = 0; i < RC_MAX_FIELDS; i++)
		if (r->fields[i].code)
			g_string_free(r->fields[i].code, TRUE);
	docx_styles_done(&r->styles);
	docx_numbering_done(&r->numbering);
	g_clear_pointer(&r->rels, g_hash_table_unref);
	g_ptr_array_unref(r->boxed);
	g_hash_table_unref(r->marked);
	g_hash_table_unref(r->by_marker);
	g_array_unref(r->edges);
	g_array_unref(r->stars);
	g_string_free(r->dropped, TRUE);
	g_string_free(r->hidden, TRUE);
}

/* ---- parts ---- */

/* The part that another names as one of a type, if it is there; else NULL. */
static const char *
related(const struct docx_reader *r, GHashTable *rels, const char *type)
{
	const struct docx_rel *rel = docx_rel_by_type(rels, type);

	return rel && g_hash_table_contains(r->file->parts, rel->target)
	    ? rel->target : NULL;
}

/* The part with the text, by the relationships of the file; the usual name
 * where they are lost. */
static const char *
main_part(GHashTable *rels)
{
	const struct docx_rel *rel = docx_rel_by_type(rels, "officeDocument");

	return rel ? rel->target : "word/document.xml";
}

static gboolean
read_notes(struct docx_reader *r, GHashTable *rels, GError **error)
{
	static const char *const types[] = {"footnotes", "endnotes"};

	for (guint i = 0; i < DOCX_NOTE_KINDS; i++) {
		const char *part = related(r, rels, types[i]);

		r->note_kind = i;
		if (part && !docx_part_read(r, part, DOCX_AREA_NOTES, error))
			return FALSE;
	}
	return TRUE;
}

/* The settings are long and say one thing of a text: the format of its notes,
 * for sections that do not. */
static gboolean
read_settings(struct docx_reader *r, GHashTable *rels, GError **error)
{
	const char *part = related(r, rels, "settings");
	GBytes *bytes = part ? g_hash_table_lookup(r->file->parts, part) : NULL;
	gsize size;
	const char *data = bytes ? g_bytes_get_data(bytes, &size) : NULL;

	return !data || !docx_find(data, size, "numFmt") ||
	    docx_part_read(r, part, DOCX_AREA_DROPPED, error);
}

/* ---- heads and feet ---- */

/* Whether page 1 has this head or foot: of the first section that for its
 * first page, if it has one of its own, else the one of odd pages. */
static gboolean
is_on_first_page(const struct docx_reader *r, const struct docx_edge *edge)
{
	return edge->section == 1 && !edge->even &&
	    edge->first == r->title_page;
}

static const char *
part_of(const struct docx_reader *r, GHashTable *rels,
    const struct docx_edge *edge)
{
	const struct docx_rel *rel = g_hash_table_lookup(rels, edge->id);

	return rel && g_hash_table_contains(r->file->parts, rel->target)
	    ? rel->target : NULL;
}

/* The part that page 1 has at its head or foot, or NULL. */
static const char *
first_edge(const struct docx_reader *r, GHashTable *rels, gboolean foot)
{
	for (guint i = 0; i < r->edges->len; i++) {
		const struct docx_edge *edge =
		    &g_array_index(r->edges, struct docx_edge, i);
		const char *part = part_of(r, rels, edge);

		if (part && edge->foot == foot && is_on_first_page(r, edge))
			return part;
	}
	return NULL;
}

/* Whether anyone is told; what is only read to be told is not read else. */
static gboolean
is_heard(const struct docx_reader *r, enum rc_diag_kind kind)
{
	return r->diags && r->diags->fn && !r->diags->silent[kind];
}

/* Running heads repeat what the text says: they are told once each. */
static gboolean
tell_dropped(struct docx_reader *r, const char *part, GHashTable *told,
    GError **error)
{
	if (!part || !g_hash_table_add(told, g_strdup(part)))
		return TRUE;
	g_string_truncate(r->dropped, 0);
	if (!docx_part_read(r, part, DOCX_AREA_DROPPED, error))
		return FALSE;
	if (r->dropped->len &&
	    g_hash_table_add(told, g_strdup(r->dropped->str)))
		docx_tell_dropped(r, RC_D_FURNITURE);
	return TRUE;
}

/* Head and foot of page 1 stand before the text, though its sections name them
 * behind it. */
static gboolean
read_edges(struct docx_reader *r, GHashTable *rels, GError **error)
{
	g_autoptr(GHashTable) told = g_hash_table_new_full(g_str_hash,
	    g_str_equal, g_free, NULL);
	GArray *paras = r->text->paras;
	guint n = paras->len;
	g_autofree struct rc_para *edge_paras = NULL;

	for (guint foot = 0; foot < 2; foot++) {
		const char *part = first_edge(r, rels, foot);

		if (part && g_hash_table_add(told, g_strdup(part)) &&
		    !docx_part_read(r, part, foot ? DOCX_AREA_FOOT :
		        DOCX_AREA_HEAD, error))
			return FALSE;
	}
	edge_paras = g_memdup2(&g_array_index(paras, struct rc_para, n),
	    (paras->len - n) * sizeof(struct rc_para));
	g_array_prepend_vals(paras, edge_paras, paras->len - n);
	g_array_set_size(paras, n + (paras->len - n) / 2);
	for (guint i = 0; i < r->edges->len && is_heard(r, RC_D_FURNITURE); i++)
		if (!tell_dropped(r, part_of(r, rels, &g_array_index(r->edges,
		        struct docx_edge, i)), told, error))
			return FALSE;
	return TRUE;
}

/* ---- what is told ---- */

/* Comments are told one by one where they end. */
static gboolean
read_comments(struct docx_reader *r, GHashTable *rels, GError **error)
{
	const char *part = related(r, rels, "comments");

	g_string_truncate(r->dropped, 0);
	return !part || !is_heard(r, RC_D_COMMENT) ||
	    docx_part_read(r, part, DOCX_AREA_DROPPED, error);
}

static void
tell_counts(const struct docx_reader *r)
{
	if (r->n_changes)
		rc_diag(r->diags, RC_D_TRACKED_CHANGES, NULL, r->n_changes);
	if (r->n_pictures)
		rc_diag(r->diags, RC_D_PICTURE, NULL, r->n_pictures);
}

/* ---- the file ---- */

static gboolean
read_parts(struct docx_reader *r, const char *main, GHashTable *rels,
    GError **error)
{
	guint n;

	r->main_rels = rels;
	r->numbers = related(r, rels, "numbering");
	if (!docx_styles_read(&r->styles, r->file, related(r, rels, "styles"),
	        error) ||
	    !read_notes(r, rels, error) ||
	    !docx_part_read(r, main, DOCX_AREA_BODY, error) ||
	    !read_settings(r, rels, error))
		return FALSE;
	docx_renumber_notes(r);
	tell_counts(r);
	n = r->text->paras->len;
	if (!read_edges(r, rels, error))
		return FALSE;
	docx_stars_call(r, r->text->paras->len - n);
	return read_comments(r, rels, error) &&
	    docx_props_read(r->file, r->text, error);
}

static gboolean
read_file(struct docx_reader *r, GError **error)
{
	g_autoptr(GHashTable) file = docx_rels_read(r->file, "", error);
	g_autoptr(GHashTable) rels = NULL;
	const char *main;

	if (!file)
		return FALSE;
	main = main_part(file);
	rels = docx_rels_read(r->file, main, error);
	return rels && read_parts(r, main, rels, error);
}

static gboolean
read_text(const struct docx_file *file, struct rc_text *text,
    struct rc_diags *diags, GError **error)
{
	g_autofree struct docx_reader *r = g_new(struct docx_reader, 1);
	gboolean ok;

	reader_init(r, file, text, diags);
	ok = read_file(r, error);
	reader_done(r);
	return ok;
}

static gboolean
read(const char *data, gsize size, const struct rc_settings *settings,
    struct rc_diags *diags, struct rc_text *text, xmlDoc **tree,
    GError **error)
{
	enum docx_kind kind = docx_kind(data, size);
	struct docx_file file;
	gboolean ok;

	if (kind != DOCX_WORD)
		return rc_fail(error, RESCONV_E_FORMAT, "%s",
		    docx_sentence(kind));
	file.parts = docx_unzip(data, size, error);
	if (!file.parts)
		return FALSE;
	file.parser = docx_parser_new();
	ok = file.parser ? read_text(&file, text, diags, error)
	                 : rc_fail(error, RESCONV_E_NOMEM, "memory ran out");
	docx_parser_free(file.parser);
	g_hash_table_unref(file.parts);
	return ok;
}

const struct rc_input *
resconv_module_input(void)
{
	static const struct rc_input docx = {
	    .format = DOCX_FORMAT, .read = read};

	return &docx;
}
