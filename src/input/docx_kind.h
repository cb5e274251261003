/* docx_kind.h - what a file of an office program is, by its bytes alone. The
 * core asks to recognise Word files, the module to say why it reads one not. */
#ifndef RC_INPUT_DOCX_KIND_H
#define RC_INPUT_DOCX_KIND_H

#include <glib.h>

enum docx_kind {
	DOCX_NOT,       /* neither a ZIP archive nor an OLE2 container */
	DOCX_WORD,      /* Office Open XML with a text in it */
	DOCX_SHEET,     /* the same of a spreadsheet or of slides */
	DOCX_OPEN,      /* OpenDocument */
	DOCX_ZIP,       /* any other ZIP archive */
	DOCX_ENCRYPTED, /* OLE2 that holds encrypted Office Open XML */
	DOCX_OLE,       /* any other OLE2: Word 97-2003 as a rule */
};

/* A ZIP archive tells by the names of its entries, an OLE2 container by those
 * of its streams. */
enum docx_kind docx_kind(const char *data, gsize size);
/* What such a file is and what to do: "is a Word 97-2003 file ..." */
const char *docx_sentence(enum docx_kind kind);

#endif
