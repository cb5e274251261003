/* fill.c - the sets of words of a pack, made from its rows at first use. */
#include <assert.h>
#include <string.h>

#include "lang/pack.h"

/* A place of the phrases' set holds the index of a mask, since several phrases
 * may have the same words. */
static void
put_phrase(guint16 *place, guint phrase, gpointer data)
{
	struct rc_lang *pack = data;
	guint64 mask = pack->masks[*place] | G_GUINT64_CONSTANT(1) << phrase;
	guint i = 1;

	while (i <= pack->n_masks && pack->masks[i] != mask)
		i++;
	assert(i < RC_MAX_MASKS);
	pack->masks[i] = mask;
	pack->n_masks = MAX(pack->n_masks, i);
	*place = i;
}

static guint64
first_bit(const char *row)
{
	struct rc_fold f = {.at = row, .end = row + strlen(row)};

	return G_GUINT64_CONSTANT(1) << rc_fold_next(&f) % 64;
}

/* What a row may begin with, where it begins with a choice too. */
static guint64
first_bits(const char *row)
{
	const char *close = *row == '[' ? strchr(row, ']') : NULL;
	guint64 bits = 0;

	if (!close)
		return first_bit(row);
	for (const char *s = row + 1; s <= close; s++) {
		if (*s == '|' || *s == ']')
			bits |= first_bits(close + 1);
		else
			bits |= first_bit(s);
		while (*s != '|' && *s != ']')
			s++;
	}
	return bits;
}

static void
fill_phrases(struct rc_lang *pack)
{
	for (guint i = 0; i < pack->n_rows; i++) {
		const struct rc_row *row = &pack->rows[i];

		if (row->kind != RC_ROW_PHRASE)
			continue;
		rc_words_add(&pack->phrases, row->text, put_phrase, row->value,
		    pack);
		pack->first[row->value] |= first_bits(row->text);
		if (!pack->print[row->value])
			pack->print[row->value] = row->text;
	}
}

static void
fill_letters(struct rc_lang *pack, const char *s)
{
	struct rc_fold f = {.at = s, .end = s + strlen(s), .bare = TRUE};
	guint32 c;

	while ((c = rc_fold_next(&f))) {
		assert(pack->n_letters < RC_MAX_LETTERS);
		pack->letters[pack->n_letters++] = c;
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

static void
fill_row(struct rc_lang *pack, const struct rc_row *row)
{
	struct rc_words *set = set_of(pack, row->kind);

	if (set) {
		set->bare = pack->bare;
		rc_words_add(set, row->text, rc_words_set, row->value, NULL);
	} else if (row->kind == RC_ROW_DATE) {
		assert(pack->n_patterns < RC_MAX_PATTERNS);
		pack->patterns[pack->n_patterns++] = row->text;
	} else if (row->kind == RC_ROW_LETTERS) {
		fill_letters(pack, row->text);
	} else if (row->kind >= RC_ROW_LEAD && row->kind <= RC_ROW_AND) {
		fill_token(pack, row);
	}
}

const struct rc_lang *
rc_pack_phrases(const struct rc_lang *lang)
{
	struct rc_lang *pack = (struct rc_lang *)lang;

	if (g_once_init_enter(&pack->phrases_ready)) {
		pack->phrases.bare = pack->bare;
		fill_phrases(pack);
		g_once_init_leave(&pack->phrases_ready, 1);
	}
	return lang;
}

const struct rc_lang *
rc_pack_words(const struct rc_lang *lang)
{
	struct rc_lang *pack = (struct rc_lang *)lang;

	if (g_once_init_enter(&pack->words_ready)) {
		pack->leads.bare = pack->bare;
		for (guint i = 0; i < pack->n_rows; i++)
			fill_row(pack, &pack->rows[i]);
		g_once_init_leave(&pack->words_ready, 1);
	}
	return lang;
}
