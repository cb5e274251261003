/* input.h - an input: one file format, which knows nothing of resolutions. */
#ifndef RC_INPUT_INPUT_H
#define RC_INPUT_INPUT_H

#include "base/diag.h"
#include "base/option.h"
#include "input/survey.h"
#include "text/text.h"

/* How sure an input is that bytes are of its format: 0 no, 100 certainly. */
typedef int (*rc_sniff_fn)(const char *data, gsize size, const char *name);
/* The same of a text that only its whole look tells of others. */
typedef int (*rc_weigh_fn)(const struct rc_survey *survey, const char *name);

struct rc_input {
	resconv_format format;
	rc_sniff_fn sniff; /* this, */
	rc_weigh_fn weigh; /* or this */
	gboolean bytes; /* its files are no text in any encoding */
	/* Read into the text model, or, where the format knows the structure
	 * already, give the Akoma Ntoso tree in *tree, yours; text is not
	 * touched then. text has been initialised. FALSE: damaged, over a
	 * limit ... */
	gboolean (*read)(const char *data, gsize size,
	    const struct rc_settings *settings, struct rc_diags *diags,
	    struct rc_text *text, xmlDoc **tree, GError **error);
};

/* The inputs of this build in a fixed order; NULL past the last. */
const struct rc_input *rc_input_nth(guint i);
const struct rc_input *rc_input_find(const char *name);
/* The input that recognises the bytes best, by content and name; NULL and an
 * error that says what the bytes look like if none does. */
const struct rc_input *rc_input_sniff(const char *data, gsize size,
    const char *name, GError **error);
/* Tell RC_D_NAME_DIFFERS when the name ends as files of another format do than
 * that which the content was found to be of: a web page called x.pdf. name may
 * be NULL. */
void rc_input_tell_name(const struct rc_input *input, const char *name,
    struct rc_diags *diags);

#endif
