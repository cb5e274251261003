/* make_packs.c - write the six packs with their sets of words as C, when resconv
 * is built: making them took every run longer than reading a resolution. */
#include <stdio.h>
#include <string.h>

#include "lang/rows.h"

#define SETS(X)                                                              \
	X(phrases) X(months) X(tails) X(ordinals) X(sections) X(parts)       \
	X(joins) X(numerals) X(marks) X(figures) X(leads) X(common)

/* ---- values ---- */

static void
put_string(const char *s)
{
	if (!s) {
		printf("NULL");
		return;
	}
	printf("\"");
	for (; *s; s++)
		if (g_ascii_isalnum(*s) || *s == ' ')
			printf("%c", *s);
		else
			printf("\\%03o", (guchar)*s);
	printf("\"");
}

static void
put_strings(const char *name, const char *const *strings, guint n)
{
	printf("\t.%s = {", name);
	for (guint i = 0; i < n; i++) {
		printf("\n\t\t");
		put_string(strings[i]);
		printf(",");
	}
	printf("},\n");
}

/* ---- tables ---- */

static void
begin(const char *type, const char *code, const char *name, guint n)
{
	printf("static const %s %s_%s[%u] = {", type, code, name, n);
}

/* What is 0 is left out. */
static void
put_mask(guint i, guint64 mask)
{
	if (mask)
		printf("\n\t[%u] = G_GUINT64_CONSTANT(0x%" G_GINT64_MODIFIER
		       "x),", i, mask);
}

static void
put_masks(const char *code, const char *name, const guint64 *masks, guint n)
{
	begin("guint64", code, name, n);
	for (guint i = 0; i < n; i++)
		put_mask(i, masks[i]);
	printf("};\n");
}

static void
put_dated(const char *code, const guint8 *dated)
{
	begin("guint8", code, "dated", 256);
	for (guint i = 0; i < 256; i++)
		if (dated[i])
			printf("[%u] = 1, ", i);
	printf("};\n");
}

static void
put_letters(const char *code, const guint32 *letters)
{
	begin("guint32", code, "letters", RC_MAX_LETTERS);
	for (guint i = 0; i < RC_MAX_LETTERS; i++)
		printf("%u, ", letters[i]);
	printf("};\n");
}

static void
put_tables(const struct rc_source_pack *source)
{
	const char *code = source->pack.code2;

	put_masks(code, "masks", source->masks, G_N_ELEMENTS(source->masks));
	put_masks(code, "ascii", source->ascii, G_N_ELEMENTS(source->ascii));
	put_masks(code, "wide", source->wide, G_N_ELEMENTS(source->wide));
	put_dated(code, source->dated);
	put_letters(code, source->letters);
}

/* ---- sets ---- */

static void
put_nodes(const char *code, const char *name, const struct rc_words *words)
{
	if (words->n_nodes == 0)
		return;
	printf("static const struct rc_node %s_%s[] = {", code, name);
	for (guint i = 0; i < words->n_nodes; i++)
		printf("%s{%u, %u, %u, %u},", i % 4 ? " " : "\n\t",
		    words->nodes[i].c, words->nodes[i].child,
		    words->nodes[i].next, words->nodes[i].value);
	printf("\n};\n");
	printf("static const guint16 %s_%s_first[%u] = {", code, name,
	    RC_WORDS_BUCKETS);
	for (guint i = 0; i < RC_WORDS_BUCKETS; i++)
		if (words->first[i])
			printf("[%u] = %u, ", i, words->first[i]);
	printf("};\n");
}

static void
put_set(const char *code, const char *name, const struct rc_words *words)
{
	if (words->n_nodes == 0)
		return;
	printf("\t.%s = {%d, %s_%s, %u, %s_%s_first},\n", name, words->bare,
	    code, name, words->n_nodes, code, name);
}

/* ---- packs ---- */

#define FLAG(name) \
	printf("\t." #name " = %d,\n", pack->name);
#define NODES(name) put_nodes(pack->code2, #name, &pack->name);
#define SET(name) put_set(pack->code2, #name, &pack->name);

static void
put_traits(const struct rc_lang *pack)
{
	printf("\t.code2 = \"%s\", .code3 = \"%s\", .link = \"%s\", "
	       ".job = '%c',\n", pack->code2, pack->code3, pack->link,
	    pack->job);
	FLAG(rtl) FLAG(lead_bold) FLAG(lead_italic) FLAG(note_before)
	FLAG(bare) FLAG(ascending) FLAG(degree_after) FLAG(month_first)
}

static void
put_pack(const struct rc_lang *pack)
{
	const char *code = pack->code2;

	printf("{\n");
	put_traits(pack);
	SETS(SET)
	printf("\t.masks = %s_masks, .ascii = %s_ascii, .wide = %s_wide,\n",
	    code, code, code);
	printf("\t.dated = %s_dated,\n\t.letters = %s_letters, "
	       ".n_letters = %u,\n", code, code, pack->n_letters);
	printf("\t.n_patterns = %u,\n", pack->n_patterns);
	put_strings("patterns", pack->patterns, pack->n_patterns);
	put_strings("print", pack->print, RC_PH_N);
	printf("},\n");
}

int
main(void)
{
	printf("#include \"lang/pack.h\"\n\n");
	for (guint i = 0; i < RC_N_PACKS; i++) {
		const struct rc_lang *pack = &rc_source_packs[i].pack;

		rc_fill(&rc_source_packs[i]);
		SETS(NODES)
		put_tables(&rc_source_packs[i]);
	}
	printf("\nconst struct rc_lang rc_packs[RC_N_PACKS] = {\n");
	for (guint i = 0; i < RC_N_PACKS; i++)
		put_pack(&rc_source_packs[i].pack);
	printf("};\n");
	return 0;
}
