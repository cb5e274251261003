/* reading.h - what an input makes of a text, in one line a paragraph.
 *
 * "T text" a paragraph, "# text" a heading, "R a|b" a row, "H a|b" a row of
 * headings, "E" the end of a table, "P" a page. A line break in a paragraph
 * is "/", and styles are {b:bold} {i:} {s:raised} {u:lowered} {l:link}, with
 * two letters if there are two. */
#ifndef RC_TESTS_READING_H
#define RC_TESTS_READING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "input/input.h"

struct reading {
	struct rc_text text;
	struct rc_diags diags;
	GString *told; /* the slugs of the findings, each with a blank after it */
	guint line, column; /* of the last one */
	GError *error;
	gboolean ok;
};

static inline void
reading_tell(void *payload, const resconv_diag *diag)
{
	struct reading *reading = payload;

	g_string_append_printf(reading->told, "%s ", diag->slug);
	reading->line = diag->line;
	reading->column = diag->column;
}

static inline void
reading_init(struct reading *reading, const char *format, const char *bytes,
    gsize size)
{
	g_autofree char *copy = g_memdup2(bytes, size); /* no NUL behind it */
	xmlDoc *tree = NULL;

	memset(reading, 0, sizeof(*reading));
	reading->told = g_string_new("");
	reading->diags.fn = reading_tell;
	reading->diags.payload = reading;
	rc_text_init(&reading->text);
	reading->ok = rc_input_find(format)->read(copy, size, NULL,
	    &reading->diags, &reading->text, &tree, &reading->error);
	assert_null(tree);
	assert_true(reading->ok == !reading->error);
}

static inline void
reading_done(struct reading *reading)
{
	rc_text_done(&reading->text);
	g_string_free(reading->told, TRUE);
	g_clear_error(&reading->error);
}

static inline void
reading_put(GString *out, const char *s, gsize len)
{
	for (gsize i = 0; i < len; i++)
		g_string_append_c(out, s[i] == '\n' ? '/' : s[i]);
}

static inline void
reading_text(const struct reading *reading, const struct rc_para *para,
    GString *out)
{
	guint32 at = 0;

	for (guint i = 0; i < para->n_spans; i++) {
		const struct rc_span *span = rc_para_span(&reading->text, para,
		    i);

		assert_true(span->start >= at && span->end > span->start);
		assert_true(span->end <= para->len && span->style);
		reading_put(out, para->text + at, span->start - at);
		g_string_append_c(out, '{');
		for (guint bit = 0; bit < 5; bit++)
			if (span->style & 1u << bit)
				g_string_append_c(out, "bisul"[bit]);
		g_string_append_c(out, ':');
		reading_put(out, para->text + span->start,
		    span->end - span->start);
		g_string_append_c(out, '}');
		at = span->end;
	}
	reading_put(out, para->text + at, para->len - at);
}

static inline void
reading_row(const struct reading *reading, const struct rc_para *para,
    GString *out)
{
	for (guint i = 0; i < para->n_cells; i++) {
		g_string_append_c(out, i ? '|' : ' ');
		reading_text(reading, &g_array_index(reading->text.cells,
		    struct rc_para, para->cell + i), out);
	}
}

static inline char *
reading_dump(const struct reading *reading)
{
	GString *out = g_string_new("");

	for (guint i = 0; i < reading->text.paras->len; i++) {
		const struct rc_para *para = rc_text_para(&reading->text, i);
		char kind = "TREP"[para->kind];

		if (para->role == RC_ROLE_HEADING)
			kind = '#';
		if (para->header)
			kind = 'H';
		if (i)
			g_string_append_c(out, '\n');
		g_string_append_c(out, kind);
		if (para->kind == RC_PARA_TEXT) {
			g_string_append_c(out, ' ');
			reading_text(reading, para, out);
		}
		reading_row(reading, para, out);
	}
	return g_string_free(out, FALSE);
}

/* Hold what a format makes of a text to what it should, and that nothing is
 * told about it. */
static inline void
assert_reads(const char *format, const char *source, const char *expected)
{
	g_autofree char *dump = NULL;
	struct reading reading;

	reading_init(&reading, format, source, strlen(source));
	assert_true(reading.ok);
	assert_string_equal(reading.told->str, "");
	dump = reading_dump(&reading);
	assert_string_equal(dump, expected);
	reading_done(&reading);
}

#endif
