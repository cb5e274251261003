/* naming.c - what outputs are called, and that no name leads out of the folder
 * they belong in. */
#include "cli/batch.h"

#include <string.h>

#define NO_LANGUAGE "und" /* ISO 639-3 for what is not known */
#define MAX_SUFFIX 8u     /* letters; more behind the last dot are a name */

enum field { FOLDER, NAME, SYMBOL, LANGUAGE, FORMAT, N_FIELDS };

static const char *const fields[N_FIELDS] = {
    [FOLDER] = "folder",
    [NAME] = "name",
    [SYMBOL] = "symbol",
    [LANGUAGE] = "language",
    [FORMAT] = "format",
};

/* The field at s, which is "{name}…": its end is put in *end. */
static enum field
field_at(const char *s, const char **end)
{
	const char *close = strchr(s, '}');

	for (guint i = 0; close && i < N_FIELDS; i++)
		if (strlen(fields[i]) == (gsize)(close - s - 1) &&
		    memcmp(s + 1, fields[i], close - s - 1) == 0) {
			*end = close + 1;
			return i;
		}
	return N_FIELDS;
}

gboolean
naming_check(const char *pattern)
{
	for (const char *s = pattern; (s = strchr(s, '{'));)
		if (field_at(s, &s) == N_FIELDS) {
			complain("--name %s: there is no such field; say "
				 "{folder}, {name}, {symbol}, {language} or "
				 "{format}",
			    pattern);
			return FALSE;
		}
	if (*pattern)
		return TRUE;
	complain("--name: it must not be empty; say for example "
		 "{symbol}.{language}");
	return FALSE;
}

gboolean
naming_has(const char *pattern, const char *field)
{
	g_autofree char *braced = g_strconcat("{", field, "}", NULL);

	return strstr(pattern, braced) != NULL;
}

gboolean
naming_is_static(const char *pattern)
{
	return !naming_has(pattern, "symbol") &&
	    !naming_has(pattern, "language");
}

/* "A/RES/75/254 A-C" is "A_RES_75_254_A-C", "S/RES/2710 (2023)" is
 * "S_RES_2710_2023", as the files that the United Nations publish. */
static void
add_symbol(GString *out, const char *symbol)
{
	gboolean gap = FALSE;

	for (const char *s = symbol; *s; s++) {
		if (!g_ascii_isalnum(*s) && !strchr(".-", *s) &&
		    !((guchar)*s & 0x80)) {
			gap = TRUE;
			continue;
		}
		if (gap && s > symbol)
			g_string_append_c(out, '_');
		g_string_append_c(out, *s);
		gap = FALSE;
	}
}

/* The file's name without suffix: "A_RES_99_901.es.md" up to ".md". */
static void
add_name(GString *out, const struct source *source)
{
	g_autofree char *base = g_path_get_basename(source->name);
	char *dot = strrchr(base, '.');

	if (dot && dot != base && strlen(dot + 1) <= MAX_SUFFIX)
		*dot = '\0';
	g_string_append(out, base);
}

static void
add_folder(GString *out, const struct source *source)
{
	const char *slash = strrchr(source->name, '/');
	const char *from = source->name + source->base;

	if (slash > from)
		g_string_append_len(out, from, slash - from);
}

static void
add_field(GString *out, enum field field, const struct facts *facts)
{
	switch (field) {
	case FOLDER:
		add_folder(out, facts->source);
		break;
	case SYMBOL:
		if (facts->symbol && *facts->symbol)
			add_symbol(out, facts->symbol);
		else
			add_name(out, facts->source);
		break;
	case LANGUAGE:
		g_string_append(out,
		    facts->language ? facts->language : NO_LANGUAGE);
		break;
	case FORMAT:
		g_string_append(out, facts->format->name);
		break;
	default:
		add_name(out, facts->source);
	}
}

/* Leave out of a path what would lead elsewhere than down: roots, ".", "..".
 * Control characters of a name become "_". */
static char *
lead_down(const char *path)
{
	g_auto(GStrv) parts = g_strsplit(path, "/", -1);
	GString *out = g_string_new(NULL);

	for (char **part = parts; *part; part++) {
		if (!**part || strcmp(*part, ".") == 0 ||
		    strcmp(*part, "..") == 0)
			continue;
		if (out->len)
			g_string_append_c(out, '/');
		for (const char *c = *part; *c; c++)
			g_string_append_c(out,
			    (guchar)*c < 0x20 || *c == 0x7f ? '_' : *c);
	}
	return g_string_free(out, FALSE);
}

char *
naming_make(const struct naming *naming, const struct facts *facts)
{
	g_autoptr(GString) path = g_string_new(NULL);

	for (const char *s = naming->pattern; *s;) {
		enum field field = *s == '{' ? field_at(s, &s) : N_FIELDS;

		if (field == N_FIELDS)
			g_string_append_c(path, *s++);
		else
			add_field(path, field, facts);
	}
	g_string_append(path, facts->format->suffix);
	return lead_down(path->str);
}
