/* options_html.h - what the module `html` writes: listed without opening it. */
#ifndef RC_OUTPUT_OPTIONS_HTML_H
#define RC_OUTPUT_OPTIONS_HTML_H

#include "resconv/resconv.h"

static const resconv_option html_options[] = {
	{"assets", "inline|external", "inline",
	    "style in the page, or resconv.css and .js beside it"},
	{"stylesheet", "DIR", "", "folder with resconv.xsl and resconv.css"},
	{NULL, NULL, NULL, NULL},
};

#define HTML_FORMAT                                                         \
	{                                                                   \
		.name = "html", .summary = "a web page in one file",        \
		.suffix = ".html", .media_type = "text/html",               \
		.options = html_options,                                    \
	}

static const resconv_option xslt_options[] = {
	{"stylesheet", "FILE", "", "the stylesheet, XSLT 1.0; else its input"},
	{NULL, NULL, NULL, NULL},
};

#define XSLT_FORMAT                                                         \
	{                                                                   \
		.name = "xslt", .summary = "what a stylesheet of yours makes", \
		.suffix = ".out", .media_type = "application/octet-stream", \
		.options = xslt_options,                                    \
	}

#endif
