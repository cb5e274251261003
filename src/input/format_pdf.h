/* format_pdf.h - the input "pdf", described without opening its module. */
#ifndef RC_INPUT_FORMAT_PDF_H
#define RC_INPUT_FORMAT_PDF_H

#include "resconv/resconv.h"

static const resconv_option pdf_input_options[] = {
	{"text", "yes|no", "no",
	    "read the pages, though Akoma Ntoso is attached"},
	{NULL, NULL, NULL, NULL},
};

#define PDF_INPUT_FORMAT                                                    \
	{                                                                   \
		.name = "pdf", .summary = "the official page, or our own",  \
		.suffix = ".pdf", .media_type = "application/pdf",          \
		.options = pdf_input_options,                               \
	}

#endif
