/* date.c - dates in the long form of a language, or of English. */
#include "lang/pack.h"

#include <string.h>

#define ENGLISH 1u

struct reading {
	const struct rc_lang *lang;
	const char *at, *end;
	guint day, month, year;
};

static gboolean
is_digit(guint32 c)
{
	return c >= '0' && c <= '9';
}

/* From least to most digits, none after them. */
static gboolean
read_number(struct reading *r, guint least, guint most, guint *value)
{
	struct rc_fold f = {r->at, r->end, r->lang->bare};
	guint n = 0;

	*value = 0;
	for (;;) {
		struct rc_fold next = f;
		guint32 c = rc_fold_next(&next);

		if (!is_digit(c))
			break;
		if (++n > most)
			return FALSE;
		*value = *value * 10 + (c - '0');
		f = next;
	}
	r->at = rc_fold_skip_marks(f.at, f.end);
	return n >= least;
}

static gboolean
read_month_name(struct reading *r)
{
	gsize size;

	r->month = rc_words_longest(&r->lang->months, r->at, r->end, &size);
	if (!r->month)
		return FALSE;
	r->at += size;
	return TRUE;
}

/* "آذار/مارس": both names, if they are of one month. */
static void
read_second_name(struct reading *r)
{
	struct reading other = *r;

	other.at = rc_fold_skip_space(other.at, other.end);
	if (other.at == other.end || *other.at != '/')
		return;
	other.at = rc_fold_skip_space(other.at + 1, other.end);
	if (read_month_name(&other) && other.month == r->month)
		r->at = other.at;
}

/* "1er", "1º": what follows a day. */
static void
read_figure_tail(struct reading *r)
{
	gsize size;

	if (rc_words_longest(&r->lang->figures, r->at, r->end, &size))
		r->at += size;
}

static gboolean
read_field(struct reading *r, char field)
{
	switch (field) {
	case 'D':
		if (!read_number(r, 1, 2, &r->day))
			return FALSE;
		read_figure_tail(r);
		return TRUE;
	case 'M':
		if (!read_month_name(r))
			return FALSE;
		read_second_name(r);
		return TRUE;
	case 'N':
		return read_number(r, 1, 2, &r->month);
	default:
		return read_number(r, 4, 4, &r->year);
	}
}

static gboolean
is_real(const struct reading *r)
{
	static const guint8 days[] = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30,
	    31, 30, 31};

	return r->month >= 1 && r->month <= 12 && r->day >= 1 &&
	    r->day <= days[r->month] && r->year >= 1000;
}

static gboolean
read_literal(struct reading *r, struct rc_fold *pattern)
{
	struct rc_fold f = {r->at, r->end, r->lang->bare};

	if (rc_fold_next(pattern) != rc_fold_next(&f))
		return FALSE;
	r->at = f.at;
	return TRUE;
}

static gboolean
read_pattern(struct reading *r, const char *pattern)
{
	struct rc_fold p = {.at = pattern, .end = pattern + strlen(pattern)};

	while (p.at < p.end) {
		gboolean good = strchr("DMNY", *p.at)
		    ? read_field(r, *p.at++) : read_literal(r, &p);

		if (!good)
			return FALSE;
	}
	return is_real(r) && (r->lang->bare || rc_fold_ends(r->at, r->end));
}

static gsize
longest(const struct rc_lang *lang, const char *text, gsize len,
    struct rc_date *date)
{
	gsize size = 0;

	rc_pack_words(lang);
	for (guint i = 0; i < lang->n_patterns; i++) {
		struct reading r = {.lang = lang, .at = text, .end = text + len};

		if (!read_pattern(&r, lang->patterns[i]) ||
		    (gsize)(r.at - text) <= size)
			continue;
		size = rc_fold_skip_marks(r.at, r.end) - text;
		*date = (struct rc_date){r.year, r.month, r.day};
	}
	return size;
}

gsize
rc_lang_date(const struct rc_lang *lang, const char *text, gsize len,
    struct rc_date *date)
{
	const struct rc_lang *english = rc_lang_nth(ENGLISH);
	gsize size = longest(lang, text, len, date);

	if (!size && lang != english)
		size = longest(english, text, len, date);
	return size;
}

/* A date begins with a figure, or with the name of a month where a pattern
 * does ("May 5, 2021"). */
static gboolean
may_begin(const struct rc_lang *lang, const char *at, const char *end,
    guint32 c)
{
	gsize size;

	if (is_digit(c))
		return TRUE;
	return rc_words_child(&lang->months, 0, c) &&
	    rc_words_longest(&lang->months, at, end, &size);
}

gssize
rc_lang_date_in(const struct rc_lang *lang, const char *text, gsize len,
    struct rc_date *date, gsize *size)
{
	struct rc_fold f = {text, text + len, FALSE};
	gboolean edge = TRUE;

	rc_pack_words(lang);
	while (f.at < f.end) {
		const char *at = f.at;
		guint32 c = rc_fold_next(&f);

		if (edge && may_begin(lang, at, f.end, c) &&
		    (*size = rc_lang_date(lang, at, f.end - at, date)))
			return at - text;
		edge = !is_digit(c) && (lang->bare || !rc_fold_is_letter(c));
	}
	return -1;
}
