/* carry.h - metadata of another tree of the same resolution, taken over. */
#ifndef RC_AKN_CARRY_H
#define RC_AKN_CARRY_H

#include "akn/akn.h"

/* Write what other's <meta> knows and no text prints, between identification
 * and references: classification, workflow steps with a date, votes. Nothing
 * dangling, no empty element, no invented date. other may be NULL. */
void akn_carry(struct akn_builder *b, const xmlNode *other);

#endif
