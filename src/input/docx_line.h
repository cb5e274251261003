/* docx_line.h - a paragraph of a Word file while it is made. */
#ifndef RC_INPUT_DOCX_LINE_H
#define RC_INPUT_DOCX_LINE_H

#include "text/text.h"

/* White space is folded to single blanks, cut at both ends; lines within it
 * end in '\n'. */
struct docx_line {
	GString *s;
	GArray *spans;   /* struct rc_span */
	GArray *calls;   /* struct rc_call */
	gboolean gap;    /* a blank is due */
	guint32 marker;  /* bytes of its automatic number; 0 none */
	guint32 tab;     /* where the first TAB within it stood; 0 none */
	struct rc_place at;
};

struct docx_cut {
	guint32 start, end;
	guint32 before;  /* bytes taken out before it; set when they are */
	gint64 note;     /* it was a call of that note; -1 it was none */
};

void docx_line_init(struct docx_line *line);
void docx_line_done(struct docx_line *line);
void docx_line_clear(struct docx_line *line);
/* Add text in a look (enum rc_style); href is kept by reference. */
void docx_line_text(struct docx_line *line, const char *s, gsize len,
    guint style, const char *href);
/* A soft line break, unless it is empty or ends in one. */
void docx_line_break(struct docx_line *line);
void docx_line_call(struct docx_line *line, guint note);
/* The same at any place; calls stay in order. */
void docx_line_call_at(struct docx_line *line, struct rc_call call);
/* Take stretches out that are in order and do not overlap; spans and calls
 * move along. cuts: struct docx_cut. */
void docx_line_cut(struct docx_line *line, GArray *cuts);
void docx_line_cut_one(struct docx_line *line, guint32 start, guint32 end);
/* Where an offset is after the cuts that were made. */
guint32 docx_cuts_moved(const GArray *cuts, guint32 x);
/* Nothing more comes: cut its end. */
void docx_line_finish(struct docx_line *line);
/* Add another, finished, as it stands. */
void docx_line_append(struct docx_line *line, const struct docx_line *more);
gboolean docx_line_is_empty(const struct docx_line *line);
/* The line as a paragraph of the text model, not yet added. */
struct rc_para docx_line_para(const struct docx_line *line,
    struct rc_text *text);

#endif
