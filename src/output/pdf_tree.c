/* pdf_tree.c - the structure of a tagged PDF from the Akoma Ntoso.
 *
 * What a block was set from and what stands around that say where it belongs:
 * parts of the document are sections, points items of lists, rows rows. */
#include "output/pdf_tree.h"

#include "akn/akn.h"

#define MAX_DEPTH 256u  /* of elements around a block */
#define MAX_HEADING 6u

static void
element_done(gpointer data)
{
	struct rc_element *element = data;

	g_array_unref(element->kids);
	g_free(element->alt);
}

static void
bookmark_done(gpointer data)
{
	g_string_free(((struct rc_bookmark *)data)->title, TRUE);
}

static guint
add_element(struct rc_tree *tree, guint parent, const char *type)
{
	struct rc_element element = {.type = type, .parent = parent,
	    .kids = g_array_new(FALSE, FALSE, sizeof(struct rc_kid))};

	g_array_append_val(tree->elements, element);
	return tree->elements->len - 1;
}

struct rc_tree *
rc_tree_new(void)
{
	struct rc_tree *tree = g_new0(struct rc_tree, 1);

	tree->elements = g_array_new(FALSE, FALSE, sizeof(struct rc_element));
	g_array_set_clear_func(tree->elements, element_done);
	tree->pieces = g_array_new(FALSE, FALSE, sizeof(struct rc_piece));
	tree->links = g_array_new(FALSE, FALSE, sizeof(struct rc_link));
	tree->bookmarks = g_array_new(FALSE, FALSE, sizeof(struct rc_bookmark));
	g_array_set_clear_func(tree->bookmarks, bookmark_done);
	tree->of_node = g_hash_table_new(NULL, NULL);
	tree->list_of = g_hash_table_new(NULL, NULL);
	tree->of_block = g_hash_table_new(NULL, NULL);
	tree->label_of = g_hash_table_new(NULL, NULL);
	add_element(tree, 0, "Document");
	return tree;
}

void
rc_tree_free(struct rc_tree *tree)
{
	if (!tree)
		return;
	g_array_unref(tree->elements);
	g_array_unref(tree->pieces);
	g_array_unref(tree->links);
	g_array_unref(tree->bookmarks);
	g_hash_table_unref(tree->of_node);
	g_hash_table_unref(tree->list_of);
	g_hash_table_unref(tree->of_block);
	g_hash_table_unref(tree->label_of);
	g_free(tree);
}

static void
add_kid(struct rc_tree *tree, guint element, enum rc_kid_kind kind, guint index)
{
	struct rc_kid kid = {kind, index};

	g_array_append_val(rc_tree_element(tree, element)->kids, kid);
}

guint
rc_tree_child(struct rc_tree *tree, guint parent, const char *type)
{
	guint child = add_element(tree, parent, type);

	add_kid(tree, parent, RC_KID_ELEMENT, child);
	return child;
}

/* ---- what stands around a block ---- */

static void
remember(GHashTable *table, gconstpointer key, guint element)
{
	g_hash_table_insert(table, (gpointer)key, GUINT_TO_POINTER(element));
}

static gboolean
recall(GHashTable *table, gconstpointer key, guint *element)
{
	gpointer value;

	if (!g_hash_table_lookup_extended(table, key, NULL, &value))
		return FALSE;
	*element = GPOINTER_TO_UINT(value);
	return TRUE;
}

/* The rows of a table with all their cells, those without text too. */
static void
add_table(struct rc_tree *tree, const xmlNode *node, guint table)
{
	struct akn_iter it;
	guint row = table;

	akn_iter_init(&it, node);
	while (akn_iter_next(&it) != AKN_END) {
		gboolean head = it.kind == AKN_TH;
		guint cell;

		if (it.event != AKN_ENTER)
			continue;
		if (it.kind == AKN_TABLE && it.node != node)
			akn_iter_skip(&it);
		if (it.kind == AKN_TR)
			row = rc_tree_child(tree, table, "TR");
		if (!head && it.kind != AKN_TD)
			continue;
		cell = rc_tree_child(tree, row, head ? "TH" : "TD");
		rc_tree_element(tree, cell)->node = it.node;
		remember(tree->of_node, it.node, cell);
	}
}

/* A point is an item of the list that its neighbours are of; its label stands
 * before its body. */
static guint
add_item(struct rc_tree *tree, const xmlNode *node, guint around)
{
	guint list, item, body;

	if (!recall(tree->list_of, node->parent, &list)) {
		list = rc_tree_child(tree, around, "L");
		remember(tree->list_of, node->parent, list);
	}
	item = rc_tree_child(tree, list, "LI");
	if (akn_child(node, AKN_NUM))
		remember(tree->label_of, node, rc_tree_child(tree, item, "Lbl"));
	body = rc_tree_child(tree, item, "LBody");
	return body;
}

/* What has a heading, one level below that of what is around it. */
static gboolean
is_level(enum akn_kind kind)
{
	return kind == AKN_ATTACHMENT || kind == AKN_PART ||
	    kind == AKN_CHAPTER || kind == AKN_SECTION ||
	    kind == AKN_DIVISION || kind == AKN_ARTICLE;
}

static guint
add_around(struct rc_tree *tree, const xmlNode *node, enum akn_kind kind,
    guint around)
{
	guint element;

	switch (kind) {
	case AKN_POINT:
	case AKN_ITEM:
		return add_item(tree, node, around);
	case AKN_TABLE:
		element = rc_tree_child(tree, around, "Table");
		add_table(tree, node, element);
		return element;
	case AKN_AUTHORIAL_NOTE:
		return rc_tree_child(tree, around, "Note");
	case AKN_COVER_PAGE:
	case AKN_PREFACE:
	case AKN_PREAMBLE:
	case AKN_MAIN_BODY:
	case AKN_CONCLUSIONS:
	case AKN_COMPONENT:
		return rc_tree_child(tree, around, "Sect");
	default:
		return is_level(kind) ? rc_tree_child(tree, around, "Sect")
		                      : around;
	}
}

/* The innermost element around a node, itself included. */
static guint
around(struct rc_tree *tree, const xmlNode *node)
{
	const xmlNode *path[MAX_DEPTH];
	guint n = 0, at = RC_TREE_ROOT;

	for (; node && node->type == XML_ELEMENT_NODE && n < MAX_DEPTH;
	     node = node->parent)
		path[n++] = node;
	while (n-- > 0) {
		guint element;

		if (!recall(tree->of_node, path[n], &element)) {
			element = add_around(tree, path[n],
			    akn_kind_of(path[n]), at);
			remember(tree->of_node, path[n], element);
		}
		at = element;
	}
	return at;
}

/* ---- blocks ---- */

static guint
depth_of(const xmlNode *node)
{
	guint depth = 1;

	for (node = node->parent; node && node->type == XML_ELEMENT_NODE;
	     node = node->parent) {
		enum akn_kind kind = akn_kind_of(node);

		if (kind == AKN_COVER_PAGE)
			return 0; /* of the masthead: no heading of the text */
		depth += is_level(kind);
	}
	return depth;
}

/* "H1" to "H6": none is more than one deeper than the one before it. */
static const char *
heading(struct rc_tree *tree, const xmlNode *node)
{
	static const char *const types[] = {
	    "P", "H1", "H2", "H3", "H4", "H5", "H6"};
	guint depth = MIN(depth_of(node), MIN(tree->heading + 1, MAX_HEADING));

	if (depth)
		tree->heading = depth;
	return types[depth];
}

/* The language that a part of the document says to be in, or NULL. */
static const char *
lang_of(const xmlNode *node)
{
	for (; node && node->type == XML_ELEMENT_NODE; node = node->parent) {
		const xmlAttr *lang = xmlHasNsProp((xmlNode *)node,
		    BAD_CAST "lang", XML_XML_NAMESPACE);

		if (lang && lang->children)
			return (const char *)lang->children->content;
	}
	return NULL;
}

guint
rc_tree_of_line(struct rc_tree *tree, const struct rc_pages *pages,
    const struct rc_line *line)
{
	const xmlNode *node = pages->blocks->pdata[line->block];
	guint element, parent = RC_TREE_ROOT;

	if (recall(tree->of_block, GUINT_TO_POINTER(line->block), &element))
		return element;
	if (node)
		parent = around(tree, node);
	element = rc_tree_child(tree, parent, node &&
	    line->role == RC_ROLE_HEADING ? heading(tree, node) : "P");
	rc_tree_element(tree, element)->lang =
	    line->lang ? line->lang : lang_of(node);
	remember(tree->of_block, GUINT_TO_POINTER(line->block), element);
	return element;
}

guint
rc_tree_of_label(struct rc_tree *tree, const struct rc_pages *pages,
    const struct rc_line *line)
{
	guint element = rc_tree_of_line(tree, pages, line), label;

	for (const xmlNode *node = pages->blocks->pdata[line->block];
	     node && node->type == XML_ELEMENT_NODE; node = node->parent) {
		if (akn_kind_of(node) == AKN_AUTHORIAL_NOTE)
			break;
		if (recall(tree->label_of, node, &label))
			return label;
	}
	return element;
}

void
rc_tree_piece(struct rc_tree *tree, guint page, guint mcid, gboolean artifact,
    guint element)
{
	struct rc_piece piece = {page, mcid, artifact, element};

	g_array_append_val(tree->pieces, piece);
	if (!artifact)
		add_kid(tree, element, RC_KID_PIECE, tree->pieces->len - 1);
}

void
rc_tree_link(struct rc_tree *tree, const struct rc_link *link)
{
	g_array_append_val(tree->links, *link);
	add_kid(tree, link->element, RC_KID_LINK, tree->links->len - 1);
}

static void
add_text(const struct rc_pages *pages, const struct rc_line *line, GString *out)
{
	for (guint i = 0; i < line->n_runs; i++) {
		const struct rc_run *run = &g_array_index(pages->runs,
		    struct rc_run, line->run + i);

		if (run->rise > 0)
			continue; /* the mark of a note */
		if (i && i == line->n_label)
			g_string_append_c(out, ' ');
		g_string_append_len(out, pages->text->str + run->text,
		    run->text_len);
	}
}

void
rc_tree_line(struct rc_tree *tree, const struct rc_pages *pages,
    const struct rc_line *line, guint element, guint page)
{
	const char *type = rc_tree_element(tree, element)->type;
	struct rc_bookmark *last = tree->bookmarks->len ?
	    &g_array_index(tree->bookmarks, struct rc_bookmark,
	        tree->bookmarks->len - 1) : NULL;

	if (type[0] != 'H')
		return;
	if (last && last->element == element) {
		if (last->title->len &&
		    last->title->str[last->title->len - 1] != ' ')
			g_string_append_c(last->title, ' ');
	} else {
		struct rc_bookmark mark = {element, type[1] - '0', page, line->y,
		    g_string_new(NULL)};

		g_array_append_val(tree->bookmarks, mark);
		last = &g_array_index(tree->bookmarks, struct rc_bookmark,
		    tree->bookmarks->len - 1);
	}
	add_text(pages, line, last->title);
}
