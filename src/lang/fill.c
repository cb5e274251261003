/* fill.c - the sets of words of a pack, made from its rows when resconv is
 * built. */
#include <assert.h>
#include <string.h>

#include "lang/grow.h"
#include "lang/rows.h"

/* A place of the phrases' set holds the index of a mask, since several phrases
 * may have the same words. The first masks are those of one phrase each. */
static void
put_phrase(guint16 *place, guint phrase, gpointer data)
{
	struct rc_source_pack *source = data;
	guint64 mask = source->masks[*place] | source->masks[phrase + 1];
	guint i = *place ? 1 : phrase + 1;

	while (source->masks[i] && source->masks[i] != mask)
		i++;
	assert(i < RC_MAX_MASKS - 1);
	source->masks[i] = mask;
	*place = i;
}

/* ---- what phrases begin with ---- */

/* The phrases by the folded character they begin with; those of several
 * characters share a place, which only costs time. */
struct starts {
	guint64 set[RC_WORDS_BUCKETS];
};

static void
note_start(struct starts *starts, const char *row, guint64 phrase)
{
	struct rc_fold f = {.at = row, .end = row + strlen(row)};

	starts->set[rc_fold_next(&f) % RC_WORDS_BUCKETS] |= phrase;
}

/* A row may begin with a choice, and that may be empty. */
static void
note_starts(struct starts *starts, const char *row, guint64 phrase)
{
	const char *close = *row == '[' ? strchr(row, ']') : NULL;

	if (!close) {
		note_start(starts, row, phrase);
		return;
	}
	for (const char *s = row + 1; s <= close; s++) {
		if (*s == '|' || *s == ']')
			note_starts(starts, close + 1, phrase);
		else
			note_start(starts, s, phrase);
		while (*s != '|' && *s != ']')
			s++;
	}
}

/* The characters of a block that fold to what phrases begin with. */
static void
fill_block(struct rc_source_pack *source, const struct starts *starts, guint32 from,
    guint32 to)
{
	char bytes[6];

	for (guint32 c = from; c <= to; c++) {
		guint64 set = starts->set[rc_fold_one(c) % RC_WORDS_BUCKETS];

		if (!set)
			continue;
		g_unichar_to_utf8(c, bytes);
		source->wide[RC_WIDE(bytes)] |= set;
	}
}

static void
fill_starts(struct rc_source_pack *source, const struct starts *starts)
{
	const struct rc_words *words = &source->pack.phrases;
	char bytes[6];

	for (guint c = 0; c < 128; c++)
		source->ascii[c] = starts->set[rc_fold_ascii[c]];
	fill_block(source, starts, 0xA0, 0x17F);
	fill_block(source, starts, 0x400, 0x45F);
	fill_block(source, starts, 0x620, 0x6CF);
	fill_block(source, starts, 0xFF01, 0xFF5E);
	for (guint i = 0; i < RC_WORDS_BUCKETS; i++) {
		guint at = words->first[i];

		for (; at; at = words->nodes[at].next) {
			if (words->nodes[at].c < 0x80)
				continue;
			g_unichar_to_utf8(words->nodes[at].c, bytes);
			source->wide[RC_WIDE(bytes)] |= starts->set[i];
		}
	}
}

static void
fill_phrases(struct rc_source_pack *source)
{
	struct rc_lang *pack = &source->pack;
	struct starts starts = {0};

	for (guint phrase = 0; phrase < RC_PH_N; phrase++)
		source->masks[phrase + 1] = G_GUINT64_CONSTANT(1) << phrase;
	for (guint i = 0; i < source->n_rows; i++) {
		const struct rc_row *row = &source->rows[i];

		if (row->kind != RC_ROW_PHRASE)
			continue;
		rc_words_add(&pack->phrases, row->text, put_phrase, row->value,
		    source);
		note_starts(&starts, row->text,
		    G_GUINT64_CONSTANT(1) << row->value);
		if (!pack->print[row->value])
			pack->print[row->value] = row->text;
	}
	fill_starts(source, &starts);
}

static void
fill_letters(struct rc_source_pack *source, const char *s)
{
	struct rc_lang *pack = &source->pack;
	struct rc_fold f = {.at = s, .end = s + strlen(s), .bare = TRUE};
	guint32 c;

	while ((c = rc_fold_next(&f))) {
		assert(pack->n_letters < RC_MAX_LETTERS);
		source->letters[pack->n_letters++] = c;
	}
}

/* "with+": written on to the next word. */
static void
fill_token(struct rc_lang *pack, const struct rc_row *row)
{
	gsize n = strlen(row->text);
	gboolean glued = n > 0 && row->text[n - 1] == '+';
	char text[32];

	if (!glued) {
		rc_words_add(&pack->leads, row->text, rc_words_or, row->value,
		    NULL);
		return;
	}
	assert(n < sizeof(text));
	memcpy(text, row->text, n - 1);
	text[n - 1] = '\0';
	rc_words_add(&pack->leads, text, rc_words_or,
	    row->value | RC_T_GLUED, NULL);
}

static struct rc_words *
set_of(struct rc_lang *pack, guint kind)
{
	switch (kind) {
	case RC_ROW_MONTH: return &pack->months;
	case RC_ROW_ORDINAL:
	case RC_ROW_CARDINAL: return &pack->ordinals;
	case RC_ROW_TAIL: return &pack->tails;
	case RC_ROW_JOIN: return &pack->joins;
	case RC_ROW_NUMERAL: return &pack->numerals;
	case RC_ROW_MARK: return &pack->marks;
	case RC_ROW_FIGURE: return &pack->figures;
	case RC_ROW_SECTION: return &pack->sections;
	case RC_ROW_PART: return &pack->parts;
	case RC_ROW_WORD: return &pack->common;
	default: return NULL;
	}
}

/* Figures of ASCII, Arabic (U+0660, U+06F0) and Chinese width, and the capitals
 * of months. */
static void
fill_dated(struct rc_source_pack *source)
{
	const struct rc_lang *pack = &source->pack;

	for (guint c = '0'; c <= '9'; c++)
		source->dated[c] = TRUE;
	source->dated[0xD9] = source->dated[0xDB] = pack->rtl;
	source->dated[0xEF] = pack->bare;
	for (guint c = 'a'; c <= 'z' && pack->month_first; c++)
		source->dated[c - 'a' + 'A'] =
		    rc_words_child(&pack->months, 0, c) != 0;
}

static void
fill_row(struct rc_source_pack *source, const struct rc_row *row)
{
	struct rc_lang *pack = &source->pack;
	struct rc_words *set = set_of(pack, row->kind);

	if (set) {
		set->bare = pack->bare;
		rc_words_add(set, row->text, rc_words_set, row->value, NULL);
	} else if (row->kind == RC_ROW_DATE) {
		assert(pack->n_patterns < RC_MAX_PATTERNS);
		pack->patterns[pack->n_patterns++] = row->text;
		pack->month_first |= *row->text == 'M';
	} else if (row->kind == RC_ROW_LETTERS) {
		fill_letters(source, row->text);
	} else if (row->kind >= RC_ROW_LEAD && row->kind <= RC_ROW_AND) {
		fill_token(pack, row);
	}
}

void
rc_fill(struct rc_source_pack *source)
{
	struct rc_lang *pack = &source->pack;

	pack->phrases.bare = pack->leads.bare = pack->bare;
	fill_phrases(source);
	for (guint i = 0; i < source->n_rows; i++)
		fill_row(source, &source->rows[i]);
	fill_dated(source);
}
