/* edition.c - several inputs, one output: --compare and --parallel. */
#include "cli/cli.h"

#define MAX_INPUTS 6u /* what resconv_parallel() takes */

gboolean
is_edition(const struct options *options)
{
	return options->compare || options->parallel;
}

gboolean
edition_check(const struct options *options)
{
	guint n = g_strv_length(options->inputs);

	if (options->compare && options->parallel) {
		complain("--compare and --parallel are two things; say one");
		return FALSE;
	}
	if (options->compare && n != 2) {
		complain("--compare takes two inputs, the old one and the new "
			 "one, not %u",
		    n);
		return FALSE;
	}
	if (options->parallel && (n < 2 || n > MAX_INPUTS)) {
		complain("--parallel takes two to %u inputs, not %u", MAX_INPUTS,
		    n);
		return FALSE;
	}
	return TRUE;
}

resconv_status
edition_read(const struct options *options, resconv *rc, resconv_doc **doc)
{
	resconv_doc *docs[MAX_INPUTS] = {NULL};
	resconv_status status = RESCONV_OK;
	guint n = 0;

	for (; options->inputs[n] && status == RESCONV_OK; n++)
		status = read_input(options->inputs[n], options->from, rc,
		    &docs[n]);
	if (status == RESCONV_OK && options->compare)
		status = resconv_compare(rc, docs[0], docs[1], doc);
	else if (status == RESCONV_OK)
		status = resconv_parallel(rc, (const resconv_doc *const *)docs,
		    n, doc);
	while (n > 0)
		resconv_doc_free(docs[--n]);
	return status;
}
