/* test_archive.c - names from an archive lead nowhere but down. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "archive/reader.h"

static void
becomes(const char *stored, const char *wanted)
{
	g_autofree char *path = rc_archive_path(stored);

	assert_string_equal(path, wanted);
}

static void
plain_names_stay(void **state)
{
	becomes("a.md", "a.md");
	becomes("en/A_RES_99_901.md", "en/A_RES_99_901.md");
	becomes("ñandú/第一.md", "ñandú/第一.md");
	becomes("a..b/.c", "a..b/.c");
}

static void
roots_and_dots_go(void **state)
{
	becomes("/etc/passwd", "etc/passwd");
	becomes("../../a", "a");
	becomes("a/../../b/./c/..", "a/b/c");
	becomes("a//b/", "a/b");
	becomes("C:\\x\\..\\y.md", "C_/x/y.md");
}

static void
a_name_is_never_empty(void **state)
{
	becomes("", "unnamed");
	becomes("..", "unnamed");
	becomes("///", "unnamed");
	becomes("./.", "unnamed");
}

static void
control_characters_are_shown(void **state)
{
	becomes("a\nb\x1b[2J\x7f", "a_b_[2J_");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(plain_names_stay),
	    cmocka_unit_test(roots_and_dots_go),
	    cmocka_unit_test(a_name_is_never_empty),
	    cmocka_unit_test(control_characters_are_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
