/* edition.c - several documents as one: a comparison, a parallel edition. */
#include "akn/edition.h"
#include "base/error.h"
#include "base/limits.h"
#include "compare/compare.h"
#include "lib/lib.h"

static resconv_status
refuse(resconv *rc, const char *sentence)
{
	GError *error = NULL;

	rc_fail(&error, RESCONV_E_ARG, "%s", sentence);
	return rc_failed(rc, error);
}

static resconv_doc *
wrap(xmlDoc *tree, char *name)
{
	resconv_doc *doc = g_new0(resconv_doc, 1);

	doc->tree = tree;
	doc->name = name;
	return doc;
}

resconv_status
resconv_compare(resconv *rc, const resconv_doc *old, const resconv_doc *new,
    resconv_doc **edition)
{
	struct rc_comparison *c;

	if (!rc || !old || !new || !edition)
		return refuse(rc, "a comparison needs two documents");
	if (rc_edition_of(old->tree) || rc_edition_of(new->tree))
		return refuse(rc, "an edition is no single document");
	c = rc_compare(old->tree, new->tree);
	*edition = wrap(rc_comparison_tree(c, old->tree, new->tree),
	    g_strdup(new->name));
	rc_comparison_free(c);
	return RESCONV_OK;
}

resconv_status
resconv_parallel(resconv *rc, const resconv_doc *const *docs, size_t n,
    resconv_doc **edition)
{
	const xmlDoc *trees[RC_MAX_PARALLEL];

	if (!rc || !docs || !edition || n < 2 || n > RC_MAX_PARALLEL)
		return refuse(rc, "a parallel edition has two to six documents");
	for (size_t i = 0; i < n; i++) {
		if (!docs[i] || rc_edition_of(docs[i]->tree))
			return refuse(rc, "an edition is no single document");
		trees[i] = docs[i]->tree;
	}
	*edition = wrap(rc_parallel_tree(trees, n), g_strdup(docs[0]->name));
	return RESCONV_OK;
}
