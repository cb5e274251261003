/* json_write.c - JSON as it comes. */
#include "output/json_write.h"

void
json_writer_init(struct json_writer *w, GString *out, guint indent)
{
	*w = (struct json_writer){
	    .out = out,
	    .indent = indent,
	    .open = g_byte_array_new(),
	    .first = TRUE,
	};
}

void
json_writer_done(struct json_writer *w)
{
	g_byte_array_unref(w->open);
}

static void
new_line(struct json_writer *w)
{
	static const char blanks[] = "\n                                ";
	guint most = sizeof(blanks) - 2; /* spaces in it */
	guint spaces = w->indent * w->open->len;
	guint n = MIN(spaces, most);

	if (!w->indent)
		return;
	g_string_append_len(w->out, blanks, n + 1);
	for (spaces -= n; spaces; spaces -= n) {
		n = MIN(spaces, most);
		g_string_append_len(w->out, blanks + 1, n);
	}
}

/* Before a value or a key. */
static void
separate(struct json_writer *w)
{
	if (w->keyed) {
		w->keyed = FALSE;
		return;
	}
	if (!w->first)
		g_string_append_c(w->out, ',');
	w->first = FALSE;
	if (w->open->len)
		new_line(w);
}

/* Bytes at the start of s that need no escape. */
static gsize
plain_length(const char *s)
{
	const guchar *c = (const guchar *)s;

	while (*c >= 0x20 && *c != '"' && *c != '\\')
		c++;
	return c - (const guchar *)s;
}

static void
append_escape(GString *out, char c)
{
	switch (c) {
	case '"':
	case '\\':
		g_string_append_c(out, '\\');
		g_string_append_c(out, c);
		break;
	case '\n':
		g_string_append(out, "\\n");
		break;
	case '\t':
		g_string_append(out, "\\t");
		break;
	case '\r':
		g_string_append(out, "\\r");
		break;
	default:
		g_string_append_printf(out, "\\u%04X", (guchar)c);
	}
}

static void
append_string(GString *out, const char *s)
{
	g_string_append_c(out, '"');
	for (;;) {
		gsize n = plain_length(s);

		g_string_append_len(out, s, n);
		s += n;
		if (!*s)
			break;
		append_escape(out, *s++);
	}
	g_string_append_c(out, '"');
}

void
json_key(struct json_writer *w, const char *key)
{
	separate(w);
	g_string_append_c(w->out, '"');
	g_string_append(w->out, key);
	if (w->indent)
		g_string_append_len(w->out, "\": ", 3);
	else
		g_string_append_len(w->out, "\":", 2);
	w->keyed = TRUE;
}

void
json_string(struct json_writer *w, const char *value)
{
	separate(w);
	append_string(w->out, value);
}

void
json_word(struct json_writer *w, const char *word)
{
	separate(w);
	g_string_append(w->out, word);
}

static void
open_with(struct json_writer *w, char begin, guint8 end)
{
	separate(w);
	g_string_append_c(w->out, begin);
	g_byte_array_append(w->open, &end, 1);
	w->first = TRUE;
}

void
json_open_object(struct json_writer *w)
{
	open_with(w, '{', '}');
}

void
json_open_array(struct json_writer *w)
{
	open_with(w, '[', ']');
}

void
json_close(struct json_writer *w, guint n)
{
	for (; n; n--) {
		guint8 end = w->open->data[w->open->len - 1];

		g_byte_array_set_size(w->open, w->open->len - 1);
		if (!w->first)
			new_line(w);
		g_string_append_c(w->out, end);
		w->first = FALSE;
	}
}

void
json_member(struct json_writer *w, const char *key, const char *value)
{
	json_key(w, key);
	json_string(w, value);
}
