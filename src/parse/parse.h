/* parse.h - the parser: the text model in, the Akoma Ntoso tree out. The only
 * part that knows what a resolution is. */
#ifndef RC_PARSE_PARSE_H
#define RC_PARSE_PARSE_H

#include <libxml/tree.h>

#include "base/diag.h"
#include "base/option.h"
#include "text/text.h"

/* The options of the parser, ended by a NULL name: force, language, date. */
extern const resconv_option rc_parse_options[];

/* Read a resolution. Never refuses what looks like one, never loses a
 * character of it; says with a place what it had to guess. The tree is yours.
 * NULL and RESCONV_E_FORMAT when nothing looks like a resolution and
 * parse.force is not set. */
xmlDoc *rc_parse(const struct rc_text *text,
    const struct rc_settings *settings, struct rc_diags *diags,
    GError **error);

#endif
