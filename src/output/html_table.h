/* html_table.h - tables whose columns all begin somewhere. */
#ifndef RC_OUTPUT_HTML_TABLE_H
#define RC_OUTPUT_HTML_TABLE_H

#include <libxml/tree.h>

/* A column in which no cell begins is an error of the table model of HTML, and
 * is there when all cells of two columns are joined. Narrow the cells over such
 * columns of every table below node; data-colspan keeps what a cell had. */
void rc_html_mend_tables(xmlNode *node);

#endif
