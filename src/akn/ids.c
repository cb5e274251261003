/* ids.c - eIds by akn4un.md §5.2: the same for the same provision in every
 * language, and the printed number wherever there is one. */
#include "akn/akn.h"

#include <string.h>

#include "base/limits.h"

/* Elements that are the only ones of their kind in their context. */
static gboolean
is_unique(enum akn_kind kind)
{
	switch (kind) {
	case AKN_COVER_PAGE:
	case AKN_PREFACE:
	case AKN_PREAMBLE:
	case AKN_MAIN_BODY:
	case AKN_BODY:
	case AKN_CONCLUSIONS:
	case AKN_INTRO:
	case AKN_WRAP_UP:
		return TRUE;
	default:
		return FALSE;
	}
}

#define PARTS_BYTES 4096 /* that the chunk of parts grows by */

/* Units whose numbers may run on over the levels above them. */
static int
unit_of(enum akn_kind kind)
{
	switch (kind) {
	case AKN_PARAGRAPH:
		return 0;
	case AKN_ARTICLE:
		return 1;
	case AKN_RULE:
		return 2;
	default:
		return -1;
	}
}

#define N_UNITS 3

struct claim {
	const xmlNode *within;
	const char *part;
};

struct numbering {
	GHashTable *used;     /* eIds of this document, borrowed from the tree */
	GHashTable *counters; /* "context/abbreviation" to the last number, a
	                         guint; both owned */
	GHashTable *begun;    /* levels that hold a unit already: xmlNode * to a
	                         bit a unit */
	GHashTable *restarts; /* levels that a unit's number starts anew in:
	                         xmlNode * to a bit a unit */
	GHashTable *printed;  /* struct claim, owned: own parts that printed
	                         numbers claim in their document and parent */
	GStringChunk *parts;  /* of the claims */
	GString *scratch, *id; /* of one element at a time */
	guint prior[N_UNITS]; /* the number of the unit before; 0 none */
};

/* The number as an eId has it: no punctuation around, none but '-' inside. */
static void
append_clean(GString *out, const char *s)
{
	gsize start = out->len;
	gboolean gap = FALSE;

	for (; *s; s = g_utf8_next_char(s)) {
		gunichar c = g_utf8_get_char(s);

		if (g_unichar_isspace(c) || c == 0x200E || c == 0x200F)
			continue;
		if (!g_unichar_isalnum(c)) {
			gap = TRUE;
			continue;
		}
		if (gap && out->len > start)
			g_string_append_c(out, '-');
		gap = FALSE;
		g_string_append_unichar(out, c);
	}
}

/* The own part that a printed number gives; FALSE if none is printed. */
static gboolean
append_printed_part(struct numbering *n, const xmlNode *node,
    enum akn_kind kind, GString *id)
{
	const xmlNode *num = akn_child(node, AKN_NUM);
	const char *given = akn_get(node, "eId");
	gsize before = id->len, start;

	if (given) {
		g_string_append(id, given);
		return TRUE;
	}
	if (!num)
		return FALSE;
	g_string_append(id, akn_abbreviation(kind));
	g_string_append_c(id, '_');
	start = id->len;
	g_string_truncate(n->scratch, 0);
	akn_content(num, n->scratch);
	append_clean(id, n->scratch->str);
	if (id->len > start)
		return TRUE;
	g_string_truncate(id, before);
	return FALSE;
}

static gboolean
is_document(enum akn_kind kind)
{
	return kind == AKN_STATEMENT || kind == AKN_DOC || kind == AKN_ACT;
}

/* The resolution or annex that an element is of. */
static const xmlNode *
document_of(const xmlNode *node)
{
	while (node->parent && node->parent->type == XML_ELEMENT_NODE &&
	    !is_document(akn_kind_of(node)))
		node = node->parent;
	return node;
}

static guint
hash_claim(gconstpointer key)
{
	const struct claim *claim = key;

	return g_str_hash(claim->part) ^ g_direct_hash(claim->within);
}

static gboolean
equal_claims(gconstpointer a, gconstpointer b)
{
	const struct claim *x = a, *y = b;

	return x->within == y->within && strcmp(x->part, y->part) == 0;
}

static void
add_claim(struct numbering *n, const xmlNode *within, const char *part)
{
	struct claim *claim = g_new(struct claim, 1);

	*claim = (struct claim){within, part};
	g_hash_table_add(n->printed, claim);
}

/* Printed numbers claim their own parts first. */
static void
claim(struct numbering *n, const xmlNode *node, enum akn_kind kind)
{
	const char *part;

	g_string_truncate(n->id, 0);
	if (!akn_abbreviation(kind) ||
	    !append_printed_part(n, node, kind, n->id))
		return;
	part = g_string_chunk_insert_len(n->parts, n->id->str, n->id->len);
	add_claim(n, document_of(node), part);
	add_claim(n, node->parent, part);
}

/* Whether a printed number has the part among its siblings; or, for what
 * stands in no level, anywhere in its document, since numbers may run on over
 * levels. */
static gboolean
is_claimed(const struct numbering *n, const xmlNode *node, const char *part)
{
	enum akn_kind parent = akn_kind_of(node->parent);
	gboolean free = parent == AKN_MAIN_BODY || parent == AKN_BODY;
	struct claim claim = {free ? document_of(node) : node->parent, part};

	return g_hash_table_contains(n->printed, &claim);
}

static guint
unit_number(struct numbering *n, const xmlNode *node)
{
	const xmlNode *num = akn_child(node, AKN_NUM);
	const char *s;

	if (!num)
		return 0;
	g_string_truncate(n->scratch, 0);
	akn_content(num, n->scratch);
	for (s = n->scratch->str; *s && !g_ascii_isdigit(*s); s++)
		continue;
	return g_ascii_strtoull(s, NULL, 10);
}

static gboolean
has_unit(const struct numbering *n, const xmlNode *level, int unit)
{
	return GPOINTER_TO_UINT(g_hash_table_lookup(n->begun, level)) >> unit & 1;
}

/* Levels above one that holds a unit are marked already. */
static void
begin_levels(struct numbering *n, const xmlNode *node, int unit)
{
	const xmlNode *level;

	for (level = node->parent; level && !has_unit(n, level, unit);
	     level = level->parent) {
		guint bits = GPOINTER_TO_UINT(
		    g_hash_table_lookup(n->begun, level));

		g_hash_table_insert(n->begun, (gpointer)level,
		    GUINT_TO_POINTER(bits | 1u << unit));
	}
}

/* The levels of one kind under one parent stand or fall together: mark the
 * parent with the kind. */
static void
mark_restart(struct numbering *n, const xmlNode *level, int unit)
{
	const xmlNode *s;

	if (GPOINTER_TO_UINT(g_hash_table_lookup(n->restarts, level)) >> unit & 1)
		return;
	for (s = akn_child(level->parent, akn_kind_of(level)); s;
	     s = akn_next(s, akn_kind_of(level))) {
		guint bits = GPOINTER_TO_UINT(
		    g_hash_table_lookup(n->restarts, s));
		g_hash_table_insert(n->restarts, (gpointer)s,
		    GUINT_TO_POINTER(bits | 1u << unit));
	}
}

/* A unit whose number does not go on from the one before starts anew in the
 * outermost level that it is the first of. */
static void
see_unit(struct numbering *n, const xmlNode *node, int unit)
{
	guint number = unit_number(n, node);
	const xmlNode *level, *outermost = NULL;

	if (number && n->prior[unit] && number <= n->prior[unit]) {
		for (level = node->parent;
		     akn_traits(akn_kind_of(level)) & AKN_HIER &&
		     !has_unit(n, level, unit);
		     level = level->parent)
			outermost = level;
		if (outermost)
			mark_restart(n, outermost, unit);
	}
	if (number)
		n->prior[unit] = number;
	if (akn_child(node, AKN_NUM))
		begin_levels(n, node, unit);
}

static void
find_restarts(struct numbering *n, const xmlNode *root)
{
	struct akn_iter it;

	akn_iter_init(&it, root);
	while (akn_iter_next(&it) != AKN_END) {
		if (it.event != AKN_ENTER)
			continue;
		if (it.kind == AKN_META_) {
			akn_iter_skip(&it);
			continue;
		}
		claim(n, it.node, it.kind);
		if (is_document(it.kind))
			memset(n->prior, 0, sizeof(n->prior));
		else if (unit_of(it.kind) >= 0)
			see_unit(n, it.node, unit_of(it.kind));
	}
}

/* A document within <components> has eIds of its own. */
static gboolean
is_own_scope(const xmlNode *node, enum akn_kind kind)
{
	return is_document(kind) && node->parent &&
	    akn_kind_of(node->parent) == AKN_COMPONENT;
}

/* Whether an ancestor's own part stands in the eIds of what is inside. */
static gboolean
is_context(const struct numbering *n, const xmlNode *level, int unit)
{
	enum akn_kind kind = akn_kind_of(level);
	guint bits;

	if (kind == AKN_MAIN_BODY || kind == AKN_BODY || !akn_get(level, "eId"))
		return FALSE;
	if (unit < 0 || !(akn_traits(kind) & AKN_HIER))
		return TRUE;
	bits = GPOINTER_TO_UINT(g_hash_table_lookup(n->restarts, level));
	return bits >> unit & 1;
}

/* The eId of the nearest ancestor that an element's eId begins with; "". */
static const char *
context_of(const struct numbering *n, const xmlNode *node, int unit)
{
	const xmlNode *level;

	for (level = node->parent; level && level->type == XML_ELEMENT_NODE &&
	     !is_own_scope(level, akn_kind_of(level)); level = level->parent)
		if (is_context(n, level, unit))
			return akn_get(level, "eId");
	return "";
}

static guint
count(struct numbering *n, const char *context, const char *abbreviation)
{
	guint *last;

	g_string_assign(n->scratch, context);
	g_string_append_c(n->scratch, '/');
	g_string_append(n->scratch, abbreviation);
	last = g_hash_table_lookup(n->counters, n->scratch->str);
	if (!last) {
		last = g_new0(guint, 1);
		g_hash_table_insert(n->counters, g_strdup(n->scratch->str),
		    last);
	}
	return ++*last;
}

static void
append_count(GString *id, guint n)
{
	guint unit = 1;

	while (n / unit >= 10)
		unit *= 10;
	g_string_append_c(id, '_');
	for (; unit; unit /= 10)
		g_string_append_c(id, '0' + n / unit % 10);
}

/* TRUE if the number is printed, and so the element's by right. */
static gboolean
append_own_part(struct numbering *n, const xmlNode *node, enum akn_kind kind,
    const char *context, GString *id)
{
	gsize start = id->len;

	if (append_printed_part(n, node, kind, id))
		return TRUE;
	g_string_append(id, akn_abbreviation(kind));
	if (is_unique(kind))
		return TRUE;
	append_count(id, count(n, context, akn_abbreviation(kind)));
	return !is_claimed(n, node, id->str + start);
}

static void
give_id(struct numbering *n, xmlNode *node, enum akn_kind kind)
{
	int unit = akn_child(node, AKN_NUM) ? unit_of(kind) : -1;
	const char *context = context_of(n, node, unit);
	GString *id = g_string_assign(n->id, context);
	gboolean free;
	gsize len;

	if (*context)
		g_string_append(id, "__");
	free = append_own_part(n, node, kind, context, id);
	len = id->len;
	if (!free || g_hash_table_contains(n->used, id->str)) {
		g_autofree char *taken = g_strdup(id->str);

		do {
			g_string_truncate(id, len);
			append_count(id, count(n, taken, "") + 1);
		} while (g_hash_table_contains(n->used, id->str));
	}
	akn_set(node, "eId", id->str);
	g_hash_table_add(n->used, (gpointer)akn_get(node, "eId"));
}

/* Number a document; those within that have eIds of their own are left out,
 * and added to inner unless it is NULL. */
static void
number_from(const xmlNode *root, GPtrArray *inner)
{
	struct numbering n = {
	    .used = g_hash_table_new(g_str_hash, g_str_equal),
	    .counters = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
	        g_free),
	    .begun = g_hash_table_new(NULL, NULL),
	    .restarts = g_hash_table_new(NULL, NULL),
	    .printed = g_hash_table_new_full(hash_claim, equal_claims, g_free,
	        NULL),
	    .parts = g_string_chunk_new(PARTS_BYTES),
	    .scratch = g_string_new(NULL),
	    .id = g_string_new(NULL),
	};
	struct akn_iter it;

	find_restarts(&n, root);
	akn_iter_init(&it, root);
	while (akn_iter_next(&it) != AKN_END) {
		if (it.event != AKN_ENTER)
			continue;
		if (it.kind == AKN_META_) {
			akn_iter_skip(&it);
		} else if (it.node != root && is_own_scope(it.node, it.kind)) {
			akn_iter_skip(&it);
			if (inner)
				g_ptr_array_add(inner, (gpointer)it.node);
		} else if (akn_abbreviation(it.kind)) {
			give_id(&n, (xmlNode *)it.node, it.kind);
		}
	}
	g_hash_table_unref(n.used);
	g_hash_table_unref(n.counters);
	g_hash_table_unref(n.begun);
	g_hash_table_unref(n.restarts);
	g_hash_table_unref(n.printed);
	g_string_chunk_free(n.parts);
	g_string_free(n.scratch, TRUE);
	g_string_free(n.id, TRUE);
}

void
akn_number(xmlDoc *doc)
{
	g_autoptr(GPtrArray) inner = g_ptr_array_new();

	number_from(xmlDocGetRootElement(doc), inner);
	for (guint i = 0; i < inner->len; i++)
		number_from(g_ptr_array_index(inner, i), NULL);
}
