/* document.c - what a document says of itself. */
#include "akn/akn.h"
#include "lib/lib.h"

const struct _xmlDoc *
resconv_doc_xml(const resconv_doc *doc)
{
	return doc ? doc->tree : NULL;
}

/* The first element of a kind in the tree: the identification of the whole
 * stands before those of its parts. */
static const xmlNode *
first(const resconv_doc *doc, enum akn_kind kind)
{
	return doc ? akn_find(xmlDocGetRootElement(doc->tree), kind) : NULL;
}

const char *
resconv_doc_symbol(const resconv_doc *doc)
{
	const xmlNode *work = first(doc, AKN_WORK), *alias;

	for (alias = akn_child(work, AKN_FRBR_ALIAS); alias;
	     alias = akn_next(alias, AKN_FRBR_ALIAS))
		if (g_strcmp0(akn_get(alias, "name"), "symbol") == 0)
			return akn_get(alias, "value");
	return NULL;
}

const char *
resconv_doc_language(const resconv_doc *doc)
{
	return akn_get(first(doc, AKN_FRBR_LANGUAGE), "language");
}

const char *
resconv_doc_format(const resconv_doc *doc)
{
	return doc ? doc->format : NULL;
}

void
resconv_doc_free(resconv_doc *doc)
{
	if (!doc)
		return;
	xmlFreeDoc(doc->tree);
	g_free(doc->name);
	g_free(doc);
}
