/* docx_props.c - the properties of a Word file: docProps/custom.xml, which the
 * Secretariat's templates fill, and core.xml. */
#include "input/docx.h"

#include <string.h>

#define MAX_VALUE 200u /* bytes */

struct reading {
	struct rc_text *text;
	char *name;      /* of the property that is open, or NULL */
	GString *value;
};

/* "1721702" and "1721702E" as job numbers are printed: "17-21702". */
static const char *
job_of(struct rc_text *text, const char *s)
{
	g_autofree char *job = NULL;

	for (guint i = 0; i < 7; i++)
		if (!g_ascii_isdigit(s[i]))
			return NULL;
	if (g_ascii_isdigit(s[7]))
		return NULL;
	job = g_strdup_printf("%.2s-%.5s", s, s + 2);
	return g_string_chunk_insert(text->chunk, job);
}

/* The code of a language that is named as the templates do, or by its code:
 * "English", "en-GB". */
static const char *
language_of(const char *s)
{
	static const char *const rows[][2] = {{"arabic", "ar"},
	    {"chinese", "zh"}, {"english", "en"}, {"french", "fr"},
	    {"russian", "ru"}, {"spanish", "es"}};

	for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
		if (g_ascii_strcasecmp(s, rows[i][0]) == 0 ||
		    (g_ascii_strncasecmp(s, rows[i][1], 2) == 0 &&
		        (!s[2] || s[2] == '-')))
			return rows[i][1];
	return NULL;
}

/* The words of a symbol: "A/RES/72/8 B". A title is none. */
static gboolean
is_symbol(const char *s)
{
	gboolean slash = FALSE, digit = FALSE;

	if (!g_ascii_isupper(*s) || strlen(s) > 60)
		return FALSE;
	for (; *s; s++) {
		if (!g_ascii_isalnum(*s) && !strchr("/. ()-", *s))
			return FALSE;
		slash |= *s == '/';
		digit |= g_ascii_isdigit(*s);
	}
	return slash && digit;
}

static void
take(struct reading *r)
{
	struct rc_facts *facts = &r->text->facts;
	const char *value = g_strstrip(r->value->str);

	if (strcmp(r->name, "Symbol1") == 0 ||
	    (strcmp(r->name, "title") == 0 && !facts->symbol)) {
		if (is_symbol(value))
			facts->symbol = g_string_chunk_insert(r->text->chunk,
			    value);
	} else if (strcmp(r->name, "JobNo") == 0) {
		facts->job = job_of(r->text, value);
	} else if (strcmp(r->name, "Language") == 0 ||
	    (strcmp(r->name, "language") == 0 && !facts->language)) {
		facts->language = language_of(value);
	}
}

static void
on_start(gpointer payload, struct docx_xml *x, enum docx_tag tag)
{
	struct reading *r = payload;
	const char *name = tag == DOCX_PROPERTY ? docx_get(x, "name") : x->name;

	if (x->depth != 2)
		return;
	g_free(r->name);
	r->name = g_strdup(name ? name : "");
	g_string_truncate(r->value, 0);
}

static void
on_end(gpointer payload, struct docx_xml *x, enum docx_tag tag)
{
	if (x->depth == 2)
		take(payload);
}

static void
on_text(gpointer payload, struct docx_xml *x, const char *s, gsize len)
{
	struct reading *r = payload;

	if (r->value->len + len <= MAX_VALUE)
		g_string_append_len(r->value, s, len);
}

gboolean
docx_props_read(const struct docx_file *file, struct rc_text *text,
    GError **error)
{
	static const struct docx_teller teller = {
	    .start = on_start, .end = on_end, .text = on_text};
	static const char *const names[] = {
	    "docprops/core.xml", "docprops/custom.xml"};
	struct reading r = {.text = text, .value = g_string_new(NULL)};
	gboolean ok = TRUE;

	for (guint i = 0; ok && i < G_N_ELEMENTS(names); i++)
		if (g_hash_table_contains(file->parts, names[i]))
			ok = docx_xml_read(file, names[i], &teller, &r, error);
	g_string_free(r.value, TRUE);
	g_free(r.name);
	return ok;
}
