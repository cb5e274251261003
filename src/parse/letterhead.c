/* letterhead.c - the two columns at the top of a first page, where an
 * extraction has drawn them up to one line: "United Nations A/RES/99/901",
 * "General Assembly Distr.: General". */
#include "lang/lang.h"
#include "parse/parser.h"
#include "parse/symbol.h"

/* Where the right column begins in what stands behind the left, or 0. */
static gsize
right_column(const struct parser *p, const char *text, gsize len)
{
	gsize at = 0, n;

	while (at < len && text[at] == ' ')
		at++;
	n = rc_symbol_take(text + at, len - at);
	if (at == 0 || at == len)
		return 0;
	return (n && n == len - at) || rc_lang_starts(p->lang,
	    RC_PH_DISTRIBUTION, text + at, len - at) ? at : 0;
}

void
rc_letterhead_add(struct parser *p, const struct block *block)
{
	static const enum rc_phrase left[] = {RC_PH_PUBLISHER, RC_PH_ORGAN_GA,
	    RC_PH_ORGAN_SC, RC_PH_ORGAN_ECOSOC, RC_PH_ORGAN_HRC};

	for (guint i = 0; i < G_N_ELEMENTS(left); i++) {
		gsize n = rc_lang_starts(p->lang, left[i], block->text,
		    block->len);
		gsize at = n ? right_column(p, block->text + n, block->len - n)
		             : 0;

		if (at) {
			struct block first = rc_block_slice(p, block, 0, n);
			struct block second = rc_block_slice(p, block, n + at,
			    block->len);

			g_array_append_val(p->blocks, first);
			g_array_append_val(p->blocks, second);
			return;
		}
	}
	g_array_append_val(p->blocks, *block);
}
