/* docx_look.c - run properties: read, laid over one another, mixed. */
#include "input/docx_look.h"

#include <string.h>

#include "text/text.h"

static void
set_toggle(struct docx_look *look, guint toggle, gboolean on)
{
	look->set |= toggle;
	look->on = on ? look->on | toggle : look->on & ~toggle;
}

static enum docx_raise
raise_of(const char *value)
{
	if (value && strcmp(value, "superscript") == 0)
		return DOCX_RAISE_SUPER;
	return value && strcmp(value, "subscript") == 0 ? DOCX_RAISE_SUB
	                                                : DOCX_RAISE_NONE;
}

static enum docx_font
font_of(const char *name)
{
	if (!name)
		return DOCX_FONT_UNSAID;
	if (g_ascii_strcasecmp(name, "Symbol") == 0)
		return DOCX_FONT_SYMBOL;
	if (g_ascii_strncasecmp(name, "Wingdings", 9) == 0 ||
	    g_ascii_strcasecmp(name, "Webdings") == 0)
		return DOCX_FONT_DINGBATS;
	return DOCX_FONT_TEXT;
}

void
docx_look_read(struct docx_look *look, struct docx_xml *x, enum docx_tag tag)
{
	static const struct {
		enum docx_tag tag;
		guint toggle;
	} rows[] = {
	    {DOCX_B, DOCX_BOLD}, {DOCX_I, DOCX_ITALIC},
	    {DOCX_B_CS, DOCX_BOLD_CS}, {DOCX_I_CS, DOCX_ITALIC_CS},
	    {DOCX_CAPS, DOCX_CAPITALS}, {DOCX_VANISH, DOCX_HIDDEN},
	    {DOCX_SPEC_VANISH, DOCX_HIDDEN}, {DOCX_RTL, DOCX_COMPLEX},
	    {DOCX_CS, DOCX_COMPLEX},
	};

	for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
		if (rows[i].tag == tag)
			set_toggle(look, rows[i].toggle, docx_get_on(x));
	if (tag == DOCX_VERT_ALIGN)
		look->raise = raise_of(docx_get(x, "val"));
	if (tag == DOCX_R_FONTS && docx_get(x, "ascii"))
		look->font = font_of(docx_get(x, "ascii"));
}

struct docx_look
docx_look_over(struct docx_look under, struct docx_look over)
{
	under.on = (under.on & ~over.set) | over.on;
	under.set |= over.set;
	under.raise = over.raise ? over.raise : under.raise;
	under.font = over.font ? over.font : under.font;
	return under;
}

struct docx_look
docx_look_mix(struct docx_look defaults, struct docx_look para,
    struct docx_look run, struct docx_look direct)
{
	struct docx_look mixed = docx_look_over(para, run);

	mixed.on = (para.on ^ run.on) | defaults.on;
	mixed.set |= defaults.set;
	mixed.raise = mixed.raise ? mixed.raise : defaults.raise;
	mixed.font = mixed.font ? mixed.font : defaults.font;
	return docx_look_over(mixed, direct);
}

guint
docx_look_style(struct docx_look look)
{
	gboolean complex = look.on & DOCX_COMPLEX;
	guint bold = complex ? DOCX_BOLD_CS : DOCX_BOLD;
	guint italic = complex ? DOCX_ITALIC_CS : DOCX_ITALIC;

	return (look.on & bold ? RC_BOLD : 0) |
	    (look.on & italic ? RC_ITALIC : 0) |
	    (look.raise == DOCX_RAISE_SUPER ? RC_SUPER : 0) |
	    (look.raise == DOCX_RAISE_SUB ? RC_SUB : 0);
}
