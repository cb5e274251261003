/* write.h - the parts of a document, each written by its file. */
#ifndef RC_PARSE_WRITE_H
#define RC_PARSE_WRITE_H

#include "parse/parser.h"

const char *rc_iso_date(struct parser *p, const struct rc_date *date);

/* <coverPage>, if any block belongs there. */
void rc_write_cover(struct parser *p);
/* <preface> of the resolution: number and title; of the Security Council's,
 * number and adoption line. */
void rc_write_preface(struct parser *p);
/* [lo, hi) of the body into the element open: levels, paragraphs, tables. */
void rc_write_body(struct parser *p, guint lo, guint hi);
/* Preambular paragraphs [lo, hi), with their lists. */
void rc_write_recitals(struct parser *p, guint lo, guint hi);
/* <formula>. */
void rc_write_formula(struct parser *p, const struct block *b);
/* The rows from lo on as one <table>; the first block that is none of it. */
guint rc_write_table(struct parser *p, guint lo, guint hi);
/* "#ga" of an organ's name or formula that a text holds; "#un" for none. */
const char *rc_organ_term(const struct parser *p, const struct block *b);
/* "#ga" of the organ whose resolution it is; "#un" if that is not known. */
const char *rc_actor_term(const struct parser *p);
/* The first block from lo on that is not gone; hi for none. */
guint rc_next_block(const struct parser *p, guint lo, guint hi);

#endif
