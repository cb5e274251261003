/* raised.h - raised text: superscript digits, and spans that are raised. */
#ifndef RC_PARSE_RAISED_H
#define RC_PARSE_RAISED_H

#include "parse/parser.h"

/* Bytes of raised text that begin at an offset of a block: Unicode superscript
 * characters, or a raised span, without blanks around it. 0 if none do. */
gsize rc_raised_take(const struct parser *p, const struct block *block,
    guint32 at);
/* The next offset where raised text may begin; the block's length if nowhere. */
guint32 rc_raised_next(const struct parser *p, const struct block *block,
    guint32 at);
/* Raised text as plain characters, brackets left out: "⁽¹²⁾" is "12". */
void rc_raised_plain(const char *text, gsize len, GString *out);

#endif
