/* html.c - web pages as input: our own, those of document viewers and
 * libraries, those that Word saves. */
#include "input/html.h"

#include <string.h>

#include "base/auto.h"
#include "base/error.h"
#include "input/input.h"
#include "lang/lang.h"

#define SNIFFED_BYTES 4096u
#define CERTAIN 99
#define LIKELY 97

/* ---- recognising ---- */

static gboolean
begins(const char *s, const char *end, const char *word)
{
	gsize len = strlen(word);

	return (gsize)(end - s) >= len &&
	    g_ascii_strncasecmp(s, word, len) == 0;
}

/* Past blanks, comments and an XML declaration. */
static const char *
skip_prolog(const char *s, const char *end)
{
	for (;;) {
		const char *close;

		if (begins(s, end, "\xEF\xBB\xBF"))
			s += 3;
		while (s < end && strchr(" \t\r\n\f", *s) && *s)
			s++;
		if (begins(s, end, "<!--"))
			close = g_strstr_len(s, end - s, "-->");
		else if (begins(s, end, "<?"))
			close = g_strstr_len(s, end - s, "?>");
		else
			return s;
		if (!close)
			return s;
		s = close + (*close == '-' ? 3 : 2);
	}
}

/* Whether a tag of HTML stands at s, "<" and all. */
static gboolean
is_tag(const char *s, const char *end)
{
	static const char *const names[] = {
		"html", "head", "body", "title", "meta", "div", "p", "table",
		"h1", "h2", "h3", "center", "font", "b", "i", "pre", "ul", "ol",
		"span", "section", "article", "main", "header", "link", "style",
		"script", "base", "blockquote", "br", "hr", "a",
	};

	for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
		gsize len = strlen(names[i]);

		if (begins(s + 1, end, names[i]) && s + 1 + len < end &&
		    strchr(" \t\r\n/>", s[1 + len]) && s[1 + len])
			return TRUE;
	}
	return FALSE;
}

static int
sniff(const char *data, gsize size, const char *name)
{
	const char *end = data + MIN(size, SNIFFED_BYTES);
	const char *s = skip_prolog(data, end), *t;
	guint tags = 0;

	if (begins(s, end, "<!doctype html") || begins(s, end, "<html"))
		return CERTAIN;
	if (s == end || *s != '<')
		return 0;
	for (t = s; t < end && (t = memchr(t, '<', end - t)); t++)
		tags += is_tag(t, end);
	return is_tag(s, end) && tags > 1 ? LIKELY : 0;
}

/* ---- reading ---- */

/* The element that a page itself names as its main part, if most of the text
 * is in it: <main>, or the only <article>. */
static const xmlNode *
find_main(const xmlNode *body, gsize printed)
{
	const xmlNode *node = body, *found = NULL, *article = NULL;
	guint articles = 0;

	while (node && !found) {
		if (node->type == XML_ELEMENT_NODE &&
		    (rc_html_is(node, "main") ||
		        rc_html_has_word(rc_html_get(node, "role"), "main")))
			found = node;
		if (rc_html_is(node, "article")) {
			article = node;
			articles++;
		}
		node = rc_html_next(node, body);
	}
	if (!found && articles == 1)
		found = article;
	return found && rc_html_measure(found, printed) * 2 > printed
	    ? found : NULL;
}

static const xmlNode *
find_body(const xmlNode *root)
{
	const xmlNode *node = root;

	while (node && !rc_html_is(node, "body"))
		node = rc_html_next(node, root);
	return node ? node : root;
}

static const char *
language_of(const xmlNode *root)
{
	const char *code = rc_html_get(root, "lang");
	const struct rc_lang *lang = code ? rc_lang_find(code) : NULL;

	return lang ? rc_lang_code3(lang) : NULL;
}

static void
init(struct rc_html *h, const xmlNode *root, const xmlNode *body)
{
	static const struct rc_html_tag page = {"", RC_HTML_BLOCK, 0};

	h->own = rc_html_is_own(root);
	h->printed = rc_html_measure(body, G_MAXUINT);
	h->main = h->own ? NULL : find_main(body, h->printed);
	h->called = g_ptr_array_new();
	h->line = &h->lines[0];
	h->top = h->frames;
	h->top->tag = &page;
	h->top->role = RC_ROLE_UNKNOWN;
	akn_line_init(&h->lines[0]);
	akn_line_init(&h->lines[1]);
	rc_html_notes_init(&h->notes, body);
}

static void
done(struct rc_html *h)
{
	akn_line_done(&h->lines[0]);
	akn_line_done(&h->lines[1]);
	rc_html_notes_done(&h->notes);
	g_ptr_array_unref(h->called);
}

static gboolean
read_page(const xmlNode *root, struct rc_diags *diags, struct rc_text *text,
    GError **error)
{
	struct rc_html h = {.text = text, .diags = diags, .error = error};
	const xmlNode *body = find_body(root);

	init(&h, root, body);
	if (h.own)
		text->language = language_of(root);
	rc_html_walk(&h, body);
	if (!h.failed)
		rc_html_cut_all(&h);
	if (!h.failed)
		rc_html_add_notes(&h);
	if (!h.failed)
		rc_html_cut_all(&h);
	done(&h);
	return !h.failed;
}

static gboolean
read(const char *data, gsize size, const struct rc_settings *settings,
    struct rc_diags *diags, struct rc_text *text, xmlDoc **tree,
    GError **error)
{
	g_autoptr(xmlDoc) doc = NULL;
	g_autoptr(GString) lines = NULL;
	const xmlNode *root;
	struct rc_utf8 utf8;

	if (!rc_html_decode(data, size, diags, &utf8, error))
		return FALSE;
	doc = rc_html_parse(&utf8, error);
	rc_utf8_done(&utf8);
	if (!doc)
		return FALSE;
	root = xmlDocGetRootElement(doc);
	lines = rc_html_lines(root, find_body(root));
	if (lines)
		return rc_input_find("plain")->read(lines->str, lines->len,
		    settings, diags, text, tree, error);
	return read_page(root, diags, text, error);
}

const struct rc_input rc_input_html = {
	.format = {
		.name = "html",
		.summary = "web pages: our own, of viewers, saved by Word",
		.suffix = ".html",
		.media_type = "text/html",
	},
	.sniff = sniff,
	.read = read,
};
