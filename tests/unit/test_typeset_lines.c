/* test_typeset_lines.c - where lines end, on rows of letters of known widths. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "typeset/linebreak.h"

/* A letter is 5 wide, a space 2.5: a thousand units an em, 10 points. */
static const struct rc_face face = {
	.upem = 1000, .factor = 1, .fits = FALSE, .space = 250,
};

struct row {
	struct rc_measured measured;
	GArray *lines;
};

static void
add_atom(struct rc_measured *m, char c, double *x)
{
	struct rc_atom atom = {
	    .bytes = 1, .text = m->atoms->len, .link = -1, .note = -1,
	    .x = *x, .width = c == ' ' ? 2.5 : 5,
	};

	if (c == ' ')
		atom.traits = RC_ATOM_SPACE;
	if (c == '/')
		atom.traits = RC_ATOM_NEWLINE;
	if (c == '-')
		atom.traits = RC_ATOM_END;
	*x += atom.width;
	g_array_append_val(m->atoms, atom);
}

/* Break text into lines: "-" is a hyphen, "/" a line break. */
static void
row_init(struct row *row, const char *text, double first, double measure,
    gboolean squeeze)
{
	struct rc_segment segment = {.face = &face, .size = 10, .scale = 1};
	struct rc_measured *m = &row->measured;
	double x = 0;

	m->segments = g_array_new(FALSE, FALSE, sizeof(struct rc_segment));
	m->atoms = g_array_new(FALSE, FALSE, sizeof(struct rc_atom));
	m->glyphs = g_array_new(FALSE, FALSE, sizeof(struct rc_glyph));
	g_array_append_val(m->segments, segment);
	for (const char *p = text; *p; p++) {
		add_atom(m, *p, &x);
		if (*p != ' ' && (p[1] == ' ' || p[1] == '\0' || p[1] == '/'))
			g_array_index(m->atoms, struct rc_atom,
			    m->atoms->len - 1).traits |= RC_ATOM_END;
	}
	m->n = m->atoms->len;
	row->lines = g_array_new(FALSE, FALSE, sizeof(struct rc_broken));
	rc_break_lines(m, first, measure, squeeze, row->lines);
}

static void
row_done(struct row *row)
{
	rc_measured_done(&row->measured);
	g_array_unref(row->lines);
}

/* The lines as text, with | between them and ! after those set full. */
static char *
lines_of(const char *text, double first, double measure, gboolean squeeze)
{
	GString *out = g_string_new(NULL);
	struct row row;

	row_init(&row, text, first, measure, squeeze);
	for (guint i = 0; i < row.lines->len; i++) {
		struct rc_broken line =
		    g_array_index(row.lines, struct rc_broken, i);

		g_string_append_printf(out, "%s%.*s%s", i ? "|" : "",
		    (int)(line.end - line.first), text + line.first,
		    line.full ? "!" : "");
	}
	row_done(&row);
	return g_string_free(out, FALSE);
}

#define assert_lines(text, first, measure, squeeze, expected) do { \
	g_autofree char *lines = lines_of(text, first, measure, squeeze); \
	assert_string_equal(lines, expected); \
} while (0)

static void
takes_as_many_words_as_fit(void **state)
{
	assert_lines("aa bb cc dd", 30, 30, FALSE, "aa bb!|cc dd");
	assert_lines("", 30, 30, FALSE, "");
}

static void
first_line_has_its_own_measure(void **state)
{
	assert_lines("aa bb cc dd", 12, 40, FALSE, "aa!|bb cc dd");
}

static void
spaces_at_a_line_end_hang(void **state)
{
	assert_lines("aa bb    cc", 22.5, 30, FALSE, "aa bb!|cc");
}

/* "aa bb cc" is 35 wide and has two spaces: 34 wants 0.5 of each, the limit is
 * 0.625; without "cc" the one space would grow by 11.5. */
static void
squeezes_for_one_word_more(void **state)
{
	assert_lines("aa bb cc dd", 34, 34, TRUE, "aa bb cc!|dd");
	assert_lines("aa bb cc dd", 34, 34, FALSE, "aa bb!|cc dd");
}

static void
squeezes_no_more_than_a_quarter(void **state)
{
	assert_lines("aa bb cc dd", 33.8, 33.8, TRUE, "aa bb cc!|dd");
	assert_lines("aa bb cc dd", 33.7, 33.7, TRUE, "aa bb!|cc dd");
}

/* "aaaa b-" is 32.5 wide and a last "c" of 1.2 makes 33.7: in 33.2 its one space
 * would grow by 0.7 or lose 0.5, which is as bad as growing by 1.0. */
static void
stretches_where_that_is_the_smaller_evil(void **state)
{
	struct row row;
	struct rc_broken line;

	row_init(&row, "aaaa b-c", 100, 100, TRUE);
	g_array_index(row.measured.atoms, struct rc_atom, 7).width = 1.2;
	g_array_set_size(row.lines, 0);
	rc_break_lines(&row.measured, 33.2, 33.2, TRUE, row.lines);
	line = g_array_index(row.lines, struct rc_broken, 0);
	assert_int_equal(line.end, 7);
	row_done(&row);
}

static void
squeezed_last_line_is_set_full(void **state)
{
	assert_lines("aa bb cc", 34, 34, TRUE, "aa bb cc!");
	assert_lines("aa bb cc", 36, 36, TRUE, "aa bb cc");
}

static void
line_without_space_is_never_squeezed(void **state)
{
	assert_lines("aaaa-bb", 34.9, 34.9, TRUE, "aaaa-!|bb");
}

static void
piece_wider_than_the_measure_is_cut(void **state)
{
	assert_lines("aaaaaaa b", 16, 16, TRUE, "aaa!|aaa!|a b");
}

static void
line_break_ends_a_line_that_is_not_full(void **state)
{
	assert_lines("aa/bb cc", 100, 100, TRUE, "aa|bb cc");
	assert_lines("aa//bb", 100, 100, FALSE, "aa||bb");
}

static void
text_has_single_spaces_and_spans(void **state)
{
	g_autoptr(rc_para) para = rc_para_new(RC_STYLE_BODY);

	rc_para_add(para, " \n a \t b", 0, -1);
	rc_para_add(para, "  c", RC_MARK_ITALIC, -1);
	rc_para_call(para, "1", 0, 7);
	rc_para_add(para, " ", 0, -1);
	rc_para_trim(para);
	assert_string_equal(para->text->str, "a b c1");
	assert_int_equal(para->spans->len, 4);
	assert_int_equal(
	    g_array_index(para->spans, struct rc_span, 2).note, 7);
	assert_true(g_array_index(para->spans, struct rc_span, 2).marks &
	    RC_MARK_SUPER);
}

static void
marks_are_put_on_bytes_within_a_span(void **state)
{
	g_autoptr(rc_para) para = rc_para_new(RC_STYLE_BODY);

	rc_para_add(para, "[abc]", RC_MARK_ITALIC, 3);
	rc_para_mark(para, 0, 1, RC_MARK_ROMAN);
	rc_para_mark(para, 4, 5, RC_MARK_ROMAN);
	assert_int_equal(para->spans->len, 3);
	for (guint i = 0; i < 3; i++) {
		const struct rc_span *span =
		    &g_array_index(para->spans, struct rc_span, i);

		assert_int_equal(span->start, i == 0 ? 0 : i == 1 ? 1 : 4);
		assert_int_equal(span->link, 3);
		assert_int_equal(!!(span->marks & RC_MARK_ROMAN), i != 1);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(takes_as_many_words_as_fit),
		cmocka_unit_test(first_line_has_its_own_measure),
		cmocka_unit_test(spaces_at_a_line_end_hang),
		cmocka_unit_test(squeezes_for_one_word_more),
		cmocka_unit_test(squeezes_no_more_than_a_quarter),
		cmocka_unit_test(stretches_where_that_is_the_smaller_evil),
		cmocka_unit_test(squeezed_last_line_is_set_full),
		cmocka_unit_test(line_without_space_is_never_squeezed),
		cmocka_unit_test(piece_wider_than_the_measure_is_cut),
		cmocka_unit_test(line_break_ends_a_line_that_is_not_full),
		cmocka_unit_test(text_has_single_spaces_and_spans),
		cmocka_unit_test(marks_are_put_on_bytes_within_a_span),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
