/* pdf.c - the input "pdf": pages by poppler, or the Akoma Ntoso that a PDF of
 * ours has attached. */
#include "input/pdf.h"

#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "input/module.h"
#include "input/format_pdf.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PopplerPage, g_object_unref)

#define AKN_SUFFIX ".xml"
#define DIGEST_BYTES 16u /* of MD5, as PDF has it of attachments */

/* A page whose characters have no names is no text: so many in a hundred. */
#define MOST_NAMELESS 30u

/* ---- the attachment ---- */

static gboolean
append(const char *data, gsize size, gpointer payload, GError **error)
{
	GByteArray *bytes = payload;

	if (bytes->len + size > RC_MAX_INPUT_BYTES)
		return rc_fail(error, RESCONV_E_LIMIT,
		    "what is attached is larger than %u MiB",
		    RC_MAX_INPUT_BYTES >> 20);
	g_byte_array_append(bytes, (const guint8 *)data, size);
	return TRUE;
}

static gboolean
is_whole(const GByteArray *bytes, const GString *digest)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_MD5);
	guint8 found[DIGEST_BYTES];
	gsize n = sizeof(found);

	if (!digest || digest->len != DIGEST_BYTES)
		return TRUE;
	g_checksum_update(sum, bytes->data, bytes->len);
	g_checksum_get_digest(sum, found, &n);
	return memcmp(found, digest->str, DIGEST_BYTES) == 0;
}

/* Keep the attachment as what the pages were set from, unless it was changed
 * since. */
static void
take_attachment(struct pdf_reading *r, PopplerAttachment *attachment)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	const struct rc_place nowhere = {0};
	const char *name = poppler_attachment_get_name(attachment);

	if (!name || !g_str_has_suffix(name, AKN_SUFFIX) || r->text->akn ||
	    !poppler_attachment_save_to_callback(attachment, append, bytes,
	        NULL) ||
	    !g_strstr_len((const char *)bytes->data, bytes->len,
	        "<akomaNtoso"))
		return;
	if (is_whole(bytes, poppler_attachment_get_checksum(attachment)))
		r->text->akn = g_byte_array_free_to_bytes(
		    g_steal_pointer(&bytes));
	else
		rc_diag(r->diags, RC_D_ATTACHMENT_CHANGED, &nowhere);
}

static void
take_attachments(struct pdf_reading *r, PopplerDocument *doc)
{
	GList *all = poppler_document_has_attachments(doc)
	    ? poppler_document_get_attachments(doc) : NULL;

	for (GList *l = all; l; l = l->next)
		take_attachment(r, l->data);
	g_list_free_full(all, g_object_unref);
}

/* ---- pages ---- */

/* Poppler makes a colour profile for all documents when it first reads a page, and
 * asks for no lock (GfxState::sRGBProfile): other threads wait for the first one. */
static gboolean
take_page(struct pdf_reading *r, PopplerPage *page)
{
	static gsize ready;
	gboolean first = g_once_init_enter(&ready);
	gboolean ok = pdf_take_page(r, page);

	if (first)
		g_once_init_leave(&ready, 1);
	return ok;
}

static gboolean
read_pages(struct pdf_reading *r, PopplerDocument *doc)
{
	gint n = poppler_document_get_n_pages(doc);

	if (n > (gint)RC_MAX_PAGES)
		return rc_fail(r->error, RESCONV_E_LIMIT,
		    "more than %u pages; split the input", RC_MAX_PAGES);
	for (gint i = 0; i < n; i++) {
		g_autoptr(PopplerPage) page = poppler_document_get_page(doc, i);
		guint first = r->chars->len;

		if (!page)
			continue;
		if (!take_page(r, page))
			return FALSE;
		pdf_make_lines(r, first);
	}
	return TRUE;
}

/* Whether there is a text to be read at all. */
static gboolean
check_text(const struct pdf_reading *r)
{
	guint nameless = 0;

	if (!r->chars->len)
		return rc_fail(r->error, RESCONV_E_FORMAT,
		    "its %u pages have pictures and no text, as scans have; "
		    "recognise the text first, for example with ocrmypdf",
		    r->pages->len);
	for (guint i = 0; i < r->chars->len; i++) {
		gunichar c = PDF_AT(r->chars, pdf_char, i)->c;

		nameless += c == 0xfffd || (c >= 0xe000 && c <= 0xf8ff);
	}
	if (nameless * 100.0 > MOST_NAMELESS * (double)r->chars->len)
		return rc_fail(r->error, RESCONV_E_FORMAT,
		    "its fonts do not say which characters they show; "
		    "recognise the text instead, for example with "
		    "ocrmypdf --force-ocr");
	return TRUE;
}

/* ---- documents ---- */

static gboolean
open_failed(const GError *why, GError **error)
{
	if (why && why->domain == POPPLER_ERROR &&
	    why->code == POPPLER_ERROR_ENCRYPTED)
		return rc_fail(error, RESCONV_E_FORMAT,
		    "the PDF asks for a password; take it off first, for "
		    "example with qpdf --decrypt --password=PASSWORD");
	return rc_fail(error, RESCONV_E_FORMAT,
	    "the PDF is damaged and cannot be opened; see whether "
	    "qpdf mends it, or fetch it again");
}

static void
reading_init(struct pdf_reading *r, struct rc_text *text,
    struct rc_diags *diags, GError **error)
{
	*r = (struct pdf_reading){
	    .text = text,
	    .diags = diags,
	    .error = error,
	    .faces = g_array_new(FALSE, FALSE, sizeof(struct pdf_face)),
	    .chars = g_array_new(FALSE, FALSE, sizeof(struct pdf_char)),
	    .words = g_array_new(FALSE, FALSE, sizeof(struct pdf_word)),
	    .lines = g_array_new(FALSE, FALSE, sizeof(struct pdf_line)),
	    .pages = g_array_new(FALSE, FALSE, sizeof(struct pdf_page)),
	    .links = g_ptr_array_new(),
	};
}

static void
reading_done(struct pdf_reading *r)
{
	g_array_unref(r->faces);
	g_array_unref(r->chars);
	g_array_unref(r->words);
	g_array_unref(r->lines);
	g_array_unref(r->pages);
	g_ptr_array_unref(r->links);
}

static gboolean
read_document(struct pdf_reading *r, PopplerDocument *doc, gboolean pages)
{
	if (!pages)
		take_attachments(r, doc);
	if (r->text->akn)
		return TRUE;
	if (!read_pages(r, doc) || !check_text(r))
		return FALSE;
	pdf_measure(r);
	pdf_find_zones(r);
	pdf_find_tables(r);
	return pdf_add_paragraphs(r);
}

static gboolean
read_pdf(const char *data, gsize size, const struct rc_settings *settings,
    struct rc_diags *diags, struct rc_text *text, xmlDoc **tree,
    GError **error)
{
	g_autoptr(GBytes) bytes = g_bytes_new_static(data, size);
	g_autoptr(GError) why = NULL;
	g_autoptr(PopplerDocument) doc = NULL;
	struct pdf_reading r;
	gboolean ok;

	if (!pdf_is_within_limits(data, size, error))
		return FALSE;
	doc = poppler_document_new_from_bytes(bytes, NULL, &why);
	if (!doc)
		return open_failed(why, error);
	reading_init(&r, text, diags, error);
	ok = read_document(&r, doc,
	    rc_setting_yes(settings, "pdf", pdf_input_options, "text"));
	reading_done(&r);
	return ok;
}

const struct rc_input *
resconv_module_input(void)
{
	static const struct rc_input input = {
	    .format = PDF_INPUT_FORMAT, .read = read_pdf};

	return &input;
}
