/* furniture.h - masthead, running heads and feet. */
#ifndef RC_TYPESET_FURNITURE_H
#define RC_TYPESET_FURNITURE_H

#include "typeset/facts.h"
#include "typeset/galley.h"

/* Put the masthead and the foot on page 1, head and foot on the others. */
void rc_furnish(struct rc_galley *galley, const struct rc_facts *facts);

#endif
