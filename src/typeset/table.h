/* table.h - a table: gathered cell by cell, then set as strips, a row each. */
#ifndef RC_TYPESET_TABLE_H
#define RC_TYPESET_TABLE_H

#include "typeset/galley.h"

struct rc_table;

struct rc_table *rc_table_new(struct rc_galley *galley);
void rc_table_free(struct rc_table *table);
/* Begin a row; class "header" is repeated on each page, "total" has a rule. */
void rc_table_row(struct rc_table *table, const char *class);
/* Begin a cell. Spans are numbers as text, or NULL. */
void rc_table_cell(struct rc_table *table, gboolean head, const char *class,
    const char *colspan, const char *rowspan);
/* The style of paragraphs in the cell (or of the caption, before any). */
enum rc_style rc_table_style(const struct rc_table *table);
/* Take over a paragraph of the cell; of the caption, before any row; of a note
 * (by its style), which goes below the table. */
void rc_table_add(struct rc_table *table, struct rc_para *para,
    struct rc_para *label);
/* Set it all. */
void rc_table_set(struct rc_table *table);

#endif
