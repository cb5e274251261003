/* unique.c - eIds that are unique in a file of several documents. */
#include "output/unique.h"

#include <string.h>

#include "akn/akn.h"

/* What points to an element of the same document. */
static const char *const pointers[] = {
	"alternativeTo", "for", "from", "href", "placementBase", "upTo",
};

static GHashTable *
ids_of(const xmlNode *part)
{
	GHashTable *ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
	    NULL);
	struct akn_iter it;

	akn_iter_init(&it, part);
	while (akn_iter_next(&it) != AKN_END) {
		const char *id = akn_get(it.node, "eId");

		if (it.event == AKN_ENTER && id && it.node != part)
			g_hash_table_add(ids, g_strdup(id));
	}
	return ids;
}

static void
put_before(xmlNode *node, const char *name, const char *prefix,
    const char *value)
{
	gboolean pointer = *value == '#';
	g_autofree char *whole =
	    g_strconcat(pointer ? "#" : "", prefix, value + pointer, NULL);

	xmlSetProp(node, BAD_CAST name, BAD_CAST whole);
}

static void
rename_in(xmlNode *node, const char *prefix, GHashTable *ids)
{
	const char *value = akn_get(node, "eId");

	if (value)
		put_before(node, "eId", prefix, value);
	for (guint i = 0; i < G_N_ELEMENTS(pointers); i++) {
		value = akn_get(node, pointers[i]);
		if (value && *value == '#' &&
		    g_hash_table_contains(ids, value + 1))
			put_before(node, pointers[i], prefix, value);
	}
}

/* All below an element. */
static void
rename_below(const xmlNode *part, const char *prefix)
{
	g_autoptr(GHashTable) ids = ids_of(part);
	struct akn_iter it;

	akn_iter_init(&it, part);
	while (akn_iter_next(&it) != AKN_END)
		if (it.event == AKN_ENTER && it.node != part)
			rename_in((xmlNode *)it.node, prefix, ids);
}

void
rc_unique_ids(xmlDoc *doc, const char *prefix)
{
	const xmlNode *root = xmlDocGetRootElement(doc);
	const xmlNode *parts = akn_child(root, AKN_COMPONENTS);
	const xmlNode *part;

	for (part = akn_child(parts, AKN_COMPONENT); part;
	     part = akn_next(part, AKN_COMPONENT)) {
		const char *id = akn_get(part, "eId");
		g_autofree char *own = g_strconcat(id ? id : "", "__", NULL);

		if (id)
			rename_below(part, own);
	}
	if (prefix)
		rename_below(root, prefix);
}
