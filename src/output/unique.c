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
	g_autofree char *whole = g_strconcat(prefix, "__", value, NULL);

	if (*value == '#') {
		g_free(whole);
		whole = g_strconcat("#", prefix, "__", value + 1, NULL);
	}
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

static void
rename_part(const xmlNode *part)
{
	g_autoptr(GHashTable) ids = ids_of(part);
	g_autofree char *prefix = g_strdup(akn_get(part, "eId"));
	struct akn_iter it;

	akn_iter_init(&it, part);
	while (prefix && akn_iter_next(&it) != AKN_END)
		if (it.event == AKN_ENTER && it.node != part)
			rename_in((xmlNode *)it.node, prefix, ids);
}

void
rc_unique_ids(xmlDoc *doc)
{
	const xmlNode *parts =
	    akn_child(xmlDocGetRootElement(doc), AKN_COMPONENTS);
	const xmlNode *part;

	for (part = akn_child(parts, AKN_COMPONENT); part;
	     part = akn_next(part, AKN_COMPONENT))
		rename_part(part);
}
