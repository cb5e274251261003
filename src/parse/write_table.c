/* write_table.c - rows as a table. */
#include "parse/write.h"

#include "parse/inline.h"

static void
cell(struct parser *p, const struct block *b, gboolean header)
{
	enum akn_kind kind = header ? AKN_TH : AKN_TD;

	akn_open(p->out, kind);
	if (b->columns > 1)
		akn_attrf(p->out, "colspan", "%u", b->columns);
	if (b->rows > 1)
		akn_attrf(p->out, "rowspan", "%u", b->rows);
	if (b->len || b->n_cuts) {
		akn_open(p->out, AKN_P);
		rc_write_inline(p, b, 0, b->len, 0);
		akn_close(p->out, AKN_P);
	}
	akn_close(p->out, kind);
}

guint
rc_write_table(struct parser *p, guint lo, guint hi)
{
	guint i;

	akn_open(p->out, AKN_TABLE);
	for (i = lo; i < hi && block_at(p, i)->kind == BLOCK_ROW; i++) {
		const struct block *row = block_at(p, i);

		akn_open(p->out, AKN_TR);
		if (row->header)
			akn_attr(p->out, "class", "header");
		for (guint c = 0; c < row->n_cells; c++)
			cell(p, &g_array_index(p->cells, struct block,
			    row->cell + c), row->header);
		akn_close(p->out, AKN_TR);
	}
	akn_close(p->out, AKN_TABLE);
	return i;
}
