/* tree.c - editions as trees: what outputs and stylesheets are given. */
#include "compare/compare.h"

#include "akn/akn.h"
#include "akn/edition.h"

static const char *const change_names[] = {
	[RC_SAME] = "same", [RC_REMOVED] = "removed", [RC_ADDED] = "added",
};

static const char *const part_names[] = {
	[RC_PART_COVER] = "cover", [RC_PART_TEXT] = "text",
	[RC_PART_HEADING] = "heading", [RC_PART_ROW] = "row",
	[RC_PART_NOTE] = "note",
};

static xmlDoc *
new_tree(const char *name)
{
	xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0");
	xmlNode *root = xmlNewDocNode(doc, NULL, BAD_CAST name, NULL);

	xmlSetNs(root, xmlNewNs(root, BAD_CAST RC_EDITION_NS, NULL));
	xmlDocSetRootElement(doc, root);
	return doc;
}

static xmlNode *
add(xmlNode *parent, const char *name)
{
	return xmlNewChild(parent, NULL, BAD_CAST name, NULL);
}

static void
set(xmlNode *node, const char *name, const char *value)
{
	if (value && *value)
		xmlNewProp(node, BAD_CAST name, BAD_CAST value);
}

static void
set_number(xmlNode *node, const char *name, guint value)
{
	char text[16];

	g_snprintf(text, sizeof(text), "%u", value);
	set(node, name, text);
}

/* ---- which document it is ---- */

static const char *
symbol_of(const xmlNode *work)
{
	const xmlNode *a;

	for (a = akn_child(work, AKN_FRBR_ALIAS); a;
	     a = akn_next(a, AKN_FRBR_ALIAS))
		if (g_strcmp0(akn_get(a, "name"), "symbol") == 0)
			return akn_get(a, "value");
	return akn_get(akn_child(work, AKN_FRBR_NUMBER), "showAs");
}

static void
add_document(xmlNode *parent, const char *name, const xmlDoc *doc)
{
	const xmlNode *document =
	    akn_child(xmlDocGetRootElement(doc), AKN_UNKNOWN);
	const xmlNode *identification =
	    akn_child(akn_child(document, AKN_META_), AKN_IDENTIFICATION);
	const xmlNode *work = akn_child(identification, AKN_WORK);
	const xmlNode *expression = akn_child(identification, AKN_EXPRESSION);
	const xmlNode *title =
	    akn_find(akn_child(document, AKN_PREFACE), AKN_DOC_TITLE);
	g_autoptr(GString) text = g_string_new(NULL);
	xmlNode *node = add(parent, name);

	if (title)
		akn_content(title, text);
	set(node, "symbol", symbol_of(work));
	set(node, "title", g_strstrip(text->str));
	set(node, "language", akn_get(akn_child(expression, AKN_FRBR_LANGUAGE),
	    "language"));
	set(node, "date", akn_get(akn_child(work, AKN_FRBR_DATE), "date"));
}

/* ---- comparison ---- */

static void
add_place(xmlNode *parent, const char *name, const GArray *units, int i)
{
	const struct rc_unit *unit;
	xmlNode *node;

	if (i < 0)
		return;
	unit = &g_array_index(units, struct rc_unit, i);
	node = add(parent, name);
	set_number(node, "position", i + 1);
	set(node, "eId", unit->id);
	set(node, "number", unit->number);
}

static void
set_style(xmlNode *node, guint style)
{
	static const char *const names[] = {"italic", "bold", "sup", "sub"};
	g_autoptr(GString) words = g_string_new(NULL);

	for (guint i = 0; i < G_N_ELEMENTS(names); i++)
		if (style & 1u << i)
			g_string_append_printf(words, "%s%s",
			    words->len ? " " : "", names[i]);
	set(node, "style", words->str);
}

static const char *
change_of(const struct rc_pair *pair)
{
	if (pair->old < 0)
		return "added";
	if (pair->new < 0)
		return "removed";
	return pair->changed ? "changed" : "same";
}

static void
add_pair(xmlNode *root, const struct rc_comparison *c,
    const struct rc_pair *pair)
{
	const struct rc_unit *unit = pair->new >= 0 ?
	    &g_array_index(c->new, struct rc_unit, pair->new) :
	    &g_array_index(c->old, struct rc_unit, pair->old);
	xmlNode *node = add(root, "unit");

	set(node, "change", change_of(pair));
	set(node, "moved", pair->moved ? "yes" : NULL);
	set(node, "renumbered", pair->renumbered ? "yes" : NULL);
	set(node, "part", part_names[unit->part]);
	set(node, "kind", unit->kind);
	if (unit->depth)
		set_number(node, "depth", unit->depth);
	add_place(node, "old", c->old, pair->old);
	add_place(node, "new", c->new, pair->new);
	for (guint i = 0; i < pair->pieces->len; i++) {
		const struct rc_piece *piece =
		    &g_array_index(pair->pieces, struct rc_piece, i);
		xmlNode *text = add(node, change_names[piece->change]);

		set_style(text, piece->style);
		xmlAddChild(text, xmlNewText(BAD_CAST piece->text));
	}
}

xmlDoc *
rc_comparison_tree(const struct rc_comparison *c, const xmlDoc *old,
    const xmlDoc *new)
{
	xmlDoc *doc = new_tree("comparison");
	xmlNode *root = xmlDocGetRootElement(doc), *summary;

	add_document(root, "old-document", old);
	add_document(root, "new-document", new);
	summary = add(root, "summary");
	set_number(summary, "same", c->same);
	set_number(summary, "changed", c->changed);
	set_number(summary, "added", c->added);
	set_number(summary, "removed", c->removed);
	set_number(summary, "moved", c->moved);
	set_number(summary, "renumbered", c->renumbered);
	for (guint i = 0; i < c->pairs->len; i++)
		add_pair(root, c, &g_array_index(c->pairs, struct rc_pair, i));
	return doc;
}

/* ---- parallel edition ---- */

xmlDoc *
rc_parallel_tree(const xmlDoc *const *docs, guint n)
{
	xmlDoc *doc = new_tree("parallel");
	xmlNode *root = xmlDocGetRootElement(doc);

	for (guint i = 0; i < n; i++) {
		xmlNode *version = add(root, "version");
		xmlNode *copy =
		    xmlDocCopyNode(xmlDocGetRootElement(docs[i]), doc, 1);

		if (copy)
			xmlAddChild(version, copy);
	}
	return doc;
}
