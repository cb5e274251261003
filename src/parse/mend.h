/* mend.h - blanks that an extraction put into words: "develo ping",
 * "non -governmental", "5 to 9 March 2023 ,". */
#ifndef RC_PARSE_MEND_H
#define RC_PARSE_MEND_H

#include "parse/pages.h"
#include "parse/tally.h"

/* The words of a text and how often each stands in it. */
struct rc_mend;

/* spaced: where most semicolons have a blank before them, it is the text's. */
struct rc_mend *rc_mend_new(const GArray *lines, const struct rc_lang *lang,
    const struct rc_measure *measure, gboolean spaced);
void rc_mend_free(struct rc_mend *mend); /* NULL is fine */
/* Whether a word stands whole somewhere in the text. */
gboolean rc_mend_knows(const struct rc_mend *mend, const struct rc_word *word);
/* Whether it stands with a hyphen somewhere. */
gboolean rc_mend_is_compound(const struct rc_mend *mend,
    const struct rc_word *word);
/* Whether the end of a text and the start of another are one word, cut: it
 * stands whole elsewhere, or, where the second half is short, neither half is
 * a word of the text. */
gboolean rc_mend_is_cut(const struct rc_mend *mend, const char *head,
    gsize head_len, const char *tail, gsize tail_len, gboolean is_short);
/* Put hyphens back that an extraction took from compounds at a line's end:
 * "SecretaryGeneral" where the text has "Secretary-General" too; and, if the
 * line was joined to the next (rc_line_joint), "front line", and there, in
 * English, "costefficiency" where the text has both words. */
void rc_mend_hyphens(const struct rc_mend *mend, struct parser *p,
    struct block *block, guint joint);
/* Take stray blanks out of a block that has no spans and no cuts: before a
 * hyphen, before a comma, and within a word that stands whole elsewhere while
 * one of its halves stands nowhere else. */
void rc_mend(const struct rc_mend *mend, struct parser *p,
    struct block *block);

#endif
