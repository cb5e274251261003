/* sheets.h - the stylesheets that are compiled in: the files of xsl/. */
#ifndef RC_OUTPUT_SHEETS_H
#define RC_OUTPUT_SHEETS_H

#include <stddef.h>

struct rc_sheet_file {
	const char *name; /* "resconv.xsl"; NULL past the last */
	size_t size;
	const char *data;
};

extern const struct rc_sheet_file rc_sheet_files[];

#endif
