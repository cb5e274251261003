/* ordinal.c - ordinals in words and in figures, and the session they name. */
#include "lang/pack.h"

#include "lang/number.h"

#define FIRST_YEAR 1945u

/* A number made of words, and the part of it that may stand as an ordinal. */
struct sum {
	guint value, last; /* so far, and its last part */
	guint whole;       /* the value where it last could end, or 0 */
	const char *end;   /* that place */
};

/* Whether a part may follow: "seventy" by seven, "السابعة" by والسبعون. */
static gboolean
may_follow(const struct rc_lang *lang, const struct sum *sum, guint part)
{
	if (sum->last == 0)
		return TRUE;
	if (lang->ascending)
		return part > sum->last && part % 10 == 0 && sum->last % 100;
	return part < sum->last && sum->last % 10 == 0;
}

static const char *
past_join(const struct rc_lang *lang, const char *at, const char *end)
{
	struct rc_fold f = {at, end, lang->bare};
	const char *past = NULL;
	guint node = 0;
	guint32 c;

	while ((c = rc_fold_next(&f)) &&
	    (node = rc_words_child(&lang->joins, node, c)))
		if (rc_words_node(&lang->joins, node)->value)
			past = f.at;
	return past;
}

gsize
rc_number_words(const struct rc_lang *lang, const struct rc_words *words,
    const char *text, gsize len, guint *value)
{
	const char *end = text + len, *at = text;
	struct sum sum = {0};
	gsize size;

	while (at) {
		guint found = rc_words_longest(words, at, end, &size);
		guint part = found >> 1;

		if (!found || !may_follow(lang, &sum, part))
			break;
		sum.value += part;
		sum.last = part;
		at += size;
		if (found & RC_NUMBER_ENDS) {
			sum.whole = sum.value;
			sum.end = at;
		}
		at = past_join(lang, at, end);
	}
	if (!sum.whole)
		return 0;
	*value = sum.whole;
	return sum.end - text;
}

/* 四, 十一, 七十七, 一百零三: digits, each counted by the power of ten after
 * it. */
gsize
rc_number_numerals(const struct rc_lang *lang, const char *text, gsize len,
    guint *value)
{
	struct rc_fold f = {text, text + len, lang->bare};
	const char *past = text;
	guint sum = 0, digit = 0;

	for (;;) {
		guint32 c = rc_fold_next(&f);
		guint node = c ? rc_words_child(&lang->numerals, 0, c) : 0;
		guint n;

		if (!node || sum > RC_MAX_ORDINAL)
			break;
		n = rc_words_node(&lang->numerals, node)->value - 1;
		if (n >= 10)
			sum += n * MAX(digit, 1);
		digit = n < 10 ? n : 0;
		past = f.at;
	}
	if (past == text || sum + digit == 0)
		return 0;
	*value = sum + digit;
	return past - text;
}

/* Figures and what follows them in an ordinal: "57º", "46-е". */
static gsize
read_figures(const struct rc_lang *lang, const char *text, gsize len,
    gboolean marked, guint *value)
{
	struct rc_fold f = {text, text + len, FALSE};
	const struct rc_words *tails = &lang->figures;
	guint n = 0;
	gsize size;

	for (;;) {
		struct rc_fold next = f;
		guint32 c = rc_fold_next(&next);

		if (c < '0' || c > '9')
			break;
		n = n * 10 + (c - '0');
		if (n > RC_MAX_ORDINAL)
			return 0;
		f = next;
	}
	if (rc_words_longest(tails, f.at, f.end, &size))
		f.at += size;
	else if (!marked && !(tails->nodes && rc_words_node(tails, 0)->value))
		n = 0;
	if (n == 0)
		return 0;
	*value = n;
	return rc_fold_skip_marks(f.at, f.end) - text;
}

gsize
rc_lang_ordinal(const struct rc_lang *lang, const char *text, gsize len,
    guint *value)
{
	gsize mark = 0, size;

	rc_words_longest(&lang->marks, text, text + len, &mark);
	size = read_figures(lang, text + mark, len - mark, mark > 0, value);
	if (!size && mark)
		size = rc_number_numerals(lang, text + mark, len - mark, value);
	if (!size && !mark)
		size = rc_number_words(lang, &lang->ordinals, text, len, value);
	return size ? mark + size : 0;
}

/* The first ordinal anywhere in text. */
static gboolean
first_ordinal(const struct rc_lang *lang, const char *text, gsize len,
    guint *value)
{
	struct rc_fold f = {text, text + len, FALSE};
	gboolean edge = TRUE;

	while (f.at < f.end) {
		const char *at = f.at;
		guint32 c = rc_fold_next(&f);

		if (edge && rc_lang_ordinal(lang, at, f.end - at, value))
			return TRUE;
		edge = lang->bare || !(rc_fold_is_letter(c) ||
		    (c >= '0' && c <= '9'));
	}
	return FALSE;
}

static guint
first_year(const char *text, gsize len)
{
	guint digits = 0, year = 0;

	for (gsize i = 0; i <= len; i++) {
		gboolean is_digit = i < len && text[i] >= '0' && text[i] <= '9';

		if (!is_digit && digits == 4)
			return year;
		year = is_digit && digits < 4
		    ? year * 10 + (guint)(text[i] - '0') : 0;
		digits = is_digit ? digits + 1 : 0;
	}
	return 0;
}

static gboolean
has(const struct rc_lang *lang, enum rc_phrase phrase, const char *text,
    gsize len)
{
	gsize size;

	return rc_lang_finds(lang, phrase, text, len, &size) >= 0;
}

gboolean
rc_lang_session(const struct rc_lang *lang, const char *text, gsize len,
    struct rc_session *session)
{
	*session = (struct rc_session){0};
	if (!has(lang, RC_PH_SESSION, text, len))
		return FALSE;
	if (!first_ordinal(lang, text, len, &session->number))
		session->year = first_year(text, len);
	if (session->number >= FIRST_YEAR) { /* "دورة عام 2023" */
		session->year = session->number;
		session->number = 0;
	}
	session->emergency = has(lang, RC_PH_SESSION_EMERGENCY, text, len);
	session->special = session->emergency ||
	    has(lang, RC_PH_SESSION_SPECIAL, text, len);
	session->resumed = has(lang, RC_PH_SESSION_RESUMED, text, len);
	return session->year || session->number;
}
