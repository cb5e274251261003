/* style.c - how each kind of paragraph is set: the rows of style.def. */
#include "typeset/style.h"

#define NO RC_COLUMN_NO
#define EDGE RC_COLUMN_EDGE
#define HANG RC_COLUMN_HANG
#define HANG_HEADING RC_COLUMN_HANG_HEADING
#define MARK RC_COLUMN_MARK
#define JUSTIFY RC_ALIGN_JUSTIFY
#define RAGGED RC_ALIGN_RAGGED
#define CENTRE RC_ALIGN_CENTRE
#define NARROW RC_ALIGN_NARROW
#define END RC_ALIGN_END
#define HEADING RC_TRAIT_HEADING
#define WHOLE RC_TRAIT_WHOLE
#define WIDE RC_TRAIT_WIDE
#define BEGINS RC_TRAIT_ANNEX

static const struct rc_style_row rows[RC_STYLE_N] = {
#define STYLE(name, ...) {__VA_ARGS__},
#include "typeset/style.def"
#undef STYLE
};

const struct rc_style_row *
rc_style(enum rc_style style)
{
	return &rows[style];
}

enum rc_style
rc_style_2010(enum rc_style style, gboolean labelled, gboolean of_part)
{
	switch (style) {
	case RC_STYLE_ADOPTION:
		return RC_STYLE_ADOPTION_2010;
	case RC_STYLE_BRACKET:
		return RC_STYLE_BRACKET_2010;
	case RC_STYLE_PART_LETTER:
		return RC_STYLE_PART_LETTER_2010;
	case RC_STYLE_LEVEL_NUMBER:
		return RC_STYLE_LEVEL_NUMBER_2010;
	case RC_STYLE_HEADING:
		return labelled ? style : RC_STYLE_HEADING_2010;
	case RC_STYLE_TITLE:
		if (of_part && !labelled)
			return RC_STYLE_PART_TITLE_2010;
		return labelled ? RC_STYLE_TITLE_2010 : style;
	default:
		return style;
	}
}
