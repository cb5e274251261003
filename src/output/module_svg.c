/* module_svg.c - SVG pictures, drawn by librsvg. The library is opened when one
 * is there: loading it takes as long as pango and cairo together, and few
 * documents have a picture. */
#include "output/module_svg.h"

#include <dlfcn.h>

#include <librsvg/rsvg.h>

#include "base/error.h"

#define LIBRARY "librsvg-2.so.2"

static struct {
	__typeof__(&rsvg_handle_new_from_data) read;
	__typeof__(&rsvg_handle_render_document) paint;
} rsvg;

static gpointer
open_library(gpointer unused)
{
	void *module = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
	gpointer read, paint;

	if (!module)
		return NULL;
	read = dlsym(module, "rsvg_handle_new_from_data");
	paint = dlsym(module, "rsvg_handle_render_document");
	if (!read || !paint)
		return NULL;
	*(gpointer *)&rsvg.read = read;
	*(gpointer *)&rsvg.paint = paint;
	return module;
}

GObject *
rc_svg_new(const char *data, gsize size, const char *name, GError **error)
{
	static GOnce once = G_ONCE_INIT;
	RsvgHandle *svg;

	if (!g_once(&once, open_library, NULL)) {
		rc_fail(error, RESCONV_E_DISABLED, "%s: SVG pictures need "
		    "librsvg, which is not installed", name);
		return NULL;
	}
	svg = rsvg.read((const guint8 *)data, size, NULL);
	if (!svg)
		rc_fail(error, RESCONV_E_FORMAT,
		    "%s: neither an SVG nor a PNG picture", name);
	return (GObject *)svg;
}

void
rc_svg_paint(GObject *svg, cairo_t *cr, double x, double y, double width,
    double height)
{
	RsvgRectangle area = {x, y, width, height};

	rsvg.paint((RsvgHandle *)svg, cr, &area, NULL);
}
