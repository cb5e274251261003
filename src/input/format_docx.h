/* format_docx.h - what the module `read-docx` reads: listed and recognised
 * without opening it. */
#ifndef RC_INPUT_FORMAT_DOCX_H
#define RC_INPUT_FORMAT_DOCX_H

#include "input/docx_kind.h"
#include "resconv/resconv.h"

#define DOCX_FORMAT                                                         \
	{                                                                   \
		.name = "docx",                                             \
		.summary = "Word files, also those that are named .doc",    \
		.suffix = ".docx",                                          \
		.media_type = "application/vnd.openxmlformats-"             \
		              "officedocument.wordprocessingml.document",   \
	}

static inline int
sniff_docx(const char *data, gsize size, const char *name)
{
	return docx_kind(data, size) == DOCX_WORD ? 100 : 0;
}

#endif
