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
		guint32 c = rc_fold_next(&f);

		if (!is_digit(c))
			break;
		if (++n > most)
			return FALSE;
		*value = *value * 10 + (c - '0');
		r->at = f.at;
	}
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

/* "1er", "2022 года": what may follow a day or a year. */
static void
skip_word(struct reading *r, const struct rc_words *words)
{
	gsize size;

	if (rc_words_longest(words, r->at, r->end, &size))
		r->at += size;
}

static gboolean
read_field(struct reading *r, char field)
{
	switch (field) {
	case 'D':
		if (!read_number(r, 1, 2, &r->day))
			return FALSE;
		skip_word(r, &r->lang->figures);
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
		gboolean good = *p.at >= 'D' && *p.at <= 'Y'
		    ? read_field(r, *p.at++) : read_literal(r, &p);

		if (!good)
			return FALSE;
	}
	return is_real(r) && (r->lang->bare || rc_fold_ends(r->at, r->end));
}

static gsize
read_date(const struct rc_lang *lang, const char *text, gsize len,
    struct rc_date *date)
{
	for (guint i = 0; i < lang->n_patterns; i++) {
		struct reading r = {.lang = lang, .at = text,
		    .end = text + len};

		if (!read_pattern(&r, lang->patterns[i]))
			continue;
		skip_word(&r, &lang->tails);
		*date = (struct rc_date){r.year, r.month, r.day};
		return rc_fold_skip_marks(r.at, r.end) - text;
	}
	return 0;
}

/* Whether a letter of ASCII follows the first figures, as in an English date,
 * or begins it. */
static gboolean
names_ascii(const char *at, const char *end)
{
	while (at < end && (is_digit((guchar)*at) || *at == ' '))
		at++;
	return at < end && rc_fold_is_letter((guchar)*at | 0x20u);
}

gsize
rc_lang_date(const struct rc_lang *lang, const char *text, gsize len,
    struct rc_date *date)
{
	const struct rc_lang *english = rc_lang_nth(ENGLISH);
	gsize size = read_date(lang, text, len, date);

	if (!size && lang != english && names_ascii(text, text + len))
		size = read_date(english, text, len, date);
	return size;
}

/* Of one, two or four figures, and no sign after them that dates have not:
 * most figures are of symbols. */
static gboolean
may_be_date(const char *at, const char *end)
{
	const char *from = at;

	while (at < end && is_digit((guchar)*at))
		at++;
	return at < end && at - from <= 4 && at - from != 3 &&
	    !strchr("/),;:-\"", *at);
}

/* Whether the place begins with a figure that is none of ASCII: Arabic, or of
 * Chinese width. */
static gboolean
is_wide_digit(const char *at, const char *end)
{
	return (guchar)*at >= 0x80 &&
	    is_digit(rc_fold_one(rc_fold_decode(&at, end)));
}

static gboolean
may_begin(const struct rc_lang *lang, const char *text, const char *at,
    const char *end)
{
	gsize size;

	if (is_digit((guchar)*at))
		return (at == text || !is_digit((guchar)at[-1])) &&
		    may_be_date(at, end);
	if (is_wide_digit(at, end))
		return TRUE;
	return lang->month_first && rc_fold_begins(text, at) &&
	    rc_words_longest(&lang->months, at, end, &size);
}

gssize
rc_lang_date_in(const struct rc_lang *lang, const char *text, gsize len,
    struct rc_date *date, gsize *size)
{
	const guint8 *dated = lang->dated;
	const char *end = text + len;

	for (const char *at = text; at < end; at++) {
		while (at < end && !dated[(guchar)*at])
			at++;
		if (at == end || !may_begin(lang, text, at, end))
			continue;
		*size = rc_lang_date(lang, at, end - at, date);
		if (*size)
			return at - text;
	}
	return -1;
}
