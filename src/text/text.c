/* text.c - the text model. */
#include "text/text.h"

#include <string.h>

#include "base/error.h"
#include "base/limits.h"

#define CHUNK_BYTES 32768

void
rc_text_init(struct rc_text *text)
{
	*text = (struct rc_text){
	    .chunk = g_string_chunk_new(CHUNK_BYTES),
	    .paras = g_array_sized_new(FALSE, FALSE, sizeof(struct rc_para), 64),
	    .spans = g_array_sized_new(FALSE, FALSE, sizeof(struct rc_span), 64),
	    .calls = g_array_new(FALSE, FALSE, sizeof(struct rc_call)),
	    .cells = g_array_new(FALSE, FALSE, sizeof(struct rc_para)),
	    .notes = g_array_new(FALSE, FALSE, sizeof(struct rc_note)),
	    .note_paras = g_array_new(FALSE, FALSE, sizeof(struct rc_para)),
	};
}

void
rc_text_done(struct rc_text *text)
{
	if (!text->chunk)
		return;
	g_string_chunk_free(text->chunk);
	g_array_unref(text->paras);
	g_array_unref(text->spans);
	g_array_unref(text->calls);
	g_array_unref(text->cells);
	g_array_unref(text->notes);
	g_array_unref(text->note_paras);
	g_clear_pointer(&text->akn, g_bytes_unref);
	if (text->tree)
		xmlFreeDoc(text->tree);
	*text = (struct rc_text){0};
}

struct rc_para
rc_para_make(struct rc_text *text, const char *s, gssize len,
    const struct rc_place *at)
{
	gsize n = len < 0 ? strlen(s) : (gsize)len;

	return (struct rc_para){
	    .text = g_string_chunk_insert_len(text->chunk, s, n),
	    .len = n,
	    .span = text->spans->len,
	    .call = text->calls->len,
	    .indent = -1,
	    .depth = -1,
	    .at = *at,
	};
}

gboolean
rc_text_add(struct rc_text *text, const struct rc_para *para, GError **error)
{
	if (text->paras->len >= RC_MAX_PARAGRAPHS)
		return rc_fail(error, RESCONV_E_LIMIT,
		    "more than %u paragraphs or lines; split the input",
		    RC_MAX_PARAGRAPHS);
	g_array_append_val(text->paras, *para);
	return TRUE;
}

void
rc_text_span(struct rc_text *text, struct rc_para *para, guint32 start,
    guint32 end, guint32 style, const char *href)
{
	struct rc_span span = {
	    .start = start, .end = end, .style = style, .href = href};

	if (start >= end || !style)
		return;
	if (!para->n_spans)
		para->span = text->spans->len;
	g_array_append_val(text->spans, span);
	para->n_spans++;
}

struct rc_place
rc_para_place(const struct rc_para *para, guint32 offset)
{
	struct rc_place at = para->at;
	const char *line = para->text, *end = para->text + MIN(offset, para->len);
	const char *s;

	while ((s = memchr(line, '\n', end - line))) {
		line = s + 1;
		at.line++;
		at.column = 1;
	}
	at.column += g_utf8_strlen(line, end - line);
	at.offset += offset;
	return at;
}
