/* html_look.c - tags, styles, what is hidden and what is furniture. */
#include "input/html_look.h"

#include <stdlib.h>
#include <string.h>

#include "text/text.h"

/* In order, for bsearch. */
static const struct rc_html_tag tags[] = {
	{"address", RC_HTML_BLOCK, 0},
	{"applet", RC_HTML_DROP, 0},
	{"article", RC_HTML_BLOCK, 0},
	{"aside", RC_HTML_BLOCK, 0},
	{"audio", RC_HTML_DROP, 0},
	{"b", RC_HTML_INLINE, RC_BOLD},
	{"blockquote", RC_HTML_BLOCK, 0},
	{"body", RC_HTML_BLOCK, 0},
	{"br", RC_HTML_BREAK, 0},
	{"button", RC_HTML_CONTROL, 0},
	{"canvas", RC_HTML_DROP, 0},
	{"caption", RC_HTML_HEADING, 0},
	{"center", RC_HTML_BLOCK, 0},
	{"cite", RC_HTML_INLINE, RC_ITALIC},
	{"datalist", RC_HTML_DROP, 0},
	{"dd", RC_HTML_BLOCK, 0},
	{"details", RC_HTML_BLOCK, 0},
	{"dfn", RC_HTML_INLINE, RC_ITALIC},
	{"dialog", RC_HTML_CONTROL, 0},
	{"div", RC_HTML_BLOCK, 0},
	{"dl", RC_HTML_BLOCK, 0},
	{"dt", RC_HTML_BLOCK, 0},
	{"em", RC_HTML_INLINE, RC_ITALIC},
	{"embed", RC_HTML_DROP, 0},
	{"fieldset", RC_HTML_BLOCK, 0},
	{"figcaption", RC_HTML_BLOCK, 0},
	{"figure", RC_HTML_BLOCK, 0},
	{"footer", RC_HTML_BLOCK, 0},
	{"form", RC_HTML_BLOCK, 0},
	{"h1", RC_HTML_HEADING, RC_BOLD},
	{"h2", RC_HTML_HEADING, RC_BOLD},
	{"h3", RC_HTML_HEADING, RC_BOLD},
	{"h4", RC_HTML_HEADING, RC_BOLD},
	{"h5", RC_HTML_HEADING, RC_BOLD},
	{"h6", RC_HTML_HEADING, RC_BOLD},
	{"head", RC_HTML_DROP, 0},
	{"header", RC_HTML_BLOCK, 0},
	{"hr", RC_HTML_BLOCK, 0},
	{"i", RC_HTML_INLINE, RC_ITALIC},
	{"iframe", RC_HTML_DROP, 0},
	{"img", RC_HTML_DROP, 0},
	{"input", RC_HTML_CONTROL, 0},
	{"label", RC_HTML_CONTROL, 0},
	{"legend", RC_HTML_BLOCK, 0},
	{"li", RC_HTML_ITEM, 0},
	{"main", RC_HTML_BLOCK, 0},
	{"map", RC_HTML_DROP, 0},
	{"math", RC_HTML_DROP, 0},
	{"menu", RC_HTML_CONTROL, 0},
	{"meter", RC_HTML_CONTROL, 0},
	{"nav", RC_HTML_CONTROL, 0},
	{"noframes", RC_HTML_DROP, 0},
	{"noscript", RC_HTML_DROP, 0},
	{"object", RC_HTML_DROP, 0},
	{"ol", RC_HTML_LIST, 0},
	{"optgroup", RC_HTML_CONTROL, 0},
	{"option", RC_HTML_CONTROL, 0},
	{"p", RC_HTML_BLOCK, 0},
	{"pre", RC_HTML_PRE, 0},
	{"progress", RC_HTML_CONTROL, 0},
	{"q", RC_HTML_QUOTE, 0},
	{"script", RC_HTML_DROP, 0},
	{"section", RC_HTML_BLOCK, 0},
	{"select", RC_HTML_CONTROL, 0},
	{"strong", RC_HTML_INLINE, RC_BOLD},
	{"style", RC_HTML_DROP, 0},
	{"sub", RC_HTML_INLINE, RC_SUB},
	{"summary", RC_HTML_BLOCK, 0},
	{"sup", RC_HTML_INLINE, RC_SUPER},
	{"svg", RC_HTML_DROP, 0},
	{"table", RC_HTML_TABLE, 0},
	{"tbody", RC_HTML_BLOCK, 0},
	{"td", RC_HTML_CELL, 0},
	{"template", RC_HTML_DROP, 0},
	{"textarea", RC_HTML_CONTROL, 0},
	{"tfoot", RC_HTML_BLOCK, 0},
	{"th", RC_HTML_CELL, 0},
	{"thead", RC_HTML_BLOCK, 0},
	{"title", RC_HTML_DROP, 0},
	{"tr", RC_HTML_ROW, 0},
	{"ul", RC_HTML_LIST, 0},
	{"video", RC_HTML_DROP, 0},
	{"xml", RC_HTML_DROP, 0}, /* of Word: its settings */
};

static int
compare(const void *name, const void *row)
{
	return strcmp(name, ((const struct rc_html_tag *)row)->name);
}

const struct rc_html_tag *
rc_html_tag_of(const xmlNode *node)
{
	static const struct rc_html_tag other = {"", RC_HTML_INLINE, 0};
	const struct rc_html_tag *tag = bsearch(node->name, tags,
	    G_N_ELEMENTS(tags), sizeof(tags[0]), compare);

	return tag ? tag : &other;
}

/* ---- words and properties ---- */

/* Whether the word stands at s, without regard to capitals, and ends there. */
static gboolean
stands_at(const char *s, const char *word, const char *delimiters)
{
	gsize len = strlen(word);

	return g_ascii_strncasecmp(s, word, len) == 0 &&
	    (!s[len] || strchr(delimiters, s[len]));
}

gboolean
rc_html_has_word(const char *list, const char *word)
{
	static const char blanks[] = " \t\r\n\f";

	for (const char *s = list; s && *s;) {
		s += strspn(s, blanks);
		if (stands_at(s, word, blanks))
			return TRUE;
		s += strcspn(s, blanks);
	}
	return FALSE;
}

/* The value of a property in a style attribute, or NULL. */
static const char *
property_of(const xmlNode *node, const char *property)
{
	const char *s = rc_html_get(node, "style");

	while (s && *s) {
		s += strspn(s, "; \t\r\n");
		if (stands_at(s, property, ": \t")) {
			s += strcspn(s, ":;");
			return *s == ':' ? s + 1 + strspn(s + 1, " \t\r\n")
			                 : NULL;
		}
		s += strcspn(s, ";");
	}
	return NULL;
}

gboolean
rc_html_styled(const xmlNode *node, const char *property, const char *value)
{
	const char *s = property_of(node, property);

	return s && (!value || stands_at(s, value, "; \t\r\n!,"));
}

static guint
with(guint style, guint bit, gboolean on)
{
	return on ? style | bit : style & ~bit;
}

guint
rc_html_style(const xmlNode *node, guint around)
{
	guint style = around | rc_html_tag_of(node)->style;
	const char *s;

	if (!rc_html_get(node, "style"))
		return style;
	if ((s = property_of(node, "font-weight")))
		style = with(style, RC_BOLD, stands_at(s, "bold", "; !er") ||
		    (g_ascii_isdigit(*s) && atoi(s) >= 600));
	if ((s = property_of(node, "font-style")))
		style = with(style, RC_ITALIC, !stands_at(s, "normal", "; !"));
	if ((s = property_of(node, "vertical-align"))) {
		style = with(style, RC_SUPER, stands_at(s, "super", "; !"));
		style = with(style, RC_SUB, stands_at(s, "sub", "; !"));
	}
	return style;
}

gboolean
rc_html_is_hidden(const xmlNode *node)
{
	return node->properties && (rc_html_get(node, "hidden") ||
	    g_strcmp0(rc_html_get(node, "aria-hidden"), "true") == 0 ||
	    rc_html_styled(node, "display", "none") ||
	    rc_html_styled(node, "visibility", "hidden") ||
	    rc_html_styled(node, "mso-hide", "all"));
}

/* ---- furniture ---- */

static const char *const roles[] = {
	"alert", "alertdialog", "banner", "complementary", "contentinfo",
	"dialog", "menu", "menubar", "navigation", "progressbar", "search",
	"status", "tablist", "toolbar", "tooltip", NULL,
};

/* Words that classes and ids of furniture are made of. */
static const char *const words[] = {
	"advert", "advertisement", "ads", "breadcrumb", "breadcrumbs",
	"consent", "cookie", "cookies", "feedback", "gdpr", "login", "menu",
	"modal", "nav", "navbar", "navigation", "newsletter", "pager",
	"pagination",
	"popup", "search", "searchbox", "share", "sharing", "sidebar", "signin",
	"skip", "skiplink", "skiplinks", "social", "toolbar", "tooltip", NULL,
};

/* Whether a list of classes has a part that is one of the words: "site-nav",
 * "navBar". */
static gboolean
has_part(const char *list, const char *const *wanted)
{
	const char *s = list;

	while (s && *s) {
		gsize n = 1;

		if (!g_ascii_isalnum(*s)) {
			s++;
			continue;
		}
		while (g_ascii_islower(s[n]) || g_ascii_isdigit(s[n]))
			n++;
		for (guint i = 0; wanted[i]; i++)
			if (strlen(wanted[i]) == n &&
			    g_ascii_strncasecmp(s, wanted[i], n) == 0)
				return TRUE;
		s += n;
	}
	return FALSE;
}

gboolean
rc_html_is_furniture(const xmlNode *node)
{
	const char *role;

	if (rc_html_tag_of(node)->what == RC_HTML_CONTROL)
		return TRUE;
	if (!node->properties)
		return FALSE;
	role = rc_html_get(node, "role");
	for (guint i = 0; role && roles[i]; i++)
		if (rc_html_has_word(role, roles[i]))
			return TRUE;
	return has_part(rc_html_get(node, "class"), words) ||
	    has_part(rc_html_get(node, "id"), words);
}

/* ---- the tree ---- */

const xmlNode *
rc_html_behind(const xmlNode *node, const xmlNode *root)
{
	while (node != root && !node->next)
		node = node->parent;
	return node == root ? NULL : node->next;
}

const xmlNode *
rc_html_next(const xmlNode *node, const xmlNode *root)
{
	return node->type == XML_ELEMENT_NODE && node->children
	    ? node->children : rc_html_behind(node, root);
}

gboolean
rc_html_is_made_by(const xmlNode *node, const char *program)
{
	const char *content = rc_html_get(node, "content");

	return rc_html_is(node, "meta") && content &&
	    g_strcmp0(rc_html_get(node, "name"), "generator") == 0 &&
	    g_str_has_prefix(content, program);
}

static gsize
measure_text(const char *s)
{
	gsize n = 0;

	for (; s && *s; s++)
		n += (guchar)*s > ' ';
	return n;
}

gsize
rc_html_measure(const xmlNode *root, gsize most)
{
	const xmlNode *node = root;
	gsize n = 0;

	while (node && n < most) {
		gboolean element = node->type == XML_ELEMENT_NODE;

		if (!element)
			n += measure_text((const char *)node->content);
		if (element && node->children &&
		    rc_html_tag_of(node)->what != RC_HTML_DROP &&
		    !rc_html_is_hidden(node))
			node = node->children;
		else
			node = rc_html_behind(node, root);
	}
	return n;
}
