/* html_walk.c - the walk over a web page. Blocks cut the text into paragraphs,
 * inline elements give it a look; what an element is not known to be is text,
 * so that none is lost. What is left out is told. */
#include "input/html.h"

#include <string.h>

#define MAX_QUOTED 60 /* bytes of what was left out that are told */

/* ---- what is left out ---- */

/* The first words of an element. */
static void
quote(const xmlNode *root, GString *out)
{
	const xmlNode *node = root;

	while (node && out->len < MAX_QUOTED) {
		gboolean element = node->type == XML_ELEMENT_NODE;

		if (!element)
			g_string_append_len(out, (const char *)node->content,
			    strnlen((const char *)node->content, MAX_QUOTED));
		if (element)
			g_string_append_c(out, ' ');
		if (element && node->children &&
		    rc_html_tag_of(node)->what != RC_HTML_DROP)
			node = node->children;
		else
			node = rc_html_behind(node, root);
	}
}

static void
tell(struct rc_html *h, const xmlNode *node, const char *why)
{
	g_autoptr(GString) words = g_string_new(NULL);
	struct rc_place at = rc_html_place(node);
	const char *end;

	quote(node, words);
	if (words->len > MAX_QUOTED)
		g_string_truncate(words, MAX_QUOTED);
	g_utf8_validate(words->str, words->len, &end);
	g_string_truncate(words, end - words->str); /* cut within a character */
	g_strstrip(g_strdelimit(words->str, "\t\r\n", ' '));
	if (words->str[0])
		rc_diag(h->diags, RC_D_WEB_FURNITURE, &at, why, words->str);
}

static gboolean
is_within(const xmlNode *node, const xmlNode *above)
{
	for (; node; node = node->parent)
		if (node == above)
			return TRUE;
	return FALSE;
}

/* Whether most of what an element shows are links. */
static gboolean
is_of_links(const xmlNode *root)
{
	const xmlNode *node = root;
	gsize links = 0;

	while (node) {
		gboolean link = rc_html_is(node, "a");

		if (link)
			links += rc_html_measure(node, G_MAXUINT);
		node = link ? rc_html_behind(node, root)
		            : rc_html_next(node, root);
	}
	return links * 2 > rc_html_measure(root, G_MAXUINT);
}

/* Whether an element is furniture of the page, and not most of it. */
static gboolean
is_furniture(const struct rc_html *h, const xmlNode *node)
{
	gboolean edge = rc_html_is(node, "header") ||
	    rc_html_is(node, "footer") || rc_html_is(node, "aside");

	if (rc_html_notes_body(&h->notes, node))
		return FALSE;
	if (!rc_html_is_furniture(node) && !(edge && is_of_links(node)))
		return FALSE;
	return rc_html_measure(node, h->printed) * 2 < h->printed;
}

/* The heading above the notes, which are put back to their calls. */
static gboolean
heads_notes(const struct rc_html *h, const xmlNode *node)
{
	const xmlNode *above = node->parent;
	const char *role, *class;

	if (rc_html_tag_of(node)->what != RC_HTML_HEADING || !h->notes.all->len)
		return FALSE;
	if (above->type != XML_ELEMENT_NODE)
		return FALSE;
	role = rc_html_get(above, "role");
	class = rc_html_get(above, "class");
	return rc_html_has_word(role, "doc-endnotes") ||
	    rc_html_has_word(class, "footnotes") ||
	    rc_html_has_word(class, "endnotes");
}

/* Whether a page of ours says that an element is of the page and not of the
 * document: contents, links that cite. */
static gboolean
is_of_page(const struct rc_html *h, const xmlNode *node)
{
	return h->own && g_strcmp0(rc_html_get(node, "data-of"), "page") == 0;
}

/* Whether an element is passed over; what is left out for good is told. */
static gboolean
is_passed(struct rc_html *h, const xmlNode *node, gboolean noted)
{
	const struct rc_html_note *note = rc_html_notes_body(&h->notes, node);

	if (rc_html_tag_of(node)->what == RC_HTML_DROP ||
	    heads_notes(h, node) || is_of_page(h, node))
		return TRUE;
	if (note && node != h->root)
		return TRUE;
	if (rc_html_is_hidden(node)) {
		tell(h, node, "is not shown");
		return TRUE;
	}
	if (h->own || noted)
		return FALSE;
	if (h->main && !h->top->within_main && node != h->main &&
	    !is_within(h->main, node)) {
		tell(h, node, "stands beside its main part");
		return TRUE;
	}
	if (is_furniture(h, node)) {
		tell(h, node, "is to work with the page");
		return TRUE;
	}
	return FALSE;
}

/* ---- elements ---- */

/* A link that leads away; one within the page says nothing in a text. */
static void
begin_link(struct rc_html *h, const xmlNode *node)
{
	const char *href = rc_html_get(node, "href");

	if (!href || !*href || *href == '#' ||
	    g_ascii_strncasecmp(href, "javascript:", 11) == 0)
		return;
	h->top->href = g_string_chunk_insert(h->text->chunk, href);
}

/* What Word's own styles say: the number of a list item, a tab. */
static void
begin_word(struct rc_html *h, const xmlNode *node)
{
	const char *class = rc_html_get(node, "class");

	if (rc_html_styled(node, "mso-list", "Ignore"))
		h->top->ends_number = TRUE;
	if (rc_html_styled(node, "mso-tab-count", NULL))
		rc_html_sign(h, "\t", node);
	if (rc_html_has_word(class, "MsoFootnoteReference") ||
	    rc_html_has_word(class, "MsoEndnoteReference"))
		h->top->style |= RC_SUPER;
}

static void
begin_block(struct rc_html *h, const xmlNode *node)
{
	switch (h->top->tag->what) {
	case RC_HTML_ITEM: /* ours have their numbers in the text */
		if (!h->own)
			rc_html_item_begin(h, node);
		break;
	case RC_HTML_LIST:
		if (!h->own)
			rc_html_list_begin(h, node);
		break;
	case RC_HTML_ROW:
		rc_html_row_begin(h, node);
		break;
	case RC_HTML_CELL:
		h->cell = node;
		break;
	case RC_HTML_PRE:
		h->top->pre = TRUE;
		break;
	default:
		break;
	}
}

/* Within a table that only places things, within a note, and where a cell is
 * open, rows and cells are blocks. */
static void
choose_tag(struct rc_html *h, const xmlNode *node, gboolean noted)
{
	static const struct rc_html_tag block = {"", RC_HTML_BLOCK, 0};
	struct rc_html_frame *f = h->top;
	guint8 what = f->tag->what;

	if (what == RC_HTML_TABLE && !noted && !h->row) {
		f->table = h->own || !rc_html_is_layout(h, node);
		if (f->table)
			return;
	}
	if (what == RC_HTML_TABLE ||
	    (what == RC_HTML_ROW && (noted || h->row || !f->table)) ||
	    (what == RC_HTML_CELL && (!h->row || h->cell)))
		f->tag = &block;
}

/* Open an element; FALSE if it is to be passed over. */
static gboolean
begin(struct rc_html *h, const xmlNode *node)
{
	gboolean noted = h->line == &h->lines[1];
	struct rc_html_note *note;
	guint8 what;

	if (is_passed(h, node, noted))
		return FALSE;
	if (rc_html_is(node, "a") &&
	    (note = rc_html_notes_called(&h->notes, node))) {
		rc_html_call(h, note, node);
		return FALSE;
	}
	if (noted && rc_html_is(node, "a") &&
	    rc_html_notes_is_back(&h->notes, node))
		return FALSE;
	h->top[1] = *h->top;
	h->top++;
	h->top->tag = rc_html_tag_of(node);
	h->top->style = rc_html_style(node, h->top[-1].style);
	h->top->ends_number = FALSE;
	h->top->within_main |= node == h->main;
	choose_tag(h, node, noted);
	what = h->top->tag->what;
	h->top->cut = what != RC_HTML_INLINE && what != RC_HTML_BREAK &&
	    what != RC_HTML_QUOTE;
	if (h->top->cut)
		rc_html_cut(h);
	if (h->own && !rc_html_own_begin(h, node)) {
		h->top--;
		return FALSE;
	}
	if (what == RC_HTML_BREAK)
		rc_html_break(h);
	else if (what == RC_HTML_QUOTE && !h->own)
		rc_html_sign(h, "“", node);
	else if (h->top->cut)
		begin_block(h, node);
	else if (rc_html_is(node, "a"))
		begin_link(h, node);
	if (!h->own && rc_html_get(node, "style"))
		begin_word(h, node);
	return TRUE;
}

static void
end(struct rc_html *h, const xmlNode *node)
{
	guint8 what = h->top->tag->what;

	if (what == RC_HTML_CELL)
		rc_html_cell_end(h, node);
	else if (h->top->cut)
		rc_html_cut(h);
	if (what == RC_HTML_ROW)
		rc_html_row_end(h, node);
	else if (what == RC_HTML_TABLE)
		rc_html_table_end(h, node);
	else if (what == RC_HTML_QUOTE && !h->own)
		rc_html_sign(h, "”", node);
	if (h->top->ends_number && !h->cell)
		akn_line_number(h->line);
	if (what == RC_HTML_ITEM)
		h->mark[0] = '\0';
	h->top--;
}

/* End the elements that end before the node that comes next. */
static const xmlNode *
leave(struct rc_html *h, const xmlNode *node, const xmlNode *root)
{
	while (node != root && !node->next) {
		node = node->parent;
		end(h, node);
	}
	return node == root ? NULL : node->next;
}

void
rc_html_walk(struct rc_html *h, const xmlNode *root)
{
	const xmlNode *node = root;

	h->root = root;
	while (node && !h->failed) {
		if (node->type != XML_ELEMENT_NODE) {
			if (xmlNodeIsText(node))
				rc_html_text(h, node);
			node = leave(h, node, root);
			continue;
		}
		if (!begin(h, node)) {
			node = leave(h, node, root);
			continue;
		}
		if (node->children) {
			node = node->children;
			continue;
		}
		end(h, node);
		node = leave(h, node, root);
	}
}
