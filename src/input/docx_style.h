/* docx_style.h - the styles of a Word file, each with all that it inherits. */
#ifndef RC_INPUT_DOCX_STYLE_H
#define RC_INPUT_DOCX_STYLE_H

#include "input/docx_look.h"
#include "input/docx_zip.h"

struct docx_style {
	char *id, *based_on;
	struct docx_look look;
	int list, level;    /* w:numId (0: explicitly none) and w:ilvl; -1 unsaid */
	int outline;        /* level of a heading, from 0; -1 for text */
	gboolean is_default;  /* of paragraphs */
	guint8 state;       /* while what it inherits is worked out */
};

struct docx_styles {
	GHashTable *all;    /* id to struct docx_style */
	struct docx_look defaults;
	const struct docx_style *normal; /* of paragraphs that name none; or NULL */
};

/* The part of that name, or none for NULL. FALSE: damaged. Free it with
 * docx_styles_done() in either case. */
gboolean docx_styles_read(struct docx_styles *styles,
    const struct docx_file *file, const char *part, GError **error);
void docx_styles_done(struct docx_styles *styles);
/* The style of that id, or NULL. */
const struct docx_style *docx_style_find(const struct docx_styles *styles,
    const char *id);

#endif
