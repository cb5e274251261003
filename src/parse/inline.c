/* inline.c - writing the text of a block. */
#include "parse/inline.h"

#include <string.h>

#include "parse/account.h"
#include "parse/refs.h"

struct inline_writer {
	struct parser *p;
	const struct block *block;
	guint next_ref;       /* into parser->refs: those before it are behind */
	guint end_ref;        /* where those of another block begin */
	guint32 lead_from, lead;
	gboolean styled;      /* emphasis and citations are written */
	const struct ref *ref; /* the one that is open */
	gboolean in_lead;
};

/* A soft line break is a blank, or nothing between Chinese characters. */
static gboolean
needs_blank(const char *text, guint32 at, guint32 len)
{
	gunichar before, after;

	if (!at || at + 1 >= len)
		return FALSE;
	before = g_utf8_get_char(g_utf8_prev_char(text + at));
	after = g_utf8_get_char(text + at + 1);
	return !(before >= 0x2E80 && before < 0xFFF0 && after >= 0x2E80 &&
	    after < 0xFFF0);
}

static void
put_text(struct inline_writer *w, guint32 from, guint32 to)
{
	const char *text = w->block->text;

	while (from < to) {
		const char *nl = memchr(text + from, '\n', to - from);
		guint32 end = nl ? (guint32)(nl - text) : to;

		akn_text(w->p->out, text + from, end - from);
		if (!nl)
			return;
		if (needs_blank(text, end, w->block->len))
			akn_text(w->p->out, " ", 1);
		from = end + 1;
	}
}

/* ---- what holds at an offset ---- */

static const struct rc_span *
span_at(const struct inline_writer *w, guint32 at, guint32 *next)
{
	guint i = rc_block_span_at(w->p, w->block, at);
	const struct rc_span *span;

	if (i == w->block->n_spans)
		return NULL;
	span = &g_array_index(w->p->spans, struct rc_span, w->block->span + i);
	if (at < span->start) {
		*next = MIN(*next, span->start);
		return NULL;
	}
	*next = MIN(*next, span->end);
	return span;
}

static const struct ref *
ref_at(struct inline_writer *w, guint32 at, guint32 *next)
{
	for (; w->next_ref < w->end_ref; w->next_ref++) {
		const struct ref *ref = &g_array_index(w->p->refs, struct ref,
		    w->next_ref);

		if (at < ref->start) {
			*next = MIN(*next, ref->start);
			return NULL;
		}
		if (at < ref->end) {
			*next = MIN(*next, ref->end);
			return ref;
		}
	}
	return NULL;
}

static const struct cut *
cut_at(const struct inline_writer *w, guint i)
{
	return i < w->block->n_cuts ? &g_array_index(w->p->cuts, struct cut,
	    w->block->cut + i) : NULL;
}

/* ---- elements that open and close as the offset moves ---- */

static void
enter_ref(struct inline_writer *w, const struct ref *ref)
{
	struct akn_builder *b = w->p->out;

	if (w->ref == ref)
		return;
	if (w->ref)
		akn_close(b, w->ref->element);
	w->ref = ref;
	if (!ref)
		return;
	akn_open(b, ref->element);
	akn_attr(b, ref->up_to ? "from" : "href", ref->href);
	akn_attr(b, "upTo", ref->up_to);
}

static const char *
lead_class(const struct rc_lang *lang)
{
	if (!rc_lang_lead_bold(lang))
		return "italic";
	return rc_lang_lead_italic(lang) ? "bold italic" : "bold";
}

static void
enter_lead(struct inline_writer *w, gboolean in)
{
	struct akn_builder *b = w->p->out;

	if (w->in_lead == in)
		return;
	enter_ref(w, NULL);
	w->in_lead = in;
	if (!in) {
		akn_close(b, AKN_INLINE_);
		return;
	}
	akn_open(b, AKN_INLINE_);
	akn_attr(b, "name", "akn4un:leadPhrase");
	akn_attr(b, "class", lead_class(w->p->lang));
}

static void
put_styled(struct inline_writer *w, guint32 from, guint32 to, guint32 style)
{
	static const struct {
		guint32 style;
		enum akn_kind kind;
	} rows[] = {{RC_BOLD, AKN_B}, {RC_ITALIC, AKN_I}, {RC_SUPER, AKN_SUP},
	    {RC_SUB, AKN_SUB}};
	guint32 opened = 0;

	if (w->in_lead)
		style &= ~(guint32)(RC_BOLD | RC_ITALIC);
	if (!w->styled)
		style &= RC_SUPER | RC_SUB;
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
		if (style & rows[i].style) {
			akn_open(w->p->out, rows[i].kind);
			opened |= 1u << i;
		}
	put_text(w, from, to);
	for (guint i = G_N_ELEMENTS(rows); i-- > 0;)
		if (opened & 1u << i)
			akn_close(w->p->out, rows[i].kind);
}

/* ---- notes ---- */

static void
put_note_body(struct parser *p, const struct note *note)
{
	for (guint i = 0; i < note->n_blocks; i++) {
		struct block body = g_array_index(p->note_blocks, struct block,
		    note->block + i);

		akn_open(p->out, AKN_P);
		rc_write_inline(p, &body, 0, body.len, 0);
		akn_close(p->out, AKN_P);
	}
}

static void
put_note(struct inline_writer *w, gint32 index)
{
	struct parser *p = w->p;
	struct note *note = note_at(p, index);

	enter_ref(w, NULL);
	if (note->element) { /* called again */
		akn_open(p->out, AKN_SUP);
		akn_open(p->out, AKN_REF);
		akn_attrf(p->out, "href", "#note-%d", index);
		akn_text(p->out, note->marker, -1);
		akn_close(p->out, AKN_REF);
		akn_close(p->out, AKN_SUP);
		return;
	}
	akn_open(p->out, AKN_AUTHORIAL_NOTE);
	note->element = akn_here(p->out);
	akn_attr(p->out, "marker", note->marker);
	akn_attr(p->out, "placement", "bottom");
	put_note_body(p, note);
	akn_close(p->out, AKN_AUTHORIAL_NOTE);
}

/* ---- the walk ---- */

static void
put_range(struct inline_writer *w, guint32 from, guint32 to)
{
	while (from < to) {
		guint32 next = to;
		const struct rc_span *span = span_at(w, from, &next);
		const struct ref *ref = ref_at(w, from, &next);

		if (from < w->lead)
			next = MIN(next, w->lead);
		enter_lead(w, from < w->lead);
		enter_ref(w, ref);
		put_styled(w, from, next, span ? span->style : 0);
		from = next;
	}
}

static void
put(struct inline_writer *w, guint32 from, guint32 to)
{
	guint first = w->p->refs->len;

	if (w->styled)
		rc_refs_find(w->p, w->block, from);
	w->next_ref = first;
	w->end_ref = w->p->refs->len;
	for (guint i = rc_block_cut_at(w->p, w->block, from);
	     i < w->block->n_cuts; i++) {
		const struct cut *cut = cut_at(w, i);

		if (cut->start > to)
			break;
		if (cut->start < from || cut->end > to)
			continue;
		put_range(w, from, cut->start);
		from = cut->end;
		if (cut->note >= 0)
			put_note(w, cut->note);
	}
	put_range(w, from, to);
	enter_ref(w, NULL);
	enter_lead(w, FALSE);
	g_array_set_size(w->p->refs, first);
}

void
rc_write_inline(struct parser *p, const struct block *block, guint32 from,
    guint32 to, guint32 lead)
{
	struct inline_writer w = {.p = p, .block = block, .lead_from = from,
	    .lead = lead, .styled = TRUE};

	rc_account_write(p, block, from, to);
	put(&w, from, to);
}

void
rc_write_plain(struct parser *p, const struct block *block, guint32 from,
    guint32 to)
{
	struct inline_writer w = {.p = p, .block = block, .lead_from = from,
	    .lead = from, .styled = FALSE};

	rc_account_write(p, block, from, to);
	put(&w, from, to);
}

/* ---- lead phrases ---- */

static gboolean
is_edge(const char *text, guint32 at)
{
	gunichar c = g_utf8_get_char(g_utf8_prev_char(text + at));

	return c == ' ' || c == '\n' || c == 0xA0 || c == ',' || c == ':' ||
	    c == 0x060C || c == 0xFF0C || c == 0xFF1A || c == ';';
}

/* Where the emphasis ends that a text begins with. */
static guint32
emphasis_end(const struct parser *p, const struct block *block, guint32 from)
{
	guint32 style = rc_lang_lead_italic(p->lang) ? RC_ITALIC : RC_BOLD;
	guint32 end = from;

	for (guint i = 0; i < block->n_spans; i++) {
		const struct rc_span *span = &g_array_index(p->spans,
		    struct rc_span, block->span + i);

		if (span->start > end && span->start > from)
			break;
		if (span->end > from && span->start <= end &&
		    span->style & style)
			end = span->end;
	}
	return end;
}

static gboolean
is_recital(const struct block *block)
{
	return block->kind == BLOCK_RECITAL || block->kind == BLOCK_ITEM;
}

/* Whether the input has emphasis at all: Markdown, not printed lines. */
static gboolean
has_emphasis(const struct parser *p)
{
	for (guint i = 0; i < p->spans->len; i++)
		if (g_array_index(p->spans, struct rc_span, i).style &
		    (RC_BOLD | RC_ITALIC))
			return TRUE;
	return FALSE;
}

gboolean
rc_leads_are_set(const struct parser *p)
{
	guint set = 0, plain = 0;
	enum rc_lead lead;

	for (guint i = p->body; i < p->blocks->len; i++) {
		const struct block *b = block_at(p, i);

		if (b->kind != BLOCK_PARAGRAPH || b->mark.style != MARK_NUMBER)
			continue;
		if (emphasis_end(p, b, b->body) > b->body)
			set++;
		else if (rc_lang_lead(p->lang, b->text + b->body,
		             b->len - b->body, &lead))
			plain++;
	}
	return set > plain || (!set && has_emphasis(p));
}

guint32
rc_lead_end(const struct parser *p, const struct block *block, guint32 from)
{
	guint32 end = emphasis_end(p, block, from);
	enum rc_lead lead;

	if (end > from) {
		if (end >= block->len)
			return from; /* all of it is set so: no lead phrase */
		while (end > from && is_edge(block->text, end))
			end = g_utf8_prev_char(block->text + end) - block->text;
		return end;
	}
	if (p->leads_set && !is_recital(block))
		return from;
	if (g_strcmp0(p->meta.actor, "unsc") == 0)
		return from + rc_lang_lead_brief(p->lang, block->text + from,
		    block->len - from, &lead);
	return from + rc_lang_lead(p->lang, block->text + from,
	    block->len - from, &lead);
}

void
rc_plain_text(const struct parser *p, const struct block *block, guint32 from,
    guint32 to, GString *out)
{
	for (guint i = rc_block_cut_at(p, block, from); i <= block->n_cuts &&
	     from < to; i++) {
		const struct cut *cut = i < block->n_cuts ?
		    &g_array_index(p->cuts, struct cut, block->cut + i) : NULL;
		guint32 end = cut ? MIN(cut->start, to) : to;

		for (; from < end; from++)
			g_string_append_c(out, block->text[from] == '\n' ? ' ' :
			    block->text[from]);
		if (cut)
			from = MAX(from, cut->end);
	}
}
