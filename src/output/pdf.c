/* pdf.c - the pages painted with cairo. Nothing is measured here: what stands
 * where is the typesetter's. */
#include "output/pdf.h"

#include <cairo-pdf.h>
#include <string.h>

#include "base/error.h"
#include "output/emblem.h"
#include "output/pdf_face.h"
#include "typeset/typeset.h"

/* A link's box reaches this far above and below its baseline, in ems. */
#define LINK_ASCENT 0.75
#define LINK_DESCENT 0.25

static const resconv_option options[] = {
	{"emblem", "FILE", "", "picture in the emblem's place: an SVG or PNG "
	    "file; without it a neutral drawing"},
	{0},
};

struct painter {
	cairo_t *cr;
	cairo_surface_t *surface;
	const struct rc_pages *pages;
	const struct rc_emblem *emblem;
	const rc_faces *faces;
	GString *text;    /* of the run in work */
	GArray *glyphs;   /* cairo_glyph_t */
	GArray *clusters; /* cairo_text_cluster_t */
	rc_write_fn put;
	gpointer payload;
};

/* ---- text ---- */

static void
choose_font(struct painter *p, const struct rc_run *run)
{
	cairo_matrix_t matrix;

	cairo_set_font_face(p->cr, rc_faces_get(p->faces, run->font));
	cairo_matrix_init_scale(&matrix, run->size * run->scale, run->size);
	cairo_set_font_matrix(p->cr, &matrix);
}

/* A character as a reader copies it: spaces and hyphens that allow no break are
 * plain ones, which they look like. */
static void
add_cluster(struct painter *p, const char *text, struct rc_cluster cluster)
{
	gunichar c = g_utf8_get_char(text);
	gsize before = p->text->len;
	cairo_text_cluster_t as;

	if (g_unichar_isspace(c))
		g_string_append_c(p->text, ' ');
	else if (c == 0x2010 || c == 0x2011)
		g_string_append_c(p->text, '-');
	else
		g_string_append_len(p->text, text, cluster.bytes);
	as.num_bytes = p->text->len - before;
	as.num_glyphs = cluster.glyphs;
	g_array_append_val(p->clusters, as);
}

static void
add_clusters(struct painter *p, const struct rc_run *run)
{
	const char *text = p->pages->text->str + run->text;

	g_string_truncate(p->text, 0);
	for (guint i = 0; i < run->n_clusters; i++) {
		struct rc_cluster cluster = g_array_index(p->pages->clusters,
		    struct rc_cluster, run->cluster + i);

		add_cluster(p, text, cluster);
		text += cluster.bytes;
	}
}

static void
show_run(struct painter *p, const struct rc_line *line,
    const struct rc_run *run)
{
	double x = line->x + run->x, y = line->y - run->rise;

	g_array_set_size(p->glyphs, 0);
	g_array_set_size(p->clusters, 0);
	for (guint i = 0; i < run->n_glyphs; i++) {
		const struct rc_glyph *glyph = &g_array_index(
		    p->pages->glyphs, struct rc_glyph, run->glyph + i);
		cairo_glyph_t at = {
		    rc_faces_glyph(p->faces, run->font, glyph->id),
		    x + glyph->x, y - glyph->y};

		g_array_append_val(p->glyphs, at);
	}
	add_clusters(p, run);
	choose_font(p, run);
	cairo_show_text_glyphs(p->cr, p->text->str, p->text->len,
	    (const cairo_glyph_t *)p->glyphs->data,
	    p->glyphs->len, (const cairo_text_cluster_t *)p->clusters->data,
	    p->clusters->len,
	    run->rtl ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
}

/* An address as a PDF holds it: ASCII, without quotes, which would end cairo's
 * attribute, and brackets, which cairo does not escape. */
static void
add_address(GString *out, const char *address)
{
	for (const char *c = address; *c; c++)
		if ((guchar)*c <= 0x20 || (guchar)*c >= 0x7f ||
		    strchr("'\"()\\<>", *c))
			g_string_append_printf(out, "%%%02X", (guchar)*c);
		else
			g_string_append_c(out, *c);
}

static void
add_number(GString *out, double value)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	g_string_append(out,
	    g_ascii_formatd(text, sizeof(text), "%.2f", value));
	g_string_append_c(out, ' ');
}

static void
show_link(struct painter *p, const struct rc_line *line,
    const struct rc_run *run)
{
	g_autoptr(GString) attributes = g_string_new("rect=[");

	add_number(attributes, line->x + run->x);
	add_number(attributes, line->y - LINK_ASCENT * run->size);
	add_number(attributes, run->width);
	add_number(attributes, (LINK_ASCENT + LINK_DESCENT) * run->size);
	g_string_append(attributes, "] uri='");
	add_address(attributes, p->pages->links->pdata[run->link]);
	g_string_append_c(attributes, '\'');
	cairo_tag_begin(p->cr, CAIRO_TAG_LINK, attributes->str);
	cairo_set_source_rgb(p->cr, 0, 0, 1);
	show_run(p, line, run);
	cairo_set_source_rgb(p->cr, 0, 0, 0);
	cairo_tag_end(p->cr, CAIRO_TAG_LINK);
}

static void
show_line(struct painter *p, const struct rc_line *line)
{
	for (guint i = 0; i < line->n_runs; i++) {
		const struct rc_run *run = &g_array_index(p->pages->runs,
		    struct rc_run, line->run + i);

		if (run->n_glyphs == 0)
			continue;
		if (run->link >= 0)
			show_link(p, line, run);
		else
			show_run(p, line, run);
	}
}

/* ---- pages ---- */

static const char *
tag_of(enum rc_role role)
{
	switch (role) {
	case RC_ROLE_HEADING:
		return "H";
	case RC_ROLE_NOTE:
		return "Note";
	default:
		return "P";
	}
}

/* Running heads stand outside of every tag, the text in paragraphs. */
static void
show_lines(struct painter *p, const struct rc_page *page, gboolean furniture)
{
	guint n = page->lines->len;

	for (guint i = 0, end; i < n; i = end) {
		const struct rc_line *line =
		    &g_array_index(page->lines, struct rc_line, i);

		for (end = i; end < n; end++) {
			const struct rc_line *next =
			    &g_array_index(page->lines, struct rc_line, end);

			if (next->block != line->block)
				break;
		}
		if ((line->role == RC_ROLE_FURNITURE) != furniture)
			continue;
		if (!furniture)
			cairo_tag_begin(p->cr, tag_of(line->role), NULL);
		for (guint k = i; k < end; k++)
			show_line(p, &g_array_index(page->lines,
			    struct rc_line, k));
		if (!furniture)
			cairo_tag_end(p->cr, tag_of(line->role));
	}
}

static void
show_rectangles(struct painter *p, const GArray *rules, guint first, guint n)
{
	for (guint i = first; i < first + n; i++) {
		const struct rc_rule *rule =
		    &g_array_index(rules, struct rc_rule, i);

		cairo_rectangle(p->cr, rule->x, rule->y, rule->width,
		    rule->height);
	}
	cairo_fill(p->cr);
}

/* The modules of a QR code, each row's as strokes: half as long as
 * rectangles. */
static void
show_modules(struct painter *p, const struct rc_image *image)
{
	double height = 0;

	for (guint i = image->rect; i < image->rect + image->n_rects; i++) {
		const struct rc_rule *rule =
		    &g_array_index(p->pages->rects, struct rc_rule, i);

		height = rule->height;
		cairo_move_to(p->cr, rule->x, rule->y + height / 2);
		cairo_rel_line_to(p->cr, rule->width, 0);
	}
	cairo_set_line_width(p->cr, height);
	cairo_stroke(p->cr);
}

static void
show_image(struct painter *p, const struct rc_image *image)
{
	switch (image->picture) {
	case RC_PICTURE_EMBLEM:
		rc_emblem_paint(p->emblem, p->cr, image->x, image->y,
		    image->width, image->height);
		return;
	case RC_PICTURE_RECYCLE:
		rc_recycle_paint(p->cr, image->x, image->y, image->width,
		    image->height);
		return;
	case RC_PICTURE_QR:
		show_modules(p, image);
		return;
	case RC_PICTURE_CODE39:
		show_rectangles(p, p->pages->rects, image->rect,
		    image->n_rects);
	}
}

static void
show_page(struct painter *p, const struct rc_page *page)
{
	show_lines(p, page, TRUE);
	show_rectangles(p, page->rules, 0, page->rules->len);
	for (guint i = 0; i < page->images->len; i++)
		show_image(p, &g_array_index(page->images, struct rc_image, i));
	show_lines(p, page, FALSE);
	cairo_show_page(p->cr);
}

/* ---- the file ---- */

static cairo_status_t
write_bytes(void *closure, const unsigned char *data, unsigned length)
{
	struct painter *p = closure;

	return p->put(p->payload, (const char *)data, length)
	    ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/* Dates come from the document: cairo would take the clock's. */
static void
set_metadata(struct painter *p)
{
	const struct rc_pages *pages = p->pages;
	g_autofree char *date = g_strconcat(
	    pages->date[0] ? pages->date : "1900-01-01", "T00:00:00Z", NULL);
	g_autofree char *title = g_strconcat(pages->symbol,
	    pages->symbol[0] && pages->title[0] ? ": " : "", pages->title,
	    NULL);

	cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_TITLE,
	    title);
	cairo_pdf_surface_set_metadata(p->surface,
	    CAIRO_PDF_METADATA_CREATOR, "resconv");
	cairo_pdf_surface_set_metadata(p->surface,
	    CAIRO_PDF_METADATA_CREATE_DATE, date);
	cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_MOD_DATE,
	    date);
}

/* Letters stand where the typesetter put them, at any resolution. */
static void
set_font_options(cairo_t *cr)
{
	cairo_font_options_t *options = cairo_font_options_create();

	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_set_font_options(cr, options);
	cairo_font_options_destroy(options);
}

static gboolean
paint(struct painter *p, GError **error)
{
	cairo_status_t status;

	p->surface = cairo_pdf_surface_create_for_stream(write_bytes, p,
	    p->pages->width, p->pages->height);
	set_metadata(p);
	p->cr = cairo_create(p->surface);
	set_font_options(p->cr);
	for (guint i = 0; i < p->pages->pages->len; i++)
		show_page(p, p->pages->pages->pdata[i]);
	status = cairo_status(p->cr);
	cairo_destroy(p->cr);
	cairo_surface_finish(p->surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(p->surface);
	cairo_surface_destroy(p->surface);
	if (status == CAIRO_STATUS_SUCCESS)
		return TRUE;
	return rc_fail(error, status == CAIRO_STATUS_WRITE_ERROR
	    ? RESCONV_E_IO : RESCONV_E_BUG, "the PDF could not be written: %s",
	    cairo_status_to_string(status));
}

static gboolean
write_pdf(const xmlDoc *doc, const struct rc_settings *settings,
    struct rc_diags *diags, rc_write_fn put, gpointer payload, GError **error)
{
	g_autoptr(rc_emblem) emblem = NULL;
	g_autoptr(rc_pages) pages = NULL;
	g_autoptr(rc_faces) faces = NULL;
	struct painter p = {.put = put, .payload = payload};
	gboolean ok;

	if (!rc_emblem_open(rc_setting(settings, "pdf", options, "emblem"),
	    &emblem, error))
		return FALSE;
	pages = rc_typeset(doc, error);
	faces = pages ? rc_faces_new(pages, error) : NULL;
	if (!faces)
		return FALSE;
	p.pages = pages;
	p.emblem = emblem;
	p.faces = faces;
	p.glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t));
	p.clusters = g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t));
	p.text = g_string_new(NULL);
	ok = paint(&p, error);
	g_string_free(p.text, TRUE);
	g_array_unref(p.glyphs);
	g_array_unref(p.clusters);
	return ok;
}

const struct rc_output rc_output_pdf = {
	.format = {
	    .name = "pdf",
	    .summary = "the printed page as the United Nations sets it",
	    .suffix = ".pdf",
	    .media_type = "application/pdf",
	    .options = options,
	},
	.write = write_pdf,
};
