/* lines.h - the lines of a text, each with its place. */
#ifndef RC_INPUT_LINES_H
#define RC_INPUT_LINES_H

#include "base/place.h"

struct rc_line {
	const char *s;
	gsize len;          /* bytes, without what ends the line */
	struct rc_place at; /* of its first byte */
	gboolean new_page;  /* a form feed stood before it */
};

/* Lines end with LF, CR LF or CR, pages with FF. A form feed cuts a line in
 * two that share their line number; an empty piece before it is no line. Each
 * byte is looked at a fixed number of times, whatever the line ends are. */
struct rc_lines {
	const char *start, *at, *end;
	const char *lf, *cr, *ff; /* the next of each, or end */
	guint32 skipped;          /* bytes of the input before start */
	guint32 line, column, page;
	gboolean new_page;
};

/* Pages are counted from 1 if there is a form feed at all, else 0. */
void rc_lines_init(struct rc_lines *lines, const char *s, gsize len,
    guint32 skipped);
/* FALSE past the last. What comes after the last line end is a line only if
 * it is not empty. */
gboolean rc_lines_next(struct rc_lines *lines, struct rc_line *line);

/* Cut blanks (space, tab, vertical tab, U+00A0) off the end. */
gsize rc_line_trimmed(const char *s, gsize len);
/* Move past spaces and tabs at the start and give the columns they fill,
 * tab stops being 8 apart. */
guint rc_line_indent(struct rc_line *line);
/* Move past n bytes, all of them ASCII. */
void rc_line_skip(struct rc_line *line, gsize n);

#endif
