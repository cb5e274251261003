/* docx_rels.h - the relationships of a part: what its ids lead to. */
#ifndef RC_INPUT_DOCX_RELS_H
#define RC_INPUT_DOCX_RELS_H

#include <glib.h>

#include "input/docx_zip.h"

struct docx_rel {
	char *type;     /* the end of its IRI: "styles", "hyperlink" */
	char *target;   /* name of a part, lower-case; or an address */
	gboolean external;
};

/* The relationships of a part ("word/document.xml", "" for the file itself):
 * a new table of ids to struct docx_rel, empty where it has none. NULL:
 * damaged. */
GHashTable *docx_rels_read(const struct docx_file *file, const char *part,
    GError **error);
/* The one of a type, with the least id if there are several; NULL for none. */
const struct docx_rel *docx_rel_by_type(GHashTable *rels, const char *type);

#endif
