/* akn_line.h - one paragraph that is being made, for inputs whose text comes
 * in pieces with a look: Akoma Ntoso and web pages. */
#ifndef RC_INPUT_AKN_LINE_H
#define RC_INPUT_AKN_LINE_H

#include "text/text.h"

/* White space is folded to single blanks and cut at both ends, with it what
 * has no print there (U+00A0, direction marks). */
struct akn_line {
	GString *s;
	GArray *spans;        /* struct rc_span */
	GArray *calls;        /* struct rc_call */
	guint32 marker;       /* bytes of the number it begins with; 0 none */
	guint32 tab;          /* where the first TAB within it stood; 0 none */
	gboolean gap, gap_tab; /* a blank is due; there was a TAB in it */
	struct rc_place at;
};

void akn_line_init(struct akn_line *line);
void akn_line_done(struct akn_line *line);
void akn_line_clear(struct akn_line *line);
/* Nothing but a number is in it, if that. */
gboolean akn_line_is_bare(const struct akn_line *line);
/* Add text; href is kept by reference. */
void akn_line_text(struct akn_line *line, const char *s, guint style,
    const char *href);
void akn_line_gap(struct akn_line *line);
/* A soft line break, unless it is empty or ends in one. */
void akn_line_break(struct akn_line *line);
void akn_line_call(struct akn_line *line, guint note);
/* What it holds now is the number of the paragraph. */
void akn_line_number(struct akn_line *line);
/* Whether one of the characters of `set` ends it. */
gboolean akn_line_ends_in(const struct akn_line *line, const char *set);
/* Take bytes out; spans, calls and the rest move along. */
void akn_line_erase(struct akn_line *line, guint32 at, guint32 n);
/* Nothing more comes: cut its end, and the brackets that Arabic prints round
 * the calls of notes. */
void akn_line_finish(struct akn_line *line);
/* The line as a paragraph of the text model, not yet added. */
struct rc_para akn_line_para(const struct akn_line *line,
    struct rc_text *text);

/* ---- akn_text_mark.c: numbers and headings that are not marked up ---- */

/* Bytes of a number or list mark that a TAB follows ("1 -", "(a)", "•"); 0. */
guint32 akn_mark_before_tab(struct akn_line *line);
/* Whether it is nothing but "(1)" or "5.", which are no headings. */
gboolean akn_is_lone_mark(const struct akn_line *line);
/* Whether the number counts in figures, as paragraphs do and points do not. */
gboolean akn_mark_is_figure(const char *s, guint32 len);
/* Whether a paragraph of that class is a heading: styled as one, or all in
 * bold that is no lead phrase. */
gboolean akn_is_heading(const struct akn_line *line, const char *class);
/* Give markers to paragraphs whose numbers follow one another: "a)" "b)". */
void akn_mark_sequences(struct rc_text *text);
/* Cut the mark that the body of a note repeats: "1 TAB", "()", ")(". */
void akn_cut_note_mark(struct akn_line *line, const char *marker);

#endif
