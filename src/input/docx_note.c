/* docx_note.c - footnotes and endnotes: read before the text, numbered where
 * they are called. */
#include "input/docx.h"

#include <string.h>

#define MAX_MARK 16u   /* bytes of a note's own mark */
#define MAX_DIGITS 5u  /* of the number of a note */

void
docx_notes_init(struct docx_notes *notes, guint8 format)
{
	*notes = (struct docx_notes){
	    .all = g_hash_table_new_full(NULL, NULL, NULL, g_free),
	    .format = format,
	    .first = 1,
	};
}

void
docx_notes_done(struct docx_notes *notes)
{
	if (notes->all)
		g_hash_table_unref(notes->all);
	notes->all = NULL;
}

/* ---- the parts with the notes ---- */

/* Separators are notes too, of a type of their own. */
void
docx_note_begin(struct docx_reader *r, struct docx_xml *x)
{
	struct docx_notes *notes = &r->notes[r->note_kind];
	const char *type = docx_get(x, "type");
	int id = docx_get_number(x, "id", G_MININT, G_MAXINT, -1);

	if (r->area != DOCX_AREA_NOTES || (type && strcmp(type, "normal") != 0)) {
		docx_xml_skip(x);
		return;
	}
	if (g_hash_table_size(notes->all) >= RC_MAX_NOTES) {
		docx_fail(r, RC_MAX_NOTES, "notes");
		return;
	}
	r->noted = g_new0(struct docx_note, 1);
	r->noted->para = r->text->note_paras->len;
	g_hash_table_replace(notes->all, GINT_TO_POINTER(id), r->noted);
}

void
docx_note_end(struct docx_reader *r)
{
	if (r->noted)
		r->noted->n_paras = r->text->note_paras->len - r->noted->para;
	r->noted = NULL;
}

/* ---- bookmarks ---- */

void
docx_mark_begin(struct docx_reader *r, struct docx_xml *x)
{
	const char *name = docx_get(x, "name");

	if (!name || r->n_marks == DOCX_OPEN_MARKS)
		return;
	r->marks[r->n_marks++] = (struct docx_mark){
	    .id = docx_get_number(x, "id", 0, G_MAXINT, -1),
	    .name = g_string_chunk_insert(r->text->chunk, name)};
}

void
docx_mark_end(struct docx_reader *r, struct docx_xml *x)
{
	int id = docx_get_number(x, "id", 0, G_MAXINT, -1);

	for (guint i = 0; i < r->n_marks; i++)
		if (r->marks[i].id == id) {
			r->marks[i] = r->marks[--r->n_marks];
			return;
		}
}

static void
mark_note(struct docx_reader *r, guint note)
{
	for (guint i = 0; i < r->n_marks; i++)
		if (!g_hash_table_contains(r->marked, r->marks[i].name))
			g_hash_table_insert(r->marked, r->marks[i].name,
			    GUINT_TO_POINTER(note + 1));
}

/* ---- calls ---- */

static struct rc_note *
note_at(const struct docx_reader *r, guint i)
{
	return &g_array_index(r->text->notes, struct rc_note, i);
}

static const char *
marker_of(struct docx_reader *r, guint8 format, guint number)
{
	g_autoptr(GString) s = g_string_new(NULL);

	docx_format_put(format, number, s);
	return g_string_chunk_insert_len(r->text->chunk, s->str, s->len);
}

/* Make a note of the text model, with the next number unless it has a mark of
 * its own. A typed number names it whatever its format is. */
static void
add_note(struct docx_reader *r, struct docx_notes *notes,
    struct docx_note *from, gboolean custom)
{
	struct rc_note note = {
	    .marker = "",
	    .para = from->para,
	    .n_paras = from->n_paras,
	    .at = r->para->line.at,
	};

	if (!custom) {
		from->number = notes->first + notes->n++;
		note.marker = marker_of(r, notes->format, from->number);
	}
	g_array_append_val(r->text->notes, note);
	from->note = r->text->notes->len;
	if (!custom)
		g_hash_table_insert(r->by_marker, (char *)marker_of(r,
		    DOCX_DECIMAL, from->number),
		    GUINT_TO_POINTER(from->note));
}

void
docx_note_call(struct docx_reader *r, struct docx_xml *x,
    enum docx_note_kind kind)
{
	struct docx_notes *notes = &r->notes[kind];
	int id = docx_get_number(x, "id", G_MININT, G_MAXINT, -1);
	struct docx_note *note = g_hash_table_lookup(notes->all,
	    GINT_TO_POINTER(id));
	const char *custom = docx_get(x, "customMarkFollows");
	gboolean marked = custom && strcmp(custom, "0") != 0 &&
	    strcmp(custom, "false") != 0;

	if (!note || r->area != DOCX_AREA_BODY)
		return;
	docx_number_para(r);
	if (!note->note) {
		add_note(r, notes, note, marked);
		r->para->marking = marked ? note->note : 0;
	}
	mark_note(r, note->note - 1);
	docx_line_call(&r->para->line, note->note - 1);
}

/* ---- marks of a note's own ---- */

/* The text of a note repeats its mark: take it off. */
static void
cut_mark(struct docx_reader *r, const struct rc_note *note)
{
	gsize n = strlen(note->marker), skip = n;
	struct rc_para *para;
	guint kept = 0;

	if (!note->n_paras)
		return;
	para = &g_array_index(r->text->note_paras, struct rc_para, note->para);
	if (!g_str_has_prefix(para->text, note->marker))
		return;
	while (para->text[skip] == ' ' || para->text[skip] == '\n')
		skip++;
	for (guint i = 0; i < para->n_spans; i++) {
		struct rc_span span = *rc_para_span(r->text, para, i);

		span.start -= MIN(span.start, skip);
		span.end -= MIN(span.end, skip);
		if (span.start < span.end)
			g_array_index(r->text->spans, struct rc_span,
			    para->span + kept++) = span;
	}
	para->n_spans = kept;
	para->text += skip;
	para->len -= skip;
}

gboolean
docx_note_mark(struct docx_reader *r, const char *s, gsize len)
{
	struct rc_note *note;

	if (!r->para->marking)
		return FALSE;
	note = note_at(r, r->para->marking - 1);
	r->para->marking = 0;
	while (len && g_ascii_isspace(*s))
		s++, len--;
	while (len && g_ascii_isspace(s[len - 1]))
		len--;
	if (!len || len > MAX_MARK)
		return FALSE;
	note->marker = g_string_chunk_insert_len(r->text->chunk, s, len);
	g_hash_table_insert(r->by_marker, (char *)note->marker,
	    GUINT_TO_POINTER(note - note_at(r, 0) + 1));
	cut_mark(r, note);
	return TRUE;
}

/* ---- further calls ---- */

/* A unit of measure that a raised figure squares: "km2", "m3". */
static gboolean
is_unit(const char *s, guint32 at)
{
	static const char *const units[] = {"m", "km", "cm", "mm", "м", "км"};
	guint32 from = at;

	while (from && g_unichar_isalpha(g_utf8_get_char(
	           g_utf8_prev_char(s + from))))
		from = g_utf8_prev_char(s + from) - s;
	for (guint i = 0; i < G_N_ELEMENTS(units); i++)
		if (strlen(units[i]) == at - from &&
		    memcmp(units[i], s + from, at - from) == 0)
			return TRUE;
	return FALSE;
}

/* The note that a raised stretch names, in Arabic within brackets; -1 for none:
 * it is text. */
static gint64
named_by(const struct docx_reader *r, const struct docx_line *line,
    const struct rc_span *span)
{
	const char *s = line->s->str + span->start;
	guint32 len = span->end - span->start;
	char marker[MAX_DIGITS + 1];

	if (!(span->style & RC_SUPER) || !span->start ||
	    g_ascii_isdigit(s[-1]) || is_unit(line->s->str, span->start))
		return -1;
	if (len > 2 && *s == '(' && s[len - 1] == ')') {
		s++;
		len -= 2;
	}
	if (len > MAX_DIGITS)
		return -1;
	for (guint32 i = 0; i < len; i++)
		if (!g_ascii_isdigit(s[i]) && s[i] != '*')
			return -1;
	memcpy(marker, s, len);
	marker[len] = '\0';
	return (gint64)GPOINTER_TO_UINT(g_hash_table_lookup(r->by_marker,
	    marker)) - 1;
}

static void
add_cut(GArray *cuts, guint32 start, guint32 end, gint64 note)
{
	struct docx_cut cut = {.start = start, .end = end, .note = note};

	g_array_append_val(cuts, cut);
}

static void
find_named(const struct docx_reader *r, const struct docx_line *line,
    GArray *cuts)
{
	for (guint i = 0; i < line->spans->len; i++) {
		const struct rc_span *span =
		    &g_array_index(line->spans, struct rc_span, i);
		gint64 note = named_by(r, line, span);

		if (note >= 0)
			add_cut(cuts, span->start, span->end, note);
	}
}

/* The brackets that Arabic prints round a call are the mark's own. */
static void
find_brackets(const struct docx_line *line, GArray *cuts)
{
	const char *s = line->s->str;
	guint32 last = 0;

	for (guint i = 0; i < line->calls->len; i++) {
		guint32 at = g_array_index(line->calls, struct rc_call, i).at;

		if (at <= last || s[at - 1] != '(' || s[at] != ')')
			continue;
		add_cut(cuts, at - 1, at + 1, -1);
		last = at + 1;
	}
}

static int
compare_cuts(gconstpointer a, gconstpointer b)
{
	guint32 x = ((const struct docx_cut *)a)->start;
	guint32 y = ((const struct docx_cut *)b)->start;

	return x < y ? -1 : x > y;
}

static int
compare_calls(gconstpointer a, gconstpointer b)
{
	guint32 x = ((const struct rc_call *)a)->at;
	guint32 y = ((const struct rc_call *)b)->at;

	return x < y ? -1 : x > y;
}

void
docx_find_calls(struct docx_reader *r, struct docx_line *line)
{
	g_autoptr(GArray) cuts = NULL;

	if (r->area != DOCX_AREA_BODY ||
	    (!line->spans->len && !line->calls->len))
		return;
	cuts = g_array_new(FALSE, FALSE, sizeof(struct docx_cut));
	find_named(r, line, cuts);
	find_brackets(line, cuts);
	if (!cuts->len)
		return;
	g_array_sort(cuts, compare_cuts);
	docx_line_cut(line, cuts);
	for (guint i = 0; i < cuts->len; i++) {
		const struct docx_cut *cut =
		    &g_array_index(cuts, struct docx_cut, i);
		struct rc_call call = {.at = docx_cuts_moved(cuts, cut->start),
		    .note = (guint32)cut->note};

		if (cut->note >= 0)
			g_array_append_val(line->calls, call);
	}
	g_array_sort(line->calls, compare_calls);
}

void
docx_cut_own_mark(struct docx_line *line)
{
	static const char *const shapes[] = {"()", "( )"};

	for (guint i = 0; i < G_N_ELEMENTS(shapes); i++)
		if (g_str_has_prefix(line->s->str, shapes[i])) {
			gsize n = strlen(shapes[i]);

			n += strspn(line->s->str + n, " ");
			docx_line_cut_one(line, 0, (guint32)n);
			return;
		}
}

/* ---- formats ---- */

/* In settings.xml for the whole; in a section for its notes, of which the
 * first that says it counts. */
void
docx_note_property(struct docx_reader *r, struct docx_xml *x, enum docx_tag tag)
{
	enum docx_tag parent = docx_xml_parent(x);
	enum docx_note_kind kind;

	if (parent != DOCX_FOOTNOTE_PR && parent != DOCX_ENDNOTE_PR)
		return;
	kind = parent == DOCX_FOOTNOTE_PR ? DOCX_FOOT : DOCX_END;
	if (tag == DOCX_NUM_START)
		r->notes[kind].first = docx_get_number(x, "val", 0, 99999, 1);
	else if (!r->formats[kind])
		r->formats[kind] = docx_format_find(docx_get(x, "val")) + 1;
}

void
docx_renumber_notes(struct docx_reader *r)
{
	for (guint kind = 0; kind < DOCX_NOTE_KINDS; kind++) {
		guint8 format = r->formats[kind] - (r->formats[kind] > 0);
		GHashTableIter it;
		struct docx_note *note;

		if (!r->formats[kind] || format == r->notes[kind].format)
			continue;
		g_hash_table_iter_init(&it, r->notes[kind].all);
		while (g_hash_table_iter_next(&it, NULL, (gpointer *)&note))
			if (note->note && note->number)
				note_at(r, note->note - 1)->marker =
				    marker_of(r, format, note->number);
	}
}
