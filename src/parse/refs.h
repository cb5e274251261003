/* refs.h - what a text cites: resolutions, decisions, documents, web pages. */
#ifndef RC_PARSE_REFS_H
#define RC_PARSE_REFS_H

#include "parse/parser.h"

/* A citation: a stretch of a block's text and where it leads. */
struct ref {
	guint32 start, end;
	const char *href;  /* in the chunk; of a range where it begins */
	const char *up_to; /* of a range: where it ends */
	enum akn_kind element; /* <ref>: an Akoma Ntoso IRI, or a place of this
	                          document; <rref>: a range of places; <a>: a web
	                          address */
};

/* Append the citations of a block from an offset on, in order, to p->refs. */
void rc_refs_find(struct parser *p, const struct block *block, guint32 from);

#endif
