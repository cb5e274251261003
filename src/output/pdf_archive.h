/* pdf_archive.h - what cairo cannot write: a PDF made fit for an archive
 * (PDF/A-3a) and for readers who cannot see (PDF/UA-1). */
#ifndef RC_OUTPUT_PDF_ARCHIVE_H
#define RC_OUTPUT_PDF_ARCHIVE_H

#include "output/output.h"
#include "output/pdf_tree.h"

/* The Akoma Ntoso that the pages were set from, to be attached. */
struct rc_source {
	const char *name; /* of the file: "A_RES_99_901.en.xml" */
	const char *data;
	gsize size;
};

/* Complete a PDF, whose pages hold the pieces of the tree in their order, and
 * write it. */
gboolean rc_archive(const GByteArray *pdf, const struct rc_pages *pages,
    const struct rc_tree *tree, const struct rc_source *source,
    rc_write_fn put, gpointer payload, GError **error);
/* The same, as the module resconv-pdf-archive exports it. */
RESCONV_API __typeof__(&rc_archive) resconv_module_archive(void);

/* ---- pdf_xmp.c ---- */

/* The metadata as an XMP packet; times are midnight of the date. */
GString *rc_xmp(const struct rc_pages *pages);
/* "A/RES/99/901: Lighthouses", for the title bar. */
char *rc_pdf_title(const struct rc_pages *pages);
/* "1900-01-01" where there is none. */
const char *rc_pdf_date(const struct rc_pages *pages);

/* Append an address as a PDF holds it: ASCII, without quotes, which would end
 * an attribute of cairo's, and brackets, which cairo does not escape. */
void rc_add_address(GString *out, const char *address);

/* ---- pdf_marks.c ---- */

/* Append the content of a page with its artifacts marked as such: the tag that
 * cairo wrote for them is none that a page may have. *next is the first piece
 * of the page, and then that of the next page. FALSE when the content has other
 * pieces than the tree. */
gboolean rc_mark_artifacts(const char *content, gsize size,
    const struct rc_tree *tree, guint page, guint *next, GString *out);

#endif
