/* docx_box.c - text boxes: paragraphs within a paragraph, read after it. */
#include "input/docx.h"

static void
line_free(struct docx_line *line)
{
	docx_line_done(line);
	g_free(line);
}

void
docx_box_begin(struct docx_reader *r)
{
	if (r->para == r->paras + RC_MAX_BOXES) {
		docx_fail(r, RC_MAX_BOXES, "text boxes within one another");
		return;
	}
	r->para++;
	docx_line_clear(&r->para->line);
	r->para->goes_on = FALSE;
}

void
docx_box_end(struct docx_reader *r)
{
	if (r->para > r->paras)
		r->para--;
}

void
docx_box_flush(struct docx_reader *r)
{
	g_autoptr(GPtrArray) boxed = NULL;

	if (!r->boxed->len)
		return;
	boxed = r->boxed;
	r->boxed = g_ptr_array_new_with_free_func((GDestroyNotify)line_free);
	for (guint i = 0; i < boxed->len; i++)
		docx_deliver(r, boxed->pdata[i]);
}
