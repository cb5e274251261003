/* fold.h - characters as comparisons see them, one at a time.
 *
 * Folded away: case, accents, the kind of apostrophe and hyphen, the width of
 * Chinese letters and signs, Arabic vowel signs, tatweel, hamza on its seat,
 * and marks of direction. A run of white space is one ' '. */
#ifndef RC_LANG_FOLD_H
#define RC_LANG_FOLD_H

#include <glib.h>

/* A place in a text that is being folded. bare: white space is not there, for
 * Chinese, which has none between words but what a layout puts there. */
struct rc_fold {
	const char *at, *end;
	gboolean bare;
};

/* What each of ASCII folds to; white space and controls are ' '. */
extern const guint8 rc_fold_ascii[128];

/* What each character of two bytes folds to, which most of what is not English
 * is written in; white space is ' ', 0 is dropped. In folds.c, which make_folds
 * writes when resconv is built. */
#define RC_FOLD_TWO_BYTES 0x800u
extern const guint16 rc_fold_two_bytes[RC_FOLD_TWO_BYTES];

/* The folded character of two bytes at a place; 0 if there is none, or if
 * folding drops it. */
static inline guint32
rc_fold_two_at(const char *at, const char *end)
{
	const guchar *s = (const guchar *)at;

	return end - at >= 2 && s[0] >= 0xC2 && s[0] < 0xE0 &&
	        (s[1] & 0xC0) == 0x80
	    ? rc_fold_two_bytes[(s[0] & 0x1Fu) << 6 | (s[1] & 0x3Fu)] : 0;
}

/* rc_fold_next() for all that is no visible character of one byte or two. */
guint32 rc_fold_next_wide(struct rc_fold *f);

/* The folded character at f->at, which moves past it; 0 at the end. */
static inline guint32
rc_fold_next(struct rc_fold *f)
{
	guint32 c;

	if (f->at < f->end && (guchar)*f->at > ' ' && (guchar)*f->at < 0x7F)
		return rc_fold_ascii[(guchar)*f->at++];
	c = rc_fold_two_at(f->at, f->end);
	if (c <= ' ')
		return rc_fold_next_wide(f);
	f->at += 2;
	return c;
}

/* The folded character of one that is not folded; 0 if folding drops it. */
guint32 rc_fold_one(guint32 c);
/* Past the characters at `at` that folding drops, so that a word ends after
 * its last vowel sign. None of ASCII is dropped. */
const char *rc_fold_skip_wide_marks(const char *at, const char *end);

static inline const char *
rc_fold_skip_marks(const char *at, const char *end)
{
	return at < end && (guchar)*at >= 0x80 && !rc_fold_two_at(at, end)
	    ? rc_fold_skip_wide_marks(at, end) : at;
}
/* Past white space, and what folding drops. */
const char *rc_fold_skip_space(const char *at, const char *end);
/* The next character as it is; moves past it. at < end. A byte that is not
 * UTF-8 is one U+FFFD. */
guint32 rc_fold_decode(const char **at, const char *end);

/* Whether a folded character is a letter; the edge of a word is where one has
 * none beside it. */
gboolean rc_fold_is_wide_letter(guint32 c);

static inline gboolean
rc_fold_is_letter(guint32 c)
{
	return c < 0x80 ? c - 'a' < 26u : rc_fold_is_wide_letter(c);
}
/* Whether a word ends at `at`: no letter follows. */
gboolean rc_fold_ends(const char *at, const char *end);
/* Whether a word may begin at `at`: no letter is before it in text. */
gboolean rc_fold_begins_wide(const char *text, const char *at);

static inline gboolean
rc_fold_begins(const char *text, const char *at)
{
	return at > text && (guchar)at[-1] < 0x80
	    ? !rc_fold_is_letter(rc_fold_ascii[(guchar)at[-1]])
	    : rc_fold_begins_wide(text, at);
}

#endif
