/* pdf.c - the pages painted with cairo. Nothing is measured here: what stands
 * where is the typesetter's. */
#include "output/pdf.h"

#include <cairo-pdf.h>
#include <string.h>

#include "base/error.h"
#include "akn/akn.h"
#include "module/module.h"
#include "output/emblem.h"
#include "output/options_pdf.h"
#include "output/pdf_archive.h"
#include "output/pdf_face.h"
#include "typeset/typeset.h"

/* A link's box reaches this far above and below its baseline, in ems. */
#define LINK_ASCENT 0.75
#define LINK_DESCENT 0.25
/* The attached tree is what -t akn gives. */
#define AKN_INDENT 2

struct painter {
	cairo_t *cr;
	cairo_surface_t *surface;
	const struct rc_pages *pages;
	const struct rc_emblem *emblem;
	const rc_faces *faces;
	GString *text;    /* of the run in work */
	GArray *glyphs;   /* cairo_glyph_t */
	GArray *clusters; /* cairo_text_cluster_t */
	struct rc_tree *tree; /* NULL: the pages have no structure */
	GHashTable *painted;  /* first runs of lines: a table's head again is no
	                         text of its own */
	guint page, mcid;
	gboolean open;        /* a piece is, of: */
	gboolean artifact;
	guint element;
	guint link_element;   /* of the link in work; 0: none */
	gint link;
	rc_write_fn put;
	gpointer payload;
};

/* ---- pieces ----
 * cairo's tags only mark what belongs together: whose it is, the tree knows. */

static void
close_piece(struct painter *p)
{
	if (p->open)
		cairo_tag_end(p->cr, p->artifact ? "NonStruct" : "P");
	p->open = FALSE;
}

/* What is painted next is of an element, or an artifact. */
static void
turn_to(struct painter *p, gboolean artifact, guint element)
{
	if (!p->tree || (p->open && p->artifact == artifact &&
	        (artifact || p->element == element)))
		return;
	close_piece(p);
	cairo_tag_begin(p->cr, artifact ? "NonStruct" : "P", NULL);
	rc_tree_piece(p->tree, p->page, p->mcid++, artifact, element);
	p->open = TRUE;
	p->artifact = artifact;
	p->element = element;
}

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
 * plain ones, which they look like. A letter's glyph, the first, has the text of
 * the marks above it too, so that a reader finds all where the letter is. */
static void
add_cluster(struct painter *p, const char *text, struct rc_cluster cluster,
    gboolean rtl)
{
	gunichar c = g_utf8_get_char(text);
	gsize before = p->text->len;
	cairo_text_cluster_t as = {.num_glyphs = 1}, mark = {0, 1};

	if (g_unichar_isspace(c))
		g_string_append_c(p->text, ' ');
	else if (c == 0x2010 || c == 0x2011)
		g_string_append_c(p->text, '-');
	else
		g_string_append_len(p->text, text, cluster.bytes);
	as.num_bytes = p->text->len - before;
	for (guint i = 1; rtl && i < cluster.glyphs; i++)
		g_array_append_val(p->clusters, mark);
	g_array_append_val(p->clusters, as);
	for (guint i = 1; !rtl && i < cluster.glyphs; i++)
		g_array_append_val(p->clusters, mark);
}

static void
add_clusters(struct painter *p, const struct rc_run *run)
{
	const char *text = p->pages->text->str + run->text;

	g_string_truncate(p->text, 0);
	for (guint i = 0; i < run->n_clusters; i++) {
		struct rc_cluster cluster = g_array_index(p->pages->clusters,
		    struct rc_cluster, run->cluster + i);

		add_cluster(p, text, cluster, run->rtl);
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

static void
add_number(GString *out, double value)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	g_string_append(out,
	    g_ascii_formatd(text, sizeof(text), "%.2f", value));
	g_string_append_c(out, ' ');
}

static void
show_blue(struct painter *p, const struct rc_line *line,
    const struct rc_run *run)
{
	cairo_set_source_rgb(p->cr, 0, 0, 1);
	show_run(p, line, run);
	cairo_set_source_rgb(p->cr, 0, 0, 0);
}

/* A link without a structure is cairo's own. */
static void
show_plain_link(struct painter *p, const struct rc_line *line,
    const struct rc_run *run)
{
	g_autoptr(GString) attributes = g_string_new("rect=[");

	add_number(attributes, line->x + run->x);
	add_number(attributes, line->y - LINK_ASCENT * run->size);
	add_number(attributes, run->width);
	add_number(attributes, (LINK_ASCENT + LINK_DESCENT) * run->size);
	g_string_append(attributes, "] uri='");
	rc_add_address(attributes, p->pages->links->pdata[run->link]);
	g_string_append_c(attributes, '\'');
	cairo_tag_begin(p->cr, CAIRO_TAG_LINK, attributes->str);
	show_blue(p, line, run);
	cairo_tag_end(p->cr, CAIRO_TAG_LINK);
}

/* The runs of one link, on one line or two, are one element with a rectangle
 * each. */
static void
show_link(struct painter *p, const struct rc_line *line,
    const struct rc_run *run, guint element)
{
	struct rc_link link = {.page = p->page,
	    .address = p->pages->links->pdata[run->link]};

	if (!p->tree) {
		show_plain_link(p, line, run);
		return;
	}
	if (!p->link_element || p->link != run->link) {
		p->link_element = rc_tree_child(p->tree, element, "Link");
		p->link = run->link;
	}
	turn_to(p, FALSE, p->link_element);
	show_blue(p, line, run);
	link.element = p->link_element;
	link.x0 = line->x + run->x;
	link.x1 = link.x0 + run->width;
	link.y0 = p->pages->height - line->y - LINK_DESCENT * run->size;
	link.y1 = p->pages->height - line->y + LINK_ASCENT * run->size;
	rc_tree_link(p->tree, &link);
}

/* A run of text: of its block, of the block's label, or the mark of a note. */
static void
show_text(struct painter *p, const struct rc_line *line, guint i, guint element)
{
	const struct rc_run *run = &g_array_index(p->pages->runs,
	    struct rc_run, line->run + i);

	if (i < line->n_label)
		turn_to(p, FALSE, rc_tree_of_label(p->tree, p->pages, line));
	else if (run->rise > 0)
		turn_to(p, FALSE, rc_tree_child(p->tree, element, "Reference"));
	else
		turn_to(p, FALSE, element);
	show_run(p, line, run);
}

static gboolean
is_blank(const struct painter *p, const struct rc_run *run)
{
	const char *s = p->pages->text->str + run->text, *end = s + run->text_len;

	while (s < end && g_unichar_isspace(g_utf8_get_char(s)))
		s = g_utf8_next_char(s);
	return s >= end;
}

static void
show_line(struct painter *p, const struct rc_line *line, gboolean artifact)
{
	guint element = 0;

	if (p->tree && !artifact) {
		element = rc_tree_of_line(p->tree, p->pages, line);
		rc_tree_line(p->tree, p->pages, line, element, p->page);
	}
	for (guint i = 0; i < line->n_runs; i++) {
		const struct rc_run *run = &g_array_index(p->pages->runs,
		    struct rc_run, line->run + i);

		if (run->n_glyphs == 0)
			continue;
		/* cairo drops a piece of blanks: they are of the one before */
		if (p->tree && is_blank(p, run)) {
			if (p->open)
				show_run(p, line, run);
			continue;
		}
		if (run->link >= 0 && !artifact) {
			show_link(p, line, run, element);
			continue;
		}
		p->link_element = 0;
		if (!p->tree || artifact) {
			turn_to(p, artifact, 0);
			show_run(p, line, run);
		} else {
			show_text(p, line, i, element);
		}
	}
}

/* ---- pages ---- */

/* What is of the page and not of the text: heads and feet, and the head of a
 * table that goes on. The masthead is text, though it is set like a head. */
static gboolean
is_artifact(const struct painter *p, const struct rc_line *line)
{
	if (line->role == RC_ROLE_FURNITURE)
		return p->page > 0 || line->y > p->pages->height / 3;
	return line->n_runs > 0 && !g_hash_table_add(p->painted,
	    GUINT_TO_POINTER(line->run + 1));
}

/* The masthead and what else is of the page first, as it is read. */
static void
show_lines(struct painter *p, const struct rc_page *page, gboolean furniture)
{
	for (guint i = 0; i < page->lines->len; i++) {
		const struct rc_line *line =
		    &g_array_index(page->lines, struct rc_line, i);

		if ((line->role == RC_ROLE_FURNITURE) == furniture)
			show_line(p, line, is_artifact(p, line));
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

/* A code that says an address is a figure, with the address instead, and so is
 * a given emblem, with whom it stands for; the other pictures are ornaments. */
static void
turn_to_image(struct painter *p, const struct rc_image *image)
{
	guint figure;

	if (!p->tree || !(image->picture == RC_PICTURE_QR ||
	    (image->picture == RC_PICTURE_EMBLEM && p->emblem))) {
		turn_to(p, TRUE, 0);
		return;
	}
	figure = rc_tree_child(p->tree, RC_TREE_ROOT, "Figure");
	rc_tree_element(p->tree, figure)->alt = g_strndup(
	    p->pages->text->str + image->text, image->text_len);
	turn_to(p, FALSE, figure);
}

static void
show_page(struct painter *p, const struct rc_page *page)
{
	p->mcid = 0;
	show_lines(p, page, TRUE);
	turn_to(p, TRUE, 0);
	show_rectangles(p, page->rules, 0, page->rules->len);
	for (guint i = 0; i < page->images->len; i++) {
		const struct rc_image *image = &g_array_index(page->images,
		    struct rc_image, i);

		turn_to_image(p, image);
		show_image(p, image);
	}
	show_lines(p, page, FALSE);
	close_piece(p);
	p->page++;
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
	g_autofree char *date = g_strconcat(rc_pdf_date(p->pages),
	    "T00:00:00Z", NULL);
	g_autofree char *title = rc_pdf_title(p->pages);

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
paint_pages(struct painter *p, GError **error)
{
	gboolean ok;

	p->glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t));
	p->clusters = g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t));
	p->text = g_string_new(NULL);
	p->painted = g_hash_table_new(NULL, NULL);
	ok = paint(p, error);
	g_hash_table_unref(p->painted);
	g_string_free(p->text, TRUE);
	g_array_unref(p->glyphs);
	g_array_unref(p->clusters);
	return ok;
}

static gboolean
keep_bytes(gpointer payload, const char *data, gsize size)
{
	g_byte_array_append(payload, (const guint8 *)data, size);
	return TRUE;
}

/* "A_RES_99_901.en.xml" */
static char *
source_name(const struct rc_pages *pages)
{
	g_autofree char *symbol = g_strdup(pages->symbol[0] ? pages->symbol :
	    "resolution");

	g_strcanon(symbol, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-.", '_');
	return g_strconcat(symbol, ".", pages->lang, ".xml", NULL);
}

/* What completes a PDF, opened when one is to be; or NULL and an error. */
static __typeof__(&rc_archive)
open_archive(GError **error)
{
	__typeof__(&resconv_module_archive) entry = NULL;
	gpointer symbol =
	    rc_module_symbol("pdf-archive", "resconv_module_archive", error);

	if (!symbol)
		return NULL;
	memcpy(&entry, &symbol, sizeof(entry));
	return entry();
}

/* Paint into memory, and complete what cairo made. */
static gboolean
write_archive(struct painter *p, const xmlDoc *doc, GError **error)
{
	g_autoptr(GByteArray) pdf = g_byte_array_new();
	g_autoptr(rc_tree) tree = rc_tree_new();
	g_autoptr(GString) akn = g_string_new(NULL);
	g_autofree char *name = source_name(p->pages);
	struct rc_source source = {.name = name};
	__typeof__(&rc_archive) archive = open_archive(error);
	rc_write_fn put = p->put;
	gpointer payload = p->payload;

	if (!archive)
		return FALSE;
	p->tree = tree;
	p->put = keep_bytes;
	p->payload = pdf;
	if (!paint_pages(p, error))
		return FALSE;
	akn_serialize(doc, AKN_INDENT, akn);
	source.data = akn->str;
	source.size = akn->len;
	return archive(pdf, p->pages, tree, &source, put, payload, error);
}

static gboolean
write_pdf(const xmlDoc *doc, const struct rc_settings *settings,
    struct rc_diags *diags, rc_write_fn put, gpointer payload, GError **error)
{
	g_autoptr(rc_emblem) emblem = NULL;
	g_autoptr(rc_pages) pages = NULL;
	g_autoptr(rc_faces) faces = NULL;
	struct painter p = {.put = put, .payload = payload};
	const char *era;

	if (!rc_emblem_open(rc_setting(settings, "pdf", pdf_options, "emblem"),
	    &emblem, error))
		return FALSE;
	era = rc_setting(settings, "pdf", pdf_options, "era");
	pages = rc_typeset(doc, rc_era_named(era), error);
	faces = pages ? rc_faces_new(pages, error) : NULL;
	if (!faces)
		return FALSE;
	p.pages = pages;
	p.emblem = emblem;
	p.faces = faces;
	if (strcmp(rc_setting(settings, "pdf", pdf_options, "profile"), "plain") == 0)
		return paint_pages(&p, error);
	return write_archive(&p, doc, error);
}

const struct rc_output rc_output_pdf = {PDF_FORMAT, write_pdf, 0, NULL};
