/* edition.h - trees of several documents: what their roots are. They are made
 * by src/compare and described in xsl/README.md. */
#ifndef RC_AKN_EDITION_H
#define RC_AKN_EDITION_H

#include <string.h>

#include <glib.h>
#include <libxml/tree.h>

#define RC_EDITION_NS "urn:resconv:edition"

enum rc_edition { /* bits */
	RC_SINGLE = 0, /* one document: Akoma Ntoso */
	RC_COMPARISON = 1 << 0,
	RC_PARALLEL = 1 << 1,
};

static inline enum rc_edition
rc_edition_of(const xmlDoc *doc)
{
	const xmlNode *root = xmlDocGetRootElement(doc);

	if (!root || !root->ns ||
	    strcmp((const char *)root->ns->href, RC_EDITION_NS) != 0)
		return RC_SINGLE;
	return strcmp((const char *)root->name, "comparison") == 0 ?
	    RC_COMPARISON : RC_PARALLEL;
}

#endif
