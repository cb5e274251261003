/* inline.h - writing the text of a block: lead phrase, emphasis, citations,
 * notes. */
#ifndef RC_PARSE_INLINE_H
#define RC_PARSE_INLINE_H

#include "parse/parser.h"

/* Write [from, to) of a block into the element that is open. lead is the end
 * of the lead phrase that begins at from, or from for none. */
void rc_write_inline(struct parser *p, const struct block *block, guint32 from,
    guint32 to, guint32 lead);
/* The same without emphasis and citations: for titles, headings and the
 * masthead, which are set in one style and cite nothing but themselves. */
void rc_write_plain(struct parser *p, const struct block *block, guint32 from,
    guint32 to);
/* Whether most numbered paragraphs that may have a lead phrase begin with
 * emphasis. */
gboolean rc_leads_are_set(const struct parser *p);
/* Where the lead phrase that begins at an offset ends; the offset if there is
 * none. Emphasis tells, or, where the input has none of it (and in the
 * preamble, where extractions lose it first), the language's list. */
guint32 rc_lead_end(const struct parser *p, const struct block *block,
    guint32 from);
/* Append [from, to) of a block as plain text, blanks folded, calls left out. */
void rc_plain_text(const struct parser *p, const struct block *block,
    guint32 from, guint32 to, GString *out);

#endif
