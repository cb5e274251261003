/* flow.h - the tree, paragraph after paragraph, into the galley. */
#ifndef RC_TYPESET_FLOW_H
#define RC_TYPESET_FLOW_H

#include "typeset/facts.h"
#include "typeset/galley.h"

/* Set all that the document prints but masthead, heads and feet. */
void rc_flow(struct rc_galley *galley, const struct rc_facts *facts,
    const xmlNode *root);

#endif
