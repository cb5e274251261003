/* check.h - is the tree as the profile says? What the schema cannot tell. */
#ifndef RC_AKN_CHECK_H
#define RC_AKN_CHECK_H

#include <glib.h>
#include <libxml/tree.h>

/* Whether every local reference (#x) reaches an eId, no eId stands twice in one
 * document, and every IRI is made of the parts that its FRBR block gives
 * (akn4un.md §10, points 2 and 3). What is not so is appended to problems, a
 * line each. An attachment is part of the document it hangs on. */
gboolean akn_check(const xmlDoc *doc, GString *problems);

#endif
