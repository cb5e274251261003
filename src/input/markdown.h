/* markdown.h - what the files of the Markdown input share. */
#ifndef RC_INPUT_MARKDOWN_H
#define RC_INPUT_MARKDOWN_H

#include "input/inline.h"
#include "input/input.h"
#include "input/lines.h"

/* A line of a block. */
struct rc_md_line {
	struct rc_line line; /* without the blanks and quote marks at its edges */
	struct rc_line raw;  /* as it stands, but for those marks */
	guint indent;        /* columns */
};

struct rc_md {
	struct rc_text *text;
	struct rc_inline in;
	GArray *block;        /* struct rc_md_line: of the block being read */
	guint gap;            /* empty lines since the last block */
	guint block_gap;      /* empty lines before this one */
	struct rc_place page; /* a page that begins, if its line is not 0 */
	guint page_gap;       /* empty lines before it */
	GError **error;
};

/* ---- table.c ---- */

/* Whether a line is a row of a pipe table by itself: it begins with a bar
 * and has another. */
gboolean rc_md_is_row(const struct rc_line *line);
/* Whether a line parts a table's headings from its rows: "|---|:--:|". */
gboolean rc_md_is_rule(const struct rc_line *line);
/* Whether the block is a table whose cells are parted by tabs. */
gboolean rc_md_is_tabbed(const GArray *block);
/* Add the block as a table whose cells are parted by bar or tab. */
gboolean rc_md_add_table(struct rc_md *md, char bar);

/* ---- list.c ---- */

/* Whether `next` begins a paragraph of its own though no empty line is before
 * it: a list item or a note. first is the first line of the paragraph that
 * would end there, last its last line. */
gboolean rc_md_begins_item(const struct rc_line *first,
    const struct rc_line *last, const struct rc_line *next);

#endif
