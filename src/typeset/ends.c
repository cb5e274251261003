/* ends.c - where a line may end. */
#include "typeset/ends.h"

gboolean
rc_is_wide(gunichar c)
{
	return (c >= 0x2e80 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) ||
	    (c >= 0xfe30 && c <= 0xfe4f) || (c >= 0xff00 && c <= 0xffef) ||
	    (c >= 0x20000 && c <= 0x3ffff);
}

static gboolean
is_in(gunichar c, const char *set)
{
	return g_utf8_strchr(set, -1, c) != NULL;
}

/* Chinese: what may not begin a line, what may not end one. */
#define NOT_FIRST \
	"、。，．：；？！）〕］｝〉》」』】〗’”…—～·%％,.:;?!)]}"
#define NOT_LAST "（〔［｛〈《「『【〖‘“([{"

/* A line may end between two letters: after a hyphen or a dash between letters,
 * beside an ideograph, at a zero-width space. Words of headings are not
 * parted. */
static gboolean
may_part(gunichar before, gunichar c, gunichar next, gboolean heading)
{
	if (c == 0x200b)
		return TRUE;
	if (c == '-' || c == 0x2010 || c == 0x2013 || c == 0x2014)
		return before && before != ' ' && !heading;
	if (rc_is_wide(c) || rc_is_wide(next))
		return !is_in(next, NOT_FIRST) && !is_in(c, NOT_LAST);
	return FALSE;
}

void
rc_mark_ends(struct rc_measured *ret, const char *text, gboolean heading)
{
	gunichar before = 0;

	for (guint i = 0; i < ret->n; i++) {
		struct rc_atom *atom =
		    &g_array_index(ret->atoms, struct rc_atom, i);
		gunichar c = g_utf8_get_char(text + atom->text);
		gunichar next =
		    g_utf8_get_char(text + atom->text + atom->bytes);

		if (c == ' ' || c == RC_LINE_SEPARATOR)
			continue;
		if (next == ' ' || next == RC_LINE_SEPARATOR || next == 0 ||
		    may_part(before, c, next, heading))
			atom->traits |= RC_ATOM_END;
		before = c;
	}
}
