/* options_html.h - what the module `html` writes: listed without opening it. */
#ifndef RC_OUTPUT_OPTIONS_HTML_H
#define RC_OUTPUT_OPTIONS_HTML_H

#include "resconv/resconv.h"

static const resconv_option html_options[] = {
	{"stylesheet", "DIR", "", "folder with resconv.xsl and resconv.css"},
	{NULL, NULL, NULL, NULL},
};

#define HTML_FORMAT                                                         \
	{                                                                   \
		.name = "html", .summary = "a web page in one file",        \
		.suffix = ".html", .media_type = "text/html",               \
		.options = html_options,                                    \
	}

#endif
