/* docx_rels.c - relationships (ECMA-376 part 2, 6.5). */
#include "input/docx_rels.h"

#include <string.h>

#include "base/error.h"
#include "input/docx_xml.h"

struct reading {
	GHashTable *rels;
	const char *part; /* whose they are */
};

static void
rel_free(struct docx_rel *rel)
{
	g_free(rel->type);
	g_free(rel->target);
	g_free(rel);
}

/* The folder of a part with its slash, "" for none. */
static char *
folder_of(const char *part)
{
	const char *slash = strrchr(part, '/');

	return slash ? g_strndup(part, slash + 1 - part) : g_strdup("");
}

/* The part that a target names, seen from another: "styles.xml",
 * "/word/styles.xml", "../customXml/item1.xml". */
static char *
resolve(const char *part, const char *target)
{
	g_autofree char *folder = folder_of(part);
	g_autofree char *whole = g_strconcat(*target == '/' ? "" : folder,
	    target + (*target == '/'), NULL);
	g_auto(GStrv) steps = g_strsplit(whole, "/", -1);
	g_autoptr(GPtrArray) kept = g_ptr_array_new();
	g_autofree char *name = NULL;

	for (guint i = 0; steps[i]; i++) {
		if (strcmp(steps[i], "..") != 0 && strcmp(steps[i], ".") != 0)
			g_ptr_array_add(kept, steps[i]);
		else if (kept->len && steps[i][1])
			g_ptr_array_set_size(kept, (gint)kept->len - 1);
	}
	g_ptr_array_add(kept, NULL);
	name = g_strjoinv("/", (char **)kept->pdata);
	return g_ascii_strdown(name, -1);
}

static void
on_start(gpointer payload, struct docx_xml *x, enum docx_tag tag)
{
	struct reading *r = payload;
	const char *id, *type, *target, *mode, *slash;
	struct docx_rel *rel;

	if (tag != DOCX_RELATIONSHIP ||
	    g_hash_table_size(r->rels) >= RC_MAX_STYLES)
		return;
	id = docx_get(x, "Id");
	type = docx_get(x, "Type");
	target = docx_get(x, "Target");
	mode = docx_get(x, "TargetMode");
	if (!id || !type || !target)
		return;
	slash = strrchr(type, '/');
	rel = g_new0(struct docx_rel, 1);
	rel->type = g_strdup(slash ? slash + 1 : type);
	rel->external = mode && strcmp(mode, "External") == 0;
	rel->target = rel->external ? g_strdup(target)
	                            : resolve(r->part, target);
	g_hash_table_insert(r->rels, g_strdup(id), rel);
}

GHashTable *
docx_rels_read(const struct docx_file *file, const char *part, GError **error)
{
	static const struct docx_teller teller = {.start = on_start};
	g_autoptr(GHashTable) rels = g_hash_table_new_full(g_str_hash,
	    g_str_equal, g_free, (GDestroyNotify)rel_free);
	struct reading r = {.rels = rels, .part = part};
	g_autofree char *folder = folder_of(part);
	g_autofree char *name = g_strconcat(folder, "_rels/",
	    part + strlen(folder), ".rels", NULL);

	if (g_hash_table_contains(file->parts, name) &&
	    !docx_xml_read(file, name, &teller, &r, error))
		return NULL;
	return g_steal_pointer(&rels);
}

const struct docx_rel *
docx_rel_by_type(GHashTable *rels, const char *type)
{
	const struct docx_rel *found = NULL, *rel;
	const char *least = NULL, *id;
	GHashTableIter it;

	g_hash_table_iter_init(&it, rels);
	while (g_hash_table_iter_next(&it, (gpointer *)&id, (gpointer *)&rel)) {
		if (rel->external || strcmp(rel->type, type) != 0 ||
		    (least && strcmp(id, least) > 0))
			continue;
		least = id;
		found = rel;
	}
	return found;
}
