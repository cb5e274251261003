/* notes.c - notes: taken out of the text, and put back where they are called.
 *
 * Extractions leave notes as paragraphs of their own, at the foot of a page in
 * the middle of a sentence or all together at the end; the call is a raised
 * number. A number that is raised and names no note is left as it is. */
#include "parse/parser.h"

#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "parse/account.h"
#include "parse/calls.h"
#include "parse/raised.h"

#define MOST_PLAIN 1000u /* numbers of notes that are not raised */
#define MAX_SKIPPED 3u   /* by which one may be greater than that before it */

/* The raised text that a block begins with, as the marker of a note; bytes it
 * covers, with what is left of the blanks after it. */
static gsize
take_marker(struct parser *p, const struct block *block, const char **marker)
{
	g_autoptr(GString) plain = NULL;
	gsize n = rc_raised_take(p, block, 0);

	if (!n || n >= block->len)
		return 0;
	plain = g_string_new(NULL);
	rc_raised_plain(block->text, n, plain);
	if (!plain->len)
		return 0;
	*marker = g_string_chunk_insert_len(p->chunk, plain->str, plain->len);
	while (n < block->len && (block->text[n] == ' ' || block->text[n] == '\n'))
		n++;
	return n;
}

static void
add_note(struct parser *p, const struct block *block, guint i, gsize skip,
    const char *marker)
{
	struct block body = rc_block_slice(p, block, skip, block->len);
	struct note note = {.marker = marker, .block = p->note_blocks->len,
	    .n_blocks = 1, .before = i, .at = block->at};

	rc_account_leave(p, block, 0, skip, RC_FATE_MARKER);
	g_array_append_val(p->note_blocks, body);
	g_array_append_val(p->notes, note);
}

/* Notes are paragraphs that begin with a raised number. A letter is a note of
 * a table and stays where it is printed. */
static gboolean
take_out(struct parser *p, GError **error)
{
	for (guint i = p->body; i < p->blocks->len; i++) {
		struct block *b = block_at(p, i);
		const char *marker;
		gsize n;

		if (b->kind != BLOCK_TEXT || b->role != RC_ROLE_UNKNOWN)
			continue;
		n = take_marker(p, b, &marker);
		if (!n || !g_ascii_isdigit(*marker))
			continue;
		if (p->notes->len >= RC_MAX_NOTES)
			return rc_fail(error, RESCONV_E_LIMIT,
			    "more than %u notes; split the input", RC_MAX_NOTES);
		add_note(p, b, i, n, marker);
		b->kind = BLOCK_GONE;
		if (i + 1 < p->blocks->len)
			block_at(p, i + 1)->torn = TRUE;
	}
	return TRUE;
}

/* The next raised text of a block from *at on, where it is then: its bytes, and its
 * plain characters; 0 past the last. */
static gsize
next_raised(const struct parser *p, const struct block *block, guint32 *at,
    GString *plain)
{
	for (; *at < block->len; *at = rc_raised_next(p, block, *at)) {
		gsize n = rc_raised_take(p, block, *at);

		if (!n)
			continue;
		g_string_truncate(plain, 0);
		rc_raised_plain(block->text + *at, n, plain);
		return n;
	}
	return 0;
}

/* ---- notes whose numbers are not raised ---- */

/* Mark the numbers that are raised somewhere: called[n]. */
static void
find_numbers(const struct parser *p, guint8 *called)
{
	g_autoptr(GString) plain = g_string_new(NULL);

	for (guint i = 0; i < p->blocks->len; i++) {
		const struct block *b = block_at(p, i);

		if (b->kind == BLOCK_GONE)
			continue;
		for (guint32 at = 0, n; (n = next_raised(p, b, &at, plain)); at += n) {
			guint64 number = g_ascii_strtoull(plain->str, NULL, 10);

			if (number < MOST_PLAIN)
				called[number] = TRUE;
		}
	}
}

/* The number that a block begins with, a hyphen of a list before it or not; bytes to
 * the text behind its blanks, 0 for none. */
static gsize
take_number(const struct block *b, guint *number)
{
	const char *s = b->text, *end = s + b->len, *digits;

	if (b->len > 2 && *s == '-' && s[1] == ' ')
		s += 2;
	for (digits = s; s < end && g_ascii_isdigit(*s) && s - digits < 3; s++)
		continue;
	if (s == digits || s == end || *s != ' ')
		return 0;
	*number = (guint)g_ascii_strtoull(digits, NULL, 10);
	while (s < end && *s == ' ')
		s++;
	return s < end ? s - b->text : 0;
}

/* Where no note begins with a raised number, paragraphs that begin with one that
 * is raised in the text, each greater than the one before. */
static void
take_out_plain(struct parser *p)
{
	g_autofree guint8 *called = g_malloc0(MOST_PLAIN);
	guint last = 0, number;
	char marker[16];

	find_numbers(p, called);
	for (guint i = p->body; i < p->blocks->len; i++) {
		struct block *b = block_at(p, i);
		gsize n = b->kind == BLOCK_TEXT && b->role == RC_ROLE_UNKNOWN
		    ? take_number(b, &number) : 0;

		if (!n || number <= last || number > last + MAX_SKIPPED ||
		    number >= MOST_PLAIN || !called[number])
			continue;
		last = number;
		g_snprintf(marker, sizeof(marker), "%u", number);
		add_note(p, b, i, n, g_string_chunk_insert(p->chunk, marker));
		b->kind = BLOCK_GONE;
		if (i + 1 < p->blocks->len)
			block_at(p, i + 1)->torn = TRUE;
	}
}

/* The notes of each marker, in order: marker to the index of one, and one more
 * than the index of the next of the same marker. */
struct markers {
	GHashTable *at;
	guint *next;
	GString *plain; /* the marker that is looked up */
};

static void
markers_init(struct markers *m, const struct parser *p)
{
	m->at = g_hash_table_new(g_str_hash, g_str_equal);
	m->next = g_new0(guint, p->notes->len);
	m->plain = g_string_new(NULL);
	for (guint i = p->notes->len; i-- > 0;) {
		const char *marker = note_at(p, i)->marker;

		m->next[i] = GPOINTER_TO_UINT(g_hash_table_lookup(m->at, marker));
		g_hash_table_insert(m->at, (gpointer)marker,
		    GUINT_TO_POINTER(i + 1));
	}
}

/* The note of a marker: the next one not called yet, else an earlier one of
 * the same marker (called again); -1 for none. */
static gint32
find_note(struct markers *m, const struct parser *p, const char *marker)
{
	guint i = GPOINTER_TO_UINT(g_hash_table_lookup(m->at, marker));

	if (!i)
		return -1;
	while (note_at(p, i - 1)->called && m->next[i - 1])
		i = m->next[i - 1];
	g_hash_table_insert(m->at, (gpointer)note_at(p, i - 1)->marker,
	    GUINT_TO_POINTER(i));
	return i - 1;
}

/* Blanks before a call are the extraction's own, but after a word of a
 * language that prints the call after punctuation they are the text's. */
static void
find_calls_in(struct markers *m, struct parser *p, struct block *block)
{
	if (block->n_cuts)
		return; /* the format knows its notes */
	for (guint32 at = 0, n; (n = next_raised(p, block, &at, m->plain)); at += n) {
		gint32 note = find_note(m, p, m->plain->str);

		if (note < 0)
			continue;
		rc_block_cut(p, block, at, at + n, note);
		note_at(p, note)->called = TRUE;
	}
}

static void
find_calls(struct parser *p)
{
	struct markers m;

	markers_init(&m, p);
	for (guint i = 0; i < p->blocks->len; i++) {
		struct block *b = block_at(p, i);

		if (b->kind == BLOCK_GONE)
			continue;
		for (guint c = 0; c < b->n_cells; c++)
			find_calls_in(&m, p, &g_array_index(p->cells,
			    struct block, b->cell + c));
		find_calls_in(&m, p, b);
	}
	g_hash_table_unref(m.at);
	g_free(m.next);
	g_string_free(m.plain, TRUE);
}

/* A star is called behind the symbol of a document that was reissued, behind
 * the sponsors of a draft, or in the text. */
static void
find_stars(struct parser *p)
{
	guint note = 0;

	for (guint i = 0; i < p->blocks->len; i++) {
		struct block *b = block_at(p, i);
		const char *star = b->kind == BLOCK_GONE ? NULL :
		    memchr(b->text, '*', b->len);

		while (note < p->notes->len && (note_at(p, note)->called ||
		           *note_at(p, note)->marker != '*'))
			note++;
		if (note == p->notes->len)
			return;
		if (!star || star == b->text || b->role == RC_ROLE_JOB)
			continue;
		rc_block_cut(p, b, star - b->text, star + 1 - b->text, note);
		note_at(p, note)->called = TRUE;
	}
}

/* For each number of blocks, how many there are up to the last one of text. */
static guint *
text_ends(const struct parser *p)
{
	guint *ends = g_new0(guint, p->blocks->len + 1);

	for (guint i = 0; i < p->blocks->len; i++)
		ends[i + 1] = block_at(p, i)->kind == BLOCK_TEXT ? i + 1 : ends[i];
	return ends;
}

/* Notes that are called nowhere go to the end of the text printed before
 * them: nothing is lost. */
static void
place_uncalled(struct parser *p)
{
	g_autofree guint *ends = text_ends(p);

	for (guint i = 0; i < p->notes->len; i++) {
		struct note *note = note_at(p, i);
		guint at = MIN(note->before, p->blocks->len);

		if (note->called)
			continue;
		rc_diag(p->diags, RC_D_NOTE_WITHOUT_CALL, &note->at,
		    note->marker);
		at = ends[at];
		if (!at)
			continue;
		rc_block_cut(p, block_at(p, at - 1), block_at(p, at - 1)->len,
		    block_at(p, at - 1)->len, i);
		note->called = TRUE;
	}
}

gboolean
rc_notes_find(struct parser *p, GError **error)
{
	if (!take_out(p, error))
		return FALSE;
	if (!p->notes->len && !p->in->lines)
		take_out_plain(p);
	if (!p->notes->len)
		return TRUE;
	find_stars(p);
	if (p->in->lines)
		rc_calls_find(p);
	else
		find_calls(p);
	place_uncalled(p);
	return TRUE;
}
