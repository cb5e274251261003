/* check.c - is the tree as the profile says? */
#include "akn/check.h"

#include <string.h>

#include "akn/akn.h"

struct check {
	GHashTable *ids;  /* every eId of the file, borrowed */
	GHashTable *here; /* those of the document at hand, borrowed */
	GString *problems;
};

static void G_GNUC_PRINTF(2, 3)
report(struct check *c, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	g_string_append_vprintf(c->problems, format, args);
	va_end(args);
	g_string_append_c(c->problems, '\n');
}

/* ---- eIds and what points to them ---- */

static gboolean
is_own_document(const xmlNode *node, enum akn_kind kind)
{
	return kind == AKN_COMPONENT &&
	    akn_kind_of(node->parent) == AKN_COMPONENTS;
}

static void
collect_ids(struct check *c, const xmlNode *root)
{
	struct akn_iter it;

	akn_iter_init(&it, root);
	while (akn_iter_next(&it) != AKN_END) {
		const char *id;

		if (it.event != AKN_ENTER)
			continue;
		id = akn_get(it.node, "eId");
		if (id && !g_hash_table_add(c->here, (gpointer)id))
			report(c, "eId \"%s\" stands twice", id);
		if (id)
			g_hash_table_add(c->ids, (gpointer)id);
		if (is_own_document(it.node, it.kind))
			g_hash_table_remove_all(c->here);
	}
}

static gboolean
is_reference(const char *attribute)
{
	static const char *const names[] = {
		"alternativeTo", "as", "by", "for", "from", "href", "outcome",
		"placementBase", "refersTo", "source", "upTo",
	};

	for (guint i = 0; i < G_N_ELEMENTS(names); i++)
		if (strcmp(names[i], attribute) == 0)
			return TRUE;
	return FALSE;
}

static void
check_reference(struct check *c, const xmlNode *node, const char *attribute)
{
	g_auto(GStrv) targets = g_strsplit(akn_get(node, attribute), " ", -1);

	for (guint i = 0; targets[i]; i++)
		if (targets[i][0] == '#' &&
		    !g_hash_table_contains(c->ids, targets[i] + 1))
			report(c, "<%s %s=\"%s\"> reaches nothing",
			    (const char *)node->name, attribute, targets[i]);
}

static void
check_references(struct check *c, const xmlNode *root)
{
	struct akn_iter it;

	akn_iter_init(&it, root);
	while (akn_iter_next(&it) != AKN_END) {
		if (it.event != AKN_ENTER)
			continue;
		for (const xmlAttr *a = it.node->properties; a; a = a->next)
			if (is_reference((const char *)a->name))
				check_reference(c, it.node,
				    (const char *)a->name);
	}
}

/* ---- IRIs ---- */

/* What a child of an FRBR block says; "" where it is not there. */
static const char *
part(const xmlNode *frbr, enum akn_kind kind, const char *attribute)
{
	const char *value = akn_get(akn_child(frbr, kind), attribute);

	return value ? value : "";
}

static const char *
iri(const xmlNode *frbr, enum akn_kind kind)
{
	return part(frbr, kind, "value");
}

static void
expect(struct check *c, const xmlNode *frbr, enum akn_kind kind,
    const char *expected)
{
	const char *is = iri(frbr, kind);

	if (strcmp(is, expected) != 0)
		report(c, "<%s> of <%s> is \"%s\" where its parts give \"%s\"",
		    akn_tag(kind), (const char *)frbr->name, is, expected);
}

/* The name of the document that an attachment hangs on, or of itself. */
static const char *
type_of(const xmlNode *document)
{
	const xmlNode *n, *found = document;

	for (n = document->parent; n; n = n->parent)
		if (akn_child(n, AKN_META_))
			found = n;
	return (const char *)found->name;
}

/* /akn/un/TYPE/SUBTYPE/ACTOR/DATE/NUMBER, with the actor as it is there. */
static char *
work_iri(const xmlNode *document, const xmlNode *work)
{
	g_auto(GStrv) steps = g_strsplit(iri(work, AKN_FRBR_URI), "/", -1);
	const char *actor =
	    g_strv_length(steps) > 5 && steps[5][0] ? steps[5] : "ACTOR";

	return g_strjoin("/", "", "akn", part(work, AKN_FRBR_COUNTRY, "value"),
	    type_of(document), part(work, AKN_FRBR_SUBTYPE, "value"), actor,
	    part(work, AKN_FRBR_DATE, "date"),
	    part(work, AKN_FRBR_NUMBER, "value"), NULL);
}

/* "!annex_1" of ".../!annex_1": what this document is of the whole. */
static const char *
component_of(const xmlNode *work)
{
	const char *found = strstr(iri(work, AKN_FRBR_THIS), "/!");

	return found ? found : "/!main";
}

static void
check_iris(struct check *c, const xmlNode *document)
{
	const xmlNode *identification =
	    akn_child(akn_child(document, AKN_META_), AKN_IDENTIFICATION);
	const xmlNode *work = akn_child(identification, AKN_WORK);
	const xmlNode *expression = akn_child(identification, AKN_EXPRESSION);
	const xmlNode *manifestation =
	    akn_child(identification, AKN_MANIFESTATION);
	const char *component = component_of(work);
	g_autofree char *uri = work_iri(document, work);
	g_autofree char *this = g_strconcat(uri, component, NULL);
	g_autofree char *version = NULL, *version_this = NULL;
	g_autofree char *file = NULL, *file_this = NULL;
	const char *at, *format;

	if (!work || !expression || !manifestation) {
		report(c, "<%s> is not identified at three levels",
		    (const char *)document->name);
		return;
	}
	at = strchr(iri(expression, AKN_FRBR_URI), '@');
	format = part(manifestation, AKN_FRBR_FORMAT, "value");
	version = g_strconcat(uri, "/",
	    part(expression, AKN_FRBR_LANGUAGE, "language"), at ? at : "@",
	    NULL);
	version_this = g_strconcat(version, component, NULL);
	file = g_strconcat(version, ".", format, NULL);
	file_this = g_strconcat(version_this, ".", format, NULL);
	expect(c, work, AKN_FRBR_URI, uri);
	expect(c, work, AKN_FRBR_THIS, this);
	expect(c, expression, AKN_FRBR_URI, version);
	expect(c, expression, AKN_FRBR_THIS, version_this);
	expect(c, manifestation, AKN_FRBR_URI, file);
	expect(c, manifestation, AKN_FRBR_THIS, file_this);
}

static void
check_documents(struct check *c, const xmlNode *root)
{
	struct akn_iter it;

	akn_iter_init(&it, root);
	while (akn_iter_next(&it) != AKN_END)
		if (it.event == AKN_ENTER && it.kind == AKN_META_)
			check_iris(c, it.node->parent);
}

gboolean
akn_check(const xmlDoc *doc, GString *problems)
{
	g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GHashTable) here = g_hash_table_new(g_str_hash, g_str_equal);
	struct check c = {.ids = ids, .here = here, .problems = problems};
	const xmlNode *root = xmlDocGetRootElement(doc);
	gsize before = problems->len;

	collect_ids(&c, root);
	check_references(&c, root);
	check_documents(&c, root);
	return problems->len == before;
}
