/* docx_field.c - fields: the result is read, the code never. A hyperlink's code
 * says where to, a reference to a note is a call of it. */
#include "input/docx.h"

#include <string.h>

#define MAX_CODE 4096u /* bytes */

static struct docx_field *
innermost(struct docx_reader *r)
{
	return r->n_fields && r->n_fields <= RC_MAX_FIELDS
	    ? &r->fields[r->n_fields - 1] : NULL;
}

/* The next word of a field's code, without its quotation marks, in a new
 * string; *s moves behind it. NULL at the end. */
static char *
next_word(const char **s)
{
	const char *from, *end;

	*s += strspn(*s, " \t\r\n\xC2\xA0");
	if (!**s)
		return NULL;
	if (**s == '"') {
		from = *s + 1;
		end = from + strcspn(from, "\"");
		*s = *end ? end + 1 : end;
	} else {
		from = *s;
		end = from + strcspn(from, " \t\r\n");
		*s = end;
	}
	return g_strndup(from, end - from);
}

/* The argument of a code: its first word that is no switch. */
static char *
argument(const char *s)
{
	char *word;

	while ((word = next_word(&s)) && *word == '\\')
		g_free(word);
	return word;
}

/* A further call of the note that a bookmark is at, in place of the result. */
static void
call_marked(struct docx_reader *r, struct docx_field *field, const char *name)
{
	guint note = name ? GPOINTER_TO_UINT(g_hash_table_lookup(r->marked,
	    name)) : 0;

	if (!note || r->area != DOCX_AREA_BODY)
		return;
	docx_number_para(r);
	docx_line_call(&r->para->line, note - 1);
	field->dropped = TRUE;
}

/* The code is whole. Where the page number stands says nothing of the text. */
static void
read_code(struct docx_reader *r, struct docx_field *field)
{
	const char *s = field->code->str;
	g_autofree char *name = next_word(&s), *value = NULL;

	field->shown = TRUE;
	if (!name)
		return;
	value = argument(s);
	if (g_ascii_strcasecmp(name, "HYPERLINK") == 0 && value &&
	    !strstr(s, "\\l"))
		field->href = g_string_chunk_insert(r->text->chunk, value);
	else if (g_ascii_strcasecmp(name, "NOTEREF") == 0)
		call_marked(r, field, value);
	else if (g_ascii_strcasecmp(name, "PAGE") == 0 ||
	    g_ascii_strcasecmp(name, "NUMPAGES") == 0 ||
	    g_ascii_strcasecmp(name, "SECTIONPAGES") == 0)
		field->dropped = r->area != DOCX_AREA_BODY;
}

static void
begin(struct docx_reader *r)
{
	struct docx_field *field;

	if (r->n_fields >= RC_MAX_FIELDS) {
		docx_fail(r, RC_MAX_FIELDS, "fields within one another");
		return;
	}
	field = &r->fields[r->n_fields++];
	if (!field->code)
		field->code = g_string_new(NULL);
	g_string_truncate(field->code, 0);
	field->shown = field->dropped = FALSE;
	field->href = NULL;
}

void
docx_field_begin(struct docx_reader *r, const char *code)
{
	struct docx_field *field;

	begin(r);
	if (!(field = innermost(r)))
		return;
	g_string_append_len(field->code, code, MIN(strlen(code), MAX_CODE));
	read_code(r, field);
}

void
docx_field_end(struct docx_reader *r)
{
	r->n_fields -= r->n_fields > 0;
}

void
docx_field_char(struct docx_reader *r, struct docx_xml *x)
{
	const char *type = docx_get(x, "fldCharType");
	struct docx_field *field = innermost(r);

	if (!type)
		return;
	if (strcmp(type, "begin") == 0)
		begin(r);
	else if (strcmp(type, "separate") == 0 && field && !field->shown)
		read_code(r, field);
	else if (strcmp(type, "end") == 0)
		docx_field_end(r);
}

/* The outermost field whose code is still open; what is within it is code. */
static struct docx_field *
coding(struct docx_reader *r)
{
	for (guint i = 0; i < r->n_fields; i++)
		if (!r->fields[i].shown)
			return &r->fields[i];
	return NULL;
}

static gboolean
is_dropped(const struct docx_reader *r)
{
	for (guint i = 0; i < r->n_fields; i++)
		if (r->fields[i].dropped)
			return TRUE;
	return FALSE;
}

gboolean
docx_field_takes(struct docx_reader *r, enum docx_tag tag, const char *s,
    gsize len)
{
	struct docx_field *field = coding(r);

	if (tag == DOCX_INSTR_TEXT && !field)
		return TRUE;
	if (tag == DOCX_INSTR_TEXT)
		field = innermost(r)->shown ? field : innermost(r);
	if (field) {
		if (field->code->len + len <= MAX_CODE)
			g_string_append_len(field->code, s, len);
		return TRUE;
	}
	return is_dropped(r);
}

gboolean
docx_field_hides(struct docx_reader *r)
{
	return coding(r) || is_dropped(r);
}

const char *
docx_href(const struct docx_reader *r)
{
	for (guint i = r->n_fields; i-- > 0;)
		if (r->fields[i].href)
			return r->fields[i].href;
	return r->para->href;
}
