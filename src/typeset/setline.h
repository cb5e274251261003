/* setline.h - one line of a paragraph as runs of glyphs. */
#ifndef RC_TYPESET_SETLINE_H
#define RC_TYPESET_SETLINE_H

#include "typeset/linebreak.h"

/* Append the runs of a line to pages, in the order of the text, x counted from
 * the line's left end; gives their number. extra: points added to each place
 * where the line stretches (rc_stretches()). *width gets the line's width. */
guint rc_set_line(struct rc_pages *pages, const struct rc_para *para,
    const struct rc_measured *measured, const struct rc_broken *line,
    gboolean wide, double extra, double *width);
/* At how many places a line stretches: its spaces and, if wide, between its
 * ideographs. */
guint rc_stretches(const struct rc_measured *measured,
    const struct rc_broken *line, gboolean wide);

#endif
