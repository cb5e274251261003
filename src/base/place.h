/* place.h - a place in an input. */
#ifndef RC_BASE_PLACE_H
#define RC_BASE_PLACE_H

#include <glib.h>

struct rc_place {
	guint32 page;   /* from 1; 0 where the input has no pages */
	guint32 line;   /* from 1, counted over the whole input; 0 unknown */
	guint32 column; /* from 1, in characters; 0 unknown */
	guint32 offset; /* bytes from the start of the input */
};

#endif
