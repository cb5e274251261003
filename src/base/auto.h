/* auto.h - libxml2's types free themselves at the end of a block. */
#ifndef RC_BASE_AUTO_H
#define RC_BASE_AUTO_H

#include <glib.h>
#include <libxml/tree.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(xmlBuffer, xmlBufferFree)

#endif
