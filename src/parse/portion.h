/* portion.h - parts of documents that a text cites: "section III, paragraph 3,
 * of its resolution 61/275", "paragraphs 1 to 3 above". */
#ifndef RC_PARSE_PORTION_H
#define RC_PARSE_PORTION_H

#include "parse/cite.h"

/* Append to the IRI of a resolution the part of it that the words beside its
 * number name: "/!main~sec_III__para_3", "/!annex_1"; nothing for none. */
void rc_portion_of(const struct scan *s, const struct cite *cite,
    GString *href);
/* Append the citations of this document's own parts, in order. Where they lead
 * is known when eIds are: see links.c. */
void rc_portions_here(const struct scan *s, guint32 from, GArray *refs);

/* ---- links.c ---- */

/* Make the links within a document lead to eIds: calls of a note after the
 * first, and citations of its own parts. One that leads nowhere becomes plain
 * text. */
void rc_links_resolve(struct parser *p, xmlDoc *doc);

#endif
