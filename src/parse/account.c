/* account.c - where each character of a text went. */
#include "parse/account.h"

#include <string.h>

/* A stretch of the input that a block was made of. */
struct piece {
	struct rc_place at; /* of its first byte */
	guint32 len;        /* bytes of the input */
	guint32 start;      /* in the block's text */
	guint32 size;       /* bytes there: less, where blanks were folded */
};

struct record {
	guint32 offset, len; /* bytes of the input */
	xmlNode *element;    /* for RC_FATE_WRITTEN */
	guint8 fate;         /* enum rc_fate */
};

struct rc_account {
	GArray *pieces;  /* struct piece; those of a block stand together */
	GArray *records;
};

struct rc_account *
rc_account_new(void)
{
	struct rc_account *account = g_new0(struct rc_account, 1);

	account->pieces = g_array_new(FALSE, FALSE, sizeof(struct piece));
	account->records = g_array_new(FALSE, FALSE, sizeof(struct record));
	return account;
}

void
rc_account_free(struct rc_account *account)
{
	if (!account)
		return;
	g_array_unref(account->pieces);
	g_array_unref(account->records);
	g_free(account);
}

static struct piece *
piece_at(const struct rc_account *account, guint i)
{
	return &g_array_index(account->pieces, struct piece, i);
}

/* ---- what blocks are made of ---- */

void
rc_account_made(struct parser *p, struct block *block,
    const struct rc_para *para)
{
	struct piece piece = {.at = para->at, .len = para->len,
	    .size = block->len};

	if (!p->account)
		return;
	block->piece = p->account->pieces->len;
	block->n_pieces = 1;
	g_array_append_val(p->account->pieces, piece);
}

void
rc_account_joined(struct parser *p, struct block *block,
    const struct block *rest, guint32 shift)
{
	GArray *pieces;
	guint end = block->piece + block->n_pieces, first;

	if (!p->account)
		return;
	pieces = p->account->pieces;
	if (end != pieces->len) {
		first = pieces->len;
		for (guint i = 0; i < block->n_pieces; i++) {
			struct piece piece = *piece_at(p->account,
			    block->piece + i);

			g_array_append_val(pieces, piece);
		}
		block->piece = first;
	}
	for (guint i = 0; i < rest->n_pieces; i++) {
		struct piece piece = *piece_at(p->account, rest->piece + i);

		piece.start += shift;
		g_array_append_val(pieces, piece);
	}
	block->n_pieces += rest->n_pieces;
}

void
rc_account_mended(struct parser *p, const struct block *block)
{
	if (p->account && block->n_pieces == 1)
		piece_at(p->account, block->piece)->size = block->len;
}

/* The byte of the input that an offset of a block stands for. */
static guint32
to_input(const struct piece *piece, guint32 at)
{
	at = MIN(at - piece->start, piece->size);
	if (piece->size == piece->len || !at)
		return at;
	return at == piece->size ? piece->len :
	    (guint32)((guint64)at * piece->len / piece->size);
}

/* The part of a piece that [from, to) of its block is; FALSE for none. */
static gboolean
overlap(const struct piece *piece, guint32 from, guint32 to,
    struct piece *part)
{
	guint32 end = piece->start + piece->size, first;

	from = MAX(from, piece->start);
	to = MIN(to, end);
	if (from >= to)
		return FALSE;
	first = to_input(piece, from);
	*part = *piece;
	part->at.offset += first;
	part->at.column += first;
	part->len = to_input(piece, to) - first;
	part->start = from;
	part->size = to - from;
	return TRUE;
}

void
rc_account_sliced(struct parser *p, struct block *slice,
    const struct block *block, guint32 from, guint32 to)
{
	guint first;

	if (!p->account)
		return;
	first = p->account->pieces->len;
	slice->n_pieces = 0;
	for (guint i = 0; i < block->n_pieces; i++) {
		struct piece part;

		if (!overlap(piece_at(p->account, block->piece + i), from, to,
		        &part))
			continue;
		part.start -= from;
		g_array_append_val(p->account->pieces, part);
		slice->n_pieces++;
	}
	slice->piece = first;
}

/* ---- what becomes of them ---- */

static void
record(struct parser *p, const struct block *block, guint32 from, guint32 to,
    enum rc_fate fate)
{
	for (guint i = 0; p->account && i < block->n_pieces; i++) {
		struct piece part;
		struct record r = {.fate = fate};

		if (!overlap(piece_at(p->account, block->piece + i), from, to,
		        &part))
			continue;
		r.offset = part.at.offset;
		r.len = part.len;
		if (fate == RC_FATE_WRITTEN)
			r.element = akn_here(p->out);
		g_array_append_val(p->account->records, r);
	}
}

void
rc_account_write(struct parser *p, const struct block *block, guint32 from,
    guint32 to)
{
	record(p, block, from, to, RC_FATE_WRITTEN);
}

void
rc_account_leave(struct parser *p, const struct block *block, guint32 from,
    guint32 to, enum rc_fate fate)
{
	record(p, block, from, to, fate);
}

void
rc_account_leave_para(struct parser *p, const struct rc_para *para,
    guint32 len, enum rc_fate fate)
{
	struct record r = {para->at.offset, len, NULL, fate};

	if (p->account && len)
		g_array_append_val(p->account->records, r);
}

/* ---- telling ---- */

static int
compare(gconstpointer a, gconstpointer b)
{
	const struct record *x = a, *y = b;

	return x->offset != y->offset ? (x->offset < y->offset ? -1 : 1) :
	    x->len < y->len ? 1 : x->len > y->len ? -1 : 0;
}

/* Where a record's characters are: the eId of the element, or of the nearest
 * around it that has one. */
static const char *
where(const struct record *r)
{
	static const char *const fates[] = {
	    [RC_FATE_WRITTEN] = "the root element",
	    [RC_FATE_FURNITURE] = "page furniture",
	    [RC_FATE_MARKER] = "the marker of a note",
	    [RC_FATE_OTHER] = "another resolution, left out",
	    [RC_FATE_JOB] = "the metadata, as the job number"};

	for (xmlNode *e = r->element; e && e->type == XML_ELEMENT_NODE;
	     e = e->parent)
		if (akn_get(e, "eId"))
			return akn_get(e, "eId");
	return fates[r->fate];
}

/* Letters and digits: what must not be lost. */
static guint
n_letters(const char *s, guint32 len)
{
	const char *end = s + len;
	guint n = 0;

	for (; s < end; s = g_utf8_next_char(s))
		n += g_unichar_isalnum(g_utf8_get_char(s));
	return n;
}

static guint
n_printed(const char *s, guint32 len)
{
	const char *end = s + len;
	guint n = 0;

	for (; s < end; s = g_utf8_next_char(s))
		n += !g_unichar_isspace(g_utf8_get_char(s));
	return n;
}

static void
tell_range(struct parser *p, const struct rc_para *para, guint32 from,
    guint32 to, const char *to_where)
{
	g_autofree char *text = NULL;
	struct rc_place at = para->at;

	while (from < to && g_ascii_isspace(para->text[from]))
		from++;
	while (to > from && g_ascii_isspace(para->text[to - 1]))
		to--;
	text = g_strndup(para->text + from, to - from);

	at.column += at.column ? g_utf8_strlen(para->text, from) : 0;
	g_strdelimit(text, "\n", ' ');
	if (to_where && n_printed(text, to - from))
		rc_diag(p->diags, RC_D_ACCOUNT, &at,
		    n_printed(text, to - from), to_where, text);
	else if (!to_where && n_letters(text, to - from))
		rc_diag(p->diags, RC_D_TEXT_LOST, &at, text);
}

/* The end of a character that an offset is within. */
static guint32
to_boundary(const struct rc_para *para, guint32 at)
{
	while (at < para->len && ((guchar)para->text[at] & 0xC0) == 0x80)
		at++;
	return MIN(at, para->len);
}

/* Tell the ranges of one paragraph; what stands between two is lost. */
static void
tell_para(struct parser *p, const struct rc_para *para, guint *next)
{
	const GArray *records = p->account->records;
	guint32 begin = para->at.offset, told = 0;

	while (*next < records->len && g_array_index(records, struct record,
	           *next).offset < begin)
		++*next;
	for (guint i = *next; i < records->len; i++) {
		const struct record *r = &g_array_index(records,
		    struct record, i);
		guint32 from, to;

		if (r->offset >= begin + para->len)
			break;
		from = MAX(to_boundary(para, r->offset - begin), told);
		to = to_boundary(para, r->offset - begin + r->len);
		if (to <= from)
			continue;
		if (from > told)
			tell_range(p, para, told, from, NULL);
		tell_range(p, para, from, to, where(r));
		told = to;
	}
	if (told < para->len)
		tell_range(p, para, told, para->len, NULL);
}

void
rc_account_tell(struct parser *p)
{
	guint next = 0;

	if (!p->account)
		return;
	g_array_sort(p->account->records, compare);
	for (guint i = 0; i < p->in->paras->len; i++) {
		const struct rc_para *para = rc_text_para(p->in, i);

		if (para->kind == RC_PARA_TEXT)
			tell_para(p, para, &next);
		for (guint c = 0; para->kind == RC_PARA_ROW &&
		     c < para->n_cells; c++)
			tell_para(p, &g_array_index(p->in->cells,
			    struct rc_para, para->cell + c), &next);
	}
}
