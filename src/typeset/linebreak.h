/* linebreak.h - where lines end: first fit, and the official rule that takes a
 * word more when the spaces can be squeezed a little for it. */
#ifndef RC_TYPESET_LINEBREAK_H
#define RC_TYPESET_LINEBREAK_H

#include "typeset/measure.h"

/* A line: the atoms from first to before end, without the spaces that hang at
 * its end. */
struct rc_broken {
	guint first, end;
	double width;     /* natural */
	double measure;   /* room */
	gboolean full;    /* to be set to the full measure */
};

/* Break a paragraph into lines of a measure; the first line has another.
 * squeeze: by the rule. Appends struct rc_broken; none for an empty text. */
void rc_break_lines(const struct rc_measured *para, double first_measure,
    double measure, gboolean squeeze, GArray *lines);

#endif
