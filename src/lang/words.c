/* words.c - a set of folded words, each with a value. */
#include "lang/words.h"

guint
rc_words_longest(const struct rc_words *words, const char *text,
    const char *end, gsize *size)
{
	struct rc_fold f = {text, end, words->bare};
	guint node = 0, value = 0;
	guint32 c;

	while ((c = rc_fold_next(&f)) &&
	    (node = rc_words_child(words, node, c))) {
		guint found = rc_words_node(words, node)->value;

		if (!found || (!words->bare && rc_fold_is_letter(c) &&
		    !rc_fold_ends(f.at, end)))
			continue;
		value = found;
		*size = rc_fold_skip_marks(f.at, end) - text;
	}
	return value;
}
