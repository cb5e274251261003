/* docx_look.h - the look of a run of a Word file, and how it comes about from
 * styles and direct formatting. */
#ifndef RC_INPUT_DOCX_LOOK_H
#define RC_INPUT_DOCX_LOOK_H

#include "input/docx_xml.h"

enum docx_toggle {
	DOCX_BOLD = 1 << 0,
	DOCX_ITALIC = 1 << 1,
	DOCX_BOLD_CS = 1 << 2,   /* of Arabic and other complex scripts */
	DOCX_ITALIC_CS = 1 << 3,
	DOCX_CAPITALS = 1 << 4,
	DOCX_HIDDEN = 1 << 5,
	DOCX_COMPLEX = 1 << 6,   /* the run is of a complex script; no toggle */
};

enum docx_raise {
	DOCX_RAISE_UNSAID,
	DOCX_RAISE_NONE,
	DOCX_RAISE_SUPER,
	DOCX_RAISE_SUB,
};

enum docx_font {
	DOCX_FONT_UNSAID,
	DOCX_FONT_TEXT,      /* a font of letters */
	DOCX_FONT_SYMBOL,    /* Symbol: Greek and mathematics */
	DOCX_FONT_DINGBATS,  /* Wingdings and the like */
};

/* What is said of a run at one place: a style, the run itself. */
struct docx_look {
	guint8 set, on; /* enum docx_toggle: what is said, what of it is on */
	guint8 raise;   /* enum docx_raise */
	guint8 font;    /* enum docx_font */
};

/* Take over a property of w:rPr, if the element is one. */
void docx_look_read(struct docx_look *look, struct docx_xml *x,
    enum docx_tag tag);
/* What over says stands, of the rest what under says. */
struct docx_look docx_look_over(struct docx_look under, struct docx_look over);
/* The look that comes of document defaults, the paragraph's style, the run's,
 * and direct formatting. A toggle of two styles is off again (ISO/IEC 29500-1,
 * 17.7.3). */
struct docx_look docx_look_mix(struct docx_look defaults, struct docx_look para,
    struct docx_look run, struct docx_look direct);
/* The text model's style: enum rc_style. */
guint docx_look_style(struct docx_look look);

#endif
