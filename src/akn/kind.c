/* kind.c - the elements of the profile by kind and by tag. */
#include "akn/akn.h"

#include <string.h>

static const struct {
	const char *tag, *abbreviation;
	guint traits;
} rows[AKN_N_KINDS] = {
#define KIND(name, t, bits, short_name) \
	[AKN_##name] = {.tag = t, .abbreviation = short_name, .traits = bits},
#include "akn/kind.def"
#undef KIND
};

const char *
akn_tag(enum akn_kind kind)
{
	return rows[kind].tag;
}

guint
akn_traits(enum akn_kind kind)
{
	return rows[kind].traits;
}

const char *
akn_abbreviation(enum akn_kind kind)
{
	return rows[kind].abbreviation;
}

/* A closed hash table of the tags, filled once. */
#define SLOTS 512u

static guint8 slots[SLOTS];

static guint
slot_of(const char *tag)
{
	guint hash = 5381;

	for (; *tag; tag++)
		hash = hash * 33 + (guchar)*tag;
	return hash & (SLOTS - 1);
}

static void
fill_slots(void)
{
	for (guint kind = 1; kind < AKN_N_KINDS; kind++) {
		guint at = slot_of(rows[kind].tag);

		while (slots[at])
			at = (at + 1) & (SLOTS - 1);
		slots[at] = kind;
	}
}

enum akn_kind
akn_kind_named(const char *tag)
{
	static gsize filled;
	guint at;

	if (g_once_init_enter(&filled)) {
		fill_slots();
		g_once_init_leave(&filled, 1);
	}
	for (at = slot_of(tag); slots[at]; at = (at + 1) & (SLOTS - 1))
		if (strcmp(rows[slots[at]].tag, tag) == 0)
			return slots[at];
	return AKN_UNKNOWN;
}

enum akn_kind
akn_kind_read(const xmlNode *node)
{
	if (node->ns && strcmp((const char *)node->ns->href, AKN4UN_NS) == 0)
		return AKN_UNKNOWN;
	return akn_kind_named((const char *)node->name);
}
