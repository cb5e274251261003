/* html_note.c - links that are calls of notes, and the texts they lead to. */
#include "input/html_note.h"

#include <string.h>

#include "input/html_look.h"
#include "text/text.h"

#define MAX_MARK 8 /* bytes of "[123]" and of "(*)" */
#define NEAR 3u    /* elements round a link that may belong to it: <sup> ... */

/* A link to a place on the page. */
struct link {
	const xmlNode *a, *target;
	const char *to;
	char *mark; /* NULL: its text is none */
};

struct search {
	GTree *places; /* id or name to element, the first of it */
	GTree *to;     /* ids and names that links lead to, to the link */
	GArray *links;      /* struct link */
};

/* Names are the page's own: no hash of them could be trusted to differ. */
static GTree *
new_names(void)
{
	return g_tree_new((GCompareFunc)strcmp);
}

static gboolean
is_element(const xmlNode *node)
{
	return node && node->type == XML_ELEMENT_NODE;
}

/* ---- marks ---- */

static void
append_text(const xmlNode *root, GString *out, gsize most)
{
	const xmlNode *node = root;

	while (node && out->len < most) {
		if (node->type != XML_ELEMENT_NODE && node->content)
			g_string_append_len(out, (const char *)node->content,
			    strnlen((const char *)node->content, most + 1));
		node = rc_html_next(node, root);
	}
}

static gboolean
is_sign(gunichar c)
{
	return c == '*' || c == 0x2020 || c == 0x2021 || c == 0x00A7 ||
	    c == 0x00B6 || c == '#';
}

/* "1" of "[1]"; NULL if it is no mark: digits, one or two letters (small
 * Roman numbers have more), or signs. */
static char *
mark_of(const xmlNode *a)
{
	g_autoptr(GString) text = g_string_new(NULL);
	guint digits = 0, letters = 0, signs = 0, romans = 0;
	char *s, *end;

	append_text(a, text, MAX_MARK + 1);
	s = text->str + strspn(text->str, " \t\r\n[(");
	end = s + strlen(s);
	while (end > s && strchr(" \t\r\n])", end[-1]))
		end--;
	*end = '\0';
	if (s == end || end - s > MAX_MARK ||
	    !g_utf8_validate(s, end - s, NULL))
		return NULL;
	for (const char *c = s; *c; c = g_utf8_next_char(c)) {
		gunichar u = g_utf8_get_char(c);

		digits += g_unichar_isdigit(u);
		letters += g_unichar_isalpha(u);
		romans += u < 0x80 && strchr("ivx", (int)u);
		signs += is_sign(u);
		if (!g_unichar_isalnum(u) && !is_sign(u))
			return NULL;
	}
	if ((signs && digits + letters) || letters > 4 ||
	    (letters > 1 && romans != letters) || digits > 3)
		return NULL;
	return g_strdup(s);
}

/* ---- links and places ---- */

static void
add_place(struct search *search, const char *name, const xmlNode *node)
{
	if (name && *name && !g_tree_lookup(search->places, name))
		g_tree_insert(search->places, (char *)name, (gpointer)node);
}

static void
add_link(struct search *search, const xmlNode *a)
{
	const char *href = rc_html_get(a, "href");
	struct link link = {.a = a};

	if (!href || href[0] != '#' || !href[1])
		return;
	link.to = href + 1;
	link.mark = mark_of(a);
	g_array_append_val(search->links, link);
	g_tree_insert(search->to, (char *)link.to, (gpointer)a);
}

static void
gather(struct search *search, const xmlNode *root)
{
	const xmlNode *node = root;

	while (node) {
		if (node->type == XML_ELEMENT_NODE) {
			add_place(search, rc_html_get(node, "id"), node);
			if (rc_html_is(node, "a")) {
				add_place(search, rc_html_get(node, "name"),
				    node);
				add_link(search, node);
			}
		}
		node = rc_html_next(node, root);
	}
	for (guint i = 0; i < search->links->len; i++) {
		struct link *link = &g_array_index(search->links, struct link,
		    i);

		link->target = g_tree_lookup(search->places, link->to);
	}
}

static void
free_link(gpointer link)
{
	g_free(((struct link *)link)->mark);
}

/* ---- which link is a call ---- */

static gboolean
is_within(const xmlNode *node, const xmlNode *above)
{
	for (; node; node = node->parent)
		if (node == above)
			return TRUE;
	return FALSE;
}

static gboolean
is_block(const xmlNode *node)
{
	return rc_html_tag_of(node)->what == RC_HTML_BLOCK ||
	    rc_html_tag_of(node)->what == RC_HTML_ITEM ||
	    rc_html_tag_of(node)->what == RC_HTML_CELL;
}

/* Whether an element says of itself that it is one note. */
static gboolean
is_note(const xmlNode *node)
{
	const char *id = rc_html_get(node, "id");
	const char *role = rc_html_get(node, "role");

	return rc_html_has_word(role, "doc-footnote") ||
	    rc_html_has_word(role, "doc-endnote") ||
	    rc_html_styled(node, "mso-element", "footnote") ||
	    rc_html_styled(node, "mso-element", "endnote") ||
	    (id && (g_ascii_strncasecmp(id, "fn", 2) == 0 ||
	        g_ascii_strncasecmp(id, "ftn", 3) == 0 ||
	        g_ascii_strncasecmp(id, "edn", 3) == 0 ||
	        g_ascii_strncasecmp(id, "footnote", 8) == 0) &&
	        strpbrk(id, "0123456789"));
}

/* The block of a note: the target if it is one, or that which the target
 * stands in, and what says that it is the note around that. */
static const xmlNode *
body_of(const xmlNode *target)
{
	const xmlNode *body = target, *above;

	while (body->type == XML_ELEMENT_NODE && !is_block(body))
		body = body->parent;
	if (body->type != XML_ELEMENT_NODE)
		return NULL;
	above = body->parent;
	if (above && above->type == XML_ELEMENT_NODE && is_block(above) &&
	    is_note(above))
		return above;
	return body;
}

/* Whether the target, or what is in its block, leads back to the call. */
static gboolean
leads_back(const struct search *search, const xmlNode *a, const xmlNode *body)
{
	const xmlNode *node = a;

	for (guint i = 0; i < NEAR && is_element(node); i++) {
		const char *const names[] = {rc_html_get(node, "id"),
		    rc_html_get(node, "name")};

		for (guint n = 0; n < 2; n++) {
			const xmlNode *from = names[n] && *names[n]
			    ? g_tree_lookup(search->to, names[n]) : NULL;

			if (from && from != a && is_within(from, body))
				return TRUE;
		}
		node = node->parent;
	}
	return FALSE;
}

static gboolean
is_raised(const xmlNode *a)
{
	const xmlNode *node = a;

	for (guint i = 0; i < NEAR && is_element(node); i++) {
		if (rc_html_style(node, 0) & RC_SUPER)
			return TRUE;
		node = node->parent;
	}
	node = a->children;
	while (node && node->type == XML_ELEMENT_NODE && !node->next) {
		if (rc_html_style(node, 0) & RC_SUPER ||
		    rc_html_has_word(rc_html_get(node, "class"),
		        "MsoFootnoteReference") ||
		    rc_html_has_word(rc_html_get(node, "class"),
		        "MsoEndnoteReference"))
			return TRUE;
		node = node->children;
	}
	return FALSE;
}

static gboolean
has_brackets(const xmlNode *a)
{
	g_autoptr(GString) text = g_string_new(NULL);

	append_text(a, text, MAX_MARK);
	return text->str[strspn(text->str, " \t\r\n")] == '[';
}

static gboolean
is_call(const struct search *search, const struct link *link,
    const xmlNode *body)
{
	return rc_html_has_word(rc_html_get(link->a, "role"), "doc-noteref") ||
	    is_raised(link->a) || has_brackets(link->a) ||
	    leads_back(search, link->a, body);
}

/* ---- notes ---- */

static void
free_note(gpointer p)
{
	struct rc_html_note *note = p;

	g_free(note->mark);
	g_free(note);
}

static struct rc_html_note *
note_of(struct rc_html_notes *notes, const xmlNode *body, const char *mark)
{
	struct rc_html_note *note = rc_html_notes_body(notes, body);

	if (note)
		return note;
	note = g_new0(struct rc_html_note, 1);
	note->body = body;
	note->mark = g_strdup(mark);
	g_ptr_array_add(notes->all, note);
	g_hash_table_insert(notes->by_body, (gpointer)body, note);
	return note;
}

static void
add_names(struct rc_html_notes *notes, const xmlNode *a)
{
	for (guint i = 0; i < NEAR && is_element(a); i++) {
		const char *id = rc_html_get(a, "id");
		const char *name = rc_html_get(a, "name");

		if (id && *id)
			g_tree_insert(notes->calls, (char *)id, (char *)id);
		if (name && *name)
			g_tree_insert(notes->calls, (char *)name,
			    (char *)name);
		if (is_block(a->parent))
			return;
		a = a->parent;
	}
}

/* What a link leads to is a note if it is a block that does not hold the
 * link. Where two lead to each other, that which comes first is the call. */
static void
consider(struct rc_html_notes *notes, const struct search *search,
    const struct link *link)
{
	const xmlNode *body;

	if (!link->mark || !link->target)
		return;
	for (const xmlNode *n = link->a; n; n = n->parent)
		if (rc_html_notes_body(notes, n))
			return;
	body = body_of(link->target);
	if (!body || rc_html_is(body, "body") || rc_html_is(body, "main") ||
	    is_within(link->a, body) || !is_call(search, link, body))
		return;
	g_hash_table_insert(notes->by_call, (gpointer)link->a,
	    note_of(notes, body, link->mark));
	add_names(notes, link->a);
}

void
rc_html_notes_init(struct rc_html_notes *notes, const xmlNode *root)
{
	struct search search = {
		.places = new_names(),
		.to = new_names(),
		.links = g_array_new(FALSE, FALSE, sizeof(struct link)),
	};

	*notes = (struct rc_html_notes){
		.by_call = g_hash_table_new(NULL, NULL),
		.by_body = g_hash_table_new(NULL, NULL),
		.calls = new_names(),
		.all = g_ptr_array_new_with_free_func(free_note),
	};
	g_array_set_clear_func(search.links, free_link);
	gather(&search, root);
	for (guint i = 0; i < search.links->len; i++)
		consider(notes, &search,
		    &g_array_index(search.links, struct link, i));
	g_tree_unref(search.places);
	g_tree_unref(search.to);
	g_array_unref(search.links);
}

void
rc_html_notes_done(struct rc_html_notes *notes)
{
	g_hash_table_unref(notes->by_call);
	g_hash_table_unref(notes->by_body);
	g_tree_unref(notes->calls);
	g_ptr_array_unref(notes->all);
}

struct rc_html_note *
rc_html_notes_called(const struct rc_html_notes *notes, const xmlNode *a)
{
	return g_hash_table_lookup(notes->by_call, a);
}

struct rc_html_note *
rc_html_notes_body(const struct rc_html_notes *notes, const xmlNode *node)
{
	return g_hash_table_lookup(notes->by_body, node);
}

gboolean
rc_html_notes_is_back(const struct rc_html_notes *notes, const xmlNode *a)
{
	const char *href = rc_html_get(a, "href");

	return href && href[0] == '#' &&
	    g_tree_lookup(notes->calls, href + 1);
}
