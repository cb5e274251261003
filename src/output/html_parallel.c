/* html_parallel.c - the versions of a parallel edition, row by row. The order is
 * that of the first version; what it lacks stands where another one has it. */
#include "output/html_parallel.h"

#include <string.h>

#include "akn/akn.h"
#include "base/auto.h"
#include "base/error.h"
#include "base/limits.h"

struct row {
	const char *key; /* of the first of its cells, without its prefix */
	const xmlNode *cells[RC_MAX_PARALLEL];
};

struct rows {
	GQueue list;      /* struct row */
	GHashTable *links; /* key to GList of the list */
	xmlDoc *versions[RC_MAX_PARALLEL]; /* <cells> */
	guint n;
};

static void
free_rows(struct rows *rows)
{
	g_queue_clear_full(&rows->list, g_free);
	g_hash_table_unref(rows->links);
	for (guint i = 0; i < rows->n; i++)
		xmlFreeDoc(rows->versions[i]);
}

static GList *
insert_after(struct rows *rows, GList *before, const char *key)
{
	struct row *row = g_new0(struct row, 1);
	GList *link;

	row->key = key;
	if (before) {
		g_queue_insert_after(&rows->list, before, row);
		link = before->next;
	} else {
		g_queue_push_head(&rows->list, row);
		link = rows->list.head;
	}
	if (!g_hash_table_contains(rows->links, key))
		g_hash_table_insert(rows->links, (gpointer)key, link);
	return link;
}

/* A key that a version has twice begins a row of its own. */
static void
add_cells(struct rows *rows, guint version, const char *prefix)
{
	const xmlNode *cells = xmlDocGetRootElement(rows->versions[version]);
	GList *at = NULL;

	for (const xmlNode *cell = akn_child(cells, AKN_UNKNOWN); cell;
	     cell = akn_next(cell, AKN_UNKNOWN)) {
		const char *key = akn_get(cell, "key");
		GList *link;

		if (!key)
			continue;
		if (g_str_has_prefix(key, prefix))
			key += strlen(prefix);
		link = g_hash_table_lookup(rows->links, key);
		if (!link || ((struct row *)link->data)->cells[version])
			link = insert_after(rows, at, key);
		((struct row *)link->data)->cells[version] = cell;
		at = link;
	}
}

static gboolean
add_version(struct rows *rows, const struct rc_xslt *xslt,
    const xmlNode *version, GError **error)
{
	g_autofree char *prefix = g_strdup_printf("v%u-", rows->n + 1);
	g_autoptr(xmlDoc) doc = xmlNewDoc(BAD_CAST "1.0");
	struct rc_xslt cells = *xslt;
	xmlDoc *made;

	xmlDocSetRootElement(doc,
	    xmlDocCopyNode((xmlNode *)akn_child(version, AKN_UNKNOWN), doc, 1));
	cells.name = "cells.xsl";
	cells.prefix = prefix;
	made = rc_xslt_apply(&cells, doc, NULL, error);
	if (!made)
		return FALSE;
	if (!xmlDocGetRootElement(made)) {
		xmlFreeDoc(made);
		return rc_fail(error, RESCONV_E_FORMAT,
		    "cells.xsl made nothing of a version");
	}
	rows->versions[rows->n++] = made;
	add_cells(rows, rows->n - 1, prefix);
	return TRUE;
}

/* ---- the tree ---- */

static void
copy_attributes(xmlNode *to, const xmlNode *from)
{
	for (const xmlAttr *a = from->properties; a; a = a->next)
		xmlSetProp(to, a->name,
		    BAD_CAST akn_get(from, (const char *)a->name));
}

static void
write_row(xmlNode *parent, const struct rows *rows, const struct row *row)
{
	xmlNode *node = xmlNewChild(parent, NULL, BAD_CAST "row", NULL);
	gboolean named = FALSE;

	for (guint i = 0; i < rows->n; i++) {
		const xmlNode *cell = row->cells[i];
		const xmlNode *cells = xmlDocGetRootElement(rows->versions[i]);

		if (!cell) {
			xmlNewTextChild(node, NULL, BAD_CAST "missing",
			    BAD_CAST akn_get(cells, "missing"));
			continue;
		}
		if (!named)
			copy_attributes(node, cell);
		named = TRUE;
		xmlAddChild(node,
		    xmlDocCopyNode((xmlNode *)cell, parent->doc, 1));
	}
	xmlSetProp(node, BAD_CAST "key", BAD_CAST row->key);
}

static xmlDoc *
write_rows(const struct rows *rows)
{
	xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0");
	xmlNode *root = xmlNewDocNode(doc, NULL, BAD_CAST "parallel", NULL);

	xmlDocSetRootElement(doc, root);
	for (guint i = 0; i < rows->n; i++)
		copy_attributes(
		    xmlNewChild(root, NULL, BAD_CAST "version", NULL),
		    xmlDocGetRootElement(rows->versions[i]));
	for (const GList *l = rows->list.head; l; l = l->next)
		write_row(root, rows, l->data);
	return doc;
}

xmlDoc *
rc_html_rows(const struct rc_xslt *xslt, const xmlDoc *edition, GError **error)
{
	struct rows rows = {
	    .links = g_hash_table_new(g_str_hash, g_str_equal)};
	const xmlNode *version =
	    akn_child(xmlDocGetRootElement(edition), AKN_UNKNOWN);
	xmlDoc *doc = NULL;

	g_queue_init(&rows.list);
	while (version && rows.n < RC_MAX_PARALLEL &&
	    add_version(&rows, xslt, version, error))
		version = akn_next(version, AKN_UNKNOWN);
	if (!version)
		doc = write_rows(&rows);
	free_rows(&rows);
	return doc;
}
