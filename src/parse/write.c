/* write.c - the tree: a resolution, or a collection of parts A, B ..., with
 * closing lines and annexes. */
#include "parse/write.h"

#include <string.h>

#include "parse/inline.h"

/* One resolution among the blocks: [lo, end) is preamble and body, then its
 * closing lines, then annexes up to hi. */
struct span {
	guint lo, end, annexes, hi;
};

static gboolean
is_kind(const struct parser *p, guint i, enum block_kind kind)
{
	return block_at(p, i)->kind == kind;
}

static struct span
split(const struct parser *p, guint lo, guint hi)
{
	struct span s = {.lo = lo, .end = hi, .annexes = hi, .hi = hi};

	for (guint i = lo; i < hi; i++)
		if (is_kind(p, i, BLOCK_ANNEX)) {
			s.annexes = i;
			break;
		}
	s.end = s.annexes;
	for (guint i = lo; i < s.annexes; i++)
		if (is_kind(p, i, BLOCK_CONCLUSION)) {
			s.end = i;
			break;
		}
	return s;
}

/* ---- preamble and body ---- */

static guint
preamble(struct parser *p, guint lo, guint hi)
{
	guint i = rc_next_block(p, lo, hi), first;

	if (i >= hi || !is_kind(p, i, BLOCK_FORMULA))
		return i;
	akn_open(p->out, AKN_PREAMBLE);
	rc_write_formula(p, block_at(p, i));
	first = rc_next_block(p, i + 1, hi);
	for (i = first; i < hi; i++) {
		enum block_kind kind = block_at(p, i)->kind;

		if (kind == BLOCK_GONE || kind == BLOCK_RECITAL ||
		    kind == BLOCK_ITEM || (kind == BLOCK_WRAP_UP && i > first))
			continue;
		if (kind != BLOCK_ROW)
			break;
	}
	rc_write_recitals(p, first, i);
	akn_close(p->out, AKN_PREAMBLE);
	return i;
}

/* A body that is mandatory in the schema and has nothing printed in it. */
static void
empty_body(struct parser *p)
{
	akn_open(p->out, AKN_PARAGRAPH);
	akn_open(p->out, AKN_CONTENT);
	akn_open(p->out, AKN_P);
	akn_close(p->out, AKN_P);
	akn_close(p->out, AKN_CONTENT);
	akn_close(p->out, AKN_PARAGRAPH);
}

static void
main_body(struct parser *p, guint lo, guint hi)
{
	lo = rc_next_block(p, lo, hi);
	akn_open(p->out, AKN_MAIN_BODY);
	if (lo < hi)
		rc_write_body(p, lo, hi);
	else
		empty_body(p);
	akn_close(p->out, AKN_MAIN_BODY);
}

/* ---- closing lines ---- */

static void
meeting_line(struct parser *p, const struct block *b, guint32 from, guint32 to)
{
	g_autoptr(GString) title = g_string_new(NULL);
	guint32 word = from;

	while (word < to && b->text[word] != ' ' &&
	    !g_str_has_prefix(b->text + word, "\xC2\xA0"))
		word++;
	rc_plain_text(p, b, from, word, title);
	akn_open(p->out, AKN_LOCATION);
	akn_attr(p->out, "refersTo", "#adoptionMeeting");
	akn_attr(p->out, "title", title->str);
	rc_write_plain(p, b, from, to);
	akn_close(p->out, AKN_LOCATION);
}

/* The meeting alone, or within "Adopted unanimously at the 1382nd meeting." */
static void
write_meeting(struct parser *p, const struct block *b, guint32 from,
    guint32 to)
{
	const struct block line = {.text = b->text + from, .len = to - from};
	guint32 start, end;

	if (b->text[to - 1] != '.' || !rc_meeting_find(p, &line, &start, &end) ||
	    !start) {
		meeting_line(p, b, from, to);
		return;
	}
	rc_write_plain(p, b, from, from + start);
	meeting_line(p, b, from + start, from + end);
	rc_write_plain(p, b, from + end, to);
}

/* A line of the closing block: meeting, date, or text. */
static void
closing_line(struct parser *p, const struct block *b, guint32 from, guint32 to)
{
	struct rc_date date;
	gsize size = rc_lang_date(p->lang, b->text + from, to - from, &date);

	if (size && from + size + 2 >= to) {
		akn_open(p->out, AKN_DOC_DATE);
		akn_attr(p->out, "date", rc_iso_date(p, &date));
		akn_attr(p->out, "refersTo", "#dateOfAdoption");
		rc_write_plain(p, b, from, to);
		akn_close(p->out, AKN_DOC_DATE);
	} else if (rc_lang_finds(p->lang, RC_PH_MEETING, b->text + from,
	               to - from, &size) >= 0) {
		write_meeting(p, b, from, to);
	} else {
		rc_write_plain(p, b, from, to);
	}
}

static gboolean
is_vote(const struct parser *p, const struct block *b, const char **outcome)
{
	guint32 at = *b->text == '[';

	*outcome = "#adoptedWithoutVote";
	if (rc_lang_starts(p->lang, RC_PH_NO_VOTE, b->text + at, b->len - at))
		return TRUE;
	*outcome = "#adoptedRecordedVote";
	return rc_lang_starts(p->lang, RC_PH_RECORDED_VOTE, b->text + at,
	    b->len - at) > 0;
}

/* A printed vote: all lines up to its closing bracket. */
static guint
vote(struct parser *p, guint i, guint hi, const char *outcome)
{
	guint first = i;

	akn_open(p->out, AKN_P);
	akn_open(p->out, AKN_VOTE);
	akn_attr(p->out, "by", rc_actor_term(p));
	akn_attr(p->out, "as", "#author");
	akn_open(p->out, AKN_OUTCOME);
	akn_attr(p->out, "refersTo", outcome);
	for (; i < hi && is_kind(p, i, BLOCK_CONCLUSION); i++) {
		const struct block *b = block_at(p, i);

		if (i > first) {
			akn_open(p->out, AKN_EOL);
			akn_close(p->out, AKN_EOL);
		}
		rc_write_plain(p, b, 0, b->len);
	}
	akn_close(p->out, AKN_OUTCOME);
	akn_close(p->out, AKN_VOTE);
	akn_close(p->out, AKN_P);
	return i;
}

/* Meeting and date are one event; each printed line is one. */
static guint
event(struct parser *p, guint i, guint hi)
{
	const char *outcome;
	gboolean any = FALSE;

	akn_open(p->out, AKN_P);
	akn_open(p->out, AKN_EVENT);
	akn_attr(p->out, "refersTo", "#adoption");
	for (; i < hi && is_kind(p, i, BLOCK_CONCLUSION); i++) {
		const struct block *b = block_at(p, i);
		guint32 from = 0;

		if (is_vote(p, b, &outcome))
			break;
		while (from < b->len) {
			const char *nl = memchr(b->text + from, '\n',
			    b->len - from);
			guint32 to = nl ? (guint32)(nl - b->text) : b->len;

			if (any) {
				akn_open(p->out, AKN_EOL);
				akn_close(p->out, AKN_EOL);
			}
			closing_line(p, b, from, to);
			any = TRUE;
			from = to + 1;
		}
	}
	akn_close(p->out, AKN_EVENT);
	akn_close(p->out, AKN_P);
	return i;
}

/* Closing lines, votes, and text below them that belongs to no annex. */
static void
conclusions(struct parser *p, guint lo, guint hi)
{
	guint i = rc_next_block(p, lo, hi);
	const char *outcome;

	if (i >= hi)
		return;
	akn_open(p->out, AKN_CONCLUSIONS);
	akn_open(p->out, AKN_CONTAINER);
	akn_attr(p->out, "name", "conclusion");
	while (i < hi) {
		const struct block *b = block_at(p, i);

		if (b->kind == BLOCK_CONCLUSION && is_vote(p, b, &outcome)) {
			i = vote(p, i, hi, outcome);
		} else if (b->kind == BLOCK_CONCLUSION) {
			i = event(p, i, hi);
		} else {
			break;
		}
		i = rc_next_block(p, i, hi);
	}
	akn_close(p->out, AKN_CONTAINER);
	akn_close(p->out, AKN_CONCLUSIONS);
}

/* Where the closing lines end and other text begins. */
static guint
closing_end(const struct parser *p, guint lo, guint hi)
{
	guint last = lo;

	for (guint i = lo; i < hi; i++)
		if (is_kind(p, i, BLOCK_CONCLUSION))
			last = i + 1;
		else if (!is_kind(p, i, BLOCK_GONE))
			break;
	return last;
}

/* ---- annexes ---- */

static void
annex_label(struct parser *p, const struct block *b)
{
	static const enum rc_phrase words[] = {
	    RC_PH_ANNEX, RC_PH_APPENDIX, RC_PH_ENCLOSURE};
	gsize n = 0;
	guint32 at;

	for (guint i = 0; !n && i < G_N_ELEMENTS(words); i++)
		n = rc_lang_starts(p->lang, words[i], b->text, b->len);
	if (!n)
		n = b->len;
	for (at = n; at < b->len && (b->text[at] == ' ' ||
	         b->text[at] == '\xC2' || b->text[at] == '\xA0'); at++)
		continue;
	akn_open(p->out, AKN_P);
	akn_open(p->out, AKN_DOC_TYPE);
	rc_write_plain(p, b, 0, n);
	akn_close(p->out, AKN_DOC_TYPE);
	rc_write_plain(p, b, n, at);
	if (at < b->len) {
		akn_open(p->out, AKN_DOC_NUMBER);
		rc_write_plain(p, b, at, b->len);
		akn_close(p->out, AKN_DOC_NUMBER);
	}
	akn_close(p->out, AKN_P);
}

static void
annex_title(struct parser *p, const struct block *b)
{
	akn_open(p->out, AKN_P);
	akn_open(p->out, AKN_DOC_TITLE);
	rc_write_plain(p, b, b->body, b->len);
	akn_close(p->out, AKN_DOC_TITLE);
	akn_close(p->out, AKN_P);
}

/* The label, and the title if a heading follows and text follows that. */
static guint
annex_preface(struct parser *p, guint lo, guint hi)
{
	guint next = lo, after;

	akn_open(p->out, AKN_PREFACE);
	if (is_kind(p, lo, BLOCK_ANNEX)) {
		annex_label(p, block_at(p, lo));
		next = rc_next_block(p, lo + 1, hi);
	}
	after = rc_next_block(p, next + 1, hi);
	if (next < hi && after < hi && is_kind(p, next, BLOCK_HEADING) &&
	    !block_at(p, next)->mark.len) {
		annex_title(p, block_at(p, next));
		next = after;
	}
	akn_close(p->out, AKN_PREFACE);
	return next;
}

/* One annex with the appendices within it; [lo, hi). */
static void
annex(struct parser *p, guint lo, guint hi, const char *component)
{
	gboolean labelled = is_kind(p, lo, BLOCK_ANNEX);
	guint inner = lo + labelled, n = 0, i = lo, closing = lo;

	while (inner < hi && !is_kind(p, inner, BLOCK_ANNEX))
		inner++;
	akn_open(p->out, AKN_ATTACHMENT);
	akn_open(p->out, AKN_DOC);
	akn_attr(p->out, "name", "annex");
	akn_attr(p->out, "contains", "originalVersion");
	if (labelled)
		i = annex_preface(p, lo, inner);
	while (closing < inner && !is_kind(p, closing, BLOCK_CONCLUSION))
		closing++;
	i = preamble(p, i, closing);
	main_body(p, i, closing);
	conclusions(p, closing, inner);
	if (inner < hi)
		akn_open(p->out, AKN_ATTACHMENTS);
	for (guint from = inner; from < hi; from = inner) {
		g_autofree char *name = g_strdup_printf("%s/appendix_%u",
		    component, ++n);

		for (inner = from + 1; inner < hi &&
		     !is_kind(p, inner, BLOCK_ANNEX); inner++)
			continue;
		annex(p, from, inner, name);
	}
	if (n)
		akn_close(p->out, AKN_ATTACHMENTS);
	akn_write_meta(p->out, &p->meta, component, FALSE, NULL);
	akn_close(p->out, AKN_DOC);
	akn_close(p->out, AKN_ATTACHMENT);
}

/* An annex ends where the next begins, and with closing lines of its own. */
static gboolean
begins_annex(const struct parser *p, guint i)
{
	if (is_kind(p, i, BLOCK_ANNEX))
		return !block_at(p, i)->depth;
	return is_kind(p, i - 1, BLOCK_CONCLUSION) &&
	    !is_kind(p, i, BLOCK_CONCLUSION) && !is_kind(p, i, BLOCK_GONE);
}

static void
attachments(struct parser *p, guint lo, guint hi)
{
	guint n = 0;

	lo = rc_next_block(p, lo, hi);
	if (lo >= hi)
		return;
	akn_open(p->out, AKN_ATTACHMENTS);
	while (lo < hi) {
		g_autofree char *name = g_strdup_printf("annex_%u", ++n);
		guint end = lo + 1;

		while (end < hi && !begins_annex(p, end))
			end++;
		annex(p, lo, end, name);
		lo = end;
	}
	akn_close(p->out, AKN_ATTACHMENTS);
}

/* ---- documents ---- */

/* Preamble, body, closing lines and annexes of one resolution. */
static void
resolution(struct parser *p, guint lo, guint hi)
{
	struct span s = split(p, lo, hi);
	guint closing = closing_end(p, s.end, s.annexes);
	guint i = preamble(p, s.lo, s.end);

	main_body(p, i, s.end);
	conclusions(p, s.end, closing);
	i = rc_next_block(p, closing, s.annexes);
	if (i < s.annexes)
		rc_diag(p->diags, RC_D_TEXT_AFTER_END, &block_at(p, i)->at,
		    block_at(p, i)->text);
	attachments(p, closing, s.hi);
}

static void
open_statement(struct parser *p)
{
	akn_open(p->out, AKN_STATEMENT);
	akn_attr(p->out, "name", p->meta.name);
	akn_attr(p->out, "contains", "originalVersion");
}

static void
part_preface(struct parser *p, guint lo, guint hi, guint *body)
{
	const struct block *b = block_at(p, lo);
	guint next = rc_next_block(p, lo + 1, hi);
	gboolean titled = b->body < rc_block_end(p, b);

	akn_open(p->out, AKN_P);
	akn_open(p->out, AKN_DOC_NUMBER);
	akn_attr(p->out, "refersTo", "#partLetter");
	rc_write_plain(p, b, 0, titled ? b->mark.len : b->len);
	akn_close(p->out, AKN_DOC_NUMBER);
	akn_close(p->out, AKN_P);
	if (titled || (next < hi && is_kind(p, next, BLOCK_HEADING))) {
		const struct block *title = titled ? b :
		    block_at(p, next);

		akn_open(p->out, AKN_P);
		akn_open(p->out, AKN_DOC_TITLE);
		akn_attr(p->out, "refersTo", "#resolutionTitle");
		rc_write_plain(p, title, title == b ? b->body : 0, title->len);
		akn_close(p->out, AKN_DOC_TITLE);
		akn_close(p->out, AKN_P);
		next = title == b ? next : rc_next_block(p, next + 1, hi);
	}
	*body = next;
}

static guint
next_part(const struct parser *p, guint i)
{
	while (i < p->blocks->len && !is_kind(p, i, BLOCK_PART))
		i++;
	return i;
}

static const char *
part_letter(struct parser *p, const struct block *b)
{
	char letter[2] = {b->mark.value ? 'A' + (char)b->mark.value - 1 : 'A', 0};

	return g_string_chunk_insert(p->chunk, letter);
}

/* One part: a work of its own, in a component. */
static void
part(struct parser *p, guint lo, guint hi)
{
	struct akn_meta meta = p->meta;
	guint body;

	meta.part = part_letter(p, block_at(p, lo));
	meta.symbol = NULL;
	akn_open(p->out, AKN_COMPONENT);
	akn_attrf(p->out, "eId", "resolution_%s", meta.part);
	open_statement(p);
	akn_open(p->out, AKN_PREFACE);
	part_preface(p, lo, hi, &body);
	akn_close(p->out, AKN_PREFACE);
	resolution(p, body, hi);
	akn_write_meta(p->out, &meta, "main", FALSE, NULL);
	akn_close(p->out, AKN_STATEMENT);
	akn_close(p->out, AKN_COMPONENT);
}

static void
collection_body(struct parser *p)
{
	akn_open(p->out, AKN_COLLECTION_BODY);
	for (guint i = next_part(p, p->body); i < p->blocks->len;
	     i = next_part(p, i + 1)) {
		const char *letter = part_letter(p, block_at(p, i));

		akn_open(p->out, AKN_COMPONENT);
		akn_attrf(p->out, "eId", "cmp_%s", letter);
		akn_open(p->out, AKN_DOCUMENT_REF);
		akn_attrf(p->out, "href", "#resolution_%s", letter);
		akn_attrf(p->out, "showAs", "%s %s", p->meta.number ?
		    p->meta.number : "", letter);
		akn_close(p->out, AKN_DOCUMENT_REF);
		akn_close(p->out, AKN_COMPONENT);
	}
	akn_close(p->out, AKN_COLLECTION_BODY);
}

/* Parts A, B ... of one number. */
static void
collection(struct parser *p)
{
	akn_open(p->out, AKN_DOCUMENT_COLLECTION);
	akn_attr(p->out, "name", "publicationResolution");
	akn_attr(p->out, "contains", "originalVersion");
	rc_write_cover(p);
	rc_write_preface(p);
	collection_body(p);
	p->collection = akn_here(p->out);
	akn_close(p->out, AKN_DOCUMENT_COLLECTION);
	akn_open(p->out, AKN_COMPONENTS);
	for (guint i = next_part(p, p->body), end; i < p->blocks->len; i = end) {
		end = next_part(p, i + 1);
		part(p, i, end);
	}
	akn_close(p->out, AKN_COMPONENTS);
	p->meta.collection = TRUE;
	akn_resume(p->out, p->collection);
	akn_write_meta(p->out, &p->meta, "main", TRUE, p->in->tree ?
	    xmlDocGetRootElement(p->in->tree) : NULL);
	akn_return(p->out);
}

/* One statement; the letter of a part that is issued alone is in its preface. */
static void
statement(struct parser *p)
{
	guint lo = next_part(p, p->body), body = p->body;

	open_statement(p);
	rc_write_cover(p);
	rc_write_preface(p);
	if (lo < p->blocks->len) {
		akn_resume(p->out, akn_here(p->out) ?
		    akn_here(p->out)->last : NULL);
		part_preface(p, lo, p->blocks->len, &body);
		akn_return(p->out);
		p->meta.part = part_letter(p, block_at(p, lo));
	}
	resolution(p, body, p->blocks->len);
	akn_write_meta(p->out, &p->meta, "main", TRUE, p->in->tree ?
	    xmlDocGetRootElement(p->in->tree) : NULL);
	akn_close(p->out, AKN_STATEMENT);
}

/* Letters with text above them are headings: no part is there for the text. */
static void
demote_parts(struct parser *p)
{
	guint first = next_part(p, p->body);

	if (rc_next_block(p, p->body, first) >= first)
		return;
	for (guint i = first; i < p->blocks->len; i = next_part(p, i + 1)) {
		struct block *b = block_at(p, i);

		b->kind = BLOCK_HEADING;
		b->level = LEVEL_LETTER;
	}
	p->n_parts = 0;
}

void
rc_write(struct parser *p)
{
	if (p->n_parts)
		demote_parts(p);
	akn_open(p->out, AKN_ROOT);
	if (p->n_parts > 1)
		collection(p);
	else
		statement(p);
	akn_close(p->out, AKN_ROOT);
}
