/* tables.h - tables among printed lines. */
#ifndef RC_PARSE_TABLES_H
#define RC_PARSE_TABLES_H

#include "parse/pages.h"

/* Mark the lines that are of tables with LINE_TABLE. */
void rc_tables_find(GArray *lines, const struct rc_lang *lang);
/* Add the rows of the table that begins at a line to the blocks; the first
 * line behind it. */
guint rc_table_read(struct parser *p, GArray *lines, guint from);

#endif
