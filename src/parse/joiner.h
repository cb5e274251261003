/* joiner.h - the state of the walk that joins printed lines to paragraphs, and
 * the questions it asks of two lines. */
#ifndef RC_PARSE_JOINER_H
#define RC_PARSE_JOINER_H

#include "parse/mend.h"
#include "parse/pages.h"

#define RC_RIGHT_INDENT 30u /* columns of a closing line, set to the right */
#define RC_FIRST_INDENT 3u  /* columns that an indented first line has at least */
#define RC_HEADING_BYTES 280 /* a heading of some lines */

struct joiner {
	struct parser *p;
	GArray *lines;
	struct rc_measure measure;
	guint number;        /* the last operative number */
	const struct line *before;
	gboolean before_alone; /* it stands alone, as a label does */
	const struct line *begun; /* the first line of the paragraph */
	struct level_label label; /* that it begins with */
	struct block block;  /* that is being made; len 0 for none */
	gboolean open;
	gboolean first;      /* before is the first line of its paragraph */
	gboolean glue;       /* a hyphen was taken away: join without a blank */
	gboolean old;        /* a print of the time when words were cut */
	gboolean listed;     /* below the label of a table: marks begin rows */
	gboolean vote;       /* within a printed vote, which "]" ends */
	gunichar lead;       /* what the first lead phrase begins with */
	struct rc_mend *mend;
	guint note;          /* the last note's number */
};

/* A block of a part of a line. */
struct block rc_line_block(struct joiner *j, const struct line *line,
    gsize from, gsize len);

/* ---- begin.c ---- */

/* Whether a line is a label or a formula, which no paragraph goes on in. */
gboolean rc_stands_alone(const struct joiner *j, const struct line *line);
/* Whether a line begins a paragraph. alone: it stands alone. */
gboolean rc_begins(const struct joiner *j, const struct line *line,
    gboolean alone);

/* ---- lineend.c ---- */

/* Columns that stand before the first line of a paragraph in print and are
 * lost in a text without indents. */
guint rc_lost_columns(const struct joiner *j);
/* Whether the line before ended though the first word of this one, and so many
 * columns more, would have fitted; whether it did beyond the usual doubt. */
gboolean rc_had_room(const struct joiner *j, const struct line *line,
    guint more);
gboolean rc_ended_early(const struct joiner *j, const struct line *line);
/* The last character of a line, the call of a note behind it aside. */
gunichar rc_last_of(const struct line *line);
gboolean rc_ends_paragraph(gunichar c);
gboolean rc_is_full_stop(gunichar c);
gboolean rc_is_comma(gunichar c);
/* The lead phrase that a line begins with. */
enum rc_lead rc_line_lead(const struct joiner *j, const struct line *line);

/* ---- headline.c ---- */

/* "II.     Means": the number of a level, set apart from its heading. */
gboolean rc_begins_level(const struct joiner *j, const struct line *line);
/* Whether what stands so far is the heading below "Article 14". */
gboolean rc_is_below_label(const struct joiner *j);
/* Whether a line goes on in the title of an annex. */
gboolean rc_is_in_title(const struct joiner *j, const struct line *line);
/* Whether a line of a heading begins below the heading's first word. */
gboolean rc_hangs(const struct joiner *j, const struct line *line);

/* ---- closing.c ---- */

/* Whether a closing line begins here: after a full stop, or another one. */
gboolean rc_begins_closing(const struct joiner *j, const struct line *line);
/* Within a printed vote a label begins one, and the names after it. */
gboolean rc_begins_in_vote(const struct joiner *j, const struct line *line);

/* ---- linenotes.c ---- */

/* Read the notes among the lines of a page, from its first one on. Where they
 * are none, their lines become text. FALSE when there are too many. */
gboolean rc_notes_of_page(struct joiner *j, guint from, GError **error);

/* ---- linehead.c ---- */

/* Give the role of a heading to the blocks from one on that look like one. */
void rc_name_headings(const struct joiner *j, guint from);


/* ---- tablelist.c ---- */

/* "Table 1" alone on its line. */
gboolean rc_is_table_label(const struct rc_lang *lang, const char *text,
    gsize len);
/* Make rows of the blocks below "Table 1" that stand in no columns. */
void rc_name_rows(struct parser *p, guint from);

#endif
