/* neighbours.c - what a page of a volume holds of other resolutions: the end
 * of the one before at its top, the beginning of the one behind at its foot.
 *
 * The one before ends with its closing lines, and no masthead stands above
 * them; the one behind begins with a number and a formula. */
#include "parse/account.h"
#include "parse/furniture.h"

#include <string.h>

#define MAX_TO_FORMULA 3u /* blocks from a number to its formula */
#define MAX_TAIL 200u     /* blocks of the resolution before */
#define FIRST_SLASH 31u   /* session */

static gboolean
is_text(const struct block *b)
{
	return b->kind == BLOCK_TEXT && b->len;
}

static gboolean
has_number(const struct parser *p, const struct block *b)
{
	gsize title;

	return is_text(b) && (rc_title_number(p->lang, b->text, b->len, &title) ||
	    rc_is_council_number(p, b));
}

/* Bytes of a number without the letter of a part: "77/264", "2758 (XXVI)". */
static gsize
number_size(const struct block *b)
{
	gsize n = 0;

	while (n < b->len && (g_ascii_isdigit(b->text[n]) || b->text[n] == '/'))
		n++;
	return n;
}

static gboolean
is_same_number(const struct block *a, const struct block *b)
{
	gsize n = number_size(a);

	return n && n == number_size(b) && memcmp(a->text, b->text, n) == 0;
}

/* "2/13": resolutions of the sessions before the thirty-first, when a number first
 * had its session before it, have other numbers. */
static gboolean
is_page_label(const struct block *b)
{
	const char *slash = memchr(b->text, '/', b->len);
	guint64 page = g_ascii_strtoull(b->text, NULL, 10);

	return rc_is_page_label(b->text, b->len) && page < FIRST_SLASH &&
	    page <= g_ascii_strtoull(slash + 1, NULL, 10);
}

/* The number of a resolution, with its formula close below; or, at the end of
 * a page, with nothing more. */
static gboolean
begins_resolution(const struct parser *p, guint i)
{
	if (!has_number(p, block_at(p, i)) || is_page_label(block_at(p, i)))
		return FALSE;
	for (guint k = i + 1; k <= i + MAX_TO_FORMULA; k++) {
		if (k >= p->blocks->len)
			return TRUE;
		if (is_text(block_at(p, k)) &&
		    rc_is_formula(p, block_at(p, k), TRUE))
			return TRUE;
	}
	return FALSE;
}

/* A closing line that no line of a masthead is: its meeting. */
static gboolean
is_closing(const struct parser *p, const struct block *b)
{
	gsize size;

	return is_text(b) &&
	    rc_is_closing_text(p, b->text, b->len) &&
	    rc_lang_finds(p->lang, RC_PH_MEETING, b->text, b->len, &size) >= 0;
}

/* Whether a line is of a masthead, or the formula below it: the resolution has
 * begun above it. */
static gboolean
is_begun(const struct parser *p, const struct block *b)
{
	static const guint64 heads = RC_PHRASE_BIT(RC_PH_PUBLISHER) |
	    RC_PHRASE_BIT(RC_PH_DISTRIBUTION) | RC_PHRASE_BIT(RC_PH_AGENDA_ITEM) |
	    RC_PHRASE_BIT(RC_PH_ADOPTED_GA) | RC_PHRASE_BIT(RC_PH_ADOPTED_SC) |
	    RC_PHRASE_BIT(RC_PH_ADOPTED_ECOSOC) |
	    RC_PHRASE_BIT(RC_PH_ADOPTED_HRC) | RC_PHRASE_BIT(RC_PH_DECISION_GA);
	gsize size;

	return b->role != RC_ROLE_UNKNOWN || rc_is_formula(p, b, TRUE) ||
	    rc_lang_starts_any(p->lang, heads, b->text, b->len, &size, NULL);
}

static void
leave_out(struct parser *p, guint from, guint to)
{
	for (guint i = from; i < to; i++) {
		struct block *b = block_at(p, i);

		if (b->len)
			rc_diag(p->diags, RC_D_OTHER_RESOLUTION, &b->at, b->text);
		rc_account_leave(p, b, 0, b->len, RC_FATE_OTHER);
		b->kind = BLOCK_GONE;
	}
}

/* Where the resolution begins: below the end of another, or at once. */
static guint
find_start(const struct parser *p)
{
	gboolean closed = FALSE;

	for (guint i = 0; i < MIN(p->blocks->len, MAX_TAIL); i++) {
		const struct block *b = block_at(p, i);

		if (closed && begins_resolution(p, i))
			return i;
		if (is_text(b) && is_begun(p, b))
			return 0;
		closed |= is_closing(p, b);
	}
	return 0;
}

void
rc_neighbours_cut(struct parser *p)
{
	guint start = find_start(p), n = p->blocks->len;
	const struct block *own = NULL;
	gboolean closed = FALSE;

	leave_out(p, 0, start);
	for (guint i = start; i < n; i++) {
		const struct block *b = block_at(p, i);

		if (!own && has_number(p, b))
			own = b;
		else if (closed && own && begins_resolution(p, i) &&
		    !is_same_number(own, b)) {
			leave_out(p, i, n);
			return;
		}
		closed |= is_closing(p, b);
	}
}
