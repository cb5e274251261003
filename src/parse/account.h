/* account.h - where each character of a text went: parse.account=yes.
 *
 * A block remembers of which pieces of which paragraphs (or printed lines) it
 * was made; what is written, or left out for a reason, is recorded against
 * them. Without the option nothing is kept, and each call returns at once. */
#ifndef RC_PARSE_ACCOUNT_H
#define RC_PARSE_ACCOUNT_H

#include "parse/parser.h"

/* Why characters are not written. */
enum rc_fate {
	RC_FATE_WRITTEN,
	RC_FATE_FURNITURE,   /* of the page */
	RC_FATE_MARKER,      /* the number of a note at its start */
	RC_FATE_OTHER,       /* of another resolution */
	RC_FATE_JOB,         /* the job number: metadata alone */
};

struct rc_account *rc_account_new(void);
void rc_account_free(struct rc_account *account); /* NULL is fine */

/* The block was made of a paragraph. */
void rc_account_made(struct parser *p, struct block *block,
    const struct rc_para *para);
/* Another block was joined to it, and its text begins at an offset now. */
void rc_account_joined(struct parser *p, struct block *block,
    const struct block *rest, guint32 shift);
/* Its text was mended, without being joined yet: the length is another. */
void rc_account_mended(struct parser *p, const struct block *block);
/* A block is [from, to) of another. */
void rc_account_sliced(struct parser *p, struct block *slice,
    const struct block *block, guint32 from, guint32 to);
/* [from, to) of a block is written into the element that is open. */
void rc_account_write(struct parser *p, const struct block *block,
    guint32 from, guint32 to);
/* It is not written. */
void rc_account_leave(struct parser *p, const struct block *block,
    guint32 from, guint32 to, enum rc_fate fate);
/* The same of the first bytes of a paragraph that no block was made of. */
void rc_account_leave_para(struct parser *p, const struct rc_para *para,
    guint32 len, enum rc_fate fate);
/* Tell all of it, when the elements have their eIds. */
void rc_account_tell(struct parser *p);

#endif
