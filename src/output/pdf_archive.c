/* pdf_archive.c - a PDF of cairo's made into PDF/A-3a and PDF/UA-1 by qpdf.
 *
 * The structure tree, links, metadata, output intent and attachment are made
 * anew; what cairo wrote of them is no longer reached and so left out. */
#include "output/pdf_archive.h"

#include <stdlib.h>
#include <string.h>

#include <qpdf/qpdf-c.h>

#include "akn/akn.h"

#include "srgb.h"

#define PRINTED 4      /* flag of an annotation: it is printed */
#define MAX_LEVELS 6u  /* of headings */
#define ABOVE_BOOKMARK 18 /* points that a bookmark shows above its heading */

struct archive {
	qpdf_data q;
	const struct rc_pages *pages;
	const struct rc_tree *tree;
	qpdf_oh *elements; /* indirect, one an element */
	qpdf_oh *links;    /* indirect, one a link */
};

/* ---- small objects ---- */

static void
put_key(struct archive *a, qpdf_oh dict, const char *key, qpdf_oh value)
{
	qpdf_oh_replace_key(a->q, dict, key, value);
}

static qpdf_oh
name(struct archive *a, const char *text)
{
	return qpdf_oh_new_name(a->q, text);
}

static qpdf_oh
number(struct archive *a, double value)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];

	return qpdf_oh_new_real_from_string(a->q,
	    g_ascii_formatd(text, sizeof(text), "%.2f", value));
}

static qpdf_oh
integer(struct archive *a, long long value)
{
	return qpdf_oh_new_integer(a->q, value);
}

static qpdf_oh
string(struct archive *a, const char *text)
{
	return qpdf_oh_new_unicode_string(a->q, text);
}

static qpdf_oh
dictionary(struct archive *a, const char *type)
{
	qpdf_oh dict = qpdf_oh_new_dictionary(a->q);

	if (type)
		put_key(a, dict, "/Type", name(a, type));
	return dict;
}

static qpdf_oh
indirect(struct archive *a, qpdf_oh object)
{
	return qpdf_make_indirect_object(a->q, object);
}

static qpdf_oh
stream(struct archive *a, const char *data, gsize size)
{
	qpdf_oh object = qpdf_oh_new_stream(a->q);

	qpdf_oh_replace_stream_data(a->q, object, (const unsigned char *)data,
	    size, qpdf_oh_new_null(a->q), qpdf_oh_new_null(a->q));
	return object;
}

/* ---- the structure tree ---- */

/* The attribute that a cell of several columns or rows has. */
static void
put_span(struct archive *a, qpdf_oh attributes, const xmlNode *node,
    const char *attribute, const char *key)
{
	const char *value = akn_get(node, attribute);
	long n = value ? strtol(value, NULL, 10) : 1;

	if (n > 1)
		put_key(a, attributes, key, integer(a, n));
}

static void
put_cell(struct archive *a, qpdf_oh dict, const struct rc_element *element)
{
	qpdf_oh attributes = qpdf_oh_new_dictionary(a->q);

	put_key(a, attributes, "/O", name(a, "/Table"));
	if (strcmp(element->type, "TH") == 0)
		put_key(a, attributes, "/Scope", name(a, "/Column"));
	put_span(a, attributes, element->node, "colspan", "/ColSpan");
	put_span(a, attributes, element->node, "rowspan", "/RowSpan");
	put_key(a, dict, "/A", attributes);
}

static qpdf_oh
kid_of(struct archive *a, struct rc_kid kid)
{
	qpdf_oh dict;

	switch ((enum rc_kid_kind)kid.kind) {
	case RC_KID_ELEMENT:
		return a->elements[kid.index];
	case RC_KID_PIECE: {
		const struct rc_piece *piece = &g_array_index(a->tree->pieces,
		    struct rc_piece, kid.index);

		dict = dictionary(a, "/MCR");
		put_key(a, dict, "/Pg", qpdf_get_page_n(a->q, piece->page));
		put_key(a, dict, "/MCID", integer(a, piece->mcid));
		return dict;
	}
	case RC_KID_LINK:
		dict = dictionary(a, "/OBJR");
		put_key(a, dict, "/Pg", qpdf_get_page_n(a->q, g_array_index(
		    a->tree->links, struct rc_link, kid.index).page));
		put_key(a, dict, "/Obj", a->links[kid.index]);
		return dict;
	}
	return qpdf_oh_new_null(a->q);
}

static void
fill_element(struct archive *a, guint i, qpdf_oh root)
{
	const struct rc_element *element = rc_tree_element(a->tree, i);
	g_autofree char *type = g_strconcat("/", element->type, NULL);
	qpdf_oh dict = a->elements[i], kids = qpdf_oh_new_array(a->q);

	put_key(a, dict, "/Type", name(a, "/StructElem"));
	put_key(a, dict, "/S", name(a, type));
	put_key(a, dict, "/P", i == RC_TREE_ROOT ? root :
	    a->elements[element->parent]);
	for (guint k = 0; k < element->kids->len; k++)
		qpdf_oh_append_item(a->q, kids, kid_of(a, g_array_index(
		    element->kids, struct rc_kid, k)));
	put_key(a, dict, "/K", kids);
	if (element->node)
		put_cell(a, dict, element);
	if (element->alt)
		put_key(a, dict, "/Alt", string(a, element->alt));
	if (element->lang)
		put_key(a, dict, "/Lang", string(a, element->lang));
	if (strcmp(element->type, "Note") == 0) {
		g_autofree char *id = g_strdup_printf("note-%u", i);

		put_key(a, dict, "/ID", string(a, id));
	}
}

/* From the numbers that pages and annotations have to their elements. */
static qpdf_oh
parent_tree(struct archive *a)
{
	qpdf_oh tree = qpdf_oh_new_dictionary(a->q);
	qpdf_oh numbers = qpdf_oh_new_array(a->q);
	guint n = a->pages->pages->len, at = 0;

	for (guint page = 0; page < n; page++) {
		qpdf_oh of_page = qpdf_oh_new_array(a->q);

		for (; at < a->tree->pieces->len; at++) {
			const struct rc_piece *piece = &g_array_index(
			    a->tree->pieces, struct rc_piece, at);

			if (piece->page != page)
				break;
			qpdf_oh_append_item(a->q, of_page, piece->artifact ?
			    qpdf_oh_new_null(a->q) :
			    a->elements[piece->element]);
		}
		qpdf_oh_append_item(a->q, numbers, integer(a, page));
		qpdf_oh_append_item(a->q, numbers, indirect(a, of_page));
	}
	for (guint i = 0; i < a->tree->links->len; i++) {
		qpdf_oh_append_item(a->q, numbers, integer(a, n + i));
		qpdf_oh_append_item(a->q, numbers, a->elements[g_array_index(
		    a->tree->links, struct rc_link, i).element]);
	}
	put_key(a, tree, "/Nums", numbers);
	return indirect(a, tree);
}

static void
put_structure(struct archive *a, qpdf_oh catalog)
{
	qpdf_oh root = indirect(a, dictionary(a, "/StructTreeRoot"));
	qpdf_oh mark = qpdf_oh_new_dictionary(a->q);

	for (guint i = 0; i < a->tree->elements->len; i++)
		a->elements[i] = indirect(a, qpdf_oh_new_dictionary(a->q));
	for (guint i = 0; i < a->tree->elements->len; i++)
		fill_element(a, i, root);
	put_key(a, root, "/K", a->elements[RC_TREE_ROOT]);
	put_key(a, root, "/ParentTree", parent_tree(a));
	put_key(a, root, "/ParentTreeNextKey",
	    integer(a, a->pages->pages->len + a->tree->links->len));
	put_key(a, catalog, "/StructTreeRoot", root);
	put_key(a, mark, "/Marked", qpdf_oh_new_bool(a->q, QPDF_TRUE));
	put_key(a, catalog, "/MarkInfo", mark);
}

/* ---- links and pages ---- */

static void
make_link(struct archive *a, guint i)
{
	const struct rc_link *link = &g_array_index(a->tree->links,
	    struct rc_link, i);
	qpdf_oh dict = a->links[i], action = dictionary(a, "/Action");
	g_autoptr(GString) address = g_string_new(NULL);
	qpdf_oh rect = qpdf_oh_new_array(a->q), border = qpdf_oh_new_array(a->q);
	const double corners[] = {link->x0, link->y0, link->x1, link->y1};

	rc_add_address(address, link->address);
	for (guint k = 0; k < 4; k++)
		qpdf_oh_append_item(a->q, rect, number(a, corners[k]));
	for (guint k = 0; k < 3; k++)
		qpdf_oh_append_item(a->q, border, integer(a, 0));
	put_key(a, dict, "/Type", name(a, "/Annot"));
	put_key(a, dict, "/Subtype", name(a, "/Link"));
	put_key(a, dict, "/Rect", rect);
	put_key(a, dict, "/Border", border);
	put_key(a, dict, "/F", integer(a, PRINTED));
	put_key(a, dict, "/Contents", string(a, link->address));
	put_key(a, dict, "/StructParent",
	    integer(a, a->pages->pages->len + i));
	put_key(a, action, "/S", name(a, "/URI"));
	put_key(a, action, "/URI", qpdf_oh_new_string(a->q, address->str));
	put_key(a, dict, "/A", action);
}

/* The fonts of a page whose glyphs are named by their numbers say so. */
static void
finish_fonts(struct archive *a, qpdf_oh page)
{
	qpdf_oh fonts = qpdf_oh_get_key(a->q, qpdf_oh_get_key(a->q, page,
	    "/Resources"), "/Font");

	if (!qpdf_oh_is_dictionary(a->q, fonts))
		return;
	qpdf_oh_begin_dict_key_iter(a->q, fonts);
	while (qpdf_oh_dict_more_keys(a->q)) {
		qpdf_oh font = qpdf_oh_get_key(a->q, fonts,
		    qpdf_oh_dict_next_key(a->q));
		qpdf_oh kids = qpdf_oh_get_key(a->q, font, "/DescendantFonts");
		qpdf_oh kid;

		if (!qpdf_oh_is_array(a->q, kids))
			continue;
		kid = qpdf_oh_get_array_item(a->q, kids, 0);
		if (strcmp(qpdf_oh_get_name(a->q, qpdf_oh_get_key(a->q, kid,
		        "/Subtype")), "/CIDFontType2") == 0 &&
		    !qpdf_oh_has_key(a->q, kid, "/CIDToGIDMap"))
			put_key(a, kid, "/CIDToGIDMap", name(a, "/Identity"));
	}
}

/* The page's content with artifacts, its links, and its number. */
static gboolean
finish_page(struct archive *a, guint i, guint *next_piece, guint *next_link,
    GError **error)
{
	g_autoptr(GString) content = g_string_new(NULL);
	qpdf_oh page = qpdf_get_page_n(a->q, i);
	qpdf_oh annotations = qpdf_oh_new_array(a->q);
	unsigned char *data = NULL;
	size_t size = 0;
	gboolean ok;

	qpdf_oh_get_page_content_data(a->q, page, &data, &size);
	ok = data && rc_mark_artifacts((const char *)data, size, a->tree, i,
	    next_piece, content);
	free(data);
	if (!ok)
		return rc_fail(error, RESCONV_E_BUG,
		    "page %u has other tags than were painted", i + 1);
	put_key(a, page, "/Contents", stream(a, content->str, content->len));
	for (; *next_link < a->tree->links->len && g_array_index(a->tree->links,
	           struct rc_link, *next_link).page == i; ++*next_link)
		qpdf_oh_append_item(a->q, annotations, a->links[*next_link]);
	put_key(a, page, "/Annots", annotations);
	finish_fonts(a, page);
	put_key(a, page, "/Tabs", name(a, "/S"));
	put_key(a, page, "/StructParents", integer(a, i));
	return TRUE;
}

static gboolean
finish_pages(struct archive *a, GError **error)
{
	guint piece = 0, link = 0;

	for (guint i = 0; i < a->pages->pages->len; i++)
		if (!finish_page(a, i, &piece, &link, error))
			return FALSE;
	return TRUE;
}

/* ---- bookmarks ---- */

static qpdf_oh
new_bookmark(struct archive *a, const struct rc_bookmark *mark)
{
	qpdf_oh item = indirect(a, qpdf_oh_new_dictionary(a->q));
	qpdf_oh place = qpdf_oh_new_array(a->q);

	g_strchug(mark->title->str);
	put_key(a, item, "/Title", string(a, mark->title->str));
	qpdf_oh_append_item(a->q, place, qpdf_get_page_n(a->q, mark->page));
	qpdf_oh_append_item(a->q, place, name(a, "/XYZ"));
	qpdf_oh_append_item(a->q, place, qpdf_oh_new_null(a->q));
	qpdf_oh_append_item(a->q, place, number(a, a->pages->height - mark->y +
	    ABOVE_BOOKMARK));
	qpdf_oh_append_item(a->q, place, qpdf_oh_new_null(a->q));
	put_key(a, item, "/Dest", place);
	return item;
}

/* Add an item at the end of those of another, the last of which is *last. */
static void
chain(struct archive *a, qpdf_oh parent, qpdf_oh *last, qpdf_oh item)
{
	put_key(a, item, "/Parent", parent);
	if (*last) {
		put_key(a, *last, "/Next", item);
		put_key(a, item, "/Prev", *last);
	} else {
		put_key(a, parent, "/First", item);
	}
	put_key(a, parent, "/Last", item);
	*last = item;
}

/* The headings, each below the last that is less deep. */
static void
put_bookmarks(struct archive *a, qpdf_oh catalog)
{
	const GArray *marks = a->tree->bookmarks;
	qpdf_oh open[MAX_LEVELS + 1] = {0}, last[MAX_LEVELS + 1] = {0};

	if (!marks->len)
		return;
	open[0] = indirect(a, dictionary(a, "/Outlines"));
	for (guint i = 0; i < marks->len; i++) {
		const struct rc_bookmark *mark = &g_array_index(marks,
		    struct rc_bookmark, i);
		guint level = MIN(mark->level, MAX_LEVELS), parent = level - 1;

		while (parent && !open[parent])
			parent--;
		open[level] = new_bookmark(a, mark);
		chain(a, open[parent], &last[parent], open[level]);
		for (guint deeper = level; deeper <= MAX_LEVELS; deeper++) {
			last[deeper] = 0;
			if (deeper > level)
				open[deeper] = 0;
		}
	}
	put_key(a, catalog, "/Outlines", open[0]);
}

/* ---- the document ---- */

static void
put_metadata(struct archive *a, qpdf_oh catalog)
{
	g_autoptr(GString) xmp = rc_xmp(a->pages);
	qpdf_oh metadata = stream(a, xmp->str, xmp->len);
	qpdf_oh dict = qpdf_oh_get_dict(a->q, metadata);
	qpdf_oh viewer = qpdf_oh_new_dictionary(a->q);

	put_key(a, dict, "/Type", name(a, "/Metadata"));
	put_key(a, dict, "/Subtype", name(a, "/XML"));
	put_key(a, catalog, "/Metadata", metadata);
	put_key(a, catalog, "/Lang", string(a, a->pages->lang));
	put_key(a, viewer, "/DisplayDocTitle",
	    qpdf_oh_new_bool(a->q, QPDF_TRUE));
	put_key(a, catalog, "/ViewerPreferences", viewer);
}

static void
put_intent(struct archive *a, qpdf_oh catalog)
{
	qpdf_oh profile = stream(a, (const char *)srgb, sizeof(srgb));
	qpdf_oh intent = dictionary(a, "/OutputIntent");
	qpdf_oh intents = qpdf_oh_new_array(a->q);

	put_key(a, qpdf_oh_get_dict(a->q, profile), "/N", integer(a, 3));
	put_key(a, intent, "/S", name(a, "/GTS_PDFA1"));
	put_key(a, intent, "/OutputConditionIdentifier", string(a, "sRGB"));
	put_key(a, intent, "/Info", string(a, "sRGB IEC61966-2.1"));
	put_key(a, intent, "/DestOutputProfile", profile);
	qpdf_oh_append_item(a->q, intents, indirect(a, intent));
	put_key(a, catalog, "/OutputIntents", intents);
}

static qpdf_oh
embedded_file(struct archive *a, const struct rc_source *source)
{
	qpdf_oh file = stream(a, source->data, source->size);
	qpdf_oh dict = qpdf_oh_get_dict(a->q, file);
	qpdf_oh params = qpdf_oh_new_dictionary(a->q);
	g_autofree char *sum = g_compute_checksum_for_data(G_CHECKSUM_MD5,
	    (const guchar *)source->data, source->size);
	g_autofree char *date = g_strdup_printf("D:%.4s%.2s%.2s000000Z",
	    rc_pdf_date(a->pages), rc_pdf_date(a->pages) + 5,
	    rc_pdf_date(a->pages) + 8);
	char bytes[16];

	for (guint i = 0; i < sizeof(bytes); i++)
		bytes[i] = (char)(g_ascii_xdigit_value(sum[2 * i]) << 4 |
		    g_ascii_xdigit_value(sum[2 * i + 1]));
	put_key(a, dict, "/Type", name(a, "/EmbeddedFile"));
	put_key(a, dict, "/Subtype", name(a, "/application#2fakn+xml"));
	put_key(a, params, "/Size", integer(a, (long long)source->size));
	put_key(a, params, "/ModDate", qpdf_oh_new_string(a->q, date));
	put_key(a, params, "/CheckSum", qpdf_oh_new_binary_string(a->q, bytes,
	    sizeof(bytes)));
	put_key(a, dict, "/Params", params);
	return file;
}

/* The Akoma Ntoso that the pages show: whoever has the PDF has it. */
static void
attach(struct archive *a, qpdf_oh catalog, const struct rc_source *source)
{
	qpdf_oh file = embedded_file(a, source);
	qpdf_oh files = qpdf_oh_new_dictionary(a->q);
	qpdf_oh spec = dictionary(a, "/Filespec");
	qpdf_oh names = qpdf_oh_new_array(a->q), tree, all, associated;

	put_key(a, files, "/F", file);
	put_key(a, files, "/UF", file);
	put_key(a, spec, "/F", qpdf_oh_new_string(a->q, source->name));
	put_key(a, spec, "/UF", string(a, source->name));
	put_key(a, spec, "/Desc", string(a, "Akoma Ntoso, AKN4UN"));
	put_key(a, spec, "/AFRelationship", name(a, "/Source"));
	put_key(a, spec, "/EF", files);
	spec = indirect(a, spec);
	qpdf_oh_append_item(a->q, names, string(a, source->name));
	qpdf_oh_append_item(a->q, names, spec);
	tree = qpdf_oh_new_dictionary(a->q);
	put_key(a, tree, "/Names", names);
	all = qpdf_oh_new_dictionary(a->q);
	put_key(a, all, "/EmbeddedFiles", tree);
	put_key(a, catalog, "/Names", all);
	associated = qpdf_oh_new_array(a->q);
	qpdf_oh_append_item(a->q, associated, spec);
	put_key(a, catalog, "/AF", associated);
}

static gboolean
complete(struct archive *a, const struct rc_source *source, GError **error)
{
	qpdf_oh catalog = qpdf_get_root(a->q);

	for (guint i = 0; i < a->tree->links->len; i++)
		a->links[i] = indirect(a, qpdf_oh_new_dictionary(a->q));
	put_structure(a, catalog);
	for (guint i = 0; i < a->tree->links->len; i++)
		make_link(a, i);
	if (!finish_pages(a, error))
		return FALSE;
	put_bookmarks(a, catalog);
	put_metadata(a, catalog);
	put_intent(a, catalog);
	attach(a, catalog, source);
	return TRUE;
}

static gboolean
fail(qpdf_data q, GError **error)
{
	qpdf_error e = qpdf_get_error(q);

	return rc_fail(error, RESCONV_E_BUG, "the PDF could not be completed: %s",
	    e ? qpdf_get_error_full_text(q, e) : "unknown");
}

static gboolean
save(qpdf_data q, rc_write_fn put, gpointer payload, GError **error)
{
	if (qpdf_init_write_memory(q) & QPDF_ERRORS)
		return fail(q, error);
	qpdf_set_deterministic_ID(q, QPDF_TRUE);
	qpdf_set_object_stream_mode(q, qpdf_o_generate);
	qpdf_set_compress_streams(q, QPDF_TRUE);
	qpdf_set_newline_before_endstream(q, QPDF_TRUE);
	qpdf_set_minimum_pdf_version(q, "1.7");
	if (qpdf_write(q) & QPDF_ERRORS || qpdf_has_error(q))
		return fail(q, error);
	return rc_output_put(put, payload, (const char *)qpdf_get_buffer(q),
	    qpdf_get_buffer_length(q), error);
}

gboolean
rc_archive(const GByteArray *pdf, const struct rc_pages *pages,
    const struct rc_tree *tree, const struct rc_source *source,
    rc_write_fn put, gpointer payload, GError **error)
{
	struct archive a = {.q = qpdf_init(), .pages = pages, .tree = tree,
	    .elements = g_new0(qpdf_oh, tree->elements->len),
	    .links = g_new0(qpdf_oh, MAX(tree->links->len, 1))};
	gboolean ok;

	qpdf_silence_errors(a.q);
	if (qpdf_read_memory(a.q, "cairo", (const char *)pdf->data, pdf->len,
	        NULL) & QPDF_ERRORS)
		ok = fail(a.q, error);
	else
		ok = complete(&a, source, error) &&
		    save(a.q, put, payload, error);
	qpdf_cleanup(&a.q);
	g_free(a.elements);
	g_free(a.links);
	return ok;
}
