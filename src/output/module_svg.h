/* module_svg.h - SVG pictures, drawn by librsvg if it is there. */
#ifndef RC_OUTPUT_MODULE_SVG_H
#define RC_OUTPUT_MODULE_SVG_H

#include <cairo.h>
#include <glib-object.h>

/* Read a picture; to be freed with g_object_unref(). RESCONV_E_DISABLED when
 * librsvg is not installed, RESCONV_E_FORMAT when it is no SVG; name is what the
 * message calls it. */
GObject *rc_svg_new(const char *data, gsize size, const char *name,
    GError **error);
/* Paint it within an area, centred, in its own proportions. */
void rc_svg_paint(GObject *svg, cairo_t *cr, double x, double y, double width,
    double height);

#endif
