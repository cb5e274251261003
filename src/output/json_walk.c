/* json_walk.c - the tree as members and items. Forms of elements are rows of
 * json/form.c; here is the walk that fills them. */
#include "output/json_walk.h"

#include <string.h>

#include "akn/akn.h"
#include "json/form.h"

/* An element that is open. Its children become members by the table at m, or
 * items of the array that is open when there is no table. */
struct frame {
	const struct json_member *m;
	const char *array; /* key of the member array that is open, or NULL */
	guint n_open;      /* objects and arrays to end with the element */
	gboolean flows;    /* text is kept, blank or not */
	gboolean single;   /* the <p> inside is passed over */
	gboolean list;     /* items need not say what they are */
};

struct walk {
	struct json_writer *w;
	GArray *frames; /* struct frame */
};

static struct frame *
top_frame(struct walk *j)
{
	return &g_array_index(j->frames, struct frame, j->frames->len - 1);
}

static void
push(struct walk *j, struct frame frame)
{
	g_array_append_val(j->frames, frame);
}

static void
open_array(struct walk *j, const char *key)
{
	json_key(j->w, key);
	json_open_array(j->w);
}

/* ---- names and attributes ---- */

static gboolean
same(const char *a, const char *b)
{
	return *a == *b && strcmp(a, b) == 0;
}

static char *
qualified(const xmlNs *ns, const xmlChar *name)
{
	if (!ns || !ns->prefix)
		return g_strdup((const char *)name);
	return g_strconcat((const char *)ns->prefix, ":", (const char *)name,
	    NULL);
}

static const char *
value_of(const xmlAttr *a)
{
	return a->children && a->children->content
	    ? (const char *)a->children->content : "";
}

static void
write_spaces(struct walk *j, const xmlNode *node)
{
	for (const xmlNs *ns = node->nsDef; ns; ns = ns->next) {
		g_autofree char *key = g_strconcat("xmlns",
		    ns->prefix ? ":" : "", (const char *)ns->prefix, NULL);

		json_member(j->w, key, (const char *)ns->href);
	}
}

static gboolean
is_one_of(const char *name, const char *const *words)
{
	for (; *words; words++)
		if (same(*words, name))
			return TRUE;
	return FALSE;
}

/* Whether a member of ours may have that key. What an item of an array is, its
 * own key says alone. */
static gboolean
is_taken(const struct json_row *row, const char *name, gboolean item)
{
	static const char *const always[] = {
		"element", "children", "mixed", "content", "blocks", NULL,
	};
	static const char *const of_documents[] = {
		"resconv", "symbol", "number", "title", "language", "date",
		"root", NULL,
	};
	const struct json_member *m;
	const char *tag;

	if (is_one_of(name, always) || (row->key && same(row->key, name)))
		return TRUE;
	if (item && (json_says_tag(name) || json_row_of_key(name, &tag)))
		return TRUE;
	if (row->key && same(row->key, "type") && is_one_of(name, of_documents))
		return TRUE;
	for (m = row->members; m && m->key; m++)
		if (same(m->key, name))
			return TRUE;
	return FALSE;
}

static void
write_attribute(struct walk *j, const struct json_row *row, const xmlAttr *a,
    gboolean item)
{
	const char *name = (const char *)a->name;
	g_autofree char *key = NULL;

	if (a->ns)
		key = qualified(a->ns, a->name);
	else if (is_taken(row, name, item) || !json_is_attribute(name))
		key = g_strconcat("@", name, NULL);
	json_member(j->w, key ? key : name, value_of(a));
}

/* Attributes in their order and by their names, but "@" before one that a
 * member of ours has, or that Akoma Ntoso does not know; the one called head
 * has the key of the row. */
static void
write_attributes(struct walk *j, const xmlNode *node,
    const struct json_row *row, const char *head, gboolean item)
{
	for (const xmlAttr *a = node->properties; a; a = a->next) {
		if (head && !a->ns && same((const char *)a->name, head))
			json_member(j->w, row->key, value_of(a));
		else
			write_attribute(j, row, a, item);
	}
	write_spaces(j, node);
}

/* ---- what an element holds ---- */

/* Whether an element cannot be told in its form. */
static gboolean
is_odd(const struct json_row *row, const xmlNode *node)
{
	if (row->form == FORM_OTHER)
		return TRUE;
	if (row->form == FORM_RECORD)
		return !json_fits(row->members, node);
	return row->form == FORM_HOLDER && json_has_text(node);
}

/* The frame of an element that holds blocks, in the object that is open; n
 * objects end with it. */
static void
push_holder(struct walk *j, const xmlNode *node, guint n)
{
	gboolean single = json_is_single_p(node);

	open_array(j, single ? "content" : "blocks");
	push(j, (struct frame){.single = single, .n_open = n + 1});
}

/* The same for one in no form, or not in its own: {"element": tag, ...} */
static void
push_odd(struct walk *j, const xmlNode *node, enum akn_kind kind)
{
	static const struct json_row none = {FORM_OTHER, NULL, NULL, NULL};
	g_autofree char *tag = qualified(node->ns, node->name);
	gboolean flows = json_has_text(node) ||
	    akn_traits(kind) & (AKN_BLOCK | AKN_INLINE);

	json_open_object(j->w);
	json_member(j->w, "element", tag);
	write_attributes(j, node, &none, NULL, FALSE);
	if (node->children)
		open_array(j, flows ? "mixed" : "children");
	push(j, (struct frame){.n_open = node->children ? 2 : 1,
	    .flows = flows});
}

/* The same for one in the form of its row, whose inline content is the member
 * that key names. */
static void
push_form(struct walk *j, const xmlNode *node, const struct json_row *row,
    const char *key)
{
	if (row->form == FORM_RECORD) {
		push(j, (struct frame){.m = row->members, .n_open = 1});
	} else if (row->form == FORM_HOLDER) {
		push_holder(j, node, 1);
	} else {
		open_array(j, key);
		push(j, (struct frame){.n_open = 2, .flows = TRUE});
	}
}

/* ---- an item of an array: a member says what it is ---- */

/* An attribute says it, or the tag, or the key of the content; that of the
 * last comes after the attributes. */
static void
enter_item(struct walk *j, const xmlNode *node, enum akn_kind kind)
{
	const struct json_row *row = json_row_of(node, kind);
	gboolean head = row->attr && akn_get(node, row->attr);
	gboolean named = row->form == FORM_RECORD || row->form == FORM_HOLDER;

	if (is_odd(row, node) || (row->attr && !head)) {
		push_odd(j, node, kind);
		return;
	}
	json_open_object(j->w);
	if (!head && named)
		json_member(j->w, row->key ? row->key : "element",
		    (const char *)node->name);
	write_attributes(j, node, row, row->attr, row->key != NULL);
	if (named || !(akn_traits(kind) & AKN_EMPTY) || node->children) {
		push_form(j, node, row, head ? "content" : row->key);
		return;
	}
	if (!head) {
		json_key(j->w, row->key);
		json_word(j->w, "true");
	}
	push(j, (struct frame){.n_open = 1});
}

/* ---- a member: its key says what it is ---- */

/* The text of an element that is nothing but text, or NULL. */
static const char *
only_text(const xmlNode *node)
{
	if (!json_is_plain(node))
		return NULL;
	if (!node->children)
		return "";
	if (node->children->next || !xmlNodeIsText(node->children))
		return NULL;
	return (const char *)node->children->content;
}

/* The value of an attribute that is all an element has, or NULL. */
static const char *
only_value(const xmlNode *node, const char *attribute)
{
	const xmlAttr *a = node->properties;

	if (!attribute || !a || a->next || a->ns || node->nsDef ||
	    node->children || !same((const char *)a->name, attribute))
		return NULL;
	return value_of(a);
}

static const char *
short_value(const xmlNode *node, const struct json_row *row,
    const struct json_member *m)
{
	const char *s = m->how == HOW_LIST ? NULL : only_value(node, m->value);

	if (!s && (row->form == FORM_TEXT || row->form == FORM_INLINE))
		s = only_text(node);
	return s;
}

/* The type of a document, and its attributes. */
static void
write_document(struct walk *j, const xmlNode *node, const struct json_row *row)
{
	if (row->key && same(row->key, "type"))
		json_member(j->w, "type", (const char *)node->name);
	write_attributes(j, node, row, NULL, FALSE);
}

/* An object that need not say which element it is, but when it is odd. */
static void
enter_object(struct walk *j, const xmlNode *node, enum akn_kind kind)
{
	const struct json_row *row = json_row_of(node, kind);

	if (row->form == FORM_OTHER && !node->children) {
		json_open_object(j->w);
		write_attributes(j, node, row, NULL, FALSE);
		push(j, (struct frame){.n_open = 1});
	} else if (is_odd(row, node)) {
		push_odd(j, node, kind);
	} else {
		json_open_object(j->w);
		write_document(j, node, row);
		push_form(j, node, row, "content");
	}
}

/* The document itself: its members are those of the whole. */
static void
enter_merged(struct walk *j, const xmlNode *node, enum akn_kind kind)
{
	const struct json_row *row = json_row_of(node, kind);

	if (is_odd(row, node)) {
		json_key(j->w, "document");
		push_odd(j, node, kind);
		return;
	}
	write_document(j, node, row);
	push(j, (struct frame){.m = row->members});
}

/* Open the array that a member is an item of, or write the member's key. */
static void
turn_to(struct walk *j, struct frame *f, const struct json_member *m)
{
	gboolean many = m->how == HOW_MANY || m->how == HOW_REST;

	if (f->array && (!many || !same(f->array, m->key))) {
		json_close(j->w, 1);
		f->array = NULL;
	}
	if (many && !f->array) {
		open_array(j, m->key);
		f->array = m->key;
	} else if (m->how == HOW_ONE || m->how == HOW_LIST) {
		json_key(j->w, m->key);
	}
}

static void
enter_value(struct walk *j, struct akn_iter *it, const struct json_member *m)
{
	const struct json_row *row = json_row_of(it->node, it->kind);
	const char *s = short_value(it->node, row, m);

	if (!s) {
		enter_object(j, it->node, it->kind);
		return;
	}
	json_string(j->w, s);
	push(j, (struct frame){.n_open = 0});
	akn_iter_skip(it);
}

static void
enter_member(struct walk *j, struct akn_iter *it)
{
	struct frame *f = top_frame(j);
	const struct json_member *m = json_step(f->m, it->node);

	f->m = json_after(m);
	turn_to(j, f, m);
	if (m->how == HOW_REST) {
		enter_item(j, it->node, it->kind);
	} else if (m->how == HOW_UNWRAP) {
		push_holder(j, it->node, 0);
	} else if (m->how == HOW_SINGLE) {
		open_array(j, m->key);
		push(j, (struct frame){.n_open = 1, .flows = TRUE});
	} else if (m->how == HOW_MERGE) {
		enter_merged(j, it->node, it->kind);
	} else if (m->how == HOW_LIST && json_is_list_of(it->node, m->value)) {
		json_open_array(j->w);
		push(j, (struct frame){.n_open = 1, .list = TRUE});
	} else {
		enter_value(j, it, m);
	}
}

/* ---- the walk ---- */

static void
enter(struct walk *j, struct akn_iter *it)
{
	const struct frame *f = top_frame(j);

	if (f->m)
		enter_member(j, it);
	else if (f->single)
		push(j, (struct frame){.flows = TRUE});
	else if (f->list)
		enter_object(j, it->node, it->kind);
	else
		enter_item(j, it->node, it->kind);
}

static void
leave(struct walk *j)
{
	const struct frame *f = top_frame(j);

	json_close(j->w, f->n_open + (f->array != NULL));
	g_array_set_size(j->frames, j->frames->len - 1);
}

/* Name spaces and attributes of the root, if they are not those that every
 * tree of ours has. */
static void
write_root(struct walk *j, const xmlNode *root)
{
	const xmlNs *ns = root->nsDef;

	if (!root->properties && ns && !ns->prefix && ns->next &&
	    g_strcmp0((const char *)ns->next->prefix, "akn4un") == 0 &&
	    !ns->next->next)
		return;
	json_key(j->w, "root");
	json_open_object(j->w);
	write_spaces(j, root);
	for (const xmlAttr *a = root->properties; a; a = a->next) {
		g_autofree char *key = qualified(a->ns, a->name);

		json_member(j->w, key, value_of(a));
	}
	json_close(j->w, 1);
}

void
json_walk(struct json_writer *w, const xmlNode *root)
{
	g_autoptr(GArray) frames =
	    g_array_sized_new(FALSE, FALSE, sizeof(struct frame), 32);
	struct walk j = {.w = w, .frames = frames};
	struct akn_iter it;

	write_root(&j, root);
	push(&j, (struct frame){.m = json_row_of(root, AKN_ROOT)->members});
	akn_iter_init(&it, root);
	akn_iter_next(&it);
	while (akn_iter_next(&it) != AKN_END) {
		if (it.event == AKN_ENTER)
			enter(&j, &it);
		else if (it.event == AKN_LEAVE)
			leave(&j);
		else if (top_frame(&j)->flows)
			json_string(w, (const char *)it.node->content);
	}
}
