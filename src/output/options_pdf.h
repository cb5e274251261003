/* options_pdf.h - what the module `pdf` writes: listed without opening it. */
#ifndef RC_OUTPUT_OPTIONS_PDF_H
#define RC_OUTPUT_OPTIONS_PDF_H

#include "resconv/resconv.h"

#define ERA_OPTION                                                          \
	{                                                                   \
		"era", "current|2010", "current",                           \
		    "the layout of today, or of 2010-2016"                  \
	}

static const resconv_option pdf_options[] = {
	{"emblem", "FILE", "", "picture in the emblem's place, SVG or PNG"},
	ERA_OPTION,
	{"profile", "archive|plain", "archive",
	    "PDF/A-3a and PDF/UA-1, or the pages alone"},
	{NULL, NULL, NULL, NULL},
};

static const resconv_option boxes_options[] = {
	ERA_OPTION,
	{NULL, NULL, NULL, NULL},
};

#define PDF_FORMAT                                                          \
	{                                                                   \
		.name = "pdf", .summary = "the typeset page",               \
		.suffix = ".pdf", .media_type = "application/pdf",          \
		.options = pdf_options,                                     \
	}

#define BOXES_FORMAT                                                        \
	{                                                                   \
		.name = "boxes", .summary = "the layout as text, to look at", \
		.suffix = ".boxes", .media_type = "text/plain",             \
		.options = boxes_options,                                   \
	}

#endif
