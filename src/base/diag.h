/* diag.h - findings about an input: what is odd, what was guessed, and where.
 * The kinds are the rows of diag.def: level, slug, sentence. */
#ifndef RC_BASE_DIAG_H
#define RC_BASE_DIAG_H

#include "base/place.h"
#include "resconv/resconv.h"

enum rc_diag_kind {
#define DIAG(name, level, slug, sentence) RC_D_##name,
#include "base/diag.def"
#undef DIAG
	RC_D_N
};

/* Where findings go. Zero is a sink that drops all but the worst level. */
struct rc_diags {
	resconv_diag_fn fn;
	void *payload;
	const char *file;               /* what findings call the input */
	gboolean silent[RC_D_N];        /* kinds not to be told nor counted */
	resconv_level worst;            /* of those told */
};

/* Tell one finding. After the arguments of the kind's sentence (a printf
 * format in diag.def) nothing follows. diags may be NULL. */
void rc_diag(struct rc_diags *diags, enum rc_diag_kind kind,
    const struct rc_place *at, ...);

/* The row of a kind. */
resconv_level rc_diag_level(enum rc_diag_kind kind);
const char *rc_diag_slug(enum rc_diag_kind kind);
const char *rc_diag_sentence(enum rc_diag_kind kind);
/* The kind of that slug, or RC_D_N. */
enum rc_diag_kind rc_diag_find(const char *slug);

#endif
