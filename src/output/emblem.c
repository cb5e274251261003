/* emblem.c - the pictures of the first page. The emblem of the United Nations
 * may not be used without authorization (General Assembly resolution 92 (I)),
 * so a globe of lines stands in its place unless the user names a picture. */
#include "output/emblem.h"

#include <string.h>

#include "base/error.h"
#include "output/module_svg.h"

struct rc_emblem {
	GObject *svg;            /* or NULL */
	cairo_surface_t *bitmap; /* or NULL */
};

void
rc_emblem_free(rc_emblem *emblem)
{
	if (!emblem)
		return;
	g_clear_object(&emblem->svg);
	if (emblem->bitmap)
		cairo_surface_destroy(emblem->bitmap);
	g_free(emblem);
}

struct source {
	const char *data;
	gsize left;
};

static cairo_status_t
read_bytes(void *closure, unsigned char *to, unsigned length)
{
	struct source *source = closure;

	if (length > source->left)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(to, source->data, length);
	source->data += length;
	source->left -= length;
	return CAIRO_STATUS_SUCCESS;
}

static gboolean
open_bitmap(rc_emblem *emblem, const char *data, gsize size, const char *path,
    GError **error)
{
	struct source source = {data, size};

	emblem->bitmap =
	    cairo_image_surface_create_from_png_stream(read_bytes, &source);
	if (cairo_surface_status(emblem->bitmap) == CAIRO_STATUS_SUCCESS)
		return TRUE;
	return rc_fail(error, RESCONV_E_FORMAT, "%s: a damaged PNG picture",
	    path);
}

gboolean
rc_emblem_open(const char *path, rc_emblem **ret, GError **error)
{
	g_autofree char *data = NULL;
	g_autoptr(rc_emblem) emblem = NULL;
	g_autoptr(GError) reason = NULL;
	gsize size;

	if (!path || !path[0])
		return TRUE;
	if (!g_file_get_contents(path, &data, &size, &reason))
		return rc_fail(error, RESCONV_E_IO, "%s", reason->message);
	emblem = g_new0(rc_emblem, 1);
	if (size > 4 && memcmp(data, "\x89PNG", 4) == 0) {
		if (!open_bitmap(emblem, data, size, path, error))
			return FALSE;
	} else {
		emblem->svg = rc_svg_new(data, size, path, error);
		if (!emblem->svg)
			return FALSE;
	}
	*ret = g_steal_pointer(&emblem);
	return TRUE;
}

/* A globe seen on the pole: circles and meridians. */
static void
paint_globe(cairo_t *cr, double x, double y, double width, double height)
{
	double radius = MIN(width, height) / 2 * 0.96;
	const guint circles = 4, meridians = 8;

	cairo_translate(cr, x + width / 2, y + height / 2);
	cairo_set_line_width(cr, 0.6);
	for (guint i = 1; i <= circles; i++) {
		cairo_new_sub_path(cr);
		cairo_arc(cr, 0, 0, radius * i / circles, 0, 2 * G_PI);
	}
	for (guint i = 0; i < meridians; i++) {
		cairo_rotate(cr, 2 * G_PI / meridians);
		cairo_move_to(cr, radius / circles, 0);
		cairo_line_to(cr, radius, 0);
	}
	cairo_stroke(cr);
}

static void
paint_bitmap(const rc_emblem *emblem, cairo_t *cr, double x, double y,
    double width, double height)
{
	double w = cairo_image_surface_get_width(emblem->bitmap);
	double h = cairo_image_surface_get_height(emblem->bitmap);
	double scale = MIN(width / w, height / h);

	cairo_translate(cr, x + (width - w * scale) / 2,
	    y + (height - h * scale) / 2);
	cairo_scale(cr, scale, scale);
	cairo_set_source_surface(cr, emblem->bitmap, 0, 0);
	cairo_paint(cr);
}

void
rc_emblem_paint(const rc_emblem *emblem, cairo_t *cr, double x, double y,
    double width, double height)
{
	cairo_save(cr);
	if (!emblem)
		paint_globe(cr, x, y, width, height);
	else if (emblem->svg)
		rc_svg_paint(emblem->svg, cr, x, y, width, height);
	else
		paint_bitmap(emblem, cr, x, y, width, height);
	cairo_restore(cr);
}

/* One of three arrows that follow each other round a triangle: the side of it
 * below the centre, its head at the right. */
static void
paint_arrow(cairo_t *cr)
{
	cairo_move_to(cr, -0.62, 0.52);
	cairo_line_to(cr, 0.10, 0.52);
	cairo_line_to(cr, 0.10, 0.36);
	cairo_line_to(cr, 0.42, 0.64);
	cairo_line_to(cr, 0.10, 0.92);
	cairo_line_to(cr, 0.10, 0.76);
	cairo_line_to(cr, -0.46, 0.76);
	cairo_close_path(cr);
}

void
rc_recycle_paint(cairo_t *cr, double x, double y, double width, double height)
{
	cairo_save(cr);
	cairo_translate(cr, x + width / 2, y + height * 0.56);
	cairo_scale(cr, width / 2, height / 2);
	for (guint i = 0; i < 3; i++) {
		paint_arrow(cr);
		cairo_rotate(cr, 2 * G_PI / 3);
	}
	cairo_restore(cr);
	cairo_save(cr);
	cairo_set_line_width(cr, 0.5);
	cairo_stroke(cr);
	cairo_restore(cr);
}
