/* entity.c - HTML entities. */
#include <string.h>

#include "input/inline.h"

#define LONGEST_ENTITY 10 /* bytes between "&" and ";" */

static const struct {
	const char *name;
	gunichar code;
} entities[] = {
#define ENTITY(name, code) {name, code},
#include "input/entity.def"
#undef ENTITY
};

static gunichar
named(const char *s, gsize len)
{
	for (gsize i = 0; i < G_N_ELEMENTS(entities); i++)
		if (entities[i].name[0] == s[0] &&
		    strlen(entities[i].name) == len &&
		    memcmp(entities[i].name, s, len) == 0)
			return entities[i].code;
	return 0;
}

/* The number of "#160" or "#xA0", 0 if it is none. */
static gunichar
numbered(const char *s, gsize len)
{
	gboolean hex = len > 1 && (s[1] == 'x' || s[1] == 'X');
	gunichar code = 0;

	for (gsize i = hex ? 2 : 1; i < len; i++) {
		int digit = hex ? g_ascii_xdigit_value(s[i]) :
		    g_ascii_digit_value(s[i]);

		if (digit < 0)
			return 0;
		code = MIN(code * (hex ? 16 : 10) + digit, 0x110000);
	}
	return code;
}

static gboolean
can_stand(gunichar code)
{
	return (code >= 0x20 || code == '\t' || code == '\n') &&
	    g_unichar_validate(code) && code != 0xFFFE && code != 0xFFFF;
}

gunichar
rc_entity(const char *s, const char *end, gsize *len)
{
	gsize room = MIN(end - s - 1, LONGEST_ENTITY + 1);
	const char *stop = memchr(s + 1, ';', room);
	gunichar code;

	if (!stop || stop == s + 1)
		return 0;
	*len = stop + 1 - s;
	code = s[1] == '#' ? numbered(s + 1, stop - s - 1) :
	    named(s + 1, stop - s - 1);
	return can_stand(code) ? code : 0;
}
