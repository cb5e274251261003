/* boxes.c - the pages of the PDF as lines of text: what stands where, in which
 * face and size. For tests of the layout.
 *
 *	page NUMBER WIDTH HEIGHT
 *	  ROLE X BASELINE WIDTH
 *	    FACE SIZE SCALE TRACKING X [RISE] |TEXT| [rtl] [<ADDRESS>]
 *	  rule X Y WIDTH HEIGHT
 *	  PICTURE X Y WIDTH HEIGHT [|TEXT|]
 *
 * All in points, with two decimals, y from the top of the page down. */
#include "output/boxes.h"

#include <stdarg.h>

#include "base/error.h"
#include "output/options_pdf.h"
#include "typeset/typeset.h"

static const char *const roles[] = {
	[RC_ROLE_FURNITURE] = "furniture",
	[RC_ROLE_TEXT] = "text",
	[RC_ROLE_HEADING] = "heading",
	[RC_ROLE_NOTE] = "note",
	[RC_ROLE_CELL] = "cell",
};

static const char *const pictures[] = {
	[RC_PICTURE_EMBLEM] = "emblem",
	[RC_PICTURE_RECYCLE] = "recycle",
	[RC_PICTURE_CODE39] = "code39",
	[RC_PICTURE_QR] = "qr",
};

/* A length with two decimals, whatever the locale, and no "-0.00". */
static void
add_length(GString *out, double value)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	if (value > -0.005 && value < 0)
		value = 0;
	g_string_append_c(out, ' ');
	g_string_append(out,
	    g_ascii_formatd(text, sizeof(text), "%.2f", value));
}

static void
add_lengths(GString *out, guint n, ...)
{
	va_list args;

	va_start(args, n);
	while (n-- > 0)
		add_length(out, va_arg(args, double));
	va_end(args);
}

static void
add_run(GString *out, const struct rc_pages *pages, const struct rc_line *line,
    const struct rc_run *run)
{
	g_string_append_printf(out, "    %s", rc_font_name(run->font));
	add_lengths(out, 4, run->size, run->scale, run->tracking,
	    line->x + run->x);
	if (run->rise != 0)
		add_length(out, run->rise);
	g_string_append_printf(out, " |%.*s|", (int)run->text_len,
	    pages->text->str + run->text);
	if (run->rtl)
		g_string_append(out, " rtl");
	if (run->link >= 0)
		g_string_append_printf(out, " <%s>",
		    (char *)pages->links->pdata[run->link]);
	g_string_append_c(out, '\n');
}

static void
add_line(GString *out, const struct rc_pages *pages, const struct rc_line *line)
{
	g_string_append_printf(out, "  %s", roles[line->role]);
	add_lengths(out, 3, line->x, line->y, line->width);
	g_string_append_c(out, '\n');
	for (guint i = 0; i < line->n_runs; i++)
		add_run(out, pages, line, &g_array_index(pages->runs,
		    struct rc_run, line->run + i));
}

static void
add_image(GString *out, const struct rc_pages *pages,
    const struct rc_image *image)
{
	g_string_append_printf(out, "  %s", pictures[image->picture]);
	add_lengths(out, 4, image->x, image->y, image->width, image->height);
	if (image->text_len > 0)
		g_string_append_printf(out, " |%.*s|", (int)image->text_len,
		    pages->text->str + image->text);
	g_string_append_c(out, '\n');
}

static void
add_page(GString *out, const struct rc_pages *pages, guint number)
{
	const struct rc_page *page = pages->pages->pdata[number];

	g_string_append_printf(out, "page %u", number + 1);
	add_lengths(out, 2, pages->width, pages->height);
	g_string_append_c(out, '\n');
	for (guint i = 0; i < page->lines->len; i++)
		add_line(out, pages, &g_array_index(page->lines,
		    struct rc_line, i));
	for (guint i = 0; i < page->rules->len; i++) {
		const struct rc_rule *rule =
		    &g_array_index(page->rules, struct rc_rule, i);

		g_string_append(out, "  rule");
		add_lengths(out, 4, rule->x, rule->y, rule->width,
		    rule->height);
		g_string_append_c(out, '\n');
	}
	for (guint i = 0; i < page->images->len; i++)
		add_image(out, pages, &g_array_index(page->images,
		    struct rc_image, i));
}

static gboolean
write_boxes(const xmlDoc *doc, const struct rc_settings *settings,
    struct rc_diags *diags, rc_write_fn put, gpointer payload, GError **error)
{
	const char *era = rc_setting(settings, "boxes", boxes_options, "era");
	g_autoptr(rc_pages) pages = rc_typeset(doc, rc_era_named(era), error);
	g_autoptr(GString) out = g_string_new(NULL);

	if (!pages)
		return FALSE;
	for (guint i = 0; i < pages->pages->len; i++)
		add_page(out, pages, i);
	if (!put(payload, out->str, out->len))
		return rc_fail(error, RESCONV_E_IO, "writing failed");
	return TRUE;
}

const struct rc_output rc_output_boxes = {BOXES_FORMAT, write_boxes, 0, NULL};
