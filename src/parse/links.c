/* links.c - links within a document lead to eIds, once these are there.
 *
 * A paragraph's number may stand in several sections: it is that of the same
 * section, or the only one, or the last before the link. */
#include "parse/portion.h"

#include <stdlib.h>
#include <string.h>

#include "akn/akn.h"

#define MAX_CANDIDATES 128u /* parts of one number that are looked at */

struct target {
	const xmlNode *node, *scope; /* the document it is of */
	const char *id;
	char kind;      /* 'p'aragraph, 's'ection, 'a'nnex */
	guint number;
	guint position; /* in document order */
};

struct link {
	xmlNode *node;
	guint position;
};

struct links {
	struct parser *p;
	GHashTable *targets; /* kind and number to a GArray of struct target, in
	                        document order */
	GArray *links;       /* struct link */
};

/* The document that a node is of: a resolution, an annex, a draft within. */
static const xmlNode *
scope_of(const xmlNode *node)
{
	for (node = node->parent; node && node->type == XML_ELEMENT_NODE;
	     node = node->parent)
		switch (akn_kind_of(node)) {
		case AKN_STATEMENT:
		case AKN_DOC:
		case AKN_EMBEDDED_STRUCTURE:
			return node;
		default:
			break;
		}
	return NULL;
}

/* "para_5" of "sec_II__para_5": the last part of an eId. */
static const char *
own_part(const char *id)
{
	const char *last = id, *at = id;

	while ((at = strstr(at, "__")))
		last = at += 2;
	return last;
}

static guint
roman_value(const char *s)
{
	static const char digits[] = "IVXL";
	static const guint values[] = {1, 5, 10, 50};
	guint sum = 0, prior = 0;

	for (const char *d; *s && (d = strchr(digits, *s)); s++) {
		guint value = values[d - digits];

		sum += value;
		if (prior < value)
			sum -= 2 * prior;
		prior = value;
	}
	return *s ? 0 : sum;
}

static gpointer
key(char kind, guint number)
{
	return GUINT_TO_POINTER(number << 8 | (guchar)kind);
}

static void
enter(struct links *l, const struct target *t)
{
	GArray *same = g_hash_table_lookup(l->targets, key(t->kind, t->number));

	if (!same) {
		same = g_array_new(FALSE, FALSE, sizeof(struct target));
		g_hash_table_insert(l->targets, key(t->kind, t->number), same);
	}
	g_array_append_val(same, *t);
}

static void
add_target(struct links *l, const xmlNode *node, guint position)
{
	struct target t = {.node = node, .scope = scope_of(node),
	    .id = akn_get(node, "eId"), .position = position};
	const char *part = t.id ? own_part(t.id) : "";

	if (g_str_has_prefix(part, "para_"))
		t.kind = 'p', t.number = strtoul(part + 5, NULL, 10);
	else if (g_str_has_prefix(part, "sec_"))
		t.kind = 's', t.number = g_ascii_isdigit(part[4]) ?
		    strtoul(part + 4, NULL, 10) : roman_value(part + 4);
	else if (g_str_has_prefix(part, "att_"))
		t.kind = 'a', t.number = strtoul(part + 4, NULL, 10);
	if (t.number && !(t.kind == 'p' && !akn_child(node, AKN_NUM)))
		enter(l, &t);
}

static gboolean
leads_here(const xmlNode *node)
{
	const char *to = akn_get(node, "href");

	if (!to)
		to = akn_get(node, "from");
	return to && (g_str_has_prefix(to, "#~") ||
	    g_str_has_prefix(to, "#note-"));
}

static void
collect(struct links *l, const xmlNode *root)
{
	struct akn_iter it;
	guint position = 0;

	akn_iter_init(&it, root);
	while (akn_iter_next(&it) != AKN_END) {
		if (it.event != AKN_ENTER)
			continue;
		position++;
		switch (it.kind) {
		case AKN_PARAGRAPH:
		case AKN_SECTION:
		case AKN_ATTACHMENT:
			add_target(l, it.node, position);
			break;
		case AKN_REF:
		case AKN_RREF:
			if (leads_here(it.node)) {
				struct link link = {(xmlNode *)it.node, position};

				g_array_append_val(l->links, link);
			}
			break;
		default:
			break;
		}
	}
}

static const xmlNode *
section_of(const xmlNode *node)
{
	while (node && node->type == XML_ELEMENT_NODE &&
	    akn_kind_of(node) != AKN_SECTION)
		node = node->parent;
	return node && node->type == XML_ELEMENT_NODE ? node : NULL;
}

/* The resolution that a document is part of, or is. */
static const xmlNode *
statement_of(const xmlNode *scope)
{
	while (scope && akn_kind_of(scope) != AKN_STATEMENT)
		scope = scope_of(scope);
	return scope;
}

/* The first target behind a position. */
static guint
first_behind(const GArray *same, guint position)
{
	guint lo = 0, hi = same->len;

	while (lo < hi) {
		guint mid = lo + (hi - lo) / 2;

		if (g_array_index(same, struct target, mid).position < position)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* The eId that a citation of a part means, or NULL. */
static const char *
find(const struct links *l, const struct link *link, const char *wanted)
{
	g_auto(GStrv) parts = g_strsplit(wanted, "~", 4);
	gboolean main = strcmp(parts[1], "main") == 0 || *parts[2] == 'a';
	const xmlNode *scope = scope_of(link->node);
	const xmlNode *section = main ? NULL : section_of(link->node);
	const struct target *best = NULL;
	const GArray *same = g_hash_table_lookup(l->targets, key(*parts[2],
	    strtoul(parts[3], NULL, 10)));
	guint behind;

	if (!same)
		return NULL;
	if (main)
		scope = statement_of(scope);
	behind = first_behind(same, link->position);
	for (guint i = behind > MAX_CANDIDATES ? behind - MAX_CANDIDATES : 0;
	     i < MIN(same->len, behind + MAX_CANDIDATES); i++) {
		const struct target *t = &g_array_index(same, struct target, i);

		if (t->scope != scope)
			continue;
		if (section && section_of(t->node) == section)
			return t->id;
		if (!best || i < behind)
			best = t;
	}
	return best ? best->id : NULL;
}

static gboolean
set_link(const struct links *l, const struct link *link, const char *name)
{
	const char *wanted = akn_get(link->node, name), *id;
	g_autofree char *to = NULL;

	if (!wanted)
		return TRUE;
	if (g_str_has_prefix(wanted, "#note-"))
		id = akn_get(note_at(l->p, strtoul(wanted + 6, NULL, 10))->
		    element, "eId");
	else
		id = find(l, link, wanted);
	if (!id)
		return FALSE;
	to = g_strconcat("#", id, NULL);
	akn_set(link->node, name, to);
	return TRUE;
}

void
rc_links_resolve(struct parser *p, xmlDoc *doc)
{
	struct links l = {p, g_hash_table_new_full(NULL, NULL, NULL,
	    (GDestroyNotify)g_array_unref),
	    g_array_new(FALSE, FALSE, sizeof(struct link))};

	collect(&l, xmlDocGetRootElement(doc));
	for (guint i = 0; i < l.links->len; i++) {
		const struct link *link = &g_array_index(l.links, struct link, i);

		if (!set_link(&l, link, "href") || !set_link(&l, link, "from") ||
		    !set_link(&l, link, "upTo"))
			akn_unwrap(link->node);
	}
	g_hash_table_unref(l.targets);
	g_array_unref(l.links);
}
