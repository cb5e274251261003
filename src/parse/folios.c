/* folios.c - heads and feet of pages in text whose paragraphs are whole, as Markdown
 * made of a PDF has them: each a paragraph of its own. */
#include "parse/furniture.h"

#include <string.h>

#include "parse/account.h"
#include "parse/symbol.h"

#define MAX_HEAD_BYTES 8192u /* of the masthead, in which heads are looked up */
#define MAX_FOLIO 300u       /* bytes of a head or foot */
#define MIN_PIECE 4u         /* bytes of a piece of the title */

struct folios {
	struct parser *p;
	GString *head, *symbol, *text; /* squeezed */
};

static void
read_cover(struct folios *f)
{
	for (guint i = 0; i < f->p->body; i++) {
		const struct block *b = block_at(f->p, i);

		if (b->kind != BLOCK_COVER)
			continue;
		if (b->role == RC_ROLE_SYMBOL && !f->symbol->len)
			rc_append_squeezed(f->symbol, b->text,
			    rc_symbol_take(b->text, b->len));
		if (f->head->len + b->len <= MAX_HEAD_BYTES)
			rc_append_squeezed(f->head, b->text, b->len);
	}
}

/* Page label, job number and what is printed beside it: language, date, bar code. */
static gboolean
is_foot(const struct parser *p, const struct block *b)
{
	gsize n = rc_job_take(b->text, b->len);

	if (rc_is_page_label(b->text, b->len) ||
	    rc_is_whole(p, RC_PH_RECYCLE, b))
		return TRUE;
	while (n && n < b->len && (strchr(" */", b->text[n]) ||
	           g_ascii_isdigit(b->text[n])))
		n++;
	return n && n == b->len;
}

static gboolean
is_piece(struct folios *f, const struct block *b)
{
	g_string_truncate(f->text, 0);
	if (b->len <= MAX_FOLIO)
		rc_append_squeezed(f->text, b->text, b->len);
	return f->text->len >= MIN_PIECE && strstr(f->head->str, f->text->str);
}

/* The symbol, alone or beside a piece of the title. */
static gboolean
is_head(struct folios *f, const struct block *b)
{
	g_string_truncate(f->text, 0);
	if (b->len <= MAX_FOLIO)
		rc_append_squeezed(f->text, b->text, b->len);
	return rc_cut_symbol(f->symbol, f->text) &&
	    strstr(f->head->str, f->text->str);
}

static gboolean
is_open(const struct block *b)
{
	return b->kind == BLOCK_TEXT &&
	    (b->role == RC_ROLE_UNKNOWN || b->role == RC_ROLE_HEADING) && b->len;
}

static void
leave(struct folios *f, guint i)
{
	struct block *b = block_at(f->p, i);

	rc_diag(f->p->diags, RC_D_FURNITURE, &b->at, b->text);
	rc_job_read(f->p, b->text, b->len);
	rc_account_leave(f->p, b, 0, b->len, RC_FATE_FURNITURE);
	b->kind = BLOCK_GONE;
	if (i + 1 < f->p->blocks->len)
		block_at(f->p, i + 1)->torn = TRUE;
}

/* The pieces of the title above and below the symbol. */
static void
leave_title(struct folios *f, guint i)
{
	if (i > f->p->body && is_open(block_at(f->p, i - 1)) &&
	    is_piece(f, block_at(f->p, i - 1)))
		leave(f, i - 1);
	if (i + 1 < f->p->blocks->len && is_open(block_at(f->p, i + 1)) &&
	    is_piece(f, block_at(f->p, i + 1)))
		leave(f, i + 1);
}

void
rc_leave_folios(struct parser *p)
{
	struct folios f = {p, g_string_new(NULL), g_string_new(NULL),
	    g_string_new(NULL)};

	read_cover(&f);
	for (guint i = p->body; i < p->blocks->len; i++) {
		const struct block *b = block_at(p, i);

		if (!is_open(b) || b->len > MAX_FOLIO)
			continue;
		if (is_foot(p, b)) {
			leave(&f, i);
		} else if (is_head(&f, b)) {
			leave(&f, i);
			leave_title(&f, i);
		}
	}
	g_string_free(f.head, TRUE);
	g_string_free(f.symbol, TRUE);
	g_string_free(f.text, TRUE);
}
