/* line.h - a paragraph of plain text or Markdown in the making. */
#ifndef RC_OUTPUT_LINE_H
#define RC_OUTPUT_LINE_H

#include <glib.h>

enum { LINE_BOLD = 1, LINE_ITALIC = 2 };

/* White space is made single; marks of Markdown never stand beside it. */
struct line {
	GString *out;
	gboolean markup; /* show looks, escape what Markdown reads */
	guint look;      /* LINE_… bits of what comes next */
	guint shown;     /* those that are open in out */
	gboolean space;  /* one is due before the next character */
};

void line_init(struct line *line, gboolean markup);
void line_done(struct line *line);
void line_add(struct line *line, const char *text);
/* A line end, where the print has one. */
void line_break(struct line *line);
/* A note's mark: figures and letters raised, others in round brackets where
 * they would not be seen. */
void line_add_call(struct line *line, const char *marker);
/* Superscript text: figures are raised. */
void line_add_raised(struct line *line, const char *text);
/* Close what is open; the text is line->out. */
void line_finish(struct line *line);
void line_clear(struct line *line);

/* Columns a text takes: wide characters two, combining ones none. */
guint line_width(const char *text);

#endif
