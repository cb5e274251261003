/* akn_text_add.c - paragraphs, notes and rows of a published file, added to
 * the text model with the role that their place gives. */
#include "input/akn_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

/* What a label such as "Annex II" has at most, in characters. */
#define MAX_LABEL 24
#define MAX_ROWSPAN 1000

void
akn_reading_init(struct akn_reading *r, struct rc_text *text,
    struct rc_diags *diags, GError **error)
{
	*r = (struct akn_reading){
	    .text = text,
	    .diags = diags,
	    .error = error,
	    .line = &r->main,
	    .job = g_string_new(NULL),
	    .annex_stem = g_string_new(NULL),
	    .markers = g_hash_table_new(g_str_hash, g_str_equal),
	};
	akn_line_init(&r->main);
	akn_line_init(&r->noted);
	r->top = r->frames;
	r->top->role = RC_ROLE_TEXT;
}

void
akn_reading_done(struct akn_reading *r)
{
	akn_line_done(&r->main);
	akn_line_done(&r->noted);
	g_string_free(r->job, TRUE);
	g_string_free(r->annex_stem, TRUE);
	g_hash_table_unref(r->markers);
}

static struct rc_place
place_of(const xmlNode *node)
{
	return (struct rc_place){.line = MAX(xmlGetLineNo(node), 0)};
}

static void
add(struct akn_reading *r, const struct rc_para *para)
{
	if (!r->failed && !rc_text_add(r->text, para, r->error))
		r->failed = TRUE;
}

static void
fail(struct akn_reading *r, guint limit, const char *what)
{
	if (!r->failed)
		rc_fail(r->error, RESCONV_E_LIMIT,
		    "more than %u %s; split the input", limit, what);
	r->failed = TRUE;
}

/* ---- annexes ---- */

/* "Annex" of "Annex II", 附件 of 附件一. */
static gsize
stem_of(const char *s)
{
	glong n = MIN(2, g_utf8_strlen(s, -1));

	if (*s && g_unichar_iswide(g_utf8_get_char(s)))
		return g_utf8_offset_to_pointer(s, n) - s;
	return strcspn(s, " ");
}

static gboolean
is_label(const struct akn_line *line)
{
	return g_utf8_strlen(line->s->str, line->s->len) <= MAX_LABEL &&
	    line->s->len && line->s->str[0] != '(' && !line->marker &&
	    !akn_line_ends_in(line, ".:;,。：；，؛،");
}

/* The label of an annex: the first line of an attachment, if it is a heading
 * or as short as a label; and later short ones that begin like it, for
 * published files have all annexes in one attachment. */
static gboolean
is_annex(struct akn_reading *r, enum rc_role role)
{
	const char *s = r->line->s->str;
	gboolean label = is_label(r->line);

	if (r->annex_begins) {
		r->annex_begins = FALSE;
		g_string_truncate(r->annex_stem, 0);
		if (label)
			g_string_append_len(r->annex_stem, s, stem_of(s));
		return label || role != RC_ROLE_TEXT;
	}
	return label && r->annex_stem->len &&
	    stem_of(s) >= r->annex_stem->len &&
	    g_str_has_prefix(s, r->annex_stem->str) &&
	    r->line->s->len > r->annex_stem->len;
}

/* ---- paragraphs ---- */

static enum rc_role
role_of(struct akn_reading *r)
{
	enum rc_role role = r->said ? r->said : r->top->role;

	if (r->top->area == AREA_COVER)
		return r->said;
	if (role == RC_ROLE_TEXT && !r->top->lists &&
	    akn_is_heading(r->line, r->top->class))
		role = RC_ROLE_HEADING;
	if (r->top->annex &&
	    (role == RC_ROLE_TEXT || role == RC_ROLE_HEADING ||
	        role == RC_ROLE_ANNEX) &&
	    is_annex(r, role))
		return RC_ROLE_ANNEX;
	return role;
}

/* Some preambles run on into the operative part: "1." is none of theirs, nor
 * is what follows it. */
static void
leave_preamble(struct akn_reading *r, struct rc_para *para)
{
	if (para->role == RC_ROLE_FORMULA)
		r->operative = FALSE;
	if (para->role != RC_ROLE_RECITAL)
		return;
	if (para->marker && akn_mark_is_figure(para->text, para->marker))
		r->operative = TRUE;
	if (r->operative)
		para->role = RC_ROLE_TEXT;
}

/* The depth that the mark-up gives; outside lists it is known of figures
 * alone, for points are often left flat. */
static gint16
depth_of(const struct akn_reading *r, const struct rc_para *para)
{
	if (r->top->lists)
		return r->top->lists - r->operative;
	if (para->marker)
		return akn_mark_is_figure(para->text, para->marker) ? 0 : -1;
	return para->role == RC_ROLE_TEXT ? -1 : 0;
}

static void
add_line(struct akn_reading *r)
{
	struct rc_para para;

	akn_line_finish(r->line);
	if (r->line->s->len || r->line->calls->len) {
		if (!r->line->marker && r->top->area == AREA_BODY)
			r->line->marker = akn_mark_before_tab(r->line);
		para = akn_line_para(r->line, r->text);
		para.role = role_of(r);
		leave_preamble(r, &para);
		para.depth = depth_of(r, &para);
		add(r, &para);
	}
	akn_line_clear(r->line);
	r->said = 0;
	r->date_end = 0;
}

static void
add_note_line(struct akn_reading *r)
{
	struct rc_para para;

	akn_line_finish(r->line);
	if (r->text->note_paras->len == r->note.para)
		akn_cut_note_mark(r->line, r->note.marker);
	if (r->line->s->len) {
		if (r->text->note_paras->len >= RC_MAX_PARAGRAPHS)
			fail(r, RC_MAX_PARAGRAPHS, "paragraphs of notes");
		para = akn_line_para(r->line, r->text);
		para.role = RC_ROLE_TEXT;
		g_array_append_val(r->text->note_paras, para);
	}
	akn_line_clear(r->line);
}

void
akn_cut(struct akn_reading *r)
{
	if (r->line == &r->noted)
		add_note_line(r);
	else if (akn_line_is_bare(r->line))
		akn_line_gap(r->line);
	else if (r->cell_depth)
		akn_line_break(r->line);
	else if (r->top->role == RC_ROLE_TEXT && !r->line->marker &&
	    akn_is_lone_mark(r->line))
		akn_line_number(r->line);
	else
		add_line(r);
}

void
akn_cut_all(struct akn_reading *r)
{
	akn_cut(r);
	if (r->line == &r->main && !r->cell_depth && r->line->s->len)
		add_line(r);
}

void
akn_add_job(struct akn_reading *r)
{
	const struct rc_place nowhere = {0};
	struct rc_para para;

	g_strstrip(r->job->str);
	if (!r->job->str[0])
		return;
	para = rc_para_make(r->text, r->job->str, -1, &nowhere);
	para.role = RC_ROLE_JOB;
	add(r, &para);
	g_string_truncate(r->job, 0);
}

/* ---- notes ---- */

/* "1" of "(1)" or " 1 ". */
static const char *
clean_marker(struct akn_reading *r, const char *s)
{
	gsize n;

	s = s ? s + strspn(s, " \t\n(") : "";
	n = strcspn(s, " \t\n)");
	return g_string_chunk_insert_len(r->text->chunk, s, n);
}

void
akn_note_begin(struct akn_reading *r, const xmlNode *node, guint depth)
{
	if (r->text->notes->len >= RC_MAX_NOTES)
		fail(r, RC_MAX_NOTES, "notes");
	akn_line_call(r->line, r->text->notes->len);
	r->note = (struct rc_note){
	    .marker = clean_marker(r, akn_get(node, "marker")),
	    .para = r->text->note_paras->len,
	    .at = place_of(node),
	};
	r->line = &r->noted;
	r->line->at = r->note.at;
	r->note_depth = depth;
}

/* A note without a body is a further call of the one with its mark. */
void
akn_note_end(struct akn_reading *r)
{
	guint known = GPOINTER_TO_UINT(
	    g_hash_table_lookup(r->markers, r->note.marker));

	add_note_line(r);
	r->line = &r->main;
	r->note_depth = 0;
	r->note.n_paras = r->text->note_paras->len - r->note.para;
	if (!r->note.n_paras && known) {
		g_array_index(r->main.calls, struct rc_call,
		    r->main.calls->len - 1)
		    .note = known - 1;
		return;
	}
	g_array_append_val(r->text->notes, r->note);
	g_hash_table_insert(r->markers, (char *)r->note.marker,
	    GUINT_TO_POINTER(r->text->notes->len));
}

/* ---- tables ---- */

void
akn_row_begin(struct akn_reading *r, const xmlNode *node, guint depth)
{
	r->row_depth = depth;
	r->first_cell = r->text->cells->len;
	r->header = TRUE;
}

static guint
span_of(const xmlNode *node, const char *name, guint limit)
{
	const char *s = akn_get(node, name);
	gulong value = s ? strtoul(s, NULL, 10) : 1;

	return CLAMP(value, 1, limit);
}

void
akn_cell_end(struct akn_reading *r, const xmlNode *node)
{
	struct rc_para cell;

	if (r->text->cells->len >= RC_MAX_TABLE_CELLS)
		fail(r, RC_MAX_TABLE_CELLS, "table cells");
	if (r->text->cells->len - r->first_cell >= RC_MAX_TABLE_COLUMNS)
		fail(r, RC_MAX_TABLE_COLUMNS, "columns of a table");
	if (r->failed)
		return;
	akn_line_finish(r->line);
	r->line->at = place_of(node);
	cell = akn_line_para(r->line, r->text);
	cell.role = r->top->role;
	cell.columns = span_of(node, "colspan", RC_MAX_TABLE_COLUMNS);
	cell.rows = span_of(node, "rowspan", MAX_ROWSPAN);
	cell.columns = cell.columns > 1 ? cell.columns : 0;
	cell.rows = cell.rows > 1 ? cell.rows : 0;
	r->header &= akn_kind_of(node) == AKN_TH;
	g_array_append_val(r->text->cells, cell);
	akn_line_clear(r->line);
	r->cell_depth = 0;
}

/* Whether a row prints something; *spans: how many rows its cells reach. */
static gboolean
has_content(const struct akn_reading *r, guint *spans)
{
	gboolean content = FALSE;

	for (guint i = r->first_cell; i < r->text->cells->len; i++) {
		const struct rc_para *cell = &g_array_index(r->text->cells,
		    struct rc_para, i);

		content |= cell->len || cell->n_calls;
		*spans = MAX(*spans, cell->rows);
	}
	return content;
}

/* A row that is empty is left out, unless a cell of it or above it spans
 * several rows. */
void
akn_row_end(struct akn_reading *r, const xmlNode *node)
{
	struct rc_place at = place_of(node);
	struct rc_para row;
	guint spans = r->rows_spanned;

	r->row_depth = 0;
	if (!has_content(r, &spans) && !spans) {
		g_array_set_size(r->text->cells, r->first_cell);
		return;
	}
	r->rows_spanned = spans ? spans - 1 : 0;
	row = rc_para_make(r->text, "", 0, &at);
	row.kind = RC_PARA_ROW;
	row.role = r->top->role;
	row.cell = r->first_cell;
	row.n_cells = r->text->cells->len - r->first_cell;
	row.header = r->header && row.n_cells > 0;
	r->n_rows++;
	add(r, &row);
}

void
akn_table_end(struct akn_reading *r)
{
	const struct rc_place nowhere = {0};
	struct rc_para end;

	if (r->n_rows) {
		end = rc_para_make(r->text, "", 0, &nowhere);
		end.kind = RC_PARA_TABLE_END;
		end.role = r->top->role;
		add(r, &end);
	}
	r->n_rows = r->rows_spanned = 0;
}
