/* emblem.h - the pictures of the first page: the emblem's place, the recycling
 * sign. */
#ifndef RC_OUTPUT_EMBLEM_H
#define RC_OUTPUT_EMBLEM_H

#include <cairo.h>
#include <glib.h>

/* A picture that stands in the emblem's place. */
typedef struct rc_emblem rc_emblem;

/* Read an SVG or PNG file; an empty path gives NULL, the neutral drawing.
 * RESCONV_E_IO when it cannot be read, RESCONV_E_FORMAT when it is neither. */
gboolean rc_emblem_open(const char *path, rc_emblem **ret, GError **error);
void rc_emblem_free(rc_emblem *emblem); /* NULL is fine */
/* Paint it within an area, centred, in its own proportions. */
void rc_emblem_paint(const rc_emblem *emblem, cairo_t *cr, double x, double y,
    double width, double height);
void rc_recycle_paint(cairo_t *cr, double x, double y, double width,
    double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(rc_emblem, rc_emblem_free)

#endif
