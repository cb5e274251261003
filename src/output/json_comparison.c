/* json_comparison.c - a comparison told in JSON; see resconv-json(7). */
#include "output/json_comparison.h"

#include <string.h>

static gboolean
is_named(const xmlNode *node, const char *name)
{
	return strcmp((const char *)node->name, name) == 0;
}

static const char *
value_of(const xmlAttr *a)
{
	return a->children ? (const char *)a->children->content : "";
}

static gboolean
is_count(const xmlAttr *a)
{
	static const char *const counts[] = {
		"added", "changed", "depth", "moved", "position", "removed",
		"renumbered", "same", NULL,
	};

	return g_strv_contains(counts, (const char *)a->name) &&
	    g_ascii_isdigit(value_of(a)[0]);
}

/* Counts are numbers, "yes" is true, all else is a string. */
static void
write_attributes(struct json_writer *w, const xmlNode *node)
{
	for (const xmlAttr *a = node->properties; a; a = a->next) {
		const char *value = value_of(a);

		json_key(w, (const char *)a->name);
		if (is_count(a))
			json_word(w, value);
		else if (strcmp(value, "yes") == 0)
			json_word(w, "true");
		else
			json_string(w, value);
	}
}

static void
write_object(struct json_writer *w, const char *key, const xmlNode *node)
{
	json_key(w, key);
	json_open_object(w);
	write_attributes(w, node);
	json_close(w, 1);
}

/* Pieces of one kind that follow each other differ in style alone, which is
 * not told. Gives the last of them. */
static const xmlNode *
write_piece(struct json_writer *w, const xmlNode *piece)
{
	g_autoptr(GString) text = g_string_new(NULL);
	const char *change = (const char *)piece->name;

	for (;;) {
		if (piece->children)
			g_string_append(text,
			    (const char *)piece->children->content);
		if (!piece->next || !is_named(piece->next, change))
			break;
		piece = piece->next;
	}
	json_open_object(w);
	json_member(w, change, text->str);
	json_close(w, 1);
	return piece;
}

static void
write_unit(struct json_writer *w, const xmlNode *unit)
{
	const xmlNode *n = unit->children;

	json_open_object(w);
	write_attributes(w, unit);
	for (; n && (is_named(n, "old") || is_named(n, "new")); n = n->next)
		write_object(w, (const char *)n->name, n);
	json_key(w, "pieces");
	json_open_array(w);
	for (; n; n = n->next)
		n = write_piece(w, n);
	json_close(w, 2);
}

void
json_comparison(struct json_writer *w, const xmlNode *comparison)
{
	const xmlNode *n = comparison->children;

	for (; n && !is_named(n, "unit"); n = n->next)
		write_object(w, is_named(n, "old-document") ? "old" :
		    is_named(n, "new-document") ? "new" : "summary", n);
	json_key(w, "paragraphs");
	json_open_array(w);
	for (; n; n = n->next)
		write_unit(w, n);
	json_close(w, 1);
}
